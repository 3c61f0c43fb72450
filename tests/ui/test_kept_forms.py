"""What is written about a case is kept for it: not seen in another, there again on coming back, gone once recorded."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from app.cases.parties import join_party
from app.desk import Desk
from app.judgments.store import decisions_of
from app.storage.drafts import drafts_of
from support.acts import announce, issue_statement
from support.village import JOINER
from support.window import Opened, another_case, ask, go, quiet
from ui.documents.page import DocumentsPage
from ui.judgments.page import JudgmentPage
from ui.service.page import ServicePage

WRITTEN = {
    "found": "被告2025年3月1日借36000元，写有借条。",
    "orders": "被告于本判决生效之日起十日内偿还36000元。",
    "laws": "《中华人民共和国民法典》第六百七十五条",
    "announced_place": "村委会",
}


def drafts(desk: Desk, kind: str) -> dict[str, str]:
    return drafts_of(desk.database, kind)


def joined(desk: Desk, case: str) -> bool:
    join_party(desk, case, dict(JOINER), at="2026-03-20T09:40:00+08:00", on_application_of=None, reason="共同借款")
    return True


def judged(desk: Desk, case: str) -> bool:
    announce(desk, case, present=["plaintiff", "defendant"], found="借款属实。")
    return True


def judgments(opened: Opened, qtbot: Any) -> JudgmentPage:
    page = go(opened, qtbot, "judgments")
    assert isinstance(page, JudgmentPage)
    return page


def write(page: JudgmentPage) -> None:
    """The judge types each blank in turn."""
    for name, words in WRITTEN.items():
        blank: Any = page.form.blanks[name]
        (blank.setPlainText if hasattr(blank, "setPlainText") else blank.setText)(words)


def test_a_half_written_judgment_waits_for_its_case_while_another_is_looked_at(with_case: Opened, qtbot: Any) -> None:
    page, first = judgments(with_case, qtbot), with_case.office.case
    write(page)
    page.present.boxes["defendant"].click()
    page.bearers.suit.set_value("defendant")
    with_case.office.choose_case(another_case(with_case, qtbot))
    quiet(with_case, qtbot)
    assert [page.form.value(name) for name in WRITTEN] == [""] * len(WRITTEN)
    assert page.present.value == [] and page.bearers.suit.value == ""
    with_case.office.choose_case(first)
    quiet(with_case, qtbot)
    assert {name: page.form.value(name) for name in WRITTEN} == WRITTEN
    assert page.present.value == ["defendant"] and page.bearers.suit.value == "defendant"


def test_each_word_of_a_judgment_is_on_the_disk_before_it_is_announced_and_no_draft_is_left_after(
    with_case: Opened, qtbot: Any
) -> None:
    page, case = judgments(with_case, qtbot), with_case.office.case_id
    write(page)
    qtbot.waitUntil(lambda: not page.judgment_keeper.unsaved, timeout=30000)
    assert WRITTEN["found"] in ask(with_case, qtbot, drafts, "judgment")[case]
    page.bearers.suit.set_value("defendant")
    page._announce()
    quiet(with_case, qtbot)
    assert [one.kind for one in ask(with_case, qtbot, lambda desk: decisions_of(desk.database, case))] == ["judgment"]
    assert ask(with_case, qtbot, drafts, "judgment") == {}
    assert page.form.value("found") == ""


def test_a_judgment_that_is_refused_stays_as_it_was_written(with_case: Opened, qtbot: Any) -> None:
    page = judgments(with_case, qtbot)
    write(page)
    page.bearers.suit.set_value("defendant")
    # Meanwhile a colleague's judgment of the same case has come in.
    ask(with_case, qtbot, judged, with_case.office.case_id)
    page._announce()
    quiet(with_case, qtbot)
    assert with_case.window.work.notice.isVisible()
    assert {name: page.form.value(name) for name in WRITTEN} == WRITTEN


def test_what_is_begun_of_another_case_stands_when_the_answer_about_the_first_comes(
    with_case: Opened, qtbot: Any
) -> None:
    page, case = judgments(with_case, qtbot), with_case.office.case_id
    other = another_case(with_case, qtbot)
    write(page)
    page.bearers.suit.set_value("defendant")
    wait = threading.Event()
    with_case.office.jobs.call(lambda _desk: wait.wait(30))
    page._announce()
    with_case.office.choose_case(other)
    # The other case's own words come to the same form before the first one's answer.
    page.judgment_keeper.stand_for(str(other["id"]))
    blank: Any = page.form.blanks["found"]
    blank.setPlainText("另一案的事实")
    wait.set()
    quiet(with_case, qtbot)
    assert [one.kind for one in ask(with_case, qtbot, lambda desk: decisions_of(desk.database, case))] == ["judgment"]
    assert page.form.value("found") == "另一案的事实"
    qtbot.waitUntil(lambda: not page.judgment_keeper.unsaved, timeout=30000)
    assert list(ask(with_case, qtbot, drafts, "judgment")) == [other["id"]]


def test_who_joins_while_the_judge_writes_can_be_ticked_as_present(with_case: Opened, qtbot: Any) -> None:
    page = judgments(with_case, qtbot)
    page.present.boxes["plaintiff"].click()
    ask(with_case, qtbot, joined, with_case.office.case_id)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    assert [box.words.endswith(JOINER["name"]) for box in page.present.boxes.values()].count(True) == 1
    assert page.present.value == ["plaintiff"]


@pytest.fixture
def serving(with_case: Opened, qtbot: Any) -> ServicePage:
    """The statement is issued and the page of service is open."""
    ask(with_case, qtbot, issue_statement, with_case.office.case_id)
    page = go(with_case, qtbot, "service")
    assert isinstance(page, ServicePage)
    return page


def test_a_paper_ticked_for_service_stays_ticked_and_under_the_keyboard_when_work_has_changed(
    serving: ServicePage, with_case: Opened, qtbot: Any
) -> None:
    box = next(iter(serving.papers.boxes.values()))
    box.setFocus()
    box.click()
    serving.form.blanks["reason"].setFocus()
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    assert next(iter(serving.papers.boxes.values())) is box and box.isChecked()


def test_files_picked_for_one_case_do_not_go_with_another(serving: ServicePage, with_case: Opened, qtbot: Any) -> None:
    first = with_case.office.case
    serving.how._picked("left")
    serving.form.set_values({"photos": ["door.jpg"], "reason": "不肯签收"})
    serving.form.changed.emit()
    with_case.office.choose_case(another_case(with_case, qtbot))
    quiet(with_case, qtbot)
    assert serving.form.value("photos") == [] and serving.form.value("reason") == ""
    assert serving.how.value == "direct" and not serving.form.blanks["photos"].isVisible()
    with_case.office.choose_case(first)
    quiet(with_case, qtbot)
    assert serving.form.value("photos") == ["door.jpg"] and serving.how.value == "left"


def test_who_joins_after_the_papers_were_looked_at_may_sign_the_record(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    ask(with_case, qtbot, joined, with_case.office.case_id)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    assert any(box.words.endswith(JOINER["name"]) for box in page.form.present.boxes.values())
