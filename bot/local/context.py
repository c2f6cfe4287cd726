"""What the local channel's routes need from the rest of the bot."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from aiohttp import web

from bot.local.channel import LocalChannel
from bot.local.people import Json
from bot.local.starter import STARTER, StarterNetwork
from bot.pipeline import InvokeAnswer

WEB = Path(__file__).parents[2] / "web"


class LocalTime(Protocol):
    """The clock of the local channel, which can be moved forward; all times carry their zone."""

    def now(self) -> datetime:
        """What the clock says."""

    async def forward(self, to: datetime) -> None:
        """Move the clock; everything that falls due on the way has happened when this returns."""

    async def next_due(self) -> datetime | None:
        """When the bot will next post by itself, if anything is owed."""


class Changes:
    """Wakes those who wait for the channel to change."""

    def __init__(self, channel: LocalChannel) -> None:
        self._channel = channel
        self._bell = asyncio.Event()
        self._closed = False
        channel.messages.listeners.append(self._ring)

    def _ring(self) -> None:
        self._bell.set()
        self._bell = asyncio.Event()

    def close(self) -> None:
        """Let everybody go: the server stops."""
        self._closed = True
        self._ring()

    async def after(self, version: int, longest: float) -> None:
        """Return when the channel has changed since that version, or after so many seconds."""
        if self._channel.messages.version == version and not self._closed:
            try:
                await asyncio.wait_for(self._bell.wait(), longest)
            except TimeoutError:
                return


@dataclass(frozen=True, slots=True)
class LocalContext:
    """The channel, the way to the bot's own `/api/messages`, and the clock.

    `deliver` gives an HTTP status and, for an invoke, the body. `kept` is the file where the channel is kept
    over a restart, if it is. `run` tells one start of the server from the next, so that an open page starts anew.
    """

    channel: LocalChannel
    deliver: Callable[[Json], Awaitable[InvokeAnswer]]
    time: LocalTime
    network: StarterNetwork = STARTER
    web: Path = WEB
    kept: Path | None = None
    poll_seconds: float = 25.0
    run: str = field(default_factory=lambda: token_hex(4))


LOCAL = web.AppKey("local", LocalContext)
CHANGES = web.AppKey("changes", Changes)
