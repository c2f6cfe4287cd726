"""The names of weekdays and months, the number words and the small words of both languages, folded."""

from __future__ import annotations

from functools import lru_cache

from language.tokens import ORDINAL, WORD, Token, Tokens, whole, words

_DAYS_SV = ("mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag")
_DAYS_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_SAFE = {"tis": 1, "ons": 2, "tors": 3, "fre": 4, "lor": 5, "tue": 1, "tues": 1, "wed": 2, "weds": 2,
               "thu": 3, "thur": 3, "thurs": 3}  # fmt: skip
_SHORT_DOUBTFUL = {"man": 0, "mon": 0, "tor": 3, "fri": 4, "sat": 5, "son": 6, "sun": 6}
WEEKDAYS = {name: n for names in (_DAYS_SV, _DAYS_EN) for n, name in enumerate(names)}
DEFINITE = {name + "en": n for n, name in enumerate(_DAYS_SV)}
GENITIVE = {name + "ens": n for n, name in enumerate(_DAYS_SV)}
GONE = {name + "s": n for n, name in enumerate(_DAYS_SV)}
PLURAL = {name + "ar": n for n, name in enumerate(_DAYS_SV)} | {name + "s": n for n, name in enumerate(_DAYS_EN)}
SHORT_DAYS = _SHORT_SAFE | _SHORT_DOUBTFUL

_MONTHS_SV = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
              "november", "december")  # fmt: skip
_MONTHS_EN = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
              "november", "december")  # fmt: skip
_MONTHS_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
                 "okt": 10, "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
MONTHS = {name: n + 1 for names in (_MONTHS_SV, _MONTHS_EN) for n, name in enumerate(names)} | _MONTHS_SHORT
ONLY_SWEDISH_MONTHS = frozenset(_MONTHS_SV) - frozenset(_MONTHS_EN)

CARDINALS = {
    "noll": 0, "zero": 0, "en": 1, "ett": 1, "one": 1, "a": 1, "an": 1, "tva": 2, "two": 2, "tre": 3, "three": 3,
    "fyra": 4, "four": 4, "fem": 5, "five": 5, "sex": 6, "six": 6, "sju": 7, "seven": 7, "atta": 8, "eight": 8,
    "nio": 9, "nine": 9, "tio": 10, "ten": 10, "elva": 11, "eleven": 11, "tolv": 12, "twelve": 12, "tretton": 13,
    "thirteen": 13, "fjorton": 14, "fourteen": 14, "femton": 15, "fifteen": 15, "sexton": 16, "sixteen": 16,
    "sjutton": 17, "seventeen": 17, "arton": 18, "eighteen": 18, "nitton": 19, "nineteen": 19, "tjugo": 20,
    "twenty": 20, "trettio": 30, "thirty": 30, "fyrtio": 40, "forty": 40, "femtio": 50, "fifty": 50,
    "sextio": 60, "sixty": 60, "nittio": 90, "ninety": 90,
}  # fmt: skip
_UNITS = {word: n for word, n in CARDINALS.items() if 1 <= n <= 9 and word not in ("a", "an", "en")}
CARDINALS |= {
    tens + unit: CARDINALS[tens] + n
    for tens in ("tjugo", "trettio", "fyrtio", "femtio")
    for unit, n in (_UNITS | {"en": 1}).items()
}
ORDINALS = {
    "forsta": 1, "forste": 1, "first": 1, "andra": 2, "andre": 2, "second": 2, "tredje": 3, "third": 3,
    "fjarde": 4, "fourth": 4, "femte": 5, "fifth": 5, "sjatte": 6, "sixth": 6, "sjunde": 7, "seventh": 7,
    "attonde": 8, "eighth": 8, "nionde": 9, "ninth": 9, "tionde": 10, "tenth": 10, "elfte": 11, "eleventh": 11,
    "tolfte": 12, "twelfth": 12, "trettonde": 13, "thirteenth": 13, "fjortonde": 14, "fourteenth": 14,
    "femtonde": 15, "fifteenth": 15, "sextonde": 16, "sixteenth": 16, "sjuttonde": 17, "seventeenth": 17,
    "artonde": 18, "eighteenth": 18, "nittonde": 19, "nineteenth": 19, "tjugonde": 20, "twentieth": 20,
    "trettionde": 30, "thirtieth": 30,
}  # fmt: skip
ORDINALS |= {"tjugo" + word: 20 + n for word, n in list(ORDINALS.items()) if n <= 9}
ORDINALS |= {"trettioforsta": 31, "trettioforste": 31}
LAST = frozenset(("sista", "last"))

