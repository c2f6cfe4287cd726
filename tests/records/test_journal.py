"""The journal: every change shows, and what was erased does not break the chain."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update

from bot.store import open_engine
from records import journal as log
from records import network as networks
from records.journal import START, append, journal, verify
from records.network import NetworkRecords
from secretary.network import Network
from secretary.task import Task

NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    """A transaction on a database whose journal has five entries."""
    engine = open_engine(database_url)
    with engine.begin() as connection:
        networks.found(connection, Network(0, "Norrbo"), "tenant", "channel", "{}")
        for number in range(1, 6):
            _write(connection, number)
        yield connection
    engine.dispose()


def _write(connection: Connection, number: int) -> None:
    records = NetworkRecords(connection, 1)
    records.tasks.add(Task(0, f"uppdrag {number}", ("Bo Ek",)))
    append(
        connection,
        1,
        who="t/bo",
        action="task.add",
        message=f"m{number}",
        changes=records.changes,
        now=NOW + dt.timedelta(minutes=number),
    )


def test_an_entry_says_who_what_when_and_from_which_message(connection: Connection) -> None:
    """With both sides of every change."""
    row = connection.execute(select(journal).where(journal.c.number == 2)).mappings().one()
    content = json.loads(row["content"])
    assert (content["who"], content["action"], content["message"]) == ("t/bo", "task.add", "m2")
    assert (row["network"], row["at"]) == (1, int((NOW + dt.timedelta(minutes=2)).timestamp() * 1_000_000))
    (change,) = content["changes"]
    assert (change["kind"], change["before"], change["after"]["text"]) == ("task", None, "uppdrag 2")


def test_an_untouched_chain_holds(connection: Connection) -> None:
    """Its head is the digest of the last entry; an empty journal begins at the start."""
    verdict = verify(connection)
    assert (verdict.entries, verdict.broken) == (5, None)
    last = select(journal.c.digest).order_by(journal.c.number.desc()).limit(1)
    assert verdict.head == connection.execute(last).scalar()
    connection.execute(delete(journal))
    assert verify(connection).head == START


@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.parametrize("column", ["network", "at", "salt", "content", "content_digest", "digest"])
def test_a_changed_column_of_any_entry_shows(connection: Connection, number: int, column: str) -> None:
    """The entry that was changed is the one that is named."""
    changed = {"network": 2, "at": 1, "salt": "0" * 32, "content": "{}", "content_digest": "0" * 64, "digest": "0" * 64}
    connection.execute(update(journal).where(journal.c.number == number).values({column: changed[column]}))
    assert verify(connection).broken == number


@pytest.mark.parametrize("column", ["salt", "content"])
def test_half_an_erasure_shows(connection: Connection, column: str) -> None:
    """Content without its salt, or salt without its content, is a change."""
    connection.execute(update(journal).where(journal.c.number == 3).values({column: None}))
    assert verify(connection).broken == 3


@pytest.mark.parametrize("number", [1, 2, 4])
def test_an_entry_taken_out_shows(connection: Connection, number: int) -> None:
    """At the one after it."""
    connection.execute(delete(journal).where(journal.c.number == number))
    assert verify(connection).broken == number + 1


def test_an_entry_put_in_shows(connection: Connection) -> None:
    """A copy of an entry does not follow upon the last one."""
    row = dict(connection.execute(select(journal).where(journal.c.number == 5)).mappings().one())
    connection.execute(insert(journal).values({**row, "number": 6}))
    assert verify(connection).broken == 6


def test_two_entries_exchanged_show(connection: Connection) -> None:
    """Order is part of what is chained."""
    connection.execute(text("UPDATE journal SET number = number + 100 WHERE number = 2"))
    connection.execute(text("UPDATE journal SET number = 2 WHERE number = 3"))
    connection.execute(text("UPDATE journal SET number = 3 WHERE number = 102"))
    assert verify(connection).broken == 2


@pytest.mark.parametrize("numbers", [[1], [3], [5], [1, 2, 3, 4, 5]])
def test_what_is_erased_leaves_the_chain_whole(connection: Connection, numbers: list[int]) -> None:
    """Texts and names are gone with their salt; the chain holds and goes on."""
    connection.execute(update(journal).where(journal.c.number.in_(numbers)).values(salt=None, content=None))
    assert verify(connection).broken is None
    _write(connection, 6)
    assert (verify(connection).entries, verify(connection).broken) == (6, None)
    erased = connection.execute(select(journal.c.content_digest, journal.c.digest).order_by(journal.c.number)).all()
    assert not any("uppdrag" in str(value) for row in erased for value in row)


def test_the_same_content_has_another_digest_each_time(connection: Connection) -> None:
    """The salt keeps what was erased from being guessed."""
    for _ in range(2):
        append(connection, 1, who="t/bo", action="x", message="m", changes=(), now=NOW)
    query = select(journal.c.content_digest).order_by(journal.c.number.desc()).limit(2)
    first, second = connection.execute(query).scalars()
    assert first != second
    assert log.verify(connection).broken is None
