"""The conversation: from what was heard to the handler that answers, and what is asked when something is missing.

This is the table of contents: every subject with its handlers stands in `SUBJECTS`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dialogs import (
    agenda,
    deadlines,
    general,
    meetings,
    members,
    minutes,
    nominations,
    presence,
    room,
    tasks,
    upcoming,
)
from dialogs.before import same_as_before
from dialogs.finding import title_of
from dialogs.offering import has_offer, offer_label, reading_said, refusal
from dialogs.replies import Ask, Offer, Offers, Reply
from dialogs.router import Handler
from dialogs.said import Spoken
from dialogs.turn import Slots, SlotUnreadable, Turn
from dialogs.understanding.answers import answer_to, is_cancel, yes_or_no
from dialogs.understanding.intents import INTENTS, missing_from
from dialogs.understanding.model import Doubt, Known, Understanding
from dialogs.understanding.text import clean
from dialogs.understanding.understand import understand
from secretary import rights
from secretary.meeting import Meeting
from secretary.network import Member, Network
from secretary.ports import Owings, Past, Records
from secretary.refusal import Refused

FOLDER = Path(__file__).parent
SUBJECTS = (
    agenda,
    meetings,
    room,
    presence,
    tasks,
    deadlines,
    upcoming,
    nominations,
    minutes,
    members,
    general,
)
HANDLERS: dict[str, Handler] = {
    action: handler for subject in SUBJECTS for action, handler in subject.router.handlers.items()
}
FREE_TEXT = frozenset(
    {"title", "text", "clauses", "query", "body", "question", "proposal", "options", "seats", "reason", "value"}
)
MOST_MISSES = 3


class UnknownButton(Refused):
    """A button that no handler answers."""


@dataclass(frozen=True)
class Pending:
    """What somebody was asked and has not answered: what was begun, the slot that is asked for, or the offers."""

    action: str
    slots: dict[str, object] = field(default_factory=dict)
    slot: str = ""
    offers: tuple[Offer, ...] = ()
    question: str = ""
    said: str = ""
    misses: int = 0


@dataclass(frozen=True)
class Heard:
    """What came in: words, or a button's action with its slots."""

    text: str = ""
    mentions: tuple[str, ...] = ()
    action: str = ""
    slots: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """Everything about who is heard and where."""

    records: Records
    past: Past
    owings: Owings
    speaker: Member
    now: dt.datetime
    languages: Mapping[str, Spoken]
    pending: Pending | None = None
    private: bool = False
    others: tuple[Network, ...] = ()
    contacts: Mapping[str, str] = field(default_factory=dict)  # how those who were mentioned are reached, by name


@dataclass(frozen=True)
class Outcome:
    """What is answered, what is asked from now on, and what was done; refused means that nothing may be kept."""

    replies: tuple[Reply, ...]
    language: str
    pending: Pending | None = None
    action: str = ""
    refused: bool = False
    named: str = ""  # what was done, in words, when nobody said it: a button or a form


def respond(heard: Heard, scene: Scene) -> Outcome:
    """Answer what was heard."""
    if heard.action:
        language = scene.speaker.language or scene.records.network.language
        slots = {name: _cleaned(value) for name, value in heard.slots.items()}
        return _perform(heard.action, slots, scene, language, tapped=True)
    heard = replace(heard, text=clean(heard.text))
    understood = understand(heard.text, scene.now, known(heard, scene))
    language = scene.speaker.language or understood.language
    if scene.pending is not None:
        return _answered(heard, understood, scene.pending, scene, language)
    if is_cancel(heard.text):
        return Outcome((scene.languages[language]("general-nothing-open"),), language)
    return _said(heard, understood, scene, language)


def _cleaned(value: object) -> object:
    """What a form gave, without characters that show nothing or turn the text around."""
    if isinstance(value, str):
        return clean(value)
    return [_cleaned(one) for one in value] if isinstance(value, list) else value


def known(heard: Heard, scene: Scene) -> Known:
    """What the network knows that helps to understand."""
    network = scene.records.network
    ongoing = scene.records.meetings.open()
    planned = (ongoing,) if ongoing else scene.records.meetings.planned(scene.now.date())[:1]
    return Known(
        members=tuple(member.name for member in network.present_members),
        organisations=network.organisations,
        mentions=heard.mentions,
        items=tuple(_titles(planned, scene)),
        bodies=tuple(call.body for call in scene.records.nominations.all()),
        meeting_open=ongoing is not None,
    )


