"""The database key opens with the right passphrase or two escrow shares, and with nothing that was changed."""

from __future__ import annotations

import base64
import itertools
import json

import pytest

from app.errors import NeedsCorrection, NotPossibleNow
from app.keys import slots_file
from app.keys.derive import COURT_COST, PRACTICE_COST, Cost
from app.keys.slots import WithEscrowShares, WithPassphrase, open_slot, passphrase_slot
from app.keys.slots_file import officers_of

KEY = bytes(range(32))
STRONG = "山路 十八弯 案卷 在背上"


def edit(profile, change):
    """Somebody with an editor changes slots.json."""
    path = profile / slots_file.NAME
    held = json.loads(path.read_text(encoding="utf-8"))
    change(held)
    path.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")


def test_each_officer_s_passphrase_opens_the_same_key(profile, clock, judge, clerk):
    keys = {open_slot(profile, WithPassphrase(officer.id, officer.passphrase), clock).key for officer in (judge, clerk)}
    assert len(keys) == 1 and len(keys.pop()) == 32


def test_who_can_sign_in_is_known_before_anybody_has(profile):
    assert officers_of(profile) == [
        ("judge-1", "林正和"),
        ("clerk-1", "周小满"),
        ("president-1", "何院长"),
    ]


def test_a_passphrase_typed_with_another_input_method_is_the_same(profile, clock, tmp_path, randomness):
    composed, decomposed = "caf\u00e9 " + STRONG, "cafe\u0301 " + STRONG
    slot, _ = passphrase_slot("a", "甲", composed, KEY, PRACTICE_COST, randomness, practice=True)
    slots_file.write(tmp_path, slots_file.SlotsFile(True, (slot,)))
    assert open_slot(tmp_path, WithPassphrase("a", decomposed), clock).key == KEY


def test_an_unknown_officer_is_refused_by_code(profile, clock):
    with pytest.raises(NeedsCorrection, match="no_such_officer"):
        open_slot(profile, WithPassphrase("nobody", "x"), clock)


def test_any_two_of_the_three_escrow_shares_open_the_key_and_one_does_not(profile, clock, judge, escrow):
    key = open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock).key
    _, shares = escrow
    for pair in itertools.permutations(shares, 2):
        assert open_slot(profile, WithEscrowShares(pair), clock).key == key
    assert open_slot(profile, WithEscrowShares(shares), clock).key == key
    with pytest.raises(NeedsCorrection, match="shares_do_not_match"):
        open_slot(profile, WithEscrowShares(shares[:1]), clock)


def test_shares_of_another_court_are_refused_by_code(profile, clock, escrow, randomness):
    from app.keys.recovery import new_escrow

    _, others = new_escrow(randomness)
    with pytest.raises(NeedsCorrection, match="shares_do_not_match"):
        open_slot(profile, WithEscrowShares((escrow[1][0], others[1])), clock)


def spoil_box(held):
    box = bytearray(base64.b64decode(held["slots"][0]["box"]))
    box[-1] ^= 1
    held["slots"][0]["box"] = base64.b64encode(bytes(box)).decode()


def swap_boxes(held):
    first, second = held["slots"][:2]
    first["box"], second["box"] = second["box"], first["box"]


@pytest.mark.parametrize(
    "change",
    [
        spoil_box,
        swap_boxes,
        lambda held: held["slots"][0]["metadata"].update(name="别人"),
        lambda held: held["slots"][0].update(id="00"),
        lambda held: held["slots"][0]["metadata"].pop("kdf"),
        lambda held: held["slots"][0]["metadata"].update(check="!"),
        lambda held: held.pop("practice"),
        lambda held: held["slots"][0]["metadata"]["kdf"].update(memory_kib=1 << 40),
    ],
)
def test_a_changed_slot_is_refused_as_damaged_even_with_the_right_passphrase(profile, clock, judge, change):
    edit(profile, change)
    with pytest.raises(NotPossibleNow, match="slot_damaged"):
        open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock)


def test_a_practice_profile_renamed_to_a_real_one_does_not_open(profile, clock, judge):
    edit(profile, lambda held: held.update(practice=False))
    with pytest.raises(NotPossibleNow, match="kdf_cost_too_low"):
        open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock)


def test_a_slots_file_that_is_no_json_is_damaged_and_a_missing_one_is_no_profile(tmp_path):
    with pytest.raises(NotPossibleNow, match="no_profile"):
        slots_file.read(tmp_path)
    (tmp_path / "slots.json").write_bytes(b'{"format": 1')
    with pytest.raises(NotPossibleNow, match="slot_damaged"):
        slots_file.read(tmp_path)


def test_a_slots_file_of_a_newer_program_is_named_so(profile):
    edit(profile, lambda held: held.update(format=2))
    with pytest.raises(NotPossibleNow, match="newer_slots"):
        slots_file.read(profile)


def test_outside_practice_a_cheap_cost_and_a_weak_passphrase_are_refused(randomness):
    with pytest.raises(NotPossibleNow, match="kdf_cost_too_low"):
        passphrase_slot("a", "甲", STRONG, KEY, PRACTICE_COST, randomness, practice=False)
    with pytest.raises(NotPossibleNow, match="kdf_cost_too_low"):
        passphrase_slot("a", "甲", STRONG, KEY, Cost(4, 1024, 1), randomness, practice=False)
    with pytest.raises(NeedsCorrection, match="passphrase_too_weak"):
        passphrase_slot("a", "甲", "12345678", KEY, COURT_COST, randomness, practice=False)


def test_a_real_slot_records_its_court_cost_and_opens(tmp_path, clock, randomness):
    slot, _ = passphrase_slot("a", "甲", STRONG, KEY, COURT_COST, randomness, practice=False)
    slots_file.write(tmp_path, slots_file.SlotsFile(False, (slot,)))
    held = json.loads((tmp_path / "slots.json").read_text(encoding="utf-8"))
    assert held["slots"][0]["metadata"]["kdf"]["memory_kib"] == 262144
    assert held["slots"][0]["metadata"]["kdf"]["passes"] == 4
    assert open_slot(tmp_path, WithPassphrase("a", STRONG), clock).key == KEY


def test_the_key_itself_is_nowhere_in_the_file(profile, clock, judge):
    key = open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock).key
    raw = (profile / "slots.json").read_bytes()
    assert key.hex().encode() not in raw and base64.b64encode(key) not in raw


def test_a_half_written_slots_file_leaves_the_one_before_it_good(profile, clock, judge):
    (profile / "slots.json.new").write_bytes(b'{"format": 1, "slo')
    assert open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock).key
    assert not (profile / "slots.json.new").exists()


def test_a_try_that_cannot_be_counted_is_not_taken(profile, clock, judge):
    before = (profile / "slots.json").read_bytes()
    # A folder in the place of the temporary file: the count cannot be written.
    (profile / "slots.json.new").mkdir()
    with pytest.raises(OSError):
        open_slot(profile, WithPassphrase(judge.id, judge.passphrase), clock)
    assert (profile / "slots.json").read_bytes() == before
