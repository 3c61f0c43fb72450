"""One act is one transaction: journal and tables, whole or not at all, whoever sits at the desk."""

from __future__ import annotations

import pytest

from app.cases import service as cases
from app.errors import Disputed, NeedsCorrection, NotPossibleNow
from app.journal.devices import known_devices
from app.journal.disputes import anomalies, open_disputes
from app.journal.entry import Happening, make_entry
from app.tell import JournalTeller
from support.village import CLERK, JUDGE, a_case, hand_over, told_rows

TRIP = {"date": "2026-03-20", "vehicle": "流动车", "stops": ["梧桐村"]}


def trips(desk):
    return [row["record"] for row in desk.database.query("SELECT record FROM trip ORDER BY record")]


def entry_from(desk, sequence, previous, *, shape=1, **changes):
    told = {
        "act": "trip.departed",
        "record": "trip-1",
        "fields": TRIP,
        "bases": {},
        "case": "court",
        "compartment": "main",
        "officer": "judge-1",
        "claimed_at": "2026-03-20T09:00:00+08:00",
        "boot": "boot-1",
        "monotonic_ms": 1,
        "head_seen": None,
        "group": None,
    }
    return make_entry(Happening(**{**told, **changes}), desk.device, sequence, previous, bytes(16), shape)


def after(desk, count=1, **changes):
    """So many entries that follow what the desk's device wrote so far, without the desk knowing them."""
    sequence, previous = desk.journal.head(desk.device.device_id)
    made = []
    for _ in range(count):
        sequence += 1
        made.append(entry_from(desk, sequence, previous, **changes))
        previous = made[-1].name
    return made


def test_an_act_is_an_entry_and_a_row_at_once(desk):
    before = desk.journal.count()
    desk.record("trip.departed", "trip-1", TRIP)
    assert desk.journal.count() == before + 1
    assert trips(desk) == ["trip-1"]
    (entry,) = desk.journal.of_record("trip-1")
    assert (entry.act, entry.fields, entry.officer, entry.group) == ("trip.departed", TRIP, CLERK.id, None)
    assert entry.claimed_at == "2026-03-20T09:30:00+08:00"


def test_a_field_told_anew_names_the_entry_it_replaces_and_only_that(desk):
    desk.record("trip.departed", "trip-1", TRIP)
    desk.record("trip.departed", "trip-1", {"vehicle": "摩托艇"})
    first, second = desk.journal.of_record("trip-1")
    assert first.bases == {}
    assert second.bases == {"vehicle": [first.name]}
    assert desk.fields_of("trip-1") == TRIP | {"vehicle": "摩托艇"}


def test_a_group_is_written_together_with_its_indices(desk):
    with desk.together():
        for number in range(3):
            desk.record("trip.departed", f"trip-{number}", TRIP)
        assert trips(desk) == []
    groups = [desk.journal.of_record(f"trip-{number}")[0].group for number in range(3)]
    assert [(group.index, group.size) for group in groups] == [(0, 3), (1, 3), (2, 3)]
    assert len({group.id for group in groups}) == 1


def test_a_group_inside_a_group_is_one_group(desk):
    with desk.together():
        desk.record("trip.departed", "trip-1", TRIP)
        with desk.together():
            desk.record("trip.departed", "trip-2", TRIP)
    assert [desk.journal.of_record(f"trip-{n}")[0].group.size for n in (1, 2)] == [2, 2]


def test_a_group_that_breaks_off_leaves_nothing(desk):
    before, rows = desk.journal.count(), told_rows(desk.database)
    with pytest.raises(NeedsCorrection), desk.together():
        desk.record("trip.departed", "trip-1", TRIP)
        raise NeedsCorrection("field_missing")
    assert desk.journal.count() == before
    assert told_rows(desk.database) == rows
    desk.record("trip.departed", "trip-2", TRIP)
    assert trips(desk) == ["trip-2"]


def test_an_act_that_no_table_can_hold_is_a_bug_and_leaves_nothing(desk):
    before = desk.journal.count()
    with pytest.raises(KeyError), desk.together():
        desk.record("trip.departed", "trip-1", TRIP)
        desk.record("trip.departed", "trip-2", {"stops": []})
    assert desk.journal.count() == before
    assert trips(desk) == []


def test_judge_and_clerk_share_the_group_that_is_open(desk):
    judge = desk.acting_as(JUDGE)
    with desk.together():
        desk.record("trip.departed", "trip-1", TRIP)
        judge.record("trip.departed", "trip-2", TRIP)
        desk.acting_as(JUDGE).record("trip.departed", "trip-3", TRIP)
        assert trips(desk) == []
    entries = [desk.journal.of_record(f"trip-{n}")[0] for n in (1, 2, 3)]
    assert [entry.officer for entry in entries] == [CLERK.id, JUDGE.id, JUDGE.id]
    assert [entry.group.size for entry in entries] == [3, 3, 3]


def test_an_officer_who_sat_down_inside_a_group_still_writes_after_it(desk):
    with desk.together():
        judge = desk.acting_as(JUDGE)
        judge.record("trip.departed", "trip-1", TRIP)
    judge.record("trip.departed", "trip-2", TRIP)
    assert trips(desk) == ["trip-1", "trip-2"]


