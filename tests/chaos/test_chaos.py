"""The short form of `make chaos`, and the checker's own eyesight."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bot.crash_points import POINTS
from bot.migrate import migrate
from bot.store import open_engine
from tests.chaos.checker import check
from tests.chaos.members import CHANNEL, thread
from tests.chaos.run import Run

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.chaos
def test_twenty_kills_lose_nothing_and_double_nothing_without_a_mark(tmp_path: Path) -> None:
    """Twenty kills, with faults: every acknowledged turn stands on record and has its answer and its message."""
    run = Run(tmp_path, f"sqlite:///{tmp_path}/kansli.db", kills=20, workers=1, seed=20)
    found = asyncio.run(run.go())
    assert found.kills == 20
    assert found.owed >= 5 * found.kills
    assert (found.lost, found.doubled_unmarked) == (0, 0), found.wrong


def test_every_named_crash_point_is_passed_somewhere() -> None:
    """Each point stands in the program once."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").glob("*.py"))
    assert {point: source.count(f'crash_point("{point}")') for point in POINTS} == dict.fromkeys(POINTS, 1)


@pytest.fixture
def left(tmp_path: Path) -> Any:
    """A database in which one task stands on record."""
    engine = open_engine(f"sqlite:///{tmp_path}/left.db")
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO network VALUES (1, 't', 'c', '{}', '{}')"))
        connection.execute(text("INSERT INTO task VALUES (1, 1, 'ordna chaos00000x1')"))
        yield connection
    engine.dispose()


ACKED = {"event": "acked", "mark": "chaos00000x1", "id": "1001", "action": "task.add"}
ANSWER = {"event": "posted", "conversation": thread("1001"), "body": "Uppdrag 1: chaos00000x1"}
GIVEN = {"event": "posted", "conversation": "a:29:Anna", "body": "chaos00000x1"}


@pytest.mark.parametrize(
    ("events", "lost", "doubled"),
    [
        ([ACKED, ANSWER, GIVEN], 0, 0),
        ([ACKED, ANSWER], 1, 0),
        ([ACKED, GIVEN], 1, 0),
        ([ACKED, ANSWER, ANSWER, GIVEN], 0, 1),
        ([ACKED, ANSWER, GIVEN, GIVEN | {"conversation": CHANNEL}], 0, 1),
        ([{**ACKED, "mark": "chaos00000x9"}, ANSWER, GIVEN], 2, 0),
    ],
)
def test_the_checker_sees_what_is_lost_and_what_is_doubled(
    left: Connection, events: list[dict[str, Any]], lost: int, doubled: int
) -> None:
    """What has no answer, no message or no place on record is lost; what stands twice is doubled."""
    found = check(events, left)
    assert (found.lost, found.doubled, found.doubled_unmarked) == (lost, doubled, doubled)
