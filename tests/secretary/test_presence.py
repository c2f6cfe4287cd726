"""Presence: who is there, for whom, and for how long."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from secretary import presence
from secretary.meeting import Meeting
from secretary.network import Role
from secretary.presence import LeftBeforeComing, OwnSubstitute, Presence
from secretary.refusal import NothingSaid, TooLong, TooMany

from .support import NETWORK, opened


def _one(meeting: Meeting, name: str) -> Presence:
    return next(one for one in meeting.attendance if one.name == name)


def test_a_member_is_there_with_role_and_seats() -> None:
    """As they are on the roll that day, found by a first name too."""
    meeting = presence.present(opened(), NETWORK, "dan")
    assert [(one.name, one.present, one.role, one.organisations) for one in meeting.attendance] == [
        ("Dan Holm", True, Role.MEMBER, ("Mora", "Orsa"))
    ]


def test_who_is_noted_twice_stands_once() -> None:
    """In any case of letters; being there after apologies takes the apologies back, and the other way."""
    meeting = presence.absent(opened(), NETWORK, "Dan Holm")
    meeting = presence.present(meeting, NETWORK, "DAN HOLM")
    assert [(one.name, one.present) for one in meeting.attendance] == [("Dan Holm", True)]
    meeting = presence.absent(meeting, NETWORK, "Dan")
    assert [(one.name, one.present) for one in meeting.attendance] == [("Dan Holm", False)]


def test_a_stranger_is_noted_all_the_same() -> None:
    """Somebody who is not on the roll was there; the roll does not grow by it."""
    meeting = presence.present(opened(), NETWORK, " Nils Ny ")
    assert [one.name for one in meeting.attendance] == ["Nils Ny"]
    meeting = presence.present(meeting, NETWORK, "nils ny")
    assert len(meeting.attendance) == 1


def test_somebody_comes_and_goes() -> None:
    """Times add up; the end lies after the start."""
    meeting = presence.present(opened(), NETWORK, "Dan Holm", came=dt.time(8, 30))
    meeting = presence.present(meeting, NETWORK, "Dan Holm", went=dt.time(9))
    assert (_one(meeting, "Dan Holm").came, _one(meeting, "Dan Holm").went) == (dt.time(8, 30), dt.time(9))
    with pytest.raises(LeftBeforeComing):
        presence.present(meeting, NETWORK, "Dan Holm", went=dt.time(8, 30))
    with pytest.raises(LeftBeforeComing):
        presence.present(opened(), NETWORK, "Eva", came=dt.time(15), went=dt.time(13))


def test_apologies_have_no_times() -> None:
    """Who was to come for a part and then not at all was not there."""
    meeting = presence.present(opened(), NETWORK, "Dan Holm", came=dt.time(8, 30), went=dt.time(9))
    meeting = presence.absent(meeting, NETWORK, "Dan Holm")
    assert (_one(meeting, "Dan Holm").came, _one(meeting, "Dan Holm").went) == (None, None)


def test_a_substitute_sits_in_the_others_seat() -> None:
    """The one is there for the other's organisations, the other is not there."""
    meeting = presence.substitute(opened(), NETWORK, "Nils Ny", "Dan")
    assert [(one.name, one.present) for one in meeting.attendance] == [("Dan Holm", False), ("Nils Ny", True)]
    nils = _one(meeting, "Nils Ny")
    assert (nils.role, nils.organisations, nils.substitute_for) == (Role.SUBSTITUTE, ("Mora", "Orsa"), "Dan Holm")


def test_a_substitute_for_somebody_without_a_seat_keeps_their_own() -> None:
    """Nobody knows for whom the absent one sat."""
    meeting = presence.substitute(opened(), NETWORK, "Eva Sten", "Nils Ny")
    assert _one(meeting, "Eva Sten").organisations == ("Säter",)


@pytest.mark.parametrize(("name", "away"), [("Dan", "Dan Holm"), ("dan holm", "DAN"), ("Nils Ny", "Nils Ny")])
def test_nobody_stands_in_for_themselves(name: str, away: str) -> None:
    """However the name is said."""
    with pytest.raises(OwnSubstitute):
        presence.substitute(opened(), NETWORK, name, away)


def test_nobody_unknown_stands_in_for_themselves_either() -> None:
    """A name that is on no roll is the same person in small letters."""
    with pytest.raises(OwnSubstitute):
        presence.substitute(opened(), NETWORK, "Nils Ny", "nils ny")


def test_a_guest_comes_for_some_items() -> None:
    """Items add up, each once; the organisation stays when it is not said again."""
    meeting = presence.guest(opened(), "Frida Ö", "SKR", (4,))
    meeting = presence.guest(meeting, "Frida Ö", items=(5, 4))
    frida = _one(meeting, "Frida Ö")
    assert (frida.role, frida.organisations, frida.items) == (Role.GUEST, ("SKR",), (4, 5))


def test_a_nameless_guest_and_an_endless_name_are_refused() -> None:
    """As everywhere, a name is some text that fits."""
    with pytest.raises(NothingSaid):
        presence.guest(opened(), "  ")
    with pytest.raises(TooLong):
        presence.present(opened(), NETWORK, "x" * 301)
    with pytest.raises(TooLong):
        presence.guest(opened(), "Frida Ö", "x" * 301)


def test_a_room_has_walls() -> None:
    """The five hundred and first person is refused; one who is noted already can still be changed."""
    full = replace(opened(), attendance=tuple(Presence(f"Gäst {number}") for number in range(500)))
    with pytest.raises(TooMany):
        presence.present(full, NETWORK, "Dan")
    assert not _one(presence.absent(full, NETWORK, "gäst 7"), "Gäst 7").present
