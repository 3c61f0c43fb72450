"""What is decided and corrected about a case as such."""

from __future__ import annotations

import pytest

from app.cases import service as cases
from app.cases.attendance import attendance, box_of, label_of, name_of
from app.cases.court import read_court, write_court
from app.cases.model import party_keys
from app.cases.store import load_case
from app.errors import NeedsCorrection
from support.desks import code_of
from support.village import COURT, DEFENDANT, PLAINTIFF, Officer, a_case, a_confirmation, as_judge

DIVORCE = {"cause": "离婚纠纷", "claims": [{"kind": "divorce", "text": "判令离婚"}]}


def test_keys_are_the_role_alone_or_numbered_in_order():
    assert party_keys(["plaintiff", "defendant"]) == ["plaintiff", "defendant"]
    assert party_keys(["plaintiff", "defendant", "plaintiff"]) == ["plaintiff-1", "defendant", "plaintiff-2"]


@pytest.mark.parametrize("procedure", ["small_claims", "simplified", "ordinary"])
def test_the_judge_decides_the_procedure_and_may_decide_anew(desk, procedure):
    case = a_case(desk)
    cases.decide_procedure(as_judge(desk), case, procedure, "事实清楚")
    held = load_case(desk.database, case)
    assert (held.procedure, held.fields["procedure_why"]) == (procedure, "事实清楚")


def test_only_what_the_law_forbids_of_a_procedure_is_refused(desk):
    case, divorce, confirmation = a_case(desk), a_case(desk, **DIVORCE), a_confirmation(desk)
    judge = as_judge(desk)
    assert code_of(cases.decide_procedure, desk, case, "simplified") == "role_not_permitted"
    assert code_of(cases.decide_procedure, judge, case, "secret") == "unknown_choice"
    assert code_of(cases.decide_procedure, judge, case, "special") == "special_procedure_only_for_confirmation"
    assert code_of(cases.decide_procedure, judge, confirmation, "ordinary") == "confirmation_needs_special_procedure"
    # 民诉166 (1): matters of personal status are no small claims.
    assert code_of(cases.decide_procedure, judge, divorce, "small_claims") == "small_claims_excluded"
    assert code_of(cases.decide_procedure, judge, "case-0", "simplified") == "unknown_case"


def test_waivers_name_parties_of_the_case(desk):
    case = a_case(desk)
    cases.note_waivers(desk, case, evidence_period=["plaintiff"], defence_period=["defendant"])
    held = load_case(desk.database, case)
    assert held.fields["waive_evidence_period"] == ["plaintiff"]
    assert code_of(cases.note_waivers, desk, case, evidence_period=["ghost"], defence_period=[]) == "unknown_party"


def test_a_small_claims_notice_is_for_small_claims(desk):
    case = a_case(desk)
    told = {"at": "2026-03-20T09:30:00+08:00", "to": ["plaintiff"]}
    assert code_of(cases.give_small_claims_notice, desk, case, **told) == "not_a_small_claims_case"
    cases.decide_procedure(as_judge(desk), case, "small_claims")
    cases.give_small_claims_notice(desk, case, **told)
    assert load_case(desk.database, case).fields["small_claims_notice"] == told


def test_an_address_for_service_is_whole_or_refused(desk):
    case = a_case(desk)
    for address, code in (
        ({"address": " "}, "service_address_missing"),
        ({"address": "梧桐村12号", "electronic": True}, "electronic_address_missing"),
        ({"address": "梧桐村12号", "electronic": True, "by": "短信"}, "electronic_address_missing"),
    ):
        assert code_of(cases.confirm_service_address, desk, case, "plaintiff", address) == code
    cases.confirm_service_address(desk, case, "plaintiff", {"address": "梧桐村12号", "electronic": False})
    party = load_case(desk.database, case).party("plaintiff")
    assert party.service_address["address"] == "梧桐村12号" and not party.accepts_electronic


def test_a_correction_keeps_what_stood_there_in_the_history(desk):
    case = a_case(desk)
    party = load_case(desk.database, case).party("defendant")
    cases.correct_party(desk, case, "defendant", {"phone": "13911112222", "name": "李喆"})
    assert load_case(desk.database, case).party("defendant").data["phone"] == "13911112222"
    first, second = desk.journal.of_record(party.record)
    assert first.fields["phone"] == "13900000002"
    assert second.fields == {"phone": "13911112222"} and second.bases == {"phone": [first.name]}
    assert code_of(cases.correct_party, desk, case, "defendant", {"role": "plaintiff"}) == "field_cannot_be_changed"
    before = desk.journal.count()
    cases.correct_party(desk, case, "defendant", {"name": "李喆"})
    assert desk.journal.count() == before


