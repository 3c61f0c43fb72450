"""Widgets that never heard of a case: typed dates, money, numbers, choices, strokes, pictures."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.documents.preview import PageImage
from ui.widgets.choice import KeyedChoice
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowBox, flow
from ui.widgets.form import Form, LongText
from ui.widgets.identity import IdentityEntry, Verdict
from ui.widgets.labels import button
from ui.widgets.line_button import LineCheck
from ui.widgets.moment import DateEntry, MomentEntry, read_date, read_time
from ui.widgets.money import MoneyEntry, read_amount
from ui.widgets.notice import NoticeBar
from ui.widgets.one_line import OneLine
from ui.widgets.pad import DrawingPad
from ui.widgets.preview import PdfPreview
from ui.widgets.records import Records
from ui.widgets.rows import Column, RowsTable
from ui.widgets.saved import SavedState
from ui.widgets.scroll import FittedScroll, FocusScroll
from ui.widgets.search import SearchList
from ui.widgets.ticks import Ticks
from ui.widgets.timeline import Node, Timeline


@pytest.mark.parametrize("typed", ["2026-03-20", "20260320", "2026年3月20日", "2026.3.20", "2026/3/20"])
def test_a_date_is_understood_however_a_clerk_writes_it(typed: str) -> None:
    assert read_date(typed) == datetime.date(2026, 3, 20)


@pytest.mark.parametrize("typed", ["2026-02-29", "2026-13-01", "三月二十日", "", "2026-3"])
def test_what_is_no_real_day_is_no_date(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize(
    ("typed", "hour", "minute"), [("9:40", 9, 40), ("9时40分", 9, 40), ("0940", 9, 40), ("23：59", 23, 59)]
)
def test_a_time_is_understood_however_a_clerk_writes_it(typed: str, hour: int, minute: int) -> None:
    assert read_time(typed) == datetime.time(hour, minute)


def test_a_moment_carries_beijing_time(qtbot: Any) -> None:
    entry = MomentEntry()
    qtbot.addWidget(entry)
    entry.setText("2026年3月20日 9:40")
    assert entry.value is not None and entry.value.isoformat() == "2026-03-20T09:40:00+08:00"


def test_a_wrong_date_says_what_to_write(qtbot: Any) -> None:
    entry = DateEntry()
    qtbot.addWidget(entry)
    entry.setText("2026-02-30")
    assert "2026-03-20" in entry.problem


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("36000", "36000.00"), ("36,000.5", "36000.50"), ("￥１２．３４", "12.34"), ("50元", "50.00"), ("0", "0.00")],
)
def test_an_amount_is_exact(typed: str, amount: str) -> None:
    assert read_amount(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["1.234", "-5", "三万", "1e5", "", "1.2.3"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    assert read_amount(typed) is None


def test_an_amount_shows_thousands_and_gives_plain_text(qtbot: Any) -> None:
    entry = MoneyEntry()
    qtbot.addWidget(entry)
    entry.set_value(Decimal("1234567.8"))
    assert entry.text() == "1,234,567.80"
    assert entry.amount_text == "1234567.80"


def test_the_identity_entry_asks_its_check_at_each_keystroke(qtbot: Any) -> None:
    seen: list[str] = []

    def check(number: str) -> Verdict:
        seen.append(number)
        return Verdict("good", "对") if number == "12X" else Verdict("wrong", "错")

    entry = IdentityEntry(check)
    qtbot.addWidget(entry)
    QTest.keyClicks(entry.line, "12x")
    assert seen == ["1", "12", "12X"]
    assert entry.problem == "" and entry.value == "12X"
    QTest.keyClicks(entry.line, "3")
    assert entry.problem == "错"


def test_a_number_typed_wide_is_kept_as_papers_write_it(qtbot: Any) -> None:
    entry = IdentityEntry(lambda number: Verdict("good", number))
    qtbot.addWidget(entry)
    entry.set_value("１１０１０５　１９４９１２３１ ００２ｘ")
    assert entry.value == "11010519491231002X"


def test_a_choice_is_picked_by_its_digit_and_by_arrows(qtbot: Any) -> None:
    choice = KeyedChoice([("a", "甲"), ("b", "乙"), ("c", "丙")])
    qtbot.addWidget(choice)
    assert choice.value is None
    QTest.keyClick(choice, Qt.Key.Key_2)
    assert choice.value == "b"
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert choice.value == "c"
    QTest.keyClick(choice, Qt.Key.Key_Left)
    assert choice.value == "b"


def test_a_choice_that_is_not_offered_is_no_choice(qtbot: Any) -> None:
    choice = KeyedChoice([("a", "甲")], "a")
    qtbot.addWidget(choice)
    choice.set_value("z")
    assert choice.value is None


def test_a_combo_with_several_choices_decides_nothing_by_itself(qtbot: Any) -> None:
    combo = Combo([("a", "甲"), ("b", "乙")])
    qtbot.addWidget(combo)
    assert combo.value == ""


def make_form() -> Form:
    form = Form()
    form.add("name", "姓名", QLineEdit(), required=True)
    form.add("on", "日期", DateEntry())
    form.add("amount", "金额", MoneyEntry())
    form.add("text", "内容", LongText())
    return form


def test_a_form_gives_plain_data_and_takes_it_back(qtbot: Any) -> None:
    form = make_form()
    qtbot.addWidget(form)
    values = {"name": "张𬱖", "on": "2026-03-20", "amount": "36000.00", "text": "两行\n文字"}
    form.set_values(values)
    assert form.values() == values


def test_a_form_names_the_blank_that_is_missing_and_goes_there(qtbot: Any) -> None:
    form = make_form()
    qtbot.addWidget(form)
    form.show()
    assert not form.check()
    assert "姓名" in form.problems()["name"]


def test_a_hidden_blank_hinders_nobody(qtbot: Any) -> None:
    form = make_form()
    qtbot.addWidget(form)
    form.show_blank("name", False)
    assert form.check()


def test_tab_leaves_a_long_text_and_is_not_typed_into_it(qtbot: Any) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    text, line = LongText(), QLineEdit()
    column.addWidget(text)
    column.addWidget(line)
    holder.show()
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.toPlainText() == "" and holder.focusWidget() is line


def make_records() -> Records:
    form = Form()
    form.add("name", "姓名", QLineEdit(), required=True)
    return Records("人", [Column("姓名", "name")], form)


def test_ctrl_enter_puts_the_row_into_the_list(qtbot: Any) -> None:
    records = make_records()
    qtbot.addWidget(records)
    records.form.set_values({"name": "李喆"})
    QTest.keyClick(records, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert records.rows == [{"name": "李喆"}]
    assert records.untouched


def test_after_a_row_is_put_the_cursor_is_in_the_first_blank_of_the_next(qtbot: Any) -> None:
    form = Form()
    form.add("name", "姓名", QLineEdit(), required=True)
    form.add("address", "住址", QLineEdit())
    records = Records("人", [Column("姓名", "name")], form)
    qtbot.addWidget(records)
    records.show()
    with qtbot.waitActive(records, timeout=30000):
        records.activateWindow()
    form.set_values({"name": "李喆", "address": "小口村"})
    form.blanks["address"].setFocus()
    QTest.keyClick(form.blanks["address"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert records.rows and form.blanks["name"].hasFocus()
    records.new_button.setFocus()
    QTest.keyClick(records.new_button, Qt.Key.Key_Return)
    assert form.blanks["name"].hasFocus()


def test_a_row_without_its_required_blank_stays_out_of_the_list(qtbot: Any) -> None:
    records = make_records()
    qtbot.addWidget(records)
    assert not records.put_row()
    assert records.rows == []


def test_a_row_can_be_changed_and_taken_out(qtbot: Any) -> None:
    records = make_records()
    qtbot.addWidget(records)
    records.put([{"name": "甲"}, {"name": "乙"}])
    records.edit(1)
    records.form.set_values({"name": "丙"})
    records.put_row()
    assert [row["name"] for row in records.rows] == ["甲", "丙"]
    records.edit(0)
    records.drop_row()
    assert [row["name"] for row in records.rows] == ["丙"]


def test_the_cursor_stays_on_its_row_when_the_table_is_read_again(qtbot: Any) -> None:
    table = RowsTable([Column("名", "name")])
    qtbot.addWidget(table)
    table.put([{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}])
    table.selectRow(1)
    table.put([{"id": "c", "name": "丙"}, {"id": "b", "name": "乙"}, {"id": "a", "name": "甲"}])
    assert table.current is not None and table.current["id"] == "b"


def test_search_asks_once_typing_pauses_and_enter_chooses(qtbot: Any) -> None:
    search = SearchList([Column("名", "name")], "找")
    qtbot.addWidget(search)
    asked: list[str] = []
    chosen: list[Any] = []
    search.asked.connect(asked.append)
    search.chosen.connect(chosen.append)
    QTest.keyClicks(search.line, "zq")
    qtbot.waitUntil(lambda: asked == ["zq"], timeout=30000)
    search.put([{"id": 1, "name": "张𬱖"}])
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == [{"id": 1, "name": "张𬱖"}], timeout=30000)


def test_enter_pressed_before_the_answer_has_come_chooses_what_was_found_for_all_that_was_typed(qtbot: Any) -> None:
    search = SearchList([Column("名", "name")], "找")
    qtbot.addWidget(search)
    asked: list[str] = []
    chosen: list[Any] = []
    search.asked.connect(asked.append)
    search.chosen.connect(chosen.append)
    search.put([{"id": 1, "name": "张𬱖"}])
    QTest.keyClicks(search.line, "wx")
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked == ["wx"], timeout=30000)
    assert chosen == []
    search.put([{"id": 2, "name": "吴喜"}])
    assert chosen == [{"id": 2, "name": "吴喜"}]


def test_a_scanner_that_ends_each_line_with_enter_chooses_nothing_before_its_last(qtbot: Any) -> None:
    search = SearchList([Column("名", "name")], "找")
    qtbot.addWidget(search)
    asked: list[str] = []
    chosen: list[Any] = []
    search.asked.connect(asked.append)
    search.chosen.connect(chosen.append)
    search.put([{"id": 1, "name": "张𬱖"}])
    for line in ("", "2026", "paper-0123456789abcdef0123"):
        QTest.keyClicks(search.line, line)
        QTest.keyClick(search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked), timeout=30000)
    assert asked == ["2026paper-0123456789abcdef0123"] and chosen == []


def draw(pad: DrawingPad, *points: tuple[int, int]) -> None:
    first, *rest = points
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*first))
    for point in rest:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*points[-1]))


def test_the_pad_gives_strokes_with_time_that_never_goes_back(qtbot: Any) -> None:
    pad = DrawingPad("写")
    qtbot.addWidget(pad)
    pad.resize(400, 200)
    pad.show()
    assert pad.is_blank
    draw(pad, (20, 20), (60, 40), (100, 30))
    draw(pad, (120, 50), (150, 90))
    assert not pad.is_blank and len(pad.strokes) == 2
    times = [point[2] for stroke in pad.strokes for point in stroke]
    assert times == sorted(times)
    assert pad.strokes[0][0][:2] == (20.0, 20.0)


def test_a_tap_is_no_signature(qtbot: Any) -> None:
    pad = DrawingPad()
    qtbot.addWidget(pad)
    pad.show()
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert pad.is_blank


def test_a_pen_keeps_its_pressure(qtbot: Any) -> None:
    pad = DrawingPad()
    qtbot.addWidget(pad)
    pad.resize(400, 200)
    pad.show()
    device = QPointingDevice.primaryPointingDevice()

    def pen(kind: QEvent.Type, x: float, y: float, pressure: float) -> None:
        place = QPointF(x, y)
        held = Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind, device, place, place, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, held, held
        )
        pad.tabletEvent(event)

    pen(QEvent.Type.TabletPress, 10, 10, 0.2)
    pen(QEvent.Type.TabletMove, 40, 20, 0.9)
    pen(QEvent.Type.TabletRelease, 60, 30, 0.1)
    assert [round(point[3], 2) for point in pad.strokes[0]] == [0.2, 0.9, 0.1]


def test_a_resized_pad_keeps_what_was_drawn(qtbot: Any) -> None:
    pad = DrawingPad()
    qtbot.addWidget(pad)
    pad.resize(400, 200)
    pad.show()
    draw(pad, (20, 20), (60, 40))
    before = pad.strokes
    pad.resize(500, 260)
    assert pad.strokes == before


def test_an_old_picture_never_replaces_a_newer_page(qtbot: Any) -> None:
    asked: list[tuple[int, Callable[[PageImage], None]]] = []
    preview = PdfPreview(lambda pdf, page, width, deliver: asked.append((page, deliver)))
    qtbot.addWidget(preview)
    preview.show()
    preview.set_pdf(b"%PDF")
    asked[-1][1](PageImage(2, 2, bytes(12), 3))
    assert preview.pages == 3
    stale = asked[-1][1]
    preview.turn(+1)
    stale(PageImage(2, 2, bytes([255]) * 12, 9))
    assert preview.page == 1 and preview.pages == 3


def test_pages_turn_by_keys_and_stop_at_the_ends(qtbot: Any) -> None:
    asked: list[tuple[int, Callable[[PageImage], None]]] = []
    preview = PdfPreview(lambda pdf, page, width, deliver: asked.append((page, deliver)))
    qtbot.addWidget(preview)
    preview.show()
    preview.set_pdf(b"%PDF")
    asked[-1][1](PageImage(2, 2, bytes(12), 2))
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 1
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.page == 0


def test_the_saved_state_is_repainted_only_when_it_changes(qtbot: Any) -> None:
    saved = SavedState()
    qtbot.addWidget(saved)
    saved.typing()
    first = saved.text()
    saved.typing()
    assert saved.text() == first and saved.state == "typing"
    saved.saved(datetime.datetime(2026, 3, 20, 9, 41, 5))
    assert "09:41:05" in saved.text()


def test_a_notice_is_put_away_by_escape(qtbot: Any) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.tell("没有存下", "再试一次", kind="problem")
    assert bar.text == "没有存下\n再试一次"
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.text == ""


def test_a_timeline_grows_with_its_words(qtbot: Any) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(200, 100)
    line.put([Node("9:00", "开庭")])
    short = line.minimumHeight()
    line.put([Node("9:00", "开庭"), Node("9:30", "一" * 80)])
    assert line.minimumHeight() > short * 2


def test_a_row_of_buttons_breaks_where_the_screen_is_small(qtbot: Any) -> None:
    box = flow(*[button(f"按钮{number}") for number in range(6)])
    qtbot.addWidget(box)
    assert isinstance(box, FlowBox)
    box.resize(1000, 100)
    wide = box.row.heightForWidth(1000)
    assert box.row.heightForWidth(200) >= wide * 2


@pytest.fixture
def tall(qtbot: Any) -> tuple[FocusScroll, list[QLineEdit]]:
    """A page of forty lines in a window that shows a few."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    lines = [QLineEdit() for _ in range(40)]
    for line in lines:
        column.addWidget(line)
    scroll = FocusScroll(inside)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    scroll.show()
    qtbot.waitExposed(scroll, timeout=30000)
    scroll.activateWindow()
    return scroll, lines


