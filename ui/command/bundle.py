"""``xunhui bundle``: the journal on a stick, and the court's answer back."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui.command.signed_in import signed_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("direction", choices=("export", "import"))
    parser.add_argument("profile", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--officer", help="the officer whose passphrase opens the profile")


def run(chosen: argparse.Namespace) -> int:
    """Writes what the court has not acknowledged to a stick, or takes the court's answer in."""
    from app.clock import SystemClock
    from sync.bundle import export_bundle, import_answer

    desk = signed_in(chosen.profile, chosen.officer, SystemClock())
    if chosen.direction == "export":
        for path in export_bundle(desk, chosen.file):
            print(path)
        return 0
    report = import_answer(desk, chosen.file)
    print(f"receipts: {report.receipts}  entries: {report.pulled}")
    return 0