def test_what_follows_a_commit_sees_exactly_what_was_written(desk):
    seen = []
    desk.after_commit.append(lambda entries: seen.append([entry.record for entry in entries]))
    with desk.together():
        desk.record("trip.departed", "trip-1", TRIP)
        desk.record("trip.departed", "trip-2", TRIP)
    desk.acting_as(JUDGE).record("trip.departed", "trip-3", TRIP)
    with pytest.raises(KeyError):
        desk.record("trip.departed", "trip-4", {})
    assert seen == [["trip-1", "trip-2"], ["trip-3"]]


def test_a_role_is_asked_for_by_name(desk):
    desk.require_role("judge", "clerk")
    with pytest.raises(NeedsCorrection) as refused:
        desk.require_role("judge", "president")
    assert refused.value.code == "role_not_permitted"
    assert refused.value.details == {"role": "clerk", "needs": ["judge", "president"]}


def test_two_devices_never_choose_the_same_id(desk, other):
    assert desk.new_id("case") != other.new_id("case")
    assert len(desk.new_id("case")) == len("case-") + 20


# --- What comes from elsewhere


def test_received_entries_are_told_and_given_back_once(desk, other):
    desk.record("trip.departed", "trip-1", TRIP)
    entries = desk.journal.of_device(desk.device.device_id)
    assert other.receive(entries) == entries
    assert other.receive(entries) == []
    assert trips(other) == ["trip-1"]


def test_a_later_part_of_a_record_waits_for_its_beginning(desk, other):
    case = a_case(desk, procedure=None)
    desk.record("case.hearing_set", case, {"next_hearing": "2026-04-08T09:30:00+08:00"}, case=case)
    entries = desk.journal.of_device(desk.device.device_id)
    other.receive(entries[-1:])
    assert other.database.query("SELECT * FROM case_file") == []
    assert anomalies(other.database) == []
    other.receive(entries)
    hand_over(other, desk)
    assert told_rows(other.database) == told_rows(desk.database)


def test_an_entry_whose_base_is_missing_waits_and_is_passed_on(desk, other):
    desk.record("trip.departed", "trip-1", TRIP)
    desk.record("trip.departed", "trip-1", {"vehicle": "摩托艇"})
    first, second = desk.journal.of_record("trip-1")
    other.receive([second])
    assert trips(other) == []
    assert other.told("trip-1").waiting == (second,)
    assert other.journal.of_device(desk.device.device_id) == [second]
    other.receive([first])
    assert other.fields_of("trip-1")["vehicle"] == "摩托艇"
    assert other.told("trip-1").waiting == ()


@pytest.mark.parametrize("fields", [{}, {"date": {}}, {"date": ["x"]}, {"date": None}])
def test_a_well_signed_entry_that_no_table_can_hold_is_taken_and_shown(desk, other, fields):
    (strange,) = after(desk, fields=fields)
    assert other.receive([strange]) == [strange]
    assert trips(other) == []
    assert anomalies(other.database) == [{"record": "trip-1", "case_id": "court", "feature": "circuit"}]
    rows = told_rows(other.database)
    JournalTeller().retell_all(other.database)
    assert told_rows(other.database) == rows


@pytest.mark.parametrize("act", ["trip.departed", "trip.flew", "balloon.rose"])
def test_an_entry_of_an_unknown_shape_is_kept_shown_and_makes_its_record_read_only(desk, other, act):
    desk.record("trip.departed", "trip-1", TRIP)
    hand_over(desk, other)
    (newer,) = after(desk, act=act, shape=2, fields={"date": "2031-01-01"})
    other.receive([newer])
    assert other.fields_of("trip-1") == TRIP
    assert other.journal.get(newer.name).body == newer.body
    assert [row["record"] for row in anomalies(other.database)] == ["trip-1"]
    with pytest.raises(NotPossibleNow) as refused:
        other.record("trip.departed", "trip-1", {"vehicle": "摩托艇"})
    assert refused.value.code == "needs_newer_program"
    other.record("trip.departed", "trip-2", TRIP)
    rows = told_rows(other.database)
    JournalTeller().retell_all(other.database)
    assert told_rows(other.database) == rows


def test_a_record_known_only_in_an_unknown_shape_is_shown_too(desk, other):
    (newer,) = after(desk, act="balloon.rose", record="balloon-1", shape=2)
    other.receive([newer])
    rows = told_rows(other.database)
    assert anomalies(other.database) == [{"record": "balloon-1", "case_id": "court", "feature": None}]
    JournalTeller().retell_all(other.database)
    assert told_rows(other.database) == rows


def test_a_body_that_is_no_json_in_an_unknown_shape_is_kept_and_shown(desk, other):
    import hashlib

    from app.journal.entry import SIGNED_PREFIX, Entry, rfc8785

    sequence, previous = desk.journal.head(desk.device.device_id)
    body = b"\xff\xfe no json at all"
    header = rfc8785.dumps(
        {
            "body": hashlib.sha256(body).hexdigest(),
            "case": "case-9",
            "compartment": "main",
            "device": desk.device.device_id,
            "previous": previous,
            "sequence": sequence + 1,
            "shape": 9,
        }
    )
    strange = Entry(hashlib.sha256(header).hexdigest(), header, desk.device.sign(SIGNED_PREFIX + header), body)
    assert other.receive([strange]) == [strange]
    assert [row["case_id"] for row in anomalies(other.database)] == ["case-9"]
    assert other.journal.verify(known_devices(other.database)).holds


