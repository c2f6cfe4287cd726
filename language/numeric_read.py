"""Dates in numbers alone: `2027-04-16`, `16/4`, `16/4-27`, `16.4.2027`, `270416`."""

from __future__ import annotations

import re

from language.frame import Day, Frame, dated, day_of_month, possible
from language.names_read import is_amount_unit, is_item_number, year_at
from language.tokens import NUMBER, WORD, Tokens, is_dash_before_word, whole, words

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

_SLASH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:[-/]([0-9]{4}|[0-9]{2}))?")

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")

_COMPACT = re.compile(r"(?:20)?([0-9]{2})([0-9]{2})([0-9]{2})")

_YEARS = range(1900, 2200)
_SHARE = words("av of h tim timme timmar hour hours majoritet majority tjanst del delar")


def year_after(read: Tokens, at: int) -> tuple[int, int | None]:
    """A year that follows a day and month, perhaps after a comma."""
    short = whole(read[at + 1], 20, 99) if read[at].text in ("-", "'", "’") else None
    touches = read[at + 1].start == read[at].end and read[at].start > read[at - 1].end
    if short is not None and touches and read[at + 2].kind != WORD:
        return at + 2, 2000 + short
    comma = 1 if read[at].text in (",", "ar") else 0
    year = year_at(read, at + comma)
    if year is None or is_amount_unit(read[at + comma + 1]):
        return at, None
    return at + comma + 1, year


def numeric(read: Tokens, at: int, frame: Frame, *, sure: bool) -> Day | None:
    """`2027-04-16`, `16/4`, `16/4-27`, `16.4.2027` and `270416`."""
    token = read[at]
    if token.kind != NUMBER or is_item_number(read, at) or len(token.text) > 10:
        return None
    if match := _ISO.fullmatch(token.text):
        year, month_number, day = (int(part) for part in match.groups())
        return dated(at + 1, possible(year, month_number, day)) if year in _YEARS else None
    if match := _SLASH.fullmatch(token.text):
        return _slash(read, at, frame, match, sure=sure)
    if (match := _DOTTED.fullmatch(token.text)) and int(match[3]) in _YEARS:
        found = possible(int(match[3]), int(match[2]), int(match[1]))
        return dated(at + 1, found) if found or sure else None
    if match := _COMPACT.fullmatch(token.text):
        return _compact(read, at, frame, match)
    return None


def _slash(read: Tokens, at: int, frame: Frame, match: re.Match[str], *, sure: bool) -> Day | None:
    day, month_number = int(match[1]), int(match[2])
    follows = read[at + 1]
    if not sure and (follows.text in _SHARE or is_dash_before_word(read, at + 1) or match[0] == "24/7"):
        return None
    end, year = at + 1, None
    if match[3]:
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        if year not in _YEARS:
            return None
    else:
        end, year = year_after(read, at + 1)
    if month_number > 12 or not 1 <= day <= 31:
        return Day(end, doubt="no-such-date", month_said=True) if sure else None
    if month_number < 1:
        return None
    return dated(end, day_of_month(frame, month_number, day, year))


def _compact(read: Tokens, at: int, frame: Frame, match: re.Match[str]) -> Day | None:
    follows = read[at + 1]
    hangs = follows.text == "-" and follows.start == read[at].end
    if hangs or is_amount_unit(follows) or (follows.kind == NUMBER and len(follows.text) == 3):
        return None
    found = possible(2000 + int(match[1]), int(match[2]), int(match[3]))
    year = frame.today.year
    return dated(at + 1, found) if found and year - 20 <= found.year <= year + 10 else None
