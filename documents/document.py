"""A document before it has a format: what stands on the paper and in which order, as plain data.

The texts are what people wrote, never markup; every format escapes them in its own way.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading; level 2 for a section or an item, 3 for a part of it (the title is level 1)."""

    text: str
    level: int = 2
    number: str = ""  # with its sign, such as "4." or "4)"


@dataclass(frozen=True)
class Paragraph:
    """Running text, perhaps after a lead such as "Beslut:"; line breaks in it are kept."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Remarks:
    """Short lines under a heading: who presents, who raised it, where it comes from."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Labels with what they say: the date, the time, the place, those present."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Clauses:
    """A decision's clauses, one a line, after the words that lead to them."""

    lead: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Bullets:
    """A list, perhaps after a lead."""

    items: tuple[str, ...]
    lead: str = ""


@dataclass(frozen=True)
class Link:
    """An address with the name it goes by, which may be empty."""

    address: str
    name: str = ""


@dataclass(frozen=True)
class Links:
    """What is attached, after a lead such as "Bilaga:"."""

    lead: str
    items: tuple[Link, ...]


@dataclass(frozen=True)
class Table:
    """A table with a header row; every row is as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class Closing:
    """The last line: who kept the minutes."""

    text: str


Block = Heading | Paragraph | Remarks | Facts | Clauses | Bullets | Links | Table | Closing


@dataclass(frozen=True)
class Document:
    """One document. The same values give the same bytes in every format."""

    title: str  # what kind of paper it is, such as "Minnesanteckningar"
    subject: str  # whose it is: the network
    language: str  # "sv" or "en"
    date: dt.date  # the paper's own date, which is not the meeting's
    dated: str  # the same, worded for the page
    blocks: tuple[Block, ...]
