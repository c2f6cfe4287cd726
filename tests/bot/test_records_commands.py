"""The commands that look after the records and the deliveries, as a person at a terminal meets them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from bot import clock_guard
from bot.clock import SystemClock
from bot.commands import main
from bot.gauges import measured, of_copies
from bot.metrics import MEANS, Counters, Gauge
from bot.running_lock import only_one
from bot.store import Store, open_engine
from records import standing
from records.deliveries import Deliveries
from records.delivery_table import deliveries
from records.delivery_views import counted
from records.network import found
from secretary.network import Network

from .delivery_support import NOW, reminder

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def store(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A database with a network and four deliveries, the one of the settings."""
    monkeypatch.setenv("KANSLI_DATABASE_URL", database_url)
    store = Store(open_engine(database_url))
    store.run_now(lambda connection: found(connection, Network(0, "Nätverket Norrbo", "NN"), "t", "c", "{}"))
    owed = [reminder(f"P{place}D", NOW + place * HOUR) for place in range(1, 5)]
    store.run_now(lambda connection: Deliveries(connection).plan(1, owed, [], NOW))
    for number, state in ((2, "review"), (3, "sending"), (4, "failed")):
        changed = update(deliveries).where(deliveries.c.id == number).values(state=state, last_error="502")
        store.run_now(lambda connection, changed=changed: connection.execute(changed))  # type: ignore[misc]
    yield store
    store.close()


def _state(store: Store, number: int) -> str:
    row = store.run_now(lambda connection: Deliveries(connection).get(number))
    assert row is not None
    return row.state


