"""What a paper says in the cases that its sample doesn't show: each sentence holds for the case it is printed in."""

from __future__ import annotations

from typing import Any

import pytest

from app.documents.template import load


def printed(document: str, **blanks: Any) -> str:
    """The paper of the sample with those blanks changed; a group's are merged into the sample's."""
    sample = load(document).sample()
    for name, value in blanks.items():
        sample[name] = {**sample[name], **value} if isinstance(value, dict) else value
    return load(document).text(sample)


def procedure(code: str) -> dict[str, str]:
    return {"procedure_code": code}


def test_fetching_a_judgment_is_service_in_the_simplified_procedure_only() -> None:
    # 简易28: the day of fetching it, or the last day of the time for it; 小额 knows no appeal (民诉165).
    simplified = printed("judgment_collection_notice", case=procedure("simplified"))
    assert "期间届满之日即为送达之日，当事人的上诉期从" in simplified
    assert "若干规定》第二十八条）" in simplified
    small = printed("judgment_collection_notice", case=procedure("small_claims"))
    assert "期间届满之日即为送达之日。" in small and "上诉期" not in small
    ordinary = printed("judgment_collection_notice", case=procedure("ordinary"))
    assert "即为送达之日" not in ordinary and "依法另行送达" in ordinary


def test_a_public_notice_says_what_is_served_and_how_long_it_may_be_appealed() -> None:
    # 解释139: the points of the suit, or the main content of the decision; 民诉171: 15 days, of a ruling 10.
    judgment = printed("public_service_notice", papers=["民事判决书"], consequence="appeal", gist="被告支付八万元")
    assert "主要内容：被告支付八万元。" in judgment
    assert "如不服本判决，可以在公告期满之日起十五日内" in judgment
    ruling = printed("public_service_notice", papers=["民事裁定书"], consequence="appeal", gist="驳回起诉")
    assert "如不服本裁定，可以在公告期满之日起十日内" in ruling and "判决" not in ruling
    respond = {
        "consequence": "respond", "gist": "请求支付八万元", "evidence_days": 30,
        "hearing_at": "2026-06-20T09:30:00+08:00", "hearing_place": "岭子人民法庭",
    }  # fmt: skip
    suit = printed("public_service_notice", papers=["起诉状副本", "传票"], **respond)
    assert "起诉要点：请求支付八万元。" in suit and "公开开庭审理" in suit
    assert "不提出答辩状的，不影响本院审理" in suit
    assert "公开开庭" not in printed("public_service_notice", **respond, case={"public": False})


@pytest.mark.parametrize("document", ["mediation_assignment_letter", "mediation_entrustment_letter"])
def test_mediation_on_the_court_s_platform_counts_from_its_acceptance_there(document: str) -> None:
    # 线调24; otherwise from the mediator's signed receipt of the papers (特调27).
    online, here = printed(document, letter={"online": True}), printed(document, letter={"online": False})
    assert "在人民法院调解平台上在线进行调解" in online and "自人民法院调解平台受理之日起计算" in online
    assert "签字接收" not in online and "平台" not in here and "材料之日起计算" in here


def test_only_a_divorce_case_withdrawn_may_not_be_brought_again_for_six_months() -> None:
    # 解释214(2) speaks of 离婚案件; what is divided after a divorce may be sued for again at once.
    assert "六个月内又起诉" in printed("withdrawal_application", case={"cause": "离婚纠纷"})
    assert "六个月" not in printed("withdrawal_application", case={"cause": "离婚后财产纠纷"})


@pytest.mark.parametrize(("who", "article", "other"), [("party", "六十五", "七十一"), ("witness", "七十一", "六十五")])
def test_a_pledge_cites_the_article_on_who_signs_it(who: str, article: str, other: str) -> None:
    text = printed("truthfulness_pledge", who=who)
    assert f"第{article}条" in text and f"第{other}条" not in text


def test_who_may_be_challenged_is_named_as_the_law_of_2023_names_them() -> None:
    # 民诉47(4) since 2024-01-01; 民诉52(2) knows no exception for privacy.
    text = printed("rights_and_duties_notice")
    assert "申请审判人员、法官助理、书记员、司法技术人员、翻译人员、鉴定人、勘验人回避" in text
    assert "个人隐私的除外" not in text


@pytest.mark.parametrize("document", ["ruling_preservation", "ruling_advance_execution"])
def test_a_refused_application_is_not_enforced_at_once(document: str) -> None:
    refused = ["驳回原告的申请"]
    changed = {"preservation": {"measures": refused}} if document == "ruling_preservation" else {"orders": refused}
    text = printed(document, **changed)
    assert "立即开始执行" not in text and "不停止裁定的执行" not in text and "三十日内" not in text
    assert "五日内向本院申请复议一次。" in text
    assert "本裁定立即开始执行。" in printed(document)


