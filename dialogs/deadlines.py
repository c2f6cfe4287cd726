"""Deadlines to keep in mind, free reminders, and how long before things the network is reminded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from dialogs.cards import Card, Lines, Text
from dialogs.finding import named
from dialogs.replies import Replies
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import SlotUnreadable, Turn
from secretary import deadline as rules
from secretary.deadline import Deadline, NoSuchDeadline, NoSuchReminder, Reminder
from secretary.refusal import Refused, TooMany

router = Router()
MOST_BEFORE = 6


@router.on("deadline.add")
def add(turn: Turn) -> Replies:
    """Remember a deadline."""
    due = turn.slots.due("deadline")
    if due is None:
        raise SlotUnreadable(slot="deadline")
    kept = rules.keep(turn.slots.text("text"), due, by=turn.speaker.name, now=turn.now)
    kept = turn.records.deadlines.add(kept)
    before = _said_before(turn, turn.network.habits.deadline)
    yield turn.say("deadlines-added", number=kept.number, text=kept.text, due=kept.due, before=before)


@router.on("deadline.list")
def show(turn: Turn) -> Replies:
    """List the deadlines ahead."""
    ahead = [one for one in turn.records.deadlines.all() if not one.due.passed(turn.now)]
    ahead.sort(key=lambda one: (one.due.date, one.due.time or dt.time.max))
    if not ahead:
        yield turn.say("deadlines-none")
        return
    yield Card(turn.say("deadlines-title"), (Lines(tuple(line(turn.words, one) for one in ahead)),))


@router.on("deadline.move")
def move(turn: Turn) -> Replies:
    """Move a deadline; its reminders go with it."""
    due = turn.slots.due("deadline")
    if due is None:
        raise SlotUnreadable(slot="deadline")
    moved = rules.move(_deadline_meant(turn), due, turn.now)
    turn.records.deadlines.save(moved)
    yield turn.say("deadlines-moved", number=moved.number, text=moved.text, due=moved.due)


@router.on("reminder.add")
def remind(turn: Turn) -> Replies:
    """Post a reminder in the channel at a moment; a day without a time is the morning."""
    at = turn.slots.due("at")
    if at is None:
        raise SlotUnreadable(slot="at")
    time = at.time or turn.network.habits.hour
    kept = rules.remind(turn.slots.text("text"), at.date, time, by=turn.speaker.name, now=turn.now)
    kept = turn.records.reminders.add(kept)
    moment = dt.datetime.combine(kept.date, kept.time)
    yield turn.say("deadlines-reminder-added", number=kept.number, at=moment, text=kept.text)


@router.on("reminder.cancel")
def silence(turn: Turn) -> Replies:
    """Do not post a reminder."""
    reminder = _reminder_meant(turn)
    turn.records.reminders.save(rules.silence(reminder))
    yield turn.say("deadlines-reminder-cancelled", number=reminder.number, text=reminder.text)


class NoSuchHabit(Refused):
    """Nothing of that kind is reminded of; `subject`."""


@router.on("reminder.rule")
def set_habit(turn: Turn) -> Replies:
    """Set how long before meetings, deadlines or the end of nominations the network is reminded."""
    subject = turn.slots.text("subject")
    if subject not in ("meeting", "deadline", "nomination"):
        raise NoSuchHabit(subject=subject)
    before = tuple(sorted({_length(one) for one in turn.slots.texts("before")}, reverse=True))
    if len(before) > MOST_BEFORE:
        raise TooMany(limit=MOST_BEFORE)
    if not before:
        raise SlotUnreadable(slot="before")
    changed: dict[str, tuple[dt.timedelta, ...]] = {subject: before}
    habits = replace(turn.network.habits, **changed)  # type: ignore[arg-type]
    turn.records.save_network(replace(turn.network, habits=habits))
    yield turn.say("deadlines-habit", subject=subject, before=_said_before(turn, before))


def line(words: Spoken, deadline: Deadline) -> str:
    """A deadline in a list."""
    return words("deadlines-line", number=deadline.number, due=deadline.due, text=deadline.text)


def deadline_card(words: Spoken, deadline: Deadline) -> Card:
    """What is posted before a deadline."""
    return Card(words("deadlines-reminder"), (Lines((line(words, deadline),)),))


def reminder_card(words: Spoken, reminder: Reminder) -> Card:
    """What is posted at a reminder's moment."""
    return Card(words("deadlines-reminder-title"), (Text(reminder.text),))


def _length(said: str) -> dt.timedelta:
    """An ISO 8601 duration of days or hours and minutes, as a length."""
    days, _, clock = said.upper().removeprefix("P").partition("T")
    try:
        length = dt.timedelta(days=int(days.removesuffix("D") or 0))
        hours, _found, minutes = clock.partition("H") if "H" in clock else ("", "", clock)
        length += dt.timedelta(hours=int(hours or 0), minutes=int(minutes.removesuffix("M") or 0))
    except (ValueError, OverflowError):
        raise SlotUnreadable(slot="before") from None
    if not dt.timedelta(0) < length <= dt.timedelta(days=366):
        raise SlotUnreadable(slot="before")
    return length


def iso(length: dt.timedelta) -> str:
    """A length as an ISO 8601 duration: "P7D", "PT1H"."""
    minutes = length.seconds // 60
    clock = (f"{minutes // 60}H" if minutes >= 60 else "") + (f"{minutes % 60}M" if minutes % 60 else "")
    return "P" + (f"{length.days}D" if length.days else "") + (f"T{clock}" if clock else "")


def _said_before(turn: Turn, lengths: Iterable[dt.timedelta]) -> tuple[str, ...]:
    return tuple(turn.words.before(iso(one)) for one in lengths)


def _deadline_meant(turn: Turn) -> Deadline:
    number = turn.slots.number("deadline_id")
    if number is not None:
        deadline = turn.records.deadlines.get(number)
        if deadline is None:
            raise NoSuchDeadline(deadline=number)
        return deadline
    said = turn.slots.text("text")
    found = named(said, turn.records.deadlines.all(), lambda one: (one.text,))
    if len(found) != 1:
        raise NoSuchDeadline(deadline=said)
    return found[0]


def _reminder_meant(turn: Turn) -> Reminder:
    said = turn.slots.text("reminder").lstrip("#")
    ahead = [one for one in turn.records.reminders.all() if not one.cancelled]
    if said.isdecimal() and len(said) < 9:
        found = [one for one in ahead if one.number == int(said)]
    else:
        found = named(said, ahead, lambda one: (one.text,))
    if len(found) != 1:
        raise NoSuchReminder(reminder=said)
    return found[0]
