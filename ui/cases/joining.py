"""追加当事人: who, on whose application, why; his papers are then offered on the page of papers."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.model import Case
from app.cases.parties import JOINING_ROLES, join_party
from ui.i18n import tr
from ui.intake.forms import FRESH_PARTY, PartyForm, agent_of, party_of
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.words import PARTY_ROLES, word

COURT = "court"
REASONS = (
    "是必须共同进行诉讼的当事人",
    "与本案处理结果有法律上的利害关系",
    "对本案的诉讼标的有独立请求权",
)
"""Words that the notice prints after 本院认为你（单位）, so they stay Chinese (民诉59, 135)."""


class Joining(QWidget):
    """The judge decides; the clerk sees what is missing before anything is written."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case: Case | None = None
        column = QVBoxLayout(self)
        self.why = Form()
        self.asked_by = Combo([])
        self.why.add("asked_by", tr("谁申请追加"), self.asked_by, required=True)
        self.reason = Combo([(words, words) for words in REASONS], editable=True)
        self.reason.setEditText("")
        self.why.add("reason", tr("追加的理由"), self.reason, required=True)
        column.addWidget(self.why)
        self.party = PartyForm(office, JOINING_ROLES)
        column.addWidget(self.party)
        column.addWidget(
            label(
                tr(
                    "追加以后要给他答辩期和举证期限，举证期限其他当事人也适用（证据55）；还要通知其他当事人（解释74）。"
                ),
                "faint",
            )
        )
        column.addWidget(flow(button(tr("追加为当事人"), self._join, kind="main", key="Alt+Z")))
        column.addStretch(1)
        self.keepers = (
            FormKeeper(office, "joining", self.why),
            FormKeeper(office, "party_joining", self.party, lambda: FRESH_PARTY),
        )

    def put(self, case: Case) -> None:
        """Offers the parties of this case as those who asked."""
        self._case = case
        for keeper in self.keepers:
            keeper.stand_for(case.id)
        people = [(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in case.parties]
        self.asked_by.set_choices([*people, (COURT, tr("没有人申请，法院依职权"))], self.asked_by.value or None)

    def _join(self) -> None:
        if self._case is None or not self.why.check() or not self.party.check():
            return
        row = self.party.values()
        agent = agent_of(row, "")
        told = {
            "at": self.office.now().isoformat(timespec="seconds"),
            "on_application_of": None if self.asked_by.value == COURT else self.asked_by.value,
            "reason": self.reason.value,
            "agents": [{name: value for name, value in agent.items() if name != "for"}] if agent else [],
        }
        case, (first, *others) = self._case.id, self.keepers
        first.record(_join_party, case, party_of(row), told, done=self._joined, along=others)

    def _joined(self, _: object) -> None:
        self.office.refresh_case()
        self.office.tell(
            tr("已追加为当事人。"),
            tr("到“文书”页出参加诉讼通知书、权利义务告知书和传票，再送达；让他确认送达地址。"),
            kind="good",
        )


def _join_party(desk: Any, case: str, party: dict[str, Any], told: dict[str, Any]) -> str:
    return join_party(desk, case, party, **told)
