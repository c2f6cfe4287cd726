"""What a task makes the network owe."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from scheduler.counting import ON_THE_DAY, Facts, at, before, in_hours, secretaries, told_after
from scheduler.message import CHANNEL, Owed, member
from scheduler.office import Shift
from scheduler.wallclock import duration
from secretary.network import Network
from secretary.task import Task

FIRST_WORD = dt.timedelta(days=1)  # the day after, to those who have it
LAST_WORD = dt.timedelta(days=7)  # a week after, to the secretary; then it is let be
WORTH_SAYING = dt.timedelta(days=14)


def owed_by_task(task: Task, network: Network) -> list[Owed]:
    """Reminders before it is due, and a word when it was not done in time."""
    if task.done or task.due is None:
        return []
    about = f"task:{task.number}"
    facts: Facts = {"task": task.number}
    befores = (*network.habits.task, ON_THE_DAY)
    receivers = _receivers(task, network)
    found = []
    for target in receivers:
        found += before("task.reminder", about, task.due, befores, network, facts, target)
    told = dt.datetime.combine(told_after(replace(task.due, time=None), network).date(), network.habits.hour)
    late = [(FIRST_WORD, one, told) for one in receivers]
    late += [(LAST_WORD, one, told + LAST_WORD - FIRST_WORD) for one in secretaries(network)]
    for after, target, local in late:
        one = at("task.overdue", about, duration(after), target, local, network, facts)
        one = in_hours(one, network, Shift.AFTER)
        found.append(replace(one, expires=one.due + WORTH_SAYING))
    return found


def _receivers(task: Task, network: Network) -> tuple[str, ...]:
    """Each assignee on the roll in private; the channel for those whom the network does not know."""
    targets = []
    for name in task.assignees:
        known = network.named(name)
        targets.append(member(known[0].name) if len(known) == 1 else CHANNEL)
    return tuple(dict.fromkeys(targets))
