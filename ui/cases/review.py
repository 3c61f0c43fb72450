"""审查分流: what is known of places and facts, what the rules say of it at once, and what a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.cases.model import Case
from app.cases.review import ONE_OUTSIDE, Weighed, decide_track, note_jurisdiction, weigh
from app.cases.store import load_case
from app.desk import Desk
from app.rules.court_level import FLAGS as LEVEL_FLAGS
from app.rules.jurisdiction import FACTS, PLACES
from ui.i18n import QT_TR_NOOP, term, tr
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label, panel, set_kind
from ui.widgets.ticks import Ticks
from ui.words import word

PLACE_WORDS = {
    "defendant_domicile": QT_TR_NOOP("被告住所地（经常居住地）"),
    "plaintiff_domicile": QT_TR_NOOP("原告住所地（经常居住地）"),
    "performance": QT_TR_NOOP("合同履行地"),
    "tort": QT_TR_NOOP("侵权行为地"),
    "accident": QT_TR_NOOP("事故发生地"),
    "first_arrival": QT_TR_NOOP("车辆、船舶、航空器最先到达地"),
    "manufacture": QT_TR_NOOP("产品制造地"),
    "sale": QT_TR_NOOP("产品销售地、服务提供地"),
    "departure": QT_TR_NOOP("运输始发地"),
    "destination": QT_TR_NOOP("运输目的地"),
    "immovable": QT_TR_NOOP("不动产所在地"),
    "deceased_domicile": QT_TR_NOOP("被继承人死亡时住所地"),
    "main_estate": QT_TR_NOOP("主要遗产所在地"),
    "employer": QT_TR_NOOP("用人单位所在地"),
    "labour_performance": QT_TR_NOOP("劳动合同履行地"),
    "mediation_seat": QT_TR_NOOP("调解组织所在地"),
    "subject_matter": QT_TR_NOOP("标的物所在地"),
    "registration": QT_TR_NOOP("登记注册地、担保登记地"),
    "insured_domicile": QT_TR_NOOP("被保险人住所地"),
    "bill_payment": QT_TR_NOOP("票据支付地"),
    "company_domicile": QT_TR_NOOP("公司住所地"),
    "constituency": QT_TR_NOOP("选区所在地"),
    "port": QT_TR_NOOP("港口所在地"),
    "ship_detained": QT_TR_NOOP("加害船舶被扣留地"),
    "salvage": QT_TR_NOOP("救助地"),
    "adjustment": QT_TR_NOOP("共同海损理算地"),
    "voyage_end": QT_TR_NOOP("航程终止地"),
    "agreed": QT_TR_NOOP("书面约定由本院管辖"),
}
FACT_WORDS = {
    "defendant_abroad": QT_TR_NOOP("被告在国外居住"),
    "defendant_missing": QT_TR_NOOP("被告下落不明或者宣告失踪"),
    "defendant_in_corrective_measure": QT_TR_NOOP("被告被采取强制性教育措施"),
    "defendant_imprisoned": QT_TR_NOOP("被告被监禁"),
    "defendants_scattered": QT_TR_NOOP("几个被告不在同一辖区"),
    "spouse_left_a_year": QT_TR_NOOP("被告离开住所地超过一年"),
    "immovable_dispute": QT_TR_NOOP("争的是不动产权利"),
    "unperformed_elsewhere": QT_TR_NOOP("没有实际履行，双方住所地都不在约定的履行地"),
    "agreement_hidden": QT_TR_NOOP("格式管辖条款没有提请消费者注意"),
    "agreed_elsewhere": QT_TR_NOOP("书面约定由别的法院管辖"),
    "inland_waters": QT_TR_NOOP("发生在不通海的水域"),
    "filed_elsewhere_first": QT_TR_NOOP("别的有管辖权的法院已先立案"),
    "answered_without_objection": QT_TR_NOOP("已应诉答辩，没有提管辖异议"),
}
LEVEL_WORDS = {
    ONE_OUTSIDE: QT_TR_NOOP("一方当事人住所地不在本省"),
    "major_foreign": QT_TR_NOOP("重大涉外案件"),
    "major_influence": QT_TR_NOOP("在中院辖区有重大影响"),
    "designated": QT_TR_NOOP("最高法院确定由中院管辖"),
}
FLAG_WORDS = {
    "defendant_missing": QT_TR_NOOP("起诉时被告下落不明"),
    "party_missing": QT_TR_NOOP("一方下落不明"),
    "many_parties": QT_TR_NOOP("一方人数众多"),
    "foreign": QT_TR_NOOP("涉外"),
    "appraisal_needed": QT_TR_NOOP("需要评估、鉴定"),
    "counterclaim": QT_TR_NOOP("有反诉"),
    "title_to_property": QT_TR_NOOP("财产确权"),
    "personal_status": QT_TR_NOOP("人身关系"),
    "not_simple": QT_TR_NOOP("事实不清或者争议大"),
    "both_agree_simplified": QT_TR_NOOP("双方约定适用简易程序"),
    "remanded": QT_TR_NOOP("发回重审"),
    "trial_supervision": QT_TR_NOOP("适用审判监督程序"),
    "public_interest": QT_TR_NOOP("涉及国家利益、公共利益"),
    "third_party_revocation": QT_TR_NOOP("第三人撤销之诉"),
}
TRACK_WORDS = {"fast": QT_TR_NOOP("简案快办"), "careful": QT_TR_NOOP("繁案精办")}


class Review(QWidget):
    """The suggestion follows every tick; nothing is decided before a person presses the button."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case: Case | None = None
        column = QVBoxLayout(self)
        frame, box = panel()
        box.addWidget(label(tr("管辖：哪些地方在本院辖区"), "section"))
        self.places = Ticks([(place, tr(PLACE_WORDS[place])) for place in PLACES])
        box.addWidget(self.places)
        box.addWidget(label(tr("还有这些情形"), "section"))
        self.facts = Ticks([(fact, tr(FACT_WORDS[fact])) for fact in FACTS])
        box.addWidget(self.facts)
        box.addWidget(label(tr("级别管辖"), "section"))
        self.level = Ticks([(name, tr(LEVEL_WORDS[name])) for name in (ONE_OUTSIDE, *LEVEL_FLAGS)])
        box.addWidget(self.level)
        self.level_line = label("")
        box.addWidget(self.level_line)
        self.court = label("")
        box.addWidget(self.court)
        self.note_button = button(tr("记下管辖审查"), self._note, key="Alt+H")
        box.addWidget(flow(self.note_button))
        column.addWidget(frame)
        frame, box = panel()
        box.addWidget(label(tr("繁简分流：本案有哪些情形"), "section"))
        self.flags = Ticks([(flag, tr(words)) for flag, words in FLAG_WORDS.items()])
        box.addWidget(self.flags)
        self.wanted = QCheckBox(tr("当事人愿意先调解"))
        box.addWidget(self.wanted)
        self.suggested = label("")
        box.addWidget(self.suggested)
        self.form = Form()
        self.track = KeyedChoice([(code, tr(words)) for code, words in TRACK_WORDS.items()])
        self.form.add("track", tr("决定"), self.track, required=True)
        self.form.add("why", tr("理由（与建议不同时写）"), QLineEdit())
        box.addWidget(self.form)
        self.decided = label("", "faint")
        box.addWidget(self.decided)
        self.decide_button = button(tr("决定分流"), self._decide, kind="main", key="Alt+F")
        box.addWidget(flow(self.decide_button))
        column.addWidget(frame)
        column.addStretch(1)
        for ticks in (self.places, self.facts, self.level, self.flags):
            ticks.changed.connect(self._weigh)
        self.wanted.toggled.connect(lambda _on: self._weigh())

    def put(self, case: Case) -> None:
        """Shows what was noted and decided of this case, and asks the rules."""
        fresh = self._case is None or self._case.id != case.id
        self._case = case
        noted, track = case.fields.get("jurisdiction") or {}, case.fields.get("track") or {}
        if fresh:
            self.places.set_value(noted.get("here", []))
            self.facts.set_value(noted.get("facts", []))
            self.level.set_value(noted.get("level", []))
            self.flags.set_value(track.get("flags", []))
            self.wanted.setChecked(bool(track.get("mediation_wanted")))
            self.form.clear()
            self.form.set_values({"track": track.get("track"), "why": track.get("why")})
        self.decided.setText(_decided(track))
        for pressed in (self.note_button, self.decide_button):
            pressed.setEnabled(not case.closed)
        self._weigh()

    def _weigh(self) -> None:
        if self._case is not None:
            self.office.read(_weighed, self._case.id, self._told(), done=self._show)

    def _told(self) -> dict[str, Any]:
        return {
            "here": self.places.value,
            "facts": self.facts.value,
            "level": self.level.value,
            "flags": self.flags.value,
            "mediation_wanted": self.wanted.isChecked(),
        }

    def _show(self, seen: Weighed) -> None:
        court = seen.court
        for place, box in self.places.boxes.items():
            # A place that opens this court in no such suit need not be asked for.
            box.setVisible(place in court.places or box.isChecked())
        for fact, box in self.facts.boxes.items():
            box.setVisible(fact in court.asks or box.isChecked())
        places = "、".join(word(PLACE_WORDS, place) for place in court.places)
        lines = [tr("看这些地方在不在本院辖区：{places}（{article}）。").format(places=places, article=court.article)]
        if court.has:
            lines = [tr("本院有管辖权（{article}）。").format(article=court.article)]
        elif self.places.value:
            lines.append(tr("按已勾选的地方，本院没有管辖权；已经受理的，移送有管辖权的法院（民诉37）。"))
        self.court.setText("\n".join((*lines, *map(term, court.reasons))))
        set_kind(self.court, "good" if court.has else "warn" if self.places.value else "")
        self._show_level(seen)
        lines = []
        if seen.open_to is None:
            lines.append(tr("没有录入上年度平均工资，算不出能不能适用小额诉讼程序（解释272）。"))
        else:
            small = {
                "applies": tr("可以适用小额诉讼程序"),
                "by_agreement": tr("双方约定才可以适用小额诉讼程序"),
                "excluded": tr("不能适用小额诉讼程序"),
            }[seen.open_to.small_claims]
            simplified = tr("可以适用简易程序") if seen.open_to.simplified else tr("不能适用简易程序")
            articles = "、".join(seen.open_to.articles)
            lines.append(f"{small}；{simplified}（{articles}）")
            lines += map(term, seen.open_to.reasons)
        reasons = "；".join(map(term, seen.track.reasons))
        track = word(TRACK_WORDS, seen.track.track)
        lines.append(tr("建议：{track}。理由：{reasons}。由审判人员决定。").format(track=track, reasons=reasons))
        self.suggested.setText("\n".join(lines))

    def _show_level(self, seen: Weighed) -> None:
        if seen.level is None:
            self.level_line.setText(tr("没有录入中级法院一审标的额的起点，到“设置”的“法院”里录入（民诉19）。"))
            set_kind(self.level_line, "warn")
            return
        words = tr("由基层法院一审（{article}）。") if seen.level.basic else tr("不由基层法院一审（{article}）。")
        self.level_line.setText("\n".join((words.format(article=seen.level.article), *map(term, seen.level.reasons))))
        set_kind(self.level_line, "good" if seen.level.basic else "warn")

    def _note(self) -> None:
        if self._case is not None:
            told = {"here": self.places.value, "facts": self.facts.value, "level": self.level.value}
            self.office.act(_noted, self._case.id, told, done=self._was_noted)

    def _was_noted(self, _: object) -> None:
        self.office.tell(tr("管辖审查已记下。"), kind="good")

    def _decide(self) -> None:
        if self._case is not None and self.form.check():
            told = {"flags": self.flags.value, "mediation_wanted": self.wanted.isChecked(), **self.form.values()}
            self.office.act(_tracked, self._case.id, told, done=self._was_decided)

    def _was_decided(self, _: object) -> None:
        self.office.tell(tr("分流决定已记下。"), tr("再到“程序和期限表示”决定适用哪个程序。"), kind="good")


def _decided(track: Mapping[str, Any]) -> str:
    if not track:
        return tr("还没有人决定。")
    words = tr("已决定：{track}").format(track=word(TRACK_WORDS, track.get("track")))
    return words + (f"（{track['why']}）" if track.get("why") else "")


def _weighed(desk: Desk, case: str, told: dict[str, Any]) -> Weighed:
    return weigh(desk.database, load_case(desk.database, case), **told)


def _noted(desk: Desk, case: str, told: dict[str, Any]) -> None:
    note_jurisdiction(desk, case, **told)


def _tracked(desk: Desk, case: str, told: dict[str, Any]) -> None:
    decide_track(desk, case, **told)
