"""Meetings: scheduling, series, moving, cancelling, showing, finding a date, opening and closing."""

from __future__ import annotations

import re

from dialogs.understanding.dates import Said, hours, last_day, meeting
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
from dialogs.understanding.text import words
from language.reading import find_count, find_recurrence

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
meeting.move 70: obj:meeting gets_moved instead date|time !itemref !question !cancel_it
meeting.move 50: obj:meeting move|change !itemref !cancel_it
meeting.series 84: recur meeting|meet|book|set_up !remind !reminder !poll !itemref
meeting.series 70: every obj:meeting book|add|set_up|new !remind !reminder
meeting.schedule 68: obj:meeting book|set_up|starts:add|starts:new !deadline !take_up !itemref
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
meeting.show 65: which_time obj:meeting|meeting_times|at_meeting !suits !date2 !ask_all !find_time !wh_next !talk
    !take_up
meeting.show 54: wh wh_next brief no_thing !at_meeting !take_up !talk !do:move !date
meeting.show 66: meet wh !which_time
meeting.show 50: obj:meeting next all_known brief !starts_deed
meeting.show 52: meeting_times all_known brief !deadline
meeting.open 80: !unmeant opens_meeting !time !item !question !recur
meeting.open 78: obj:meeting open !item !date !time !question !instead
meeting.close 82: we_can_close told? !question !time !unmeant
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
    "these those dessa doodla fram fråga kolla hör höra med alla allihop gruppen medlemmarna "
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
    when = next((when for when in sentence.whens if when.date), None)
    start, end, _ = hours(sentence)
    return given(date=iso_date(when.date) if when and when.date else None, start=start, end=end, place=place(sentence))


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
    return None


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
    return given(
        meeting=which.value if which else None,
        date=iso_date(target.date) if target and target.date else None,
        start=start,
        end=end,
    )


def _which_first(sentence: Sentence) -> Said | None:
    """Of two dates the first names the meeting: "flytta 11 december till 14 december"."""
    dated = [when for when in sentence.whens if when.date]
    if len(dated) >= 2 and dated[0].date:
        return Said(dated[0].start, dated[0].end, iso_date(dated[0].date))
    return None


def cancel(sentence: Sentence) -> Slots:
    """Read which meeting is off, and why."""
    which = meeting(sentence, bare=True)
    return given(meeting=which.value if which else None, reason=reason(sentence, which.end if which else 0))


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
    "meeting.cancel": cancel,
    "meeting.show": show,
    "meeting.find_date": find_date,
    "meeting.open": _nothing,
    "meeting.close": _nothing,
}