def test_what_is_open_is_listed(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """By moment, in the network's own time, in columns; what is over only when it is asked for."""
    assert main(["deliveries", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.split(r"\s{2,}", lines[0]) == ["ID", "DUE", "STATE", "KIND", "TO", "NETWORK", "TRIES", "LAST ERROR"]
    assert re.split(r"\s{2,}", lines[1])[:2] == ["1", "2027-01-11 10:00"]
    assert [line.split()[3] for line in lines[1:]] == ["pending", "review", "sending"]
    assert "NN" in lines[1]
    assert main(["deliveries", "list", "--state", "failed"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[0] == "4"
    assert main(["deliveries", "list", "--state", "sent"]) == 0
    assert main(["deliveries", "list", "--network", "9"]) == 0
    assert capsys.readouterr().out == "There are no such deliveries.\n" * 2
    assert main(["deliveries", "list", "--state", "lost"]) == 2
    assert "lost is no state; there are pending, leased" in capsys.readouterr().err


def test_many_are_not_all_listed(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """The first two hundred, and how to see others."""
    owed = [reminder(f"PT{place}M", NOW + HOUR) for place in range(300)]
    store.run_now(lambda connection: Deliveries(connection).plan(1, owed, [], NOW))
    main(["deliveries", "list"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 202
    assert lines[-1].startswith("Only the first 200 are shown")


def test_one_is_shown_with_its_steps(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything that is known of it, and what happened to it when."""
    assert main(["deliveries", "show", "1"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^Due +2027-01-11 10:00 \(Europe/Stockholm\)$", said, re.MULTILINE)
    assert re.search(r"^In doubt +posted again$", said, re.MULTILINE)
    assert re.search(r"^2027-01-11 09:00:00 +pending", said, re.MULTILINE)
    assert main(["deliveries", "show", "99"]) == 1
    assert capsys.readouterr().err == "There is no delivery 99.\n"


def test_what_waits_for_a_person_is_released_or_cancelled(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """What is in review is posted after all, what waits is cancelled; the rest is refused and stays as it is."""
    assert main(["deliveries", "release", "2"]) == 0
    assert _state(store, 2) == "pending"
    assert main(["deliveries", "cancel", "2"]) == 0
    assert _state(store, 2) == "cancelled"
    capsys.readouterr()
    for arguments, why in (
        (["release", "1"], "Delivery 1 is pending; only what is in review can be released.\n"),
        (["cancel", "3"], "Delivery 3 cannot be cancelled: it is being posted at this moment.\n"),
        (["cancel", "4"], "Delivery 4 cannot be cancelled: it is failed.\n"),
        (["release", "99"], "There is no delivery 99.\n"),
        (["cancel", "99"], "There is no delivery 99.\n"),
    ):
        assert main(["deliveries", *arguments]) == 1
        assert capsys.readouterr().err == why
    assert [_state(store, number) for number in (1, 3, 4)] == ["pending", "sending", "failed"]


def test_nothing_in_a_table_breaks_the_terminal(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters are left out, and long texts end."""
    changed = update(deliveries).where(deliveries.c.id == 1).values(last_error="\x1b[2J\n" + "x" * 500)
    store.run_now(lambda connection: connection.execute(changed))
    main(["deliveries", "list"])
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert len(said.splitlines()) == 4
    assert max(len(line) for line in said.splitlines()) < 200


def test_the_clock_is_accepted(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what had stopped, and that nothing had when nothing had."""
    store.run_now(lambda connection: standing.put(connection, clock_guard.STOPPED, "then: a jump"))
    assert main(["deliveries", "list"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Nothing is posted until `kansli clock accept`. then: a jump\n")
    assert main(["clock", "accept"]) == 0
    assert "Posting goes on; it had stopped: then: a jump" in capsys.readouterr().out
    assert store.run_now(clock_guard.stopped) is None
    assert main(["clock", "accept"]) == 0
    assert "Nothing had stopped." in capsys.readouterr().out


def test_the_gauges_say_how_it_stands(store: Store, tmp_path: Path) -> None:
    """Each state, the age of what is due longest, the journal, the clock, the epoch."""
    told = {(one.name, *one.labels.values()): one.value for one in store.run_now(lambda c: measured(c, NOW + 2 * HOUR))}
    assert (told["deliveries", "pending"], told["deliveries", "review"], told["deliveries", "sent"]) == (1, 1, 0)
    assert told["delivery_oldest_due_age_seconds",] == 3600
    assert (told["clock_stopped",], told["epoch",], told["journal_entries",]) == (0, 0, 0)
    early = {one.name: one.value for one in store.run_now(lambda c: measured(c, NOW - HOUR))}
    assert early["delivery_oldest_due_age_seconds"] == 0
    url = f"sqlite:///{tmp_path}/other.db"
    assert of_copies(url, NOW) == ()
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "kansli-20270111T070000Z.db").touch()
    assert of_copies(url, NOW) == (Gauge("backup_age_seconds", 3600),)
    assert of_copies("postgresql://localhost/kansli", NOW) == ()


def test_every_number_is_explained_once() -> None:
    """HELP and TYPE before the values, as Prometheus reads them."""
    counters = Counters()
    counters.add("turns_total", outcome="done")
    lines = counters.text([Gauge("deliveries", 2, {"state": "sent"}), Gauge("deliveries", 1, {"state": "failed"})])
    assert lines.splitlines() == [
        f"# HELP kansli_turns_total {MEANS['turns_total']}",
        "# TYPE kansli_turns_total counter",
        'kansli_turns_total{outcome="done"} 1',
        f"# HELP kansli_deliveries {MEANS['deliveries']}",
        "# TYPE kansli_deliveries gauge",
        'kansli_deliveries{state="failed"} 1',
        'kansli_deliveries{state="sent"} 2',
    ]
    assert all("\n" not in meaning and "\\" not in meaning for meaning in MEANS.values())


@pytest.fixture
def on_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The settings name an SQLite database that is not there yet."""
    url = f"sqlite:///{tmp_path}/kansli.db"
    monkeypatch.setenv("KANSLI_DATABASE_URL", url)
    return url


def test_a_backup_is_made_and_put_back(on_sqlite: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From a copy to the records and back: what it did, where the old records are, and that the journal holds."""
    assert main(["backup"]) == 2
    assert "there is no database file" in capsys.readouterr().err
    store = Store(open_engine(on_sqlite))
    from bot.migrate import migrate

    migrate(store.engine)
    store.run_now(lambda connection: found(connection, Network(0, "Norrbo"), "t", "c", "{}"))
    now = SystemClock().now()
    owed = [reminder("P1D", now - HOUR), reminder("P2D", now + HOUR)]
    store.run_now(lambda connection: Deliveries(connection).plan(1, owed, [], now - 2 * HOUR))
    assert main(["backup"]) == 0
    (copy,) = (tmp_path / "backups").iterdir()
    assert str(copy) in capsys.readouterr().out
    assert main(["backup", str(tmp_path / "named.db")]) == 0
    store.close()
    with only_one(on_sqlite):
        assert main(["restore", str(copy)]) == 2
        assert "another Kansli (process" in capsys.readouterr().err
    assert main(["restore", str(copy)]) == 0
    said = capsys.readouterr().out
    assert "epoch 1 begins" in said
    assert "1 messages were due before now and wait for you: kansli deliveries list" in said
    assert "The journal holds: 0 entries" in said
    again = Store(open_engine(on_sqlite))
    assert again.run_now(counted)["review"] == 1
    again.close()
    assert main(["restore"]) == 0
    assert "epoch 2 begins" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "none.db")]) == 2
    assert capsys.readouterr().err == f"kansli: there is no file {tmp_path}/none.db\n"


@pytest.mark.parametrize(
    "arguments", [["deliveries", "list"], ["deliveries", "cancel", "1"], ["verify"], ["clock", "accept"], ["restore"]]
)
def test_where_there_is_no_database_none_is_made(
    on_sqlite: str, tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Looking does not make records."""
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"kansli: there is no database yet at {tmp_path}/kansli.db\n"
    assert [one.name for one in tmp_path.iterdir() if one.suffix != ".lock"] == []


def test_postgresql_is_left_to_its_own_tools(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exact commands, without the password."""
    monkeypatch.setenv("KANSLI_DATABASE_URL", "postgresql+psycopg://kansli:hemligt@db.example.org/kansli")
    assert main(["backup", "/backup/to night.dump"]) == 2
    said = capsys.readouterr().err
    tool = "pg_dump --format=custom --file='/backup/to night.dump' postgresql://kansli@db.example.org/kansli"
    assert tool in said
    assert main(["restore", "night.dump"]) == 2
    said += capsys.readouterr().err
    assert "pg_restore --clean --if-exists --dbname=postgresql://kansli@db.example.org/kansli night.dump" in said
    assert "hemligt" not in said