def test_a_case_closes_once(desk):
    case = a_case(desk)
    cases.close_case(as_judge(desk), case, "mediated", "2026-03-20")
    held = load_case(desk.database, case)
    assert (held.stage, held.closed, held.fields["closed_on"]) == ("closed", "mediated", "2026-03-20")
    assert code_of(cases.close_case, as_judge(desk), case, "judged", "2026-03-20") == "case_is_closed"
    assert code_of(cases.close_case, as_judge(desk), a_case(desk), "lost", "2026-03-20") == "unknown_choice"


def test_a_person_is_a_party_its_agent_an_invited_person_or_a_witness(desk):
    agents = [{"for": "defendant", "name": "冯律", "firm": "示例律师事务所"}]
    parties = [PLAINTIFF, {**PLAINTIFF, "name": "周昊"}, DEFENDANT]
    case = load_case(desk.database, a_case(desk, parties=parties, agents=agents, evidence=[]))
    assert (label_of(case, "plaintiff-2"), name_of(case, "plaintiff-2")) == ("原告二", "周昊")
    assert (label_of(case, "defendant_agent"), name_of(case, "defendant_agent")) == ("被告委托诉讼代理人", "冯律")
    assert name_of(case, "invited-1", ["周怀仁"]) == "周怀仁"
    assert name_of(case, "witness-2") == "证人二"
    assert [box_of(k) for k in ("plaintiff-1", "defendant_agent", "invited-1")] == [
        "party:plaintiff-1",
        "agent:defendant",
        "invited:1",
    ]
    assert code_of(case.person, "plaintiff-1_agent") == "party_has_no_agent"
    assert code_of(case.person, "nobody") == "unknown_party"


def test_attendance_lists_who_was_there_who_was_not_and_who_cannot_read(desk):
    parties = [{**PLAINTIFF, "needs": ["不识字"]}, DEFENDANT]
    case = load_case(desk.database, a_case(desk, parties=parties))
    rows = attendance(case, ["plaintiff"], thumbs={"plaintiff"}, refused={"plaintiff": ("不服", "书记员苏雨桐")})
    assert rows[0]["read_aloud"] and rows[0]["thumb"] and rows[0]["refused"] == "不服"
    assert (rows[1]["name"], rows[1]["present"]) == ("李喆", False)


def test_the_courts_settings_are_whole_or_refused(desk):
    database = desk.database
    assert read_court(database).officer("judge-1")["name"] == "林正和"
    assert code_of(read_court(database).officer, "judge-9") == "unknown_officer"
    for name in ("name", "code", "province_fees", "sign_policy"):
        assert code_of(write_court, database, {**COURT, name: None}) == "setting_missing"
    for name, value in (("sign_policy", "blood"), ("seal_mode", "wax"), ("fee_rounding", "up")):
        assert code_of(write_court, database, {**COURT, name: value}) == "setting_not_allowed"
    for layout in ({"top_mm": 90}, {"top_mm": "37"}, {"post_cells": 8}, {"columns": 30}, {"rows": True}, {"colour": 1}):
        assert code_of(write_court, database, {**COURT, "doc_layout": layout}) == "setting_not_allowed"
    assert read_court(database).doc_layout == {}
    write_court(database, {**COURT, "doc_layout": {"top_mm": 35, "date_right": 4}})
    assert read_court(database).doc_layout == {"top_mm": 35, "date_right": 4}
    assert read_court(database).name == COURT["name"]


def test_acts_on_a_case_want_an_officer_of_the_case(desk):
    case = a_case(desk)
    stranger = desk.acting_as(Officer("a-1", "管", "administrator"))
    with pytest.raises(NeedsCorrection, match="role_not_permitted"):
        cases.correct_party(stranger, case, "plaintiff", {"phone": "1"})
    with pytest.raises(NeedsCorrection, match="role_not_permitted"):
        cases.note_waivers(stranger, case, evidence_period=[], defence_period=[])
    with pytest.raises(NeedsCorrection, match="role_not_permitted"):
        cases.close_case(stranger, case, "mediated", "2026-03-20")
