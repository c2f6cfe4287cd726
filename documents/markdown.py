"""A document as CommonMark (with tables), every text escaped so that it reads as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from documents.document import (
    Block,
    Bullets,
    Clauses,
    Closing,
    Document,
    Facts,
    Heading,
    Links,
    Paragraph,
    Remarks,
    Table,
)
from documents.text import clean

_SIGNS = re.compile(r"[\\`*_\[\]<~|$#]")
_ENTITY = re.compile(r"&(?=[#A-Za-z])")
_BLOCK_START = re.compile(r"[-+=>:]|(\d+)([.)])(?=\s|$)")
_EDGE = re.compile(r"^[^\S\x85]+|[^\S\x85]+$")  # U+0085 has no character reference
_ADDRESS = "!#$%&'()*+,-./:;=?@_~"  # what may stand in an address unchanged


def markdown(document: Document) -> str:
    """The whole document, ending with one line break."""
    head = [f"# {_one_line(document.title)}", f"**{_lines(document.subject)}**"]
    if document.dated:
        head.append(_lines(document.dated))
    parts = [*head, *(_WRITERS[type(block)](block) for block in document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(block: Heading) -> str:
    number = f"{block.number} " if block.number else ""
    return f"{'#' * block.level} {number}{_one_line(block.text)}"


def _paragraph(block: Paragraph) -> str:
    return _led(block.lead, block.text)


def _remarks(block: Remarks) -> str:
    return "\\\n".join(_lines(line) for line in block.lines)


def _facts(block: Facts) -> str:
    return "\\\n".join(_led(f"{label}:", text) for label, text in block.rows)


def _clauses(block: Clauses) -> str:
    return "\\\n".join((_strong(block.lead), *(_lines(item) for item in block.items)))


def _bullets(block: Bullets) -> str:
    items = "\n".join("- " + _lines(item).replace("\n", "\n  ") for item in block.items)
    return f"{_strong(block.lead)}\n\n{items}" if block.lead else items


def _links(block: Links) -> str:
    shown = [f"- [{_lines(one.name or one.address)}](<{_address(one.address)}>)" for one in block.items]
    return f"{_strong(block.lead)}\n\n" + "\n".join(shown)


def _table(block: Table) -> str:
    rows = [block.header, ("---",) * len(block.header)]
    written = [_row([_one_line(cell) for cell in rows[0]]), _row(rows[1])]
    written += [_row([_one_line(cell) for cell in row]) for row in block.rows]
    table = "\n".join(written)
    return f"{_strong(block.caption)}\n\n{table}" if block.caption else table


def _closing(block: Closing) -> str:
    return _lines(block.text)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _led(lead: str, text: str) -> str:
    return f"{_strong(lead)} {_lines(text)}" if lead else _lines(text)


def _strong(text: str) -> str:
    return f"**{_lines(text)}**"


def _lines(text: str) -> str:
    """Escaped text, its line breaks as hard breaks, which nothing can end with."""
    whole = clean(text)
    inner = whole.rstrip("\n")
    after = "&#10;" * (len(whole) - len(inner))
    return "\\\n".join(_escaped(line) for line in inner.split("\n")) + after


def _one_line(text: str) -> str:
    """Escaped text for a heading or a cell, where a line break can only be a character."""
    return "&#10;".join(_escaped(line) for line in clean(text).split("\n"))


def _escaped(line: str) -> str:
    line = _ENTITY.sub(r"\\&", _SIGNS.sub(r"\\\g<0>", line))
    line = _BLOCK_START.sub(_held, line, count=1) if _BLOCK_START.match(line) else line
    return _EDGE.sub(lambda edge: "".join(f"&#{ord(sign)};" for sign in edge.group()), line)


def _held(start: re.Match[str]) -> str:
    """The sign that would open a list, a quotation or an underlined heading, held back."""
    return f"{start.group(1)}\\{start.group(2)}" if start.group(1) else f"\\{start.group()}"


def _address(address: str) -> str:
    return quote(clean(address), safe=_ADDRESS).replace("&", "&amp;")


_WRITERS: dict[type[Block], Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Remarks: _remarks,
    Facts: _facts,
    Clauses: _clauses,
    Bullets: _bullets,
    Links: _links,
    Table: _table,
    Closing: _closing,
}
