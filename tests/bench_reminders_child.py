"""One measured process of `make bench-reminders`: Kansli, or APScheduler with its own job store."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

BEAT = 0.002  # seconds
LONGEST = 60.0
_session: list[aiohttp.ClientSession] = []
_done: list[float] = []


async def post(address: str, channel: str) -> None:
    """The job that APScheduler runs: one new thread, as Kansli posts it."""
    body = {"isGroup": True, "channelData": {"channel": {"id": channel}}, "activity": {"type": "message", "text": "x"}}
    async with _session[0].post(f"{address}v3/conversations", json=body) as answer:
        await answer.read()
    _done.append(time.time())  # noqa: TID251 - it is measured against the moment that was agreed


@asynccontextmanager
async def kansli(url: str) -> AsyncIterator[Callable[[], Awaitable[int]]]:
    """The whole program; what is given says how many are still owed."""
    from bot.serve import running
    from bot.store import looking, open_engine
    from config.settings import Settings
    from records.delivery_views import counted

    settings = Settings(profile="local", port=0, database_url=url)
    async with running(settings, kept=Path(url.removeprefix("sqlite:///") + ".channel.json")):
        engine = open_engine(url)

        def left() -> int:
            with looking(engine) as connection:
                states = counted(connection)
            return sum(states[one] for one in ("pending", "leased", "sending", "unknown"))

        yield lambda: asyncio.to_thread(left)


@asynccontextmanager
async def apscheduler(url: str) -> AsyncIterator[Callable[[], Awaitable[int]]]:
    """APScheduler as its documentation has it."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    async with aiohttp.ClientSession() as session:
        _session.append(session)
        scheduler = AsyncIOScheduler(jobstores={"default": SQLAlchemyJobStore(url)}, timezone="UTC")
        scheduler.start()
        await asyncio.sleep(0)

        async def left() -> int:
            return int(sys.argv[5]) - len(_done)

        yield left
        scheduler.shutdown(wait=False)


async def measured(kind: str, what: str, url: str) -> None:
    """Start, say so, and wait until everything that falls due is done."""
    async with (kansli if kind == "kansli" else apscheduler)(url) as left:
        if what == "start":
            await asyncio.sleep(0.3)
            sys.stdout.write("ready" + json.dumps({"rss_mb": _rss()}) + "\n")
            return
        sys.stdout.write('ready{"rss_mb": 0}\n')
        sys.stdout.flush()
        due = float(sys.argv[4])
        stalls: list[float] = []
        await asyncio.sleep(max(0.0, due - time.time() - 0.5))  # noqa: TID251
        beating = asyncio.create_task(_beat(stalls))
        await asyncio.sleep(max(0.0, due - time.time()))  # noqa: TID251
        until = time.monotonic() + LONGEST
        while await left() and time.monotonic() < until:  # noqa: ASYNC110 - another thread of it works
            await asyncio.sleep(0.1)
        beating.cancel()
        last = (max(_done, default=due) - due) * 1000
        told = {"last_done_ms": round(last, 1), "max_stall_ms": round(max(stalls) * 1000, 1)}
        sys.stdout.write(json.dumps(told) + "\n")


async def _beat(stalls: list[float]) -> None:
    """How much later than asked for the loop comes back."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(BEAT)
        stalls.append(time.perf_counter() - before - BEAT)


def _rss() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    found = next(line for line in lines if line.startswith("VmRSS"))
    return int(found.split()[1]) / 1024


if __name__ == "__main__":
    sys.modules["tests.bench_reminders_child"] = sys.modules["__main__"]  # where APScheduler looks for the job
    asyncio.run(measured(*sys.argv[1:4]))
