"""期限: the end of a period of the table, or of a length of one's own, forward and backward, with its article."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.errors import NeedsCorrection
from app.rules.calendar import known_calendar
from app.rules.periods import UNITS, Deadline, PeriodRule, Span, Unit, deadline, period, period_table
from ui.i18n import term, tr
from ui.rules.calculator import Answer, Calculator
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.moment import DateEntry, MomentEntry


class Periods(Calculator):
    """Days, months and years are counted from a day, hours from a moment."""

    def build(self) -> None:
        rules = [
            (rule.id, f"{term(rule.what)}　{rule.article}")
            for rule in period_table().values()
            if rule.unit or rule.variants
        ]
        self.form.add("start", tr("从哪天起"), DateEntry())
        self.form.add("moment", tr("从何时起"), MomentEntry())
        self.form.add("by", tr("按什么算"), KeyedChoice([("law", tr("法条的期限")), ("own", tr("自己写多长"))], "law"))
        self.rule = Combo(rules, rules[0][0])
        self.form.add("rule", tr("期限"), self.rule)
        self.variant = Combo([])
        self.form.add("variant", tr("情形"), self.variant)
        units = {"days": tr("日"), "months": tr("个月"), "years": tr("年"), "hours": tr("小时")}
        self.form.add("length", tr("多长"), QLineEdit())
        self.form.add("unit", tr("单位"), KeyedChoice(list(units.items()), "days"))
        self.form.add("backward", tr("方向"), QCheckBox(tr("往前倒数（如开庭三日前）")))
        self.form.add("suspended_from", tr("扣除的日子，从哪天起（没有就不填）"), DateEntry())
        self.form.add("suspended_to", tr("扣除的日子，到哪天止"), DateEntry())
        self.rule.currentIndexChanged.connect(lambda _index: self._rule_chosen())
        self._units = units
        self._today: str | None = None
        self._rule_chosen()

    def begin_on(self, today: datetime.date) -> None:
        """Where no day has been typed it is counted from today."""
        if self.form.value("start") == self._today:
            self._today = today.isoformat()
            self.form.set_values({"start": self._today})
            self.refresh()

    def work(self) -> Answer:
        values = self.form.values()
        own = values["by"] == "own"
        rule = None if own else period_table().get(values["rule"])
        hours = values["unit"] == "hours" if own else rule is not None and self._chosen(rule).unit == "hours"
        shown = {"start": not hours, "moment": hours, "rule": not own, "length": own, "unit": own}
        shown |= {"variant": rule is not None and bool(rule.variants), "backward": own and not hours}
        shown |= {"suspended_from": not hours, "suspended_to": not hours and bool(values["suspended_from"])}
        for name, visible in shown.items():
            self.form.show_blank(name, visible)
        text = values["moment" if hours else "start"]
        if not text or (own and not values["length"]) or not (own or rule):
            return tr("选好期限、写上起算时间就能算"), []
        start = datetime.datetime.fromisoformat(text) if hours else datetime.date.fromisoformat(text)
        answer = self._own(start, values) if rule is None else self._by_law(rule, start, values)
        end = answer.moment.strftime("%Y-%m-%d %H:%M") if answer.moment else str(answer.last_day or "")
        words = tr("到 {end} 止").format(end=end) if end else tr("没有这个期限")
        counted = tr("从“{what}”起算，起算当日不计入").format(what=term(rule.from_what)) if rule is not None else ""
        return words, [counted, *map(term, (*answer.steps, *answer.notes)), answer.article]

    def _by_law(self, rule: PeriodRule, start: datetime.date, values: dict[str, Any]) -> Deadline:
        return deadline(
            rule.id, start, self._calendar(), variant=values["variant"] or None, suspended=self._suspended(values)
        )

    def _own(self, start: datetime.date, values: dict[str, Any]) -> Deadline:
        unit: Unit = next(unit for unit in UNITS if unit == values["unit"])
        typed = str(values["length"])
        if not (typed.isascii() and typed.isdigit() and len(typed) < 6):
            raise NeedsCorrection("period_length_invalid", at=unit)
        return period(
            start,
            unit,
            int(typed),
            self._calendar(),
            backward=bool(values["backward"]) and unit != "hours",
            suspended=self._suspended(values),
        )

    def _calendar(self) -> Any:
        return self.court.get("calendar") or known_calendar()

    @staticmethod
    def _suspended(values: dict[str, Any]) -> list[Span]:
        first, last = values["suspended_from"], values["suspended_to"]
        if not first or not last:
            return []
        return [(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))]

    def _chosen(self, rule: PeriodRule) -> PeriodRule:
        return next((one for one in rule.variants if self.variant.value in one.when), rule)

    def _rule_chosen(self) -> None:
        rule = period_table().get(self.rule.value)
        if rule is None:
            return
        variants = [
            (one.when[0], f"{term(one.what)}（{one.length} {self._units.get(str(one.unit), '')}）{one.article}")
            for one in rule.variants
        ]
        self.variant.set_choices(variants, variants[0][0] if variants else None)
        self.refresh()
