"""Judgments and rulings on withdrawal, and what they do to the case."""

from __future__ import annotations

import pytest

from app.approvals.service import note_decision, request_approval
from app.cases.store import load_case
from app.fees.burden import bearers_of
from app.judgments import papers
from app.judgments import service as judgments
from app.judgments.store import decisions_of
from support.acts import ABSENT, ASSISTANT, deem_withdrawn
from support.desks import code_of
from support.village import DEFENDANT, PLAINTIFF, a_case, a_confirmation, as_judge

JUDGMENT = {
    "form": "tabular",
    "orders": ["被告于十日内支付36000元。"],
    "laws": ["《中华人民共和国民法典》第六百七十五条"],
    "fee_borne_by": "defendant",
    "announced_at": "2026-03-20T15:50:00+08:00",
    "announced_place": "村委会",
    "present": ["plaintiff"],
}
WITHDRAWAL = {"by": ["plaintiff"], "at": "2026-03-20T12:00:00+08:00", "reason": "和好", "granted": True}
DECIDING = [
    (judgments.announce, JUDGMENT),
    (judgments.rule_on_withdrawal, WITHDRAWAL),
    (judgments.deem_withdrawn, ABSENT),
]
"""Each act that ends a suit, and what it is told."""


def test_a_judgment_closes_the_case_and_says_what_the_judge_wrote_and_no_more(desk):
    case = a_case(desk)
    judgments.announce(as_judge(desk), case, **JUDGMENT)
    assert load_case(desk.database, case).closed == "judged"
    (decision,) = decisions_of(desk.database, case)
    blanks = papers.judgment(decision, [])
    assert blanks == {
        "orders": JUDGMENT["orders"],
        "laws": JUDGMENT["laws"],
        "fee_borne_by": "defendant",
        "answers": [],
        "attendance": [],
    }


def test_findings_and_reasons_are_printed_where_the_form_has_them(desk):
    case = a_case(desk)
    judgments.announce(
        as_judge(desk), case, **{**JUDGMENT, "form": "ordinary"}, found="借款属实。", reasons="应当偿还。"
    )
    (decision,) = decisions_of(desk.database, case)
    blanks = papers.judgment(decision, [])
    assert (blanks["facts_found"], blanks["reasons"]) == ("借款属实。", "应当偿还。")


def test_a_shared_fee_says_who_bears_how_much_in_the_judgment_and_the_record(desk):
    case = a_case(desk)
    words = "案件受理费700元，减半收取计350元，由原告张𬱖负担50元，被告李喆负担300元"
    judgments.announce(as_judge(desk), case, **{**JUDGMENT, "fee_borne_by": "shared"}, fee_text=words)
    (decision,) = decisions_of(desk.database, case)
    record = papers.pronouncement_record(decision, [], on_the_spot=True, observers=None)
    assert papers.judgment(decision, [])["fee_text"] == record["fee_text"] == words


@pytest.mark.parametrize("form", judgments.FORMS)
def test_every_form_has_its_template(desk, form):
    from app.documents import template

    assert papers.document_of(form) in template.names()


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"form": "poem"}, "unknown_choice"),
        ({"orders": [" "]}, "no_orders"),
        ({"laws": []}, "no_laws"),
        ({"laws": [" "]}, "no_laws"),
        ({"fee_borne_by": "third_party"}, "unknown_party"),
        ({"present": ["ghost"]}, "unknown_party"),
    ],
)
def test_a_judgment_without_its_parts_is_refused_and_nothing_is_written(desk, changes, code):
    case = a_case(desk)
    before = desk.journal.count()
    assert code_of(judgments.announce, as_judge(desk), case, **{**JUDGMENT, **changes}) == code
    assert desk.journal.count() == before


def test_only_a_judge_decides_and_only_once(desk):
    case = a_case(desk)
    assert code_of(judgments.announce, desk, case, **JUDGMENT) == "role_not_permitted"
    assert code_of(judgments.rule_on_withdrawal, desk, case, **WITHDRAWAL) == "role_not_permitted"
    judgments.announce(as_judge(desk), case, **JUDGMENT)
    assert code_of(judgments.announce, as_judge(desk), case, **JUDGMENT) == "case_is_closed"
    assert code_of(judgments.rule_on_withdrawal, as_judge(desk), case, **WITHDRAWAL) == "case_is_closed"
    assert len(decisions_of(desk.database, case)) == 1


def test_an_assistant_judge_prepares_decisions_and_makes_none(desk):
    # 法官助理 works under the judge (法院组织法48); the judgment is the judge's (民诉40).
    case, assistant = a_case(desk), desk.acting_as(ASSISTANT)
    for act, told in DECIDING:
        assert code_of(act, assistant, case, **told) == "role_not_permitted"
    assert decisions_of(desk.database, case) == []


