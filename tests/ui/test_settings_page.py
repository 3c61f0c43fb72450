"""What the settings show of templates, fonts, the lease and number blocks, and how a court's pack is installed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from app.cases.court import read_court
from app.cases.numbers import void_number
from app.desk import Desk
from app.documents import template as templates
from app.documents.fonts import Face
from app.documents.packs import seal_pack
from app.journal.device import DeviceKey
from support.window import CLERK, JUDGE, PASSPHRASES, PIN, Opened, ask, go, quiet
from sync.messages import Enrolled
from sync.store import SyncStore
from ui.settings.calls import change_settings
from ui.settings.page import SettingsPage
from ui.shell.office import Person

COURT, OTHER = DeviceKey.from_bytes(bytes(range(32))), DeviceKey.from_bytes(bytes(32))
DOCUMENT, CODE = "civil_mediation_statement", "鲁0302"


def enrol(desk: Desk) -> bool:
    """This laptop knows its court's key."""
    told = Enrolled("court-1", "淄川区人民法院", b"", b"", COURT.public, b"", True)
    with desk.database.transaction():
        SyncStore(desk.database).settle(told, "https://court.invalid", "", b"")
    return True


def a_pack(folder: Path, key: DeviceKey) -> Path:
    """A pack that words the mediation statement as the program does, as version 1001 from the first of March."""
    place = folder / "templates" / DOCUMENT / "v1001"
    place.parent.mkdir(parents=True)
    shutil.copytree(templates.FOLDER / DOCUMENT / "v1", place)
    seal_pack(folder, CODE, "本院文书样式", "2026-02-25", {DOCUMENT: (1001, "2026-03-01")}, key)
    return folder


def measures_kept(desk: Desk) -> dict[str, int]:
    return dict(read_court(desk.database).doc_layout)


def install(page: SettingsPage, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(source))
    page.wordings.folder_button.click()


def settings(opened: Opened, qtbot: Any) -> SettingsPage:
    page = go(opened, qtbot, "settings")
    assert isinstance(page, SettingsPage)
    quiet(opened, qtbot)
    return page


