"""Cards as JSON: what people wrote stays text, and the whole stays small enough for Teams."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import adaptive
from bot.adaptive import plain
from dialogs.cards import Button, Card, Facts, Field, FieldKind, Form, Lines, Text
from dialogs.understanding.text import clean
from secretary.agenda import Wanted, add
from secretary.meeting import Meeting

from .room_support import BO, DAN, NOW, cards, heard, is_bug, room, size

LARGEST = 25_000  # Teams takes 28 KB for a whole message
MARKUP = [
    "<at>Anna Berg</at>",
    "**fet** _kursiv_ ~~struken~~ `kod`",
    "[länk](https://evil.example)",
    "![bild](https://evil.example/x.png)",
    "# rubrik",
    "> citat",
    "- punkt",
    "1. ett",
    "{{DATE(2027-01-01T00:00:00Z, SHORT)}}",
    "${$root.secret}",
    "<script>alert(1)</script>",
    "&lt;b&gt;",
    "\u202etxet esrever\u202c",
    "a\u200bb\u2066c\u2069",
    "| a | b |",
    "\\*",
    '"citat" och \\ bakstreck',
    "😀" * 50,
]


def _blocks(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _blocks(value)
    elif isinstance(node, list):
        for one in node:
            yield from _blocks(one)


def _shown(text: str) -> str:
    """What a reader of Markdown sees of an escaped text."""
    shown, escaped = [], False
    for sign in text:
        if sign == "\\" and not escaped:
            escaped = True
            continue
        shown.append(sign)
        escaped = False
    return "".join(shown).replace("{\u200b{", "{{")


@pytest.mark.parametrize("text", MARKUP)
def test_what_people_wrote_is_text(text: str) -> None:
    """No link, no mention, no heading, no date function: every mark is escaped, and read back it is the same."""
    escaped = plain(text)
    assert "<at>" not in escaped
    assert "](" not in escaped or "\\](" in escaped
    assert "{{" not in escaped
    assert "**" not in escaped
    assert _shown(escaped) == text


@given(st.text(max_size=60))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    """Escaping loses nothing and adds nothing that is seen."""
    assert _shown(plain(text)) == text.replace("{\u200b{", "{{")


CARD = Card(
    "Rubrik",
    (Text("text", strong=True), Text("fin", subtle=True), Facts((("Namn", "Värde"),)), Lines(("en", "två"))),
    (
        Button("Visa", "agenda.show", {"meeting": "2027-02-19"}),
        Button("Fyll", "agenda.add", {}, Form("Form", (Field("title", "Rubrik", required=True),), "Skicka")),
        Button("Hämta", link="https://example.org/a.pdf"),
    ),
)


def test_a_card_has_its_parts_in_order() -> None:
    """A heading, its parts, its buttons, and a text for those who see no cards."""
    drawn = adaptive.adaptive(CARD)
    assert drawn["version"] == "1.5"
    assert [block["type"] for block in drawn["body"]] == ["TextBlock"] * 3 + ["FactSet"] + ["TextBlock"] * 2
    assert drawn["body"][0]["style"] == "heading"
    assert all(block.get("wrap") for block in drawn["body"] if block["type"] == "TextBlock")
    assert drawn["fallbackText"].startswith("Rubrik\ntext\n")
    assert drawn["speak"] == "Rubrik"


def test_each_button_does_what_it_says() -> None:
    """An action with its slots, a form that is asked for, a link that is opened."""
    shown, filled, fetched = adaptive.adaptive(CARD)["actions"]
    assert (shown["type"], shown["verb"]) == ("Action.Execute", "agenda.show")
    assert shown["data"]["kansli"] == {"action": "agenda.show", "slots": {"meeting": "2027-02-19"}}
    assert (filled["type"], filled["data"]["msteams"]) == ("Action.Submit", {"type": "task/fetch"})
    assert (fetched["type"], fetched["url"]) == ("Action.OpenUrl", "https://example.org/a.pdf")


def test_every_kind_of_field_has_its_input() -> None:
    """With a label, and a message where it is required."""
    fields = tuple(
        Field(str(kind), f"Fält {kind}", kind, required=True, options=(("a", "A"),), value="a") for kind in FieldKind
    )
    drawn = adaptive.task_module(Form("Form", fields, "Skicka"), "agenda.add", {"meeting": "next"})
    content = drawn["task"]["value"]["card"]["content"]
    assert [one["type"] for one in content["body"]] == [
        "Input.Text",
        "Input.Text",
        "Input.Text",
        "Input.Number",
        "Input.Date",
        "Input.Time",
        "Input.ChoiceSet",
    ]
    assert all(one["isRequired"] and one["errorMessage"] and one["label"] for one in content["body"])
    assert content["actions"][0]["data"]["kansli"] == {"action": "agenda.add", "slots": {"meeting": "next"}}


@pytest.mark.parametrize("title", MARKUP)
async def test_a_title_with_markup_comes_out_as_text(title: str) -> None:
    """In the answer, on the agenda's card and in its form; and the card can be written as JSON."""
    with room() as there:
        await there.join()
        await there.say(BO, "boka möte 19 februari kl 8")
        answer = await there.turns.receive(there.tapped(DAN, "agenda.add", {"title": title}))
        assert not is_bug(heard(answer))
        assert "<at>" not in answer.activities[0]["text"]
        (card,) = cards(await there.turns.receive(there.said(DAN, "visa dagordningen")))
        texts = [one["text"] for one in _blocks(card) if one.get("type") == "TextBlock"]
        assert any(clean(title)[1:].strip() in _shown(text) for text in texts)
        assert not any("<at>" in text or "](" in text.replace("\\](", "") or "{{" in text for text in texts)
        assert {one["type"] for one in _blocks(card) if str(one.get("type", "")).startswith("Action.")} <= {
            "Action.Execute",
            "Action.Submit",
            "Action.OpenUrl",
        }
        json.dumps(card, ensure_ascii=False).encode()


