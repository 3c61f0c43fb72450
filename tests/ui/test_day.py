"""A case from filing to service through the window's own pages, on a real encrypted profile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QPushButton

from app.cases.service import confirm_service_address, decide_procedure
from app.cases.store import list_cases, load_case
from app.documents.store import papers_of
from app.fees.store import payments_of
from app.mediation.store import mediations_of
from app.service.store import services_of
from app.storage.drafts import load_draft
from support.window import CLERK, JUDGE, PASSPHRASES, PIN, Opened, ask, go, quiet, sign_in
from ui.cases.page import CasesPage
from ui.documents.page import DocumentsPage
from ui.fees.page import FeesPage
from ui.hearings.page import HearingPage
from ui.intake.page import IntakePage
from ui.mediation.page import MediationPage
from ui.rules.page import RulesPage
from ui.service.calls import party_set
from ui.service.page import ServicePage
from ui.shell.office import Person
from ui.signing.dialogs import PadDialog, PinDialog
from ui.signing.page import SigningPage


@pytest.fixture
def decided(with_case: Opened, qtbot: Any) -> Opened:
    """The case's procedure is decided."""
    ask(with_case, qtbot, lambda desk, c: decide_procedure(desk, c, "small_claims") or True, with_case.office.case_id)
    return with_case


