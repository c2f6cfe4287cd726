"""What the clock will post: wording what is owed when it is sent, and listing what is to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dialogs import deadlines, meetings, minutes, nominations, tasks
from dialogs.agenda import add_form
from dialogs.cards import Button, Card, Lines, Text
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
    about: tuple[Coming, ...] = ()  # other deliveries that it tells of

    def number(self, name: str) -> int:
        """A fact that is a number."""
        return int(self.facts[name])


Wording = Callable[[Owing], Card | str | None]


def meeting_reminder(owing: Owing) -> Card | str | None:
    """A meeting is near."""
    meeting = owing.records.meetings.get(owing.number("meeting"))
    if meeting is None or meeting.stage is not Stage.PLANNED:
        return None
    days = (meeting.date - owing.now.date()).days
    whole_days = "T" not in owing.before  # office hours may have moved it
    return meetings.reminder(owing.words, meeting, f"P{days}D" if whole_days and days > 0 else owing.before)


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
    today = task.due is not None and task.due.date <= owing.now.date()
    return tasks.reminder_card(owing.words, task, "" if today else owing.before)


def task_overdue(owing: Owing) -> Card | str | None:
    """A task was not done in time."""
    task = owing.records.tasks.get(owing.number("task"))
    if task is None or task.done or task.due is None:
        return None
    lines = Lines((tasks.line(owing.words, task),))
    return Card(owing.words("upcoming-task-overdue-title"), (lines,), (tasks.done_button(owing.words, task),))


def agenda_unpublished(owing: Owing) -> Card | str | None:
    """The agenda should be out by now."""
    meeting = owing.records.meetings.get(owing.number("meeting"))
    if meeting is None or meeting.stage is not Stage.PLANNED or meeting.published:
        return None
    given = {"meeting": meeting.date.isoformat()}
    buttons = (
        Button(owing.words("upcoming-button-show"), "agenda.show", given),
        Button(owing.words("upcoming-button-publish"), "agenda.publish", given),
    )
    title = owing.words("upcoming-agenda-unpublished-title")
    return Card(title, (Text(owing.words("upcoming-agenda-due", meeting=when(owing.words, meeting))),), buttons)


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


def nomination_unanswered(owing: Owing) -> Card | str | None:
    """A member whose organisation has not answered is asked in private."""
    call = owing.records.nominations.get(owing.number("nomination"))
    if call is None or not call.is_open(owing.now):
        return None
    shown = nominations.card(owing.words, owing.records.network, call, owing.now, kept=False)
    passing = Button(owing.words("upcoming-button-pass"), "nomination.pass", {"nomination": str(call.number)})
    asked = Text(owing.words("upcoming-nomination-ask"))
    title = owing.words("nominations-reminder", body=call.body, due=call.due)
    return Card(title, (asked, *shown.parts), (*shown.buttons, passing))


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


def late_ones(owing: Owing) -> Card | str | None:
    """What was missed for one receiver while nothing could be sent, as one message."""
    lines = tuple(_told(owing, one, "upcoming-late-line") for one in owing.about)
    return Card(owing.words("upcoming-late-title"), (Lines(tuple(line for line in lines if line)),))


def in_doubt(owing: Owing) -> Card | str | None:
    """The secretary is asked whether something stands in the channel."""
    one = owing.about[0]
    given = {"delivery": str(one.number)}
    buttons = (
        Button(owing.words("upcoming-button-posted"), "delivery.posted", given),
        Button(owing.words("upcoming-button-again"), "delivery.again", given),
    )
    lines = Lines((_told(owing, one, "upcoming-notice-line") or one.kind,))
    return Card(owing.words("upcoming-doubt-title"), (lines, Text(owing.words("upcoming-doubt"))), buttons)


def not_sent(owing: Owing) -> Card | str | None:
    """The secretary is told what could not be sent, or was missed."""
    lines = tuple(_told(owing, one, "upcoming-notice-line") or one.kind for one in owing.about)
    rest = (owing.words("upcoming-more", count=len(lines) - MOST_SHOWN),) if len(lines) > MOST_SHOWN else ()
    title = owing.words("upcoming-failed-title" if owing.kind == "delivery.failed" else "upcoming-missed-title")
    return Card(title, (Lines((*lines[:MOST_SHOWN], *rest)),))


def suspended(owing: Owing) -> Card | str | None:
    """The secretary is told that the channel cannot be reached any more."""
    network = owing.records.network
    if network.active:
        return None
    return Card(
        owing.words("upcoming-suspended-title"), (Text(owing.words("upcoming-suspended", network=network.name)),)
    )


@router.on("delivery.posted")
def is_posted(turn: Turn) -> Replies:
    """The secretary has seen it in the channel."""
    number = turn.slots.number("delivery") or 0
    if turn.owings.held(number) is None:
        yield turn.say("upcoming-decided")
        return
    turn.owings.is_posted(number)
    yield turn.say("upcoming-is-posted")


@router.on("delivery.again")
def post_again(turn: Turn) -> Replies:
    """The secretary does not find it in the channel."""
    number = turn.slots.number("delivery") or 0
    if turn.owings.held(number) is None:
        yield turn.say("upcoming-decided")
        return
    turn.owings.post_again(number)
    yield turn.say("upcoming-posted-again")


@router.on("reminder.list")
def show(turn: Turn) -> Replies:
    """List what will be posted, when, to whom and about what."""
    lines = _listed(turn)
    if not lines:
        yield turn.say("upcoming-nothing")
        return
    rest = (turn.say("upcoming-more", count=len(lines) - MOST_SHOWN),) if len(lines) > MOST_SHOWN else ()
    yield Card(turn.say("upcoming-title"), (Lines((*lines[:MOST_SHOWN], *rest)),))


MOST_SHOWN = 12
MOST_NAMED = 3


def _listed(turn: Turn) -> list[str]:
    """A line for each moment and subject, with everybody who gets it."""
    targets: dict[tuple[dt.datetime, str, str, dt.datetime | None], list[str]] = {}
    for one in turn.owings.coming():
        what, about = _subject(turn.words, turn.records, one)
        if what and about:
            targets.setdefault((one.at, what, about, one.asked), []).append(_receiver(turn.words, one))
    lines = []
    for (at, what, about, asked), names in targets.items():
        many = len(names) > MOST_NAMED
        to = turn.say("upcoming-several", count=len(names)) if many else turn.words.listed(names)
        lines.append(turn.say("upcoming-line", at=at, what=what, about=about, target=to, asked=asked))
    return lines


def _told(owing: Owing, one: Coming, message: str) -> str:
    what, about = _subject(owing.words, owing.records, one)
    target = _receiver(owing.words, one)
    return owing.words(message, at=one.at, what=what, about=about, target=target) if what and about else ""


def _receiver(words: Spoken, one: Coming) -> str:
    return one.target.removeprefix("member:") if one.target.startswith("member:") else words("upcoming-channel")


def _subject(words: Spoken, records: Records, one: Coming) -> tuple[str, str]:
    """What kind of message it is, and about what; empty where there are no words for it."""

    def number(name: str) -> int:
        return int(one.facts.get(name, 0))

    about = ""
    if meeting := records.meetings.get(number("meeting")):
        about = when(words, meeting)
    elif task := records.tasks.get(number("task")):
        about = task.text
    elif deadline := records.deadlines.get(number("deadline")):
        about = deadline.text
    elif reminder := records.reminders.get(number("reminder")):
        about = f"{reminder.number}. {reminder.text}"
    elif call := records.nominations.get(number("nomination")):
        about = call.body
    message = "upcoming-" + one.kind.replace(".", "-")
    return (words(message), about) if words.has(message) else ("", about)


WORDINGS: dict[str, Wording] = {
    "meeting.reminder": meeting_reminder,
    "items.reminder": items_reminder,
    "task.given": task_given,
    "task.reminder": task_reminder,
    "task.overdue": task_overdue,
    "agenda.unpublished": agenda_unpublished,
    "deadline.reminder": deadline_reminder,
    "reminder.text": free_reminder,
    "minutes.draft": minutes_draft,
    "nomination.asked": nomination_asked,
    "nomination.reminder": nomination_reminder,
    "nomination.unanswered": nomination_unanswered,
    "nomination.closed": nomination_closed,
    "card.refresh": refreshed,
    "delivery.late": late_ones,
    "delivery.review": in_doubt,
    "delivery.failed": not_sent,
    "delivery.missed": not_sent,
    "delivery.suspended": suspended,
}
# Several late ones of these become one message; the others have buttons that somebody waits for.
DIGESTED = frozenset(
    {
        "meeting.reminder",
        "items.reminder",
        "agenda.unpublished",
        "task.given",
        "task.reminder",
        "task.overdue",
        "deadline.reminder",
        "reminder.text",
        "nomination.reminder",
        "nomination.unanswered",
        "nomination.closed",
    }
)
# For one person's eyes: never posted in the channel instead.
PRIVATE = frozenset(
    {"agenda.unpublished", "nomination.unanswered", *(k for k in WORDINGS if k.startswith("delivery."))}
)
