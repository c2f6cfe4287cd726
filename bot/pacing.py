"""How fast Teams takes messages: so many a while into one thread, and so many from one tenant."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field

MOST_KEPT = 5_000


@dataclass(frozen=True)
class Limit:
    """At most so many within any while of this length."""

    most: int
    within: dt.timedelta


PER_THREAD = (Limit(7, dt.timedelta(seconds=1)), Limit(60, dt.timedelta(seconds=30)))
PER_TENANT = (Limit(50, dt.timedelta(seconds=1)),)


@dataclass
class _Lately:
    """When something was posted, as far back as the longest limit looks."""

    limits: tuple[Limit, ...]
    times: deque[dt.datetime] = field(default_factory=deque)

    def free_at(self, now: dt.datetime) -> dt.datetime:
        """When the next may follow; `now` when it may at once. After a step back of the clock all is forgotten."""
        if self.times and self.times[-1] > now:
            self.times.clear()
        longest = max(limit.within for limit in self.limits)
        while self.times and self.times[0] <= now - longest:
            self.times.popleft()
        waits = [self.times[-one.most] + one.within for one in self.limits if len(self.times) >= one.most]
        return max([now, *waits])


class Pace:
    """Remembers what was posted lately; it is told the time."""

    def __init__(self, thread: tuple[Limit, ...] = PER_THREAD, tenant: tuple[Limit, ...] = PER_TENANT) -> None:
        self._limits = {"thread": thread, "tenant": tenant}
        self._lately: dict[tuple[str, Hashable], _Lately] = {}

    def free_at(self, thread: Hashable, tenant: Hashable, now: dt.datetime) -> dt.datetime:
        """When a message may go there; `now` when it may at once."""
        return max(one.free_at(now) for one in self._both(thread, tenant))

    def went(self, thread: Hashable, tenant: Hashable, now: dt.datetime) -> None:
        """A message goes there now."""
        for one in self._both(thread, tenant):
            one.times.append(now)
        if len(self._lately) > MOST_KEPT:
            for one in self._lately.values():
                one.free_at(now)  # forgets what is long past
            self._lately = {key: one for key, one in self._lately.items() if one.times}

    def _both(self, thread: Hashable, tenant: Hashable) -> tuple[_Lately, ...]:
        keys: tuple[tuple[str, Hashable], ...] = (("thread", thread), ("tenant", tenant))
        return tuple(self._lately.setdefault(key, _Lately(self._limits[key[0]])) for key in keys)
