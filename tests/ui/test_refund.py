"""退费 in the window: the payer, what it bears, the order, and the note that the money has gone."""

from __future__ import annotations

from typing import Any

from app.cases.service import decide_procedure
from app.cases.store import load_case
from app.desk import Desk
from app.fees.service import deem_unpaid, due_now, take_payment
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


def rest_unpaid(desk: Desk, case: str) -> None:
    """Half of 700 yuan was paid; the case became an ordinary one and the other half was not."""
    decide_procedure(desk, case, "simplified")
    told = {"payer": "plaintiff", "how": "bank", "at": "2026-03-20T09:40:00+08:00"}
    take_payment(desk, case, amount=str(due_now(desk.database, load_case(desk.database, case))), **told)
    decide_procedure(desk, case, "ordinary")
    deem_unpaid(desk, case, by=["plaintiff"], at="2026-03-30T09:00:00+08:00", notified_on="2026-03-20")


def test_where_the_rest_of_the_fee_stayed_unpaid_half_is_proposed_with_its_step_and_article(
    with_case: Opened, qtbot: Any
) -> None:
    ask(with_case, qtbot, rest_unpaid, with_case.office.case_id)
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    page.tabs.setCurrentIndex(2)
    page.refund.payer.set_value("plaintiff")
    values = page.refund.form.values()
    # 37171 yuan cost 729.28; paid half of it, 364.64, of which half goes back (解释199).
    assert (values["borne"], values["article"]) == ("182.32", "解释199")
    assert "已交 364.64 元的一半 182.32 元" in values["reason"]
    page.refund.form.set_values({"account": "示例银行 0001（示例）"})
    page.refund._order()
    quiet(with_case, qtbot)
    (told,) = ask(with_case, qtbot, refunds, with_case.office.case_id)
    assert (told["paid"], told["borne"], told["due"], told["article"]) == ("364.64", "182.32", "182.32", "解释199")


def test_without_a_payment_there_is_nothing_to_send_back(with_case: Opened, qtbot: Any) -> None:
    page = go(with_case, qtbot, "fees")
    assert isinstance(page, FeesPage)
    assert not page.refund.order_button.isEnabled()


def both_paid(desk: Desk, case: str) -> bool:
    decide_procedure(desk, case, "simplified")
    for payer in ("plaintiff", "defendant"):
        take_payment(desk, case, payer=payer, amount="50.00", how="bank", at="2026-03-20T09:40:00+08:00")
    return True


def test_what_is_typed_of_a_refund_to_one_payer_is_not_sent_to_the_other(with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, both_paid, with_case.office.case_id)
    tab = go(with_case, qtbot, "fees").refund  # type: ignore[attr-defined]
    tab.payer.set_value("plaintiff")
    tab.form.blanks["borne"].setText("20.00")
    tab.form.blanks["account"].setText("示例银行 0001（示例）")
    tab.payer.set_value("defendant")
    quiet(with_case, qtbot)
    assert tab.form.value("borne") != "20.00" and tab.form.value("account") == ""
    tab.payer.set_value("plaintiff")
    quiet(with_case, qtbot)
    assert (tab.form.value("borne"), tab.form.value("account")) == ("20.00", "示例银行 0001（示例）")
