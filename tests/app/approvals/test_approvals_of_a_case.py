"""Decisions above the judge: asked for, noted by telephone, signed for on return; and what holds meanwhile."""

from __future__ import annotations

import datetime

import pytest

from app.approvals import service as approvals
from app.approvals.store import approvals_of, load_approval, waiting_approvals
from app.cases.store import load_case
from app.desk import Officer
from app.errors import NeedsCorrection
from app.hearings import service as hearings
from app.hearings.pauses import adjourn_sitting
from app.hearings.store import load_sitting, sittings_of
from app.judgments import service as judgments
from app.service.deadlines import dates_of
from support.desks import code_of
from support.village import JUDGE, a_case, as_judge, hand_over, know_each_other, new_desk, told_rows

PRESIDENT = Officer("president", "韩立言", "president")
CHIEF = Officer("chief-1", "董平", "division_chief")
RECUSAL = {
    "reason": "被告称审判员是原告的表兄",
    "article": "民诉47(一)",
    "requested_at": "2026-03-20T10:00:00+08:00",
    "about": {"person": "judge-1", "role": "judge", "asked_by": "defendant"},
}
FINE = {
    "reason": "旁听人员哄闹法庭，不听制止",
    "article": "民诉113",
    "requested_at": "2026-03-20T10:00:00+08:00",
    "about": {"person": "王某", "amount": "2000.00"},
}
BY_TELEPHONE = {
    "decided_by": "president",
    "decided_at": "2026-03-20T10:10:00+08:00",
    "how": "telephone",
    "number": "0533-0000000",
}


def ask(desk, case, kind="recusal", **told):
    return approvals.request_approval(as_judge(desk), case, kind, **told)


def test_a_word_by_telephone_stands_at_once_and_waits_for_the_deciders_own_signature(desk):
    case = a_case(desk)
    fine = ask(desk, case, "fine", **FINE)
    assert [one.record for one in waiting_approvals(desk.database)] == [fine]
    approvals.note_decision(desk, fine, granted=True, **BY_TELEPHONE)
    held = load_approval(desk.database, fine)
    assert (held.state, held.signs, held.fields["noted_by"]) == ("granted", "decider", "clerk-1")
    assert held.waits
    at = "2026-03-20T18:00:00+08:00"
    assert code_of(approvals.sign_for, as_judge(desk), fine, at=at) == "only_the_decider_signs"
    assert code_of(approvals.sign_for, desk.acting_as(CHIEF), fine, at=at) == "only_the_decider_signs"
    approvals.sign_for(desk.acting_as(PRESIDENT), fine, at=at)
    assert waiting_approvals(desk.database) == []
    assert code_of(approvals.sign_for, desk.acting_as(PRESIDENT), fine, at=at) == "nothing_to_sign_for"


def test_the_president_signs_on_his_own_device_and_the_laptop_hears_of_it(tmp_path):
    laptop, office = new_desk(tmp_path / "laptop", 1), new_desk(tmp_path / "office", 2, PRESIDENT)
    know_each_other(laptop, office)
    case = a_case(laptop)
    fine = ask(laptop, case, "fine", **FINE)
    approvals.note_decision(laptop, fine, granted=True, **BY_TELEPHONE)
    hand_over(laptop, office)
    approvals.sign_for(office, fine, at="2026-03-20T18:00:00+08:00")
    hand_over(office, laptop)
    assert load_approval(laptop.database, fine).fields["confirmed_by"] == "president"
    assert told_rows(laptop.database)["approval"] == told_rows(office.database)["approval"]
    for desk in (laptop, office):
        desk.database.close()


def test_two_laptops_that_noted_different_answers_stop_the_act_until_a_person_picks(tmp_path):
    first, second = new_desk(tmp_path / "one", 1), new_desk(tmp_path / "two", 2)
    know_each_other(first, second)
    case = a_case(first)
    recusal = ask(first, case, **RECUSAL)
    hand_over(first, second)
    approvals.note_decision(first, recusal, granted=False, **BY_TELEPHONE, opinion="没有法定情形")
    approvals.note_decision(second, recusal, granted=True, **BY_TELEPHONE)
    hand_over(second, first)
    assert code_of(approvals.refuse_while_recused, as_judge(first), case) == "values_differ"
    for name in [rival.field for rival in first.told(recusal).rivals]:
        first.decide(recusal, name, {"granted": True, "opinion": ""}.get(name, first.fields_of(recusal)[name]))
    assert code_of(approvals.refuse_while_recused, as_judge(first), case) == "recused"
    for desk in (first, second):
        desk.database.close()