def issued(opened: Opened, qtbot: Any, document: str = "oral_filing_record") -> DocumentsPage:
    """The page of papers, on which that one has just been issued."""
    page = go(opened, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    page.table.selectRow(next(n for n, offer in enumerate(page.offers) if offer.document == document))
    quiet(opened, qtbot)
    page._issue()
    qtbot.waitUntil(lambda: bool(page.offer and page.offer.issued), timeout=60000)
    return page


def fill(page: IntakePage, filing: dict[str, Any]) -> None:
    page.about.set_values(
        {
            "mode": filing["mode"],
            "cause": filing["cause"],
            "at": filing["at"],
            "accepted_at": filing["accepted_at"],
            "accepted_by": JUDGE,
            "place": filing["place"],
            "public": filing["public"],
        }
    )
    for party in filing["parties"]:
        page.parties.form.set_values({**party, "needs": "、".join(party.get("needs", []))})
        assert page.parties.put_row(), page.parties.form.problems()
    for claim in filing["claims"]:
        page.claims.form.set_values(claim)
        assert page.claims.put_row(), page.claims.form.problems()
    page.tabs.setCurrentIndex(3)
    page.facts.setPlainText(filing["facts"])
    for item in filing["evidence"]:
        page.evidence.form.set_values(item)
        assert page.evidence.put_row(), page.evidence.form.problems()


def test_a_filing_typed_into_the_page_becomes_a_case_with_the_next_number(
    signed_in: Opened, day: dict[str, Any], qtbot: Any
) -> None:
    page = go(signed_in, qtbot, "intake")
    assert isinstance(page, IntakePage)
    fill(page, day["acts"][0]["filing"])
    page.tabs.setCurrentIndex(4)
    quiet(signed_in, qtbot)
    assert "729.28" in page.fee_line.text() and "364.64" in page.fee_line.text()
    assert "1501" in page.findings.text()
    page._file()
    qtbot.waitUntil(lambda: signed_in.window.work.at == "cases", timeout=30000)
    assert signed_in.office.case is not None
    assert signed_in.office.case["number"] == "（2026）鲁0302民初1502号"
    case = ask(signed_in, qtbot, lambda desk, c: load_case(desk.database, c), signed_in.office.case_id)
    assert case.party("plaintiff").data["needs"] == ["不识字", "年满七十"]
    assert [item.original for item in case.evidence] == [True, False]


def test_a_filing_half_typed_is_there_again_the_next_time(
    signed_in: Opened, make_window: Callable[[], Opened], day: dict[str, Any], qtbot: Any
) -> None:
    page = go(signed_in, qtbot, "intake")
    assert isinstance(page, IntakePage)
    page.parties.form.set_values(day["acts"][0]["filing"]["parties"][1])
    page.parties.put_row()
    page.facts.setPlainText("借了三万六")
    qtbot.waitUntil(lambda: signed_in.office.saved.state == "draft", timeout=30000)
    again = make_window()
    sign_in(again, qtbot, JUDGE)
    other = go(again, qtbot, "intake")
    assert isinstance(other, IntakePage)
    qtbot.waitUntil(lambda: other.facts.toPlainText() == "借了三万六", timeout=30000)
    assert other.parties.rows[0]["name"] == "李喆"


def test_a_wrong_id_number_is_said_while_it_is_typed(signed_in: Opened, qtbot: Any) -> None:
    page = go(signed_in, qtbot, "intake")
    assert isinstance(page, IntakePage)
    form = page.parties.form
    form.set_values({"role": "plaintiff", "kind": "natural_person", "name": "甲", "address": "村里"})
    form.blanks["id_no"].set_value("370302198503120011")  # type: ignore[attr-defined]
    assert "id_no" in form.problems()
    form.blanks["id_no"].set_value("370302198503120012")  # type: ignore[attr-defined]
    assert form.problems() == {}
    assert form.value("sex") == "男" and form.value("born") == "1985-03-12"


def test_an_agreement_closes_the_case_and_its_draft_is_gone(decided: Opened, day: dict[str, Any], qtbot: Any) -> None:
    page = go(decided, qtbot, "mediation")
    assert isinstance(page, MediationPage)
    told = day["acts"][0]["mediation"]
    page.terms.setPlainText("\n".join(told["terms"]))
    page.form.set_values({"at": told["at"], "place": told["place"], "fee_borne_by": "defendant"})
    page._agree()
    qtbot.waitUntil(lambda: bool(decided.office.case and decided.office.case.get("closed")), timeout=30000)
    held = ask(decided, qtbot, lambda desk, c: mediations_of(desk.database, c), decided.office.case_id)
    assert list(held[0].terms) == told["terms"]
    assert ask(decided, qtbot, lambda desk, c: [load_draft(desk.database, "agreement", c)], decided.office.case_id) == [
        None
    ]


def test_nobody_bears_the_fee_before_an_officer_says_who(decided: Opened, qtbot: Any) -> None:
    page = go(decided, qtbot, "mediation")
    assert isinstance(page, MediationPage)
    page.terms.setPlainText("一项")
    page.form.set_values({"place": "村委会"})
    assert "fee_borne_by" in page.form.problems()


def test_a_draft_is_shown_and_issuing_freezes_it(decided: Opened, qtbot: Any) -> None:
    page = go(decided, qtbot, "documents")
    assert isinstance(page, DocumentsPage)
    qtbot.waitUntil(lambda: page.paper.pages > 0, timeout=60000)
    assert page.offer is not None and page.offer.document == "oral_filing_record"
    page._issue()
    qtbot.waitUntil(lambda: bool(page.offer and page.offer.issued), timeout=60000)
    papers = ask(decided, qtbot, lambda desk, c: papers_of(desk.database, c), decided.office.case_id)
    assert [paper.document for paper in papers] == ["oral_filing_record"]
    quiet(decided, qtbot)
    assert page.print_button.isEnabled() and not page.issue_button.isEnabled()


def test_a_paper_is_saved_as_the_bytes_that_were_issued(
    decided: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = issued(decided, qtbot)
    quiet(decided, qtbot)
    target = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page._save()
    qtbot.waitUntil(lambda: target.exists() and target.stat().st_size > 0, timeout=30000)
    quiet(decided, qtbot)
    assert target.read_bytes() == page._pdf


def test_who_may_sign_now_stands_first_and_only_their_ways_are_open(decided: Opened, qtbot: Any) -> None:
    issued(decided, qtbot)
    page = go(decided, qtbot, "signing")
    assert isinstance(page, SigningPage)
    assert page.seat is not None and page.seat.signer.startswith("party:")
    assert page.pen.isEnabled() and page.thumb.isEnabled() and not page.seal.isEnabled() and not page.key.isEnabled()


def test_a_scan_of_the_wet_signature_settles_it(
    decided: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued(decided, qtbot)
    page = go(decided, qtbot, "signing")
    assert isinstance(page, SigningPage)
    scan = tmp_path / "scan.png"
    Image.new("RGB", (620, 877), "white").save(scan)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(scan)], ""))
    page._scan()
    qtbot.waitUntil(lambda: any(s.how == "wet" for s in (page.seen.seats if page.seen else [])), timeout=30000)


