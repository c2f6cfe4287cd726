"""Members and their seats; the network's own settings and the speaker's."""

from __future__ import annotations

from dataclasses import replace

from dialogs.cards import Card, Lines
from dialogs.replies import Replies
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import SlotUnreadable, Turn
from language.words import LANGUAGES
from secretary.network import Layout, Member, Role, Seat, UnknownSetting
from secretary.refusal import LONGEST_TITLE, checked

router = Router()
LANGUAGE_NAMES = {
    "svenska": "sv",
    "swedish": "sv",
    "sv": "sv",
    "engelska": "en",
    "english": "en",
    "en": "en",
}
LAYOUT_NAMES = {
    "clauses": Layout.CLAUSES,
    "att-satser": Layout.CLAUSES,
    "attsatser": Layout.CLAUSES,
    "decision": Layout.DECISION,
    "beslut": Layout.DECISION,
    "beslutsmening": Layout.DECISION,
    "beslutsmeningar": Layout.DECISION,
    "decisions": Layout.DECISION,
    "decision sentences": Layout.DECISION,
    "sentences": Layout.DECISION,
    "clause": Layout.CLAUSES,
    "att-sats": Layout.CLAUSES,
    "att satser": Layout.CLAUSES,
}


@router.on("members.show")
def show(turn: Turn) -> Replies:
    """List the members with their seats and roles."""
    lines = tuple(line(turn.words, member) for member in turn.network.present_members)
    yield Card(turn.say("members-title", network=turn.network.name, count=len(lines)), (Lines(lines),))


@router.on("members.add")
def add(turn: Turn) -> Replies:
    """Put somebody on the roll, or change the role and the seats of one who is there."""
    person, organisation = turn.slots.text("person").lstrip("@"), turn.slots.text("organisation")
    role = turn.slots.text("role")
    if role and role not in set(Role):
        raise UnknownSetting(name="role", value=role)
    known = turn.network.named(person)
    if len(known) > 1:
        turn.network.by_name(person)
    name = known[0].name if known else checked(person, LONGEST_TITLE)
    member = known[0] if known else _returning(turn, name)
    organisations = tuple(one.strip() for one in organisation.split(",") if one.strip())
    if organisations:
        new = [one for one in organisations if one not in member.organisations]
        member = replace(member, seats=(*member.seats, *(Seat(one, member.function) for one in new)))
    contact = member.contact or turn.contacts.get(name, "")
    member = replace(member, role=Role(role) if role else member.role, left=False, contact=contact)
    turn.records.save_network(turn.network.with_member(member))
    message = "members-changed" if known else "members-added"
    yield turn.say(message, member=line(turn.words, member))


@router.on("members.remove")
def remove(turn: Turn) -> Replies:
    """Take somebody off the roll; what the person did stays."""
    member = turn.network.by_name(turn.slots.text("person").lstrip("@"))
    turn.records.save_network(turn.network.without(member.name))
    yield turn.say("members-removed", name=member.name)


@router.on("settings.set")
def set_(turn: Turn) -> Replies:
    """Change one's own language, or the network's name, language, zone or layout of minutes."""
    name, value = turn.slots.text("name"), turn.slots.text("value")
    whose = turn.slots.text("whose") or ("me" if name == "language" else "network")
    turn.own(name == "language" and whose == "me")
    if name == "language" and whose == "me":
        language = _language(value)
        member = replace(turn.speaker, language=language)
        turn.records.save_network(turn.network.with_member(member))
        yield turn.say(f"members-my-language-{language}")
        return
    network = turn.network
    match name:
        case "language":
            network = replace(network, language=_language(value))
            value = turn.say(f"members-language-{network.language}")
        case "zone":
            network = network.in_zone(value)
        case "name":
            network = replace(network, name=checked(value, LONGEST_TITLE))
        case "layout":
            if value.casefold() not in LAYOUT_NAMES:
                raise UnknownSetting(name=name, value=value)
            network = replace(network, layout=LAYOUT_NAMES[value.casefold()])
            value = turn.say(f"members-layout-{network.layout}")
        case _:
            raise SlotUnreadable(slot="name")
    turn.records.save_network(replace(network, confirmed=True))
    yield turn.say("members-set", name=name, value=value)


@router.on("network.confirm")
def confirm(turn: Turn) -> Replies:
    """The secretary confirms the network's name and language on the greeting's form."""
    name = checked(turn.slots.text("name") or turn.network.name, LONGEST_TITLE)
    language = _language(turn.slots.text("language") or turn.network.language)
    turn.records.save_network(replace(turn.network, name=name, language=language, confirmed=True))
    yield turn.say("members-confirmed", network=name, language=turn.say(f"members-language-{language}"))


def line(words: Spoken, member: Member) -> str:
    """A member in a list: name, role, organisations."""
    details = [words(f"members-role-{member.role}")]
    if member.function:
        details.append(member.function)
    if member.organisations:
        details.append(words.listed(member.organisations))
    return f"{member.name} – {', '.join(details)}"


def _language(value: str) -> str:
    language = LANGUAGE_NAMES.get(value.casefold().strip(), "")
    if language not in LANGUAGES:
        raise UnknownSetting(name="language", value=value)
    return language


def _returning(turn: Turn, name: str) -> Member:
    """Somebody who was on the roll before comes back as themselves; otherwise somebody new."""
    before = next((one for one in turn.network.members if one.name.casefold() == name.casefold()), None)
    return before or Member(name)
