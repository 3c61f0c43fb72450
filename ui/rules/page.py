"""诉讼费与期限计算: fees, periods, interest, amounts in words and identity numbers by the article, no case needed."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.cases.code_tables import court_calendar, court_lpr
from app.cases.court import SETTING
from app.desk import Desk
from app.rules.amounts import amount_in_words
from app.storage.settings import read_setting
from ui.i18n import tr
from ui.intake.checks import ID_TYPES, verdict_of
from ui.rules.calculator import Answer, Calculator
from ui.rules.fees import AfterFee, Application, SuitFee
from ui.rules.interest import Interests
from ui.rules.periods import Periods
from ui.shell.page import Page
from ui.widgets.choice import KeyedChoice
from ui.widgets.form import Form
from ui.widgets.identity import IdentityEntry, Verdict
from ui.widgets.money import MoneyEntry
from ui.widgets.scroll import FocusScroll


class RulesPage(Page):
    """Alt and a digit open a calculator; every change in it answers at once."""

    name = "rules"
    scrolls = False

    def build(self) -> None:
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.suit, self.application, self.after = SuitFee(), Application(), AfterFee()
        self.periods, self.interests, self.amounts = Periods(), Interests(), AmountInWords()
        for words, calculator in (
            (tr("案件受理费"), self.suit),
            (tr("申请费"), self.application),
            (tr("补交退费"), self.after),
            (tr("期限"), self.periods),
            (tr("利息"), self.interests),
            (tr("大写金额"), self.amounts),
        ):
            self.tabs.addTab(calculator, words)
        self.tabs.addTab(FocusScroll(self._identity()), tr("证件号码"))
        self.tabs.currentChanged.connect(lambda _at: self._begin_tab())
        for at in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self).activated.connect(partial(self.tabs.setCurrentIndex, at))

    def keys(self) -> list[tuple[str, str]]:
        return [(f"Alt+{at + 1}", self.tabs.tabText(at)) for at in range(self.tabs.count())]

    def first_focus(self) -> QWidget | None:
        """The first blank of the calculator in sight."""
        inside = self.tabs.currentWidget()
        if isinstance(inside, Calculator):
            return inside.first_blank()
        form = inside.findChild(Form) if inside is not None else None
        return next(iter(form.blanks.values())) if form is not None else None

    def _begin_tab(self) -> None:
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus()

    def read(self) -> None:
        self.periods.begin_on(self.office.now().date())
        self.office.read(_court, done=self._court_known)

    def _court_known(self, court: dict[str, Any]) -> None:
        for calculator in self.findChildren(Calculator):
            calculator.use_court(court)

    def _identity(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        form = Form()
        kind = KeyedChoice([(ID_TYPES[0], tr("居民身份证")), (ID_TYPES[1], tr("统一社会信用代码"))], ID_TYPES[0])

        def verdict(number: str) -> Verdict:
            return verdict_of(kind.value or ID_TYPES[0], number, self.office.now().date())

        entry = IdentityEntry(verdict)
        form.add("number", tr("号码"), entry)
        form.add("kind", tr("种类"), kind)
        kind.changed.connect(lambda: entry.use_check(verdict))
        column.addWidget(form)
        column.addStretch(1)
        return holder


class AmountInWords(Calculator):
    """大写金额: an amount as it is written on a paper."""

    def build(self) -> None:
        self.form.add("amount", tr("金额（元）"), MoneyEntry())

    def work(self) -> Answer:
        value = self.form.value("amount")
        return (amount_in_words(value), ["支付结算办法附件一"]) if value else (tr("写上金额就能算"), [])


def _court(desk: Desk) -> dict[str, Any]:
    told = dict(read_setting(desk.database, SETTING, {}) or {})
    return {**told, "calendar": court_calendar(desk.database), "lpr": court_lpr(desk.database)}
