"""The internal sheet of a paper that was issued: what was read over, and what was not looked up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.archive.offers import offers_of
from app.documents.fonts import FontSet
from app.documents.service import composed, issue
from support.village import a_case, as_judge, new_desk

DAY = "2026-03-20"
JUDGMENT: dict[str, Any] = {
    "orders": ["被告李喆于本判决生效之日起十日内偿还原告张𬱖借款36000元。"],
    "laws": ["《中华人民共和国民法典》第六百七十五条"],
    "fee_borne_by": "defendant",
}


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return FontSet.find()


def sheet(folder: Path, fonts: FontSet, filing: dict[str, Any] | None = None, **about: Any) -> str:
    desk = as_judge(new_desk(folder))
    case = a_case(desk, **(filing or {}))
    blanks = {**JUDGMENT, **about.pop("blanks", {})}
    paper = issue(desk, case, "civil_judgment_tabular", blanks, made_on=DAY, fonts=fonts, **about)
    (offer,) = [one for one in offers_of(desk, case) if one.document == "document_release"]
    assert offer.concerns == paper
    template, filled = composed(desk, case, offer.document, offer.blanks, made_on=DAY)
    assert template.volume == "副卷"
    return template.text(filled)


def test_what_nobody_looked_up_is_said_openly(tmp_path: Path, fonts: FontSet) -> None:
    text = sheet(tmp_path, fonts)
    assert "@row 关联案件 | 未核查。" in text
    assert "@row 职业放贷人 | 未核查。" in text
    assert "@row 可执行性 | 各项均写明履行主体、对象、数额和期限。" in text
    assert "@row 文书校对 | 姓名、案号、金额、日期和上诉告知与案件一致。" in text


def test_what_was_looked_up_stands_with_its_result(tmp_path: Path, fonts: FontSet) -> None:
    text = sheet(tmp_path, fonts, checked={"related_cases": "3月19日查审判系统，无", "lender": "不在名录"})
    assert "@row 关联案件 | 3月19日查审判系统，无。" in text
    assert "@row 职业放贷人 | 不在名录。" in text
    assert "未核查" not in text


def test_a_case_that_is_no_loan_asks_after_no_lender(tmp_path: Path, fonts: FontSet) -> None:
    assert "职业放贷人" not in sheet(tmp_path, fonts, {"cause": "买卖合同纠纷"})


def test_an_order_nobody_could_enforce_and_a_reason_to_issue_stand_on_the_sheet(tmp_path: Path, fonts: FontSet) -> None:
    orders = ["被告李哲偿还原告张𬱖借款36000元。"]
    text = sheet(tmp_path, fonts, blanks={"orders": orders}, despite="李哲为被告曾用名")
    assert "“被告李哲偿还原告张𬱖借款36000元”没有写明期限。" in text
    assert "签发理由：李哲为被告曾用名。" in text
