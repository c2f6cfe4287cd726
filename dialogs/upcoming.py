"""What the clock will post: wording what is owed when it is sent, and listing what is to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dialogs import deadlines, meetings, minutes, nominations, tasks
from dialogs.agenda import add_form
from dialogs.cards import Card, Lines
from dialogs.meetings import when
from dialogs.replies import Replies
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import Turn
from secretary.meeting import Stage
from secretary.ports import Coming, Records

router = Router()


@dataclass(frozen=True)
class Owing:
    """Something owed that is about to be sent: its kind and facts, and to whom in which words."""

    kind: str
    facts: Mapping[str, str | int]
    records: Records
    words: Spoken
    now: dt.datetime
    before: str = ""  # how long before its moment, as an ISO 8601 duration

    def number(self, name: str) -> int:
        """A fact that is a number."""
        return int(self.facts[name])


Wording = Callable[[Owing], Card | str | None]


def meeting_reminder(owing: Owing) -> Card | str | None:
    """A meeting is near."""
    meeting = owing.records.meetings.get(owing.number("meeting"))
    if meeting is None or meeting.stage is not Stage.PLANNED:
        return None
    return meetings.reminder(owing.words, meeting, owing.before)


def items_reminder(owing: Owing) -> Card | str | None:
    """The last day to submit items is near."""
    meeting = owing.records.meetings.get(owing.number("meeting"))
    if meeting is None or meeting.stage is not Stage.PLANNED or meeting.deadline is None:
        return None
    title = owing.words("meetings-items-reminder", meeting=when(owing.words, meeting), due=meeting.deadline)
    return Card(title, (), (add_form(owing.words, meeting.date.isoformat()),))


def task_given(owing: Owing) -> Card | str | None:
    """Somebody was given a task."""
    task = owing.records.tasks.get(owing.number("task"))
    return tasks.given_card(owing.words, task) if task and not task.done else None


def task_reminder(owing: Owing) -> Card | str | None:
    """A task is due soon, or today."""
    task = owing.records.tasks.get(owing.number("task"))
    if task is None or task.done:
        return None
    return tasks.reminder_card(owing.words, task, owing.before.strip("PT0DHMS") and owing.before)


def deadline_reminder(owing: Owing) -> Card | str | None:
    """A deadline is near."""
    deadline = owing.records.deadlines.get(owing.number("deadline"))
    return deadlines.deadline_card(owing.words, deadline) if deadline else None


def free_reminder(owing: Owing) -> Card | str | None:
    """A reminder somebody asked for."""
    reminder = owing.records.reminders.get(owing.number("reminder"))
    return None if reminder is None or reminder.cancelled else deadlines.reminder_card(owing.words, reminder)


def minutes_draft(owing: Owing) -> Card | str | None:
    """The draft of the minutes waits for those who lead."""
    meeting = owing.records.meetings.get(owing.number("meeting"))
    if meeting is None or meeting.minutes_sent:
        return None
    return minutes.draft_card(owing.words, meeting)


def nomination_asked(owing: Owing) -> Card | str | None:
    """Somebody is nominated and asked to answer."""
    call = owing.records.nominations.get(owing.number("nomination"))
    return nominations.asked_card(owing.words, call, str(owing.facts["by"])) if call else None


def nomination_reminder(owing: Owing) -> Card | str | None:
    """The time for nominations is nearly over."""
    call = owing.records.nominations.get(owing.number("nomination"))
    if call is None or not call.is_open(owing.now):
        return None
    return nominations.reminder_card(owing.words, owing.records.network, call, owing.now)


def nomination_closed(owing: Owing) -> Card | str | None:
    """The time for nominations is over."""
    call = owing.records.nominations.get(owing.number("nomination"))
    if call is None:
        return None
    return nominations.closed_card(owing.words, owing.records.network, call, owing.now)


def refreshed(owing: Owing) -> Card | str | None:
    """A card that is kept up to date, as it is now."""
    subject, _, number = str(owing.facts["card"]).partition(":")
    call = owing.records.nominations.get(int(number)) if subject == "nomination" else None
    if call is None:
        return None
    return nominations.card(owing.words, owing.records.network, call, owing.now)


@router.on("reminder.list")
def show(turn: Turn) -> Replies:
    """List what will be posted, when, to whom and about what."""
    coming = turn.owings.coming()
    lines = [line for line in (_line(turn, one) for one in coming) if line]
    if not lines:
        yield turn.say("upcoming-nothing")
        return
    rest = (turn.say("upcoming-more", count=len(lines) - MOST_SHOWN),) if len(lines) > MOST_SHOWN else ()
    yield Card(turn.say("upcoming-title"), (Lines((*lines[:MOST_SHOWN], *rest)),))


MOST_SHOWN = 12


def _line(turn: Turn, one: Coming) -> str:
    records = turn.records

    def number(name: str) -> int:
        return int(one.facts.get(name, 0))

    about = ""
    if meeting := records.meetings.get(number("meeting")):
        about = when(turn.words, meeting)
    elif task := records.tasks.get(number("task")):
        about = task.text
    elif deadline := records.deadlines.get(number("deadline")):
        about = deadline.text
    elif reminder := records.reminders.get(number("reminder")):
        about = f"{reminder.number}. {reminder.text}"
    elif call := records.nominations.get(number("nomination")):
        about = call.body
    message = "upcoming-" + one.kind.replace(".", "-")
    if not about or not turn.words.has(message):
        return ""
    who = one.target.removeprefix("member:")
    target = turn.say("upcoming-channel") if who == "channel" else who
    return turn.say("upcoming-line", at=one.at, what=turn.words(message), about=about, target=target)


WORDINGS: dict[str, Wording] = {
    "meeting.reminder": meeting_reminder,
    "items.reminder": items_reminder,
    "task.given": task_given,
    "task.reminder": task_reminder,
    "deadline.reminder": deadline_reminder,
    "reminder.text": free_reminder,
    "minutes.draft": minutes_draft,
    "nomination.asked": nomination_asked,
    "nomination.reminder": nomination_reminder,
    "nomination.closed": nomination_closed,
    "card.refresh": refreshed,
}
