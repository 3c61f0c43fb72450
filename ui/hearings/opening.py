"""Before a sitting: open one, note who did not come, or read an earlier one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QTabWidget, QVBoxLayout, QWidget

from app.cases.model import Case
from app.errors import NeedsCorrection
from app.hearings.store import Sitting
from app.rules.procedure import hearing_on_the_spot
from ui.hearings.calls import HearingView, adjourn_absent
from ui.i18n import tr
from ui.intake.forms import split_names
from ui.refusals import sentence_of
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.moment import MomentEntry
from ui.widgets.rows import Column, RowsTable
from ui.widgets.scroll import FocusScroll
from ui.words import PARTY_ROLES, word


class Opening(QWidget):
    """Three tabs; the first opens a sitting."""

    wanted = Signal(str, dict)
    """A sitting of that case is to be opened, with these values."""
    read_wanted = Signal(dict)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.tabs = QTabWidget()
        column.addWidget(self.tabs)
        self.tabs.addTab(FocusScroll(self._open_form()), tr("开庭"))
        self.absence = Absence(office)
        self.tabs.addTab(FocusScroll(self.absence), tr("未到庭，改期"))
        self.table = RowsTable(
            [
                Column(tr("时间"), "opened"),
                Column(tr("种类"), "kind"),
                Column(tr("地点"), "place", stretch=True),
                Column(tr("状态"), "state"),
            ]
        )
        self.table.chosen.connect(self.read_wanted)
        self.tabs.addTab(self.table, tr("以往笔录"))

    @property
    def first(self) -> QWidget:
        return self.form.blanks["place"]

    def _open_form(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        self.advice = label("", "warn")
        self.advice.hide()
        column.addWidget(self.advice)
        self.form = Form()
        self.kind = KeyedChoice(
            [("hearing", tr("庭审")), ("inquiry", tr("询问")), ("inspection", tr("勘验"))], "hearing"
        )
        self.form.add("kind", tr("种类"), self.kind, required=True)
        self.form.add("opened_at", tr("开始时间"), MomentEntry(), required=True)
        self.form.add("place", tr("地点"), QLineEdit(), required=True)
        ways = [
            ("person", tr("到场开庭")),
            ("court", tr("在线，在本院的在线法庭")),
            ("elsewhere", tr("在线，不在在线法庭")),
        ]
        self.way = KeyedChoice(ways, "person")
        self.form.add("online", tr("方式"), self.way, required=True)
        self.online_advice = label("", "warn")
        self.form.add_wide(self.online_advice)
        self.way.changed.connect(self._way_changed)
        self.observers = QSpinBox()
        self.observers.setRange(0, 9999)
        self.observers.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.form.add("observers", tr("旁听人数"), self.observers)
        invited = QLineEdit()
        invited.setPlaceholderText(tr("如村委会主任、网格员、翻译（写明身份）；几个人用顿号隔开"))
        self.form.add("invited", tr("邀请到场"), invited)
        witnesses = QLineEdit()
        witnesses.setPlaceholderText(tr("到庭作证的人，先后照这样排；几个人用顿号隔开"))
        self.form.add("witnesses", tr("证人"), witnesses)
        self.form.add("object", tr("勘验什么"), QLineEdit(), required=True)
        self.form.add("weather", tr("天气"), QLineEdit())
        self.form.add("course", tr("勘验经过"), LongText(lines=3), required=True)
        self.form.add("result", tr("勘验结果"), LongText(lines=3), required=True)
        self.kind.changed.connect(self._kind_changed)
        self._seen: HearingView | None = None
        self.keeper = FormKeeper(self.office, "sitting", self.form, self._at_first)
        self.keeper.filled.connect(self._kind_changed)
        self._kind_changed()
        column.addWidget(self.form)
        column.addWidget(flow(button(tr("开庭，开始记录"), self._open, kind="main", key="Ctrl+Return")))
        column.addStretch(1)
        return holder

    def _at_first(self) -> dict[str, Any]:
        held = self._seen.sittings if self._seen is not None else []
        place = held[-1].fields.get("place", "") if held else ""
        return {"kind": "hearing", "online": "person", "opened_at": self.office.now().isoformat(), "place": place}

    def _kind_changed(self) -> None:
        for name in ("object", "weather", "course", "result"):
            self.form.show_blank(name, self.kind.value == "inspection")
        self.form.show_blank("online", self.kind.value == "hearing")
        self.form.show_blank("witnesses", self.kind.value != "inspection")
        self._way_changed()

    def _way_changed(self) -> None:
        """A hearing online wants consent, and another place than the 在线法庭 the president's (在线4, 24)."""
        way = self.way.value if self.kind.value == "hearing" else "person"
        words = tr("先问各方是否同意在线开庭，并记入笔录（在线4）。") if way != "person" else ""
        places = self._seen.online_places if self._seen is not None else ()
        if way == "elsewhere":
            if places and not self.form.value("place"):
                self.form.set_values({"place": places[-1]})
            words += "\n" + (
                tr("院长已经同意在线开庭的场所：{places}（在线24）；地点要照这样写。").format(places="、".join(places))
                if places
                else tr("要院长先同意：到“报批”页报批“法庭外在线开庭”，答复以前开不了（在线24）。")
            )
        self.online_advice.setVisible(bool(words))
        self.online_advice.setText(words)

    def put(self, seen: HearingView) -> None:
        """Shows what this case has had so far."""
        self._seen = seen
        self.table.put([_row(sitting) for sitting in seen.sittings])
        self.keeper.stand_for(seen.case.id)
        self.absence.put(seen)
        self._way_changed()
        against = _against_at_once(seen.case) if not seen.sittings else ""
        self.advice.setVisible(bool(against))
        self.advice.setText(against)
        if seen.case.closed:
            self.advice.setText(tr("本案已经结案，不再开庭。"))
            self.advice.show()

    def _open(self) -> None:
        if self._seen is None or not self.form.check():
            return
        values = self.form.values()
        extra = {name: values.pop(name) for name in ("object", "weather", "course", "result")}
        if values["kind"] == "inspection":
            values["extra"] = {name: value for name, value in extra.items() if value}
        way = values.pop("online")
        values["online"] = way if values["kind"] == "hearing" and way != "person" else None
        for several in ("invited", "witnesses"):
            values[several] = split_names(values[several])
        self.wanted.emit(self._seen.case.id, values)


