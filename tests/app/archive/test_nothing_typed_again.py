"""What the case knows fills every paper that suits it: nothing is typed again, whatever the cause and the ending."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.archive.offers import offers_of
from app.cases.service import confirm_service_address
from app.desk import Desk
from app.documents.fonts import FontSet
from app.documents.service import composed, issue
from app.hearings import service as hearings
from app.intake.service import take_defence
from app.rules.elements import Answer, ElementForm, known_forms
from support.acts import a_confirmation_with_agreement, agree, announce, withdraw
from support.village import COMPANY, DEFENDANT, PLAINTIFF, a_case, as_judge, new_desk

DAY = "2026-03-20"
NOW = "2026-03-20T09:40:00+08:00"
AGENT = {"for": "defendant-1", "name": "冯律", "firm": "山东示例律师事务所", "authority": "general"}
FORMS = [form for form in known_forms() if form.causes and form.in_force_from <= datetime.date(2026, 3, 20)]


def heard(desk: Desk, case: str) -> None:
    sitting = hearings.open_sitting(desk, case, opened_at=NOW, place="村委会", observers=3)
    hearings.end_turn(desk, sitting, "judge", "现在开庭。")
    hearings.close_sitting(desk, sitting, "2026-03-20T10:30:00+08:00")


def filed(desk: Desk, form: ElementForm, **changes: Any) -> str:
    elements = {one.name: one.sample for one in form.elements if one.sample and one.by != "defendant"}
    told = {
        "mode": "written",
        "cause": form.causes[0],
        "parties": copy.deepcopy([PLAINTIFF, COMPANY, DEFENDANT]),
        "agents": [AGENT],
        "elements": elements,
        "facts": form.sample["facts"],
    }
    case = a_case(desk, **{**told, **changes})
    confirm_service_address(desk, case, "plaintiff", {"address": "淄川区岭子镇梧桐村12号", "electronic": False})
    return case


def judged(desk: Desk, form: ElementForm) -> str:
    case = filed(desk, form)
    asked = [one for one in form.of_section("facts") if one.sample or one.by == "defendant"]
    for by in ("defendant-1", "defendant-2"):
        elements = {one.name: answer_to(one) for one in asked}
        take_defence(desk, case, by=by, at=NOW, place="村委会", oral=by == "defendant-1", elements=elements)
    heard(desk, case)
    told = {one.name for one in asked}
    announce(
        desk,
        case,
        form="elements",
        orders=form.sample["orders"],
        laws=form.sample["laws"],
        fee_borne_by="defendant-1",
        present=["plaintiff", "defendant-1_agent"],
        reasons="应当履行。",
        findings={one.name: {"finding": one.finding} for one in asked if one.finding and one.name in told},
    )
    return case


def answer_to(element: Any) -> Any:
    return Answer(not element.answer, element.answer)


def every_paper_is_filled(desk: Desk, case: str) -> set[str]:
    found = set()
    for offer in offers_of(desk, case):
        template, blanks = composed(desk, case, offer.document, offer.blanks, made_on=DAY)
        text = template.text(blanks)
        assert "None" not in text and "Undefined" not in text, offer.document
        found.add(offer.document)
    return found


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_case_of_every_cause_fills_its_papers_from_filing_to_judgment(tmp_path: Path, form: ElementForm) -> None:
    desk = new_desk(tmp_path)
    case = judged(desk, form)
    issue(
        as_judge(desk), case, "ruling_transfer",
        {"reasons": "被告住所地不在本院辖区", "transfer_to": "某某人民法院"}, made_on=DAY, fonts=FontSet.find(),
    )  # fmt: skip
    found = every_paper_is_filled(desk, case)
    assert {
        "civil_complaint_elements", "statement_of_defence_elements", "oral_defence_record", "power_of_attorney",
        "representative_certificate", "civil_judgment_elements", "pronouncement_record", "hearing_record",
        "service_address_confirmation", "document_release", "acceptance_notice", "notice_to_respond",
    } <= found  # fmt: skip


@pytest.mark.parametrize(
    ("end", "papers"),
    [
        (agree, {"civil_mediation_statement", "mediation_record"}),
        (withdraw, {"withdrawal_application", "ruling_withdrawal_granted"}),
    ],
    ids=["mediated", "withdrawn"],
)
def test_other_endings_fill_theirs(tmp_path: Path, end: Callable[[Desk, str], Any], papers: set[str]) -> None:
    desk = new_desk(tmp_path)
    case = a_case(desk)
    end(desk, case)
    assert papers <= every_paper_is_filled(desk, case)


def test_a_confirmation_fills_its_own(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    assert "confirmation_application" in every_paper_is_filled(desk, a_confirmation_with_agreement(desk))
