"""Carries sound from the microphone to the encrypted attachment, without a word of it on the disk in the clear."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QIODevice, QObject, Signal

from app.attachments.incoming import Incoming
from app.errors import Refusal
from app.hearings.recording import BYTES_PER_SECOND, Begun, begin_recording, end_recording
from ui.hearings.microphone import Microphone
from ui.shell.office import Office

SILENCE_PEAK = 100
"""Of 32 767: below it a microphone is muted or covered, not a quiet room."""
SILENCE_SECONDS = 5


class Recorder(QObject):
    """``state`` is ``off``, ``looking`` for a microphone, ``on`` or ``ending``; at most one recording runs."""

    changed = Signal()
    no_microphone = Signal()
    begun = Signal()
    failed = Signal(object)
    """A refusal, such as a full disk: the recording is ending with what was safe."""

    def __init__(self, office: Office, find: Callable[[], Microphone | None], parent: QObject) -> None:
        super().__init__(parent)
        self.office, self.find = office, find
        self.state = "off"
        self.taken = 0
        self._heard_at = 0
        self._begun: Begun | None = None
        self.failed.connect(self._broken)

    @property
    def seconds(self) -> int:
        return self.taken // BYTES_PER_SECOND

    @property
    def silent(self) -> bool:
        """Nothing was heard for some seconds."""
        return self.state == "on" and self.taken - self._heard_at > SILENCE_SECONDS * BYTES_PER_SECOND

    def mark(self) -> tuple[str, int] | None:
        """The recording and the millisecond in it that is heard now; None while nothing is recorded."""
        if self.state != "on" or self._begun is None:
            return None
        return self._begun.record, self.taken * 1000 // BYTES_PER_SECOND

    def begin(self, sitting: str) -> None:
        """A microphone is looked for, and what it hears is recorded; ``no_microphone`` where there is none."""
        if self.state == "off":
            self._enter("looking")
            self.office.jobs.aside(self.find, done=lambda found: self._found(sitting, found))

    def end(self, why: str, done: Callable[[], None] | None = None) -> None:
        """The recording is whole and in the journal, then ``done`` goes on; at once where nothing is recorded."""
        if self.state != "on" or self._begun is None:
            if self.state == "looking":
                self._enter("off")
            if done is not None:
                done()
            return
        self._read()
        self._microphone.close()
        self._waiting.put(None)
        self._enter("ending")
        self._after = done
        at = self.office.now().isoformat(timespec="seconds")
        self.office.jobs.call(_finish, self._begun, self._writer, at, why, done=self._ended, refused=self._not_ended)

    def _ended(self, _: object) -> None:
        self._enter("off")
        if self._after is not None:
            self._after()

    def _not_ended(self, refusal: Refusal) -> None:
        self.office.refuse(refusal)
        self._ended(None)

    def _enter(self, state: str) -> None:
        self.state = state
        self.changed.emit()

    def _found(self, sitting: str, microphone: Microphone | None) -> None:
        if self.state != "looking":
            return  # ended before it began
        if microphone is None:
            self._enter("off")
            self.no_microphone.emit()
            return
        self._microphone = microphone
        at = self.office.now().isoformat(timespec="seconds")
        self.office.jobs.call(begin_recording, sitting, at, done=self._take, refused=self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self._enter("off")
        self.office.refuse(refusal)

    def _take(self, begun: Begun) -> None:
        self._begun = begun
        self.taken = self._heard_at = 0
        self._waiting: SimpleQueue[bytes | None] = SimpleQueue()
        # The disk has its own thread: neither typing nor the journal waits for the sound.
        self._writer = threading.Thread(target=self._write, args=(begun.incoming, self._waiting), daemon=True)
        self._writer.start()
        wanted = self.state == "looking"
        self._sound: QIODevice = self._microphone.open()
        self._sound.readyRead.connect(self._read)
        self._enter("on")
        if wanted:
            self.begun.emit()
        else:
            self.end("stopped")

    def _read(self) -> None:
        heard = bytes(self._sound.readAll().data())
        if self.state == "on" and heard:
            self.taken += len(heard)
            samples = array("h", heard[: len(heard) // 2 * 2])
            if samples and max(max(samples), -min(samples)) > SILENCE_PEAK:
                self._heard_at = self.taken
            self._waiting.put(heard)

    def _write(self, incoming: Incoming, waiting: SimpleQueue[bytes | None]) -> None:
        whole = True
        while (heard := waiting.get()) is not None:
            if whole:
                try:
                    incoming.write(heard)
                except Refusal as refusal:
                    whole = False
                    self.failed.emit(refusal)

    def _broken(self, refusal: Refusal) -> None:
        self.office.refuse(refusal)
        self.end("failed")


def _finish(desk: Any, begun: Begun, writer: threading.Thread, at: str, why: str) -> None:
    writer.join()
    end_recording(desk, begun, at, why)
