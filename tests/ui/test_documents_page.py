"""What the page of papers does after a paper is made: a draft to edit, and the correction of an issued paper."""

from __future__ import annotations

import io
import threading
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from app.cases.service import decide_procedure
from app.cases.store import load_case
from app.desk import Desk
from app.documents.service import content_of
from app.documents.store import load_paper, papers_of
from app.documents.template import names as template_names
from support.acts import announce, issue_statement
from support.window import Opened, ask, go, quiet, tell_rival
from ui.documents.correction import CorrectPaperDialog
from ui.documents.page import DocumentsPage
from ui.documents.samples import SamplesDialog
from ui.documents.saving import save_paper


def announced(desk: Desk, case: str) -> None:
    decide_procedure(desk, case, "simplified")
    announce(desk, case, present=["plaintiff", "defendant"], found="借款属实。")


def looked_up(desk: Desk, case: str) -> list[dict[str, str]]:
    return [one.checked for one in papers_of(desk.database, case) if one.document == "civil_judgment_tabular"]


def page_with_statement(opened: Opened, qtbot: Any) -> tuple[DocumentsPage, str]:
    """The page of papers with the cursor on the issued statement, and the statement's record."""
    record = ask(opened, qtbot, issue_statement, opened.office.case_id)
    page = go(opened, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    pick(page, record)
    quiet(opened, qtbot)
    return page, record


def pick(page: DocumentsPage, record: str) -> None:
    page.table.selectRow(next(n for n, offer in enumerate(page.offers) if offer.issued == record))


def correct(page: DocumentsPage) -> CorrectPaperDialog:
    page.correct_button.click()
    return page.findChildren(CorrectPaperDialog)[-1]


def test_what_was_looked_up_is_asked_of_a_judgment_and_kept_with_it(with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, announced, with_case.office.case_id)
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    page.table.selectRow(next(n for n, one in enumerate(page.offers) if one.document == "rights_and_duties_notice"))
    assert not page.form.blanks["related_cases"].isVisibleTo(page)
    page.table.selectRow(next(n for n, one in enumerate(page.offers) if one.document == "civil_judgment_tabular"))
    # A loan: 民间借贷.
    assert page.form.blanks["lender"].isVisibleTo(page)
    page.form.set_values({"related_cases": "3月19日查审判系统，无"})
    page._issue()
    quiet(with_case, qtbot)
    assert ask(with_case, qtbot, looked_up, with_case.office.case_id) == [{"related_cases": "3月19日查审判系统，无"}]


def test_a_paper_just_picked_is_not_saved_as_the_one_before_it(
    with_case: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, record = page_with_statement(with_case, qtbot)
    page.table.selectRow(next(n for n, one in enumerate(page.offers) if not one.issued))
    quiet(with_case, qtbot)
    asked, target = list[str](), tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *told: (asked.append(told[2]), (str(target), ""))[1])
    pick(page, record)
    page._save()
    assert asked == []
    quiet(with_case, qtbot)
    page._save()
    quiet(with_case, qtbot)
    issued = ask(with_case, qtbot, lambda desk, paper: content_of(desk, load_paper(desk.database, paper)), record)
    assert target.read_bytes() == issued


def test_a_long_name_with_signs_makes_a_file_name_that_every_disk_takes(
    with_case: Opened, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, asked = go(with_case, qtbot, "documents"), list[str]()
    assert isinstance(page, DocumentsPage)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *told: (asked.append(told[2]), ("", ""))[1])
    save_paper(with_case.office, page, replace(page.offers[0], for_whom='示例/公司:*?"<>|\\\n' + "名" * 200), b"")
    assert asked[0].endswith(".pdf") and len(asked[0].encode()) <= 255
    assert not set(asked[0]) & set('/:*?"<>|\\\n')


def test_a_paper_not_issued_is_saved_as_a_word_draft(
    with_case: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide = partial(ask, with_case, qtbot, lambda desk, c: decide_procedure(desk, c, "small_claims") or True)
    decide(with_case.office.case_id)
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    assert page.offer is not None and not page.offer.issued
    target, asked = tmp_path / "draft.docx", list[str]()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *told: (asked.append(told[2]), (str(target), ""))[1])
    page.word_button.click()
    quiet(with_case, qtbot)
    assert "草稿已存" in with_case.window.work.notice.text
    assert asked[0].endswith("（草稿）.docx")
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as held:
        assert "张𬱖" in held.read("word/document.xml").decode("utf-8")
    assert ask(with_case, qtbot, lambda desk, c: [papers_of(desk.database, c)], with_case.office.case_id) == [[]]


def test_wrong_words_of_an_issued_paper_are_corrected_by_a_ruling_which_is_then_shown(
    with_case: Opened, qtbot: Any
) -> None:
    page, record = page_with_statement(with_case, qtbot)
    assert not page.word_button.isEnabled()
    before = page._pdf
    dialog = correct(page)
    dialog.words.set_values({"wrong_1": "2026年4月20日", "right_1": "2026年4月2日"})
    dialog._issue()
    assert dialog.isVisible()  # no reason yet
    dialog.form.set_values({"reason": "当事人签收时指出日期写错"})
    dialog._issue()
    quiet(with_case, qtbot)
    assert page.offer is not None and page.offer.document == "ruling_correction", with_case.window.work.notice.text
    assert page.paper.pages > 0 and page._pdf != before
    ruling = ask(with_case, qtbot, lambda desk, paper: load_paper(desk.database, paper), page.offer.issued)
    assert ruling.concerns == record and ruling.blanks["reason"] == "当事人签收时指出日期写错"
    assert [(row["wrong"], row["right"]) for row in ruling.blanks["corrections"]] == [("2026年4月20日", "2026年4月2日")]


def test_words_that_the_paper_does_not_print_are_refused_with_what_to_do(with_case: Opened, qtbot: Any) -> None:
    page, _record = page_with_statement(with_case, qtbot)
    dialog = correct(page)
    dialog.words.set_values({"wrong_1": "2027年", "right_1": "2026年"})
    dialog.form.set_values({"reason": "笔误"})
    dialog._issue()
    quiet(with_case, qtbot)
    assert "原文书里没有“2027年”" in with_case.window.work.notice.text


def test_a_paper_on_a_disputed_value_is_marked_and_its_correction_offered_once_a_person_has_picked(
    with_case: Opened, qtbot: Any
) -> None:
    page, record = page_with_statement(with_case, qtbot)
    party = ask(with_case, qtbot, lambda desk, c: load_case(desk.database, c), with_case.office.case_id).parties[1]
    printed = str(party.data["address"])
    other = "淄川区岭子镇梧桐村46号"
    ask(
        with_case,
        qtbot,
        lambda desk: tell_rival(desk, party.record, "address", other, "2026-03-20T09:00:00+08:00"),
    )
    page.read()
    quiet(with_case, qtbot)
    pick(page, record)
    assert str(page.table.current and page.table.current["state"]) == "已签发；信息不一致，待核定"
    assert page.decide_button.isVisible()
    quiet(with_case, qtbot)
    assert "待核定" in page.state.text()
    ask(with_case, qtbot, lambda desk: desk.decide(party.record, "address", other) or True)
    page.read()
    quiet(with_case, qtbot)
    pick(page, record)
    assert str(page.table.current and page.table.current["state"]) == "已签发；应更正"
    dialog = correct(page)
    assert dialog.pairs == [(printed, other)]
    dialog.form.set_values({"reason": "核定后与文书不一致"})
    dialog._issue()
    quiet(with_case, qtbot)
    assert page.offer is not None and page.offer.document == "ruling_correction", with_case.window.work.notice.text
    states = {offer.issued: offer.disputed for offer in page.offers if offer.issued}
    assert states[record] == "corrected"


def test_the_papers_stand_by_stage_and_the_page_says_what_comes_next(with_case: Opened, qtbot: Any) -> None:
    page, record = page_with_statement(with_case, qtbot)
    stages = [offer.stage for offer in page.offers]
    order = ["intake", "hearing", "mediation", "judgment", "service", "archive", "circuit"]
    assert stages == sorted(stages, key=order.index)
    shown = [row["stage"] for row in page.table.rows_model.rows if row["stage"]]
    assert shown == list(dict.fromkeys(shown)) and shown[0] == "立案"
    first = next(offer for offer in page.offers if offer.next_act)
    assert first.next_act == "issue" and page.next.text().startswith(f"接下来：出《{first.title}》")
    issued = next(offer for offer in page.offers if offer.issued == record)
    assert (issued.next_act, issued.waits_for) == ("sign", ("审判员",))
    pick(page, record)
    assert str(page.table.current and page.table.current["state"]) == "待签名"


def test_a_draft_is_set_anew_by_itself_when_a_date_is_changed(with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, lambda desk, c: decide_procedure(desk, c, "small_claims") or True, with_case.office.case_id)
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    page.table.selectRow(next(n for n, o in enumerate(page.offers) if o.document == "rights_and_duties_notice"))
    quiet(with_case, qtbot)
    before = page._pdf
    assert before.startswith(b"%PDF")
    page.form.blanks["made_on"].setText("2026-03-21")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page._pdf != before, timeout=30000)
    assert page.paper.pages > 0


