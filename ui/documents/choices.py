"""What the officer says of a paper besides what stands on it: its day, who was there, when and where to appear."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.documents.proofread import LOOKUPS, lookups
from ui.documents.offers import RECORDS, Choices, Offer, Offered
from ui.i18n import tr
from ui.widgets.flow import FlowBox
from ui.widgets.form import Form
from ui.widgets.moment import DateEntry, MomentEntry
from ui.words import PARTY_ROLES, word


class ChoicesForm(Form):
    """Only what the paper under the cursor asks for is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.add("made_on", tr("文书日期"), DateEntry(), required=True)
        self.add("time", tr("应到时间"), MomentEntry(), required=True)
        self.add("place", tr("应到处所"), QLineEdit(), required=True)
        self.add("related_cases", tr("关联案件核查结果"), QLineEdit())
        self.add("lender", tr("职业放贷人核查结果"), QLineEdit())
        self._present_box, self._thumbs_box = FlowBox(), FlowBox()
        self.add("present", tr("谁到场签名"), self._present_box)
        self.add("thumbs", tr("谁按捺印"), self._thumbs_box)
        self.present: dict[str, QCheckBox] = {}
        self.thumbs: dict[str, QCheckBox] = {}

    def put(self, seen: Offered) -> None:
        """Another case stands here: its people, its place, and nothing said yet."""
        self.set_values({"time": None, "place": seen.place, **dict.fromkeys(LOOKUPS, "")})
        for box in (self._present_box, self._thumbs_box):
            while box.row.count():
                item = box.row.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.deleteLater()
        self.present, self.thumbs = {}, {}
        for party in seen.parties:
            names = (party.name, *(agent.name for agent in party.agents))
            for key, who in zip((party.key, *party.agent_keys), names, strict=True):
                there = QCheckBox(f"{word(PARTY_ROLES, party.role)} {who}")
                there.setChecked(key in seen.spoke)
                thumb = QCheckBox(who)
                thumb.setChecked(key in seen.illiterate)
                for made in (there, thumb):
                    made.toggled.connect(lambda _on: self.changed.emit())
                self._present_box.row.addWidget(there)
                self._thumbs_box.row.addWidget(thumb)
                self.present[key], self.thumbs[key] = there, thumb

    def ask(self, offer: Offer, cause: str | None) -> None:
        """What this paper wants to know is in sight; ``cause`` is the case's, None where no case has been read."""
        self.show_blank("time", offer.asks_time)
        self.show_blank("place", offer.asks_time)
        asked = lookups(offer.title, cause) if cause is not None and not offer.issued else ()
        for name in LOOKUPS:
            self.show_blank(name, name in asked)
        signing = (offer.document in RECORDS or offer.asks_present) and not offer.issued
        self.show_blank("present", signing)
        self.show_blank("thumbs", signing)

    def choices(self, today: datetime.date, written: Mapping[str, Any]) -> Choices:
        """What was said here, of ``today`` where no day was, and what was ``written`` on the paper itself."""
        return Choices(
            made_on=self.value("made_on") or today.isoformat(),
            present=tuple(key for key, box in self.present.items() if box.isChecked()),
            thumbs=tuple(key for key, box in self.thumbs.items() if box.isChecked()),
            time=self.value("time") or "",
            place=self.value("place") or "",
            checked=tuple((name, self.value(name)) for name in LOOKUPS if self.value(name)),
            written=written,
        )
