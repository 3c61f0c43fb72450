"""The forms of a filing: a party with its agent, a claim, a piece of evidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox

from ui.i18n import tr
from ui.intake.checks import ID_TYPES, verdict_of
from ui.shell.office import Office
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.form import Form, LongText
from ui.widgets.identity import IdentityEntry
from ui.widgets.moment import DateEntry
from ui.widgets.money import MoneyEntry
from ui.words import CLAIM_KINDS, PARTY_ROLES, choices


def party_kinds() -> list[tuple[str, str]]:
    return [
        ("natural_person", tr("自然人")),
        ("legal_person", tr("法人")),
        ("other_organisation", tr("非法人组织")),
    ]


FRESH_PARTY = {"kind": "natural_person", "id_type": ID_TYPES[0], "agent_authority": "general"}
"""What stands in the form of a party of whom nothing is typed."""


class PartyForm(Form):
    """Reads sex and birth from the ID number where they are not filled yet."""

    def __init__(self, office: Office, roles: Collection[str] = tuple(PARTY_ROLES)) -> None:
        super().__init__()
        self._office = office
        self.role = KeyedChoice([one for one in choices(PARTY_ROLES) if one[0] in roles])
        self.add("role", tr("诉讼地位"), self.role, required=True)
        self.kind = KeyedChoice(party_kinds(), "natural_person")
        self.add("kind", tr("种类"), self.kind, required=True)
        self.add("name", tr("姓名或名称"), QLineEdit(), required=True)
        self.id_type = Combo([(words, words) for words in ID_TYPES], ID_TYPES[0])
        self.add("id_type", tr("证件"), self.id_type)
        self.id_no = IdentityEntry(self._verdict)
        self.add("id_no", tr("证件号码"), self.id_no)
        self.add("sex", tr("性别"), KeyedChoice([("男", tr("男")), ("女", tr("女"))]))
        self.add("born", tr("出生日期"), DateEntry())
        self.add("ethnicity", tr("民族"), QLineEdit())
        self.add("occupation", tr("职业"), QLineEdit())
        self.add("representative_name", tr("法定代表人或负责人"), QLineEdit())
        self.add("representative_post", tr("职务"), QLineEdit())
        self.add("address", tr("住址或住所地"), QLineEdit(), required=True)
        self.add("phone", tr("电话"), QLineEdit())
        needs = QLineEdit()
        needs.setPlaceholderText(tr("如 不识字、听力不好、年满七十；用顿号隔开"))
        self.add("needs", tr("需要照顾的情况"), needs)
        agent_name = QLineEdit()
        self.add("agent_name", tr("委托代理人"), agent_name)
        self.add("agent_firm", tr("代理人单位"), QLineEdit())
        self.authority = KeyedChoice(
            [("general", tr("一般授权")), ("special", tr("特别授权")), ("statutory", tr("法定代理"))], "general"
        )
        self.add("agent_authority", tr("代理权限"), self.authority)
        powers = QLineEdit()
        powers.setPlaceholderText(tr("特别授权写明：承认、放弃、变更诉讼请求、和解、反诉、上诉"))
        self.add("agent_powers", tr("特别授权事项"), powers)
        self.kind.changed.connect(self._kind_picked)
        self.id_type.currentIndexChanged.connect(lambda _index: self.id_no.use_check(self._verdict))
        self.id_no.changed.connect(self._read_number)
        agent_name.textChanged.connect(lambda _text: self._show_agent())
        self.authority.changed.connect(self._show_agent)
        self._kind_changed()

    def set_values(self, values: dict[str, Any]) -> None:
        super().set_values(values)
        if "kind" in values:
            self._kind_changed()

    def _verdict(self, number: str) -> Any:
        return verdict_of(self.id_type.value, number, self._office.now().date())

    def _kind_changed(self) -> None:
        person = self.kind.value in (None, "natural_person")
        for name in ("sex", "born", "ethnicity", "occupation", "needs"):
            self.show_blank(name, person)
        for name in ("representative_name", "representative_post"):
            self.show_blank(name, not person)
        self._show_agent()

    def _kind_picked(self) -> None:
        if not self.id_no.value:
            self.id_type.set_value(ID_TYPES[0] if self.kind.value == "natural_person" else ID_TYPES[1])
        self._kind_changed()

    def _show_agent(self) -> None:
        has_agent = bool(self.value("agent_name"))
        self.show_blank("agent_firm", has_agent)
        self.show_blank("agent_authority", has_agent)
        self.show_blank("agent_powers", has_agent and self.authority.value == "special")

    def _read_number(self) -> None:
        number = self.id_no.value
        if self.id_type.value == ID_TYPES[0] and self.id_no.verdict.level in ("good", "doubtful"):
            read = number if len(number) == 18 else ""
            if read and not self.value("born"):
                self.set_values({"born": f"{read[6:10]}-{read[10:12]}-{read[12:14]}"})
            if read and not self.value("sex"):
                self.set_values({"sex": "男" if int(read[16]) % 2 else "女"})


def party_of(row: dict[str, Any]) -> dict[str, Any]:
    """The row of the form as the service takes a party."""
    person = row.get("kind") == "natural_person"
    party: dict[str, Any] = {
        name: row.get(name) or None for name in ("role", "kind", "name", "id_type", "id_no", "address", "phone")
    }
    if not party["id_no"]:
        party["id_type"] = None
    if person:
        party |= {name: row.get(name) or None for name in ("sex", "born", "ethnicity", "occupation")}
        party["needs"] = split_names(row.get("needs") or "")
    elif row.get("representative_name"):
        party["representative"] = {"name": row["representative_name"], "post": row.get("representative_post") or None}
    return {name: value for name, value in party.items() if value not in (None, [])}


def agent_of(row: dict[str, Any], key: str) -> dict[str, Any] | None:
    """The party's agent as the service takes one, or None."""
    if not row.get("agent_name"):
        return None
    agent: dict[str, Any] = {
        "for": key,
        "name": row["agent_name"],
        "authority": row.get("agent_authority") or "general",
    }
    if row.get("agent_firm"):
        agent["firm"] = row["agent_firm"]
    if agent["authority"] == "special":
        agent["powers"] = split_names(row.get("agent_powers") or "")
    return agent


