"""A table of rows, each with a key, for reading and choosing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
LEAST_LETTERS = 11
"""No column is narrower than so many, unless all that is in it is; the table scrolls sideways sooner."""
Row = dict[str, Any]


class Column:
    """A heading, and how a row is shown under it."""

    def __init__(self, heading: str, show: str | Callable[[Row], str], *, stretch: bool = False) -> None:
        self.heading, self._show, self.stretch = heading, show, stretch

    def text(self, row: Row) -> str:
        if callable(self._show):
            return self._show(row)
        value = row.get(self._show)
        return "" if value is None else str(value)


class RowsModel(QAbstractTableModel):
    """Rows as dictionaries."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns, self.rows = list(columns), list[Row]()

    def put(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.columns[index.column()].text(self.rows[index.row()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].heading
        return None


class RowsTable(QTableView):
    """Enter or a double click chooses a row; ``picked`` follows the cursor."""

    chosen = Signal(dict)
    picked = Signal(dict)

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = RowsModel(columns, self)
        self.setModel(self.rows_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        fits = any(column.stretch for column in columns)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed if fits else QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 8)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 4 + 60)
        self.doubleClicked.connect(lambda index: self.chosen.emit(self.rows_model.rows[index.row()]))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def put(self, rows: Sequence[Row]) -> None:
        """Shows these rows; the cursor and what is in sight stay, where there is a row of the same ``id``."""
        kept = self.current.get("id") if self.current else None
        scrolled = [(bar, bar.value()) for bar in (self.verticalScrollBar(), self.horizontalScrollBar())]
        self.rows_model.put(rows)
        at = next((n for n, row in enumerate(rows) if kept is not None and row.get("id") == kept), None)
        if rows:
            self.selectRow(at or 0)
        self._fit()
        if at is not None:
            for bar, value in scrolled:
                bar.setValue(value)

    @property
    def current(self) -> Row | None:
        at = self.currentIndex().row()
        return self.rows_model.rows[at] if 0 <= at < len(self.rows_model.rows) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A column that takes what is left has what it needs, up to two fifths; where that leaves the others too
        little, the words of the widest break into lines."""
        columns, header = self.rows_model.columns, self.horizontalHeader()
        wanted = {at: max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) for at in range(len(columns))}
        room, rest = self.viewport().width(), [at for at, column in enumerate(columns) if column.stretch]
        if rest:
            kept = sum(min(wanted.pop(at), room * 2 // 5) for at in rest)
            least = self.fontMetrics().horizontalAdvance("0") * LEAST_LETTERS
            most = max(_widest_of([*wanted.values()], room - kept), least)
            for at, width in wanted.items():
                self.setColumnWidth(at, min(width, most))
            left = room - sum(self.columnWidth(at) for at in wanted)
            for at in rest:
                self.setColumnWidth(at, max(left // len(rest), least))
        if len(self.rows_model.rows) <= 200:
            self.resizeRowsToContents()
        # Rows are as high as their words need at these widths, so the chosen one lies elsewhere now.
        self.scrollTo(self.currentIndex())

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(self.rows_model.rows[now.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)


def _widest_of(widths: Sequence[int], room: int) -> int:
    """How wide a column may be so that all have room, none being cut to less than another that was cut."""
    for at, width in enumerate(ordered := sorted(widths)):
        if width * (len(ordered) - at) > room:
            return max(room, 0) // (len(ordered) - at)
        room -= width
    return max(widths, default=0)
