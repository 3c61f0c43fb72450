"""要素: what the other side says to each element of the case, and what the court finds of those in dispute."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.cases.model import Case
from app.cases.store import load_case
from app.desk import Desk
from app.intake.papers import form_of
from app.intake.service import answering, state_elements, take_defence
from app.intake.store import Defence, defences_of
from app.rules.elements import Answer, in_order
from ui.i18n import printed, term, tr
from ui.shell.drafts import DraftKeeper
from ui.shell.office import Office
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.form import Form, LongText
from ui.widgets.labels import button, label
from ui.words import PARTY_ROLES, word


@dataclass(frozen=True)
class Asked:
    """The case with its defences, and its elements in the form's order: name, question, what the plaintiff says."""

    case: Case
    defences: list[Defence]
    elements: list[tuple[str, str, str]]


@dataclass(frozen=True)
class _Row:
    claimed: QLineEdit
    answer: Combo
    says: QLineEdit
    finding: QLineEdit


class ElementsTab(QWidget):
    """A row for each element; the answers go to the case at once, the findings with the judgment."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: Asked | None = None
        self.rows: dict[str, _Row] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.addWidget(
            label(
                tr("一项一项问被告有无异议：都没有异议的写进“无争议要素”，有异议的由本院认定（证据规定3、4）。"),
                "faint",
            )
        )
        self.form = Form()
        self.by = Combo([])
        self.form.add("by", tr("谁答辩"), self.by, required=True)
        oral = QCheckBox(tr("口头答辩，记入笔录"))
        self.form.add("oral", tr("方式"), oral)
        self.form.add("place", tr("地点"), QLineEdit(), required=True)
        self.form.add("text", tr("对诉讼请求的答辩意见"), LongText(lines=3))
        column.addWidget(self.form)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(4)
        self.grid.setColumnStretch(1, 2)
        self.grid.setColumnStretch(3, 3)
        self.grid.setColumnStretch(4, 3)
        column.addLayout(self.grid)
        self.none = label(tr("这个案由没有要素表，立案时也没有填要素。"), "faint")
        column.addWidget(self.none)
        self.save_button = button(tr("记下要素和答辩"), self._save, kind="main")
        column.addWidget(flow(self.save_button))
        column.addStretch(1)
        self.keeper = DraftKeeper(office, "elements", self._draft_text, self)
        self.by.currentIndexChanged.connect(self._put_answers)
        self.form.changed.connect(self.keeper.typed)

    def read(self) -> None:
        """The case under the cursor is asked after anew."""
        self.office.read(asked_of, self.office.case_id, done=self._show)

    def findings(self) -> dict[str, dict[str, str]]:
        """What the court found, by element; those with nothing written are left out."""
        written = {name: row.finding.text().strip() for name, row in self.rows.items()}
        known = self._told()
        return {name: {"finding": text} for name, text in written.items() if text and name in known}

    def _told(self) -> set[str]:
        if self.seen is None:
            return set()
        answered = {name for defence in self.seen.defences for name in defence.elements}
        return answered | set(self.seen.case.fields.get("elements", {}))

    def _show(self, seen: Asked) -> None:
        if seen.case.id != self.office.case_id:
            return
        fresh = self.seen is None or self.seen.case.id != seen.case.id
        self.seen = seen
        self.save_button.setEnabled(not seen.case.closed)
        if fresh:
            self.keeper.open(seen.case.id, self._draft_found)
            place = str(seen.case.fields.get("place", ""))
            self.form.set_values({"by": None, "place": place, "oral": True, "text": ""})
        asked = [seen.case.party(key) for key in answering(seen.case)]
        people = [(one.key, f"{word(PARTY_ROLES, one.role)} {one.name}") for one in asked]
        self.by.set_choices(people, self.by.value or None)
        if fresh or list(self.rows) != [name for name, _ask, _claimed in seen.elements]:
            self._lay_out(seen)
            self._put_answers()

    def _lay_out(self, seen: Asked) -> None:
        while self.grid.count():
            item = self.grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.rows = {}
        self.none.setVisible(not seen.elements)
        heads = (tr("要素"), tr("原告主张"), tr("有无异议"), tr("事实和理由"), tr("本院认定"))
        for place, words in enumerate(heads if seen.elements else ()):
            self.grid.addWidget(label(words, "section"), 0, place)
        for at, (name, ask, claimed) in enumerate(seen.elements, 1):
            answer = Combo([("", tr("未表示")), ("agreed", tr("无异议")), ("denied", tr("有异议"))])
            answer.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
            row = _Row(QLineEdit(claimed), answer, QLineEdit(), QLineEdit())
            for place, widget in enumerate((label(printed(ask)), row.claimed, row.answer, row.says, row.finding)):
                widget.setAccessibleName(f"{term(ask)} {heads[place]}")
                self.grid.addWidget(widget, at, place)
            for line in (row.claimed, row.says, row.finding):
                line.textChanged.connect(lambda _text: self.keeper.typed())
            self.rows[name] = row

    def _put_answers(self) -> None:
        """Each row shows what the party that answers has said so far."""
        defence = next((one for one in self.seen.defences if one.by == self.by.value), None) if self.seen else None
        for name, row in self.rows.items():
            said = defence.elements.get(name) if defence is not None else None
            row.answer.setCurrentIndex(0 if said is None else 1 if said.agrees else 2)
            row.says.setText(said.says if said is not None else "")
        answers = defence.answers if defence is not None else []
        self.form.set_values({"text": "\n".join(str(one["text"]) for one in answers)})

    def _save(self) -> None:
        if self.seen is None or not self.form.check():
            return
        values = self.form.values()
        before = {name: claimed for name, _ask, claimed in self.seen.elements}
        stated = {name: row.claimed.text().strip() for name, row in self.rows.items()}
        elements = {
            name: Answer(row.answer.value == "agreed", row.says.text().strip())
            for name, row in self.rows.items()
            if row.answer.value
        }
        defence = {
            "by": values["by"],
            "at": self.office.now().isoformat(),
            "place": values["place"],
            "oral": bool(values["oral"]),
            "answers": [{"claim": None, "text": values["text"]}],
            "elements": elements,
        }
        changed = {name: text for name, text in stated.items() if text != before[name]}
        self.office.act(_take, self.office.case_id, changed, defence, done=self._saved)

    def _saved(self, _: object) -> None:
        self.office.tell(tr("要素和答辩已记下。"), tr("到“文书”页出答辩状或口头答辩笔录。"), kind="good")
        self.office.refresh_case()
        self.read()

    def _draft_text(self) -> str:
        kept: dict[str, Any] = {"text": self.form.value("text")}
        kept["rows"] = {
            name: [row.claimed.text(), row.says.text(), row.finding.text()] for name, row in self.rows.items()
        }
        return json.dumps(kept, ensure_ascii=False)

    def _draft_found(self, text: str) -> None:
        try:
            kept = json.loads(text) if text else {}
        except ValueError:
            return
        for name, texts in kept.get("rows", {}).items():
            if name in self.rows:
                row = self.rows[name]
                for line, text in zip((row.claimed, row.says, row.finding), texts, strict=True):
                    line.setText(line.text() or text)
        if kept.get("text") and not self.form.value("text"):
            self.form.set_values({"text": kept["text"]})


def asked_of(desk: Desk, case_id: str) -> Asked:
    """The elements of the case: those of its cause's form and whatever else was stated."""
    case = load_case(desk.database, case_id)
    form = form_of(case)
    facts = form.of_section("facts") if form is not None else ()
    questions = {element.name: element.ask for element in facts}
    stated: dict[str, str] = case.fields.get("elements", {})
    told = in_order({**dict.fromkeys(questions, "—"), **stated}, form)
    elements = [
        (name, questions.get(name, name), "" if text == "—" else text)
        for name, text in told.items()
        if name in questions or form is None or name not in {element.name for element in form.elements}
    ]
    return Asked(case, defences_of(desk.database, case_id), elements)


def _take(desk: Desk, case: str, stated: dict[str, str], defence: dict[str, Any]) -> None:
    with desk.together():
        if stated:
            state_elements(desk, case, stated)
        if defence["elements"] or str(defence["answers"][0]["text"] or "").strip() or not stated:
            take_defence(desk, case, **defence)
