"""Who may not, what does not hold, and what was already there: each refused plainly, or harmless."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.attachments.service import files_of
from app.clock import SystemClock
from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import DeviceKey
from app.journal.entry import Entry
from support.court_server import Court, CourtProcess, enrolled_laptop, new_court, new_laptop, running
from sync.client import run_round
from sync.enrolment import enrol
from sync.identity import device_request
from sync.link import CourtLink
from sync.messages import Cursor, Lease, Pull, Push, WireEntry
from sync.server.certificates import Authority, CourtKeys
from sync.store import SyncStore

Laptop = Callable[..., Desk]


@pytest.fixture
def link(laptop: Laptop) -> Iterator[tuple[Desk, CourtLink]]:
    desk = laptop(0)
    with CourtLink.of(SyncStore(desk.database).home(), desk.device) as open_link:
        yield desk, open_link


def own(desk: Desk) -> list[Entry]:
    return desk.journal.of_device(desk.device.device_id)


def pushed(entries: list[Entry]) -> Push:
    return Push(tuple(WireEntry.of(entry) for entry in entries))


def test_a_replayed_batch_is_harmless_and_gets_the_same_places(link: tuple[Desk, CourtLink]) -> None:
    desk, court = link
    desk.record("party.named", "party-1", {"name": "张三"}, case="case-1")
    desk.record("party.named", "party-2", {"name": "李四"}, case="case-1")

    first = court.push(pushed(own(desk)))
    again = court.push(pushed(own(desk)))

    assert again == first
    assert len(first.places) == 2


@pytest.mark.parametrize("part", ["header", "signature", "body"])
def test_a_tampered_entry_is_refused_and_its_whole_batch_is_not_kept(link: tuple[Desk, CourtLink], part: str) -> None:
    desk, court = link
    desk.record("party.named", "party-1", {"name": "张三"}, case="case-1")
    desk.record("party.named", "party-2", {"name": "李四"}, case="case-1")
    good, bad = own(desk)
    data = bytearray(getattr(bad, part))
    data[-3] ^= 1
    wire = dataclasses.replace(WireEntry.of(bad), **{part: bytes(data)})

    with pytest.raises(NeedsCorrection, match=r"entry_tampered"):
        court.push(Push((WireEntry.of(good), wire)))

    held = court.pull(Pull(0, (), 100_000, True)).entries
    assert not [placed for placed in held if placed.entry.entry().device == desk.device.device_id]


def test_an_entry_signed_by_an_unknown_device_is_refused(link: tuple[Desk, CourtLink], tmp_path: Path) -> None:
    _, court = link
    stranger = new_laptop(tmp_path / "stranger", 99)
    stranger.record("party.named", "party-1", {"name": "王五"}, case="case-1")
    with pytest.raises(NeedsCorrection, match="author_unknown"):
        court.push(pushed(own(stranger)))


def test_a_chain_with_a_gap_is_refused(link: tuple[Desk, CourtLink]) -> None:
    desk, court = link
    for number in range(3):
        desk.record("turn.spoken", f"turn-{number}", {"text": "是"}, case="case-1")
    with pytest.raises(NeedsCorrection, match="chain_gap"):
        court.push(pushed([own(desk)[0], own(desk)[2]]))


def test_a_batch_cut_inside_a_group_is_refused(link: tuple[Desk, CourtLink]) -> None:
    desk, court = link
    with desk.together():
        desk.record("party.named", "party-1", {"name": "张三"}, case="case-1")
        desk.record("party.named", "party-2", {"name": "李四"}, case="case-1")
    with pytest.raises(NeedsCorrection, match="group_cut"):
        court.push(pushed(own(desk)[:1]))


def test_a_device_without_a_certificate_gets_no_answer_but_enrolment(court: Court, server: CourtProcess) -> None:
    with (
        CourtLink(court.ticket(0).url, court.ticket(0).authority) as link,
        pytest.raises(NotPossibleNow, match="certificate_refused"),
    ):
        link.pull(Pull(0, (), 1000, False))


def test_a_device_certified_elsewhere_is_told_that_its_certificate_was_refused(
    court: Court, server: CourtProcess, tmp_path: Path
) -> None:
    other = new_court(tmp_path / "other")
    elsewhere = CourtKeys.load(other.folder / "keys").authority
    key = DeviceKey.from_bytes(b"\x07" * 32)
    now = datetime.datetime.now(datetime.UTC)
    certificate = elsewhere.certify_device(device_request(key), True, now).public_bytes(Encoding.DER)
    ticket = court.ticket(0)
    with (
        CourtLink(ticket.url, ticket.authority, certificate, key) as link,
        pytest.raises(NotPossibleNow, match="certificate_refused"),
    ):
        link.pull(Pull(0, (), 1000, False))


def test_a_device_with_this_courts_certificate_that_the_court_does_not_list_is_refused(
    court: Court, server: CourtProcess
) -> None:
    authority = CourtKeys.load(court.folder / "keys").authority
    key = DeviceKey.from_bytes(b"\x08" * 32)
    now = datetime.datetime.now(datetime.UTC)
    certificate = authority.certify_device(device_request(key), True, now).public_bytes(Encoding.DER)
    ticket = court.ticket(0)
    with (
        CourtLink(ticket.url, ticket.authority, certificate, key) as link,
        pytest.raises(NotPossibleNow, match="certificate_refused"),
    ):
        link.pull(Pull(0, (), 1000, False))


def test_a_server_of_another_court_is_not_spoken_to(court: Court, tmp_path: Path) -> None:
    with running(CourtProcess(court.folder, court.port)):
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
    other = new_court(tmp_path / "other")
    with (
        running(CourtProcess(other.folder, court.port)),
        pytest.raises(NotPossibleNow, match=r"^wrong_court$"),
    ):
        run_round(one)


def test_a_certificate_whose_time_has_not_come_means_that_a_clock_is_far_off(court: Court, tmp_path: Path) -> None:
    keys = court.folder / "keys"
    authority = Authority(CourtKeys.load(keys).authority.key, CourtKeys.load(keys).authority.certificate)
    future = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=30)
    key, certificate = authority.certify_server(("127.0.0.1",), True, future)
    from cryptography.hazmat.primitives import serialization

    (keys / "server.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (keys / "server.key").write_bytes(
        key.private_bytes(Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    with (
        running(CourtProcess(court.folder, court.port)),
        pytest.raises(NotPossibleNow, match=r"^clock_far_off$"),
    ):
        enrolled_laptop(tmp_path / "one", 1, court.ticket(0))


def test_an_enrolment_code_works_once_and_again_only_for_the_same_laptop(
    court: Court, server: CourtProcess, tmp_path: Path
) -> None:
    one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
    before = SyncStore(one.database).home()
    again = enrol(one, court.ticket(0), "1号机")
    assert again.certificate == before.certificate
    with pytest.raises(NeedsCorrection, match="enrolment_code_wrong"):
        enrolled_laptop(tmp_path / "two", 2, court.ticket(0))


def test_a_code_typed_with_small_letters_and_no_dashes_is_the_same_code(
    court: Court, server: CourtProcess, tmp_path: Path
) -> None:
    ticket = court.ticket(0)
    typed = dataclasses.replace(ticket, code=ticket.code.lower().replace("-", " "))
    assert enrolled_laptop(tmp_path / "one", 1, typed)


def test_a_lease_whose_answer_was_lost_gives_the_same_block(link: tuple[Desk, CourtLink]) -> None:
    _, court = link
    wish = Lease("00ff", "民初", 2026, 10)
    assert court.lease(wish) == court.lease(wish)
    assert court.lease(Lease("00fe", "民初", 2026, 10)).first == 11
    with pytest.raises(NeedsCorrection, match="number_block_unreasonable"):
        court.lease(Lease("00fd", "民初", 2026, 0))


def test_a_laptop_pulls_only_cases_in_its_scope(tmp_path: Path) -> None:
    from sync.server.folder import open_court

    court = new_court(tmp_path / "court", every_case=False)
    with running(CourtProcess(court.folder, court.port)):
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
        two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1))
        one.record("party.named", "party-1", {"name": "张三"}, case="case-1")
        one.record("mediation.told", "word-1", {"text": "底线"}, case="case-1", compartment="confidence:plaintiff-1")
        one.record("party.named", "party-2", {"name": "李四"}, case="case-2")
        run_round(one)

        nothing = run_round(two)
        assert {entry.case for entry in two.journal.of_case("case-1")} == set()

        office = open_court(court.folder, SystemClock())
        office.assign(two.device.device_id, "case-1", ("main",))
        run_round(two)
        assert [entry.record for entry in two.journal.of_case("case-1")] == ["party-1"]
        assert not two.journal.of_case("case-2")

        office.withdraw(two.device.device_id, "case-1")
        assert run_round(two).left_scope == ["case-1"]
        office.close()
    assert nothing.finished


def test_asking_for_cases_apart_does_not_widen_the_scope(tmp_path: Path) -> None:
    court = new_court(tmp_path / "court", every_case=False)
    with running(CourtProcess(court.folder, court.port)):
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
        two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1))
        one.record("party.named", "party-1", {"name": "张三"}, case="case-1")
        run_round(one)
        with CourtLink.of(SyncStore(two.database).home(), two.device) as link:
            page = link.pull(Pull(0, (Cursor("case-1", "main", 0),), 100_000, True))
    assert not [placed for placed in page.entries if placed.entry.entry().case == "case-1"]


def test_naming_a_digest_does_not_open_somebody_elses_attachment(tmp_path: Path) -> None:
    court = new_court(tmp_path / "court", every_case=False)
    with running(CourtProcess(court.folder, court.port)):
        one = enrolled_laptop(tmp_path / "one", 1, court.ticket(0))
        two = enrolled_laptop(tmp_path / "two", 2, court.ticket(1))
        stored = files_of(one).add(b"a photograph")
        fields = {"digest": stored.digest, "size": stored.size, "name": "照片", "media_type": "image/png"}
        one.record("attachment.added", "attachment-1", fields, case="case-1")
        run_round(one)
        with CourtLink.of(SyncStore(two.database).home(), two.device) as link:
            assert link.attachment_state(stored.digest) is None
            two.record("attachment.added", "attachment-2", fields, case="case-2")
            run_round(two)
            state = link.attachment_state(stored.digest)
            assert state is not None and (state.stored, state.place) == (0, None)
            with (
                pytest.raises(NotPossibleNow, match="attachment_not_here"),
                link.fetch_attachment(stored.digest, 0) as chunks,
            ):
                list(chunks)


def test_an_attachment_goes_on_at_the_last_byte_stored(link: tuple[Desk, CourtLink]) -> None:
    desk, court = link
    data = bytes(range(250)) * 400
    stored = files_of(desk).add(data)
    fields = {"digest": stored.digest, "size": stored.size, "name": "照片", "media_type": "image/png"}
    desk.record("attachment.added", "attachment-1", fields, case="case-1")
    court.push(pushed(own(desk)))

    half = court.send_attachment(stored.digest, 0, len(data), 33_333, [data[:33_333]])
    again = court.attachment_state(stored.digest)
    with pytest.raises(NeedsCorrection, match="attachment_offset_wrong"):
        court.send_attachment(stored.digest, 0, len(data), 10, [data[:10]])
    whole = court.send_attachment(stored.digest, 33_333, len(data), len(data) - 33_333, [data[33_333:]])

    assert (half.stored, half.place) == (33_333, None)
    assert again is not None and again.stored == 33_333
    assert whole.stored == len(data) and whole.place is not None
    with court.fetch_attachment(stored.digest, 50_000) as chunks:
        assert b"".join(chunks) == data[50_000:]


def test_an_attachment_that_is_not_what_its_digest_says_is_not_kept(link: tuple[Desk, CourtLink]) -> None:
    desk, court = link
    stored = files_of(desk).add(b"the real bytes")
    fields = {"digest": stored.digest, "size": stored.size, "name": "照片", "media_type": "image/png"}
    desk.record("attachment.added", "attachment-1", fields, case="case-1")
    court.push(pushed(own(desk)))
    with pytest.raises(NeedsCorrection, match="attachment_not_as_announced"):
        court.send_attachment(stored.digest, 0, stored.size, stored.size, [b"the fake bytes"])
    state = court.attachment_state(stored.digest)
    assert state is not None and state.stored == 0
