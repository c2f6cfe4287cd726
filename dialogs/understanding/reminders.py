"""Reminders: one at a moment, the standing rule, the list, taking one away."""

from __future__ import annotations

import re

from dialogs.understanding.patterns import Pattern
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import content, given, moment
from dialogs.understanding.text import words
from language.reading import find_before

RULES = rules("""
reminder.cancel 92: not? no_remind
reminder.cancel 88: not? obj:reminder take_off|cancel|cancel_it|undo|starts:close|starts:remove !colon
reminder.rule 90: remind|reminder remind_rule always|every|plural_subject
reminder.rule 88: reminded remind_rule always|every|plural_subject
reminder.rule 86: remind|reminder remind_rule !date !about
reminder.list 84: obj:reminder wh|show|question|starts:show !starts:send !date !remind_rule
reminder.list 84: remind wh_first !about_what_how
reminder.list 60: obj:reminder all_known brief !date
reminder.add 82: remind ask_remind|starts:remind|asked|colon !wh_first !others_say !remind_of_what
reminder.add 81: obj:reminder at_colon !wh_first !take_off !remind_rule
reminder.add 83: reminded ask_remind !remind_rule !always !wh_first !question
reminder.add 79: alerting date|time !wh_first
reminder.add 82: nudge date|time !wh_first !told
reminder.add 80: obj:reminder starts:add|add_to|starts:send|set|give|asked !wh !take_off
reminder.add 80: obj:reminder a_reminder date !wh !take_off
""")

_FRONT = words(
    "ge give påminn påminna påminner påminnelse påminnelsen påminnelser remind reminder ping pinga nudge "
    "oss mig alla gruppen nätverket kanalen us me everyone everybody all the group channel network "
    "members medlemmarna ut sätt lägg in en a set add  "
    "about of om to att for på that kring angående regarding an i in upp again igen create skapa "
    "dem them deltagarna ledamöterna folk people styrelsen post posta också also till"
) - words("the")
_FRONT_ALL = _FRONT | words("the")
_BACK = words("på i in den on at kl om to till for för and och that")
_SENDING = Pattern(r"^(?:skicka|send|posta|post)(?: ut| out)? (?:en |a |oss en |us a )?(?:paminnelse|reminder)")
_NUMBER = Pattern(
    r"\b(?:paminnelse(?:n)?|reminder|utskick(?:et)?)\s*(?:nr\.?|nummer|number|no\.?|"
    r"#)?\s*#?(\d{1,4})\b(?!\s*(?:min|dag|h\b|day))"
)
_CANCEL_FRONT = words(
    "on du vi jag behöver inte måste ta bort påminna påminnelsen påminnelse påminnelserna påminn "
    "remind reminder reminders delete remove cancel skippa stryk the us oss om about for att of "
    "you don't not need to stop sluta me mig på any more with "
    "avboka ställ in radera den no drop skip som gäller angående regarding alla all gällande"
)
_CANCEL_BACK = words(
    "can be removed deleted dropped cancelled go kan tas behövs utgår "
    "längre mer any more anymore no longer inte bort ta stryks tas för nu now i"
)


def add(sentence: Sentence) -> Slots:
    """Read what to remind of, and when."""
    when = next((when for when in sentence.whens if when.date is not None), None)
    cuts = [(when.start, when.end)] if when else []
    cuts.extend(match.span() for match in _SENDING.finditer(sentence.folded))
    asked = _ASKED.search(sentence.folded, 0, sentence.colon)
    text = _about(sentence, [*cuts, (0, asked.end())]) if asked else None
    text = text or _about(sentence, cuts)
    text = text.rstrip("?") if text else None
    return given(text=text, at=moment(when) if when else None)


_ASKED = Pattern(
    r"\b(?:paminn\w*|remind(?:er)?|pinga?|nudge|alert)\b(?:[ ,]+(?:mig|oss|alla|gruppen|natverket|kanalen|medlemmarna|"
    r"me|us|"
    r"everyone|everybody|the (?:group|channel|network|members)))*"
)
_CANCELLED = Pattern(r"\b(?:paminn\w*|remind\w*)\b(?:[ ,]+(?:mig|oss|alla|gruppen|me|us|everyone|anyone))*")


def _about(sentence: Sentence, cuts: list[tuple[int, int]]) -> str | None:
    text = content(sentence, cuts, _FRONT, _BACK)
    if text and re.match(r"the (?:group|channel|network|members)\b", text):
        return content(sentence, cuts, _FRONT_ALL, _BACK)
    return text


_SUBJECTS = (
    ("nomination", Pattern(r"nominering\w*|nominations?")),
    ("deadline", Pattern(r"deadlines?|deadlinen|sista dag\w*|tidsfrist\w*|uppgift\w*|due dates?|sista datum")),
    ("meeting", Pattern(r"mot(?:e|et|en|ena)|meetings?|sammantrade\w*")),
)


def rule(sentence: Sentence) -> Slots:
    """Read how long before what."""
    before = tuple(found.duration for found in find_before(sentence.text))
    subject = tuple(name for name, pattern in _SUBJECTS if pattern.search(sentence.folded))[:1]
    return given(before=before, subject=subject[0] if subject else None)


def cancel(sentence: Sentence) -> Slots:
    """Read which reminder is not to be posted."""
    number = _NUMBER.search(sentence.folded)
    if number:
        return {"reminder": number[1]}
    named = _CANCELLED.search(sentence.folded)
    text = content(sentence, [(0, named.end())], _CANCEL_FRONT, _CANCEL_BACK) if named else None
    return given(reminder=text or content(sentence, [], _CANCEL_FRONT, _CANCEL_BACK))


def _nothing(_sentence: Sentence) -> Slots:
    return {}


SLOTS: dict[str, Reader] = {
    "reminder.add": add,
    "reminder.list": _nothing,
    "reminder.rule": rule,
    "reminder.cancel": cancel,
}
