"""What the loop does for a whole program: digests after a downtime, the pace, and what the secretary is told."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from bot.clock import ToldClock
from bot.connector import Accepted, Address, Outcome, Rejected, Unclear
from bot.delivery import Delivery, sleeper
from bot.migrate import migrate
from bot.owing import TeamsPace, ToSend, plan_network
from bot.past import TheOwings
from bot.store import Store, open_engine
from bot.telling import TellTheSecretary
from bot.wording import Wording
from dialogs.conversation import FOLDER
from dialogs.upcoming import DIGESTED
from language.words import both
from records.deliveries import Deliveries
from records.network import NetworkRecords, found
from secretary.deadline import Deadline, Reminder
from secretary.due import Due
from secretary.meeting import Meeting
from secretary.network import Member, Network, Role
from secretary.task import Task

NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)  # a Monday
DAY = dt.timedelta(days=1)
LANGUAGES = both([FOLDER])
SECRETARY = Member("Gun Ek", Role.SECRETARY, contact="29:gun")


@dataclass
class House:
    """Networks with their channels, a told clock, and a connector that says what it is told to."""

    store: Store
    clock: ToldClock = field(default_factory=lambda: ToldClock(NOW))
    posted: list[tuple[dt.datetime, ToSend]] = field(default_factory=list)
    answers: list[Outcome] = field(default_factory=list)

    def loop(self, **more: Any) -> Delivery[ToSend]:
        """The loop as the program has it."""
        wording = Wording(LANGUAGES, self.clock)
        return Delivery(
            self.store,
            wording,
            self.send,
            self.clock,
            sleeper(self.clock),
            "one",
            digest=wording.late,
            digested=DIGESTED,
            aftermath=TellTheSecretary(),
            **more,
        )

    async def send(self, wanted: ToSend) -> Outcome:
        """Take it, or answer as told."""
        outcome = self.answers.pop(0) if self.answers else None
        await asyncio.sleep(0)
        if outcome is not None:
            return outcome
        self.posted.append((self.clock.now(), wanted))
        return Accepted(f"activity-{len(self.posted)}", "thread")

    def found(self, *things: Any, channel: str = "19:one", tenant: str = "t") -> int:
        """A network with things on record, and everything owed that they make owed."""

        def work(connection: Any) -> int:
            address = msgspec.json.encode(Address("https://x/", tenant, channel, "28:k", channel, "team")).decode()
            network = Network(0, "Nätverket Norrbo", members=(SECRETARY,), confirmed=True)
            number = found(connection, network, tenant, channel, address).number
            records = NetworkRecords(connection, number)
            shelves = {Meeting: "meetings", Task: "tasks", Deadline: "deadlines", Reminder: "reminders"}
            for thing in things:
                getattr(records, shelves[type(thing)]).add(thing)
            plan_network(connection, number, self.clock.now())
            return number

        return self.store.run_now(work)

    def states(self) -> Counter[tuple[str, str]]:
        """How many deliveries of each kind are in each state."""
        rows = self.store.run_now(lambda connection: connection.execute(text("SELECT kind, state FROM delivery")).all())
        return Counter((kind, state) for kind, state in rows)

    def said(self) -> list[str]:
        """Everything that was posted, as text."""
        return [msgspec.json.encode(wanted.activity).decode() for _, wanted in self.posted]


@pytest.fixture
def house() -> Iterator[House]:
    """An empty house."""
    engine = open_engine("sqlite://")
    migrate(engine)
    made = House(Store(engine))
    yield made
    made.store.close()


def reminders(count: int) -> list[Reminder]:
    """Reminders a day apart, from tomorrow on."""
    first = NOW.date() + DAY
    return [Reminder(0, f"sak nummer {n}", first + n * DAY, dt.time(9)) for n in range(count)]


async def test_thirty_days_of_downtime_make_one_message_a_channel_and_every_row_is_accounted_for(house: House) -> None:
    """After thirty days without posting each channel gets one digest, and nothing is left or unaccounted for."""
    for place in range(3):
        things = [Meeting(0, NOW.date() + n * DAY, dt.time(9)) for n in range(2, 28, 7)]
        tasks = [Task(0, f"uppdrag {n}", ("Okänd",), Due(NOW.date() + n * DAY)) for n in (3, 9)]
        deadline = Deadline(0, "ansök", Due(NOW.date() + 40 * DAY))
        house.found(*things, *tasks, deadline, *reminders(28), channel=f"19:{place}")
    owed = sum(house.states().values())
    house.clock.advance(30 * DAY)
    loop = house.loop()
    await loop.deliver_due()
    await loop.deliver_due()
    into_channels = Counter(wanted.address.channel for _, wanted in house.posted if not wanted.contact)
    assert into_channels == {"19:0": 1, "19:1": 1, "19:2": 1}
    states = house.states()
    notices = sum(count for (kind, _), count in states.items() if kind.startswith("delivery."))
    assert sum(states.values()) - notices == owed
    left = {state for _, state in states}
    assert left <= {"sent", "expired", "cancelled", "pending"}
    assert not [one for one in house.store.run_now(lambda c: Deliveries(c).pending(1)) if one.due <= house.clock.now()]
    assert states["reminder.text", "sent"] == 3 * 28
    assert all("sak nummer 27" in said for said in house.said() if "Påminnelser som inte kunde" in said)
    ids = house.store.run_now(
        lambda c: c.execute(
            text("SELECT network, count(DISTINCT activity_id) FROM delivery WHERE kind = 'reminder.text' GROUP BY 1")
        ).all()
    )
    assert [tuple(one) for one in ids] == [(1, 1), (2, 1), (3, 1)]


async def test_three_late_ones_come_each_as_it_is(house: House) -> None:
    """Up to three late ones are posted as they are, and what is only just due is never a digest."""
    house.found(*reminders(3))
    house.clock.advance(10 * DAY)
    assert await house.loop().deliver_due() == 3
    assert len(house.posted) == 3
    many = [Reminder(0, f"nu {n}", house.clock.now().date() + DAY, dt.time(9)) for n in range(6)]
    house.found(*many, channel="19:two")
    house.clock.set(dt.datetime(2027, 1, 22, 8, tzinfo=dt.UTC))
    assert await house.loop().deliver_due() == 6
    assert len(house.posted) == 9


async def test_a_channel_gets_seven_a_second_while_others_are_not_held_up(house: House) -> None:
    """The pace holds one channel up, not the others; the loop says when to look again, and nothing is lost."""
    same = [Reminder(0, f"sak {n}", NOW.date() + DAY, dt.time(9)) for n in range(10)]
    house.found(*same)
    house.found(Reminder(0, "annat", NOW.date() + DAY, dt.time(9)), channel="19:two")
    house.clock.advance(DAY)
    loop = house.loop(pace=TeamsPace())
    assert await loop.deliver_due() == 8
    assert Counter(one.address.channel for _, one in house.posted) == {"19:one": 7, "19:two": 1}
    look = house.store.run_now(loop._next_look)
    assert look == house.clock.now() + dt.timedelta(seconds=1)
    assert await loop.deliver_due() == 0
    house.clock.set(look)
    assert await loop.deliver_due() == 3
    assert {state for _, state in house.states()} == {"sent"}


async def test_what_is_held_is_shown_to_the_secretary_who_decides(house: House) -> None:
    """A held message of unknown outcome becomes a private question with two buttons; each of them settles it."""
    house.found()
    for number in (1, 2):
        house.store.run_now(
            lambda c, n=number: Deliveries(c).owe(
                1, "task.given", "channel", {"task": n}, key=f"x{n}", now=NOW, on_unknown="hold"
            )
        )
        house.store.run_now(lambda c, n=number: NetworkRecords(c, 1).tasks.add(Task(n, f"sak {n}", ("Okänd",))))
    house.answers = [Unclear("no answer"), Unclear("no answer")]
    loop = house.loop()
    await loop.deliver_due()
    house.clock.advance(dt.timedelta(minutes=1))
    await loop.deliver_due()
    await loop.deliver_due()
    assert house.states() == {("task.given", "review"): 2, ("delivery.review", "sent"): 2}
    assert {wanted.contact for _, wanted in house.posted} == {"29:gun"}
    assert all("delivery.posted" in said and "delivery.again" in said for said in house.said())

    def decide(connection: Any) -> list[bool]:
        network = NetworkRecords(connection, 1).network
        owings = TheOwings(connection, network, house.clock.now())
        owings.is_posted(1)
        owings.post_again(2)
        return [owings.held(1) is None, owings.held(2) is None, owings.held(3) is None]

    assert house.store.run_now(decide) == [True, True, True]
    await loop.deliver_due()
    assert house.states()["task.given", "sent"] == 2
    assert len(house.posted) == 3


async def test_what_fails_is_told_to_the_secretary_once(house: House) -> None:
    """What Teams refuses for good is told to the secretary in private, once, and not that it was told in vain."""
    house.found(*reminders(1))
    house.clock.advance(2 * DAY)
    house.answers = [Rejected(400, None, "BadSyntax"), Rejected(400, None, "BadSyntax")]
    loop = house.loop()
    for _ in range(3):
        await loop.deliver_due()
    assert house.states() == {("reminder.text", "failed"): 1, ("delivery.failed", "failed"): 1}


async def test_what_was_missed_is_listed_to_the_secretary(house: House) -> None:
    """Reminders of a meeting that has been are not posted: the secretary gets one list of them."""
    house.found(Meeting(0, NOW.date() + 20 * DAY, dt.time(9)))
    house.clock.advance(60 * DAY)
    loop = house.loop()
    await loop.deliver_due()
    await loop.deliver_due()
    assert [wanted.contact for _, wanted in house.posted] == ["29:gun"]
    assert house.said()[0].count("mötespåminnelse") == 2 * 3  # in the card, and in what stands for it elsewhere


@pytest.mark.parametrize(("status", "code"), [(404, "ConversationNotFound"), (403, "BotNotInConversationRoster")])
async def test_a_channel_that_refuses_the_bot_suspends_its_network(house: House, status: int, code: str) -> None:
    """A deleted channel or a removed bot: nothing more is owed there, the secretary is told, others go on."""
    house.found(*reminders(5))
    house.found(*reminders(1), channel="19:two")
    house.clock.advance(DAY)
    house.answers = [Rejected(status, None, code)]
    loop = house.loop()
    await loop.deliver_due()
    await loop.deliver_due()
    assert not house.store.run_now(lambda c: NetworkRecords(c, 1).network.active)
    assert house.store.run_now(lambda c: NetworkRecords(c, 2).network.active)
    assert house.states()["delivery.suspended", "sent"] == 1
    assert house.states()["reminder.text", "cancelled"] == 4
    assert [(one.contact, one.address.channel) for _, one in house.posted] == [("", "19:two"), ("29:gun", "19:one")]
    house.clock.advance(30 * DAY)
    await loop.deliver_due()
    assert len(house.posted) == 2


async def test_our_own_refusal_to_send_somewhere_suspends_nothing(house: House) -> None:
    """A host that we do not send to is a mistake in the settings, not a removed bot."""
    house.found(*reminders(1))
    house.clock.advance(2 * DAY)
    house.answers = [Rejected(403, None, "ServiceHostNotAllowed")]
    await house.loop().deliver_due()
    assert house.store.run_now(lambda c: NetworkRecords(c, 1).network.active)
