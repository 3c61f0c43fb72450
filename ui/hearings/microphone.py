"""The machine's microphone and loudspeaker, as far as a hearing needs them: 16 kHz, 16 bits, one channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice

from app.hearings.recording import RATE

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat


class Microphone(Protocol):
    """Gives samples as they are heard; a test hands in one that is fed."""

    def open(self) -> QIODevice:
        """Sound arrives at this device, with ``readyRead``; on the window's thread."""
        ...

    def close(self) -> None: ...


class Loudspeaker(Protocol):
    def play(self, samples: bytes) -> None:
        """Plays these samples from memory, instead of what is playing; on the window's thread."""
        ...


class MachineMicrophone:
    """Takes the frames themselves: a media recorder would write them to a file in the clear."""

    def __init__(self, device: QAudioDevice) -> None:
        self._device = device

    def open(self) -> QIODevice:
        from PySide6.QtMultimedia import QAudioSource

        self._source = QAudioSource(self._device, sound_format())
        return self._source.start()

    def close(self) -> None:
        self._source.stop()


class MachineLoudspeaker:
    def __init__(self, device: QAudioDevice) -> None:
        self._device = device

    def play(self, samples: bytes) -> None:
        from PySide6.QtMultimedia import QAudioSink

        self._sink = QAudioSink(self._device, sound_format())
        self._heard = QBuffer()
        self._heard.setData(QByteArray(samples))
        self._heard.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._heard)


def find_microphone() -> Microphone | None:
    """The machine's own, or None; may ask a sound server, so never on the window's thread."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:  # the libraries of sound are not on this machine
        return None
    device = QMediaDevices.defaultAudioInput()
    return None if device.isNull() else MachineMicrophone(device)


def find_loudspeaker() -> Loudspeaker | None:
    """The machine's own, or None; may ask a sound server, so never on the window's thread."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return None
    device = QMediaDevices.defaultAudioOutput()
    return None if device.isNull() else MachineLoudspeaker(device)


def sound_format() -> QAudioFormat:
    from PySide6.QtMultimedia import QAudioFormat

    made = QAudioFormat()
    made.setSampleRate(RATE)
    made.setChannelCount(1)
    made.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return made
