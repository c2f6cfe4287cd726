"""The clockwork runs its sweeps, survives their mistakes, and says when it last did."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from scheduler.clockwork import Clockwork

OFTEN = dict.fromkeys(("deliver", "recover", "plan", "prune", "backup", "heartbeat"), 0.001)


async def nothing() -> None:
    """A sweep that does nothing."""


async def test_every_sweep_runs_again_and_again() -> None:
    """Every sweep runs again and again."""
    ran = {name: asyncio.Semaphore(0) for name in OFTEN}

    def sweep(name: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            ran[name].release()

        return run

    clockwork = Clockwork(**{name: sweep(name) for name in OFTEN}, trouble=print, every=OFTEN)
    clockwork.start()
    try:
        async with asyncio.timeout(5):
            for name in OFTEN:
                await ran[name].acquire()
                await ran[name].acquire()
    finally:
        clockwork.stop()


async def test_the_last_tick_is_the_last_sweep_that_went_well() -> None:
    """The last tick is the last sweep that went well."""
    time = 100.0
    heard: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    fine = True
    delivered = asyncio.Event()

    async def deliver() -> None:
        if not fine:
            raise ConnectionError
        delivered.set()

    clockwork = Clockwork(
        deliver=deliver,
        recover=nothing,
        plan=nothing,
        prune=nothing,
        backup=nothing,
        heartbeat=nothing,
        trouble=lambda job, kind: heard.put_nowait((job, kind)),
        every={**dict.fromkeys(OFTEN, 60), "deliver": 0.001},
        monotonic=lambda: time,
    )
    assert clockwork.age() is None
    clockwork.start()
    try:
        async with asyncio.timeout(5):
            await delivered.wait()
            fine = False
            while await heard.get() != ("deliver", "error"):
                pass
            time = 170.0
            assert clockwork.age() == 70.0
            fine = True
            delivered.clear()
            await delivered.wait()
        assert clockwork.age() == 0.0
    finally:
        clockwork.stop()
