"""Meetings: scheduling, series, moving, cancelling, showing, finding a date, opening and closing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dialogs.understanding.dates import Said, hours, last_day, meeting
from dialogs.understanding.lexicon import FORMS
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.reasons import reason
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import (
    content,
    given,
    iso_date,
    longest,
    moment,
    said,
    segments,
    strip_back,
    strip_front,
)
from dialogs.understanding.text import fold, words
from language.reading import When, find_count, find_minutes, find_recurrence

RULES = rules("""
meeting.cancel 84: not? no_meeting !itemref !question !told !obj:reminder !wh
meeting.cancel 82: obj:meeting cancel_it|starts:cancel !itemref !obj:reminder
meeting.cancel 76: obj:meeting cancel !itemref !move !question_word
meeting.cancel 74: obj:meeting take_off !item !agenda !leaves_network !person
meeting.move 78: obj:meeting move|move_time|postpone !cancel_it !itemref !every
meeting.move 76: move_time at_meeting date|time !itemref !deadline !nomination
meeting.move 80: earlier_later at_meeting|obj:meeting !itemref !nomination !deadline !question
meeting.move 74: change at_meeting date|time !itemref !deadline !nomination !minutes !obj:agenda !obj:item
meeting.move 72: obj:meeting instead|change date|time !itemref !cancel_it
task.add 95: first_shall book_room !question !not_here
meeting.shift 96: from_then_on|rest_of_series starts_at earlier_later|moved_on|time meeting|we|rest_of_series !recur
    !itemref
    !deadline !task !nomination !poll !remind !reminder !date2 !person
meeting.move 70: obj:meeting gets_moved instead date|time !itemref !question !cancel_it
meeting.move 50: obj:meeting move|change !itemref !cancel_it
meeting.series 84: recur meeting|meet|book|set_up !remind !reminder !poll !itemref
meeting.series 70: every obj:meeting book|add|set_up|new !remind !reminder
meeting.schedule 68: !book_room !first_shall obj:meeting book|set_up|starts:add|starts:new !deadline !take_up !itemref
meeting.schedule 66: obj:meeting new date !deadline !question !itemref
meeting.schedule 66: book_us date time !itemref !poll !task !question !recur
meeting.schedule 61: meeting_starts date time !question !cancel_it !move !recur !told !remind !itemref !poll !minutes
    !agenda
meeting.schedule 62: meet date time !question !wh
meeting.schedule 60: obj:meeting colon date time
meeting.schedule 58: obj:meeting asked date|time !itemref !cancel !move !instead !wh !question !deadline
    !poll
meeting.find_date 86: which_time ask_all
meeting.find_date 84: which_time date2 !obj:poll
meeting.find_date 82: find_time
meeting.find_date 76: which_time suits obj:meeting|at_meeting !wh_next
meeting.show 64: obj:meeting|meeting_times wh|show|question|how_stands !which_time !cancel !time
    !opens_meeting !closes_meeting !take_up !asks_people !exclaim !unmeant
meeting.show 80: which_time obj:meeting|meeting_times|at_meeting !suits !date2 !ask_all !find_time !talk
    !take_up