def test_the_field_in_use_is_always_in_sight(tall: tuple[FocusScroll, list[QLineEdit]], qtbot: Any) -> None:
    _, lines = tall
    lines[-1].setFocus()
    qtbot.waitUntil(lambda: not lines[-1].visibleRegion().isEmpty(), timeout=30000)


def test_the_field_in_use_stays_in_sight_when_the_window_shrinks(
    tall: tuple[FocusScroll, list[QLineEdit]], qtbot: Any
) -> None:
    scroll, lines = tall
    scroll.resize(300, 600)
    lines[10].setFocus()
    qtbot.waitUntil(lambda: not lines[10].visibleRegion().isEmpty(), timeout=30000)
    scroll.resize(300, 150)
    qtbot.waitUntil(lambda: lines[10].visibleRegion().boundingRect() == lines[10].rect(), timeout=30000)


def test_the_field_in_use_stays_in_sight_when_the_page_grows_above_it(
    tall: tuple[FocusScroll, list[QLineEdit]], qtbot: Any
) -> None:
    scroll, lines = tall
    lines[20].setFocus()
    qtbot.waitUntil(lambda: not lines[20].visibleRegion().isEmpty(), timeout=30000)
    before = scroll.verticalScrollBar().maximum()
    for line in lines[:20]:
        line.setMinimumHeight(90)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > before + 500, timeout=30000)
    qtbot.waitUntil(lambda: lines[20].visibleRegion().boundingRect() == lines[20].rect(), timeout=30000)