def _titles(planned: Iterable[Meeting], scene: Scene) -> Iterable[str]:
    words = scene.languages[scene.records.network.language]
    return (title_of(words, item) for meeting in planned for item in meeting.items)


def _said(heard: Heard, understood: Understanding, scene: Scene, language: str) -> Outcome:
    """A sentence that answers no question."""
    words = scene.languages[language]
    if understood.doubt:
        return _doubtful(understood, understood.doubt, heard.text, scene, language)
    if understood.intent == "none":
        return Outcome((words("general-hint"),), language)
    if understood.intent == "unsure":
        offers = tuple(
            Offer(offer_label(words, one.intent, one.slots), one.intent, dict(one.slots))
            for one in understood.suggestions
            if one.intent in HANDLERS
        )
        if not offers:
            return Outcome((words("general-unsure-nothing"),), language)
        return _offered(Offers(words("general-unsure"), offers), heard.text, language)
    return _perform(understood.intent, dict(understood.slots), scene, language, said=heard.text)


def _answered(heard: Heard, understood: Understanding, pending: Pending, scene: Scene, language: str) -> Outcome:
    """A sentence while a question is open: an answer, a cancellation, or another command."""
    words = scene.languages[language]
    if is_cancel(heard.text):
        return Outcome((words("general-cancelled"),), language)
    if pending.offers:
        chosen = _chosen(heard.text, pending.offers)
        if chosen is not None:
            return _perform(chosen.action, dict(chosen.slots), scene, language, said=pending.said)
        if yes_or_no(heard.text) is False:
            return Outcome((words("general-cancelled"),), language)
        return _said(heard, understood, scene, language)
    command = understood.intent not in ("none", "unsure") and understood.intent != pending.action
    value = answer_to(pending.slot, pending.action, heard.text, scene.now, known(heard, scene))
    if value == "same":
        value = same_as_before(pending.slot, scene.records, scene.now)
    sure = pending.slot not in FREE_TEXT and pending.slot not in NAMING
    if command and (value is None or not sure or INTENTS[understood.intent].changes):
        return _said(heard, understood, scene, language)
    if yes_or_no(heard.text) is False:
        return Outcome((words("general-cancelled"),), language)
    if understood.intent == pending.action:
        value = _fuller(understood.slots.get(pending.slot), value)
    if value is None or not _answers(heard.text, pending):
        return _missed(pending, words, language)
    return _filled(
        heard, understood, replace(pending, said=f"{pending.said} {heard.text}".strip()), value, scene, language
    )


def _fuller(first: object, second: object) -> object:
    """What a sentence of its own says, unless the bare answer names more."""
    if isinstance(first, list) and isinstance(second, list) and len(second) > len(first):
        return second
    return first


NAMING = frozenset({"people", "person", "assignees", "for"})
NO_ANSWER = frozenset({"vet inte", "ingen aning", "vänta", "vänta lite", "wait", "i don't know", "don't know", "hm"})


def _answers(text: str, pending: Pending) -> bool:
    """Whether a text can be an answer: no plain yes, no hesitation, and no question where names are asked for."""
    plain = text.casefold().strip(" .!…")
    if yes_or_no(text) is not None or plain in NO_ANSWER:
        return False
    return pending.slot not in NAMING or ("?" not in text and plain not in NOBODY)


NOBODY = frozenset({"ingen", "inga", "nobody", "no one", "none"})


def _filled(
    heard: Heard, understood: Understanding, pending: Pending, value: object, scene: Scene, language: str
) -> Outcome:
    """Go on with what was begun, now that its question is answered."""
    merged = dict(understood.slots) if understood.intent == pending.action else {}
    whole = understand(pending.said, scene.now, known(heard, scene)) if not merged else understood
    if whole.doubt and whole.doubt.why != "past" and pending.slot not in FREE_TEXT:
        return _doubtful(whole, whole.doubt, pending.said, scene, language)
    together = {} if merged or pending.slot in FREE_TEXT else _read_together(whole, pending)
    slots = together or {**merged, **pending.slots, pending.slot: value}
    outcome = _perform(pending.action, slots, scene, language, said=pending.said)
    return replace(outcome, pending=pending) if outcome.refused else outcome


def _read_together(whole: Understanding, pending: Pending) -> dict[str, object]:
    """What was begun and its answers read as one sentence ("kl. 9–10.30" has an end too); nothing if that reads on."""
    kept = all(whole.slots.get(name) == value for name, value in pending.slots.items())
    fits = whole.intent == pending.action and kept and pending.slot in whole.slots and not whole.doubt
    return dict(whole.slots) if fits else {}


