"""Keeps the local channel over a restart, so that the page still shows what the records remember."""

import logging
from asyncio import TimerHandle, get_running_loop
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec

from bot.local.channel import LocalChannel
from bot.local.messages import Message
from bot.local.people import LocalPerson

log = logging.getLogger(__name__)

PAUSE = 0.5  # seconds between the first change and the writing, so that a burst is written once


class Kept(msgspec.Struct):
    """Everything a channel remembers, and what its clock said then."""

    at: datetime
    team: str
    channel: str
    installed: bool
    people: list[LocalPerson]
    messages: list[Message]
    gone: dict[str, int]
    version: int
    last: dict[str, int]


def write_down(channel: LocalChannel) -> bytes:
    """The channel as JSON."""
    kept = Kept(
        channel.clock(),
        channel.place.team_name,
        channel.place.channel_name,
        channel.installed,
        list(channel.people.values()),
        list(channel.messages),
        channel.messages.gone,
        channel.messages.version,
        channel.last,
    )
    return msgspec.json.encode(kept)


def take_up(channel: LocalChannel, text: bytes) -> datetime:
    """Fill a new channel with what was written down: what the clock said then; `ValueError` if unreadable."""
    kept = msgspec.json.decode(text, type=Kept)
    channel.people.update((person.user_id, person) for person in kept.people)
    channel.place = replace(channel.place, team_name=kept.team, channel_name=kept.channel)
    channel.installed = kept.installed
    channel.last.update(kept.last)
    channel.messages.restore(kept.messages, kept.version, kept.gone)
    return kept.at


def load(channel: LocalChannel, path: Path) -> datetime | None:
    """Fill a new channel from the file: what its clock said then, or None when there is nothing to go on with."""
    try:
        return take_up(channel, path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.warning("the local channel begins anew: %s", type(error).__name__)
        return None


def save(channel: LocalChannel, path: Path) -> None:
    """Write the channel to the file, all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_bytes(write_down(channel))
    draft.replace(path)


class Keeper:
    """Writes the channel down soon after each change; needs a running loop when something changes."""

    def __init__(self, channel: LocalChannel, path: Path) -> None:
        self._channel = channel
        self._path = path
        self._waiting: TimerHandle | None = None
        channel.messages.listeners.append(self._soon)

    def _soon(self) -> None:
        if self._waiting is None:
            self._waiting = get_running_loop().call_later(PAUSE, self.now)

    def now(self) -> None:
        """Write it down at once."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        save(self._channel, self._path)
