"""An agreement before the court, an agreement brought for confirmation, and one that failed."""

from __future__ import annotations

import pytest

from app.approvals.service import request_approval
from app.cases.store import load_case
from app.mediation import papers
from app.mediation import service as mediation
from app.mediation.store import mediations_of
from support.desks import code_of
from support.village import Officer, a_case, a_confirmation, as_judge

AGREED = {
    "at": "2026-03-20T10:05:00+08:00",
    "place": "调解室",
    "public": False,
    "terms": ["被告于2026年4月20日前偿还36000元。"],
    "fee_borne_by": "defendant",
}
OUTSIDE = {
    "organisation": "岭子镇人民调解委员会",
    "mediator": "周怀仁",
    "route": "own_application",
    "agreed_on": "2026-03-10",
    "terms": ["每月支付赡养费600元。"],
}


def test_an_agreement_closes_the_case_as_mediated_in_one_group(desk):
    case = a_case(desk)
    record = mediation.agree(as_judge(desk), case, **AGREED)
    held = load_case(desk.database, case)
    assert (held.closed, held.fields["closed_on"]) == ("mediated", "2026-03-20")
    (told,) = mediations_of(desk.database, case)
    assert (told.kind, told.terms) == ("in_court", AGREED["terms"])
    assert {entry.group.size for entry in (*desk.journal.of_record(record), desk.journal.of_record(case)[-1])} == {2}
    blanks = papers.mediation_statement(told, heard=True)
    assert (blanks["terms"], blanks["fee_borne_by"], blanks["effect"]) == (AGREED["terms"], "defendant", "on_receipt")


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"terms": []}, "no_terms"),
        ({"terms": [" "]}, "no_terms"),
        ({"fee_borne_by": "third_party"}, "unknown_party"),
        ({"effect": "at_once"}, "unknown_choice"),
    ],
)
def test_an_agreement_without_its_parts_is_refused_and_the_case_stays_open(desk, changes, code):
    case = a_case(desk)
    before = desk.journal.count()
    assert code_of(mediation.agree, as_judge(desk), case, **{**AGREED, **changes}) == code
    assert desk.journal.count() == before
    assert load_case(desk.database, case).closed is None


def test_nobody_agrees_twice_or_without_a_judge(desk):
    case = a_case(desk)
    assert code_of(mediation.agree, desk, case, **AGREED) == "role_not_permitted"
    mediation.agree(
        desk.acting_as(Officer("x", "何安", "assistant_judge")), case, **{**AGREED, "fee_borne_by": "shared"}
    )
    before = desk.journal.count()
    assert code_of(mediation.agree, as_judge(desk), case, **AGREED) == "case_is_closed"
    assert desk.journal.count() == before
    assert len(mediations_of(desk.database, case)) == 1


def test_a_confirmation_confirms_what_was_agreed_outside(desk):
    case = a_confirmation(desk)
    judge = as_judge(desk)
    assert code_of(mediation.confirm, judge, case, on="2026-03-20") == "no_agreement_to_confirm"
    assert code_of(mediation.agree, judge, case, **{**AGREED, "fee_borne_by": "shared"}) == (
        "no_mediation_in_special_procedure"
    )
    mediation.bring_outside_agreement(desk, case, **OUTSIDE)
    assert code_of(mediation.confirm, desk, case, on="2026-03-20") == "role_not_permitted"
    mediation.confirm(judge, case, on="2026-03-20")
    assert load_case(desk.database, case).closed == "confirmed"
    blanks = papers.agreement(mediations_of(desk.database, case)[0])
    assert blanks == {
        "organisation": "岭子镇人民调解委员会",
        "mediator": "周怀仁",
        "agreed_on": "2026-03-10",
        "terms": OUTSIDE["terms"],
    }


def test_only_an_application_to_confirm_is_confirmed_and_a_suit_is_not(desk):
    # 民诉205, 206: who has an agreement of that kind while the suit is on applies for it, in a case of its own.
    case = a_case(desk)
    mediation.bring_outside_agreement(desk, case, **OUTSIDE)
    assert code_of(mediation.confirm, as_judge(desk), case, on="2026-03-20") == "only_an_application_is_confirmed"
    assert load_case(desk.database, case).closed is None


def test_no_agreement_is_made_or_confirmed_before_a_judge_whose_recusal_is_open(desk):
    # 民诉47, 48: he stops working in the case until it is decided.
    asked = {"reason": "是申请人的邻居", "article": "民诉47(三)", "requested_at": "2026-03-20T10:00:00+08:00"}
    suit, confirmation = a_case(desk), a_confirmation(desk)
    mediation.bring_outside_agreement(desk, confirmation, **OUTSIDE)
    for case, by in ((suit, "defendant"), (confirmation, "applicant-1")):
        about = {"person": "judge-1", "role": "judge", "asked_by": by}
        request_approval(as_judge(desk), case, "recusal", **asked, about=about)
    assert code_of(mediation.agree, as_judge(desk), suit, **AGREED) == "recusal_open"
    assert code_of(mediation.confirm, as_judge(desk), confirmation, on="2026-03-20") == "recusal_open"


def test_an_assistant_judge_helps_to_agree_and_confirms_nothing(desk):
    # 法官助理 may lead a mediation; the ruling is the judge's (民诉206).
    case = a_confirmation(desk)
    mediation.bring_outside_agreement(desk, case, **OUTSIDE)
    assistant = desk.acting_as(Officer("x", "何安", "assistant_judge"))
    assert code_of(mediation.confirm, assistant, case, on="2026-03-20") == "role_not_permitted"


def test_nobody_below_a_judge_mediates(desk):
    case = a_case(desk)
    told = {"at": "2026-03-20T10:05:00+08:00", "place": "调解室", "reason": "差距大"}
    assert code_of(mediation.fail, desk, case, **told) == "role_not_permitted"
    assert mediations_of(desk.database, case) == []


def test_an_outside_agreement_has_terms_and_an_officer_who_takes_it(desk):
    case = a_confirmation(desk)
    assert code_of(mediation.bring_outside_agreement, desk, case, **{**OUTSIDE, "terms": []}) == "no_terms"
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(mediation.bring_outside_agreement, stranger, case, **OUTSIDE) == "role_not_permitted"


def test_a_mediation_that_failed_leaves_the_case_open_and_no_terms(desk):
    case = a_case(desk)
    mediation.fail(as_judge(desk), case, at="2026-03-20T10:05:00+08:00", place="调解室", reason="差距大")
    (told,) = mediations_of(desk.database, case)
    assert (told.kind, told.terms) == ("failed", [])
    assert load_case(desk.database, case).closed is None


def test_nothing_is_mediated_or_brought_once_the_case_is_closed(desk):
    case = a_case(desk)
    mediation.agree(as_judge(desk), case, **AGREED)
    told = {"at": "2026-03-21T09:00:00+08:00", "place": "法庭", "reason": "差距大"}
    assert code_of(mediation.fail, as_judge(desk), case, **told) == "case_is_closed"
    assert code_of(mediation.bring_outside_agreement, desk, case, **OUTSIDE) == "case_is_closed"
    assert [one.kind for one in mediations_of(desk.database, case)] == ["in_court"]
