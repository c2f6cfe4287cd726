"""A document as PDF, at once PDF/UA-1 (readable aloud) and PDF/A-2a (to be archived)."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from documents.document import Block, Document, Heading, Links, Table
from documents.printable import bare, printable
from documents.text import clean

_TEMPLATE = Path(__file__).with_name("template.typ")
_REGIONS = {"sv": "SE", "en": "GB"}
_ADDRESS = "!#$%&'()*+,-./:;=?@_~[]"
_NARROW, _WIDE = 16, 50  # characters: a narrow column is as wide as it needs, the wide ones share the rest


def pdf(document: Document) -> bytes:
    """The document's pages. There is always a PDF: what cannot be drawn is printed by its name."""
    import typst  # read by those who print only

    try:
        return _typeset(document, printable)
    except typst.TypstError:
        return _typeset(document, bare)


def _typeset(document: Document, drawn: Callable[[str], str]) -> bytes:
    import typst

    noon = dt.datetime.combine(document.date, dt.time(12), tzinfo=dt.UTC)
    with tempfile.TemporaryDirectory() as empty:
        root: Any = empty  # the package's types want it to be of the template's type
        made = typst.compile(
            _TEMPLATE.read_bytes(),
            root=root,
            package_path=empty,
            package_cache_path=empty,
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"document": json.dumps(_data(document, drawn))},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(noon.timestamp()),
        )
    return bytes(made)


def _data(document: Document, drawn: Callable[[str], str]) -> dict[str, Any]:
    return {
        "title": drawn(document.title).strip() or "–",
        "subject": drawn(document.subject),
        "dated": drawn(document.dated),
        "language": document.language,
        "region": _REGIONS[document.language],
        "year": document.date.year,
        "month": document.date.month,
        "day": document.date.day,
        "blocks": [_block(block, drawn) for block in document.blocks],
    }


def _block(block: Block, drawn: Callable[[str], str]) -> dict[str, Any]:
    if isinstance(block, Links):
        items = [
            {"name": drawn(one.name), "address": _address(one.address), "shown": drawn(one.address)}
            for one in block.items
        ]
        return {"kind": "links", "lead": drawn(block.lead), "items": items}
    data = {name: _all(value, drawn) for name, value in asdict(block).items()}
    if isinstance(block, Table):
        data["widths"] = _widths(block)
    if isinstance(block, Heading) and not str(data["text"]).strip():
        data["text"] = "–"  # PDF/UA has no empty headings
    return {"kind": type(block).__name__.lower(), **data}


def _all(value: Any, drawn: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return drawn(value)
    return [_all(one, drawn) for one in value] if isinstance(value, tuple) else value


def _widths(table: Table) -> list[int]:
    """Each column's share of the width; 0 is as wide as it needs to be."""
    longest = [max(map(len, column)) for column in zip(table.header, *table.rows, strict=True)]
    return [min(length, _WIDE) if length > _NARROW else 0 for length in longest]


def _address(address: str) -> str:
    return quote(clean(address), safe=_ADDRESS)
