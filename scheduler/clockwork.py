"""The clockwork: APScheduler, which only says that it is time to look. What is owed stands in the database."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED
from apscheduler.schedulers.asyncio import AsyncIOScheduler

Job = Callable[[], Awaitable[object]]
EVERY: Mapping[str, float] = {  # seconds
    "deliver": 15,
    "recover": 30,
    "heartbeat": 60,
    "plan": 3600,
    "backup": 3600,  # looks every hour whether the night's copy was made
    "prune": 86400,
}
_TROUBLES = {EVENT_JOB_ERROR: "error", EVENT_JOB_MISSED: "missed", EVENT_JOB_MAX_INSTANCES: "overlap"}


class Clockwork:
    """Runs the sweeps again and again; a sweep takes no arguments and may run at any time, any number of times."""

    def __init__(
        self,
        *,
        deliver: Job,
        recover: Job,
        plan: Job,
        prune: Job,
        backup: Job,
        heartbeat: Job,
        trouble: Callable[[str, str], object],
        every: Mapping[str, float] = EVERY,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`trouble(job, kind)` hears of a sweep that failed, was missed or was still running."""
        self._trouble = trouble
        self._monotonic = monotonic
        self.last_tick: float | None = None
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_listener(self._heard, sum(_TROUBLES))
        jobs = {"deliver": self._ticking(deliver), "recover": recover, "plan": plan, "prune": prune}
        jobs |= {"backup": backup, "heartbeat": heartbeat}
        for name, job in jobs.items():
            self._scheduler.add_job(
                job,
                "interval",
                seconds=every[name],
                id=name,
                replace_existing=True,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )

    def start(self) -> None:
        """Begin, within the running event loop."""
        self.last_tick = self._monotonic()
        self._scheduler.start()

    def stop(self) -> None:
        """End; a sweep that is running is not waited for."""
        self._scheduler.shutdown(wait=False)

    def age(self) -> float | None:
        """Seconds since the last delivery sweep ended well; None before the start."""
        return None if self.last_tick is None else self._monotonic() - self.last_tick

    def _ticking(self, deliver: Job) -> Job:
        async def tick() -> None:
            await deliver()
            self.last_tick = self._monotonic()

        return tick

    def _heard(self, event: object) -> None:
        self._trouble(event.job_id, _TROUBLES[event.code])  # type: ignore[attr-defined]
