"""The neutral parts of a card: what it says and what can be tapped, whoever draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FieldKind(StrEnum):
    """What a field of a form takes."""

    TEXT = "text"
    LONG = "long"
    NAMES = "names"  # several, with commas
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"


@dataclass(frozen=True)
class Field:
    """One field of a form; `slot` is the slot it fills, `options` are value and label of a choice."""

    slot: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""


@dataclass(frozen=True)
class Form:
    """What opens when a button asks for more: its fields and what is sent."""

    title: str
    fields: tuple[Field, ...]
    send: str


@dataclass(frozen=True)
class Button:
    """Something to tap: the action it asks for with the slots it gives, or an address it opens."""

    label: str
    action: str = ""
    slots: Mapping[str, object] = field(default_factory=dict)
    form: Form | None = None
    link: str = ""


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str
    strong: bool = False
    subtle: bool = False


@dataclass(frozen=True)
class Facts:
    """Names and values, a row each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Lines:
    """A list; each line as it is to be read, with its number if it has one."""

    lines: tuple[str, ...]


Part = Text | Facts | Lines


@dataclass(frozen=True)
class Card:
    """A card; with a `key` it is kept up to date in place, and it stands once in the channel."""

    title: str
    parts: tuple[Part, ...] = ()
    buttons: tuple[Button, ...] = ()
    key: str = ""


def as_text(card: Card) -> tuple[str, ...]:
    """The card as lines of text: for a notification, a `.chat` and whoever sees no cards."""
    lines = [card.title]
    for part in card.parts:
        match part:
            case Text(text):
                lines += text.split("\n")
            case Facts(rows):
                lines += [f"{name}: {value}" for name, value in rows]
            case Lines(items):
                lines += [line for item in items for line in item.split("\n")]
    if card.buttons:
        lines.append(" ".join(f"({button.label})" for button in card.buttons))
    return tuple(lines)
