"""Every fact of a meeting is in its minutes, at its place."""

import datetime as dt
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.document import Block, Closing, Document, Facts, Heading, Link, Links, Paragraph, Remarks, Table
from documents.markdown import markdown
from documents.minutes import minutes
from secretary.due import Due
from secretary.item import Attachment, Entry, Item, Kind, State, Written
from secretary.meeting import Meeting, Stage
from secretary.network import Layout, Member, Network, Role, Seat, Standing
from secretary.task import Task

WRITTEN_ON = dt.date(2022, 3, 7)
AT = dt.datetime(2022, 3, 4, 10, tzinfo=dt.UTC)


def paper(network: Network, meeting: Meeting, *items: Item, layout: Layout = Layout.DECISION) -> Document:
    """The minutes of a meeting with these items."""
    return minutes(network, replace(meeting, items=items), layout=layout, written_on=WRITTEN_ON)


def under(document: Document, number: str) -> list[Block]:
    """What stands under the item with a number."""
    blocks = list(document.blocks)
    start = next(at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.number == number)
    rest = blocks[start + 1 :]
    end = next((at for at, one in enumerate(rest) if isinstance(one, Heading | Closing)), len(rest))
    return rest[:end]


@pytest.mark.parametrize("layout", list(Layout))
def test_an_item_that_was_tabled_again_tells_its_story(network: Network, meeting: Meeting, layout: Layout) -> None:
    """An item that was tabled again tells where it came from and where it goes."""
    item = Item(
        1,
        "Modell för inventering",
        tabled_from=dt.date(2022, 2, 4),
        state=State.TABLED,
        tabled_to=dt.date(2022, 4, 8),
        reason="tiden räckte inte",
    )
    assert under(paper(network, meeting, item, layout=layout), "1)" if layout is Layout.DECISION else "1.") == [
        Remarks(("Bordlagd vid mötet den 4 februari 2022",)),
        Paragraph("Bordläggs till mötet den 8 april 2022. Skäl: tiden räckte inte."),
    ]


def test_any_other_business_names_who_raised_it(network: Network, meeting: Meeting) -> None:
    """Any other business names who raised each question, under a number of its own."""
    document = paper(
        network,
        meeting,
        Item(1, standing=Standing.OTHER_BUSINESS),
        Item(2, "Snabbtester", under=1, raised_by="Jane Johansson"),
        Item(3, "Sommaren", under=1, raised_by="Karin Engström", late=True),
    )
    assert [one for one in document.blocks if isinstance(one, Heading)] == [
        Heading("Övriga frågor", 2, "1)"),
        Heading("Snabbtester", 3, "1.1"),
        Heading("Sommaren", 3, "1.2"),
    ]
    assert under(document, "1.1") == [Remarks(("Anmäld av Jane Johansson",))]
    assert under(document, "1.2") == [Remarks(("Anmäld av Karin Engström", "Anmäld efter sista anmälningsdag"))]


def test_presenters_of_the_same_organisation_stand_together(network: Network, meeting: Meeting) -> None:
    """Presenters of the same organisation stand together, and "Samtliga" stands alone."""
    item = Item(1, "Medel", Kind.DECISION, presenters=("Lis Palm", "Maria Klamas", "Jane Johansson"))
    everybody = Item(2, "Runda", presenters=("Samtliga",))
    document = paper(network, meeting, item, everybody)
    assert under(document, "1)") == [
        Remarks(("Lis Palm och Maria Klamas, Fyrbodals kommunalförbund, samt Jane Johansson, Trollhättan",))
    ]
    assert under(document, "2)") == [Remarks(("Samtliga",))]
    document = paper(network, meeting, item, layout=Layout.CLAUSES)
    assert under(document, "1.") == [Remarks(("Föredragande: Lis Palm, Maria Klamas och Jane Johansson",))]


def test_an_item_shows_its_length_in_the_agenda_only(network: Network, meeting: Meeting) -> None:
    """The time set aside for an item is not in the minutes."""
    assert under(paper(network, meeting, Item(1, "Medel", minutes=25)), "1)") == []


def test_the_same_link_is_attached_once(network: Network, meeting: Meeting) -> None:
    """The same link is attached once."""
    item = Item(1, "Medel", attachments=(Attachment("https://a.se"), Attachment("https://a.se")))
    assert under(paper(network, meeting, item), "1)") == [Links("Bilaga:", (Link("https://a.se"),))]


