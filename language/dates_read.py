"""Dates that name their month, or only their day: `den 11 december`, `Dec 11, 2026`, `den 14:e`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from language.frame import Day, Frame, dated, day_of_month, fits, possible
from language.names_read import ONLY_SWEDISH_MONTHS, is_amount_unit, is_item_number, month, ordinal, year_at
from language.numeric_read import year_after
from language.tokens import END, MARK, NUMBER, ORDINAL, WORD, Tokens, whole, words

_AFTER_MAY = words(
    "at kl klockan and och or eller in on i pa for till to until from fran with med as som if om but men 2"
)

_BEFORE_MAY = words("den the on by before after until since from till to of fore efter senast fran and or")

_BEFORE_ENGLISH = words("on by for the until till before after since from due closing of and or to")

_AFTER_DATE = words(
    "meeting meetings minutes agenda is was will must should deadline morning afternoon evening motet blir ar"
)

_MEETING = words("mote motet motena moten sammantradet meeting meetings")
_VERBS = words(
    "is was will must should flyttas flyttades stalls installs ska skall blir ar maste kan bor borjar slutar galler"
)
_AFTER_ALONE = words(
    "kl klockan at in i on pa and och or eller from fran till to instead istallet for with med same samma as som"
)


def month_at(read: Tokens, at: int) -> int | None:
    """A month's name here that is not the English verb `may` or the like."""
    found = month(read[at])
    if found == 5 and read[at].text == "may":
        follows = read[at + 1]
        starts = read[at - 2].text if at > 1 else ""
        sure = follows.kind != WORD or follows.text in _AFTER_MAY or starts in _BEFORE_MAY
        sure = sure or (at > 0 and read[at - 1].kind == ORDINAL) or read[at - 1].text == "of"
        return found if sure else None
    return found


def day_number(read: Tokens, at: int) -> tuple[int, int] | None:
    """The number of a day, `11`, `11:e`, `elfte`: where it ends and its value, 32 and more included."""
    if read[at].kind == NUMBER and not is_item_number(read, at):
        value = whole(read[at], 1, 99)
        return (at + 1, value) if value is not None and not (at and _grouped(read, at)) else None
    if read[at].kind == ORDINAL and read[at].glued:
        return None
    return ordinal(read, at)


def _grouped(read: Tokens, at: int) -> bool:
    return read[at - 1].kind == NUMBER and len(read[at].text) == 3


def day_then_month(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`11 december 2026`, `den 12:e februari`, `the first of May`."""
    number = day_number(read, at)
    if number is None:
        return None
    end, day = number
    if read[end].text in ("of", "i") and read[end - 1].kind != NUMBER:
        end += 1
    month_number = month_at(read, end)
    if month_number is None or (read[end].text == "." and read[end].kind == MARK):
        return None
    end = end + 2 if read[end + 1].text == "." and len(read[end].text) <= 4 and _goes_on(read, end + 2) else end + 1
    end, year = year_after(read, end)
    return dated(end, day_of_month(frame, month_number, day, year))


def _goes_on(read: Tokens, at: int) -> bool:
    """Whether what follows a full stop belongs to the same phrase, so that it ended an abbreviation."""
    return year_at(read, at) is not None or read[at].text in ("kl", "klockan", "at")


def month_then_day(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`January 22`, `Dec 16th, 2026`; never `i januari 22 platser`."""
    if read[at].kind != WORD or read[at].text in ONLY_SWEDISH_MONTHS:
        return None
    month_number = month(read[at])
    if month_number is None or (at and read[at - 1].text in ("i", "in", "under", "during", "of")):
        return None
    first = at + 2 if read[at + 1].text == "." else at + 1
    number = day_number(read, first)
    if number is None or number[1] > 31 or read[first].kind == WORD:
        return None
    if read[first].kind == NUMBER and not _ends_date(read, at, number[0]):
        return None
    last = whole(read[number[0] + 1], 1, 31) if read[number[0]].text == "-" else None
    end, year = year_after(read, number[0] if last is None else number[0] + 2)
    first_day = dated(end, day_of_month(frame, month_number, number[1], year))
    if last is None or first_day.date is None:
        return first_day
    to = possible(first_day.date.year, month_number, last)
    return replace(first_day, to=to) if to and to > first_day.date else Day(end, doubt="no-such-date", month_said=True)


def _ends_date(read: Tokens, at: int, end: int) -> bool:
    """Whether the number before `end` can be a day, and not count what follows: `december 12 deltagare`."""
    follows = read[end]
    if is_amount_unit(follows) or month(follows) is not None:
        return False
    led = at > 0 and read[at - 1].text in _BEFORE_ENGLISH
    return led or follows.kind != WORD or follows.text in _AFTER_ALONE or follows.text in _AFTER_DATE


def day_alone(read: Tokens, at: int, frame: Frame, anchor: dt.date | None, *, plain: bool = False) -> Day | None:
    """`den 14:e`, `on the 14th`: in the month of the date before it in the text, else the next such day."""
    token = read[at]
    plain = (plain or (at > 0 and read[at - 1].text == "den")) and whole(token, 1, 31) is not None
    if not (token.kind == ORDINAL or plain) or token.glued or not _stands_alone(read, at):
        return None
    day = int("".join(c for c in token.text if c.isdigit()))
    if not 1 <= day <= 31:
        return Day(at + 1, doubt="no-such-date")
    if anchor is not None:
        found = possible(anchor.year, anchor.month, day)
        return Day(at + 1, found, doubt=None if found else "no-such-date")
    month_start = frame.today.replace(day=1)
    for _ in range(4):
        found = possible(month_start.year, month_start.month, day)
        if found and fits(found, frame):
            return Day(at + 1, found)
        month_start = (month_start + dt.timedelta(days=-1 if frame.past else 32)).replace(day=1)
    return None


def _stands_alone(read: Tokens, at: int) -> bool:
    """Whether the number here counts nothing that follows: `den 14:e punkten` is no date, `mötet den 14:e` is."""
    follows = read[at + 1]
    if follows.text in _VERBS or any(token.text in _MEETING for token in read[max(0, at - 3) : max(0, at - 1)]):
        return True
    if follows.kind == MARK:
        return follows.text not in "-/"
    return follows.kind in (END, NUMBER) or follows.text in _AFTER_ALONE
