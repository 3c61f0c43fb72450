"""A microphone and a loudspeaker that a test holds in its hands."""

from __future__ import annotations

from PySide6.QtCore import QIODevice


def samples(seconds: float, first: int = 0) -> bytes:
    """16 000 samples a second, each its own number, so that a place in the sound can be told."""
    return b"".join((n % 30_000).to_bytes(2, "little") for n in range(first, first + round(seconds * 16_000)))


class FedSound(QIODevice):
    """Gives what it was fed, as a sound card does: in order, once, with ``readyRead``."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = b""
        self.open(QIODevice.OpenModeFlag.ReadOnly)

    def isSequential(self) -> bool:
        return True

    def bytesAvailable(self) -> int:
        return len(self._waiting) + super().bytesAvailable()

    def readData(self, most: int) -> bytes:  # type: ignore[override]
        given, self._waiting = self._waiting[:most], self._waiting[most:]
        return given

    def feed(self, heard: bytes) -> None:
        self._waiting += heard
        self.readyRead.emit()


class FedMicrophone:
    """Hears what it is fed while it is open."""

    def __init__(self) -> None:
        self.sound: FedSound | None = None

    def open(self) -> QIODevice:  # type: ignore[override]
        self.sound = FedSound()
        return self.sound

    def close(self) -> None:
        self.sound = None

    def hear(self, heard: bytes) -> None:
        assert self.sound is not None, "the microphone is not open"
        self.sound.feed(heard)


class KeptLoudspeaker:
    """Keeps what it was given to play."""

    def __init__(self) -> None:
        self.played: list[bytes] = []

    def play(self, heard: bytes) -> None:
        self.played.append(heard)
