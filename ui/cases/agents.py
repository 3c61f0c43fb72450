"""A party's agents: one or two, with their authority and the papers that they handed in."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.cases.model import Agent, Case, Party
from app.cases.parties import AGENT_PAPERS, MOST_AGENTS, name_agents, papers_missing
from app.rules.representation import scope
from ui.i18n import QT_TR_NOOP, tr
from ui.intake.forms import split_names
from ui.shell.drafts import FormKeeper
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form
from ui.widgets.labels import button, label, set_kind
from ui.widgets.records import Records
from ui.widgets.rows import Column
from ui.widgets.ticks import Ticks
from ui.words import PARTY_ROLES, word

ACTS = {
    "admit_claims": QT_TR_NOOP("承认请求"),
    "waive_claims": QT_TR_NOOP("放弃请求"),
    "change_claims": QT_TR_NOOP("变更请求"),
    "settle": QT_TR_NOOP("和解、调解"),
    "counterclaim": QT_TR_NOOP("反诉"),
    "appeal": QT_TR_NOOP("上诉"),
}
"""Acts that need a special authority (民诉62)."""


class AgentForm(Form):
    """Powers only where the authority is special; papers by the kind of agent."""

    def __init__(self) -> None:
        super().__init__()
        self.add("name", tr("姓名"), QLineEdit(), required=True)
        kinds = [
            ("lawyer", tr("律师")),
            ("legal_worker", tr("基层法律服务工作者")),
            ("kin", tr("近亲属")),
            ("staff", tr("工作人员")),
            ("recommended", tr("社区、单位推荐")),
        ]
        self.kind = KeyedChoice(kinds)
        self.add("kind", tr("身份"), self.kind, required=True)
        self.add("firm", tr("单位"), QLineEdit())
        self.authority = KeyedChoice(
            [("general", tr("一般授权")), ("special", tr("特别授权")), ("statutory", tr("法定代理"))], "general"
        )
        self.add("authority", tr("代理权限"), self.authority, required=True)
        powers = QLineEdit()
        powers.setPlaceholderText(tr("特别授权写明：承认、放弃、变更诉讼请求、和解、反诉、上诉"))
        self.add("powers", tr("特别授权事项"), powers, required=True)
        self.add("relation", tr("与当事人的关系"), QLineEdit())
        self.scope = label("", "faint")
        self.add_wide(self.scope)
        powers.textChanged.connect(lambda _text: self._show_scope())
        self.papers = Ticks()
        self.add("papers", tr("收到的手续"), self.papers)
        self.kind.changed.connect(self._changed)
        self.authority.changed.connect(self._changed)
        self._changed()

    def set_values(self, values: dict[str, Any]) -> None:
        super().set_values(values)
        if {"kind", "authority"} & set(values):
            self._changed()
            super().set_values({"papers": values.get("papers") or []})

    def _changed(self) -> None:
        statutory = self.authority.value == "statutory"
        self.show_blank("kind", not statutory)
        self.show_blank("firm", not statutory)
        self.show_blank("relation", statutory or self.kind.value == "kin")
        self.show_blank("powers", self.authority.value == "special")
        self.show_blank("papers", self.kind.value is not None and not statutory)
        papers = AGENT_PAPERS.get(self.kind.value or "", ())
        self.papers.put([(paper, paper) for paper in papers], self.papers.value)
        self._show_scope()

    def _show_scope(self) -> None:
        """What the agent may do for the party, and what stays with the party himself."""
        authority = self.authority.value or "general"
        found = scope(authority, split_names(self.value("powers") or ""))
        may, may_not = ("、".join(tr(ACTS[act]) for act in acts) for acts in (found.may, found.may_not))
        if authority == "statutory":
            words = tr("代替不能自己诉讼的人，什么都可以代为（民诉60）。")
        elif found.may:
            words = tr("可以代为：{may}。").format(may=may)
        elif authority == "special":
            words = tr("还没有写明事项；只写“全权代理”的，只算一般授权（解释89）。")
        else:
            words = tr("可以代为出庭、陈述、举证、代收文书。")
        if found.may_not:
            words += "\n" + tr("要本人办：{may_not}（{article}）。").format(may_not=may_not, article=found.article)
        set_kind(self.scope, "warn" if authority == "special" and not found.may else "faint")
        self.scope.setText(words)


class Agents(QWidget):
    """Choose the party, list the agents, record them together."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._case: Case | None = None
        column = QVBoxLayout(self)
        self.which = Form()
        self.who = Combo([])
        self.which.add("key", tr("谁"), self.who, required=True)
        column.addWidget(self.which)
        self.agents = Records(
            tr("代理人"),
            [
                Column(tr("姓名"), "name"),
                Column(tr("代理权限"), lambda row: _authority(row)),
                Column(
                    tr("还缺的手续"), lambda row: "、".join(papers_missing(Agent.of(row))) or tr("齐"), stretch=True
                ),
            ],
            AgentForm(),
            fresh=lambda: {"authority": "general"},
        )
        column.addWidget(self.agents)
        column.addWidget(
            label(tr("一方可以委托一至二人（民诉61）。手续不齐的可以先记下，补齐再勾（解释88）。"), "faint")
        )
        column.addWidget(flow(button(tr("记下代理人"), self._record, kind="main", key="Alt+D")))
        column.addStretch(1)
        self.keeper = FormKeeper(office, "agents", self.agents, self._held)
        self.agents.form.changed.connect(self.keeper.typed)
        self.who.currentIndexChanged.connect(lambda _index: self._fill())

    def put(self, case: Case) -> None:
        """Shows the parties of this case."""
        kept = self.who.value if self._case is not None and self._case.id == case.id else ""
        self._case = case
        self.who.set_choices([(p.key, f"{word(PARTY_ROLES, p.role)} {p.name}") for p in case.parties], kept or None)
        self._fill()

    @property
    def _party(self) -> Party | None:
        parties = self._case.parties if self._case is not None else ()
        return next((party for party in parties if party.key == self.who.value), None)

    def _fill(self) -> None:
        if self._case is not None:
            self.keeper.stand_for(f"{self._case.id} {self.who.value}")

    def _held(self) -> dict[str, Any]:
        """The agents of the chosen party that are on record."""
        party = self._party
        held = party.data.get("agents", ()) if party is not None else ()
        return {"rows": [{**agent, "powers": "、".join(agent.get("powers", ()))} for agent in held]}

    def _record(self) -> None:
        party = self._party
        if self._case is None or party is None:
            self.which.check()
            return
        if not self.agents.untouched and not self.agents.put_row():
            return
        if len(self.agents.rows) > MOST_AGENTS:
            self.office.tell(
                tr("一方最多委托两名代理人（民诉61）。"), tr("在列表里按 Delete 去掉一名。"), kind="problem"
            )
            return
        agents = [agent_told(row) for row in self.agents.rows]
        self.keeper.record(name_agents, self._case.id, party.key, agents, done=self._recorded)

    def _recorded(self, _: object) -> None:
        self.office.tell(tr("代理人已记下。"), tr("下次发言、签名、送达都可以选代理人。"), kind="good")


def agent_told(row: dict[str, Any]) -> dict[str, Any]:
    """The row of the form as the service takes an agent."""
    agent = {name: row[name] for name in ("name", "kind", "authority", "firm", "relation") if row.get(name)}
    if row.get("authority") == "special":
        agent["powers"] = split_names(row.get("powers") or "")
    return {**agent, "papers": list(row.get("papers") or [])}


def _authority(row: dict[str, Any]) -> str:
    named = {"special": tr("特别授权"), "statutory": tr("法定代理")}
    return named.get(str(row.get("authority")), tr("一般授权"))
