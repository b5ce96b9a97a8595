#!/usr/bin/env python3
"""How far `rassegna parse` and feedparser (pip install feedparser) agree on the feeds of folders.

    score.py PROGRAM FOLDER... [--show FIELD] [--most N]

Prints a table: of the files that feedparser takes for feeds, how many have the same number of items; of feedparser's items,
how many have a counterpart; and of these, for each field that feedparser has a value for, how many have the same.

- id, link: equal, but for blanks around; links of the web only (feedparser takes `urn:` and other identifiers for links).
- title: the words are equal once mark-up is taken away (also mark-up that was escaped twice).
- author: our line is, or has, feedparser's author or the name in it.
- published: the same second (feedparser's `published`, or else `updated`, or else `created`).
- content: the F1 of the words is at least .9 (feedparser's first `content`, or else its `summary`; our text without its title).

`--show FIELD` lists what differs, `--show markup` what looks like a tag. It also says how many texts hold control characters or a tag of HTML.
"""
import argparse
import calendar
import collections
import html
import html.parser
import io
import json
import os
import re
import subprocess
import sys
import warnings

warnings.filterwarnings("ignore")
import feedparser  # noqa: E402

ENDINGS = (".xml", ".rss", ".atom", ".rdf", ".json", ".feed", ".xhtml")
FIELDS = ["id", "title", "link", "author", "published", "content"]
BLOCKS = set("p div br li ul ol tr td th h1 h2 h3 h4 h5 h6 blockquote pre table hr dt dd dl".split())
TAG = r"</?(p|div|br|b|i|a|span|img|em|strong)\b[^<]*>"
HIDDEN = {"script", "style"}


class Text(html.parser.HTMLParser):
    """The words of HTML."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.pieces.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag in BLOCKS:
            self.pieces.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.pieces.append(data)


def plain(value):
    parser = Text()
    parser.feed(value)
    parser.close()
    return "".join(parser.pieces)


def words(value):
    return re.findall(r"\w+", value.lower())


def f1(first, second):
    first, second = collections.Counter(first), collections.Counter(second)
    if not first and not second:
        return 1.0
    common = sum((first & second).values())
    return 2 * common / (sum(first.values()) + sum(second.values()))


def reference(path):
    """Feedparser's items of a file; None where it is no feed to it."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        parsed = feedparser.parse(io.BytesIO(data))
    except Exception as error:  # feedparser is not without bugs of its own
        return None if "JSON" in str(type(error)) else None
    if not parsed.entries and not parsed.get("version"):
        return None
    return [fields(entry) for entry in parsed.entries]


def fields(entry):
    moment = entry.get("published_parsed") or entry.get("updated_parsed") or entry.get("created_parsed")
    content = entry.get("content")
    value = ""
    if isinstance(content, list) and content:
        value = content[0].get("value") or ""
    elif isinstance(content, dict):
        value = content.get("value") or ""
    value = value or entry.get("summary") or ""
    names = {entry.get("author") or "", (entry.get("author_detail") or {}).get("name") or ""}
    names |= {person.get("name") or "" for person in entry.get("authors", [])}
    return {
        "id": (entry.get("id") or "").strip(), "title": entry.get("title") or "",
        "link": (entry.get("link") or "").strip(), "author": {name.strip() for name in names if name.strip()},
        "published": calendar.timegm(moment) if moment else None, "content": value,
    }


def ours(program, paths):
    """Our items by file."""
    found = {path: [] for path in paths}
    for start in range(0, len(paths), 100):
        some = paths[start:start + 100]
        for batch in [some] if run(program, some, found) else [[path] for path in some]:
            if len(batch) == 1 and not run(program, batch, found):
                print("CRASH", batch[0], file=sys.stderr)
    return found


def run(program, paths, found):
    for path in paths:
        found[path] = []
    done = subprocess.run([program, "parse", "--no-entities", *paths], capture_output=True, timeout=300)
    for line in done.stdout.decode().splitlines():
        item = json.loads(line)
        found[item["file"]].append(item)
    return done.returncode in (0, 3)


