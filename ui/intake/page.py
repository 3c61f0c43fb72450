"""立案: 口头起诉, 书面起诉 or 共同申请, checked before it is accepted."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.cases.model import party_keys
from app.errors import Refusal
from app.intake.service import Filing
from app.intake.store import ReceivedFiling
from ui.i18n import term, tr
from ui.intake.calls import Checked, causes, check, elements_of, file, officers
from ui.intake.elements import ElementsForm
from ui.intake.findings import findings
from ui.intake.forms import (
    FRESH_PARTY,
    ClaimForm,
    EvidenceForm,
    PartyForm,
    agent_of,
    claim_of,
    evidence_of,
    party_of,
)
from ui.intake.received import FromReceived, ReceivedFilings, ReceiveFiling, about_of, steps_of
from ui.shell.drafts import DraftKeeper
from ui.shell.page import Page
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label, panel
from ui.widgets.moment import MomentEntry
from ui.widgets.records import Records
from ui.widgets.rows import Column
from ui.widgets.scroll import FocusScroll
from ui.widgets.suggest import SuggestLine
from ui.words import CLAIM_KINDS, PARTY_ROLES, PROCEDURES, choices, word


class IntakePage(Page):
    """Five steps in tabs, two more for what is not registered on the spot; a draft keeps what is typed until then."""

    name = "intake"
    scrolls = False

    def build(self) -> None:
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self._loading = False
        self._begun = False
        self._add_tab(self._about(), tr("1 收案"))
        self.parties = Records(
            tr("当事人"),
            [
                Column(tr("地位"), lambda row: word(PARTY_ROLES, row.get("role"))),
                Column(tr("姓名或名称"), "name", stretch=True),
                Column(tr("证件号码"), "id_no"),
                Column(tr("代理人"), "agent_name"),
            ],
            PartyForm(self.office),
            fresh=self._fresh_party,
        )
        self._add_tab(self.parties, tr("2 当事人"))
        self.claims = Records(
            tr("诉讼请求"),
            [
                Column(tr("种类"), lambda row: word(CLAIM_KINDS, row.get("kind"))),
                Column(tr("请求"), "text", stretch=True),
                Column(tr("金额"), lambda row: str(row.get("amount") or row.get("property_total") or "")),
            ],
            ClaimForm(),
            fresh=self._fresh_claim,
        )
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.claims)
        frame, box = panel()
        self.live_fee, self.live_steps = label("", "section"), label("", "faint")
        box.addWidget(self.live_fee)
        box.addWidget(self.live_steps)
        self.live_frame = frame
        frame.hide()
        column.addWidget(frame)
        self.claims.changed.connect(self._live)
        self._add_tab(holder, tr("3 诉讼请求"))
        self._add_tab(self._facts(), tr("4 事实和证据"))
        self._add_tab(self._last(), tr("5 核对立案"))
        self.receive = ReceiveFiling(self.office, self.filing, self._half_typed)
        self.receive.taken_in.connect(self._taken_in)
        self.tabs.addTab(FocusScroll(self.receive), tr("收件"))
        self.received = ReceivedFilings(self.office)
        self.received.taken_up.connect(self._take_up)
        self.tabs.addTab(FocusScroll(self.received), tr("收到的"))
        self.tabs.currentChanged.connect(self._tab_changed)
        self.keeper = DraftKeeper(self.office, "filing", self._draft_text, self)
        for source in (self.about, self.parties, self.claims, self.evidence, self.elements):
            source.changed.connect(self._typed)
        for half_typed in (self.parties.form, self.claims.form, self.evidence.form):
            half_typed.changed.connect(self._typed)
        self.facts.textChanged.connect(self._typed)
        self.procedure.changed.connect(self._typed)
        self._opened = False

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Alt+N", tr("下一步")),
            ("Alt+P", tr("上一步")),
            ("Ctrl+Enter", tr("放入列表；最后一步是立案")),
            ("1 … 9", tr("在几个选项上按数字选")),
        ]

    def first_focus(self) -> QWidget | None:
        return self.mode if self.tabs.currentIndex() == 0 else None

    def open_part(self, part: str) -> None:
        """``received`` is the tab of what was received and is not registered yet."""
        self.tabs.setCurrentIndex(6)

    def read(self) -> None:
        wanted = self.office.connections.preferences.pop("filing_mode", None)
        if not self._begun:
            self._begin_now()
        if wanted and self._begun:
            self._say_it_is_there()
        elif wanted:
            self._clear(str(wanted))
        self.office.read(officers, done=self._officers_known)
        self.received.read()
        if not self._opened:
            self._opened = True
            self.keeper.open("new", self._draft_found)

    def _add_tab(self, inside: QWidget, words: str) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(inside)
        number = self.tabs.count()
        back = button(tr("上一步"), lambda: self.tabs.setCurrentIndex(number - 1))
        forth = button(tr("下一步"), lambda: self.tabs.setCurrentIndex(number + 1))
        if number == 0:
            self.first_forth = forth
        column.addWidget(flow(back, forth))
        # Shown before they stood in the row they would be windows of their own, and take the keys.
        back.setVisible(number > 0)
        forth.setVisible(number < 4)
        back.setShortcut("Alt+P")
        forth.setShortcut("Alt+N")
        column.addStretch(1)
        self.tabs.addTab(FocusScroll(holder), words)

    def _about(self) -> QWidget:
        self.about = Form()
        self.mode = KeyedChoice(
            [("oral", tr("口头起诉")), ("written", tr("书面起诉")), ("joint", tr("共同申请司法确认"))], "oral"
        )
        self.about.add("mode", tr("方式"), self.mode, required=True)
        self.cause = SuggestLine()
        self.cause.setPlaceholderText(tr("打字或拼音首字母，如 mjjd"))
        self.cause.asked.connect(self._causes)
        self.about.add("cause", tr("案由"), self.cause, required=True)
        self.about.add("at", tr("收到时间"), MomentEntry(), required=True)
        self.about.add("accepted_at", tr("登记立案时间"), MomentEntry(), required=True)
        self.accepted_by = Combo([])
        self.about.add("accepted_by", tr("决定立案的人"), self.accepted_by, required=True)
        self.about.add("place", tr("地点"), QLineEdit(), required=True)
        public = QCheckBox(tr("公开审理（离婚、商业秘密可申请不公开）"))
        public.setChecked(True)
        self.about.add("public", tr("公开"), public)
        self.mode.changed.connect(self._mode_changed)
        return self.about

    def _facts(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("事实和理由 *"), "section"))
        self.facts = LongText(lines=6)
        self.facts.setAccessibleName(tr("事实和理由"))
        column.addWidget(self.facts)
        self.elements = ElementsForm()
        column.addWidget(self.elements)
        column.addWidget(label(tr("证据"), "section"))
        self.evidence_form = EvidenceForm()
        self.evidence = Records(
            tr("证据"),
            [
                Column(tr("名称"), "name", stretch=True),
                Column(tr("谁提交"), lambda row: self._name_of(str(row.get("by") or ""))),
                Column(tr("原件"), lambda row: tr("原件") if row.get("original") else tr("复印件")),
                Column(tr("页数"), "pages"),
                Column(tr("照片"), lambda row: str(len(row.get("pictures", ())) or "")),
            ],
            self.evidence_form,
        )
        column.addWidget(self.evidence)
        column.addWidget(flow(button(tr("给选中的证据加照片"), self._add_pictures)))
        return holder

    def _last(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.final = Form()
        self.procedure = KeyedChoice(choices(PROCEDURES), "simplified")
        self.final.add("procedure", tr("适用程序（由审判员决定）"), self.procedure, required=True)
        column.addWidget(self.final)
        frame, box = panel()
        self.fee_line = label("", "section")
        self.findings = label("")
        self.steps = label("", "faint")
        for widget in (self.fee_line, self.findings, self.steps):
            box.addWidget(widget)
        column.addWidget(frame)
        self.again = button(tr("再核对一次"), self._check)
        self.file_button = button(tr("登记立案，取案号"), self._file, kind="main", key="Ctrl+Return")
        self.drop_button = button(tr("全部清空"), self._start_over)
        column.addWidget(flow(self.file_button, self.again, self.drop_button))
        self.from_received = FromReceived()
        self.from_received.declined.connect(self._decline)
        column.addWidget(self.from_received)
        self.procedure.changed.connect(self._check)
        self.office.officer_changed.connect(self._check)
        return holder

    def _fresh_party(self) -> dict[str, Any]:
        rows = self.parties.rows if hasattr(self, "parties") else []
        joint = hasattr(self, "mode") and self.mode.value == "joint"
        role = "applicant" if joint else ("defendant" if rows else "plaintiff")
        return {**FRESH_PARTY, "role": role}

    def _fresh_claim(self) -> dict[str, Any]:
        joint = hasattr(self, "mode") and self.mode.value == "joint"
        return {"kind": "judicial_confirmation"} if joint else {}

    def _mode_changed(self) -> None:
        if not self.parties.rows:
            self.parties.begin()
        if not self.claims.rows:
            self.claims.begin()
        if self.mode.value == "joint":
            self.procedure.set_value("special")
            if not self.cause.text():
                self.cause.setText("申请司法确认调解协议")

    def _officers_known(self, people: list[dict[str, str]]) -> None:
        self._loading = True
        kept = self.accepted_by.value
        able = [p for p in people if p["role"] in ("judge", "filing_officer")]
        self.accepted_by.set_choices([(p["id"], p["name"]) for p in able], kept or None)
        if not kept and self.office.officer.role in ("judge", "filing_officer"):
            self.accepted_by.set_value(self.office.officer.id)
        self._loading = False

    def _causes(self, words: str) -> None:
        if words:
            day = self.office.now().date().isoformat()
            self.office.jobs.aside(causes, words, day, done=self.cause.offer, refused=lambda _refusal: None)

    def _tab_changed(self, at: int) -> None:
        if at == 3:
            self._offer_people()
            self._offer_elements()
        if at == 4:
            self._check()

    def _keys(self) -> list[tuple[str, str]]:
        rows = self.parties.rows
        keys = party_keys([str(row["role"]) for row in rows])
        return [(key, f"{word(PARTY_ROLES, row['role'])} {row['name']}") for key, row in zip(keys, rows, strict=True)]

    def _name_of(self, key: str) -> str:
        return dict(self._keys()).get(key, key)

    def _offer_people(self) -> None:
        self.evidence_form.by.set_choices(self._keys(), self.evidence_form.by.value or None)

    def _offer_elements(self) -> None:
        self.elements.offer(elements_of(self.cause.text().strip(), self.office.now().date().isoformat()))

    def _add_pictures(self) -> None:
        at = self.evidence.table.currentIndex().row()
        if at < 0:
            self.office.tell(tr("还没有证据。"), tr("先把证据放入列表，再给它加照片。"), kind="warn")
            return
        paths, _kind = QFileDialog.getOpenFileNames(
            self, tr("选照片或扫描件"), "", tr("图片和 PDF") + " (*.jpg *.jpeg *.png *.pdf)"
        )
        if paths:
            self.evidence.amend(at, {"pictures": [*self.evidence.rows[at].get("pictures", ()), *paths]})

    def filing(self) -> Filing:
        """What is typed, as the service takes it."""
        about = self.about.values()
        rows = self.parties.rows
        keys = party_keys([str(row["role"]) for row in rows])
        agents = [agent_of(row, key) for key, row in zip(keys, rows, strict=True)]
        return Filing(
            mode=about["mode"] or "",
            at=about["at"] or "",
            accepted_at=about["accepted_at"] or "",
            accepted_by=about["accepted_by"] or "",
            place=about["place"],
            cause=about["cause"],
            public=bool(about["public"]),
            parties=[party_of(row) for row in rows],
            claims=[claim_of(row) for row in self.claims.rows],
            facts=self.facts.toPlainText().strip(),
            evidence=[evidence_of(row) for row in self.evidence.rows],
            agents=[agent for agent in agents if agent is not None],
            elements=self.elements.values(),
        )

    def _live(self) -> None:
        """The fee of the claims so far, with its reasons."""
        if self.claims.rows:
            self.office.read(check, self.filing(), self.procedure.value or "simplified", done=self._show_live)
        else:
            self.live_frame.hide()

    def _show_live(self, seen: Checked) -> None:
        self.live_frame.setVisible(bool(seen.fee_full))
        self.live_fee.setText(tr("案件受理费 {full} 元，应交 {due} 元").format(full=seen.fee_full, due=seen.fee_due))
        self.live_steps.setText("\n".join([*map(term, seen.fee_steps), "、".join(seen.articles)]))

    def _check(self) -> None:
        missing = self._missing()
        self.file_button.setEnabled(not missing)
        if missing:
            self._put_findings("", missing, [])
            return
        self.office.read(check, self.filing(), self.procedure.value or "simplified", done=self._checked)

    def _missing(self) -> list[str]:
        found = list(self.about.problems().values())
        if not self.parties.rows:
            found.append(tr("还没有当事人。到“2 当事人”填写。"))
        if not self.claims.rows:
            found.append(tr("还没有诉讼请求。到“3 诉讼请求”填写。"))
        if not self.facts.toPlainText().strip():
            found.append(tr("还没有事实和理由。到“4 事实和证据”填写。"))
        return [*found, *self._half_typed()]

    def _half_typed(self) -> list[str]:
        """What is typed and not in its list yet would be lost."""
        found = []
        if not self.parties.untouched and self.parties.form.value("name"):
            found.append(tr("有一位当事人还没有放入列表。到“2 当事人”按“放入列表”。"))
        if self.claims.form.value("text"):
            found.append(tr("有一项请求还没有放入列表。到“3 诉讼请求”按“放入列表”。"))
        if self.evidence.form.value("name"):
            found.append(tr("有一份证据还没有放入列表。到“4 事实和证据”按“放入列表”。"))
        return found

    def _checked(self, seen: Checked) -> None:
        self.final.show_blank("procedure", seen.decides)
        self.file_button.setEnabled(seen.refusal is None)
        fee = tr("案件受理费 {full} 元，应交 {due} 元").format(full=seen.fee_full, due=seen.fee_due)
        steps = [*map(term, seen.fee_steps), "、".join(seen.articles)]
        self._put_findings(fee if seen.fee_full else "", findings(seen), steps)

    def _put_findings(self, fee: str, lines: list[str], steps: list[str]) -> None:
        for shown, words in ((self.fee_line, fee), (self.findings, "\n".join(lines)), (self.steps, "\n".join(steps))):
            shown.setText(words)
            shown.setVisible(bool(words))

    def _decline(self) -> None:
        if self.from_received.form.check():
            self._file(self.from_received.form.value("reason"))

    def _file(self, declined: str = "") -> None:
        if self.tabs.currentIndex() != 4:
            return
        missing = self._missing()
        if missing:
            self.office.tell(missing[0], kind="problem")
            return
        self.file_button.setEnabled(False)
        self.office.act(
            file,
            self.filing(),
            self.procedure.value or "",
            {at: row["pictures"] for at, row in enumerate(self.evidence.rows) if row.get("pictures")},
            self.from_received.record,
            declined,
            done=self._filed,
            refused=self._not_filed,
        )

    def _filed(self, row: dict[str, Any]) -> None:
        self._clear()
        self.keeper.drop()
        self.office.choose_case(row)
        self.office.go("cases")
        declined = row["closed"] == "not_accepted"
        what = tr("不予受理：{number}") if declined else tr("已立案：{number}")
        ruling = tr("接着到“文书”页出裁定，用印后送达；起诉人十日内可以上诉（民诉171）。")
        notices = tr("接着到“文书”页出受理案件通知书、应诉通知书和交费通知书。")
        self.office.tell(what.format(number=row["number"]), ruling if declined else notices, kind="good")

    def _not_filed(self, refusal: Refusal) -> None:
        self.file_button.setEnabled(True)
        self.office.refuse(refusal)

    def _start_over(self) -> None:
        self._clear()
        self.keeper.drop()
        self.office.tell(tr("已清空，从头填写。"))

    def _taken_in(self) -> None:
        """What was typed is a received filing."""
        self._clear()
        self.keeper.drop()
        self.open_part("received")

    def _take_up(self, filing: ReceivedFiling) -> None:
        """The steps hold the received filing, to be completed and decided."""
        decides = self.accepted_by.value
        self._clear()
        about = {**self.about.values(), "accepted_by": decides, **about_of(filing)}
        self._put_typed({"about": about, **steps_of(filing)})
        self.from_received.take_up(filing)
        self._typed()
        self.office.tell(tr("收到的已填入前几步。"), tr("补全以后，到第 5 步立案，或者由审判员裁定不予受理。"))

    def _clear(self, mode: str = "oral") -> None:
        self._loading = True
        self.about.clear()
        self.about.set_values({"mode": mode, "public": True})
        self._begin_now()
        self.from_received.put({})
        for records in (self.parties, self.claims, self.evidence):
            records.put([])
        self.facts.clear()
        self.elements.put({})
        self.procedure.set_value("simplified")
        self._mode_changed()
        self.tabs.setCurrentIndex(0)
        self._loading = self._begun = False

    def _begin_now(self) -> None:
        """A filing of which nothing is typed yet comes in now."""
        now = self.office.now().isoformat()
        self.about.set_values({"at": now, "accepted_at": now})

    def _typed(self) -> None:
        if not self._loading and self._opened:
            self._begun = True
            self.keeper.typed()

    def _draft_text(self) -> str:
        kept = {
            "about": self.about.values(),
            "parties": self.parties.values(),
            "claims": self.claims.values(),
            "evidence": self.evidence.values(),
            "facts": self.facts.toPlainText(),
            "elements": self.elements.values(),
            "procedure": self.procedure.value,
            "received": self.from_received.filing,
        }
        return json.dumps(kept, ensure_ascii=False)

    def _draft_found(self, text: str) -> None:
        if not text:
            return
        kept = json.loads(text)
        self._put_typed(kept)
        self.from_received.put(kept.get("received", {}))
        self._begun = True
        self._say_it_is_there()

    def _say_it_is_there(self) -> None:
        self.office.tell(tr("上次没立完的一件还在。"), tr("接着填写；不要了就到第 5 步按“全部清空”。"), kind="good")

    def _put_typed(self, kept: dict[str, Any]) -> None:
        self._loading = True
        self.about.set_values(kept.get("about", {}))
        self.parties.set_values(kept["parties"])
        self.claims.set_values(kept["claims"])
        self._offer_people()
        self.evidence.set_values(kept["evidence"])
        self.facts.setPlainText(kept.get("facts", ""))
        self.facts.moveCursor(self.facts.textCursor().MoveOperation.End)
        self._offer_elements()
        self.elements.put(kept.get("elements", {}))
        first = "special" if self.mode.value == "joint" else "simplified"
        self.procedure.set_value(kept.get("procedure") or first)
        self._loading = False
