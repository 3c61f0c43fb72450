"""诉讼费与期限计算: fees, periods, interest, amounts in words and identity numbers by the article, no case needed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.cases.code_tables import court_calendar
from app.cases.court import SETTING
from app.desk import Desk
from app.errors import Refusal
from app.rules.amounts import amount_in_words
from app.rules.application_fees import application_fee
from app.rules.calendar import known_calendar
from app.rules.fees import case_fee
from app.rules.interest import (
    interest,
    interest_at_lpr,
    interest_of_private_loan,
    known_lpr,
    late_performance_interest,
)
from app.rules.periods import deadline, period_table
from app.storage.settings import read_setting
from ui.i18n import tr
from ui.intake.checks import ID_TYPES, verdict_of
from ui.refusals import sentence_of
from ui.shell.page import Page
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.form import Form
from ui.widgets.identity import IdentityEntry
from ui.widgets.labels import label, panel, set_kind
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.money import MoneyEntry
from ui.widgets.scroll import FocusScroll
from ui.words import PROCEDURES, choices


class RulesPage(Page):
    """Every change answers at once."""

    name = "rules"
    scrolls = False

    def build(self) -> None:
        self.court: dict[str, Any] = {}
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.tabs.addTab(FocusScroll(self._fees()), tr("案件受理费"))
        self.tabs.addTab(FocusScroll(self._applications()), tr("申请费"))
        self.tabs.addTab(FocusScroll(self._periods()), tr("期限"))
        self.tabs.addTab(FocusScroll(self._interests()), tr("利息"))
        self.tabs.addTab(FocusScroll(self._amounts()), tr("大写金额"))
        self.tabs.addTab(FocusScroll(self._identity()), tr("证件号码"))
        self.tabs.currentChanged.connect(lambda _at: self._begin_tab())
        for at in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self).activated.connect(partial(self.tabs.setCurrentIndex, at))

    def keys(self) -> list[tuple[str, str]]:
        return [(f"Alt+{at + 1}", self.tabs.tabText(at)) for at in range(self.tabs.count())]

    def first_focus(self) -> QWidget:
        return self.fee_form.blanks["amount"]

    def _begin_tab(self) -> None:
        """The cursor stands in the first blank of the calculator in sight."""
        inside = self.tabs.currentWidget()
        form = inside.findChild(Form) if inside is not None else None
        if form is not None and self.isVisible():
            next(iter(form.blanks.values())).setFocus()

    def read(self) -> None:
        self.office.read(_court, done=self._court_known)

    def _court_known(self, court: dict[str, Any]) -> None:
        self.court = court
        self._fee()

    def _fees(self) -> QWidget:
        self.fee_form = Form()
        kinds = [
            ("property", tr("财产案件")),
            ("divorce", tr("离婚")),
            ("personality", tr("人格权")),
            ("non_property", tr("其他非财产")),
            ("labour", tr("劳动争议")),
            ("judicial_confirmation", tr("司法确认")),
        ]
        self.fee_form.add("amount", tr("金额或财产总额（元）"), MoneyEntry())
        self.fee_form.add("kind", tr("种类"), KeyedChoice(kinds, "property"))
        self.fee_form.add("procedure", tr("程序"), KeyedChoice(choices(PROCEDURES), "simplified"))
        endings = [
            ("none", tr("还没结案")),
            ("mediated", tr("调解")),
            ("withdrawn", tr("撤诉")),
            ("judged", tr("判决")),
        ]
        self.fee_form.add("closed", tr("结案方式"), KeyedChoice(endings, "none"))
        self.fee_form.changed.connect(self._fee)
        return self._with_answer(self.fee_form, "fee")

    def _applications(self) -> QWidget:
        self.application_form = Form()
        kinds = [
            ("preservation", tr("财产保全")),
            ("enforcement", tr("执行")),
            ("payment_order", tr("支付令")),
            ("public_summons", tr("公示催告")),
            ("jurisdiction_objection", tr("管辖异议不成立")),
        ]
        self.application_form.add("kind", tr("种类"), KeyedChoice(kinds, "preservation"))
        self.application_form.add("amount", tr("金额（元）"), MoneyEntry())
        self.application_form.changed.connect(self._application)
        return self._with_answer(self.application_form, "application")

    def _periods(self) -> QWidget:
        self.period_form = Form()
        rules = [
            (rule.id, f"{rule.what}　{rule.article}") for rule in period_table().values() if rule.unit or rule.variants
        ]
        self.period_form.add("rule", tr("期限"), Combo(rules, rules[0][0]))
        self.variant = Combo([])
        self.period_form.add("variant", tr("情形"), self.variant)
        start = MomentEntry()
        start.setPlaceholderText(tr("如 2026-03-20 9:40；按日算的写 2026-03-20 0:00"))
        self.period_form.add("start", tr("从何时起"), start)
        self.period_from = label("", "faint")
        self.period_form.add_wide(self.period_from)
        self.period_form.blanks["rule"].currentIndexChanged.connect(  # type: ignore[attr-defined]
            lambda _index: self._rule_chosen()
        )
        self.period_form.changed.connect(self._period)
        made = self._with_answer(self.period_form, "period")
        self.period_form.set_values({"start": self.office.now().replace(hour=0, minute=0).isoformat()})
        self._rule_chosen()
        return made

    def _interests(self) -> QWidget:
        self.interest_form = Form()
        self.interest_form.add("principal", tr("本金（元）"), MoneyEntry())
        ways = [
            ("agreed", tr("约定年利率")),
            ("lpr", tr("贷款市场报价利率 (LPR)")),
            ("loan", tr("民间借贷（有上限）")),
            ("late", tr("迟延履行（加倍部分）")),
        ]
        self.interest_form.add("way", tr("怎么算"), KeyedChoice(ways, "agreed"))
        self.interest_form.add("rate", tr("年利率（%）"), QLineEdit())
        multiples = [(times, tr("{times} 倍").format(times=times)) for times in ("1", "1.3", "1.5", "4")]
        self.interest_form.add("multiple", tr("几倍"), KeyedChoice(multiples, "1"))
        self.interest_form.add("contract_on", tr("合同成立的日子"), DateEntry())
        self.interest_form.add("sued_on", tr("起诉的日子（2020-08-20 以前的合同才用填）"), DateEntry())
        self.interest_form.add("start", tr("从哪天起（迟延履行填履行期最后一天）"), DateEntry())
        self.interest_form.add("end", tr("到哪天止"), DateEntry())
        self.interest_form.changed.connect(self._interest)
        made = self._with_answer(self.interest_form, "interest")
        self._interest()
        return made

    def _amounts(self) -> QWidget:
        self.amount_form = Form()
        self.amount_form.add("amount", tr("金额（元）"), MoneyEntry())
        self.amount_form.changed.connect(self._amount)
        return self._with_answer(self.amount_form, "amount")

    def _identity(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        form = Form()
        kind = KeyedChoice([(ID_TYPES[0], tr("居民身份证")), (ID_TYPES[1], tr("统一社会信用代码"))], ID_TYPES[0])
        form.add("kind", tr("种类"), kind)
        today = self.office.now().date()
        entry = IdentityEntry(lambda number: verdict_of(kind.value or ID_TYPES[0], number, today))
        form.add("number", tr("号码"), entry)
        kind.changed.connect(lambda: entry.use_check(lambda n: verdict_of(kind.value or ID_TYPES[0], n, today)))
        column.addWidget(form)
        column.addStretch(1)
        return holder

    def _with_answer(self, form: Form, name: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(form)
        frame, box = panel()
        answer, steps = label("", "title"), label("", "faint")
        box.addWidget(answer)
        box.addWidget(steps)
        column.addWidget(frame)
        column.addStretch(1)
        setattr(self, f"{name}_answer", answer)
        setattr(self, f"{name}_steps", steps)
        return holder

    def _say(self, name: str, work: Callable[[], tuple[str, list[str]]]) -> None:
        answer, steps = getattr(self, f"{name}_answer"), getattr(self, f"{name}_steps")
        try:
            words, lines = work()
        except Refusal as refusal:
            sentence = sentence_of(refusal)
            set_kind(answer, "problem")
            answer.setText(sentence.what)
            steps.setText(sentence.next_step)
            return
        set_kind(answer, "title")
        answer.setText(words)
        steps.setText("\n".join(line for line in lines if line))

    def _fee(self) -> None:
        def work() -> tuple[str, list[str]]:
            values = self.fee_form.values()
            claim: dict[str, Any] = {"kind": values["kind"]}
            if values["kind"] == "divorce":
                claim["property_total"] = values["amount"] or "0"
            elif values["amount"] and values["kind"] in ("property", "personality", "labour"):
                claim["amount"] = values["amount"]
            elif values["kind"] == "property":
                return tr("写上金额就能算"), []
            closed = None if values["closed"] == "none" else values["closed"]
            fee = case_fee(
                [claim],
                self.court.get("province_fees") or {},
                values["procedure"] or "simplified",
                closed,
                str(self.court.get("fee_rounding", "fen")),
            )
            words = tr("全额 {full} 元，应交 {due} 元").format(full=f"{fee.full:.2f}", due=f"{fee.due:.2f}")
            return words, [*fee.steps, "、".join(fee.articles)]

        self._say("fee", work)

    def _application(self) -> None:
        def work() -> tuple[str, list[str]]:
            values = self.application_form.values()
            fee = application_fee(
                values["kind"],
                values["amount"],
                self.court.get("province_fees") or {},
                str(self.court.get("fee_rounding", "fen")),
            )
            before = tr("申请时预交") if fee.prepaid else tr("不预交")
            words = tr("应交 {due} 元，{before}").format(due=f"{fee.due:.2f}", before=before)
            return words, [*fee.steps, "、".join(fee.articles)]

        self._say("application", work)

    def _interest(self) -> None:
        way = self.interest_form.value("way")
        for blank, ways in (("rate", "agreed loan"), ("multiple", "lpr"), ("contract_on", "loan"), ("sued_on", "loan")):
            self.interest_form.show_blank(blank, way in ways.split())

        def work() -> tuple[str, list[str]]:
            values = self.interest_form.values()
            wanted = {"agreed": ["rate"], "loan": ["rate", "contract_on"]}.get(way, [])
            if not all(values[name] for name in ("principal", "start", "end", *wanted)):
                return tr("写上本金、利率和起止日期就能算"), []
            start, end = _day(values["start"]), _day(values["end"])
            table, money = known_lpr(), values["principal"]
            if way == "lpr":
                made = interest_at_lpr(money, start, end, table, multiple=Decimal(values["multiple"] or "1"))
            elif way == "loan":
                contract, sued = _day(values["contract_on"]), values["sued_on"] and _day(values["sued_on"])
                made = interest_of_private_loan(
                    money, values["rate"], start, end, table, contract_on=contract, sued_on=sued or None
                )
            elif way == "late":
                made = late_performance_interest(money, start, end)
            else:
                made = interest(money, values["rate"], start, end)
            article = {"loan": "民间借贷规定25、31", "late": "民诉264；法释〔2014〕8号1–3"}.get(way, "")
            source = tr("利率表：{source}").format(source=table.source) if way in ("lpr", "loan") else ""
            words = tr("利息 {due} 元，共 {days} 日").format(due=f"{made.amount:.2f}", days=made.days)
            return words, [*made.steps, article, source if not table.verified else ""]

        self._say("interest", work)

    def _amount(self) -> None:
        def work() -> tuple[str, list[str]]:
            value = self.amount_form.value("amount")
            return (amount_in_words(value), ["支付结算办法附件一"]) if value else (tr("写上金额就能算"), [])

        self._say("amount", work)

    def _rule_chosen(self) -> None:
        rule = period_table().get(self.period_form.value("rule"))
        if rule is None:
            return
        self.period_from.setText(tr("从“{what}”起算，起算当日不计入").format(what=rule.from_what))
        units = {"hours": tr("小时"), "days": tr("日"), "months": tr("个月"), "years": tr("年"), None: ""}
        variants = [(v.when[0], f"{v.what}（{v.length} {units[v.unit]}）{v.article}") for v in rule.variants]
        self.variant.set_choices(variants, variants[0][0] if variants else None)
        self.period_form.show_blank("variant", bool(variants))
        self._period()

    def _period(self) -> None:
        def work() -> tuple[str, list[str]]:
            values = self.period_form.values()
            if not values["rule"] or not values["start"]:
                return tr("选好期限、写上起算时间就能算"), []
            start = datetime.datetime.fromisoformat(values["start"])
            rule = period_table()[values["rule"]]
            hours = rule.unit == "hours" or any(v.unit == "hours" for v in rule.variants)
            days = self.court.get("calendar") or known_calendar()
            answer = deadline(
                values["rule"], start if hours else start.date(), days, variant=values["variant"] or None
            )
            end = answer.moment.strftime("%Y-%m-%d %H:%M") if answer.moment else str(answer.last_day or "")
            words = tr("到 {end} 止").format(end=end) if end else tr("没有这个期限")
            return words, [*answer.steps, *answer.notes, answer.article]

        self._say("period", work)


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _court(desk: Desk) -> dict[str, Any]:
    told = dict(read_setting(desk.database, SETTING, {}) or {})
    return {**told, "calendar": court_calendar(desk.database)}
