"""``xunhui answer``: at the court, what a laptop sent on a stick."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("court", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("file", type=Path)


def run(chosen: argparse.Namespace) -> int:
    from app.clock import SystemClock
    from sync.server.bundles import answer_bundle
    from sync.server.folder import open_court

    court = open_court(chosen.court, SystemClock())
    try:
        for path in answer_bundle(court, chosen.bundle, chosen.file):
            print(path)
    finally:
        court.close()
    return 0
