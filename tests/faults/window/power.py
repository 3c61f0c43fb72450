"""Cuts the power of the program at work with a real SIGKILL, and compares what came back with what had been there."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
PROGRAM = Path(__file__).with_name("at_work.py")
PATIENCE_S = 120
Open = tuple[str, str] | None
"""Speaker and text of the unfinished turn."""


@dataclass
class Life:
    """What one worker said between its start and its end, and when it was killed (None if it ended by itself)."""

    said: list[dict[str, Any]]
    killed_at: float | None

    def first(self, word: str) -> dict[str, Any] | None:
        return next((line for line in self.said if word in line), None)

    @property
    def complaints(self) -> list[str]:
        return [line["failed"] for line in self.said if "failed" in line]


class Power:
    """Starts workers and kills them; one at a time."""

    def __init__(self) -> None:
        self._warm: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[dict[str, Any]] = queue.Queue()

    def live(self, order: dict[str, Any], *, until: str, seconds: float, cold: bool = False) -> Life:
        """A worker carries the order and is killed ``seconds`` after it first says ``until`` (or when it is done)."""
        process, lines = self._start(cold)
        assert process.stdin is not None
        process.stdin.write(json.dumps({**order, "began": time.monotonic()}).encode() + b"\n")
        process.stdin.flush()
        said: list[dict[str, Any]] = []
        deadline, cut_at, killed_at = time.monotonic() + PATIENCE_S, None, None
        while True:
            wait = (cut_at if cut_at is not None and killed_at is None else deadline) - time.monotonic()
            try:
                line = lines.get(timeout=max(wait, 0.0))
            except queue.Empty:
                if killed_at is not None or cut_at is None:
                    raise AssertionError(f"the worker neither spoke nor died; it said {said[-3:]}") from None
                killed_at = time.monotonic()
                with contextlib.suppress(ProcessLookupError):  # it has just come to its end
                    os.kill(said[0]["pid"], signal.SIGKILL)
                continue
            if "ended" in line:
                break
            said.append(line)
            if cut_at is None and until in line:
                cut_at = time.monotonic() + seconds
        ended = _close(process) if cold else line["ended"]
        if ended not in (0, -signal.SIGKILL):
            said.append({"failed": f"the worker ended with {ended}"})
        return Life(said, killed_at if ended else None)

    def _start(self, cold: bool) -> tuple[subprocess.Popen[bytes], queue.Queue[dict[str, Any]]]:
        if not cold and self._warm is not None:
            return self._warm, self._lines
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            [sys.executable, str(PROGRAM), *([] if cold else ["--forks"])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=ROOT,
        )
        lines: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=_read, args=(process, lines), daemon=True).start()
        if not cold:
            self._warm, self._lines = process, lines
            assert lines.get(timeout=PATIENCE_S).get("warm")
        return process, lines

    def off(self) -> None:
        """The forking process is gone."""
        if self._warm is not None:
            _close(self._warm)
            self._warm = None


def _close(process: subprocess.Popen[bytes]) -> int:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.close()
    ended = process.wait()
    process.stdout.close()
    return ended


def _read(process: subprocess.Popen[bytes], lines: queue.Queue[dict[str, Any]]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(json.loads(line))
    lines.put({"ended": -1})


@dataclass
class Sitting:
    """What a sitting must hold: what was found when it was last opened, and all that has been done since."""

    turns: list[list[str]]
    open: Open
    since: list[dict[str, Any]] = field(default_factory=list)
    killed_at: float = 0.0

    @classmethod
    def found(cls, held: dict[str, Any]) -> Sitting:
        """The sitting as a worker found it when it opened the profile."""
        return cls(held["turns"], _open(held["unfinished"]))

    def lived(self, life: Life) -> None:
        """The worker that had opened the sitting did this, until it was killed."""
        self.since += life.said
        self.killed_at = life.killed_at or time.monotonic()

    def lost(self, held: dict[str, Any]) -> float:
        """Seconds of typing that are gone from the open turn; fails if anything else is gone, or is there too often."""
        states: list[tuple[float, int, Open]] = [(0.0, 0, self.open)]
        entered: list[list[str]] = []
        safe = seen_on_disk = 0
        for line in self.since:
            if "open" in line:
                states.append((line["at"], len(entered), _open(line["open"])))
            elif "entered" in line:
                speaker, text = line["entered"]
                entered.append([speaker, text.strip()])
                states.append((line["at"], len(entered), None))
            elif "on_disk" in line:
                seen_on_disk = line["on_disk"]
            elif "safe" in line:
                safe = len(states) - 1
        kept, open_now = len(held["turns"]) - len(self.turns), _open(held["unfinished"])
        assert held["turns"][: len(self.turns)] == self.turns, "turns of before are gone or changed"
        assert kept >= seen_on_disk, f"{seen_on_disk} turns were shown as on disk, {kept} are there"
        assert held["turns"][len(self.turns) :] == entered[:kept], "the turns on record are not those entered"
        alike = [number for number, (_, turns, now) in enumerate(states) if turns == kept and now == open_now]
        assert alike, f"{kept} turns with {open_now} open was never so; last {states[-3:]}"
        assert alike[-1] >= safe, f"what was safe at {states[safe]} came back as {states[alike[-1]]}"
        lost_from = states[alike[-1] + 1][0] if alike[-1] + 1 < len(states) else self.killed_at
        return max(self.killed_at - lost_from, 0.0)


def _open(told: list[str] | None) -> Open:
    return (told[0], told[1]) if told and told[1] else None


def spread(values: list[float], unit: str = "s") -> str:
    """The middle, the slowest of twenty and the slowest of all, for people to read."""
    if len(values) < 2:
        return ", ".join(f"{one:.2f} {unit}" for one in values)
    p95 = statistics.quantiles(values, n=20, method="inclusive")[-1]
    middle, most = statistics.median(values), max(values)
    return f"p50 {middle:.2f} {unit}, p95 {p95:.2f} {unit}, most {most:.2f} {unit} of {len(values)}"
