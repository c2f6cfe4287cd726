"""msal, set up once from the settings. Everything here blocks: it is called in a worker thread."""

import ssl
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msal
import requests
from requests.adapters import HTTPAdapter

from config.settings import Settings

_TIMEOUT = 10
_MICROSOFTS = frozenset({"login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"})


class Entra:
    """One msal application with the one credential of the settings; its making asks Entra where things are."""

    def __init__(self, settings: Settings) -> None:
        self._managed = settings.managed_identity is not None
        session = _session(settings.ca_file)
        if settings.managed_identity is not None:
            self._application = msal.ManagedIdentityClient(_identity(settings.managed_identity), http_client=session)
            return
        host = urlsplit(settings.login_url).hostname
        self._application = msal.ConfidentialClientApplication(
            settings.app_id,
            authority=f"{settings.login_url}/{settings.tenant_id}",
            client_credential=_credential(settings),
            http_client=session,
            instance_discovery=None if host in _MICROSOFTS else False,
        )

    def acquire(self, scope: str) -> dict[str, Any]:
        """msal's answer for a scope: a token, or an error."""
        if self._managed:
            found = self._application.acquire_token_for_client(resource=scope.removesuffix("/.default"))
        else:
            found = self._application.acquire_token_for_client(scopes=[scope])
        return found if isinstance(found, dict) else {}


def _identity(client_id: str) -> Any:
    if client_id == "system":
        return msal.SystemAssignedManagedIdentity()
    return msal.UserAssignedManagedIdentity(client_id=client_id)


def _credential(settings: Settings) -> Any:
    """The credential as msal wants it."""
    if settings.app_secret is not None:
        return settings.app_secret.reveal()
    if settings.federated_token_file is not None:
        return {"client_assertion": settings.federated_token_file.read_text}
    if settings.app_certificate is None:
        raise ValueError("no credential")
    # Without a thumbprint msal signs with SHA-256 and sends the certificate along.
    pem = settings.app_certificate.read_text(encoding="ascii")
    return {"private_key": pem, "public_certificate": pem}


def _session(ca_file: Path | None) -> requests.Session:
    """An HTTP session with a time limit, without redirects: a secret goes where it was meant to go."""
    session = requests.Session()
    session.trust_env = False
    session.max_redirects = 0
    session.headers["Connection"] = "close"  # the next request is an hour away
    session.mount("https://", _Trusting(ca_file))
    session.request = partial(session.request, timeout=_TIMEOUT)  # type: ignore[method-assign]
    return session


class _Trusting(HTTPAdapter):
    """Trusts one more authority beside the known ones."""

    def __init__(self, ca_file: Path | None) -> None:
        self._ca_file = ca_file
        super().__init__()

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """Open the pool with our trust."""
        trust = ssl.create_default_context()
        if self._ca_file is not None:
            trust.load_verify_locations(cafile=self._ca_file)
        super().init_poolmanager(*args, ssl_context=trust, **more)