class Absence(QWidget):
    """Who did not come, how they were called, and the new day."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case = ""
        column = QVBoxLayout(self)
        self.form = Form()
        self.who = Combo([])
        self.form.add("who", tr("谁没有到"), self.who, required=True)
        self.form.add("at", tr("时间"), MomentEntry(), required=True)
        self.form.add("here", tr("今天的地点"), QLineEdit(), required=True)
        self.form.add("contact_at", tr("联系时间"), MomentEntry(), required=True)
        ways = [
            ("telephone", tr("电话")),
            ("message", tr("短信")),
            ("visit", tr("上门")),
            ("mail", tr("邮寄")),
            ("wechat", tr("微信")),
        ]
        self.form.add("contact_how", tr("联系方式"), KeyedChoice(ways, "telephone"), required=True)
        self.form.add("contact_result", tr("联系结果"), LongText(lines=2), required=True)
        self.form.add("adjourned_to", tr("改到何时"), MomentEntry(), required=True)
        self.form.add("place", tr("改到何地"), QLineEdit(), required=True)
        self.keeper = FormKeeper(
            office, "absence", self.form, lambda: {"contact_how": "telephone", "at": self.office.now().isoformat()}
        )
        column.addWidget(self.form)
        column.addWidget(flow(button(tr("记下未到庭并改期"), self._note, kind="main")))
        column.addStretch(1)

    def put(self, seen: HearingView) -> None:
        self._case = seen.case.id
        self.keeper.stand_for(self._case)
        people = [(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in seen.case.parties]
        self.who.set_choices(people, self.who.value)

    def _note(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        contact = {
            "at": values.pop("contact_at"),
            "how": values.pop("contact_how"),
            "result": values.pop("contact_result"),
        }
        case, values = self._case, {**values, "contact": [contact]}
        self.keeper.record(adjourn_absent, case, values, done=self._noted)

    def _noted(self, _: object) -> None:
        self.office.tell(
            tr("已记下未到庭和联系经过，改期也记下了。"),
            tr("到“文书”页出延期开庭通知，再到“送达”页送达。"),
            kind="good",
        )


def _against_at_once(case: Case) -> str:
    """What the law has against a hearing on the spot; "" where nothing, or where its day was set before."""
    if case.procedure in ("", "special") or case.fields.get("next_hearing"):
        return ""
    names = {party.key: party.name for party in case.parties if party.role != "third_party"}
    evidence, defence = (case.fields.get(name) or [] for name in ("waive_evidence_period", "waive_defence_period"))
    try:
        hearing_on_the_spot(case.procedure, names, evidence, defence)
    except NeedsCorrection as refusal:
        missing = [name for key, name in names.items() if key not in evidence or key not in defence]
        sentence = sentence_of(NeedsCorrection(refusal.code, **{**refusal.details, "missing": missing}))
        return f"{sentence.what} {sentence.next_step}"
    return ""


def _row(sitting: Sitting) -> dict[str, Any]:
    kinds = {"hearing": tr("庭审"), "inquiry": tr("询问"), "inspection": tr("勘验"), "absence": tr("未到庭")}
    return {
        "id": sitting.record,
        "opened": sitting.opened_at[:16].replace("T", " "),
        "kind": kinds.get(sitting.kind, sitting.kind),
        "place": sitting.fields.get("place", ""),
        "state": tr("已闭庭") if sitting.closed_at else tr("休庭中") if sitting.paused else tr("正在开庭"),
    }
