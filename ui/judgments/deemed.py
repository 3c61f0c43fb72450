"""按撤诉处理: who did not come, left or did not pay, when the summons or notice arrived, and the ruling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.code_tables import court_calendar
from app.cases.model import CLAIMANTS, Case
from app.cases.store import load_case
from app.desk import Desk
from app.fees.service import deem_unpaid
from app.judgments.service import deem_withdrawn
from app.service.running import CaseRecord
from ui.i18n import QT_TR_NOOP, tr
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.ticks import Ticks
from ui.words import PARTY_ROLES, word

WORDS = {
    "absent": QT_TR_NOOP("经传票传唤，无正当理由拒不到庭"),
    "left": QT_TR_NOOP("未经法庭许可中途退庭"),
    "unpaid": QT_TR_NOOP("通知后七日内没有交受理费"),
}
NOTICES = {"absent": "summons", "unpaid": "fee_notice"}
"""The paper that must have reached who claims, for each ground."""


@dataclass(frozen=True)
class DeemedView:
    """``notified``: ground → the day on which its notice reached the last of those who claim, None while it has not."""

    case: Case
    claimants: list[tuple[str, str]]
    notified: dict[str, str | None]


class Deemed(QWidget):
    """The day of the notice comes from its service; without one the ruling is refused."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: DeemedView | None = None
        column = QVBoxLayout(self)
        self.form = Form()
        self.ground = KeyedChoice([(ground, tr(words)) for ground, words in WORDS.items()])
        self.form.add("ground", tr("为什么"), self.ground, required=True)
        self.who = Ticks()
        self.form.add("by", tr("哪些原告"), self.who, required=True)
        self.form.add("notified_on", tr("传票或交费通知送达的日子"), DateEntry(), required=True)
        self.form.add("at", tr("裁定时间"), MomentEntry(), required=True)
        column.addWidget(self.form)
        self.advice = label("", "warn")
        column.addWidget(self.advice)
        column.addWidget(
            label(
                tr(
                    "被告反诉的，可以缺席判决（民诉146）。受理费由原告负担（费用34）；"
                    "费用15只说申请撤诉减半，按撤诉处理减不减半，按“设置”里法院的做法；简易、小额程序总是减半（费用16）。"
                ),
                "faint",
            )
        )
        self.rule_button = button(tr("裁定按撤诉处理"), self._rule, kind="main", key="Alt+C")
        column.addWidget(flow(self.rule_button))
        column.addStretch(1)
        self.keeper = FormKeeper(office, "deemed_withdrawal", self.form, lambda: {"at": office.now().isoformat()})
        self.keeper.filled.connect(self._say_notice)
        self.ground.changed.connect(self._ground_changed)
        self._ground_changed()

    def read(self) -> None:
        """Asks for who claims and what reached them."""
        self.office.read(_view, self.office.case_id, done=self._show)

    def _show(self, seen: DeemedView) -> None:
        if seen.case.id != self.office.case_id:
            return
        self.seen = seen
        self.keeper.stand_for(seen.case.id)
        self.rule_button.setEnabled(not seen.case.closed and not seen.case.suit_ended)
        self.who.put(seen.claimants, [key for key, _words in seen.claimants] if len(seen.claimants) == 1 else [])
        self._say_notice()

    def _ground_changed(self) -> None:
        self.form.set_values({"notified_on": None})
        self._say_notice()

    def _say_notice(self) -> None:
        """The day on which the notice arrived, from its service; where none is on record the officer writes it."""
        ground = self.ground.value or ""
        self.form.show_blank("notified_on", ground in NOTICES)
        day = self.seen.notified.get(ground) if self.seen is not None else None
        if day is not None:
            self.form.set_values({"notified_on": day})
        missing = ground in NOTICES and self.seen is not None and day is None
        self.advice.setVisible(missing)
        self.advice.setText(
            tr("送达记录里没有给原告的传票。确实收到过的，写明日子；没有收到的，不能按撤诉处理（解释261）。")
            if ground == "absent"
            else tr("送达记录里没有给原告的交费通知。先通知交费（解释213）。")
        )

    def _rule(self) -> None:
        if self.seen is None or not self.form.check():
            return
        values = self.form.values()
        told = {name: values[name] for name in ("ground", "at", "by")}
        told["notified_on"] = values["notified_on"] if values["ground"] in NOTICES else None
        self.keeper.record(_ruled, self.seen.case.id, told, done=self._was_ruled)

    def _was_ruled(self, _: object) -> None:
        self.office.tell(
            tr("已裁定按撤诉处理；有反诉、第三人请求合并审理的，它们继续审理，没有的，案件结案。"),
            tr("到“文书”页出裁定书，签名、用印、送达。"),
            kind="good",
        )
        self.office.refresh_case()


def _view(desk: Desk, case: str) -> DeemedView:
    held = load_case(desk.database, case)
    record = CaseRecord(desk.database, held, court_calendar(desk.database), desk.clock.now().date())
    claimants = [party for party in held.parties if party.role in CLAIMANTS]
    notified: dict[str, str | None] = {}
    for ground, document in NOTICES.items():
        served = record.served(document)
        days = [day.isoformat() for party in claimants if (day := served[party.key]) is not None]
        # One notice of the fee is for all who claim together; a summons is for each.
        enough = len(days) == len(claimants) if ground == "absent" else bool(days)
        notified[ground] = max(days) if enough and days else None
    named = [(party.key, f"{word(PARTY_ROLES, party.role)} {party.name}") for party in claimants]
    return DeemedView(held, named, notified)


def _ruled(desk: Desk, case: str, told: dict[str, Any]) -> str:
    if told["ground"] == "unpaid":
        return deem_unpaid(desk, case, by=told["by"], at=told["at"], notified_on=told["notified_on"])
    return deem_withdrawn(desk, case, **told)
