"""How listed companies are written: legal forms, share classes, capitals, exchanges. See listed.py."""

import collections
import csv
import json
import lzma
import re
import unicodedata

# Suffixes of Yahoo-like symbols, and the exchange as docs/catalogue.md writes it.
EXCHANGES = dict(pair.split("=") for pair in """
    MI=BIT L=LSE PA=EPA DE=XETRA T=TYO TO=TSX HK=HKEX SW=SWX MC=BME AS=AMS ST=STO TW=TWSE TWO=TPEX AX=ASX KS=KRX
    KQ=KOSDAQ NS=NSE BO=BSE CO=CPH SZ=SZSE SS=SSE BR=EBR WA=WSE SA=BVMF VI=VIE SI=SGX LS=ELI HE=HEL OL=OSE ME=MOEX
    JO=JSE MX=BMV IS=BIST SR=TADAWUL BK=SET AT=ATHEX QA=QSE KL=KLSE JK=IDX NZ=NZX BD=BUD IR=ISE PS=PSE TA=TASE
    BA=BCBA SN=SGO PR=PSE.CZ
    """.split())
ALIASES = dict(pair.split("=") for pair in """
    ETR=DE FWB=DE TSE=T HKG=HK SIX=SW TPE=TW SHE=SZ SHA=SS OSL=OL IST=IS BKK=BK ATH=AT NZE=NZ BCS=SN KSE=KS
    """.split())

# Countries, and the suffixes of exchanges at which their own firms are listed, the first one most of all.
HOMES = {line.split()[0]: line.split()[1:] for line in """
    IT MI
    GB L
    FR PA
    DE DE
    JP T
    CA TO
    HK HK
    CH SW
    ES MC
    NL AS
    SE ST
    TW TW TWO
    AU AX
    KR KS KQ
    IN NS BO
    DK CO
    CN SS SZ HK
    BE BR
    PL WA
    BR SA
    AT VI
    SG SI
    PT LS
    FI HE
    NO OL
    RU ME
    ZA JO
    MX MX
    TR IS
    SA SR
    TH BK
    GR AT
    QA QA
    MY KL
    ID JK
    NZ NZ
    HU BD
    IE IR
    IL TA
    AR BA
    CL SN
    CZ PR
    """.strip().splitlines()}
COUNTRIES = dict(pair.strip().split("=") for pair in """
    Italy=IT;United Kingdom=GB;France=FR;Germany=DE;Japan=JP;Canada=CA;Hong Kong=HK;Switzerland=CH;Spain=ES;Greece=GR;
    Netherlands=NL;Sweden=SE;Taiwan=TW;Australia=AU;South Korea=KR;India=IN;Denmark=DK;China=CN;Belgium=BE;Poland=PL;
    Brazil=BR;Austria=AT;Singapore=SG;Portugal=PT;Finland=FI;Norway=NO;Russia=RU;South Africa=ZA;Mexico=MX;Turkey=TR;
    Saudi Arabia=SA;Thailand=TH;Qatar=QA;Malaysia=MY;Indonesia=ID;New Zealand=NZ;Hungary=HU;Ireland=IE;Israel=IL;
    Argentina=AR;Chile=CL;Czech Republic=CZ;United States=US;Luxembourg=LU;Bermuda=BM""".split(";"))

# Titles of paper that is no firm, and of firms that nobody writes about.
NOT_FIRMS = re.compile(
    r"""(?ix)\b(etfs?|etn|etc|etp|funds?|fonds|acquisitions?\s+(corp|co\b|company|ltd|limited|inc|i+\b|[ivx]+\b)|
    merger\s+corp|capital\s+trust|spac|equity\s+partners\s+[ivx]+|capital\s+corp\s+[ivx]+|holdings\s+[ivx]+|notes?|
    preferred|pref|warrants?|wts?|rights?|rts|units?|certificates?|bonds?|
    debentures?|index|indices|ishares|xtrackers|lyxor|sicav|ucits|wisdomtree|graniteshares|leverage\s+shares|proshares|
    direxion|invesco\s+\S+\s+trust|municipal|income\s+trust|investment\s+trust|trust\s+(plc|ltd|limited|series)|
    royalty\s+trust|unit\s+trust|infrastructure\s+trust|bitcoin|ethereum|grayscale|term\s+trust|income\s+opportunit\w+|
    reit\s+etf|vct|nuveen|blackrock\s+\w+\s+\w+|eaton\s+vance\s+\w+|due\s+\d|blank\s+check|closed.end|portfolio|
    tracker|yield\s+shares|receipts?\s+representing|shell|test|treasury|
    cohen\s*&\s*steers\s+\w+.*(income|realty)|pimco|flaherty|(opportunity|opportunities|term|strategic)\s+(trust|ltd))\b
    |%|\btrust,?\s*$(?<!property\ trust)(?<!realty\ trust)(?<!properties\ trust)(?<!northern\ trust)""")
ABBREVIATIONS = re.compile(r"""(?ix)[a-z]{3,}\.[a-z]{2,}\.|\b(dl|eo|ls|hd|yc|sf|sk|ad|cd)-,?\d|\bo\.n\.
    |\bcls?\.?\s+[a-z]\b|\b(gds|hldg|pfd|perp|rg|inh|vz|ptg|regs|pp)\b|\d{3,}\s*$""")

