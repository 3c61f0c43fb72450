"""Keys are in memory from sign-in to lock; each officer's own key opens with that officer's passphrase only."""

from __future__ import annotations

import hashlib
import os

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from app.errors import NeedsCorrection, NotPossibleNow
from app.keys import slots_file
from app.keys.derive import COURT_COST, PRACTICE_COST
from app.keys.events import events
from app.keys.officers import revoke
from app.keys.provision import provision
from app.keys.seal_shares import holders_of, join_seal_key, seals, store_seal_key
from app.keys.slots import WithPassphrase, open_slot

NEW = "换过的 口令 也要 足够 长才好"


def test_the_released_key_signs_what_the_officer_s_public_key_verifies(sign_in, judge):
    session = sign_in(judge)
    scalar = session.release_signing_key(judge.pin)
    private = ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP256R1())
    signature = private.sign(b"statement", ec.ECDSA(hashes.SHA256()))
    public = load_der_public_key(session.officer.public)
    public.verify(signature, b"statement", ec.ECDSA(hashes.SHA256()))


def test_judge_and_clerk_share_one_laptop_and_each_leaves_alone(sign_in, judge, clerk):
    session = sign_in(judge)
    assert session.officer.role == "judge"
    session.join(clerk.id, clerk.passphrase)
    assert [officer.id for officer in session.officers] == ["judge-1", "clerk-1"]
    session.leave(judge.id)
    with pytest.raises(NeedsCorrection, match="officer_not_signed_in"):
        session.release_signing_key(judge.pin, judge.id)
    session.confirm_pin(clerk.pin)
    session.leave(clerk.id)
    assert not session.is_open


def test_whoever_holds_the_database_key_still_cannot_open_an_officer_s_key(profile, sign_in, judge, clerk, clock):
    session = sign_in(judge)
    root = open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock).root
    from app.keys.officers import open_keys

    with pytest.raises(NotPossibleNow, match="officer_keys_damaged"):
        open_keys(session.database, clerk.id, root)
    raw = session.database.query("SELECT box FROM key_officer WHERE officer = ?", (clerk.id,))[0]["box"]
    joined = sign_in(clerk)
    assert joined.release_signing_key(clerk.pin) not in raw


def test_nothing_secret_is_shown_when_things_are_printed(sign_in, judge, profile, clock):
    opened = open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock)
    for shown in (repr(opened), repr(judge), repr(WithPassphrase(judge.id, judge.passphrase))):
        assert judge.passphrase not in shown and judge.pin not in shown and repr(opened.key) not in shown


def test_locking_wipes_the_keys_and_closes_the_database(sign_in, judge):
    session = sign_in(judge)
    key, keys = session._key, session._keys[judge.id]
    session.lock()
    session.lock()
    assert key == b""
    with pytest.raises(NotPossibleNow, match="session_locked"):
        _ = keys.signing
    for what in ("database", "device", "officers", "officer"):
        with pytest.raises(NotPossibleNow, match="session_locked"):
            getattr(session, what)
    with pytest.raises(NotPossibleNow, match="session_locked"):
        session.copy_key()


def test_a_changed_passphrase_opens_the_same_keys_and_the_old_one_nothing(sign_in, judge):
    session = sign_in(judge)
    before = session.release_signing_key(judge.pin)
    with pytest.raises(NeedsCorrection, match="wrong_passphrase"):
        session.change_passphrase("不是这一句", NEW)
    session.change_passphrase(judge.passphrase, NEW)
    session.lock()
    with pytest.raises(NeedsCorrection, match="wrong_passphrase"):
        sign_in(judge)
    assert sign_in(judge, NEW).release_signing_key(judge.pin) == before


@pytest.mark.parametrize("cut", ["before the slot", "after the slot"])
def test_a_power_cut_while_the_passphrase_changes_leaves_one_that_opens_all(sign_in, judge, monkeypatch, cut):
    class PowerCut(Exception):
        pass

    def no_more(*_):
        raise PowerCut

    session = sign_in(judge)
    before = session.release_signing_key(judge.pin)
    where = "change_slot" if cut == "before the slot" else None
    if where:
        monkeypatch.setattr("app.keys.session.slots.change_slot", no_more)
    else:
        monkeypatch.setattr("app.keys.session.settle", no_more)
    with pytest.raises(PowerCut):
        session.change_passphrase(judge.passphrase, NEW)
    monkeypatch.undo()
    session.lock()
    session = sign_in(judge, judge.passphrase if where else NEW)
    assert session.release_signing_key(judge.pin) == before
    # The next change is not disturbed by what the cut left.
    session.change_passphrase(judge.passphrase if where else NEW, "第三句 口令 与前两句 都不同")
    session.lock()
    assert sign_in(judge, "第三句 口令 与前两句 都不同").release_signing_key(judge.pin) == before


