"""The command line: `kansli --help` lists everything."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    wanted = _parser().parse_args(arguments)
    code: int = wanted.run(wanted)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kansli",
        description="Kansli, the secretary of a network: a Microsoft Teams bot that keeps agenda, decisions, "
        "nominations, reminders and minutes.",
        epilog="Settings come from the environment (KANSLI_…) or from a file; docs/settings.md lists them.",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="run the bot")
    serve.set_defaults(run=_serve)

    replay = commands.add_parser("replay", help="play a conversation from a .chat file")
    replay.add_argument("file", type=Path, metavar="FILE")
    replay.add_argument("--check", action="store_true", help="compare with the file; exit 1 and a diff if they differ")
    replay.add_argument("--rewrite", action="store_true", help="write what the bot says now into the file")
    replay.add_argument("--documents", type=Path, metavar="DIR", help="write agendas and minutes into DIR")
    replay.add_argument("--database", default="sqlite://", metavar="URL", help="keep the records there")
    replay.set_defaults(run=_replay)

    understand = commands.add_parser("understand", help="show how a sentence is understood")
    understand.add_argument("sentence", metavar="SENTENCE", help="- reads JSON lines from standard input")
    understand.add_argument("--now", metavar="YYYY-MM-DDTHH:MM", help="the moment it is said")
    understand.add_argument("--zone", default="Europe/Stockholm", help="the network's time zone")
    understand.add_argument("--json", action="store_true", help="print one JSON object per sentence")
    understand.add_argument("--why", action="store_true", help="show what decided")
    understand.set_defaults(run=_understand)

    verify = commands.add_parser("verify", help="check the journal's chain")
    verify.set_defaults(run=_verify)
    return parser


def _serve(_wanted: argparse.Namespace) -> int:
    from bot.serve import serve

    return serve()


def _replay(wanted: argparse.Namespace) -> int:
    from bot.replay.command import Wanted, replay

    return replay(Wanted(wanted.file, wanted.check, wanted.rewrite, wanted.documents, wanted.database))


def _understand(wanted: argparse.Namespace) -> int:
    from bot.clock import SystemClock
    from bot.understand import explained

    try:
        zone = ZoneInfo(wanted.zone)
        now = datetime.fromisoformat(wanted.now) if wanted.now else SystemClock().now().astimezone(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        print(f"kansli: {problem}", file=sys.stderr)
        return 2
    now = now if now.tzinfo else now.replace(tzinfo=zone)
    if wanted.sentence != "-":
        print(explained(wanted.sentence, now, as_json=wanted.json, why=wanted.why))
        return 0
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, identity = str(asked["text"]), asked.get("id")
        except (ValueError, KeyError, TypeError):
            print('kansli: expected JSON lines such as {"id": 1, "text": "…"}', file=sys.stderr)
            return 2
        print(explained(text, now, as_json=True, why=wanted.why, identity=identity), flush=True)
    return 0


def _verify(_wanted: argparse.Namespace) -> int:
    from bot.store import open_engine
    from config.settings import SettingsWrong, read_settings
    from records import journal

    try:
        engine = open_engine(read_settings(os.environ).database_url)
    except SettingsWrong as wrong:
        print(f"kansli: {wrong}", file=sys.stderr)
        return 2
    with engine.connect() as connection:
        verdict = journal.verify(connection)
    if verdict.broken is not None:
        print(f"The journal does not hold: entry {verdict.broken} was changed.")
        return 1
    print(f"The journal holds: {verdict.entries} entries, head {verdict.head}.")
    return 0
