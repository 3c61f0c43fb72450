"""A table of rows, each with a key, for reading and choosing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.i18n import tr

Index = QModelIndex | QPersistentModelIndex
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
        # A column that takes what is left keeps room for its heading.
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance(tr("当事人")) + 24)
        for number, column in enumerate(columns):
            header.setSectionResizeMode(
                number,
                QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.ResizeToContents,
            )
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 16)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 4 + 60)
        self.doubleClicked.connect(lambda index: self.chosen.emit(self.rows_model.rows[index.row()]))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def put(self, rows: Sequence[Row]) -> None:
        """Shows these rows; the cursor stays on the row of the same ``id`` where there is one."""
        kept = self.current.get("id") if self.current else None
        self.rows_model.put(rows)
        if rows:
            at = next((n for n, row in enumerate(rows) if kept is not None and row.get("id") == kept), 0)
            self.selectRow(at)
        self.resizeRowsToContents() if len(rows) <= 200 else None

    @property
    def current(self) -> Row | None:
        at = self.currentIndex().row()
        return self.rows_model.rows[at] if 0 <= at < len(self.rows_model.rows) else None

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(self.rows_model.rows[now.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)
