"""When a window can be typed into: its line is in sight and focused, and the first letter typed has been painted."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit


def type_into(line: QLineEdit, words: str) -> None:
    """As an input method does it; to make a key's event would first build all the enums of ``Qt``, and be measured."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(line, event)


def when_it_can_be_typed_into(application: QApplication, go_on: Callable[[QLineEdit], None]) -> None:
    """``go_on`` gets the line once it shows the letter ``a``, typed as soon as the line had the focus."""
    look_again = QTimer(application)

    def look() -> None:
        line = application.focusWidget()
        if not isinstance(line, QLineEdit) or not line.isVisible() or not line.isActiveWindow():
            return
        look_again.stop()
        type_into(line, "a")
        application.processEvents()
        assert line.text() == "a" and line.hasFocus()
        go_on(line)

    look_again.timeout.connect(look)
    look_again.start()


def enter(line: QLineEdit, passphrase: str) -> None:
    """The passphrase is typed in the place of the first letter, and Enter pressed."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    line.clear()
    type_into(line, passphrase)
    QTest.keyClick(line, Qt.Key.Key_Return)


def once(application: QApplication, holds: Callable[[], bool], go_on: Callable[[], None]) -> None:
    """``go_on`` is called when ``holds`` does and all that waited to be painted has been."""
    look_again = QTimer(application)
    look_again.setInterval(5)

    def look() -> None:
        if holds():
            look_again.stop()
            application.processEvents()
            go_on()

    look_again.timeout.connect(look)
    look_again.start()


def require_painted(line: QLineEdit) -> None:
    """The letter is on the screen: without it, the line's place there looks otherwise."""

    def picture() -> bytes:
        QApplication.processEvents()
        corner = line.mapTo(line.window(), line.rect().topLeft())
        image = line.screen().grabWindow(line.window().winId(), corner.x(), corner.y(), line.width(), line.height())
        return bytes(image.toImage().constBits())

    with_letter = picture()
    line.clear()
    assert with_letter != picture()


def end() -> None:
    """At once: how long the program takes to tidy up is not measured."""
    os._exit(0)
