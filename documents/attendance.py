"""Who was there, in the words of either house style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from documents.names import by_organisation, hours, in_a_row
from language.saying import say_list
from language.words import Words
from secretary.agenda import numbers
from secretary.meeting import Meeting
from secretary.network import Layout, Network, Role
from secretary.presence import Presence

Row = tuple[str, str]
_RANK = {Role.CHAIR: 0, Role.VICE_CHAIR: 1, Role.SECRETARY: 3, Role.STAFF: 3, Role.GUEST: 4}


def attendance(network: Network, meeting: Meeting, layout: Layout, say: Words) -> tuple[Row, ...]:
    """The rows that tell who was there, who was there for a part, who was a guest and who sent apologies."""
    here = sorted((one for one in meeting.attendance if one.present), key=lambda one: _RANK.get(one.role, 2))
    guests = [one for one in here if one.role is Role.GUEST]
    regulars = [one for one in here if one.role is not Role.GUEST]
    away = [one for one in meeting.attendance if not one.present]
    if layout is Layout.DECISION:
        rows = (*_taking_part(network, regulars, say), *_guests_by_item(meeting, guests, say))
    else:
        rows = (*_one_list(regulars, say), *_guests(meeting, guests, say))
    apologies = _and([_in_brackets(one, say) for one in away], say)
    return (*rows, (say("papers-apologies"), apologies)) if apologies else rows


def _one_list(people: Sequence[Presence], say: Words) -> tuple[Row, ...]:
    """Everybody in one list, what is to be said of each in brackets."""
    whole = [_in_brackets(one, say) for one in people]
    return ((say("papers-present"), _and(whole, say)),) if whole else ()


def _in_brackets(one: Presence, say: Words) -> str:
    stands_in = say("papers-substitute", name=one.substitute_for) if one.substitute_for else ""
    return _bracketed(one.name, *_role(one, say, whole=False), _seat(one, say), stands_in, _interval(one, say))


def _taking_part(network: Network, people: Sequence[Presence], say: Words) -> tuple[Row, ...]:
    """The members with their organisations, then the staff by organisation."""
    staff = [one for one in people if _is_staff(one, network)]
    members = [one for one in people if one not in staff]
    whole_time = [_with_commas(one, say) for one in members if not _interval(one, say)]
    text = "; ".join(whole_time)
    part_time = [one for one in members if _interval(one, say)]
    sentences = [_part_sentence(interval, them, say) for interval, them in _by_interval(part_time, say).items()]
    said = ". ".join(part for part in (text, *sentences) if part)
    rows = [(say("papers-taking-part"), f"{said}.")] if said else []
    for organisation, them in _by_organisation(staff).items():
        label = say("papers-from", organisation=organisation) if organisation else say("papers-staff")
        rows.append((label, _and([_bracketed(one.name, one.function, _interval(one, say)) for one in them], say)))
    return tuple(rows)


def _with_commas(one: Presence, say: Words) -> str:
    said = ", ".join(fact for fact in (one.name, *_role(one, say, whole=True), _seat(one, say)) if fact)
    return _bracketed(said, say("papers-substitute", name=one.substitute_for)) if one.substitute_for else said


def _part_sentence(interval: str, people: Sequence[Presence], say: Words) -> str:
    named = [_with_commas(one, say) for one in people]
    if len(named) == 1:
        return f"{named[0]}, {interval}"
    return f"{say('papers-or-more-groups', first=', '.join(named[:-1]), last=named[-1])}, {interval}"


def _guests_by_item(meeting: Meeting, guests: Sequence[Presence], say: Words) -> tuple[Row, ...]:
    """A row for each set of items with its guests."""
    sets: dict[tuple[str, ...], list[Presence]] = {}
    for one in guests:
        sets.setdefault(_item_numbers(meeting, one), []).append(one)
    rows = []
    for given in sorted(sets, key=lambda them: [_sortable(number) for number in them]):
        label = _on_items(given, say) if given else say("papers-guests")
        rows.append((label, in_a_row(_guest_groups(sets[given], say), say)))
    return tuple(rows)


def _guest_groups(people: Sequence[Presence], say: Words) -> tuple[str, ...]:
    named = [(_bracketed(one.name, one.function, _interval(one, say)), one.organisations) for one in people]
    return by_organisation(named, say)


def _guests(meeting: Meeting, guests: Sequence[Presence], say: Words) -> tuple[Row, ...]:
    """All guests in one row, each with organisation and items in brackets."""
    said = []
    for one in guests:
        given = _item_numbers(meeting, one)
        on_items = _on_items(given, say, inside=True) if given else ""
        said.append(_bracketed(one.name, _seat(one, say), on_items, _interval(one, say)))
    return ((say("papers-guests"), _and(said, say)),) if said else ()


def _item_numbers(meeting: Meeting, one: Presence) -> tuple[str, ...]:
    given = numbers(meeting)
    return tuple(sorted((given[item] for item in one.items if item in given), key=_sortable))


def _on_items(given: Sequence[str], say: Words, *, inside: bool = False) -> str:
    kind = "papers-on-items" if len(given) > 1 else "papers-on-item"
    return say(f"{kind}-inside" if inside else kind, numbers=say_list(list(given), say.language))


def _role(one: Presence, say: Words, *, whole: bool) -> tuple[str, ...]:
    """What the chair, the vice-chair and a secretary of no organisation are in the network."""
    if one.role not in (Role.CHAIR, Role.VICE_CHAIR) and not (
        one.role is Role.SECRETARY and not _from(one) and not one.function
    ):
        return ()
    return (say(f"papers-{one.role.value}-whole" if whole else f"papers-{one.role.value}"),)


def _seat(one: Presence, say: Words) -> str:
    """The organisations somebody stood for; an ordinary member's title goes without saying."""
    names = say_list(_from(one), say.language)
    if not one.function or one.role is Role.MEMBER or not names:
        return names or one.function
    short = say.language == "sv" and not any(" " in said for said in (one.function, *_from(one)))
    return f"{one.function} {names}" if short else f"{one.function}, {names}"


