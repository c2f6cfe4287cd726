"""Copies of the records: whole whoever writes meanwhile, kept by rule, and put back without posting the past."""

from __future__ import annotations

import datetime as dt
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bot.backup import BackupFailed, backup, checked, copies_in, folder_of, kept, nightly
from bot.clock import ToldClock
from bot.clock_guard import ClockGuard
from bot.delivery import Delivery, sleeper
from bot.migrate import migrate
from bot.restore import RestoreFailed, epoch, restore, resume
from bot.running_lock import AlreadyRunning, only_one
from bot.store import Store, looking, open_engine
from records import journal, memory, standing
from records.deliveries import Deliveries
from records.delivery_table import STATES, deliveries
from records.delivery_views import counted
from records.network import NetworkRecords, found
from secretary.network import Member, Network

from .delivery_support import Channel, reminder

NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ZONE = ZoneInfo("Europe/Stockholm")
MOMENTS = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2029, 1, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001


def a_database(url: str) -> Store:
    """A store with one network."""
    store = Store(open_engine(url))
    migrate(store.engine)
    store.run_now(lambda connection: found(connection, Network(0, "Norrbo"), "tenant", "channel", "{}"))
    return store


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of an SQLite database."""
    return f"sqlite:///{tmp_path}/kansli.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store with a network in it."""
    store = a_database(url)
    yield store
    store.close()


def _add_member(store: Store, name: str) -> None:
    def turn(connection: object) -> None:
        records = NetworkRecords(connection, 1)  # type: ignore[arg-type]
        records.save_network(records.network.with_member(Member(name)))
        entry = {"who": "x", "action": "members.add", "message": name, "changes": records.changes}
        journal.append(connection, 1, now=NOW, **entry)  # type: ignore[arg-type]

    store.run_now(turn)


