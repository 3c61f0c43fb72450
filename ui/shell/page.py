"""What a page is: a title, its keys, and a moment when it comes into sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.shell.office import Office
from ui.widgets.empty import EmptyPanel
from ui.widgets.labels import label
from ui.widgets.scroll import FocusScroll


@dataclass(frozen=True)
class PageEntry:
    """A page of the navigation: made when first opened."""

    name: str
    words: str
    key: str
    make: Callable[[Office], Page]


class Page(QWidget):
    """A page in a scrolling frame; subclasses fill ``column``."""

    name = ""
    wants_case = False
    takes_shelf = False
    """Whether it also works on the papers that belong to no case."""
    scrolls = True

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.setObjectName("page")
        self.body = QWidget()
        self.body.setObjectName("page")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(18, 10, 18, 14)
        self.column.setSpacing(10)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(FocusScroll(self.body) if self.scrolls else self.body)
        self._empty: QWidget | None = None
        self._entered_for = ""
        if self.wants_case:
            office.case_changed.connect(self._case_changed)
        office.work_changed.connect(self._work_changed)
        self.build()

    def build(self) -> None:
        """Lays out the page, once."""

    def keys(self) -> list[tuple[str, str]]:
        """The keys that work here, for the card of keys."""
        return []

    def read(self) -> None:
        """Asks for what the page shows; called when it comes into sight and when work has changed."""

    def first_focus(self) -> QWidget | None:
        """Where the cursor stands when the page comes into sight."""
        return None

    def open_part(self, part: str) -> None:
        """One part of the page is in sight, by its name; for pages that have parts."""

    def enter(self) -> None:
        """The page has come into sight, or another case has."""
        self._entered_for = self.office.dossier
        if self._lacks_case:
            self._show_empty()
            return
        self._stack.setCurrentIndex(0)
        self.read()
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    def title(self, words: str, hint: str = "") -> None:
        """A heading at the top of the page."""
        self.column.addWidget(label(words, "title"))
        if hint:
            self.column.addWidget(label(hint, "faint"))

    def _case_changed(self) -> None:
        if not self.isVisible():
            return
        if self._entered_for and self._entered_for == self.office.dossier:
            # What has changed is the same case: whoever types goes on where he is.
            self.read()
        else:
            self.enter()

    def _work_changed(self) -> None:
        if self.isVisible() and not self._lacks_case:
            self.read()

    @property
    def _lacks_case(self) -> bool:
        office = self.office
        return self.wants_case and office.case is None and not (self.takes_shelf and office.on_shelf)

    def _show_empty(self) -> None:
        if self._empty is None:
            shelf = [(tr("不属于案件的文书"), self.office.choose_shelf)] if self.takes_shelf else []
            self._empty = EmptyPanel(
                tr("还没有选案件"),
                tr("这一页办的是一个案件里的事。按 Ctrl+K 选一个案件，或者按 Ctrl+2 去立案。"),
                [
                    (tr("选案件  Ctrl+K"), lambda: self.office.go("pick-case")),
                    (tr("去立案  Ctrl+2"), lambda: self.office.go("intake")),
                    *shelf,
                ],
            )
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
        if isinstance(self._empty, EmptyPanel) and self._empty.buttons:
            self._empty.buttons[0].setFocus()


class CasePage(Page):
    """A page about the chosen case."""

    wants_case = True
