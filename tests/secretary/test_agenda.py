"""The agenda: numbers, adding, changing, ordering, withdrawing and tabling."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretary import agenda, writing
from secretary.agenda import (
    ItemIsGone,
    NoSuchItem,
    NoSuchLength,
    NoSuchPlace,
    NotALink,
    NowhereToTable,
    Wanted,
)
from secretary.due import Due
from secretary.item import Item, Kind, State
from secretary.meeting import Meeting, MeetingIsOver, Stage
from secretary.network import Standing
from secretary.refusal import NothingSaid, Refused, TooLong, TooMany

from .support import NOW, ZONE, added, listed, opened, planned, with_titles

LATER = dt.date(2027, 3, 19)


def _item(meeting: Meeting, number: str) -> Item:
    return agenda.by_number(meeting, number)


def test_an_item_goes_before_any_other_business() -> None:
    """New items follow each other, before any other business and the closing."""
    assert listed(with_titles(planned(), "Budget", "Enkät"))[2:] == [
        "3 <previous-minutes>",
        "4 Budget",
        "5 Enkät",
        "6 <other-business>",
        "7 <closing>",
    ]


def test_any_other_business_has_parts() -> None:
    """A question raised under any other business is numbered under it and moves with it."""
    meeting, _ = added(planned(), "Parkering", other_business=True)
    meeting, _ = added(meeting, "Kaffe", other_business=True)
    meeting, _ = added(meeting, "Budget")
    assert listed(meeting)[3:] == ["4 Budget", "5 <other-business>", "5.1 Parkering", "5.2 Kaffe", "6 <closing>"]


def test_without_any_other_business_a_question_is_an_item_of_its_own() -> None:
    """A network that has no such item in its frame still loses nothing."""
    meeting = replace(planned(), items=())
    meeting, item = added(meeting, "Parkering", other_business=True)
    assert listed(meeting) == ["1 Parkering"]
    assert item.under is None


def test_while_open_an_item_goes_where_it_can_still_be_dealt_with() -> None:
    """Before any other business until that is reached, afterwards under it."""
    meeting, _ = added(opened(), "Budget")
    assert "4 Budget" in listed(meeting)
    other = agenda.standing(meeting, Standing.OTHER_BUSINESS)
    assert other is not None
    meeting, late = added(writing.go_to(meeting, other), "Parkering")
    assert "5.1 Parkering" in listed(meeting)
    assert not late.late


@pytest.mark.parametrize(
    ("now", "late"),
    [(dt.datetime(2027, 2, 12, 23, 59, tzinfo=ZONE), False), (dt.datetime(2027, 2, 13, 0, 0, tzinfo=ZONE), True)],
)
def test_a_late_item_is_taken_and_marked(now: dt.datetime, late: bool) -> None:
    """The whole last day is in time; after it the item is taken with a remark."""
    meeting = replace(planned(), deadline=Due(dt.date(2027, 2, 12)))
    meeting, item = added(meeting, "Budget", now=now)
    assert item.late is late
    assert "4 Budget" in listed(meeting)


def test_what_was_said_of_an_item_is_kept() -> None:
    """Title, kind, presenters each once, minutes, link, and whose it is."""
    _, item = added(
        planned(),
        "  Budget 2027 ",
        kind=Kind.DECISION,
        presenters=("Eva Sten", "", "Eva Sten", "Bo Ek"),
        minutes=15,
        link=" https://example.org/budget ",
    )
    assert (item.title, item.kind, item.presenters, item.minutes) == (
        "Budget 2027",
        Kind.DECISION,
        ("Eva Sten", "Bo Ek"),
        15,
    )
    assert [one.link for one in item.attachments] == ["https://example.org/budget"]
    assert (item.raised_by, item.owner) == ("Dan Holm", "t/dan")


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted(""), NothingSaid),
        (Wanted("   "), NothingSaid),
        (Wanted("x" * 301), TooLong),
        (Wanted("Budget", minutes=0), NoSuchLength),
        (Wanted("Budget", minutes=-5), NoSuchLength),
        (Wanted("Budget", minutes=1441), NoSuchLength),
        (Wanted("Budget", link="underlag.docx"), NotALink),
        (Wanted("Budget", link="javascript:alert(1)"), NotALink),
        (Wanted("Budget", link="https://example.org/a b"), NotALink),
        (Wanted("Budget", link="https://example.org/" + "x" * 2_000), NotALink),
    ],
)
def test_a_senseless_item_is_refused(wanted: Wanted, why: type) -> None:
    """No title, an endless one, no time or more than a day, and what is no web address."""
    with pytest.raises(why):
        agenda.add(planned(), wanted, raised_by="Dan Holm", owner="t/dan", now=NOW)


@pytest.mark.parametrize("stage", [Stage.CLOSED, Stage.CANCELLED])
def test_the_agenda_of_a_meeting_that_is_over_stands(stage: Stage) -> None:
    """Nothing is added, changed, moved, struck or tabled any more."""
    before = with_titles(planned(), "Budget")
    over = replace(before, stage=stage)
    item = _item(over, "4")
    deeds = (
        lambda: added(over, "Enkät"),
        lambda: agenda.edit(over, item, Wanted("Annat")),
        lambda: agenda.reorder(over, item, "1"),
        lambda: agenda.withdraw(over, item),
        lambda: agenda.table(over, item, planned(2, LATER), NOW),
    )
    for deed in deeds:
        with pytest.raises(MeetingIsOver):
            deed()


def test_an_agenda_has_an_end() -> None:
    """The two hundred and first item is refused."""
    full = with_titles(planned(), *(f"Fråga {number}" for number in range(195)))
    assert len(full.items) == 200
    with pytest.raises(TooMany):
        added(full, "En till")


def test_a_change_keeps_what_was_not_said() -> None:
    """Only what is said of an item changes; it stays where it is and whose it is."""
    meeting = with_titles(planned(), "Budget", "Enkät")
    changed, item = agenda.edit(meeting, _item(meeting, "4"), Wanted(kind=Kind.DISCUSSION, minutes=30))
    assert (item.title, item.kind, item.minutes, item.owner) == ("Budget", Kind.DISCUSSION, 30, "t/dan")
    again, item = agenda.edit(changed, item, Wanted("Budget 2028", presenters=("Bo Ek",)))
    assert (item.title, item.kind, item.presenters) == ("Budget 2028", Kind.DISCUSSION, ("Bo Ek",))
    assert listed(again)[3:5] == ["4 Budget 2028", "5 Enkät"]


def test_a_link_is_attached_once() -> None:
    """The same link again takes the place of the first, with its new name."""
    meeting = with_titles(planned(), "Budget")
    meeting, item = agenda.attach(meeting, _item(meeting, "4"), "https://example.org/a")
    meeting, item = agenda.attach(meeting, item, "https://example.org/b", "Bilaga B")
    meeting, item = agenda.attach(meeting, item, "https://example.org/a", "Bilaga A")
    assert [(one.link, one.name) for one in item.attachments] == [
        ("https://example.org/b", "Bilaga B"),
        ("https://example.org/a", "Bilaga A"),
    ]
    with pytest.raises(NotALink):
        agenda.attach(meeting, item, "file:///etc/passwd")


@pytest.mark.parametrize(
    ("number", "position", "after"),
    [
        ("4", "5", ["4 B", "5 A", "6 C"]),
        ("6", "4", ["4 C", "5 A", "6 B"]),
        ("5", "5", ["4 A", "5 B", "6 C"]),
    ],
)
def test_an_item_is_moved_to_a_number(number: str, position: str, after: list[str]) -> None:
    """It gets just that number; the others close up."""
    meeting = with_titles(planned(), "A", "B", "C")
    assert listed(agenda.reorder(meeting, _item(meeting, number), position))[3:6] == after


def test_an_item_moves_with_its_parts_and_a_part_within_its_item() -> None:
    """Any other business first takes its questions along; the second question becomes the first."""
    meeting = planned()
    for title in ("P", "Q"):
        meeting, _ = added(meeting, title, other_business=True)
    first = agenda.reorder(meeting, _item(meeting, "4"), "1")
    assert listed(first)[:3] == ["1 <other-business>", "1.1 P", "1.2 Q"]
    swapped = agenda.reorder(meeting, _item(meeting, "4.2"), "4.1")
    assert listed(swapped)[3:6] == ["4 <other-business>", "4.1 Q", "4.2 P"]


@pytest.mark.parametrize("position", ["0", "7", "-1", "", "first", "1.", "²", "9" * 5_000])
def test_there_is_no_such_place(position: str) -> None:
    """A place that is not on the agenda is refused with the highest there is."""
    meeting = with_titles(planned(), "A")
    with pytest.raises(NoSuchPlace) as refused:
        agenda.reorder(meeting, _item(meeting, "4"), position)
    assert refused.value.facts["highest"] == 6


@pytest.mark.parametrize(("said", "title"), [("4", "A"), ("4.", "A"), (" 4 ", "A"), ("5.1", "P")])
def test_an_item_is_found_by_its_number(said: str, title: str) -> None:
    """With or without a full stop, and parts by their two numbers."""
    meeting, _ = added(with_titles(planned(), "A"), "P", other_business=True)
    assert _item(meeting, said).title == title


@pytest.mark.parametrize("said", ["0", "7", "4.1", "5.2", "", "x", "99999999999999999999"])
def test_an_unknown_number_is_refused(said: str) -> None:
    """The refusal says how many items there are."""
    meeting, _ = added(with_titles(planned(), "A"), "P", other_business=True)
    with pytest.raises(NoSuchItem) as refused:
        _item(meeting, said)
    assert refused.value.facts["highest"] == 6


def test_a_withdrawn_item_keeps_its_number() -> None:
    """It is written as withdrawn with its reason; the numbers after it stay."""
    meeting = with_titles(planned(), "A", "B")
    struck = agenda.withdraw(meeting, _item(meeting, "4"), " inget nytt ")
    assert listed(struck) == listed(meeting)
    assert (_item(struck, "4").state, _item(struck, "4").reason) == (State.WITHDRAWN, "inget nytt")
    with pytest.raises(ItemIsGone):
        agenda.withdraw(struck, _item(struck, "4"))


def test_a_standing_item_leaves_the_agenda_before_the_meeting_and_is_struck_at_it() -> None:
    """Nobody has announced it, so that nothing is written of it before the meeting."""
    meeting = planned()
    assert listed(agenda.withdraw(meeting, _item(meeting, "3")))[2] == "3 <other-business>"
    ongoing = opened()
    assert listed(agenda.withdraw(ongoing, _item(ongoing, "3"))) == listed(ongoing)


def test_taking_any_other_business_off_loses_no_question() -> None:
    """What members have raised under it does not vanish silently with it."""
    meeting, _ = added(planned(), "Parkering", other_business=True)
    try:
        left = agenda.withdraw(meeting, _item(meeting, "4"))
    except Refused:
        return
    assert "Parkering" in [one.title for one in left.items]


def test_a_tabled_item_stands_at_both_meetings() -> None:
    """At the first it is written as tabled to the day of the second, there it stands with all that is known of it."""
    meeting, item = added(planned(), "Budget", kind=Kind.DECISION, minutes=20, link="https://example.org/b")
    left, target, new = agenda.table(meeting, item, planned(2, LATER), NOW, "underlag saknas")
    there = _item(left, "4")
    assert (there.state, there.tabled_to, there.reason) == (State.TABLED, LATER, "underlag saknas")
    assert listed(target)[3] == "4 Budget"
    assert (new.kind, new.minutes, new.tabled_from, new.state) == (Kind.DECISION, 20, meeting.date, State.LISTED)
    assert new.attachments == item.attachments
    assert (new.raised_by, new.owner) == ("Dan Holm", "t/dan")


def test_an_item_tabled_twice_remembers_where_it_came_from_first() -> None:
    """The minutes can say since when it has been waiting."""
    meeting, item = added(planned(), "Budget")
    _, second, again = agenda.table(meeting, item, planned(2, LATER), NOW)
    _, _, third = agenda.table(second, again, planned(3, dt.date(2027, 4, 16)), NOW)
    assert third.tabled_from == meeting.date


def test_a_tabled_item_is_not_late() -> None:
    """It did not come late to the meeting it was tabled to, though the last day has passed."""
    meeting, item = added(planned(), "Budget")
    target = replace(planned(2, LATER), deadline=Due(dt.date(2027, 1, 12)))
    _, _, new = agenda.table(meeting, item, target, dt.datetime(2027, 2, 19, 8, tzinfo=ZONE))
    assert not new.late


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.CLOSED, Stage.CANCELLED])
def test_nothing_is_tabled_to_a_meeting_that_is_not_ahead(stage: Stage) -> None:
    """Nor to the meeting itself."""
    meeting, item = added(planned(), "Budget")
    with pytest.raises(NowhereToTable):
        agenda.table(meeting, item, replace(planned(2, LATER), stage=stage), NOW)
    with pytest.raises(NowhereToTable):
        agenda.table(meeting, item, meeting, NOW)


def test_what_is_gone_is_not_tabled() -> None:
    """A withdrawn item, or one tabled already, is refused."""
    meeting, item = added(planned(), "Budget")
    gone = agenda.withdraw(meeting, item)
    with pytest.raises(ItemIsGone):
        agenda.table(gone, _item(gone, "4"), planned(2, LATER), NOW)
    left, target, _ = agenda.table(meeting, item, planned(2, LATER), NOW)
    with pytest.raises(ItemIsGone):
        agenda.table(left, _item(left, "4"), target, NOW)


def test_a_full_meeting_loses_no_tabled_item() -> None:
    """When there is no room at the later meeting, the item stays where it is."""
    meeting, item = added(planned(), "Budget")
    full = with_titles(planned(2, LATER), *(f"Fråga {number}" for number in range(195)))
    with pytest.raises(TooMany):
        agenda.table(meeting, item, full, NOW)


_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["add", "other", "withdraw", "reorder", "table", "edit", "open"]),
        st.integers(0, 12),
        st.integers(0, 12),
    ),
    max_size=14,
)


def _done(deed: str, meeting: Meeting, target: Meeting, place: int, to: int) -> tuple[Meeting, Meeting]:
    items = agenda.in_order(meeting)
    item = items[place % len(items)] if items else None
    if deed in ("add", "other") or item is None:
        return added(meeting, f"Fråga {len(meeting.items)}", other_business=deed == "other")[0], target
    match deed:
        case "withdraw":
            return agenda.withdraw(meeting, item), target
        case "reorder":
            return agenda.reorder(meeting, item, str(to)), target
        case "table":
            return agenda.table(meeting, replace(item, title=item.title or "Stående"), target, NOW)[:2]
        case "edit":
            return agenda.edit(meeting, item, Wanted(minutes=to))[0], target
        case _:
            return (opened(meeting) if meeting.stage is Stage.PLANNED else writing.go_to(meeting, item)), target


@settings(max_examples=150)
@given(_DEEDS)
def test_numbers_are_unique_and_gapless_whatever_is_done(deeds: list[tuple[str, int, int]]) -> None:
    """After any deeds the items of both meetings are numbered 1, 2, 3, … and their parts n.1, n.2, …"""
    meeting, target = planned(), planned(2, LATER)
    for deed, place, to in deeds:
        try:
            meeting, target = _done(deed, meeting, target, place, to)
        except Refused:
            continue
    for one in (meeting, target):
        assert len({item.id for item in one.items}) == len(one.items)
        assert sorted(item.id for item in agenda.in_order(one)) == sorted(item.id for item in one.items)
        expected: list[str] = []
        given_numbers = agenda.numbers(one)
        top = part = 0
        for item in agenda.in_order(one):
            top, part = (top + 1, 0) if item.under is None else (top, part + 1)
            expected.append(f"{top}.{part}" if part else str(top))
        assert [given_numbers[item.id] for item in agenda.in_order(one)] == expected


@settings(max_examples=100)
@given(_DEEDS)
def test_tabling_never_loses_an_item(deeds: list[tuple[str, int, int]]) -> None:
    """Whatever was tabled stands at the first meeting as tabled and at the second to be dealt with, just once."""
    meeting, target = planned(), planned(2, LATER)
    for deed, place, to in deeds:
        before = (meeting, target)
        try:
            meeting, target = _done(deed, meeting, target, place, to)
        except Refused:
            assert (meeting, target) == before
    tabled = [one.title for one in meeting.items if one.state is State.TABLED]
    waiting = [one.title for one in target.items if one.tabled_from]
    assert sorted(waiting) == sorted(tabled)
    assert all(one.tabled_to == LATER for one in meeting.items if one.state is State.TABLED)
