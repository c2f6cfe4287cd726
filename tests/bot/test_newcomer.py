"""A newcomer's first minutes with the real program, in a real Chromium."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import ToldClock
from bot.serve import Running, running
from config.settings import Settings
from tests.bot.local.browser import CHROMIUM, MISSING, open_page

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING),
]


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Running]:
    """The whole program on a free port with a new database."""
    settings = Settings(profile="local", port=0, database_url=f"sqlite:///{tmp_path}/kansli.db")
    async with running(settings, clock=ToldClock(datetime(2027, 3, 1, 9, tzinfo=UTC))) as program:
        yield program


async def test_a_newcomer_books_a_meeting_and_holds_it(program: Running) -> None:
    """From the greeting to the minutes, without reading anything but what stands on the page."""
    async with open_page(program.address) as page:
        await page.see("Hej! Jag är Kansli")
        await page.post("boka möte i morgon kl 9–10 på Teams")
        await page.see("är inlagt")
        await page.tap("Vad kan du göra?")
        await page.see("Det här kan jag")

        await page.speak_as("Emma Fairbrother")
        await page.post("add agenda item Home care over Christmas, 15 min")
        await page.see("is item 4 of the meeting")

        await page.speak_as("Karin Alnebring")
        await page.post("visa dagordningen")
        await page.see("Home care over Christmas")
        await page.tap("Anmäl en punkt")
        await page.fill(Rubrik="Gemensam jour 2027", Minuter="20")
        await page.see("”Gemensam jour 2027” (20 min) är punkt 5")

        await page.post("öppna nominering till Samverkansrådet, en plats, sista dag 31 december 2027")
        await page.see("Inga nominerade ännu")
        await page.tap("Nominera")
        await page.fill(Person="Samir Khoury")
        await page.see("Samir Khoury (socialchef, Västervik)")

        await page.page.get_by_role("button", name="Nästa påminnelse").click()
        await page.see("Påminnelse: möte om en timme")
        await page.post("öppna mötet")
        await page.see("är öppnat")
        await page.post("närvarande: Karin Alnebring och Mats Ekeroth")
        await page.see("Närvarande")
        await page.post("gå till punkt 5")
        await page.see("Punkt 5. Gemensam jour 2027.")
        await page.post("beslut: att inrätta en gemensam jour")
        await page.see("att inrätta en gemensam jour")
        await page.post("avsluta mötet")
        await page.see("Utkastet till minnesanteckningar finns hos")
        await page.page.get_by_role("tab", name="Privat med Kansli").click()
        await page.see("Läs igenom utkastet")
        await page.tap("Visa utkastet")
        card = await page.see("att inrätta en gemensam jour")
        async with page.page.expect_popup() as opened:
            await card.get_by_role("link", name="Hämta som PDF").click()
        assert "minutes.pdf" in (await opened.value).url
        assert page.complaints == []
        assert await page.barriers() == []
