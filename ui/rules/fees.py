"""What a suit costs, what an application costs, and what is paid or given back when something changes."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from app.rules.application_fees import ApplicationFee, application_fee
from app.rules.fee_changes import FeeChange, change_claims, convert_to_ordinary, refund_after_closing, top_up_not_paid
from app.rules.fees import CaseFee, case_fee, who_bears
from ui.i18n import term, tr
from ui.rules.calculator import RANGED, Answer, Calculator, ProvinceFigures
from ui.widgets.choice import KeyedChoice
from ui.widgets.form import Form
from ui.widgets.line_button import LineCheck
from ui.widgets.money import MoneyEntry
from ui.widgets.records import Records
from ui.widgets.rows import Column
from ui.words import PROCEDURES, choices

FIGURE_OF = {
    "divorce": "divorce",
    "personality": "personality",
    "non_property": "other_non_property",
    "ip": "ip_without_amount",
}
"""Kind of claim → the province's figure that its fee begins with."""
WITH_AMOUNT = ("property", "divorce", "personality", "labour", "ip")


def claim_kinds() -> list[tuple[str, str]]:
    return [
        ("property", tr("财产案件")),
        ("divorce", tr("离婚")),
        ("personality", tr("人格权")),
        ("non_property", tr("其他非财产")),
        ("labour", tr("劳动争议")),
        ("ip", tr("知识产权")),
        ("judicial_confirmation", tr("司法确认")),
    ]


def endings() -> list[tuple[str, str]]:
    return [
        ("none", tr("还没结案")),
        ("mediated", tr("调解")),
        ("withdrawn", tr("撤诉")),
        ("judged", tr("判决")),
        ("deemed_withdrawn", tr("按撤诉处理")),
        ("confirmed", tr("已司法确认")),
        ("dismissed", tr("驳回起诉")),
        ("not_accepted", tr("不予受理")),
    ]


def claim_of(row: dict[str, Any]) -> dict[str, Any]:
    """A row of kind and amount as the rules take a claim; a divorce's amount is the couple's property."""
    kind, amount = row.get("kind"), row.get("amount") or None
    if kind == "divorce":
        return {"kind": kind, "property_total": amount}
    return {"kind": kind, "amount": amount if kind in WITH_AMOUNT else None}


def closed_of(form: Form) -> str | None:
    closed = form.value("closed")
    return None if closed in (None, "none") else str(closed)


class SuitFee(Calculator):
    """案件受理费 of one claim or several, of a suit or a counterclaim."""

    def build(self) -> None:
        self.claim = Form()
        self.claim.add("amount", tr("金额或财产总额（元）"), MoneyEntry())
        self.kind = KeyedChoice(claim_kinds(), "property")
        self.claim.add("kind", tr("种类"), self.kind, required=True)
        kinds = dict(claim_kinds())
        columns = [
            Column(tr("种类"), lambda row: kinds.get(row["kind"], ""), stretch=True),
            Column(tr("金额（元）"), "amount"),
        ]
        self.claims = Records(tr("一项请求"), columns, self.claim, fresh=lambda: {"kind": "property"})
        self.claims.table.hide()
        self.column.addWidget(self.claims)
        self.form.add("procedure", tr("程序"), KeyedChoice(choices(PROCEDURES), "simplified"))
        self.form.add("closed", tr("结案方式"), KeyedChoice(endings(), "none"))
        self.form.add("merged", tr("反诉"), LineCheck(tr("反诉或者第三人独立请求，与本诉合并审理")))
        self.province = ProvinceFigures(self.form, RANGED)
        self.claim.changed.connect(self.refresh)
        self.claims.changed.connect(self._listed)

    def first_blank(self) -> QWidget:
        return self.claim.blanks["amount"]

    def use_court(self, court: dict[str, Any]) -> None:
        self.province.fill(court)
        super().use_court(court)

    def wrong(self) -> str:
        return next(iter(self.claim.unreadable().values()), "") or super().wrong()

    def work(self) -> Answer:
        self.claim.show_blank("amount", self.kind.value in WITH_AMOUNT)
        claims = [claim_of(row) for row in self._rows()]
        self.province.show([FIGURE_OF[claim["kind"]] for claim in claims if claim["kind"] in FIGURE_OF])
        if not claims:
            return tr("写上金额就能算"), []
        closed = closed_of(self.form)
        fee = case_fee(
            claims,
            self.province.values,
            self.form.value("procedure"),
            closed,
            self.rounding,
            merged=self.form.value("merged"),
        )
        words = tr("全额 {full} 元，应交 {due} 元").format(full=f"{fee.full:.2f}", due=f"{fee.due:.2f}")
        return words, [*map(term, fee.steps), "、".join(fee.articles), self._borne(closed, fee)]

    def _rows(self) -> list[dict[str, Any]]:
        """The claims listed, and the one being typed where something has been typed or it needs no amount."""
        typed = self.claim.values()
        rows = self.claims.rows
        return rows if typed["kind"] == "property" and not typed["amount"] else [*rows, typed]

    def _listed(self) -> None:
        self.claims.table.setVisible(bool(self.claims.rows))
        self.refresh()

    @staticmethod
    def _borne(closed: str | None, fee: CaseFee) -> str:
        borne = who_bears(closed, fee)
        if borne is None:
            return ""
        who = {
            "loser": tr("败诉的一方负担"),
            "agreed_or_court": tr("双方协商负担，协商不成由法院决定"),
            "claimant": tr("原告负担"),
            "nobody": tr("不收取"),
        }[borne[0]]
        return f"{who}（{borne[1]}）"


