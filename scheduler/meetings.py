"""What a meeting makes the network owe."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from scheduler.counting import Facts, at, before, before_start, in_hours, secretaries
from scheduler.message import Owed
from scheduler.office import Shift
from scheduler.wallclock import duration, moment
from secretary.meeting import Meeting, Stage
from secretary.network import Network


def owed_by_meeting(meeting: Meeting, network: Network) -> list[Owed]:
    """Reminders of the meeting and of the last day for items, and of an agenda that is not published in time."""
    if meeting.stage is not Stage.PLANNED:
        return []
    about = f"meeting:{meeting.number}"
    facts: Facts = {"meeting": meeting.number}
    starts = dt.datetime.combine(meeting.date, meeting.start)
    found = before_start("meeting.reminder", about, starts, network.habits.meeting, network, facts)
    if meeting.deadline:
        found += before("items.reminder", about, meeting.deadline, network.habits.items, network, facts)
    if meeting.published is None and network.habits.notice:
        found += _unpublished(meeting, network, facts)
    return found


def _unpublished(meeting: Meeting, network: Network, facts: Facts) -> list[Owed]:
    """The secretary is told in private on the last day on which the agenda should go out."""
    notice = network.habits.notice
    day = dt.datetime.combine(meeting.date - notice, network.habits.hour)
    about = f"meeting:{meeting.number}"
    starts = moment(dt.datetime.combine(meeting.date, meeting.start), ZoneInfo(network.zone))
    found = []
    for secretary in secretaries(network):
        one = at("agenda.unpublished", about, duration(notice), secretary, day, network, facts)
        found.append(replace(in_hours(one, network, Shift.BEFORE), expires=starts))
    return found
