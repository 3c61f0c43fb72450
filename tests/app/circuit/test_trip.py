"""The trip, the services that open no case, and what is checked before leaving."""

from __future__ import annotations

import datetime

import pytest

from app.approvals.service import note_decision, request_approval, sign_for
from app.circuit import papers
from app.circuit import service as circuit
from app.circuit.store import circuit_services, last_trip
from app.desk import Officer
from app.keys.lease import begin_lease
from support.desks import code_of
from support.village import a_case, as_judge, new_desk

SERVED = {"kind": "法治宣传", "at": "2026-03-20T16:40:00+08:00", "place": "小口村", "people": 14, "summary": "普法"}


def test_a_trip_has_its_stops_in_order(desk):
    assert code_of(circuit.depart, desk, date="2026-03-20", vehicle="流动车", stops=[]) == "trip_has_no_stop"
    circuit.depart(desk, date="2026-03-20", vehicle="流动车", stops=["梧桐村", "槲林村"])
    trip = last_trip(desk.database)
    assert (trip["date"], trip["stops"]) == ("2026-03-20", ["梧桐村", "槲林村"])


@pytest.mark.parametrize("kind", circuit.KINDS)
def test_each_of_the_circuit_services_is_logged(desk, kind):
    circuit.log_service(desk, **{**SERVED, "kind": kind})
    (service,) = circuit_services(desk.database, "2026-03-20")
    assert (service["kind"], service["people"]) == (kind, 14)
    assert circuit_services(desk.database, "2026-03-21") == []
    sheet = papers.circuit_service_log(None, [service])
    assert sheet["rows"][0]["summary"] == "普法"


def test_a_service_of_no_kind_or_for_less_than_nobody_is_refused(desk):
    assert code_of(circuit.log_service, desk, **{**SERVED, "kind": "喝茶"}) == "unknown_choice"
    assert code_of(circuit.log_service, desk, **{**SERVED, "people": -1}) == "people_negative"
    assert circuit_services(desk.database) == []


def checks(desk, **told):
    found = circuit.check_departure(desk, today=datetime.date(2026, 3, 20), **{"free_bytes": 1 << 40, **told})
    return {(check.code, check.facts.get("type")): check.good for check in found}


def test_before_departure_cases_tables_numbers_disk_and_clock_are_looked_at(desk):
    assert checks(desk) == {
        ("cases_aboard", None): False,
        ("calendar", None): True,
        # The table that the program brings was seen last in October 2025.
        ("lpr", None): False,
        ("numbers_left", "民初"): True,
        ("numbers_left", "民特"): True,
        ("disk_space", None): True,
        ("clock", None): True,
    }
    for _ in range(8):
        a_case(desk, procedure=None)
    assert checks(desk)[("cases_aboard", None)] is True
    assert checks(desk, free_bytes=1)[("numbers_left", "民初")] is False
    assert checks(desk, free_bytes=1)[("disk_space", None)] is False


def test_a_laptop_without_any_block_is_not_ready(tmp_path):
    desk = new_desk(tmp_path / "bare", lease=False)
    try:
        assert checks(desk)[("numbers_left", None)] is False
    finally:
        desk.database.close()


def test_a_trip_into_a_year_without_a_holiday_notice_is_pointed_out(desk):
    # The notice of 2027 is not published; a trip of seven days from the 26th of December reaches that year.
    for start, good in ((datetime.date(2026, 12, 20), True), (datetime.date(2026, 12, 26), False)):
        found = circuit.check_departure(desk, today=start, free_bytes=1 << 40)
        assert next(check.good for check in found if check.code == "calendar") is good


def test_before_departure_the_lease_must_last_for_the_trip(desk):
    for days, good in ((7, True), (6, False)):
        begin_lease(desk.database, desk.clock, days)
        assert checks(desk)[("lease", None)] is good


def test_before_leaving_a_village_matters_put_to_the_chief_or_the_president_are_listed_until_signed_for(desk):
    case = a_case(desk)
    judge = as_judge(desk)
    fine = request_approval(
        judge,
        case,
        "fine",
        reason="哄闹法庭",
        article="民诉113",
        requested_at="2026-03-20T10:00:00+08:00",
        about={"person": "王某", "amount": "2000.00"},
    )

    def pending() -> object:
        return next(check.facts["approvals"] for check in circuit.check_leaving(desk)
                    if check.code == "approvals_pending")  # fmt: skip

    assert pending() == [fine]
    note_decision(desk, fine, granted=True, decided_by="president", decided_at="2026-03-20T10:10:00+08:00",
                  how="telephone", number="0533-0000000")  # fmt: skip
    assert pending() == [fine], "a word by telephone is still to be signed for"
    president = desk.acting_as(Officer("president", "韩立言", "president"))
    sign_for(president, fine, at="2026-03-20T18:00:00+08:00")
    assert pending() == []


def test_an_original_is_returned_by_name(desk):
    case = a_case(desk)
    (evidence,) = [entry.record for entry in desk.journal.of_case(case) if entry.act == "evidence.submitted"]
    circuit.return_original(desk, evidence, at="2026-03-20T17:00:00+08:00", to="plaintiff")
    assert desk.fields_of(evidence)["returned_to"] == "plaintiff"
    assert code_of(circuit.return_original, desk, "evidence-0", at="x", to="y") == "unknown_evidence"
