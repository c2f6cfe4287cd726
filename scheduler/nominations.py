"""What a call for nominations makes the network owe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from scheduler.counting import ON_THE_DAY, Facts, at, before, end, in_hours, told_after
from scheduler.message import CHANNEL, Owed, member
from scheduler.office import Shift
from secretary.network import Member, Network
from secretary.nomination import Nomination

LAST_DAYS = (dt.timedelta(days=1), ON_THE_DAY)  # on which those who have not answered are asked in private


def owed_by_nomination(call: Nomination, network: Network) -> list[Owed]:
    """Reminders to the channel, private ones to those whose organisation has not answered, and a word at the end."""
    if call.wanted is not None and len(call.appointed) >= call.wanted:
        return []
    about = f"nomination:{call.number}"
    facts: Facts = {"nomination": call.number}
    found = before("nomination.reminder", about, call.due, network.habits.nomination, network, facts)
    closed = at("nomination.closed", about, "closed", CHANNEL, told_after(call.due, network), network, facts)
    found.append(in_hours(closed, network, Shift.AFTER))
    for one in unanswered(call, network):
        found += before("nomination.unanswered", about, call.due, LAST_DAYS, network, facts, member(one.name))
        found += _half_way(call, network, facts, member(one.name))
    return found


def unanswered(call: Nomination, network: Network) -> Iterator[Member]:
    """The members one of whose organisations has neither nominated anybody nor passed."""
    by = {name for nominee in call.nominees for name in nominee.by}
    answered = {org for one in network.members if one.name in by for org in one.organisations} | set(call.passed)
    return (one for one in network.present_members if set(one.organisations) - answered)


def _half_way(call: Nomination, network: Network, facts: Facts, target: str) -> list[Owed]:
    """When half of the time has gone, unless the last days are near by then."""
    if call.opened is None:
        return []
    over = end(call.due)
    opened = call.opened.astimezone(ZoneInfo(network.zone)).replace(tzinfo=None)
    half = opened + (over - opened) / 2
    local = dt.datetime.combine(half.date(), network.habits.hour)
    one = in_hours(
        at("nomination.unanswered", f"nomination:{call.number}", "half", target, local, network, facts),
        network,
        Shift.AFTER,
    )
    first_of_the_last = dt.datetime.combine(call.due.date, network.habits.hour) - 2 * LAST_DAYS[0]
    return [one] if opened < local < first_of_the_last else []
