"""退费 in the window: the payer, what it bears, the order, and the note that the money has gone."""

from __future__ import annotations

from typing import Any

from app.cases.service import decide_procedure
from app.desk import Desk
from app.fees.service import take_payment
from app.fees.store import refunds_of
from support.window import Opened, ask, go, quiet
from ui.fees.page import FeesPage


def prepare(desk: Desk, case: str) -> None:
    decide_procedure(desk, case, "simplified")
    told = {"payer": "plaintiff", "how": "bank", "at": "2026-03-20T09:40:00+08:00"}
    take_payment(desk, case, amount="50.00", **told)


def refunds(desk: Desk, case: str) -> list[dict[str, Any]]:
    return refunds_of(desk.database, case)


def test_a_refund_is_ordered_by_payer_and_noted_when_it_has_gone(with_case: Opened, qtbot: Any) -> None:
    case = with_case.office.case_id
    ask(with_case, qtbot, prepare, case)
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    page.tabs.setCurrentIndex(2)
    tab = page.refund
    tab.payer.set_value("plaintiff")
    assert "50.00" in tab.hint.text()
    tab.form.set_values({"borne": "20.00", "reason": "多交了", "account": "示例银行 0001（示例）"})
    tab._order()
    quiet(with_case, qtbot)
    (told,) = ask(with_case, qtbot, refunds, case)
    assert (told["paid"], told["borne"], told["due"]) == ("50.00", "20.00", "30.00")
    tab.table.selectRow(0)
    tab._refunded()
    quiet(with_case, qtbot)
    assert ask(with_case, qtbot, refunds, case)[0]["refunded_at"]
    assert not tab.done_button.isEnabled()


def test_without_a_payment_there_is_nothing_to_send_back(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    assert not page.refund.order_button.isEnabled()
