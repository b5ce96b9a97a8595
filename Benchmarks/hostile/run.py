#!/usr/bin/env python3
"""Makes hostile files of every kind, has Rassegna read them in every way, and checks what comes of it.

    run.py PROGRAM [--only KIND,...] [--match TEXT] [--brief] [--jobs N] [--keep] [--most N] [--slow N]

Each file is read by `parse`, added (or imported) into a library of its own, listed, shown, exported as JSON lines, Markdown
and OPML, and opened in the reader (`--script`). Each of these must end by itself within 5 s and 300 MB, with a status from 0
to 3; print UTF-8 in which no character is a control, turns or hides text (in JSON they are escaped); print JSON that is
valid; give addresses of the web alone, without a user part; ask no port, show no other file; and show the words that a
browser would show. The exit status is 1 where something fails.
"""
import argparse
import collections
import concurrent.futures
import json
import multiprocessing
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata

import bombs
import dates
import escapes
import files
import outside

SECONDS, BYTES = 5.0, 300 << 20
MOMENT = 981173106  # 2001-02-03T04:05:06Z, when all the files were written.
FILE_DATE = "2001-02-03T04:05:06Z"
CANARY = "Qzcanary7391"
KEYS = "<Enter><Space>Z]]<Esc><Down><Enter>zZ<PgDn>D?<Esc><Esc>/qz<Enter><Enter>yY"
# Beside the control characters: what turns, hides or breaks lines of text.
HIDDEN = re.compile("[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u00ad\u180e\U000e0000-\U000e0fff]")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


