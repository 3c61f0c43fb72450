"""A paper is held against its case before it is issued: names, sums, case numbers, dates, appeal notice, look-ups."""

from __future__ import annotations

import copy
import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.documents import template as templates
from app.documents.fonts import FontSet
from app.documents.proofread import ORDER_BLANKS, Finding, Person, Truth, proofread_text
from app.documents.service import issue, load_paper, proofreading
from app.errors import NeedsCorrection
from support.village import a_case, as_judge, new_desk

JUDGMENT = {
    "orders": ["被告李喆于本判决生效之日起十日内偿还原告张𬱖借款36000元。"],
    "laws": ["《中华人民共和国民法典》第六百七十五条"],
    "fee_borne_by": "defendant",
}
TERMS = {
    "terms": ["被告李喆于2026年4月20日前偿还原告张𬱖借款36000元。"],
    "effect": "on_receipt",
    "fee_borne_by": "defendant",
}
DAY = "2026-03-20"


def found(tmp_path: Path, document: str, extra: dict[str, Any], **about: Any) -> tuple[Finding, ...]:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, about.pop("procedure", "simplified"))
    return proofreading(desk, case, document, extra, made_on=DAY, **about)


def codes(findings: tuple[Finding, ...], severity: str = "must") -> list[str]:
    return [one.code for one in findings if one.severity == severity]


def judged(tmp_path: Path, *orders: str, **more: Any) -> tuple[Finding, ...]:
    return found(tmp_path, "civil_judgment_tabular", {**JUDGMENT, "orders": list(orders), **more})


def test_a_paper_that_agrees_with_its_case_has_nothing_against_it(tmp_path: Path) -> None:
    looked_up = {"related_cases": "3月19日查审判系统，无", "lender": "3月19日查名录，不在其中"}
    assert found(tmp_path, "civil_judgment_tabular", JUDGMENT, checked=looked_up) == ()
    assert found(tmp_path / "2", "civil_mediation_statement", TERMS, checked=looked_up) == ()


@pytest.mark.parametrize(
    ("written", "wrong", "right"),
    [("被告李哲", "李哲", "李喆"), ("原告张颋", "张颋", "张𬱖"), ("被告：李詰", "李詰", "李喆")],
)
def test_a_name_one_character_off_is_pointed_out(tmp_path: Path, written: str, wrong: str, right: str) -> None:
    findings = judged(tmp_path, JUDGMENT["orders"][0], reasons=f"{written}应当清偿到期借款")
    names = [one for one in findings if one.code == "proof_name_differs"]
    assert [(one.severity, one.facts) for one in names] == [("must", {"found": wrong, "expected": right})]


@pytest.mark.parametrize("written", ["原告李喆应当清偿", "由被告张𬱖负担", "被告：张𬱖"])
def test_a_name_under_the_other_sides_standing_stops_the_paper(tmp_path: Path, written: str) -> None:
    findings = judged(tmp_path, JUDGMENT["orders"][0], reasons=written)
    swapped = [one for one in findings if one.code == "proof_standing_differs"]
    name = "李喆" if "李喆" in written else "张𬱖"
    right = {"李喆": "被告", "张𬱖": "原告"}[name]
    wrong = {"李喆": "原告", "张𬱖": "被告"}[name]
    assert [(one.severity, one.facts) for one in swapped] == [
        ("must", {"found": f"{wrong}{name}", "expected": f"{right}{name}"})
    ]


@pytest.mark.parametrize(
    "written", ["反诉原告李喆要求返还", "原告、被告张𬱖", "原告张𬱖和被告李喆都认可", "上诉人李喆"]
)
def test_the_standing_a_party_has_elsewhere_stops_no_paper(tmp_path: Path, written: str) -> None:
    findings = judged(tmp_path, JUDGMENT["orders"][0], reasons=written.replace("被告张𬱖", "被告李喆"))
    assert not [one for one in findings if one.code == "proof_standing_differs"]


def test_swapped_digits_outside_the_orders_are_pointed_out(tmp_path: Path) -> None:
    findings = judged(tmp_path, JUDGMENT["orders"][0], reasons="被告至今欠63000元未还")
    swapped = [(one.severity, one.facts["found"]) for one in findings if one.code == "proof_amount_swapped"]
    assert swapped == [("look", "63000元")]


