"""``xunhui rules``: questions in, answers out, a line each."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from app.errors import NeedsCorrection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("questions", type=Path, help="a file, or - for what comes in")


def run(chosen: argparse.Namespace) -> int:
    from app.rules.questions import answer_lines

    try:
        lines = sys.stdin.buffer if chosen.questions == Path("-") else chosen.questions.open("rb")
    except OSError:
        raise NeedsCorrection("file_missing", file=chosen.questions.name) from None
    with lines:
        for answer in answer_lines(lines, today=datetime.date.today()):
            # A question may come down a pipe whose writer waits for the answer.
            sys.stdout.buffer.write(answer.encode() + b"\n")
            sys.stdout.buffer.flush()
    return 0