class Place:
    """Where the files are made, with the things that nobody may reach."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.canary = self.folder / "canary.txt"
        self.canary.write_text(CANARY + "\n")
        self.asked = 0
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            connection, _ = self.server.accept()
            self.asked += 1
            connection.close()


class Ran:
    """What came of a run of the program."""

    def __init__(self, program, arguments, environment, stdin=None):
        with tempfile.NamedTemporaryFile() as out, tempfile.NamedTemporaryFile() as err:
            answer = starters.apply(start, (program, arguments, environment, stdin, out.name, err.name))
            self.status, self.seconds, self.memory, self.hung = answer
            self.out, self.err = out.read(), err.read()


# Processes that start the program; what a child takes is counted from what its parent has, which here is little.
starters = None


def start(program, arguments, environment, stdin, out, err):
    """Runs the program with its output in files: its status, seconds, memory, and whether it had to be ended."""
    source = os.open(stdin or os.devnull, os.O_RDONLY)
    with open(out, "wb") as out, open(err, "wb") as err:
        begin = time.monotonic()
        child = subprocess.Popen([program, *arguments], stdin=source, stdout=out, stderr=err, env=environment,
                                 start_new_session=True)
        os.close(source)
        hung, pause = False, 0.001
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                child.returncode = os.waitstatus_to_exitcode(status)
                return child.returncode, time.monotonic() - begin, usage.ru_maxrss << 10, hung
            if not hung and time.monotonic() - begin > SECONDS * 2:
                os.kill(child.pid, 9)
                hung = True
            time.sleep(pause)
            pause = min(pause * 1.5, 0.02)


class Check:
    """One file, read in every way."""

    def __init__(self, case, number, place, program):
        self.case, self.place, self.program = case, place, program
        self.folder = place.folder / str(number)
        self.failures = []
        self.seconds, self.memory = 0.0, 0
        self.slowest = ""
        self.environment = {
            "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder / "data"), "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"), "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC"}

    def fail(self, way, why):
        self.failures.append(f"{self.case.kind}: {self.case.name}: {way}: {why}")

    def run(self, way, *arguments, stdin=None, is_json=False, status=(0, 1, 2, 3)):
        ran = Ran(self.program, list(arguments), self.environment, stdin)
        if ran.seconds > SECONDS and not ran.hung:
            # Others use this machine too.
            again = Ran(self.program, list(arguments), self.environment, stdin)
            if again.seconds < ran.seconds and way not in ("add", "import"):
                ran = again
        if ran.seconds > self.seconds:
            self.seconds, self.slowest = ran.seconds, way
        self.memory = max(self.memory, ran.memory)
        if ran.hung or ran.seconds > SECONDS:
            self.fail(way, f"took {ran.seconds:.1f} s" + (" and had to be ended" if ran.hung else ""))
        if ran.memory > BYTES:
            self.fail(way, f"took {ran.memory >> 20} MB")
        if ran.status not in status and not ran.hung:
            self.fail(way, f"ended with {ran.status}: {ran.err[-300:]!r}")
        self.look(way + ", its errors", ran.err)
        self.look(way, ran.out)
        if is_json:
            return ran, self.objects(way, ran.out)
        return ran, []

    def look(self, way, data):
        """Checks what a terminal would get."""
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            return self.fail(way, f"is no UTF-8: {error}")
        for name, pattern in (("a control character", CONTROL), ("hidden or turning text", HIDDEN)):
            if found := pattern.search(text):
                start = max(0, found.start() - 30)
                self.fail(way, f"has {name}: {text[start:found.end() + 30]!r}")
        for word in [CANARY, "root:x:0", *self.case.hides]:
            if word in text:
                self.fail(way, f"shows {word}")

    def objects(self, way, data):
        """The objects of JSON lines, checked."""
        objects = []
        for line in data.decode("utf-8", "replace").split("\n"):
            if not line:
                continue
            try:
                objects.append(json.loads(line))
            except ValueError as error:
                self.fail(way, f"is no JSON: {error}: {line[:80]!r}")
        for value in objects:
            for address in [value.get("url"), *[link["url"] for link in value.get("links", [])]]:
                self.look_at_address(way, address)
            for text in strings(value):
                if any(0xD800 <= ord(c) < 0xE000 for c in text):
                    self.fail(way, f"has half a pair: {text[:60]!r}")
        return objects

    def look_at_address(self, way, address):
        if address is None:
            return
        if not re.match("https?://[^/?#\\\\]", address):
            # Feeds name what cannot be opened: by an identifier, or relative to what is not known.
            if re.fullmatch(r"(urn:|tag:|doi:|info:)[^\s]+|[^\s:#-][^\s:]*([/?#]\S*)?", address):
                return None
            return self.fail(way, f"has the address {address[:100]!r}")
        if "@" in re.match("https?://([^/?#\\\\]*)", address)[1]:
            self.fail(way, f"has an address with a user: {address[:100]!r}")
        if any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Zs") for c in address):
            self.fail(way, f"has something odd in an address: {address[:100]!r}")

    def expect(self, way, text):
        missing = [word for word in self.case.shows if word not in text]
        if missing:
            self.fail(way, f"lost {len(missing)} of {len(self.case.shows)}: {' '.join(missing[:6])}")

    def all(self):
        path = self.make()
        self.folder.joinpath("data").mkdir(parents=True, exist_ok=True)
        try:
            self.read(path)
        except Exception as error:
            self.fail("the check", repr(error))
        if self.place.asked:
            self.fail("somewhere", f"asked the port {self.place.asked} times")
            self.place.asked = 0
        return self

    def make(self):
        case = self.case
        self.folder.mkdir()
        path = os.fsencode(self.folder / (f"file.{case.ending}" if case.ending else "file"))
        if callable(case.data):
            path = case.data(path, self.place) or path
        elif case.path is None:
            with open(path, "wb") as file:
                file.write(case.data)
        try:
            if not callable(case.data):
                os.utime(path, (MOMENT, MOMENT))
        except OSError:
            pass
        return os.fsencode(case.path) if case.path is not None else path

    def read(self, path):
        case = self.case
        library = ["--library", str(self.folder / "library.sqlite")]
        status = case.status or (0, 1, 2, 3)
        if case.by == "add":
            _, found = self.run("parse", "parse", *self.dashes(path), stdin=case.stdin, is_json=True, status=status)
            if not os.path.isdir(path):
                self.expect("parse", "\n".join(text for value in found for text in strings(value)))
            if case.moment:
                moments = [value["published"] for value in found]
                wanted = FILE_DATE if case.moment == "file" else case.moment
                if moments[:1] != [wanted]:
                    self.fail("parse", f"dates it {moments[:1]}, not {wanted}")
        if case.brief and case.by == "add":
            return
        self.run(case.by, case.by, *library, *self.dashes(path), stdin=case.stdin)
        if case.brief:
            return
        if case.by == "import" and path != b"-":
            self.run("add", "add", *library, *self.dashes(path), stdin=case.stdin)
        _, rows = self.run("list", "list", "--json", *library, is_json=True)
        self.run("list", "list", *library)
        for row in rows[:2] + rows[-1:]:
            self.run("show", "show", str(row["id"]), *library)
            self.run("show --json", "show", "--json", str(row["id"]), *library, is_json=True)
        _, articles = self.run("export jsonl", "export", "jsonl", *library, is_json=True)
        feeds, _ = self.run("export opml", "export", "opml", *library)
        words = "\n".join(text for value in articles for text in strings(value))
        self.expect(f"{case.by} and export", words + feeds.out.decode("utf-8", "replace"))
        self.run("export markdown", "export", "markdown", *library)
        if len(articles) < 200:
            self.run("export --to", "export", "markdown", "--to", str(self.folder / "notes"), *library)
            self.look_at_names()
        screen, _ = self.run("reader", "--script", KEYS, "--size", "100x30", *library)
        lines = screen.out.decode("utf-8", "replace").split("\n")
        if len(lines) > 31 or any(width(line) > 100 for line in lines):
            self.fail("reader", f"draws {len(lines)} lines, the longest of {max(map(width, lines))} columns")
        self.run("reader", "--no-store", "--script", KEYS, "--size", "40x12", *self.dashes(path))

    def dashes(self, path):
        return ["--", path] if path.startswith(b"-") and path != b"-" else [path]

    def look_at_names(self):
        notes = self.folder / "notes"
        for path in notes.rglob("*") if notes.exists() else []:
            if not re.fullmatch(r"[\w.-]+", path.name) or not path.is_file():
                self.fail("export --to", f"wrote {path.name!r}")


def strings(value):
    """All strings of a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)


