"""The whole program on either database: it is ready, says how it stands, and shares or does not share its records."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy.engine import make_url

from bot.running_lock import AlreadyRunning
from bot.serve import running
from bot.store import Store, open_engine
from config.settings import Settings
from records import standing
from records.network import every


async def _get(address: str, path: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(address + path) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_it_runs_and_says_how_it_stands(database_url: str, tmp_path: Path) -> None:
    """The starter network moves in, the sweeps run, and the gauges are there."""
    settings = Settings(profile="local", port=0, database_url=database_url)
    async with running(settings, kept=tmp_path / "channel.json") as program:
        assert '"database": true' in await _get(program.address, "/readyz")
        told = await _get(program.address, "/metrics")
    values = dict(line.rsplit(" ", 1) for line in told.splitlines() if not line.startswith("#"))
    assert values["kansli_database_up"] == "1"
    assert values["kansli_clock_stopped"] == "0"
    assert values['kansli_deliveries{state="review"}'] == "0"
    assert float(values["kansli_last_tick_age_seconds"]) < 60
    store = Store(open_engine(database_url))
    assert len(store.run_now(every)) == 1
    assert "clock_seen" in store.run_now(lambda connection: standing.read(connection, "clock_seen"))
    store.close()


async def test_only_postgresql_is_shared(database_url: str, tmp_path: Path) -> None:
    """A second program on the same records: on PostgreSQL it runs, on SQLite it says why not."""
    settings = Settings(profile="local", port=0, database_url=database_url)
    async with running(settings, kept=tmp_path / "one.json"):
        second = running(settings, kept=tmp_path / "two.json")
        if make_url(database_url).get_backend_name() == "postgresql":
            async with second as program:
                assert '"database": true' in await _get(program.address, "/readyz")
        else:
            with pytest.raises(AlreadyRunning, match="has the database"):
                await second.__aenter__()
    async with asyncio.timeout(10), running(settings, kept=tmp_path / "one.json"):
        pass