meeting.show 54: wh wh_next brief no_thing !at_meeting !take_up !talk !do:move !date
meeting.show 66: meet wh !suits !date2 !find_time !ask_all
meeting.show 50: obj:meeting next all_known brief !starts_deed
meeting.show 52: meeting_times all_known brief !deadline
meeting.open 80: !begins_to !unmeant opens_meeting !time !item !question !recur
meeting.open 78: !begins_to obj:meeting open !item !date !time !question !instead
meeting.close 95: we_can_close told? !question !time !unmeant
meeting.close 80: closes_meeting meeting|brief !item !time !poll !question !closed_cause
meeting.close 78: obj:meeting close !item !time !question !poll !nomination
""")

_PLACE = Pattern(
    r"(?:^|[\s,;])(?:på|i|in|at|on|via|hos|över|over|plats:?|lokal:?|location:?)\s+((?:the |"
    r"council |city |town )?[^\s,.;].*)",
    re.IGNORECASE,
)
_NO_PLACE = Pattern(
    r"(?:the )?(?:calendar|diary|kalender|månaden|manaden|month|stället|stallet|year|future|förväg|"
    r"forvag|dag\b|morgon|advance|november|december|"
    r"januari|fortsättningen|all\b|behalf|grund|account|place of|due)",
    re.IGNORECASE,
)
_TITLE_FRONT = words(
    "funkar fungerar passar which of times dates they can make it could ska gäller de dem deltagarna ledamöterna "
    "ledamöter members participants som these those dessa doodla fram fråga kolla hör höra med alla allihop "
    "gruppen medlemmarna "
    "nätverket vilken vilket tid datum "
    "dag som passar bäst för till om när kan kunna hitta en ett "
    "ask everyone everybody the group members find a time date day slot that works best for which "
    "when what of us we to suits everyone check with all "
    "bra lämplig suitable good en gemensam stäm av ta reda på vi ses du om det"
) - words("ett en the")
_TITLE_BACK = words(
    "with med alla everybody everyone passar bäst alla oss er i that works best för till ses "
    "fungerar kan suits everyone works"
)
_COUNT = Pattern(
    r"\b(?:nasta|kommande|next|upcoming|de|the)?\s*(\d{1,2})\s+(?:\w+\s+)?(?:mot\w*|meetings?|"
    r"gang\w*|tillfall\w*|dates?)"
)


def schedule(sentence: Sentence) -> Slots:
    """Read one meeting's date, times and place."""
    when = _day(sentence)
    start, end, _ = hours(sentence)
    end = end or _after(sentence, start)
    return given(date=iso_date(when.date) if when and when.date else None, start=start, end=end, place=place(sentence))


def _day(sentence: Sentence) -> When | None:
    """The day that is said; "idag om två veckor" is the second of the two that stand side by side."""
    dated = [when for when in sentence.whens if when.date]
    if len(dated) > 1 and re.fullmatch(r"\s*", sentence.text[dated[0].end : dated[1].start]) and dated[0].time is None:
        return dated[1]
    return dated[0] if dated else None


def _after(sentence: Sentence, start: str | None) -> str | None:
    """When a meeting ends whose start and length are said."""
    length = find_minutes(sentence.text)
    if start is None or length is None:
        return None
    ends = int(start[:2]) * 60 + int(start[3:]) + length.minutes
    return f"{ends // 60:02d}:{ends % 60:02d}" if ends < 24 * 60 else None


def place(sentence: Sentence) -> str | None:
    """Read where a meeting is held: a name, or "the ..." after a preposition."""
    cuts = [(when.start, when.end) for when in sentence.whens]
    if sentence.recurrence:
        cuts.append((sentence.recurrence.start, sentence.recurrence.end))
    for start, end in reversed(segments(0, len(sentence.text), cuts)):
        match = _PLACE.search(sentence.text[start:end])
        while match and _NO_PLACE.match(match.group(1)):
            match = _PLACE.search(sentence.text[start:end], match.start(1))
        if match and (
            match.group(1)[0].isupper()
            or match.group(1).lower().startswith(("the ", "council ", "kommunhus", "stadshus", "city ", "town "))
        ):
            return _until_clause(said(sentence, (start + match.start(1), start + match.end(1))))
    return _bare_place(sentence, cuts)


_FINE = Pattern(r"\b(teams|zoom|meet|skype)\b (?:is (?:fine|ok|good)|works|funkar|fungerar|gar bra|duger)")
_LAST_PLACE = Pattern(r"^[\s,]*(?:i|in|at|pa) ([\w-]+(?: kommun)?)[ .!]*$")
_ALONE = Pattern(r"^\s*,\s*([A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)[ .!]*$")


def _bare_place(sentence: Sentence, cuts: list[tuple[int, int]]) -> str | None:
    """A place at the very end, after the time: ", Borlänge", "i leksand"; or "Teams is fine"."""
    fine = _FINE.search(sentence.folded)
    if fine:
        return said(sentence, fine.span(1))
    at = max((end for _start, end in cuts), default=None)
    if at is None:
        return None
    small = _LAST_PLACE.match(sentence.folded[at:])
    if small and sentence.text.islower() and not _NO_PLACE.match(small.group(1)) and small.group(1) not in FORMS:
        return said(sentence, (at + small.start(1), at + small.end(1)))
    alone = _ALONE.match(sentence.text[at:])
    return said(sentence, (at + alone.start(1), at + alone.end(1))) if alone else None


