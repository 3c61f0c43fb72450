"""``xunhui serve``: the court's server."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8443)
    parser.add_argument("--database", default=None, help="SQLAlchemy address, for PostgreSQL")
    parser.add_argument("--keys", type=Path, default=None)


def run(chosen: argparse.Namespace) -> int:
    from sync.serve import serve

    serve(chosen.folder, chosen.host, chosen.port, keys=chosen.keys, database=chosen.database)
    return 0
