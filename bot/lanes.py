"""Who may be posted to now: one message after the other for each receiver, and no faster than Teams takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from records.deliveries import Lane
from records.delivery_table import DeliveryRow

MostSpecific = TypeVar("MostSpecific", contravariant=True)
Message = TypeVar("Message")


class AnyPace(Protocol[MostSpecific]):
    """Says when a message may go."""

    def free_at(self, message: MostSpecific, now: dt.datetime) -> dt.datetime:
        """When it may go; `now` when it may at once."""
        ...

    def went(self, message: MostSpecific, now: dt.datetime) -> None:
        """It goes now."""
        ...


class Lanes(Generic[Message]):
    """The receivers to whom something is under way, or who must wait."""

    def __init__(self, pace: AnyPace[Message] | None) -> None:
        self._pace = pace
        self._busy: set[Lane] = set()
        self._waiting: dict[Lane, dt.datetime] = {}

    def take(self, row: DeliveryRow, message: Message, now: dt.datetime) -> bool:
        """Begin an attempt; False when the pace wants it to wait."""
        lane = (row.network, row.target)
        if self._pace is not None:
            free = self._pace.free_at(message, now)
            if free > now:
                self._waiting[lane] = free
                return False
            self._pace.went(message, now)
        self._busy.add(lane)
        return True

    def begin(self, running: Iterable[DeliveryRow]) -> None:
        """These are the attempts under way; what was taken since and not begun is free again."""
        self._busy = {(row.network, row.target) for row in running}

    def closed(self, now: dt.datetime) -> frozenset[Lane]:
        """Those to whom nothing may go now."""
        self._waiting = {lane: until for lane, until in self._waiting.items() if until > now}
        return frozenset(self._busy | self._waiting.keys())

    def next_opening(self, now: dt.datetime) -> dt.datetime | None:
        """When one of those who must wait need not any more."""
        return min((until for until in self._waiting.values() if until > now), default=None)
