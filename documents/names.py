"""How a document names things: the network, the people, the items, the days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import groupby

from language.saying import say_date, say_list, say_span
from language.words import Words
from secretary.item import Item
from secretary.meeting import Meeting
from secretary.network import Network

_ONE_WORD_AND_PLACE = re.compile(r"(\S+(?:et|en|na))(?: [A-ZÅÄÖ]\S*)+")


def body(network: Network) -> str:
    """What decides: the network's name, without the place when it is one word and a place.

    "Socialchefsnätverket Dalarna" decides as "Socialchefsnätverket".
    """
    found = _ONE_WORD_AND_PLACE.fullmatch(network.name)
    return found.group(1) if found else network.name


def whole_name(network: Network, say: Words) -> str:
    """The network's name with its short name."""
    if not network.short or network.short in network.name.split():
        return network.name
    return say("papers-body-whole", name=network.name, short=network.short)


def day(date: dt.date, language: str) -> str:
    """A day in running text: "16 april 2021"."""
    return say_date(date, language, year=True, weekday=False)


def hours(start: dt.time, end: dt.time | None, language: str) -> str:
    """A part of the meeting, or one end of it: "kl. 13–15" when it keeps whole hours, else "kl. 13.15–15.00"."""
    said = say_span(start, end, language)
    whole = start.minute == 0 and (end is None or end.minute == 0)
    return said.replace(".00", "") if whole and language == "sv" else said


def item_title(item: Item, say: Words) -> str:
    """The item's title, led by its kind when that was said and the title does not begin with it."""
    title = item.title
    if not title and item.standing:
        title = say(f"papers-standing-{item.standing.value}")
    if item.kind is None:
        return title
    first = re.match(r"\w*", title.casefold())
    known = say(f"papers-kind-words-{item.kind.value}").split()
    if first and first.group() in known:
        return title
    return say(f"papers-kind-{item.kind.value}", title=title)


def organisations(name: str, network: Network, meeting: Meeting) -> tuple[str, ...]:
    """The organisations somebody stood for that day, or stands for on the roll."""
    for one in meeting.attendance:
        if one.name == name and one.organisations:
            return one.organisations
    known = [member for member in network.members if member.name == name]
    return known[0].organisations if len(known) == 1 else ()


def function(name: str, network: Network, meeting: Meeting) -> str:
    """Somebody's title, when it is known."""
    on_roll = [member.function for member in network.members if member.name == name]
    that_day = [one.function for one in meeting.attendance if one.name == name]
    return next((title for title in (*that_day, *on_roll) if title), "")


def ended(text: str) -> str:
    """The text with a full stop, unless it ends already."""
    return text if not text or text[-1] in ".!?…:" else f"{text}."


def by_organisation(people: Sequence[tuple[str, tuple[str, ...]]], say: Words) -> tuple[str, ...]:
    """People in groups, those of the same organisation together: "Eva Alm och Per Ek, Norrbacka"."""
    groups = []
    for theirs, them in groupby(people, key=lambda person: person[1]):
        names = say_list([name for name, _ in them], say.language)
        known = say_list([one for one in theirs if one], say.language)
        groups.append(f"{names}, {known}" if known else names)
    return tuple(groups)


def in_a_row(groups: Sequence[str], say: Words) -> str:
    """Groups one after another, the last after "samt"."""
    if len(groups) < 2:
        return "".join(groups)
    return say("papers-or-more-groups", first=", ".join(groups[:-1]), last=groups[-1])