def test_before_a_suit_nobody_is_called_plaintiff() -> None:
    text = printed("ruling_preservation", preservation={"before_suit": True})
    assert "申请人：" in text and "申请人（原告）" not in text
    assert "第一百零四条" in text and "三十日内依法提起诉讼或者申请仲裁" in text


@pytest.mark.parametrize("document", ["ruling_preservation", "preservation_application"])
def test_who_sues_beside_the_applicant_is_not_called_the_other_side(document: str) -> None:
    parties = load(document).sample()["parties"]
    beside = {**parties[0], "id": "plaintiff-2", "name": "孙示例", "intro": "原告：孙示例，男。"}
    text = printed(document, parties=[*parties, beside])
    assert "\n原告：孙示例，男。" in text and text.count("被申请人（") == 1


def test_a_ruling_on_small_claims_cites_why_it_may_not_be_appealed() -> None:
    # 解释276 (jurisdiction) and 277 (dismissal): 裁定一经作出即生效.
    for document, article in (("ruling_jurisdiction_objection", "七十六"), ("ruling_case_dismissed", "七十七")):
        small = printed(document, case=procedure("small_claims"))
        assert f"第二百{article}条规定" in small and "本裁定一经作出即生效" in small and "上诉" not in small
        assert f"第二百{article}条" not in printed(document, case=procedure("ordinary"))


def test_a_suit_not_taken_has_no_opponent_to_copy_the_appeal_to() -> None:
    text = printed("ruling_not_accepted", law="第一百二十七条第七项")
    assert "十日内，向本院递交上诉状，上诉于" in text and "副本" not in text
    assert "第一百二十二条、第一百二十六条、第一百二十七条第七项规定" in text


def test_leaving_small_claims_cites_an_objection_only_where_there_was_one() -> None:
    # 解释279 is on the objection, 278 on claims changed, counterclaims and parties added.
    assert "第二百七十九条规定" in printed("ruling_small_to_simplified", objected_by="defendant", upheld=True)
    changed = printed("ruling_small_to_simplified", objected_by=None, upheld=True)
    assert "第二百七十八条规定" in changed and "第二百七十九条" not in changed


def test_a_witness_called_by_the_court_is_told_the_court_pays_first() -> None:
    # 民诉77; 证据70: the notice says what the testimony is about.
    text = printed("appearance_notice", person={"capacity": "证人", "matter": "2025年3月收款经过"})
    assert "本院通知证人作证的，由本院先行垫付" in text and "出庭事项：2025年3月收款经过。" in text


@pytest.mark.parametrize(("document", "day"), [("evidence_notice", "until"), ("correction_notice", "until")])
def test_the_last_day_of_a_period_is_said_to_belong_to_it(document: str, day: str) -> None:
    # 民诉85: only the first day is not counted.
    assert "2026年4月7日前（含当日）" in printed(document, **{day: "2026-04-07"})
    assert "2026年4月7日前（含当日）向本院交纳" in printed("fee_notice", reason="borne", pay_by="2026-04-07")


@pytest.mark.parametrize(("document", "order"), [("granted", "准许"), ("refused", "不准许")])
def test_an_application_to_confirm_is_withdrawn_as_such_and_costs_nothing(document: str, order: str) -> None:
    # 解释357(1); 费用8: no fee in the special procedure.
    text = printed(f"ruling_withdrawal_{document}", case=procedure("special") | {"fee_full": "0.00", "fee_due": "0.00"})
    assert f"的解释》第三百五十七条第一款规定，裁定如下：\n{order}" in text and "撤回申请。" in text
    assert "撤诉" not in text and "受理费" not in text
    asked = printed("withdrawal_application", case=procedure("special"), against="")
    assert "自愿申请撤回确认调解协议效力的申请，请予准许。" in asked


FORMS = ["ordinary", "simplified", "elements", "tabular"]


@pytest.mark.parametrize("form", [*FORMS, "brief"])
def test_a_suit_dismissed_leaves_nothing_to_perform_late(form: str) -> None:
    # 民诉264 is on who must pay; dismissing a claim for money makes nobody pay.
    dismissed, paid = ["驳回原告要求被告支付36000元的诉讼请求"], ["被告支付36000元", "驳回原告的其他诉讼请求"]
    assert "迟延履行" not in printed(f"civil_judgment_{form}", orders=dismissed, late_performance="auto")
    assert "加倍支付迟延履行期间" in printed(f"civil_judgment_{form}", orders=paid, late_performance="auto")


@pytest.mark.parametrize("form", FORMS)
def test_a_third_party_who_stayed_away_makes_no_judgment_in_default(form: str) -> None:
    # 民诉147 is on defendants; a third party's absence keeps nothing from being heard (解释240).
    away = "第三人赵六经传票传唤，无正当理由拒不到庭"
    said = printed(f"civil_judgment_{form}", absent_note=away, case=procedure("ordinary"))
    assert away in said and "第一百四十七条" not in said
    default = printed(f"civil_judgment_{form}", absent_note="被告李四经传票传唤，无正当理由拒不到庭，本院依法缺席审理")
    assert "第一百四十七条" in default
