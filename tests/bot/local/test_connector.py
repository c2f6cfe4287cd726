"""The bot's own connector and the local channel understand each other."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest
from aiohttp.test_utils import TestServer

from bot.connector import Accepted, Address, Rejected, Roster
from bot.http_connector import HttpConnector
from bot.local.channel import LocalChannel
from bot.outgoing import Outgoing, ServiceHosts
from tests.bot.local.fake_bot import agenda, message, stage


@dataclass
class Line:
    """The connector, the address it speaks to, and the channel at the other end."""

    connector: HttpConnector
    address: Address
    channel: LocalChannel


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """A served channel, reached over HTTP as Teams is."""
    made = await stage()
    outgoing = Outgoing()
    async with TestServer(made.app) as server:
        place = made.channel.place
        address = Address(
            str(server.make_url("/local/connector/")),
            place.tenant,
            place.channel_id,
            made.channel.bot["id"],
            place.channel_id,
            place.team_id,
        )
        yield Line(HttpConnector(outgoing, ServiceHosts(["127.0.0.1"]), None), address, made.channel)
        await outgoing.close()


async def test_a_thread_is_opened_answered_changed_and_cleared(line: Line) -> None:
    """A thread is opened, answered, changed and cleared."""
    opened = await line.connector.new_thread(line.address, message("", agenda(["a"])))
    assert isinstance(opened, Accepted)
    thread = replace(line.address, conversation=opened.conversation)
    answer = await line.connector.reply(thread, message("svar"))
    assert isinstance(answer, Accepted)
    assert isinstance(await line.connector.update(thread, opened.activity_id, message("ny")), Accepted)
    assert isinstance(await line.connector.delete(thread, answer.activity_id), Accepted)
    assert [each.text for each in line.channel.messages][1:] == ["ny"]
    gone = await line.connector.update(thread, answer.activity_id, message("ny"))
    assert isinstance(gone, Rejected)
    assert (gone.status, gone.code) == (404, "ActivityNotFoundInConversation")


async def test_a_private_conversation_is_opened_and_used(line: Line) -> None:
    """A private conversation is opened and used."""
    person = next(iter(line.channel.people.values()))
    opened = await line.connector.open_private(line.address, person.user_id)
    assert opened == Accepted("", person.private_conversation)
    private = replace(line.address, conversation=person.private_conversation)
    assert isinstance(await line.connector.reply(private, message("bara du")), Accepted)
    assert [each.private_to for each in line.channel.messages][-1] == person


async def test_the_roster_is_understood(line: Line) -> None:
    """The roster is understood."""
    roster = await line.connector.roster(line.address)
    assert isinstance(roster, Roster)
    assert [(each.object_id, each.name) for each in roster.members] == [
        (person.object_id, person.name) for person in line.channel.people.values()
    ]
