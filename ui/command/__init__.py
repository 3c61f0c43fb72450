"""The ``xunhui`` command: with main.py the only place that knows app, ui and sync; one module a command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from app.errors import Refusal

COMMANDS = {
    "window": "open the window on a profile",
    "practice": "make or reuse a practice court, start its server, open the window",
    "day": "carry a circuit-day/1 file through the services the window uses",
    "serve": "serve a court's folder over TLS",
    "verify": "say what holds of a profile, a PDF or a bundle",
    "rules": "answer questions about fees, periods and numbers, one JSON object a line",
    "bundle": "carry the journal to the court on a stick, and its answer back",
    "enrol": "make this laptop's profile and enrol it at the court of a ticket",
    "refill": "make a damaged profile's database anew from the second copy",
    "answer": "at the court: take a bundle in and write its answer",
    "court": "what the court's own people do at its server",
}
"""Each is a module here with ``add_arguments`` and ``run``, imported when it is asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; gives its exit code: 0 done, 1 something does not hold, 2 refused with one clear line."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in COMMANDS:
        return _which(given)
    name, rest = given[0], given[1:]
    if name == "court":
        from sync.server.office import main as court_office

        return court_office(rest)
    command = import_module(f"ui.command.{name}")
    parser = argparse.ArgumentParser(prog=f"xunhui {name}", description=COMMANDS[name])
    command.add_arguments(parser)
    chosen = parser.parse_args(rest)
    try:
        return int(command.run(chosen))
    except Refusal as refusal:
        from ui.command.refused import words

        print(f"xunhui {name}: {words(refusal.code, refusal.details)}（{refusal.code}）", file=sys.stderr)
        return 2


def _which(given: Sequence[str]) -> int:
    """Says which commands there are; 2 where none of them was given."""
    width = max(map(len, COMMANDS))
    parser = argparse.ArgumentParser(
        prog="xunhui",
        description="巡回 · the circuit-court workstation",
        epilog="commands:\n" + "\n".join(f"  {name:<{width}}  {what}" for name, what in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="COMMAND --help says more of one")
    if given:
        parser.parse_args(given)
    parser.print_help()
    return 2
