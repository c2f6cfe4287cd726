"""A Teams-like team channel with people, threads, cards and private chats, kept in memory."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.local import activities
from bot.local.messages import ConnectorError, Message, Messages
from bot.local.people import Json, LocalPerson, local_guid, make_person, mention, with_mentions
from bot.local.posted import ADAPTIVE, read_wish, readable

THREAD = ";messageid="


class LocalChannel:
    """One team channel and the bot in it: what people do gives activities, what the bot does is kept."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        *,
        service_url: str,
        tenant: str = "0f4c3c1e-6f0a-4b55-9d53-3c4a8f3c4a8f",
        bot_name: str = "Kansli",
        bot_id: str = "28:local-kansli",
        zone: str = "Europe/Stockholm",
    ) -> None:
        self.clock = clock
        self.bot = {"id": bot_id, "name": bot_name}
        self.place = activities.Place(service_url, tenant, self.bot, zone)
        self.installed = False
        self.people: dict[str, LocalPerson] = {}
        self.messages = Messages()
        self.last = {"message": 0, "invoke": 0}

    # People

    def add_person(self, name: str, *, object_id: str | None = None, language: str = "sv") -> LocalPerson:
        """Somebody joins the team; their ids follow from the name."""
        person = make_person(name, object_id, language)
        self.people[person.user_id] = person
        self.messages.changed()
        return person

    def person(self, user_id: str) -> LocalPerson:
        """Who has this user id (or Entra object id)."""
        for person in self.people.values():
            if user_id in (person.user_id, person.object_id):
                return person
        raise ConnectorError(404, "UserNotFound", "There is nobody with this id.")

    def members(self, conversation_id: str | None = None) -> list[Json]:
        """The roster: of the channel, or of a private conversation."""
        person = self._alone(conversation_id) if conversation_id else None
        people = [person] if person else list(self.people.values())
        return [each.roster_entry(self.place.tenant) for each in people]

    # What people do

    def install(self, by: LocalPerson, team_name: str, channel_name: str) -> list[Json]:
        """Somebody adds the bot to the team, in this channel."""
        self.place = replace(self.place, team_name=team_name, channel_name=channel_name)
        self.installed = True
        self.messages.changed()
        return self._installation(by, "teamMemberAdded", "membersAdded", "add")

    def remove(self, by: LocalPerson) -> list[Json]:
        """Somebody removes the bot from the team; from then on it may not post."""
        self.installed = False
        self.messages.changed()
        return self._installation(by, "teamMemberRemoved", "membersRemoved", "remove")

    def joined(self, person: LocalPerson) -> Json:
        """The event that this person was added to the team."""
        return self._team_event(person, "teamMemberAdded") | {
            "membersAdded": [{"id": person.user_id, "aadObjectId": person.object_id}]
        }

    def say(
        self, person: LocalPerson, text: str, *, thread: str | None = None, mention_bot: bool = True
    ) -> Json | None:
        """Write a post, or an answer in a thread; without a mention the bot does not hear it: None."""
        if thread is not None:
            self.messages.thread(thread)
        wants_bot = mention_bot and f"@{self.bot['name']}".casefold() not in text.casefold()
        sent, mentions = with_mentions(text, [self.bot, *(each.account() for each in self.people.values())])
        if wants_bot:
            own = mention(self.bot)
            sent, mentions = f"{own['text']} {sent}", [own, *mentions]
        identity = self._next_id()
        root = thread or identity
        where = activities.in_channel(self.place, root)
        shown = f"@{self.bot['name']} {text}" if wants_bot else text
        self._record(identity, where, root, person, shown)
        if not any(each["mentioned"]["id"] == self.bot["id"] for each in mentions):
            return None
        return activities.message(self._base(person, "message", identity), where, sent, mentions)

    def say_private(self, person: LocalPerson, text: str) -> Json:
        """Write to the bot alone."""
        sent, mentions = with_mentions(text, [each.account() for each in self.people.values()])
        identity = self._next_id()
        where = activities.in_private(self.place, person)
        self._record(identity, where, "", person, text, private_to=person)
        return activities.message(self._base(person, "message", identity), where, sent, mentions)

    def tap(self, person: LocalPerson, message_id: str, action: Json, inputs: Json | None = None) -> Json:
        """Use a button of a card: an invoke, a message with a value, or the wish to see a form."""
        where = self._where(self._seen(person, message_id))
        own = action.get("data")
        data = {**(own if isinstance(own, dict) else {}), **(inputs or {})}
        kind = action.get("type")
        if kind not in ("Action.Execute", "Action.Submit"):
            raise ConnectorError(400, "BadArgument", f"A button of the type {kind} sends nothing.")
        teams = data.get("msteams")
        if kind == "Action.Submit" and isinstance(teams, dict) and teams.get("type") == "task/fetch":
            return self._form(person, where, message_id, "task/fetch", data)
        if kind == "Action.Execute":
            base = self._base(person, "invoke", self._invoke_id())
        else:
            base = self._base(person, "message", self._next_id())
        return activities.tapped(base, where, message_id, action, data)

    def submit_form(self, person: LocalPerson, message_id: str, data: Json) -> Json:
        """Send in a form that was opened from this message."""
        where = self._where(self._seen(person, message_id))
        return self._form(person, where, message_id, "task/submit", data)

    def apply_invoke_answer(self, person: LocalPerson, message_id: str, body: object) -> None:
        """Show this person the card the bot answered with; everybody else sees the old one."""
        if isinstance(body, dict) and body.get("type") == ADAPTIVE:
            found = self._seen(person, message_id)
            views = {**found.views, person.user_id: body.get("value") or {}}
            self.messages.put(replace(found, views=views))

    # What the bot does

    def create_conversation(self, body: Json) -> Json:
        """Start a thread in the channel, or open the private conversation with one member."""
        wish = read_wish(body)
        if wish.members and not wish.is_group:
            conversation = self.person(wish.members[0].id).private_conversation
            if wish.activity is None:
                return {"id": conversation}
            sent = self.send(conversation, wish.activity)
            return {"id": conversation, "activityId": sent["id"]}
        if wish.activity is None:
            raise ConnectorError(400, "BadSyntax", "A new thread needs an activity.")
        channel = wish.channel_data.channel.id
        if THREAD in channel:
            raise ConnectorError(400, "BadArgument", "A new thread is started in a channel.")
        sent = self.send(channel, wish.activity)
        return {"id": f"{channel}{THREAD}{sent['id']}", "activityId": sent["id"]}

    def send(self, conversation_id: str, activity: Json, reply_to: str | None = None) -> Json:
        """The bot posts; which thread it lands in is said by the conversation, not by `reply_to`."""
        person = self._alone(conversation_id)
        channel, _, root = conversation_id.partition(THREAD)
        if person is None and channel != self.place.channel_id:
            raise ConnectorError(404, "ConversationNotFound", "Conversation not found.")
        if person is None and not self.installed:
            raise ConnectorError(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.")
        if root:
            self.messages.thread(root)
        if activity.get("type") == "typing":
            return {"id": self._next_id()}
        text, card = readable(activity)
        identity = self._next_id()
        if person:
            where, root = activities.in_private(self.place, person), ""
        else:
            root = root or identity
            where = activities.in_channel(self.place, root)
        self._record(identity, where, root, None, text, card=card, private_to=person, reply_to=reply_to)
        return {"id": identity}

    def update(self, conversation_id: str, activity_id: str, activity: Json) -> Json:
        """The bot changes one of its messages; personal views of its card are gone with it."""
        found = self._own(conversation_id, activity_id)
        text, card = readable(activity)
        self.messages.put(replace(found, text=text, card=card, updated=self.clock(), views={}))
        return {"id": activity_id}

    def delete(self, conversation_id: str, activity_id: str) -> None:
        """The bot takes one of its messages away."""
        self.messages.drop(self._own(conversation_id, activity_id))

    # Inside

    def _next_id(self, kind: str = "message") -> str:
        """Teams numbers messages by milliseconds; two in the same one still differ."""
        self.last[kind] = max(int(self.clock().timestamp() * 1000), self.last[kind] + 1)
        return str(self.last[kind])

    def _invoke_id(self) -> str:
        return "f:" + local_guid("invoke", self._next_id("invoke"))

    def _base(self, person: LocalPerson, kind: str, identity: str) -> Json:
        return activities.activity(self.place, person, kind, identity, self.clock())

    def _team_event(self, by: LocalPerson, event: str) -> Json:
        base = self._base(by, "conversationUpdate", self._invoke_id())
        where = activities.in_channel(self.place, None)
        return {**base, **where, "channelData": {**self.place.team_data(), "eventType": event}}

    def _installation(self, by: LocalPerson, event: str, key: str, action: str) -> list[Json]:
        update = self._team_event(by, event) | {key: [dict(self.bot)]}
        settings = {"settings": {"selectedChannel": {"id": self.place.channel_id}}}
        installation = {
            **self._base(by, "installationUpdate", self._invoke_id()),
            **activities.in_channel(self.place, None),
            "channelData": {**self.place.team_data(), **settings},
            "action": action,
        }
        return [update, installation]

    def _form(self, person: LocalPerson, where: Json, message_id: str, name: str, data: Json) -> Json:
        base = self._base(person, "invoke", self._invoke_id())
        value = {"data": data, "context": {"theme": "default"}}
        return activities.invoke(base, where, message_id, name, value)

    def _alone(self, conversation_id: str) -> LocalPerson | None:
        for person in self.people.values():
            if person.private_conversation == conversation_id:
                return person
        return None

    def _where(self, found: Message) -> Json:
        if found.private_to:
            return activities.in_private(self.place, found.private_to)
        return activities.in_channel(self.place, found.thread)

    def _seen(self, person: LocalPerson, message_id: str) -> Message:
        """The message, if this person can see it."""
        found = self.messages.get(message_id)
        if found.private_to not in (None, person):
            raise ConnectorError(404, "MessageNotFound", "There is no such message.")
        return found

    def _own(self, conversation_id: str, activity_id: str) -> Message:
        found = self.messages.find(activity_id)
        if found is None or found.author is not None or found.conversation != conversation_id:
            raise ConnectorError(404, "ActivityNotFoundInConversation", "Activity not found in conversation.")
        return found

    def _record(
        self,
        identity: str,
        where: Json,
        thread: str,
        author: LocalPerson | None,
        text: str,
        *,
        card: Json | None = None,
        private_to: LocalPerson | None = None,
        reply_to: str | None = None,
    ) -> None:
        conversation = where["conversation"]["id"]
        self.messages.put(
            Message(identity, conversation, thread, author, text, self.clock(), card, reply_to, private_to)
        )
