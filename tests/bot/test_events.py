"""Reading what Teams sends: the fields we rely on, and anything at all without an error."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.events import Event, FormWanted, Ignored, Joined, Left, PeopleJoined, Said, Tapped, read

from .room_support import BO, BOT, CHANNEL, DAN, TENANT, Room, object_of, room, user_of

with room() as _room:
    TEAMS: Room = _room


def _mention(name: str, contact: str, marked: str | None = None) -> dict[str, Any]:
    return {
        "type": "mention",
        "text": marked or f"<at>{name}</at>",
        "mentioned": {"id": contact, "name": name},
    }


KANSLI = _mention("Kansli", BOT)


@pytest.mark.parametrize(
    ("text", "entities", "said", "names"),
    [
        ("<at>Kansli</at> visa dagordningen", [KANSLI], "visa dagordningen", []),
        ("<at>Kansli</at>&nbsp;visa  dagordningen\n", [KANSLI], "visa dagordningen", []),
        ("visa dagordningen <at>Kansli</at>", [KANSLI], "visa dagordningen", []),
        ("<at>Kansli</at> nominera <at>Dan Holm</at>", [KANSLI, _mention(DAN, "29:d")], "nominera @Dan Holm", [DAN]),
        ("<at>Kansli</at> A &amp; B &lt;3", [KANSLI], "A & B <3", []),
        ("<at>Kansli</at> rad ett\nrad två", [KANSLI], "rad ett\nrad två", []),
        ("<at>Kansli</at> <at>Kansli</at> hjälp", [KANSLI, KANSLI], "hjälp", []),
        (
            "<at>Kansli</at> <at>Dan &amp; Eva</at> är här",
            [KANSLI, _mention("Dan &amp; Eva", "29:d")],
            "@Dan & Eva är här",
            ["Dan & Eva"],
        ),
        (
            "<at>Kansli &amp; Co</at> hjälp",
            [_mention("Kansli & Co", BOT, "<at>Kansli & Co</at>")],
            "hjälp",
            [],
        ),
        ("hjälp", [], "hjälp", []),
        ("", [], "", []),
    ],
)
def test_a_message_is_what_was_said_to_the_bot(
    text: str, entities: list[dict[str, Any]], said: str, names: list[str]
) -> None:
    """Without the mention of the bot, with the others' names, unescaped, in one line's spaces."""
    found = read(TEAMS.activity("message", BO, text=text, entities=entities)).what
    assert isinstance(found, Said)
    assert (found.text, [one.name for one in found.mentions]) == (said, names)


def test_who_and_where() -> None:
    """A person is tenant and object id; a thread is the place of the answer, the channel the place of new threads."""
    event = read(TEAMS.said(BO, "hjälp", thread="17"))
    assert event.who.person == f"{TENANT}/{object_of(BO)}"
    assert (event.who.contact, event.who.name) == (user_of(BO), BO)
    assert event.where.thread == f"{CHANNEL};messageid=17"
    assert event.where.address.conversation == event.where.address.channel == CHANNEL
    assert event.where.address.bot == BOT
    assert not event.where.private
    private = read(TEAMS.said(BO, "hjälp", private=True))
    assert private.where.private
    assert (private.where.address.channel, private.where.address.conversation) == ("", f"a:{BO}")


@pytest.mark.parametrize(
    ("kind", "more", "what"),
    [
        ("installationUpdate", {"action": "add"}, Joined),
        ("installationUpdate", {"action": "remove"}, Left),
        ("installationUpdate", {"action": "add-upgrade"}, Ignored),
        ("installationUpdate", {}, Ignored),
        ("conversationUpdate", {"membersAdded": [{"id": "29:x"}, {"id": BOT}]}, Joined),
        ("conversationUpdate", {"membersAdded": [{"id": "29:x"}]}, PeopleJoined),
        ("conversationUpdate", {"membersRemoved": [{"id": BOT}]}, Left),
        ("conversationUpdate", {"membersRemoved": [{"id": "29:x"}]}, Ignored),
        ("conversationUpdate", {}, Ignored),
        ("messageReaction", {"reactionsAdded": [{"type": "like"}]}, Ignored),
        ("messageUpdate", {"text": "annat"}, Ignored),
        ("typing", {}, Ignored),
        ("invoke", {"name": "composeExtension/query", "value": {}}, Ignored),
        ("", {}, Ignored),
    ],
)
def test_what_happened(kind: str, more: dict[str, Any], what: type) -> None:
    """Joining, leaving and people who join are told apart; the rest asks nothing of the bot."""
    assert isinstance(read(TEAMS.activity(kind, BO, **more)).what, what)


DATA = {"kansli": {"action": "agenda.add", "slots": {"meeting": "2027-02-19"}, "form": "Anmäl"}, "title": "Budget"}


def test_a_tap_in_each_of_its_shapes() -> None:
    """Action.Execute, Action.Submit, a form that is wanted and a form that is sent."""
    executed = read(TEAMS.activity("invoke", BO, name="adaptiveCard/action", value={"action": {"data": DATA}}))
    assert executed.what == Tapped("agenda.add", {"meeting": "2027-02-19"}, {"title": "Budget"})
    assert executed.invoke
    submitted = read(TEAMS.activity("message", BO, value={**DATA, "msteams": {"type": "messageBack"}}))
    assert submitted.what == Tapped("agenda.add", {"meeting": "2027-02-19"}, {"title": "Budget"})
    assert not submitted.invoke
    wanted = read(TEAMS.activity("invoke", BO, name="task/fetch", value={"data": DATA}))
    assert wanted.what == FormWanted("agenda.add", {"meeting": "2027-02-19"}, "Anmäl")
    sent = read(TEAMS.activity("invoke", BO, name="task/submit", value={"data": DATA}))
    assert sent.what == Tapped("agenda.add", {"meeting": "2027-02-19"}, {"title": "Budget"}, form=True)


@pytest.mark.parametrize("entities", [5, True, "text", {"a": 1}, [1, None, "x", [], {}], 0.5, None])
def test_entities_that_are_none_are_passed_over(entities: object) -> None:
    """The words are read all the same."""
    event = read(TEAMS.activity("message", BO, text="hjälp", entities=entities))
    assert event.what == Said("hjälp")


_KNOWN = (
    *("type", "id", "name", "text", "value", "entities", "from", "recipient", "conversation", "channelData"),
    *("membersAdded", "membersRemoved", "action", "data", "kansli", "slots", "tenant", "channel", "team"),
    *("aadObjectId", "tenantId", "conversationType", "mentioned", "serviceUrl", "settings", "selectedChannel"),
)
_LEAF = st.sampled_from([None, True, 0, 10**30, 0.5, "", "a", "message", "\ud800", [], {}, [1], [{}], [None, "x"]])
_INNER = st.dictionaries(st.sampled_from(_KNOWN), _LEAF, max_size=4)
_ODD = st.dictionaries(st.sampled_from(_KNOWN), _LEAF | _INNER | st.lists(_INNER, max_size=2), max_size=8)


@settings(max_examples=150)
@given(odd=_ODD, kind=st.sampled_from(["message", "invoke", "installationUpdate", "conversationUpdate", "x"]))
def test_anything_can_be_read(odd: dict[str, Any], kind: str) -> None:
    """Whatever JSON comes, an event comes out, and its texts are texts."""
    event = read({**odd, "type": kind})
    assert isinstance(event, Event)
    assert all(isinstance(one, str) for one in (event.activity, event.conversation, event.who.name))


@settings(max_examples=100)
@given(
    value=_ODD,
    name=st.sampled_from(["adaptiveCard/action", "task/fetch", "task/submit", "other"]),
)
def test_any_card_data_can_be_read(value: dict[str, Any], name: str) -> None:
    """An invoke is a tap, a wish for a form, or nothing."""
    what = read({"type": "invoke", "name": name, "value": value}).what
    assert isinstance(what, (Tapped, FormWanted, Ignored))
    if isinstance(what, Tapped):
        assert isinstance(what.action, str)
        assert isinstance(what.slots, dict)


@pytest.mark.parametrize("text", ["hej \ud83d hopp", "\udc00", "a\x00b"])
def test_half_characters_are_left_out(text: str) -> None:
    """JSON can hold halves of characters that no database and no file takes; they are not kept."""
    raw = TEAMS.activity("message", text, text=text, value=None)
    raw["from"]["name"] = text
    event = read(json.loads(json.dumps(raw)))
    assert isinstance(event.what, Said)
    for one in (event.what.text, event.who.name):
        one.encode()
        assert "\x00" not in one
    tapped = TEAMS.tapped(BO, "agenda.add", {"title": text, text: [text, {text: text}]})
    what = read(json.loads(json.dumps(tapped))).what
    assert isinstance(what, Tapped)
    assert "\x00" not in json.dumps(dict(what.slots), ensure_ascii=False).encode().decode()
