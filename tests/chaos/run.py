"""`make chaos`: the real program under kill -9, with members speaking and a connector that fails.

KILLS=300 STORE=sqlite|postgres WORKERS=1; a run that was stopped goes on with FOLDER=... given again.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import os
import random
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import aiohttp

from bot.clock import SystemClock
from bot.crash_points import POINTS
from tests.chaos.checker import Findings, check, open_for_reading, unfinished
from tests.chaos.connector import FaultyConnector
from tests.chaos.databases import database
from tests.chaos.history import History
from tests.chaos.members import PEOPLE, beginning, turns
from tests.chaos.program import Program

REMINDERS_FROM = 50  # kills; a reminder takes up to two minutes to fall due
DRAINED_WITHIN = 240.0  # seconds
REACHED_WITHIN = 1.5
LONGEST_LIFE = 0.8


class Run:
    """One run: its workers, its connector, and what is still to be acknowledged."""

    def __init__(self, folder: Path, url: str, kills: int, workers: int, seed: int) -> None:
        self.history = History(folder / "history.jsonl")
        self.connector = FaultyConnector(self.history, PEOPLE, seed)
        self.random = random.Random(seed)  # noqa: S311 - no secret hangs on it
        self.url = url
        self.kills = kills
        hour = SystemClock().now().hour
        self.zone = f"Etc/GMT{hour - 12:+d}" if hour != 12 else "Etc/GMT"  # noon, so that today lasts
        self.programs = [Program(folder / f"worker{n}", url, self.zone) for n in range(workers)]
        self.waiting: set[asyncio.Task[None]] = set()

    def now(self) -> dt.datetime:
        """The network's wall-clock; Etc/GMT counts westward."""
        hour = int(self.zone.removeprefix("Etc/GMT") or 0)
        return SystemClock().now() - dt.timedelta(hours=hour)

    async def go(self) -> Findings:
        """Everything, from the first start to the findings."""
        runner = await self.connector.start()
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as session:
                self.session = session
                await self._begin()
                self.connector.faults = True
                for number in range(self.history.count("killed"), self.kills):
                    await self._round(number)
                await self._drain()
        finally:
            for program in self.programs:
                await program.kill()
            await runner.cleanup()
            self.history.close()
        with open_for_reading(self.url).connect() as connection:
            return check(self.history.events, connection)

    async def _begin(self) -> None:
        """The bot joins and a meeting is open, or a stopped run goes on."""
        for program in self.programs:
            await program.start()
            await program.wait_ready(self.session)
        if not self.history.count("begun"):
            for activity in beginning(self.connector.address, self.now()):
                await self._deliver("", activity)
            self.history.add("begun")
        acked = {one["mark"] for one in self.history.events if one["event"] == "acked"}
        for one in self.history.events:
            if one["event"] == "said" and one["mark"] not in acked:
                self._say(one["mark"], {**one["activity"], "serviceUrl": f"{self.connector.address}/"})

    async def _round(self, number: int) -> None:
        """Members speak, and one worker dies at a random moment or at a named point."""
        victim = self.random.choice(self.programs)
        point = self.random.choice([*POINTS, *("",) * (len(POINTS) // 2)])
        if point or not victim.alive:
            await victim.kill()
            await victim.start(f"{point}:{self.random.randint(1, 4)}" if point else "")
            await victim.wait_ready(self.session)
        for mark, activity in turns(self.connector.address, number, self.now(), reminders=self.kills >= REMINDERS_FROM):
            self.history.add("said", mark=mark, activity=activity)
            self._say(mark, activity)
        if point:
            reached = await victim.died(REACHED_WITHIN)
        else:
            await asyncio.sleep(self.random.uniform(0, LONGEST_LIFE))
            reached = False
        await victim.kill()
        self.history.add("killed", at=point if reached else "random")
        if (number + 1) % 10 == 0:
            sys.stdout.write(f"{number + 1} of {self.kills} killed, {self.history.count('acked')} turns taken\n")
            sys.stdout.flush()

    def _say(self, mark: str, activity: dict[str, Any]) -> None:
        task = asyncio.create_task(self._deliver(mark, activity))
        self.waiting.add(task)
        task.add_done_callback(self.waiting.discard)

    async def _deliver(self, mark: str, activity: dict[str, Any]) -> None:
        """Bring an activity to the bot again and again until it answers 200, as Teams does for a while."""
        while True:
            ready = [one for one in self.programs if one.ready]
            if ready:
                with suppress(aiohttp.ClientError, OSError, TimeoutError):
                    address = f"{self.random.choice(ready).address}/api/messages"
                    async with self.session.post(address, json=activity) as answer:
                        if answer.status == 200:
                            break
            await asyncio.sleep(0.05)
        if mark:
            action = activity["value"]["kansli"]["action"]
            self.history.add("acked", mark=mark, id=activity["id"], action=action)

    async def _drain(self) -> None:
        """No more kills: until everything is sent, however the connector behaves."""
        for program in self.programs:
            if not program.alive:
                await program.start()
                await program.wait_ready(self.session)
        until = time.monotonic() + DRAINED_WITHIN
        engine = open_for_reading(self.url)
        while time.monotonic() < until:
            if not self.waiting:
                with engine.connect() as connection:
                    left = unfinished(connection)
                if not left:
                    return
            await asyncio.sleep(0.25)
        sys.stdout.write("not everything was sent in time\n")


def main() -> int:
    """Run as the environment says; 1 when something was lost, or doubled without a mark."""
    kills, workers = int(os.environ.get("KILLS", "300")), int(os.environ.get("WORKERS", "1"))
    store = os.environ.get("STORE", "sqlite")
    folder = Path(os.environ.get("FOLDER") or tempfile.mkdtemp(prefix="kansli-chaos-"))
    if os.environ.get("RECONCILE", "0") not in ("", "0"):
        sys.stderr.write("Kansli cannot look into the channel yet: what is in doubt is posted again, and marked.\n")
        return 2
    if store == "sqlite" and workers != 1:
        sys.stderr.write("SQLite has one worker; take STORE=postgres for several.\n")
        return 2
    sys.stdout.write(f"{kills} kills on {store} with {workers} worker(s); history in {folder}\n")
    with database(store, folder) as url:
        found = asyncio.run(Run(folder, url, kills, workers, int(os.environ.get("SEED", "1"))).go())
    sys.stdout.write("".join(f"{line}\n" for line in found.wrong))
    sums = {name: value for name, value in asdict(found).items() if name != "wrong"}
    sys.stdout.write(json.dumps({**sums, "store": store, "workers": workers}) + "\n")
    return 1 if found.lost or found.doubled_unmarked else 0


if __name__ == "__main__":
    raise SystemExit(main())
