"""The page in a real Chromium: opened at any address, and used as a newcomer would."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, async_playwright

CHROMIUM = Path("/usr/bin/chromium")
MISSING = "Chromium is not installed (apt-get install chromium)"
AXE = Path(__file__).parents[3] / "web/node_modules/axe-core/axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1200, "height": 800}
NARROW = {"width": 360, "height": 740}


@dataclass
class LocalPage:
    """The open page and what one does in it; `complaints` are errors the browser reported."""

    page: Page
    complaints: list[str]

    async def speak_as(self, name: str) -> None:
        """Become somebody else."""
        opener = self.page.locator("#open-rail")
        if not await self.page.locator("#rail").is_visible():
            await opener.click()
        await self.page.locator(".person", has_text=name).click()
        await self.page.locator("#my-name", has_text=name).wait_for()

    async def post(self, text: str) -> None:
        """Start a post, or write in the private chat when that is shown."""
        box = self.page.locator("#compose textarea")
        await box.fill(text)
        await box.press("Control+End")
        await self.page.locator("#compose .send").click()

    async def reply(self, thread: Locator, text: str) -> None:
        """Answer in a thread."""
        if await thread.locator(".reply-open").count():
            await thread.locator(".reply-open").click()
        await thread.locator("textarea").fill(text)
        await thread.locator(".send").click()

    async def tap(self, label: str) -> None:
        """Tap the newest button with that label."""
        await self.page.locator(".card").get_by_role("button", name=label, exact=True).last.click()

    async def fill(self, **fields: str) -> None:
        """Fill the open form, fields by their visible label, and send it with its last button."""
        form = self.page.locator("dialog[open]")
        for label, value in fields.items():
            field = form.get_by_label(label)
            if await field.evaluate("each => each.tagName") == "SELECT":
                await field.select_option(label=value)
            else:
                await field.fill(value)
        await form.locator(".card").get_by_role("button").last.click()

    async def see(self, text: str) -> Locator:
        """Wait until a message says so; the newest such message."""
        found = self.page.locator(".message", has_text=text).last
        await found.wait_for()
        return found

    async def width(self) -> int:
        """How wide the page is: more than the window means one must scroll sideways."""
        return int(await self.page.evaluate("document.documentElement.scrollWidth"))

    async def barriers(self) -> list[str]:
        """What axe-core finds wrong for people who listen, use the keyboard or see badly."""
        await self.page.evaluate(AXE.read_text(encoding="utf-8"))
        await self.page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
        result: dict[str, Any] = await self.page.evaluate("axe.run()")
        return [
            f"{violation['id']}: {node['html'][:200]}"
            for violation in result["violations"]
            for node in violation["nodes"]
        ]


@asynccontextmanager
async def open_page(address: str, *, dark: bool = False, narrow: bool = False) -> AsyncIterator[LocalPage]:
    """The local channel at this address, in a browser of its own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        try:
            page = await browser.new_page(
                viewport=NARROW if narrow else WIDE,  # type: ignore[arg-type]
                color_scheme="dark" if dark else "light",
                locale="sv-SE",
            )
            page.set_default_timeout(10_000)
            complaints: list[str] = []
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
            await page.goto(address)
            await page.locator(".person").first.wait_for()
            yield LocalPage(page, complaints)
        finally:
            await browser.close()
