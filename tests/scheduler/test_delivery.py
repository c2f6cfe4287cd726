"""The states of a delivery, and what each answer of the connector leads to."""

from __future__ import annotations

import datetime as dt

import pytest

from scheduler.delivery import (
    FINAL,
    FOLLOWS,
    LEASE,
    LONGEST_WAIT,
    MOST_WORDINGS,
    PATIENCE,
    State,
    backoff,
    rejected,
    unclear,
    unworded,
)


def seconds(count: float) -> dt.timedelta:
    """A wait."""
    return dt.timedelta(seconds=count)


def test_what_is_over_stays_over() -> None:
    """What is over stays over."""
    assert set(FOLLOWS) == set(State)
    assert {state for state in State if not FOLLOWS[state]} == FINAL


def test_every_state_can_be_reached_and_left_for_an_end() -> None:
    """Every state can be reached and left for an end."""
    reached = {State.PENDING}
    for _ in State:
        reached |= {after for state in reached for after in FOLLOWS[state]}
    assert reached == set(State)
    ending = set(FINAL)
    for _ in State:
        ending |= {state for state in State if FOLLOWS[state] & ending}
    assert ending == set(State)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (0, State.PENDING),
        (429, State.PENDING),
        (408, State.UNKNOWN),
        (412, State.UNKNOWN),
        (500, State.UNKNOWN),
        (502, State.UNKNOWN),
        (503, State.UNKNOWN),
        (400, State.FAILED),
        (401, State.FAILED),
        (403, State.FAILED),
        (404, State.FAILED),
        (413, State.FAILED),
    ],
)
def test_an_error_leads_where_it_must(status: int, state: State) -> None:
    """An error leads where it must."""
    assert rejected(status, None, 1).to is state


def test_the_wait_that_was_asked_for_is_kept_and_never_shortened() -> None:
    """The wait that was asked for is kept and never shortened."""
    assert rejected(429, seconds(30), 1).wait == seconds(30)
    assert rejected(429, seconds(0), 3).wait == backoff(3)
    assert rejected(404, None, 1, "ConversationNotFound").why == "404 ConversationNotFound"


def test_no_answer_leaves_doubt() -> None:
    """No answer leaves doubt."""
    step = unclear("no answer", 2)
    assert (step.to, step.wait, step.why) == (State.UNKNOWN, backoff(2), "no answer")


def test_a_mistake_in_the_words_is_tried_again_a_few_times() -> None:
    """A mistake in the words is tried again a few times."""
    assert unworded("KeyError", MOST_WORDINGS - 1).to is State.PENDING
    assert unworded("KeyError", MOST_WORDINGS).to is State.FAILED


def test_waits_grow_to_a_limit_and_are_never_nothing() -> None:
    """Waits grow to a limit and are never nothing."""
    waits = [backoff(attempts) for attempts in range(200)]
    assert waits[:5] == [seconds(2), seconds(2), seconds(4), seconds(8), seconds(16)]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_an_attempt_ends_before_its_lease() -> None:
    """An attempt ends before its lease."""
    assert PATIENCE * 2 <= LEASE
