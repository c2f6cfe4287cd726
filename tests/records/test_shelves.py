"""The law of `secretary.ports`, held by every database: numbers, reading back, searching, and what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from bot.store import open_engine
from records import network as networks
from records.network import KINDS, NetworkRecords
from secretary.deadline import Deadline, Reminder
from secretary.due import Due
from secretary.item import Attachment, Entry, Item, Kind, Written, standing_items
from secretary.meeting import Meeting, Stage
from secretary.network import Habits, Layout, Member, Network, Role, Seat, Standing
from secretary.nomination import Answer, Extension, Nomination, Nominee
from secretary.presence import Presence
from secretary.series import Series
from secretary.task import Task

AT = dt.datetime(2027, 1, 11, 8, 0, 0, 123456, tzinfo=dt.UTC)
DAY = dt.date(2027, 2, 19)
EIGHT = dt.time(8, 0)
ITEM = Item(
    7,
    "Budget å ä ö “x” 😀",
    Kind.DECISION,
    under=4,
    presenters=("Anna Berg",),
    minutes=15,
    attachments=(Attachment("https://example.org/a", "Bilaga"),),
    late=True,
    tabled_to=DAY,
    entries=(Entry(Written.DECISION, "Bo Ek", AT, clauses=("att bifalla", "att\ngöra")),),
)
FULL: dict[str, Any] = {
    "meeting": Meeting(
        0,
        DAY,
        EIGHT,
        dt.time(9, 15),
        "Teams",
        Stage.PLANNED,
        (*standing_items(tuple(Standing)), ITEM),
        (Presence("Dan Holm", seats=(Seat("Mora", "chef"),), came=EIGHT, items=(7,)),),
        Due(DAY, dt.time(12)),
        opened=AT,
        stated_start=dt.time(8, 5),
        series=2,
        occurrence=DAY,
    ),
    "series": Series(0, "FREQ=MONTHLY;BYDAY=3FR", DAY, EIGHT, dt.time(9, 15), "Teams"),
    "task": Task(0, "boka lokal", ("Anna Berg",), Due(DAY), 1, 7, "Bo Ek", AT),
    "deadline": Deadline(0, "redovisning", Due(DAY, EIGHT), "Bo Ek"),
    "reminder": Reminder(0, "enkäten", DAY, EIGHT, "Bo Ek"),
    "nomination": Nomination(
        0,
        "Styrgruppen",
        Due(DAY),
        ("ordförande",),
        2,
        nominees=(Nominee("Anna Berg", by=("Bo Ek",), answer=Answer.ACCEPTED, appointed=DAY),),
        extensions=(Extension(Due(DAY), AT, "Bo Ek"),),
    ),
}


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database with two networks."""
    engine = open_engine(database_url)
    with engine.begin() as connection:
        for name in ("Norrbo", "Söderbo"):
            networks.found(connection, Network(0, name), "tenant", name, "{}")
    yield engine
    engine.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A transaction."""
    with engine.begin() as connection:
        yield connection


def _shelf(records: NetworkRecords, kind: str) -> Any:
    names = {"meeting": "meetings", "series": "series"}
    return getattr(records, names.get(kind, kind + "s"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_is_kept_is_read_back(engine: Engine, kind: str) -> None:
    """Every field of every kind, in the same turn and in the next one."""
    with engine.begin() as connection:
        records = NetworkRecords(connection, 1)
        kept = _shelf(records, kind).add(FULL[kind])
        assert _shelf(records, kind).get(1) == kept == replace(FULL[kind], number=1)
    with engine.connect() as connection:
        assert _shelf(NetworkRecords(connection, 1), kind).all() == (kept,)
        assert set(KINDS) == set(FULL)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_numbers_rise_by_one_and_are_never_used_twice(connection: Connection, kind: str) -> None:
    """From one in each network, whatever number a value came with; one taken away leaves a gap for ever."""
    one, other = (_shelf(NetworkRecords(connection, number), kind) for number in (1, 2))
    assert [one.add(replace(FULL[kind], number=99)).number for _ in range(3)] == [1, 2, 3]
    assert other.add(FULL[kind]).number == 1
    one.remove(3)
    assert one.get(3) is None
    assert one.add(FULL[kind]).number == 4
    assert [value.number for value in one.all()] == [1, 2, 4]
    assert [value.number for value in other.all()] == [1]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_only_what_was_added_is_saved(connection: Connection, kind: str) -> None:
    """A number of nothing, of another network and of what was taken away is a LookupError."""
    one, other = (_shelf(NetworkRecords(connection, number), kind) for number in (1, 2))
    kept = one.add(FULL[kind])
    with pytest.raises(LookupError):
        other.save(kept)
    one.remove(kept.number)
    with pytest.raises(LookupError):
        one.save(kept)
    assert one.get(77) is None


def test_a_save_takes_the_place(connection: Connection) -> None:
    """And what was read before stays as it was read."""
    tasks = NetworkRecords(connection, 1).tasks
    kept = tasks.add(FULL["task"])
    tasks.save(replace(kept, done=AT))
    assert kept.done is None
    found = tasks.get(1)
    assert found is not None
    assert found.done == AT


def test_meetings_are_found_by_day_and_stage(connection: Connection) -> None:
    """The open one; those of a day without the cancelled; the planned ahead; the held, latest first."""
    meetings = NetworkRecords(connection, 1).meetings
    plan = [
        (dt.date(2027, 3, 19), EIGHT, Stage.PLANNED),
        (DAY, dt.time(13), Stage.PLANNED),
        (DAY, EIGHT, Stage.PLANNED),
        (DAY, dt.time(10), Stage.CANCELLED),
        (dt.date(2027, 1, 15), EIGHT, Stage.CLOSED),
        (dt.date(2026, 12, 18), EIGHT, Stage.CLOSED),
    ]
    for date, start, stage in plan:
        meetings.add(Meeting(0, date, start, stage=stage))
    assert meetings.open() is None
    assert [one.number for one in meetings.on(DAY)] == [3, 2]
    assert [one.number for one in meetings.planned(DAY)] == [3, 2, 1]
    assert [one.number for one in meetings.planned(dt.date(2027, 2, 20))] == [1]
    assert [one.number for one in meetings.held(dt.date(2027, 1, 15))] == [5, 6]
    assert [one.number for one in meetings.held(dt.date(2027, 1, 14))] == [6]
    ongoing = replace(meetings.on(DAY)[0], stage=Stage.OPEN, start=dt.time(8, 15))
    meetings.save(ongoing)
    assert meetings.open() == ongoing
    assert [one.number for one in meetings.planned(DAY)] == [2, 1]
    meetings.remove(2)
    assert [one.number for one in meetings.on(DAY)] == [3]


def test_a_network_is_kept_whole(engine: Engine) -> None:
    """Name, roll, habits, layout, zone; another network is untouched."""
    with engine.begin() as connection:
        records = NetworkRecords(connection, 1)
        wanted = replace(
            records.network,
            name="Norrbo 2",
            layout=Layout.DECISION,
            zone="Europe/Helsinki",
            members=(Member("Bo Ek", Role.SECRETARY, (Seat("Mora", "chef"),), "en", "t/bo", "29:bo", left=True),),
            habits=Habits(meeting=(dt.timedelta(days=3, hours=2),), hour=dt.time(7, 30)),
            frame=(Standing.OPENING,),
        )
        records.save_network(wanted)
        assert records.network == wanted
    with engine.connect() as connection:
        assert NetworkRecords(connection, 1).network == wanted
        assert [one.name for one in networks.every(connection)] == ["Norrbo 2", "Söderbo"]


def test_a_network_is_found_by_its_channel(connection: Connection) -> None:
    """Tenant and channel together; the address it is reached by can change."""
    assert networks.of_channel(connection, "tenant", "Norrbo") == 1
    assert networks.of_channel(connection, "another", "Norrbo") is None
    networks.set_address(connection, 1, '{"a": 1}')
    assert networks.address_of(connection, 1) == '{"a": 1}'
    assert networks.address_of(connection, 2) == "{}"


def test_each_change_is_noticed_once(connection: Connection) -> None:
    """With the value at first and the value at last; what is as it was is no change."""
    records = NetworkRecords(connection, 1)
    first = records.tasks.add(FULL["task"])
    records.tasks.save(replace(first, text="boka sal"))
    records.save_network(replace(records.network, short="N"))
    records.save_network(replace(records.network, short=""))
    assert [(one.kind, one.number, one.before, one.after.text) for one in records.changes] == [
        ("task", 1, None, "boka sal")
    ]
    later = NetworkRecords(connection, 1)
    later.tasks.save(records.tasks.all()[0])
    assert later.changes == ()
    later.tasks.remove(1)
    assert [(one.kind, one.after) for one in later.changes] == [("task", None)]


def test_a_value_that_came_and_went_is_no_change(connection: Connection) -> None:
    """Nothing is to be taken back of it."""
    records = NetworkRecords(connection, 1)
    records.tasks.add(FULL["task"])
    records.tasks.remove(1)
    assert records.changes == ()


def test_what_is_rolled_back_was_never_there(engine: Engine) -> None:
    """Not even its number is used."""
    with engine.connect() as connection:
        transaction = connection.begin()
        NetworkRecords(connection, 1).tasks.add(FULL["task"])
        transaction.rollback()
    with engine.begin() as connection:
        assert NetworkRecords(connection, 1).tasks.all() == ()
        assert NetworkRecords(connection, 1).tasks.add(FULL["task"]).number == 1
