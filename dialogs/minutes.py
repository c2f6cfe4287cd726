"""The minutes: showing and fetching them, sending them out, approving them, searching what was decided."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dialogs.cards import Button, Card, Lines, Text
from dialogs.finding import meeting_numbered, meeting_on, open_meeting, title_of
from dialogs.meetings import when
from dialogs.replies import Paper, Replies
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import Turn
from secretary import agenda
from secretary.item import Entry, Written
from secretary.meeting import Meeting, Stage
from secretary.refusal import Refused

router = Router()
FORMATS = ("pdf", "md")
MOST_FOUND = 10


class NoSuchFormat(Refused):
    """Minutes are not to be had in that format; `format`, `formats`."""


class NotHeld(Refused):
    """The meeting has not been held, so that there are no minutes; `date`."""


class NotHeldYet(Refused):
    """No meeting has been held yet."""


class MeetingStillOpen(Refused):
    """The minutes of a meeting that is going on cannot be sent out; `date`."""


class NotReleased(Refused):
    """The draft is with the secretary and has not been sent out; `date`."""


@router.on("minutes.show")
def show(turn: Turn) -> Replies:
    """Show what the minutes hold so far, and offer them as files."""
    meeting = _released(turn, _meant(turn))
    yield summary(turn.words, meeting)
    yield Paper("minutes", meeting.number)


@router.on("minutes.export")
def export(turn: Turn) -> Replies:
    """Give the minutes as a file."""
    meeting = _released(turn, _meant(turn))
    wanted = turn.slots.text("format")
    if wanted and wanted not in FORMATS:
        raise NoSuchFormat(format=wanted, formats=FORMATS)
    yield Paper("minutes", meeting.number, (wanted,) if wanted else FORMATS)


@router.on("minutes.send")
def send(turn: Turn) -> Replies:
    """Send the draft out in the channel for comments."""
    meeting = _meant(turn)
    if meeting.is_open:
        raise MeetingStillOpen(date=meeting.date)
    due = turn.slots.due("deadline")
    turn.records.meetings.save(replace(meeting, minutes_sent=turn.now))
    yield Card(
        turn.post("minutes-sent", meeting=when(turn.announce, meeting)),
        (Text(turn.post("minutes-comments", due=due.ahead(turn.now) if due else None)),),
    )
    yield Paper("minutes", meeting.number)


@router.on("minutes.approve")
def approve(turn: Turn) -> Replies:
    """Approve the minutes of a meeting."""
    meeting = _meant(turn, previous=True)
    turn.records.meetings.save(replace(meeting, minutes_approved=turn.now))
    yield turn.say("minutes-approved", meeting=when(turn.words, meeting))


@router.on("decision.search")
def search(turn: Turn) -> Replies:
    """Find what was decided: the words in titles and clauses of meetings held, latest first."""
    wanted = re.findall(r"\w+", turn.slots.text("query").casefold())
    since, until = turn.slots.date("from") or dt.date.min, turn.slots.date("to") or dt.date.max
    found: list[str] = []
    ongoing = turn.records.meetings.open()
    for meeting in (*((ongoing,) if ongoing else ()), *turn.records.meetings.held(turn.today)):
        if since <= meeting.date <= until:
            found += _matches(turn, meeting, wanted)
    if not found:
        yield turn.say("minutes-nothing-found", query=turn.slots.text("query"))
        return
    rest = (turn.say("minutes-more-found", count=len(found) - MOST_FOUND),) if len(found) > MOST_FOUND else ()
    title = turn.say("minutes-found", query=turn.slots.text("query"), count=len(found))
    yield Card(title, (Lines((*found[:MOST_FOUND], *rest)),))


def _matches(turn: Turn, meeting: Meeting, wanted: list[str]) -> list[str]:
    given = agenda.numbers(meeting)
    lines = []
    for item in agenda.in_order(meeting):
        for entry in item.entries:
            title = title_of(turn.words, item)
            text = f"{title} {' '.join(entry.clauses)}".casefold()
            if entry.written is Written.DECISION and wanted and all(one in text for one in wanted):
                date = turn.words.date(meeting.date)
                head = turn.say("minutes-found-in", date=date, number=given[item.id], title=title)
                lines.append("\n".join((head, *(f"– {clause}" for clause in entry.clauses))))
    return lines


def summary(words: Spoken, meeting: Meeting) -> Card:
    """What the minutes hold: every item with what came of it."""
    given = agenda.numbers(meeting)
    lines = []
    for item in agenda.in_order(meeting):
        outcomes = [line for entry in item.entries for line in _outcome(words, entry)]
        lines.append("\n".join((f"{given[item.id]}. {title_of(words, item)}", *(f"– {one}" for one in outcomes))))
    return Card(words("minutes-draft", meeting=when(words, meeting)), (Lines(tuple(lines)),))


def draft_card(words: Spoken, meeting: Meeting) -> Card:
    """What those who lead are told in private when a meeting was closed."""
    this = {"meeting": f"#{meeting.number}"}
    return Card(
        words("minutes-draft", meeting=when(words, meeting)),
        (Text(words("minutes-draft-waits")),),
        (
            Button(words("minutes-button-show"), "minutes.show", this),
            Button(words("minutes-button-send"), "minutes.send", this),
        ),
    )


def _outcome(words: Spoken, entry: Entry) -> tuple[str, ...]:
    if entry.written is Written.DECISION:
        return entry.clauses
    if entry.written is Written.NOTE:
        return (entry.text,)
    return (words("minutes-is-filed" if entry.written is Written.FILED else "minutes-is-noted"),)


def paper_card(words: Spoken, kind: str, meeting: Meeting, files: tuple[tuple[str, str], ...]) -> Card:
    """A card from which a document is fetched; `files` are format and address."""
    title = words(f"minutes-paper-{kind}", meeting=when(words, meeting))
    buttons = tuple(Button(words(f"minutes-file-{form}"), link=link) for form, link in files)
    return Card(title, (), buttons)


def _meant(turn: Turn, *, previous: bool = False) -> Meeting:
    said = turn.slots.text("meeting")
    if said.startswith("#"):
        return meeting_numbered(turn, said)
    if said == "current":
        return open_meeting(turn)
    if said in ("", "next", "previous"):
        ongoing = turn.records.meetings.open()
        return ongoing if ongoing and not said and not previous else _last_held(turn)
    meeting = meeting_on(turn, turn.slots.date("meeting"))
    if meeting.stage not in (Stage.OPEN, Stage.CLOSED):
        raise NotHeld(date=meeting.date)
    return meeting


def _last_held(turn: Turn) -> Meeting:
    held = turn.records.meetings.held(turn.today)
    if not held:
        raise NotHeldYet
    return held[0]


def _released(turn: Turn, meeting: Meeting) -> Meeting:
    """The meeting, when the speaker may see its minutes: a draft is the secretary's until it is sent out."""
    if not turn.leads and meeting.minutes_sent is None and meeting.minutes_approved is None:
        raise NotReleased(date=meeting.date)
    return meeting
