"""Texts that a terminal would obey, or that hide or turn what is read, in every field of every format and encoding."""
import json

from cases import PROSE, Case, atom, jsonfeed, opml, page, rss, text

PAYLOADS = [
    # C0 and what begins with ESC.
    "\x1b[31mred\x1b[0m", "\x1b[2J\x1b[H", "\x1b]0;owned\x07", "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;cm0gLXJm\x07", "\x1bP+q544e\x1b\\", "\x1b_apc\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos\x1b\\", "\x1bc", "\x1b[6n",
    "\x1b[201~", "\x1b[?1049h", "\x1b]1337;File=:AAAA\x07", "\x1b]50;?\x07", "\x1b$q\"p", "\x1b[5i", "\x1b#8", "\x1b(0",
    "\x07\x07", "back\x08\x08\x08\x08", "over\rwrite", "\x0e\x0f", "\x0b\x0c", "\x7f\x7f", "\x01\x02\x03\x04\x05\x06",
    "\x10\x11\x12\x13\x14\x16\x17", "\x18\x19\x1a\x1c\x1d\x1e\x1f", "a\tb", "\x1b", "\x1b\x1b[\x1b[31m",
    # C1: CSI, OSC, DCS, ST, NEL and the others.
    "\x9b31m", "\x9d0;owned\x9c", "\x90q\x9c", "\x9fapc\x9c", "\x98sos\x9c", "next\x85line", "\x84\x8d\x8e\x8f",
    "\x80\x81\x82\x83\x86\x87\x88", "\x91\x92\x93\x94\x95\x96\x97\x99\x9a\x9e",
    # What turns, hides or joins.
    "\u202egpj.exe\u202c", "\u202d\u202a\u202b", "\u2066a\u2069\u2067b\u2069\u2068c\u2069", "\u200e\u200f\u061c",
    "\U000e0001\U000e0065\U000e006e\U000e007f", "\ufff9a\ufffab\ufffb", "\u200b\u200c\u200d\u2060\ufeff", "so\u00adft",
    "\u2028\u2029", "\u2061\u2062\u2063\u2064\u206a\u206b\u206f", "\u180e\u3164\u115f\u1160\uffa0", "\ufe0e\ufe0f\U000e0100",
    "\ufffc\ufffd\ufdd0\ufffe\uffff\U0001ffff", "Z" + "\u0300\u0489" * 60, "\u2800\u00a0\u2003\u3000", "\ue000\U000f0000",
    "\U0001d173\U0001bca0\u13430", "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f3fd", "\u0600\u06dd\u070f",
    # What other languages take for marks, and shells and formats for orders.
    "<b>bold</b> &amp; <script>alert(1)</script>", "$(reboot) `reboot` ; rm -rf / | cat", "%n%s%x {0} ${HOME} {{7*7}}",
    "'; DROP TABLE articles; --", "../../../etc/passwd", "\\x1b[31m \\033[31m \\e[31m \\u001b[31m", "=cmd|' /C calc'!A0",
]
GROUP = 8


def numbered(letters, form):
    """A text with every letter that is no plain ASCII written as a reference to a character."""
    return "".join(text(c) if " " <= c < "\x7f" else form.format(ord(c)) for c in letters)


WAYS = {
    "raw": text,
    "decimal": lambda value: numbered(value, "&#{};"),
    "hex": lambda value: numbered(value, "&#x{:x};"),
    "twice": lambda value: text(numbered(value, "&#{};")),
    "cdata": lambda value: "<![CDATA[" + text(value) + "]]>",
}


class Words:
    """The words around each payload, by which it is seen whether what stands beside it was lost."""

    def __init__(self, payloads):
        self.payloads = payloads
        self.shows = []

    def around(self, index, place, shown=True):
        before, after = f"Qz{place}{index}before", f"Qz{place}{index}after"
        if shown:
            self.shows += [before, after]
        return f"{before} {self.payloads[index]} {after}"

    def each(self, write):
        return [write(index) for index in range(len(self.payloads))]


