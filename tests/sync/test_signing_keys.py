"""Keys that sign papers: asked for by the laptop, certified by the court's people, believed under its root alone."""

from __future__ import annotations

import base64
import dataclasses
import datetime
import io
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_der_public_key
from reportlab.pdfgen import canvas

from app.cases.court import read_court
from app.circuit.practice import make_practice_laptop, sit_down, unlock_all
from app.circuit.service import check_departure
from app.clock import Clock, SystemClock
from app.desk import Desk
from app.documents.fonts import FontSet
from app.errors import NeedsCorrection, NotPossibleNow
from app.keys.officers import record_of
from app.keys.provision import NewOfficer
from app.keys.session import Session, unlock
from app.signing.certificates import (
    ISSUING,
    KeyHolder,
    ask,
    honour_revocations,
    key_record,
    revoked_since,
    standing_of,
    trust_roots,
)
from app.signing.issuing import Issued, issue_device_issuing, issue_officer, issue_seal, make_court_ca, name_of, to_pem
from app.signing.pades import sign_pdf
from app.signing.session_keys import SessionKeys, ask_for_certificates, issuing_holder, keys_here
from app.signing.verify import verify_pdf
from app.tell import JournalTeller
from support.village import COURT
from sync.bundle import export_bundle, import_answer
from sync.client import run_round
from sync.enrolment import enrol
from sync.practice import PracticeCourt, make_practice_court
from sync.serve import CourtServer
from sync.server.bundles import answer_bundle
from sync.server.court import Court
from sync.server.folder import open_court
from sync.server.paper_root import open_paper_root

JUDGE = NewOfficer("judge-1", "林正和", "judge", "山路 十八弯 案卷 在背上", "274916")
CLERK = NewOfficer("clerk-1", "苏雨桐", "clerk", "红灯笼 挂 三盏 雨夜里", "581370")


def a_paper() -> bytes:
    """One page with nothing on it."""
    drawn = io.BytesIO()
    page = canvas.Canvas(drawn, pagesize=(595, 842), invariant=1)
    page.showPage()
    page.save()
    return drawn.getvalue()


PAPER = a_paper()


@dataclass
class Laptop:
    """A laptop with judge and clerk signed in; acts are dated by the test's clock, the wire by the machine's."""

    session: Session
    desk: Desk

    def round(self) -> None:
        today = Desk.__new__(Desk)
        today.__dict__ = self.desk.__dict__ | {"clock": SystemClock()}
        run_round(today)

    @property
    def judge(self) -> KeyHolder:
        return KeyHolder.of(record_of(self.session.database, JUDGE.id))

    @property
    def keys(self) -> SessionKeys:
        pins = {JUDGE.id: JUDGE.pin, CLERK.id: CLERK.pin}
        court = read_court(self.session.database)
        return SessionKeys(self.session, court, FontSet.find(), pins.__getitem__, self.desk.randomness)


@pytest.fixture
def practice(tmp_path: Path, clock: Clock) -> PracticeCourt:
    return make_practice_court(tmp_path / "court", code=COURT["code"], name=COURT["name"], day=clock.now())


@pytest.fixture
def server(practice: PracticeCourt) -> Iterator[CourtServer]:
    with CourtServer(open_court(practice.folder, SystemClock())) as running:
        yield running


@pytest.fixture
def office(practice: PracticeCourt, server: CourtServer, clock: Clock) -> Iterator[Court]:
    """The court's administrator, who names the officers first."""
    court = open_court(practice.folder, clock)
    for officer in (JUDGE, CLERK):
        court.name_officer(officer.id, officer.name, officer.role)
    yield court
    court.close()


@pytest.fixture
def laptop(
    practice: PracticeCourt,
    server: CourtServer,
    tmp_path: Path,
    clock: Clock,
    randomness: Callable[[int], bytes],
) -> Iterator[Callable[..., Laptop]]:
    made: list[Laptop] = []

    def make(number: int = 0, officers: tuple[NewOfficer, ...] = (JUDGE, CLERK)) -> Laptop:
        folder = tmp_path / f"laptop-{number}"
        make_practice_laptop(folder, COURT, officers, clock, randomness)
        session = unlock_all(folder, officers, clock, randomness)
        desk = sit_down(session, officers[0], JournalTeller(), clock, randomness)
        enrol(desk, dataclasses.replace(practice.tickets[number], url=server.url), f"{number}号机")
        ask_for_certificates(desk, session)
        made.append(Laptop(session, desk))
        made[-1].round()
        return made[-1]

    yield make
    for each in made:
        each.session.lock()


def certify_all(office: Court) -> None:
    for asked in office.signing_keys.asked():
        if asked["state"] == "waiting":
            office.signing_keys.certify(asked["key"])