@pytest.mark.parametrize(
    ("written", "pointed_out"),
    [
        ("37711", True),  # 37171, the claim with its interest: two digits swapped
        ("37271", True),  # one digit changed
        ("371710", True),  # a nought too many
        ("37171", False),
        ("35000", False),  # 36000 with one digit changed may as well be another round sum
        ("3600", False),
        ("1000", False),
    ],
)
def test_a_sum_that_looks_like_one_of_the_case_miswritten_is_pointed_out(written: str, pointed_out: bool) -> None:
    findings = sample_findings("ruling_transfer", made_up_truth(), reasons=f"双方对{written}元有争议")
    codes_found = [(one.severity, one.facts["expected"]) for one in findings if one.code == "proof_amount_swapped"]
    assert codes_found == ([("look", "37171元")] if pointed_out else [])


def test_a_name_that_sounds_the_same_is_pointed_out_wherever_it_stands(tmp_path: Path) -> None:
    findings = judged(tmp_path, JUDGMENT["orders"][0], reasons="借条由李哲书写")
    assert codes(findings, "look").count("proof_name_differs") == 1


def made_up_truth(**changes: Any) -> Truth:
    said: dict[str, Any] = {
        "number": "（2026）鲁0302民初9001号",
        "procedure": "simplified",
        "cause": "民间借贷纠纷",
        "superior": "山东省淄博市中级人民法院",
        "filed_on": datetime.date(2026, 3, 20),
        "made_on": datetime.date(2026, 3, 20),
        "people": (Person("张𬱖", "原告", "party"), Person("李示例", "被告", "party")),
        "fees": (Decimal("729.28"), Decimal("364.64")),
        "amounts": frozenset({Decimal("36000.00"), Decimal("1171.00"), Decimal("37171.00")}),
    }
    return Truth(**{**said, **changes})


def sample_findings(name: str, truth: Truth, **changes: Any) -> tuple[Finding, ...]:
    template = templates.load(name)
    blanks = {**copy.deepcopy(template.sample()), **changes}
    looked_up = {"related_cases": "无", "lender": "否"}
    return proofread_text(template, blanks, template.text(blanks), truth, checked=looked_up)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("于丽", "被告于本判决生效之日起十日内履行"),
        ("任贺", "如被告任何一期未履行"),
        ("向华", "被告向原告赔礼道歉"),
        ("赵明", "被告证明不了，原告说明如下"),
    ],
)
def test_common_words_after_a_role_stop_no_paper(name: str, words: str) -> None:
    people = (Person("张𬱖", "原告", "party"), Person("李示例", "被告", "party"), Person(name, "被告", "party"))
    findings = sample_findings("ruling_transfer", made_up_truth(people=people), reasons=words)
    assert [one for one in findings if one.severity == "must" and one.facts.get("expected") == name] == []


@pytest.mark.parametrize(
    "written",
    [
        "淄博市例建材有限公司",
        "淄博示例建材限公司",
        "淄博示例建筑材有限公司",
        "淄博示例建材有限责任公司",
        "淄博示例建𣕚有限公司",
    ],
)
def test_a_slip_in_a_long_name_is_found_without_a_role_before_it(written: str) -> None:
    people = (Person("张𬱖", "原告", "party"), Person("淄博示例建材有限公司", "被告", "party"))
    findings = sample_findings("ruling_transfer", made_up_truth(people=people), reasons=f"货款由{written}支付")
    wrong = [one.facts["found"] for one in findings if one.code == "proof_name_differs" and one.severity == "must"]
    assert written in wrong


@pytest.mark.parametrize(
    "written", ["阿卜杜热伊木•阿卜杜喀迪尔", "阿卜杜热伊木阿卜杜喀迪尔", "阿卜杜热依木·阿卜杜喀迪尔"]
)
def test_a_slip_in_a_name_of_two_parts_is_found_in_its_dot_too(written: str) -> None:
    people = (Person("阿卜杜热伊木·阿卜杜喀迪尔", "原告", "party"), Person("李示例", "被告", "party"))
    findings = sample_findings("ruling_transfer", made_up_truth(people=people), reasons=f"原告{written}称")
    wrong = [one.facts["found"] for one in findings if one.code == "proof_name_differs" and one.severity == "must"]
    assert written in wrong


