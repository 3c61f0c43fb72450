"""A window that a test has opened, and how an officer signs in to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.desk import Desk
from app.journal.device import DeviceKey
from app.journal.devices import add_devices
from app.journal.entry import Happening
from support.village import JOINER, PLAINTIFF, a_case
from ui.cases.page import CasesPage
from ui.documents.page import DocumentsPage
from ui.main import Workplace
from ui.shell.office import CaseRow, Office, row_of
from ui.shell.page import Page
from ui.shell.window import Window
from ui.signing.page import SigningPage

JUDGE, CLERK, PIN = "judge-1", "clerk-1", "274951"
PASSPHRASES = {JUDGE: "岭子的山路走了二十年还在走", CLERK: "雨桐记录每一句话从不漏字"}


class Opened:
    """A window with its office, as an officer sees it."""

    def __init__(self, window: Window, office: Office, place: Workplace) -> None:
        self.window, self.office, self.place = window, office, place


def sign_in(opened: Opened, qtbot: Any, officer: str) -> None:
    """The officer's desk is open; the workbench is shown, or the hearing that was cut off."""
    opened.window.sign_in.people.set_value(officer)
    opened.window.sign_in.passphrase.setText(PASSPHRASES[officer])
    opened.window.sign_in.sign_in()
    window = opened.window
    qtbot.waitUntil(lambda: window.screens.currentWidget() is window.work and window.work.at != "", timeout=30000)


def quiet(opened: Opened, qtbot: Any) -> None:
    """Every call asked of the desk has been answered."""
    qtbot.waitUntil(lambda: opened.office.jobs._pending == 0, timeout=30000)


def ask(opened: Opened, qtbot: Any, function: Callable[..., Any], *arguments: Any) -> Any:
    """What the function gives, run on the desk's thread."""
    found: list[Any] = []
    opened.office.jobs.call(function, *arguments, done=lambda value: found.append(value))
    qtbot.waitUntil(lambda: bool(found), timeout=30000)
    return found[0]


def go(opened: Opened, qtbot: Any, name: str) -> Page:
    """The page is in sight and has read."""
    opened.window.work.open_page(name)
    quiet(opened, qtbot)
    return opened.window.work.page(name)


def issued_to_sign(opened: Opened, qtbot: Any, document: str) -> SigningPage:
    """The page of signing, with that paper issued and ready to be signed."""
    papers = go(opened, qtbot, "documents")
    assert isinstance(papers, DocumentsPage)
    papers.table.selectRow(next(at for at, one in enumerate(papers.offers) if one.document == document))
    quiet(opened, qtbot)
    papers._issue()
    quiet(opened, qtbot)
    page = go(opened, qtbot, "signing")
    assert isinstance(page, SigningPage) and page.seat is not None and page.seat.state == "ready"
    return page


def case_in_front(opened: Opened, qtbot: Any) -> CasesPage:
    """The page of the chosen case has read, and the keyboard is its window's."""
    page = go(opened, qtbot, "cases")
    assert isinstance(page, CasesPage)
    qtbot.waitUntil(lambda: page.seen is not None, timeout=30000)
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=30000)
    return page


def another_case(opened: Opened, qtbot: Any) -> CaseRow:
    """A second case of the laptop, with another defendant; it is not chosen."""

    def filed(desk: Desk) -> CaseRow | None:
        return row_of(desk, a_case(desk, parties=[dict(PLAINTIFF), dict(JOINER)]))

    row: CaseRow = ask(opened, qtbot, filed)
    return row


def tell_rival(desk: Desk, record: str, field: str, value: Any, at: str) -> str:
    """The clerk's other laptop, not knowing what stands here, said ``value`` at ``at``; gives that entry's name."""
    told, other = desk.told(record), DeviceKey.new(desk.randomness)
    add_devices(desk.database, {other.device_id: other.public})
    standing = next(entry for entry in told.entries if entry.name == told.standing[field])
    happening = Happening(
        act="party.corrected", record=record, fields={field: value}, bases={field: list(standing.bases.get(field, ()))},
        case=told.case, compartment=told.first.compartment, officer=CLERK, claimed_at=at, boot="another",
        monotonic_ms=1, head_seen=None, group=None,
    )  # fmt: skip
    with desk.database.transaction():
        entry = desk.journal.append(happening, other, desk.randomness(16))
        desk.retell({record})
    return entry.name
