"""Times of the day: `kl 8-9.15`, `halv nio till tio`, `13:00 to 14:30`, `8am`, `kvart över nio`, `noon`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from language.names_read import CARDINALS, is_amount_unit, is_item_number, month
from language.tokens import NUMBER, WORD, Token, Tokens, is_dash_before_word, words


@dataclass(frozen=True)
class Clock:
    """A time, or a time from which until which, as read."""

    end: int
    time: dt.time | None
    until: dt.time | None = None
    doubt: str | None = None


@dataclass(frozen=True)
class _Point:
    """One point of time; `bare` when it was said as an hour that may be before or after noon."""

    end: int
    minutes: int
    bare: bool = False
    written: bool = False
    """Written with minutes, `8.45`: enough to be a time in a range."""
    colon: bool = False
    half: str | None = None
    invalid: bool = False


_CLOCK = re.compile(r"([0-9]{1,2})([.:])([0-9]{2})")
_STRONG = frozenset(("kl", "klockan", "klock"))
_AT = frozenset(("at", "vid", "@"))
_STARTS = words(
    "borjar borja startar starta start starts begins begin slutar slutat sluta ends end oppnar opens tid time "
    "redan already forst"
)
_FROM = frozenset(("from", "fran", "mellan", "between"))
_UNTIL = frozenset(("till", "to", "until", "-"))
_AND = frozenset(("och", "and"))
_MINUTES = {"fem": 5, "five": 5, "tio": 10, "ten": 10, "tjugo": 20, "twenty": 20, "kvart": 15, "quarter": 15}
_HOURS = {word: n for word, n in CARDINALS.items() if 1 <= n <= 12 and word not in ("a", "an", "en")}
_FIXED = {"noon": 720, "midday": 720, "midnight": 0, "midnatt": 0}
_SAFE_AFTER = words(
    "pa on i in den the och and eller or for to till until with med via om about hos at same samma varje every "
    "starting start by so sa then men but istallet instead sharp prick idag today imorgon tomorrow this denna "
    "nasta next som as en a if da from fran each"
)
_HALVES = {"am": "am", "pm": "pm", "fm": "am", "em": "pm"}
_PARTS = {
    "morgon": "am", "morgonen": "am", "formiddag": "am", "formiddagen": "am", "morning": "am", "eftermiddag": "pm",
    "eftermiddagen": "pm", "kvall": "pm", "kvallen": "pm", "afternoon": "pm", "evening": "pm", "bitti": "am",
}  # fmt: skip


def clock_at(read: Tokens, at: int, *, beside_date: bool = False) -> Clock | None:
    """The time that begins here; beside a date or a rule less is asked of it."""
    position, cue = _cue(read, at)
    start = _point(read, position, cued=cue is not None)
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


def _point(read: Tokens, at: int, *, cued: bool) -> _Point | None:
    token = read[at]
    if token.kind == NUMBER:
        return _number_point(read, at, cued=cued)
    if token.kind != WORD:
        return None
    if token.text in _FIXED:
        return _Point(at + 1, _FIXED[token.text], written=True)
    return _spoken(read, at) or (_hour_word(read, at) if cued else None)


def _number_point(read: Tokens, at: int, *, cued: bool) -> _Point | None:
    token = read[at]
    hangs_on_cue = token.glued and cued and at > 0 and read[at - 1].kind == WORD
    if (is_item_number(read, at) and not hangs_on_cue) or len(token.text) > 5:
        return None
    end, half = _half_after(read, at + 1)
    if is_amount_unit(read[end]) or is_dash_before_word(read, end):
        return None
    match = _CLOCK.fullmatch(token.text)
    if match:
        hour, minute = int(match[1]), int(match[3])
        wrong = hour > 23 or minute > 59
        if wrong and not (cued or (match[2] == ":" and hour < 30 and minute < 60)):
            return None
        return _Point(end, hour * 60 + minute, written=True, colon=match[2] == ":", half=half, invalid=wrong)
    if not token.text.isdigit() or len(token.text) > 2:
        return _minutes_word(read, at)
    spoken = _minutes_word(read, at)
    if spoken:
        return spoken
    hour = int(token.text)
    if read[end].text == "o" and read[end + 2].text == "clock":
        end, cued = end + 3, True
        return _Point(end, hour * 60, bare=True, written=True, half=half, invalid=hour > 12)
    if read[end].kind == NUMBER and read[end].start == token.end + 1 and len(read[end].text) == 3:
        return None
    return _Point(end, hour * 60, bare=not token.text.startswith("0"), half=half, invalid=hour > 23)


def _half_after(read: Tokens, at: int) -> tuple[int, str | None]:
    text = read[at].text
    if text in _HALVES:
        return at + 1, _HALVES[text]
    if text in ("a", "p") and read[at + 1].text == "." and read[at + 2].text == "m":
        return (at + 4 if read[at + 3].text == "." else at + 3), text + "m"
    return at, None


def part_of_day(read: Tokens, at: int) -> tuple[int, str] | None:
    """`på eftermiddagen`, `in the morning`, `morgon`: where it ends, and `am` or `pm`."""
    position = at
    while read[position].text in ("pa", "in", "the", "i", "this") and position < at + 2:
        position += 1
    part = _PARTS.get(read[position].text)
    return (position + 1, part) if part else None


def _minutes_word(read: Tokens, at: int) -> _Point | None:
    """`20 över åtta`, `10 past 9`."""
    minutes = read[at].text
    if minutes in ("5", "10", "20", "25"):
        return _past_or_to(read, at + 1, int(minutes))
    return None


def _spoken(read: Tokens, at: int) -> _Point | None:
    text = read[at].text
    if text == "halv":
        hour = _hour(read, at + 1)
        return _Point(at + 2, (hour - 1) % 12 * 60 + 30, bare=True, written=True) if hour else None
    if text == "half" and read[at + 1].text == "past":
        hour = _hour(read, at + 2)
        return _Point(at + 3, hour % 12 * 60 + 30, bare=True, written=True) if hour else None
    if text in ("a", "en") and read[at + 1].text in ("quarter", "kvart"):
        at, text = at + 1, read[at + 1].text
    if text not in _MINUTES:
        return None
    end, minutes = at + 1, _MINUTES[text]
    if minutes == 20 and read[end].text == "-" and read[end + 1].text == "five":
        end, minutes = end + 2, 25
    elif minutes == 20 and read[end].text == "five":
        end, minutes = end + 1, 25
    if read[end].text in ("minuter", "minutes", "min"):
        end += 1
    return _past_or_to(read, end, minutes)


def _past_or_to(read: Tokens, at: int, minutes: int) -> _Point | None:
    word = read[at].text
    sign = {"over": 1, "past": 1, "i": -1, "to": -1}.get(word)
    if sign is None or read[at].kind != WORD:
        return None
    if read[at + 1].text == "halv" and word in ("over", "i"):
        hour = _hour(read, at + 2)
        total = (hour - 1) % 12 * 60 + 30 + sign * minutes if hour else 0
        return _Point(at + 3, total, bare=True, written=True) if hour else None
    hour = _hour(read, at + 1)
    if hour is None or (word == "to" and (minutes != 15 and not _cued_to(read, at))):
        return None
    return _Point(at + 2, (hour % 12 * 60 + sign * minutes) % 720, bare=True, written=True)


def _cued_to(read: Tokens, at: int) -> bool:
    """English `five to twelve` is a time only after `at`, never after `from`."""
    return any(read[n].text in ("at", "by", "until") for n in range(max(0, at - 4), at))


def _hour(read: Tokens, at: int) -> int | None:
    token = read[at]
    if token.kind == WORD:
        return _HOURS.get(token.text)
    if token.kind == NUMBER and token.text.isdigit() and len(token.text) <= 2 and 1 <= int(token.text) <= 12:
        return int(token.text)
    return None


def _hour_word(read: Tokens, at: int) -> _Point | None:
    hour = _HOURS.get(read[at].text)
    if hour is None:
        return None
    end, half = _half_after(read, at + 1)
    if read[end].text == "o" and read[end + 2].text == "clock":
        return _Point(end + 3, hour * 60, bare=True, written=True, half=half)
    return _Point(end, hour * 60, bare=True, half=half)


def _finish(read: Tokens, start: _Point, cue: str | None) -> _Point | None:
    """The other end of a range."""
    word = read[start.end].text
    spans = word in _UNTIL or (cue == "between" and word in _AND)
    if word == "fram" and read[start.end + 1].text == "till":
        position = start.end + 2
    elif spans:
        position = start.end + 1
    else:
        return None
    if word == "-" and is_dash_before_word(read, start.end) and read[position].text not in _HOURS:
        return None
    position, _ = _cue(read, position) if read[position].text in _STRONG else (position, None)
    finish = _point(read, position, cued=True)
    if finish is None or month(read[finish.end]) or (finish.minutes == 0 and finish.bare):
        return None
    if (
        not finish.written
        and finish.half is None
        and read[position].kind == WORD
        and not _may_end(read[finish.end])
    ):
        return None
    return finish


def _may_end(follows: Token) -> bool:
    return follows.kind != WORD or follows.text in _SAFE_AFTER or follows.text in _PARTS


def _is_sure(
    read: Tokens,
    at: int,
    position: int,
    start: _Point,
    finish: _Point | None,
    cue: str | None,
    *,
    beside_date: bool,
) -> bool:
    """Whether this can be nothing but a time."""
    if cue in ("strong", "strong-from") or start.half or start.colon:
        return True
    if read[position].kind == WORD and start.written:
        return True
    if month(read[start.end]) is not None and not start.written:
        return False
    ends = read[(finish or start).end]
    if finish is not None and _range_is_sure(start, finish, ends, cue, beside_date=beside_date):
        return True
    cued_here = (
        cue is not None or beside_date or (at > 0 and read[at - 1].text in _STARTS) or _soon_after(read, at)
    )
    if start.written:
        return cued_here and not (cue is None and beside_date and start.minutes % 5) and _may_end(ends)
    if cue == "at" or (
        at > 0 and read[at - 1].text in ("borjar", "startar", "starts", "slutar", "ends", "begins")
    ):
        return _may_end(ends) and not (
            read[start.end].text in _UNTIL and read[start.end].text != "-" and finish is None
        )
    return False


def _soon_after(read: Tokens, at: int) -> bool:
    return at > 1 and read[at - 2].text in _STARTS and read[at - 1].text in ("om", "vid", "nu", "alltsa", "now")


def _range_is_sure(start: _Point, finish: _Point, ends: Token, cue: str | None, *, beside_date: bool) -> bool:
    if finish.half or finish.colon:
        return True
    if not _may_end(ends) or start.invalid or finish.invalid:
        return False
    if start.written or finish.written:
        return start.minutes < finish.minutes or cue is not None
    return cue in ("at", "from", "between") or (
        beside_date and 7 <= start.minutes // 60 < finish.minutes // 60 <= 20
    )


def _made(read: Tokens, start: _Point, finish: _Point | None) -> Clock:
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


def _made_range(end: int, start: _Point, finish: _Point, said: str | None) -> Clock:
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


def _resolved(point: _Point, half: str | None) -> dt.time | None:
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