class Application(Calculator):
    """申请费, and the fee of an objection to jurisdiction."""

    WITH_AMOUNT = ("preservation", "enforcement", "payment_order", "bankruptcy")

    def build(self) -> None:
        kinds = [
            ("preservation", tr("财产保全")),
            ("enforcement", tr("执行")),
            ("payment_order", tr("支付令")),
            ("public_summons", tr("公示催告")),
            ("jurisdiction_objection", tr("管辖异议不成立")),
            ("set_aside_award", tr("撤销仲裁裁决")),
            ("arbitration_agreement", tr("认定仲裁协议效力")),
            ("bankruptcy", tr("破产")),
            ("protection_order", tr("人身安全保护令")),
            ("judicial_confirmation", tr("司法确认")),
        ]
        self.form.add("amount", tr("金额（元）"), MoneyEntry())
        self.form.add("kind", tr("种类"), KeyedChoice(kinds, "preservation"))
        self.province = ProvinceFigures(self.form, ("jurisdiction_objection", "enforcement_without_amount"))

    def use_court(self, court: dict[str, Any]) -> None:
        self.province.fill(court)
        super().use_court(court)

    def work(self) -> Answer:
        kind = str(self.form.value("kind"))
        self.form.show_blank("amount", kind in self.WITH_AMOUNT)
        amount = self.form.value("amount") if kind in self.WITH_AMOUNT else None
        without = "enforcement_without_amount" if kind == "enforcement" and amount is None else kind
        self.province.show([without])
        if kind in ("payment_order", "bankruptcy") and amount is None:
            return tr("写上金额就能算"), []
        fee = application_fee(kind, amount, self.province.values, self.rounding)
        before = tr("申请时预交") if fee.prepaid else tr("不预交")
        words = tr("应交 {due} 元，{before}").format(due=f"{fee.due:.2f}", before=before)
        return words, [*map(term, fee.steps), "、".join(fee.articles), self._borne(fee)]

    @staticmethod
    def _borne(fee: ApplicationFee) -> str:
        return {
            "applicant": tr("申请人负担"),
            "person_subject_to_enforcement": tr("被执行人负担"),
            "debtor_unless_objected": tr("债务人负担；提出异议的，申请人负担"),
            "court_decides": tr("法院决定由谁负担"),
            "bankruptcy_estate": tr("从破产财产中拨付"),
            "objector": tr("提出异议的当事人负担"),
            "nobody": "",
        }[fee.borne_by]


class AfterFee(Calculator):
    """补交、退费: what is paid still, given back or borne when the claims or the procedure change, or the case ends."""

    def build(self) -> None:
        changes = [
            ("claims", tr("增加或者减少请求")),
            ("to_ordinary", tr("简易转普通")),
            ("top_up_not_paid", tr("转普通后逾期不补交")),
            ("closed", tr("结案退费")),
        ]
        self.form.add("before", tr("金额或财产总额（元）"), MoneyEntry())
        self.form.add("change", tr("变了什么"), KeyedChoice(changes, "claims"))
        kinds = [(kind, words) for kind, words in claim_kinds() if kind != "judicial_confirmation"]
        self.form.add("kind", tr("种类"), KeyedChoice(kinds, "property"))
        self.form.add("after", tr("变更以后的金额（元）"), MoneyEntry())
        self.form.add("procedure", tr("程序"), KeyedChoice(choices(PROCEDURES), "simplified"))
        self.form.add("closed", tr("结案方式"), KeyedChoice(endings()[1:], "mediated"))
        self.form.add("paid", tr("已经交了（元）"), MoneyEntry())
        self.form.add("inquiry_closed", tr("什么时候"), QCheckBox(tr("法庭调查已经终结")))
        self.province = ProvinceFigures(self.form, RANGED)

    def use_court(self, court: dict[str, Any]) -> None:
        self.province.fill(court)
        super().use_court(court)

    def work(self) -> Answer:
        values = self.form.values()
        change, kind = values["change"], str(values["kind"])
        claims = change == "claims"
        self.form.show_blank("before", kind in WITH_AMOUNT)
        for name, shown in (
            ("after", claims),
            ("inquiry_closed", claims),
            ("paid", not claims),
            ("closed", change == "closed"),
            ("procedure", change in ("claims", "closed")),
        ):
            self.form.show_blank(name, shown)
        self.province.show([FIGURE_OF[kind]] if kind in FIGURE_OF else [])
        wanted = [name for name in ("before",) if kind == "property"] + (["after"] if claims else ["paid"])
        if not all(values[name] for name in wanted):
            return tr("写上变更前后的金额、或者已经交了多少，就能算"), []
        found = self._change(values)
        words = tr("补交 {more} 元，退还 {back} 元").format(more=f"{found.top_up:.2f}", back=f"{found.refund:.2f}")
        return words, [*map(term, found.steps), "、".join(found.articles)]

    def _change(self, values: dict[str, Any]) -> FeeChange:
        if values["change"] == "claims":
            before, after = (self._fee(values["kind"], values[at], values["procedure"]) for at in ("before", "after"))
            return change_claims(before, after, inquiry_closed=values["inquiry_closed"])
        if values["change"] == "closed":
            fee = self._fee(values["kind"], values["before"], values["procedure"], closed_of(self.form))
            return refund_after_closing(values["paid"], fee.due)
        conclude = convert_to_ordinary if values["change"] == "to_ordinary" else top_up_not_paid
        return conclude(self._fee(values["kind"], values["before"], "ordinary"), values["paid"])

    def _fee(self, kind: str, amount: str | None, procedure: str, closed: str | None = None) -> CaseFee:
        claim = claim_of({"kind": kind, "amount": amount})
        return case_fee([claim], self.province.values, procedure, closed, self.rounding)
