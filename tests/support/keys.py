"""An officer without a mouse."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QTabWidget, QWidget

from support.window import Opened, quiet

Key = Qt.Key
MOST_TABS = 150
"""No form of the window has as many stops."""


class Keys:
    """An officer's ten fingers: Tab to a blank, then letters, digits, arrows and Enter."""

    def __init__(self, opened: Opened, qtbot: Any) -> None:
        self.opened, self.qtbot = opened, qtbot
        opened.window.activateWindow()
        qtbot.waitUntil(opened.window.isActiveWindow, timeout=30000)

    @property
    def at(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.at, key, modifiers)
        quiet(self.opened, self.qtbot)

    def shortcut(self, keys: str) -> None:
        """A key combination as it is written on the button."""
        combination = QKeySequence(keys)[0]
        self.press(combination.key(), combination.keyboardModifiers())
        # A button pressed by its key stays down for a moment before it acts.
        buttons = self.opened.window.findChildren(QAbstractButton)
        self.qtbot.waitUntil(lambda: not any(made.isDown() for made in buttons), timeout=30000)
        quiet(self.opened, self.qtbot)

    def to(self, wanted: QWidget) -> None:
        """Tab until the widget, or what stands for it, has the keyboard."""
        for _ in range(MOST_TABS):
            if self.at is wanted or wanted.isAncestorOf(self.at):
                return
            QTest.keyClick(self.at, Key.Key_Tab)
            # A box that has just been laid out comes into sight with the next event.
            QApplication.processEvents()
        raise AssertionError(f"Tab never came to {wanted.accessibleName() or wanted}")

    def write(self, blank: QWidget, text: str) -> None:
        self.to(blank)
        QTest.keyClick(self.at, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for line, part in enumerate(text.split("\n")):
            if line:
                QTest.keyClick(self.at, Key.Key_Return)
            self.say(part)

    def say(self, text: str) -> None:
        """Letters and digits one key after the other, Chinese as the input method hands it over."""
        if text.isascii():
            QTest.keyClicks(self.at, text)
            return
        handed_over = QInputMethodEvent()
        handed_over.setCommitString(text)
        QApplication.sendEvent(self.at, handed_over)

    def pick(self, blank: QWidget, place: int = 1) -> None:
        """The choice of that number; in a drop-down, that line of it."""
        self.to(blank)
        if isinstance(blank, QComboBox):
            self.press(Key.Key_Home)
            for _ in range(place - 1):
                self.press(Key.Key_Down)
        else:
            self.press(Qt.Key(Key.Key_0 + place))
        quiet(self.opened, self.qtbot)

    def tick(self, box: QWidget) -> None:
        self.to(box)
        self.press(Key.Key_Space)

    def tab(self, page: QWidget, place: int) -> None:
        """The tab of that place from the left, counted from none."""
        bar = page.findChildren(QTabWidget)[0].tabBar()
        self.to(bar)
        step = Key.Key_Right if place > bar.currentIndex() else Key.Key_Left
        for _ in range(abs(place - bar.currentIndex())):
            self.press(step)
        assert bar.currentIndex() == place

    def act(self, words: str, within: QWidget) -> None:
        """The button that says so is tabbed to and pressed."""
        made = next(b for b in within.findChildren(QAbstractButton) if b.isVisible() and words in b.text())
        self.to(made)
        self.press(Key.Key_Space)
