"""The ``xunhui`` command: with main.py the only place that knows app, ui and sync; the window is imported last."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; gives its exit code: 0 done, 1 something does not hold, 2 refused with one clear line."""
    parser = argparse.ArgumentParser(prog="xunhui", description="巡回 · the circuit-court workstation")
    commands = parser.add_subparsers(dest="command")

    window = commands.add_parser("window", help="open the window on a profile")
    window.add_argument("profile", type=Path)

    practice = commands.add_parser("practice", help="make or reuse a practice court, start its server, open the window")
    practice.add_argument("--folder", type=Path, default=Path("practice"))
    practice.add_argument("--no-window", action="store_true", help="only make the court and print the officers")

    day = commands.add_parser("day", help="carry a circuit-day/1 file through the services the window uses")
    day.add_argument("file", type=Path)
    day.add_argument("--out", type=Path)
    day.add_argument("--interrupt", action="store_true", help="honour the file's interruptions with a real SIGKILL")
    day.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)

    serve = commands.add_parser("serve", help="serve a court's folder over TLS")
    serve.add_argument("folder", type=Path)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8443)
    serve.add_argument("--database", default=None, help="SQLAlchemy address, for PostgreSQL")
    serve.add_argument("--keys", type=Path, default=None)

    verify = commands.add_parser("verify", help="say what holds of a profile, a PDF or a bundle")
    verify.add_argument("target", type=Path)
    verify.add_argument("--officer", help="the officer whose passphrase opens the profile")
    verify.add_argument("--root", type=Path, action="append", default=[], help="PEM of a root to trust for a PDF")

    rules = commands.add_parser(
        "rules", help="answer questions about fees, periods and numbers, one JSON object a line"
    )
    rules.add_argument("questions", type=Path)

    bundle = commands.add_parser("bundle", help="carry the journal to the court on a stick, and receipts back")
    bundle.add_argument("direction", choices=("export", "import"))
    bundle.add_argument("profile", type=Path)
    bundle.add_argument("file", type=Path)
    bundle.add_argument("--officer", required=True)

    chosen = parser.parse_args(arguments)
    if chosen.command is None:
        parser.print_help()
        return 2
    return int(globals()[f"_{chosen.command}"](chosen))


def _window(chosen: argparse.Namespace) -> int:
    from ui.main import open_window

    return open_window(chosen.profile)


def _practice(chosen: argparse.Namespace) -> int:
    from ui.practice_court import run_practice_court

    return run_practice_court(chosen.folder, window=not chosen.no_window)


def _day(chosen: argparse.Namespace) -> int:
    from ui.circuit.day import run_day, work_day

    if chosen.worker:
        return work_day()
    return run_day(chosen.file, chosen.out or Path(chosen.file.stem), interrupt=chosen.interrupt)


def _serve(chosen: argparse.Namespace) -> int:
    from sync.serve import serve

    serve(chosen.folder, chosen.host, chosen.port, keys=chosen.keys, database=chosen.database)
    return 0


def _rules(chosen: argparse.Namespace) -> int:
    from app.rules.questions import answer_lines

    with chosen.questions.open(encoding="utf-8", errors="replace") as lines:
        for answer in answer_lines(lines):
            print(answer, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
