"""The documents have the same words in both languages."""

import re
from pathlib import Path

from documents.wording import FOLDER

MESSAGE = re.compile(r"^(papers-[a-z-]+) = (.+)$", re.MULTILINE)
VARIABLE = re.compile(r"\{ \$([a-z]+) \}")


def said(language: str) -> dict[str, str]:
    """The messages of a language by their ids."""
    return dict(MESSAGE.findall((FOLDER / f"papers.{language}.ftl").read_text(encoding="utf-8")))


def variables(message: str) -> list[str]:
    """The variables of a message."""
    return sorted(VARIABLE.findall(message))


def test_both_languages_have_the_same_messages_and_variables() -> None:
    """Both languages have the same messages with the same variables."""
    swedish, english = said("sv"), said("en")
    assert swedish.keys() == english.keys()
    different = [key for key in swedish if variables(swedish[key]) != variables(english[key])]
    # In English it is always "The network" that decides.
    assert different == ["papers-body"]


def test_every_message_is_used() -> None:
    """Every message is used somewhere in the documents."""
    source = "".join(path.read_text(encoding="utf-8") for path in Path(FOLDER).glob("*.py"))
    # These are put together from an item's kind, a role or a column.
    stems = ("standing", "kind", "task", "file", "chair", "vice-chair", "secretary")
    derived = re.compile(r"-(because|inside|whole)$")
    plain = [key for key in said("sv") if not key.startswith(tuple(f"papers-{stem}" for stem in stems))]
    assert [key for key in plain if derived.sub("", key) not in source] == []
