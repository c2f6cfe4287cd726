"""What Teams sends to the bot, built as raw JSON with Teams' own names."""

import html
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.local.people import Json, LocalPerson, local_guid


@dataclass(frozen=True, slots=True)
class Place:
    """The team and channel an activity comes from, and the bot that hears it."""

    service_url: str
    tenant: str
    bot: Json
    zone: str
    team_name: str = ""
    channel_name: str = ""

    @property
    def channel_id(self) -> str:
        """The id of the channel's conversation."""
        key = f"{self.tenant}/{self.team_name}/{self.channel_name}"
        return f"19:{local_guid('channel', key).replace('-', '')}@thread.tacv2"

    @property
    def team_id(self) -> str:
        """The id of the team: that of its General channel."""
        key = f"{self.tenant}/{self.team_name}/"
        return f"19:{local_guid('channel', key).replace('-', '')}@thread.tacv2"

    @property
    def group_id(self) -> str:
        """The team's group in Entra."""
        return local_guid("group", f"{self.tenant}/{self.team_name}")

    def channel_data(self) -> Json:
        """What every activity of the channel carries beside itself."""
        return {
            "teamsChannelId": self.channel_id,
            "teamsTeamId": self.team_id,
            "channel": {"id": self.channel_id},
            "team": {"id": self.team_id},
            "tenant": {"id": self.tenant},
        }

    def team_data(self) -> Json:
        """The same with the names, as the events about the team carry it."""
        return {
            **self.channel_data(),
            "channel": {"id": self.channel_id, "name": self.channel_name},
            "team": {"id": self.team_id, "name": self.team_name, "aadGroupId": self.group_id},
        }


def activity(place: Place, person: LocalPerson, kind: str, identity: str, at: datetime) -> Json:
    """What all activities have in common; `at` must carry its zone."""
    local = at.astimezone(ZoneInfo(place.zone))
    utc = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    country = person.locale.partition("-")[2]
    client = {"type": "clientInfo", "locale": person.locale, "country": country, "platform": "Web"}
    return {
        "type": kind,
        "id": identity,
        "timestamp": utc,
        "localTimestamp": local.isoformat(timespec="milliseconds"),
        "localTimezone": place.zone,
        "channelId": "msteams",
        "serviceUrl": place.service_url,
        "locale": person.locale,
        "from": person.account(),
        "recipient": dict(place.bot),
        "entities": [{**client, "timezone": place.zone}],
    }


def in_channel(place: Place, thread: str | None) -> Json:
    """The part that says: this happened in the channel, in that thread."""
    identity = f"{place.channel_id};messageid={thread}" if thread else place.channel_id
    conversation = {
        "isGroup": True,
        "conversationType": "channel",
        "tenantId": place.tenant,
        "id": identity,
    }
    return {"conversation": conversation, "channelData": place.channel_data()}


def in_private(place: Place, person: LocalPerson) -> Json:
    """The part that says: this happened between the person and the bot."""
    conversation = {
        "conversationType": "personal",
        "tenantId": place.tenant,
        "id": person.private_conversation,
    }
    return {"conversation": conversation, "channelData": {"tenant": {"id": place.tenant}}}


def message(base: Json, where: Json, text: str, mentions: list[Json]) -> Json:
    """Somebody wrote something."""
    content = html.escape(text, quote=False)
    for number, entity in enumerate(mentions):
        span = (
            f'<span itemscope itemtype="http://schema.skype.com/Mention" itemid="{number}">'
            f"{html.escape(entity['mentioned']['name'], quote=False)}</span>"
        )
        content = content.replace(html.escape(entity["text"], quote=False), span, 1)
    return {
        **base,
        **where,
        "textFormat": "plain",
        "text": text,
        "attachments": [{"contentType": "text/html", "content": f"<p>{content}</p>"}],
        "entities": [*mentions, *base["entities"]],
    }


def tapped(base: Json, where: Json, message_id: str, action: Json, data: Json) -> Json:
    """Somebody used an Action.Execute (an invoke) or an Action.Submit (a message with a value)."""
    if action.get("type") == "Action.Execute":
        sent = {
            "type": "Action.Execute",
            "id": action.get("id", ""),
            "verb": action.get("verb", ""),
            "data": data,
        }
        return invoke(base, where, message_id, "adaptiveCard/action", {"action": sent, "trigger": "manual"})
    return {**base, **where, "replyToId": message_id, "value": data}


def invoke(base: Json, where: Json, message_id: str, name: str, value: Json) -> Json:
    """A call that waits for the bot's answer."""
    source = {"source": {"name": "message"}, "legacy": {"replyToId": message_id}}
    channel_data = {**where["channelData"], **source}
    place = {**where, "channelData": channel_data}
    return {**base, **place, "type": "invoke", "name": name, "replyToId": message_id, "value": value}