def test_every_party_is_named_in_a_judgment() -> None:
    people = (Person("张𬱖", "原告", "party"), Person("李示例", "被告", "party"), Person("何人", "第三人", "party"))
    template = templates.load("civil_judgment_brief")
    sample = template.sample()
    sample["parties"] = [party for party in sample["parties"]]
    truth = made_up_truth(people=people, procedure=sample["case"]["procedure_code"])
    findings = proofread_text(template, sample, template.text(sample), truth, checked={})
    missing = [one.facts["expected"] for one in findings if one.code == "proof_name_missing"]
    assert "何人" in missing


def test_a_sum_with_swapped_digits_stops_the_paper(tmp_path: Path) -> None:
    findings = judged(tmp_path, "被告李喆于本判决生效之日起十日内偿还原告张𬱖借款63000元。")
    swapped = [one for one in findings if one.code == "proof_amount_swapped"]
    assert [(one.severity, one.where, one.facts) for one in swapped] == [
        ("must", "orders.1", {"found": "63000元", "expected": "36000元"})
    ]


def test_a_sum_the_case_does_not_know_is_only_pointed_out(tmp_path: Path) -> None:
    findings = judged(tmp_path, "被告李喆于本判决生效之日起十日内偿还原告张𬱖借款30000元。")
    assert codes(findings) == []
    assert "proof_amount_not_in_case" in codes(findings, "look")


def test_a_sum_that_the_court_itself_found_is_nothing_strange(tmp_path: Path) -> None:
    order = "被告李喆于本判决生效之日起十日内偿还原告张𬱖借款30000元。"
    row = {"name": "本金", "positions": "原告主张36000元；被告辩称30000元", "finding": "实际交付30000元"}
    facts = judged(tmp_path, order, facts_found="原告实际交付30000元。")
    finding = judged(tmp_path / "2", order, disputed=[row])
    assert [one.code for one in (*facts, *finding) if "amount" in one.code] == []


def test_parts_that_come_to_a_claim_are_not_pointed_out(tmp_path: Path) -> None:
    terms = ["被告李喆于2026年4月20日前偿还原告张𬱖10000元，于2026年9月30日前偿还26000元，合计36000元。"]
    findings = found(tmp_path, "civil_mediation_statement", {**TERMS, "terms": terms})
    assert [one.code for one in findings if "amount" in one.code or "sum" in one.code] == []


def test_a_total_that_is_not_the_sum_of_its_parts_is_pointed_out(tmp_path: Path) -> None:
    terms = ["被告李喆于2026年4月20日前偿还原告张𬱖10000元，于2026年9月30日前偿还25000元，合计36000元。"]
    findings = found(tmp_path, "civil_mediation_statement", {**TERMS, "terms": terms})
    totals = [one.facts for one in findings if one.code == "proof_sum_differs"]
    assert totals == [{"found": "36000元", "expected": "35000元"}]


@pytest.mark.parametrize(
    ("words", "agrees"),
    [
        ("36000元（大写：叁万陆仟元整）", True),
        ("人民币叁万陆仟圆整（36000元）", True),
        ("36000元（大写：叁万陆佰元整）", False),
        ("36000元（大写：叁万陆千元整）", True),
        ("36000元（大写：叁万六仟元整）", True),
        ("36000元（大写：叁万陆百元整）", False),
        ("3.6万元（大写：叁万陆仟元整）", True),
        ("3.6万元，其中6000元是利息", True),
        ("￥36,000.00（大写：叁万陆仟元整），另付利息500元", True),
        ("人民币叁万陆仟元（￥36000），另付利息500元", True),
        ("36000元（大写：叁万陆仟元整），另付63000元（大写：叁万陆仟元整）", False),
        ("3.6542万元（大写：叁万陆仟伍佰肆拾贰元），另付利息500元", True),
        ("36，000元（大写：叁万陆仟元整）", True),
        ("36000元，已还证人赵三伍仟元（5000元）", True),
        # 支付结算办法附件一(三)4: a nought where the yuan end may be read or not.
        ("36000.50元（大写：叁万陆仟元零伍角）", True),
        ("36000.50元（大写：叁万陆仟元伍角）", True),
    ],
)
def test_the_sum_in_words_is_the_sum_in_digits(tmp_path: Path, words: str, agrees: bool) -> None:
    findings = judged(tmp_path, f"被告李喆于本判决生效之日起十日内偿还原告张𬱖借款{words}。")
    assert ("proof_amount_words_differ" not in codes(findings)) is agrees


