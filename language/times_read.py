"""Times of the day and spans of it: `kl 8-9.15`, `halv nio till tio`, `13:00 to 14:30`, `from 9 to 10`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from language.clock_read import FIXED, HOUR_WORDS, MINUTE_WORDS, PARTS, Point, part_of_day, point_at
from language.names_read import month, weekday
from language.tokens import NUMBER, WORD, Token, Tokens, is_dash_before_word, words


@dataclass(frozen=True)
class Clock:
    """A time, or a time from which until which, as read."""

    end: int
    time: dt.time | None
    until: dt.time | None = None
    doubt: str | None = None


_STRONG = frozenset(("kl", "klockan", "klock"))

_AT = frozenset(("at", "vid", "@"))

_STARTS = words(
    "borjar borja startar starta start starts begins begin slutar slutat sluta ends end oppnar opens tid time "
    "redan already forst"
)

_FROM = frozenset(("from", "fran", "mellan", "between"))

_UNTIL = frozenset(("till", "to", "until", "-"))

_AND = frozenset(("och", "and"))

_SAFE_AFTER = words(
    "pa on i in den the och and eller or for to till until with med via om about hos at same samma varje every "
    "starting start by so sa then men but istallet instead sharp prick idag today imorgon tomorrow this denna "
    "nasta next som as en a if da from fran each that att"
)


CLOCK_WORDS = frozenset((*_STRONG, *_AT, *_FROM, *MINUTE_WORDS, *FIXED, *HOUR_WORDS, "halv", "half", "a", "en"))
"""The words with which a time may begin."""


AFTER_HOUR = frozenset((*_UNTIL, "am", "pm", "fm", "em", "a", "p", "o", "fram", "over", "past", "i"))
"""What may follow an hour that no word has announced as one."""
STARTING = _STARTS | {"om", "vid", "nu", "alltsa", "now"}
"""The words after which a bare number may be an hour."""


def clock_at(read: Tokens, at: int, *, beside_date: bool = False, cued: bool = False) -> Clock | None:
    """The time that begins here; beside a date or a rule, or after a time and `eller` (`cued`), less is asked."""
    position, cue = _cue(read, at)
    cue = cue or ("at" if cued else None)
    start = point_at(read, position, cued=cue is not None)
    if start is None:
        return None
    finish = _finish(read, start, cue)
    if not _is_sure(read, at, position, start, finish, cue, beside_date=beside_date):
        return None
    return _made(read, start, finish)


def _cue(read: Tokens, at: int) -> tuple[int, str | None]:
    text = read[at].text
    if text in _FROM and read[at].kind == WORD:
        inner, strong = _cue(read, at + 1) if read[at + 1].text in _STRONG else (at + 1, None)
        return inner, "strong-from" if strong else ("between" if text in ("mellan", "between") else "from")
    if text in _AT:
        inner, strong = _cue(read, at + 1) if read[at + 1].text in _STRONG else (at + 1, None)
        return inner, strong or "at"
    if text in _STRONG:
        return (at + 2 if read[at + 1].text == "." else at + 1), "strong"
    return at, None


def _finish(read: Tokens, start: Point, cue: str | None) -> Point | None:
    """The other end of a range."""
    word = read[start.end].text
    spans = word in _UNTIL or (cue == "between" and word in _AND)
    if word == "fram" and read[start.end + 1].text == "till":
        position = start.end + 2
    elif spans:
        position = start.end + 1
    else:
        return None
    if word == "-" and is_dash_before_word(read, start.end) and read[position].text not in HOUR_WORDS:
        return None
    position, _ = _cue(read, position) if read[position].text in _STRONG else (position, None)
    finish = point_at(read, position, cued=True)
    if finish is None or month(read[finish.end]) or (finish.minutes == 0 and finish.bare):
        return None
    if not finish.written and finish.half is None and read[position].kind == WORD and not _may_end(read[finish.end]):
        return None
    return finish


def _may_end(follows: Token) -> bool:
    return follows.kind != WORD or follows.text in _SAFE_AFTER or follows.text in PARTS


def _is_sure(
    read: Tokens,
    at: int,
    position: int,
    start: Point,
    finish: Point | None,
    cue: str | None,
    *,
    beside_date: bool,
) -> bool:
    """Whether this can be nothing but a time."""
    if cue in ("strong", "strong-from") or start.half or start.colon:
        return True
    if read[position].kind == WORD and start.written:
        return (
            cue is not None
            or read[position + 1].text != "i"
            or read[position].text == "kvart"
            or _may_end(read[start.end])
        )
    if read[start.end - 2].text in ("over", "past") and read[position].kind == NUMBER:
        return True
    if start.written and start.minutes % 5 == 0 and _before_day(read, start.end):
        return True
    if month(read[start.end]) is not None and not start.written:
        return False
    ends = read[(finish or start).end]
    if finish is not None and _range_is_sure(start, finish, ends, cue, beside_date=beside_date):
        return True
    cued_here = cue is not None or beside_date or (at > 0 and read[at - 1].text in _STARTS) or _soon_after(read, at)
    if start.written:
        return cued_here and not (cue is None and beside_date and start.minutes % 5) and _may_end(ends)
    if cue == "at" or (at > 0 and read[at - 1].text in ("borjar", "startar", "starts", "slutar", "ends", "begins")):
        return _may_end(ends) and not (finish is None and _goes_on(read, start.end))
    return False


def _goes_on(read: Tokens, at: int) -> bool:
    """Whether a range is meant that cannot be read: `at 9 to 30 people`; `at 9 to order lunch` is none."""
    follows = read[at + 1]
    return read[at].text in ("till", "to", "until") and (follows.kind != WORD or follows.text in HOUR_WORDS)


def _before_day(read: Tokens, at: int) -> bool:
    """Whether a day follows: `8.45 på fredag`."""
    at = at + 1 if read[at].text in ("pa", "on", "den", "the") else at
    return weekday(read[at]) is not None or read[at].text in ("imorgon", "tomorrow", "idag", "today")


def _soon_after(read: Tokens, at: int) -> bool:
    return at > 1 and read[at - 2].text in _STARTS and read[at - 1].text in ("om", "vid", "nu", "alltsa", "now")


def _range_is_sure(start: Point, finish: Point, ends: Token, cue: str | None, *, beside_date: bool) -> bool:
    if finish.half or finish.colon:
        return True
    if not _may_end(ends) or start.invalid or finish.invalid:
        return False
    if start.written or finish.written:
        return cue is not None or (start.minutes < finish.minutes and (beside_date or start.minutes >= 360))
    return cue in ("at", "from", "between") or (beside_date and 7 <= start.minutes // 60 < finish.minutes // 60 <= 20)


def _made(read: Tokens, start: Point, finish: Point | None) -> Clock:
    end = (finish or start).end
    part = part_of_day(read, end)
    said: str | None = None
    if part is not None:
        end, said = part
    if start.invalid or (finish is not None and finish.invalid):
        return Clock(end, None, doubt="no-such-time")
    if finish is None:
        first = _resolved(start, start.half or said)
        return Clock(end, first) if first else Clock(end, None, doubt="no-such-time")
    return _made_range(end, start, finish, said)


def _made_range(end: int, start: Point, finish: Point, said: str | None) -> Clock:
    last = _resolved(finish, finish.half or said)
    first = _resolved(start, start.half or said)
    if last and start.half is None and finish.half:
        shared = _resolved(start, finish.half)
        first = shared if shared and shared < last else _resolved(replace(start, bare=False), None)
    if first and last and last <= first and finish.bare and not finish.half and last.hour < 12:
        last = last.replace(hour=last.hour + 12)
    if first and last and first > last and start.bare and not start.half and start.minutes < finish.minutes:
        first = _resolved(replace(start, bare=False), None)
    if first is None or last is None or last <= first:
        return Clock(end, None, doubt="no-such-time")
    return Clock(end, first, last)


def _resolved(point: Point, half: str | None) -> dt.time | None:
    """The point in 24 hours; a bare hour before seven is said of the afternoon, as people do of meetings."""
    minutes = point.minutes
    if half == "pm" and minutes < 720:
        minutes += 720
    elif half == "am" and 720 <= minutes < 780 and point.half:
        minutes -= 720
    elif half == "am" and minutes >= 780 and point.half:
        return None
    elif half is None and point.bare and 60 <= minutes < 420:
        minutes += 720
    if point.bare and half is None and minutes < 60:
        minutes += 720
    return dt.time(minutes // 60, minutes % 60) if minutes < 1440 else None