def test_a_signed_sheet_may_be_scanned_by_the_clerk_on_return(desk):
    fine = ask(desk, a_case(desk), "fine", **FINE)
    approvals.note_decision(desk, fine, granted=True, **BY_TELEPHONE)
    approvals.sign_for(desk, fine, at="2026-03-20T18:00:00+08:00", scan="attachment-1")
    assert load_approval(desk.database, fine).fields["scan"] == "attachment-1"


def test_a_decision_that_the_decider_disowns_no_longer_stands(desk):
    case = a_case(desk)
    fine = ask(desk, case, "fine", **FINE)
    approvals.note_decision(desk, fine, granted=True, **BY_TELEPHONE)
    assert approvals.refuse_before_approval(desk, case, "fine").record == fine
    approvals.sign_for(desk.acting_as(PRESIDENT), fine, at="2026-03-20T18:00:00+08:00", confirmed=False)
    assert load_approval(desk.database, fine).state == "disowned"
    assert code_of(approvals.refuse_before_approval, desk, case, "fine") == "approval_waits"


def test_the_answer_may_come_with_the_question_as_one_group(desk):
    case = a_case(desk)
    fine = ask(desk, case, "fine", **FINE, decision={"granted": True, **BY_TELEPHONE})
    assert load_approval(desk.database, fine).state == "granted"
    groups = [entry.group.size for entry in desk.journal.of_record(fine) if entry.group]
    assert groups == [2, 2]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        # 民诉119: the president, and nobody else.
        ({"decided_by": "chief-1"}, "decider_not_competent"),
        ({"decided_by": "judge-1"}, "decider_not_competent"),
        ({"decided_by": "nobody"}, "unknown_officer"),
        ({"decided_at": "2026-03-20T09:59:00+08:00"}, "decided_before_asked"),
        ({"decided_at": "later"}, "date_malformed"),
        ({"how": "by_pigeon"}, "unknown_choice"),
        ({"how": "own_device"}, "only_the_decider_signs"),
        ({"granted": False}, "reason_missing"),
    ],
)
def test_a_decision_that_cannot_be_one_is_refused(desk, changes, code):
    fine = ask(desk, a_case(desk), "fine", **FINE)
    told = {"granted": True, **BY_TELEPHONE, **changes}
    assert code_of(approvals.note_decision, desk, fine, **told) == code
    assert load_approval(desk.database, fine).state == "pending"


def test_a_matter_is_decided_once(desk):
    fine = ask(desk, a_case(desk), "fine", **FINE)
    approvals.note_decision(desk, fine, granted=False, **BY_TELEPHONE, opinion="先予训诫")
    assert load_approval(desk.database, fine).state == "refused"
    assert code_of(approvals.note_decision, desk, fine, granted=True, **BY_TELEPHONE) == "already_decided"


def test_an_open_application_for_recusal_stops_the_judge_but_not_urgent_measures(desk):
    case = a_case(desk)
    ask(desk, case, **RECUSAL)
    judge = as_judge(desk)
    assert code_of(approvals.refuse_while_recused, judge, case) == "recusal_open"
    approvals.refuse_while_recused(judge, case, urgent=True)
    # The clerk opens no sitting for him either.
    assert (
        code_of(hearings.open_sitting, desk, case, opened_at="2026-03-20T10:05:00+08:00", place="村委会")
        == "recusal_open"
    )
    told = {"by": ["plaintiff"], "at": "2026-03-20T12:00:00+08:00", "reason": "和好", "granted": True}
    assert code_of(judgments.rule_on_withdrawal, judge, case, **told) == "recusal_open"


@pytest.mark.parametrize(("granted", "code"), [(True, "recused"), (False, None)])
def test_the_presidents_word_on_a_recusal_opens_or_ends_the_judges_work(desk, granted, code):
    case = a_case(desk)
    recusal = ask(desk, case, **RECUSAL)
    approvals.note_decision(desk, recusal, granted=granted, **BY_TELEPHONE, opinion="没有法定情形")
    if code is None:
        approvals.refuse_while_recused(as_judge(desk), case)
    else:
        assert code_of(approvals.refuse_while_recused, as_judge(desk), case, urgent=True) == code