def test_a_payment_in_cash_needs_all_three_conditions(decided: Opened, qtbot: Any) -> None:
    page = go(decided, qtbot, "fees")
    assert isinstance(page, FeesPage)
    assert "364.64" in page.due.text()
    page.form.set_values({"payer": "plaintiff", "how": "cash_on_the_spot", "ticket_no": "鲁财 0001"})
    page._how_changed()
    page._pay()
    quiet(decided, qtbot)
    assert "三项条件" in decided.window.work.notice.text
    for box in page.conditions.boxes.values():
        box.setChecked(True)
    page._pay()
    quiet(decided, qtbot)
    payments = ask(decided, qtbot, lambda desk, c: payments_of(desk.database, c), decided.office.case_id)
    assert [payment["amount"] for payment in payments] == ["364.64"]
    assert "1 笔" in page.total.text()


def test_what_the_law_forbids_is_said_before_anything_is_recorded(
    decided: Opened, day: dict[str, Any], qtbot: Any
) -> None:
    case = decided.office.case_id
    mediation = go(decided, qtbot, "mediation")
    assert isinstance(mediation, MediationPage)
    mediation.terms.setPlainText("被告于2026年4月20日前偿还36000元。")
    mediation.form.set_values({"place": "村委会", "fee_borne_by": "defendant"})
    mediation._agree()
    quiet(decided, qtbot)
    issued(decided, qtbot, "civil_mediation_statement")
    page = go(decided, qtbot, "service")
    assert isinstance(page, ServicePage)
    next(iter(page.papers.boxes.values())).setChecked(True)
    page.form.set_values({"to": "defendant", "how": "left"})
    page._how_changed()
    quiet(decided, qtbot)
    assert "不能留置送达" in page.verdict.text() and "解释133" in page.verdict.text()
    assert not page.serve_button.isEnabled()
    page.form.set_values({"how": "direct"})
    page._how_changed()
    quiet(decided, qtbot)
    assert page.serve_button.isEnabled()
    page._serve()
    quiet(decided, qtbot)
    services = ask(decided, qtbot, lambda desk, c: services_of(desk.database, c), case)
    assert [(service.to, service.how) for service in services] == [("defendant", "direct")]
    handed = ask(decided, qtbot, lambda desk, c: party_set(desk, c, "defendant"), case)
    again = ask(decided, qtbot, lambda desk, c: party_set(desk, c, "defendant"), case)
    assert len(handed) == 2 and again == handed
    assert "送达回证" in pdfium.PdfDocument(handed[1])[0].get_textpage().get_text_range().replace(" ", "")


def test_a_correction_records_only_what_changed(decided: Opened, qtbot: Any) -> None:
    page = go(decided, qtbot, "cases")
    assert isinstance(page, CasesPage)
    page.people_tab.correct.who.set_value("defendant")
    page.people_tab.correct.form.set_values({"phone": "13900000009"})
    page.people_tab.correct._correct()
    quiet(decided, qtbot)
    case = ask(decided, qtbot, lambda desk, c: load_case(desk.database, c), decided.office.case_id)
    assert case.party("defendant").data["phone"] == "13900000009"
    assert case.party("defendant").data["name"] == "李喆"