def width(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def all_cases(place):
    yield from escapes.cases()
    yield from dates.cases()
    yield from bombs.cases()
    yield from outside.cases(place)
    yield from files.cases()
    yield from files.names()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--only", default="")
    options.add_argument("--match", default="")
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--most", type=int, default=6, help="failures shown of a file")
    options.add_argument("--slow", type=int, default=5)
    options.add_argument("--keep", action="store_true")
    options.add_argument("--brief", action="store_true", help="only parse, and import")
    options = options.parse_args()
    program = os.path.abspath(options.program)
    global starters
    starters = multiprocessing.get_context("fork").Pool(options.jobs)
    kinds = [kind for kind in options.only.split(",") if kind]
    folder = tempfile.mkdtemp(prefix="hostile-")
    os.chdir(folder)
    place = Place(folder)
    done, failures = [], []

    def check(numbered):
        number, case = numbered
        case.brief = case.brief or options.brief
        result = Check(case, number, place, program).all()
        case.data = None
        for failure in result.failures[:options.most]:
            print(failure[:700].encode("unicode_escape").decode(), flush=True)
        if not options.keep and result.folder.exists():
            subprocess.run(["rm", "-rf", result.folder])
        return result

    chosen = ((n, case) for n, case in enumerate(all_cases(place))
              if (not kinds or case.kind in kinds) and options.match in case.name)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        # A few at a time: the cases are large.
        waiting = collections.deque()
        for numbered in chosen:
            waiting.append(pool.submit(check, numbered))
            if len(waiting) > options.jobs:
                done.append(waiting.popleft().result())
        done += [one.result() for one in waiting]
    for result in done:
        failures += result.failures
    print("\n| kind | files | good | the slowest | the most memory |\n|---|--:|--:|--:|--:|")
    for kind in dict.fromkeys(result.case.kind for result in done):
        some = [result for result in done if result.case.kind == kind]
        print(f"| {kind} | {len(some)} | {sum(not result.failures for result in some)} | "
              f"{max(result.seconds for result in some):.1f} s | {max(result.memory for result in some) >> 20} MB |")
    for result in sorted(done, key=lambda result: -result.seconds)[:options.slow]:
        print(f"{result.seconds:.2f} s, {result.memory >> 20} MB: {result.case.kind}, {result.case.name}, {result.slowest}")
    print(f"{len(done)} files, {sum(bool(result.failures) for result in done)} with failures")
    if not options.keep:
        subprocess.run(["rm", "-rf", folder])
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
