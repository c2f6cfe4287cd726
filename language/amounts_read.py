"""Money, counts and shares: `1 952 652 kr`, `2,3 mkr`, `två platser`, `7/12 av året`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from language.names_read import CARDINALS, ITEM_WORDS, month
from language.tokens import NUMBER, PAD, WORD, Tokens, tokens, words


@dataclass(frozen=True)
class Amount:
    """Money found in a text; `value` is a decimal string, `unit` tells whether a currency was said."""

    start: int
    end: int
    value: str
    unit: bool


@dataclass(frozen=True)
class Count:
    """How many, found in a text."""

    start: int
    end: int
    value: int


@dataclass(frozen=True)
class Share:
    """A fraction found in a text, as said: `7/12`."""

    start: int
    end: int
    value: str


_AMOUNT = re.compile(
    r"(?<![\w/.,:#-])(?:(?P<before>SEK|kr)\s{1,2})?"
    r"(?P<number>[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,5}(?:[.,][0-9]{1,2})?"
    r"|[0-9]{1,3}(?:[.,][0-9]{3}){1,5}[.,][0-9]{1,2}|[0-9]{1,3}(?:[.,][0-9]{3}){2,5}"
    r"|[0-9]{1,13}(?:[.,][0-9]{1,3})?)(?![0-9])"
    r"(?:\s{0,2}(?P<unit>kr(?:onor|ona)?|sek|mkr|mnkr|msek|tkr|ksek|mdkr"
    r"|(?:miljoner|miljon|milj|million|millions|m)(?:\s(?:kronor|kr|sek))?"
    r"|(?:miljarder|miljard|billion)(?:\s(?:kronor|kr|sek))?"
    r"|(?:tusen|thousand)(?:\s(?:kronor|kr|sek))?)(?!\w)|(?P<dash>:-))?",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"(?<!\w)(?P<number>en halv|half a|a|en|ett|one|två|tva|two|tre|three|fyra|four|fem|five|sex|six|sju|seven|"
    r"åtta|atta|eight|nio|nine|tio|ten)\s(?P<unit>miljon(?:er)?|millions?|miljard(?:er)?|billion|tusen|thousand)"
    r"(?:\s(?:kronor|kr|sek))?(?!\w)",
    re.IGNORECASE,
)
_FACTORS = (("mdkr", 10**9), ("miljard", 10**9), ("billion", 10**9), ("m", 10**6), ("t", 10**3), ("ks", 10**3))
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")


def find_amounts(text: str) -> tuple[Amount, ...]:
    """The sums of money in the text, in order; without a currency only numbers that look like one, `340 000`."""
    found = [amount for match in _AMOUNT.finditer(text) if (amount := _amount(match))]
    found += [_worded(match) for match in _WORDED.finditer(text)]
    return tuple(sorted(found, key=lambda amount: amount.start))


def _factor(unit: str) -> int:
    return next((factor for name, factor in _FACTORS if unit.lower().startswith(name)), 1)


def _amount(match: re.Match[str]) -> Amount | None:
    number, unit = match["number"], match["unit"] or ""
    if unit.lower() == "m" and (match["before"] is None or number == ""):
        return None
    said = bool(unit or match["before"] or match["dash"])
    grouped = bool(_SPACES.search(number)) or _thousands(number, unit)
    if not said and not grouped and not (number.isdigit() and (len(number) == 5 or len(number) >= 7)):
        return None
    value = _value(number, unit) * _factor(unit)
    text = f"{value.normalize():f}" if _factor(unit) > 1 or value == value.to_integral() else f"{value:f}"
    return Amount(match.start(), match.end(), text, said)


def _thousands(number: str, unit: str) -> bool:
    """Whether a point or comma parts thousands: `96,500 SEK`, but not `1,250 mkr`."""
    parts = re.split(r"[.,]", number)
    return len(parts) > 1 and len(parts[1]) == 3 and int(parts[0]) > 0 and _factor(unit) == 1


def _value(number: str, unit: str) -> Decimal:
    plain = _SPACES.sub("", number)
    if _thousands(plain, unit) and not _SPACES.search(number):
        parts = re.split(r"[.,]", plain)
        tail = parts.pop() if len(parts[-1]) < 3 else ""
        return Decimal("".join(parts) + ("." + tail if tail else ""))
    return Decimal(plain.replace(",", "."))


def _worded(match: re.Match[str]) -> Amount:
    word = match["number"].lower()
    folded = word.replace("å", "a")
    number = Decimal("0.5") if word in ("en halv", "half a") else Decimal(CARDINALS[folded])
    value = number * _factor(match["unit"].lower())
    return Amount(match.start(), match.end(), f"{value.normalize():f}", True)


_COUNTED = words(
    "plats platser platserna seat seats ledamot ledamoter representant representanter representative "
    "representatives ersattare person personer people member members moten motena mote meeting meetings nominee "
    "nominees place places uppdrag mandat kandidat kandidater candidate candidates roster votes delegate delegates"
)
_NEAR = words("nasta next kommande de the coming upcoming narmaste first forsta behover need seks soker")
_ARTICLES = words("en ett a an")
_NOT_COUNTED = words(
    "h t tim timme timmar min mins minut minuter hour hours minutes minute kr sek mkr tkr procent percent % "
    "dag dagar day days vecka veckor week weeks manad manader months am pm ar aret years av of"
)


def find_count(text: str) -> Count | None:
    """How many are asked for: `två platser`, `one seat`, `the next three meetings`, `de 5 kommande mötena`."""
    read = tokens(text)
    for at in range(len(read) - PAD):
        value = _number(read, at)
        if value is None:
            continue
        counted = any(token.text in _COUNTED for token in read[at + 1 : at + 4] if token.kind == WORD)
        near = at > 0 and read[at - 1].text in _NEAR and read[at].text not in _ARTICLES
        if counted or near:
            return Count(read[at].start, read[at].end, value)
    return None


def _number(read: Tokens, at: int) -> int | None:
    token, follows = read[at], read[at + 1]
    if follows.text in _NOT_COUNTED or month(follows) is not None or (at and read[at - 1].text in ITEM_WORDS):
        return None
    if token.kind == WORD:
        if token.text in _ARTICLES and follows.text not in _COUNTED:
            return None
        return CARDINALS.get(token.text)
    if token.kind == NUMBER and not token.glued and token.text.isdigit() and len(token.text) <= 3:
        return int(token.text) if follows.kind == WORD else None
    return None


_FRACTION = re.compile(r"(?<![\w/.,:])([0-9]{1,3})\s?/\s?([0-9]{1,3})(?![\w/]|[.,:][0-9])")
_PARTS = {"halva": (1, 2), "halften": (1, 2), "half": (1, 2), "halvar": (6, 12)}
_PART_NAMES = {"tolftedelar": 12, "tolftedel": 12, "twelfths": 12, "twelfth": 12, "fjardedelar": 4, "fjardedel": 4,
               "quarters": 4, "quarter": 4, "tredjedelar": 3, "tredjedel": 3, "thirds": 3, "third": 3}  # fmt: skip


def find_fraction(text: str) -> Share | None:
    """The first share of a whole: `9/12`, `nio tolftedelar`, `halva året`."""
    match = _FRACTION.search(text)
    if match and 0 < int(match[1]) <= int(match[2]):
        return Share(match.start(), match.end(), f"{int(match[1])}/{int(match[2])}")
    read = tokens(text)
    for at in range(len(read) - PAD):
        whole = _PART_NAMES.get(read[at + 1].text)
        part = CARDINALS.get(read[at].text)
        if whole and part and part <= whole:
            return Share(read[at].start, read[at + 1].end, f"{part}/{whole}")
        if read[at].text in _PARTS and read[at + 1].text in ("aret", "ar", "av", "of", "the", "a"):
            top, bottom = _PARTS[read[at].text]
            return Share(read[at].start, read[at].end, f"{top}/{bottom}")
    return None
