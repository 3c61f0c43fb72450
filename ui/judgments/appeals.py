"""上诉: taken with its paper, who, when and on what request; then its steps, until it goes up or is withdrawn."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.cases.appeals import Appeal, fee_of_appeal
from app.cases.code_tables import court_calendar
from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.documents.store import load_paper, papers_of
from app.errors import Refusal
from app.rules.appeals import appeal_deadline, appeal_kind
from app.rules.fees import CaseFee
from app.rules.service_methods import paper_kind
from app.service.appeal_steps import appeal_steps
from app.service.appeals import (
    answer_appeal,
    bring_appeal,
    is_late,
    note_appeal_fee,
    note_higher_court,
    withdraw_appeal,
)
from app.service.running import CaseRecord
from ui.cases.counterclaims import named_people
from ui.i18n import QT_TR_NOOP, printed, term, tr
from ui.refusals import sentence_of
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label, panel
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.money import MoneyEntry
from ui.words import PARTY_ROLES, word
from ui.workbench.deadlines import deadline_words

STEPS = {
    "answer": QT_TR_NOOP("收到答辩状"),
    "paid": QT_TR_NOOP("上诉费已交"),
    "relief_asked": QT_TR_NOOP("申请缓减免上诉费"),
    "withdraw": QT_TR_NOOP("撤回上诉"),
    "withdrawal_granted": QT_TR_NOOP("上级法院准许撤回"),
    "deemed_withdrawn": QT_TR_NOOP("上级法院按撤回处理"),
    "late": QT_TR_NOOP("上级法院认定逾期"),
    "decided": QT_TR_NOOP("上级法院已裁判"),
}
OF_HIGHER_COURT = ("withdrawal_granted", "deemed_withdrawn", "late", "decided")
ENDED = {"withdrawn": QT_TR_NOOP("已撤回"), **{how: STEPS[how] for how in OF_HIGHER_COURT}}


@dataclass(frozen=True)
class AppealsView:
    """``papers``: record → its title and number, ``free`` those whose appeal costs nothing; ``until``: paper and
    party → its last day, where the paper was served; ``lines`` of every appeal and what runs."""

    case: Case
    papers: Mapping[str, str]
    free: frozenset[str]
    until: Mapping[tuple[str, str], datetime.date]
    standing: list[tuple[str, str, str]]
    lines: list[str]


class TakeAppeal(QWidget):
    """Which paper, who, when it was handed in or posted, and on what request; what it costs, and whether it is late."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: AppealsView | None = None
        column = QVBoxLayout(self)
        self.none = label(tr("还没有出具可以上诉的判决书、裁定书。先到“文书”页出文书，送达以后再登记上诉。"), "faint")
        column.addWidget(self.none)
        frame, box = panel()
        self.time, self.cost = label("", "section"), label("", "faint")
        box.addWidget(self.time)
        box.addWidget(self.cost)
        column.addWidget(frame)
        self.form = Form()
        self.paper = Combo([])
        self.form.add("paper", tr("对哪份文书"), self.paper, required=True)
        self.by = Combo([])
        self.form.add("by", tr("谁上诉"), self.by, required=True)
        kinds = [("yes", tr("递交了上诉状")), ("no", tr("只在口头上说"))]
        self.form.add("written", tr("怎么提出"), KeyedChoice(kinds), required=True)
        self.form.add("at", tr("收到上诉状的时间"), MomentEntry(), required=True)
        self.form.add("posted_on", tr("邮寄的，邮戳日期"), DateEntry())
        self.form.add("ground", tr("逾期的正当理由（民诉86）"), QLineEdit())
        self.form.add("ended_on", tr("障碍消除的日期"), DateEntry())
        self.form.add("late", tr("没有正当理由"), QCheckBox(tr("逾期也登记，由上级法院决定")))
        self.form.add("request", tr("上诉请求"), LongText(lines=2), required=True)
        self.form.add("reasons", tr("事实和理由"), LongText(lines=2), required=True)
        self.form.add("amount", tr("不服的金额（元，财产案件）"), MoneyEntry())
        column.addWidget(self.form)
        self.take_button = button(tr("登记上诉"), self._take, kind="main", key="Alt+E")
        column.addWidget(flow(self.take_button))
        column.addStretch(1)
        self.form.changed.connect(self._foresee)
        self.keeper = FormKeeper(office, "appeal", self.form, lambda: {"at": office.now().isoformat()})
        self.keeper.filled.connect(self._foresee)

    def put(self, seen: AppealsView) -> None:
        """Offers the papers that can be appealed, the last first, and the parties; what is half typed stays."""
        self.seen = seen
        self.keeper.stand_for(seen.case.id)
        self.none.setVisible(not seen.papers)
        self.form.setVisible(bool(seen.papers))
        self.take_button.setEnabled(bool(seen.papers))
        papers = list(seen.papers.items())[::-1]
        self.paper.set_choices(papers, self.paper.value or (papers[0][0] if papers else None))
        self.by.set_choices(named_people(seen.case, [one.key for one in seen.case.parties]), self.by.value or None)
        self._foresee()

    def _foresee(self) -> None:
        """Whether it comes in time, and what it costs."""
        if self.seen is None:
            return
        paper, by = self.paper.value, self.by.value.partition("_agent")[0]
        until = self.seen.until.get((paper, by))
        handed_in = self.form.value("posted_on") or str(self.form.value("at") or "")[:10]
        late = until is not None and handed_in > until.isoformat()
        for name in ("ground", "ended_on", "late"):
            self.form.show_blank(name, late)
        self.form.show_blank("amount", paper not in self.seen.free)
        words = tr("选好文书和上诉人以后，这里说明上诉期和上诉费。")
        if by and paper:
            words = tr("文书还没有送达上诉人，上诉期没有开始。")
        if until is not None:
            words = tr("上诉期到 {until}（民诉171、解释244）。").format(until=until.isoformat())
            if late:
                words += tr("已经逾期：判决照样生效，是否准许由上级法院决定。")
        self.time.setText(words)
        self.cost.setText("")
        if paper in self.seen.free:
            self.cost.setText(tr("对这种裁定上诉不交受理费（费用8(三)）。"))
        elif paper and by:
            asked = (paper, self.form.value("amount"))
            self.office.jobs.call(_fee, self.seen.case.id, *asked, done=self._show_fee, refused=self._no_fee)

    def _show_fee(self, fee: CaseFee | None) -> None:
        if fee is not None:
            words = tr("上诉费 {due} 元，上诉人递交上诉状时预交（费用22）。").format(due=f"{fee.due:.2f}")
            steps = "；".join([*map(term, fee.steps), "、".join(fee.articles)])
            self.cost.setText(f"{words}\n{steps}")

    def _no_fee(self, refusal: Refusal) -> None:
        self.cost.setText(sentence_of(refusal).whole)

    def _take(self) -> None:
        if self.seen is None or not self.form.check():
            return
        told = self.form.values()
        told["written"] = told["written"] == "yes"
        ground, ended_on, late = told.pop("ground"), told.pop("ended_on"), bool(told.pop("late"))
        if ground or ended_on:
            told["extension"] = {"ground": ground or "", "ended_on": ended_on or ""}
        self.keeper.record(_take, self.seen.case.id, {**told, "late": late}, done=self._taken)

    def _taken(self, _: object) -> None:
        self.office.refresh_case()
        self.office.tell(
            tr("上诉已登记。"),
            tr("五日内把上诉状副本送给其他当事人：到“文书”页出送达上诉状副本通知书，没有上诉状的出一份由上诉人签名。"),
            kind="good",
            go="documents",
        )


