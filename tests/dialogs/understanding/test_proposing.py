"""What is only like other sentences is proposed, never done; chatter is left alone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understanding import INTENTS, clean, understand
from dialogs.understanding.proposing import MODEL, learnt, likelihoods, noticed, pack, propose, unpack
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.suggesting import doubted, rank
from tests.train_proposals import SOURCES, examples, learn, paraphrases, told

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


def _sentence(text: str) -> Sentence:
    return Sentence(clean(text), MOMENT)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("kläm in en kvart om skolbiblioteken på agendan", "agenda.add"),
        ("the next meeting had better start at ten", "meeting.move"),
        ("vem mer har fått en nominering", "nomination.list"),
        ("dagordningn kan ga ut till alla nu", "agenda.publish"),
        ("what have people been told to do", "task.list"),
    ],
)
def test_a_new_way_of_saying_it_is_proposed(text: str, intent: str) -> None:
    """A new way of saying it is among the three likeliest."""
    assert intent in [name for name in propose(_sentence(text)) if name != "none"][:3]


@pytest.mark.parametrize(
    "text",
    [
        "Mormor bakade bullar i helgen",
        "we painted the fence on Sunday",
        "stäng inte mötet förrän jag är tillbaka",
        "undrar om bussen går i tid",
        "Nej tack",
    ],
)
def test_chatter_is_left_alone(text: str) -> None:
    """Chatter, and what is denied, is neither done nor asked about."""
    assert understand(text, MOMENT).intent == "none"


def test_what_only_likeness_knows_is_asked_and_not_done() -> None:
    """A sentence that no rule knows is asked about, with what it is like in front."""
    found = understand("kläm in en kvart om skolbiblioteken på agendan", MOMENT)
    assert found.intent == "unsure"
    assert found.suggestions[0].intent == "agenda.add"


def test_likelihoods_are_of_intents_and_add_up() -> None:
    """Intents and chatter have a likelihood; together they are one, the likeliest first."""
    likely = likelihoods(learnt(), noticed(_sentence("visa dagordningen")))
    assert sum(likely.values()) == pytest.approx(1)
    assert set(propose(_sentence("visa dagordningen"))) <= {*INTENTS, "none"}
    assert list(likely.values()) == sorted(likely.values(), reverse=True)


@pytest.mark.parametrize("text", ["", "😀", "\ud800", "a" * 8000, "punkt 4 " * 900])
def test_any_text_has_likelihoods(text: str) -> None:
    """Any text has likelihoods."""
    assert "none" in propose(_sentence(text))


def test_those_with_a_rule_stay_among_the_suggestions() -> None:
    """What rules say is offered as well, also where likeness says something else."""
    offered = rank(("agenda.edit", "poll.close"), _sentence("visa dagordningen"))
    assert {"agenda.edit", "poll.close"} <= set(offered)
    assert len(offered) == 3


def test_a_rule_is_doubted_only_when_it_is_weak_and_all_speaks_for_another() -> None:
    """A rule is doubted only when it is weak and everything speaks for another meaning."""
    sentence = _sentence("visa dagordningen")
    assert doubted("meeting.cancel", 70, sentence)
    assert not doubted("meeting.cancel", 95, sentence)
    assert not doubted("agenda.show", 50, sentence)


def test_an_intent_that_was_not_learnt_yet_is_never_doubted() -> None:
    """A rule for something that was not learnt yet holds."""
    assert not doubted("something.new", 10, _sentence("visa dagordningen"))


def test_the_model_is_small_and_whole() -> None:
    """The model that comes along is small, and reads back as it was written."""
    packed = MODEL.read_bytes()
    assert len(packed) < 400_000
    assert pack(unpack(packed)) == packed
    with pytest.raises(ValueError, match="not a model"):
        unpack(b"\0" * 100)


def test_the_same_sentences_teach_the_same() -> None:
    """The same sentences give the same bytes, and what they taught is known again."""
    pairs = paraphrases()[::25]
    first, again = (learn(examples(pairs), rounds=4) for _ in range(2))
    assert pack(first) == pack(again)
    text, intent = pairs[0]
    assert next(iter(likelihoods(first, noticed(_sentence(text))))) == intent


def test_every_intent_has_sentences_to_learn_from() -> None:
    """Every intent, and chatter, has sentences to learn from."""
    pairs = [*paraphrases(), *(pair for name in SOURCES for pair in told(name))]
    assert {intent for _text, intent in pairs} == {*INTENTS, "none"}
