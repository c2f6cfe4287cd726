"""Who is speaking, and for which network: found by identity, never by a name alone where it matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from bot.connector import RosterMember
from bot.events import Event, Who
from records import memory
from records import network as networks
from records.network import NetworkRecords
from secretary.network import Member, Network, Role
from secretary.rights import leads


def speaker(records: NetworkRecords, who: Who) -> Member:
    """The member who speaks; somebody who is not on the roll, or no longer, is a guest.

    A name is enough to recognise an ordinary member whom the secretary put on the roll before they spoke; whoever
    leads is recognised by the way Teams knows them, never by a name.
    """
    network = records.network
    known = network.by_person(who.person)
    if known is not None:
        if known.left:
            return replace(known, role=Role.GUEST)
        return _reachable(records, known, who)
    if not who.person:
        return Member(who.name, role=Role.GUEST)
    waiting = [one for one in network.members if not one.person and not one.left and _same(one, who)]
    if not waiting:
        return Member(_unused(who.name, network.members), role=Role.GUEST, person=who.person, contact=who.contact)
    member = replace(waiting[0], person=who.person, contact=who.contact)
    records.save_network(network.with_member(member))
    return member


def networks_of(connection: Connection, person: str) -> tuple[Network, ...]:
    """The networks a person is a member of."""
    every = networks.every(connection)
    mine = [one for one in every if (found := one.by_person(person)) is not None and not found.left]
    return tuple(one for one in mine if one.active)


def network_meant(connection: Connection, event: Event) -> int | None:
    """The network of the channel, or in private the one the person has chosen or the only one."""
    if not event.where.private:
        return networks.of_channel(connection, event.who.tenant, event.where.address.channel)
    mine = [one.number for one in networks_of(connection, event.who.person)]
    chosen = memory.chosen_network(connection, event.who.person)
    return chosen if chosen in mine else mine[0] if len(mine) == 1 else None


def from_roster(network: Network, people: Iterable[RosterMember], installer: Who) -> Network:
    """The network with everybody in the channel on its roll; whoever installed the bot is its secretary."""
    members = list(network.members)
    for one in people:
        person = f"{one.tenant or installer.tenant}/{one.object_id}" if one.object_id else ""
        if not person or any(known.person == person for known in members):
            continue
        waiting = _waiting(one, members)
        if waiting is not None:
            members[members.index(waiting)] = replace(waiting, person=person, contact=one.user_id)
            continue
        members.append(Member(_unused(one.name, members), person=person, contact=one.user_id))
    if not any(known.person == installer.person for known in members):
        members.append(Member(_unused(installer.name, members), person=installer.person, contact=installer.contact))
    if not any(member.role is Role.SECRETARY and not member.left for member in members):
        members = [replace(one, role=Role.SECRETARY) if one.person == installer.person else one for one in members]
    return replace(network, members=tuple(members), active=True)


def _waiting(one: RosterMember, members: Iterable[Member]) -> Member | None:
    """Somebody whom the secretary put on the roll before they came: known by contact, or by name if not leading."""
    for known in members:
        if known.person or known.left:
            continue
        by_name = not known.contact and not leads(known.role) and known.name.casefold() == one.name.casefold()
        if by_name or (known.contact and known.contact == one.user_id):
            return known
    return None


def _reachable(records: NetworkRecords, member: Member, who: Who) -> Member:
    """The member, with the way to reach them as it is now."""
    if who.contact and member.contact != who.contact:
        member = replace(member, contact=who.contact)
        records.save_network(records.network.with_member(member))
    return member


def _same(member: Member, who: Who) -> bool:
    if member.contact:
        return member.contact == who.contact
    return not leads(member.role) and member.name.casefold() == who.name.casefold()


def _unused(name: str, members: Iterable[Member]) -> str:
    """A name that nobody on the roll has: two people of one name are told apart by a number."""
    taken = {one.name.casefold() for one in members}
    name = name.strip() or "?"
    if name.casefold() not in taken:
        return name
    return next(f"{name} ({count})" for count in range(2, 10_000) if f"{name} ({count})".casefold() not in taken)