LEGAL = set("""inc incorporated corp corporation co company companies ltd limited plc nv se ag sa spa srl ab asa oyj
    as kgaa gmbh kg llc llp lp bhd berhad tbk pcl sab cv sapi kk adr ads pjsc pao oao jsc ojsc qpsc qsc nyrt publ saa sau sca scpa aps
    abp ltda pte pty sae bsc kpsc kscp bv sarl sas hf a/s as mbh & and aktiengesellschaft psc saog zrt ad the
    ordinary shares share ord reg registered adrs adss class""".split())
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "AE", "ı": "i", "ł": "l", "Ł": "L"})
GENERIC = set("""holdings holding group technologies technology pharmaceuticals pharmaceutical international
    industries enterprises systems bancorp bancshares therapeutics corporation gruppen groupe
    gruppo""".split())
SMALL = set("of and the de do da di du des del della for in on et und en la le y e".split())


def fold(text):
    """Small letters without accents."""
    text = text.translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def key(name):
    """What a name is compared by: folded words."""
    return " ".join(re.findall(r"[^\W_]+|&|\+", fold(name)))


def yahoo_symbol(item):
    """`BIT:ENI` as `ENI.MI`, `NYSE:IBM` as `IBM`."""
    exchange, _, symbol = item.partition(":")
    if exchange == "TSE" and not symbol[:1].isdigit():
        exchange = "TSX"
    suffix = ALIASES.get(exchange) or next((s for s, code in EXCHANGES.items() if code == exchange), "")
    if suffix == "HK":
        symbol = symbol.zfill(4)
    return f"{symbol}.{suffix}" if suffix else symbol


def press_name(title):
    """A title without legal form, share class and brackets, as the press writes it."""
    name = re.sub(r"\([^)]*\)?|\|", " ", re.sub(r"(?<=[a-z])Co\.? ?(?=,)", " Co", title.strip()))
    if re.search(r"...[/\\]", name):
        name = re.sub(r"\s*[/\\]+\s*([A-Za-z]{2,4}|Cayman|Delaware)?\s*[/\\]*\s*$", "", name)
    name = re.sub(r"(?i)\s+(class|series|cl\.?)\s+[a-d]\b.*$|\s+(depositary|depository|american depositary|sponsored|"
                  r"registered|ordinary|common|bearer|h|a|b)\s+(receipts?|shares?|stock).*$", "", name)
    name = re.sub(r"(?i)\b(public company limited|public limited company|public joint.stock company|"
                  r"joint.stock company|soci[eé]t[eé] anonyme|s\.?a\.?b\.? de c\.?v\.?|de c\.?v\.?|"
                  r"s\.? ?p\.? ?a\.?)(?=$|[\s,])", " ", name)
    name = re.split(r"\s+[-–]\s+|,\s*(?=the$)", name)[0]
    name = re.sub(r"(?i)\.com,? inc\.?$", ".com", re.sub(r"(?i)^(the|pt|pjsc|ptc|ab|sa)\s+(?=\w\w)", "", name.strip()))
    words = name.replace(",", ", ").split()
    while len(words) > 1 and re.sub(r"[.,()*]", "", fold(words[-1])) in LEGAL | {"", "-"}:
        words.pop()
    name = " ".join(words).replace(" ,", ",").rstrip(" ,;:-–&")
    if re.search(r"(?i)[a-z]{2,}\.$", name):
        name = name[:-1]
    if name.count(",") > 1:
        name = re.sub(r"\s*,\s*", " ", name).strip()
    return name.replace("’", "'").replace(";", "")


def bases(name):
    """A name less generic last words, one after the other: `Foo Bar` of `Foo Bar Holdings`."""
    words, found = name.split(), []
    while len(words) > 1 and fold(words[-1]).strip(".,") in GENERIC:
        words = words[:-1]
        if key(words[-1]) in ("&", "and", "of", "e", "et"):
            break
        found.append(" ".join(words))
    return found


class Capitals:
    """How the sources write words that others write in capitals only."""

    def __init__(self, folder, common):
        self.common = common
        seen = collections.defaultdict(collections.Counter)
        titles = [row["name"] for row in csv.DictReader(open(folder / "index_members.csv", encoding="utf-8"))] * 3
        filers = json.load(open(folder / "sec_company_tickers.json", encoding="utf-8")).values()
        titles += [row["title"] for row in filers]
        with lzma.open(folder / "equities_facts.csv.xz", "rt", encoding="utf-8") as file:
            titles += [row["name"] for row in csv.DictReader(file)]
        for title in titles:
            if not title.isupper():
                for place, word in enumerate(title.split()):
                    bare = word.strip(".,()")
                    if bare.isalpha() and (len(bare) < 4 or not bare.isupper()) and not bare.islower():
                        seen[bare.upper()][bare] += 1
        self.words = {word: forms.most_common(1)[0][0] for word, forms in seen.items()}

    def restored(self, name):
        """A name with sensible capitals."""
        words = name.split()
        shouted = [w for w in words if w.isupper() and len(w) > 1]
        if not shouted or len("".join(words)) < 5 or (len(shouted) < len(words) and max(map(len, shouted)) < 6):
            return name
        return " ".join(self.word(word, place == 0) if word in shouted else word for place, word in enumerate(words))

    def word(self, word, isFirst):
        if word.lower() in SMALL and not isFirst:
            return word.lower()
        if re.search(r"[.&\d]", word) or re.fullmatch(r"[IVX]+", word):
            return word if len(word) < 6 else "-".join(p.capitalize() for p in word.split("-"))
        if len(word) < 4 and word.lower() in self.common:
            return word.capitalize()
        if word in self.words:
            return self.words[word]
        if len(word) < 4 or (len(word) < 5 and not re.search("[AEIOUY]", word)):
            return word
        return "".join(re.sub(r"^(Mc|O')(\w)", lambda m: m[1] + m[2].upper(), part.capitalize())
                       for part in re.split(r"([-/])", word))
