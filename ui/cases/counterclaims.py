"""反诉, 第三人独立请求: taken with claims and evidence; decided by the judge; withdrawn, or not paid for."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.model import Case
from app.desk import Desk
from app.errors import NeedsCorrection, Refusal
from app.fees.service import deem_counterclaim_unpaid
from app.intake.counterclaims import decide_counterclaim, foresee_counterclaim, take_counterclaim, withdraw_counterclaim
from app.rules.fees import CaseFee
from ui.i18n import term, tr
from ui.intake.forms import ClaimForm, EvidenceForm, claim_of, evidence_of
from ui.refusals import sentence_of
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label, panel
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.records import Records
from ui.widgets.rows import Column
from ui.words import CLAIM_KINDS, PARTY_ROLES, PROCEDURES, choices, counterclaim_words, word

JOINED = ("基于相同法律关系", "基于相同事实", "的诉讼请求之间具有因果关系")
"""What 受理反诉通知书 prints after 反诉与本诉, so they stay Chinese (解释233 ¶2)."""
REFUSED = ("应当由其他人民法院专属管辖", "与本诉的诉讼标的及诉讼请求所依据的事实、理由没有关联")
"""解释233 ¶3."""
INDEPENDENT = ("对本诉的诉讼标的有独立的请求权",)
NOT_INDEPENDENT = ("对本诉的诉讼标的没有独立的请求权",)
"""民诉59 ¶1, as the papers print it after the third party's name."""


