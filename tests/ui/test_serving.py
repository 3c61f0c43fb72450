"""送达 and 拒签 in the window: one key prints every party's set; a refusal to sign names its reason and who saw it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.cases.service import decide_procedure
from app.documents.store import papers_of
from app.service.entrusted import LETTER
from app.service.store import entrustments_of
from app.signing.store import signatures_of
from support.acts import a_paper_of
from support.window import Opened, ask, go, quiet
from ui.documents.page import DocumentsPage
from ui.service.calls import CERTIFICATE, party_sets
from ui.service.page import ServicePage
from ui.signing.dialogs import RefusalDialog
from ui.signing.page import SigningPage
from ui.words import SERVICE_WAYS, word


def issued(opened: Opened, qtbot: Any, document: str) -> str:
    """The paper's record, after it has been issued on the page of papers."""
    page = go(opened, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    page.table.selectRow(next(n for n, offer in enumerate(page.offers) if offer.document == document))
    quiet(opened, qtbot)
    page._issue()
    qtbot.waitUntil(lambda: bool(page.offer and page.offer.issued), timeout=60000)
    assert page.offer is not None and page.offer.issued is not None
    return page.offer.issued


@pytest.fixture
def decided(with_case: Opened, qtbot: Any) -> Opened:
    """The case's procedure is decided."""
    ask(with_case, qtbot, lambda desk, c: decide_procedure(desk, c, "small_claims") or True, with_case.office.case_id)
    return with_case


@pytest.fixture
def served(decided: Opened, qtbot: Any) -> Opened:
    """The notice of rights and duties was handed to both parties."""
    issued(decided, qtbot, "rights_and_duties_notice")
    page = go(decided, qtbot, "service")
    assert isinstance(page, ServicePage)
    for who in ("plaintiff", "defendant"):
        next(iter(page.papers.boxes.values())).setChecked(True)
        page.form.set_values({"to": who, "how": "direct", "place": "村委会"})
        page._how_changed()
        quiet(decided, qtbot)
        page._serve()
        quiet(decided, qtbot)
    return decided


def test_one_key_prints_each_party_s_set_with_one_certificate_each(served: Opened, qtbot: Any) -> None:
    case = served.office.case_id
    sets = ask(served, qtbot, party_sets, case, "")
    # The notice and the certificate, for the plaintiff and for the defendant.
    assert len(sets) == 4
    assert all(len(pikepdf.open(BytesIO(pdf)).pages) >= 1 for pdf in sets)
    made = ask(served, qtbot, lambda desk: [p for p in papers_of(desk.database, case) if p.document == CERTIFICATE])
    assert len(made) == 2
    assert len(ask(served, qtbot, party_sets, case, "defendant")) == 2
    again = ask(served, qtbot, lambda desk: [p for p in papers_of(desk.database, case) if p.document == CERTIFICATE])
    assert len(again) == 2, "a certificate is made once"


@pytest.mark.parametrize(
    ("key", "how", "article"),
    [(Qt.Key.Key_6, "entrusted", "民诉91"), (Qt.Key.Key_7, "forwarded", "民诉94"), (Qt.Key.Key_8, "simple", "解释261")],
)
def test_each_way_of_the_law_is_picked_by_its_key_and_says_its_article(
    decided: Opened, qtbot: Any, key: Qt.Key, how: str, article: str
) -> None:
    issued(decided, qtbot, "rights_and_duties_notice")
    page = go(decided, qtbot, "service")
    assert isinstance(page, ServicePage)
    next(iter(page.papers.boxes.values())).setChecked(True)
    page.form.set_values({"to": "defendant"})
    page.how.setFocus()
    assert page.how.height() >= page.how.row.heightForWidth(page.how.width())
    qtbot.keyClick(QApplication.focusWidget() or page.how, key)
    quiet(decided, qtbot)
    assert page.how.value == how and article in page.verdict.text()
    page._serve()
    quiet(decided, qtbot)
    assert page.table.rows_model.rows[-1]["how"] == word(SERVICE_WAYS, how)


def test_before_anything_is_served_the_key_says_what_to_do_first(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "service")
    assert isinstance(page, ServicePage)
    with qtbot.waitActive(with_case.window, timeout=30000):
        with_case.window.activateWindow()
    page.to.setFocus()
    qtbot.keyClick(page.to, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    notice = with_case.window.work.notice
    qtbot.waitUntil(lambda: "还没有记下送达" in notice.text and "再打印" in notice.text, timeout=30000)


def test_a_refusal_to_sign_needs_its_reason_and_a_witness_and_is_kept(decided: Opened, qtbot: Any) -> None:
    paper = issued(decided, qtbot, "oral_filing_record")
    page = go(decided, qtbot, "signing")
    assert isinstance(page, SigningPage)
    assert page.seat is not None and page.seat.signer == "party:plaintiff"
    qtbot.mouseClick(page.refusal, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RefusalDialog)
    dialog._finish()
    assert dialog.isVisible() and set(dialog.form.problems()) == {"reason", "witnesses"}
    dialog.form.set_values({"reason": "认为记得不全", "witnesses": "王富贵、村支书李四"})
    dialog._finish()
    quiet(decided, qtbot)
    (held,) = ask(decided, qtbot, lambda desk: signatures_of(desk.database, paper))
    assert held.how == "refused"
    assert (held.fields["reason"], held.fields["witnesses"]) == ("认为记得不全", ["王富贵", "村支书李四"])


def test_another_courts_receipt_and_return_are_recorded_by_keys(decided: Opened, qtbot: Any) -> None:
    told = {"letter": {"to": "山东省济南市历下区人民法院", "recipient": "defendant"}}
    ask(
        decided,
        qtbot,
        lambda desk, case: a_paper_of(desk, case, LETTER, blanks=told),
        decided.office.case_id,
    )
    page = go(decided, qtbot, "service")
    assert isinstance(page, ServicePage)
    decided.window.activateWindow()
    qtbot.waitUntil(page.entrusted.isVisible, timeout=30000)
    for key, words in ((Qt.Key.Key_1, "催办"), (Qt.Key.Key_2, "用“委托”方式")):
        QTest.keyClick(page.entrusted.step, key)
        QTest.keyClick(page.entrusted.step, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda words=words: words in decided.window.work.notice.text, timeout=30000)
        quiet(decided, qtbot)
    held = ask(decided, qtbot, lambda desk, case: entrustments_of(desk.database, case), decided.office.case_id)
    assert [one.result for one in held] == ["served"] and not page.entrusted.isVisible()
