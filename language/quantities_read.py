"""Lengths of time: `en kvart`, `an hour and a half`; and how long before: `14 dagar och 2 dagar i förväg`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from language.names_read import CARDINALS, is_item_number
from language.tokens import MARK, NUMBER, PAD, WORD, Tokens, tokens, words


@dataclass(frozen=True)
class Quantity:
    """A length of time found in a text."""

    start: int
    end: int
    minutes: int


@dataclass(frozen=True)
class Before:
    """How long before something, as an ISO 8601 duration with weeks in days: `P14D`, `PT2H`."""

    start: int
    end: int
    duration: str


_HOUR = words("h t tim timme timmar timmars timmes hr hrs hour hours")
_MINUTE = words("m min mins minut minuter minuters minute minutes")
_DAY = words("dag dagar dagars dygn day days")
_WEEK = words("vecka veckor veckors week weeks")
_MONTH = words("manad manader month months")
_HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_DECIMAL = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?")
_HOURS_MINUTES = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_BEFORE = words("fore innan before prior ahead beforehand earlier tidigare")
_QUARTERS = words("kvart quarter")
_JOINS = words("och and samt , bade both")


def find_minutes(text: str) -> Quantity | None:
    """The first length of time in the text, in whole minutes; not `om en timme`, nor `en timme före`."""
    read = tokens(text)
    at = 0
    while at < len(read) - PAD:
        found = length_at(read, at)
        if found is None:
            at += 1
            continue
        end, minutes = found
        relative = (at > 0 and read[at - 1].text in ("om", "in")) or _is_before(read, end)
        if not relative and minutes.denominator == 1 and 0 < minutes <= 100_000:
            return Quantity(read[at].start, read[end - 1].end, int(minutes))
        at = end
    return None


def length_at(read: Tokens, at: int) -> tuple[int, Fraction] | None:
    """The length in minutes that begins here and where it ends."""
    first = _part(read, at)
    if first is None:
        return None
    end, minutes = first
    if minutes < 60 or minutes % 30:
        return first
    return _and_more(read, end, minutes)


def _and_more(read: Tokens, at: int, minutes: Fraction) -> tuple[int, Fraction]:
    """`… and a half`, `… och en kvart`, `1 h 30 min`, `1h30`."""
    position = at + 1 if read[at].text in ("och", "and") else at
    joined = position > at
    article = position + 1 if read[position].text in ("en", "a") else position
    if joined and read[article].text in ("halv", "half") and read[article + 1].text not in _HOUR:
        return article + 1, minutes + 30
    if joined and read[article].text in _QUARTERS:
        return article + 1, minutes + 15
    more = _part(read, position)
    if more is not None and more[1] < 60:
        return more[0], minutes + more[1]
    if not joined and read[at].kind == NUMBER and read[at].glued and re.fullmatch("[0-5][0-9]", read[at].text):
        return at + 1, minutes + int(read[at].text)
    return at, minutes


def _part(read: Tokens, at: int) -> tuple[int, Fraction] | None:
    token = read[at]
    if token.kind == WORD:
        return _worded(read, at)
    if token.kind == NUMBER:
        if is_item_number(read, at) and read[at - 1].text != "-":
            return None
        if match := _HOURS_MINUTES.fullmatch(token.text):
            return (at + 2, Fraction(int(match[1]) * 60 + int(match[2]))) if read[at + 1].text in _HOUR else None
        if not _DECIMAL.fullmatch(token.text):
            return None
        number = Fraction(token.text.replace(",", "."))
        if read[at + 1].text in _HALVES:
            return _unit(read, at + 2, number + _HALVES[read[at + 1].text])
        return _unit(read, at + 1, number)
    if token.kind == MARK and token.text in _HALVES:
        return _unit(read, at + 1, _HALVES[token.text])
    return None


def _unit(read: Tokens, at: int, number: Fraction) -> tuple[int, Fraction] | None:
    at = at + 1 if read[at].text == "-" else at
    unit = read[at].text
    if unit in ("m", "t") and not (unit == "m" and read[at].start == read[at - 1].end):
        return None
    if unit in _HOUR:
        return at + 1, number * 60
    return (at + 1, number) if unit in _MINUTE else None


def _worded(read: Tokens, at: int) -> tuple[int, Fraction] | None:
    text = read[at].text
    if text in ("halvtimme", "halvtimmes"):
        return at + 1, Fraction(30)
    if text in ("halvannan", "halvannans") and read[at + 1].text in _HOUR:
        return at + 2, Fraction(90)
    if text == "half" and read[at + 1].text in ("an", "a") and read[at + 2].text == "hour":
        return at + 3, Fraction(30)
    number = CARDINALS.get(text)
    if number is None and text != "halv":
        return _quarter(read, at, 1)
    if text == "halv":
        return (at + 2, Fraction(30)) if read[at + 1].text in _HOUR else None
    return _counted(read, at, number or 0)


def _counted(read: Tokens, at: int, number: int) -> tuple[int, Fraction] | None:
    follows = read[at + 1].text
    if follows in ("halv", "half"):
        return (at + 3, Fraction(30)) if number == 1 and read[at + 2].text in _HOUR else None
    if follows in ("halvtimme", "halvtimmes"):
        return at + 2, Fraction(30)
    if follows in ("och", "and") and read[at + 2].text in ("en", "ett", "a"):
        half = read[at + 3].text in ("halv", "halvt", "half")
        return (at + 5, Fraction(number * 60 + 30)) if half and read[at + 4].text in _HOUR else None
    if follows in ("and", "och"):
        return None
    quarter = _quarter(read, at + 1, number)
    if quarter is not None:
        return quarter
    if number >= 20 and follows == "-" and CARDINALS.get(read[at + 2].text, 10) < 10:
        return _unit(read, at + 3, Fraction(number + CARDINALS[read[at + 2].text]))
    if number >= 20 and CARDINALS.get(follows, 10) < 10:
        return _unit(read, at + 2, Fraction(number + CARDINALS[follows]))
    return _unit(read, at + 1, Fraction(number))


def _quarter(read: Tokens, at: int, number: int) -> tuple[int, Fraction] | None:
    """`kvart`, `quarter of an hour`; not `kvart över nio`."""
    if read[at].text not in ("kvart", "kvarts", "kvartar", "quarter", "quarters") or number not in (1, 2, 3):
        return None
    words_after = [token.text for token in read[at + 1 : at + 4]]
    if words_after == ["of", "an", "hour"]:
        return at + 4, Fraction(15 * number)
    if read[at].text in ("quarter", "quarters") or words_after[0] in ("over", "i", "past", "to"):
        return None
    end = at + 2 if words_after[0] in ("timme", "timmes", "timma") else at + 1
    return end, Fraction(15 * number)


def _is_before(read: Tokens, at: int) -> bool:
    words_after = (read[at].text, read[at + 1].text)
    return words_after[0] in _BEFORE or words_after in (("i", "forvag"), ("in", "advance"))


def find_before(text: str) -> tuple[Before, ...]:
    """How long before, each in the order said: those followed by a word such as `före`, else all beside one."""
    read = tokens(text)
    groups: list[list[Before]] = [[]]
    sure: list[Before] = []
    pending: list[int] = []
    keyword, at = False, 0
    while at < len(read) - PAD:
        step = _duration_at(read, at)
        if step is None:
            pending = _numbers(read, at, pending)
            if _is_before(read, at):
                keyword, sure = True, [*sure, *groups[-1]]
            if read[at].text not in _JOINS and not pending:
                groups.append([])
            at += 1
            continue
        groups[-1] += [_before(read, place, place + 1, step[1]) for place in pending]
        groups[-1].append(_before(read, at, step[0], step[1]))
        pending, at = [], step[0]
    return tuple(sure or ([one for group in groups for one in group] if keyword else []))


def _before(read: Tokens, at: int, end: int, unit: str) -> Before:
    duration = unit if unit.startswith("P") else _iso(unit, _count(read, at) or 0)
    return Before(read[at].start, read[end - 1].end, duration)


def _numbers(read: Tokens, at: int, pending: list[int]) -> list[int]:
    """The numbers of `14, 7 och 2 dagar` that wait for their unit."""
    if read[at].text in ("och", "and", ",") and pending:
        return pending
    return [*pending, at] if len(pending) < 12 and _count(read, at) is not None and read[at].text != "a" else []


def _count(read: Tokens, at: int) -> int | None:
    token = read[at]
    if token.kind == WORD:
        return CARDINALS.get(token.text)
    if token.kind == NUMBER and not token.glued and token.text.isdigit() and len(token.text) <= 3:
        return int(token.text)
    return None


def _iso(unit: str, number: int) -> str:
    if unit == "H":
        return f"PT{number}H"
    if unit == "MIN":
        return f"PT{number}M"
    return f"P{number * 7}D" if unit == "W" else f"P{number}{unit}"


_ALONE = {"dagen": "P1D", "veckan": "P7D", "timmen": "PT1H"}


def _duration_at(read: Tokens, at: int) -> tuple[int, str] | None:
    """Where a length ends, and its unit (the number stands at its beginning) or the whole duration."""
    text = read[at].text
    if at and read[at - 1].text in ("om", "in") and not _is_before(read, at + 2):
        return None
    if text in _ALONE and _is_before(read, at + 1):
        return at + 1, _ALONE[text]
    if text == "the" and _is_before(read, at + 2) and (unit := _unit_of(read[at + 1].text)):
        return at + 2, _iso(unit, 1)
    if text == "halvtimme" or (text in ("en", "halv", "half", "kvart") and (found := length_at(read, at))):
        end, minutes = (at + 1, Fraction(30)) if text == "halvtimme" else (found or (at, Fraction(0)))
        if minutes < 60:
            return end, f"PT{int(minutes)}M"
    if not _count(read, at):
        return None
    unit_at = at + 2 if read[at + 1].text == "-" else at + 1
    unit = _unit_of(read[unit_at].text)
    return (unit_at + 1, unit) if unit else None


def _unit_of(text: str) -> str | None:
    for unit, names in (("D", _DAY), ("W", _WEEK), ("H", _HOUR), ("MIN", _MINUTE), ("M", _MONTH)):
        if text in names and text not in ("m", "t"):
            return unit
    return None
