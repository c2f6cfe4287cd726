"""The values that go into and come out of understanding a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NOTHING: Mapping[str, object] = MappingProxyType({})
"""No slots at all."""


def _no_slots() -> Mapping[str, object]:
    return NOTHING


@dataclass(frozen=True)
class Known:
    """What the network knows that helps to read a sentence.

    `mentions` are the names mentioned with @ in this message; the text holds them as "@Name" or plain.
    """

    members: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    meeting_open: bool = False


@dataclass(frozen=True)
class Suggestion:
    """One thing the speaker may have meant, to be offered and never done unasked."""

    intent: str
    slots: Mapping[str, object] = field(default_factory=_no_slots)


@dataclass(frozen=True)
class Doubt:
    """A date or time that can be read in more than one way, or in none.

    `readings` are values of the slot as the contract writes them; `why` is one of "weekday",
    "no-such-time", "which-week", "no-such-date" and "past".
    """

    slot: str
    readings: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Understanding:
    """What a sentence asks for: an intent of the table, "none" for chatter, or "unsure"."""

    intent: str
    slots: Mapping[str, object] = field(default_factory=_no_slots)
    missing: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    doubt: Doubt | None = None
    why: tuple[str, ...] = ()
    language: str = "sv"
