"""Where the court network is walled off, a stick carries the same messages, and the receipts come back on it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.attachments.service import files_of
from app.clock import SystemClock
from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from support.court_server import Court, CourtProcess, enrolled_laptop, new_court, running, told
from sync.bundle import export_bundle, import_answer
from sync.client import run_round
from sync.receipts import receipt_for_attachment, receipt_for_entry
from sync.server.bundles import answer_bundle
from sync.server.court import Court as CourtItself
from sync.server.folder import open_court

PHOTO = random.Random(3).randbytes(700_000)


@pytest.fixture
def office(court: Court) -> Iterator[CourtItself]:
    opened = open_court(court.folder, SystemClock())
    yield opened
    opened.close()


def a_day(desk: Desk) -> str:
    with desk.together():
        desk.record("party.named", "party-1", {"name": "张𬱖"}, case="case-1")
        desk.record("party.named", "party-2", {"name": "李四"}, case="case-1")
    stored = files_of(desk).add(PHOTO)
    fields = {"digest": stored.digest, "size": stored.size, "name": "借条", "media_type": "image/jpeg"}
    desk.record("attachment.added", "attachment-1", fields, case="case-1")
    return stored.digest


def test_a_day_goes_to_the_court_and_its_receipts_come_back_on_one_stick(
    laptop: Callable[..., Desk], office: CourtItself, tmp_path: Path
) -> None:
    one, two = laptop(0), laptop(1)
    photo = a_day(one)

    export_bundle(one, tmp_path / "day")
    answer_bundle(office, tmp_path / "day.001", tmp_path / "back")
    report = import_answer(one, tmp_path / "back")

    assert (report.pushed, report.attachments_sent) == (3, 1)
    for entry in one.journal.of_case("case-1"):
        assert receipt_for_entry(one.database, entry.name) is not None
    assert receipt_for_attachment(one.database, photo) is not None
    again = run_round(one)
    assert (again.pushed, again.attachments_sent) == (0, 0)
    run_round(two)
    assert told(one) == told(two)
    assert files_of(two).read(photo) == PHOTO


def test_what_others_wrote_comes_to_a_walled_off_laptop_with_its_attachments(
    laptop: Callable[..., Desk], office: CourtItself, tmp_path: Path
) -> None:
    one, two = laptop(0), laptop(1)
    photo = a_day(one)
    run_round(one)

    export_bundle(two, tmp_path / "ask")
    answer_bundle(office, tmp_path / "ask.001", tmp_path / "back", volume_bytes=400_000)
    assert (tmp_path / "back.002").exists()
    import_answer(two, tmp_path / "back.001")
    run_round(one)

    assert told(one) == told(two)
    assert files_of(two).read(photo) == PHOTO


def test_a_bundle_in_many_volumes_taken_in_twice_changes_nothing_the_second_time(
    laptop: Callable[..., Desk], office: CourtItself, tmp_path: Path
) -> None:
    one = laptop(0)
    a_day(one)
    volumes = export_bundle(one, tmp_path / "day", volume_bytes=100_000)
    assert len(volumes) > 1
    size = office.head().size

    answer_bundle(office, tmp_path / "day", tmp_path / "back")
    grown = office.head().size
    answer_bundle(office, tmp_path / "day", tmp_path / "again")
    import_answer(one, tmp_path / "back")
    import_answer(one, tmp_path / "again")
    import_answer(one, tmp_path / "back")

    assert grown == size + 4  # three entries and the attachment
    assert office.head().size == grown
    assert run_round(one).pushed == 0


def test_an_answer_that_comes_late_takes_nothing_back(
    laptop: Callable[..., Desk], office: CourtItself, tmp_path: Path
) -> None:
    one, two = laptop(0), laptop(1)
    one.record("party.named", "party-1", {"name": "张三"}, case="case-1")
    export_bundle(one, tmp_path / "day")
    answer_bundle(office, tmp_path / "day", tmp_path / "back")
    one.record("party.named", "party-2", {"name": "李四"}, case="case-1")
    two.record("party.named", "party-3", {"name": "王五"}, case="case-2")
    run_round(two)
    run_round(one)
    before = told(one)

    late = import_answer(one, tmp_path / "back")
    after = run_round(one)

    assert not late.court_set_back and not after.court_set_back
    assert (after.pushed, after.pulled) == (0, 0)
    assert told(one) == before
    for entry in one.journal.of_case("case-1"):
        assert receipt_for_entry(one.database, entry.name) is not None


def test_a_case_that_came_into_scope_arrives_whole_with_the_next_stick(tmp_path: Path) -> None:
    court = new_court(tmp_path / "court", every_case=False)
    with running(CourtProcess(court.folder, court.port)):
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
        two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1))
        one.record("party.named", "party-1", {"name": "张三"}, case="case-1")
        run_round(one)
        run_round(two)
    office = open_court(court.folder, SystemClock())
    office.assign(two.device.device_id, "case-1")

    for trip in ("first", "second"):
        export_bundle(two, tmp_path / trip)
        answer_bundle(office, tmp_path / trip, tmp_path / f"{trip}-back")
        import_answer(two, tmp_path / f"{trip}-back")

    office.close()
    assert two.fields_of("party-1") == {"name": "张三"}


def test_one_flipped_byte_anywhere_in_a_volume_is_found(
    laptop: Callable[..., Desk], office: CourtItself, tmp_path: Path
) -> None:
    one = laptop(0)
    one.record("party.named", "party-1", {"name": "张三"}, case="case-1")
    (volume,) = export_bundle(one, tmp_path / "day")
    data = volume.read_bytes()
    for position in range(0, len(data), max(1, len(data) // 40)):
        spoilt = bytearray(data)
        spoilt[position] ^= 1
        volume.write_bytes(bytes(spoilt))
        with pytest.raises((NeedsCorrection, NotPossibleNow)):
            answer_bundle(office, volume, tmp_path / "back")
        assert not list(tmp_path.glob("back*"))
    volume.write_bytes(data[:-100])
    with pytest.raises(NeedsCorrection, match="bundle_damaged"):
        answer_bundle(office, volume, tmp_path / "back")


def test_a_missing_volume_is_named(laptop: Callable[..., Desk], office: CourtItself, tmp_path: Path) -> None:
    one = laptop(0)
    a_day(one)
    volumes = export_bundle(one, tmp_path / "day", volume_bytes=100_000)
    volumes[-1].unlink()
    with pytest.raises(NeedsCorrection, match="bundle_volume_missing"):
        answer_bundle(office, tmp_path / "day", tmp_path / "back")


def test_a_bundle_shows_no_word_and_opens_for_its_court_alone(
    laptop: Callable[..., Desk], court: Court, office: CourtItself, tmp_path: Path
) -> None:
    one = laptop(0)
    one.record("party.named", "party-1", {"name": "欧阳秘密"}, case="case-1")
    (volume,) = export_bundle(one, tmp_path / "day")
    assert "秘密".encode() not in volume.read_bytes()

    other = new_court(tmp_path / "other", code="鲁0303")
    elsewhere = open_court(other.folder, SystemClock())
    with pytest.raises(NotPossibleNow, match="device_unknown"):
        answer_bundle(elsewhere, volume, tmp_path / "back")
    elsewhere.close()


def test_an_answer_for_one_laptop_is_not_taken_by_another(
    laptop: Callable[..., Desk], office: CourtItself, tmp_path: Path
) -> None:
    one, two = laptop(0), laptop(1)
    export_bundle(one, tmp_path / "day")
    answer_bundle(office, tmp_path / "day", tmp_path / "back")
    with pytest.raises(NeedsCorrection, match="bundle_for_another"):
        import_answer(two, tmp_path / "back")


def test_a_wish_for_numbers_travels_on_the_stick(court: Court, office: CourtItself, tmp_path: Path) -> None:
    from sync.enrolment import lease_blocks
    from sync.store import SyncStore

    with running(CourtProcess(court.folder, court.port)):
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
    with pytest.raises(NotPossibleNow, match="server_unreachable"):
        lease_blocks(one, [("民初", 2026, 10)])

    export_bundle(one, tmp_path / "day")
    answer_bundle(office, tmp_path / "day", tmp_path / "back")
    import_answer(one, tmp_path / "back")

    assert one.fields_of("block-鲁0302-民初-2026-1")["device"] == one.device.device_id
    assert not SyncStore(one.database).wishes()
