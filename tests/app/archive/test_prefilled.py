"""A paper that no act makes finds its blanks filled with what the case says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.archive import prefilled as source
from app.archive.prefilled import prefilled, signing
from app.cases.attendance import expected_at
from app.cases.store import load_case
from app.documents import template as templates
from app.documents.blanks import check
from app.documents.parts import free_blanks
from app.errors import NeedsCorrection
from support.acts import a_paper_of, agree, announce, deem_withdrawn, services
from support.village import a_case, as_judge, new_desk

DAY = "2026-03-20"
ASKED = [name for name in templates.names() if any(key.startswith(f"{name}.") for key in source.OF_DOCUMENT)]


def told(desk: Any, case: str, document: str) -> dict[str, Any]:
    template = templates.load(document)
    return prefilled(desk, case, template, free_blanks(template, ()), made_on=DAY)


@pytest.mark.parametrize("path", source.OF_DOCUMENT)
def test_every_answer_belongs_to_a_blank(path: str) -> None:
    document, _, blank = path.partition(".")
    found = templates.load(document).blank_at(blank)
    assert found is not None and found.name == blank.rpartition(".")[2]


def test_the_preservation_ruling_knows_who_asks_and_what_it_costs(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "simplified")
    # 费用14(二): 30 元 for the first 1000 元, then 1 % of 35 000 元.
    assert told(desk, case, "ruling_preservation") == {
        "preservation": {"applicant": "plaintiff", "applied_at": DAY, "fee": "380.00"}
    }


def test_the_evidence_notice_ends_on_the_last_day_the_law_allows(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "simplified")
    # 解释266: fifteen days at most; 4 April 2026 is a holiday, the first working day after it is the 7th.
    assert told(desk, case, "evidence_notice") == {"told": ["张𬱖", "李喆"], "until": "2026-04-07"}


def test_a_public_notice_tells_what_is_sued_for(tmp_path: Path) -> None:
    # 解释139: 起诉要点.
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "simplified")
    asked = "；".join(claim.text.rstrip("。；") for claim in load_case(desk.database, case).claims)
    assert told(desk, case, "public_service_notice")["gist"] == asked
    assert asked


@pytest.mark.parametrize(("procedure", "spoken_of"), [("simplified", True), ("small_claims", False)])
def test_no_appeal_is_spoken_of_only_where_one_lay(tmp_path: Path, procedure: str, spoken_of: bool) -> None:
    # 民诉165: 小额 is decided at first instance for good.
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, procedure)
    announce(desk, case)
    judgment = a_paper_of(desk, case, "civil_judgment_tabular", title="民事判决书")
    for party in ("plaintiff", "defendant"):
        services.serve(desk, case, [judgment], party, "direct", at="2026-03-20T16:00:00+08:00")
    template = templates.load("effectiveness_certificate")
    paper = prefilled(desk, case, template, free_blanks(template, ()), made_on="2026-04-20")["paper"]
    assert paper["no_appeal"] is spoken_of and paper["effective_on"]


def test_the_closing_form_tells_how_the_case_ended(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "simplified")
    agree(desk, case)
    closing = told(desk, case, "closing_approval")["closing"]
    assert (closing["how"], closing["on"], closing["days"]) == ("调解", DAY, 0)


@pytest.mark.parametrize("closed", [False, True])
def test_what_is_filled_in_has_the_type_of_its_blank(tmp_path: Path, closed: bool) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "ordinary")
    if closed:
        agree(desk, case)
    for name in ASKED:
        template = templates.load(name)
        values = prefilled(desk, case, template, free_blanks(template, ()), made_on=DAY)
        for blank, value in values.items():
            try:
                check(value, free_blanks(template, ())[blank], f"{name}.{blank}")
            except NeedsCorrection as refusal:
                assert refusal.code == "blank_missing", refusal.details


def test_a_partys_own_paper_is_signed_by_that_party_alone(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = load_case(desk.database, a_case(desk, "simplified"))
    rows = signing(case, templates.load("appraisal_application"), {"applicant": "defendant"}, expected_at(case))
    assert [row["box"] for row in rows] == ["party:defendant"]
    both = signing(case, templates.load("litigation_pledge"), {}, expected_at(case))
    assert [row["box"] for row in both] == ["party:plaintiff", "party:defendant"]


@pytest.mark.parametrize("name", ASKED)
def test_what_only_the_page_of_papers_asks_is_asked_for_there(name: str) -> None:
    assert {blank.screen for blank in templates.load(name).blanks.values() if blank.name != "attendance"} <= {
        "documents"
    }


def test_what_happened_stands_in_its_order_and_the_end_comes_last(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "simplified")
    agree(desk, case)
    steps = told(desk, case, "case_information_form")["steps"]
    assert [step["what"] for step in steps] == ["收到起诉材料", "立案", "调解", "结案"]
    assert steps[-1]["at"] == steps[-2]["at"]


def test_a_suit_that_counts_as_withdrawn_is_told_so_in_the_course_of_the_case(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "simplified")
    deem_withdrawn(desk, case)
    steps = told(desk, case, "case_information_form")["steps"]
    assert [(step["what"], step.get("note")) for step in steps[-2:]] == [("按撤诉处理", None), ("结案", "按撤诉处理")]


def test_no_opinion_is_put_into_a_partys_mouth(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "simplified")
    assert all("opinions" not in row for row in told(desk, case, "evidence_examination_record")["items"])
    assert told(desk, case, "mediation_consent") == {"person": "defendant"}


def test_an_investigation_is_signed_by_whoever_was_asked(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = load_case(desk.database, a_case(desk, "simplified"))
    template = templates.load("investigation_record")
    rows = signing(case, template, {"investigation": {"person": "周怀仁"}}, expected_at(case))
    assert [(row["box"], row["name"]) for row in rows] == [("witness:1", "周怀仁")]


def test_nobody_is_made_to_preside_where_a_judge_sits_alone(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "ordinary")
    # 民诉40 ¶2: one judge may sit alone in the ordinary procedure too.
    for document in ("civil_judgment_ordinary", "ruling_suspension", "panel_notice"):
        assert "panel" not in told(desk, case, document)
