"""What Teams sends, read from the raw JSON: never through a model that loses fields."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.connector import Address

Json = Mapping[str, Any]
OPEN_FORM = "kansli.form"


@dataclass(frozen=True)
class Where:
    """The place something happened: how it is reached, which thread, and whether it is private."""

    address: Address
    thread: str  # the conversation a reply goes to
    private: bool
    new_thread: bool = False  # the message is the first of its thread
    team_name: str = ""
    channel_name: str = ""


@dataclass(frozen=True)
class Who:
    """The person: tenant and object id are who it is, the name is only what is shown."""

    tenant: str
    object_id: str
    contact: str
    name: str

    @property
    def person(self) -> str:
        """The identity that the records keep; empty for somebody without one."""
        return f"{self.tenant}/{self.object_id}" if self.object_id else ""

    @property
    def key(self) -> str:
        """What the conversation knows the person by, also somebody without an identity."""
        return self.person or self.contact


@dataclass(frozen=True)
class Mention:
    """Somebody who was named with @."""

    contact: str
    name: str


@dataclass(frozen=True)
class Said:
    """A message to the bot."""

    text: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True)
class Tapped:
    """A button or a sent form: the action it asks for, its slots, and what was filled in."""

    action: str
    slots: Mapping[str, Any] = field(default_factory=dict)
    inputs: Mapping[str, Any] = field(default_factory=dict)
    form: bool = False  # a form that closes when it is answered


@dataclass(frozen=True)
class FormWanted:
    """Somebody wants to see the form of a button."""

    action: str
    slots: Mapping[str, Any]
    form: str


@dataclass(frozen=True)
class Joined:
    """The bot was added."""


@dataclass(frozen=True)
class Left:
    """The bot was removed."""


@dataclass(frozen=True)
class PeopleJoined:
    """People were added to the team; the roster says who they are."""


@dataclass(frozen=True)
class Ignored:
    """Something that asks nothing of the bot."""


What = Said | Tapped | FormWanted | Joined | Left | PeopleJoined | Ignored


@dataclass(frozen=True)
class Event:
    """One activity: what, who, where, and the ids by which a repeat is known."""

    what: What
    who: Who
    where: Where
    conversation: str
    activity: str
    invoke: bool


def read(raw: Json) -> Event:
    """Read an activity; fields that are not what they should be are taken as absent."""
    conversation = _text(_map(raw, "conversation"), "id")
    return Event(
        what=_what(raw),
        who=_who(raw),
        where=_where(raw, conversation),
        conversation=conversation,
        activity=f"{_text(raw, 'type')}:{_text(raw, 'name')}:{_text(raw, 'id')}",
        invoke=_text(raw, "type") == "invoke",
    )


def _what(raw: Json) -> What:
    match _text(raw, "type"):
        case "message":
            return _message(raw)
        case "invoke":
            return _invoke(raw)
        case "installationUpdate":
            return _installed(_text(raw, "action"))
        case "conversationUpdate":
            return _members(raw)
        case _:
            return Ignored()


def _message(raw: Json) -> What:
    value = raw.get("value")
    if isinstance(value, Mapping) and "kansli" in value:
        return _tap(value, {})
    bot = _text(_map(raw, "recipient"), "id")
    text, mentions = _text(raw, "text"), []
    for entity in _list(raw, "entities"):
        if not isinstance(entity, Mapping) or entity.get("type") != "mention":
            continue
        marked = _text(entity, "text")
        mentioned = _map(entity, "mentioned")
        name = html.unescape(_text(mentioned, "name"))
        if _text(mentioned, "id") == bot:
            text = _without(text, marked)
        elif name:
            mentions.append(Mention(_text(mentioned, "id"), name))
            text = text.replace(marked, f"@{name}", 1) if marked else text
    plain = html.unescape(text).replace("\u00a0", " ")
    return Said(re.sub(r"[ \t]+", " ", plain).strip(), tuple(mentions))


def _without(text: str, marked: str) -> str:
    """The text without one mention; Teams escapes the text of some clients and not of others."""
    for form in (marked, marked.replace("&", "&amp;")):
        if form and form in text:
            return text.replace(form, " ", 1)
    return text


def _invoke(raw: Json) -> What:
    value = _map(raw, "value")
    name = _text(raw, "name")
    if name == "adaptiveCard/action":
        return _tap(_map(_map(value, "action"), "data"), {})
    data = _map(value, "data")
    if name == "task/fetch" and isinstance(data.get("kansli"), Mapping):
        asked = _map(data, "kansli")
        return FormWanted(_text(asked, "action"), _clean(_map(asked, "slots")), _text(asked, "form"))
    if name == "task/submit":
        tapped = _tap(data, {})
        return Tapped(tapped.action, tapped.slots, tapped.inputs, form=True) if isinstance(tapped, Tapped) else tapped
    return Ignored()


def _tap(data: Json, inputs: Json) -> What:
    """A button's data: what we put there under `kansli`, and beside it what was filled in."""
    asked = data.get("kansli")
    if not isinstance(asked, Mapping):
        return Tapped("")
    filled = {name: value for name, value in data.items() if name not in ("kansli", "msteams")}
    return Tapped(_text(asked, "action"), _clean(_map(asked, "slots")), _clean({**filled, **inputs}))


