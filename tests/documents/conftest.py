"""A network of social directors and one of its meetings."""

import datetime as dt

import pytest

from secretary.meeting import Meeting, Stage
from secretary.network import Layout, Member, Network, Role, Seat


def member(name: str, *organisations: str, function: str = "socialchef", role: Role = Role.MEMBER) -> Member:
    """Somebody on the roll, with a seat for each organisation."""
    return Member(name, role, tuple(Seat(one, function) for one in organisations))


@pytest.fixture
def network() -> Network:
    """Social directors of several towns, with the staff of their association."""
    association = "Fyrbodals kommunalförbund"
    return Network(
        number=1,
        name="Socialchefsnätverket Fyrbodal",
        layout=Layout.DECISION,
        members=(
            member("Sirene Johansson", "Tanum"),
            member("Lisbeth Olsson", "Sotenäs", role=Role.CHAIR),
            member("Jane Johansson", "Trollhättan"),
            member("Robert Rydqvist", "Trollhättan"),
            member("Tanja Mattsson", "Mellerud", "Bengtsfors"),
            member("Tommy Almström", "Dals-Ed"),
            member("Roger Granat", "Uddevalla"),
            member("Karin Hallberg", "Vänersborg"),
            member("Karin Engström", association, function="socialstrateg", role=Role.SECRETARY),
            member("Lis Palm", association, function="", role=Role.STAFF),
            member("Maria Klamas", association, function="", role=Role.STAFF),
        ),
    )


@pytest.fixture
def meeting() -> Meeting:
    """The meeting of 4 March 2022, nothing on it yet."""
    return Meeting(1, dt.date(2022, 3, 4), dt.time(9), dt.time(15), "Digitalt möte via Teams", Stage.CLOSED)