def test_electronic_service_without_consent_is_refused_with_its_article(decided: Opened, qtbot: Any) -> None:
    address = {"address": "梧桐村45号", "electronic": False}
    ask(
        decided,
        qtbot,
        lambda desk, c: confirm_service_address(desk, c, "defendant", address) or True,
        decided.office.case_id,
    )
    issued(decided, qtbot, "acceptance_notice")
    page = go(decided, qtbot, "service")
    assert isinstance(page, ServicePage)
    next(iter(page.papers.boxes.values())).setChecked(True)
    page.form.set_values({"to": "defendant", "how": "electronic"})
    page._how_changed()
    quiet(decided, qtbot)
    assert "没有同意电子送达" in page.verdict.text()


@pytest.mark.parametrize(("amount", "due"), [("100000", "1150.00"), ("10000.01", "25.00"), ("50000", "525.00")])
def test_the_calculator_answers_as_the_fee_table_says(signed_in: Opened, qtbot: Any, amount: str, due: str) -> None:
    page = go(signed_in, qtbot, "rules")
    assert isinstance(page, RulesPage)
    qtbot.keyClicks(page.suit.claim.blanks["amount"], amount)
    assert due in page.suit.answer.text()


def test_the_calculator_counts_an_appeal_over_the_national_holiday(signed_in: Opened, qtbot: Any) -> None:
    page = go(signed_in, qtbot, "rules")
    assert isinstance(page, RulesPage)
    page.periods.form.set_values({"rule": "T36", "start": "2026-09-16"})
    page.periods.refresh()
    assert "2026-10-08" in page.periods.answer.text()


def test_the_clerk_is_told_that_a_judge_decides(make_window: Callable[[], Opened], qtbot: Any) -> None:
    opened = make_window()
    sign_in(opened, qtbot, CLERK)
    row = ask(opened, qtbot, lambda desk: list_cases(desk.database))[0]
    opened.office.choose_case(row)
    page = go(opened, qtbot, "cases")
    assert isinstance(page, CasesPage)
    page.procedure.set_value("small_claims")
    page._decide_procedure()
    quiet(opened, qtbot)
    assert "职务" in opened.window.work.notice.text and PIN not in opened.window.work.notice.text


def test_party_pen_judge_and_clerk_sign_in_turn_and_the_paper_is_complete(decided: Opened, qtbot: Any) -> None:
    issued(decided, qtbot)
    page = go(decided, qtbot, "signing")
    assert isinstance(page, SigningPage)
    page._by_pen()
    pad = page.findChildren(PadDialog)[0]
    stroke = [(10.0 + n * 5, 20.0 + n % 3 * 9, n * 12, 0.5) for n in range(20)]
    pad.pad._strokes = [stroke, [(x, y + 30, t + 400, p) for x, y, t, p in stroke]]
    pad._finish()
    qtbot.waitUntil(lambda: page.seat is not None and page.seat.signer == "judge", timeout=60000)
    assert page.key.isEnabled() and not page.pen.isEnabled()
    confirm(page, qtbot, {JUDGE: "135790"})
    qtbot.waitUntil(lambda: "短码不对" in decided.window.work.notice.text, timeout=60000)
    confirm(page, qtbot, {JUDGE: PIN})
    qtbot.waitUntil(lambda: page.seat is not None and page.seat.signer == "clerk", timeout=60000)
    join = decided.office.connections.keys["join"]
    seated: list[Any] = []
    decided.office.jobs.replace_desk(join, CLERK, PASSPHRASES[CLERK], done=lambda desk: seated.append(desk.officer))
    qtbot.waitUntil(lambda: bool(seated), timeout=60000)
    decided.office.seat(Person(CLERK, "苏雨桐", "clerk"))
    quiet(decided, qtbot)
    confirm(page, qtbot, {CLERK: PIN})
    qtbot.waitUntil(lambda: bool(page.seen and all(s.state == "done" for s in page.seen.seats)), timeout=60000)


