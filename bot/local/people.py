"""The people of the local channel and the identities Teams would give them."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

Json = dict[str, Any]

NAMES = UUID("6b7f0f6e-2f0b-5d0c-9a53-3c4a8f000001")  # the namespace all local ids are made in


def local_guid(kind: str, name: str) -> str:
    """The GUID of one thing: always the same for the same kind and name."""
    return str(uuid5(NAMES, f"{kind}:{name}"))


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """Somebody in the channel: `user_id` is what Teams shows this bot, `object_id` is Entra's."""

    name: str
    object_id: str
    user_id: str
    language: str = "sv"

    @property
    def locale(self) -> str:
        """The locale their Teams is set to."""
        return "en-GB" if self.language == "en" else "sv-SE"

    @property
    def private_conversation(self) -> str:
        """The id of the one-to-one conversation between this person and the bot."""
        return "a:1" + local_guid("private", self.object_id).replace("-", "")

    def account(self) -> Json:
        """The person as the sender of an activity."""
        return {"id": self.user_id, "name": self.name, "aadObjectId": self.object_id}

    def roster_entry(self, tenant: str) -> Json:
        """The person as the roster lists them."""
        given, _, surname = self.name.partition(" ")
        address = f"{self.object_id}@example.org"
        return {
            **self.account(),
            "objectId": self.object_id,
            "givenName": given,
            "surname": surname,
            "email": address,
            "userPrincipalName": address,
            "tenantId": tenant,
            "userRole": "user",
        }


def make_person(name: str, object_id: str | None = None, language: str = "sv") -> LocalPerson:
    """A person whose ids follow from the name, so that a replay always meets the same people."""
    guid = object_id or local_guid("person", name)
    return LocalPerson(name, guid, "29:1" + local_guid("user", guid).replace("-", ""), language)


def mention(account: Json) -> Json:
    """The entity that goes with `<at>Name</at>` in a text."""
    who = {"id": account["id"], "name": account["name"]}
    return {"type": "mention", "mentioned": who, "text": f"<at>{account['name']}</at>"}


def with_mentions(text: str, accounts: list[Json]) -> tuple[str, list[Json]]:
    """Turn every `@Full Name` of somebody known into a mention: the text and its entities, in order."""
    by_name = {account["name"].casefold(): account for account in accounts}
    names = sorted((account["name"] for account in accounts), key=len, reverse=True)
    if not names:
        return text, []
    entities: list[Json] = []

    def replace(found: re.Match[str]) -> str:
        entity = mention(by_name[found[1].casefold()])
        entities.append(entity)
        return str(entity["text"])

    pattern = "@(" + "|".join(re.escape(name) for name in names) + r")(?!\w)"
    return re.sub(pattern, replace, text, flags=re.IGNORECASE), entities