def rss_items(words, way):
    """Items that hold a payload in every field."""
    write = WAYS[way]
    return words.each(lambda i: (
        f"<title>{write(words.around(i, 'title'))}</title>"
        f"<link>http://example.org/{i}?{write(words.payloads[i])}</link>"
        f"<guid isPermaLink=\"false\">{write(words.around(i, 'guid', False))}</guid>"
        f"<dc:creator>{write(words.around(i, 'creator'))}</dc:creator>"
        f"<category>{write(words.around(i, 'category', False))}</category>"
        f"<pubDate>{write(words.payloads[i])}</pubDate>"
        f"<media:title>{write(words.around(i, 'media', False))}</media:title>"
        f"<enclosure url=\"http://example.org/{write(words.payloads[i]) if way not in ('cdata',) else ''}\"/>"
        f"<content:encoded>{write('<p>' + words.around(i, 'body') + '</p>') if way in ('raw', 'cdata') else write(words.around(i, 'body'))}"
        f"</content:encoded>"))


def rss_file(payloads, way):
    words = Words(payloads)
    items = rss_items(words, way)
    title = WAYS[way](words.around(0, "outlet"))
    return rss(items, title=title), words.shows


def atom_file(payloads, way, form):
    words = Words(payloads)
    write = WAYS[way]

    def one(i):
        body = words.around(i, "body")
        inside = f"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{write(body)}</p></div>" if form == "xhtml" else write(body)
        return (f"<title>{write(words.around(i, 'title'))}</title><id>urn:{i}:{write(words.payloads[i])}</id>"
                f"<link href=\"http://example.org/{i}{text(words.payloads[i]) if way == 'raw' else ''}\"/>"
                f"<author><name>{write(words.around(i, 'author'))}</name></author>"
                f"<updated>{write(words.payloads[i])}</updated><content type=\"{form}\">{inside}</content>")

    return atom(words.each(one), title=write(words.around(0, "outlet"))), words.shows


def json_file(payloads, is_raw):
    words = Words(payloads)
    items = words.each(lambda i: {
        "id": words.around(i, "id", False), "title": words.around(i, "title"), "content_text": words.around(i, "body"),
        "url": "http://example.org/" + words.payloads[i], "authors": [{"name": words.around(i, "author")}],
        "date_published": words.payloads[i]})
    feed = jsonfeed(items, title=words.around(0, "outlet"))
    return raw_json(feed) if is_raw else feed, words.shows


def raw_json(value):
    """JSON with its characters as they are, also those that must be escaped."""
    value = json.dumps(json.loads(value), ensure_ascii=False)
    for code in list(range(0x20)):
        value = value.replace(f"\\u{code:04x}", chr(code))
    return value


def page_file(payloads, way):
    words = Words(payloads)
    write = WAYS[way]

    def one(i):
        around = [write(words.around(i, place)) for place in ("p", "li", "quote", "pre", "cell", "link")]
        return (f"<h2>Part {i} of it</h2><p>{PROSE} {around[0]}</p><ul><li>{around[1]} {PROSE}</li></ul>"
                f"<blockquote><p>{PROSE} {around[2]}</p></blockquote><pre>{around[3]}</pre>"
                f"<table><tr><td>{PROSE}</td><td>{around[4]}</td></tr></table>"
                f"<p>{PROSE} <a href=\"http://example.org/{write(words.payloads[i])}\" title=\"{write(words.payloads[i])}\">"
                f"{around[5]}</a> <img src=\"x.png\" alt=\"{write(words.payloads[i])}\"></p>")

    head = "".join(
        f"<meta property=\"{name}\" content=\"{write(words.payloads[0])}\">"
        for name in ("og:site_name", "og:url", "article:published_time", "author"))
    return page("\n".join(words.each(one)), title=write(words.around(0, "title")), head=head), words.shows


