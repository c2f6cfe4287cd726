"""Presence: who is here, who is not, who stands in for whom, and guests."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dialogs.finding import item_meant, next_meeting
from dialogs.meetings import when
from dialogs.replies import Replies
from dialogs.router import Router
from dialogs.turn import Turn
from secretary import agenda
from secretary import presence as rules
from secretary.meeting import Meeting
from secretary.refusal import titled

router = Router()


@router.on("presence.present")
def present(turn: Turn) -> Replies:
    """Note who is here, for a part of the meeting when times were said."""
    meeting, away = _meeting(turn), turn.full_names("except")
    people = tuple(name for name in turn.full_names("people") if name not in away)
    turn.own(people == (turn.speaker.name,))
    came, went = turn.slots.time("from"), turn.slots.time("to")
    for name in people:
        meeting = rules.present(meeting, turn.network, name, came=came, went=went)
    turn.records.meetings.save(meeting)
    time = ""
    if came or went:
        time = _hours(turn, came, went)
    yield turn.say("presence-present", people=people, time=time, meeting=_meeting_said(turn, meeting))
    for one in meeting.attendance:
        if one.present and one.substitute_for in people:
            yield turn.say("presence-has-substitute", substitute=one.name, person=one.substitute_for)
    yield from _strangers(turn, people)


def _hours(turn: Turn, came: dt.time | None, went: dt.time | None) -> str:
    """From when to when somebody is there."""
    if came and went:
        return turn.say("presence-between", time=turn.words.span(came, went))
    return turn.say("presence-from", came=came) if came else turn.say("presence-to", went=went)


@router.on("presence.absent")
def absent(turn: Turn) -> Replies:
    """Note apologies; before the meeting they go to the next one."""
    meeting, people = _meeting(turn), turn.full_names("people")
    turn.own(people == (turn.speaker.name,))
    for name in people:
        meeting = rules.absent(meeting, turn.network, name)
    turn.records.meetings.save(meeting)
    yield turn.say("presence-absent", people=people, meeting=_meeting_said(turn, meeting))
    yield from _strangers(turn, people)


@router.on("presence.substitute")
def substitute(turn: Turn) -> Replies:
    """Somebody attends in another's seat."""
    meeting = _meeting(turn)
    person, away = turn.full_name(turn.slots.text("person")), turn.full_name(turn.slots.text("for"))
    turn.own(turn.speaker.name in (person, away))
    meeting = rules.substitute(meeting, turn.network, person, away)
    turn.records.meetings.save(meeting)
    noted = rules.noted_as(meeting, person) or rules.Presence(person, substitute_for=away)
    yield turn.say(
        "presence-substitute",
        person=noted.name,
        away=noted.substitute_for,
        organisations=noted.organisations,
        meeting=_meeting_said(turn, meeting),
    )


@router.on("presence.guest")
def guest(turn: Turn) -> Replies:
    """A guest attends, for some items or for all of the meeting."""
    meeting, people = _meeting(turn), turn.full_names("people")
    organisation = turn.slots.text("organisation")
    items = tuple(item_meant(turn, meeting, said).id for said in turn.slots.texts("items"))
    for name in people:
        meeting = rules.guest(
            meeting, name, organisation, items, came=turn.slots.time("from"), went=turn.slots.time("to")
        )
    turn.records.meetings.save(meeting)
    given = agenda.numbers(meeting)
    yield turn.say(
        "presence-guest",
        people=people,
        count=len(people),
        organisation=organisation,
        items=tuple(given[item] for item in items),
        meeting=_meeting_said(turn, meeting),
    )


@router.on("presence.note_taker")
def note_taker(turn: Turn) -> Replies:
    """Somebody else than the secretary takes the notes; the minutes end with that name."""
    meeting = _meeting(turn)
    name = titled(turn.full_name(turn.slots.text("person")))
    turn.records.meetings.save(replace(meeting, note_taker=name))
    yield turn.say("presence-note-taker", person=name, meeting=_meeting_said(turn, meeting))


def _meeting(turn: Turn) -> Meeting:
    return turn.records.meetings.open() or next_meeting(turn)


def _meeting_said(turn: Turn, meeting: Meeting) -> str:
    """The meeting, when it is not going on now: then it must be said which was meant."""
    return "" if meeting.is_open else when(turn.words, meeting)


def _strangers(turn: Turn, people: tuple[str, ...]) -> Replies:
    unknown = [name for name in people if not turn.network.named(name)]
    if unknown:
        yield turn.say("presence-strangers", people=turn.words.listed(unknown), count=len(unknown))
