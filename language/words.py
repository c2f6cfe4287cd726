"""The sentences of one language, read from Fluent files that lie beside what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("sv", "en")
_LOCALES = {"sv": "sv-SE", "en": "en-GB"}
_SUBJECT = re.compile(r"^[a-z]+")

# Fluent refuses a fact above 2,500 characters, so it is given a mark that the fact then takes the place of.
_LONG = 1_000
_MARK = re.compile("\x02([a-z_]+)\x02")


class MissingWords(LookupError):
    """A message that the language has no words for, or words with a variable that was not given: a bug."""


class Words:
    """The words of one language: `words("agenda-added", title=…)` gives the finished sentence.

    A message's id begins with its subject (`agenda-added` stands in `agenda.sv.ftl`), so that a file is read
    when its first sentence is asked for and start-up reads none.
    """

    def __init__(self, language: str, folders: Iterable[Path]) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language
        self._folders = tuple(folders)

    def __call__(self, message: str, **facts: Any) -> str:
        """The finished sentence; `MissingWords` when there is none."""
        bundle = self._bundle(message)
        pattern = bundle.get_message(message).value if bundle and bundle.has_message(message) else None
        if pattern is None:
            raise MissingWords(f"{self.language}: {message}")
        marked = {name: _mark(name) if _is_long(value) else value for name, value in facts.items()}
        text, errors = bundle.format_pattern(pattern, marked)
        if errors:
            raise MissingWords(f"{self.language}: {message}: {errors[0]}")
        return _MARK.sub(lambda mark: str(facts[mark.group(1)]), str(text))

    def has(self, message: str) -> bool:
        """Whether there are words for this message."""
        bundle = self._bundle(message)
        return bool(bundle and bundle.has_message(message))

    def _bundle(self, message: str) -> Any:
        subject = _SUBJECT.match(message)
        return _read(subject.group(), self.language, self._folders) if subject else None


def _is_long(value: object) -> bool:
    return isinstance(value, str) and (len(value) > _LONG or "\x02" in value)


def _mark(name: str) -> str:
    return f"\x02{name}\x02"


@cache
def _read(subject: str, language: str, folders: tuple[Path, ...]) -> FluentBundle | None:
    for folder in folders:
        path = folder / f"{subject}.{language}.ftl"
        if path.exists():
            # Isolating marks would put invisible characters into names and mentions.
            bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
            bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
            return bundle
    return None


def both(folders: Iterable[Path]) -> Mapping[str, Words]:
    """The words of every language, by its two letters."""
    kept = tuple(folders)
    return {language: Words(language, kept) for language in LANGUAGES}
