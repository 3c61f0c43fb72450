"""The yardstick of a command: Python with its own argument parser."""

from __future__ import annotations

import argparse
import contextlib
import json

with contextlib.suppress(SystemExit):
    argparse.ArgumentParser(prog="bare").parse_args(["--help"])
print(json.dumps({}))