class TakeCounterclaim(QWidget):
    """Who brings it, what is asked for and why; evidence if there is any; its fee if it is heard with the suit."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case: Case | None = None
        column = QVBoxLayout(self)
        self.form = Form()
        self.by = Combo([])
        self.form.add("by", tr("谁提起（被告，有独立请求权的第三人）"), self.by, required=True)
        self.form.add("at", tr("什么时候"), MomentEntry(), required=True)
        self.form.add("facts", tr("事实和理由"), LongText(lines=3), required=True)
        column.addWidget(self.form)
        self.claims = Records(
            tr("请求"),
            [
                Column(tr("种类"), lambda row: word(CLAIM_KINDS, row.get("kind"))),
                Column(tr("请求"), "text", stretch=True),
                Column(tr("金额（元）"), lambda row: row.get("amount") or row.get("property_total") or ""),
            ],
            ClaimForm(),
            fresh=lambda: {"kind": "property"},
        )
        column.addWidget(self.claims)
        self.cost = label("", "section")
        self.steps = label("", "faint")
        frame, box = panel()
        box.addWidget(self.cost)
        box.addWidget(self.steps)
        column.addWidget(frame)
        self.evidence = Records(
            tr("它的证据"),
            [Column(tr("名称"), "name", stretch=True), Column(tr("页数"), "pages")],
            EvidenceForm(),
            fresh=lambda: {"by": self._party, "pages": 1},
        )
        column.addWidget(self.evidence)
        self.take_button = button(tr("登记"), self._take, kind="main", key="Alt+E")
        column.addWidget(flow(self.take_button))
        column.addStretch(1)
        self.keepers = (
            FormKeeper(office, "counterclaim", self.form, lambda: {"at": office.now().isoformat()}),
            FormKeeper(office, "counterclaim_claims", self.claims),
            FormKeeper(office, "counterclaim_evidence", self.evidence),
        )
        for keeper, records in zip(self.keepers[1:], (self.claims, self.evidence), strict=True):
            records.form.changed.connect(keeper.typed)
        self.by.currentIndexChanged.connect(lambda _index: self._by_changed())
        self.claims.changed.connect(self._foresee)
        self.keepers[1].filled.connect(self._foresee)
        self._show(None)

    @property
    def _party(self) -> str:
        return self.by.value.partition("_agent")[0]

    def put(self, case: Case) -> None:
        """Offers the defendants and third parties of this case; what is half typed stays."""
        self._case = case
        for keeper in self.keepers:
            keeper.stand_for(case.id)
        bringing = [one.key for one in case.parties if one.role in ("defendant", "third_party")]
        self.by.set_choices(named_people(case, bringing), self.by.value or None)
        form = self.evidence.form
        assert isinstance(form, EvidenceForm)
        form.by.set_choices(named_people(case, bringing, agents=False), self._party or None)
        self.take_button.setEnabled(not case.closed)

    @property
    def _independent(self) -> bool:
        """Whether a third party is about to bring it."""
        return self._case is not None and bool(self._party) and self._case.party(self._party).role == "third_party"

    def _by_changed(self) -> None:
        self.evidence.form.set_values({"by": self._party})
        self._foresee()

    def _foresee(self) -> None:
        at = self.form.value("at")
        if self._case is None or not self.claims.rows or not at:
            self._show(None)
            return
        claims = [claim_of(row) for row in self.claims.rows]
        self.office.jobs.call(_foresee, self._case.id, claims, at, done=self._show, refused=self._unknown)

    def _unknown(self, refusal: Refusal) -> None:
        """Why the fee cannot be said."""
        sentence = sentence_of(refusal)
        self.cost.setText(sentence.what)
        self.steps.setText(sentence.next_step)

    def _show(self, seen: tuple[CaseFee, datetime.date | None] | None) -> None:
        if seen is None:
            self.cost.setText(tr("填好请求以后，这里说明受理费。"))
            self.steps.setText("")
            return
        fee, until = seen
        words = tr("合并审理的，反诉受理费应交 {due} 元，最迟 {until} 由反诉原告交（费用18、22）。")
        if self._independent:
            words = tr("合并审理的，受理费应交 {due} 元，由第三人在接到通知后七日内交（费用18、20、22）。")
        self.cost.setText(words.format(due=f"{fee.due:.2f}", until=until or ""))
        lines = [*map(term, fee.steps), "、".join(fee.articles)]
        if self._case is not None and self._case.procedure == "small_claims":
            lines.insert(0, tr("合并审理以后不再适用小额诉讼程序（民诉166、解释278）。"))
        self.steps.setText("\n".join(lines))

    def _take(self) -> None:
        if self._case is None or not self.form.check():
            return
        for records in (self.claims, self.evidence):
            asked = records.form.value("text" if records is self.claims else "name")
            if asked and not records.put_row():
                return
        if not self.claims.rows:
            self.claims.form.check()
            return
        told = self.form.values()
        told["claims"] = [claim_of(row) for row in self.claims.rows]
        told["evidence"] = [evidence_of(row) for row in self.evidence.rows]
        taken, (first, *others) = partial(self._taken, self._independent), self.keepers
        first.record(_take, self._case.id, told, done=taken, along=others)

    def _taken(self, independent: bool, _: object) -> None:
        self.office.refresh_case()
        if independent:
            told = (
                tr("第三人的请求已登记。"),
                tr("第三人的起诉状在“文书”页出，由第三人签名；请审判员决定是否合并审理（按 3）。"),
            )
        else:
            told = (
                tr("反诉已登记。"),
                tr("反诉状在“文书”页出，由反诉原告签名；请审判员决定是否合并审理（按 3）。"),
            )
        self.office.tell(*told, kind="good")


class CounterclaimSteps(QWidget):
    """The judge joins it or does not; it is withdrawn; or its fee was not paid in seven days."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case: Case | None = None
        column = QVBoxLayout(self)
        self.none = label(tr("这个案件没有等着办的反诉、第三人请求。"), "faint")
        column.addWidget(self.none)
        self.form = Form()
        self.which = Combo([])
        self.form.add("which", tr("哪一件"), self.which, required=True)
        kinds = [
            ("join", tr("合并审理")),
            ("refuse", tr("不予受理")),
            ("withdraw", tr("撤回")),
            ("unpaid", tr("没有交费，按撤回处理")),
        ]
        self.kind = KeyedChoice(kinds)
        self.form.add("kind", tr("办什么"), self.kind, required=True)
        self.why = Combo([], editable=True)
        self.form.add("why", tr("理由"), self.why, required=True)
        self.procedure = KeyedChoice([one for one in choices(PROCEDURES) if one[0] in ("simplified", "ordinary")])
        self.form.add("procedure", tr("不再适用小额诉讼，审判员决定转为"), self.procedure, required=True)
        self.by = Combo([])
        self.form.add("by", tr("谁撤回"), self.by, required=True)
        self.form.add("notified_on", tr("交费通知送达的日子"), DateEntry(), required=True)
        self.form.add("at", tr("什么时候"), MomentEntry(), required=True)
        column.addWidget(self.form)
        for words in (
            tr("相同法律关系、相同事实或者请求之间有因果关系的，应当合并审理；无关联的，告知另行起诉（解释233）。"),
            tr("第三人对双方争的标的有独立请求权的，作为有独立请求权的第三人合并审理（民诉59）。"),
        ):
            column.addWidget(label(words, "faint"))
        self.record_button = button(tr("记下"), self._record, kind="main", key="Alt+X")
        column.addWidget(flow(self.record_button))
        column.addStretch(1)
        self.keeper = FormKeeper(office, "counterclaim_step", self.form, lambda: {"at": office.now().isoformat()})
        self.keeper.filled.connect(self._kind_changed)
        self.kind.changed.connect(self._kind_changed)
        self.which.currentIndexChanged.connect(lambda _index: self._which_changed())

    def put(self, case: Case) -> None:
        """Offers the counterclaims that are not over; what is half typed stays."""
        self._case = case
        self.keeper.stand_for(case.id)
        waiting = [one for one in case.counterclaims if one.open]
        named = [(one.record, counterclaim_words(case, one)) for one in waiting]
        self.which.set_choices(named, self.which.value or None)
        self.none.setVisible(not waiting)
        self.form.setVisible(bool(waiting))
        self.record_button.setEnabled(bool(waiting) and not case.closed)
        self._which_changed()

    def _which_changed(self) -> None:
        case, record = self._case, self.which.value
        if case is not None and record:
            self.by.set_choices(named_people(case, [case.counterclaim(record).by]), self.by.value or None)
        self._kind_changed()

    @property
    def _independent(self) -> bool:
        return bool(self._case and self.which.value and self._case.counterclaim(self.which.value).independent)

    def _kind_changed(self) -> None:
        kind = self.kind.value
        independent = self._independent
        small = self._case is not None and self._case.procedure == "small_claims"
        typed = self.why.value
        joined, refused = (INDEPENDENT, NOT_INDEPENDENT) if independent else (JOINED, REFUSED)
        grounds = {"join": joined, "refuse": refused}.get(kind or "", ())
        offered = (*JOINED, *REFUSED, *INDEPENDENT, *NOT_INDEPENDENT)
        kept = "" if typed in offered and typed not in grounds else typed
        first = grounds[0] if len(grounds) == 1 else ""
        self.why.set_choices([(words, words) for words in grounds], kept or first)
        self.form.show_blank("why", kind in ("join", "refuse", "withdraw"))
        self.form.show_blank("procedure", kind == "join" and small)
        self.form.show_blank("by", kind == "withdraw")
        self.form.show_blank("notified_on", kind == "unpaid" and independent)

    def _record(self) -> None:
        if self._case is None or not self.form.check():
            return
        recorded = partial(self._recorded, self._independent)
        self.keeper.record(_step, self._case.id, self.form.values(), done=recorded)

    def _recorded(self, independent: bool, kind: str) -> None:
        told = self._told_of_third_party(kind) if independent else self._told(kind)
        self.office.refresh_case()
        self.office.tell(*told, kind="good")

    def _told_of_third_party(self, kind: str) -> tuple[str, str]:
        return {
            "join": (
                tr("第三人的请求与本诉合并审理。"),
                tr(
                    "到“文书”页出受理第三人诉讼请求通知书和交费通知书；起诉状副本送原告、被告，答辩期十五日（民诉128）；"
                    "程序变了的，出转程序的裁定。"
                ),
            ),
            "refuse": (
                tr("第三人的请求不予受理。"),
                tr("到“文书”页出不予受理的裁定书，告知另行起诉；送达以后第三人可以在十日内上诉（民诉157、171）。"),
            ),
            "withdraw": (
                tr("第三人的请求已撤回。"),
                tr("记入笔录，本诉继续审理；受理费由第三人负担（费用34），不再减半（解释206）。"),
            ),
            "unpaid": (tr("第三人的请求按撤回处理。"), tr("告知第三人，本诉继续审理（解释213）。")),
        }[kind]

    def _told(self, kind: str) -> tuple[str, str]:
        return {
            "join": (
                tr("反诉与本诉合并审理。"),
                tr(
                    "到“文书”页出受理反诉通知书和反诉的交费通知书；反诉状副本送原告，答辩期十五日（民诉128）；"
                    "程序变了的，出转程序的裁定。"
                ),
            ),
            "refuse": (
                tr("反诉不予受理。"),
                tr("到“文书”页出不予受理反诉的裁定书，告知另行起诉；送达以后反诉人可以在十日内上诉（民诉157、171）。"),
            ),
            "withdraw": (
                tr("反诉已撤回。"),
                tr("记入笔录，本诉继续审理；反诉受理费由反诉原告负担（费用34），不再减半（解释206）。"),
            ),
            "unpaid": (tr("反诉按撤回处理。"), tr("告知反诉原告，本诉继续审理（解释213）。")),
        }[kind]


