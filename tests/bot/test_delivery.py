"""The loop that posts: everything owed is posted once, whatever the connector answers and wherever it dies."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

import pytest
from sqlalchemy import Connection, text

from bot.connector import Accepted, Outcome, Rejected, Unclear
from bot.delivery import Delivery, sleeper
from bot.store import Store, open_engine
from records.delivery_table import DeliveryRow
from scheduler.delivery import LEASE
from scheduler.owed import OnUnknown, Owed

from .delivery_support import HOUR, NOW, SECOND, Answer, Bench, Failing, a_bench, reminder


@pytest.fixture
def bench(database_url: str) -> Iterator[Bench]:
    """A bench with an empty database."""
    with a_bench(database_url) as made:
        yield made


async def test_what_is_due_is_posted_in_order_and_the_rest_waits(bench: Bench) -> None:
    """What is due is posted in order and the rest waits."""
    bench.owe(reminder("second"), reminder("first", NOW - HOUR), reminder("third", NOW + HOUR))
    loop = bench.loop()
    assert await loop.deliver_due() == 2
    assert bench.channel.posted == ["first 1", "second 1"]
    assert await loop.deliver_due() == 0
    bench.clock.advance(HOUR)
    assert await loop.deliver_due() == 1
    assert bench.channel.posted[2:] == ["third 1"]
    assert bench.steps(1) == ["pending", "leased", "sending", "sent"]


async def test_the_mark_is_committed_before_the_attempt(bench: Bench) -> None:
    """The mark is committed before the attempt."""
    seen: list[str] = []

    async def look() -> Outcome:
        seen.append(await asyncio.to_thread(bench.state))
        return Accepted("activity", "thread")

    bench.channel.answers.append(look)
    bench.owe(reminder())
    await bench.loop().deliver_due()
    assert seen == ["sending"]


async def test_many_loops_share_the_work_and_post_each_once(bench: Bench) -> None:
    """Many loops share the work and post each once."""
    bench.owe(*(reminder(f"number-{n:02}", NOW - n * SECOND) for n in range(40)))
    other = Bench(Store(open_engine(bench.url)), bench.clock, bench.channel)
    loops = [bench.loop("one"), bench.loop("two"), other.loop("of another process")]
    posted = await asyncio.gather(*(loop.deliver_due() for loop in [*loops, *loops]))
    other.store.close()
    assert sum(posted) == 40
    assert len(set(bench.channel.posted)) == len(bench.channel.tried) == 40


async def test_what_came_due_while_nobody_ran_is_posted_at_the_restart(bench: Bench) -> None:
    """What came due while nobody ran is posted at the restart."""
    bench.owe(reminder(due=NOW + HOUR))
    await bench.loop().deliver_due()
    bench.clock.advance(48 * HOUR)
    again = Store(open_engine(bench.url))
    try:
        later = Bench(again, bench.clock, bench.channel)
        assert await later.loop("after the restart").deliver_due() == 1
    finally:
        again.close()
    assert bench.channel.posted == ["P7D 1"]


async def test_what_is_too_late_is_never_posted(bench: Bench) -> None:
    """What is too late is never posted."""
    bench.owe(reminder(expires=NOW + HOUR))
    bench.clock.advance(HOUR)
    assert await bench.loop().deliver_due() == 0
    assert bench.state() == "expired"
    assert bench.channel.tried == []


async def test_too_many_messages_are_tried_again_after_the_wait_that_was_asked_for(bench: Bench) -> None:
    """Too many messages are tried again after the wait that was asked for."""
    bench.channel.answers.append(Rejected(429, 30.0, "Throttled"))
    bench.owe(reminder())
    loop = bench.loop()
    assert await loop.deliver_due() == 0
    bench.clock.advance(29 * SECOND)
    assert await loop.deliver_due() == 0
    bench.clock.advance(SECOND)
    assert await loop.deliver_due() == 1
    assert bench.steps() == ["pending", "leased", "sending", "pending", "leased", "sending", "sent"]


async def test_a_refused_one_that_is_taken_back_meanwhile_is_not_tried_again(bench: Bench) -> None:
    """A refused one that is taken back meanwhile is not tried again."""

    async def moved() -> Outcome:
        await asyncio.to_thread(bench.take_back, reminder())
        return Rejected(429, None, "")

    bench.channel.answers.append(moved)
    bench.owe(reminder())
    await bench.loop().deliver_due()
    assert bench.state() == "cancelled"


@pytest.mark.parametrize(
    "answer",
    [
        Unclear("no answer"),
        Rejected(502, None, ""),
        Rejected(412, None, ""),
        TimeoutError(),
        ValueError("a mistake"),
    ],
    ids=repr,
)
@pytest.mark.parametrize(("on_unknown", "end"), [(OnUnknown.RESEND, "sent"), (OnUnknown.HOLD, "review")])
async def test_an_unclear_answer_is_marked_and_then_the_kind_decides(
    bench: Bench, answer: Answer, on_unknown: OnUnknown, end: str
) -> None:
    """An unclear answer is marked and then the kind decides."""
    bench.channel.answers.append(answer)
    bench.owe(reminder(on_unknown=on_unknown))
    loop = bench.loop()
    assert await loop.deliver_due() == 0
    assert bench.state() == "unknown"
    assert await loop.deliver_due() == 0
    bench.clock.advance(2 * SECOND)
    assert await loop.deliver_due() == (end == "sent")
    assert bench.state() == end
    assert "unknown" in bench.steps()


async def test_a_send_that_hangs_is_given_up(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A send that hangs is given up."""
    monkeypatch.setattr("bot.delivery.PATIENCE", dt.timedelta(milliseconds=5))

    async def hang() -> Outcome:
        await asyncio.Event().wait()
        return Unclear("never")

    bench.channel.answers.append(hang)
    bench.owe(reminder())
    await bench.loop().deliver_due()
    assert bench.state() == "unknown"


