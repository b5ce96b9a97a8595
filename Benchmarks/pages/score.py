#!/usr/bin/env python3
"""Scores the main text and the facts that programs find in web pages, against pages with the right answers.

    score.py FOLDER [--program PATH] [--peers NAME...] [--half development|unseen] [--worst N] [--show KEY]

FOLDER holds the public sets, each as its repository has it (docs/sources.md says where they are from); those that are
not there are left out. The text is scored by runs of four words, as scrapinghub/article-extraction-benchmark does:
precision and recall of each page, their means, and the F1 of the means. Furniture and the title are no part of the text.

Every set is cut in two by the hash of the page's name, so that rules are made on the `development` half alone and
the `unseen` half stays what its name says.
"""
import argparse, collections, datetime, glob, gzip, hashlib, html, json, os, re, signal, subprocess, sys, tempfile, time, unicodedata

Page = collections.namedtuple("Page", "set key path url text title author date with_ without")


def half(key):
    return "development" if int(hashlib.md5(key.encode()).hexdigest(), 16) & 1 else "unseen"


# The sets.

def scrapinghub(folder):
    gold = json.load(open(f"{folder}/scrapinghub/ground-truth.json", encoding="utf-8"))
    for key, item in gold.items():
        yield Page("scrapinghub", key, f"{folder}/scrapinghub/html/{key}.html.gz", item["url"], item["articleBody"],
                   None, None, None, [], [])


def newspapers(folder):
    gold = json.load(open(f"{folder}/andy/articles.json", encoding="utf-8"))
    for key, item in gold.items():
        yield Page("newspapers", key, f"{folder}/andy/html/{key}.html", item["url"], item["articleBody"],
                   item["title"], item["authors"], item["date"], [], [])


def wcxb(folder):
    kinds = json.load(open(f"{folder}/wceb/metadata.json", encoding="utf-8"))["files"]
    for path in sorted(glob.glob(f"{folder}/wceb/*/ground-truth/*.json")):
        item = json.load(open(path, encoding="utf-8"))
        key, gold = os.path.basename(path)[:-5], item["ground_truth"]
        kind = kinds.get(key, {}).get("page_type", "article")
        name = "wcxb" if kind == "article" else "wcxb-other"
        yield Page(name, key, path.replace("ground-truth", "html").replace(".json", ".html.gz"), item.get("url", ""),
                   gold.get("main_content"), gold.get("title"), gold.get("author"), gold.get("publish_date"),
                   gold.get("with") or [], gold.get("without") or [])


def trafilatura(folder):
    gold = json.load(open(f"{folder}/trafilatura/tests/evaldata.json", encoding="utf-8"))
    for url, item in gold.items():
        for place in ("cache", "eval"):
            path = f"{folder}/trafilatura/tests/{place}/{item['file']}"
            if os.path.exists(path):
                author = item.get("author")
                yield Page("trafilatura", item["file"], path, url, None, item.get("title"),
                           ", ".join(author) if isinstance(author, list) else author, item.get("date"), item["with"],
                           item["without"])
                break


def readability(folder):
    for path in sorted(glob.glob(f"{folder}/readability/test/test-pages/*/source.html")):
        place = os.path.dirname(path)
        facts = json.load(open(f"{place}/expected-metadata.json", encoding="utf-8"))
        text = re.sub(r"<[^>]+>", " ", open(f"{place}/expected.html", encoding="utf-8").read())
        yield Page("readability", os.path.basename(place), path, "", html.unescape(text), facts.get("title"),
                   facts.get("byline"), (facts.get("publishedTime") or "")[:10], [], [])


def pages(folder):
    found = []
    for read in (scrapinghub, newspapers, wcxb, trafilatura, readability):
        try:
            found += [page for page in read(folder) if os.path.exists(page.path)]
        except FileNotFoundError as error:
            print(f"left out: {error.filename}", file=sys.stderr)
    return found


def content(page):
    data = open(page.path, "rb").read()
    return gzip.decompress(data) if page.path.endswith(".gz") else data


# The programs.

Answer = collections.namedtuple("Answer", "text title author date")