def test_a_pack_signed_by_the_court_is_installed_and_in_force(
    signed_in: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(signed_in, qtbot, enrol)
    page = settings(signed_in, qtbot)
    install(page, a_pack(tmp_path / "pack", COURT), monkeypatch)
    quiet(signed_in, qtbot)
    assert "“本院文书样式”已装好" in signed_in.window.work.notice.text
    assert [row["title"] for row in page.wordings.packs.rows_model.rows] == ["本院文书样式"]
    in_force = page.wordings.in_force.rows_model.rows
    assert [(row["title"], row["version"]) for row in in_force] == [("民事调解书", 1001)]


def test_a_pack_of_somebody_else_is_refused(
    signed_in: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(signed_in, qtbot, enrol)
    page = settings(signed_in, qtbot)
    install(page, a_pack(tmp_path / "pack", OTHER), monkeypatch)
    quiet(signed_in, qtbot)
    assert "没有本院的签名" in signed_in.window.work.notice.text
    assert page.wordings.packs.rows_model.rows == []


def test_a_laptop_that_knows_no_court_says_where_to_go(
    signed_in: Opened, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(signed_in, qtbot, lambda desk: desk.database.execute("DELETE FROM sync_court") or True)
    page = settings(signed_in, qtbot)
    install(page, a_pack(tmp_path / "pack", COURT), monkeypatch)
    quiet(signed_in, qtbot)
    assert "还没有登记入网" in signed_in.window.work.notice.text


def test_every_kind_of_font_says_what_draws_it(signed_in: Opened, qtbot: Any) -> None:
    page = settings(signed_in, qtbot)
    faces = {row["face"].role: row["face"] for row in page.wordings.fonts.rows_model.rows}
    assert faces["title"].wanted == "方正小标宋简体"
    assert all(faces[role].found for role in ("fang", "title", "hei", "kai", "song"))
    assert page.wordings.font_line.text()


def test_a_font_that_is_nowhere_is_named_as_missing(signed_in: Opened, qtbot: Any) -> None:
    page = settings(signed_in, qtbot)
    page.wordings._show_fonts([Face("kai", "楷体_GB2312", None, False), Face("song", "宋体", "SimSun", True)])
    table = page.wordings.fonts.rows_model
    assert [table.columns[3].text(row) for row in table.rows] == ["缺少", "法院的字体"]
    assert "缺 1 种字体" in page.wordings.font_line.text()


def test_the_lease_says_how_many_days_are_left_and_when_it_is_over(signed_in: Opened, clock: Any, qtbot: Any) -> None:
    page = settings(signed_in, qtbot)
    assert "还能用" in page.away.lease_line.text()
    clock.forward(days=60)
    page.read()
    quiet(signed_in, qtbot)
    assert "期限已到" in page.away.lease_line.text()


def test_the_ledger_of_a_block_explains_every_number(signed_in: Opened, day: dict[str, Any], qtbot: Any) -> None:
    ask(signed_in, qtbot, lambda desk: void_number(desk, CODE, "民初", 2026, 1503, "打印错误") or True)
    page = settings(signed_in, qtbot)
    blocks = page.away.blocks.rows_model.rows
    at = next(n for n, row in enumerate(blocks) if row["type"] == "民初")
    page.away.blocks.selectRow(at)
    first, last = day["trip"]["number_blocks"]["民初"]
    lines = {row["number"]: row for row in page.away.ledger.rows_model.rows}
    assert len(lines) == last - first + 1 and blocks[at]["free"] == len(lines) - 2
    assert lines["（2026）鲁0302民初1501号"]["state"] == "已用"
    assert lines["（2026）鲁0302民初1502号"]["state"] == "未用"
    assert (lines["（2026）鲁0302民初1503号"]["state"], lines["（2026）鲁0302民初1503号"]["reason"]) == (
        "作废",
        "打印错误",
    )


def test_a_measure_of_the_page_is_tried_on_a_sample_and_kept_for_new_papers(signed_in: Opened, qtbot: Any) -> None:
    page = settings(signed_in, qtbot)
    tab = page.measures
    page.tabs.setCurrentWidget(tab)
    quiet(signed_in, qtbot)
    before = tab._pdf
    assert tab.measures() == {}
    tab.form.set_values({"top_mm": "35", "columns": "26"})
    tab._draw()
    quiet(signed_in, qtbot)
    assert tab._pdf and tab._pdf != before
    # 297 - 225 - 35 and 210 - 156 - 28.
    assert "下边空 37 毫米" in tab.sheet.text() and "右边空 26 毫米" in tab.sheet.text()
    tab.save_button.click()
    quiet(signed_in, qtbot)
    assert ask(signed_in, qtbot, measures_kept) == {
        "top_mm": 35,
        "columns": 26,
    }
    # What stands on another tab does not undo it.
    page.form.set_values({"tribunal": "岭子人民法庭"})
    page._save_court()
    quiet(signed_in, qtbot)
    assert ask(signed_in, qtbot, measures_kept) == {
        "top_mm": 35,
        "columns": 26,
    }


@pytest.mark.parametrize("typed", ["90", "3", "三十五", "-37", "37.5", "２００"])
def test_a_measure_no_sheet_can_have_is_refused_in_words(signed_in: Opened, qtbot: Any, typed: str) -> None:
    page = settings(signed_in, qtbot)
    page.tabs.setCurrentWidget(page.measures)
    page.measures.form.set_values({"top_mm": typed})
    page.measures.save_button.click()
    quiet(signed_in, qtbot)
    assert "25 到 47" in page.measures.form.problems()["top_mm"]
    assert ask(signed_in, qtbot, measures_kept) == {}


def test_what_is_half_typed_in_the_settings_stands_when_work_has_changed(signed_in: Opened, qtbot: Any) -> None:
    """As when a round with the court ends meanwhile."""
    page = settings(signed_in, qtbot)
    page.form.blanks["bank"].setText("岭子农商行")  # type: ignore[attr-defined]
    page.measures.form.blanks["top_mm"].setText("40")  # type: ignore[attr-defined]
    signed_in.office.work_changed.emit()
    quiet(signed_in, qtbot)
    assert page.form.value("bank") == "岭子农商行" and page.measures.form.value("top_mm") == "40"
    assert page.form.value("name") == "山东省淄博市淄川区人民法院"


def test_a_setting_that_another_officer_changed_is_shown_where_nothing_is_typed(signed_in: Opened, qtbot: Any) -> None:
    page = settings(signed_in, qtbot)
    ask(signed_in, qtbot, lambda desk: change_settings(desk, {"tribunal": "昆仑人民法庭"}) or True)
    signed_in.office.work_changed.emit()
    quiet(signed_in, qtbot)
    assert page.form.value("tribunal") == "昆仑人民法庭"


def test_no_secret_half_typed_waits_for_the_officer_who_sits_down_next(signed_in: Opened, qtbot: Any) -> None:
    page, office = settings(signed_in, qtbot), signed_in.office
    page.pin_form.set_values({"passphrase": PASSPHRASES[JUDGE], "pin": PIN})
    page.phrase_form.set_values({"old": PASSPHRASES[JUDGE]})
    page.away.form.set_values({"pin": PIN})
    office.seat(Person(CLERK, "苏雨桐", "clerk"))
    quiet(signed_in, qtbot)
    typed = {**page.pin_form.values(), **page.phrase_form.values(), "second": page.away.form.value("pin")}
    assert set(typed.values()) == {""}


def test_a_passphrase_changed_by_two_presses_is_changed_once(signed_in: Opened, qtbot: Any) -> None:
    page, new = settings(signed_in, qtbot), "岭上的柿子红了又落了三回"
    page.phrase_form.set_values({"old": PASSPHRASES[JUDGE], "new": new, "again": new})
    page._change_passphrase()
    page._change_passphrase()
    quiet(signed_in, qtbot)
    assert "口令换好了" in signed_in.window.work.notice.text


def test_who_extends_the_lease_too_stays_picked_when_work_has_changed(signed_in: Opened, qtbot: Any) -> None:
    join = signed_in.office.connections.keys["join"]
    ask(signed_in, qtbot, lambda desk: join(desk, CLERK, PASSPHRASES[CLERK]) and True)
    page = settings(signed_in, qtbot)
    page.away.second._picked(CLERK)
    signed_in.office.work_changed.emit()
    quiet(signed_in, qtbot)
    assert page.away.second.value == CLERK
