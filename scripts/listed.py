#!/usr/bin/env python3
"""Compiles Resources/Catalogue/listed.rec: listed companies that the other files of the catalogue do not name.

    scripts/listed.py GAZETTEER [--lists FOLDER] [--words FILE]... [--most COUNT]

GAZETTEER holds the facts (its licences stand in NOTICE): index_members.csv, sec_company_tickers.json,
equities_facts.csv.xz and catalogue_candidates.tsv. Texts marked by hand are looked for beside it (news-it, news-en,
own): what they write small, or mark as something else than a company, is a homonym. So is what the lists of given
names, family names and places say (FOLDER/*.txt, a name a line), and dictionaries (FILE, a word a line; Debian's
wamerican and witalian were used). scripts/listed_names.py knows how names are
written. docs/catalogue.md has the format of the lines that this writes.
"""

import argparse
import collections
import csv
import json
import lzma
import pathlib
import re

from listed_names import (
    ABBREVIATIONS, COUNTRIES, EXCHANGES, GENERIC, HOMES, NOT_FIRMS, Capitals, bases, key, press_name, yahoo_symbol)

DEMONYMS = """african american arab asian australian austrian belgian brazilian british canadian chinese dutch egyptian
    european french german greek indian indonesian irish israeli italian japanese korean latin mexican nordic norwegian
    pacific atlantic mediterranean polish portuguese russian saudi scandinavian scottish southern northern eastern
    western spanish swedish swiss thai turkish north south east west us uk usa eu america europe asia africa italiana italiano
    francaise deutsche svenska dansk norsk"""
ROOT = pathlib.Path(__file__).resolve().parent.parent
WIDER = set("financial bank motor motors pharma insurance energy foods brands italia".split())
EUROPE = set("AT BE CH CZ DE DK ES FI FR GB GR HU IE IT LU NL NO PL PT SE".split())
LARGE, MIDDLE = ("Mega Cap", "Large Cap"), ("Mega Cap", "Large Cap", "Mid Cap")


class Firm:
    """A company as far as the sources know it."""

    def __init__(self, name, tier):
        self.name, self.tier = name, tier
        self.others, self.symbols, self.country = [], [], ""


class Known:
    """What the hand-made files name: keys of names, Yahoo-like symbols, places."""

    def __init__(self):
        self.names, self.firms, self.places, self.symbols, self.firsts = set(), set(), set(), set(), set()
        for path in sorted((ROOT / "Resources/Catalogue").glob("*.rec")):
            if path.name != "listed.rec":
                for line in path.read_text(encoding="utf-8").splitlines():
                    self.add(line)

    def add(self, line):
        field, _, value = line.partition(": ")
        items = [re.sub(r"\s*\[.*\]$", "", item.strip()) for item in value.split(";")]
        if field == "Tickers":
            self.symbols.update(yahoo_symbol(item) for item in items)
        elif field == "Place":
            self.places.update(map(key, items))
        elif field in ("Company", "Aliases", "Units", "Products", "Organization", "Person", "People", "Metonyms"):
            keys = {key(item) for item in items} | {key(press_name(item)) for item in items}
            self.names |= keys
            if field in ("Company", "Aliases", "Units"):
                self.firms |= keys
                self.firsts |= {k.split()[0] for k in keys if " " in k}

    def has(self, firm):
        """Whether a hand-made record is this company, by a name, a ticker, or a name less its generic last word."""
        if any(symbol in self.symbols for symbol in firm.symbols):
            return True
        keys = [key(name) for name in [firm.name] + firm.others]
        shorter = [k.rpartition(" ")[0] for k in keys if k.count(" ") > 1 or k.split()[-1] in WIDER]
        return any(k in self.names or key(k.replace(" and ", " ")) in self.names for k in keys) or any(
            base in self.firms for k in keys for base in bases(k) + shorter)


