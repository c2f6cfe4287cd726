"""Questions that stay open: whose they are, how long, and how they end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from .room_support import BO, DAN, EVA, RECORDED, Room, room

DAY = dt.timedelta(days=1)


@pytest.fixture
def norrbo() -> Iterator[Room]:
    """A channel with four people; nobody has added the bot yet."""
    with room() as there:
        yield there


@pytest.fixture
async def met(norrbo: Room) -> Room:
    """The same, with the bot in it and a meeting planned."""
    await norrbo.join()
    assert "19 februari" in await norrbo.say(BO, "boka möte 19 februari kl 8–9.15 på Teams")
    return norrbo


async def test_a_question_survives_a_new_process(met: Room) -> None:
    """What was begun is finished by the answer, though nothing was kept in memory."""
    assert "Vad gäller punkten?" in await met.say(DAN, "lägg till en punkt", thread="7")
    met.new_turns()
    assert "”Budget 2028”" in await met.say(DAN, "Budget 2028", thread="7")


async def test_a_question_expires_after_a_day(met: Room) -> None:
    """A title said the next day is not taken for the answer; just within the day it is."""
    await met.say(DAN, "lägg till en punkt", thread="7")
    met.clock.advance(DAY + dt.timedelta(minutes=1))
    assert "Budget 2028" not in await met.say(DAN, "Budget 2028", thread="7")
    await met.say(DAN, "lägg till en punkt", thread="7")
    met.clock.advance(DAY - dt.timedelta(minutes=1))
    assert "Budget 2028" in await met.say(DAN, "Budget 2028", thread="7")


@pytest.mark.parametrize("words", ["avbryt", "Avbryt!", "cancel"])
async def test_a_question_ends_when_it_is_called_off(met: Room, words: str) -> None:
    """Nothing is changed, and the next word is no answer any more."""
    await met.say(DAN, "lägg till en punkt", thread="7")
    before = met.rows(*RECORDED)
    await met.say(DAN, words, thread="7")
    await met.say(DAN, "Budget 2028", thread="7")
    assert met.rows(*RECORDED) == before


async def test_a_question_is_the_persons_and_the_threads(met: Room) -> None:
    """Neither somebody else there nor the same person elsewhere answers it."""
    await met.say(DAN, "lägg till en punkt", thread="7")
    before = met.rows(*RECORDED)
    await met.say(EVA, "Budget 2028", thread="7")
    await met.say(DAN, "Budget 2028", thread="8")
    assert met.rows(*RECORDED) == before
    assert "”Budget 2028”" in await met.say(DAN, "Budget 2028", thread="7")


async def test_a_command_while_a_question_is_open_is_a_command(met: Room) -> None:
    """It is done, not written down as the title."""
    await met.say(BO, "lägg till en punkt", thread="7")
    assert "är inlagt" in await met.say(BO, "boka möte 19 mars kl 8", thread="7")


async def test_a_refused_answer_leaves_the_question_open(met: Room) -> None:
    """A day that has been is said no to; the next answer is taken."""
    await met.say(BO, "lägg till en punkt som heter Budget", thread="9")
    await met.say(BO, "boka ett möte kl 8", thread="7")
    assert "har redan varit" in await met.say(BO, "10 januari 2027", thread="7")
    assert "är inlagt" in await met.say(BO, "19 mars", thread="7")


async def test_three_misses_end_a_question(met: Room) -> None:
    """Nobody is asked the same thing for ever."""
    await met.say(BO, "boka ett möte kl 8", thread="7")
    answers = [await met.say(BO, words, thread="7") for words in ("öh", "hmm", "nja")]
    assert "Vilken dag?" in answers[0]
    assert "Avbrutet" in answers[-1]
