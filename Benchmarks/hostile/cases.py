"""What a hostile file is, and the documents that hostile texts are put into."""
import html
import json
from dataclasses import dataclass, field

PROSE = (
    "The company said on Friday that its results for the third quarter were better than expected, that orders had grown in "
    "all its markets, and that it would go on investing in the plants which it opened in Italy and in Germany last year. "
)


@dataclass
class Case:
    """A file, or several, and what must come of it."""

    kind: str
    name: str
    # The bytes of the file; or a function that makes what it wants at a path, given the place (see `run.Place`).
    data: object
    ending: str = "xml"
    # Words that a browser would show, and those that nobody may see.
    shows: list = field(default_factory=list)
    hides: list = field(default_factory=list)
    # The date that the first article must have, as ISO 8601; "file" for that of the file.
    moment: str = None
    # "add", or "import" for lists of feeds and of articles.
    by: str = "add"
    # Whether only `parse` is asked.
    brief: bool = False
    # Exit statuses of reading it that are right; any from 0 to 3 where there are none.
    status: tuple = ()
    # The path to name instead of the file's, and what standard input is.
    path: str = None
    stdin: str = None


def text(value):
    """A text as XML and HTML write it."""
    return html.escape(value, quote=True)


def rss(items, head="", title="Outlet", declaration='<?xml version="1.0" encoding="UTF-8"?>', before=""):
    """A feed of items, which are the insides of `item`."""
    inside = "".join(f"<item>{item}</item>\n" for item in items)
    return (
        f"{declaration}\n{before}<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
        f"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\" "
        f"xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" xmlns:atom=\"http://www.w3.org/2005/Atom\">"
        f"<channel><title>{title}</title><link>http://example.org/</link>{head}\n{inside}</channel></rss>\n")


def item(title, body, number=1, more=""):
    """The inside of an item; `title` and `body` are XML."""
    return (f"<title>{title}</title><link>http://example.org/{number}</link><guid isPermaLink=\"false\">id-{number}</guid>"
            f"<description>{body}</description>{more}")


def atom(entries, head="", title="Outlet", before=""):
    """A feed of entries, which are the insides of `entry`."""
    inside = "".join(f"<entry>{entry}</entry>\n" for entry in entries)
    return (f"<?xml version=\"1.0\"?>\n{before}<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>{title}</title>"
            f"<id>urn:feed</id>{head}\n{inside}</feed>\n")


def entry(title, body, number=1, form="html"):
    """The inside of an entry; `title` and `body` are XML."""
    return (f"<title>{title}</title><id>urn:{number}</id><link href=\"http://example.org/{number}\"/>"
            f"<content type=\"{form}\">{body}</content>")


def page(body, title="A page", head="", charset="utf-8", lead=PROSE):
    """A page whose article is HTML."""
    meta = f"<meta charset=\"{charset}\">" if charset else ""
    return (f"<!DOCTYPE html>\n<html lang=\"en\"><head>{meta}<title>{title}</title>{head}</head>"
            f"<body><article><h1>{title}</h1>\n<p>{lead}</p>\n{body}\n</article></body></html>\n")


def jsonfeed(items, **more):
    """A JSON Feed."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Outlet", "home_page_url": "http://example.org/"}
    return json.dumps(feed | more | {"items": items})


def opml(outlines, title="Feeds"):
    """A list of feeds."""
    return f"<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head><title>{title}</title></head><body>{outlines}</body></opml>\n"
