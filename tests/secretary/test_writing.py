"""What is written at a meeting: going from item to item, notes, decisions, what is noted or filed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from secretary import agenda, writing
from secretary.agenda import ItemIsGone
from secretary.item import Entry, Item, Written
from secretary.meeting import Meeting, NoOpenMeeting, close_meeting
from secretary.network import Standing
from secretary.refusal import NothingSaid, TooLong, TooMany
from secretary.writing import NoCurrentItem, NoNextItem

from .support import NOW, added, listed, opened, planned, with_titles


def _numbered(meeting: Meeting, number: str) -> Item:
    return agenda.by_number(meeting, number)


def test_the_meeting_goes_from_item_to_item() -> None:
    """Next is the item after the one dealt with, parts included, what is withdrawn or tabled passed over."""
    meeting = with_titles(planned(), "A", "B")
    meeting, _ = added(meeting, "P", other_business=True)
    meeting = agenda.withdraw(meeting, _numbered(meeting, "4"))
    meeting, _, _ = agenda.table(meeting, _numbered(meeting, "5"), planned(2, dt.date(2027, 3, 19)), NOW)
    meeting, _ = added(meeting, "C")
    meeting = opened(meeting)
    seen = []
    while True:
        try:
            item = writing.next_item(meeting)
        except NoNextItem:
            break
        meeting = writing.go_to(meeting, item)
        seen.append(agenda.numbers(meeting)[item.id])
    assert seen == ["2", "3", "6", "7", "7.1", "8"]


def test_what_is_gone_is_not_gone_to() -> None:
    """A withdrawn item is not dealt with."""
    meeting = opened(with_titles(planned(), "A"))
    struck = agenda.withdraw(meeting, _numbered(meeting, "4"))
    with pytest.raises(ItemIsGone):
        writing.go_to(struck, _numbered(struck, "4"))


_DEEDS: list[Callable[[Meeting, Item], object]] = [
    lambda meeting, item: writing.go_to(meeting, item),
    lambda meeting, _: writing.next_item(meeting),
    lambda meeting, _: writing.dealt_with(meeting),
    lambda meeting, item: writing.decide(meeting, item, ("att bifalla",), by="Bo Ek", at=NOW),
    lambda meeting, item: writing.noted(meeting, item, filed=False, by="Bo Ek", at=NOW),
    lambda meeting, _: writing.raise_matter(meeting, "P", raised_by="Bo Ek", owner="t/bo", now=NOW),
]


@pytest.mark.parametrize("deed", _DEEDS)
def test_what_belongs_to_an_open_meeting_is_refused_elsewhere(deed: Callable[[Meeting, Item], object]) -> None:
    """Before the opening and after the close nothing is decided, noted, gone to or raised."""
    meeting = with_titles(planned(), "A")
    for one in (meeting, close_meeting(opened(meeting), NOW)):
        with pytest.raises(NoOpenMeeting):
            deed(one, _numbered(one, "4"))


def test_entries_stand_in_the_order_they_were_said() -> None:
    """A note, a decision of two clauses, what is noted and what is filed, each with who wrote it and when."""
    meeting = opened(with_titles(planned(), "A"))
    meeting = writing.note(meeting, _numbered(meeting, "4"), " Anna föredrog. ", by="Bo Ek", at=NOW)
    meeting = writing.decide(meeting, _numbered(meeting, "4"), ("att bifalla", " att börja "), by="Bo Ek", at=NOW)
    meeting = writing.noted(meeting, _numbered(meeting, "4"), filed=False, by="Bo Ek", at=NOW)
    meeting = writing.noted(meeting, _numbered(meeting, "4"), filed=True, by="Bo Ek", at=NOW)
    assert _numbered(meeting, "4").entries == (
        Entry(Written.NOTE, "Bo Ek", NOW, text="Anna föredrog."),
        Entry(Written.DECISION, "Bo Ek", NOW, clauses=("att bifalla", "att börja")),
        Entry(Written.NOTED, "Bo Ek", NOW),
        Entry(Written.FILED, "Bo Ek", NOW),
    )


@pytest.mark.parametrize(
    ("clauses", "why"),
    [
        (("",), NothingSaid),
        (("att bifalla", "  "), NothingSaid),
        (("x" * 8_001,), TooLong),
        (("x",) * 101, TooMany),
        (("x" * 8_000,) * 5, TooMany),
    ],
)
def test_a_decision_that_nobody_could_read_is_refused(clauses: tuple[str, ...], why: type) -> None:
    """An empty clause, an endless one, too many, or too much together."""
    meeting = opened(with_titles(planned(), "A"))
    with pytest.raises(why):
        writing.decide(meeting, _numbered(meeting, "4"), clauses, by="Bo Ek", at=NOW)


def test_a_decision_says_something() -> None:
    """A decision without any clause is none."""
    meeting = opened(with_titles(planned(), "A"))
    with pytest.raises(NothingSaid):
        writing.decide(meeting, _numbered(meeting, "4"), (), by="Bo Ek", at=NOW)


def test_an_item_holds_no_more_than_a_book() -> None:
    """The three hundred and first entry is refused."""
    meeting = opened(with_titles(planned(), "A"))
    for _ in range(300):
        meeting = writing.noted(meeting, _numbered(meeting, "4"), filed=False, by="Bo Ek", at=NOW)
    with pytest.raises(TooMany):
        writing.noted(meeting, _numbered(meeting, "4"), filed=False, by="Bo Ek", at=NOW)


def test_a_matter_is_raised_under_any_other_business() -> None:
    """A title that is not on the agenda stands there with its raiser's name."""
    meeting, item = writing.raise_matter(opened(), "Parkering", raised_by="Eva Sten", owner="t/eva", now=NOW)
    assert listed(meeting)[3:5] == ["4 <other-business>", "4.1 Parkering"]
    assert item.raised_by == "Eva Sten"


def test_what_is_dealt_with_is_known() -> None:
    """The item being dealt with; none when the meeting has none."""
    meeting = opened()
    assert writing.dealt_with(meeting).standing is Standing.OPENING
    empty = Meeting(**{**vars(meeting), "current": None})
    with pytest.raises(NoCurrentItem):
        writing.dealt_with(empty)


def test_the_agenda_is_approved_under_its_own_item() -> None:
    """When the network has such an item."""
    item = writing.approving(opened())
    assert item is not None
    assert item.standing is Standing.APPROVE_AGENDA
