"""The clocks."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.clock import OffsetClock, SystemClock, ToldClock

MORNING = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)


def test_the_told_clock_stands_until_told() -> None:
    """It says what it was told, in UTC."""
    clock = ToldClock(MORNING.astimezone(timezone(timedelta(hours=1))))
    assert clock.now() == clock.now() == MORNING
    assert clock.now().tzinfo is UTC
    clock.advance(timedelta(days=1))
    assert clock.now() == MORNING + timedelta(days=1)
    clock.set(MORNING)
    assert clock.now() == MORNING


def test_a_moment_needs_a_zone() -> None:
    """A time without a zone is no moment."""
    with pytest.raises(ValueError):
        ToldClock(MORNING.replace(tzinfo=None))


def test_the_offset_clock_goes_forward_only() -> None:
    """The local channel's clock runs with its base and can be moved on, never back."""
    base = ToldClock(MORNING)
    clock = OffsetClock(base)
    clock.move_to(MORNING + timedelta(days=7))
    base.advance(timedelta(minutes=1))
    assert clock.now() == MORNING + timedelta(days=7, minutes=1)
    with pytest.raises(ValueError):
        clock.move_to(MORNING)
    with pytest.raises(ValueError):
        clock.advance(timedelta(seconds=-1))


def test_the_system_clock_is_in_utc() -> None:
    """The machine's time, aware."""
    assert SystemClock().now().tzinfo is UTC
