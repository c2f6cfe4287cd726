"""What time it is. The only place that asks the machine; everything else is told."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Says the time."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place


class ToldClock:
    """Stands still until it is told another time."""

    def __init__(self, moment: datetime) -> None:
        self.set(moment)

    def now(self) -> datetime:
        """The moment it was last told, in UTC."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Tell it the time; `moment` is aware."""
        self._moment = _in_utc(moment)

    def advance(self, by: timedelta) -> None:
        """Move it by a while."""
        self._moment += by


class OffsetClock:
    """The machine's time plus an offset that only grows, so that coming reminders can be seen."""

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._offset = timedelta()

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self._base.now() + self._offset

    def advance(self, by: timedelta) -> None:
        """Move it forward; `ValueError` when it would go back."""
        if by < timedelta():
            raise ValueError("the clock goes forward only")
        self._offset += by

    def move_to(self, moment: datetime) -> None:
        """Move it forward to an aware moment; `ValueError` when that has passed."""
        self.advance(_in_utc(moment) - self.now())


def _in_utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC)
