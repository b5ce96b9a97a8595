"""What leads out of a file: external entities, includes, addresses, names of hosts; and encodings that lie."""
import json

from cases import PROSE, Case, atom, entry, item, jsonfeed, opml, page, rss, text

BOTH = ["Qzfirst", "Qzlast"]


def canaries(place):
    """Documents that ask for a file or for a port of this machine."""
    targets = {"file": f"file://{place.canary}", "path": str(place.canary), "relative": place.canary.name, "port": f"http://127.0.0.1:{place.port}/x",
               "passwd": "file:///etc/passwd", "ftp": f"ftp://127.0.0.1:{place.port}/x", "php": "php://filter/resource=" + str(place.canary),
               "jar": f"jar:file://{place.canary}!/x", "blank": "file:///dev/zero", "parameter": f"http://127.0.0.1:{place.port}/%25p"}
    for name, target in targets.items():
        outer = {
            "entity": (f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{target}">]>\n', "&x;"),
            "public": (f'<!DOCTYPE rss [<!ENTITY x PUBLIC "a" "{target}">]>\n', "&x;"),
            "parameter": (f'<!DOCTYPE rss [<!ENTITY % p SYSTEM "{target}"> %p; %all;]>\n', "&x;"),
            "within": (f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{target}"><!ENTITY y "&x;">]>\n', "&y;"),
            "type": (f'<!DOCTYPE rss SYSTEM "{target}">\n', "&x;"),
            "type inside": (f'<!DOCTYPE rss PUBLIC "-//N//DTD" "{target}" [<!ENTITY x "y">]>\n', "&x;"),
            "include": ("", f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{target}" parse="text"/>'),
            "sheet": (f'<?xml-stylesheet type="text/xsl" href="{target}"?>\n', "x"),
            "schema": ("", f'<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a {target}"/>'),
        }
        for way, (before, use) in outer.items():
            feed = rss([item("First Qzfirst", PROSE), item("Outside", use, 2), item("Last Qzlast", PROSE, 3)], before=before)
            yield Case("outside", f"rss {way} {name}", feed.encode(), "xml", BOTH)
        before, use = outer["entity"]
        yield Case("outside", f"atom {name}", atom([
            f'<title>First Qzfirst</title><id>1</id><content src="{target}" type="text/html"/>', entry("Last Qzlast", use, 3)],
            before=before.replace("rss", "feed")).encode(), "atom", BOTH)
        yield Case("outside", f"opml {name}", (before.replace("rss", "opml") + opml(
            f'<outline text="&x;" xmlUrl="{text(target)}"/><outline text="Qzfirst" xmlUrl="http://example.org/f"/>')).encode(), "opml",
            ["Qzfirst"], by="import")
        yield Case("outside", f"page {name}", page(
            f'<p>{PROSE} Qzfirst</p><img src="{target}"><iframe src="{target}"></iframe><script src="{target}"></script>'
            f'<object data="{target}"></object><link rel="stylesheet" href="{target}"><embed src="{target}"><video src="{target}"></video>'
            f'<p>{PROSE} Qzlast</p>', head=f'<base href="{target}"><meta http-equiv="refresh" content="0;url={target}">'
            f'<link rel="canonical" href="{target}"><link rel="alternate" type="application/rss+xml" href="{target}">').encode(), "html", BOTH)
        yield Case("outside", f"xhtml {name}", (f'<!DOCTYPE html [<!ENTITY x SYSTEM "{target}">]>' + page(
            f"<p>{PROSE} Qzfirst &x; Qzlast</p>")).encode(), "html", BOTH)
        yield Case("outside", f"markdown {name}", f"# Qzfirst\n\n{PROSE}\n\n![x]({target}) {{{{ include \"{target}\" }}}} Qzlast\n".encode(), "md", BOTH)
        yield Case("outside", f"urls {name}", f"{target} tag\nexec:cat {place.canary}\nfilter:cat {place.canary}:http://example.org/\n"
                   f"\"exec:cat {place.canary}\"\n".encode(), "urls", by="import")


ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:x", "file:///etc/passwd", "about:blank", "blob:http://example.org/x", "ftp://example.org/x", "mailto:a@b.example", "tel:123",
    "http://user:secretQz@example.org/", "http://user@example.org/", "http://example.org@evil.example/", "http://example.org:80@evil.example/",
    "http://evil.example\\@example.org/", "http://example.org%00@evil.example/", "http:/example.org", "http:example.org", "http:///example.org",
    "http://", "https://", "//example.org/x", "///x", "?q", "#f", "/../../x", "http://[::1]/", "http://[::1", "http://127.0.0.1:99999/", "http://0x7f.1/",
    "http://ex\u0430mple.org/", "http://xn--exmple-4nf.org/", "http://\u0430\u0440\u0440\u04cf\u0435.com/", "http://例え.テスト/", "http://exa\u200bmple.org/",
    "http://example\u3002org/", "http://ex\u00admple.org/", "http://\u202eelpmaxe.org/", "http://example.org/\u202egpj.exe", "http://exam ple.org/",
    "http://example.org/a b", "http://example.org/\x1b]0;x\x07", "http://example.org/\u009b31m", "http://example.org/\r\nSet-Cookie: a", "http://example.org/\"'<>`",
    "http://example.org/%1b%5b31m", "http://example.org/--help", "--help", "-rf", "http://-example.org/", "http://exam_ple.org/", "http://.../",
    "http://example.org/;reboot", "http://example.org/$(reboot)", "http://a" * 50, "http://" + "a." * 5000 + "org/", "http://example.org/" + "%" * 5000, "",
    "view-source:http://example.org", "feed:http://example.org/", "feed:javascript:alert(1)", "itms://example.org", "\u2028http://example.org/", "http://\U000e0065x.org/",
]


def addresses():
    for start in range(0, len(ADDRESSES), 4):
        some = ADDRESSES[start:start + 4]
        number = start // 4
        items = [f"<title>Item Qzitem{n}</title><link>{text(a)}</link><guid>{n} {text(a.replace('secretQz', ''))}</guid><description>{text(f'<p>{PROSE}<a href={json.dumps(text(a))}>Qzlink{n}</a></p>')}"
                 f"</description><enclosure url=\"{text(a)}\"/>" for n, a in enumerate(some)]
        shows = [f"Qz{word}{n}" for n in range(len(some)) for word in ("item", "link")]
        yield Case("addresses", f"rss {number}", rss(items).encode(), "xml", shows, hides=["secretQz"])
        yield Case("addresses", f"atom {number}", atom(
            [f"<title>Item Qzitem{n}</title><id>urn:{n}</id><link href=\"{text(a)}\"/><content type=\"html\" xml:base=\"{text(a)}\">"
             f"{text(f'<p>{PROSE}<a href={json.dumps(text(a))}>Qzlink{n}</a> <a href=x>y</a></p>')}</content>" for n, a in enumerate(some)]).encode(),
            "atom", shows, hides=["secretQz"])
        yield Case("addresses", f"json {number}", jsonfeed(
            [{"id": str(n), "url": a, "external_url": a, "title": f"Item Qzitem{n}", "content_html": f"<p>{PROSE}<a href={json.dumps(text(a))}>Qzlink{n}</a></p>"}
             for n, a in enumerate(some)], home_page_url=some[0]).encode(), "json", shows, hides=["secretQz"])
        for n, a in enumerate(some):
            head = f'<link rel="canonical" href="{text(a)}"><meta property="og:url" content="{text(a)}"><base href="{text(a)}">'
            yield Case("addresses", f"page {number} {n}", page(
                f'<p>{PROSE} <a href="{text(a)}">Qzlink</a> <a href="x?y">Qzother</a></p>', head=head).encode(), "html", ["Qzlink", "Qzother"], hides=["secretQz"])
        body = "\n\n".join(f"{PROSE} [Qzlink{n}](<{a}>) <{a}> {a}" for n, a in enumerate(some) if "\n" not in a)
        yield Case("addresses", f"markdown {number}", f"---\ntitle: Qztitle\nurl: {some[0]!r}\n---\n\n{body}\n".encode(), "md", ["Qztitle"])
        lines = "".join(json.dumps({"title": f"Item Qzitem{n}", "text": f"Qztext{n} {a}", "url": a, "links": [{"start": 0, "end": 6, "url": a}],
                                    "blocks": [{"start": 0, "end": 7, "kind": "paragraph"}]}) + "\n" for n, a in enumerate(some))
        yield Case("addresses", f"lines {number}", lines.encode(), "jsonl", [f"Qzitem{n}" for n in range(len(some))], by="import")
        yield Case("addresses", f"opml {number}", opml("".join(
            f'<outline text="Feed {n}" xmlUrl="{text(a)}" htmlUrl="{text(a)}"/>' for n, a in enumerate(some))).encode(), "opml", by="import", hides=["secretQz"])
        yield Case("addresses", f"urls {number}", "".join(f"{a} tag\n" for a in some if "\n" not in a and "secretQz" not in a).encode(), "urls", by="import")


SAMPLES = {
    "windows-1252": "caffè perché “Qzquote” €", "iso-8859-1": "caffè perché Qzquote", "iso-8859-15": "caffè € Qzquote", "utf-8": "caffè 株式 Qzquote",
    "windows-1251": "Новости компании Qzquote", "koi8-r": "Новости компании Qzquote", "iso-8859-2": "Żółć gęślą Qzquote", "windows-1250": "Żółć gęślą Qzquote",
    "shift_jis": "株式会社ニュース Qzquote", "euc-jp": "株式会社ニュース Qzquote", "gb2312": "公司新闻 Qzquote", "gbk": "公司新闻 Qzquote", "big5": "公司新聞 Qzquote",
    "euc-kr": "회사 뉴스 Qzquote", "windows-1253": "Νέα εταιρείας Qzquote", "windows-1254": "İstanbul şirket Qzquote", "iso-2022-jp": "株式会社 Qzquote",
    "utf-16": "caffè 株式 Qzquote", "utf-16-le": "caffè 株式 Qzquote", "utf-16-be": "caffè 株式 Qzquote", "utf-32": "caffè 株式 Qzquote",
}


def encodings():
    for code, sample in SAMPLES.items():
        words = sample.split()
        label = code if not code.startswith("utf-16-") else "utf-16"
        feed = rss([item(sample, sample + " " + PROSE)], declaration=f'<?xml version="1.0" encoding="{label}"?>')
        yield Case("encodings", f"rss {code}", feed.encode(code), "xml", words)
        yield Case("encodings", f"page {code}", page(f"<p>{PROSE}{sample}</p>", title=sample, charset=label).encode(code), "html",
                   words if code != "utf-32" else [])
        http = page(f"<p>{PROSE}{sample}</p>", title=sample, charset="", head=f'<meta http-equiv="Content-Type" content="text/html; charset={label}">')
        yield Case("encodings", f"page http {code}", http.encode(code), "html", words if code != "utf-32" else [])
        if code.startswith(("utf-16", "utf-8", "windows-1252", "iso-8859-1")) and code != "iso-8859-15":
            yield Case("encodings", f"text {code}", f"{sample}\n\n{PROSE}{sample}\n".encode(code), "txt", words if code != "utf-8" else words)
            yield Case("encodings", f"markdown {code}", f"# {sample}\n\n{PROSE}{sample}\n".encode(code), "md", words)
        # UTF-8, whatever the label says; and a label that nobody knows.
        for wrong in (label, "x-unknown-\x1b", "utf-7", "none"):
            document = rss([item("caffè Qzquote", "perché “così”")], declaration=f'<?xml version="1.0" encoding="{wrong}"?>')
            if not wrong.startswith(("iso-2022",)):
                yield Case("encodings", f"rss utf-8 as {wrong!r} {code}", document.encode(), "xml", ["caffè", "Qzquote", "perché", "“così”"])
        document = page(f"<p>{PROSE} perché “così”</p>", title="caffè Qzquote", charset=label)
        yield Case("encodings", f"page utf-8 as {code}", document.encode(), "html", ["caffè", "Qzquote", "perché", "“così”"])
    mixed = page(f"<p>{PROSE} perché</p><p>{PROSE} caffXX Qzend</p>", title="Qzquote").encode().replace(b"XX", b"\xe8")
    yield Case("encodings", "page mixed", mixed, "html", ["Qzquote", "Qzend"])
    yield Case("encodings", "rss utf-7", rss([item("+ADw-script+AD4- Qzquote", "x")], declaration='<?xml version="1.0" encoding="utf-7"?>').encode(), "xml", ["Qzquote"])


def cases(place):
    yield from canaries(place)
    yield from addresses()
    yield from encodings()
