"""The fictitious network a newcomer plays with: six municipalities in Kalmar county, invented people."""

from dataclasses import dataclass

from bot.local.channel import LocalChannel
from bot.local.people import Json, LocalPerson


@dataclass(frozen=True, slots=True)
class StarterPerson:
    """One person: `role` is the role in the network, `function` what they do at home."""

    name: str
    role: str
    organisation: str
    function: str
    language: str = "sv"


@dataclass(frozen=True, slots=True)
class StarterNetwork:
    """The network, the team and channel it meets in, and its people; the secretary installs the bot."""

    name: str
    short: str
    language: str
    team: str
    channel: str
    people: tuple[StarterPerson, ...]

    @property
    def secretary(self) -> StarterPerson:
        """Who installs the bot."""
        return next(person for person in self.people if person.role == "secretary")


STARTER = StarterNetwork(
    name="Socialchefsnätverket Kalmarsund",
    short="SKN",
    language="sv",
    team="Socialchefsnätverket Kalmarsund",
    channel="Nätverket",
    people=(
        StarterPerson("Karin Alnebring", "secretary", "Kalmar", "nätverkssekreterare"),
        StarterPerson("Mats Ekeroth", "chair", "Nybro", "socialchef"),
        StarterPerson("Leila Hosseini", "vice-chair", "Oskarshamn", "socialchef"),
        StarterPerson("Per-Olof Stensjö", "member", "Kalmar", "socialdirektör"),
        StarterPerson("Anna-Greta Lövdal", "member", "Borgholm", "förvaltningschef"),
        StarterPerson("Samir Khoury", "member", "Västervik", "socialchef"),
        StarterPerson("Emma Fairbrother", "member", "Mörbylånga", "head of social services", "en"),
        StarterPerson("Jonas Wreder", "substitute", "Västervik", "biträdande socialchef"),
    ),
)


def settle(channel: LocalChannel, network: StarterNetwork = STARTER) -> list[Json]:
    """Let the people of the network move in and its secretary install the bot.

    Returns the activities that tell the bot so, to be delivered in order.
    """
    people: dict[str, LocalPerson] = {
        person.name: channel.add_person(person.name, language=person.language) for person in network.people
    }
    return channel.install(people[network.secretary.name], network.team, network.channel)
