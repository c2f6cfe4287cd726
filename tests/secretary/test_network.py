"""The roll: who answers to a name, who may leave, and what the network's clock says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretary.network import (
    LastSecretary,
    ManyOfThatName,
    Member,
    Network,
    Role,
    Seat,
    UnknownPerson,
    UnknownZone,
    join_names,
)
from secretary.refusal import NothingSaid, TooLong, TooMany

from .support import BO, DAN, EVA, NETWORK


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Anna Berg", "Anna Berg"),
        ("anna berg", "Anna Berg"),
        ("Anna", "Anna Berg"),
        ("BERG", "Anna Berg"),
        ("  Bo   Ek ", "Bo Ek"),
    ],
)
def test_one_member_answers_to_a_name(said: str, meant: str) -> None:
    """A full name, a unique first name or a unique last name finds the member, in any case of letters."""
    assert NETWORK.by_name(said).name == meant


@pytest.mark.parametrize("said", ["Nils", "Ann", "Berg Anna", "", " "])
def test_nobody_answers_to_a_strange_name(said: str) -> None:
    """A name that nobody has, half a first name and no name at all find nobody."""
    with pytest.raises(UnknownPerson):
        NETWORK.by_name(said)


def test_a_name_that_several_have_is_asked_about() -> None:
    """Two members of one first name are both named, the whole name of one finds that one."""
    network = NETWORK.with_member(Member("Anna Lind"))
    with pytest.raises(ManyOfThatName) as refused:
        network.by_name("anna")
    assert refused.value.facts["names"] == ("Anna Berg", "Anna Lind")
    assert network.by_name("Anna Lind").name == "Anna Lind"


def test_a_whole_name_wins_over_a_longer_one() -> None:
    """ "Eva" is Eva when there is somebody of just that name, though Eva Sten is there too."""
    assert NETWORK.with_member(Member("Eva")).by_name("eva").name == "Eva"


def test_the_last_secretary_stays() -> None:
    """The only secretary can neither leave nor be given another role; with a second one both are possible."""
    with pytest.raises(LastSecretary):
        NETWORK.without("Bo Ek")
    with pytest.raises(LastSecretary):
        NETWORK.with_member(replace(BO, role=Role.MEMBER))
    two = NETWORK.with_member(replace(EVA, role=Role.SECRETARY))
    assert [one.name for one in two.without("Bo Ek").holding(Role.SECRETARY)] == ["Eva Sten"]


def test_who_has_left_is_still_known_by_identity() -> None:
    """Leaving takes somebody off the roll and out of the organisations; who it was stays known."""
    left = NETWORK.without("Dan Holm")
    assert "Dan Holm" not in [one.name for one in left.present_members]
    assert "Mora" not in left.organisations
    found = left.by_person("t/dan")
    assert found is not None
    assert found.left
    with pytest.raises(UnknownPerson):
        left.by_name("Dan")


def test_nobody_has_no_identity() -> None:
    """An empty identity is nobody's, also when members without one are on the roll."""
    assert NETWORK.with_member(Member("Frida Ö")).by_person("") is None


def test_one_person_holds_two_seats_and_one_organisation_has_two_people() -> None:
    """Organisations are listed once each, in the order of the roll."""
    network = NETWORK.with_member(Member("Gun Alm", seats=(Seat("Mora"), Seat("Mora", "stabschef"))))
    assert DAN.organisations == ("Mora", "Orsa")
    assert network.organisations == ("Falun", "Region Dalarna", "Mora", "Orsa", "Säter")
    assert network.by_name("Gun").organisations == ("Mora",)
    assert network.by_name("Gun").function == "stabschef"


def test_a_roll_has_an_end() -> None:
    """The five hundred and first member, a nameless one and one with an endless name are refused."""
    full = replace(NETWORK, members=tuple(replace(BO, name=f"Bo {number}") for number in range(500)))
    with pytest.raises(TooMany):
        full.with_member(Member("Nils Ny"))
    with pytest.raises(NothingSaid):
        NETWORK.with_member(Member("  "))
    with pytest.raises(TooLong):
        NETWORK.with_member(Member("x" * 301))


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "/etc/localtime", "Europe", "\x00", "x" * 5000])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    """Whatever is said as a time zone is one, or is refused."""
    with pytest.raises(UnknownZone):
        NETWORK.in_zone(zone)


@pytest.mark.parametrize(
    ("zone", "date", "said", "shown"),
    [
        ("Europe/Stockholm", dt.date(2027, 3, 28), dt.time(2, 30), "2027-03-28T03:00:00+02:00"),
        ("Europe/Stockholm", dt.date(2027, 3, 28), dt.time(1, 59), "2027-03-28T01:59:00+01:00"),
        ("Europe/Stockholm", dt.date(2027, 10, 31), dt.time(2, 30), "2027-10-31T02:30:00+02:00"),
        ("Europe/Helsinki", dt.date(2027, 3, 28), dt.time(3, 15), "2027-03-28T04:00:00+03:00"),
        ("UTC", dt.date(2027, 3, 28), dt.time(2, 30), "2027-03-28T02:30:00+00:00"),
    ],
)
def test_the_wall_clock_says_when(zone: str, date: dt.date, said: dt.time, shown: str) -> None:
    """In the gap of spring it is the first moment after it, in the double hour of autumn the first of the two."""
    assert NETWORK.in_zone(zone).at(date, said).isoformat() == shown


_ZONES = ["Europe/Stockholm", "Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC"]


@given(
    date=st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31)),
    time=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    zone=st.sampled_from(_ZONES),
)
def test_every_wall_clock_moment_exists(date: dt.date, time: dt.time, zone: str) -> None:
    """Any day and time gives a moment that exists, never before what was said and at most two hours after it."""
    moment = Network(1, "Norrbo", zone=zone).at(date, time)
    there = moment.astimezone(dt.UTC).astimezone(ZoneInfo(zone))
    said = dt.datetime.combine(date, time)
    assert there.replace(tzinfo=None) == moment.replace(tzinfo=None)
    assert dt.timedelta(0) <= moment.replace(tzinfo=None) - said <= dt.timedelta(hours=2)


@given(st.lists(st.text(max_size=5)))
def test_names_are_joined_once_each(names: list[str]) -> None:
    """Joined names are trimmed, not empty, each once, in the order said."""
    joined = join_names(names)
    assert list(joined) == list(dict.fromkeys(name.strip() for name in names if name.strip()))
