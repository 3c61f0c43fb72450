"""利息: at an agreed rate, by the LPR table, of a private loan with its cap, and of a judgment paid late."""

from __future__ import annotations

import datetime
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit

from app.rules.interest import interest, interest_at_lpr, interest_of_private_loan, known_lpr, late_performance_interest
from ui.i18n import term, tr
from ui.rules.calculator import Answer, Calculator
from ui.widgets.choice import KeyedChoice
from ui.widgets.moment import DateEntry
from ui.widgets.money import MoneyEntry


class Interests(Calculator):
    """The blanks fit the way that is chosen."""

    def build(self) -> None:
        self.form.add("principal", tr("本金（元）"), MoneyEntry())
        ways = [
            ("agreed", tr("约定年利率")),
            ("lpr", tr("贷款市场报价利率 (LPR)")),
            ("loan", tr("民间借贷（有上限）")),
            ("late", tr("迟延履行（加倍部分）")),
        ]
        self.form.add("way", tr("怎么算"), KeyedChoice(ways, "agreed"))
        self.form.add("rate", tr("年利率（%）"), QLineEdit())
        multiples = [(times, tr("{times} 倍").format(times=times)) for times in ("1", "1.3", "1.5", "4")]
        self.form.add("multiple", tr("几倍"), KeyedChoice(multiples, "1"))
        self.form.add("contract_on", tr("合同成立的日子"), DateEntry())
        self.form.add("sued_on", tr("起诉的日子（2020-08-20 以前的合同才用填）"), DateEntry())
        self.form.add("start", tr("从哪天起（迟延履行填履行期最后一天）"), DateEntry())
        self.form.add("end", tr("到哪天止"), DateEntry())

    def work(self) -> Answer:
        values = self.form.values()
        way = values["way"]
        for blank, ways in (("rate", "agreed loan"), ("multiple", "lpr"), ("contract_on", "loan"), ("sued_on", "loan")):
            self.form.show_blank(blank, way in ways.split())
        wanted = {"agreed": ["rate"], "loan": ["rate", "contract_on"]}.get(way, [])
        if not all(values[name] for name in ("principal", "start", "end", *wanted)):
            return tr("写上本金、利率和起止日期就能算"), []
        start, end = _day(values["start"]), _day(values["end"])
        table, money = self.court.get("lpr") or known_lpr(), values["principal"]
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
        source = tr("利率表：{source}").format(source=term(table.source)) if way in ("lpr", "loan") else ""
        words = tr("利息 {due} 元，共 {days} 日").format(due=f"{made.amount:.2f}", days=made.days)
        return words, [*map(term, made.steps), article, source if not table.verified else ""]


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
