"""A clock that jumps: nothing is posted by a time that nobody has vouched for.

The machine's time is compared with what was seen last, which stands in the database, and within the life of a
process with a clock that only runs forward. One wrong step of the machine's clock would otherwise post a year of
reminders. What a jump stops goes on when a person accepts the time (`kansli clock accept`). A step back posts
nothing twice, because what is posted stays posted, and stops nothing.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable

from sqlalchemy import Connection

from bot.clock import Clock
from bot.logs import facts
from records import standing

log = logging.getLogger(__name__)
SEEN, STOPPED, ACCEPTED = "clock_seen", "clock_stopped", "clock_accepted"
MOST_AHEAD = dt.timedelta(minutes=10)  # of the time that has really passed in this process
LONGEST_AWAY = dt.timedelta(hours=36)  # since the time was seen last
SEEN_EVERY = dt.timedelta(minutes=1)


def steady() -> float:
    """Seconds that only run forward, also while the machine sleeps where the system can tell."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class ClockGuard:
    """Says whether the clock can be trusted; `clock` is the machine's own, never one that is moved on purpose."""

    def __init__(self, clock: Clock, steady: Callable[[], float] = steady) -> None:
        self._clock = clock
        self._steady = steady
        self._accepted: str | None = None
        self._begin()

    def trusts(self, connection: Connection) -> bool:
        """Whether to go on; a jump is noticed here, and stands in the database until it is accepted."""
        stands = standing.read(connection, SEEN, STOPPED, ACCEPTED)
        if STOPPED in stands:
            return False
        if stands.get(ACCEPTED) != self._accepted:
            self._accepted = stands.get(ACCEPTED)
            self._begin()
        now = self._clock.now()
        seen = dt.datetime.fromisoformat(stands[SEEN]) if SEEN in stands else None
        why = self._ahead(now) or _away(now, seen)
        if why is not None:
            standing.put(connection, STOPPED, f"{now.isoformat(timespec='seconds')}: {why}")
            log.error("the clock jumped: nothing is posted until `kansli clock accept`", extra=facts(why=why))
            return False
        if seen is None or now - seen >= SEEN_EVERY:
            standing.put(connection, SEEN, now.isoformat())
        return True

    def _begin(self) -> None:
        self._began = self._clock.now(), self._steady()

    def _ahead(self, now: dt.datetime) -> str | None:
        wall, counted = self._began
        ahead = (now - wall) - dt.timedelta(seconds=self._steady() - counted)
        return f"the clock ran {_length(ahead)} ahead while Kansli was running" if ahead > MOST_AHEAD else None


def _away(now: dt.datetime, seen: dt.datetime | None) -> str | None:
    if seen is None or now - seen <= LONGEST_AWAY:
        return None
    return f"{_length(now - seen)} have passed since the time was seen last, {seen.isoformat(timespec='minutes')}"


def _length(passed: dt.timedelta) -> str:
    minutes = passed // dt.timedelta(minutes=1)
    if minutes < 2 * 60:
        return f"{minutes} minutes"
    return f"{minutes // 60} hours" if minutes < 4 * 24 * 60 else f"{minutes // (24 * 60)} days"


def stopped(connection: Connection) -> str | None:
    """Since when and why the clock is not trusted; None when it is."""
    return standing.read(connection, STOPPED).get(STOPPED)


def accept(connection: Connection, now: dt.datetime) -> str | None:
    """A person vouches for the time: everything goes on. Why it had stopped, None when it had not."""
    why = stopped(connection)
    standing.drop(connection, STOPPED)
    standing.put(connection, SEEN, now.isoformat())
    standing.put(connection, ACCEPTED, now.isoformat())
    return why
