"""Posting what is owed: claimed, worded, marked, posted, recorded; each step survives a crash after it."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection

from bot.aftermath import Aftermath, Nothing
from bot.clock import Clock
from bot.connector import Accepted, Outcome, Rejected, Unclear
from bot.crash_points import crash_point
from bot.lanes import AnyPace, Lanes
from bot.logs import facts
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow
from scheduler.delivery import KEPT, LATE, LEASE, MOST_LATE, PATIENCE, State, Step, rejected, unclear, unworded

log = logging.getLogger(__name__)
Message = TypeVar("Message")
Result = TypeVar("Result")
AFTER_TROUBLE = dt.timedelta(seconds=5)
WORKERS = 32
TOGETHER = 0.005  # seconds
LOOK_AGAIN = 0.5  # seconds, while something is under way


def _always(_connection: Connection) -> bool:
    return True


class Writer(Protocol):
    """Runs work on the database."""

    async def run(self, work: Callable[[Connection], Result]) -> Result:
        """What the work gave, once its transaction is committed."""
        ...


@dataclass(frozen=True)
class _Marked(Generic[Message]):
    """Rows that one attempt is for, which may begin."""

    rows: tuple[DeliveryRow, ...]
    message: Message


class Delivery(Generic[Message]):
    """The loop that posts. Any number of loops share the work, in one process or in several.

    `word` says what a delivery reads now, or None when it is no longer wanted; it runs in the transaction of the
    claim. `digest` says several late ones for one receiver as one message, of kinds that can be `digested`. `send`
    posts; trouble on the way is an outcome. `sleep_until` returns at a moment, or never for None. One receiver gets
    one message after the other, and several receivers get theirs at once, as fast as the `pace` allows. While the
    clock is not `trusted`, nothing is posted, given up or decided. `aftermath` hears of what came of it.
    """

    def __init__(
        self,
        writer: Writer,
        word: Callable[[Connection, DeliveryRow], Message | None],
        send: Callable[[Message], Awaitable[Outcome]],
        clock: Clock,
        sleep_until: Callable[[dt.datetime | None], Awaitable[None]],
        owner: str,
        *,
        trusted: Callable[[Connection], bool] = _always,
        digest: Callable[[Connection, tuple[DeliveryRow, ...]], Message | None] | None = None,
        digested: Collection[str] = (),
        pace: AnyPace[Message] | None = None,
        aftermath: Aftermath[Message] | None = None,
        workers: int = WORKERS,
    ) -> None:
        self._writer = writer
        self._trusted = trusted
        self._word = word
        self._digest = digest
        self._digested = digested
        self._send = send
        self._clock = clock
        self._sleep_until = sleep_until
        self._owner = owner
        self._aftermath: Aftermath[Message] = aftermath or Nothing()
        self._workers = workers
        self._lanes: Lanes[Message] = Lanes(pace)
        self._one_at_a_time = asyncio.Lock()
        self._recording = asyncio.Lock()
        self._woken = asyncio.Event()
        self._unrecorded: list[tuple[_Marked[Message], Outcome]] = []

    def wake(self) -> None:
        """Look again now: something was owed, or the clock was moved. To be called in the loop's own thread."""
        self._woken.set()

    async def run_forever(self) -> None:
        """Post what is due, wait for the next moment, and so on until cancelled; trouble is waited out."""
        while True:
            self._woken.clear()
            try:
                await self.deliver_due()
                next_look = await self._writer.run(self._next_look)
            except Exception:
                log.exception("deliveries stopped for a moment")
                next_look = self._clock.now() + AFTER_TROUBLE
            await self._wait(next_look)

    async def deliver_due(self) -> int:
        """Post everything that is due now and that the pace allows, by moment; how many were posted."""
        async with self._one_at_a_time:
            await self._record_outcomes()
            await self._writer.run(self._recover)
            running: dict[asyncio.Task[int], DeliveryRow] = {}
            posted = 0
            try:
                while True:
                    work = partial(self._take_up, most=self._workers - len(running), running=tuple(running.values()))
                    for marked in await self._writer.run(work):
                        running[asyncio.create_task(self._attempt(marked))] = marked.rows[0]
                    if not running:
                        return posted
                    await asyncio.wait(running, timeout=LOOK_AGAIN, return_when=asyncio.FIRST_COMPLETED)
                    done, _ = await asyncio.wait(running, timeout=TOGETHER)  # what is recorded together ends together
                    for task in done:
                        del running[task]
                    posted += sum([task.result() for task in done])
            except asyncio.CancelledError:
                for task in running:
                    task.cancel()  # what is posted and not recorded is in doubt
                raise
            finally:
                await asyncio.gather(*running, return_exceptions=True)

    async def recover(self) -> None:
        """Free what a lost sender held, give up what is too late, and decide about what is doubtful."""
        async with self._one_at_a_time:
            await self._record_outcomes()
            await self._writer.run(self._recover)

    async def begin_alone(self) -> None:
        """Free everything that a process before this one held; only for one who has the database alone."""
        await self._writer.run(self._free_everything)

    def _free_everything(self, connection: Connection) -> None:
        if self._trusted(connection):
            Deliveries(connection).recover(self._clock.now(), lease=LEASE)

    async def prune(self) -> None:
        """Forget what was over long ago."""
        await self._writer.run(self._prune)

    def _prune(self, connection: Connection) -> None:
        if self._trusted(connection):
            Deliveries(connection).prune(self._clock.now() - KEPT)

    def _next_look(self, connection: Connection) -> dt.datetime | None:
        now = self._clock.now()
        if not self._trusted(connection):
            return now + AFTER_TROUBLE
        waits = [Deliveries(connection).next_due(self._lanes.closed(now)), self._lanes.next_opening(now)]
        return min((one for one in waits if one is not None), default=None)

    def _recover(self, connection: Connection) -> None:
        if not self._trusted(connection):
            return
        deliveries = Deliveries(connection)
        now = self._clock.now()
        lost = deliveries.recover(now)
        expired = deliveries.expire(now)
        doubtful = deliveries.doubtful(now)
        for row in doubtful:
            deliveries.settle(row, now)
        self._aftermath.held(connection, tuple(row for row in doubtful if row.on_unknown == "hold"), now)
        self._aftermath.missed(connection, expired, now)
        if lost or expired or doubtful:
            told = facts(lost=lost, expired=len(expired), doubtful=len(doubtful))
            log.warning("deliveries recovered", extra=told)

    def _take_up(self, connection: Connection, most: int, running: tuple[DeliveryRow, ...]) -> list[_Marked[Message]]:
        """Claim, word and mark, committed together, so that the marks stand before the attempts begin."""
        found: list[_Marked[Message]] = []
        self._lanes.begin(running)
        if not self._trusted(connection):
            return found
        taken = self._lanes.closed(self._clock.now())
        while len(found) < most:
            claim = connection.begin_nested()
            row = Deliveries(connection).claim(self._clock.now(), self._owner, LEASE, taken)
            if row is None:
                claim.commit()
                break
            marked = self._marked(connection, row)
            if marked is None:
                claim.commit()
            elif self._lanes.take(marked.rows[0], marked.message, self._clock.now()):
                claim.commit()
                found.append(marked)
            else:
                claim.rollback()
            taken = self._lanes.closed(self._clock.now())
        crash_point("delivery.claimed")
        return found

    def _marked(self, connection: Connection, row: DeliveryRow) -> _Marked[Message] | None:
        """The claimed row worded and marked, with others that are late for the same receiver; None when settled."""
        deliveries = Deliveries(connection)
        now = self._clock.now()
        rows: tuple[DeliveryRow, ...] = (row,)
        words = connection.begin_nested()
        try:
            message = self._late_ones(connection, row)
            if message is None:
                alone = self._word(connection, row)
                message = None if alone is None else (rows, alone)
            words.commit()
        except Exception as mistake:
            words.rollback()
            log.exception("a delivery could not be worded", extra=facts(delivery=row.id, kind=row.kind))
            self._step(connection, row, None, unworded(type(mistake).__name__, row.attempts))
            return None
        if message is None:
            deliveries.cancel(row, "nothing to say any more", now)
            return None
        rows, said = message
        marked = tuple(one for one in rows if deliveries.mark_sending(one, now, LEASE))
        return _Marked(marked, said) if marked else None

    def _late_ones(self, connection: Connection, row: DeliveryRow) -> tuple[tuple[DeliveryRow, ...], Message] | None:
        """One message for everything that is long overdue for a receiver, when there is much of it."""
        now = self._clock.now()
        deliveries = Deliveries(connection)
        late = now - LATE
        if self._digest is None or row.due > late or row.kind not in self._digested or row.on_unknown == "hold":
            return None
        if deliveries.waiting(row, now, late, self._digested) + 1 < MOST_LATE:
            return None
        attempt = connection.begin_nested()
        rows = (row, *deliveries.claim_more(row, now, self._owner, LEASE, late, self._digested))
        message = self._digest(connection, rows)
        if message is None:
            attempt.rollback()
            return None
        attempt.commit()
        return rows, message

    async def _attempt(self, marked: _Marked[Message]) -> int:
        """Post and record the outcome; how many were posted."""
        crash_point("delivery.marked")
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                outcome = await self._send(marked.message)
        except Exception as trouble:
            row = marked.rows[0]
            log.exception("a delivery was not sent as it should", extra=facts(delivery=row.id, kind=row.kind))
            outcome = Unclear(type(trouble).__name__)
        crash_point("delivery.posted")
        self._unrecorded.append((marked, outcome))
        await self._record_outcomes()
        crash_point("delivery.recorded")
        return len(marked.rows) if isinstance(outcome, Accepted) else 0

    async def _record_outcomes(self) -> None:
        """Record all that is known together; what the database would not take is kept for the next time."""
        async with self._recording:
            known = tuple(self._unrecorded)
            if known:
                await self._writer.run(partial(self._record_all, known=known))
                del self._unrecorded[: len(known)]

    def _record_all(self, connection: Connection, *, known: tuple[tuple[_Marked[Message], Outcome], ...]) -> None:
        for marked, outcome in known:
            for row in marked.rows:
                self._record(connection, row, marked.message, outcome)

    def _record(self, connection: Connection, row: DeliveryRow, message: Message, outcome: Outcome) -> None:
        match outcome:
            case Accepted(activity_id=activity_id):
                if Deliveries(connection).sent(row, activity_id, self._clock.now()):
                    self._aftermath.accepted(connection, row, message, outcome)
            case Rejected(status=status, retry_after=seconds, code=code):
                retry_after = None if seconds is None else dt.timedelta(seconds=seconds)
                self._step(connection, row, message, rejected(status, retry_after, row.attempts, code))
            case Unclear(why=why):
                self._step(connection, row, message, unclear(why, row.attempts))

    def _step(self, connection: Connection, row: DeliveryRow, message: Message | None, step: Step) -> None:
        now = self._clock.now()
        deliveries = Deliveries(connection)
        if step.to is State.PENDING:
            deliveries.retry(row, now + step.wait, step.why, now)
        elif step.to is State.UNKNOWN:
            deliveries.unknown(row, now + step.wait, step.why, now)
        elif deliveries.fail(row, step.why, now):
            self._aftermath.failed(connection, row, message, step.why, now)
        told = facts(delivery=row.id, kind=row.kind, to=step.to, why=step.why, attempts=row.attempts)
        log.warning("a delivery was not posted", extra=told)

    async def _wait(self, moment: dt.datetime | None) -> None:
        """Until the moment, or until woken."""
        waits = [asyncio.ensure_future(self._sleep_until(moment)), asyncio.ensure_future(self._woken.wait())]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()


def sleeper(
    clock: Clock, longest: dt.timedelta = dt.timedelta(seconds=15)
) -> Callable[[dt.datetime | None], Awaitable[None]]:
    """A `sleep_until` that asks the clock again and again, because clocks are moved and machines suspended."""

    async def sleep_until(moment: dt.datetime | None) -> None:
        while moment is None or moment > clock.now():
            left = longest if moment is None else min(longest, moment - clock.now())
            await asyncio.sleep(left.total_seconds())

    return sleep_until
