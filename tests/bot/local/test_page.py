"""The page of the local channel, used in a real Chromium."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import expect

from tests.bot.local.browser import CHROMIUM, MISSING, NARROW, LocalPage, open_page
from tests.bot.local.fake_bot import Stage, every_part, message, stage

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING),
]


@pytest.fixture
async def made() -> Stage:
    """A channel with a bot that answers with sample cards."""
    return await stage()


@pytest.fixture
async def address(made: Stage) -> AsyncIterator[str]:
    """Where that channel is served."""
    async with TestServer(made.app) as server:
        yield str(server.make_url("/"))


@pytest.fixture
async def local(address: str) -> AsyncIterator[LocalPage]:
    """The page in a wide, light window, where nothing may have gone wrong at the end."""
    async with open_page(address) as opened:
        yield opened
        assert opened.complaints == []


async def test_a_newcomer_clicks_an_example_posts_and_answers(local: LocalPage) -> None:
    """A newcomer clicks an example, posts it, and answers in the thread by keyboard."""
    await local.page.locator("#examples button").first.click()
    await local.page.keyboard.press("Enter")
    await local.see("Jag hörde: boka möte")
    thread = local.page.locator(".thread").last
    await local.reply(thread, "tack!")
    await expect(thread.locator(".message")).to_have_count(4)
    await expect(thread.locator(".message").last).to_contain_text("Jag hörde: tack!")
    await expect(local.page.locator("#news")).to_contain_text("Kansli:")


async def test_without_the_mention_the_bot_does_not_hear(local: LocalPage) -> None:
    """Without the mention the bot does not hear, and the page says so."""
    await local.page.locator("#compose .call input").uncheck()
    await expect(local.page.locator("#compose .call-note")).to_have_text("Kansli läser bara det som nämner @Kansli.")
    await local.post("oss emellan")
    await local.see("oss emellan")
    await expect(local.page.locator(".thread").last.locator(".message")).to_have_count(1)


async def test_a_tapped_button_changes_the_card_for_that_person_only(local: LocalPage) -> None:
    """A tapped button changes the card for that person only; a refusal is told."""
    await local.post("visa dagordningen")
    await local.tap("Stäng mötet")
    await expect(local.page.locator(".toast.error")).to_have_text("Bara ordföranden kan stänga mötet.")
    await local.tap("Jag kommer")
    await local.see("Du kommer")
    await local.speak_as("Emma Fairbrother")
    await local.see("Dagordning 18 december")
    await expect(local.page.locator(".message", has_text="Du kommer")).to_have_count(0)


async def test_a_form_is_filled_and_the_card_changes_in_place(local: LocalPage) -> None:
    """A form is checked, corrected and saved, and the card changes in place."""
    await local.post("visa dagordningen")
    await local.tap("Lägg till punkt")
    await local.fill()
    await expect(local.page.locator("dialog")).to_contain_text("Skriv en rubrik.")
    assert await local.barriers() == []
    await local.fill(Rubrik="Mötets öppnande", Slag="Information")
    await expect(local.page.locator("dialog")).to_contain_text("Den punkten finns redan.")
    await local.fill(Rubrik="Budget 2027", Minuter="15")
    await expect(local.page.locator("dialog[open]")).to_have_count(0)
    await expect(local.page.locator(".toast")).to_have_text("Punkten är tillagd.")
    await expect(await local.see("Budget 2027")).to_contain_text("ändrad")


async def test_the_clock_moves_to_the_next_reminder(local: LocalPage) -> None:
    """The clock moves to the next reminder, by a day and until a moment."""
    await local.page.locator("#clock-next").click()
    await local.see("Påminnelse: möte om en vecka.")
    await expect(local.page.locator("#now")).to_contain_text("26 nov. 2026 09:00")
    await expect(local.page.locator("#clock-next")).to_be_disabled()
    await local.page.locator("#clock-day").click()
    await expect(local.page.locator("#now")).to_contain_text("27 nov. 2026 09:00")
    await local.page.locator("#clock-until input").fill("2026-12-18T08:30")
    await local.page.locator("#clock-until button").click()
    await expect(local.page.locator("#now")).to_contain_text("18 dec. 2026 08:30")


async def test_the_private_chat_is_a_tab_of_its_own(local: LocalPage) -> None:
    """The private chat is a tab of its own, reached by keyboard, and nobody else sees it."""
    await local.page.locator("#tab-channel").focus()
    await local.page.keyboard.press("ArrowRight")
    await local.post("vad är mitt?")
    await expect(local.page.locator("#private .message")).to_have_count(2)
    await local.speak_as("Mats Ekeroth")
    await expect(local.page.locator("#private .message")).to_have_count(0)


async def test_what_is_new_in_the_other_tab_is_marked(local: LocalPage) -> None:
    """What is new in the other tab is marked until one looks."""
    await local.page.locator("#tab-private").click()
    await local.page.locator("#clock-next").click()
    await expect(local.page.get_by_role("tab", name="Kanalen, nytt")).to_be_visible()
    await local.page.locator("#tab-channel").click()
    await expect(local.page.get_by_role("tab", name="Kanalen", exact=True)).to_be_visible()


async def test_the_page_goes_on_after_a_restart(made: Stage) -> None:
    """The page says when the bot is away, and goes on by itself when another run of it is there."""
    async with AsyncExitStack() as first:
        server = await first.enter_async_context(TestServer(made.app))
        port = server.port
        async with open_page(str(server.make_url("/"))) as local:
            await local.speak_as("Emma Fairbrother")
            await first.aclose()
            await expect(local.page.locator("#offline")).to_be_visible()
            again = await stage()
            again.channel.send(again.channel.place.channel_id, message("Nu är jag här igen."))
            async with TestServer(again.app, port=port):
                await local.see("Nu är jag här igen.")
                await expect(local.page.locator("#offline")).to_be_hidden()
                await expect(local.page.locator("#my-name")).to_have_text("Emma Fairbrother")


async def test_focus_stays_in_a_card_that_changes(local: LocalPage) -> None:
    """Focus stays in a card that changes, so that the keyboard is enough."""
    await local.post("visa dagordningen")
    await local.see("Dagordning 18 december")
    await local.page.get_by_role("button", name="Jag kommer").focus()
    await local.page.keyboard.press("Enter")
    message = await local.see("Du kommer")
    await expect(message.locator(".body")).to_be_focused()


async def test_names_are_offered_and_documents_can_be_fetched(local: LocalPage) -> None:
    """Names are offered while one writes, and a document in an answer is a link to fetch it."""
    box = local.page.locator("#compose textarea")
    await box.press_sequentially("protokoll till @lei")
    await expect(local.page.get_by_role("option", name="Leila Hosseini")).to_be_visible()
    await box.press("Enter")
    await box.press("Enter")
    answer = await local.see("Klart.")
    await expect(answer.locator("a.document")).to_have_attribute("href", "/documents/minutes.pdf")
    await expect(answer.locator("li")).to_have_count(2)
    await expect(local.page.locator(".mention", has_text="@Leila Hosseini")).to_be_visible()


async def test_what_people_write_is_never_markup(local: LocalPage) -> None:
    """What people write is never markup, and neither is what the bot repeats of it."""
    await local.post("<img src=x onerror=alert(1)> <b>fet</b>")
    await local.see("Jag hörde:")
    await expect(local.page.locator("main img, main b")).to_have_count(0)


async def test_the_page_speaks_english_and_takes_in_a_new_person(local: LocalPage) -> None:
    """The page speaks English when asked, and takes in a new person."""
    await local.page.locator("[data-language=en]").click()
    await expect(local.page.locator("#tab-private")).to_have_text("Private with Kansli")
    await local.page.locator(".join summary").click()
    await local.page.locator("#join input").fill("Nora Ek")
    await local.page.locator("#join button").click()
    await local.speak_as("Nora Ek")
    await expect(local.page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_every_part_of_a_card_can_be_read(made: Stage, address: str, dark: bool) -> None:
    """Every part a card may have is named and readable, in light and dark, wide and narrow."""
    channel = made.channel.place.channel_id
    made.channel.send(channel, message("", every_part()))
    made.channel.send(channel, message("", {"type": "AdaptiveCard", "body": [{"type": "Unheard-of"}]}))
    async with open_page(address, dark=dark) as local:
        await local.see("Hur röstar du?")
        await local.see("Kortet går inte att visa.")
        assert await local.barriers() == []
        await local.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert await local.width() == 360
        assert await local.barriers() == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_there_is_no_barrier_in_light_or_dark(address: str, dark: bool) -> None:
    """There is no barrier in light or dark, wide or narrow, and one never scrolls sideways."""
    async with open_page(address, dark=dark) as local:
        await expect(local.page.locator("html")).to_have_attribute("data-theme", "dark" if dark else "light")
        await local.post("visa dagordningen")
        await local.see("Dagordning 18 december")
        await local.post("protokoll")
        await local.see("Klart.")
        assert await local.barriers() == []
        await local.page.locator("#theme").click()
        await expect(local.page.locator("html")).to_have_attribute("data-theme", "light" if dark else "dark")
        assert await local.barriers() == []
        await local.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert await local.width() == 360
        assert await local.barriers() == []
        await local.page.locator("#open-rail").click()
        await expect(local.page.locator("#clock-next")).to_be_attached()
        assert await local.width() == 360
        assert await local.barriers() == []
