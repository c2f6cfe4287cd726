"""Markdown carries every text as it was written, whatever signs are in it."""

import datetime as dt
from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from documents.document import (
    Block,
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
from documents.markdown import markdown
from documents.text import clean

reader = MarkdownIt("commonmark").enable("table")
TRAPS = st.sampled_from(list("\\`*_{}[]<>()#+-.!|~&;:=$\"'1a å\n\t"))
TEXTS = st.one_of(
    st.lists(TRAPS, max_size=30).map("".join),
    st.text(max_size=60),
    st.from_regex(r"[-#>+=1]+[.) ].*", fullmatch=True),
).map(lambda text: clean(text).strip() or "x")


def paper(*blocks: Block, title: str = "Titel", subject: str = "Nätverket") -> Document:
    """A document of these blocks."""
    return Document(title, subject, "sv", dt.date(2026, 3, 4), "", blocks)


def read(tokens: Iterable[Token]) -> str:
    """What a reader of the rendered page sees, line breaks and all."""
    text = ""
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            text += "\n"
        text += read(token.children) if token.children else token.content
    return text


def inlines(document: Document) -> list[str]:
    """The texts of the rendered page, one for each heading, paragraph, item and cell, after the two first."""
    tokens = reader.parse(markdown(document))
    return [read(token.children or []) for token in tokens if token.type == "inline"][2:]


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
@example("a | b\n:--", "- [x] <b>&amp;&#65;</b>")
@example("1. ett\n2) två\n\n    kod", "===\n---")
def test_every_text_reads_as_it_was_written(one: str, other: str) -> None:
    """Every text reads as it was written."""
    document = paper(
        Heading(one, 2, "4."),
        Paragraph(other, lead=one),
        Paragraph(one),
        Bullets((one, other)),
        Clauses(one, (other, one)),
        Table((one, other), ((other, one),)),
        Remarks((other, one)),
        Closing(one),
    )
    assert inlines(document) == [
        f"4. {one}",
        f"{one} {other}",
        one,
        *(one, other),
        f"{one}\n{other}\n{one}",
        *(one, other, other, one),
        f"{other}\n{one}",
        one,
    ]


@pytest.mark.parametrize("edge", [" först", "sist ", "\tflik", "rad\n", "\nrad", "a  \nb", "a\n   \nb", "a\r\nb"])
def test_space_at_the_edges_is_kept(edge: str) -> None:
    """Space at the edges is kept."""
    assert inlines(paper(Paragraph(edge))) == [clean(edge)]


def test_no_text_becomes_markup() -> None:
    """No text becomes markup."""
    text = "# inte rubrik\n- inte lista\n<script>alert(1)</script> [länk](https://a.se) ![bild](b.png) `kod` **fet**"
    tokens = reader.parse(markdown(paper(Paragraph(text))))
    kinds = {token.type for token in tokens} | {one.type for token in tokens for one in token.children or []}
    assert kinds <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "hardbreak"),
        *("strong_open", "strong_close"),
    }


def test_a_link_goes_where_it_was_meant_to_and_shows_its_name() -> None:
    """A link goes where it was meant to and shows its name."""
    block = Links("Bilaga:", (Link("https://exempel.se/a?b=1&copy=2&c=<d>", "Svar [2]"), Link("https://å.se/ö_x")))
    tokens = [one for token in reader.parse(markdown(paper(block))) for one in token.children or []]
    targets = [one.attrs["href"] for one in tokens if one.type == "link_open"]
    assert targets == ["https://exempel.se/a?b=1&copy=2&c=%3Cd%3E", "https://%C3%A5.se/%C3%B6_x"]
    assert inlines(paper(block)) == ["Bilaga:", "Svar [2]", "https://å.se/ö_x"]


def test_what_no_format_can_hold_is_left_out() -> None:
    """What no format can hold is left out."""
    assert inlines(paper(Paragraph("a\x00b\ud800c\x1bd"))) == ["abcd"]


def test_ordinary_text_is_not_littered_with_signs() -> None:
    """Ordinary text is not littered with signs."""
    text = "Kl. 8.00–9.15 (ca 31 mkr, 50 %), t.ex. S:t Olof & C/O – 10 % av 1 952 652 kr!"
    assert text in markdown(paper(Paragraph(text)))


def test_facts_stand_one_a_line() -> None:
    """Facts stand one a line."""
    assert "**Tid:** kl. 8\\\n**Plats:** Teams\n" in markdown(paper(Facts((("Tid", "kl. 8"), ("Plats", "Teams")))))
