"""The sound of a sitting: begun, ended or cut short by a power failure, and read again from a turn's mark (录音3–5)."""

from __future__ import annotations

import datetime
import struct
from dataclasses import dataclass

from app.attachments.files import CutShort
from app.attachments.incoming import Incoming
from app.attachments.service import attach_recording, attach_stored, files_of, get
from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.hearings import store
from app.hearings.service import writable

RATE = 16_000
"""Samples a second, 16 bits each, one channel: clear speech in 110 MB an hour."""
BYTES_PER_SECOND = RATE * 2
MEDIA_TYPE = "audio/wav"
LEAD_MS = 3_000
"""A turn's mark is where its typing began; it was said a little before, and the next one's began a little late."""
LONGEST_MS = 60_000
# A length of all ones says "until the file ends": a header is never written twice, for a piece is written once.
WAV_HEADER = struct.pack(
    "<4sI4s4sIHHIIHH4sI",
    b"RIFF", 0xFFFFFFFF, b"WAVE", b"fmt ", 16, 1, 1, RATE, BYTES_PER_SECOND, 2, 16, b"data", 0xFFFFFFFF,
)  # fmt: skip


@dataclass(frozen=True)
class Begun:
    """A recording that takes sound: ``incoming.write`` from any thread, the rest on the desk's."""

    record: str
    incoming: Incoming


def begin_recording(desk: Desk, sitting: str, at: str) -> Begun:
    """The journal says that the sitting is recorded since ``at``; what is written lies encrypted within half a second.

    Refuses with ``sitting_is_closed``, ``sitting_is_paused``, ``recording_still_runs``, ``disk_full``.
    """
    held = writable(desk, sitting)
    if held.paused is not None:
        raise NeedsCorrection("sitting_is_paused")
    earlier = store.recordings_of(desk.database, sitting)
    if any(one.ended_at is None for one in earlier):
        raise NeedsCorrection("recording_still_runs")
    incoming = files_of(desk).capture()
    try:
        incoming.write(WAV_HEADER)
        record = desk.new_id("recording")
        fields = {
            "sitting": sitting,
            "ordinal": len(earlier) + 1,
            "began_at": at,
            "file": incoming.file_id,
        }
        desk.record("recording.began", record, fields, case=held.case)
    except BaseException:
        incoming.abandon()
        raise
    return Begun(record, incoming)


def end_recording(desk: Desk, begun: Begun, at: str, why: str) -> None:
    """The recording is an attachment of the case, named by its digest; ``why``: stopped, paused, closed or failed.

    Refuses with ``disk_full``: then it is ended by ``rescue_recordings`` later, with what is safe of it.
    """
    case = desk.told(begun.record).case
    # One transaction: a file that is finished and named by no entry would be lost to ``rescue_recordings``.
    with desk.database.transaction(), desk.together():
        stored = begun.incoming.finish()
        attachment = attach_stored(desk, case, stored.digest, _name(desk, begun.record), MEDIA_TYPE)
        told = {"ended_at": at, "attachment": attachment, "why": why}
        desk.record("recording.ended", begun.record, told, case=case)


def rescue_recordings(desk: Desk, sitting: str) -> list[store.Recording]:
    """Recordings of this laptop that a power cut ended are ended now, with what is safe of them; gives those.

    To be called only while nothing is recorded. One whose very beginning was lost ends without an attachment.
    """
    held = writable(desk, sitting, after_closing=True)
    cut = {one.file_id: one for one in files_of(desk).cut_short()}
    found = [one for one in store.recordings_of(desk.database, sitting) if one.ended_at is None]
    for one in found:
        _rescue(desk, held.case, one, cut.get(one.file))
    ended = {one.record for one in found}
    return [one for one in store.recordings_of(desk.database, sitting) if one.record in ended]


def sound_of(desk: Desk, recording: str, offset_ms: int, length_ms: int) -> bytes:
    """Samples (16 kHz, 16 bits, one channel) from the mark on; never written to disk in the clear.

    Refuses with ``recording_still_runs``, ``recording_lost``, and as attachments do.
    """
    held = store.load_recording(desk.database, recording)
    if held.ended_at is None:
        raise NeedsCorrection("recording_still_runs")
    row = get(desk.database, held.attachment) if held.attachment is not None else None
    if row is None:
        raise NotPossibleNow("recording_lost")
    start = len(WAV_HEADER) + _bytes(max(offset_ms, 0))
    length = min(_bytes(length_ms), max(int(row["size"]) - start, 0))
    return files_of(desk).read(row["digest"], start, length) if length else b""


def sound_of_turn(desk: Desk, sitting: str, turn: str) -> bytes:
    """The turn's samples from a little before its mark to a little after the next one's; at most a minute.

    Refuses with ``unknown_turn``, ``turn_not_recorded``, and as ``sound_of`` does.
    """
    turns = store.turns_of(desk.database, sitting)
    at = next((index for index, one in enumerate(turns) if one.record == turn), None)
    if at is None:
        raise NeedsCorrection("unknown_turn", turn=turn)
    recording, offset = turns[at].recording, turns[at].offset_ms
    if recording is None or offset is None:
        raise NeedsCorrection("turn_not_recorded")
    start = max(offset - LEAD_MS, 0)
    ends = (one.offset_ms for one in turns[at + 1 :] if one.recording == recording and one.offset_ms is not None)
    end = min(next(ends, start + LONGEST_MS) + LEAD_MS, start + LONGEST_MS)
    return sound_of(desk, recording, start, end - start)


def seconds_of(size: int) -> float:
    """How long a recording of so many bytes is."""
    return max(size - len(WAV_HEADER), 0) / BYTES_PER_SECOND


def _rescue(desk: Desk, case: str, one: store.Recording, cut: CutShort | None) -> None:
    passed = datetime.timedelta(seconds=seconds_of(cut.size)) if cut is not None else datetime.timedelta()
    ended_at = (datetime.datetime.fromisoformat(one.began_at) + passed).isoformat(timespec="seconds")
    with desk.database.transaction(), desk.together():
        told = {"ended_at": ended_at, "attachment": None, "why": "cut"}
        if cut is not None:
            told["attachment"] = attach_recording(desk, case, cut.file_id, _name(desk, one.record), MEDIA_TYPE)
        desk.record("recording.ended", one.record, told, case=case)


def _name(desk: Desk, recording: str) -> str:
    began = str(desk.fields_of(recording)["began_at"])
    return f"庭审录音 {began[:16].replace('T', ' ').replace(':', '')}.wav"


def _bytes(milliseconds: int) -> int:
    return milliseconds * RATE // 1000 * 2
