"""变更和反诉: what is asked for now, a claim added, changed or given up, with the fee before anything is written."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from app.cases.model import CLAIMANTS, Case, Claim, Counterclaim
from app.desk import Desk
from app.errors import NeedsCorrection, Refusal
from app.intake.claims import Foreseen, add_claim, change_claim, drop_claim, foresee
from ui.cases.counterclaims import CounterclaimSteps, TakeCounterclaim, named_people, out_of_small_claims
from ui.i18n import term, tr
from ui.intake.forms import ClaimForm, claim_of
from ui.refusals import sentence_of
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label, panel, set_kind
from ui.widgets.moment import MomentEntry
from ui.words import PROCEDURES, choices, counterclaim_words

SUIT = "suit"


class Claims(QWidget):
    """What is asked for, above; under it one act in sight at a time, picked by a digit."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        frame, box = panel()
        box.addWidget(label(tr("现在的请求"), "section"))
        self.asked = label("")
        box.addWidget(self.asked)
        column.addWidget(frame)
        acts = [
            ("change", tr("增加、变更、放弃请求")),
            ("take", tr("反诉、第三人请求")),
            ("steps", tr("它们的决定和撤回")),
        ]
        self.act = KeyedChoice(acts, "change")
        self.act.setAccessibleName(tr("办什么"))
        column.addWidget(self.act)
        self.change, self.take, self.steps = ClaimChange(office), TakeCounterclaim(office), CounterclaimSteps(office)
        self.forms = QStackedWidget()
        for form in (self.change, self.take, self.steps):
            self.forms.addWidget(form)
        column.addWidget(self.forms, 1)
        self.act.changed.connect(self._picked)

    def put(self, case: Case) -> None:
        """Shows the claims of this case, and offers them and its parties."""
        self.asked.setText("\n".join(asked_lines(case)))
        for form in (self.change, self.take, self.steps):
            form.put(case)

    def _picked(self) -> None:
        self.forms.setCurrentIndex(["change", "take", "steps"].index(self.act.value or "change"))


