"""Runs service calls on the one thread that owns the desk, and brings their results back to the window."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from app.errors import Refusal

if TYPE_CHECKING:
    from concurrent.futures import Future

Done = Callable[[Any], None]
Refused = Callable[[Refusal], None]
Failed = Callable[[BaseException], None]

OFFICER_FIRST, SYNC_AFTER = 0, 1
_ORDER_TO_STOP = 9


class _Job:
    def __init__(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        done: Done | None,
        refused: Refused | None,
        failed: Failed | None,
        needs_desk: bool,
        answer: Future[Any] | None,
        closings: int,
    ) -> None:
        self.function, self.arguments = function, arguments
        self.done, self.refused, self.failed = done, refused, failed
        self.needs_desk, self.answer, self.closings = needs_desk, answer, closings


class Jobs(QObject):
    """One worker, one writer: calls run in the order asked, an officer's act before sync.

    ``done``, ``refused`` and ``failed`` are called on the GUI thread, never after their widget is gone or whoever asked
    has let the desk go.
    """

    busy = Signal(int)
    """How many calls wait or run."""
    refused_by_default = Signal(object)
    failed_by_default = Signal(object)
    _arrived = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: queue.PriorityQueue[tuple[int, int, _Job | None]] = queue.PriorityQueue()
        self._count = itertools.count()
        self._pending = 0
        self._desk: Any = None
        self._closings = 0
        # Emitted on other threads only, so that Qt hands it over to the GUI thread.
        self._arrived.connect(self._deliver)
        self._worker = threading.Thread(target=self._run, name="desk", daemon=True)
        self._worker.start()
        self._aside: list[threading.Thread] = []

    def open(
        self,
        opener: Callable[..., Any],
        *arguments: Any,
        done: Done | None = None,
        refused: Refused | None = None,
        failed: Failed | None = None,
    ) -> None:
        """The desk that ``opener`` gives is the one every later call receives first; ``done`` gets it too."""

        def take() -> Any:
            self._desk = opener(*arguments)
            return self._desk

        self._post(take, (), done, refused, failed, needs_desk=False)

    def call(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        done: Done | None = None,
        refused: Refused | None = None,
        failed: Failed | None = None,
    ) -> None:
        """``function(desk, *arguments)`` runs on the worker; ``done`` gets its answer on the GUI thread."""
        self._post(function, arguments, done, refused, failed, needs_desk=True)

    def replace_desk(
        self,
        change: Callable[..., Any],
        *arguments: Any,
        done: Done | None = None,
        refused: Refused | None = None,
    ) -> None:
        """``change(desk, *arguments)`` gives the desk that later calls receive: another officer sits down."""

        def sit_down() -> Any:
            self._desk = change(self._desk, *arguments)
            return self._desk

        self._post(sit_down, (), done, refused, None, needs_desk=False)

    def close_desk(self, closer: Callable[[Any], None], done: Done | None = None) -> None:
        """After all earlier calls have run, which nobody is told of any more, ``closer`` is handed the desk."""
        self._closings += 1

        def let_go() -> None:
            desk, self._desk = self._desk, None
            if desk is not None:
                closer(desk)

        self._post(let_go, (), done, None, None, needs_desk=False)

    def on_desk(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """For another thread (sync): runs after the officer's waiting acts; gives the answer."""
        from concurrent.futures import Future

        answer: Future[Any] = Future()
        job = _Job(function, arguments, None, None, None, True, answer, self._closings)
        self._waiting.put((SYNC_AFTER, next(self._count), job))
        return answer.result()

    def aside(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        done: Done | None = None,
        refused: Refused | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Runs what needs no desk (network, page images) on a thread of its own."""
        job = _Job(function, arguments, done, refused, failed, False, None, self._closings)
        self._changed(+1)
        thread = threading.Thread(target=self._perform, args=(job,), daemon=True)
        self._aside = [running for running in self._aside if running.is_alive()] + [thread]
        thread.start()

    @property
    def waiting(self) -> int:
        """How many calls have not begun yet, sync's among them."""
        return self._waiting.qsize()

    def stop(self) -> None:
        """Every call already asked for has run, and the worker is gone."""
        self._waiting.put((_ORDER_TO_STOP, next(self._count), None))
        self._worker.join()
        for thread in self._aside:
            thread.join()

    def _post(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        done: Done | None,
        refused: Refused | None,
        failed: Failed | None,
        *,
        needs_desk: bool,
    ) -> None:
        self._changed(+1)
        job = _Job(function, arguments, done, refused, failed, needs_desk, None, self._closings)
        self._waiting.put((OFFICER_FIRST, next(self._count), job))

    def _run(self) -> None:
        while True:
            _, _, job = self._waiting.get()
            if job is None:
                return
            self._perform(job)

    def _perform(self, job: _Job) -> None:
        try:
            arguments = (self._desk, *job.arguments) if job.needs_desk else job.arguments
            value = job.function(*arguments)
        except BaseException as reason:
            if job.answer is not None:
                job.answer.set_exception(reason)
            else:
                self._arrived.emit(job, None, reason)
        else:
            if job.answer is not None:
                job.answer.set_result(value)
            else:
                self._arrived.emit(job, value, None)

    def _deliver(self, job: _Job, value: Any, reason: BaseException | None) -> None:
        self._changed(-1)
        if job.closings != self._closings and (reason is None or isinstance(reason, Refusal)):
            return
        if reason is None:
            if job.done is not None and _alive(job.done):
                job.done(value)
        elif isinstance(reason, Refusal):
            if job.refused is None or not _alive(job.refused):
                self.refused_by_default.emit(reason)
            else:
                job.refused(reason)
        elif job.failed is None or not _alive(job.failed):
            self.failed_by_default.emit(reason)
        else:
            job.failed(reason)

    def _changed(self, by: int) -> None:
        self._pending += by
        self.busy.emit(self._pending)


def _alive(callback: Callable[..., None]) -> bool:
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
