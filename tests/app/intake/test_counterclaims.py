"""A counterclaim in a case: who brings it, when, what the court decides, how it ends (民诉54; 解释232, 233, 239)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.approvals.service import request_approval
from app.archive.purge import purge_case
from app.cases.service import decide_procedure
from app.cases.store import load_case
from app.documents.fill import shared_blanks
from app.hearings import service as hearings
from app.intake import claims
from app.intake.counterclaims import (
    decide_counterclaim,
    foresee_counterclaim,
    take_counterclaim,
    withdraw_counterclaim,
)
from support.acts import AFTER, COUNTER, OPENED, a_counterclaim, agree, announce, join, withdraw
from support.desks import code_of
from support.village import (
    DEFENDANT,
    JOINER,
    PLAINTIFF,
    Officer,
    a_case,
    a_confirmation,
    as_judge,
    hand_over,
    know_each_other,
    new_desk,
    told_rows,
)

RECEIPT = {"name": "送货单", "by": "defendant", "original": True, "pages": 3, "proves": "送货50000元"}


def the_counterclaim(desk, case):
    return load_case(desk.database, case).counterclaims[0]


def test_a_counterclaim_waits_for_the_court_and_is_no_claim_of_the_suit(desk):
    case, record = a_counterclaim(desk, evidence=[RECEIPT])
    held = load_case(desk.database, case)
    assert [claim.amount for claim in held.claims] == [Decimal("36000.00")]
    brought = held.counterclaims[0]
    assert (brought.record, brought.by, brought.against, brought.at) == (
        record,
        "defendant",
        ("plaintiff",),
        AFTER,
    )
    assert (brought.joined, brought.open, brought.heard) == (None, True, False)
    assert [(claim.text, claim.amount) for claim in brought.claims] == [
        (COUNTER["claims"][0]["text"], Decimal("50000.00"))
    ]
    assert [(item.number, item.name, item.by) for item in held.evidence] == [
        (1, "借条", "plaintiff"),
        (2, "送货单", "defendant"),
    ]


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"by": "plaintiff"}, "only_a_defendant_counterclaims"),
        ({"against": ["defendant"]}, "counterclaim_against_the_plaintiff"),
        ({"facts": " "}, "field_missing"),
        ({"claims": []}, "claims_missing"),
        ({"claims": [{"kind": "property", "amount": "0", "text": "x"}]}, "amount_zero"),
        ({"claims": [{"kind": "property", "amount": "5", "text": ""}]}, "field_missing"),
        ({"evidence": [{**RECEIPT, "pages": 0}]}, "pages_not_counted"),
    ],
)
def test_what_is_no_counterclaim_is_refused(desk, changes, code):
    case = a_case(desk)
    before = told_rows(desk.database)
    assert code_of(take_counterclaim, desk, case, **{**COUNTER, **changes}) == code
    assert told_rows(desk.database) == before


def test_it_comes_before_the_debate_ends_and_into_no_confirmation(desk):
    case = a_case(desk)
    sitting = hearings.open_sitting(desk, case, opened_at=OPENED, place="村委会")
    hearings.end_turn(desk, sitting, "judge", "法庭辩论终结。")
    late = {**COUNTER, "at": "2026-03-20T11:00:00+08:00"}
    assert code_of(take_counterclaim, desk, case, **late) == "debate_is_closed"
    confirmation = a_confirmation(desk)
    assert code_of(take_counterclaim, desk, confirmation, **COUNTER) == "confirmation_stands_alone"


def test_an_agent_brings_it_with_the_power_to(desk):
    agent = {"for": "defendant", "name": "冯律", "authority": "special", "powers": ["和解"]}
    case = a_case(desk, agents=[agent])
    assert code_of(take_counterclaim, desk, case, **{**COUNTER, "by": "defendant_agent"}) == "special_power_missing"
    other = a_case(desk, agents=[{**agent, "powers": ["提起反诉"]}])
    take_counterclaim(desk, other, **{**COUNTER, "by": "defendant_agent"})
    assert the_counterclaim(desk, other).by == "defendant"


def test_the_judge_decides_once_and_says_why(desk):
    case, record = a_counterclaim(desk)
    decision = {"joined": True, "why": "基于相同法律关系", "at": AFTER}
    assert code_of(decide_counterclaim, desk, case, record, **decision) == "role_not_permitted"
    assert code_of(decide_counterclaim, as_judge(desk), case, record, **{**decision, "why": " "}) == "reason_missing"
    assert code_of(decide_counterclaim, as_judge(desk), case, "x", **decision) == "unknown_counterclaim"
    decide_counterclaim(as_judge(desk), case, record, **decision)
    decided = the_counterclaim(desk, case)
    assert (decided.heard, decided.why, decided.decided_at) == (True, "基于相同法律关系", AFTER)
    assert code_of(decide_counterclaim, as_judge(desk), case, record, **decision) == "counterclaim_already_decided"


def test_a_judge_whose_recusal_is_open_decides_on_no_counterclaim(desk):
    # 民诉47, 48.
    case, record = a_counterclaim(desk)
    request_approval(
        as_judge(desk),
        case,
        "recusal",
        reason="是原告的邻居",
        article="民诉47(三)",
        requested_at="2026-03-20T10:00:00+08:00",
        about={"person": "judge-1", "role": "judge", "asked_by": "defendant"},
    )
    decision = {"joined": False, "why": "与本诉没有关联", "at": AFTER}
    assert code_of(decide_counterclaim, as_judge(desk), case, record, **decision) == "recusal_open"


def test_who_is_answered_may_be_named_and_a_page_of_evidence_is_enough(desk):
    case, _ = a_counterclaim(desk, against=["plaintiff"], evidence=[{**RECEIPT, "pages": 1}])
    assert the_counterclaim(desk, case).against == ("plaintiff",)


def test_it_is_withdrawn_with_a_reason_by_an_officer_of_the_case(desk):
    case, record = join(desk, a_counterclaim(desk))
    told = {"by": "defendant", "at": AFTER, "reason": "双方和解"}
    assert code_of(withdraw_counterclaim, desk, case, record, **{**told, "reason": " "}) == "reason_missing"
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(withdraw_counterclaim, stranger, case, record, **told) == "role_not_permitted"
    assert the_counterclaim(desk, case).heard


def test_after_an_agreement_nothing_is_decided_on_a_counterclaim(desk):
    case, record = a_counterclaim(desk)
    agree(desk, case)
    decision = {"joined": True, "why": "基于相同事实", "at": "2026-03-20T11:00:00+08:00"}
    assert code_of(decide_counterclaim, as_judge(desk), case, record, **decision) == "case_is_closed"


def test_one_heard_with_the_suit_names_both_sides_in_papers(desk):
    case, record = a_counterclaim(desk)
    assert [p["role_name"] for p in shared_blanks(desk.database, case, "2026-03-20")["parties"]] == ["原告", "被告"]
    join(desk, (case, record))
    blanks = shared_blanks(desk.database, case, "2026-03-20")
    assert [p["role_name"] for p in blanks["parties"]] == ["原告（反诉被告）", "被告（反诉原告）"]
    assert blanks["parties"][1]["intro"].startswith(f"被告（反诉原告）：{DEFENDANT['name']}，")
    # Domain 2.9, no. 5: 50,000 → 1,050, halved 525.
    assert blanks["counterclaims"] == [
        {
            "standing": "反诉原告",
            "by_name": DEFENDANT["name"],
            "asks": "反诉请求",
            "claims": [COUNTER["claims"][0]["text"]],
            "facts": COUNTER["facts"],
            "fee_full": "1050.00",
            "fee_due": "525.00",
        }
    ]
    assert [claim["text"] for claim in blanks["claims"]] == ["判令被告偿还借款本金36000元"]


def test_among_several_parties_only_those_of_the_counterclaim_are_named_so(desk):
    case = a_case(desk, parties=[PLAINTIFF, DEFENDANT, JOINER])
    told = (case, take_counterclaim(desk, case, **{**COUNTER, "by": "defendant-2"}))
    join(desk, told)
    blanks = shared_blanks(desk.database, case, "2026-03-20")
    assert [p["role_name"] for p in blanks["parties"]] == ["原告（反诉被告）", "被告", "被告（反诉原告）"]


def test_a_counterclaim_takes_the_case_out_of_small_claims(desk):
    # 民诉166(5): whatever the amounts.
    case = a_case(desk, "small_claims")
    record = take_counterclaim(desk, case, **COUNTER)
    decision = {"joined": True, "why": "基于相同事实", "at": AFTER}
    for procedure in (None, "small_claims", "special"):
        refused = code_of(decide_counterclaim, as_judge(desk), case, record, procedure=procedure, **decision)
        assert refused == "no_longer_small_claims"
    assert the_counterclaim(desk, case).joined is None
    decide_counterclaim(as_judge(desk), case, record, procedure="ordinary", **decision)
    assert load_case(desk.database, case).procedure == "ordinary"
    assert code_of(decide_procedure, as_judge(desk), case, "small_claims") == "small_claims_excluded"


def test_one_not_taken_leaves_the_case_as_it_was(desk):
    case = a_case(desk, "small_claims")
    record = take_counterclaim(desk, case, **COUNTER)
    decide_counterclaim(as_judge(desk), case, record, joined=False, why="与本诉没有关联", at=AFTER)
    held = load_case(desk.database, case)
    assert (held.procedure, held.heard_together, held.asked) == ("small_claims", (), held.claims)
    assert code_of(withdraw_counterclaim, desk, case, record, by="defendant", at=AFTER, reason="x") == "not_their_claim"


def test_its_claims_are_changed_by_who_brought_it_alone(desk):
    case, record = a_counterclaim(desk)
    claim = the_counterclaim(desk, case).claims[0].record
    by = {"at": AFTER, "by": "plaintiff"}
    assert code_of(claims.change_claim, desk, case, claim, {"amount": "60000"}, **by) == "not_their_claim"
    claims.change_claim(desk, case, claim, {"amount": "60000"}, by="defendant", at=AFTER)
    further = {"kind": "property", "amount": "100", "text": "判令反诉被告支付运费100元"}
    claims.add_claim(desk, case, further, by="defendant", at=AFTER, counterclaim=record)
    assert [one.amount for one in the_counterclaim(desk, case).claims] == [Decimal("60000.00"), Decimal("100.00")]
    claims.drop_claim(desk, case, claim, by="defendant", at=AFTER)
    left = the_counterclaim(desk, case)
    assert ([one.amount for one in left.claims], len(left.dropped)) == ([Decimal("100.00")], 1)
    assert len(load_case(desk.database, case).claims) == 1


def test_one_that_was_withdrawn_does_not_keep_the_case_open(desk):
    told = join(desk, a_counterclaim(desk))
    withdraw_counterclaim(desk, *told, by="defendant", at=AFTER, reason="双方和解")
    assert code_of(withdraw_counterclaim, desk, *told, by="defendant", at=AFTER, reason="x") == "counterclaim_has_ended"
    withdraw(desk, told[0])
    held = load_case(desk.database, told[0])
    assert (held.closed, held.suit_ended) == ("withdrawn", None)


def test_a_judgment_waits_for_the_decision_and_says_who_bears_the_counterclaims_fee(desk):
    case, record = a_counterclaim(desk)
    assert code_of(announce, desk, case) == "counterclaim_undecided"
    join(desk, (case, record))
    assert code_of(announce, desk, case) == "counterclaim_fee_bearer_missing"
    assert code_of(announce, desk, case, counterclaim_fee_borne_by="ghost") == "unknown_party"
    announce(desk, case, counterclaim_fee_borne_by="plaintiff")
    assert load_case(desk.database, case).closed == "judged"


def test_its_fee_and_last_day_are_said_before_it_is_taken(desk):
    # Domain 2.9, no. 37, and 费用22: seven days after 20 March.
    fee, until = foresee_counterclaim(desk.database, a_case(desk), COUNTER["claims"], at=AFTER)
    assert (str(fee.full), str(fee.due), str(until)) == ("1050.00", "525.00", "2026-03-27")


def test_a_purged_case_leaves_nothing_of_its_counterclaim(desk):
    case, record = join(desk, a_counterclaim(desk))
    withdraw_counterclaim(desk, case, record, by="defendant", at=AFTER, reason="双方和解")
    withdraw(desk, case)
    purge_case(as_judge(desk), case, lambda _entries, _files: True)
    rows = told_rows(desk.database)
    assert rows["case_counterclaim"] == [] and rows["case_claim"] == []


def test_two_laptops_that_decide_differently_disagree_until_a_person_picks(tmp_path):
    desk, other = new_desk(tmp_path / "a"), new_desk(tmp_path / "b", 2)
    know_each_other(desk, other)
    case, record = a_counterclaim(desk)
    hand_over(desk, other)
    for laptop, joined in ((desk, True), (other, False)):
        decide_counterclaim(as_judge(laptop), case, record, joined=joined, why="见笔录", at=AFTER)
    hand_over(desk, other)
    hand_over(other, desk)
    (rival,) = desk.told(record).rivals
    assert rival.field == "decision"
    desk.decide(record, "decision", next(value for value in rival.values if value["joined"]))
    hand_over(desk, other)
    assert the_counterclaim(other, case).heard
    assert told_rows(desk.database) == told_rows(other.database)
