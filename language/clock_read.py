"""One point of time as said: `8.45`, `halv nio`, `kvart över nio`, `2 pm`, `noon`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.names_read import CARDINALS, is_amount_unit, is_item_number
from language.tokens import NUMBER, WORD, Tokens, is_dash_before_word


@dataclass(frozen=True)
class Point:
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

_CLOCK_FOUR = re.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]")

MINUTE_WORDS = {"fem": 5, "five": 5, "tio": 10, "ten": 10, "tjugo": 20, "twenty": 20, "kvart": 15, "quarter": 15}

HOUR_WORDS = {word: n for word, n in CARDINALS.items() if 1 <= n <= 12 and word not in ("a", "an", "en")}

FIXED = {"noon": 720, "midday": 720, "midnight": 0, "midnatt": 0}

_HALVES = {"am": "am", "pm": "pm", "fm": "am", "em": "pm"}

PARTS = {
    "morgon": "am", "morgonen": "am", "formiddag": "am", "formiddagen": "am", "morning": "am", "eftermiddag": "pm",
    "eftermiddagen": "pm", "kvall": "pm", "kvallen": "pm", "afternoon": "pm", "evening": "pm", "bitti": "am",
}  # fmt: skip


def point_at(read: Tokens, at: int, *, cued: bool) -> Point | None:
    """The point of time that begins here; only after a cue such as `kl` is a bare number word one."""
    token = read[at]
    if token.kind == NUMBER:
        return _number_point(read, at, cued=cued)
    if token.kind != WORD:
        return None
    if token.text in FIXED:
        return Point(at + 1, FIXED[token.text], written=True)
    if cued and token.text == "half" and (hour := _hour(read, at + 1)):
        return Point(at + 2, hour % 12 * 60 + 30, bare=True, written=True)  # British: half nine is 9.30
    return _spoken(read, at) or (_hour_word(read, at) if cued or _is_oclock(read, at + 1) else None)


def _is_oclock(read: Tokens, at: int) -> bool:
    return read[at].text == "o" and read[at + 2].text == "clock"


def _number_point(read: Tokens, at: int, *, cued: bool) -> Point | None:
    token = read[at]
    hangs_on_cue = token.glued and cued and at > 0 and read[at - 1].kind == WORD
    if (is_item_number(read, at) and not hangs_on_cue) or len(token.text) > 5:
        return None
    end, half = _half_after(read, at + 1)
    grouped = read[end].kind == NUMBER and len(read[end].text) == 3
    if grouped or is_amount_unit(read[end]) or is_dash_before_word(read, end):
        return None
    if not token.text.isdigit():
        return _written_point(token.text, end, half, cued=cued)
    if cued and _CLOCK_FOUR.fullmatch(token.text) and read[at - 1].text in ("kl", "klockan", "."):
        return Point(end, int(token.text[:2]) * 60 + int(token.text[2:]), written=True)
    if len(token.text) > 2:
        return None
    return _minutes_word(read, at) or _hour_point(read, at, end, half)


def _written_point(text: str, end: int, half: str | None, *, cued: bool) -> Point | None:
    """`8.45` and `8:45`; an impossible one counts only where it can be nothing else."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[3])
    wrong = hour > 23 or minute > 59
    if wrong and not (cued or (match[2] == ":" and hour < 30 and minute < 60)):
        return None
    return Point(end, hour * 60 + minute, written=True, colon=match[2] == ":", half=half, invalid=wrong)


def _hour_point(read: Tokens, at: int, end: int, half: str | None) -> Point:
    text = read[at].text
    hour = int(text)
    if _is_oclock(read, end):
        return Point(end + 3, hour * 60, bare=True, written=True, colon=True, invalid=hour > 12)
    return Point(end, hour * 60, bare=not text.startswith("0"), half=half, invalid=hour > 23)


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
    part = PARTS.get(read[position].text)
    return (position + 1, part) if part else None


def _minutes_word(read: Tokens, at: int) -> Point | None:
    """`20 över åtta`, `10 past 9`."""
    minutes = read[at].text
    if minutes in ("5", "10", "20", "25"):
        return _past_or_to(read, at + 1, int(minutes))
    return None


def _spoken(read: Tokens, at: int) -> Point | None:
    text = read[at].text
    if text == "halv":
        hour = _hour(read, at + 1)
        return Point(at + 2, (hour - 1) % 12 * 60 + 30, bare=True, written=True) if hour else None
    if text == "half" and read[at + 1].text == "past":
        hour = _hour(read, at + 2)
        return Point(at + 3, hour % 12 * 60 + 30, bare=True, written=True) if hour else None
    if text in ("a", "en") and read[at + 1].text in ("quarter", "kvart"):
        at, text = at + 1, read[at + 1].text
    if text not in MINUTE_WORDS:
        return None
    end, minutes = at + 1, MINUTE_WORDS[text]
    if minutes == 20 and read[end].text == "-" and read[end + 1].text == "five":
        end, minutes = end + 2, 25
    elif minutes == 20 and read[end].text == "five":
        end, minutes = end + 1, 25
    if read[end].text in ("minuter", "minutes", "min"):
        end += 1
    return _past_or_to(read, end, minutes)


def _past_or_to(read: Tokens, at: int, minutes: int) -> Point | None:
    word = read[at].text
    sign = {"over": 1, "past": 1, "i": -1, "to": -1}.get(word)
    if sign is None or read[at].kind != WORD:
        return None
    if read[at + 1].text == "halv" and word in ("over", "i"):
        hour = _hour(read, at + 2)
        total = (hour - 1) % 12 * 60 + 30 + sign * minutes if hour else 0
        return Point(at + 3, total, bare=True, written=True) if hour else None
    hour = _hour(read, at + 1)
    if hour is None or (word == "to" and (minutes != 15 and not _cued_to(read, at))):
        return None
    return Point(at + 2, (hour % 12 * 60 + sign * minutes) % 720, bare=True, written=True)


def _cued_to(read: Tokens, at: int) -> bool:
    """English `five to twelve` is a time only after `at`, never after `from`."""
    return any(read[n].text in ("at", "by", "until") for n in range(max(0, at - 4), at))


def _hour(read: Tokens, at: int) -> int | None:
    token = read[at]
    if token.kind == WORD:
        return HOUR_WORDS.get(token.text)
    if token.kind == NUMBER and token.text.isdigit() and len(token.text) <= 2 and 1 <= int(token.text) <= 12:
        return int(token.text)
    return None


def _hour_word(read: Tokens, at: int) -> Point | None:
    hour = HOUR_WORDS.get(read[at].text)
    if hour is None:
        return None
    end, half = _half_after(read, at + 1)
    if _is_oclock(read, end):
        return Point(end + 3, hour * 60, bare=True, written=True)
    return Point(end, hour * 60, bare=True, half=half)
