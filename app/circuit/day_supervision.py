"""Watches over a practice day's working process: starts it, and again where the file has it killed."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

EVENT = "\x1e"
"""Begins a line of the working process that is an event and not for the screen."""
MOST_RESTARTS = 200


def supervise(
    command: Sequence[str],
    told: Mapping[str, Any],
    say: Callable[[str], None],
    clock: Callable[[], float] = time.monotonic,
) -> tuple[int, list[dict[str, Any]], dict[str, Any]]:
    """Runs ``command`` with ``told`` as JSON on its standard input until it ends by itself.

    Gives its exit code, the interruptions with the turns before and after and the seconds until work went on, and
    the last refusal it told, if any.
    """
    interruptions = list[dict[str, Any]]()
    refusal: dict[str, Any] = {}
    for _ in range(MOST_RESTARTS):
        started = clock()
        pending = interruptions[-1] if interruptions and "turns_after" not in interruptions[-1] else None
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as worker:
            assert worker.stdin is not None and worker.stdout is not None
            json.dump({**told, "resume": pending["at"] if pending else None}, worker.stdin)
            worker.stdin.close()
            for line in worker.stdout:
                if not line.startswith(EVENT):
                    say(line.rstrip("\n"))
                    continue
                event = json.loads(line.removeprefix(EVENT))
                if "cut" in event:
                    interruptions.append({"at": event["cut"], "turns_before": event["turns"]})
                elif "resumed" in event and pending is not None:
                    pending["turns_after"] = event["turns"]
                    pending["seconds_to_resume"] = round(clock() - started, 2)
                elif "refusal" in event:
                    refusal = event
        killed = worker.returncode < 0
        if not killed or not interruptions or "turns_after" in interruptions[-1]:
            return worker.returncode, interruptions, refusal
        say(f"⚡ {interruptions[-1]['at']}")
    return 1, interruptions, refusal
