"""待核定: rival values beside each other, who told each and when, and a person's pick."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.cases.calls import CaseView, decide
from ui.i18n import tr
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, panel
from ui.words import PARTY_ROLES, PLACES, counterclaim_words, word


class Disputes(QWidget):
    """A digit or an arrow picks a value, Enter on the button decides; nothing is picked beforehand."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.shown: list[dict[str, Any]] | None = None
        self.picks: list[KeyedChoice] = []
        self.column = QVBoxLayout(self)

    def put(self, seen: CaseView) -> None:
        """Shows the case's disputes; a pick half made stays while they are the same."""
        if seen.disputes == self.shown:
            return
        self.shown = seen.disputes
        self.picks = []
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        if not seen.disputes:
            self.column.addWidget(label(tr("没有信息不一致的地方。"), "faint"))
        else:
            self.column.addWidget(label(tr("两台电脑记的不一样。问清当事人，选对的一个；另一个留在历史里。"), "faint"))
        for dispute in seen.disputes:
            self.column.addWidget(self._panel(dispute, _whose(seen, dispute)))
        self.column.addStretch(1)

    def _panel(self, dispute: dict[str, Any], whose: str) -> QWidget:
        frame, box = panel()
        what = f"{whose} {word(PLACES, str(dispute['field']))}".strip()
        box.addWidget(label(tr("信息不一致，待核定：{what}").format(what=what), "section"))
        for number, held in enumerate(dispute["values"], 1):
            box.addWidget(label(f"{number}　{value_words(held['value'])}"))
            for telling in held["told"]:
                box.addWidget(label(f"　　{_telling(telling)}", "faint"))
        pick = KeyedChoice([(str(n), value_words(held["value"])) for n, held in enumerate(dispute["values"])])
        pick.setAccessibleName(tr("选对的"))
        decided = button(tr("核定"), partial(self._decide, dispute, pick), kind="main")
        decided.setEnabled(False)
        pick.changed.connect(lambda: decided.setEnabled(pick.value is not None))
        self.picks.append(pick)
        box.addWidget(pick)
        box.addWidget(flow(decided))
        return frame

    def _decide(self, dispute: dict[str, Any], pick: KeyedChoice) -> None:
        if pick.value is None:
            return
        value = dispute["values"][int(pick.value)]["value"]
        self.office.act(decide, dispute["record"], dispute["field"], value, done=self._decided)

    def _decided(self, _: object) -> None:
        self.office.tell(
            tr("已核定。"),
            tr("这个决定随数据回传到别的电脑；已签发的文书印的是另一个的，到“文书”页更正。"),
            kind="good",
        )


def value_words(value: Any) -> str:
    """A value of any kind as a line for a person."""
    if value is None or value in ("", [], {}):
        return tr("（空）")
    if isinstance(value, bool):
        return tr("是") if value else tr("否")
    if isinstance(value, dict):
        return "；".join(f"{word(PLACES, str(name))} {value_words(part)}" for name, part in value.items())
    if isinstance(value, list):
        return "、".join(value_words(part) for part in value)
    return str(value)


def _telling(telling: dict[str, Any]) -> str:
    where = tr("这台电脑") if telling["here"] else tr("另一台电脑")
    at = str(telling["at"])[:16].replace("T", " ")
    return tr("{who} {at} 在{where}上记的").format(who=telling["who"], at=at, where=where)


def _whose(seen: CaseView, dispute: dict[str, Any]) -> str:
    """The party, the claim, or the counterclaim that the dispute is about, in words; nothing of another record."""
    case, record = seen.case, dispute["record"]
    named = {party.record: f"{word(PARTY_ROLES, party.role)} {party.name}" for party in case.parties}
    for one in case.counterclaims:
        named[one.record] = counterclaim_words(case, one)
    for whole in (case.claims, case.dropped, *(one.claims for one in case.counterclaims)):
        named |= {claim.record: (claim.earlier or (claim,))[0].text for claim in whole}
    return named.get(record, "")
