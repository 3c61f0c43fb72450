"""A hearing's sound is kept encrypted as it is said, found again from a turn's mark, and survives a power cut."""

from __future__ import annotations

import hashlib
import io
import wave

import pytest

from app.archive.offers import offer_of, offers_of
from app.attachments.service import files_of, get, read
from app.documents.template import load
from app.errors import NotPossibleNow
from app.hearings import service as hearings
from app.hearings.pauses import pause_sitting
from app.hearings.recording import begin_recording, end_recording, rescue_recordings, sound_of
from app.hearings.store import recordings_of, turns_of
from support.desks import code_of
from support.village import a_case

OPENED = "2026-03-20T09:40:00+08:00"
BEGAN = "2026-03-20T09:41:00+08:00"
ENDED = "2026-03-20T09:41:03+08:00"
CLOSED = "2026-03-20T10:32:00+08:00"


def samples(seconds: float, first: int = 0) -> bytes:
    """16 000 samples a second, each its own number, so that a place in the sound can be told."""
    return b"".join((n % 30_000).to_bytes(2, "little") for n in range(first, first + round(seconds * 16_000)))


@pytest.fixture
def case(desk):
    return a_case(desk)


@pytest.fixture
def sitting(desk, case):
    return hearings.open_sitting(desk, case, opened_at=OPENED, place="村委会院内")


def test_what_was_recorded_is_a_sound_file_that_others_can_open(desk, sitting):
    begun = begin_recording(desk, sitting, BEGAN)
    begun.incoming.write(samples(3))
    end_recording(desk, begun, ENDED, "stopped")
    (held,) = recordings_of(desk.database, sitting)
    assert (held.began_at, held.ended_at, held.why) == (BEGAN, ENDED, "stopped")
    # The standard library's own reader is the judge.
    with wave.open(io.BytesIO(read(desk, str(held.attachment)))) as sound:
        assert (sound.getframerate(), sound.getsampwidth(), sound.getnchannels()) == (16_000, 2, 1)
        assert sound.readframes(48_000) == samples(3)


def test_a_turn_is_found_in_the_sound_by_its_mark(desk, sitting):
    begun = begin_recording(desk, sitting, BEGAN)
    begun.incoming.write(samples(3))
    hearings.end_turn(desk, sitting, "plaintiff", "到了。", (begun.record, 1_500))
    assert code_of(sound_of, desk, begun.record, 0, 100) == "recording_still_runs"
    end_recording(desk, begun, ENDED, "stopped")
    (turn,) = turns_of(desk.database, sitting)
    assert (turn.recording, turn.offset_ms) == (begun.record, 1_500)
    # Half a second from the mark at 1.5 s: the 24 000th sample and the 7 999 after it.
    assert sound_of(desk, begun.record, 1_500, 500) == samples(0.5, first=24_000)
    assert sound_of(desk, begun.record, 2_900, 5_000) == samples(0.1, first=46_400)
    assert sound_of(desk, begun.record, 9_000, 500) == b""


def test_a_recording_that_a_power_cut_ended_is_kept_to_less_than_a_second(desk, sitting):
    begun = begin_recording(desk, sitting, BEGAN)
    begun.incoming.write(samples(3.9))
    begun.incoming.close()
    assert code_of(begin_recording, desk, sitting, CLOSED) == "recording_still_runs"
    (saved,) = rescue_recordings(desk, sitting)
    assert (saved.record, saved.why) == (begun.record, "cut")
    assert saved.ended_at == "2026-03-20T09:41:03+08:00"
    kept = read(desk, str(saved.attachment))[44:]
    assert samples(3.9).startswith(kept) and len(kept) > 2.9 * 32_000
    assert rescue_recordings(desk, sitting) == []
    begin_recording(desk, sitting, CLOSED).incoming.close()


def test_a_recording_whose_beginning_was_lost_is_ended_without_sound(desk, sitting):
    begun = begin_recording(desk, sitting, BEGAN)
    begun.incoming.close()
    (saved,) = rescue_recordings(desk, sitting)
    assert (saved.attachment, saved.ended_at) == (None, BEGAN)
    with pytest.raises(NotPossibleNow, match="recording_lost"):
        sound_of(desk, begun.record, 0, 100)


def test_no_sound_lies_on_the_disk_in_the_clear(desk, sitting):
    begun = begin_recording(desk, sitting, BEGAN)
    begun.incoming.write(samples(2))
    end_recording(desk, begun, ENDED, "stopped")
    folder = desk.database.path.parent
    held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert len(held) > 64_000 and samples(0.01, first=16_000) not in held


def test_nothing_is_recorded_while_the_hearing_is_paused_or_over(desk, sitting):
    pause_sitting(desk, sitting, BEGAN, "休息")
    assert code_of(begin_recording, desk, sitting, CLOSED) == "sitting_is_paused"
    other = hearings.open_sitting(desk, a_case(desk), opened_at=OPENED, place="x")
    hearings.close_sitting(desk, other, CLOSED)
    assert code_of(begin_recording, desk, other, CLOSED) == "sitting_is_closed"
    assert files_of(desk).cut_short() == []


def test_the_record_names_each_recording_with_its_digest_and_a_fault_note_says_what_is_missing(desk, case, sitting):
    first = begin_recording(desk, sitting, BEGAN)
    first.incoming.write(samples(2))
    first.incoming.close()
    rescue_recordings(desk, sitting)
    second = begin_recording(desk, sitting, "2026-03-20T09:50:00+08:00")
    second.incoming.write(samples(1))
    end_recording(desk, second, "2026-03-20T09:50:01+08:00", "closed")
    hearings.end_turn(desk, sitting, "judge", "闭庭。")
    hearings.close_sitting(desk, sitting, CLOSED)
    template = load("hearing_record")
    text = template.text(template.sample() | dict(offer_of(desk, case, "hearing_record").blanks))
    kept = get(desk.database, str(recordings_of(desk.database, sitting)[1].attachment))
    whole = hashlib.sha256(read(desk, kept["record"])).hexdigest()
    assert f"@small 2026年3月20日9时50分至9时50分：{whole}" in text
    (note,) = [offer for offer in offers_of(desk, case) if offer.document == "recording_fault_note"]
    assert note.concerns == first.record
    assert (note.blanks["fault"]["started_at"][11:16], note.blanks["fault"]["ended_at"][11:16]) == ("09:41", "09:50")
