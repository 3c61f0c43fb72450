"""``xunhui window``."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("profile", type=Path)


def run(chosen: argparse.Namespace) -> int:
    from ui.main import open_window

    return open_window(chosen.profile)
