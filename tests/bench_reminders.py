"""`make bench-reminders`: a start with 100,000 messages owed, and 1,000 that fall due in one second.

The same is done by APScheduler's own SQLAlchemy job store, for comparison. Each measurement has a process of its
own; what is compared is measured alternately, and the median counts.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.bench_reminders_fill import fill_jobs, fill_ours, found_networks, results

ROUNDS = 5
OWED = 100_000
AT_ONCE = 1_000
SOON = 6.0  # seconds from the start of the process until everything falls due
PATIENCE = 60.0


class Connector:
    """Takes every message at once."""

    def __init__(self) -> None:
        self.posted: list[str] = []
        self.address = ""

    async def start(self) -> web.AppRunner:
        """Listen on a free port."""
        app = web.Application()
        app.router.add_post("/v3/conversations", self._create)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        return runner

    async def _create(self, request: web.Request) -> web.Response:
        body = await request.json()
        channel = body["channelData"]["channel"]["id"]
        self.posted.append(channel)
        number = str(len(self.posted))
        return web.json_response({"id": f"{channel};messageid={number}", "activityId": number}, status=201)


def child(*arguments: str) -> dict[str, Any]:
    """What a measuring process says: its last line, and how long it took to be ready."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench_reminders_child", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        ready = next(line for line in lines if line.startswith("ready"))
        took = time.perf_counter() - begun
        last = ready.removeprefix("ready")
        for line in lines:
            last = line
    return {**json.loads(last), "start_s": took}


def starts(folder: Path, kind: str) -> dict[str, float]:
    """A start with everything owed against one with nothing owed."""
    empty, full = f"sqlite:///{folder}/{kind}-empty.db", f"sqlite:///{folder}/{kind}-full.db"
    for url in (empty, full):
        child(kind, "start", url)  # the tables are made, the network moves in
    (fill_ours if kind == "kansli" else fill_jobs)(full, OWED)
    taken: dict[str, list[dict[str, Any]]] = {empty: [], full: []}
    for _ in range(ROUNDS):
        for url, found in taken.items():
            found.append(child(kind, "start", url))

    def median(url: str, what: str) -> float:
        return statistics.median(one[what] for one in taken[url])

    return {
        "start_s": round(median(full, "start_s"), 3),
        "start_vs_empty": round(median(full, "start_s") / median(empty, "start_s"), 3),
        "rss_extra_mb": round(median(full, "rss_mb") - median(empty, "rss_mb"), 1),
    }


async def at_once(folder: Path, kind: str, round_: int) -> dict[str, float]:
    """Everything falls due in one moment: how long until the last is done, and how long the loop stood still."""
    connector = Connector()
    runner = await connector.start()
    url = f"sqlite:///{folder}/{kind}-{round_}.db"
    await asyncio.to_thread(child, kind, "start", url)
    due = time.time() + SOON  # noqa: TID251 - the moment the other process is to meet
    networks = found_networks(url, AT_ONCE, connector.address) if kind == "kansli" else []
    if kind == "kansli":
        fill_ours(url, AT_ONCE, due=due, networks=networks)
    else:
        fill_jobs(url, AT_ONCE, due=due, address=connector.address)
    found = await asyncio.to_thread(child, kind, "due", url, str(due), str(AT_ONCE))
    last = results(url, due) if kind == "kansli" else found["last_done_ms"]
    await runner.cleanup()
    lost = AT_ONCE - len(set(connector.posted))
    return {"last_done_ms": last, "max_stall_ms": found["max_stall_ms"], "lost": lost}


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="kansli-bench-") as name:
        folder = Path(name)
        started = {kind: starts(folder, kind) for kind in ("kansli", "apscheduler")}
        rounds: dict[str, list[dict[str, float]]] = {"kansli": [], "apscheduler": []}
        for number in range(ROUNDS - 2):
            for kind, found in rounds.items():
                found.append(asyncio.run(at_once(folder, kind, number)))
    sums = {}
    for kind, found in rounds.items():
        middle = {what: statistics.median(one[what] for one in found) for what in ("last_done_ms", "max_stall_ms")}
        sums[kind] = {**started[kind], **middle, "lost": sum(int(one["lost"]) for one in found)}
    for kind, one in sums.items():
        sys.stdout.write(
            f"{kind}: started in {one['start_s']} s, {one['start_vs_empty']} times the empty start, "
            f"{one['rss_extra_mb']} MB more; {AT_ONCE} due at once: the last done after {one['last_done_ms']} ms, "
            f"the loop stood still {one['max_stall_ms']} ms at most, {one['lost']} lost\n"
        )
    ours = {name: value for name, value in sums["kansli"].items() if name != "start_s"}
    ordered = {"owed": OWED, "start_vs_empty": 0, "rss_extra_mb": 0, "due_at_once": AT_ONCE}
    sys.stdout.write(json.dumps({**ordered, **ours}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
