"""The real program as a process of its own, started, killed and started again."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

import aiohttp

from bot.crash_points import VARIABLE

READY_WITHIN = 60.0


class Program:
    """One worker on one port; it is started with the place at which it is to die, if any."""

    def __init__(self, folder: Path, url: str, zone: str) -> None:
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith("KANSLI_")} | {
            "KANSLI_PROFILE": "local",
            "KANSLI_PORT": str(self.port),
            "KANSLI_DATABASE_URL": url,
            "KANSLI_ZONE": zone,
        }
        self._process: asyncio.subprocess.Process | None = None
        self.ready = False

    async def start(self, crash_at: str = "") -> None:
        """Begin; it is not ready yet."""
        with (self._folder / "errors.log").open("ab") as errors:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "serve",
                env=self._environment | ({VARIABLE: crash_at} if crash_at else {}),
                stdout=asyncio.subprocess.DEVNULL,
                stderr=errors,
            )

    async def wait_ready(self, session: aiohttp.ClientSession) -> bool:
        """Until it answers; False when it ended before."""
        async with asyncio.timeout(READY_WITHIN):
            while self.alive:
                with suppress(aiohttp.ClientError, OSError):
                    async with session.get(f"{self.address}/healthz") as answer:
                        self.ready = answer.status == 200
                        if self.ready:
                            return True
                await asyncio.sleep(0.02)
        return False

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.returncode is None

    async def died(self, within: float) -> bool:
        """Whether it ends by itself within so many seconds."""
        if self._process is None:
            return True
        with suppress(TimeoutError):
            await asyncio.wait_for(self._process.wait(), within)
        return not self.alive

    async def kill(self) -> None:
        """End it without a word."""
        self.ready = False
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGKILL)
            await self._process.wait()

    def pause(self, on: bool) -> None:
        """Stop it where it is, or let it go on."""
        if self._process is not None and self.alive:
            self._process.send_signal(signal.SIGSTOP if on else signal.SIGCONT)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
