"""Documents that grow, nest or go on without end, and those that stop in the middle."""
import gzip
import json

from cases import PROSE, Case, atom, entry, item, jsonfeed, opml, page, rss, text

DEEP = 100_000
GOOD = item("First Qzfirst", PROSE + "Qzone", 1)
LAST = item("Last Qzlast", PROSE + "Qztwo", 3)
BOTH = ["Qzfirst", "Qzone", "Qzlast", "Qztwo"]
AFTER = f"<p>{PROSE} Qzafter.</p>"
LEAD = PROSE + "Qzlead."


def inside(kind, name, bad, shows=BOTH, **more):
    """A feed with a bad item between two good ones."""
    return Case(kind, name, rss([GOOD, bad, LAST], **more).encode(), "xml", list(shows))


def whole(kind, name, body, shows=("Qzlead", "Qzafter"), after=AFTER, head=""):
    """A page with something bad between two paragraphs."""
    return Case(kind, name, page(body + after, lead=LEAD, head=head).encode(), "html", list(shows))


def entities():
    def doctype(inner, root="rss"):
        return f"<!DOCTYPE {root} [{inner}]>\n"

    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    laughs = doctype('<!ENTITY l0 "ha">' + levels)
    quadratic = doctype(f'<!ENTITY a "{"a" * 100_000}">')
    small = doctype(f'<!ENTITY a "{"a" * 900}">')
    names = {
        "laughs": (laughs, "&l11;"), "laughs twice": (laughs, "&l11;&l11;"), "quadratic": (quadratic, "&a;" * 50_000),
        "quadratic small": (small, "&a;" * 30_000), "loop": (doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">'), "&a;"),
        "itself": (doctype('<!ENTITY a "&a;">'), "&a;"), "unknown": ("", "&nothing;&never;" * 1000),
        "parameter": (doctype('<!ENTITY % p "<!ENTITY q \'x\'>">%p;'), "&q;"),
        "parameter laughs": (doctype('<!ENTITY % a "ha">' + "".join(
            f'<!ENTITY % b{n} "{"%a;" * 10 if n == 0 else f"%b{n - 1};" * 10}">' for n in range(10)) + "%b9;"), "x"),
        "many": (doctype("".join(f'<!ENTITY e{n} "x{n}">' for n in range(DEEP))), "&e1;&e99999;"),
        "tags": (doctype('<!ENTITY t "</description></item><item>">'), "&t;" * 1000),
        "attribute": (doctype('<!ENTITY a "' + "b" * 500 + '"><!ATTLIST item c CDATA "' + "&a;" * 5000 + '">'), "x"),
    }
    for name, (before, use) in names.items():
        # What an entity that is too large stands for is nobody's news; what stands around it is.
        yield Case("entities", f"rss {name}", rss([GOOD, item("Bomb", use, 2), LAST], before=before).encode(), "xml", BOTH)
        yield Case("entities", f"rss title {name}", rss([GOOD, item(use, "Bomb", 2), LAST], before=before).encode(), "xml", BOTH)
        feed = atom([entry("First Qzfirst", "Qzone", 1), entry("Bomb", use, 2)], before=before.replace("rss", "feed"))
        yield Case("entities", f"atom {name}", feed.encode(), "atom", ["Qzfirst", "Qzone"])
    yield Case("entities", "page laughs", page(f"<p>{PROSE}&l11;</p>{AFTER}").replace(
        "<!DOCTYPE html>", doctype(levels, "html")).encode(), "html", ["Qzafter"])
    yield Case("entities", "opml laughs", (laughs.replace("rss", "opml") + opml(
        '<outline text="&l11;" xmlUrl="http://example.org/a"/>')).encode(), "opml", by="import")


def depth():
    for name in "div b font a table ul blockquote svg math template p select button form object center x-y span li td".split():
        yield whole("depth", f"page {name}", f"<{name}>" * DEEP + "Qzdeep" + f"</{name}>" * DEEP)
        yield whole("depth", f"page {name} open", f"<{name}>" * DEEP + "Qzdeep", ["Qzlead"], after="")
        yield inside("depth", f"rss {name}", item("Bomb", text(f"<{name}>" * DEEP + "Qzdeep" + f"</{name}>" * DEEP), 2))
    for pair in ("b i", "a b", "table tr", "table td", "ul li", "svg foreignObject", "font p", "em div", "dl dt", "ruby rt"):
        first, second = pair.split()
        yield whole("depth", f"page {pair}", f"<{first}><{second}>" * (DEEP // 2) + "Qzdeep")
        yield inside("depth", f"rss {pair}", item("Bomb", text(f"<{first}><{second}>" * (DEEP // 2)), 2))
    yield whole("depth", "page ends", "</div>" * DEEP + "</p>" * DEEP + "</br>" * 1000)
    yield inside("depth", "rss elements", "<title>Bomb</title>" + "<x>" * DEEP + "</x>" * DEEP)
    yield inside("depth", "rss open elements", "<title>Bomb</title>" + "<x>" * DEEP, BOTH[:2])
    yield inside("depth", "rss items in items", "<item><title>Bomb</title>" * 20_000, BOTH[:2])
    yield inside("depth", "rss media groups", "<title>Bomb</title>" + "<media:group>" * DEEP + "</media:group>" * DEEP)
    div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + "<div>" * DEEP + "Qzdeep" + "</div>" * DEEP + "</div>"
    yield Case("depth", "atom xhtml", atom([entry("First Qzfirst", "Qzone"), entry("Bomb", div, 2, "xhtml")]).encode(), "atom",
               ["Qzfirst", "Qzone"])
    yield Case("depth", "opml", opml('<outline text="a">' * DEEP + '<outline xmlUrl="http://example.org/Qzfeed"/>'
                                    + "</outline>" * DEEP).encode(), "opml", by="import")
    for mark, end in (("[", "]"), ('{"a":', "}")):
        deep = mark * DEEP + "1" + (end * DEEP)
        feed = jsonfeed([{"id": "1", "title": "First Qzfirst", "content_text": "Qzone"},
                         {"id": "2", "title": "Bomb", "_more": "DEEP"}, {"id": "3", "title": "Last Qzlast", "content_text": "Qztwo"}])
        yield Case("depth", f"json {mark}", feed.replace('"DEEP"', deep).encode(), "json", BOTH)
        yield Case("depth", f"json alone {mark}", (mark * DEEP).encode(), "json", status=(3,))
        yield Case("depth", f"lines {mark}", ('{"title": "Qzfirst", "text": "Qzone"}\n{"title": "Bomb", "x": ' + deep + "}\n").encode(),
                   "jsonl", ["Qzfirst", "Qzone"], by="import")
        yield whole("depth", f"page linked data {mark}", "", head=f"<script type=\"application/ld+json\">{deep}</script>")
    for name, mark in (("quotes", "> "), ("lists", "- "), ("brackets", "["), ("images", "!["), ("stars", "*a **b "), ("backticks", "`a"),
                       ("links", "[a](" ), ("numbers", "1. "), ("html", "<div>"), ("angles", "<"), ("underlines", "_a __b "),
                       ("escapes", "\\"), ("entities", "&amp"), ("tildes", "~~a ~"), ("pipes", "|a"), ("headings", "#")):
        yield Case("depth", f"markdown {name}", f"# Title Qztitle\n\n{LEAD}\n\n{mark * DEEP}x\n".encode(), "md", ["Qztitle", "Qzlead"])
        lines = "\n".join(mark * n for n in range(1, 400))
        yield Case("depth", f"markdown stairs {name}", f"# Title Qztitle\n\n{LEAD}\n\n{lines}x\n".encode(), "md", ["Qztitle", "Qzlead"])


def many():
    attributes = " ".join(f'a{n}="{n}"' for n in range(DEEP))
    spaces = " ".join(f'n{n}:a="{n}"' for n in range(20_000)) + " " + " ".join(f'xmlns:n{n}="u:{n}"' for n in range(20_000))
    large = "x" * 8_000_000
    for name, some in {"attributes": attributes, "spaces": spaces, "large": f'a="{large}"', "same": 'a="1" ' * DEEP,
                       "bare": "a " * DEEP, "odd": "=\"' " * DEEP, "name": large + '="1"', "class": f'class="{"ad " * 300_000}"',
                       "style": f'style="{"display:none;" * 50_000}"'}.items():
        yield whole("many", f"page {name}", f"<p {some}>{PROSE} Qzhere.</p>" if '"\'' not in some else "")
        yield inside("many", f"rss {name}", f"<title {some}>Bomb</title><description {some}>x</description>",
                     BOTH if '"\'' not in some else BOTH[:2])
        if len(some) < 4_000_000:
            yield inside("many", f"rss html {name}", item("Bomb", text(f"<p {some}>{PROSE}</p>"), 2))
            yield Case("many", f"opml {name}", opml(f'<outline text="Qzfeed" xmlUrl="http://example.org/f" {some}/>').encode(),
                       "opml", by="import")
    yield inside("many", "rss names", "<title>Bomb</title>" + "".join(f"<n{n}/>" for n in range(DEEP)))
    yield inside("many", "rss authors", "<title>Bomb</title>" + "".join(f"<dc:creator>Author {n}</dc:creator>" for n in range(20_000)))
    yield inside("many", "rss categories", "<title>Bomb</title>" + "".join(f"<category>c{n}</category>" for n in range(DEEP)))
    yield Case("many", "rss items", rss([item(f"Title {n}", "Short.", n) for n in range(3_000)] + [LAST]).encode(), "xml",
               ["Qzlast", "Qztwo"])
    yield whole("many", "page paragraphs", "<p>A short one." * 100_000)
    yield whole("many", "page links", "<p><a href=\"http://example.org/a\">link</a> " * 50_000)
    yield whole("many", "page cells", "<table><tr>" + "<td>x" * DEEP + "</table>")
    yield whole("many", "page spans", "<table><tr><td colspan=\"999999999\" rowspan=\"999999999\">x</td></tr></table>"
                "<ol start=\"99999999999999999999\"><li value=\"-99999999999\">x</ol>")
    yield whole("many", "page metas", "", head="".join(f'<meta name="m{n}" content="x">' for n in range(DEEP)))
    yield whole("many", "page breaks", "<br>" * 300_000)
    yield whole("many", "page options", "<select>" + "<option>x" * DEEP + "</select>")
    yield whole("many", "page frames", "<iframe src=\"http://example.org/\"></iframe>" * 20_000)
    yield whole("many", "page references", "<p>" + "&amp;&nbsp;&#233;&NotEqualTilde;&x" * 100_000)
    yield whole("many", "page long reference", "<p>&#" + "9" * 1_000_000 + "; &#x" + "f" * 1_000_000 + "; &" + "a" * 1_000_000)
    yield whole("many", "page comments", "<!---->" * 500_000 + "<!-- x --!>" * 1000 + "-->")
    yield whole("many", "page angles", "<p>" + "<" * 1_000_000 + "a>")
    yield whole("many", "page bogus", "<?x>" * 200_000 + "</>" * 200_000 + "<!x>" * 200_000)
    yield inside("many", "rss comments", "<title>Bomb</title>" + "<!---->" * 300_000)
    yield inside("many", "rss sections", "<title>Bomb</title><description>" + "<![CDATA[x]]>" * 200_000 + "</description>")
    yield inside("many", "rss escaped", item("Bomb", "&amp;" * 1_000_000, 2))
    yield inside("many", "rss escaped again", item("&" + "amp;" * 200_000 + "lt;b", "x", 2))
    yield inside("many", "rss ampersands", item("Bomb", "&" * 1_000_000, 2))
    yield Case("many", "opml outlines", opml("".join(f'<outline text="f" xmlUrl="http://example.org/{n}"/>' for n in range(5_000))).encode(),
               "opml", by="import")
    yield Case("many", "urls", "".join(f"http://example.org/{n} tag\n" for n in range(5_000)).encode(), "urls", by="import")
    yield Case("many", "lines", "".join(json.dumps({"title": f"T {n}", "text": "x"}) + "\n" for n in range(2_000)).encode(), "jsonl",
               by="import")
    matter = "".join(f"key{n}: value\n" for n in range(DEEP))
    yield Case("many", "front matter", f"---\ntitle: Qztitle\n{matter}---\n\n{LEAD}\n".encode(), "md", ["Qzlead"])
    aliases = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    yield Case("many", "front matter aliases", f"---\ntitle: Qztitle\n{aliases}---\n\n{LEAD}\n".encode(), "md", ["Qztitle", "Qzlead"])
    yield Case("many", "markdown cells", (f"{LEAD}\n\n" + "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + ("|b" * 200 + "|\n") * 200).encode(),
               "md", ["Qzlead"])
    yield Case("many", "markdown references", (f"{LEAD}\n\n" + "".join(f"[r{n}]: http://example.org/{n}\n" for n in range(50_000))
                                              + "\n" + "[r1] " * 50_000 + "\n").encode(), "md", ["Qzlead"])
    yield Case("many", "markdown notes", (f"{LEAD}\n\n" + "[^1] " * 50_000 + "\n\n[^1]: note\n").encode(), "md", ["Qzlead"])


RUNS = {
    "letters": "x", "words": "word ", "names": "Enel ", "companies": "Alfa Beta S.p.A. ", "digits": "1", "points": "1.",
    "sums": "12,5 milioni di euro ", "dollars": "$", "percents": "10% ", "brackets": "(", "quotes": "\"“«", "stops": ".", "dashes": "-",
    "capitals": "ABC ", "initials": "A. ", "apostrophes": "l'", "hyphens": "a-", "mixed": "Xx9-", "addresses": "http://a.b/c ",
    "schemes": "http://", "at": "a@", "han": "株式会社", "marks": "e\u0301\u0300\u0316", "emoji": "👨‍👩‍👧", "blanks": " ", "tabs": "\t",
    "lines": "\n", "pairs": "a\n", "nbsp": "\u00a0", "and": "Alfa & ", "of": "Bank of ", "the": "di ", "slashes": "/", "stars": "*",
}


def long():
    for name, run in RUNS.items():
        size = 2_000_000 // len(run.encode())
        yield Case("long", f"text {name}", (f"Title Qztitle\n\n{LEAD}\n\n{run * size}\n\n{PROSE}Qzend\n").encode(), "txt",
                   ["Qztitle", "Qzlead", "Qzend"])
        yield inside("long", f"rss {name}", item(run * (size // 4), run * (size // 2), 2))
    for name, run in (("letters", "x"), ("words", "word "), ("names", "Enel spa ")):
        many = run * (50_000_000 // len(run))
        yield Case("long", f"text line {name} 50 MB", many.encode(), "txt")
        yield Case("long", f"page line {name} 50 MB", page(f"<p>{many}</p>").encode(), "html")
        yield Case("long", f"markdown line {name} 50 MB", many.encode(), "md")
        yield Case("long", f"rss line {name} 50 MB", rss([GOOD, item("Bomb", many, 2)]).encode(), "xml")
        yield Case("long", f"json line {name} 50 MB", jsonfeed([{"id": "1", "title": "T", "content_text": many}]).encode(), "json")
        yield Case("long", f"lines {name} 50 MB", json.dumps({"title": "T", "text": many}).encode(), "jsonl", by="import")
    yield Case("long", "urls line 50 MB", b"http://example.org/" + b"x" * 50_000_000, "urls", by="import")
    yield Case("long", "opml 50 MB", opml(f'<outline text="{"x" * 50_000_000}" xmlUrl="http://example.org/"/>').encode(), "opml",
               by="import")
    yield Case("long", "rss title 50 MB", rss([GOOD, item("Word " * 10_000_000, PROSE, 2)]).encode(), "xml", BOTH[:2])
    yield Case("long", "page title 50 MB", page(AFTER, title="Word " * 5_000_000).encode(), "html", ["Qzafter"])
    yield Case("long", "rss names 50 MB", rss(
        [GOOD, item("T", PROSE, 2, f"<dc:creator>{'A' * 25_000_000}</dc:creator><link>http://example.org/{'b' * 10_000_000}</link>")],
        title="O" * 15_000_000).encode(), "xml", BOTH[:2])
    yield Case("long", "page tags 50 MB", ("<p>" * 16_000_000).encode(), "html")
    yield Case("long", "title", page(AFTER, title="Word " * 100_000).encode(), "html", ["Qzafter"])
    yield Case("long", "names of everything", rss(
        [item("T" * 500_000, "x", 1, f"<dc:creator>{'A' * 500_000}</dc:creator><category>{'c' * 500_000}</category>"),
         LAST], title="O" * 500_000).encode(), "xml", ["Qzlast"])
    yield Case("long", "address", rss([f"<title>Qztitle</title><link>http://example.org/{'a' * 1_000_000}</link>"]).encode(), "xml", ["Qztitle"])


def broken():
    good = rss([GOOD, LAST])
    for share in range(1, 20):
        cut = len(good) * share // 20
        yield Case("broken", f"rss cut {share}", good[:cut].encode(), "xml", BOTH[:2] if cut > good.index("</item>") else [])
    first = {"id": "1", "title": "First Qzfirst", "content_text": "Qzone " + PROSE}
    feed = jsonfeed([first, {"id": "2", "title": "Last", "content_html": PROSE}])
    for share in range(1, 10):
        cut = len(feed) * share // 10
        yield Case("broken", f"json cut {share}", feed[:cut].encode(), "json", BOTH[:2] if cut > feed.index("}, {") + 1 else [])
    yield Case("broken", "json bad item", feed.replace('"Last"', 'Last').encode(), "json", BOTH[:2])
    yield Case("broken", "json comment", ("// a feed\n" + feed).encode(), "json")
    yield Case("broken", "json comma", feed.replace("}, {", ",}, {").replace("}]", "},]").encode(), "json", BOTH[:2])
    yield Case("broken", "json surrogates", feed.replace("First", "\\ud800 First \\udc00\\udfff\\ud83d").encode(), "json", BOTH[:2])
    yield Case("broken", "json types", jsonfeed([{"id": 1, "title": ["x"], "content_text": {"a": 1}, "url": 5, "authors": "me"}, first, 7, None,
                                                "x", [], {"title": None, "content_text": "Qzthird", "id": None}]).encode(), "json",
               BOTH[:2] + ["Qzthird"])
    for name, bad in {
        "comment": "<title>Bomb</title><!-- never closed ", "section": "<title>Bomb</title><description><![CDATA[ never closed ",
        "tag": "<title>Bomb</title><description", "quote": "<title>Bomb</title><a b=\"", "instruction": "<title>Bomb</title><?never ",
        "crossed": "<title>Bomb<description></title>x</description>", "wrong": "<title>Bomb</titel></item></channel></rss>",
        "angle": "<title>a < b</title><description>1 < 2 > 3 && 4</description>", "end": "<title>Bomb</title>]]>",
        "name": "<title>Bomb</title><1a/><:/><a:b:c/><é/>", "space": "<title>Bomb</title><un:bound>x</un:bound>", "nul": "<title>Bo\0mb</title>\0",
        "bytes": "<title>Bomb \udcff\udcfe\udc80</title>", "doctype": "<!DOCTYPE x [<!ENTITY a 'b'>]><title>Bomb</title>",
        "declaration": "<?xml version='1.0' encoding='utf-16'?><title>Bomb</title>",
    }.items():
        document = rss([GOOD, bad, LAST]).encode("utf-8", "surrogateescape")
        # A quote or a comment that is never closed may well hold what follows.
        shows = BOTH[:2] if name in ("comment", "section", "quote", "instruction", "tag") else BOTH
        yield Case("broken", f"rss {name}", document, "xml", shows)
    yield Case("broken", "rss after the end", (rss([GOOD]) + "<html>junk</html>\n\0").encode(), "xml", BOTH[:2])
    yield Case("broken", "rss before the beginning", ("\n\n  junk\n" + rss([GOOD])).encode(), "xml")
    yield Case("broken", "rss blank before", ("\n \n\ufeff" + rss([GOOD])).encode(), "xml", BOTH[:2])
    for name in ("script", "style", "textarea", "title", "plaintext", "noscript", "iframe", "xmp", "noframes", "template", "svg", "math",
                 "select", "object", "audio", "canvas", "noembed"):
        yield whole("broken", f"page open {name}", f"<{name}>", ["Qzlead"])
    for name, bad in {"comment": "<!-- never closed", "tag": "<p class=", "quote": "<p class=\"", "section": "<![CDATA[ x", "frameset": "<frameset>",
                      "body": "</body></html>", "html": "<html><body><head>", "nul": "<p>a\0b</p>", "nul tag": "<p\0>x</p\0>",
                      "form": "<form><form></form>", "table": "<table>text<tr>text<td>", "doctype": "<!DOCTYPE x [", "bytes": "<p>\udcff\udc80</p>",
                      "control": "<p>\x01\x02\x07\x08</p>" * 40, "nuls": "<p>" + "\0" * 40}.items():
        document = page(bad + AFTER, lead=LEAD).encode("utf-8", "surrogateescape")
        shows = ["Qzlead"] if name in ("comment", "quote", "frameset", "tag") else ["Qzlead", "Qzafter"]
        yield Case("broken", f"page {name}", document, "html", shows)
    packed = gzip.compress(good.encode())
    for name, data in (("gzip", packed), ("gzip cut", packed[:len(packed) // 2]), ("gzip bomb", gzip.compress(b"\0" * 50_000_000)),
                       ("nuls", b"\0" * 100_000), ("empty", b""), ("blanks", b" \n\t\n" * 10), ("mark", b"\xef\xbb\xbf"), ("half mark", b"\xef\xbb"),
                       ("wide mark", b"\xff\xfe"), ("odd wide", b"\xff\xfe<\0r\0s\0s\0x"), ("noise", bytes(n * 7919 % 251 for n in range(50_000))),
                       ("high", bytes(range(128, 256)) * 100), ("pdf", b"%PDF-1.7\n" + b"x" * 1000), ("elf", b"\x7fELF" + b"\0" * 100),
                       ("surrogates", b"<rss><channel><item><title>Qzt \xed\xa0\x80\xed\xb0\x80</title></item></channel></rss>"),
                       ("long forms", b"<rss><channel><item><title>Qzt \xc0\x9b\xe0\x80\x9b\xf0\x80\x80\x9b[31m</title></item></channel></rss>")):
        for ending in ("xml", "html", "txt", "md", "json", "jsonl", "opml", "urls", "none"):
            by = "import" if ending in ("jsonl", "opml", "urls") else "add"
            yield Case("broken", f"{name} {ending}", data, ending, by=by)


def cases():
    for make in (entities, depth, many, long, broken):
        yield from make()