def party_row(party: Mapping[str, Any], agent: Mapping[str, Any] | None) -> dict[str, Any]:
    """A party and its agent as the service has them, as the row of the form."""
    representative = party.get("representative") or {}
    row = {name: value for name, value in party.items() if name not in ("representative", "needs")}
    row |= {f"representative_{name}": representative.get(name) for name in ("name", "post")}
    row["needs"] = "、".join(party.get("needs") or ())
    row.setdefault("id_type", ID_TYPES[0])
    said = agent or {}
    row |= {f"agent_{name}": said.get(name) for name in ("name", "firm")}
    return row | {
        "agent_authority": said.get("authority") or "general",
        "agent_powers": "、".join(said.get("powers") or ()),
    }


def split_names(text: str) -> list[str]:
    """Words parted by 、 or a comma."""
    return [part.strip() for part in text.replace("，", "、").replace(",", "、").split("、") if part.strip()]


class ClaimForm(Form):
    """An amount only where the kind has one."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = KeyedChoice(choices(CLAIM_KINDS))
        self.add("kind", tr("种类"), self.kind, required=True)
        self.add("text", tr("请求"), LongText(lines=2), required=True)
        self.add("amount", tr("金额（元）"), MoneyEntry())
        self.add("property_total", tr("共同财产总额（元）"), MoneyEntry())
        self.kind.changed.connect(self._kind_changed)
        self._kind_changed()

    def set_values(self, values: dict[str, Any]) -> None:
        super().set_values(values)
        self._kind_changed()

    def _kind_changed(self) -> None:
        self.show_blank("amount", self.kind.value in ("property", "personality", "labour"))
        self.show_blank("property_total", self.kind.value == "divorce")


def claim_of(row: dict[str, Any]) -> dict[str, Any]:
    """The row of the form as the service takes a claim."""
    claim = {"kind": row["kind"], "text": row["text"]}
    if row["kind"] in ("property", "personality", "labour") and row.get("amount"):
        claim["amount"] = row["amount"]
    if row["kind"] == "divorce" and row.get("property_total"):
        claim["property_total"] = row["property_total"]
    return claim


class EvidenceForm(Form):
    """What was handed in, by whom, original or copy, how many pages."""

    def __init__(self) -> None:
        super().__init__()
        self.add("name", tr("名称"), QLineEdit(), required=True)
        self.by = Combo([])
        self.add("by", tr("谁提交"), self.by, required=True)
        self.add("original", tr("原件"), QCheckBox(tr("收的是原件（离村前要核对退还）")))
        pages = QSpinBox()
        pages.setRange(1, 9999)
        pages.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.add("pages", tr("页数"), pages)
        self.add("proves", tr("证明什么"), LongText(lines=2))


def evidence_of(row: dict[str, Any]) -> dict[str, Any]:
    """The row of the form as the service takes a piece of evidence."""
    return {
        "name": row["name"],
        "by": row["by"],
        "original": bool(row.get("original")),
        "pages": int(row.get("pages") or 1),
        "proves": row.get("proves") or "",
    }
