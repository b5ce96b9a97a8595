"""What is no plain file, and names that a terminal or a program would obey."""
import os
import socket

from cases import PROSE, Case, opml, rss, item

GOOD = f"# Qztitle\n\n{PROSE} Qzbody\n".encode()
ENDINGS = ["txt", "md", "html", "xml", "json", "jsonl", "opml", "urls", ""]


def hole(path, place):
    with open(path, "wb") as file:
        file.truncate(3 << 30)


def headed_hole(path, place):
    with open(path, "wb") as file:
        file.write(rss([item("Qztitle", PROSE)]).encode())
        file.truncate(3 << 30)


def small_hole(path, place):
    with open(path, "wb") as file:
        file.write(b"Qztitle\n\n" + PROSE.encode())
        file.truncate(60 << 20)


def loop(path, place):
    os.symlink(path + b".other", path)
    os.symlink(path, path + b".other")


def link(target):
    return lambda path, place: os.symlink(target, path)


def fifo(path, place):
    os.mkfifo(path)


def listener(path, place):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)


def unreadable(path, place):
    with open(path, "wb") as file:
        file.write(GOOD)
    os.chmod(path, 0)


def folder(fill):
    def make(path, place):
        os.mkdir(path)
        fill(path)
    return make


def write(path, name, data=GOOD):
    with open(os.path.join(path, name), "wb") as file:
        file.write(data)


def looped(path):
    os.symlink(path, os.path.join(path, b"again"))
    os.symlink(b"..", os.path.join(path, b"up"))
    os.symlink(b"/", os.path.join(path, b".root"))
    write(path, b"a.md")


def deep(path):
    # A path may have 4,096 bytes; this one gets more.
    descriptor = os.open(path, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("deeper", dir_fd=descriptor)
        inner = os.open("deeper", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = inner
    os.close(descriptor)
    write(path, b"a.md")


def crowded(path):
    for number in range(1500):
        write(path, f"{number}.md".encode(), f"# Title {number}\n\nA short note of day {number}.\n".encode())


def special(path):
    os.mkfifo(os.path.join(path, b"pipe.md"))
    os.symlink(b"/dev/zero", os.path.join(path, b"zero.md"))
    os.symlink(b"/dev/tty", os.path.join(path, b"tty.txt"))
    os.symlink(b"nowhere", os.path.join(path, b"dangling.html"))
    os.symlink(b"self", os.path.join(path, b"self"))
    hole(os.path.join(path, b"hole.xml"), None)
    os.mkdir(os.path.join(path, b"folder.xml"))
    write(path, b"a.md")


NAMES = [
    b"esc\x1b[31mred\x1b[0m", b"clear\x1b[2J", b"title\x1b]0;owned\x07", b"new\nline", b"carriage\rreturn", b"tab\tstop", b"bell\x07\x08\x7f",
    "c1\u009b31m\u009d0;x\u009c".encode(), "turn\u202egpj.exe".encode(), "zero\u200b\u2060\ufeff".encode(), "tags\U000e0065".encode(), "lines\u2028\u2029".encode(),
    b"bytes\xff\xfe\x80", b"latin\xe8\xe0", b"cut\xe2\x80", b"over\xc0\x9b[31m", b"surrogate\xed\xa0\x80", b"-rf", b"--json", b"--library=x", b"a" * 240,
    b"http:example", b"$(reboot)", b"`reboot`", b"a;b|c&d", b"%n%s%x", b"'\"", b"back\\slash", b" blank ", b"*?[a]", b"~", b"...", "株式会社".encode(),
    "e\u0301\u0300".encode(), b"CON", b"a.md.gz", b"{}", b"\\x1b[31m", b"a:b", b"#hash", b"?q",
]


def cases():
    makers = {"fifo": fifo, "socket": listener, "loop": loop, "dangling": link(b"nowhere"), "hole": hole, "headed hole": headed_hole, "small hole": small_hole,
              "zero": link(b"/dev/zero"), "random": link(b"/dev/urandom"), "full": link(b"/dev/full"), "null": link(b"/dev/null"), "memory": link(b"/proc/self/mem"),
              "terminal": link(b"/dev/tty"), "stdin": link(b"/dev/stdin"), "stdout": link(b"/dev/stdout"), "self": link(b"/proc/self/environ"), "kernel": link(b"/proc/kmsg"),
              "descriptor": link(b"/proc/self/fd/1"), "trace": link(b"/sys/kernel/tracing/trace_pipe")}
    for name, make in makers.items():
        for ending in ENDINGS if name in ("fifo", "hole", "headed hole", "small hole", "zero", "loop") else ENDINGS[:1]:
            by = "import" if ending in ("jsonl", "opml", "urls") else "add"
            yield Case("files", f"{name} .{ending}", make, ending, by=by)
        if name not in ("hole", "headed hole", "small hole"):
            yield Case("files", f"import {name}", make, "opml", by="import")
    yield Case("files", "unreadable", unreadable, "md")
    for name, fill in {"looped": looped, "deep": deep, "crowded": crowded, "special": special, "empty": lambda path: None}.items():
        yield Case("files", f"folder {name}", folder(fill), "", ["Qztitle"] if fill in (looped, deep, special) else [])
        yield Case("files", f"folder {name} as a feed", folder(fill), "xml", brief=True)
        yield Case("files", f"folder {name} imported", folder(fill), "opml", by="import")
    for path in ("/", "", ".", "/dev/zero", "/dev/stdin", "/dev/fd/0", "/proc/self/mem", "a" * 300, "a/" * 3000, "\x1b[31m", "http:", "http://", "file:///etc/passwd",
                 "javascript:alert(1)", "//", "/dev/null/x", "\n", "-x\x1b[2J"):
        if path in ("/", "."):
            continue
        yield Case("files", f"path {path[:30]!r}", b"", "", path=path, brief=True)
    for name, source in (("zero", "/dev/zero"), ("random", "/dev/urandom"), ("null", "/dev/null")):
        for by in ("add", "import"):
            yield Case("files", f"standard input {by} {name}", b"", "", path="-", stdin=source, by=by)
    yield Case("files", "standard input is a folder", b"", "", path="-", stdin="/tmp")


def names():
    feed = rss([item("Qztitle", PROSE + "Qzbody")]).encode()
    for number, name in enumerate(NAMES):
        for ending, data in ((b".md", GOOD), (b".xml", feed), (b".txt", b"\x1bQztitle\n\n" + GOOD)):
            yield Case("names", f"file {number} {name[:20]!r}{ending.decode()}", named(name + ending, data), "",
                       ["Qztitle"] if not invalid(name) else [], brief=ending != b".md")
        yield Case("names", f"folder {number} {name[:20]!r}", named_folder(name), "", ["Qztitle"] if not invalid(name) else [], brief=True)
        yield Case("names", f"broken {number} {name[:20]!r}", named(name + b".json", b"{"), "", brief=True)
        yield Case("names", f"list {number} {name[:20]!r}", named(name + b".opml", opml("<outline/>").encode()), "", by="import")


def invalid(name):
    try:
        name.decode()
    except UnicodeDecodeError:
        return True
    return False


def named(name, data):
    def make(path, place):
        os.mkdir(path)
        write(path, name, data)
        return os.path.join(path, name)
    return make


def named_folder(name):
    def make(path, place):
        os.makedirs(os.path.join(path, name, name))
        write(os.path.join(path, name), name + b".md")
        return os.path.join(path, name)
    return make
