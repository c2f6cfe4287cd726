"""Tasks: giving them, taking them on, ticking them off, listing them."""

from __future__ import annotations

from dialogs.cards import Button, Card, Lines
from dialogs.finding import named
from dialogs.replies import Replies, Tell
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import Turn
from secretary import task as rules
from secretary.task import NoSuchTask, Task

router = Router()
MOST_SHOWN = 30


@router.on("task.add")
def add(turn: Turn) -> Replies:
    """Give somebody something to do; during a meeting it belongs to the item being dealt with."""
    people = turn.full_names("assignees")
    turn.own(people == (turn.speaker.name,))
    meeting = turn.records.meetings.open()
    given = rules.give(
        turn.slots.text("text"),
        people,
        turn.slots.due("deadline"),
        by=turn.speaker.name,
        now=turn.now,
        meeting=meeting.number if meeting else None,
        item=meeting.current if meeting else None,
    )
    given = turn.records.tasks.add(given)
    yield turn.say("tasks-added", number=given.number, text=given.text, people=people, due=given.due)
    for name in people:
        if turn.network.named(name) and name != turn.speaker.name:
            yield Tell("task.given", f"member:{name}", {"task": given.number})


@router.on("task.done")
def done(turn: Turn) -> Replies:
    """Tick a task off."""
    task = _meant(turn, turn.slots.text("task"))
    turn.own(turn.speaker.name in task.assignees)
    turn.records.tasks.save(rules.finish(task, turn.speaker.name, turn.now))
    yield turn.say("tasks-done", number=task.number, text=task.text)


@router.on("task.list")
def show(turn: Turn) -> Replies:
    """List the open tasks, everybody's or one person's."""
    wanted = turn.full_name(turn.slots.text("assignee")) if "assignee" in turn.slots else ""
    tasks = [task for task in _open(turn) if not wanted or wanted in task.assignees]
    if not tasks:
        yield turn.say("tasks-none", name=wanted)
        return
    shown = tuple(line(turn.words, task) for task in tasks[:MOST_SHOWN])
    rest = (turn.say("tasks-more", count=len(tasks) - MOST_SHOWN),) if len(tasks) > MOST_SHOWN else ()
    yield Card(turn.say("tasks-title", name=wanted), (Lines((*shown, *rest)),))


def line(words: Spoken, task: Task) -> str:
    """A task in a list."""
    return words("tasks-line", number=task.number, text=task.text, people=task.assignees, due=task.due)


def given_card(words: Spoken, task: Task) -> Card:
    """What somebody is told in private who was given a task."""
    title = words("tasks-given", by=task.given_by)
    return Card(title, (Lines((line(words, task),)),), (done_button(words, task),))


def reminder_card(words: Spoken, task: Task, left: str) -> Card:
    """What is posted before a task is due, and on its day."""
    title = words("tasks-reminder" if left else "tasks-reminder-today")
    return Card(title, (Lines((line(words, task),)),), (done_button(words, task),))


def done_button(words: Spoken, task: Task) -> Button:
    """A button that ticks the task off."""
    return Button(words("tasks-button-done"), "task.done", {"task": str(task.number)})


def _open(turn: Turn) -> list[Task]:
    tasks = [task for task in turn.records.tasks.all() if not task.done]
    return sorted(tasks, key=lambda task: (task.due is None, task.due.date if task.due else turn.today, task.number))


def _meant(turn: Turn, said: str) -> Task:
    number = said.lstrip("#").strip()
    if number.isdecimal() and len(number) < 9:
        task = turn.records.tasks.get(int(number))
        if task is None:
            raise NoSuchTask(task=said)
        return task
    found = named(said, _open(turn), lambda task: (task.text,))
    if len(found) != 1:
        raise NoSuchTask(task=said)
    return found[0]