class AppealSteps(QWidget):
    """Every appeal with what became of it and what runs; the next thing that happened to one of them."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: AppealsView | None = None
        column = QVBoxLayout(self)
        frame, box = panel()
        self.state = label(tr("这个案件没有上诉。"))
        box.addWidget(self.state)
        column.addWidget(frame)
        self.form = Form()
        self.which = Combo([])
        self.form.add("which", tr("哪件上诉"), self.which, required=True)
        self.kind = KeyedChoice([(kind, tr(words)) for kind, words in STEPS.items()])
        self.form.add("kind", tr("办什么"), self.kind, required=True)
        self.by = Combo([])
        self.form.add("by", tr("谁"), self.by, required=True)
        self.form.add("number", tr("上级法院的案号"), QLineEdit(), required=True)
        self.form.add("ticket_no", tr("交费凭证号"), QLineEdit())
        self.form.add("reason", tr("理由"), QLineEdit())
        self.form.add("at", tr("什么时候"), MomentEntry(), required=True)
        column.addWidget(self.form)
        column.addWidget(
            label(
                tr(
                    "案卷移送以前撤回的，判决从撤回之日生效，上诉期还没有满的从期满的次日生效；"
                    "移送以后由上级法院裁定（民诉180），时间填裁定书送达各方的日子。"
                ),
                "faint",
            )
        )
        self.record_button = button(tr("记下"), self._record, kind="main", key="Alt+X")
        column.addWidget(flow(self.record_button))
        column.addStretch(1)
        self.keeper = FormKeeper(office, "appeal_step", self.form, lambda: {"at": office.now().isoformat()})
        self.keeper.filled.connect(self._kind_changed)
        self.kind.changed.connect(self._kind_changed)
        self.which.currentIndexChanged.connect(lambda _index: self._kind_changed())

    def put(self, seen: AppealsView) -> None:
        """Lists the appeals and offers those that stand; what is half typed stays."""
        self.seen = seen
        self.keeper.stand_for(seen.case.id)
        self.state.setText("\n".join(seen.lines) or tr("这个案件没有上诉。"))
        self.which.set_choices([(record, words) for record, words, _ in seen.standing], self.which.value or None)
        self.form.setVisible(bool(seen.standing))
        self.record_button.setEnabled(bool(seen.standing))
        self._kind_changed()

    def _kind_changed(self) -> None:
        kind = self.kind.value
        if self.seen is not None:
            own = {record: by for record, _, by in self.seen.standing}.get(self.which.value)
            keys = [one.key for one in self.seen.case.parties if (one.key == own) == (kind == "withdraw")]
            self.by.set_choices(named_people(self.seen.case, keys), self.by.value or None)
        self.form.show_blank("by", kind in ("answer", "withdraw"))
        self.form.show_blank("number", kind in OF_HIGHER_COURT)
        self.form.show_blank("ticket_no", kind == "paid")
        self.form.show_blank("reason", kind == "withdraw")

    def _record(self) -> None:
        if self.seen is not None and self.form.check():
            self.keeper.record(_step, self.seen.case.id, self.form.values(), done=self._recorded)

    def _recorded(self, kind: str) -> None:
        told = {
            "answer": tr("五日内把答辩状副本送给上诉人；答辩都到了，五日内移送案卷（民诉174）。"),
            "paid": tr("交费凭证随案卷移送。"),
            "relief_asked": tr("申请和证明随案卷移送，由上级法院决定（费用48）。"),
            "withdraw": tr("没有别的上诉的，判决书生效，可以出生效证明书。"),
            "decided": tr("以上级法院的裁判为准，本院不再出这份判决的生效证明书。"),
        }.get(kind, tr("没有别的上诉的，判决书生效，可以出生效证明书。"))
        self.office.refresh_case()
        self.office.tell(tr("已记下：{step}。").format(step=tr(STEPS[kind])), told, kind="good")


def view(desk: Desk, case: str) -> AppealsView:
    """What can be appealed in the case until when, the appeals that were brought, and what they wait for."""
    held, today = load_case(desk.database, case), desk.clock.now().date()
    record = CaseRecord(desk.database, held, court_calendar(desk.database), today)
    papers, free, until = dict[str, str](), set[str](), dict[tuple[str, str], datetime.date]()
    for paper in papers_of(desk.database, case):
        kind = paper_kind(paper.document)
        if kind not in ("judgment", "ruling") or appeal_kind(paper.document, held.procedure)[0] is None:
            continue
        papers[paper.record] = f"{printed(paper.title)} {paper.made_on}"
        if kind == "ruling":
            free.add(paper.record)
        for party, day in record.served_paper(paper).items():
            own = day and appeal_deadline(paper.document, day, record.days, procedure=held.procedure).last_day
            if own:
                until[paper.record, party] = own
    lines = [_line(desk, record, one) for one in record.appeals]
    lines += [f"　{deadline_words(one, today)}" for one in appeal_steps(record)]
    standing = [(one.record, _named(desk, held, one), one.by) for one in record.appeals if one.standing]
    return AppealsView(held, papers, frozenset(free), until, standing, lines)


def _named(desk: Desk, case: Case, appeal: Appeal) -> str:
    party = case.party(appeal.by)
    who = f"{word(PARTY_ROLES, party.role)} {party.name}"
    title = printed(load_paper(desk.database, appeal.paper).title)
    return tr("{who} 对{paper}的上诉").format(who=who, paper=title)


def _line(desk: Desk, record: CaseRecord, appeal: Appeal) -> str:
    said = [tr("{day} 收到").format(day=appeal.at[:10])]
    if is_late(record, appeal):
        said.append(tr("逾期，申请顺延") if appeal.extension else tr("逾期"))
    if appeal.fee:
        said.append(tr("上诉费已交") if appeal.fee["how"] == "paid" else tr("申请缓减免上诉费"))
    if appeal.outcome:
        said.append(tr(ENDED[str(appeal.outcome["how"])]))
    return f"{_named(desk, record.case, appeal)}　{'，'.join(said)}"


def _fee(desk: Desk, case: str, paper: str, amount: str | None) -> CaseFee | None:
    document = load_paper(desk.database, paper).document
    return fee_of_appeal(read_court(desk.database), load_case(desk.database, case), document, amount)


def _take(desk: Desk, case: str, told: dict[str, Any]) -> str:
    return bring_appeal(desk, case, **told)


def _step(desk: Desk, case: str, told: dict[str, Any]) -> str:
    """Writes what happened; gives which it was."""
    kind, appeal, at = str(told["kind"]), str(told["which"]), str(told["at"])
    if kind == "answer":
        answer_appeal(desk, case, appeal, by=told["by"], at=at)
    elif kind == "withdraw":
        withdraw_appeal(desk, case, appeal, by=told["by"], at=at, reason=told["reason"] or "")
    elif kind in OF_HIGHER_COURT:
        note_higher_court(desk, case, appeal, how=kind, at=at, number=told["number"])
    else:
        note_appeal_fee(desk, case, appeal, how=kind, at=at, ticket_no=told["ticket_no"] or "")
    return kind