def test_fast_typing_leaves_no_queue_of_drafts_behind_and_the_last_word_is_shown(with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, lambda desk, c: decide_procedure(desk, c, "small_claims") or True, with_case.office.case_id)
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    page.table.selectRow(next(n for n, o in enumerate(page.offers) if o.document == "rights_and_duties_notice"))
    quiet(with_case, qtbot)
    before, waiting = page._pdf, list[int]()
    for day in range(10, 31):
        with qtbot.waitSignal(page._pause.timeout, timeout=30000):
            page.form.blanks["made_on"].setText(f"2026-03-{day}")  # type: ignore[attr-defined]
        waiting.append(with_case.office.jobs.waiting)
    assert max(waiting) <= 1
    qtbot.waitUntil(lambda: page._pdf != before and not page._setting and not page._pause.isActive(), timeout=30000)
    paper = pypdfium2.PdfDocument(page._pdf)
    assert "二〇二六年三月三十日" in "".join(one.get_textpage().get_text_bounded() for one in paper)


def test_a_paper_that_is_issued_before_its_draft_came_back_is_left_alone(with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, announced, with_case.office.case_id)
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    quiet(with_case, qtbot)
    page.table.selectRow(next(n for n, one in enumerate(page.offers) if one.document == "civil_judgment_tabular"))
    gate = threading.Event()
    with_case.office.jobs.call(lambda _desk: gate.wait(30))
    qtbot.waitUntil(lambda: page.writing.blanks is not None, timeout=30000)
    page.writing.issued()
    gate.set()
    quiet(with_case, qtbot)
    assert page.writing.value == {}