def test_a_copy_is_whole_while_others_write(store: Store, url: str, tmp_path: Path) -> None:
    """A writer goes on all the time: every copy is of one moment, its journal as long as its roll."""
    stop = threading.Event()

    def write() -> None:
        for number in range(500):
            if stop.is_set():
                return
            _add_member(store, f"Medlem {number}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [backup(url, tmp_path / f"copy-{number}.db") for number in range(3)]
    finally:
        stop.set()
        writer.join()
    for copy in copies:
        engine = open_engine(f"sqlite:///{copy}")
        with looking(engine) as connection:
            verdict = journal.verify(connection)
            roll = NetworkRecords(connection, 1).network.members
        engine.dispose()
        assert verdict.broken is None
        assert verdict.entries == len(roll)


def test_a_copy_is_one_file_that_only_its_owner_reads(store: Store, url: str, tmp_path: Path) -> None:
    """Nothing beside it, and nothing of what was erased in it."""
    _add_member(store, "Hemlig Person")
    store.run_now(lambda connection: connection.execute(update(journal.journal).values(salt=None, content=None)))
    store.run_now(
        lambda connection: NetworkRecords(connection, 1).save_network(
            Network(1, "Norrbo"),
        )
    )
    copy = backup(url, tmp_path / "away" / "copy.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [one.name for one in copy.parent.iterdir()] == ["copy.db"]
    assert b"Hemlig Person" not in copy.read_bytes()


def test_no_copy_takes_the_place_of_a_file(store: Store, url: str, tmp_path: Path) -> None:
    """A file that is there stays as it is; no database, no copy."""
    file = tmp_path / "there.db"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(BackupFailed, match="exists already"):
        backup(url, file)
    assert file.read_text(encoding="utf-8") == "mine"
    with pytest.raises(BackupFailed, match="no database file"):
        backup(f"sqlite:///{tmp_path}/none.db", tmp_path / "copy.db")
    with pytest.raises(BackupFailed, match="no database file"):
        backup("sqlite://", tmp_path / "copy.db")


def test_a_copy_that_does_not_hold_does_not_count(store: Store, url: str, tmp_path: Path) -> None:
    """A journal that was changed, a damaged file and something else altogether are refused, and nothing is left."""
    _add_member(store, "Anna Berg")
    store.run_now(lambda connection: connection.execute(update(journal.journal).values(content="{}")))
    with pytest.raises(BackupFailed, match="entry 1 was changed"):
        backup(url, tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []
    other = tmp_path / "other.db"
    other.write_bytes(b"no database at all" * 100)
    with pytest.raises(BackupFailed, match="no database of Kansli"):
        checked(other)
    empty = tmp_path / "empty.db"
    with closing(sqlite3.connect(empty)) as connection:
        connection.execute("CREATE TABLE something (x)")
    with pytest.raises(BackupFailed, match="no database of Kansli"):
        checked(empty)


def test_one_copy_a_night_is_kept_by_rule() -> None:
    """Four hundred nights: the last seven days, four weeks and twelve months are there, and no more."""
    begins = dt.datetime(2027, 1, 1, 1, tzinfo=dt.UTC)
    there: frozenset[dt.datetime] = frozenset()
    for night in range(400):
        there = kept({*there, begins + night * DAY}, ZONE)
    left = sorted(there)
    assert left[-7:] == [begins + night * DAY for night in range(393, 400)]
    ends_of_weeks = [one for one in left if one.isoweekday() == 7]
    assert len(ends_of_weeks) >= 3
    assert [one.strftime("%Y-%m") for one in left[:11]] == [f"2027-{month:02}" for month in range(3, 13)] + ["2028-01"]
    assert len(left) <= 7 + 4 + 12


def test_the_nightly_copy_is_made_once_after_two(store: Store, url: str) -> None:
    """At any hour when none was made since two at night, in the network's own time; never twice a night."""
    evening = dt.datetime(2027, 1, 11, 22, tzinfo=dt.UTC)
    first = nightly(url, evening, ZONE)
    assert first == folder_of(url) / "kansli-20270111T220000Z.db"
    hours = [nightly(url, evening + hour * dt.timedelta(hours=1), ZONE) for hour in range(30)]
    assert [hour for hour, made in enumerate(hours) if made] == [3, 27]
    assert list(copies_in(folder_of(url)).values()) == [first, *(made for made in hours if made)]
    assert nightly("sqlite://", evening, ZONE) is None
    assert nightly("postgresql://localhost/kansli", evening, ZONE) is None


@given(st.sets(MOMENTS, max_size=60))
@settings(max_examples=150)
def test_the_rule_keeps_what_it_says(moments: set[dt.datetime]) -> None:
    """The latest stays, the last of the last seven days stay, and what stays once stays when nothing is added."""
    stay = kept(moments, ZONE)
    assert stay <= moments
    assert len(stay) <= 7 + 4 + 12
    assert not moments or max(moments) in stay
    days = sorted({one.astimezone(ZONE).date() for one in moments}, reverse=True)[:7]
    assert all(max(one for one in moments if one.astimezone(ZONE).date() == day) in stay for day in days)
    assert kept(stay, ZONE) == stay


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    """Only names that the nightly copy would have are looked at."""
    for name in ("kansli-before-2027.db", "kansli-20270101.db", "mine.db", "kansli-20270111T220000Z.db"):
        (tmp_path / name).touch()
    assert [file.name for file in copies_in(tmp_path).values()] == ["kansli-20270111T220000Z.db"]
    assert copies_in(tmp_path / "none") == {}


def _in_every_state(connection: object) -> None:
    """One delivery of each state due before now, one of each that waits due after."""
    rows = Deliveries(connection)  # type: ignore[arg-type]
    places = range(len(STATES))
    past = [reminder(f"P{place}D", NOW - place * DAY - dt.timedelta(hours=1)) for place in places]
    rows.plan(1, [*past, reminder("later", NOW + DAY)], [], NOW - 30 * DAY)
    for place, state in enumerate(STATES):
        changed = update(deliveries).where(deliveries.c.occurrence == f"P{place}D")
        connection.execute(changed.values(state=state, activity_id="1"))  # type: ignore[attr-defined]


async def test_nothing_due_in_the_past_is_posted_after_a_restore(store: Store, url: str, tmp_path: Path) -> None:
    """Whatever state it was in: it waits for a person; what comes later is posted; no answer is given again."""
    store.run_now(_in_every_state)
    store.run_now(lambda connection: memory.store_answer(connection, "thread", "1", "{}", NOW - DAY))
    copy = backup(url, tmp_path / "copy.db")
    store.close()
    with only_one(url):
        done = restore(url, copy, NOW)
    assert (done.epoch, done.held, done.unsent) == (1, 4, 1)
    again = Store(open_engine(url))
    clock, channel = ToldClock(NOW), Channel()
    guard = ClockGuard(clock, lambda: 0.0)
    loop: Delivery[str] = Delivery(
        again, lambda _c, row: row.occurrence, channel.send, clock, sleeper(clock), "one", trusted=guard.trusts
    )
    assert await loop.deliver_due() == 0
    await loop.recover()
    assert channel.tried == []
    assert again.run_now(memory.unsent_answers) == ()
    states = again.run_now(counted)
    assert (states["review"], states["pending"], states["sent"]) == (5, 1, 1)
    first = again.run_now(lambda connection: Deliveries(connection).events(1))
    assert first[-1] == ("pending", "review", "restored, epoch 1")
    clock.set(NOW + DAY)
    later: Delivery[str] = Delivery(again, lambda _c, row: row.occurrence, channel.send, clock, sleeper(clock), "one")
    assert await later.deliver_due() == 1
    assert channel.posted == ["later"]
    again.close()


def test_what_was_there_is_kept_beside(store: Store, url: str, tmp_path: Path) -> None:
    """The records from before a restore are whole under another name; each restore begins a new epoch."""
    copy = backup(url, tmp_path / "copy.db")
    _add_member(store, "Anna Berg")
    store.close()
    first = restore(url, copy, NOW)
    assert first.before == tmp_path / "kansli-before-20270111T080000Z.db"
    assert checked(first.before)
    engine = open_engine(f"sqlite:///{first.before}")
    with looking(engine) as connection:
        assert [one.name for one in NetworkRecords(connection, 1).network.members] == ["Anna Berg"]
    engine.dispose()
    second = restore(url, copy, NOW + DAY)
    assert (first.epoch, second.epoch) == (1, 2)
    engine = open_engine(url)
    with looking(engine) as connection:
        assert epoch(connection) == 2
        assert NetworkRecords(connection, 1).network.members == ()
    engine.dispose()


def test_a_damaged_database_can_be_replaced(store: Store, url: str, tmp_path: Path) -> None:
    """It is what restoring is for; the damaged one goes beside as it is."""
    copy = backup(url, tmp_path / "copy.db")
    store.close()
    (tmp_path / "kansli.db").write_bytes(b"\0" * 4096 + b"damaged")
    done = restore(url, copy, NOW)
    assert done.before is not None
    assert done.before.read_bytes().endswith(b"damaged")
    assert checked(tmp_path / "kansli.db")


def test_a_copy_goes_where_there_is_no_database(store: Store, url: str, tmp_path: Path) -> None:
    """On a new machine there is nothing to set aside."""
    copy = backup(url, tmp_path / "copy.db")
    done = restore(f"sqlite:///{tmp_path}/new.db", copy, NOW)
    assert done.before is None
    assert checked(tmp_path / "new.db")


@pytest.mark.parametrize("content", [b"", b"something else", None])
def test_what_is_no_copy_changes_nothing(store: Store, url: str, tmp_path: Path, content: bytes | None) -> None:
    """A file that is not there, is empty or is something else is refused, and the records stay as they are."""
    _add_member(store, "Anna Berg")
    file = tmp_path / "what.db"
    if content is not None:
        file.write_bytes(content)
    before = store.run_now(journal.verify)
    with pytest.raises(RestoreFailed):
        restore(url, file, NOW)
    assert store.run_now(journal.verify) == before
    with pytest.raises(RestoreFailed, match="only an SQLite"):
        restore("sqlite://", file, NOW)


@pytest.mark.parametrize("stops_at", ["migrate", "_fold", "_set_aside"])
def test_a_stop_in_the_middle_leaves_one_of_the_two(
    store: Store, url: str, tmp_path: Path, stops_at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old records or the ones made ready, never the copy as it was; a second try goes through."""
    store.run_now(_in_every_state)
    copy = backup(url, tmp_path / "copy.db")
    store.close()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(f"bot.restore.{stops_at}", killed)
        with pytest.raises(KeyboardInterrupt):
            restore(url, copy, NOW)
    engine = open_engine(url)
    with looking(engine) as connection:
        assert epoch(connection) == 0
        assert counted(connection)["review"] == 1
    engine.dispose()
    assert restore(url, copy, NOW).held == 4


def test_what_was_put_back_by_other_means_is_made_ready(database_url: str) -> None:
    """On either database: everything due waits for a person, and a new epoch begins."""
    store = Store(open_engine(database_url))
    store.run_now(lambda connection: found(connection, Network(0, "Norrbo"), "tenant", "channel", "{}"))
    store.run_now(_in_every_state)
    store.run_now(lambda connection: standing.put(connection, "clock_seen", (NOW - 30 * DAY).isoformat()))
    store.close()
    engine = open_engine(database_url)
    done = resume(engine, NOW)
    assert (done.epoch, done.held) == (1, 4)
    with engine.begin() as connection:
        assert ClockGuard(ToldClock(NOW)).trusts(connection)
    engine.dispose()


def test_postgresql_is_not_made_ready_under_a_running_bot(postgres_url: str) -> None:
    """Whoever is connected as Kansli is seen."""
    store = Store(open_engine(postgres_url))
    store.run_now(counted)
    engine = open_engine(postgres_url)
    with pytest.raises(RestoreFailed, match="stop it first"):
        resume(engine, NOW)
    store.close()
    assert resume(engine, NOW).epoch == 1
    engine.dispose()


def test_two_processes_do_not_share_an_sqlite_database(url: str, tmp_path: Path) -> None:
    """The second is told which process has it; the end of the first, however it comes, lets go."""
    with (
        only_one(url),
        pytest.raises(AlreadyRunning, match=r"process \d+\) has the database .*PostgreSQL"),
        only_one(url),
    ):
        pytest.fail("two at once")
    with only_one(url):
        pass
    with only_one("sqlite://"), only_one("sqlite://"):
        pass
    with only_one("postgresql://localhost/kansli"), only_one("postgresql://localhost/kansli"):
        pass