def test_the_judge_himself_decides_on_the_clerk(desk):
    # 民诉49: others than judges by the judge who sits alone.
    about = {"person": "clerk-1", "role": "clerk", "asked_by": "plaintiff"}
    recusal = ask(desk, a_case(desk), **{**RECUSAL, "about": about})
    told = {**BY_TELEPHONE, "how": "in_person", "decided_by": "judge-1"}
    approvals.note_decision(as_judge(desk), recusal, granted=False, **told, opinion="没有利害关系")
    assert not load_approval(desk.database, recusal).waits


def test_detention_for_violence_in_court_may_come_before_its_approval(desk):
    # 解释181.
    case = a_case(desk)
    urgent = {**FINE, "about": {"person": "王某", "days": 3, "urgent": True}}
    assert code_of(approvals.refuse_before_approval, desk, case, "detention") == "approval_waits"
    detention = ask(desk, case, "detention", **urgent)
    assert approvals.refuse_before_approval(desk, case, "detention").record == detention


def test_no_decision_goes_out_before_its_approval(desk):
    case = a_case(desk)
    approvals.refuse_paper_before_approval(desk, case)
    fine = ask(desk, case, "fine", **FINE)
    assert code_of(approvals.refuse_paper_before_approval, desk, case) == "approval_waits"
    approvals.note_decision(desk, fine, granted=True, **BY_TELEPHONE)
    approvals.refuse_paper_before_approval(desk, case)


def test_the_old_trial_limit_runs_until_the_president_puts_it_off(desk):
    case = a_case(desk)

    def limit():
        return dates_of(desk.database, load_case(desk.database, case)).trial_limit

    # Filed on 20 March 2026; 简易 three months, a fourth by the president (民诉164).
    assert limit() == datetime.date(2026, 6, 20)
    about = {"until": "2026-06-20", "new_until": "2026-07-20"}
    told = {"reason": "需要再次开庭", "article": "延审1", "requested_at": "2026-06-01T09:00:00+08:00", "about": about}
    beyond = {**told, "about": {**about, "new_until": "2026-07-21"}}
    assert code_of(ask, desk, case, "extension", **beyond) == "extension_too_long"
    extension = ask(desk, case, "extension", **told)
    assert limit() == datetime.date(2026, 6, 20)
    decision = {**BY_TELEPHONE, "decided_at": "2026-06-02T09:00:00+08:00"}
    approvals.note_decision(desk, extension, granted=True, **decision)
    assert limit() == datetime.date(2026, 7, 20)
    again = {**told, "about": {"until": "2026-07-20", "new_until": "2026-08-20"}}
    assert code_of(ask, desk, case, "extension", **again) == "extension_used_up"


def test_what_is_asked_needs_words_and_an_officer_of_the_case(desk):
    case = a_case(desk)
    assert code_of(ask, desk, case, "fine", **{**FINE, "reason": " "}) == "reason_missing"
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(approvals.request_approval, stranger, case, "fine", **FINE) == "role_not_permitted"
    assert code_of(approvals.note_decision, desk, "approval-0", granted=True, **BY_TELEPHONE) == "unknown_approval"
    assert approvals_of(desk.database, case) == []


def test_retelling_the_journal_gives_the_same_approvals(desk):
    case = a_case(desk)
    ask(desk, case, **RECUSAL)
    ask(desk, case, "fine", **FINE, decision={"granted": True, **BY_TELEPHONE})
    before = told_rows(desk.database)["approval"]
    desk.teller.retell_all(desk.database)
    assert told_rows(desk.database)["approval"] == before
    assert JUDGE.id in before[0] + before[1]


def test_a_hearing_online_from_the_village_opens_only_after_the_president_agreed_to_the_place(desk):
    case = a_case(desk)
    told = {"opened_at": "2026-03-20T10:30:00+08:00", "place": "梧桐村村委会"}
    assert code_of(hearings.open_sitting, desk, case, online="elsewhere", **told) == "approval_waits"
    assert code_of(hearings.open_sitting, desk, case, online="somehow", **told) == "unknown_choice"
    place = ask(
        desk,
        case,
        "online_place",
        reason="被告在外地务工，村里没有在线法庭",
        article="在线24",
        requested_at="2026-03-20T10:00:00+08:00",
        about={"place": "梧桐村村委会"},
    )
    assert code_of(hearings.open_sitting, desk, case, online="elsewhere", **told) == "approval_waits"
    assert sittings_of(desk.database, case) == []
    approvals.note_decision(desk, place, granted=True, **BY_TELEPHONE)
    sitting = hearings.open_sitting(desk, case, online="elsewhere", **told)
    held = load_sitting(desk.database, sitting)
    assert (held.fields["online"], held.fields["approval"]) == ("elsewhere", place)


