#!/usr/bin/env python3
"""What bare SQLite needs for the same articles: floor.py LIBRARY RARE FREQUENT prints rows of a Markdown table.

The articles of a library of Rassegna go into a database with one table, one text index and one table of flags;
each query is timed fifteen times in one process, and the median given, in ms.
"""
import os
import sqlite3
import statistics
import sys
import tempfile
import time

RUNS = 15


def timed(db, sql, arguments=(), commit=False):
    def once():
        start = time.perf_counter()
        db.execute(sql, arguments).fetchall()
        if commit:
            db.commit()
        return (time.perf_counter() - start) * 1000

    return statistics.median(once() for _ in range(RUNS))


def main():
    path, rare, frequent = sys.argv[1:]
    with tempfile.TemporaryDirectory(dir=os.environ.get("WORK")) as folder:
        db = sqlite3.connect(os.path.join(folder, "floor.sqlite"))
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("ATTACH ? AS ours", (path,))
        db.execute("CREATE TABLE article (slot INTEGER PRIMARY KEY, title TEXT, text TEXT)")
        db.execute("CREATE TABLE flag (slot INTEGER PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0)")
        start = time.perf_counter()
        db.execute("INSERT INTO article SELECT slot, title, text FROM ours.article JOIN ours.body USING (slot)")
        db.execute("INSERT INTO flag (slot) SELECT slot FROM article")
        db.commit()
        rows = time.perf_counter() - start
        db.execute(
            "CREATE VIRTUAL TABLE search USING fts5 (title, text, content = 'article', content_rowid = 'slot',"
            " tokenize = 'unicode61 remove_diacritics 2')"
        )
        start = time.perf_counter()
        db.execute("INSERT INTO search (rowid, title, text) SELECT slot, title, text FROM article")
        db.commit()
        index = time.perf_counter() - start
        count, size = db.execute("SELECT count(*), sum(length(CAST(text AS BLOB))) FROM article").fetchone()
        last = db.execute("SELECT max(slot) FROM article").fetchone()[0]
        ours = sum(os.path.getsize(path + end) for end in ("", "-wal") if os.path.exists(path + end))
        match = "SELECT count(*) FROM search WHERE search MATCH ?"
        newest = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50"
        figures = [
            ("articles", f"{count}, {size / 1e6:.0f} MB of text"),
            ("size of Rassegna's library", f"{ours / size:.2f} times the text"),
            ("bare SQLite: rows, text index", f"{rows:.1f} s, {index:.1f} s"),
            ("bare SQLite: newest 50", timed(db, "SELECT slot, title FROM article ORDER BY slot DESC LIMIT 50")),
            ("bare SQLite: count of a rare word", timed(db, match, (rare,))),
            ("bare SQLite: count of a frequent word", timed(db, match, (frequent,))),
            ("bare SQLite: newest 50 of a frequent word", timed(db, newest, (frequent,))),
            ("bare SQLite: toggle a flag", timed(db, "UPDATE flag SET read = 1 - read WHERE slot = ?", (last,), True)),
            ("bare SQLite: set all flags", timed(db, "UPDATE flag SET read = 1 - read", (), True)),
        ]
        for name, figure in figures:
            print(f"| {name} | {figure if isinstance(figure, str) else f'{figure:.2f} ms'} |")
        db.close()


main()