class Words:
    """Words that are something else than a company too."""

    def __init__(self, gazetteer, lists, dictionaries, known):
        self.frequent = collections.Counter()
        self.common, self.people, self.places, self.others = set(), set(), set(known.places), set()
        for path in sorted(gazetteer.parent.glob("news-*/*.tsv")):
            span, isInside = [], False
            for line in path.read_text(encoding="utf-8").splitlines():
                token, _, tag = line.partition("\t")
                self.see(token, tag[2:3])
                if tag == "O" and isInside and token[:1].isupper():
                    self.others.add(key(token))
                isInside = bool(token) and (token[-1].isalnum() or token == ",")
                if tag[:2] != "I-":
                    self.others.add(key(" ".join(span)))
                    span = []
                if tag[2:3] not in ("", "C"):
                    span.append(token)
        for path in sorted(gazetteer.parent.glob("own/*.txt")):
            text = path.read_text(encoding="utf-8")
            for kind, surface in re.findall(r"\[([A-Z]) ([^\]]*)\]", text):
                if kind != "C":
                    self.others.add(key(surface))
                for token in surface.split():
                    self.see(token.strip(".,"), kind)
            for token in re.findall(r"[^\W\d_]+", re.sub(r"\[[A-Z] [^\]]*\]", " ", text)):
                self.see(token, "")
        given = (ROOT / "Sources/Entities/GivenNames.swift").read_text(encoding="utf-8")
        self.people |= set(re.findall(r"\b[a-z]+\b", given.split('"""')[1]))
        for path in sorted(pathlib.Path(lists).glob("*.txt")) if lists else []:
            names = {key(line) for line in path.read_text(encoding="utf-8").splitlines()}
            if path.name.startswith("places"):
                self.places |= names
            elif path.name.startswith(("given", "family")):
                self.people |= names
            else:
                self.others |= names
        for path in dictionaries:
            words = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
            self.common |= {key(word) for word in words if word.islower()}
        self.common |= set(DEMONYMS.split())
        self.frequent = {word for word, count in self.frequent.items() if count > 30}
        self.names = self.places | self.others | self.people | known.firsts

    def see(self, token, kind):
        if kind in ("", "C"):
            if token.isalpha() and token.islower():
                self.common.add(key(token))
                self.frequent[key(token)] += 1
        elif len(token) > 1 and token[0].isupper():
            self.others.add(key(token))

    def isUnusable(self, name):
        """Whether a name is a word that texts are full of, such as `Nel`, or has signs at which words are not cut."""
        return re.search(r"[@#]", name) or (len(key(name)) < 3 and name.islower()) or key(name) in self.frequent | GENERIC

    def isTaken(self, name):
        """Whether a name needs more than its letters to be believed."""
        words = key(name).split()
        if " ".join(words) in self.names:
            return True
        if len(words) == 1:
            return len(words[0]) < 5 or words[0] in self.common
        if len(words) == 2 and words[0] in self.people and words[1] in self.people:
            return True
        return len(words) < 3 and all(word in self.common for word in words)


def members(folder):
    """Members of indices, under the short names of the press."""
    for row in csv.DictReader(open(folder / "index_members.csv", encoding="utf-8")):
        country = COUNTRIES.get(row["country"].strip(), "US" if "," in row["country"] else "")
        symbol = row["symbol"].strip()
        if symbol.isdigit() and len(symbol) == 4:
            country = "JP"
        if country and country != "US" and "." not in symbol and country in HOMES:
            symbol += "." + HOMES[country][0]
        yield row["name"], 0, country, [symbol], [s for s in row["yahoo_symbols"].split(";") if s]


def filers(folder):
    """Companies that file with the S.E.C., which lists them by size."""
    rows = json.load(open(folder / "sec_company_tickers.json", encoding="utf-8")).values()
    for rank, row in enumerate(rows):
        symbol = row["ticker"]
        isForeign = re.search(r"/ADR|/FI", row["title"]) or (len(symbol) == 5 and symbol[-1] in "YF")
        if rank < 4300 and not re.search(r"-P", symbol):
            yield row["title"], 1 if rank < 2500 else 3, "", [] if isForeign else [symbol], []


