"""Who is speaking: known by identity, never by a name where it matters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.connector import RosterMember
from bot.events import Who
from bot.people import from_roster
from secretary.network import Member, Network, Role

from .room_support import BO, DAN, EVA, RECORDED, TENANT, Room, object_of, room, user_of


def _one(name: str, object_id: str | None = None) -> RosterMember:
    return RosterMember(user_of(name), object_of(name) if object_id is None else object_id, TENANT, name, "user")


INSTALLER = Who(TENANT, object_of(BO), user_of(BO), BO)


@pytest.fixture
async def met() -> Iterator[Room]:  # type: ignore[misc]
    """A channel with the bot in it."""
    with room() as there:
        await there.join()
        yield there


def test_the_channels_list_becomes_the_roll() -> None:
    """Everybody once, the installer as secretary, who has no identity left out."""
    network = from_roster(Network(1, "Norrbo"), [_one(BO), _one(DAN), _one("App", "")], INSTALLER)
    assert [(one.name, one.role) for one in network.members] == [(BO, Role.SECRETARY), (DAN, Role.MEMBER)]
    again = from_roster(network, [_one(DAN), _one(EVA)], INSTALLER)
    assert [one.name for one in again.members] == [BO, DAN, EVA]


def test_an_installer_who_is_not_on_the_list_is_secretary_all_the_same() -> None:
    """As when the list cannot be had."""
    network = from_roster(Network(1, "Norrbo"), [], INSTALLER)
    assert [(one.name, one.role) for one in network.members] == [(BO, Role.SECRETARY)]


def test_two_people_of_one_name_are_told_apart() -> None:
    """The second gets a number; nobody is lost."""
    network = from_roster(
        Network(1, "Norrbo"), [_one(DAN, "a"), _one(DAN, "b"), _one("", "c"), _one(" ", "d")], INSTALLER
    )
    assert [one.name for one in network.members] == [DAN, f"{DAN} (2)", "?", "? (2)", BO]


def test_a_network_with_a_secretary_keeps_that_one() -> None:
    """Who adds the bot again does not become secretary beside the one there is."""
    network = Network(1, "Norrbo", members=(Member(EVA, Role.SECRETARY, person="t/e"),))
    again = from_roster(network, [_one(BO)], INSTALLER)
    assert [one.name for one in again.holding(Role.SECRETARY)] == [EVA]


def test_somebody_without_an_identity_who_adds_the_bot() -> None:
    """The network still has a secretary: without one nobody could ever name one."""
    network = from_roster(Network(1, "Norrbo"), [_one(DAN)], Who(TENANT, "", "29:x", "Okänd"))
    assert len(network.holding(Role.SECRETARY)) == 1


async def test_a_member_put_on_the_roll_by_name_is_recognised_when_they_speak(met: Room) -> None:
    """Their identity is kept from then on."""
    await met.tap(BO, "members.add", {"person": "Nils Ny", "organisation": "Mora", "role": "member"})
    await met.say("Nils Ny", "när är nästa möte?")
    assert met.network.by_name("Nils Ny").person == f"{TENANT}/{object_of('Nils Ny')}"


async def test_a_leaders_name_is_not_enough(met: Room) -> None:
    """Somebody who calls themselves as a chair whom nobody has seen is a guest."""
    await met.tap(BO, "members.add", {"person": "Nils Ny", "organisation": "Mora", "role": "chair"})
    assert met.network.by_name("Nils Ny").role is Role.CHAIR
    assert "Gäster kan läsa" in await met.tap("Nils Ny", "meeting.schedule", {"date": "2027-03-19", "start": "08:00"})
    assert met.network.by_name("Nils Ny").person == ""


async def test_a_stranger_with_a_members_name_is_a_guest(met: Room) -> None:
    """Dan Holm is known by who he is; another account of his name is somebody else."""
    raw = met.tapped(DAN, "agenda.add", {"title": "Budget"})
    raw["from"]["aadObjectId"] = "somebody-else"
    before = met.rows(*RECORDED)
    await met.turns.receive(raw)
    assert met.rows(*RECORDED) == before


async def test_another_tenants_person_is_another_person(met: Room) -> None:
    """The same object id in another tenant is not the secretary."""
    raw = met.tapped(BO, "meeting.schedule", {"date": "2027-03-19", "start": "08:00"})
    raw["channelData"]["tenant"]["id"] = raw["conversation"]["tenantId"] = "another-tenant"
    before = met.rows(*RECORDED)
    await met.turns.receive(raw)
    assert met.rows(*RECORDED) == before


async def test_somebody_without_an_identity_is_a_guest(met: Room) -> None:
    """A guest account without an object id reads and changes nothing."""
    raw = met.tapped(BO, "meeting.schedule", {"date": "2027-03-19", "start": "08:00"})
    del raw["from"]["aadObjectId"]
    before = met.rows(*RECORDED)
    await met.turns.receive(raw)
    assert met.rows(*RECORDED) == before


async def test_a_new_way_to_reach_somebody_is_kept(met: Room) -> None:
    """The id that Teams uses in messages can change; the person does not."""
    raw = met.said(DAN, "när är nästa möte?")
    raw["from"]["id"] = "29:new"
    await met.turns.receive(raw)
    assert met.network.by_name(DAN).contact == "29:new"


async def test_who_comes_back_is_who_they_were(met: Room) -> None:
    """Removed and put back: the same identity, and no second line on the roll."""
    await met.say(BO, "ta bort Dan Holm ur nätverket")
    await met.say(BO, "lägg till Dan Holm, Mora, som ledamot")
    found = [one for one in met.network.members if one.name == DAN]
    assert [(one.left, one.person) for one in found] == [(False, f"{TENANT}/{object_of(DAN)}")]
