"""The program that is killed: types in the real window, writes turns, or signs papers, and says each thing as it does.

Run with ``--forks`` it reads everything in once and forks a worker for each order on its input, so that a kill costs
a fork and not a start of Python; without, it carries the one order in its own process, as from a cold start. What is
said goes to the output, one JSON object a line, with the machine's monotonic time.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import traceback
from importlib import import_module
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"

from at_the_window import Signer, Typist
from without_window import Bench, say

from ui.main import LATER

ALL = (
    *LATER,
    "app.archive.offers",
    "app.circuit.day_signing",
    "app.circuit.practice",
    "app.hearings.service",
    "app.signing.pades",
    "app.signing.thumb",
    "app.signing.verify",
    "ui.hearings.page",
    "ui.signing.page",
    "ui.workbench.page",
)


def carry(order: dict[str, Any]) -> None:
    """Is killed, or says that it is done."""
    say(pid=os.getpid())
    if order["act"] == "type":
        Typist(order).run()
    elif order["act"] == "turns":
        Bench(order).write_turns()
    elif order["act"] == "sign":
        bench = Bench(order)
        bench.look()
        bench.sign()
        bench.look(all_signed=True)
    else:
        look(order)
        order["began"] = time.monotonic()
        Signer(order).run()
        look(order, all_signed=True)


def look(order: dict[str, Any], **more: Any) -> None:
    """Says how the papers stand, with the profile open for that moment only."""
    bench = Bench(order)
    bench.look(**more)
    bench.session.lock()


def main() -> None:
    if "--forks" not in sys.argv:
        order = json.loads(sys.stdin.readline())
        # As ui.main.Desktop.get_ahead does while the officer types.
        threading.Thread(target=lambda: [import_module(module) for module in LATER], daemon=True).start()
        carry(order)
        os._exit(0)
    for module in ALL:
        import_module(module)
    say(warm=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            try:
                carry(json.loads(line))
            except BaseException as reason:
                traceback.print_exc()
                say(failed=repr(reason))
                os._exit(4)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say(ended=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
