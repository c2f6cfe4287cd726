"""The settings: where they come from, and what is refused."""

from pathlib import Path

import pytest

from config.settings import Settings, SettingsWrong, declared, read_settings

GUID = "11111111-2222-3333-4444-555555555555"
TEAMS = {
    "KANSLI_APP_ID": GUID,
    "KANSLI_TENANT_ID": GUID,
    "KANSLI_APP_SECRET": "canary-of-a-secret",
    "KANSLI_ALLOWED_TENANTS": GUID,
}


def problems_of(environ: dict[str, str]) -> tuple[str, ...]:
    """What is said about settings that are refused."""
    with pytest.raises(SettingsWrong) as wrong:
        read_settings(environ)
    return wrong.value.problems


def test_the_local_profile_needs_nothing_more() -> None:
    """The local profile starts from defaults, on this machine only."""
    settings = read_settings({"KANSLI_PROFILE": "local", "HOME": "/nowhere"})
    assert (settings.host, settings.port, settings.language) == ("127.0.0.1", 3978, "sv")


def test_the_local_profile_is_never_open_to_others() -> None:
    """The anonymous profile refuses an address that others reach."""
    (problem,) = problems_of({"KANSLI_PROFILE": "local", "KANSLI_HOST": "192.0.2.1"})
    assert problem.startswith("KANSLI_HOST")


def test_teams_says_everything_that_is_missing() -> None:
    """An incomplete Teams profile is refused with the whole list."""
    problems = problems_of({})
    assert [problem.split()[0] for problem in problems] == [
        "KANSLI_APP_ID",
        "KANSLI_TENANT_ID",
        "exactly",
        "KANSLI_ALLOWED_TENANTS",
    ]


def test_teams_with_everything_starts() -> None:
    """A complete Teams profile is taken, ids in lower case, lists apart."""
    settings = read_settings(TEAMS | {"KANSLI_ALLOWED_TENANTS": f" {GUID.upper()}, "})
    assert settings.allowed_tenants == {GUID}
    assert settings.app_secret is not None
    assert settings.app_secret.reveal() == "canary-of-a-secret"


def test_two_credentials_are_one_too_many() -> None:
    """Exactly one credential is taken."""
    (problem,) = problems_of(TEAMS | {"KANSLI_MANAGED_IDENTITY": "system"})
    assert "found KANSLI_APP_SECRET and KANSLI_MANAGED_IDENTITY" in problem


def test_an_unknown_name_names_the_nearest() -> None:
    """A misspelt setting is refused, never silently without effect."""
    (problem,) = problems_of(TEAMS | {"KANSLI_ALOWED_TENANTS": GUID})
    assert problem == "KANSLI_ALOWED_TENANTS is no setting; the nearest is KANSLI_ALLOWED_TENANTS"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("KANSLI_APP_ID", "my-bot"),
        ("KANSLI_ALLOWED_TENANTS", f"{GUID},contoso"),
        ("KANSLI_PORT", "80000"),
        ("KANSLI_PORT", "²"),
        ("KANSLI_PROFILE", "production"),
        ("KANSLI_LOGIN_URL", "http://127.0.0.1:9000"),
        ("KANSLI_OPENID_METADATA_URL", "http://keys.example.com"),
        ("KANSLI_GRAPH_URL", "graph.microsoft.com"),
        ("KANSLI_SERVICE_HOSTS", "https://smba.trafficmanager.net"),
        ("KANSLI_SERVICE_HOSTS", "127.0.0.1:9000"),
        ("KANSLI_CA_FILE", "/nowhere/ca.pem"),
        ("KANSLI_ZONE", "Europe/Borlänge"),
        ("KANSLI_LANGUAGE", "no"),
    ],
)
def test_a_wrong_value_is_refused_by_name(name: str, text: str) -> None:
    """A value that cannot be is said with the setting's name, once."""
    (problem,) = problems_of(TEAMS | {name: text})
    assert problem.startswith(name)


def test_plain_http_is_taken_on_loopback() -> None:
    """Addresses on this machine may be plain http, except where the bot logs in."""
    settings = read_settings(
        TEAMS | {"KANSLI_GRAPH_URL": "http://127.0.0.1:9000/", "KANSLI_SERVICE_HOSTS": "127.0.0.1"}
    )
    assert settings.graph_url == "http://127.0.0.1:9000"
    assert settings.service_hosts == {"127.0.0.1"}


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    """Settings come from the file too, under their short names; the environment wins; an empty text is none."""
    file = tmp_path / "kansli.toml"
    file.write_text(f'profile = "teams"\nport = 4000\nzone = "Europe/Oslo"\nallowed_tenants = ["{GUID}"]\n')
    environ = TEAMS | {"KANSLI_SETTINGS": str(file), "KANSLI_PORT": "5000", "KANSLI_ALLOWED_TENANTS": ""}
    settings = read_settings(environ)
    assert (settings.port, settings.zone, settings.allowed_tenants) == (5000, "Europe/Oslo", {GUID})


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A missing or broken file, or one with an unknown name, is refused."""
    file = tmp_path / "kansli.toml"
    assert "cannot be read" in problems_of({"KANSLI_SETTINGS": str(file)})[0]
    file.write_text("port = ")
    assert "cannot be read" in problems_of({"KANSLI_SETTINGS": str(file)})[0]
    file.write_text("prot = 4000")
    assert "the nearest is KANSLI_PORT" in problems_of(TEAMS | {"KANSLI_SETTINGS": str(file)})[0]


def test_secrets_do_not_show() -> None:
    """No secret, and no database password, is in the settings' text."""
    settings = read_settings(TEAMS | {"KANSLI_DATABASE_URL": "postgresql://kansli:canary@db/kansli"})
    assert "canary" not in repr(settings)
    assert "canary" not in str(settings.app_secret)


def test_the_page_of_settings_says_what_the_table_says() -> None:
    """docs/settings.md lists every setting with its meaning and its default, and no other."""
    page = Path(__file__).parents[2] / "docs" / "settings.md"
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| `KANSLI_")]
    assert rows == [
        f"| `{one.name}` | {one.means} | {f'`{one.default}`' if one.default else ''} |" for one in declared()
    ]


def test_defaults_are_microsofts_public_cloud() -> None:
    """Without more said, keys, tokens and messages go to Microsoft only."""
    settings = Settings()
    assert settings.login_url == "https://login.microsoftonline.com"
    assert "smba.trafficmanager.net" in settings.service_hosts
