"""A meeting's life: planned, moved, cancelled, opened, closed; what is refused leaves it as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretary.due import AlreadyPast, Due, TooFarAhead
from secretary.meeting import (
    EndsBeforeItStarts,
    Meeting,
    MeetingIsOpen,
    MeetingIsOver,
    NoOpenMeeting,
    Stage,
    cancel,
    close_meeting,
    move,
    open_meeting,
    schedule,
)
from secretary.network import Standing
from secretary.refusal import TooLong

from .support import DAY, EIGHT, NETWORK, NOW, ZONE, listed, opened, planned


def test_a_new_meeting_starts_from_the_standing_frame() -> None:
    """The standing items stand in the network's order, numbered from one."""
    assert listed(planned()) == [
        "1 <opening>",
        "2 <approve-agenda>",
        "3 <previous-minutes>",
        "4 <other-business>",
        "5 <closing>",
    ]
    short = replace(NETWORK, frame=(Standing.OPENING, Standing.CLOSING))
    assert listed(schedule(short, DAY, EIGHT, None, "", NOW)) == ["1 <opening>", "2 <closing>"]


@pytest.mark.parametrize(
    ("date", "start", "end", "why"),
    [
        (dt.date(2027, 1, 10), dt.time(8), None, AlreadyPast),
        (dt.date(2027, 1, 11), dt.time(8, 59), None, AlreadyPast),
        (dt.date(2031, 1, 1), dt.time(8), None, TooFarAhead),
        (DAY, dt.time(8), dt.time(8), EndsBeforeItStarts),
        (DAY, dt.time(8), dt.time(7, 45), EndsBeforeItStarts),
    ],
)
def test_an_impossible_time_is_refused(date: dt.date, start: dt.time, end: dt.time | None, why: type) -> None:
    """A meeting lies ahead, within three years, and ends after it starts."""
    with pytest.raises(why):
        schedule(NETWORK, date, start, end, "", NOW)


def test_a_meeting_may_start_at_once() -> None:
    """Now is not past."""
    assert schedule(NETWORK, NOW.date(), dt.time(9), None, "", NOW).start == dt.time(9)


def test_a_place_has_room_for_an_address() -> None:
    """A place is trimmed; a longer text than three hundred characters is refused."""
    assert schedule(NETWORK, DAY, EIGHT, None, "  Leksand ", NOW).place == "Leksand"
    with pytest.raises(TooLong):
        schedule(NETWORK, DAY, EIGHT, None, "x" * 301, NOW)


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ({"date": dt.date(2027, 2, 26)}, "2027-02-26 08:00-09:15"),
        ({"start": dt.time(7, 45)}, "2027-02-19 07:45-09:00"),
        ({"start": dt.time(13), "end": dt.time(15)}, "2027-02-19 13:00-15:00"),
        ({"end": dt.time(10)}, "2027-02-19 08:00-10:00"),
        ({"start": dt.time(23)}, "2027-02-19 23:00-None"),
    ],
)
def test_what_was_not_said_of_a_move_stays(said: dict[str, dt.date], span: str) -> None:
    """A new start keeps the length, unless it would go past midnight; the day and the rest stay."""
    moved = move(planned(), NETWORK, NOW, **said)  # type: ignore[arg-type]
    end = f"{moved.end:%H:%M}" if moved.end else None
    assert f"{moved.date} {moved.start:%H:%M}-{end}" == span


def test_the_last_day_for_items_moves_with_the_meeting() -> None:
    """It keeps its distance to the meeting, but is never moved into the past."""
    meeting = replace(planned(), deadline=Due(dt.date(2027, 2, 12)))
    assert move(meeting, NETWORK, NOW, date=dt.date(2027, 2, 26)).deadline == Due(dt.date(2027, 2, 19))
    assert move(meeting, NETWORK, NOW, date=dt.date(2027, 1, 13)).deadline == Due(NOW.date())


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"date": dt.date(2027, 1, 8)}, AlreadyPast),
        ({"end": dt.time(7)}, EndsBeforeItStarts),
        ({"start": dt.time(10), "end": dt.time(9)}, EndsBeforeItStarts),
    ],
)
def test_an_impossible_move_is_refused(said: dict[str, dt.date], why: type) -> None:
    """Not into the past, and not with the end before the start."""
    with pytest.raises(why):
        move(planned(), NETWORK, NOW, **said)  # type: ignore[arg-type]


def _in(stage: Stage) -> Meeting:
    return replace(planned(), stage=stage)


@pytest.mark.parametrize(
    ("stage", "moving", "closing"),
    [
        (Stage.PLANNED, None, NoOpenMeeting),
        (Stage.OPEN, MeetingIsOpen, None),
        (Stage.CLOSED, MeetingIsOver, NoOpenMeeting),
        (Stage.CANCELLED, MeetingIsOver, NoOpenMeeting),
    ],
)
def test_every_stage_takes_what_belongs_to_it(
    stage: Stage, moving: type[Exception] | None, closing: type[Exception] | None
) -> None:
    """Only a planned meeting is moved, cancelled and opened; only an open one is closed."""
    deeds = [
        (moving, lambda: move(_in(stage), NETWORK, NOW, date=dt.date(2027, 3, 5))),
        (moving, lambda: cancel(_in(stage), "få anmälda")),
        (moving, lambda: open_meeting(_in(stage), NOW)),
        (closing, lambda: close_meeting(_in(stage), NOW)),
    ]
    for refusal, deed in deeds:
        if refusal is None:
            deed()
        else:
            with pytest.raises(refusal):
                deed()


def test_opening_deals_with_the_first_item_and_closing_with_none() -> None:
    """The opening is dealt with at once; what time it was is kept, and the time the chair stated beside it."""
    meeting = planned()
    at = dt.datetime(2027, 2, 19, 8, 4, tzinfo=ZONE)
    ongoing = open_meeting(meeting, at, stated=dt.time(8, 5))
    assert (ongoing.stage, ongoing.opened, ongoing.stated_start) == (Stage.OPEN, at, dt.time(8, 5))
    assert ongoing.current is not None
    assert ongoing.item(ongoing.current).standing is Standing.OPENING
    closed = close_meeting(ongoing, at)
    assert (closed.stage, closed.closed, closed.current) == (Stage.CLOSED, at, None)


def test_a_meeting_without_items_can_be_opened() -> None:
    """Nothing is dealt with then."""
    assert open_meeting(replace(planned(), items=()), NOW).current is None


def test_cancelling_keeps_why() -> None:
    """The reason is kept, trimmed; an endless one is refused."""
    assert cancel(planned(), " sjukdom ").reason == "sjukdom"
    with pytest.raises(TooLong):
        cancel(planned(), "x" * 8_001)


@given(
    date=st.none() | st.dates(dt.date(2026, 12, 1), dt.date(2030, 12, 31)),
    start=st.none() | st.times(),
    end=st.none() | st.times(),
)
def test_a_moved_meeting_is_always_sound(date: dt.date | None, start: dt.time | None, end: dt.time | None) -> None:
    """Whatever is said, the moved meeting lies ahead and ends after it starts, or the move is refused."""
    try:
        moved = move(planned(), NETWORK, NOW, date=date, start=start, end=end)
    except (AlreadyPast, TooFarAhead, EndsBeforeItStarts):
        return
    assert moved.starts(NETWORK) >= NOW
    assert moved.end is None or moved.end > moved.start
    assert moved.items == planned().items


def test_open_is_open() -> None:
    """An open meeting says so."""
    assert opened().is_open
    assert not planned().is_open
