"""During the meeting: going from item to item, notes, decisions, what is noted or filed, taking back."""

from __future__ import annotations

import re

from dialogs.finding import NoItemNamed, is_number, item_meant, next_meeting, open_meeting, title_of
from dialogs.nominations import appointed_by_clauses
from dialogs.replies import Replies
from dialogs.router import Router
from dialogs.turn import Turn
from secretary import agenda, writing
from secretary.item import Item
from secretary.meeting import Meeting
from secretary.network import Standing

router = Router()
FILED = re.compile(r"\bhandlingarna\b|\b(file|files|filed|filing)\b|\bthe records?\b|\bon file\b", re.IGNORECASE)


@router.on("item.open")
def open_item(turn: Turn) -> Replies:
    """Go to an item; a matter that is not on the agenda is raised under any other business."""
    meeting = open_meeting(turn)
    said = turn.slots.text("item")
    try:
        item = item_meant(turn, meeting, said)
    except NoItemNamed:
        if is_number(said) or not said:
            raise
        meeting, item = writing.raise_matter(
            meeting, said[:1].upper() + said[1:], raised_by=turn.speaker.name, owner=turn.identity, now=turn.now
        )
        number = agenda.numbers(meeting)[item.id]
        yield turn.say("agenda-raised", title=item.title, number=number)
    meeting = writing.go_to(meeting, item)
    turn.records.meetings.save(meeting)
    yield turn.say(
        "room-item",
        number=agenda.numbers(meeting)[item.id],
        title=title_of(turn.words, item),
        presenters=item.presenters,
    )


@router.on("item.note")
def note(turn: Turn) -> Replies:
    """Write a note under an item, the one being dealt with unless another was named."""
    meeting = turn.records.meetings.open() or next_meeting(turn)
    item = _item(turn, meeting)
    meeting = writing.note(meeting, item, _sentence(turn.slots.text("text")), by=turn.speaker.name, at=turn.now)
    turn.records.meetings.save(meeting)
    yield turn.say("room-noted", number=agenda.numbers(meeting)[item.id], title=title_of(turn.words, item))


@router.on("decision.record")
def decide(turn: Turn) -> Replies:
    """Record a decision clause by clause; one that appoints somebody who is nominated fills the seat."""
    meeting = open_meeting(turn)
    item = _item(turn, meeting)
    clauses = turn.slots.texts("clauses")
    meeting = writing.decide(meeting, item, clauses, by=turn.speaker.name, at=turn.now)
    turn.records.meetings.save(meeting)
    number = agenda.numbers(meeting)[item.id]
    lines = "\n".join(f"– {clause}" for clause in clauses)
    yield turn.say("room-decided", number=number, title=title_of(turn.words, item)) + "\n" + lines
    yield from appointed_by_clauses(turn, clauses)


@router.on("decision.note")
def note_item(turn: Turn) -> Replies:
    """The item's information is noted, or filed; the minutes before it are filed under their own item."""
    meeting = open_meeting(turn)
    item = _item(turn, meeting)
    filed = bool(FILED.search(turn.said)) or turn.slots.text("filed") == "yes"
    meeting = writing.noted(meeting, item, filed=filed, by=turn.speaker.name, at=turn.now)
    turn.records.meetings.save(meeting)
    number = agenda.numbers(meeting)[item.id]
    previous = item.standing is Standing.PREVIOUS_MINUTES
    message = "room-filed-minutes" if filed and previous else "room-filed" if filed else "room-is-noted"
    yield turn.say(message, number=number, title=title_of(turn.words, item))


@router.on("decision.undo")
def take_back(turn: Turn) -> Replies:
    """Take back the meeting's last entry, or outside a meeting the speaker's own last change."""
    meeting = turn.records.meetings.open()
    number = meeting.number if meeting and turn.leads else None
    turn.own(number is None)
    said = turn.past.take_back(number)
    shown = said if len(said) <= SHOWN else said[:SHOWN].rstrip() + " …"
    yield turn.say("room-taken-back", said=shown)


SHOWN = 200


def _item(turn: Turn, meeting: Meeting) -> Item:
    said = turn.slots.text("item")
    return item_meant(turn, meeting, said) if said else writing.dealt_with(meeting)


def _sentence(text: str) -> str:
    """A note as a sentence of its own: a capital and a full stop, without the "att" it was dictated with."""
    text = re.sub(r"^(att|that)\s+(?=\S)", "", text.strip(), flags=re.IGNORECASE)
    text = text[:1].upper() + text[1:]
    return text if not text or text[-1] in '.!?…:”"' else text + "."