def test_a_hearing_online_opens_only_in_the_very_place_that_the_president_agreed_to(desk):
    case = a_case(desk)
    asked = {"reason": "被告在外务工", "article": "在线24", "requested_at": "2026-03-20T10:00:00+08:00"}
    granted = {"granted": True, **BY_TELEPHONE}
    first = ask(desk, case, "online_place", about={"place": "梧桐村村委会"}, decision=granted, **asked)
    told = {"opened_at": "2026-03-20T10:30:00+08:00", "online": "elsewhere"}
    with pytest.raises(NeedsCorrection) as refused:
        hearings.open_sitting(desk, case, place="小口村便民服务站", **told)
    assert refused.value.code == "online_place_differs"
    said = {"at": "place", "place": "小口村便民服务站", "approved": ["梧桐村村委会"], "article": "在线24"}
    assert refused.value.details == said
    assert sittings_of(desk.database, case) == []
    second = ask(desk, case, "online_place", about={"place": "小口村便民服务站"}, decision=granted, **asked)
    # Either place will do now; how it is spaced and how wide its letters are says nothing.
    one = hearings.open_sitting(desk, case, place=" 小口村 便民服务站", **told)
    assert load_sitting(desk.database, one).fields["approval"] == second
    hearings.close_sitting(desk, one, "2026-03-20T11:00:00+08:00")
    other = hearings.open_sitting(desk, case, place="梧桐村村委会", **told)
    assert load_sitting(desk.database, other).fields["approval"] == first


def test_the_courts_own_online_courtroom_and_a_hearing_in_person_need_no_approval(desk):
    told = {"opened_at": "2026-03-20T10:30:00+08:00", "place": "本院"}
    for online in (None, "court"):
        sitting = hearings.open_sitting(desk, a_case(desk), online=online, **told)
        assert load_sitting(desk.database, sitting).fields.get("online") == online


def test_a_place_that_the_president_refused_or_disowned_opens_no_hearing(desk):
    told = {"opened_at": "2026-03-20T18:30:00+08:00", "place": "村委会", "online": "elsewhere"}
    asked = {"reason": "被告在外地", "article": "在线24", "requested_at": "2026-03-20T10:00:00+08:00"}
    case = a_case(desk)
    refused = ask(desk, case, "online_place", about={"place": "村委会"}, **asked)
    approvals.note_decision(desk, refused, granted=False, **{**BY_TELEPHONE, "opinion": "到法庭开庭"})
    assert code_of(hearings.open_sitting, desk, case, **told) == "approval_waits"
    place = ask(
        desk, case, "online_place", about={"place": "村委会"}, decision={"granted": True, **BY_TELEPHONE}, **asked
    )
    approvals.sign_for(desk.acting_as(PRESIDENT), place, at="2026-03-20T18:00:00+08:00", confirmed=False)
    assert code_of(hearings.open_sitting, desk, case, **told) == "approval_waits"


def test_a_hearing_put_before_the_president_is_not_adjourned_before_he_answers(desk):
    case = a_case(desk)
    sitting = hearings.open_sitting(desk, case, opened_at="2026-03-20T09:40:00+08:00", place="村委会")
    later = {"to": "2026-04-08T09:30:00+08:00", "place": "岭子人民法庭"}
    asked = ask(
        desk,
        case,
        "adjournment",
        reason="山洪冲断道路",
        article="民诉149(四)",
        requested_at="2026-03-20T10:00:00+08:00",
        about={"to": later["to"]},
    )
    at = "2026-03-20T10:20:00+08:00"
    assert code_of(adjourn_sitting, desk, sitting, at, "山洪冲断道路", **later) == "approval_waits"
    approvals.note_decision(desk, asked, granted=True, **BY_TELEPHONE)
    adjourn_sitting(desk, sitting, at, "山洪冲断道路", **later)
    assert load_sitting(desk.database, sitting).fields["adjourned_to"] == later["to"]
