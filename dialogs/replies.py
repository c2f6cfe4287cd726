"""What a handler returns: nobody but the bot sends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dialogs.cards import Card


@dataclass(frozen=True)
class Refresh:
    """Bring the card of this key up to date where it stands; nothing happens if it stands nowhere."""

    key: str


@dataclass(frozen=True)
class Tell:
    """Something for somebody else: owed, and worded when it is sent. `target` is "channel" or "member:NAME"."""

    kind: str
    target: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """A document is wanted: "agenda" or "minutes" of a meeting, in these formats."""

    kind: str
    meeting: int
    formats: tuple[str, ...] = ("pdf", "md")


@dataclass(frozen=True)
class Ask:
    """A question whose answer fills a slot of what was begun."""

    text: str
    action: str
    slots: Mapping[str, object]
    slot: str
    card: Card | None = None  # a form that asks for everything at once


@dataclass(frozen=True)
class Offer:
    """Something that would be done, in words that say so."""

    label: str
    action: str
    slots: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Offers:
    """A question answered by tapping one of the offers, or by saying it; "yes" means the first."""

    text: str
    offers: tuple[Offer, ...]


Reply = str | Card | Refresh | Tell | Paper | Ask | Offers
Replies = Iterable[Reply]
