"""The command line: `kansli --help` lists everything."""

from __future__ import annotations

import argparse
import json
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
    _add_deliveries(commands)
    _add_records(commands)
    return parser


def _add_deliveries(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    deliveries = commands.add_parser("deliveries", help="see what is owed, and decide what is in doubt")
    what = deliveries.add_subparsers(title="what to do", required=True, metavar="WHAT")
    listed = what.add_parser("list", help="list what is still open")
    listed.add_argument("--state", metavar="STATE", help="list what is in this state instead")
    listed.add_argument("--network", type=int, metavar="NUMBER", help="of this network only")
    listed.set_defaults(run=_deliveries_list)
    for name, meaning in (
        ("show", "everything about one, and each step it took"),
        ("release", "post one that waits for a person in review"),
        ("cancel", "never post one"),
    ):
        one = what.add_parser(name, help=meaning)
        one.add_argument("id", type=int, metavar="ID", help="its number in the list")
        one.set_defaults(run=_delivery, what=name)


def _add_records(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = commands.add_parser("backup", help="copy the records, also while the bot runs")
    backup.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a new file; else one beside the database")
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help="put a copy in the place of the records; the bot must be stopped")
    restore.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the copy; none after pg_restore")
    restore.set_defaults(run=_restore)

    clock = commands.add_parser("clock", help="let posting go on after the machine's clock jumped")
    clock.add_argument("accept", choices=["accept"], help="vouch for the time as it is now")
    clock.set_defaults(run=_clock)


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
    from bot.records_commands import verify

    return verify()


def _deliveries_list(wanted: argparse.Namespace) -> int:
    from bot.deliveries_command import show_list
    from bot.records_commands import on_the_database

    return on_the_database(lambda engine: show_list(engine, wanted.state, wanted.network))


def _delivery(wanted: argparse.Namespace) -> int:
    from bot import deliveries_command as done
    from bot.clock import SystemClock
    from bot.records_commands import on_the_database

    now = SystemClock().now()
    match wanted.what:
        case "show":
            return on_the_database(lambda engine: done.show_one(engine, wanted.id))
        case "release":
            return on_the_database(lambda engine: done.release(engine, wanted.id, now))
        case _:
            return on_the_database(lambda engine: done.cancel(engine, wanted.id, now))


def _backup(wanted: argparse.Namespace) -> int:
    from bot.records_commands import make_backup

    return make_backup(wanted.file)


def _restore(wanted: argparse.Namespace) -> int:
    from bot.records_commands import put_back

    return put_back(wanted.file)


def _clock(_wanted: argparse.Namespace) -> int:
    from bot.records_commands import accept_clock

    return accept_clock()