def markdown_file(payloads, has_matter):
    words = Words(payloads)
    body = words.each(lambda i: (
        f"## Part {i}\n\n{PROSE}\n\n{words.around(i, 'p')}\n\n- {words.around(i, 'item')}\n\n> {words.around(i, 'quote')}\n\n"
        f"[{words.around(i, 'link')}](http://example.org/{i})\n"))
    title = words.around(0, "title", "\n" not in payloads[0])
    if has_matter:
        quoted = title.replace("\\", "\\\\").replace("\"", "\\\"")
        head = f"---\ntitle: \"{quoted}\"\nauthor: {payloads[1]}\nurl: http://example.org/{payloads[0]}\n---\n\n"
    else:
        head = f"# {title}\n\n"
    return head + "\n".join(body), words.shows


def text_file(payloads):
    words = Words(payloads)
    lines = words.each(lambda i: f"{PROSE}{words.around(i, 'p')}\n")
    return words.around(0, "title") + "\n\n" + "\n".join(lines), words.shows


def lines_file(payloads):
    words = Words(payloads)
    lines = words.each(lambda i: json.dumps({
        "id": words.around(i, "id", False), "title": words.around(i, "title"), "author": words.around(i, "author"),
        "source": words.around(i, "outlet"), "text": words.around(i, "body"), "url": "http://example.org/" + words.payloads[i],
        "published": words.payloads[i]}))
    return "\n".join(lines) + "\n", words.shows


def opml_file(payloads, way):
    words = Words(payloads)
    write = WAYS[way]
    outlines = words.each(lambda i: (
        f"<outline text=\"{write(words.around(i, 'folder', False))}\"><outline type=\"rss\" "
        f"text=\"{write(words.around(i, 'feed'))}\" xmlUrl=\"http://example.org/feed{i}.xml\" "
        f"category=\"{write(words.payloads[i])}\"/></outline>"))
    return opml("".join(outlines)), words.shows


def urls_file(payloads):
    lines = [f"http://example.org/{i}.xml \"~name {p}\" \"tag {p}\"" for i, p in enumerate(payloads) if "\n" not in p]
    return "\n".join(lines) + "\n", []


def cases():
    groups = [PAYLOADS[start:start + GROUP] for start in range(0, len(PAYLOADS), GROUP)]
    for number, group in enumerate(groups):
        made = {f"rss {way}": ("xml", rss_file(group, way)) for way in WAYS}
        made |= {
            "atom raw": ("atom", atom_file(group, "raw", "text")), "atom hex": ("atom", atom_file(group, "hex", "html")),
            "atom xhtml": ("atom", atom_file(group, "decimal", "xhtml")), "json": ("json", json_file(group, False)),
            "json raw": ("json", json_file(group, True)), "page raw": ("html", page_file(group, "raw")),
            "page decimal": ("html", page_file(group, "decimal")), "page hex": ("html", page_file(group, "hex")),
            "markdown": ("md", markdown_file(group, False)), "front matter": ("md", markdown_file(group, True)),
            "text": ("txt", text_file(group)), "lines": ("jsonl", lines_file(group)),
            "opml raw": ("opml", opml_file(group, "raw")), "opml hex": ("opml", opml_file(group, "hex")),
            "urls": ("urls", urls_file(group)),
        }
        for name, (ending, (document, shows)) in made.items():
            by = "import" if ending in ("jsonl", "opml", "urls") else "add"
            yield Case("escapes", f"{name} {number}", document.encode("utf-8", "surrogatepass"), ending, shows, by=by)
        for name in ("rss raw", "page raw", "text"):
            ending, (document, shows) = made[name]
            shows = [word for word in shows if "outlet" not in word]
            for code, mark in (("utf-16", b""), ("utf-16-le", b""), ("utf-16-be", b"\xfe\xff")):
                data = mark + document.encode(code)
                yield Case("escapes", f"{name} {code} {number}", data, ending, shows)
            if name != "text":
                data = document.replace("utf-8", "iso-8859-1").replace("UTF-8", "iso-8859-1").encode("latin-1", "replace")
                yield Case("escapes", f"{name} latin-1 {number}", data, ending, shows)
