"""A window that a test has opened, and how an officer signs in to it."""

from __future__ import annotations

from typing import Any

from ui.main import Workplace
from ui.shell.office import Office
from ui.shell.window import Window

JUDGE, CLERK, PIN = "judge-1", "clerk-1", "274951"
PASSPHRASES = {JUDGE: "岭子的山路走了二十年还在走", CLERK: "雨桐记录每一句话从不漏字"}


class Opened:
    """A window with its office, as an officer sees it."""

    def __init__(self, window: Window, office: Office, place: Workplace) -> None:
        self.window, self.office, self.place = window, office, place


def sign_in(opened: Opened, qtbot: Any, officer: str) -> None:
    """The officer's desk is open and the workbench is shown."""
    opened.window.sign_in.people.set_value(officer)
    opened.window.sign_in.passphrase.setText(PASSPHRASES[officer])
    opened.window.sign_in.sign_in()
    qtbot.waitUntil(lambda: opened.window.screens.currentWidget() is opened.window.work, timeout=15000)