_PLACE_END = Pattern(
    r"(?:,?\s+(?:med start|från och med|fr\.?o\.?m|starting|from|med början|kl|at \d|den|on \w+day|"
    r"och|ska vi).*|[,;:.] .*)$",
    re.IGNORECASE,
)


def _until_clause(text: str) -> str:
    return _PLACE_END.sub("", text).rstrip(" ,.?!")


_FROM = Pattern(
    r"(?:med start|med borjan|fran och med|f\.?r\.?o\.?m\.?|starting(?: from| on)?|beginning|from|"
    r"fran|startar|start)[\s:]*(?:den |on |the )?$"
)


def series(sentence: Sentence) -> Slots:
    """Read a series: its rule, times, place and first day."""
    start, end, _ = hours(sentence)
    first = next(
        (when for when in sentence.whens if when.date and not _inside_rule(sentence, when.start)),
        None,
    )
    rule = _rule(sentence)
    return given(
        rule=rule,
        start=start,
        end=end,
        place=place(sentence),
        from_=iso_date(first.date) if first and first.date else None,
    )


def _rule(sentence: Sentence) -> str | None:
    """The most telling of the rules that are said: "a weekly meeting every Monday" is the second."""
    found = sentence.recurrence
    if found is None:
        return None
    later = find_recurrence(sentence.text[found.end :])
    return later.rule if later is not None and len(later.rule) > len(found.rule) else found.rule


def _inside_rule(sentence: Sentence, at: int) -> bool:
    recurrence = sentence.recurrence
    return recurrence is not None and recurrence.start <= at < recurrence.end


def move(sentence: Sentence) -> Slots:
    """Read which meeting moves, and to when."""
    which = meeting(sentence) or _which_first(sentence)
    taken = which.span if which else None
    later = [when for when in sentence.whens if when.date and not (taken and taken[0] <= when.start < taken[1])]
    start, end, _ = hours(sentence, taken)
    target = later[-1] if later else None
    if which is not None and which.value[0] != "2" and len(later) > 1:
        target = later[0]
    day = target.date if target else None
    if day is None and which is not None and which.value[0] == "2" and start is None:
        day = _moved_by(sentence, date.fromisoformat(which.value))
    return given(
        meeting=which.value if which else None,
        date=iso_date(day) if day else None,
        start=start,
        end=end,
    )


_BY = Pattern(r"\b(en|ett|a|one|tva|two|tre|three|\d) (veck(?:a|or)|weeks?|dag(?:ar)?|days?)\b")
_NUMBERS = {"en": 1, "ett": 1, "a": 1, "one": 1, "tva": 2, "two": 2, "tre": 3, "three": 3}


def _moved_by(sentence: Sentence, day: date) -> date | None:
    """The new day of a meeting that is moved by a week or some days."""
    match = _BY.search(sentence.folded)
    if match is None:
        return None
    days = (_NUMBERS.get(match[1]) or int(match[1])) * (7 if match[2].startswith(("v", "w")) else 1)
    return day - timedelta(days) if _EARLIER.search(sentence.folded) else day + timedelta(days)


_MONTHS = tuple(
    words(both)
    for both in (
        "januari january", "februari february", "mars march", "april", "maj may", "juni june", "juli july",
        "augusti august", "september", "oktober october", "november", "december",
    )
)  # fmt: skip
_FROM_MONTH = Pattern(r"\b(?:fran|from|med|of|starting|start|borjan|in|i|o\.?m\.?)(?: med)? ([a-z]{3,9})\b")
_EARLIER = Pattern(r"\b(?:tidigare|earlier|sooner|tidigarelagg\w*|bring|forward)\b")
_DIRECTION = Pattern(r"\b(?:tidigare|earlier|sooner|senare|later)\b")
_LATER = Pattern(r"\b(?:senare|later|senarelagg\w*|back|fram|framat|push)\b")