def rassegna(program, chosen):
    """What `rassegna parse --no-entities` says of each page, and the seconds it took, reading files included."""
    answers = {}
    with tempfile.TemporaryDirectory() as place:
        names = {}
        for number, page in enumerate(chosen):
            path = f"{place}/{number}.html"
            open(path, "wb").write(content(page))
            names[path] = page
        start = time.perf_counter()
        paths = list(names)
        for first in range(0, len(paths), 200):
            run = subprocess.run([program, "parse", "--no-entities", *paths[first:first + 200]], capture_output=True)
            if run.returncode not in (0, 3):
                print(f"{program} ended with {run.returncode}: {run.stderr[-300:]}", file=sys.stderr)
            for line in run.stdout.decode("utf-8", "replace").split("\n"):
                if not line:
                    continue
                item = json.loads(line)
                body = [item["text"][block["start"]:block["end"]] for block in item["blocks"]
                        if block["kind"] not in ("furniture", "title")]
                page = names.pop(item["file"])
                answers[page.set, page.key] = Answer("\n".join(body), item["title"], item["author"], item["published"])
        seconds = time.perf_counter() - start
    return answers, seconds


def peer(name, chosen):
    """What a Python library says of each page, and the seconds it took."""
    if name == "trafilatura":
        from trafilatura import bare_extraction

        def read(page):
            found = bare_extraction(page, with_metadata=True, include_comments=False)
            return found and Answer(found.text, found.title, (found.author or "").replace(";", ","), found.date)
    elif name == "readability-lxml":
        from readability import Document
        import lxml.html

        def read(page):
            found = Document(page.decode("utf-8", "replace"))
            tree = lxml.html.fromstring(found.summary())
            return Answer("\n".join(tree.itertext()), found.short_title(), None, None)
    else:
        import newspaper

        def read(page):
            found = newspaper.Article("http://page.example/", fetch_images=False)
            found.download(input_html=page.decode("utf-8", "replace"))
            found.parse()
            return Answer(found.text, found.title, ", ".join(found.authors or []), str(found.publish_date or "")[:10])

    answers = {}
    seconds = 0
    for page in chosen:
        data = content(page)
        start = time.perf_counter()
        signal.alarm(20)
        try:
            answers[page.set, page.key] = read(data)
        except Exception as error:
            print(f"{name}: {page.key}: {error}", file=sys.stderr)
        signal.alarm(0)
        seconds += time.perf_counter() - start
    return answers, seconds


def give_up(*_):
    raise TimeoutError("not done in 20 seconds")


# The scores.

def runs(text):
    words = re.findall(r"\w+", text or "")
    return collections.Counter(tuple(words[at:at + 4]) for at in range(max(1, len(words) - 3)) if words)


def matching(right, given):
    """Precision and recall of a text; `None` for what nothing can be said of."""
    right, given = runs(right), runs(given)
    both = sum((right & given).values())
    count, wanted = sum(given.values()), sum(right.values())
    if not count and not wanted:
        return 1, 1
    return (both / count if count else None), (both / wanted if wanted else None)


def line(text):
    return re.sub(r"\s+", " ", html.unescape(text or "")).strip()


def same_day(right, given):
    """Whether a moment falls on a day in some zone of the world; pages write their own, answers UTC."""
    try:
        day = datetime.datetime.fromisoformat(right[:10])
        moment = datetime.datetime.fromisoformat((given or "")[:19])
    except ValueError:
        return False
    if len(given) <= 10:
        return day == moment
    return -12 <= (moment - day).total_seconds() / 3600 < 24 + 12


def names(text):
    parts = re.split(r",|;|&|\band\b|\bund\b|\be\b|\bet\b|/|\|", line(text))
    folded = ("".join(mark for mark in unicodedata.normalize("NFD", part) if not unicodedata.combining(mark))
              for part in parts)
    plain = (re.sub(r"\W+", " ", part).strip().lower() for part in folded)
    # Some answers keep the words before the names: `By Ada Neri`.
    return {re.sub(r"^(?:written |posted )?(?:by|von|di) ", "", part) for part in plain} - {""}


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else None