def _interval(one: Presence, say: Words) -> str:
    if one.came and one.went:
        return say("papers-between", span=hours(one.came, one.went, say.language))
    if one.came:
        return say("papers-from-time", time=hours(one.came, None, say.language))
    return say("papers-until-time", time=hours(one.went, None, say.language)) if one.went else ""


def _by_interval(people: Sequence[Presence], say: Words) -> dict[str, list[Presence]]:
    found: dict[str, list[Presence]] = {}
    for one in people:
        found.setdefault(_interval(one, say), []).append(one)
    return found


def _by_organisation(people: Iterable[Presence]) -> dict[str, list[Presence]]:
    found: dict[str, list[Presence]] = {}
    for one in people:
        found.setdefault(next(iter(_from(one)), ""), []).append(one)
    return found


def _is_staff(one: Presence, network: Network) -> bool:
    """Staff, and a secretary who does not come from an organisation that has a member."""
    if one.role is Role.STAFF:
        return True
    with_members = {
        organisation
        for member in network.present_members
        if member.role in (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)
        for organisation in member.organisations
    }
    return one.role is Role.SECRETARY and bool(_from(one)) and not with_members.intersection(_from(one))


def _from(one: Presence) -> list[str]:
    """The organisations somebody stood for; a seat may have a title only."""
    return [organisation for organisation in one.organisations if organisation]


def _bracketed(name: str, *facts: str) -> str:
    said = ", ".join(fact for fact in facts if fact)
    return f"{name} ({said})" if said else name


def _and(named: Sequence[str], say: Words) -> str:
    if len(named) < 2:
        return "".join(named)
    return say("papers-or-more", first=", ".join(named[:-1]), last=named[-1])


def _sortable(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
