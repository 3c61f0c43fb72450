"""A paper that no act makes is begun from the samples, found filled in, written, kept as a draft and issued."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel

from app.cases.service import decide_procedure
from app.circuit.service import log_service
from app.documents.store import papers_of
from support.window import Opened, ask, go, quiet
from ui.documents.page import DocumentsPage
from ui.documents.parts import PartsView
from ui.documents.samples import SamplesDialog


def begun(opened: Opened, qtbot: Any, document: str) -> DocumentsPage:
    """The page of papers with the cursor on that paper, picked among the samples."""
    ask(opened, qtbot, lambda desk, case: decide_procedure(desk, case, "simplified") or True, opened.office.case_id)
    page = go(opened, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    page._begin(document)
    quiet(opened, qtbot)
    assert page.offer is not None and page.offer.document == document
    return page


def test_a_ruling_on_preservation_is_filled_in_written_and_issued(with_case: Opened, qtbot: Any) -> None:
    page = begun(with_case, qtbot, "ruling_preservation")
    form = page.writing.blanks
    assert form is not None
    assert form.form.value("preservation.applicant") == "plaintiff"
    # What is missing is said beside its blank, and nothing is issued without it.
    page._issue()
    quiet(with_case, qtbot)
    assert not ask(with_case, qtbot, lambda desk, case: len(papers_of(desk.database, case)), with_case.office.case_id)
    assert "保全请求" in page.state.text()
    form.form.set_values({"preservation.request": "冻结被告李喆名下银行存款36000元"})
    form.form.set_values({"preservation.measures": "冻结被告李喆名下银行存款36000元，期限为一年"})
    page._issue()
    quiet(with_case, qtbot)
    papers = ask(with_case, qtbot, lambda desk, case: papers_of(desk.database, case), with_case.office.case_id)
    assert [paper.document for paper in papers] == ["ruling_preservation"]
    assert papers[0].blanks["preservation"]["measures"] == ["冻结被告李喆名下银行存款36000元，期限为一年"]
    assert not page.writing.keeper.unsaved


def test_what_was_written_is_there_again_when_the_page_is_read_anew(with_case: Opened, qtbot: Any) -> None:
    page = begun(with_case, qtbot, "ruling_suspension")
    assert page.writing.blanks is not None
    page.writing.blanks.form.blanks["reasons"].setPlainText("原告死亡，需要等待继承人表明是否参加诉讼")
    page.table.selectRow(0)
    quiet(with_case, qtbot)
    page._read_anew("ruling_suspension")
    quiet(with_case, qtbot)
    assert page.writing.blanks.value == {"reasons": "原告死亡，需要等待继承人表明是否参加诉讼"}


def test_a_paper_begun_can_be_dropped_again(with_case: Opened, qtbot: Any) -> None:
    page = begun(with_case, qtbot, "ruling_suspension")
    assert page.drop_button.isVisibleTo(page)
    page.drop_button.click()
    quiet(with_case, qtbot)
    assert "ruling_suspension" not in {offer.document for offer in page.offers}


def test_rows_are_added_and_taken_away(with_case: Opened, qtbot: Any) -> None:
    page = begun(with_case, qtbot, "performance_plan")
    assert page.writing.blanks is not None
    rows = page.writing.blanks.tables["steps"]
    for until in ("2026-04-20", "2026-09-30"):
        rows.add_row().form.set_values({"by": until, "amount": "18000.00", "how": "银行转账"})
    assert rows.value == [
        {"by": "2026-04-20", "amount": "18000.00", "how": "银行转账"},
        {"by": "2026-09-30", "amount": "18000.00", "how": "银行转账"},
    ]
    rows._take_away(rows._rows[0][0])
    assert [row["by"] for row in rows.value] == ["2026-09-30"]


def test_fixed_words_and_those_to_be_changed_are_told_apart(with_case: Opened, qtbot: Any) -> None:
    page = begun(with_case, qtbot, "ruling_case_dismissed")
    assert page.writing.blanks is not None
    page.views.setCurrentWidget(page.views.origin)
    page.writing.blanks.form.blanks["reasons"].setPlainText("本案不属于人民法院受理民事诉讼的范围")
    page._show_paper()
    quiet(with_case, qtbot)
    assert isinstance(page.views.origin, PartsView)
    told = page.views.origin.toHtml()
    assert 'href="reasons"' in told and "本案不属于人民法院受理民事诉讼的范围" in told
    page.views.origin.wanted.emit("reasons")
    assert page.writing.blanks.form.blanks["reasons"].hasFocus() or not with_case.window.isActiveWindow()


def test_the_samples_hand_over_the_paper_picked(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    page.show_samples()
    dialog = page.findChildren(SamplesDialog)[-1]
    quiet(with_case, qtbot)
    names = [dialog.sheet.item(row).data(0x0100) for row in range(dialog.sheet.count())]
    dialog.sheet.setCurrentRow(names.index("evidence_notice"))
    dialog.pick_button.click()
    quiet(with_case, qtbot)
    assert page.offer is not None and page.offer.document == "evidence_notice"


def test_every_fault_planted_in_an_order_is_shown_before_it_is_issued(with_case: Opened, qtbot: Any) -> None:
    page = begun(with_case, qtbot, "ruling_advance_execution")
    assert page.writing.blanks is not None
    page.writing.blanks.form.set_values(
        {
            "request": "被告李哲先行支付63000元",
            "reasons": "见（2026）鲁0302民初1510号案，2026年2月30日",
            "orders": "被告李喆支付原告张𬱖36000元",
        }
    )
    page._show_paper()
    quiet(with_case, qtbot)
    words = " ".join(one.text() for one in page.views.proofs.findChildren(QLabel))
    # A name one character off, a day that no calendar has, and an order without its last day.
    for fault in ("李哲", "2026年2月30日", "没有写明期限"):
        assert fault in words
    assert "签发" in page.views.proofs.heading.text()
    assert "校对（" in page.views.tabText(2)
    page.writing.blanks.form.set_values(
        {"request": "被告李喆先行支付36000元", "reasons": "不先予执行将严重影响原告的生活"}
    )
    page.writing.blanks.form.set_values({"orders": "被告李喆于收到本裁定之日起三日内支付原告张𬱖36000元"})
    page._show_paper()
    quiet(with_case, qtbot)
    assert page.views.tabText(2) == "校对 ✓"


def test_a_summons_without_its_time_asks_for_it_and_refuses_nothing(with_case: Opened, qtbot: Any) -> None:
    page = begun(with_case, qtbot, "ruling_suspension")
    page.table.selectRow(next(n for n, offer in enumerate(page.offers) if offer.document == "summons"))
    quiet(with_case, qtbot)
    assert "应到时间" in page.state.text()
    assert with_case.window.work.notice.text == ""


def test_the_circuit_log_finds_the_days_services_in_it(with_case: Opened, qtbot: Any) -> None:
    served: dict[str, Any] = {
        "kind": "法治宣传",
        "at": "2026-03-20T16:40:00+08:00",
        "place": "小口村",
        "people": 14,
        "summary": "普法",
    }
    ask(with_case, qtbot, lambda desk: log_service(desk, **served))
    page = begun(with_case, qtbot, "circuit_service_log")
    assert page.writing.blanks is not None
    assert page.writing.blanks.value["rows"] == [served]
