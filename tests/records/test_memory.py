"""What the conversation remembers: questions, take-backs, answers, cards, choices and papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from bot.store import open_engine
from records import memory
from records import network as networks
from records.memory import StoredPaper
from records.network import NetworkRecords
from secretary.meeting import Meeting
from secretary.network import Member, Network
from secretary.task import Task

NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    """A transaction on a database with two networks."""
    engine = open_engine(database_url)
    with engine.begin() as connection:
        for name in ("Norrbo", "Söderbo"):
            networks.found(connection, Network(0, name), "tenant", name, "{}")
        yield connection
    engine.dispose()


def test_a_question_is_one_persons_in_one_place(connection: Connection) -> None:
    """A new one takes the place of the old; without one nothing is open."""
    memory.ask(connection, "t/bo", "tråd 1", "vilken dag?", NOW)
    memory.ask(connection, "t/bo", "tråd 1", "vilken tid?", NOW)
    memory.ask(connection, "t/bo", "tråd 2", "vem?", NOW + MINUTE)
    assert memory.open_question(connection, "t/bo", "tråd 1", NOW) == "vilken tid?"
    assert memory.open_question(connection, "t/eva", "tråd 1", NOW) is None
    assert memory.open_question(connection, "t/bo", "tråd 3", NOW) is None
    assert memory.asked_in(connection, "t/bo", NOW - DAY) == ("tråd 2", "tråd 1")
    memory.ask(connection, "t/bo", "tråd 1", None, NOW)
    assert memory.open_question(connection, "t/bo", "tråd 1", NOW) is None
    assert memory.asked_in(connection, "t/bo", NOW - DAY) == ("tråd 2",)


@pytest.mark.parametrize(("later", "there"), [(DAY - MINUTE, True), (DAY, True), (DAY + MINUTE, False)])
def test_a_question_lasts_a_day(connection: Connection, later: dt.timedelta, there: bool) -> None:
    """A day and not longer."""
    memory.ask(connection, "t/bo", "tråd", "vilken dag?", NOW)
    assert (memory.open_question(connection, "t/bo", "tråd", NOW + later) is not None) is there


def _did(
    connection: Connection, said: str, *, person: str = "t/bo", place: str = "tråd", meeting: int | None = None
) -> None:
    records = NetworkRecords(connection, 1)
    records.tasks.add(Task(0, said, ("Bo Ek",)))
    memory.remember(
        connection, records, person=person, place=place, action="task.add", said=said, meeting=meeting, now=NOW
    )


def test_the_latest_change_comes_first(connection: Connection) -> None:
    """Of the person, in the place, of the meeting, since the moment; one that was taken back does not come again."""
    _did(connection, "ett")
    _did(connection, "två", person="t/eva")
    _did(connection, "tre", place="tråd 2")
    _did(connection, "fyra", meeting=7)

    def last(**asked: object) -> str | None:
        found = memory.last_change(connection, 1, **asked)  # type: ignore[arg-type]
        return found.said if found else None

    assert last() == "fyra"
    assert last(meeting=7) == "fyra"
    assert last(meeting=8) is None
    assert last(person="t/eva") == "två"
    assert last(person="t/bo", place="tråd 2") == "tre"
    assert last(since=NOW) == "fyra"
    assert last(since=NOW + MINUTE) is None
    assert memory.last_change(connection, 2) is None
    found = memory.last_change(connection, 1)
    assert found is not None
    memory.taken_back(connection, found)
    assert last() == "tre"


def test_a_change_is_read_back_with_both_its_sides(connection: Connection) -> None:
    """New values have no side before; a network's change has both."""
    records = NetworkRecords(connection, 1)
    before = records.network
    meeting = records.meetings.add(Meeting(0, dt.date(2027, 2, 19), dt.time(8)))
    records.save_network(replace(before, members=(Member("Bo Ek"),)))
    memory.remember(
        connection, records, person="t/bo", place="p", action="members.add", said="x", meeting=None, now=NOW
    )
    found = memory.last_change(connection, 1)
    assert found is not None
    changes = {one.kind: one for one in found.changes}
    assert (changes["meeting"].before, changes["meeting"].after) == (None, meeting)
    assert (changes["network"].before, changes["network"].after) == (before, records.network)


def test_an_answer_is_stored_once_and_marked_when_it_is_out(connection: Connection) -> None:
    """Conversation and activity together are its key."""
    memory.store_answer(connection, "c", "1", "ett", NOW)
    memory.store_answer(connection, "c", "2", "två", NOW + MINUTE)
    memory.store_answer(connection, "d", "1", "tre", NOW - MINUTE)
    assert memory.stored_answer(connection, "c", "1") == "ett"
    assert memory.stored_answer(connection, "c", "3") is None
    assert [one[2] for one in memory.unsent_answers(connection)] == ["tre", "ett", "två"]
    memory.answer_sent(connection, "c", "1")
    assert [one[2] for one in memory.unsent_answers(connection)] == ["tre", "två"]


def test_a_card_stands_in_one_place(connection: Connection) -> None:
    """Posted anew it stands there, and no longer where it stood; networks have cards of their own."""
    memory.card_is_at(connection, 1, "nomination:1", "tråd", "a1")
    memory.card_is_at(connection, 2, "nomination:1", "annan", "b1")
    memory.card_is_at(connection, 1, "nomination:1", "tråd 2", "a2")
    assert memory.where_is_card(connection, 1, "nomination:1") == ("tråd 2", "a2")
    assert memory.where_is_card(connection, 2, "nomination:1") == ("annan", "b1")
    assert memory.where_is_card(connection, 1, "nomination:2") is None


def test_a_choice_holds_until_it_is_changed(connection: Connection) -> None:
    """Of one network in private."""
    assert memory.chosen_network(connection, "t/bo") is None
    memory.choose_network(connection, "t/bo", 1)
    memory.choose_network(connection, "t/bo", 2)
    assert memory.chosen_network(connection, "t/bo") == 2
    assert memory.chosen_network(connection, "t/eva") is None


def test_a_paper_is_had_by_its_token(connection: Connection) -> None:
    """And by nothing else."""
    paper = StoredPaper(1, "dagordning.pdf", "pdf", "{}")
    memory.keep_paper(connection, "hemligt", paper, NOW)
    assert memory.paper(connection, "hemligt") == paper
    for token in ("", "hemlig", "Hemligt", "%", "_______"):
        assert memory.paper(connection, token) is None
