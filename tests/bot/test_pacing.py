"""Teams' limits: so many into one thread, so many from one tenant, and no more."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as some

from bot.pacing import PER_TENANT, PER_THREAD, Limit, Pace

NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def post(pace: Pace, thread: str, now: dt.datetime, tenant: str = "t") -> bool:
    """Post if it may go at once."""
    if pace.free_at(thread, tenant, now) > now:
        return False
    pace.went(thread, tenant, now)
    return True


def test_seven_a_second_go_into_one_thread() -> None:
    """Seven a second go into one thread, and the eighth a second after the first."""
    pace = Pace()
    assert [post(pace, "a", NOW) for _ in range(8)] == [True] * 7 + [False]
    assert pace.free_at("a", "t", NOW) == NOW + SECOND
    assert post(pace, "b", NOW)
    assert post(pace, "a", NOW + SECOND)


def test_sixty_in_half_a_minute_go_into_one_thread() -> None:
    """Sixty in half a minute go into one thread."""
    pace = Pace()
    sent = sum(post(pace, "a", NOW + n * SECOND / 4) for n in range(4 * 30))
    assert sent == 60
    assert pace.free_at("a", "t", NOW + 29 * SECOND) == NOW + 30 * SECOND


def test_fifty_a_second_go_from_one_tenant() -> None:
    """Fifty a second go from one tenant, whatever the threads; another tenant is free."""
    pace = Pace()
    assert sum(post(pace, f"thread {n}", NOW) for n in range(80)) == 50
    assert post(pace, "elsewhere", NOW, tenant="u")


def test_a_clock_set_back_stops_nothing() -> None:
    """After a step back of the clock messages go on."""
    pace = Pace()
    assert all(post(pace, "a", NOW) for _ in range(7))
    assert post(pace, "a", NOW - 3600 * SECOND)


def test_what_is_long_past_is_forgotten() -> None:
    """Threads without anything lately take no room."""
    pace = Pace()
    for n in range(12_000):
        pace.went(f"thread {n}", f"tenant {n}", NOW + n * SECOND)
    assert len(pace._lately) < 6_000


@settings(deadline=None)
@given(some.lists(some.tuples(some.integers(0, 3), some.floats(0, 2)), max_size=200))
def test_no_limit_is_ever_passed(steps: list[tuple[int, float]]) -> None:
    """However messages come, no while of a limit's length holds more than the limit."""
    pace, now = Pace(), NOW
    went: list[tuple[str, dt.datetime]] = []
    for thread, passed in steps:
        now = max(now + dt.timedelta(seconds=passed) / 10, pace.free_at(thread, "t", now))
        pace.went(thread, "t", now)
        went += [(str(thread), now), ("tenant", now)]
    for name in {name for name, _ in went}:
        times = [at for known, at in went if known == name]
        for limit in PER_TENANT if name == "tenant" else PER_THREAD:
            _held(times, limit)


def _held(times: list[dt.datetime], limit: Limit) -> None:
    for first, last in zip(times, times[limit.most :], strict=False):
        assert last - first >= limit.within
