"""The local channel behaves as a Teams channel does, on the wire and to the eye."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.channel import LocalChannel
from bot.local.messages import ConnectorError
from bot.local.views import visible_to

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Hej"}]}


def with_card(text: str = "", card: dict[str, Any] = CARD) -> dict[str, Any]:
    """An activity with a card, as the bot sends it."""
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
    return {"type": "message", "text": text, "attachments": [attachment]}


@pytest.fixture
def channel() -> LocalChannel:
    """A channel with two people, whose names begin alike, and the bot."""
    made = LocalChannel(lambda: START, service_url="http://127.0.0.1:1/local/connector/")
    anna = made.add_person("Anna Lind")
    made.add_person("Anna Lindberg", language="en")
    made.install(anna, "Nätverket", "Allmänt")
    return made


def people(channel: LocalChannel) -> list[Any]:
    """The people of the channel in the order they came."""
    return list(channel.people.values())


def test_a_post_arrives_as_teams_sends_it(channel: LocalChannel) -> None:
    """A post arrives as Teams sends it."""
    anna, _ = people(channel)
    sent = channel.say(anna, "visa dagordningen")
    assert sent is not None
    assert sent["type"] == "message"
    assert sent["channelId"] == "msteams"
    assert sent["id"] == str(int(START.timestamp() * 1000))
    assert sent["timestamp"] == "2026-11-23T08:00:00.000Z"
    assert sent["localTimestamp"] == "2026-11-23T09:00:00.000+01:00"
    assert sent["text"] == "<at>Kansli</at> visa dagordningen"
    assert sent["entities"][0] == {
        "type": "mention",
        "mentioned": channel.bot,
        "text": "<at>Kansli</at>",
    }
    assert sent["from"]["aadObjectId"] == anna.object_id
    assert sent["from"]["id"].startswith("29:")
    assert sent["conversation"]["id"] == f"{channel.place.channel_id};messageid={sent['id']}"
    assert sent["channelData"]["tenant"]["id"] == channel.place.tenant
    assert "Mention" in sent["attachments"][0]["content"]


def test_an_answer_stays_in_its_thread_and_ids_never_repeat(channel: LocalChannel) -> None:
    """An answer stays in its thread and ids never repeat."""
    anna, other = people(channel)
    first = channel.say(anna, "ett")
    assert first is not None
    answer = channel.say(other, "two", thread=first["id"])
    assert answer is not None
    assert answer["conversation"]["id"] == first["conversation"]["id"]
    assert int(answer["id"]) == int(first["id"]) + 1
    assert answer["locale"] == "en-GB"


def test_an_answer_in_a_thread_that_is_not_there_is_refused(channel: LocalChannel) -> None:
    """An answer in a thread that is not there is refused."""
    with pytest.raises(ConnectorError) as refused:
        channel.say(people(channel)[0], "hej", thread="17")
    assert refused.value.status == 404


def test_names_become_mentions_and_the_longest_name_wins(channel: LocalChannel) -> None:
    """Names become mentions and the longest name wins."""
    anna, _ = people(channel)
    sent = channel.say(anna, "nominera @Anna Lindberg, @anna lind och @Okänd")
    assert sent is not None
    assert sent["text"] == "<at>Kansli</at> nominera <at>Anna Lindberg</at>, <at>Anna Lind</at> och @Okänd"
    names = [each["mentioned"]["name"] for each in sent["entities"] if each["type"] == "mention"]
    assert names == ["Kansli", "Anna Lindberg", "Anna Lind"]


def test_the_bot_hears_only_what_mentions_it(channel: LocalChannel) -> None:
    """The bot hears only what mentions it."""
    anna, _ = people(channel)
    assert channel.say(anna, "oss emellan", mention_bot=False) is None
    named = channel.say(anna, "tack @Kansli", mention_bot=False)
    assert named is not None
    assert named["text"] == "tack <at>Kansli</at>"
    assert [each.text for each in channel.messages] == ["oss emellan", "tack @Kansli"]


def test_private_messages_have_a_conversation_of_their_own(channel: LocalChannel) -> None:
    """Private messages have a conversation of their own."""
    anna, other = people(channel)
    sent = channel.say_private(anna, "vad är mitt?")
    assert sent["conversation"]["conversationType"] == "personal"
    assert sent["text"] == "vad är mitt?"
    channel.send(sent["conversation"]["id"], {"type": "message", "text": "inget"})
    seen = visible_to(channel, anna)["messages"]
    assert [(each["text"], each["thread"]) for each in seen] == [("vad är mitt?", ""), ("inget", "")]
    assert visible_to(channel, other)["messages"] == []


def test_installing_tells_the_bot_twice_as_teams_does(channel: LocalChannel) -> None:
    """Installing tells the bot twice as Teams does."""
    update, installation = channel.install(people(channel)[0], "Nätverket", "Allmänt")
    assert update["type"] == "conversationUpdate"
    assert update["membersAdded"] == [channel.bot]
    assert update["channelData"]["eventType"] == "teamMemberAdded"
    assert installation["action"] == "add"
    assert installation["channelData"]["settings"]["selectedChannel"]["id"] == channel.place.channel_id
    assert installation["channelData"]["team"]["aadGroupId"] == channel.place.group_id


def test_a_removed_bot_may_not_post(channel: LocalChannel) -> None:
    """A removed bot may not post."""
    removed = channel.remove(people(channel)[0])
    assert [each["type"] for each in removed] == ["conversationUpdate", "installationUpdate"]
    with pytest.raises(ConnectorError) as refused:
        channel.send(channel.place.channel_id, {"type": "message", "text": "hej"})
    assert (refused.value.status, refused.value.code) == (403, "BotNotInConversationRoster")


def test_an_execute_button_is_an_invoke_with_the_inputs_merged(channel: LocalChannel) -> None:
    """An execute button is an invoke with the inputs merged."""
    anna, _ = people(channel)
    message = channel.send(channel.place.channel_id, with_card())["id"]
    action = {"type": "Action.Execute", "verb": "poll.vote", "data": {"poll": "P-1", "choice": "A"}}
    sent = channel.tap(anna, message, action, {"choice": "B"})
    assert (sent["type"], sent["name"]) == ("invoke", "adaptiveCard/action")
    assert sent["value"]["action"]["verb"] == "poll.vote"
    assert sent["value"]["action"]["data"] == {"poll": "P-1", "choice": "B"}
    assert sent["value"]["trigger"] == "manual"
    assert sent["replyToId"] == message
    assert sent["conversation"]["id"].endswith(f";messageid={message}")


def test_a_submit_button_is_a_message_with_a_value(channel: LocalChannel) -> None:
    """A submit button is a message with a value."""
    anna, _ = people(channel)
    message = channel.send(channel.place.channel_id, with_card())["id"]
    sent = channel.tap(anna, message, {"type": "Action.Submit", "data": {"verb": "x"}}, {"a": "1"})
    assert sent["type"] == "message"
    assert sent["value"] == {"verb": "x", "a": "1"}
    assert "text" not in sent


def test_a_form_is_fetched_and_sent_in(channel: LocalChannel) -> None:
    """A form is fetched and sent in."""
    anna, _ = people(channel)
    message = channel.send(channel.place.channel_id, with_card())["id"]
    data = {"msteams": {"type": "task/fetch"}, "form": "nominate"}
    fetched = channel.tap(anna, message, {"type": "Action.Submit", "data": data}, None)
    assert (fetched["type"], fetched["name"]) == ("invoke", "task/fetch")
    assert fetched["value"]["data"] == data
    sent = channel.submit_form(anna, message, {"person": "x"})
    assert (sent["name"], sent["value"]["data"]) == ("task/submit", {"person": "x"})


def test_an_answered_card_changes_for_one_person_until_it_is_updated(channel: LocalChannel) -> None:
    """An answered card changes for one person until it is updated."""
    anna, other = people(channel)
    conversation = channel.create_conversation(
        {
            "isGroup": True,
            "channelData": {"channel": {"id": channel.place.channel_id}},
            "activity": with_card(),
        }
    )
    mine = {**CARD, "body": []}
    answer = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": mine}
    channel.apply_invoke_answer(anna, conversation["activityId"], answer)
    seen = [visible_to(channel, each)["messages"][0]["card"] for each in (anna, other)]
    assert seen == [mine, CARD]
    newer = {**CARD, "body": [{"type": "TextBlock", "text": "nytt"}]}
    channel.update(conversation["id"], conversation["activityId"], with_card(card=newer))
    message = visible_to(channel, anna)["messages"][0]
    assert (message["card"], message["edited"]) == (newer, True)


def test_a_new_thread_and_answers_to_it(channel: LocalChannel) -> None:
    """A new thread and answers to it."""
    made = channel.create_conversation(
        {"channelData": {"channel": {"id": channel.place.channel_id}}, "activity": {"text": "Påminnelse"}}
    )
    assert made["id"] == f"{channel.place.channel_id};messageid={made['activityId']}"
    channel.send(made["id"], {"type": "message", "text": "svar"})
    seen = visible_to(channel, people(channel)[0])["messages"]
    assert [(each["text"], each["thread"]) for each in seen] == [
        ("Påminnelse", made["activityId"]),
        ("svar", made["activityId"]),
    ]


def test_a_private_conversation_is_made_from_a_member(channel: LocalChannel) -> None:
    """A private conversation is made from a member."""
    anna, _ = people(channel)
    made = channel.create_conversation({"members": [{"id": anna.user_id}], "isGroup": False})
    assert made == {"id": anna.private_conversation}
    assert [each["name"] for each in channel.members(made["id"])] == ["Anna Lind"]


@pytest.mark.parametrize(
    ("conversation", "activity", "status"),
    [
        ("19:elsewhere@thread.tacv2", {"text": "hej"}, 404),
        ("{channel};messageid=17", {"text": "hej"}, 404),
        ("{channel}", {"type": "message"}, 400),
        ("{channel}", {"type": "trace", "text": "hej"}, 400),
        ("{channel}", {"text": "x" * 60_000}, 413),
        ("{channel}", {"attachments": [{"contentType": "image/png", "contentUrl": "x"}]}, 400),
    ],
)
def test_what_teams_would_not_take_is_refused(
    channel: LocalChannel, conversation: str, activity: dict[str, Any], status: int
) -> None:
    """What Teams would not take is refused."""
    with pytest.raises(ConnectorError) as refused:
        channel.send(conversation.format(channel=channel.place.channel_id), activity)
    assert refused.value.status == status
    assert len(channel.messages) == 0


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["type", "text", "attachments", "members", "channelData", "isGroup", "activity", "value"])


@given(st.dictionaries(KEYS, ANYTHING, max_size=6))
def test_whatever_the_bot_posts_is_taken_or_refused(body: dict[str, Any]) -> None:
    """Whatever the bot posts is taken or refused, never a bug."""
    made = LocalChannel(lambda: START, service_url="http://127.0.0.1:1/local/connector/")
    made.install(made.add_person("Anna Lind"), "Nätverket", "Allmänt")
    for call in (made.create_conversation, lambda each: made.send(made.place.channel_id, each)):
        with suppress(ConnectorError):
            assert call(body)["id"]


def test_only_the_bots_own_messages_can_be_changed(channel: LocalChannel) -> None:
    """Only the bots own messages can be changed."""
    anna, _ = people(channel)
    said = channel.say(anna, "hej")
    assert said is not None
    with pytest.raises(ConnectorError) as refused:
        channel.update(said["conversation"]["id"], said["id"], {"text": "nej"})
    assert refused.value.code == "ActivityNotFoundInConversation"
    own = channel.send(said["conversation"]["id"], {"text": "hej"})
    channel.delete(said["conversation"]["id"], own["id"])
    assert [each.id for each in channel.messages] == [said["id"]]


def test_every_change_is_counted_and_told(channel: LocalChannel) -> None:
    """Every change is counted and told."""
    told: list[int] = []
    channel.messages.listeners.append(lambda: told.append(channel.messages.version))
    channel.say(people(channel)[0], "hej")
    channel.add_person("Nora Ek")
    assert len(told) == 2
    assert told[1] == told[0] + 1


def test_ids_follow_the_clock_and_the_names() -> None:
    """Ids follow the clock and the names."""

    def play() -> list[str]:
        moments = iter(START + timedelta(seconds=step) for step in range(20))
        made = LocalChannel(lambda: next(moments), service_url="http://x/")
        person = made.add_person("Bo Ek")
        made.install(person, "N", "A")
        made.say(person, "ett")
        made.send(made.place.channel_id, {"text": "två"})
        return [person.user_id, person.object_id, *(each.id for each in made.messages)]

    assert play() == play()