# --- Where two laptops disagree


@pytest.fixture
def disputed(desk, other):
    """Both laptops changed the same party's telephone number, neither knowing of the other; gives the record."""
    case = a_case(desk)
    hand_over(desk, other)
    (party,) = [p for p in desk.journal.records("party") if desk.fields_of(p)["key"] == "plaintiff"]
    desk.record("party.corrected", party, {"phone": "13900000011"}, case=case)
    other.record("party.corrected", party, {"phone": "13900000022", "occupation": "瓦工"}, case=case)
    hand_over(desk, other)
    hand_over(other, desk)
    return party


def test_the_same_field_changed_on_two_laptops_is_a_dispute_on_both(desk, other, disputed):
    for laptop in (desk, other):
        (rival,) = laptop.told(disputed).rivals
        assert rival.field == "phone"
        assert sorted(rival.values) == ["13900000011", "13900000022"]
        (row,) = open_disputes(laptop.database)
        assert sorted(row["choices"]) == ["13900000011", "13900000022"]
        with pytest.raises(Disputed) as refused:
            laptop.refuse_if_disputed(disputed)
        assert refused.value.code == "values_differ"
    assert told_rows(desk.database) == told_rows(other.database)


def test_a_field_in_dispute_is_picked_before_it_is_corrected(desk, other, disputed):
    case = desk.told(disputed).case
    with pytest.raises(Disputed, match="values_differ"):
        cases.correct_party(desk, case, "plaintiff", {"phone": "13900000033"})
    cases.correct_party(desk, case, "plaintiff", {"occupation": "木工"})
    desk.decide(disputed, "phone", "13900000022")
    cases.correct_party(desk, case, "plaintiff", {"phone": "13900000033"})
    hand_over(desk, other)
    assert open_disputes(other.database) == []
    assert other.fields_of(disputed)["phone"] == "13900000033"


def test_different_fields_changed_on_two_laptops_are_both_kept(desk, other, disputed):
    assert desk.fields_of(disputed)["occupation"] == "瓦工"
    desk.refuse_if_disputed(disputed, "occupation", "name")


def test_the_value_that_the_court_received_first_stands_meanwhile(desk, other, disputed):
    late, early = (laptop.journal.of_device(laptop.device.device_id)[-1] for laptop in (desk, other))
    for laptop in (desk, other):
        laptop.placed({late.name: 900, early.name: 899})
        assert laptop.fields_of(disputed)["phone"] == early.fields["phone"]
        assert laptop.told(disputed).rivals
    assert told_rows(desk.database) == told_rows(other.database)


def test_a_pick_ends_the_dispute_everywhere(desk, other, disputed):
    other.decide(disputed, "phone", "13900000011")
    hand_over(other, desk)
    for laptop in (desk, other):
        assert laptop.fields_of(disputed)["phone"] == "13900000011"
        assert open_disputes(laptop.database) == []
    pick = desk.journal.of_record(disputed)[-1]
    assert pick.act == "dispute.decided"
    assert len(pick.bases["phone"]) == 2


def test_two_different_picks_are_a_new_dispute(desk, other, disputed):
    desk.decide(disputed, "phone", "13900000011")
    other.decide(disputed, "phone", "13900000022")
    hand_over(desk, other)
    hand_over(other, desk)
    for laptop in (desk, other):
        (rival,) = laptop.told(disputed).rivals
        assert sorted(rival.values) == ["13900000011", "13900000022"]
    assert told_rows(desk.database) == told_rows(other.database)
    desk.decide(disputed, "phone", "13900000022")
    hand_over(desk, other)
    assert open_disputes(other.database) == []


def test_the_same_pick_on_two_laptops_is_no_dispute(desk, other, disputed):
    for laptop in (desk, other):
        laptop.decide(disputed, "phone", "13900000022")
    hand_over(desk, other)
    assert open_disputes(other.database) == []
    assert other.fields_of(disputed)["phone"] == "13900000022"


def test_equal_values_are_never_a_dispute(desk, other):
    case = a_case(desk)
    hand_over(desk, other)
    for laptop in (desk, other):
        laptop.record("case.hearing_set", case, {"next_hearing": "2026-04-08T09:30:00+08:00"}, case=case)
    hand_over(desk, other)
    hand_over(other, desk)
    assert open_disputes(desk.database) == open_disputes(other.database) == []


def test_only_a_value_that_stands_in_the_dispute_can_be_picked(desk, disputed):
    for field, value, code in (
        ("phone", "13900000099", "not_one_of_the_values"),
        ("name", "王五", "nothing_to_decide"),
    ):
        with pytest.raises(NeedsCorrection) as refused:
            desk.decide(disputed, field, value)
        assert refused.value.code == code
