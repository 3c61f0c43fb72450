"""The signing page: what it shows is the chosen case's, and as it now stands."""

from __future__ import annotations

from typing import Any

import pytest

from app.cases.service import decide_procedure
from support.window import Opened, another_case, ask, issued_to_sign, quiet
from ui.signing.dialogs import PinDialog
from ui.signing.page import SigningPage


@pytest.fixture
def signing(with_case: Opened, qtbot: Any) -> SigningPage:
    """The record of the oral filing waits for the plaintiff."""
    ask(with_case, qtbot, lambda desk, c: decide_procedure(desk, c, "small_claims") or True, with_case.office.case_id)
    return issued_to_sign(with_case, qtbot, "oral_filing_record")


def test_no_paper_of_one_case_is_seen_when_another_is_chosen(
    signing: SigningPage, with_case: Opened, qtbot: Any
) -> None:
    qtbot.waitUntil(lambda: signing.preview.pages > 0, timeout=30000)
    with_case.office.choose_case(another_case(with_case, qtbot))
    quiet(with_case, qtbot)
    assert signing.none.isVisible() and signing.preview.pages == 0


def test_the_paper_in_sight_is_the_one_that_is_signed_by_now(
    signing: SigningPage, with_case: Opened, qtbot: Any
) -> None:
    """As when the signature came by sync."""
    before, seat = signing.preview._pdf, signing.seat
    assert seat is not None and before
    press = with_case.office.connections.keys["practice_thumb"]
    ask(with_case, qtbot, lambda desk: press(desk, seat.paper, seat.signer) or True)
    with_case.office.work_changed.emit()
    quiet(with_case, qtbot)
    assert signing.preview._pdf.startswith(before) and signing.preview._pdf != before


def test_the_pins_for_the_seal_are_asked_once_by_two_presses(with_case: Opened, qtbot: Any) -> None:
    ask(with_case, qtbot, lambda desk, c: decide_procedure(desk, c, "small_claims") or True, with_case.office.case_id)
    page = issued_to_sign(with_case, qtbot, "rights_and_duties_notice")
    page.seal.click()
    page.seal.click()
    quiet(with_case, qtbot)
    assert len(page.findChildren(PinDialog)) == 1


@pytest.mark.parametrize(("tongue", "called"), [("zh", "原告 张𬱖"), ("en", "Plaintiff 张𬱖")], indirect=["tongue"])
def test_who_signs_is_called_in_the_language_of_the_window(tongue: str, called: str, signing: SigningPage) -> None:
    assert signing.seat is not None and signing.seat.words == called
