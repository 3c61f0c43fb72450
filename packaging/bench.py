"""Runs tests/benchmarks and prints how many times slower or quicker each is than its group's yardstick."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def measure(folder: Path, pytest_arguments: list[str]) -> tuple[int, list[dict[str, Any]]]:
    """pytest's exit code, and what pytest-benchmark measured, one dictionary for each benchmark."""
    report = folder / "benchmarks.json"
    named = any(argument.startswith("tests/") for argument in pytest_arguments)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        *([] if named else ["tests/benchmarks"]),
        "-p",
        "no:xdist",
        "--benchmark-enable",
        "--benchmark-only",
        "--benchmark-quiet",
        f"--benchmark-json={report}",
        "-o",
        "timeout=1800",
    ]
    code = subprocess.run([*command, *pytest_arguments], cwd=ROOT, stdin=subprocess.DEVNULL).returncode
    if not report.exists() or not report.stat().st_size:
        return code or 1, []
    found: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["benchmarks"]
    return code, found


def span(seconds: float) -> str:
    """Seconds in the unit that a person reads without counting zeros."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def table(benchmarks: list[dict[str, Any]]) -> list[str]:
    """One line for each benchmark: median, 99th of a hundred rounds, memory, and the ratio to the group's yardstick.

    The yardstick is the benchmark whose name says so; a group without one is measured by its quickest. A program took
    turns with its yardstick: its ratio is the median of the rounds' ratios, with the middle half of them behind it, and
    the ratio of processor time, on which a busy machine weighs less.
    """
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in benchmarks:
        groups[one["group"] or one["fullname"].split("::")[0].rsplit("/", 1)[-1]].append(one)
    lines = [
        f"{'benchmark':<64} {'median':>9} {'p99':>9} {'rounds':>6} {'peak':>8} {'ratio':>7} {'p99 ratio':>9}"
        "  of programs that took turns"
    ]
    for group, members in sorted(groups.items()):
        lines.append(f"── {group}")
        if "yardstick" in members[0]["extra_info"]:
            lines += [line for one in members for line in turns(one)]
            continue
        members.sort(key=lambda one: one["stats"]["median"])
        yardstick = next((one for one in members if "yardstick" in one["name"]), members[0])
        for one in members:
            stats = one["stats"]
            ratio = stats["median"] / yardstick["stats"]["median"]
            late = slow(one) / slow(yardstick)
            peak = one["extra_info"].get("peak_mib")
            lines.append(
                f"{one['name'].removeprefix('test_')[:64]:<64} {span(stats['median']):>9} {span(slow(one)):>9} "
                f"{stats['rounds']:>6} {f'{peak} MiB' if peak else '':>8} {ratio:>7.2f} {late:>9.2f}"
            )
    return lines


def turns(program: dict[str, Any]) -> list[str]:
    """The lines of a program and of the yardstick that ran before it in every round."""
    seen, yardstick = program["extra_info"], program["extra_info"]["yardstick"]
    ratios = [one / other for one, other in zip(seen["seconds"], yardstick["seconds"], strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4)
    processor = statistics.median(seen["processor_s"]) / statistics.median(yardstick["processor_s"])
    slowest = max(seen["seconds"]) / max(yardstick["seconds"])
    return [
        f"{name[:64]:<64} {span(statistics.median(told['seconds'])):>9} {span(max(told['seconds'])):>9} "
        f"{len(told['seconds']):>6} {told['peak_mib']:>4} MiB {ratio}"
        for name, told, ratio in (
            (f"yardstick {yardstick['name']}", yardstick, f"{1:>7.2f} {1:>9.2f}"),
            (
                program["name"].removeprefix("test_"),
                seen,
                f"{middle:>7.2f} {slowest:>9.2f}  {low:.2f} to {high:.2f}, processor {processor:.2f}",
            ),
        )
    ]


def slow(benchmark: dict[str, Any]) -> float:
    """What 99 of 100 rounds stayed below, in seconds; the slowest where there were fewer than a hundred."""
    stats = benchmark["stats"]
    rounds = sorted(stats.get("data") or [stats["max"]])
    return float(rounds[min(len(rounds) - 1, int(len(rounds) * 0.99))])


def main() -> int:
    """Measure and print; the exit code is pytest's."""
    parser = argparse.ArgumentParser(description=__doc__)
    _, pytest_arguments = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="xunhui-bench-") as folder:
        code, benchmarks = measure(Path(folder), pytest_arguments)
    if benchmarks:
        print("\n".join(table(benchmarks)))
    return code


if __name__ == "__main__":
    raise SystemExit(main())
