"""What a deadline and a free reminder make the network owe."""

from __future__ import annotations

import datetime as dt

from scheduler.counting import at, before
from scheduler.message import CHANNEL, Owed
from secretary.deadline import Deadline, Reminder
from secretary.network import Network


def owed_by_deadline(deadline: Deadline, network: Network) -> list[Owed]:
    """Reminders before the day."""
    facts = {"deadline": deadline.number}
    about = f"deadline:{deadline.number}"
    return before("deadline.reminder", about, deadline.due, network.habits.deadline, network, facts)


def owed_by_reminder(reminder: Reminder, network: Network) -> list[Owed]:
    """The text at its moment, which somebody chose: it is never moved."""
    if reminder.cancelled:
        return []
    local = dt.datetime.combine(reminder.date, reminder.time)
    facts = {"reminder": reminder.number}
    return [at("reminder.text", f"reminder:{reminder.number}", "once", CHANNEL, local, network, facts)]
