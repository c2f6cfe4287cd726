"""The table of what is owed: kept once, taken up by one, every step guarded and remembered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, insert, text
from sqlalchemy.exc import IntegrityError

from bot.store import open_engine
from records.deliveries import Deliveries
from records.delivery_table import STATES, deliveries
from records.network import found
from scheduler.delivery import State
from scheduler.owed import OnUnknown, Owed
from secretary.network import Network

NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=60)
HOUR = dt.timedelta(hours=1)


def owing(
    occurrence: str = "P7D",
    due: dt.datetime = NOW,
    expires: dt.datetime | None = None,
    on_unknown: OnUnknown = OnUnknown.RESEND,
) -> Owed:
    """Something owed, an hour ahead of UTC."""
    local = due.replace(tzinfo=None) + HOUR
    facts: dict[str, str | int] = {"meeting": 1}
    return Owed("meeting.reminder", "meeting:1", occurrence, "channel", local, due, expires, facts, on_unknown)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database with two networks."""
    engine = open_engine(database_url)
    with engine.begin() as connection:
        found(connection, Network(0, "Nätverket Norrbo"), "tenant", "channel", "{}")
        found(connection, Network(0, "Nätverket Söderbo"), "tenant", "another channel", "{}")
    yield engine
    engine.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A transaction."""
    with engine.begin() as connection:
        yield connection


@pytest.fixture
def kept(connection: Connection) -> Deliveries:
    """The deliveries in that transaction."""
    return Deliveries(connection)


def test_both_sides_know_the_same_states() -> None:
    """Both sides know the same states."""
    assert set(STATES) == set(State)


def test_what_is_owed_is_read_back_as_it_was(kept: Deliveries) -> None:
    """What is owed is read back as it was."""
    kept.plan(1, [owing(expires=NOW + HOUR)], [], NOW - HOUR)
    (row,) = kept.pending(1)
    assert (row.kind, row.object, row.occurrence, row.target) == (
        "meeting.reminder",
        "meeting:1",
        "P7D",
        "channel",
    )
    assert (row.due, row.local_due, row.expires) == (NOW, dt.datetime(2027, 1, 11, 9), NOW + HOUR)  # noqa: DTZ001
    assert (row.facts, row.on_unknown, row.state) == ({"meeting": 1}, "resend", "pending")


def test_an_occurrence_is_kept_once_however_often_it_is_planned(kept: Deliveries) -> None:
    """An occurrence is kept once however often it is planned."""
    for _ in range(3):
        kept.plan(1, [owing(), owing()], [], NOW)
    assert len(kept.pending(1)) == 1
    assert not kept.owe(1, "task.told", "member:Eva", {}, key=owing().key, now=NOW)


def test_many_are_kept_together_and_those_kept_already_left_alone(kept: Deliveries) -> None:
    """Many are kept together, each with its event; those kept already are left alone."""
    kept.plan(1, [owing(f"number-{n:03}") for n in range(0, 300, 2)], [], NOW)
    kept.plan(1, [owing(f"number-{n:03}") for n in range(300)], [], NOW)
    rows = kept.pending(1)
    assert sorted(row.occurrence for row in rows) == [f"number-{n:03}" for n in range(300)]
    assert all(kept.events(row.id) == ((None, "pending", ""),) for row in rows)


def test_networks_do_not_share_keys(kept: Deliveries) -> None:
    """Networks do not share keys."""
    kept.plan(1, [owing()], [], NOW)
    kept.plan(2, [owing()], [], NOW)
    assert len(kept.pending(1)) == len(kept.pending(2)) == 1


def test_what_was_taken_back_can_be_owed_again(kept: Deliveries) -> None:
    """What was taken back can be owed again."""
    kept.plan(1, [owing()], [], NOW)
    kept.plan(1, [], [owing()], NOW)
    assert kept.pending(1) == ()
    kept.plan(1, [owing()], [], NOW)
    (row,) = kept.pending(1)
    assert row.id == 2


def test_what_was_posted_is_not_owed_again_by_moving_there_and_back(kept: Deliveries) -> None:
    """What was posted is not owed again by moving there and back."""
    kept.plan(1, [owing()], [], NOW)
    _post(kept)
    kept.plan(1, [], [owing()], NOW)
    kept.plan(1, [owing()], [], NOW)
    assert kept.pending(1) == ()


def test_what_a_person_cancelled_is_not_owed_again(kept: Deliveries) -> None:
    """What a person cancelled is not owed again."""
    kept.plan(1, [owing()], [], NOW)
    assert kept.cancel(kept.pending(1)[0], "cancelled by Eva", NOW)
    kept.plan(1, [owing()], [], NOW)
    assert kept.pending(1) == ()
    assert kept.events(1) == ((None, "pending", ""), ("pending", "cancelled", "cancelled by Eva"))


def test_claims_come_by_moment_and_never_before_it(kept: Deliveries) -> None:
    """Claims come by moment and never before it."""
    kept.plan(1, [owing("late", NOW), owing("early", NOW - HOUR), owing("future", NOW + HOUR)], [], NOW - HOUR)
    claimed = [kept.claim(NOW, "one", LEASE) for _ in range(3)]
    assert [row.occurrence if row else None for row in claimed] == ["early", "late", None]
    assert claimed[0] is not None
    assert (claimed[0].state, claimed[0].fence, claimed[0].attempts, claimed[0].owner) == ("leased", 1, 1, "one")
    assert claimed[0].next_try == NOW + LEASE


def test_claim_and_next_look_use_the_partial_index(connection: Connection, kept: Deliveries) -> None:
    """However many rows are over: only what is still owed is walked through, in the order it is asked for."""
    postgresql = connection.dialect.name == "postgresql"
    if postgresql:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # which a table of no rows would be read by
    asked: list[tuple[str, Any]] = []
    event.listen(connection, "before_cursor_execute", lambda *call: asked.append((call[2], call[3])))
    kept.claim(NOW, "one", LEASE)
    kept.next_due()
    for statement, values in tuple(asked):
        explain = "EXPLAIN" if postgresql else "EXPLAIN QUERY PLAN"
        explained = str(connection.exec_driver_sql(f"{explain} {statement}", values).all())
        assert "ix_delivery_next_try" in explained
        assert "TEMP B-TREE" not in explained


def test_a_whole_life_leaves_its_history(kept: Deliveries) -> None:
    """A whole life leaves its history."""
    kept.plan(1, [owing()], [], NOW)
    first = kept.claim(NOW, "one", LEASE)
    assert first
    assert kept.mark_sending(first, NOW, LEASE)
    assert kept.retry(first, NOW + HOUR, "429", NOW)
    assert kept.claim(NOW + HOUR / 2, "one", LEASE) is None
    _post(kept, NOW + HOUR)
    row = kept.get(1)
    assert row
    assert (row.state, row.activity_id, row.sent_at, row.attempts) == ("sent", "activity", NOW + HOUR, 2)
    assert [after for _, after, _ in kept.events(1)] == [
        "pending", "leased", "sending", "pending", "leased", "sending", "sent",
    ]  # fmt: skip


def test_what_lies_too_late_expires_unposted(kept: Deliveries) -> None:
    """What lies too late expires unposted."""
    kept.plan(1, [owing(expires=NOW + HOUR), owing("P1D", NOW + HOUR)], [], NOW)
    later = NOW + HOUR
    row = kept.claim(later, "one", LEASE)
    assert row
    assert row.occurrence == "P1D"
    assert len(kept.expire(later)) == 1
    assert kept.get(1).state == "expired"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("owed", "state"),
    [
        (owing(), "pending"),
        (owing(on_unknown=OnUnknown.HOLD), "review"),
        (owing(expires=NOW + LEASE), "expired"),
        (owing(on_unknown=OnUnknown.HOLD, expires=NOW + LEASE), "review"),
    ],
)
def test_a_sender_that_is_lost_leaves_doubt_and_the_kind_decides(kept: Deliveries, owed: Owed, state: str) -> None:
    """A sender that is lost leaves doubt and the kind decides."""
    kept.plan(1, [owed], [], NOW)
    row = kept.claim(NOW, "one", LEASE)
    assert row
    kept.mark_sending(row, NOW, LEASE)
    assert kept.recover(NOW + LEASE / 2) == 0
    assert kept.recover(NOW + LEASE) == 1
    (doubtful,) = kept.doubtful(NOW + LEASE)
    assert (doubtful.state, doubtful.doubts) == ("unknown", 1)
    assert kept.settle(doubtful, NOW + LEASE)
    assert kept.get(1).state == state  # type: ignore[union-attr]
    assert len(kept.held(1)) == (state == "review")


def test_a_holder_that_is_lost_before_the_mark_leaves_no_doubt(kept: Deliveries) -> None:
    """A holder that is lost before the mark leaves no doubt."""
    kept.plan(1, [owing()], [], NOW)
    lost = kept.claim(NOW, "one", LEASE)
    assert lost
    assert kept.recover(NOW + LEASE) == 1
    again = kept.claim(NOW + LEASE, "two", LEASE)
    assert again
    assert (again.doubts, again.fence) == (0, 2)
    assert not kept.mark_sending(lost, NOW + LEASE, LEASE)
    assert kept.mark_sending(again, NOW + LEASE, LEASE)


def test_an_old_fence_moves_nothing(kept: Deliveries) -> None:
    """An old fence moves nothing."""
    kept.plan(1, [owing()], [], NOW)
    row = kept.claim(NOW, "one", LEASE)
    assert row
    kept.mark_sending(row, NOW, LEASE)
    old = replace(row, fence=0)
    later = NOW + HOUR
    assert not kept.sent(old, "activity", NOW)
    assert not kept.retry(old, later, "", NOW)
    assert not kept.unknown(old, later, "", NOW)
    assert not kept.fail(old, "", NOW)
    assert kept.get(1).state == "sending"  # type: ignore[union-attr]


@pytest.mark.parametrize("on_unknown", OnUnknown)
@pytest.mark.parametrize("settled", [False, True])
def test_an_answer_that_comes_late_counts_until_somebody_tries_again(
    kept: Deliveries, on_unknown: OnUnknown, settled: bool
) -> None:
    """An answer that comes after the lease counts, and spares a second attempt."""
    kept.plan(1, [owing(on_unknown=on_unknown)], [], NOW)
    row = kept.claim(NOW, "one", LEASE)
    assert row
    kept.mark_sending(row, NOW, LEASE)
    kept.recover(NOW + LEASE)
    for doubtful in kept.doubtful(NOW + LEASE) if settled else ():
        kept.settle(doubtful, NOW + LEASE)
    assert kept.sent(row, "activity", NOW + LEASE)
    assert kept.claim(NOW + LEASE, "two", LEASE) is None


def test_an_answer_that_comes_too_late_is_left_to_the_second_attempt(kept: Deliveries) -> None:
    """An answer that comes when somebody tries again moves nothing."""
    kept.plan(1, [owing()], [], NOW)
    first = kept.claim(NOW, "one", LEASE)
    assert first
    kept.mark_sending(first, NOW, LEASE)
    kept.recover(NOW + LEASE)
    for doubtful in kept.doubtful(NOW + LEASE):
        kept.settle(doubtful, NOW + LEASE)
    second = kept.claim(NOW + LEASE, "two", LEASE)
    assert second
    assert not kept.sent(first, "activity", NOW + LEASE)
    assert kept.mark_sending(second, NOW + LEASE, LEASE)


def test_what_is_taken_back_during_the_attempt_is_not_tried_again(kept: Deliveries) -> None:
    """What is taken back during the attempt is not tried again."""
    kept.plan(1, [owing()], [], NOW)
    row = kept.claim(NOW, "one", LEASE)
    assert row
    kept.mark_sending(row, NOW, LEASE)
    kept.plan(1, [], [owing()], NOW)
    assert not kept.cancel(row, "too late for that", NOW)
    assert kept.pending(1) == ()
    kept.retry(row, NOW + HOUR, "429", NOW)
    assert kept.get(1).state == "cancelled"  # type: ignore[union-attr]


def test_what_is_moved_away_and_back_during_the_attempt_is_posted_once(kept: Deliveries) -> None:
    """What is moved away and back during the attempt is posted once."""
    kept.plan(1, [owing()], [], NOW)
    row = kept.claim(NOW, "one", LEASE)
    assert row
    kept.mark_sending(row, NOW, LEASE)
    kept.plan(1, [], [owing()], NOW)
    kept.plan(1, [owing()], [], NOW)
    assert [one.id for one in kept.pending(1)] == [row.id]
    assert kept.retry(row, NOW + HOUR, "429", NOW)
    assert kept.get(1).state == "pending"  # type: ignore[union-attr]


def test_what_is_taken_back_between_claim_and_mark_is_not_posted(kept: Deliveries) -> None:
    """What is taken back between claim and mark is not posted."""
    kept.plan(1, [owing()], [], NOW)
    row = kept.claim(NOW, "one", LEASE)
    assert row
    kept.plan(1, [], [owing()], NOW)
    assert not kept.mark_sending(row, NOW, LEASE)


def test_a_held_one_is_posted_when_a_person_says_so(kept: Deliveries) -> None:
    """A held one is posted when a person says so."""
    kept.plan(1, [owing(on_unknown=OnUnknown.HOLD)], [], NOW)
    row = kept.claim(NOW, "one", LEASE)
    assert row
    kept.mark_sending(row, NOW, LEASE)
    kept.unknown(row, NOW, "no answer", NOW)
    kept.settle(row, NOW)
    (held,) = kept.held(1)
    assert held.last_error == "no answer"
    assert kept.release(held, NOW)
    _post(kept)


def test_the_next_look_is_at_what_comes_first(kept: Deliveries) -> None:
    """The next look is at what comes first."""
    assert kept.next_due() is None
    kept.plan(1, [owing("soon", NOW), owing("later", NOW + HOUR)], [], NOW - HOUR)
    assert kept.next_due() == NOW
    kept.claim(NOW, "one", LEASE)
    assert kept.next_due() == NOW + LEASE
    _post(kept, NOW + HOUR)
    assert kept.next_due() == NOW + LEASE


def test_a_message_may_be_owed_at_once_or_later(kept: Deliveries) -> None:
    """A message may be owed at once or later."""
    assert kept.owe(1, "nomination.asked", "member:Eva", {"nomination": 2}, key="nomination:2:asked:Eva", now=NOW)
    assert kept.owe(
        1, "task.told", "member:Eva", {}, key="task:1:told", now=NOW, due=NOW + HOUR, on_unknown=OnUnknown.HOLD
    )
    row = kept.claim(NOW, "one", LEASE)
    assert row
    assert (row.kind, row.target, row.facts) == ("nomination.asked", "member:Eva", {"nomination": 2})
    assert kept.claim(NOW, "one", LEASE) is None


def test_what_is_over_is_forgotten_with_its_events_and_the_rest_stays(connection: Connection, kept: Deliveries) -> None:
    """What is over is forgotten with its events and the rest stays."""
    kept.plan(1, [owing("first")], [], NOW)
    _post(kept)
    kept.plan(1, [owing("second")], [], NOW)
    assert kept.prune(NOW) == 0
    assert kept.prune(NOW + 24 * HOUR) == 1
    assert kept.get(1) is None
    assert kept.events(1) == ()
    assert [row.occurrence for row in kept.pending(1)] == ["second"]
    assert connection.execute(text("SELECT count(*) FROM delivery_event")).scalar() == 1


@pytest.mark.parametrize("wrong", [{"state": "lost"}, {"on_unknown": "maybe"}, {"state": "sent"}, {"network": 9}])
def test_the_database_refuses_what_makes_no_sense(engine: Engine, wrong: dict[str, object]) -> None:
    """The database refuses what makes no sense."""
    row: dict[str, object] = {"network": 1, "dedup_key": "k", "kind": "k", "object": "", "occurrence": ""}
    row |= {"target": "channel", "facts": {}, "local_due": "", "due": 0, "on_unknown": "hold", "state": "pending"}
    row |= {"wanted": True, "fence": 0, "attempts": 0, "doubts": 0, "next_try": 0}
    with engine.connect() as connection:
        connection.execute(insert(deliveries).values(row))
        with pytest.raises(IntegrityError):
            connection.execute(insert(deliveries).values({**row, "dedup_key": "other", **wrong}))


def test_what_was_rolled_back_was_never_owed(engine: Engine) -> None:
    """What was rolled back was never owed."""
    with engine.connect() as connection:
        Deliveries(connection).plan(1, [owing()], [], NOW)
        connection.rollback()
    with engine.connect() as connection:
        assert Deliveries(connection).pending(1) == ()


def _post(kept: Deliveries, now: dt.datetime = NOW) -> None:
    row = kept.claim(now, "one", LEASE)
    assert row
    assert kept.mark_sending(row, now, LEASE)
    assert kept.sent(row, "activity", now)
