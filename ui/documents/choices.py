"""What the officer says of a paper besides what stands on it: its day, who was there, when and where to appear."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit

from app.documents.proofread import LOOKUPS, lookups
from ui.documents.offers import OF_A_PERSON, RECORDS, Choices, Offer, Offered
from ui.i18n import tr
from ui.widgets.form import Form
from ui.widgets.moment import DateEntry, MomentEntry
from ui.widgets.ticks import Ticks
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
        self.present, self.thumbs = Ticks(), Ticks()
        self.add("present", tr("谁到场签名"), self.present)
        self.add("thumbs", tr("谁按捺印"), self.thumbs)

    def put(self, seen: Offered, *, fresh: bool) -> None:
        """The people of the case may sign; of a case that stands here ``fresh``, nothing has been said yet."""
        if fresh:
            self.clear()
            self.set_values({"place": seen.place})
        people = [
            (key, party.role, who)
            for party in seen.parties
            for key, who in zip(
                (party.key, *party.agent_keys), (party.name, *(agent.name for agent in party.agents)), strict=True
            )
        ]
        self.present.put([(key, f"{word(PARTY_ROLES, role)} {who}") for key, role, who in people], seen.spoke)
        self.thumbs.put([(key, who) for key, _role, who in people], seen.illiterate)

    def ask(self, offer: Offer, cause: str | None) -> None:
        """What this paper wants to know is in sight; ``cause`` is the case's, None where no case has been read."""
        self.show_blank("time", offer.asks_time)
        self.show_blank("place", offer.asks_time)
        asked = lookups(offer.title, cause) if cause is not None and not offer.issued else ()
        for name in LOOKUPS:
            self.show_blank(name, name in asked)
        attended = (offer.document in RECORDS or offer.asks_present) and not offer.issued
        self.show_blank("present", attended)
        self.show_blank("thumbs", attended or (offer.document in OF_A_PERSON and not offer.issued))

    def choices(self, today: datetime.date, written: Mapping[str, Any]) -> Choices:
        """What was said here, of ``today`` where no day was, and what was ``written`` on the paper itself."""
        return Choices(
            made_on=self.value("made_on") or today.isoformat(),
            present=tuple(self.present.value),
            thumbs=tuple(self.thumbs.value),
            time=self.value("time") or "",
            place=self.value("place") or "",
            checked=tuple((name, self.value(name)) for name in LOOKUPS if self.value(name)),
            written=written,
        )