@pytest.mark.parametrize(("granted", "code"), [(None, "recusal_open"), (True, "recused")])
def test_a_judge_whose_recusal_is_open_or_granted_decides_nothing(desk, granted, code):
    # 民诉47, 48: he stops working in the case until it is decided, and for good if it is granted.
    case = a_case(desk)
    asked = request_approval(
        as_judge(desk),
        case,
        "recusal",
        reason="被告称审判员是原告的邻居",
        article="民诉47(三)",
        requested_at="2026-03-20T10:00:00+08:00",
        about={"person": "judge-1", "role": "judge", "asked_by": "defendant"},
    )
    if granted:
        told = {"decided_by": "president", "decided_at": "2026-03-20T10:10:00+08:00", "how": "in_person"}
        note_decision(desk, asked, granted=True, opinion="可能影响公正审理", **told)
    for act, told in DECIDING:
        assert code_of(act, as_judge(desk), case, **told) == code
    assert decisions_of(desk.database, case) == []


def test_either_applicant_alone_takes_the_application_to_confirm_back(desk):
    # 民诉205: both apply together, so the application does not go on with one of them.
    case = a_confirmation(desk)
    key = load_case(desk.database, case).parties[0].key
    judgments.rule_on_withdrawal(as_judge(desk), case, **{**WITHDRAWAL, "by": [key]})
    assert load_case(desk.database, case).closed == "withdrawn"


def test_a_confirmation_is_not_judged(desk):
    told = {**JUDGMENT, "fee_borne_by": "shared", "present": []}
    assert (
        code_of(judgments.announce, as_judge(desk), a_confirmation(desk), **told) == "no_judgment_in_special_procedure"
    )


def test_a_withdrawal_that_is_granted_closes_the_case_and_the_claimant_bears_the_fee(desk):
    case = a_case(desk)
    judgments.rule_on_withdrawal(as_judge(desk), case, **WITHDRAWAL)
    held = load_case(desk.database, case)
    assert held.closed == "withdrawn"
    blanks = papers.withdrawal_ruling(held, decisions_of(desk.database, case)[0])
    # 费用34: on withdrawal the plaintiff bears the halved fee.
    assert (blanks["withdrawal"]["by_name"], blanks["fee_borne_by"]) == ("plaintiff", "plaintiff")


def test_the_application_to_withdraw_is_printed_as_it_was_ruled_on(desk):
    from app.archive.offers import offer_of
    from app.documents.service import composed

    case = a_case(desk)
    judgments.rule_on_withdrawal(as_judge(desk), case, **WITHDRAWAL)
    offer = offer_of(desk, case, "withdrawal_application")
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on="2026-03-20")
    text = template.text(blanks)
    assert "申请人：张𬱖，男，" in text
    assert "申请人因和好，自愿申请撤回对被告李喆的起诉，请予准许。" in text
    assert "@sign party:plaintiff | 原告张𬱖" in text and "party:defendant" not in text


def test_a_withdrawal_that_is_refused_leaves_the_case_open(desk):
    case = a_case(desk)
    judgments.rule_on_withdrawal(as_judge(desk), case, **{**WITHDRAWAL, "granted": False})
    assert load_case(desk.database, case).closed is None
    judgments.announce(as_judge(desk), case, **JUDGMENT)
    assert load_case(desk.database, case).closed == "judged"


def test_several_plaintiffs_withdraw_together_or_the_case_goes_on(desk):
    from app.archive.offers import offers_of
    from app.documents.service import composed

    other = {**PLAINTIFF, "name": "张小", "id_no": "370302198811050335", "born": "1988-11-05"}
    case = a_case(desk, parties=[PLAINTIFF, other, DEFENDANT], evidence=[])
    keys = [party.key for party in load_case(desk.database, case).parties if party.role == "plaintiff"]
    one, everybody = {**WITHDRAWAL, "by": keys[:1]}, {**WITHDRAWAL, "by": keys}
    # 民诉148: each disposes of his own claims only, so what one withdraws ends no suit of another.
    assert code_of(judgments.rule_on_withdrawal, as_judge(desk), case, **one) == "other_claimants_go_on"
    judgments.rule_on_withdrawal(as_judge(desk), case, **{**one, "granted": False})
    assert load_case(desk.database, case).closed is None
    judgments.rule_on_withdrawal(as_judge(desk), case, **everybody)
    assert load_case(desk.database, case).closed == "withdrawn"
    assert bearers_of(desk.database, load_case(desk.database, case)) == keys
    granted = [one for one in offers_of(desk, case) if one.document == "ruling_withdrawal_granted"]
    template, blanks = composed(desk, case, granted[-1].document, granted[-1].blanks, made_on="2026-03-20")
    text = template.text(blanks)
    # 36000 yuan cost 700, halved once (费用15, 16); who withdraws bears it (费用34).
    assert "准许原告张𬱖、原告张小撤诉。" in text
    assert "案件受理费700元，减半收取计350元，由原告张𬱖、原告张小共同负担。" in text
    asked = [one.concerns for one in offers_of(desk, case) if one.document == "withdrawal_application"]
    assert set(asked) == set(keys)


