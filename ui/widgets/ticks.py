"""Any of several, each a box to tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal

from ui.widgets.flow import FlowBox
from ui.widgets.line_button import LineCheck
from ui.widgets.tab_order import TabPlace


class Ticks(FlowBox):
    """What a person said of a choice stands when the choices come anew; every other one follows what is suggested."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]] = (), *, a_line_each: bool = False) -> None:
        super().__init__(gap=6, a_line_each=a_line_each)
        self.boxes: dict[str, LineCheck] = {}
        self._said: set[str] = set()
        self._putting = False
        self._place = TabPlace(self)
        self.put(choices)

    def put(self, choices: Sequence[tuple[str, str]], suggested: Collection[str] = ()) -> None:
        """The choices are these from now on, as (key, words); a box that stays keeps the keyboard.

        ``suggested`` are the keys that are ticked unless a person has said otherwise. ``changed`` is not told.
        """
        keys = [key for key, _words in choices]
        self._said &= set(keys)
        for key in [key for key in self.boxes if key not in keys]:
            self.boxes.pop(key).deleteLater()
        while self.row.takeAt(0) is not None:
            pass
        for key, words in choices:
            box = self.boxes.get(key) or self._made(key)
            if box.words != words:
                box.break_words(words)
            self.row.addWidget(box)
        self.boxes = {key: self.boxes[key] for key in keys}
        self._place.put(list(self.boxes.values()))
        self._tick({key: key in suggested for key in keys if key not in self._said})

    @property
    def value(self) -> list[str]:
        """The keys that are ticked, in their order."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def set_value(self, value: Collection[str]) -> None:
        """These are ticked and no other; where there are none nobody has said anything. ``changed`` is not told."""
        self._said = set(self.boxes) if value else set()
        self._tick({key: key in value for key in self.boxes})

    def _made(self, key: str) -> LineCheck:
        box = self.boxes[key] = LineCheck("")
        box.toggled.connect(lambda _on: self._toggled(key))
        return box

    def _tick(self, on: dict[str, bool]) -> None:
        self._putting = True
        for key, ticked in on.items():
            self.boxes[key].setChecked(ticked)
        self._putting = False

    def _toggled(self, key: str) -> None:
        if not self._putting:
            self._said.add(key)
            self.changed.emit()
