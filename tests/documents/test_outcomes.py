"""Decisions, what is noted and what is filed are worded with the right subject, tense and signs."""

import datetime as dt

import pytest

from documents.document import Block, Clauses, Paragraph
from documents.names import body, ended, item_title, whole_name
from documents.outcomes import fate, written
from documents.wording import papers
from secretary.item import Entry, Item, Kind, State, Written
from secretary.network import Layout, Network, Standing

SV, EN = papers("sv"), papers("en")
AT = dt.datetime(2022, 3, 4, 10, tzinfo=dt.UTC)
BESLUT = "Beslut:"
DECIDED = "Socialchefsnätverket beslutade"


def decision(*clauses: str) -> Item:
    """An item with one decision."""
    return Item(1, "Punkt", entries=(Entry(Written.DECISION, "", AT, clauses=clauses),))


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (("att anta förslaget",), "Socialchefsnätverket beslutar att anta förslaget."),
        (("att anta A.", "att avslå B,"), "Socialchefsnätverket beslutar att anta A samt att avslå B."),
        (("att a", "att b", "att c m.m."), "Socialchefsnätverket beslutar att a, att b samt att c m.m."),
        (("Nätverket beslutar att anta förslaget",), "Nätverket beslutar att anta förslaget."),
        (("Inga synpunkter, anteckningarna läggs till handlingarna",),
         "Inga synpunkter, anteckningarna läggs till handlingarna."),
        (("att anta A", "Socialstrategen återkommer."),
         "Socialchefsnätverket beslutar att anta A. Socialstrategen återkommer."),
        (("Vi beslutade att anta A", "beslutar att avslå B"),
         "Socialchefsnätverket beslutar att anta A samt att avslå B."),
        (("att " + "x" * 7_000,), "Socialchefsnätverket beslutar att " + "x" * 7_000 + "."),
        (("godkänna budgeten",), "Godkänna budgeten."),
    ],
)  # fmt: skip
def test_the_decision_style_is_one_paragraph(network: Network, clauses: tuple[str, ...], expected: str) -> None:
    """The decision style is one paragraph; a subject is never said twice."""
    assert written(network, decision(*clauses), Layout.DECISION, SV) == (Paragraph(expected, BESLUT),)


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (("att anta A", "att avslå B,"), (Clauses(DECIDED, ("att anta A.", "att avslå B.")),)),
        (("Nätverket beslutar att anta A",), (Paragraph("Nätverket beslutar att anta A.", BESLUT),)),
        (("att anta A", "frågan tas upp igen i maj!", "att avslå B"),
         (Clauses(DECIDED, ("att anta A.",)),
          Paragraph("Frågan tas upp igen i maj!", BESLUT),
          Clauses(DECIDED, ("att avslå B.",)))),
        (("Attityder i vården ska kartläggas",), (Paragraph("Attityder i vården ska kartläggas.", BESLUT),)),
    ],
)  # fmt: skip
def test_the_clauses_style_has_a_clause_a_line(
    network: Network, clauses: tuple[str, ...], expected: tuple[Block, ...]
) -> None:
    """The clauses style has a clause a line; a whole sentence stands by itself."""
    assert written(network, decision(*clauses), Layout.CLAUSES, SV) == expected


def test_english_decisions(network: Network) -> None:
    """English decisions begin with to or that."""
    item = decision("to adopt A", "that B be declined", "to pay 10 %")
    said = "The network decided to adopt A, that B be declined and to pay 10 %."
    assert written(network, item, Layout.DECISION, EN) == (Paragraph(said, "Decision:"),)
    assert written(network, item, Layout.CLAUSES, EN) == (
        Clauses("The network decided", ("to adopt A.", "that B be declined.", "to pay 10 %.")),
    )


@pytest.mark.parametrize(
    ("standing", "filed"), [(None, "informationen"), (Standing.PREVIOUS_MINUTES, "minnesanteckningarna")]
)
def test_noted_and_filed(network: Network, standing: Standing | None, filed: str) -> None:
    """Noted and filed have their formulas; the previous minutes are filed as minutes."""
    item = Item(1, standing=standing, entries=(Entry(Written.NOTED, "", AT), Entry(Written.FILED, "", AT)))
    assert written(network, item, Layout.DECISION, SV) == (
        Paragraph("Socialchefsnätverket noterar informationen.", BESLUT),
        Paragraph(f"Socialchefsnätverket lägger {filed} till handlingarna.", BESLUT),
    )
    assert written(network, item, Layout.CLAUSES, SV) == (
        Paragraph("Socialchefsnätverket noterade informationen."),
        Clauses(DECIDED, (f"att lägga {filed} till handlingarna.",)),
    )


