"""Labels and buttons in the few kinds the look knows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget


def label(text: str = "", kind: str = "", *, wrap: bool = True) -> QLabel:
    """A text label; it wraps, so that no sentence is ever cut."""
    made = QLabel(text)
    # By its name, here and in all that sign-in shows: to build the namespace Qt takes as long as all its other imports.
    made.setProperty("textFormat", "PlainText")
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    return made


def set_kind(widget: QWidget, kind: str) -> None:
    """The widget is drawn as another kind from now on."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(
    text: str, act: Callable[[], object] | None = None, *, kind: str = "", key: str = "", tip: str = ""
) -> QPushButton:
    """A button that Enter and Space press; its shortcut is written on it."""
    made = QPushButton(f"{text}  {key.replace('Return', 'Enter')}" if key else text)
    made.setAutoDefault(True)
    if kind:
        made.setProperty("kind", kind)
    if key:
        made.setShortcut(QKeySequence(key))
    if tip:
        made.setToolTip(tip)
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made


def panel() -> tuple[QFrame, QVBoxLayout]:
    """A framed box and its layout."""
    frame = QFrame()
    frame.setProperty("kind", "panel")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(14, 12, 14, 12)
    layout.setSpacing(8)
    return frame, layout