def says(office: Court, act: str, key: KeyHolder, fields: dict[str, Any]) -> None:
    """The court's server says what it likes of a key, as one in hostile hands would."""
    with office.store.writing(office.facts.code) as connection:
        office._say(connection, act, key_record(key.public), fields)


def certificate(issued: Issued) -> dict[str, str]:
    return {"certificate": base64.b64encode(issued.certificate.public_bytes(Encoding.DER)).decode("ascii")}


def test_a_certificate_asked_for_at_the_laptop_comes_down_with_the_next_round(laptop, office, tmp_path, clock):
    one = laptop()
    with pytest.raises(NotPossibleNow, match="officer_not_certified"):
        one.keys.officer(JUDGE.id)
    certify_all(office)
    one.round()
    signer = one.keys.officer(JUDGE.id)
    (tmp_path / "root.pem").write_bytes(to_pem(tuple(trust_roots(one.desk.database))))
    (tmp_path / "judge.pem").write_bytes(to_pem(tuple(signer.certificate_chain[:1])))
    moment = str(int(clock.now().timestamp()))
    said = subprocess.run(
        ["openssl", "verify", "-attime", moment, "-CAfile", tmp_path / "root.pem", tmp_path / "judge.pem"],
        capture_output=True,
        check=False,
    )
    assert said.returncode == 0, said
    assert name_of(signer.certificate_chain[0]) == "林正和"
    assert one.keys.party("张𬱖", "原告", "（2026）鲁0302民初1501号", clock.now())
    assert one.keys.seal()
    assert [standing_of(one.desk.database, key).state for key in keys_here(one.desk.database)] == ["certified"] * 4


def test_laptop_and_court_show_the_same_words_for_a_key(laptop, office):
    from app.keys.spoken import spoken

    one = laptop()
    shown = {spoken(key.public) for key in keys_here(one.desk.database)}
    assert {asked["words"] for asked in office.signing_keys.asked()} == shown
    assert all(len(words.split()) == 10 for words in shown)


def test_the_court_certifies_only_whom_it_named_and_as_it_named_them(laptop, office):
    stranger = NewOfficer("judge-9", "陌生人", "judge", "没有 人 认得 这一位 法官", "274916")
    renamed = dataclasses.replace(CLERK, role="judge")
    laptop(0, (stranger, renamed))
    asked = {each["holder"]: each["key"] for each in office.signing_keys.asked()}
    with pytest.raises(NeedsCorrection, match="officer_not_named"):
        office.signing_keys.certify(asked["judge-9"])
    with pytest.raises(NeedsCorrection, match="officer_named_otherwise"):
        office.signing_keys.certify(asked[CLERK.id])
    with pytest.raises(NeedsCorrection, match="key_not_asked_for"):
        office.signing_keys.certify("key-00000000000000000000")


def test_a_refusal_comes_down_with_its_reason(laptop, office):
    one = laptop()
    office.signing_keys.refuse(key_record(one.judge.public), "核对词不一致")
    one.round()
    standing = standing_of(one.desk.database, one.judge)
    assert (standing.state, standing.certificate, standing.reason) == ("refused", None, "核对词不一致")


def public_of(key: KeyHolder) -> ec.EllipticCurvePublicKey:
    public = load_der_public_key(key.public)
    assert isinstance(public, ec.EllipticCurvePublicKey)
    return public


def another_key(_root: Issued, _key: KeyHolder, **when: Any) -> Issued:
    return issue_officer(_root, "林正和", "审判员", **when)


def another_name(root: Issued, key: KeyHolder, **when: Any) -> Issued:
    return issue_officer(root, "陌生人", "审判员", public_key=public_of(key), **when)


def another_role(root: Issued, key: KeyHolder, **when: Any) -> Issued:
    return issue_officer(root, "林正和", "院长", public_key=public_of(key), **when)


def another_use(root: Issued, key: KeyHolder, **when: Any) -> Issued:
    return issue_seal(root, public_key=public_of(key), **when)


def an_authority(root: Issued, key: KeyHolder, **when: Any) -> Issued:
    return issue_device_issuing(root, "林正和", public_key=public_of(key), **when)


def another_root(_root: Issued, key: KeyHolder, **when: Any) -> Issued:
    other = make_court_ca(COURT["name"], practice=True, **when)
    return issue_officer(other, "林正和", "审判员", public_key=public_of(key), **when)


def by_a_laptop(root: Issued, key: KeyHolder, **when: Any) -> Issued:
    """A laptop's issuing certificate makes no officers."""
    device = issue_device_issuing(root, "3f20", **when)
    return issue_officer(device, "林正和", "审判员", public_key=public_of(key), **when)


