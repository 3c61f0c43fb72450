"""Entries of several laptops, delivered in any order and in any parts, come to the same tables and the same rivals."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cases import service as cases
from app.fees import service as fees
from app.hearings import service as hearings
from app.journal.disputes import open_disputes
from app.journal.entry import Entry
from app.service import service as services
from app.tell import JournalTeller
from support.village import a_case, as_judge, hand_over, know_each_other, new_desk, search_hits, told_rows

LAPTOPS = 3


@pytest.fixture(scope="module")
def history(tmp_path_factory):
    """A case on three laptops that met now and then: edits, a hearing, disputes, picks; its entries."""
    desks = [new_desk(tmp_path_factory.mktemp(f"laptop-{n}"), n) for n in range(1, LAPTOPS + 1)]
    know_each_other(*desks)
    first, second, third = desks
    case = a_case(first)
    hand_over(first, second)
    hand_over(first, third)
    # Nobody knows of the others here: the same fields, other fields, fields told for the first time.
    first.record("party.corrected", _party(first, "plaintiff"), {"phone": "13911111111"}, case=case)
    second.record("party.corrected", _party(first, "plaintiff"), {"phone": "13922222222", "sex": "男"}, case=case)
    third.record("party.corrected", _party(first, "plaintiff"), {"phone": "13911111111"}, case=case)
    for desk, electronic in ((second, True), (third, False)):
        address = {"address": "梧桐村12号", "electronic": electronic, "by": "短信", "to": "13900000001"}
        cases.confirm_service_address(desk, case, "plaintiff", address)
    third.record("case.hearing_set", case, {"next_hearing": "2026-04-08T09:30:00+08:00"}, case=case)
    sitting = hearings.open_sitting(first, case, opened_at="2026-03-20T09:40:00+08:00", place="村委会")
    hearings.end_turn(first, sitting, "judge", "现在开庭。")
    turn = hearings.end_turn(first, sitting, "plaintiff", "到了。")
    hearings.correct_turn(first, turn, "到庭。", "plaintiff")
    hand_over(first, second)
    hearings.attach_sound(second, sitting, ["attachment-1"])
    hearings.close_sitting(first, sitting, "2026-03-20T10:30:00+08:00")
    fees.take_payment(second, case, payer="plaintiff", amount="100.00", how="bank", at="2026-03-20T10:31:00+08:00")
    fees.decide_relief(
        third,
        case,
        kind="deferral",
        reason="法律援助",
        article="费用47(三)",
        applied_at="2026-03-20T10:00:00+08:00",
        approved_by="chief-1",
        approved_at="2026-03-20T10:05:00+08:00",
    )
    first.record(
        "service.queued",
        "service-1",
        {"papers": [], "documents": ["summons"], "to": "plaintiff", "how": "electronic", "at": None, "queued_at": "x"},
        case=case,
    )
    hand_over(second, first)
    hand_over(first, second)
    hand_over(first, third)
    # Two of them pick, differently, and the third picks last, knowing both.
    first.decide(_party(first, "plaintiff"), "phone", "13911111111")
    second.decide(_party(first, "plaintiff"), "phone", "13922222222")
    services.note_sent(second, "service-1", at="2026-03-20T18:00:00+08:00")
    cases.close_case(as_judge(first), case, "withdrawn", "2026-03-20")
    cases.close_case(as_judge(third), case, "judged", "2026-03-20")
    entries = [entry for desk in desks for entry in desk.journal.of_device(desk.device.device_id)]
    yield case, entries, {desk.device.device_id: desk.device.public for desk in desks}
    for desk in desks:
        desk.database.close()


def _party(desk, key):
    return next(p for p in desk.journal.records("party") if desk.fields_of(p).get("key") == key)


@pytest.fixture(scope="module")
def outcome(history, tmp_path_factory):
    """What the entries come to when they are delivered all at once, in order."""
    _, entries, keys = history
    desk = _reader(tmp_path_factory.mktemp("reader"), keys)
    desk.receive(entries)
    yield told_rows(desk.database), open_disputes(desk.database)
    desk.database.close()


def _reader(folder, keys):
    from app.journal.devices import add_devices

    desk = new_desk(folder, 9, lease=False)
    add_devices(desk.database, keys)
    return desk


def test_the_history_holds_what_it_is_for(outcome):
    rows, disputes = outcome
    assert {dispute["field"] for dispute in disputes} == {"phone", "service_address", "closed"}
    assert len(rows["turn"]) == 2
    assert len(rows["sitting"]) == len(rows["fee_payment"]) == len(rows["case_file"]) == 1
    assert rows["untold"] == rows["needs_newer"] == []


@settings(max_examples=8)
@given(seed=st.integers(0, 2**32), parts=st.integers(1, 12), again=st.booleans())
def test_any_order_of_arrival_gives_the_same_tables(history, outcome, tmp_path_factory, seed, parts, again):
    case, entries, keys = history
    chance = random.Random(seed)
    shuffled: list[Entry] = chance.sample(entries, len(entries))
    desk = _reader(tmp_path_factory.mktemp("reader"), keys)
    try:
        size = max(1, len(shuffled) // parts)
        for start in range(0, len(shuffled), size):
            desk.receive(shuffled[start : start + size])
            if again:
                desk.receive(chance.sample(shuffled, 5))
        assert told_rows(desk.database) == outcome[0]
        assert open_disputes(desk.database) == outcome[1]
        assert search_hits(desk.database, "张𬱖") == {case}
        JournalTeller().retell_all(desk.database)
        assert told_rows(desk.database) == outcome[0]
        assert desk.journal.verify(keys).holds
    finally:
        desk.database.close()


@settings(max_examples=3)
@given(seed=st.integers(0, 2**32))
def test_places_in_the_courts_log_decide_alike_whenever_they_become_known(history, tmp_path_factory, seed):
    _, entries, keys = history
    chance = random.Random(seed)
    places = {entry.name: 50 + index for index, entry in enumerate(chance.sample(entries, len(entries)))}
    told = []
    for when in ("before", "after", "between"):
        desk = _reader(tmp_path_factory.mktemp(when), keys)
        shuffled = chance.sample(entries, len(entries))
        half = len(shuffled) // 2
        if when == "between":
            desk.receive(shuffled[:half])
            desk.placed({entry.name: places[entry.name] for entry in shuffled[:half]})
            desk.receive(shuffled[half:])
            desk.placed({entry.name: places[entry.name] for entry in shuffled[half:]})
        elif when == "before":
            for entry in shuffled:
                desk.receive([entry])
                desk.placed({entry.name: places[entry.name]})
        else:
            desk.receive(shuffled)
            desk.placed(places)
        told.append((told_rows(desk.database), open_disputes(desk.database)))
        desk.database.close()
    assert told[0] == told[1] == told[2]


def test_a_record_told_one_entry_at_a_time_never_breaks_a_table(history, tmp_path):
    _, entries, keys = history
    desk = _reader(tmp_path, keys)
    try:
        for entry in reversed(entries):
            desk.receive([entry])
        assert desk.database.query("PRAGMA integrity_check")[0]["integrity_check"] == "ok"
    finally:
        desk.database.close()