def shift(sentence: Sentence) -> Slots:
    """Read from which meeting on the rest of a series starts when, or how much earlier (negative) or later."""
    which = meeting(sentence, bare=True)
    value = which.value if which and which.value != "current" else _first_of_month(sentence)
    start, end, _ = hours(sentence)
    length = find_minutes(_DIRECTION.sub(" ", sentence.folded))
    minutes = length.minutes if length and start is None else None
    if minutes is not None and _EARLIER.search(sentence.folded):
        minutes = -minutes
    elif minutes is not None and not _LATER.search(sentence.folded):
        minutes = None
    return given(from_=value, shift=minutes, start=start, end=end)


def _first_of_month(sentence: Sentence) -> str | None:
    """The first day of the month that is named, the next one that lies ahead."""
    for match in _FROM_MONTH.finditer(sentence.folded):
        number = next((at for at, names in enumerate(_MONTHS, 1) if match.group(1) in names), None)
        if number is not None:
            year = sentence.now.year + (number <= sentence.now.month)
            return iso_date(date(year, number, 1))
    return None


def _which_first(sentence: Sentence) -> Said | None:
    """Of two dates the first names the meeting: "flytta 11 december till 14 december"."""
    dated = [when for when in sentence.whens if when.date]
    if len(dated) >= 2 and dated[0].date:
        return Said(dated[0].start, dated[0].end, iso_date(dated[0].date))
    return None


def cancel(sentence: Sentence) -> Slots:
    """Read which meeting is off, and why."""
    which = meeting(sentence, bare=True)
    why = reason(sentence, which.end if which else 0)
    if why and _CANCEL_AGAIN.match(fold(why)):
        why = None
    return given(meeting=which.value if which else None, reason=why)


_CANCEL_AGAIN = Pattern(
    r"(?:please |snalla |sa |och |kan du |can you |could you )*(?:stall|avboka|avlys|cancel|call|ta bort|remove|drop)\b"
)


def show(sentence: Sentence) -> Slots:
    """Read how many meetings to show."""
    match = _COUNT.search(sentence.folded)
    if match:
        return {"count": int(match.group(1))}
    counted = find_count(sentence.text)
    if counted is not None and counted.value > 1:
        return {"count": counted.value}
    return {}


_SUITED = Pattern(r"(?:passar|works?|suits?|funkar|fungerar)(?: bast| best| oss| us)? (?:for|till)\s+(.+?)[?.! ]*$")


def find_date(sentence: Sentence) -> Slots:
    """Read what a time is sought for, the proposals, and the last day to answer."""
    limit = last_day(sentence, sure=True) if len([when for when in sentence.whens if when.date]) > 1 else None
    proposals = [when for when in sentence.whens if when.date and not (limit and limit.start <= when.start < limit.end)]
    suited = _SUITED.search(sentence.folded, proposals[-1].end) if proposals else None
    cuts = [(when.start, len(sentence.text)) for when in proposals[:1]]
    if limit:
        cuts.append(limit.span)
    if suited:
        title: str | None = said(sentence, suited.span(1))
    elif sentence.colon is not None and proposals and proposals[0].start > sentence.colon:
        cuts.append((sentence.colon, len(sentence.text)))
        title = _title_before(sentence, sentence.colon)
    else:
        title = content(sentence, cuts, _TITLE_FRONT, _TITLE_BACK)
    return given(
        title=title.rstrip("?") if title else None,
        dates=tuple(value for value in map(moment, proposals) if value),
        deadline=limit.value if limit else None,
    )


def _title_before(sentence: Sentence, end: int) -> str | None:
    return longest(sentence, [strip_back(sentence, strip_front(sentence, (0, end), _TITLE_FRONT), _TITLE_BACK)])


def _nothing(_sentence: Sentence) -> Slots:
    return {}


SLOTS: dict[str, Reader] = {
    "meeting.schedule": schedule,
    "meeting.series": series,
    "meeting.move": move,
    "meeting.shift": shift,
    "meeting.cancel": cancel,
    "meeting.show": show,
    "meeting.find_date": find_date,
    "meeting.open": _nothing,
    "meeting.close": _nothing,
}
