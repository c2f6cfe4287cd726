"""Turns on PostgreSQL: the same conversation as on SQLite, and several replicas that hear members at once."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.replay.command import played
from bot.store import Store, open_engine
from records import memory

from .room_support import ANNA, BO, DAN, EVA, Room, heard, is_bug, room

CONVERSATION = """clock 2027-03-01 09:00 Europe/Stockholm
network Nätverket Norrbo | NN | sv
member Bo Ek | secretary | Falun | sv
member Anna Berg | member | Mora | sv
member Eva Sten | chair | Leksand | en

Bo> boka möte fredag 19 mars kl 9-11
Anna> lägg till punkt Budget 2027, föredragande Anna Berg, 15 min
Anna> visa dagordningen
Anna> ångra
Eva> add agenda item Winter roads
Bo> påminn oss på onsdag kl 8 om enkäten
Anna~ det här hör inte Kansli
Bo> vi söker tre personer till styrgruppen, senast den 10 mars
Bo> ställ in nästa möte
... until 2027-03-12 09:00
Eva> what is coming?
"""

TITLES = [
    f"{what} i {where}"
    for what in ("Skolskjuts", "Snöröjning", "Hemtjänst", "Bredband")
    for where in ("Falun", "Mora", "Leksand")
]

pytestmark = pytest.mark.slow


@pytest.fixture
def on_postgresql(postgres_url: str) -> Iterator[Room]:
    """A network with a meeting, its records in PostgreSQL."""
    with room(url=postgres_url) as made:
        asyncio.run(_begun(made))
        yield made


async def _begun(made: Room) -> None:
    await made.join()
    assert not is_bug(await made.say(BO, "boka möte fredag 19 februari kl 9-11"))


def test_a_conversation_goes_the_same_way_on_both(postgres_url: str) -> None:
    """Every answer, post and card, word for word."""
    here, _ = asyncio.run(played(CONVERSATION))
    there, _ = asyncio.run(played(CONVERSATION, database=postgres_url))
    assert there.text == here.text
    assert here.bugs == there.bugs == 0
    assert "Påminnelse" in here.text


async def _replicas(made: Room, url: str, said: list[tuple[str, str]]) -> list[str]:
    """Several programs on one database, each with its own connections, hear everything at once."""
    stores = [Store(open_engine(url)) for _ in range(3)]
    try:
        turns = []
        for store in stores:
            one = Room(store, (BO, ANNA, DAN, EVA))
            turns.append(one.turns)
        activities = [made.said(who, words) for who, words in said]
        answers = await asyncio.gather(
            *(turns[place % len(turns)].receive(activity) for place, activity in enumerate(activities))
        )
    finally:
        for store in stores:
            store.close()
    return [heard(answer) for answer in answers]


def test_what_members_say_at_once_to_several_replicas_is_all_kept(on_postgresql: Room, postgres_url: str) -> None:
    """Twelve items to three replicas: all on the agenda, each told its own number, the journal's chain whole."""
    people = (BO, ANNA, DAN, EVA)
    said = [(people[place % 4], f"lägg till punkt {title}") for place, title in enumerate(TITLES)]
    answers = asyncio.run(_replicas(on_postgresql, postgres_url, said))
    assert not any(is_bug(answer) for answer in answers)
    meeting = on_postgresql.read(lambda records: records.meetings.all()[0])
    titles = [item.title for item in meeting.items]
    assert set(TITLES) <= set(titles), answers
    told = {answer.split(" är punkt ")[1].split(" ")[0] for answer in answers}
    assert len(told) == len(TITLES)
    assert on_postgresql.verified()


def test_one_message_to_several_replicas_is_one_change(on_postgresql: Room, postgres_url: str) -> None:
    """Teams says it again when it has waited too long: one change, one answer."""
    activity = on_postgresql.said(ANNA, "lägg till punkt En enda")
    stores = [Store(open_engine(postgres_url)) for _ in range(3)]

    async def at_once() -> list[str]:
        turns = [Room(store, (BO, ANNA)).turns for store in stores]
        return [heard(one) for one in await asyncio.gather(*(one.receive(activity) for one in turns))]

    answers = asyncio.run(at_once())
    for store in stores:
        store.close()
    assert sorted(bool(answer) for answer in answers) == [False, False, True]
    meeting = on_postgresql.read(lambda records: records.meetings.all()[0])
    assert [item.title for item in meeting.items].count("En enda") == 1


def test_an_answer_that_a_lost_replica_owes_is_given_once(on_postgresql: Room, postgres_url: str) -> None:
    """Not while its replica may be sending it; then by one of the others, whoever looks first."""
    within = dt.timedelta(minutes=2)
    asyncio.run(on_postgresql.say(ANNA, "visa dagordningen"))
    stores = [Store(open_engine(postgres_url)) for _ in range(3)]

    async def all_look() -> int:
        rooms = [Room(store, (BO, ANNA)) for store in stores]
        for one in rooms:
            one.clock.set(on_postgresql.clock.now())
        return sum(await asyncio.gather(*(one.turns.owe_unsent(within) for one in rooms)))

    owed = len(on_postgresql.store.run_now(memory.unsent_answers))
    assert owed >= 1
    assert asyncio.run(all_look()) == 0
    on_postgresql.clock.advance(within + within)
    assert asyncio.run(all_look()) == owed
    assert asyncio.run(all_look()) == 0
    assert on_postgresql.store.run_now(memory.unsent_answers) == ()
    for store in stores:
        store.close()


@pytest.mark.parametrize(
    "words",
    [
        "lägg till punkt Noll\x00tecken",
        "påminn oss på fredag kl 8 om noll\x00tecken",
        "\x00",
        "lägg till punkt 😀 å ä ö",
    ],
)
def test_no_text_is_too_strange(on_postgresql: Room, words: str) -> None:
    """What SQLite keeps, PostgreSQL keeps or it is left out: never a failure."""
    assert not is_bug(asyncio.run(on_postgresql.say(BO, words)))


def test_what_is_longer_than_ids_are_is_no_failure(on_postgresql: Room, tmp_path: Path) -> None:
    """PostgreSQL holds a column to its length, SQLite does not: both take what Teams may send."""
    activity = on_postgresql.said(BO, "visa dagordningen")
    activity["id"] = "1" * 190
    activity["conversation"]["id"] += "x" * 220
    answer = asyncio.run(on_postgresql.turns.receive(activity))
    assert not is_bug(heard(answer))