def test_only_the_claimant_withdraws(desk):
    case = a_case(desk)
    code = code_of(judgments.rule_on_withdrawal, as_judge(desk), case, **{**WITHDRAWAL, "by": ["defendant"]})
    assert code == "only_the_claimant_withdraws"


def test_a_withdrawal_refused_after_the_judgment_is_no_longer_ruled_on(desk):
    case = a_case(desk)
    judgments.announce(as_judge(desk), case, **JUDGMENT)
    code = code_of(judgments.rule_on_withdrawal, as_judge(desk), case, **{**WITHDRAWAL, "granted": False})
    assert code == "case_is_closed"


def test_a_plaintiff_who_was_summoned_and_does_not_come_has_withdrawn(desk):
    from app.archive.offers import offer_of
    from app.documents.service import composed

    case = a_case(desk)
    deem_withdrawn(desk, case)
    held = load_case(desk.database, case)
    assert (held.closed, held.fields["closed_on"]) == ("deemed_withdrawn", "2026-03-27")
    (decision,) = decisions_of(desk.database, case)
    assert (decision.kind, decision.fields["article"]) == ("deemed_withdrawal", "民诉146")
    offer = offer_of(desk, case, "ruling_deemed_withdrawn")
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on="2026-03-27")
    text = template.text(blanks)
    assert "原告张𬱖经传票传唤，无正当理由拒不到庭。" in text and "本案按原告张𬱖撤诉处理。" in text
    # 36000 yuan cost 700, the simplified procedure halves it (费用13, 16); the plaintiff bears it (费用34).
    assert "案件受理费700元，减半收取计350元，由原告张𬱖负担。" in text


def test_a_confirmation_whose_applicant_is_not_to_be_asked_ends_without_a_fee(desk):
    from app.archive.offers import offer_of
    from app.documents.service import composed

    case = a_confirmation(desk)
    key = next(party.key for party in load_case(desk.database, case).parties)
    deem_withdrawn(desk, case, by=[key])
    assert load_case(desk.database, case).closed == "deemed_withdrawn"
    offer = offer_of(desk, case, "ruling_deemed_withdrawn")
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on="2026-03-27")
    text = template.text(blanks)
    assert "无正当理由拒不接受询问" in text and "第三百五十七条第二款" in text and "撤回申请处理。" in text
    assert "受理费" not in text and "撤诉" not in text


def test_several_plaintiffs_have_withdrawn_only_if_none_of_them_came(desk):
    other = {**PLAINTIFF, "name": "张小", "id_no": "370302198811050335", "born": "1988-11-05"}
    case = a_case(desk, parties=[PLAINTIFF, other, DEFENDANT], evidence=[])
    keys = [party.key for party in load_case(desk.database, case).parties if party.role == "plaintiff"]
    assert code_of(deem_withdrawn, desk, case, by=keys[:1]) == "other_claimants_go_on"
    deem_withdrawn(desk, case, by=keys)
    (decision,) = decisions_of(desk.database, case)
    blanks = papers.deemed_withdrawal_ruling(load_case(desk.database, case), decision)
    assert (blanks["who"], blanks["fee_borne_by"]) == ("原告张𬱖、原告张小", "原告张𬱖、原告张小共同")
    assert bearers_of(desk.database, load_case(desk.database, case)) == keys


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"by": ["defendant"]}, "only_the_claimant_withdraws"),
        ({"by": []}, "only_the_claimant_withdraws"),
        ({"notified_on": None}, "summons_not_served"),
        ({"notified_on": "2026-03-28"}, "summons_not_served"),
        ({"ground": "asleep"}, "deemed_ground_unknown"),
    ],
)
def test_a_suit_does_not_count_as_withdrawn_without_reason(desk, changes, code):
    case = a_case(desk)
    assert code_of(deem_withdrawn, desk, case, **changes) == code
    assert code_of(judgments.deem_withdrawn, desk, case, **ABSENT) == "role_not_permitted"
    assert load_case(desk.database, case).closed is None and decisions_of(desk.database, case) == []
