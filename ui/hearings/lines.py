"""庭审用语: standard lines that a short key puts into the turn, for the officer to read and change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.cases.model import CLAIMANTS, Case
from ui.widgets.labels import button
from ui.widgets.scroll import FocusScroll

RECORDING_LINE = 10
"""The place of 录音告知 among the lines (录音15; 解释176)."""


def standard_lines(case: Case, judge: str, clerk: str) -> list[tuple[str, str, str]]:
    """(speaker, short name, line), with the case's own names in them; wording after domain 6.7.

    These are words of the record, so they stay Chinese in every language of the window.
    """
    first = "、".join(p.name for p in case.parties if p.role in CLAIMANTS)
    second = "、".join(p.name for p in case.parties if p.role in ("defendant", "respondent"))
    open_words = "公开" if case.fields.get("public", True) else "不公开"
    about = f"原告{first}诉被告{second}{case.cause}一案" if second else f"{first}{case.cause}一案"
    return [
        (
            "clerk",
            "法庭纪律",
            "请旁听人员遵守法庭纪律：关闭通讯设备；未经许可不得录音、录像、摄影；不得随意走动、发言、鼓掌、吸烟。各方当事人是否到庭？",
        ),
        ("judge", "开庭", "现在开庭。核对当事人身份：姓名、出生日期、住址与起诉材料是否一致？对对方身份有无异议？"),
        ("judge", "案由", f"今天依法{open_words}审理{about}，由审判员{judge}独任审理，书记员{clerk}担任记录。"),
        ("judge", "权利回避", "诉讼权利义务告知书是否收到、是否清楚？对审判人员、书记员是否申请回避？"),
        ("judge", "期限", "双方是否均同意不要举证期限和答辩期，当即开庭？"),
        ("judge", "焦点", "本庭归纳争议焦点：        。双方有无补充？"),
        ("judge", "质证", "对该证据的真实性、合法性、关联性有无异议？"),
        ("judge", "调解", "双方是否同意调解？"),
        ("judge", "闭庭", "现在闭庭。请阅读笔录，确认无误后签名；不识字的由书记员宣读。"),
        ("judge", "缺席", "被告经本院合法传唤，无正当理由未到庭，本院依法缺席审理。"),
        (
            "judge",
            "录音告知",
            "现在告知各方：本次庭审由法庭同步录音，录音附卷；未经许可，任何人不得录音、录像、摄影。是否清楚？",
        ),
        ("judge", "休庭", "现在休庭。"),
        ("judge", "继续开庭", "现在继续开庭。"),
    ]


class LinesPanel(FocusScroll):
    """The lines beside the record, the first ten with their keys; hidden until asked for."""

    wanted = Signal(int)

    def __init__(self) -> None:
        box = QWidget()
        super().__init__(box)
        self._box = box
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.hide()

    def put(self, lines: list[tuple[str, str, str]]) -> None:
        """Offers these lines and no others."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for number, (_speaker, name, line) in enumerate(lines):
            key = f"Alt+{(number + 1) % 10} " if number < 10 else ""
            self._column.addWidget(button(f"{key}{name}", partial(self.wanted.emit, number), tip=line))
        self._column.addStretch(1)
        self.setMinimumWidth(self._box.sizeHint().width() + 24)