def test_every_paper_of_the_court_is_shown_as_a_thumbnail_of_its_sample(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    page.show_samples()
    dialog = page.findChildren(SamplesDialog)[-1]
    qtbot.waitUntil(lambda: dialog.sheet.count() > 0, timeout=30000)
    assert dialog.sheet.count() == len(template_names())
    dialog.sought.setText("传票")
    seen = [item for row in range(dialog.sheet.count()) if not (item := dialog.sheet.item(row)).isHidden()]
    assert [item.text() for item in seen] == ["庭审　拘传票", "庭审　传票"]
    dialog.sheet.setCurrentItem(seen[1])
    qtbot.waitUntil(lambda: dialog.paper.pages > 0, timeout=60000)
    with pikepdf.open(io.BytesIO(dialog.paper._pdf)) as paper:
        assert paper.docinfo["/Title"] == "传票"
    dialog.close()


def test_a_machine_without_a_printer_is_told_to_save_the_paper_instead(with_case: Opened, qtbot: Any) -> None:
    page, _record = page_with_statement(with_case, qtbot)
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this machine has a printer")
    page.print_button.click()
    assert "没有装打印机" in with_case.window.work.notice.text


def test_the_window_goes_on_while_a_page_is_drawn(with_case: Opened, qtbot: Any) -> None:
    page, _record = page_with_statement(with_case, qtbot)
    ticks, drawn = [0], list[int]()
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.__setitem__(0, ticks[0] + 1))
    timer.start(0)
    # A page of 5000 pixels takes far longer than a frame.
    with_case.office.page_image(page._pdf, 0, 5000, lambda image: drawn.append(image.width))
    qtbot.waitUntil(lambda: bool(drawn), timeout=30000)
    timer.stop()
    assert drawn == [5000] and ticks[0] > 3


def test_scrolling_a_page_draws_nothing_anew(with_case: Opened, qtbot: Any) -> None:
    page, _record = page_with_statement(with_case, qtbot)
    for _ in range(4):
        page.paper.zoom(1.25)
    quiet(with_case, qtbot)
    bar = page.paper._scroll.verticalScrollBar()
    # The picture has come; how far it scrolls is laid out a moment later.
    qtbot.waitUntil(lambda: bar.maximum() > 300, timeout=30000)
    asked = page.paper._wanted
    for at in range(0, bar.maximum(), 20):
        bar.setValue(at)
        page.paper.repaint()
    assert page.paper._wanted == asked


def test_who_was_there_is_asked_of_a_record_only_and_who_thumbs_of_whatever_a_party_signs(
    with_case: Opened, qtbot: Any
) -> None:
    ask(with_case, qtbot, announced, with_case.office.case_id)
    page = go(with_case, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    asked = {}
    for at, offer in enumerate(page.offers):
        page.table.selectRow(at)
        asked[offer.document] = [page.form.blanks[name].isVisibleTo(page) for name in ("present", "thumbs")]
    assert asked["pronouncement_record"] == [True, True]
    # Only who sues signs the record of an oral filing, wherever the defendant stood.
    assert asked["oral_filing_record"] == [False, True]
    assert asked["acceptance_notice"] == [False, False]