def _missed(pending: Pending, words: Spoken, language: str) -> Outcome:
    if pending.misses + 1 >= MOST_MISSES:
        return Outcome((words("general-cancelled"),), language)
    again = words("asks-not-understood", question=pending.question) + " " + words("asks-cancel")
    return Outcome((again,), language, pending=replace(pending, misses=pending.misses + 1))


def _perform(
    action: str,
    slots: dict[str, object],
    scene: Scene,
    language: str,
    *,
    said: str = "",
    tapped: bool = False,
) -> Outcome:
    """Do what was asked, or ask for what is missing."""
    words = scene.languages[language]
    turn = Turn(
        records=scene.records,
        past=scene.past,
        owings=scene.owings,
        speaker=scene.speaker,
        now=scene.now,
        words=words,
        announce=scene.languages[scene.records.network.language],
        action=action,
        slots=Slots(slots),
        said=said,
        private=scene.private,
        tapped=tapped,
        others=scene.others,
        contacts=scene.contacts,
    )
    try:
        handler = HANDLERS.get(action)
        if handler is None or action not in rights.RIGHTS:
            raise UnknownButton
        rights.allow(scene.speaker.role, action, own=True)
        missing = missing_from(action, slots) if action in INTENTS else ()
        if missing and action not in general.NOT_BUILT:
            return _asking(_ask(turn, missing[0]), said, language)
        done = _settled(tuple(handler(turn)), action, said, language)
        return replace(done, named=offer_label(words, action, slots)) if tapped and has_offer(words, action) else done
    except SlotUnreadable as refused:
        if action not in INTENTS:
            return Outcome((refusal(words, refused),), language, refused=True)
        slot = str(refused.facts["slot"])
        kept = {name: value for name, value in slots.items() if name != slot}
        plain = slot not in slots and words.has(f"asks-{slot}")
        asked = Ask(words(f"asks-{slot}") if plain else refusal(words, refused), action, kept, slot)
        return replace(_asking(asked, said, language), refused=True)
    except Refused as refused:
        return Outcome((refusal(words, refused),), language, refused=True)


def _settled(replies: tuple[Reply, ...], action: str, said: str, language: str) -> Outcome:
    """What a handler returned; a question among it stays open."""
    last = replies[-1] if replies else None
    if isinstance(last, Ask):
        return _asking(last, said, language)
    if isinstance(last, Offers):
        return replace(_offered(last, said, language), replies=replies, action=action)
    return Outcome(replies, language, action=action)


def _ask(turn: Turn, slot: str) -> Ask:
    if turn.action == "agenda.add":
        return agenda.ask_title(turn)
    special = f"asks-{slot}-{turn.action.replace('.', '-').replace('_', '-')}"
    general_ = f"asks-{slot.removesuffix('_id')}"
    question = turn.words(special if turn.words.has(special) else general_)
    return Ask(question, turn.action, turn.slots.given, slot)


def _asking(ask: Ask, said: str, language: str) -> Outcome:
    pending = Pending(ask.action, dict(ask.slots), ask.slot, question=ask.text, said=said)
    return Outcome((ask.card or ask.text,), language, pending=pending)


def _offered(offers: Offers, said: str, language: str) -> Outcome:
    pending = Pending("", offers=offers.offers, question=offers.text, said=said)
    return Outcome((offers,), language, pending=pending)


def _doubtful(understood: Understanding, doubt: Doubt, text: str, scene: Scene, language: str) -> Outcome:
    """A date that can be read in several ways: the readings are offered."""
    words = scene.languages[language]
    special = f"general-which-date-{doubt.why}"
    question = words(special if words.has(special) else "general-which-date")
    action = understood.intent
    if action == "unsure" and understood.suggestions:
        action = understood.suggestions[0].intent
    slots = dict(understood.slots or (understood.suggestions[0].slots if understood.suggestions else {}))
    if action not in HANDLERS:
        return Outcome((question,), language)
    if not doubt.readings:
        return _asking(Ask(question, action, slots, doubt.slot), text, language)
    offers = tuple(Offer(reading_said(one, words), action, {**slots, doubt.slot: one}) for one in doubt.readings)
    return _offered(Offers(question, offers), text, language)


def _chosen(text: str, offers: tuple[Offer, ...]) -> Offer | None:
    """The offer that was named by its words, by its number, or by a plain yes when there is one."""
    plain = text.casefold().strip(" .!")
    for place, offer in enumerate(offers, 1):
        if plain in (offer.label.casefold().strip(" .!"), str(place)):
            return offer
    return offers[0] if yes_or_no(text) and len(offers) == 1 else None