def test_words_of_another_sum_than_any_in_digits_are_only_pointed_out(tmp_path: Path) -> None:
    facts = "借条写明“今借到叁万陆仟元整”，被告已还利息500元"
    findings = judged(tmp_path, *JUDGMENT["orders"], facts_found=facts)
    assert codes(findings) == []
    assert "proof_amount_words_differ" in codes(findings, "look")


def test_a_case_fee_other_than_the_reckoned_one_stops_the_paper(tmp_path: Path) -> None:
    # 36000 yuan: 50 + 26000 × 2.5 % = 700 yuan (费用13(1)); half of it is 350 (费用16).
    fine = judged(tmp_path, *JUDGMENT["orders"], fee_text="案件受理费700元，减半收取计350元，由被告李喆负担")
    wrong = judged(tmp_path / "2", *JUDGMENT["orders"], fee_text="案件受理费530元，由被告李喆负担")
    halved = judged(tmp_path / "3", *JUDGMENT["orders"], fee_text="案件受理费700元，减半收取计351元，由被告李喆负担")
    assert "proof_fee_differs" not in codes(fine)
    assert "proof_fee_differs" in codes(wrong) and "proof_fee_differs" in codes(halved)


def test_shares_of_a_fee_that_do_not_come_to_it_are_pointed_out(tmp_path: Path) -> None:
    said = "案件受理费700元，减半收取计350元，由原告张𬱖负担{}元，被告李喆负担{}元"
    right = judged(tmp_path, *JUDGMENT["orders"], fee_borne_by="shared", fee_text=said.format(50, 300))
    wrong = judged(tmp_path / "2", *JUDGMENT["orders"], fee_borne_by="shared", fee_text=said.format(100, 300))
    assert "proof_fee_differs" not in [one.code for one in right]
    assert [one.facts["found"] for one in wrong if one.code == "proof_fee_differs"] == ["400元"]


def test_a_shared_fee_without_shares_is_pointed_out(tmp_path: Path) -> None:
    shares = "案件受理费700元，减半收取计350元，由原告张𬱖负担50元，被告李喆负担300元"
    silent = judged(tmp_path, *JUDGMENT["orders"], fee_borne_by="shared")
    said = judged(tmp_path / "2", *JUDGMENT["orders"], fee_borne_by="shared", fee_text=shares)
    assert "proof_fee_shares_missing" in codes(silent, "look")
    assert "proof_fee_shares_missing" not in [one.code for one in said]


def test_a_case_number_one_digit_off_stops_the_paper_and_another_case_does_not(tmp_path: Path) -> None:
    near = judged(tmp_path, *JUDGMENT["orders"], reasons="本院（2026）鲁0302民初1538号案已经立案")
    near_off = judged(tmp_path / "2", *JUDGMENT["orders"], reasons="本院（2026）鲁0302民初1506号案已经立案")
    assert "proof_case_number_differs" in codes(near, "look")
    assert "proof_case_number_differs" in codes(near_off)


def test_a_number_with_the_papers_own_suffix_is_the_cases(tmp_path: Path) -> None:
    findings = judged(tmp_path, *JUDGMENT["orders"], reasons="本院（2026）鲁0302民初1501号之一裁定已经生效")
    assert [one for one in findings if "case_number" in one.code] == []


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        ("借款于2025年2月30日到期", "proof_date_not_real"),
        ("借款于二〇二五年十三月一日到期", "proof_date_not_real"),
        ("被告于2026年12月1日出具欠条", "proof_date_in_future"),
    ],
)
def test_a_day_that_cannot_be_is_pointed_out(tmp_path: Path, reasons: str, code: str) -> None:
    assert code in codes(judged(tmp_path, *JUDGMENT["orders"], reasons=reasons), "look")


def test_a_day_long_past_in_the_facts_is_nothing_strange(tmp_path: Path) -> None:
    findings = judged(tmp_path, *JUDGMENT["orders"], facts_found="2024年3月1日，被告李喆借款36000元")
    assert [one for one in findings if "date" in one.code] == []


def test_a_period_that_has_passed_is_pointed_out(tmp_path: Path) -> None:
    terms = ["被告李喆于2025年4月20日前偿还原告张𬱖借款36000元。"]
    findings = found(tmp_path, "civil_mediation_statement", {**TERMS, "terms": terms})
    assert "proof_term_is_past" in codes(findings, "look")


