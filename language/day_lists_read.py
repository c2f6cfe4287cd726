"""Days that share a month: `8, 9 och 10 december`, `8–10 december`."""

from __future__ import annotations

from language.dates_read import day_number, day_then_month
from language.frame import Day, Frame, dated, possible
from language.numeric_read import numeric
from language.tokens import MARK, NUMBER, ORDINAL, WORD, Tokens, words

_FROM = frozenset(("from", "fran", "mellan", "between"))

_NUMBERED = words("deadline deadlinen poll omrostning omrostningen paminnelse paminnelsen reminder alternativ option")

_BETWEEN = frozenset((",", "och", "and", "eller", "or", "samt", "till", "to"))


JOINERS = _BETWEEN | {"-"}
"""What may stand after the first day of a list."""


def several_days(read: Tokens, at: int, frame: Frame) -> list[tuple[int, Day]] | None:
    """Days that share a month: `8, 9 och 10 december` are three, `8–10 december` is one period."""
    led = at > 1 and read[at - 1].text in ("den", "the")
    before = read[at - 2 if led else at - 1].text if at else ""
    if before in _NUMBERED:
        return None
    if not _may_be_list(read, at):
        return None
    places: list[tuple[int, int]] = []
    position, joined = at, False
    while len(places) < 12:
        number = day_number(read, position) if read[position].kind in (NUMBER, ORDINAL) else None
        if number is None:
            return None
        end, day = number
        last = day_then_month(read, position, frame)
        if last is not None:
            return _sharing(places, position, last) if joined else None
        if read[end].text == "-" and not places:
            return _period(read, at, day, end + 1, frame)
        if read[end].text not in _BETWEEN:
            return None
        places.append((position, day))
        joined = joined or read[end].text != ","
        position = end + 1
        if read[end].text == "," and read[position].text in _BETWEEN:
            position, joined = position + 1, True
        if read[position].text in ("den", "the"):
            position += 1
    return None


def _may_be_list(read: Tokens, at: int) -> bool:
    """Whether numbers and joiners lead to a month's name: a quick look before the careful one."""
    if read[at + 1].text == "-":
        return True
    for place in range(at, min(at + 24, len(read))):
        token = read[place]
        if token.kind == WORD and token.text not in _BETWEEN and token.text not in ("den", "the"):
            return place > at + 1
        if token.kind == MARK and token.text != ",":
            return False
    return False


def _sharing(places: list[tuple[int, int]], position: int, last: Day) -> list[tuple[int, Day]] | None:
    if last.date is None:
        return None
    month_number, year = last.date.month, last.date.year
    first = [(place, dated(place + 1, possible(year, month_number, day))) for place, day in places]
    return [*first, (position, last)]


def _period(read: Tokens, at: int, first: int, second: int, frame: Frame) -> list[tuple[int, Day]] | None:
    last = day_then_month(read, second, frame) or numeric(read, second, frame, sure=False)
    if last is None or last.date is None:
        return None
    start = possible(last.date.year, last.date.month, first)
    if start is None or start > last.date:
        return [(at, Day(last.end, doubt="no-such-date", month_said=True))]
    return [(at, Day(last.end, start, to=last.date, month_said=True))]