ITEM_WORDS = words(
    "punkt punkten punkter punkterna item items arende arendet arenden uppgift uppgiften task tasks nr no number "
    "nummer plats position bilaga appendix sida sidan sid page kapitel kap chapter paragraf section"
)
_NOT_TYPOS = frozenset(
    list(words("match marsh larch augusta sundry"))
    + list(WEEKDAYS) + list(DEFINITE) + list(GENITIVE) + list(GONE) + list(PLURAL) + list(MONTHS)
)  # fmt: skip
_TYPO_NAMES = {name for name in (*WEEKDAYS, *MONTHS) if len(name) >= 5}
_BY_EDGE: dict[str, list[str]] = {}
for _name in sorted(_TYPO_NAMES):
    _BY_EDGE.setdefault("^" + _name[:2], []).append(_name)
    _BY_EDGE.setdefault("$" + _name[-2:], []).append(_name)


def _one_edit(said: str, name: str) -> bool:
    if abs(len(said) - len(name)) > 1:
        return False
    head = 0
    while head < min(len(said), len(name)) and said[head] == name[head]:
        head += 1
    left, right = said[head:], name[head:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
    return left[1:] == right if len(left) > len(right) else left == right[1:]


@lru_cache(maxsize=4096)
def _meant(word: str) -> tuple[str, int] | None:
    """The weekday or month that a mistyped word can only mean."""
    if word in _NOT_TYPOS:
        return None
    near = {*_BY_EDGE.get("^" + word[:2], ()), *_BY_EDGE.get("$" + word[-2:], ())}
    meant = {
        ("weekday", WEEKDAYS[name]) if name in WEEKDAYS else ("month", MONTHS[name])
        for name in near
        if _one_edit(word, name)
    }
    return meant.pop() if len(meant) == 1 else None


def mistyped(word: str, kind: str) -> int | None:
    """The value of a weekday or month name with one slip of the finger; None when it could be two."""
    if not 4 <= len(word) <= 10:
        return None
    meant = _meant(word)
    return meant[1] if meant and meant[0] == kind else None


def weekday(token: Token, *, definite: bool = False) -> int | None:
    """The weekday, 0 for Monday, that the token names in full."""
    if token.kind != WORD:
        return None
    found = WEEKDAYS.get(token.text)
    if found is None and definite:
        found = DEFINITE.get(token.text)
    return mistyped(token.text, "weekday") if found is None else found


def month(token: Token) -> int | None:
    """The month, 1 for January, that the token names."""
    if token.kind != WORD:
        return None
    found = MONTHS.get(token.text)
    return mistyped(token.text, "month") if found is None else found


def year_at(read: Tokens, at: int) -> int | None:
    """The year written in four digits here."""
    return whole(read[at], 1900, 2199) if len(read[at].text) == 4 else None


def cardinal(read: Tokens, at: int, low: int = 0, high: int = 999) -> int | None:
    """A whole number in digits or in a word."""
    token = read[at]
    found = CARDINALS.get(token.text) if token.kind == WORD else whole(token, low, high)
    return found if found is not None and low <= found <= high else None


def count_at(read: Tokens, at: int) -> int | None:
    """How many days, weeks or hours: a whole number in digits or words."""
    return None if read[at].glued else cardinal(read, at, 1, 999)


def ordinal(read: Tokens, at: int) -> tuple[int, int] | None:
    """An ordinal, `3:e`, `third` or `twenty-first`: where it ends and its value."""
    token = read[at]
    if token.kind == ORDINAL:
        return at + 1, int("".join(c for c in token.text if c.isdigit()))
    if token.kind != WORD:
        return None
    if token.text in ("twenty", "thirty") and read[at + 1].text == "-" and ORDINALS.get(read[at + 2].text, 10) < 10:
        return at + 3, CARDINALS[token.text] + ORDINALS[read[at + 2].text]
    value = ORDINALS.get(token.text)
    return (at + 1, value) if value else None


def is_item_number(read: Tokens, at: int) -> bool:
    """Whether the number here is the number of an item, a task or the like, and thus no date, time or count."""
    return read[at].glued or (
        at > 0
        and (
            read[at - 1].text in ITEM_WORDS
            or (read[at - 1].text in (".", ":") and at > 1 and read[at - 2].text == "nr")
        )
    )


def is_amount_unit(token: Token) -> bool:
    """Whether the token says that the number before it is money, a share or another measure."""
    return token.text in _MEASURES


_MEASURES = words(
    "kr kronor krona sek mkr tkr mnkr msek ksek miljoner million millions miljon miljarder euro eur procent "
    "percent % :- km m kg st"
)