def equities(folder):
    """Companies at an exchange of their own country, by size."""
    with lzma.open(folder / "equities_facts.csv.xz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country, size = COUNTRIES.get(row["country"], ""), row["market_cap"]
            symbol, _, suffix = row["symbol"].partition(".")
            isHome = suffix in HOMES.get(country, []) if suffix else country == "US"
            if not isHome or row["delisted"] == "True" or not row["industry"]:
                continue
            if size in MIDDLE:
                tier = 2 if country in EUROPE | {"US", "JP"} or size in LARGE else 4
            elif country == "IT" or (country in EUROPE and size == "Small Cap"):
                tier = 2 if country == "IT" else 3
            elif country in ("US", "JP", "IN", "CA", "AU", "KR", "TW") and size == "Small Cap":
                tier = 4 if country in ("US", "JP") else 5
            elif (country in EUROPE and size == "Micro Cap") or (country == "GB" and not size):
                tier = 5
            else:
                continue
            if country == "CN" and size == "Mid Cap":
                tier = 5
            yield row["name"], tier, country, [row["symbol"]], []


def candidates(folder):
    """Companies with a ticker that another merge of the same facts found."""
    for row in csv.DictReader(open(folder / "catalogue_candidates.tsv", encoding="utf-8"), delimiter="\t"):
        symbols = [s for s in row["tickers"].split("|") if s]
        if symbols and row["sources"] != "yago" and "financedatabase" not in row["sources"]:
            yield row["display"], 3, COUNTRIES.get(row["country"], ""), symbols[:1], symbols[1:]


def gathered(folder, capitals):
    """All firms of all sources, each once."""
    byKey, bySymbol, firms = {}, {}, []
    rows = [row for source in (members, filers, equities, candidates) for row in source(folder)]
    for title, tier, country, symbols, more in sorted(rows, key=lambda row: row[1]):
        if NOT_FIRMS.search(title) or ABBREVIATIONS.search(title):
            continue
        name = capitals.restored(press_name(title))
        k = key(name)
        letters = k.replace(" ", "")
        if len(letters) < 2 or letters.isdigit() or re.search(r"[a-zà-ü][A-D]$", name) or len(name.split()) > 6:
            continue
        firm = byKey.get(k) or next((bySymbol[s] for s in symbols if s in bySymbol), None)
        if firm is None:
            firm = Firm(name, tier)
            firms.append(firm)
        elif k != key(firm.name):
            firm.others.append(name)
        byKey.setdefault(k, firm)
        firm.country = firm.country or country
        for symbol in symbols:
            bySymbol.setdefault(symbol, firm)
        firm.symbols += [s for s in symbols + more if s not in firm.symbols]
    return firms


def ticker(firm):
    """The symbol at the exchange of the firm's own country, else in New York, else none."""
    homes = HOMES.get(firm.country, [])
    for symbol in sorted(firm.symbols, key=len):
        name, _, suffix = symbol.partition(".")
        if suffix and suffix in homes and suffix in EXCHANGES:
            return f"{EXCHANGES[suffix]}:{name}"
    plain = [s for s in firm.symbols if re.fullmatch(r"[A-Z]{1,5}", s)]
    return f"US:{plain[0]}" if plain and firm.country in ("", "US") else ""


def tagged(name, words):
    """A name with its tags."""
    tags = ["exact"] if len(name) < 5 and (name.isupper() or name.islower()) else []
    if words.isTaken(name):
        tags.append("homonym")
    return name + (f" [{', '.join(tags)}]" if tags else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gazetteer", type=pathlib.Path)
    parser.add_argument("--lists", help="folder of lists of names and places")
    parser.add_argument("--words", action="append", default=[], help="dictionary, a word a line")
    parser.add_argument("--most", type=int, default=10000, help="how many companies at most")
    options = parser.parse_args()
    known = Known()
    words = Words(options.gazetteer, options.lists, options.words, known)
    capitals = Capitals(options.gazetteer, words.common)
    firms = [f for f in gathered(options.gazetteer, capitals) if not known.has(f) and not words.isUnusable(f.name)]
    firms = [f for f in firms if len(key(f.name).replace(" ", "")) > 2 or f.name.isupper()]
    firms = sorted(firms, key=lambda firm: firm.tier)[:options.most]
    canonical = {key(firm.name) for firm in firms}
    aliases = {}
    for firm in firms:
        aliases[firm.name] = {
            key(name): name for name in firm.others + bases(firm.name)
            if len(key(name)) > 4 and key(name) not in canonical and key(name) not in known.names
            and not (" " in name and name.isupper()) and not words.isTaken(name) and not words.isUnusable(name)}
    count = collections.Counter(k for names in aliases.values() for k in names)
    lines = []
    for firm in firms:
        more = [name for k, name in aliases[firm.name].items() if count[k] == 1 and key(press_name(name)) == k][:3]
        line = "Listed: " + "; ".join(tagged(name, words) for name in [firm.name] + more)
        lines.append(f"{line} | {firm.country} | {ticker(firm)}".rstrip(" |"))
    text = "# Compiled by scripts/listed.py; not checked by hand. A name of the other files wins over one of these.\n\n"
    text += "\n".join(sorted(lines, key=lambda line: (line.casefold(), line))) + "\n"
    (ROOT / "Resources/Catalogue/listed.rec").write_text(text, encoding="utf-8")
    print(f"{len(lines)} companies, {sum('homonym' in line for line in lines)} of them with a homonym")


if __name__ == "__main__":
    main()
