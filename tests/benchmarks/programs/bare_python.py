"""The yardstick of a command: Python with its own argument parser."""

from __future__ import annotations

import argparse
import contextlib

from telling import tell

with contextlib.suppress(SystemExit):
    argparse.ArgumentParser(prog="bare").parse_args(["--help"])
tell()
