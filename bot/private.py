"""In private: which of a person's networks is meant."""

from __future__ import annotations

import re

from sqlalchemy import Connection

from bot import adaptive, people
from bot.answering import Answering, Stored, done, text_message
from bot.events import Event, Said, Tapped
from dialogs.cards import Button, Card
from records import memory
from secretary.network import Network

CHANGE = re.compile(
    r"\W*(byt|byta|ändra|annat|vilket|change|switch|other|which) (nätverk|natverk|network)\W*", re.IGNORECASE
)


def choosing(connection: Connection, event: Event, answering: Answering, language: str) -> Stored | None:
    """The answer to a choice of network, or the question which is meant; None when it is clear and nothing was chosen.

    The choice holds until another is made, by a button, by the network's name, or by asking to change it.
    """
    if not event.where.private:
        return None
    mine = people.networks_of(connection, event.who.person)
    member = next((found for one in mine if (found := one.by_person(event.who.person))), None)
    language = (member.language if member else None) or (mine[0].language if mine else language)
    words = answering.languages[language]
    if not mine:
        return Stored((text_message(words("general-no-network")),), invoke=done(event, words("general-done")))
    chosen = _chosen(event, mine)
    if chosen is not None:
        memory.choose_network(connection, event.who.person, chosen.number)
        said = text_message(words("general-network-chosen", network=chosen.name))
        return Stored((said,), invoke=done(event, words("general-done")))
    clear = people.network_meant(connection, event) is not None
    if clear and not (len(mine) > 1 and _wants_another(event)):
        return None
    buttons = tuple(Button(one.name, "network.choose", {"network": str(one.number)}) for one in mine)
    asked = adaptive.message(Card(words("general-which-network"), (), buttons))
    return Stored((asked,), invoke=done(event, words("general-done")))


def _chosen(event: Event, mine: tuple[Network, ...]) -> Network | None:
    match event.what:
        case Tapped("network.choose", slots):
            return next((one for one in mine if str(one.number) == str(slots.get("network"))), None)
        case Said(text) if len(mine) > 1:
            names = {name.casefold(): one for one in mine for name in (one.name, one.short) if name}
            return names.get(text.casefold().strip(" .!"))
        case _:
            return None


def _wants_another(event: Event) -> bool:
    return isinstance(event.what, Said) and bool(CHANGE.fullmatch(event.what.text))
