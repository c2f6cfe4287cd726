"""Posting what is owed: claimed, worded, marked, posted, recorded; each step survives a crash after it."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection

from bot.clock import Clock
from bot.connector import Accepted, Outcome, Rejected, Unclear
from bot.logs import facts
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow
from scheduler.delivery import KEPT, LEASE, PATIENCE, State, Step, rejected, unclear, unworded

log = logging.getLogger(__name__)
Message = TypeVar("Message")
Result = TypeVar("Result")
AFTER_TROUBLE = dt.timedelta(seconds=5)


def _always(_connection: Connection) -> bool:
    return True


class Writer(Protocol):
    """Runs work on the database."""

    async def run(self, work: Callable[[Connection], Result]) -> Result:
        """What the work gave, once its transaction is committed."""
        ...


@dataclass(frozen=True)
class _Marked(Generic[Message]):
    """A row whose attempt may begin; without a message it was settled without one."""

    row: DeliveryRow
    message: Message | None


class Delivery(Generic[Message]):
    """The loop that posts. Any number of loops share the work, in one process or in several.

    `word` says what a delivery reads now, or None when it is no longer wanted; it runs in the transaction of the
    claim. `send` posts; trouble on the way is an outcome. `sleep_until` returns at a moment, or never for None.
    While the clock is not `trusted`, nothing is posted, given up or decided.
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
    ) -> None:
        self._writer = writer
        self._trusted = trusted
        self._word = word
        self._send = send
        self._clock = clock
        self._sleep_until = sleep_until
        self._owner = owner
        self._one_at_a_time = asyncio.Lock()
        self._woken = asyncio.Event()
        self._unrecorded: list[tuple[DeliveryRow, Outcome]] = []

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
        """Post everything that is due now, one after the other by moment; how many were posted."""
        async with self._one_at_a_time:
            await self._record_outcomes()
            await self._writer.run(self._recover)
            posted = 0
            while (marked := await self._writer.run(self._take_up)) is not None:
                if marked.message is not None:
                    posted += await self._attempt(marked.row, marked.message)
            return posted

    async def recover(self) -> None:
        """Free what a lost sender held, give up what is too late, and decide about what is doubtful."""
        async with self._one_at_a_time:
            await self._record_outcomes()
            await self._writer.run(self._recover)

    async def prune(self) -> None:
        """Forget what was over long ago."""
        await self._writer.run(self._prune)

    def _prune(self, connection: Connection) -> None:
        if self._trusted(connection):
            Deliveries(connection).prune(self._clock.now() - KEPT)

    def _next_look(self, connection: Connection) -> dt.datetime | None:
        if not self._trusted(connection):
            return self._clock.now() + AFTER_TROUBLE
        return Deliveries(connection).next_due()

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
        if lost or expired or doubtful:
            log.warning("deliveries recovered", extra=facts(lost=lost, expired=expired, doubtful=len(doubtful)))

    def _take_up(self, connection: Connection) -> _Marked[Message] | None:
        """Claim, word and mark, committed together, so that the mark stands before the attempt begins."""
        if not self._trusted(connection):
            return None
        deliveries = Deliveries(connection)
        row = deliveries.claim(self._clock.now(), self._owner, LEASE)
        if row is None:
            return None
        words = connection.begin_nested()
        try:
            message = self._word(connection, row)
            words.commit()
        except Exception as mistake:
            words.rollback()
            log.exception("a delivery could not be worded", extra=facts(delivery=row.id, kind=row.kind))
            self._step(deliveries, row, unworded(type(mistake).__name__, row.attempts))
            return _Marked(row, None)
        if message is None:
            deliveries.cancel(row, "nothing to say any more", self._clock.now())
        elif not deliveries.mark_sending(row, self._clock.now(), LEASE):
            message = None
        return _Marked(row, message)

    async def _attempt(self, row: DeliveryRow, message: Message) -> bool:
        """Post and record the outcome; whether it was posted."""
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                outcome = await self._send(message)
        except Exception as trouble:
            log.exception("a delivery was not sent as it should", extra=facts(delivery=row.id, kind=row.kind))
            outcome = Unclear(type(trouble).__name__)
        self._unrecorded.append((row, outcome))
        await self._record_outcomes()
        return isinstance(outcome, Accepted)

    async def _record_outcomes(self) -> None:
        """Record what is known; what the database would not take is kept for the next time."""
        while self._unrecorded:
            row, outcome = self._unrecorded[0]
            await self._writer.run(partial(self._record, row=row, outcome=outcome))
            del self._unrecorded[0]

    def _record(self, connection: Connection, *, row: DeliveryRow, outcome: Outcome) -> None:
        deliveries = Deliveries(connection)
        match outcome:
            case Accepted(activity_id=activity_id):
                deliveries.sent(row, activity_id, self._clock.now())
            case Rejected(status=status, retry_after=seconds, code=code):
                retry_after = None if seconds is None else dt.timedelta(seconds=seconds)
                self._step(deliveries, row, rejected(status, retry_after, row.attempts, code))
            case Unclear(why=why):
                self._step(deliveries, row, unclear(why, row.attempts))

    def _step(self, deliveries: Deliveries, row: DeliveryRow, step: Step) -> None:
        now = self._clock.now()
        if step.to is State.PENDING:
            deliveries.retry(row, now + step.wait, step.why, now)
        elif step.to is State.UNKNOWN:
            deliveries.unknown(row, now + step.wait, step.why, now)
        else:
            deliveries.fail(row, step.why, now)
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