def scores(chosen, answers):
    none = Answer("", "", "", "")
    result = collections.OrderedDict(pages=len(chosen))
    texts = [matching(page.text, (answers.get((page.set, page.key)) or none).text) for page in chosen if page.text]
    if texts:
        precision, recall = mean(p for p, _ in texts), mean(r for _, r in texts)
        result.update(f1=2 * precision * recall / (precision + recall), precision=precision, recall=recall)
    else:
        result.update(f1=None, precision=None, recall=None)
    flat = {(page.set, page.key): line((answers.get((page.set, page.key)) or none).text) for page in chosen}
    result["with"] = mean(float(line(part) in flat[page.set, page.key]) for page in chosen for part in page.with_)
    result["without"] = mean(float(line(part) not in flat[page.set, page.key])
                             for page in chosen for part in page.without)
    for name, right in (
            ("title", lambda page, given: line(page.title) == line(given.title)),
            ("date", lambda page, given: same_day(page.date, given.date)),
            ("byline", lambda page, given: names(page.author) == names(given.author))):
        field = "author" if name == "byline" else name
        told = [page for page in chosen if line(getattr(page, field))]
        result[name] = mean(float(right(page, answers.get((page.set, page.key)) or none)) for page in told)
    return result


def table(rows):
    for row in rows:
        cells = [f"{value:>8}" if isinstance(value, (str, int)) else "       -" if value is None else f"{value:8.3f}"
                 for value in row[1:]]
        print(f"{row[0]:<44}" + "".join(cells))


def page_score(page, answer):
    precision, recall = matching(page.text, answer.text if answer else "")
    precision, recall = precision or 0, recall or 0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--program", default=".build/release/rassegna")
    parser.add_argument("--peers", nargs="*", default=[], help="also these: trafilatura readability-lxml newspaper4k")
    parser.add_argument("--half", choices=["development", "unseen"])
    parser.add_argument("--set", help="only this set")
    parser.add_argument("--worst", type=int, default=0, help="list the worst pages of the development half")
    parser.add_argument("--facts", help="list the wrong values of title, author or date in the development half")
    parser.add_argument("--save", help="write the answers to this file")
    options = parser.parse_args()
    chosen = [page for page in pages(options.folder) if options.half in (None, half(page.key))
              and options.set in (None, page.set)]
    signal.signal(signal.SIGALRM, give_up)
    programs = [("rassegna", lambda: rassegna(options.program, chosen))]
    if options.peers:
        programs += [(name, lambda name=name: peer(name, chosen)) for name in options.peers]
    rows = [["", "pages", "f1", "precision"[:7], "recall", "with", "without", "title", "date", "byline"]]
    for name, run in programs:
        answers, seconds = run()
        for part in sorted({(page.set, half(page.key)) for page in chosen}):
            members = [page for page in chosen if (page.set, half(page.key)) == part]
            rows.append([f"{name}, {part[0]}, {part[1]}", *scores(members, answers).values()])
        print(f"{name}: {len(chosen) / seconds:.0f} pages a second", file=sys.stderr)
        if name == "rassegna":
            report(options, [page for page in chosen if half(page.key) == "development"], answers)
    table(rows)


def report(options, chosen, answers):
    if options.save:
        json.dump({f"{set}/{key}": answer for (set, key), answer in answers.items()}, open(options.save, "w"))
    if options.worst:
        ranked = sorted((page_score(page, answers.get((page.set, page.key))), page) for page in chosen if page.text)
        for score, page in ranked[:options.worst]:
            print(f"{score:.3f} {page.set} {page.key} {page.path} {page.url}")
    if options.facts:
        for page in chosen:
            answer, right = answers.get((page.set, page.key)), line(getattr(page, options.facts))
            given = line(getattr(answer, options.facts)) if answer else ""
            same = {"title": right == given, "date": same_day(right, given), "author": names(right) == names(given)}
            if right and not same[options.facts]:
                print(f"{page.set} {page.path}\n   right: {right}\n   given: {given}")


main()
