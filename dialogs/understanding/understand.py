"""From a sentence to what is meant: the heaviest rule decides, and where none is sure, suggestions are made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dialogs.understanding import (
    agenda,
    deadlines,
    decisions,
    meetings,
    members,
    minutes,
    nominations,
    polls,
    presence,
    reminders,
    remisses,
    tasks,
)
from dialogs.understanding.doubts import doubt_about
from dialogs.understanding.intents import missing_from
from dialogs.understanding.misgivings import misgiving
from dialogs.understanding.model import Doubt, Known, Suggestion, Understanding
from dialogs.understanding.patterns import prepare
from dialogs.understanding.rules import Reader, Rule, Slots, best
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.suggesting import doubted, rank, suggest
from dialogs.understanding.text import clean, fold, words

_SUBJECTS = (
    meetings, agenda, decisions, presence, tasks, deadlines, reminders, nominations, polls, remisses, minutes, members,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(rule for subject in _SUBJECTS for rule in subject.RULES)
READERS: Mapping[str, Reader] = {name: reader for subject in _SUBJECTS for name, reader in subject.SLOTS.items()}
_NOBODY = Known()


def understand(text: str, now: datetime, known: Known = _NOBODY) -> Understanding:
    """Return what `text` asks for at the moment `now`, local to the network; it never raises for any text."""
    prepare()
    sentence = Sentence(clean(text), now, known)
    if not sentence.tokens:
        return Understanding("none", language=sentence.language)
    found = best(RULES, sentence.features)
    if not found:
        return _unsure(sentence)
    if len(found) > 1 and found[0].weight == found[1].weight:
        return _undecided(sentence, found)
    if doubted(found[0].intent, found[0].weight, sentence):
        return _undecided(sentence, found[:1])
    why = misgiving(found[0].intent, sentence)
    if why is not None:
        suggestion = Suggestion(found[0].intent, slots_of(found[0].intent, sentence))
        return Understanding("unsure", suggestions=(suggestion,), why=(why,), language=sentence.language)
    return _decided(sentence, found)


def _decided(sentence: Sentence, found: list[Rule]) -> Understanding:
    rule = found[0]
    slots = slots_of(rule.intent, sentence)
    why = (f"{rule.intent} {rule.weight}: {rule.written}", *(f"also {other.written}" for other in found[1:4]))
    doubt = doubt_about(rule.intent, slots, sentence)
    if doubt is not None:
        if doubt.why == "which-week":
            return _either_week(rule.intent, slots, doubt, sentence, why)
        suggestions = tuple(Suggestion(rule.intent, {**slots, doubt.slot: reading}) for reading in doubt.readings[:3])
        return Understanding(
            "unsure", {}, (), suggestions or (Suggestion(rule.intent, slots),), doubt, why, sentence.language
        )
    return Understanding(rule.intent, slots, missing_from(rule.intent, slots), why=why, language=sentence.language)


def _either_week(intent: str, slots: Slots, doubt: Doubt, sentence: Sentence, why: tuple[str, ...]) -> Understanding:
    """ "Nästa fredag" is one of two days: what is asked for is clear, its date is left out and asked for."""
    known = {name: value for name, value in slots.items() if name != doubt.slot}
    suggestions = tuple(Suggestion(intent, {**known, doubt.slot: reading}) for reading in doubt.readings[:3])
    return Understanding(intent, known, missing_from(intent, known), suggestions, doubt, why, sentence.language)


def _undecided(sentence: Sentence, found: list[Rule]) -> Understanding:
    tied = [rule for rule in found if rule.weight >= found[0].weight - 6][:3]
    intents = rank([rule.intent for rule in tied], sentence)
    suggestions = tuple(Suggestion(intent, slots_of(intent, sentence)) for intent in intents)
    why = tuple(f"tied: {rule.written}" for rule in tied)
    return Understanding("unsure", suggestions=suggestions, why=why, language=sentence.language)


def _unsure(sentence: Sentence) -> Understanding:
    intents, why = suggest(sentence)
    if not intents:
        return Understanding("none", why=(why,), language=sentence.language)
    suggestions = tuple(Suggestion(intent, slots_of(intent, sentence)) for intent in intents)
    return Understanding("unsure", suggestions=suggestions, why=(why,), language=sentence.language)


def slots_of(intent: str, sentence: Sentence) -> Slots:
    """Return the slots that were said for an intent."""
    slots = READERS[intent](sentence)
    return {name: value for name, value in slots.items() if not (isinstance(value, str) and fold(value) in _POINTING)}


_POINTING = words("det den detta denna it this that them dem de these those här here there")
"""Words that only point at something: no title, no text, no name."""
