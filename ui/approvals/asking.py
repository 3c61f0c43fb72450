"""A matter put to someone above the judge: what, why, under which article, and what holds until it is answered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.rules.approvals import matter
from ui.approvals.calls import ApprovalsView, late_for_extension
from ui.i18n import QT_TR_NOOP, tr
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.money import MoneyEntry
from ui.words import PARTY_ROLES, ROLES, word

KINDS = {
    "recusal": QT_TR_NOOP("回避"),
    "extension": QT_TR_NOOP("延长审限"),
    "adjournment": QT_TR_NOOP("延期开庭"),
    "fine": QT_TR_NOOP("罚款"),
    "detention": QT_TR_NOOP("拘留"),
    "forced_appearance": QT_TR_NOOP("拘传"),
    "online_place": QT_TR_NOOP("法庭外在线开庭"),
}
PENDING = {
    "work_stops": QT_TR_NOOP("决定之前，被申请回避的人暂停参与本案；紧急措施不停（{article}）。"),
    "act_waits": QT_TR_NOOP("批准之前不能做，决定书不能发（{article}）。"),
    "old_limit_runs": QT_TR_NOOP("批准之前，原来的审限照走；提前十五日报批，届满五日前答复（{article}）。"),
}
BLANKS = {
    "recusal": ("person", "asked_by", "debate_closed"),
    "extension": ("new_until",),
    "adjournment": ("to",),
    "fine": ("culprit", "unit", "amount", "pay_by"),
    "detention": ("culprit", "days", "urgent"),
    "forced_appearance": ("party", "must_appear"),
    "online_place": ("place",),
}


class Asking(QWidget):
    """Only the blanks of the chosen kind are in sight; ``wanted`` carries what ``request_approval`` takes."""

    wanted = Signal(str, dict)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: ApprovalsView | None = None
        column = QVBoxLayout(self)
        self.form = Form()
        self.kind = KeyedChoice([(kind, tr(words)) for kind, words in KINDS.items()])
        self.form.add("kind", tr("报批什么"), self.kind, required=True)
        self.ground = Combo([])
        self.form.add("article", tr("依据"), self.ground, required=True)
        self.person = Combo([], editable=True)
        self.form.add("person", tr("申请谁回避"), self.person, required=True)
        self.asked_by = Combo([])
        self.form.add("asked_by", tr("谁申请的"), self.asked_by, required=True)
        self.form.add("debate_closed", tr("法庭辩论"), QCheckBox(tr("已经终结")))
        self.form.add("new_until", tr("延长到哪一天"), DateEntry(), required=True)
        self.form.add("to", tr("延期到"), MomentEntry(), required=True)
        self.form.add("culprit", tr("对谁"), QLineEdit(), required=True)
        self.party = Combo([])
        self.form.add("party", tr("拘传谁"), self.party, required=True)
        reasons = [("facts", tr("不到庭查不清案情")), ("support", tr("负有赡养、抚育、扶养义务"))]
        self.form.add("must_appear", tr("为什么必须到庭"), KeyedChoice(reasons), required=True)
        self.form.add("unit", tr("是单位"), QCheckBox(tr("是单位，不是个人")))
        self.form.add("amount", tr("罚款多少（元）"), MoneyEntry(), required=True)
        self.form.add("pay_by", tr("限哪一天以前交"), DateEntry())
        days = QSpinBox()
        days.setRange(1, 15)
        days.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.form.add("days", tr("拘留几日"), days, required=True)
        self.form.add("urgent", tr("紧急"), QCheckBox(tr("哄闹、冲击法庭或暴力抗拒，已先拘留，立即补办（解释181）")))
        self.form.add("place", tr("在线开庭的场所"), QLineEdit(), required=True)
        self.form.add("reason", tr("事实和理由"), LongText(lines=3), required=True)
        self.form.add("requested_at", tr("报批时间"), MomentEntry(), required=True)
        self.kind.changed.connect(self._kind_changed)
        column.addWidget(self.form)
        self.advice = label("", "warn")
        column.addWidget(self.advice)
        column.addWidget(flow(button(tr("记下报批"), self._ask, kind="main", key="Alt+B")))
        column.addWidget(label(tr("缓交、减交、免交在“收费”页报批。"), "faint"))
        column.addStretch(1)
        self.keeper = FormKeeper(office, "approval_asked", self.form, self._at_first)
        self.keeper.filled.connect(self._kind_changed)
        self._kind_changed()

    def put(self, seen: ApprovalsView) -> None:
        """Shows the choices of the chosen case."""
        self.seen = seen
        if seen.case is None:
            return
        self.keeper.stand_for(seen.case.id)
        bench = ("judge", "assessor", "assistant_judge", "clerk")
        people = [(one, f"{word(ROLES, role)} {name}") for one, name, role in seen.officers if role in bench]
        self.person.set_choices(people, self.form.value("person"))
        parties = [(party.key, f"{word(PARTY_ROLES, party.role)} {party.name}") for party in seen.case.parties]
        self.asked_by.set_choices([*parties, ("self", tr("自行回避"))], self.asked_by.value or None)
        mine = {party.key for party in seen.case.parties if party.role in ("plaintiff", "defendant")}
        self.party.set_choices([(key, name) for key, name in parties if key in mine], self.party.value or None)
        self._kind_changed()

    def _at_first(self) -> dict[str, Any]:
        later = self.seen.later if self.seen is not None else None
        return {"requested_at": self.office.now().isoformat(), "new_until": later}

    def _kind_changed(self) -> None:
        kind = self.kind.value
        shown = BLANKS.get(kind or "", ())
        for name in {name for names in BLANKS.values() for name in names}:
            self.form.show_blank(name, name in shown)
        if kind is None:
            self.ground.set_choices([])
            self.advice.hide()
            return
        rule = matter(kind)
        kept = self.ground.value
        self.ground.set_choices([(one.article, f"{one.article} {one.words}") for one in rule.grounds], kept or None)
        who = "、".join(word(ROLES, role) for role in rule.decided_by)
        lines = [tr("由{who}决定（{article}）。").format(who=who, article=rule.article)]
        if kind == "recusal":
            lines = [tr("审判人员的回避由院长决定，其他人员的由审判员决定，三日内（民诉49、50）。")]
        lines.append(tr(PENDING[rule.pending]).format(article=rule.pending_article))
        lines += self._of_limit() if kind == "extension" else []
        if kind == "forced_appearance":
            lines.append(
                tr(
                    "要两次用传票传唤、都没有到庭，记录里自己数；批准以后在“文书”页出拘传票，直接送达本人（解释174、175）。"
                )
            )
        self.advice.setText("\n".join(lines))
        self.advice.show()

    def _of_limit(self) -> list[str]:
        seen = self.seen
        if seen is None or seen.limit is None:
            return [tr("本案没有在走的审限。")]
        if seen.later is None:
            return [tr("审限到 {limit}，已经延长过一次，本院不能再延长。").format(limit=seen.limit)]
        lines = [tr("审限到 {limit}，最多延长到 {later}。").format(limit=seen.limit, later=seen.later)]
        if late_for_extension(self.office.now().date(), seen.limit):
            lines.append(tr("离届满已不足十五日，报批时写明为什么这时才报。"))
        return lines

    def _ask(self) -> None:
        if self.seen is None or self.seen.case is None or not self.form.check():
            return
        values = self.form.values()
        kind = values["kind"]
        about = {name: values[name] for name in BLANKS[kind] if values[name] not in (None, "", False)}
        if "culprit" in about:
            about["person"] = about.pop("culprit")
        if kind == "recusal":
            roles = {one: role for one, _name, role in self.seen.officers}
            about["role"] = roles.get(about["person"], "appraiser")
        if kind == "extension":
            about["until"] = self.seen.limit
            if self.seen.later is None or about["new_until"] > self.seen.later:
                self.form.show_problem("new_until", tr("超过了院长可以延长到的日子。"))
                return
        told = {name: values[name] for name in ("kind", "reason", "article", "requested_at")}
        self.wanted.emit(self.seen.case.id, {**told, "about": about})


def kind_words(kind: str) -> str:
    """The matter's name on the screen, relief among them."""
    relief = {"deferral": tr("缓交"), "reduction": tr("减交"), "exemption": tr("免交")}
    return relief.get(kind) or word(KINDS, kind)