@pytest.mark.parametrize(
    "make", [another_key, another_name, another_role, another_use, an_authority, another_root, by_a_laptop]
)
def test_a_hostile_court_gives_no_certificate_but_the_right_one(laptop, office, clock, randomness, make):
    one = laptop()
    root = open_paper_root(office.keys.folder)
    issued = make(root, one.judge, at=clock.now() - datetime.timedelta(days=1), randomness=randomness)
    says(office, "key.certified", one.judge, certificate(issued))
    one.round()
    standing = standing_of(one.desk.database, one.judge)
    assert (standing.state, standing.certificate, standing.reason) == ("refused", None, "certificate_not_ours")
    with pytest.raises(NotPossibleNow, match="officer_not_certified"):
        one.keys.officer(JUDGE.id)


def test_a_certificate_that_is_no_certificate_is_none(laptop, office):
    one = laptop()
    for nonsense in ("", "****", base64.b64encode(b"no DER").decode()):
        says(office, "key.certified", one.judge, {"certificate": nonsense})
    one.round()
    assert standing_of(one.desk.database, one.judge).certificate is None


def test_only_the_courts_own_word_revokes(laptop, office, clock):
    one, other = laptop(0), laptop(1)
    certify_all(office)
    other.round()
    fields = {"revoked": "伪造", "revoked_at": clock.now().isoformat()}
    other.desk.record("key.revoked", key_record(one.judge.public), fields)
    other.round()
    one.round()
    assert standing_of(one.desk.database, one.judge).state == "certified"
    assert revoked_since(one.desk.database) == {}


def test_a_key_can_be_asked_for_by_its_own_laptop_alone(laptop, office):
    one, other = laptop(0), laptop(1)
    stolen = one.session.officer_request(JUDGE.id)
    ask(other.desk, one.judge, stolen)
    other.round()
    (asked,) = [each for each in office.signing_keys.asked() if each["key"] == key_record(one.judge.public)]
    assert asked["device"] == one.desk.device.device_id
    # A request of another holder's name, or for another laptop, is none.
    ask(other.desk, dataclasses.replace(other.judge, holder="president"), other.session.officer_request(JUDGE.id))
    ask(other.desk, dataclasses.replace(issuing_holder(one.desk.database), use=ISSUING), stolen)
    other.round()
    assert len(office.signing_keys.asked()) == 8


def test_a_revoked_officer_signs_and_signs_in_no_more_and_earlier_signatures_stand(laptop, office, clock, randomness):
    one = laptop()
    certify_all(office)
    one.round()
    signer, before = one.keys.officer(JUDGE.id), clock.now()
    earlier = sign_pdf(PAPER, None, signer, reason="签发", name="林正和", at=before, who="judge", final=True)
    clock.forward(hours=2)
    office.revoke("officer", JUDGE.id, "调离")
    clock.forward(hours=2)
    later = sign_pdf(PAPER, None, signer, reason="签发", name="林正和", at=clock.now(), who="judge", final=True)
    one.round()
    with pytest.raises(NotPossibleNow, match="key_revoked") as refused:
        one.keys.officer(JUDGE.id)
    assert refused.value.details["reason"] == "调离"
    roots, revoked = trust_roots(one.desk.database), revoked_since(one.desk.database)
    assert verify_pdf(earlier.pdf, roots, earlier.revisions, revoked).holds
    (report,) = verify_pdf(later.pdf, roots, later.revisions, revoked).signatures
    assert report.faults == ("certificate_revoked",)
    honour_revocations(one.desk.database, clock)
    with pytest.raises(NotPossibleNow, match="officer_revoked"):
        unlock(one.session.profile, JUDGE.id, JUDGE.passphrase, clock, randomness)
    unlock(one.session.profile, CLERK.id, CLERK.passphrase, clock, randomness).lock()


def test_a_lost_laptops_one_time_certificates_count_no_more_from_then_on(laptop, office, clock):
    lost, other = laptop(0), laptop(1)
    certify_all(office)
    lost.round()
    party = lost.keys.party("张𬱖", "原告", "（2026）鲁0302民初1501号", clock.now())
    earlier = sign_pdf(PAPER, None, party, reason="笔录", name="张𬱖", at=clock.now(), who="party:plaintiff")
    clock.forward(hours=1)
    office.revoke("device", lost.desk.device.device_id, "遗失")
    clock.forward(hours=1)
    later = sign_pdf(PAPER, None, party, reason="笔录", name="张𬱖", at=clock.now(), who="party:plaintiff")
    with pytest.raises(NotPossibleNow, match="device_revoked"):
        lost.round()
    other.round()
    roots, revoked = trust_roots(other.desk.database), revoked_since(other.desk.database)
    assert verify_pdf(earlier.pdf, roots, earlier.revisions, revoked).holds
    (report,) = verify_pdf(later.pdf, roots, later.revisions, revoked).signatures
    assert report.faults == ("certificate_revoked",)
    # The same officer's key on another laptop is another key, and goes on.
    assert standing_of(other.desk.database, other.judge).state == "certified"