def test_a_judgment_of_the_simplified_procedure_tells_of_the_appeal() -> None:
    template = templates.load("civil_judgment_ordinary")
    sample = template.sample()
    truth = made_up_truth(procedure="ordinary", number=sample["case"]["number"])
    text = template.text(sample)
    looked_up = {"related_cases": "无", "lender": "否"}

    def with_text(changed: str) -> list[str]:
        return [one.code for one in proofread_text(template, sample, changed, truth, checked=looked_up)]

    assert [code for code in with_text(text) if "appeal" in code] == []
    assert "proof_appeal_missing" in with_text("\n".join(one for one in text.split("\n") if "上诉于" not in one))
    assert "proof_appeal_days_differ" in with_text(text.replace("之日起十五日内", "之日起十日内"))
    assert "proof_appeal_court_differs" in with_text(text.replace("上诉于山东省淄博市", "上诉于山东省济南市"))


def test_a_small_claims_judgment_must_not_tell_of_an_appeal() -> None:
    template = templates.load("civil_judgment_ordinary")
    sample = template.sample()
    truth = made_up_truth(procedure="small_claims", number=sample["case"]["number"])
    findings = proofread_text(template, sample, template.text(sample), truth, checked={})
    assert "proof_appeal_not_due" in codes(findings)


def test_the_ten_days_of_a_ruling_are_asked_for() -> None:
    truth = made_up_truth(procedure="ordinary")
    assert [one.code for one in sample_findings("ruling_not_accepted", truth) if "appeal" in one.code] == []