def test_the_time_is_the_planned_one_unless_another_was_stated(network: Network, meeting: Meeting) -> None:
    """The time is the planned one unless the chair stated another."""
    opened = replace(meeting, opened=AT, closed=AT)
    assert _facts(minutes(network, opened, written_on=WRITTEN_ON))["Tid"] == "Fredag 4 mars 2022 kl. 9.00–15.00"
    stated = replace(meeting, stated_start=dt.time(9, 10), stated_end=dt.time(14, 45))
    assert _facts(minutes(network, stated, written_on=WRITTEN_ON))["Tid"] == "Fredag 4 mars 2022 kl. 9.10–14.45"
    no_end = replace(meeting, end=None, place="")
    facts = _facts(minutes(network, no_end, layout=Layout.CLAUSES, written_on=WRITTEN_ON))
    assert facts == {"Datum": "Fredag 4 mars 2022", "Tid": "Kl. 9.00"}


def test_the_tasks_of_the_meeting_are_listed(network: Network, meeting: Meeting) -> None:
    """The tasks given at the meeting are listed: who, what, by when, under which item."""
    tasks = (
        Task(1, "Skicka ut sammanställningen", ("Karin Engström",), Due(dt.date(2022, 3, 11)), 1, 7),
        Task(2, "Inventera avtalen", ("Lis Palm", "Maria Klamas"), meeting=1),
        Task(3, "Något från ett annat möte", ("Lis Palm",), meeting=9),
    )
    meeting = replace(meeting, items=(Item(3), Item(7, "Avtal")))
    document = minutes(network, meeting, tasks=tasks, written_on=WRITTEN_ON)
    assert document.blocks[-3:-1] == (
        Heading("Uppdrag"),
        Table(
            ("Vem", "Vad", "Senast", "Punkt"),
            (
                ("Karin Engström", "Skicka ut sammanställningen", "11 mars 2022", "2"),
                ("Lis Palm och Maria Klamas", "Inventera avtalen", "–", "–"),
            ),
        ),
    )


def test_the_note_taker_ends_it(network: Network, meeting: Meeting) -> None:
    """The note-taker ends the minutes: the secretary unless another was named; nobody when there is none."""

    def last(network: Network, meeting: Meeting) -> Block:
        return minutes(network, meeting, written_on=WRITTEN_ON).blocks[-1]

    assert last(network, meeting) == Closing("Anteckningar förda av Karin Engström, socialstrateg")
    named = replace(meeting, note_taker="Jane Johansson")
    assert last(network, named) == Closing("Anteckningar förda av Jane Johansson, socialchef")
    outsider = replace(meeting, note_taker="Bo Ek")
    assert last(replace(network, language="en"), outsider) == Closing("Minutes taken by Bo Ek")
    assert isinstance(last(Network(2, "Nätverket"), meeting), Facts)


def test_the_papers_own_date_is_not_the_meetings(network: Network, meeting: Meeting) -> None:
    """The paper's own date is not the meeting's."""
    document = minutes(network, meeting, written_on=WRITTEN_ON)
    assert (document.title, document.dated, document.date) == (
        "Minnesanteckningar",
        "Upprättade 2022-03-07",
        WRITTEN_ON,
    )


def test_a_meeting_called_off_says_so(network: Network, meeting: Meeting) -> None:
    """A meeting that was called off says so."""
    off = replace(meeting, stage=Stage.CANCELLED, reason="för få anmälda")
    text = markdown(minutes(network, off, written_on=WRITTEN_ON))
    assert "Mötet är inställt. Skäl: för få anmälda." in text


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=3_000).map(str.strip).filter(bool))
def test_what_was_written_stands_there_as_it_was_written(text: str) -> None:
    """Whatever was written as title, name, clause or reason stands in the minutes as it was written."""
    network = Network(1, "Nätverket", members=(Member(text, Role.CHAIR, (Seat(text, text),)),))
    item = Item(
        1,
        text,
        Kind.FOLLOW_UP,
        presenters=(text,),
        state=State.WITHDRAWN,
        reason=text,
        attachments=(Attachment("https://a.se", text),),
        entries=(Entry(Written.DECISION, text, AT, clauses=(f"att {text}!",)),),
    )
    meeting = Meeting(1, dt.date(2022, 3, 4), dt.time(9), place=text, items=(item,), note_taker=text)
    task = Task(1, text, (text,), meeting=1)
    for layout in Layout:
        document = minutes(network, meeting, tasks=[task], layout=layout, written_on=WRITTEN_ON)
        without = [block for block in document.blocks if not any(text in one for one in _texts(block))]
        assert without in ([], [Heading("Uppdrag")])
        assert markdown(document)


def _texts(value: Any) -> list[str]:
    """Every text in a block."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, int):
        return []
    parts = value if isinstance(value, tuple) else [getattr(value, one.name) for one in fields(value)]
    return [text for part in parts for text in _texts(part)]


def _facts(document: Document) -> dict[str, str]:
    return dict(next(one for one in document.blocks if isinstance(one, Facts)).rows)
