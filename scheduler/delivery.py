"""The life of a delivery: its states, which may follow which, and what an answer of the connector leads to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

LEASE = dt.timedelta(seconds=60)
PATIENCE = LEASE / 2  # an attempt ends before its lease, so that a live sender is never taken for a dead one
FIRST_WAIT = dt.timedelta(seconds=2)
LONGEST_WAIT = dt.timedelta(minutes=5)
MOST_WORDINGS = 5
LATE = dt.timedelta(minutes=30)  # what is owed longer than that was missed while nobody posted
MOST_LATE = 4  # so many late ones for one receiver become one message
KEPT = dt.timedelta(days=400)  # how long what is over is remembered


class State(StrEnum):
    """Where a delivery stands."""

    PENDING = "pending"  # waits for its moment
    LEASED = "leased"  # somebody has taken it up
    SENDING = "sending"  # marked before the attempt: from here on it may have been posted
    UNKNOWN = "unknown"  # an attempt without a clear answer
    SENT = "sent"
    EXPIRED = "expired"  # its time went by
    CANCELLED = "cancelled"
    FAILED = "failed"  # refused for good
    REVIEW = "review"  # a person decides


FINAL = frozenset({State.SENT, State.EXPIRED, State.CANCELLED, State.FAILED})
FOLLOWS: dict[State, frozenset[State]] = {
    # Sent only by the answer to an earlier attempt, when it comes after the attempt was given up.
    State.PENDING: frozenset({State.LEASED, State.CANCELLED, State.EXPIRED, State.SENT}),
    State.LEASED: frozenset({State.PENDING, State.SENDING, State.CANCELLED, State.EXPIRED, State.FAILED}),
    # Cancelled only when the attempt was refused after the message was no longer wanted.
    State.SENDING: frozenset({State.SENT, State.PENDING, State.UNKNOWN, State.FAILED, State.CANCELLED}),
    State.UNKNOWN: frozenset({State.SENT, State.PENDING, State.REVIEW, State.EXPIRED, State.CANCELLED}),
    State.REVIEW: frozenset({State.SENT, State.PENDING, State.CANCELLED}),
    **{state: frozenset() for state in FINAL},
}


@dataclass(frozen=True)
class Step:
    """What an attempt leads to: the next state, how long to wait before the next look, and why."""

    to: State
    wait: dt.timedelta = dt.timedelta(0)
    why: str = ""


def rejected(status: int, retry_after: dt.timedelta | None, attempts: int, code: str = "") -> Step:
    """What follows when the connector answered with an error.

    429, and 0 where no request left the bot, are a clear no: try again. 412 and 5xx may come after the message was
    taken. Anything else is refused for good.
    """
    why = f"{status} {code}".strip()
    wait = max(retry_after or dt.timedelta(0), backoff(attempts))
    if status in (0, 429):
        return Step(State.PENDING, wait, why)
    if status in (408, 412) or status >= 500:
        return Step(State.UNKNOWN, wait, why)
    return Step(State.FAILED, why=why)


def unclear(why: str, attempts: int) -> Step:
    """What follows when no answer came, or one that says nothing."""
    return Step(State.UNKNOWN, backoff(attempts), why)


def unworded(why: str, attempts: int) -> Step:
    """What follows when the words could not be found: a mistake of ours, tried again a few times."""
    if attempts >= MOST_WORDINGS:
        return Step(State.FAILED, why=why)
    return Step(State.PENDING, backoff(attempts), why)


def backoff(attempts: int) -> dt.timedelta:
    """How long to wait after so many attempts: doubled each time, up to a limit."""
    wait = FIRST_WAIT
    for _ in range(1, attempts):
        if wait >= LONGEST_WAIT:
            return LONGEST_WAIT
        wait *= 2
    return min(wait, LONGEST_WAIT)
