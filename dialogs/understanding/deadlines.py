"""Deadlines to keep an eye on: remembering, listing, moving."""

from __future__ import annotations

from dialogs.understanding.dates import last_day
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import content, given
from dialogs.understanding.text import words

RULES = rules("""
deadline.move 82: not? deadline move|move_time|extend|postpone|change !item !itemref !nomination !remind
    !reminder !poll !remiss !doer_given !assign !gets_task !give_task
deadline.move 80: not? new_deadline told? !starts:add !starts:new !item !nomination !colon
deadline.list 78: deadline wh|show|question|starts:show !date !item !remind !reminder !nomination !remiss
    !obj:task !which_time !move !poll !exclaim
deadline.list 79: dated_what
deadline.list 60: obj:deadline all_known brief !date !item
deadline.add 74: !other_has deadline date !new_deadline !item !obj:task !remind !reminder !nomination !poll
    !obj:meeting !remiss
    !question !minutes !gets_task !draft !ask_all !starts:open
deadline.add 72: obj:deadline|starts:deadline starts:add|starts:new|colon|have_deadline|add_to !item
    !remind !reminder
    !nomination !question !wh !obj:task
deadline.add 70: remember date|deadline !remind !question !item
deadline.add 66: be_in date !item !itemref !obj:task !remind !nomination !poll !remiss !question
    !obj:meeting !minutes !gets_task !starts:person
deadline.add 60: starts:add shall date !obj:meeting !obj:item !itemref !obj:task !person !gets_task
    !at_meeting !question
deadline.add 62: remember !remind !question !poll !item
""")

_FRONT = words(
    "ska skall must shall deadline deadlinen deadlines för for till to att lägg in add  set sätt vi har en "
    "we have a hard is är kom ihåg remember that håll koll på glöm inte don't forget keep track of "
    "bevaka sista dag dagen datum "
    "datumet att svara på last day date final of due by senast in the i flytta move push skjut "
    "fram upp ändra change extend förläng förlänga note notera put reminder record registrera om "
    "about datum finns there's there it den on calendar kalendern också also"
) - words("the en")
_BACK = words(
    "är is ska ar vara inne senast due by has been have har fått får ny new deadline deadlinen "
    "till to on flyttas flyttad framflyttad skjuts fram pushed moved extended postponed förlängs "
    "förlängd changed ändrad ändras "
    "blir är nu now den det and och the a gets got får sista dag in must be submitted a en hard "
    "senareläggs tidigareläggs senarelagd inskickad inskickat insänd handed submitted inlämnad skall "
    "klart klar deadlinen flyttats flyttades back framskjuten ett datum until till och med "
    "before innan"
)
_NUMBER = Pattern(
    r"\b(?:deadline(?:n)?|tidsfrist(?:en)?|frist(?:en)?|sista dag)\s*(?:nr\.?|nummer|number|no\.?|"
    r"#)?\s*#?(\d{1,3})\b(?!\s*[/:.]\d|\s*(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|"
    r"dec))"
)


def add(sentence: Sentence) -> Slots:
    """Read what must be done, and by when."""
    limit = last_day(sentence)
    return given(text=_text(sentence), deadline=limit.value if limit else None)


_WATCH = Pattern(r"\b(?:keep (?:an eye|track) (?:on|of)|hall (?:ogonen|koll|ett oga) pa|watch out for)\b")


def _text(sentence: Sentence) -> str | None:
    limit = last_day(sentence)
    cuts = [limit.span] if limit else []
    cuts.extend(match.span() for match in _WATCH.finditer(sentence.folded))
    return content(sentence, cuts, _FRONT, _BACK)


def move(sentence: Sentence) -> Slots:
    """Read which deadline changes, by number or words, and to when."""
    limit = last_day(sentence)
    number = _NUMBER.search(sentence.folded)
    if number:
        return given(deadline_id=number[1], deadline=limit.value if limit else None)
    return given(text=_text(sentence), deadline=limit.value if limit else None)


def _nothing(_sentence: Sentence) -> Slots:
    return {}


SLOTS: dict[str, Reader] = {"deadline.add": add, "deadline.list": _nothing, "deadline.move": move}
