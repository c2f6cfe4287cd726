"""A day, or a moment of a day, by which something is to be done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from secretary.refusal import Refused


class AlreadyPast(Refused):
    """Something that must lie ahead was given a day or a moment that has been; `date`, `time`."""


class TooFarAhead(Refused):
    """A day further ahead than anybody plans; most likely a slip of the keyboard. `date`."""


FURTHEST_AHEAD = dt.timedelta(days=3 * 366)


@dataclass(frozen=True)
class Due:
    """Wall-clock in the network's zone; without a time the whole day is meant."""

    date: dt.date
    time: dt.time | None = None

    def passed(self, now: dt.datetime) -> bool:
        """Whether it lies behind `now`, a moment in the network's zone."""
        if self.date != now.date():
            return self.date < now.date()
        return self.time is not None and self.time < now.time().replace(tzinfo=None)

    def ahead(self, now: dt.datetime) -> Due:
        """Itself, when it lies ahead of `now` and not absurdly far."""
        if self.passed(now):
            raise AlreadyPast(date=self.date, time=self.time)
        if self.date > now.date() + FURTHEST_AHEAD:
            raise TooFarAhead(date=self.date)
        return self
