"""The settings' tab about the court's tables: which holidays and which LPR are known, and bringing in later ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.cases.code_tables import IMPORTING, court_calendar, court_lpr, import_table, importers
from app.cases.court import read_court
from app.desk import Desk
from app.errors import NeedsCorrection
from app.rules.interest import LprTable
from ui.i18n import term, tr
from ui.shell.office import Office
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, set_kind
from ui.widgets.rows import Column, RowsTable


@dataclass(frozen=True)
class CourtTables:
    """A row for each year known, the LPR, and whether this year's and the next year's notices are here."""

    years: list[dict[str, Any]]
    lpr: LprTable
    missing: list[int]


class TablesTab(QWidget):
    """A notice is taken only with its source and date, and only if it agrees with itself."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        column = QVBoxLayout(self)
        column.addWidget(label(tr("国务院的放假通知：期限顺延按它算，没有通知的年份只按周末算"), "section"))
        self.missing = label("", "warn")
        column.addWidget(self.missing)
        self.years = RowsTable(
            [
                Column(tr("年份"), "year"),
                Column(tr("文号"), "source", stretch=True),
                Column(tr("发布日期"), "published"),
                Column(tr("谁导入的"), lambda row: row["officer"] or tr("随程序")),
            ]
        )
        self.years.setAccessibleName(tr("放假通知"))
        column.addWidget(self.years)
        column.addWidget(label(tr("贷款市场报价利率"), "section"))
        self.lpr = label("")
        column.addWidget(self.lpr)
        self.import_button = button(tr("导入放假通知或利率表"), self._import, kind="main")
        column.addWidget(flow(self.import_button))
        column.addWidget(label(tr("导入后随数据回传到本院的其他电脑。"), "faint"))
        column.addStretch(1)

    def read(self) -> None:
        self.office.read(_tables, self.office.now().year, done=self._show)

    def _show(self, seen: CourtTables) -> None:
        self.years.put(seen.years)
        self.missing.setVisible(bool(seen.missing))
        self.missing.setText(
            tr("没有 {years} 年的放假通知，算到那一年的期限会注明只按周末计算。").format(
                years="、".join(str(year) for year in seen.missing)
            )
        )
        set_kind(self.lpr, "" if seen.lpr.verified else "warn")
        self.lpr.setText(
            tr("查到 {day} 为止，一年期 {rate}%，来源“{source}”").format(
                day=seen.lpr.seen_until,
                rate=seen.lpr.changes[-1].one_year,
                source=term(seen.lpr.source),
            )
        )
        self.import_button.setEnabled(self.office.officer.role in IMPORTING)

    def _import(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("导入放假通知或利率表"), "", "TOML (*.toml)")
        if path:
            self.office.act(_import, path, done=self._imported)

    def _imported(self, _: object) -> None:
        self.office.tell(tr("已导入。"), tr("从现在起期限和利息按它算。"), kind="good")
        self.read()


def _tables(desk: Desk, this_year: int) -> CourtTables:
    calendar, who, court = court_calendar(desk.database), importers(desk.database), read_court(desk.database)
    names = {officer["id"]: officer["name"] for officer in court.officers}
    rows = []
    for year, notice in sorted(calendar.years.items()):
        officer = who.get(f"calendar-{year}", ("", ""))[0]
        rows.append(
            {
                "id": year,
                "year": year,
                "source": notice.source,
                "published": notice.published.isoformat(),
                "officer": names.get(officer, officer),
            }
        )
    missing = [year for year in (this_year, this_year + 1) if year not in calendar.years]
    return CourtTables(rows, court_lpr(desk.database), missing)


def _import(desk: Desk, path: str) -> str:
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise NeedsCorrection("file_missing", file=Path(path).name) from None
    return import_table(desk, text)
