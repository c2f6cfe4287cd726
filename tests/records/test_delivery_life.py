"""The life of deliveries in any order of events: nothing lost, nothing doubled without a mark, nothing undone."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.store import open_engine
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow, deliveries, delivery_events
from records.network import found, networks
from records.schema import metadata
from scheduler.delivery import FINAL, FOLLOWS, LEASE, State, Step, rejected, unclear
from scheduler.owed import OnUnknown, Owed
from secretary.network import Network

START = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
NUMBERS = st.integers(0, 5)
SENDERS = st.integers(0, 1)


def owed(number: int) -> Owed:
    """Six things to owe: every second held when in doubt, every third with an end."""
    due = START + number * MINUTE
    expires = due + 10 * MINUTE if number % 3 == 0 else None
    on_unknown = OnUnknown.HOLD if number % 2 else OnUnknown.RESEND
    return Owed("meeting.reminder", f"meeting:{number}", "P1D", "channel", due, due, expires, {}, on_unknown)


class DeliveryLife(RuleBasedStateMachine):
    """Two senders, a clock that jumps, turns that owe and take back, and a connector of ill will."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = open_engine("sqlite://")
        self.connection = self.engine.connect()
        metadata.create_all(self.connection, tables=[networks, deliveries, delivery_events])
        found(self.connection, Network(0, "Nätverket Norrbo"), "tenant", "channel", "{}")
        self.kept = Deliveries(self.connection)
        self.now = START
        self.held: dict[int, DeliveryRow] = {}  # by sender: claimed, not yet marked
        self.sending: dict[int, DeliveryRow] = {}  # by sender: marked, under way
        self.late: list[DeliveryRow] = []  # attempts whose sender was given up, but whose answer may come
        self.posted: Counter[int] = Counter()  # by row: how often it stands in the channel
        self.over: dict[int, str] = {}
        self.wanted: set[int] = set()

    @initialize(numbers=st.sets(NUMBERS))
    def begin(self, numbers: set[int]) -> None:
        """Something is owed from the start."""
        self.wanted |= numbers
        self.kept.plan(1, [owed(number) for number in sorted(numbers)], [], self.now)

    @rule(number=NUMBERS, times=st.integers(1, 2))
    def owe(self, number: int, times: int) -> None:
        """A turn owes something, perhaps twice."""
        self.wanted.add(number)
        for _ in range(times):
            self.kept.plan(1, [owed(number)], [], self.now)

    @rule(number=NUMBERS)
    def take_back(self, number: int) -> None:
        """A turn takes something back."""
        self.wanted.discard(number)
        self.kept.plan(1, [], [owed(number)], self.now)

    @rule(minutes=st.sampled_from([0.5, 1, 5, 60, -5]))
    def jump(self, minutes: float) -> None:
        """Time goes on, or is put back."""
        self.now += minutes * MINUTE

    @rule(sender=SENDERS)
    def claim(self, sender: int) -> None:
        """A sender takes something up; one that held something has been restarted."""
        self.crash(sender)
        row = self.kept.claim(self.now, f"sender {sender}", LEASE)
        if row:
            self.held[sender] = row

    @rule(sender=SENDERS)
    def claim_without_commit(self, sender: int) -> None:
        """A sender dies, or the database goes, before the claim is committed."""
        savepoint = self.connection.begin_nested()
        self.kept.claim(self.now, f"sender {sender}", LEASE)
        savepoint.rollback()

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def mark(self, data: st.DataObject) -> None:
        """A sender marks what it holds, and begins only if that was possible."""
        sender = data.draw(st.sampled_from(sorted(self.held)))
        row = self.held.pop(sender)
        if self.kept.mark_sending(row, self.now, LEASE):
            self.sending[sender] = row

    @precondition(lambda self: self.sending)
    @rule(data=st.data(), answer=st.sampled_from(["accepted", "429", "502", "502 but posted", "404"]))
    def answer(self, data: st.DataObject, answer: str) -> None:
        """The connector answers an attempt."""
        row = self.sending.pop(data.draw(st.sampled_from(sorted(self.sending))))
        if answer == "accepted":
            self.posted[row.id] += 1
            self.kept.sent(row, "activity", self.now)
        elif answer == "502 but posted":
            self.posted[row.id] += 1
            self.step(row, unclear(answer, row.attempts))
        else:
            self.step(row, rejected(int(answer), None, row.attempts))

    def step(self, row: DeliveryRow, step: Step) -> None:
        """Record what an answer leads to."""
        if step.to is State.PENDING:
            self.kept.retry(row, self.now + step.wait, step.why, self.now)
        elif step.to is State.UNKNOWN:
            self.kept.unknown(row, self.now + step.wait, step.why, self.now)
        else:
            self.kept.fail(row, step.why, self.now)

    @rule(sender=SENDERS)
    def crash(self, sender: int) -> None:
        """A sender dies; what it was posting may be posted."""
        self.held.pop(sender, None)
        row = self.sending.pop(sender, None)
        if row:
            self.posted[row.id] += 1
            self.late.append(row)

    @precondition(lambda self: self.late)
    @rule()
    def late_answer(self) -> None:
        """The answer to an attempt comes after its sender was thought to be dead."""
        self.kept.sent(self.late.pop(0), "activity", self.now)

    @rule()
    def sweep(self) -> None:
        """Any process looks after what was left."""
        self.kept.recover(self.now)
        self.kept.expire(self.now)
        for row in self.kept.doubtful(self.now):
            self.kept.settle(row, self.now)

    @rule()
    def release(self) -> None:
        """A person has something held posted again; that is marked by the release."""
        for row in self.kept.held(1)[:1]:
            self.kept.release(row, self.now)

    @invariant()
    def every_step_was_allowed(self) -> None:
        """A row's events are one chain of allowed steps that ends in its state; what is over stays over."""
        for row in self.rows():
            events = self.kept.events(row.id)
            assert events[0][:2] == (None, State.PENDING)
            for (_, before, _), (origin, after, _) in pairwise(events):
                assert origin == before
                assert State(after) in FOLLOWS[State(before)]
            assert events[-1][1] == row.state
            assert row.state == self.over.get(row.id, row.state)
            if State(row.state) in FINAL:
                self.over[row.id] = row.state

    @invariant()
    def nothing_is_doubled_without_a_mark(self) -> None:
        """What stands more than once in the channel was in doubt each time; what is held never by itself."""
        for number in range(6):
            rows = [row for row in self.rows() if row.object == f"meeting:{number}"]
            posted = sum(self.posted[row.id] for row in rows)
            under_way = sum(row.state in ("sending", "sent") for row in rows)
            assert under_way <= 1
            assert posted <= sum(row.doubts for row in rows) + under_way
            if number % 2:
                released = [event for row in rows for event in self.kept.events(row.id) if event[2] == "released"]
                assert posted <= 1 + len(released)

    @invariant()
    def one_row_holds_each_key(self) -> None:
        """However often something is owed and taken back, one row at most waits for it."""
        waiting = Counter(row.object for row in self.rows() if row.state == "pending")
        assert all(count == 1 for count in waiting.values())

    def teardown(self) -> None:
        """In the end the connector is well: whatever was owed came to an end that somebody can see."""
        self.now = max(self.now, START) + 24 * 60 * MINUTE
        for sender in range(2):
            self.crash(sender)
        for _ in range(3):
            self.sweep()
            while row := self.kept.claim(self.now, "the last", LEASE):
                assert self.kept.mark_sending(row, self.now, LEASE)
                assert self.kept.sent(row, "activity", self.now)
        left = {row.state for row in self.rows() if State(row.state) not in FINAL}
        assert left <= {"review"}
        ended = {row.key: row.state for row in self.rows()}
        for number in self.wanted:
            assert ended[owed(number).key] in ("sent", "failed", "expired", "review")
        for row in self.rows():
            assert row.state != "sent" or row.activity_id
            assert row.state != "expired" or row.expires
        self.connection.close()
        self.engine.dispose()

    def rows(self) -> list[DeliveryRow]:
        """Every row there is."""
        rows = []
        while (row := self.kept.get(len(rows) + 1)) is not None:
            rows.append(row)
        return rows


SMALL = settings(
    max_examples=15,
    stateful_step_count=20,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestDeliveryLife = pytest.mark.slow(DeliveryLife.TestCase)
TestDeliveryLife.settings = SMALL