def _installed(action: str) -> What:
    if action == "add":
        return Joined()
    return Left() if action == "remove" else Ignored()


def _members(raw: Json) -> What:
    """Who came or went: the bot itself, or people of the team."""
    bot = _text(_map(raw, "recipient"), "id")
    added, removed = _ids(raw, "membersAdded"), _ids(raw, "membersRemoved")
    if bot in added:
        return Joined()
    if bot in removed:
        return Left()
    return PeopleJoined() if added else Ignored()


def _ids(raw: Json, key: str) -> list[str]:
    return [_text(one, "id") for one in _list(raw, key) if isinstance(one, Mapping)]


def _who(raw: Json) -> Who:
    sender = _map(raw, "from")
    return Who(_tenant(raw), _text(sender, "aadObjectId"), _text(sender, "id"), _text(sender, "name"))


def _where(raw: Json, conversation: str) -> Where:
    data = _map(raw, "channelData")
    private = _text(_map(raw, "conversation"), "conversationType") == "personal"
    chosen = _text(_map(_map(data, "settings"), "selectedChannel"), "id")
    channel = chosen or _text(_map(data, "channel"), "id") or conversation.partition(";")[0]
    address = Address(
        service_url=_text(raw, "serviceUrl"),
        tenant=_tenant(raw),
        conversation=conversation if private else channel,
        bot=_text(_map(raw, "recipient"), "id"),
        channel="" if private else channel,
        team="" if private else _text(_map(data, "team"), "id"),
    )
    return Where(
        address,
        conversation,
        private,
        new_thread=not private and conversation.endswith(f";messageid={_text(raw, 'id')}"),
        team_name=_text(_map(data, "team"), "name"),
        channel_name=_text(_map(data, "channel"), "name"),
    )


def _tenant(raw: Json) -> str:
    data = _text(_map(_map(raw, "channelData"), "tenant"), "id")
    return data or _text(_map(raw, "conversation"), "tenantId")


def _map(value: Json, name: str) -> Json:
    found = value.get(name)
    return found if isinstance(found, Mapping) else {}


def _list(value: Json, name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []


def _text(value: Json, name: str) -> str:
    found = value.get(name)
    return whole(found) if isinstance(found, str) else ""


def whole(text: str) -> str:
    """The text without what JSON can hold and no database takes: halves of characters, and the character zero."""
    return HALF.sub("", text)


HALF = re.compile("[\ud800-\udfff\x00]")


def _clean(value: Any) -> Any:
    """A button's data with whole texts throughout."""
    match value:
        case str():
            return whole(value)
        case Mapping():
            return {whole(str(name)): _clean(one) for name, one in value.items()}
        case list():
            return [_clean(one) for one in value]
        case _:
            return value
