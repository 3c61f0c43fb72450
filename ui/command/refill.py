"""``xunhui refill``: a damaged database anew from the second copy."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ui.command.signed_in import passphrase


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("profile", type=Path)
    parser.add_argument("--officer", help="the officer whose passphrase opens the profile")
    parser.add_argument("--copy", type=Path, action="append", default=[], help="a stick with a second copy")


def run(chosen: argparse.Namespace) -> int:
    """Says what came back and names what did not; exit code 1 where something is missing."""
    from app.clock import SystemClock
    from app.keys.slots import WithPassphrase
    from app.keys.slots_file import officers_of
    from app.secondcopy.refill import refill_signed_in

    who = chosen.officer or officers_of(chosen.profile)[0][0]
    opener = WithPassphrase(who, passphrase(who))
    report = refill_signed_in(chosen.profile, opener, SystemClock(), os.urandom, chosen.copy)
    print(f"entries: {report.entries} ({report.from_copy} from the second copy)  attachments: {report.attachments}")
    for missing in report.missing:
        print(f"missing: {missing.device} {missing.sequence} {missing.name or '?'}")
    for digest in report.attachments_missing:
        print(f"missing attachment: {digest}")
    if report.damaged_file is not None:
        print(f"damaged file kept: {report.damaged_file.name}")
    return 0 if report.complete else 1
