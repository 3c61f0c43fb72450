"""What is said of a bug: its kind and its lines of the program, and no word of a case."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType


def report_of(reason: BaseException) -> str:
    """Which kind of error, in which lines of the program; no message and no value: they may hold case words."""
    lines = [type(reason).__name__]
    step: BaseException | None = reason
    while step is not None:
        for frame in traceback.extract_tb(step.__traceback__):
            name = frame.filename.replace("\\", "/")
            short = "/".join(name.split("/")[-3:])
            lines.append(f"  {short}:{frame.lineno} {frame.name}")
        step = step.__cause__ or step.__context__
        if step is not None:
            lines.append(f"after {type(step).__name__}")
    return "\n".join(lines)


def watch_uncaught(show: Callable[[BaseException], None]) -> None:
    """An exception nobody caught on the GUI thread is shown instead of ending the program."""

    def hook(kind: type[BaseException], reason: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, reason, trace)
            return
        print(report_of(reason), file=sys.stderr)
        show(reason)

    sys.excepthook = hook