def test_certificates_are_renewed_before_they_end_and_an_ended_one_signs_nothing(laptop, office, clock):
    one = laptop()
    certify_all(office)
    one.round()
    clock.forward(days=330)
    ask_for_certificates(one.desk, one.session)
    assert standing_of(one.desk.database, issuing_holder(one.desk.database)).state == "certified"
    # Issuing certificates last 400 days; from sixty days before the end on, the next sign-in asks.
    clock.forward(days=10)
    ask_for_certificates(one.desk, one.session)
    ask_for_certificates(one.desk, one.session)
    waiting = standing_of(one.desk.database, issuing_holder(one.desk.database))
    assert waiting.state == "waiting" and waiting.certificate is not None
    assert standing_of(one.desk.database, one.judge).state == "certified"
    one.round()
    assert [each["use"] for each in office.signing_keys.asked() if each["state"] == "waiting"] == [ISSUING]
    certify_all(office)
    one.round()
    clock.forward(days=200)
    assert one.keys.party("张𬱖", "原告", "（2026）鲁0302民初1501号", clock.now())
    clock.forward(days=700)
    for use in (lambda: one.keys.officer(JUDGE.id), lambda: one.keys.seal()):
        with pytest.raises(NotPossibleNow, match="certificate_expired"):
            use()


def test_the_departure_check_asks_for_certificates_that_outlast_the_trip(laptop, office, clock):
    def certificates() -> Any:
        checks = check_departure(one.desk, today=clock.now().date(), free_bytes=1 << 40)
        return next(check for check in checks if check.code == "certificates")

    one = laptop()
    assert (certificates().good, len(certificates().facts["missing"])) == (False, 4)
    certify_all(office)
    one.round()
    assert certificates().good
    # The laptop's own certificate lasts 400 days from two days before it was made; a trip is given a week.
    clock.forward(days=390)
    assert certificates().good
    clock.forward(days=2)
    assert certificates().facts["missing"] == [ISSUING]


def test_an_expiring_seal_is_followed_by_a_new_key_and_the_old_one_seals_meanwhile(laptop, office, clock):
    one = laptop()
    certify_all(office)
    one.round()
    first = one.keys.seal().certificate_chain[0]
    clock.forward(days=1095 - 30)
    ask_for_certificates(one.desk, one.session)
    assert one.keys.seal().certificate_chain[0] == first
    one.round()
    certify_all(office)
    one.round()
    second = one.keys.seal().certificate_chain[0]
    assert second.public_key() != first.public_key()
    assert second.subject == first.subject


def test_request_and_certificate_travel_on_a_stick_too(laptop, office, tmp_path, clock):
    one = laptop()
    one.session.enrol_anew(JUDGE.id, JUDGE.name, JUDGE.role, bytes(32), JUDGE.pin)
    request = b""
    fresh = one.judge
    from app.keys.officers import open_keys
    from app.keys.request import key_request

    request = key_request(open_keys(one.desk.database, JUDGE.id, bytes(32)).signing, JUDGE.id)
    ask(one.desk, fresh, request)
    for turn in ("there", "back"):
        export_bundle(one.desk, tmp_path / f"{turn}.xunhui")
        answer_bundle(office, tmp_path / f"{turn}.xunhui", tmp_path / f"{turn}.answer")
        certify_all(office)
        import_answer(one.desk, tmp_path / f"{turn}.answer")
    assert standing_of(one.desk.database, fresh).state == "certified"


def test_the_courts_people_do_it_by_their_command(laptop, office, practice, capsys):
    from sync.server.office import main

    one = laptop()
    key = key_record(one.judge.public)
    assert main([str(practice.folder), "keys"]) == 0
    assert key in capsys.readouterr().out
    assert main([str(practice.folder), "certify", key]) == 0
    assert main([str(practice.folder), "certify", "key-0"]) == 2
    assert capsys.readouterr().out == "key_not_asked_for\n"
    one.round()
    assert standing_of(one.desk.database, one.judge).state == "certified"


def test_serving_needs_no_key_of_the_root_for_papers(laptop, office, practice, clock):
    (practice.folder / "keys" / "papers.key").unlink()
    one = laptop()
    one.round()
    assert len(office.signing_keys.asked()) == 4
    assert x509.load_pem_x509_certificate((practice.folder / "keys" / "papers.pem").read_bytes()) in trust_roots(
        one.desk.database
    )
