"""The local channel survives a restart."""

from datetime import timedelta
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer

from bot.local.channel import LocalChannel
from bot.local.keeping import Keeper, load, save
from bot.local.starter import settle
from bot.local.views import visible_to
from tests.bot.local.fake_bot import START, agenda, message, stage


def channel_at(moment: int = 0) -> LocalChannel:
    """An empty channel some seconds after the start."""
    now = START + timedelta(seconds=moment)
    return LocalChannel(lambda: now, service_url="http://127.0.0.1/local/connector/")


def test_what_was_said_is_there_after_a_restart(tmp_path: Path) -> None:
    """What was said is there after a restart, and the conversation goes on under new ids."""
    before, file = channel_at(60), tmp_path / "var" / "channel.json"
    settle(before)
    person = next(iter(before.people.values()))
    said = before.say(person, "visa dagordningen")
    assert said is not None
    sent = before.send(said["conversation"]["id"], message("", agenda(["a"])))
    before.apply_invoke_answer(
        person, sent["id"], {"type": "application/vnd.microsoft.card.adaptive", "value": {"body": []}}
    )
    before.messages.drop(before.messages.get(before.send(said["conversation"]["id"], message("x"))["id"]))
    save(before, file)

    after = channel_at(0)
    assert load(after, file) == START + timedelta(seconds=60)
    seen = [
        [{**each, "revision": 0} for each in visible_to(channel, person)["messages"]] for channel in (before, after)
    ]
    assert seen[0] == seen[1]
    assert after.installed
    assert after.place == before.place
    answer = after.send(said["conversation"]["id"], message("igen"))
    assert int(answer["id"]) > int(sent["id"]) + 1


def test_a_file_that_is_missing_or_damaged_is_a_new_beginning(tmp_path: Path) -> None:
    """A file that is missing or damaged is a new beginning."""
    damaged = tmp_path / "channel.json"
    damaged.write_text('{"at": 7}', encoding="utf-8")
    made = channel_at()
    assert load(made, damaged) is None
    assert load(made, tmp_path / "none.json") is None
    assert len(made.messages) == 0


async def test_the_server_writes_the_channel_when_it_stops(tmp_path: Path) -> None:
    """The server writes the channel down when it stops, also what changed a moment before."""
    file = tmp_path / "channel.json"
    made = await stage(kept=file)
    async with TestClient(TestServer(made.app)):
        made.channel.send(made.channel.place.channel_id, message("sist"))
    after = channel_at()
    assert load(after, file)
    assert [each.text for each in after.messages][-1] == "sist"


async def test_a_change_is_written_soon(tmp_path: Path) -> None:
    """A change is written soon, and a burst once."""
    file = tmp_path / "channel.json"
    made = channel_at()
    keeper = Keeper(made, file)
    made.add_person("Nora Ek")
    made.add_person("Bo Ek")
    assert not file.exists()
    keeper.now()
    after = channel_at()
    load(after, file)
    assert len(after.people) == 2