def test_the_seal_needs_both_holders_signed_in_and_both_pins(decided: Opened, qtbot: Any) -> None:
    issued(decided, qtbot, "rights_and_duties_notice")
    page = go(decided, qtbot, "signing")
    assert isinstance(page, SigningPage)
    seal(page, qtbot)
    qtbot.waitUntil(lambda: "还没有登录" in decided.window.work.notice.text, timeout=60000)
    joined: list[Any] = []
    join = decided.office.connections.keys["join"]
    decided.office.jobs.call(join, CLERK, PASSPHRASES[CLERK], done=lambda desk: joined.append(desk))
    qtbot.waitUntil(lambda: bool(joined), timeout=60000)
    seal(page, qtbot)
    qtbot.waitUntil(lambda: bool(page.seen and page.seen.seats[0].how == "seal"), timeout=60000)


def confirm(page: SigningPage, qtbot: Any, pins: dict[str, str]) -> None:
    page._by_key()
    type_pins(page, pins)


def seal(page: SigningPage, qtbot: Any) -> None:
    before = len(page.findChildren(PinDialog))
    page._seal()
    qtbot.waitUntil(lambda: len(page.findChildren(PinDialog)) > before, timeout=60000)
    type_pins(page, {JUDGE: PIN, CLERK: PIN})


def type_pins(page: SigningPage, pins: dict[str, str]) -> None:
    dialog = page.findChildren(PinDialog)[-1]
    dialog.form.set_values(pins)
    dialog._finish()


def test_what_waits_stands_on_the_workbench_and_leads_to_its_page(decided: Opened, qtbot: Any) -> None:
    issued(decided, qtbot)
    page = go(decided, qtbot, "workbench")
    lines = {made.text(): made for made in page.findChildren(QPushButton) if made.text().startswith("→")}
    unsigned = next(words for words in lines if "口头起诉笔录" in words)
    assert any("没有回传" in words for words in lines)
    lines[unsigned].click()
    quiet(decided, qtbot)
    assert decided.window.work.at == "signing"


def test_the_time_limit_is_pointed_out_before_it_is_missed(decided: Opened, clock: Any, qtbot: Any) -> None:
    clock.forward(days=50)
    page = go(decided, qtbot, "workbench")
    words = " ".join(made.text() for made in page.findChildren(QPushButton))
    assert "审限到 2026-05-20" in words
    clock.forward(days=30)
    page = go(decided, qtbot, "workbench")
    words = " ".join(made.text() for made in page.findChildren(QPushButton))
    assert "已过" in words


def test_the_fee_is_shown_while_claims_are_typed(signed_in: Opened, day: dict[str, Any], qtbot: Any) -> None:
    page = go(signed_in, qtbot, "intake")
    assert isinstance(page, IntakePage)
    for claim in day["acts"][0]["filing"]["claims"]:
        page.claims.form.set_values(claim)
        page.claims.put_row()
    quiet(signed_in, qtbot)
    assert "364.64" in page.live_fee.text() and "解释206" in page.live_steps.text()


def test_after_a_power_cut_the_window_goes_straight_to_the_open_sitting(
    with_case: Opened, make_window: Callable[[], Opened], qtbot: Any
) -> None:
    page = go(with_case, qtbot, "hearings")
    assert isinstance(page, HearingPage)
    page.opening.form.set_values({"place": "院里"})
    page.opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=30000)
    again = make_window()
    sign_in(again, qtbot, JUDGE)
    qtbot.waitUntil(lambda: again.window.work.at == "hearings", timeout=30000)
    other = again.window.work.page("hearings")
    assert isinstance(other, HearingPage)
    qtbot.waitUntil(lambda: other.sitting is not None, timeout=30000)