async def test_a_title_of_eight_thousand_characters_is_refused_in_words() -> None:
    """The answer is short and says how much fits."""
    with room() as there:
        await there.join()
        await there.say(BO, "boka möte 19 februari kl 8")
        for text in ("x" * 8_000, "ordet " * 1_300, "<at>Anna</at>" * 600):
            said = await there.tap(DAN, "agenda.add", {"title": text})
            assert "högst 300" in said
            assert len(said) < 500


def _full(meeting: Meeting, title: str) -> Meeting:
    for number in range(195):
        wanted = Wanted(f"{number} {title}"[:300], minutes=15, presenters=(DAN,))
        meeting, _ = add(meeting, wanted, raised_by=DAN, owner="", now=NOW)
    return meeting


@pytest.mark.parametrize("title", ["Budget", "å" * 300, "*" * 300, "😀" * 300])
async def test_an_agenda_of_two_hundred_items_fits(title: str) -> None:
    """Its card is no larger than Teams takes, and says that there is more than it shows."""
    with room() as there:
        await there.join()
        await there.say(BO, "boka möte 19 februari kl 8")
        there.read(lambda records: records.meetings.save(_full(records.meetings.get(1), title)))
        answer = await there.turns.receive(there.said(DAN, "visa dagordningen"))
        (card,) = cards(answer)
        assert size(answer.activities) <= LARGEST
        assert len(there.read(lambda records: records.meetings.get(1)).items) == 200
        last = [one["text"] for one in card["body"] if one["type"] == "TextBlock"][-1]
        assert last.endswith("…") or "… +" in last


LONG = st.builds(lambda text, times: text * times, st.sampled_from(["å", "*", "😀", "<x "]), st.integers(1, 3_000))


@settings(max_examples=30, deadline=None)
@given(
    title=LONG,
    lines=st.lists(LONG, max_size=70),
    rows=st.lists(st.tuples(LONG, LONG), max_size=9),
    labels=st.lists(LONG, max_size=9),
)
def test_no_card_is_too_large(title: str, lines: list[str], rows: list[tuple[str, str]], labels: list[str]) -> None:
    """Whatever it holds, the message stays under what Teams takes and can be read as JSON."""
    buttons = tuple(Button(label, "help", {"topic": "agenda"}) for label in labels)
    drawn = adaptive.message(Card(title, (Text(title), Lines(tuple(lines)), Facts(tuple(rows))), buttons))
    assert size(drawn) <= LARGEST


async def test_a_long_decision_is_answered_with_a_message_that_fits() -> None:
    """What was written is not all said again, on the answer and in the minutes' card."""
    with room() as there:
        await there.join()
        await there.say(BO, "boka möte 11 januari kl 10")
        await there.say(BO, "öppna mötet")
        await there.say(BO, "gå till punkt 2")
        answer = await there.turns.receive(there.tapped(BO, "decision.record", {"clauses": ["åäö " * 2_000] * 4}))
        assert not is_bug(heard(answer))
        assert size(answer.activities) <= LARGEST
        shown = await there.turns.receive(there.said(BO, "visa minnesanteckningarna"))
        assert cards(shown)
        assert size(shown.activities) <= LARGEST


async def test_offers_after_a_long_unclear_sentence_fit() -> None:
    """The suggestions carry what was said, and still fit."""
    with room() as there:
        await there.join()
        await there.say(BO, "boka möte 11 januari kl 10")
        answer = await there.turns.receive(there.said(BO, "lägg till Per Nordström " + "och så vidare " * 500))
        assert not is_bug(heard(answer))
        assert size(answer.activities) <= LARGEST