def test_the_seal_s_key_needs_both_holders_and_both_pins(sign_in, judge, clerk, randomness):
    session = sign_in(judge)
    secret = hashlib.sha256(b"seal").digest()
    with pytest.raises(NeedsCorrection, match="seal_needs_two_holders"):
        store_seal_key(session.database, "court-seal", secret, (judge.id, judge.id), randomness)
    store_seal_key(session.database, "court-seal", secret, (judge.id, clerk.id), randomness)
    assert holders_of(session.database, "court-seal") == ["clerk-1", "judge-1"]
    for row in session.database.query("SELECT * FROM key_seal_share"):
        assert secret not in row["box"]
    with pytest.raises(NeedsCorrection, match="seal_needs_two_holders"):
        session.release_seal_key("court-seal", {judge.id: judge.pin})
    with pytest.raises(NeedsCorrection, match="officer_not_signed_in"):
        session.release_seal_key("court-seal", {judge.id: judge.pin, clerk.id: clerk.pin})
    session.join(clerk.id, clerk.passphrase)
    with pytest.raises(NeedsCorrection, match="wrong_pin"):
        session.release_seal_key("court-seal", {judge.id: judge.pin, clerk.id: judge.pin})
    assert session.release_seal_key("court-seal", {judge.id: judge.pin, clerk.id: clerk.pin}) == secret
    with pytest.raises(NotPossibleNow, match="seal_not_here"):
        session.release_seal_key("another-seal", {judge.id: judge.pin, clerk.id: clerk.pin})


def test_a_tampered_seal_share_is_refused_by_code(sign_in, judge, clerk, randomness):
    session = sign_in(judge)
    session.join(clerk.id, clerk.passphrase)
    store_seal_key(session.database, "court-seal", bytes(32), (judge.id, clerk.id), randomness)
    session.database.execute("UPDATE key_seal_share SET box = zeroblob(length(box)) WHERE holder = ?", (judge.id,))
    boxes = {name: session._keys[name].box for name in (judge.id, clerk.id)}
    with pytest.raises(NotPossibleNow, match="seal_share_damaged"):
        join_seal_key(session.database, "court-seal", boxes)


def test_a_revoked_officer_is_told_so_and_the_private_key_is_gone(sign_in, judge, clerk):
    session = sign_in(clerk)
    revoke(session.database, judge.id)
    with pytest.raises(NotPossibleNow, match="officer_revoked") as refused:
        session.join(judge.id, judge.passphrase)
    assert refused.value.details["name"] == judge.name
    rows = session.database.query("SELECT box FROM key_officer WHERE officer = ?", (judge.id,))
    assert [row["box"] for row in rows] == [None]
    assert [held.id for held in session.officers] == [clerk.id]


def test_a_new_key_takes_the_seal_with_it_whose_share_the_old_one_opened(sign_in, judge, clerk, randomness):
    session = sign_in(judge)
    store_seal_key(session.database, "one", bytes(32), (judge.id, clerk.id), randomness)
    store_seal_key(session.database, "other", bytes(32), (clerk.id, "president-1"), randomness)
    session.enrol_anew(judge.id, judge.name, judge.role, bytes(32), judge.pin)
    assert seals(session.database) == ["other"]


def test_who_signed_in_is_in_the_audit_and_cannot_be_taken_out(sign_in, judge, clerk):
    from app.storage.database import SqlError

    session = sign_in(judge)
    session.join(clerk.id, clerk.passphrase)
    assert [event["officer"] for event in events(session.database)][-2:] == ["judge-1", "clerk-1"]
    for statement in ("DELETE FROM key_event", "UPDATE key_event SET officer = 'nobody'"):
        with pytest.raises(SqlError):
            session.database.execute(statement)


def test_a_profile_is_provisioned_whole_or_not_at_all(tmp_path, clock, randomness, judge, monkeypatch):
    target = tmp_path / "new"

    def full(*_):
        raise NotPossibleNow("disk_full")

    monkeypatch.setattr("app.keys.provision.slots_file.write", full)
    with pytest.raises(NotPossibleNow, match="disk_full"):
        provision(target, [judge], clock, randomness, court_escrow=None, practice=True)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    provision(target, [judge], clock, randomness, court_escrow=None, practice=True).lock()
    with pytest.raises(NotPossibleNow, match="profile_exists"):
        provision(target, [judge], clock, randomness, court_escrow=None, practice=True)


def test_outside_practice_a_profile_needs_the_court_s_escrow_and_its_cost(tmp_path, clock, randomness, judge):
    with pytest.raises(NeedsCorrection, match="escrow_missing"):
        provision(tmp_path / "a", [judge], clock, randomness, court_escrow=None)
    with pytest.raises(NotPossibleNow, match="kdf_cost_too_low"):
        provision(tmp_path / "b", [judge], clock, randomness, court_escrow=bytes([9]) + bytes(31), cost=PRACTICE_COST)
    assert list(tmp_path.iterdir()) == []


def test_a_real_profile_signs_in_at_the_court_s_cost(tmp_path, clock, judge, escrow):
    session = provision(tmp_path / "real", [judge], clock, os.urandom, court_escrow=escrow[0])
    session.confirm_pin(judge.pin)
    session.lock()
    assert not slots_file.read(tmp_path / "real").practice
    assert slots_file.read(tmp_path / "real").slots[0].cost == COURT_COST