def test_what_was_not_looked_up_is_said_to_be_unchecked(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    first = a_case(desk)
    second = a_case(desk)
    findings = proofreading(desk, second, "civil_judgment_tabular", JUDGMENT, made_on=DAY)
    related = next(one for one in findings if one.code == "proof_related_cases_unchecked")
    lender = next(one for one in findings if one.code == "proof_lender_unchecked")
    assert (related.severity, related.facts["here"]) == ("look", "（2026）鲁0302民初1501号 民间借贷纠纷")
    assert lender.facts == {"here": "1"}
    assert first != second


def test_a_record_repeats_what_was_said_and_is_never_stopped() -> None:
    template = templates.load("hearing_record")
    sample = template.sample()
    sample["turns"][0]["text"] = "被告李示列借了63000元，案号（2026）鲁0302民初9002号。"
    findings = proofread_text(template, sample, template.text(sample), made_up_truth(), checked={})
    assert {one.severity for one in findings} == {"look"}
    assert "proof_name_differs" in [one.code for one in findings]


@pytest.mark.parametrize("name", templates.names())
def test_the_samples_are_not_contradicted_by_their_own_case(name: str) -> None:
    template = templates.load(name)
    sample = template.sample()
    case = sample.get("case")
    if not case or name in ("dossier_handover", "sealing_log"):
        return
    people = [Person(party["name"], party["role_name"], "party") for party in sample.get("parties", ())]
    people += [Person(one["name"], "", "officer") for one in sample.get("officers", ())]
    fees = tuple(Decimal(case[key]) for key in ("fee_full", "fee_due") if case.get(key))
    truth = made_up_truth(number=case["number"], procedure=case["procedure_code"], people=tuple(people), fees=fees)
    assert codes(proofread_text(template, sample, template.text(sample), truth, checked={})) == []


def test_a_case_number_in_a_wrong_form_is_pointed_out(tmp_path: Path) -> None:
    # 法〔2015〕137号: numbers run without leading zeros.
    findings = judged(tmp_path, *JUDGMENT["orders"], reasons="本院（2026）鲁0302民初015号案已经审结")
    assert "proof_case_number_malformed" in codes(findings, "look")


def test_a_paper_dated_before_its_case_was_filed_is_pointed_out(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    findings = proofreading(desk, a_case(desk), "civil_judgment_tabular", JUDGMENT, made_on="2026-03-19")
    assert "proof_date_before_filing" in codes(findings, "look")


@pytest.mark.parametrize(
    ("order", "lacking"),
    [
        ("于本判决生效之日起十日内向原告张𬱖偿还借款36000元。", "subject"),
        ("被告李喆于本判决生效之日起十日内偿还36000元。", "object"),
        ("被告李喆于本判决生效之日起十日内偿还原告张𬱖借款。", "amount"),
        ("被告李喆偿还原告张𬱖借款36000元。", "period"),
    ],
)
def test_every_order_is_asked_whether_it_can_be_enforced(tmp_path: Path, order: str, lacking: str) -> None:
    # 解释461: the parties and what is to be done must be clear.
    whole = "被告李喆于本判决生效之日起三日内返还原告张𬱖借条一份。"
    open_ends = [one for one in judged(tmp_path, whole, order) if one.code.startswith("proof_order_lacks")]
    assert [(one.code, one.where) for one in open_ends] == [(f"proof_order_lacks_{lacking}", "orders.2")]


@pytest.mark.parametrize("name", templates.names())
def test_no_list_of_orders_or_terms_goes_unread(name: str) -> None:
    template = templates.load(name)
    paths = [one for one, blank in template.blanks.items() if blank.type == "list" and one in ("orders", "terms")]
    paths += [
        f"{one}.{inner}"
        for one, blank in template.blanks.items()
        for inner, field in blank.fields.items()
        if field.type == "list" and inner in ("orders", "terms")
    ]
    assert set(paths) <= set(ORDER_BLANKS)


def test_a_disputed_element_without_a_finding_is_pointed_out(tmp_path: Path) -> None:
    row = {"name": "已还款", "positions": "原告主张未还；被告辩称还过2000元", "finding": None}
    silent = judged(tmp_path, *JUDGMENT["orders"], disputed=[row])
    assert [one.facts for one in silent if one.code == "proof_element_not_found"] == [{"found": "已还款"}]
    found_so = judged(tmp_path / "2", *JUDGMENT["orders"], disputed=[{**row, "finding": "没有还款的证据"}])
    facts = judged(tmp_path / "3", *JUDGMENT["orders"], disputed=[row], facts_found="被告没有还款")
    assert "proof_element_not_found" not in [one.code for one in (*found_so, *facts)]


def test_a_judgment_without_facts_and_reasons_is_for_small_claims_only(tmp_path: Path) -> None:
    # 解释280.
    small = found(tmp_path, "civil_judgment_brief", JUDGMENT, procedure="small_claims")
    simplified = found(tmp_path / "2", "civil_judgment_brief", JUDGMENT)
    assert "proof_brief_outside_small_claims" not in [one.code for one in small]
    assert "proof_brief_outside_small_claims" in [one.code for one in simplified]


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return FontSet.find()


WRONG = {**JUDGMENT, "orders": ["被告李哲于本判决生效之日起十日内偿还原告张𬱖借款36000元。"]}


def test_a_contradiction_stops_the_issue_and_nothing_is_written(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    before = desk.journal.heads()
    with pytest.raises(NeedsCorrection) as refused:
        issue(desk, case, "civil_judgment_tabular", WRONG, made_on=DAY, fonts=fonts)
    assert refused.value.code == "proofreading_found"
    findings = refused.value.details["findings"]
    assert [one["code"] for one in findings] == ["proof_name_differs"]
    assert str(refused.value) == "proofreading_found"
    assert desk.journal.heads() == before


def test_blank_space_is_no_reason(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    with pytest.raises(NeedsCorrection):
        issue(desk, a_case(desk), "civil_judgment_tabular", WRONG, made_on=DAY, fonts=fonts, despite=" 　")


def test_a_reason_issues_it_and_stands_in_the_papers_entry(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    reason = "李哲为被告曾用名，借条如此签署"
    record = issue(
        desk,
        case,
        "civil_judgment_tabular",
        WRONG,
        made_on=DAY,
        fonts=fonts,
        despite=reason,
        checked={"related_cases": "3月19日查，无"},
    )
    fields = desk.fields_of(record)
    assert fields["despite"] == reason
    assert [one["code"] for one in fields["found"]] == ["proof_name_differs"]
    assert fields["checked"] == {"related_cases": "3月19日查，无"}
    assert load_paper(desk.database, record).despite == reason
    assert load_paper(desk.database, record).checked == {"related_cases": "3月19日查，无"}


def test_a_paper_without_contradiction_says_nothing_of_a_reason(tmp_path: Path, fonts: FontSet) -> None:
    desk = as_judge(new_desk(tmp_path))
    record = issue(desk, a_case(desk), "civil_judgment_tabular", JUDGMENT, made_on=DAY, fonts=fonts, despite="无")
    assert "despite" not in desk.fields_of(record)
    assert load_paper(desk.database, record).number == "（2026）鲁0302民初1501号"