def test_a_note_with_empty_lines_is_several_paragraphs(network: Network) -> None:
    """A note with empty lines is several paragraphs, in which line breaks are kept."""
    item = Item(1, entries=(Entry(Written.NOTE, "", AT, "ett\ntvå\n \n\ntre"),))
    assert written(network, item, Layout.CLAUSES, SV) == (Paragraph("ett\ntvå"), Paragraph("tre"))


@pytest.mark.parametrize(
    ("item", "swedish", "english"),
    [
        (Item(1, state=State.WITHDRAWN), "Punkten utgår.", "The item was withdrawn."),
        (Item(1, state=State.WITHDRAWN, reason="återkommer senare"),
         "Punkten utgår. Skäl: återkommer senare.",
         "The item was withdrawn. Reason: återkommer senare."),
        (Item(1, state=State.TABLED, tabled_to=dt.date(2022, 4, 8)),
         "Bordläggs till mötet den 8 april 2022.",
         "Postponed to the meeting on 8 April 2022."),
        (Item(1, state=State.TABLED, tabled_to=dt.date(2022, 4, 8), reason="tidsbrist."),
         "Bordläggs till mötet den 8 april 2022. Skäl: tidsbrist.",
         "Postponed to the meeting on 8 April 2022. Reason: tidsbrist."),
        (Item(1, state=State.TABLED), "Punkten bordläggs.", "The item was postponed."),
    ],
)  # fmt: skip
def test_what_became_of_an_item(item: Item, swedish: str, english: str) -> None:
    """What became of an item is said with its day and its reason."""
    assert fate(item, SV) == (Paragraph(swedish),)
    assert fate(item, EN) == (Paragraph(english),)


def test_an_item_that_was_dealt_with_has_no_fate() -> None:
    """An item that was dealt with has nothing more to say."""
    assert fate(Item(1), SV) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Socialchefsnätverket Dalarna", "Socialchefsnätverket"),
        ("Skolchefsgruppen Västra Götaland", "Skolchefsgruppen"),
        ("Socialchefsnätverket", "Socialchefsnätverket"),
        ("Nätverket för skolchefer i Dalarna", "Nätverket för skolchefer i Dalarna"),
        ("Skolchefer Dalarna", "Skolchefer Dalarna"),
        ("Directors of schools", "Directors of schools"),
    ],
)
def test_the_body_that_decides(name: str, expected: str) -> None:
    """The body that decides is the network, without its place."""
    assert body(Network(1, name)) == expected


def test_the_short_name_stands_after_the_name() -> None:
    """The short name stands after the name, once."""
    assert whole_name(Network(1, "Skolchefsnätverket Norr", "SCN"), SV) == "Skolchefsnätverket Norr (SCN)"
    assert whole_name(Network(1, "Nätverket SCN", "SCN"), SV) == "Nätverket SCN"


@pytest.mark.parametrize(
    ("kind", "title", "swedish", "english"),
    [
        (Kind.DECISION, "Budget", "Beslut: Budget", "Decision: Budget"),
        (Kind.DECISION, "Beslut om budget", "Beslut om budget", "Decision: Beslut om budget"),
        (Kind.INFORMATION, "Informationssäkerhet", "Information: Informationssäkerhet",
         "Information: Informationssäkerhet"),
        (Kind.DISCUSSION, "Bemanning", "Dialog – Bemanning", "Discussion: Bemanning"),
        (Kind.DISCUSSION, "Dialog – bemanning", "Dialog – bemanning", "Discussion: Dialog – bemanning"),
        (Kind.FOLLOW_UP, "Återkoppling från N", "Återkoppling från N", "Follow-up: Återkoppling från N"),
        (None, "Budget", "Budget", "Budget"),
    ],
)  # fmt: skip
def test_the_kind_leads_the_title_once(kind: Kind | None, title: str, swedish: str, english: str) -> None:
    """The kind leads the title, once."""
    assert item_title(Item(1, title, kind), SV) == swedish
    assert item_title(Item(1, title, kind), EN) == english


@pytest.mark.parametrize("text", ["Klart.", "Klart!", "Klart…", "", "Klart?", "Klart:"])
def test_no_second_full_stop(text: str) -> None:
    """A text that has ended gets no second full stop."""
    assert ended(text) == text
