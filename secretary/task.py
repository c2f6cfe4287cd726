"""A task: somebody is to do something, perhaps by a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from secretary.due import Due
from secretary.network import join_names
from secretary.refusal import Refused, checked


class NoSuchTask(Refused):
    """No open task has that number or those words; `task`."""


class NobodyGiven(Refused):
    """A task needs somebody to do it."""


@dataclass(frozen=True)
class Task:
    """Something to be done by named people."""

    number: int
    text: str
    assignees: tuple[str, ...]
    due: Due | None = None
    meeting: int | None = None  # where it was given, and under which item
    item: int | None = None
    given_by: str = ""
    given: dt.datetime | None = None
    done: dt.datetime | None = None
    done_by: str = ""


def give(
    text: str,
    assignees: tuple[str, ...],
    due: Due | None,
    *,
    by: str,
    now: dt.datetime,
    meeting: int | None = None,
    item: int | None = None,
) -> Task:
    """A new task; its number is given by the records."""
    people = join_names(assignees)
    if not people:
        raise NobodyGiven
    return Task(
        number=0,
        text=checked(text),
        assignees=people,
        due=due.ahead(now) if due else None,
        meeting=meeting,
        item=item,
        given_by=by,
        given=now,
    )


def finish(task: Task, by: str, now: dt.datetime) -> Task:
    """The task ticked off; ticking it off again changes nothing."""
    return task if task.done else replace(task, done=now, done_by=by)
