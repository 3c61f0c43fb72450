"""报批 in the window: put to the president, answered by telephone, signed for on return."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.approvals.service import request_approval
from app.approvals.store import approvals_of
from app.cases.parties import join_party
from app.desk import Desk
from support.acts import a_paper_of, stay_away_twice
from support.village import JOINER
from support.window import Opened, ask, go, quiet
from ui.approvals.page import ApprovalsPage
from ui.hearings.page import HearingPage
from ui.workbench.calls import view as workbench


@pytest.fixture
def page(with_case: Opened, qtbot: Any) -> ApprovalsPage:
    page = go(with_case, qtbot, "approvals")
    assert isinstance(page, ApprovalsPage)
    return page


def states(desk: Desk, case: str) -> list[str]:
    return [one.state for one in approvals_of(desk.database, case)]


def put_a_fine(page: ApprovalsPage, opened: Opened, qtbot: Any) -> None:
    page.tabs.setCurrentIndex(1)
    page.asking.kind.set_value("fine")
    page.asking._kind_changed()
    told = {"article": "民诉113", "culprit": "王某", "amount": "2000.00", "reason": "哄闹法庭，不听制止"}
    page.asking.form.set_values(told)
    page.asking._ask()
    quiet(opened, qtbot)


def test_a_fine_is_put_answered_by_telephone_and_waits_for_the_presidents_hand(
    page: ApprovalsPage, with_case: Opened, qtbot: Any
) -> None:
    assert page.none.isVisible()
    put_a_fine(page, with_case, qtbot)
    assert page.table.current is not None and page.table.current["about"] == "对王某罚款2000元"
    assert page.answer.isVisible() and not page.signature.isVisible()
    codes = [one.code for one in ask(with_case, qtbot, workbench, "2026-03-20").waiting]
    assert "approval_pending" in codes
    # 民诉119: only the president is offered.
    assert [page.decider.itemData(n) for n in range(page.decider.count())] == ["president"]
    page.form.set_values({"granted": "yes", "number": "0533-0000000"})
    page._decide()
    quiet(with_case, qtbot)
    assert ask(with_case, qtbot, states, with_case.office.case_id) == ["granted"]
    assert page.signature.isVisible() and not page.answer.isVisible()
    # The judge is not the one who decided.
    page._sign(True)
    quiet(with_case, qtbot)
    assert page.signature.isVisible()


def test_a_refusal_wants_its_reason_beside_the_blank(page: ApprovalsPage, with_case: Opened, qtbot: Any) -> None:
    put_a_fine(page, with_case, qtbot)
    page.form.set_values({"granted": "no", "number": "0533-0000000"})
    page._decide()
    quiet(with_case, qtbot)
    assert ask(with_case, qtbot, states, with_case.office.case_id) == ["pending"]
    page.form.set_values({"opinion": "先予训诫"})
    page._decide()
    quiet(with_case, qtbot)
    assert ask(with_case, qtbot, states, with_case.office.case_id) == ["refused"]


def test_each_kind_shows_its_own_blanks_and_what_holds_meanwhile(
    page: ApprovalsPage, with_case: Opened, qtbot: Any
) -> None:
    page.tabs.setCurrentIndex(1)
    page.asking.kind.set_value("recusal")
    page.asking._kind_changed()
    assert page.asking.person.isVisible() and not page.asking.form.blanks["amount"].isVisible()
    assert "民诉48" in page.asking.advice.text()
    page.asking.kind.set_value("extension")
    page.asking._kind_changed()
    assert page.asking.form.blanks["new_until"].isVisible() and "延审1" in page.asking.advice.text()


def test_the_recusal_of_a_judge_picked_from_the_list_is_the_presidents_to_decide(
    page: ApprovalsPage, with_case: Opened, qtbot: Any
) -> None:
    """民诉49: of the judges the president, of the others the judge."""
    page.tabs.setCurrentIndex(1)
    page.asking.kind.set_value("recusal")
    page.asking._kind_changed()
    page.asking.person.setCurrentIndex(page.asking.person.findText("审判员 林正和"))
    page.asking.form.set_values({"article": "民诉47(一)", "asked_by": "defendant", "reason": "与原告是近亲属"})
    page.asking._ask()
    quiet(with_case, qtbot)
    assert page.table.current is not None
    assert page.table.current["about"] == "被告李喆申请审判员林正和回避"
    assert [page.decider.itemData(n) for n in range(page.decider.count())] == ["president"]


def joined(desk: Desk, case: str) -> bool:
    join_party(desk, case, dict(JOINER), at="2026-03-20T09:40:00+08:00", on_application_of=None, reason="共同借款")
    return True


def test_who_joins_after_the_page_was_first_seen_may_ask_for_a_recusal_and_be_brought_before_the_court(
    page: ApprovalsPage, with_case: Opened, qtbot: Any
) -> None:
    asking = page.asking
    asking.asked_by.set_value("plaintiff")
    ask(with_case, qtbot, joined, with_case.office.case_id)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    for offered in (asking.asked_by, asking.party):
        assert JOINER["name"] in " ".join(offered.itemText(n) for n in range(offered.count()))
    assert asking.asked_by.value == "plaintiff"


def test_an_answer_half_typed_belongs_to_its_own_matter(page: ApprovalsPage, with_case: Opened, qtbot: Any) -> None:
    put_a_fine(page, with_case, qtbot)
    ask(with_case, qtbot, adjournment, with_case.office.case_id)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    at = {row["kind"]: n for n, row in enumerate(page.table.rows_model.rows)}
    page.table.selectRow(at["fine"])
    page.form.blanks["opinion"].setPlainText("先予训诫")  # type: ignore[attr-defined]
    page.form.blanks["granted"]._picked("no")  # type: ignore[attr-defined]
    page.table.selectRow(at["adjournment"])
    quiet(with_case, qtbot)
    assert (page.form.value("granted"), page.form.value("opinion")) == (None, "")
    page.table.selectRow(at["fine"])
    quiet(with_case, qtbot)
    assert (page.form.value("granted"), page.form.value("opinion")) == ("no", "先予训诫")


def adjournment(desk: Desk, case: str) -> str:
    told = {"reason": "被告住院", "article": "民诉149(四)", "requested_at": "2026-03-20T08:00:00+08:00"}
    return request_approval(desk, case, "adjournment", about={"to": "2026-03-27T09:00:00+08:00"}, **told)


def test_the_moment_of_an_answer_is_not_that_at_which_the_page_was_opened(
    page: ApprovalsPage, with_case: Opened, qtbot: Any, clock: Any
) -> None:
    put_a_fine(page, with_case, qtbot)
    assert page.form.value("decided_at").startswith("2026-03-20T09:00")
    clock.forward(hours=2)
    go(with_case, qtbot, "approvals")
    assert page.form.value("decided_at").startswith("2026-03-20T11:00")


def test_a_hearing_online_away_from_court_says_whom_to_ask_and_opens_after_the_answer(
    with_case: Opened, qtbot: Any
) -> None:
    page = go(with_case, qtbot, "hearings")
    assert isinstance(page, HearingPage)
    opening = page.opening
    opening.form.set_values({"place": "梧桐村村委会"})
    QTest.keyClick(opening.way, Qt.Key.Key_3)
    assert opening.online_advice.isVisible() and "在线24" in opening.online_advice.text()
    opening._open()
    qtbot.waitUntil(lambda: "还没有批准" in with_case.window.work.notice.text, timeout=30000)
    assert page.sitting is None
    ask(with_case, qtbot, the_president_agrees, with_case.office.case_id)
    page.read()
    qtbot.waitUntil(lambda: "已经同意" in opening.online_advice.text(), timeout=30000)
    assert "梧桐村村委会" in opening.online_advice.text()
    opening.form.set_values({"place": "小口村村委会"})
    opening._open()
    qtbot.waitUntil(lambda: "不是小口村村委会" in with_case.window.work.notice.text, timeout=30000)
    assert page.sitting is None
    opening.form.set_values({"place": "梧桐村村委会"})
    opening._open()
    qtbot.waitUntil(lambda: page.sitting is not None, timeout=30000)
    assert page.sitting is not None and page.sitting.fields["online"] == "elsewhere"


def the_president_agrees(desk: Desk, case: str) -> str:
    """By telephone, to a hearing online from the village."""
    return request_approval(
        desk,
        case,
        "online_place",
        reason="被告在外地务工",
        article="在线24",
        requested_at="2026-03-20T08:00:00+08:00",
        about={"place": "梧桐村村委会"},
        decision={
            "granted": True,
            "decided_by": "president",
            "decided_at": "2026-03-20T08:10:00+08:00",
            "how": "telephone",
            "number": "0533-0000000",
        },
    )


def test_a_compulsory_appearance_wants_two_summonses_and_its_end_is_noted(
    page: ApprovalsPage, with_case: Opened, qtbot: Any
) -> None:
    page.tabs.setCurrentIndex(1)
    page.asking.kind.set_value("forced_appearance")
    page.asking._kind_changed()
    assert page.asking.party.isVisible() and "两次用传票传唤" in page.asking.advice.text()
    told = {"article": "民诉112", "party": "defendant", "must_appear": "facts", "reason": "不到庭无法查清案情"}
    page.asking.form.set_values({**told, "requested_at": "2026-04-22T10:00:00+08:00"})
    page.asking._ask()
    quiet(with_case, qtbot)
    assert "只有 0 次" in with_case.window.work.notice.text and page.table.current is None
    ask(with_case, qtbot, twice_in_vain, with_case.office.case_id)
    page.asking._ask()
    quiet(with_case, qtbot)
    assert page.table.current is not None and page.table.current["about"] == "拘传李喆"
    assert not page.effect.isVisible()
    answer = {"granted": "yes", "number": "0533-0000000", "decided_at": "2026-04-22T10:20:00+08:00"}
    page.form.set_values(answer)
    page._decide()
    quiet(with_case, qtbot)
    assert page.effect.isVisible() and page.signature.isVisible()
    page.effect_form.set_values({"effect": "brought", "by": "王警官", "at": "2026-05-08T09:10:00+08:00"})
    page._carried_out()
    quiet(with_case, qtbot)
    assert "没有直接送达拘传票的记录" in with_case.window.work.notice.text
    page.effect_form.set_values({"effect": "not_found"})
    page._carried_out()
    quiet(with_case, qtbot)
    assert not page.effect.isVisible()
    assert page.table.current is not None and page.table.current["state"] == "not_found"


def twice_in_vain(desk: Desk, case: str) -> str:
    """The defendant had a summons before each of two hearings and came to neither."""
    return stay_away_twice(desk, case, a_paper_of(desk, case, "summons"))