class ClaimChange(QWidget):
    """The fee's consequence stands under the form as it is typed; the claimant, or its agent, is named."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case: Case | None = None
        column = QVBoxLayout(self)
        self.form = Form()
        kinds = [("add", tr("增加一项")), ("change", tr("变更一项")), ("drop", tr("放弃一项"))]
        self.kind = KeyedChoice(kinds, "add")
        self.form.add("kind", tr("办什么"), self.kind, required=True)
        self.whose = Combo([])
        self.form.add("whose", tr("谁的请求"), self.whose, required=True)
        self.which = Combo([])
        self.form.add("which", tr("哪一项"), self.which, required=True)
        self.by = Combo([])
        self.form.add("by", tr("谁提出"), self.by, required=True)
        self.form.add("at", tr("什么时候"), MomentEntry(), required=True)
        self.form.add("inquiry_closed", tr("法庭调查"), QCheckBox(tr("已经终结")))
        column.addWidget(self.form)
        column.addWidget(label(tr("审判员在庭审笔录里说过法庭调查终结的，不勾也算终结（费用21、35）。"), "faint"))
        self.claim = ClaimForm()
        column.addWidget(self.claim)
        self.moving = Form()
        self.procedure = KeyedChoice([one for one in choices(PROCEDURES) if one[0] in ("simplified", "ordinary")])
        self.moving.add("procedure", tr("不再适用小额诉讼，审判员决定转为"), self.procedure, required=True)
        self.moving.hide()
        column.addWidget(self.moving)
        frame, box = panel()
        self.cost = label(tr("填好以后，这里说明受理费怎么变。"), "section")
        self.steps = label("", "faint")
        box.addWidget(self.cost)
        box.addWidget(self.steps)
        column.addWidget(frame)
        self.record_button = button(tr("记下变更"), self._record, kind="main", key="Alt+V")
        column.addWidget(flow(self.record_button))
        column.addStretch(1)
        self.keeper = FormKeeper(
            office,
            "claim_changed",
            self.form,
            lambda: {"kind": "add", "whose": SUIT, "at": office.now().isoformat()},
        )
        self.claim_keeper = FormKeeper(office, "claim", self.claim, self._standing)
        self.keeper.filled.connect(self._kind_changed)
        self.claim_keeper.filled.connect(self._foresee)
        self.kind.changed.connect(self._kind_changed)
        self.whose.currentIndexChanged.connect(lambda _index: self._whose_changed())
        self.which.currentIndexChanged.connect(lambda _index: self._which_changed())
        for source in (self.form, self.claim, self.moving):
            source.changed.connect(self._foresee)
        self._kind_changed()

    def put(self, case: Case) -> None:
        """Offers the claims that stand in this case and who asks for them; what is half typed stays."""
        if self._case is None or self._case.id != case.id:
            self.moving.clear()
        self._case = case
        self.keeper.stand_for(case.id)
        which, by = self.which.value, self.by.value
        sides = [(SUIT, tr("本诉"))]
        sides += [(one.record, counterclaim_words(case, one)) for one in _open(case)]
        with QSignalBlocker(self.whose):
            self.whose.set_choices(sides, self.whose.value or SUIT)
        self.form.show_blank("whose", len(sides) > 1)
        self._offer(which, by)
        self._which_changed()
        self.record_button.setEnabled(not case.closed)

    @property
    def _whole(self) -> Case | Counterclaim | None:
        if self._case is None or self.whose.value in ("", SUIT):
            return self._case
        return next((one for one in self._case.counterclaims if one.record == self.whose.value), self._case)

    def _kind_changed(self) -> None:
        self.form.show_blank("which", self.kind.value != "add")
        self.claim.setVisible(self.kind.value != "drop")
        self._which_changed()

    def _whose_changed(self) -> None:
        self._offer("", "")
        self._which_changed()

    def _offer(self, which: str, by: str) -> None:
        """The claims of the chosen side, and who may speak for it; what was chosen before stays chosen."""
        whole, case = self._whole, self._case
        if whole is None or case is None:
            return
        asking = [whole.by] if isinstance(whole, Counterclaim) else [p.key for p in case.parties if p.role in CLAIMANTS]
        with QSignalBlocker(self.which), QSignalBlocker(self.by):
            self.which.set_choices([(claim.record, claim.text) for claim in whole.claims], which or None)
            self.by.set_choices(named_people(case, asking), by or None)

    def _which_changed(self) -> None:
        if self._case is not None:
            changed = self.which.value if self.kind.value == "change" else ""
            self.claim_keeper.stand_for(f"{self._case.id} {changed}")
        self._foresee()

    def _standing(self) -> dict[str, Any]:
        """The claim that is to be changed, as it stands; nothing of one that is new."""
        claims = self._whole.claims if self._whole is not None and self.kind.value == "change" else ()
        claim = next((one for one in claims if one.record == self.which.value), None)
        if claim is None:
            return {}
        told = {"kind": claim.kind, "text": claim.text, "amount": claim.amount}
        return {**told, "property_total": claim.property_total}

    def _told(self) -> dict[str, Any] | None:
        """The change as the desk takes it; None while a blank that it needs is empty."""
        values = self.form.values()
        new = self.claim.values() if self.kind.value != "drop" else None
        if self._case is None or not values["at"] or (new is not None and not (new["kind"] and new["text"])):
            return None
        if self.kind.value != "add" and not self.which.value:
            return None
        return {
            "record": self.which.value if self.kind.value != "add" else None,
            "claim": claim_of(new) if new is not None else None,
            "counterclaim": self.whose.value if self.whose.value not in ("", SUIT) else None,
            "at": values["at"],
            "inquiry_closed": values["inquiry_closed"],
            "procedure": self.procedure.value,
        }

    def _foresee(self) -> None:
        told = self._told()
        if told is None or self._case is None:
            self._show(None)
            return
        self.office.jobs.call(_foresee, self._case.id, told, done=self._show, refused=self._unknown)

    def _unknown(self, refusal: Refusal) -> None:
        """Why the fee cannot be said: an amount half typed, no procedure yet."""
        self._show(None)
        sentence = sentence_of(refusal)
        self.cost.setText(sentence.what)
        self.steps.setText(sentence.next_step)

    def _show(self, seen: Foreseen | None) -> None:
        self.moving.setVisible(seen is not None and seen.too_big is not None)
        if seen is None:
            self.cost.setText(tr("填好以后，这里说明受理费怎么变。"))
            self.steps.setText("")
            return
        self.cost.setText(cost_words(seen))
        lines = [
            *map(term, (*seen.fee.steps, *seen.change.steps)),
            "、".join((*seen.fee.articles, *seen.change.articles)),
        ]
        if seen.too_big is not None:
            lines.insert(0, out_of_small_claims(seen.too_big))
        set_kind(self.steps, "warn" if seen.too_big is not None else "faint")
        self.steps.setText("\n".join(lines))

    def _record(self) -> None:
        if not self.form.check() or (self.kind.value != "drop" and not self.claim.check()):
            return
        told = self._told()
        if told is None or self._case is None:
            return
        told["by"] = self.by.value
        # Whoever changes one claim may go on with the next.
        again = {name: self.form.value(name) for name in ("kind", "whose", "by")}
        case, recorded = self._case.id, partial(self._recorded, self._case.id, again)
        self.claim_keeper.record(_change, case, self.kind.value, told, done=recorded, along=[self.keeper])

    def _recorded(self, case: str, again: dict[str, Any], seen: Foreseen | None) -> None:
        self.moving.clear()
        if self._case is not None and self._case.id == case:
            self.form.set_values(again)
            self._kind_changed()
        self.office.refresh_case()
        costs = cost_words(seen) if seen is not None else ""
        self.office.tell(tr("变更已记下。") + costs, next_words(seen), kind="good")


def asked_lines(case: Case) -> list[str]:
    """Every claim with what it said before, what was given up, and each counterclaim with its state."""
    lines = [f"{number}. {_line(claim)}" for number, claim in enumerate(case.claims, 1)]
    lines += [tr("已放弃：{text}").format(text=_line(claim)) for claim in case.dropped]
    if case.suit_ended:
        ended = {"withdrawn": tr("本诉已撤诉（{day}）"), "deemed_withdrawn": tr("本诉已按撤诉处理（{day}）")}
        lines.insert(0, ended[case.suit_ended].format(day=case.suit_ended_on))
    states = {None: tr("等着决定是否合并审理"), True: tr("合并审理"), False: tr("没有受理")}
    ends = {"withdrawn": tr("已撤回"), "deemed_withdrawn": tr("按撤回处理")}
    for one in case.counterclaims:
        state = ends[one.ended] if one.ended else states[one.joined]
        lines.append(f"{counterclaim_words(case, one)}（{state}）")
        lines += [f"　{number}. {_line(claim)}" for number, claim in enumerate(one.claims, 1)]
        lines += ["　" + tr("已放弃：{text}").format(text=_line(claim)) for claim in one.dropped]
    return lines


def cost_words(seen: Foreseen) -> str:
    """What is paid, sent back or borne, in one sentence."""
    change = seen.change
    if change.top_up:
        return tr("受理费应交 {due} 元，补交 {more} 元。").format(due=_yuan(seen.fee.due), more=_yuan(change.top_up))
    if change.refund:
        return tr("受理费应交 {due} 元，退还 {back} 元。").format(due=_yuan(seen.fee.due), back=_yuan(change.refund))
    if change.borne:
        return tr("受理费不减，减少部分的 {borne} 元由提出变更的一方负担。").format(borne=_yuan(change.borne))
    return tr("受理费不变，应交 {due} 元。").format(due=_yuan(seen.fee.due))


def next_words(seen: Foreseen | None) -> str:
    """What is done next, after a change was written; ``seen`` is None where its fee could not be said."""
    told = tr("到“文书”页出变更诉讼请求通知书，送对方；需要的，重新确定举证期限（证据55）。")
    if seen is None:
        return told
    if seen.change.top_up:
        told += tr("再出补交的交纳诉讼费用通知书。")
    if seen.change.refund:
        told += tr("已经交了的，到“收费”的“退费”里退。")
    if seen.too_big is not None:
        told += tr("程序已转，出转程序的裁定。")
    return told


def _line(claim: Claim) -> str:
    if not claim.at:
        return claim.text
    moment = claim.at[:16].replace("T", " ")
    if not claim.earlier:
        return tr("{text}（{at} 增加）").format(text=claim.text, at=moment)
    before = claim.earlier[-1]
    if claim.dropped:
        return tr("{text}（{at} 放弃）").format(text=claim.text, at=moment)
    return tr("{text}（{at} 变更，原为：{before}）").format(text=claim.text, at=moment, before=before.text)


def _open(case: Case) -> list[Counterclaim]:
    return [one for one in case.counterclaims if one.open]


def _yuan(amount: Decimal) -> str:
    return f"{amount:.2f}"


def _foresee(desk: Desk, case: str, told: dict[str, Any]) -> Foreseen:
    return foresee(desk.database, case, **told)


def _change(desk: Desk, case: str, kind: str, told: dict[str, Any]) -> Foreseen | None:
    """Writes the change; gives what was foreseen of it, None where no fee could be said: no procedure is decided."""
    try:
        seen = _foresee(desk, case, {name: value for name, value in told.items() if name != "by"})
    except NeedsCorrection:
        seen = None
    said = {name: told[name] for name in ("by", "at", "inquiry_closed")}
    if kind == "add":
        add_claim(desk, case, told["claim"], **said, counterclaim=told["counterclaim"], procedure=told["procedure"])
    elif kind == "change":
        changes = {"amount": None, "property_total": None, **told["claim"]}
        change_claim(desk, case, told["record"], changes, **said, procedure=told["procedure"])
    else:
        drop_claim(desk, case, told["record"], **said)
    return seen
