"""Everything that must hold before a change lands: ruff, mypy, import contracts and, last, the tests."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
SLOWEST = ["--durations=8", "--durations-min=5"]


def checks(long: bool, extra: list[str]) -> list[tuple[str, list[str]]]:
    """The checks in order, each a name and a command; what is quick and fails often comes first."""
    cores = len(os.sched_getaffinity(0))
    tests = [sys.executable, "-m", "pytest", "--no-header", "-n", str(cores), *SLOWEST]
    if long:
        tests += ["--long", "-o", "timeout=3600"]
    return [
        ("ruff", [str(BIN / "ruff"), "check", "--quiet", "."]),
        ("import contracts", [str(BIN / "lint-imports"), "--no-logo"]),
        ("mypy --strict", [sys.executable, "-m", "mypy", "--no-error-summary"]),
        ("mypy packaging", [sys.executable, "-m", "mypy", "--no-error-summary", *_scripts()]),
        ("tests", [*tests, *extra]),
    ]


def _scripts() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "packaging").glob("*.py"))


def main() -> int:
    """Run every check, even after one has failed; the exit code is 0 only when all hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="also the counts that take minutes")
    parser.add_argument("pytest", nargs="*", help="handed to pytest, for example a folder")
    options, unknown = parser.parse_known_args()
    environment = {**os.environ, "PYTHONPATH": ""}
    failed: list[str] = []
    for name, command in checks(options.long, options.pytest + unknown):
        print(f"── {name}", flush=True)
        started = time.monotonic()
        if subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL).returncode:
            failed.append(name)
        print(f"   {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
