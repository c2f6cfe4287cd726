"""`make pictures`: the pictures of the docs, taken of the real program; needs Chromium and poppler's pdftoppm."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bot.clock import ToldClock
from bot.replay import documents
from bot.replay.command import played
from bot.serve import running
from config.settings import Settings
from tests.bot.local.browser import CHROMIUM, MISSING, LocalPage, open_page

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
DALARNA = ROOT / "tests" / "conversations" / "dalarna-2021-03-19.chat"
SETTLED = 400  # milliseconds until a page has come to rest


async def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(profile="local", port=0, database_url=f"sqlite:///{folder}/kansli.db")
        async with running(settings, clock=ToldClock(datetime(2027, 3, 1, 8, 30, tzinfo=UTC))) as program:
            async with open_page(program.address) as page:
                await _talk(page)
                await _taken(page, "channel.png")
                await page.tap("Nominera")
                await _taken(page, "form.png")
            async with open_page(program.address, dark=True) as page:
                await page.see("Nominering")
                await _taken(page, "dark.png")
        await _minutes(Path(folder))


async def _talk(page: LocalPage) -> None:
    """A first conversation, worth a picture."""
    await page.post("boka möte fredag 12 mars kl 8–9.15 på Teams")
    await page.see("är inlagt")
    await page.speak_as("Emma Fairbrother")
    await page.post("add agenda item Home care over Easter, 15 min")
    await page.see("is item 4")
    await page.speak_as("Mats Ekeroth")
    await page.post("öppna nominering till Samverkansrådet, två platser, sista dag 10 mars")
    await page.see("Inga nominerade ännu")
    await page.post("nominera @Samir Khoury till Samverkansrådet")
    await page.see("är nominerad")


async def _taken(page: LocalPage, name: str) -> None:
    await page.page.wait_for_timeout(SETTLED)
    await page.page.screenshot(path=PICTURES / name)


async def _minutes(folder: Path) -> None:
    """The first page of the minutes of the example meeting."""
    _, orders = await played(DALARNA.read_text(encoding="utf-8"))
    documents.write([(name, order) for name, order in orders if name == "2021-03-19-minutes"], folder)
    page = [folder / "2021-03-19-minutes.pdf", PICTURES / "minutes"]
    command = ["pdftoppm", "-png", "-r", "90", "-f", "1", "-l", "1", "-singlefile", *map(str, page)]
    subprocess.run(command, check=True)  # noqa: S603, ASYNC221 - a tool of the one who takes the pictures


if __name__ == "__main__":
    if not CHROMIUM.exists():
        sys.exit(MISSING)
    asyncio.run(main())
