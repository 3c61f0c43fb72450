"""``xunhui rules``: questions in, answers out, a line each."""

from __future__ import annotations

import argparse
import datetime
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.errors import NeedsCorrection, NotPossibleNow


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("questions", type=Path, help="a file, or - for what comes in")
    parser.add_argument(
        "--calendar",
        type=Path,
        action="append",
        default=[],
        help="a later year's holiday notice, a TOML file as in app/rules/data/calendar",
    )


def run(chosen: argparse.Namespace) -> int:
    from app.rules.calendar import known_calendar, parse_calendar
    from app.rules.questions import answer_lines

    calendar = known_calendar()
    for path in chosen.calendar:
        with _opened(path) as notice:
            calendar = calendar.with_year(parse_calendar(_text(notice)))
    with _opened(chosen.questions) as lines:
        try:
            for answer in answer_lines(lines, today=datetime.date.today(), calendar=calendar):
                # A question may come down a pipe whose writer waits for the answer.
                sys.stdout.buffer.write(answer.encode() + b"\n")
                sys.stdout.buffer.flush()
        except OSError as error:
            # Python's own last flush must have somewhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if error.errno == errno.ENOSPC:
                raise NotPossibleNow("disk_full") from None
            if error.errno == errno.EPIPE:
                # Who read the answers has gone.
                return 1
            raise
    return 0


def _text(notice: BinaryIO) -> str:
    try:
        return notice.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NeedsCorrection("calendar_malformed", at="calendar") from None


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, or those that come in; refuses with ``file_missing``."""
    if path == Path("-"):
        yield sys.stdin.buffer
        return
    try:
        opened = path.open("rb")
    except OSError:
        raise NeedsCorrection("file_missing", file=path.name) from None
    with opened:
        yield opened
