"""Bare answers to an open question: a name, a date, a title, "ja", "samma som förra", "avbryt"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from dialogs.understanding.clauses import read_clauses
from dialogs.understanding.items import number_in
from dialogs.understanding.members import role
from dialogs.understanding.model import Known
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.presence import listed, speaker
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import iso_date, iso_time, moment
from dialogs.understanding.text import clean, fold, tidy, words
from language.reading import find_amounts, find_before, find_count, find_minutes, split_list

_YES = words(
    "ja japp jajamen jo absolut gärna visst javisst självklart stämmer ok okej okay okey yes yep "
    "yeah yup sure correct right "
    "precis korrekt exakt exactly definitely absolutely j y kör gör"
)
_NO = words("nej nä nej inte no nope nah never icke aldrig n")
_CANCEL = Pattern(
    r"(?:nej,? |no,? )?(?:avbryt|avbryta|cancel|abort|stopp?|strunta i (?:det|den|detta)|glom "
    r"(?:det|den)|never ?mind|forget (?:it|about it)|quit|"
    r"lat (?:det )?(?:bli|vara)|skit i det|det var inget|drop it|skip it)(?: det| that| this| it| "
    r"detta)?(?:,? (?:tack|please|thanks))?[.!]*"
)
_SAME = Pattern(
    r"(?:(?:det |den |i )?samma(?: (?:sak|tid|dag|plats|stalle|svar|som) ?)?(?:som)?(?: (?:forra|"
    r"sist|senast|forut|tidigare|vanligt|sista|innan)(?: (?:gangen|motet|tiden))?)?|"
    r"som (?:forra gangen|sist|forut|vanligt|senast|tidigare)|(?:the )?same(?: as)?(?: (?:the "
    r")?(?:last|previous|before|usual|earlier)(?: (?:time|one|meeting))?)?|as (?:last time|before|"
    r"usual))[.!]*"
)

_SAYING = Pattern(r"^(?:det (?:ar|är|var|blir)|it's|that's|that would be|it is) ", re.IGNORECASE)


def is_cancel(text: str) -> bool:
    """Whether the speaker wants to stop answering."""
    return bool(_CANCEL.fullmatch(fold(clean(text))))


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no, None for anything else."""
    said = [word.strip(".,!?") for word in fold(clean(text)).split()]
    if not said or len(said) > 5:
        return None
    if said[0] in _NO or (len(said) > 1 and said[0] in {"do", "gor"} and said[1] in _NO):
        return False
    return True if said[0] in _YES else None


def is_same(text: str) -> bool:
    """Whether the answer is "the same as last time"."""
    return bool(_SAME.fullmatch(fold(clean(text))))


def answer_to(slot: str, intent: str, text: str, now: datetime, known: Known) -> object | None:
    """Read a bare answer to the question for `slot` of `intent`, as the contract writes the slot; None if it is none.

    "Samma som förra" and "same as last time" are the string "same". Whether the answer breaks off is asked of
    `is_cancel` first, and whether it is another command of `understand`.
    """
    sentence = Sentence(clean(text), now, known)
    if not sentence.tokens:
        return None
    if is_same(text):
        return "same"
    if slot == "deadline" and intent == "nomination.extend" and re.search(r"nasta|next", sentence.folded):
        return "next"
    reader = _READERS.get(slot, _title)
    return reader(sentence)


def _title(sentence: Sentence) -> object | None:
    found = tidy(sentence.whole)
    return found or None


def _person(sentence: Sentence) -> object | None:
    people = _people(sentence)
    return people[0] if isinstance(people, list) and people else None


def _people(sentence: Sentence) -> object | None:
    """Names, "me", or as many short parts as the list has."""
    found = listed(sentence)
    if not found:
        me = speaker(sentence)
        found = (me,) if me else ()
    bare = _SAYING.sub("", sentence.text)
    parts = tuple(part.lstrip("@") for part in split_list(tidy(bare)) if 0 < len(part.split()) <= 4)
    names = list(parts if len(parts) > len(found) else found)
    own = [part for part in parts if fold(part) in _ME and part not in names]
    return [*names, *own] or None


_ME = frozenset({"jag", "mig", "me", "i", "myself"})


def _day(sentence: Sentence) -> object | None:
    return next((iso_date(when.date) for when in sentence.whens if when.date), None)


def _moment(sentence: Sentence) -> object | None:
    return next((value for value in map(moment, sentence.whens) if value), None)


def _moments(sentence: Sentence) -> object | None:
    return [value for value in map(moment, sentence.whens) if value] or None


