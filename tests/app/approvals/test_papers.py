"""The papers of a matter put to someone above the judge, as far as its wording depends on what was decided."""

from __future__ import annotations

import pytest

from app.approvals import service as approvals
from app.archive.offers import offers_of
from app.desk import Officer
from app.documents.service import blanks_for
from app.documents.template import load
from support.village import a_case, as_judge

WORD = {
    "decided_by": "president",
    "decided_at": "2026-03-20T10:10:00+08:00",
    "how": "telephone",
    "number": "0533-0000000",
}
FINE = {
    "reason": "旁听人员王某哄闹法庭，经训诫不听",
    "article": "民诉113",
    "requested_at": "2026-03-20T10:00:00+08:00",
    "about": {"person": "王某", "amount": "2000.00"},
}
RECUSAL = {
    "reason": "审判员是原告的表兄",
    "article": "民诉47(一)",
    "requested_at": "2026-03-20T10:00:00+08:00",
    "about": {"person": "judge-1", "role": "judge", "asked_by": "defendant"},
}
EXTENSION = {
    "reason": "被告在外务工，需要再次开庭",
    "article": "延审1",
    "requested_at": "2026-06-01T09:00:00+08:00",
    "about": {"until": "2026-06-20", "new_until": "2026-07-20"},
}


def words(desk, case, document):
    """The paper's wording, filled as the case offers it."""
    (offer,) = [one for one in offers_of(desk, case) if one.document == document]
    blanks = blanks_for(desk, case, "2026-03-20", offer.blanks)
    return load(document).text(blanks)


def names(desk, case):
    return {offer.document for offer in offers_of(desk, case)} & {"approval_form", "decision", "trial_limit_approval"}


def test_a_fine_has_its_form_at_once_marked_as_waiting_and_its_decision_when_granted(desk):
    case = a_case(desk)
    fine = approvals.request_approval(as_judge(desk), case, "fine", **FINE)
    assert names(desk, case) == {"approval_form"}
    assert "待批。" in words(desk, case, "approval_form")
    approvals.note_decision(desk, fine, granted=True, **WORD)
    form = words(desk, case, "approval_form")
    assert "同意。" in form and "0533-0000000" in form and "由苏雨桐记录" in form and "待批" not in form
    decision = words(desk, case, "decision")
    # 民诉119: a fine has a 决定书, against which one asks the superior court once.
    assert "对王某罚款2000元。" in decision
    told = {**FINE, "about": {**FINE["about"], "pay_by": "2026-03-30"}}
    other = a_case(desk)
    approvals.note_decision(
        desk, approvals.request_approval(as_judge(desk), other, "fine", **told), granted=True, **WORD
    )
    assert "对王某罚款2000元，限于2026年3月30日前交纳。" in words(desk, other, "decision")
    assert "第一百一十三条" in decision and "第一百一十八条" in decision
    assert "山东省淄博市中级人民法院申请复议一次" in decision


@pytest.mark.parametrize(
    ("granted", "opinion", "order"),
    [(True, "", "审判员林正和回避。"), (False, "双方没有亲属关系", "驳回李喆提出的回避申请。")],
)
def test_a_recusal_ends_in_a_decision_that_the_applicant_may_have_reviewed_here(desk, granted, opinion, order):
    case = a_case(desk)
    recusal = approvals.request_approval(as_judge(desk), case, "recusal", **RECUSAL)
    assert "decision" not in names(desk, case)
    approvals.note_decision(desk, recusal, granted=granted, opinion=opinion, **WORD)
    decision = words(desk, case, "decision")
    assert order in decision and "向本院申请复议一次" in decision
    # Who is recused takes part no more: 民诉50 lets only one whose recusal was refused go on meanwhile.
    assert ("不停止参与本案的工作" in decision) is not granted
    assert (opinion in decision) if opinion else "近亲属" in decision


def test_an_extension_has_the_form_of_the_trial_limit(desk):
    case = a_case(desk)
    approvals.request_approval(as_judge(desk), case, "extension", **EXTENSION)
    form = words(desk, case, "trial_limit_approval")
    # 20 June to 20 July 2026: thirty days, from the 21st.
    assert "30日" in form and "2026年6月21日至2026年7月20日" in form


def test_the_form_of_a_disowned_decision_says_so(desk):
    case = a_case(desk)
    fine = approvals.request_approval(as_judge(desk), case, "fine", **FINE)
    approvals.note_decision(desk, fine, granted=True, **WORD)
    president = desk.acting_as(Officer("president", "韩立言", "president"))
    approvals.sign_for(president, fine, at="2026-03-20T18:00:00+08:00", confirmed=False)
    assert "否认" in words(desk, case, "approval_form")
    assert "decision" not in names(desk, case)
