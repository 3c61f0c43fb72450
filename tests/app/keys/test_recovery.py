"""A forgotten passphrase: two approvals at the laptop, or two escrow shares at the court; the old key is revoked."""

from __future__ import annotations

import pytest

from app.errors import NeedsCorrection, NotPossibleNow
from app.keys.events import events
from app.keys.recovery import ByCourtCode, ByOfficer, give_new_passphrase, open_with_escrow
from app.keys.recovery_code import new_code

NEW, PIN = "忘了 旧的 便 另立 一句新口令", "730518"


def test_another_officer_and_the_court_s_code_give_a_new_passphrase_and_key(sign_in, judge, clerk, court_code):
    old = sign_in(judge)
    former = old.officer.public
    old.lock()
    session = sign_in(clerk)
    record = give_new_passphrase(
        session, judge.id, NEW, PIN, [ByOfficer(clerk.id, clerk.pin), ByCourtCode(court_code.lower())]
    )
    assert record.public != former and record.generation == 2
    states = session.database.query(
        "SELECT state, box IS NULL AS gone FROM key_officer WHERE officer = ? ORDER BY generation", (judge.id,)
    )
    assert states == [{"state": "revoked", "gone": 1}, {"state": "active", "gone": 0}]
    last = events(session.database)[-1]
    assert (last["what"], last["officer"], last["with_whom"]) == ("passphrase_reset", judge.id, "clerk-1,court_code")
    session.lock()
    with pytest.raises(NeedsCorrection, match="wrong_passphrase"):
        sign_in(judge)
    sign_in(judge, NEW).release_signing_key(PIN)


def test_an_officer_and_the_president_are_two_but_two_of_a_kind_are_not(sign_in, judge, clerk, president, court_code):
    session = sign_in(clerk)
    session.join(president.id, president.passphrase)
    by_clerk, by_president = ByOfficer(clerk.id, clerk.pin), ByOfficer(president.id, president.pin)
    for too_few in ([], [by_clerk], [by_clerk, by_clerk], [ByCourtCode(court_code)] * 2):
        with pytest.raises(NeedsCorrection, match="two_approvals_needed"):
            give_new_passphrase(session, judge.id, NEW, PIN, too_few)
    assert give_new_passphrase(session, judge.id, NEW, PIN, [by_clerk, by_president]).generation == 2


def test_nobody_approves_for_themselves_or_without_being_there(sign_in, judge, clerk, court_code):
    session = sign_in(clerk)
    with pytest.raises(NeedsCorrection, match="two_approvals_needed"):
        own = [ByOfficer(clerk.id, clerk.pin), ByCourtCode(court_code)]
        give_new_passphrase(session, clerk.id, NEW, PIN, own)
    with pytest.raises(NeedsCorrection, match="officer_not_signed_in"):
        absent = [ByOfficer("president-1", "903142"), ByCourtCode(court_code)]
        give_new_passphrase(session, judge.id, NEW, PIN, absent)


def test_a_wrong_court_code_or_pin_changes_nothing_and_a_right_code_is_good_once(sign_in, judge, clerk, court_code):
    session = sign_in(clerk)
    by_clerk = ByOfficer(clerk.id, clerk.pin)
    with pytest.raises(NeedsCorrection, match="wrong_court_code"):
        give_new_passphrase(session, judge.id, NEW, PIN, [by_clerk, ByCourtCode("AAAAA")])
    with pytest.raises(NeedsCorrection, match="wrong_pin"):
        give_new_passphrase(session, judge.id, NEW, PIN, [ByOfficer(clerk.id, "111112"), ByCourtCode(court_code)])
    sign_in(judge).lock()
    give_new_passphrase(session, judge.id, NEW, PIN, [by_clerk, ByCourtCode(court_code)])
    with pytest.raises(NotPossibleNow, match="key_missing"):
        give_new_passphrase(session, judge.id, NEW, PIN, [by_clerk, ByCourtCode(court_code)])


def test_two_of_three_escrow_shares_sign_in_a_lost_officer_s_successor(profile, clock, randomness, escrow, judge):
    with pytest.raises(NeedsCorrection, match="shares_do_not_match"):
        open_with_escrow(profile, escrow[1][:1], ("judge-2", "新法官", "judge"), NEW, PIN, clock, randomness)
    session = open_with_escrow(profile, escrow[1][1:], ("judge-2", "新法官", "judge"), NEW, PIN, clock, randomness)
    assert session.officer.name == "新法官"
    session.confirm_pin(PIN)
    noted = [(e["what"], e["with_whom"]) for e in events(session.database)]
    assert ("opened_with_escrow", "shares 2,3") in noted
    session.lock()


def test_a_court_code_is_a_hundred_bits_without_letters_that_look_alike(randomness):
    code = new_code(randomness)
    assert len(code.replace("-", "")) == 20 and not set(code) & set("01IO")
