"""The PDF is readable aloud, archivable, the same every time, and always comes."""

import datetime as dt
import io
import pickle
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents import pdf as printing
from documents.document import (
    Bullets,
    Clauses,
    Closing,
    Document,
    Facts,
    Heading,
    Link,
    Links,
    Paragraph,
    Remarks,
    Table,
)
from documents.pdf import pdf
from documents.printable import _families, printable
from documents.render import render


def paper(text: str = "Text", *, title: str = "Minnesanteckningar", rows: int = 1) -> Document:
    """A document with every kind of block."""
    return Document(
        title=title,
        subject="Skolchefsnätverket Norr",
        language="sv",
        date=dt.date(2026, 3, 5),
        dated="Upprättade 2026-03-05",
        blocks=(
            Facts((("Tid", text), ("Plats", "Teams"))),
            Heading(text, 2, "1."),
            Remarks((text,)),
            Paragraph(text, lead="Beslut:"),
            Heading(text, 3, "1.1"),
            Clauses("Nätverket beslutade", (text, "att avsluta.")),
            Bullets((text,), lead="Frågor:"),
            Links("Bilaga:", (Link("https://exempel.se/å?a=1", text), Link("https://exempel.se"))),
            Heading("Uppdrag"),
            Table(("Vem", "Vad"), ((text, "Skicka ut"),) * rows, caption="Uppdrag"),
            Closing("Anteckningar förda av Eva Alm"),
        ),
    )


def opened(document: Document) -> pikepdf.Pdf:
    """The PDF, read by a tool that is not ours."""
    return pikepdf.open(io.BytesIO(pdf(document)))


def tags(element: Any) -> list[str]:
    """Every structure tag under an element, in reading order."""
    if isinstance(element, pikepdf.Array):
        return [tag for one in element for tag in tags(one)]
    if not isinstance(element, pikepdf.Dictionary):
        return []
    own = [str(element.S)] if "/S" in element else []
    return own + (tags(element.K) if "/K" in element else [])


def test_the_pdf_says_what_it_is() -> None:
    """The PDF says what it is."""
    file = opened(paper())
    with file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["dc:title"] == "Minnesanteckningar – Skolchefsnätverket Norr"
        assert list(metadata["dc:language"]) == ["sv-SE"]
    assert file.Root.Lang == "sv-SE"
    assert file.Root.MarkInfo.Marked
    assert file.Root.ViewerPreferences.DisplayDocTitle


def test_headings_lists_tables_and_links_are_tagged() -> None:
    """Headings lists tables and links are tagged."""
    file = opened(paper())
    found = tags(file.Root.StructTreeRoot.K)
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/THead", "/TH", "/TD", "/Link"} <= set(found)


def test_every_typeface_is_embedded() -> None:
    """Every typeface is embedded."""
    file = opened(paper("Åäö Ελλ Укр ✓ █ ☎"))
    fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
    described = [one.FontDescriptor for one in fonts if "/FontDescriptor" in one]
    assert described
    assert all(any(key.startswith("/FontFile") for key in one.keys()) for one in described)  # noqa: SIM118


def test_the_same_document_gives_the_same_bytes() -> None:
    """The same document gives the same bytes."""
    assert pdf(paper()) == pdf(paper())


def test_a_table_over_several_pages_repeats_its_header() -> None:
    """A table over several pages repeats its header."""
    assert len(opened(paper(rows=80)).pages) > 2


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd") $x$ *fet* @ref <etikett> https://a.se \\ #"',
        "🙂 中文 עברית العربية ไทย 👩‍👩‍👧 🇸🇪",
        "\x00\ud800\u202e\ufeff\u200b",
        "\ue000\uffff\U0010ffff",
        "e\u0301\u0301\u0323\u20dd q\u0489",
        "å" * 8_000,
        "\n\n\n",
        "",
    ],
)
def test_there_is_always_a_pdf(text: str) -> None:
    """There is always a PDF."""
    assert len(opened(paper(text, title=text)).pages) >= 1


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_there_is_a_pdf_of_any_text(text: str) -> None:
    """There is a PDF of any text."""
    assert pdf(paper(text)).startswith(b"%PDF")


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_there_is_a_pdf_of_any_text_at_the_first_attempt(text: str) -> None:
    """There is a PDF of any text at the first attempt."""
    assert printing._typeset(paper(text), printable).startswith(b"%PDF")


def test_every_sign_counted_as_drawable_is_drawn() -> None:
    """Every sign counted as drawable is drawn."""
    signs = sorted(set().union(*_families()))
    text = " ".join(sign for sign in signs if printable(sign) == sign)
    assert printing._typeset(paper(text), printable).startswith(b"%PDF")


def test_what_cannot_be_typeset_is_printed_in_plain_latin(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be typeset is printed in plain Latin."""

    def missing(text: str) -> str:
        return text

    monkeypatch.setattr(printing, "printable", missing)
    assert pdf(paper("🙂")).startswith(b"%PDF")


def test_the_call_can_be_given_to_a_worker_process() -> None:
    """The call can be given to a worker process."""
    call, document, wanted = pickle.loads(pickle.dumps((render, paper(), "pdf")))  # noqa: S301 - our own bytes
    assert call(document, wanted) == render(paper(), "pdf")
    assert render(paper(), "md").startswith(b"# Minnesanteckningar\n")


def test_an_unknown_format_is_an_error() -> None:
    """An unknown format is an error, not another format."""
    with pytest.raises(ValueError, match="docx"):
        render(paper(), "docx")  # type: ignore[arg-type]