@pytest.mark.parametrize("accepted", [True, False])
@pytest.mark.parametrize(("on_unknown", "end"), [(OnUnknown.RESEND, "sent"), (OnUnknown.HOLD, "review")])
async def test_a_loop_that_dies_during_the_attempt_is_found_out(
    bench: Bench, accepted: bool, on_unknown: OnUnknown, end: str
) -> None:
    """A loop that dies during the attempt is found out."""
    bench.owe(reminder(on_unknown=on_unknown))
    under_way = asyncio.Event()

    async def die(message: str) -> Outcome:
        if accepted:
            bench.channel.posted.append(message)
        under_way.set()
        await asyncio.Event().wait()
        return Unclear("never")

    dying = asyncio.create_task(bench.loop("dying", die).deliver_due())
    await under_way.wait()
    dying.cancel()
    with suppress(asyncio.CancelledError):
        await dying
    other = bench.loop("other")
    assert await other.deliver_due() == 0
    assert bench.state() == "sending"
    bench.clock.advance(LEASE)
    await other.deliver_due()
    assert bench.state() == end
    assert bench.steps()[:4] == ["pending", "leased", "sending", "unknown"]
    assert len(bench.channel.posted) == accepted + (end == "sent")


@pytest.mark.parametrize("on_unknown", OnUnknown)
async def test_an_answer_that_cannot_be_recorded_is_recorded_later(bench: Bench, on_unknown: OnUnknown) -> None:
    """An answer that cannot be recorded at once is recorded later, and nothing is posted twice."""
    bench.owe(reminder(on_unknown=on_unknown))
    failing = Failing(bench.store, 2)
    loop = Delivery(failing, bench.word, bench.channel.send, bench.clock, sleeper(bench.clock), "one")
    with pytest.raises(ConnectionError):
        await loop.deliver_due()
    assert bench.state() == "sending"
    bench.clock.advance(LEASE)
    failing.left = 9
    assert await loop.deliver_due() == 0
    assert bench.state() == "sent"
    assert bench.channel.posted == ["P7D 1"]


async def test_an_answer_that_is_never_recorded_leaves_doubt(bench: Bench) -> None:
    """An answer that is lost with its loop leaves doubt, and what is held is not posted again."""
    bench.owe(reminder(on_unknown=OnUnknown.HOLD))
    failing = Failing(bench.store, 2)
    loop = Delivery(failing, bench.word, bench.channel.send, bench.clock, sleeper(bench.clock), "one")
    with pytest.raises(ConnectionError):
        await loop.deliver_due()
    bench.clock.advance(LEASE)
    await bench.loop("other").deliver_due()
    assert bench.state() == "review"
    assert bench.channel.posted == ["P7D 1"]


async def test_a_clock_moved_during_the_attempt_leaves_no_doubt(bench: Bench) -> None:
    """A clock that is moved while a message is under way leaves no doubt in a process that is alive."""
    loop = bench.loop()
    sweeps: list[asyncio.Task[None]] = []

    async def moved() -> Outcome:
        bench.clock.advance(24 * HOUR)
        sweeps.append(asyncio.create_task(loop.recover()))
        await asyncio.to_thread(bench.state)
        return Accepted("activity", "thread")

    bench.channel.answers.append(moved)
    bench.owe(reminder())
    await loop.deliver_due()
    await sweeps[0]
    assert bench.steps() == ["pending", "leased", "sending", "sent"]


async def test_what_is_refused_for_good_fails_and_does_not_stop_the_next(bench: Bench) -> None:
    """What is refused for good fails and does not stop the next."""
    bench.channel.answers.append(Rejected(404, None, "ConversationNotFound"))
    bench.owe(reminder("gone", NOW - HOUR), reminder("fine"))
    assert await bench.loop().deliver_due() == 1
    assert [bench.state(1), bench.state(2)] == ["failed", "sent"]


async def test_what_has_nothing_to_say_any_more_is_cancelled(bench: Bench) -> None:
    """What has nothing to say any more is cancelled."""
    bench.unwanted.add("P7D")
    bench.owe(reminder(), reminder("P1D"))
    assert await bench.loop().deliver_due() == 1
    assert bench.state(1) == "cancelled"


async def test_a_mistake_in_the_words_fails_in_the_end_and_does_not_stop_the_next(bench: Bench) -> None:
    """A mistake in the words fails in the end and does not stop the next."""
    broken = Owed("meeting.reminder", "meeting:2", "P7D", "channel", NOW.replace(tzinfo=None), NOW - HOUR)
    bench.owe(broken, reminder("fine"))
    loop = bench.loop()
    assert await loop.deliver_due() == 1
    assert bench.state(1) == "pending"
    for _ in range(6):
        bench.clock.advance(HOUR)
        await loop.deliver_due()
    assert bench.state(1) == "failed"
    assert bench.channel.posted == ["fine 1"]


async def test_what_the_words_wrote_before_their_mistake_is_undone(bench: Bench) -> None:
    """What the words wrote before their mistake is undone."""

    def word(connection: Connection, row: DeliveryRow) -> str | None:
        connection.execute(text("UPDATE network SET address = 'spoilt'"))
        raise LookupError(row.kind)

    bench.owe(reminder())
    await Delivery(bench.store, word, bench.channel.send, bench.clock, sleeper(bench.clock), "one").deliver_due()
    address = bench.store.run_now(lambda connection: connection.execute(text("SELECT address FROM network")).scalar())
    assert address == "{}"
