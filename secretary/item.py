"""An agenda item, and what is written under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from secretary.network import Standing


class Kind(StrEnum):
    """What an item asks of the meeting."""

    DECISION = "decision"
    INFORMATION = "information"
    DISCUSSION = "discussion"
    FOLLOW_UP = "follow-up"


class State(StrEnum):
    """Whether an item is still to be dealt with at its meeting."""

    LISTED = "listed"
    WITHDRAWN = "withdrawn"
    TABLED = "tabled"


class Written(StrEnum):
    """The kinds of entry under an item."""

    NOTE = "note"
    DECISION = "decision"
    NOTED = "noted"
    FILED = "filed"


@dataclass(frozen=True)
class Entry:
    """Something written under an item: a note's text, or a decision's clauses."""

    written: Written
    by: str
    at: dt.datetime
    text: str = ""
    clauses: tuple[str, ...] = ()  # each as said: "att …", or a whole sentence


@dataclass(frozen=True)
class Attachment:
    """A link that belongs to an item, with the name it goes by."""

    link: str
    name: str = ""


@dataclass(frozen=True)
class Item:
    """A matter on a meeting's agenda. Its number is where it stands; its id never changes within the meeting."""

    id: int
    title: str = ""  # empty for a standing item that goes by its usual name
    kind: Kind | None = None
    standing: Standing | None = None
    under: int | None = None  # the id of the item it is part of
    presenters: tuple[str, ...] = ()
    minutes: int | None = None
    attachments: tuple[Attachment, ...] = ()
    raised_by: str = ""  # the person who put it there, by name
    owner: str = ""  # the same person's identity
    late: bool = False  # came after the deadline for items
    state: State = State.LISTED
    reason: str = ""
    tabled_to: dt.date | None = None
    tabled_from: dt.date | None = None
    entries: tuple[Entry, ...] = ()


def standing_items(frame: Sequence[Standing]) -> tuple[Item, ...]:
    """The items that a new meeting starts from."""
    return tuple(Item(id=place, standing=standing) for place, standing in enumerate(frame, 1))