def seconds(text):
    import datetime
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()) if text else None


def body(item):
    pieces = [item["text"][b["start"]:b["end"]] for b in item["blocks"] if b["kind"] != "title"]
    return "\n\n".join(pieces)


def pairs(theirs, mine):
    """Their items with ours: by place where there are as many, else by id, link or title."""
    if len(theirs) == len(mine):
        return list(zip(theirs, mine))
    result, left = [], list(mine)
    for item in theirs:
        same = [m for m in left if item["id"] and m["id"] == item["id"] or item["link"] and m["url"] == item["link"]
                or words(plain(item["title"])) and words(plain(item["title"])) == words(m["title"])]
        if same:
            left.remove(same[0])
        result.append((item, same[0] if same else None))
    return result


def same(field, theirs, mine):
    if field == "id":
        return theirs == (mine["id"] or "").strip()
    if field == "link":
        return theirs == (mine["url"] or "")
    if field == "title":
        forms = [theirs, plain(theirs), plain(plain(theirs))]
        return any(words(form) in (words(mine["title"]), words(plain(mine["title"]))) for form in forms)
    if field == "author":
        own = " ".join((mine["author"] or "").split())
        return any(own == name or (name and name in own) for n in theirs for name in (" ".join(n.split()), " ".join(plain(n).split())))
    if field == "published":
        return theirs == seconds(mine["published"])
    own = words(body(mine))
    return any(f1(words(form), own) >= 0.9 for form in (plain(theirs), theirs, plain(plain(theirs))))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("folders", nargs="+")
    options.add_argument("--show")
    options.add_argument("--most", type=int, default=60)
    options = options.parse_args()
    paths = []
    for folder in options.folders:
        if os.path.isfile(folder):
            paths.append(folder)
        for root, folders, files in os.walk(folder):
            folders[:] = sorted(name for name in folders if name != ".git")
            paths += [os.path.join(root, name) for name in sorted(files) if name.lower().endswith(ENDINGS)]
    mine = ours(options.program, paths)
    counts, equal = collections.Counter(), collections.Counter()
    flawed = collections.Counter()

    def note(field, is_same, path, theirs, own):
        counts[field] += 1
        equal[field] += is_same
        if not is_same and options.show == field and counts["shown"] < options.most:
            counts["shown"] += 1
            print(f"{path}\n    theirs {theirs!r:.600}\n    ours   {own!r:.600}")

    for path in paths:
        for item in mine[path]:
            texts = [item["text"], item["title"], item["author"] or "", item["source"] or ""]
            flawed["controls"] += any(re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text) for text in texts)
            tag = next(filter(None, (re.search(TAG, text) for text in texts)), None)
            flawed["markup"] += tag is not None
            if tag and options.show == "markup":
                print(f"{path}\n    {tag.string[max(0, tag.start() - 60):tag.end() + 60]!r}")
            flawed["items"] += 1
        theirs = reference(path)
        if theirs is None:
            if mine[path]:
                note("not theirs", False, path, None, len(mine[path]))
            continue
        note("items", len(theirs) == len(mine[path]), path, len(theirs), len(mine[path]))
        for item, own in pairs(theirs, mine[path]):
            note("article", own is not None, path, item, None)
            if own is None:
                continue
            for field in FIELDS:
                if not item[field] or (field == "link" and not re.match("(?i)https?://", item[field])) or (field in ("title", "content") and not words(plain(item[field]))):
                    continue
                shown = body(own) if field == "content" else own.get({"link": "url"}.get(field, field))
                note(field, same(field, item[field], own), path, item[field], shown)
    print(f"| field | compared | the same |\n|---|---|---|")
    for field in ["items", "article"] + FIELDS:
        share = equal[field] / counts[field] if counts[field] else 0
        print(f"| {field} | {counts[field]} | {share:.4f} |")
    print(f"\n{len(paths)} files; {counts['not theirs']} are feeds to us alone; of {flawed['items']} items "
          f"{flawed['controls']} hold control characters, {flawed['markup']} something like a tag")


if __name__ == "__main__":
    main()