def test_no_character_of_a_rare_name_is_drawn_as_a_box(qtbot: Any, qapp: QApplication) -> None:
    from PySide6.QtGui import QPainter

    def picture(text: str) -> bytes:
        image = QImage(60, 60, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        font = qapp.font()
        font.setPixelSize(40)
        painter.setFont(font)
        painter.drawText(image.rect(), int(Qt.AlignmentFlag.AlignCenter), text)
        painter.end()
        return bytes(image.constBits())

    # U+10FFFD is assigned to nobody: its picture is the box itself.
    assert picture("𬱖") != picture("\U0010fffd")
    assert picture("喆") != picture("堃")


@pytest.mark.parametrize("width", [420, 1000])
def test_a_narrow_table_breaks_its_longest_words_into_lines_and_keeps_the_short_ones_whole(
    qtbot: Any, width: int
) -> None:
    table = RowsTable([Column("文书", "title", stretch=True), Column("给谁", "whom"), Column("状态", "state")])
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    table.put([{"title": "诉讼材料收取清单", "whom": "淄博示例建材有限公司清算组负责人陈某", "state": "待送达"}])
    metrics = table.fontMetrics()
    assert table.columnWidth(2) >= metrics.horizontalAdvance("待送达")
    assert sum(table.columnWidth(at) for at in range(3)) <= table.viewport().width()
    lines = 1 if width == 1000 else 2
    assert table.rowHeight(0) >= lines * metrics.lineSpacing()
    assert (table.rowHeight(0) < 2 * metrics.lineSpacing()) == (lines == 1)


def test_a_line_too_long_for_its_place_ends_in_dots_and_is_told_whole(qtbot: Any) -> None:
    line = OneLine()
    qtbot.addWidget(line)
    line.resize(160, 30)
    line.show()
    line.say("（2026）鲁0302民初1501号　张𬱖、李喆　民间借贷纠纷")
    assert line.text().endswith("…") and line.toolTip() == line.accessibleName() == line.words
    line.resize(900, 30)
    qtbot.waitUntil(lambda: line.text() == line.words and not line.toolTip(), timeout=5000)


def test_a_long_fact_to_tick_breaks_into_lines_in_a_row_that_is_too_short_for_it(qtbot: Any) -> None:
    words = "Nothing was performed, and neither party lives where it was to be performed"
    check = LineCheck(words)
    row = flow(check)
    qtbot.addWidget(row)
    row.resize(300, row.heightForWidth(300))
    row.show()
    qtbot.waitUntil(lambda: "\n" in check.text(), timeout=5000)
    assert check.text().replace("\n", "") == words and check.geometry().right() <= 300
    lines = check.text().split("\n")
    assert check.height() >= len(lines) * check.fontMetrics().lineSpacing()
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(10, check.height() // 2))
    assert check.isChecked()


def test_a_box_that_a_person_ticked_stays_while_the_rest_follow_what_is_suggested(qtbot: Any) -> None:
    ticks, told = Ticks([("a", "张三"), ("b", "李四")]), list[None]()
    qtbot.addWidget(ticks)
    ticks.changed.connect(lambda: told.append(None))
    ticks.put([("a", "张三"), ("b", "李四")], suggested=["a"])
    assert ticks.value == ["a"] and not told
    ticks.boxes["b"].click()
    kept = ticks.boxes["b"]
    # a was only suggested, c has come, and the order is another.
    ticks.put([("c", "王五"), ("b", "李四（原告）"), ("a", "张三")], suggested=["c"])
    assert ticks.value == ["c", "b"] and len(told) == 1
    assert ticks.boxes["b"] is kept and kept.words == "李四（原告）"
    ticks.put([("a", "张三")])
    ticks.put([("a", "张三"), ("b", "李四")])
    assert ticks.value == [], "who went and came back has not been ticked"


def test_boxes_are_reached_by_tab_in_the_order_in_which_they_are_seen(qtbot: Any) -> None:
    window = QWidget()
    column, before, after = QVBoxLayout(window), QLineEdit(), QLineEdit()
    ticks = Ticks([("b", "李四")], a_line_each=True)
    for one in (before, ticks, after):
        column.addWidget(one)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30000)
    ticks.put([("a", "张三"), ("b", "李四"), ("c", "王五")])
    qtbot.waitUntil(lambda: all(box.isVisible() for box in ticks.boxes.values()), timeout=30000)
    before.setFocus()
    reached = list[QWidget | None]()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [*ticks.boxes.values(), after]
    assert ticks.boxes["a"].y() < ticks.boxes["b"].y() < ticks.boxes["c"].y()


def test_choices_that_come_anew_are_no_change_while_the_same_one_is_picked(qtbot: Any) -> None:
    people, told = Combo([("a", "张三"), ("b", "李四")]), list[int]()
    qtbot.addWidget(people)
    people.set_value("b")
    people.currentIndexChanged.connect(told.append)
    people.set_choices([("c", "王五"), ("a", "张三"), ("b", "李四")], people.value)
    assert people.value == "b" and not told
    people.set_choices([("a", "张三"), ("c", "王五")], people.value)
    assert people.value == "" and told == [-1]


def test_the_row_chosen_stays_in_sight_when_its_table_gets_less_room_or_is_filled_anew(qtbot: Any) -> None:
    table = RowsTable([Column("文书", "title", stretch=True), Column("给谁", "whom")])
    qtbot.addWidget(table)
    rows = [{"id": n, "title": "小额诉讼程序告知书、举证通知书和权利义务告知书", "whom": "张德福"} for n in range(12)]
    table.resize(420, 500)
    table.show()
    table.put(rows)
    table.selectRow(11)
    table.resize(300, 200)
    qtbot.waitUntil(lambda: table.viewport().width() < 300, timeout=10000)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
    table.put([*rows, {"id": 12, "title": "民事调解书", "whom": "李建国"}])
    assert table.current == rows[11]
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_a_scroll_that_fits_follows_what_it_holds_when_that_becomes_less(qtbot: Any) -> None:
    inside = QWidget()
    lines = [QLineEdit() for _ in range(6)]
    column = QVBoxLayout(inside)
    for line in lines:
        column.addWidget(line)
    scroll, above = FittedScroll(inside), QWidget()
    window = QWidget()
    beside = QVBoxLayout(window)
    beside.addWidget(above, 1)
    beside.addWidget(scroll)
    qtbot.addWidget(window)
    window.resize(400, 600)
    window.show()
    qtbot.waitUntil(lambda: scroll.height() == inside.sizeHint().height(), timeout=30000)
    before = scroll.height()
    for line in lines[2:]:
        line.hide()
    qtbot.waitUntil(lambda: scroll.height() < before / 2, timeout=30000)
    assert scroll.height() == inside.sizeHint().height() and above.height() > 300
