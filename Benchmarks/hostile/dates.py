"""Dates in the shapes that outlets write, and what they say."""
from cases import PROSE, Case, jsonfeed, page, rss, text

MORNING, ZONED, DAY = "2026-11-20T09:30:00Z", "2026-11-20T08:30:00Z", "2026-11-20T00:00:00Z"

# For every format.
PLAIN = [
    ("2026-11-20T09:30:00Z", MORNING), ("2026-11-20T09:30:00+01:00", ZONED), ("2026-11-20T09:30:00+0100", ZONED),
    ("2026-11-20T09:30Z", MORNING), ("2026-11-20 09:30:00", MORNING), ("2026-11-20 09:30", MORNING), ("2026-11-20", DAY),
    ("2026-11-20T09:30:00.123Z", MORNING), ("2026-11-20T09:30:00.123456+01:00", ZONED), ("2026-11-20t09:30:00z", MORNING),
    ("2026-11-20T09:30:00", MORNING), ("20 novembre 2026", DAY), ("20 Novembre 2026", DAY), ("November 20, 2026", DAY),
    ("20 November 2026", DAY), ("Nov 20, 2026", DAY), ("20 nov 2026", DAY), ("20/11/2026", DAY), ("  2026-11-20  ", DAY),
    ("venerdì 20 novembre 2026", DAY), ("Friday, 20 November 2026", DAY), ("November 20th, 2026", DAY),
    ("20 novembre 2026 ore 09:30", MORNING), ("20 novembre 2026, 09:30", MORNING), ("20.11.2026", DAY),
    ("Fri, 20 Nov 2026 09:30:00 GMT", MORNING), ("Fri, 20 Nov 2026 09:30:00 +0100", ZONED),
    ("2026-11-20 09:30:00 +0100", ZONED), ("2026-11-20T09:30:00 Z", MORNING), ("1795167000", MORNING),
    ("1795167000000", MORNING), ("Nov 20, 2026 9:30 AM", MORNING), ("November 20, 2026 at 9:30 am", MORNING),
    ("1 gennaio 2026", "2026-01-01T00:00:00Z"), ("1° gennaio 2026", "2026-01-01T00:00:00Z"),
    ("20261120T093000Z", MORNING), ("20261120", DAY), ("2026/11/20", DAY), ("2026/11/20 09:30:00", MORNING),
    ("Fri Nov 20 09:30:00 2026", MORNING), ("Fri Nov 20 2026 09:30:00 GMT+0100 (Central European Standard Time)", ZONED),
    ("", "file"), ("tomorrow", "file"), ("0000-00-00T00:00:00Z", "file"), ("31 febbraio 2026", "file"),
    ("9" * 40, "file"), ("9" * 100_000, "file"), ("-1", "file"), ("2026-13-45T99:99:99", None), ("NaN", "file"),
]
# For feeds alone.
MORE = [
    ("Mon, 20 Nov 2026 09:30:00 GMT", MORNING), ("20 Nov 2026 09:30:00 GMT", MORNING), ("Fri, 20 Nov 26 09:30:00 GMT", MORNING),
    ("Fri, 20 Nov 2026 09:30 GMT", MORNING), ("Fri, 20 Nov 2026 09:30:00 EST", "2026-11-20T14:30:00Z"),
    ("Fri, 20 Nov 2026 01:30:00 PST", MORNING), ("Fri, 20 Nov 2026 10:30:00 CET", MORNING),
    ("Mon, 20 Jul 2026 11:30:00 CEST", "2026-07-20T09:30:00Z"), ("Fri, 20 Nov 2026 15:00:00 IST", MORNING),
    ("Fri, 20 Nov 2026 15:00:00 +0530", MORNING), ("fri, 20 nov 2026 09:30:00 gmt", MORNING),
    ("FRI, 20 NOV 2026 09:30:00 GMT", MORNING), ("Fri,20 Nov 2026 09:30:00 GMT", MORNING),
    ("Friday, 20-Nov-26 09:30:00 GMT", MORNING), ("Fri, 20 November 2026 09:30:00 GMT", MORNING),
    ("Fri, 20 Nov 2026 09:30:00 UT", MORNING), ("Fri, 20 Nov 2026 09:30:00 Z", MORNING),
    ("Fri, 20 Nov 2026 09:30:00 GMT+1", ZONED), ("Fri, 20 Nov 2026 09:30:00 (GMT)", MORNING),
    ("Fri, 20 Nov 2026 09:30:00", MORNING), ("Fri, 20 Nov 2026 9:30:00 GMT", MORNING), ("Fri, 20 Nov 2026", DAY),
    ("ven, 20 nov 2026 09:30:00 +0100", ZONED), ("Ven, 20 Novembre 2026 09:30:00 +0100", ZONED),
    ("mar, 6 gen 2026 09:30:00 GMT", "2026-01-06T09:30:00Z"), ("lun, 09 mar 2026 09:30:00 GMT", "2026-03-09T09:30:00Z"),
    ("dom, 10 mag 2026 09:30:00 GMT", "2026-05-10T09:30:00Z"), ("Gio, 4 giu 2026 09:30:00 GMT", "2026-06-04T09:30:00Z"),
    ("sab, 4 lug 2026 09:30:00 GMT", "2026-07-04T09:30:00Z"), ("sab, 1 ago 2026 09:30:00 GMT", "2026-08-01T09:30:00Z"),
    ("mar, 1 set 2026 09:30:00 GMT", "2026-09-01T09:30:00Z"), ("gio, 1 ott 2026 09:30:00 GMT", "2026-10-01T09:30:00Z"),
    ("mar, 1 dic 2026 09:30:00 GMT", "2026-12-01T09:30:00Z"), ("20 novembre 2026 alle 9.30", MORNING),
    ("venerdì, 20 novembre 2026 - 09:30", MORNING), ("2026-11-20T09:30:00+01", ZONED), ("2026-11-20T24:00:00Z", "2026-11-21T00:00:00Z"),
    ("2026-11-20T09:30:60Z", "2026-11-20T09:31:00Z"), ("2026-324T09:30:00Z", MORNING), ("2026-11", "2026-11-01T00:00:00Z"),
    ("2026", "2026-01-01T00:00:00Z"), ("2026-11-20T09:30:00 +01:00", ZONED), ("2026-11-20T09:30:00UTC", MORNING),
    ("2026-11-20 09:30:00 UTC", MORNING), ("2026-11-20 09:30:00.0", MORNING), ("11/20/2026 09:30:00", MORNING),
    ("11/20/2026 9:30:00 AM", MORNING), ("11/20/2026 9:30 PM", "2026-11-20T21:30:00Z"), ("20-11-2026 09:30", MORNING),
    ("20-Nov-2026 09:30:00", MORNING), ("20. November 2026 09:30", MORNING), ("20 novembre 2026 09h30", MORNING),
    ("20 de noviembre de 2026 09:30", MORNING), ("2026年11月20日 09:30", MORNING), ("Fri, 20 Nov 2026\n09:30:00\tGMT", MORNING),
    ("Fri,\u00a020\u00a0Nov\u00a02026 09:30:00 GMT", MORNING), ("Thu, 1 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"),
    ("Fri, 20 Nov 2026 09:30:00 XYZ", MORNING), ("Fri, 20 Nov 2026 09:30:00 +9999", MORNING),
    ("2026-11-20T09:30:00-00:00", MORNING), ("Fri, 20 Nov 2026 09:30:00 -0000", MORNING),
]


def cases():
    for number, (shape, moment) in enumerate(PLAIN + MORE):
        name = f"{number} {shape[:40]!r}"
        for tag in ("pubDate", "dc:date") if len(shape) < 1000 else ("pubDate",):
            feed = rss([f"<title>News</title><{tag}>{text(shape)}</{tag}><description>{PROSE}</description>"])
            yield Case("dates", f"rss {tag} {name}", feed.encode(), "xml", moment=moment, brief=True)
    for number, (shape, moment) in enumerate(PLAIN):
        name = f"{number} {shape[:40]!r}"
        head = f"<meta property=\"article:published_time\" content=\"{text(shape)}\">"
        yield Case("dates", f"page {name}", page("", head=head).encode(), "html", moment=moment, brief=True)
        matter = f"---\ntitle: News\ndate: {shape}\n---\n\n{PROSE}\n"
        yield Case("dates", f"front matter {name}", matter.encode(), "md", moment=moment, brief=True)
        feed = jsonfeed([{"id": "1", "title": "News", "content_text": PROSE, "date_published": shape}])
        yield Case("dates", f"json {name}", feed.encode(), "json", moment=moment, brief=True)