def _time(sentence: Sentence) -> object | None:
    for when in sentence.whens:
        if when.time is not None:
            return iso_time(when.time)
    match = re.fullmatch(r"(?:kl\.? ?|at )?(\d{1,2})(?:[.:](\d{2}))?", sentence.folded.strip(" ."))
    if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
        return f"{int(match[1]):02d}:{int(match[2] or 0):02d}"
    return None


def _rule(sentence: Sentence) -> object | None:
    return sentence.recurrence.rule if sentence.recurrence else None


def _minutes(sentence: Sentence) -> object | None:
    found = find_minutes(sentence.text)
    if found is not None:
        return found.minutes
    bare = sentence.folded.strip(" .")
    return int(bare) if re.fullmatch(r"\d{1,3}", bare) else None


def _count(sentence: Sentence) -> object | None:
    found = find_count(sentence.text)
    if found is not None:
        return found.value
    number = number_in(sentence.folded)
    return int(number) if number and number.isdigit() else None


def _item(sentence: Sentence) -> object | None:
    if sentence.items:
        return sentence.items[0].values[0]
    return number_in(sentence.folded) or _title(sentence)


def _number_or_words(sentence: Sentence) -> object | None:
    match = re.fullmatch(r"(?:\D{0,20}\s)?#?(\d{1,4})", sentence.folded.strip(" ."))
    return match[1] if match else _title(sentence)


def _list(sentence: Sentence) -> object | None:
    return [tidy(part) for part in split_list(sentence.whole)] or None


def _clauses(sentence: Sentence) -> object | None:
    return list(read_clauses(re.sub(r"^\s*(?:beslut|decision)\s*:", "", sentence.whole, flags=re.IGNORECASE))) or None


def _amount(sentence: Sentence) -> object | None:
    found = find_amounts(sentence.text)
    return found[0].value if found else None


def _before(sentence: Sentence) -> object | None:
    found = find_before(sentence.text) or find_before(f"{sentence.text} före")
    return [one.duration for one in found] or None


_MEETINGS = (
    ("next", r"nasta|next|kommande"),
    ("previous", r"forra|senaste|last|previous|foregaende"),
    ("current", r"det har|this|dagens|current"),
)
_KINDS = (
    ("decision", r"beslut|decision"),
    ("information", r"info"),
    ("discussion", r"diskussion|dialog|discussion"),
    ("follow-up", r"uppfoljning|follow"),
)
_SUBJECTS = (("nomination", r"nomin"), ("deadline", r"deadline|sista"), ("meeting", r"mote|meeting|sammantrade"))
_STANCES = (
    ("none", r"\binget\b|\bavsta|\bno\b|\binte\b|none"),
    ("joint", r"gemensam|tillsammans|joint|common|together"),
    ("own", r"sjalv|eget|egen|own"),
)
_NAMES = (("language", r"sprak|language"), ("zone", r"tidszon|zone"), ("layout", r"layout"), ("name", r"namn|name"))


def _choice(choices: tuple[tuple[str, str], ...]) -> Callable[[Sentence], object | None]:
    def read(sentence: Sentence) -> object | None:
        return next((name for name, pattern in choices if re.search(pattern, sentence.folded)), None)

    return read


def _meeting(sentence: Sentence) -> object | None:
    return _day(sentence) or _choice(_MEETINGS)(sentence)


def _yes(sentence: Sentence) -> object | None:
    return yes_or_no(sentence.whole)


_READERS: Mapping[str, Callable[[Sentence], object | None]] = {
    "person": _person,
    "for": _person,
    "assignee": _person,
    "people": _people,
    "presenters": _people,
    "assignees": _people,
    "date": _day,
    "from": _day,
    "to": _day,
    "deadline": _moment,
    "at": _moment,
    "dates": _moments,
    "start": _time,
    "end": _time,
    "rule": _rule,
    "minutes": _minutes,
    "count": _count,
    "item": _item,
    "position": _number_or_words,
    "task": _number_or_words,
    "poll": _number_or_words,
    "reminder": _number_or_words,
    "deadline_id": _number_or_words,
    "clauses": _clauses,
    "choices": _list,
    "options": _list,
    "seats": _list,
    "items": _list,
    "except": _list,
    "amount": _amount,
    "before": _before,
    "meeting": _meeting,
    "subject": _choice(_SUBJECTS),
    "stance": _choice(_STANCES),
    "name": _choice(_NAMES),
    "secret": _yes,
    "role": role,
    "kind": _choice(_KINDS),
}
