"""Sentences with their facts said: dates with their weekday, names as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum

from language import saying
from language.words import Words
from secretary.due import Due

NOTHING = "none"  # what a sentence is told when a fact is empty: a variant of its own


class Spoken:
    """One language as it is spoken on a day: facts are said in words, and a year only where it is another."""

    def __init__(self, words: Words, today: dt.date) -> None:
        self.language = words.language
        self._words = words
        self.today = today

    def __call__(self, message: str, **facts: object) -> str:
        """The finished sentence."""
        return self._words(message, **{name: self._said(value) for name, value in facts.items()})

    def has(self, message: str) -> bool:
        """Whether there are words for this message."""
        return self._words.has(message)

    def said(self, value: object) -> str:
        """One fact in words."""
        return str(self._said(value))

    def date(self, date: dt.date) -> str:
        """A day: "fredag 16 april"."""
        year = True if date.year != self.today.year else None
        return saying.say_date(date, self.language, year=year, today=self.today)

    def moment(self, moment: dt.datetime) -> str:
        """A moment: "fredag 16 april kl. 8.00"."""
        year = True if moment.year != self.today.year else None
        return saying.say_moment(moment, self.language, year=year, today=self.today)

    def span(self, start: dt.time, end: dt.time | None) -> str:
        """A time, or from one to another: "kl. 8.00–9.15"."""
        return saying.say_span(start, end, self.language)

    def listed(self, values: Sequence[str]) -> str:
        """Several as one: "A, B och C"."""
        return saying.say_list(list(values), self.language)

    def before(self, duration: str) -> str:
        """How long before, from an ISO 8601 duration: "en vecka"."""
        return saying.say_duration_before(duration, self.language)

    def rule(self, rule: str) -> str:
        """How often: "tredje fredagen varje månad"."""
        return saying.say_recurrence(rule, self.language)

    def _said(self, value: object) -> str | int:
        """A fact in words; a number stays one, so that the language can count with it."""
        if value in ("", None, (), []):
            return NOTHING
        if isinstance(value, StrEnum):
            return value.value
        if isinstance(value, str | int):
            return value
        if isinstance(value, tuple | list):
            return self.listed([self.said(one) for one in value])
        return self._moment_said(value)

    def _moment_said(self, value: object) -> str:
        match value:
            case dt.datetime():
                return self.moment(value)
            case dt.date():
                return self.date(value)
            case dt.time():
                return saying.say_time(value, self.language)
            case Due(date, None):
                return self.date(date)
            case Due(date, dt.time() as time):
                return self.moment(dt.datetime.combine(date, time))
            case _:
                return str(value)


def spoken(languages: Mapping[str, Words], today: dt.date) -> Mapping[str, Spoken]:
    """Every language as it is spoken on a day."""
    return {language: Spoken(words, today) for language, words in languages.items()}
