"""The one door to paper: a document in a format, as bytes.

`render` and its arguments can be pickled, so that a worker process can be given the call; what a format needs
is imported when that format is first asked for.
"""

from __future__ import annotations

from typing import Literal

from documents.document import Document

Format = Literal["md", "pdf"]
FORMATS: tuple[Format, ...] = ("md", "pdf")


def render(document: Document, format: Format) -> bytes:  # noqa: A002 - the word everybody uses
    """The document's bytes; the same document always gives the same bytes."""
    if format == "pdf":
        from documents.pdf import pdf

        return pdf(document)
    if format == "md":
        from documents.markdown import markdown

        return markdown(document).encode()
    raise ValueError(f"no such format: {format}")