def named_people(case: Case, keys: Collection[str], *, agents: bool = True) -> list[tuple[str, str]]:
    """The parties of these keys, each with its agents, as a drop-down offers them."""
    people = list[tuple[str, str]]()
    for party in case.parties:
        if party.key in keys:
            people.append((party.key, f"{word(PARTY_ROLES, party.role)} {party.name}"))
            if agents:
                named = zip(party.agent_keys, party.agents, strict=True)
                people += [(key, f"{tr('代理人')} {agent.name}") for key, agent in named]
    return people


def out_of_small_claims(refusal: NeedsCorrection) -> str:
    """Why the case cannot stay in 小额诉讼, as the refusal would say it."""
    return sentence_of(NeedsCorrection("no_longer_small_claims", **refusal.details)).what


def _foresee(desk: Desk, case: str, claims: list[dict[str, Any]], at: str) -> tuple[CaseFee, datetime.date | None]:
    return foresee_counterclaim(desk.database, case, claims, at=at)


def _take(desk: Desk, case: str, told: dict[str, Any]) -> str:
    return take_counterclaim(desk, case, **told)


def _step(desk: Desk, case: str, told: dict[str, Any]) -> str:
    """Writes what was decided; gives which it was."""
    kind, record, at = str(told["kind"]), told["which"], told["at"]
    if kind in ("join", "refuse"):
        joined = kind == "join"
        decide_counterclaim(
            desk, case, record, joined=joined, why=told["why"], at=at, procedure=told["procedure"] if joined else None
        )
    elif kind == "withdraw":
        withdraw_counterclaim(desk, case, record, by=told["by"], at=at, reason=told["why"])
    else:
        deem_counterclaim_unpaid(desk, case, record, at=at, notified_on=told["notified_on"])
    return kind
