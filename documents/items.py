"""What stands under an item's title: who presents it, where it comes from, what is attached."""

from __future__ import annotations

from collections.abc import Sequence

from documents.document import Block, Heading, Link, Links
from documents.names import by_organisation, day, in_a_row, item_title, organisations
from language.saying import say_list
from language.words import Words
from secretary.agenda import numbers
from secretary.item import Item
from secretary.meeting import Meeting
from secretary.network import Layout, Network, Standing
from secretary.rights import leads


def heading(item: Item, meeting: Meeting, layout: Layout, say: Words) -> Heading:
    """The item's number and title; a part of an item stands one level below."""
    number = numbers(meeting)[item.id]
    if item.under is None:
        number += ")" if layout is Layout.DECISION else "."
    return Heading(item_title(item, say), 2 if item.under is None else 3, number)


def presenters(item: Item, network: Network, meeting: Meeting, layout: Layout, say: Words) -> tuple[str, ...]:
    """The line with those who present the item; with their organisations in the decision style."""
    if not item.presenters:
        return ()
    if layout is Layout.CLAUSES:
        return (say("papers-presenters", names=say_list(list(item.presenters), say.language)),)
    people = [(name, organisations(name, network, meeting)) for name in item.presenters]
    return (in_a_row(by_organisation(people, say), say),)


def origins(item: Item, network: Network, meeting: Meeting, say: Words) -> tuple[str, ...]:
    """Where the item comes from: the person who raised it, the meeting that tabled it, that it came late."""
    lines = []
    if item.raised_by and _worth_saying(item, network, meeting):
        lines.append(say("papers-raised-by", name=item.raised_by))
    if item.tabled_from:
        lines.append(say("papers-tabled-from", date=day(item.tabled_from, say.language)))
    if item.late:
        lines.append(say("papers-late"))
    return tuple(lines)


def attachments(items: Sequence[Item], say: Words) -> tuple[Block, ...]:
    """The links of the items, each once."""
    links = dict.fromkeys(Link(one.link, one.name) for item in items for one in item.attachments)
    if not links:
        return ()
    return (Links(say("papers-attachment" if len(links) == 1 else "papers-attachments"), tuple(links)),)


def _worth_saying(item: Item, network: Network, meeting: Meeting) -> bool:
    """Whether it matters who raised it: always for other business, else when it came from the members."""
    parent = next((one for one in meeting.items if one.id == item.under), None)
    if parent and parent.standing is Standing.OTHER_BUSINESS:
        return True
    led_by = [member.name for member in network.members if leads(member.role)]
    return item.raised_by not in item.presenters and item.raised_by not in led_by
