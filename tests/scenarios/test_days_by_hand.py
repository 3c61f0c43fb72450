"""Whole days of other courts, seasons and ways, each act reckoned by hand from the statute in its ``reckoning``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.hearings.store import sittings_of, turns_of
from app.signing.store import signatures_of
from support.small_days import SmallDay
from support.village import DAY_FOLDER

DAYS = sorted((Path(__file__).parent / "days").glob("*.json"))


@pytest.fixture(scope="module", params=DAYS, ids=[file.stem for file in DAYS])
def by_hand(request, tmp_path_factory):
    """The day as it was told, the laptop that carried it through its cuts, and what came out."""
    day = json.loads(request.param.read_text(encoding="utf-8"))
    small = SmallDay(day, DAY_FOLDER, tmp_path_factory.mktemp(request.param.stem))
    try:
        yield day, small, small.carry()
    finally:
        small.close()


def test_everything_that_was_reckoned_by_hand_came_out(by_hand):
    day, _, outcome = by_hand
    for act in day["acts"]:
        case = outcome.result["cases"].get(act["key"], {})
        expected = act.get("expect", {})
        assert {name: case.get(name, "absent") for name in expected} == expected, (act["key"], act.get("reckoning"))
    numbers = {key: case["case_number"] for key, case in outcome.result["cases"].items()}
    assert numbers | day["expect"].get("case_numbers", {}) == numbers
    assert outcome.result["day"]["cash_total"] == day["expect"].get("cash_total", "0.00")


def test_every_cut_came_as_often_as_it_was_named_and_took_no_word(by_hand):
    day, small, outcome = by_hand
    assert sorted(small.cuts) == sorted(day["interruptions"])
    assert outcome.result["journal"]["verified"] is True
    for act in day["acts"]:
        if "filing" not in act:
            continue
        told = [turn["text"] for name in ("inquiry", "hearing") for turn in act.get(name, {}).get("turns", ())]
        case = outcome.run.acts[act["key"]].case
        sittings = sittings_of(outcome.desk.database, case.id)
        held = [turn.text for sitting in sittings for turn in turns_of(outcome.desk.database, sitting.record)]
        assert held == told, act["key"]


def test_everyone_on_a_panel_signs_its_judgment_and_its_record_in_a_box_of_his_own(by_hand):
    day, _, outcome = by_hand
    roles = {officer["id"]: officer["role"] for officer in day["officers"]}
    for act in day["acts"]:
        bench = {one["who"] for one in act.get("signing", ()) if roles.get(one["who"]) in ("judge", "assessor")}
        if act.get("procedure") != "ordinary" or len(bench) == 1 or "judgment" not in act:
            continue
        for paper in outcome.run.acts[act["key"]].papers():
            if paper.document.startswith(("civil_judgment", "hearing_record", "pronouncement_record")):
                signed = signatures_of(outcome.desk.database, paper.record)
                seats = {one.signer for one in signed if one.signer.startswith(("judge", "assessor"))}
                # 民诉150, 155: those who judged sign, each for himself.
                beside = {f"assessor:{n}" for n in range(1, len(bench))}
                assert seats == {"judge", *beside}, (act["key"], paper.document)


def test_only_a_seal_that_is_not_there_and_who_decided_by_telephone_are_waited_for(by_hand):
    day, _, outcome = by_hand
    for act in day["acts"]:
        if "filing" not in act:
            continue
        absent = day["court"]["seal_mode"] == "pending" or not act.get("signing")
        allowed = {"chief", "president"} | ({"seal"} if absent else set())
        for paper in outcome.case(act["key"])["documents"]:
            assert set(paper["waiting_for"]) <= allowed, (act["key"], paper)


def test_each_act_has_the_papers_that_the_file_serves_and_one_certificate_for_each_handing_over(by_hand):
    day, _, outcome = by_hand
    for act in day["acts"]:
        handed = {
            (one["to"], one["how"], one.get("at") or one.get("queued_at"))
            for one in act.get("service", ())
            if one["how"] != "public"
        }
        if handed:
            assert outcome.names(act["key"]).count("certificate_of_service") == len(handed), act["key"]
        for one in act.get("service", ()):
            names = outcome.names(act["key"])
            assert one["document"] in names or any(name.startswith(one["document"]) for name in names)
