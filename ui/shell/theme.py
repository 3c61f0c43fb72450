"""The look: large type, a focus ring nobody misses, calm colours, and a high-contrast version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

BASE_PX = 16
SCALES = (1.0, 1.15, 1.3, 1.5)


@dataclass(frozen=True)
class Colours:
    """What each colour is for; every text on its ground has a contrast of at least 4.5 : 1."""

    ground: str
    panel: str
    ink: str
    faint: str
    line: str
    accent: str
    on_accent: str
    accent_soft: str
    focus: str
    good: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    practice: str
    on_practice: str
    side: str
    on_side: str
    side_chosen: str


CALM = Colours(
    ground="#f3f5f7",
    panel="#ffffff",
    ink="#18222d",
    faint="#54616e",
    line="#b9c3cd",
    accent="#1c4f82",
    on_accent="#ffffff",
    accent_soft="#e2ecf6",
    focus="#c25e00",
    good="#1d6b3a",
    warn="#7a4b00",
    warn_soft="#fff3d9",
    bad="#a32020",
    bad_soft="#fdeaea",
    practice="#ffc933",
    on_practice="#1a1400",
    side="#22384f",
    on_side="#edf2f7",
    side_chosen="#3b628b",
)
CONTRAST = Colours(
    ground="#ffffff",
    panel="#ffffff",
    ink="#000000",
    faint="#1f1f1f",
    line="#000000",
    accent="#000080",
    on_accent="#ffffff",
    accent_soft="#ffff99",
    focus="#d00000",
    good="#004d1a",
    warn="#4d2600",
    warn_soft="#ffff99",
    bad="#8b0000",
    bad_soft="#ffe0e0",
    practice="#ffd000",
    on_practice="#000000",
    side="#000000",
    on_side="#ffffff",
    side_chosen="#0000a0",
)


def sheet(colours: Colours, scale: float = 1.0) -> str:
    """Gives the style sheet with type of ``scale`` × 16 px."""
    px = round(BASE_PX * scale)
    c = colours
    # A line of the Chinese fonts is 1.45 of its size: where a layout has too little room nothing gets lower than that.
    line = round(px * 1.5)
    pictures = Path(__file__).parent.as_posix()
    # Borders make the triangle: a picture would load Qt's SVG before the first paint. Wholly transparent ones are not
    # drawn, and leave a square.
    seen_through = "rgba(0, 0, 0, 1%)"
    return f"""
* {{ font-size: {px}px; color: {c.ink}; placeholder-text-color: {c.faint}; }}
QWidget#window, QStackedWidget, QScrollArea, QWidget#page, QDialog {{ background: {c.ground}; }}
QLabel, QCheckBox, QRadioButton {{ background: transparent; }}
QLabel[kind="title"] {{ font-size: {round(px * 1.45)}px; font-weight: 600; }}
QLabel[kind="section"] {{ font-size: {round(px * 1.1)}px; font-weight: 600; color: {c.accent}; }}
QLabel[kind="faint"] {{ color: {c.faint}; }}
QLabel[kind="problem"] {{ color: {c.bad}; }}
QLabel[kind="good"] {{ color: {c.good}; }}
QLabel[kind="warn"] {{ color: {c.warn}; }}
QLabel[kind="big"] {{ font-size: {round(px * 1.7)}px; font-weight: 600; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QListView, QTableView, QTreeView {{
  background: {c.panel}; border: 2px solid {c.line}; border-radius: 5px; padding: 4px 7px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QComboBox QAbstractItemView {{ background: {c.panel}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QListView:focus,
QTableView:focus, QTreeView:focus {{ border: 2px solid {c.focus}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{ border: 2px solid {c.bad};
  background: {c.bad_soft}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {c.faint};
  background: {c.ground}; }}
QComboBox::drop-down {{ border: 0; width: 30px; }}
QComboBox::down-arrow {{ width: 0; height: 0; border-left: 5px solid {seen_through};
  border-right: 5px solid {seen_through}; border-top: 7px solid {c.ink}; }}
QLineEdit, QComboBox, QSpinBox {{ min-height: {line + 2}px; }}
QCheckBox::indicator {{ width: {round(px * 1.1)}px; height: {round(px * 1.1)}px; background: {c.panel};
  border: 2px solid {c.line}; border-radius: 4px; }}
QCheckBox::indicator:checked {{ image: url({pictures}/check.svg); border-color: {c.accent}; }}
QPushButton, QToolButton {{ background: {c.panel}; border: 2px solid {c.line}; border-radius: 5px;
  padding: 6px 14px; min-height: {line}px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {c.accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.focus}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:checked, QToolButton:checked {{ background: {c.accent_soft}; border-color: {c.accent};
  font-weight: 600; }}
QPushButton:checked:focus, QToolButton:checked:focus {{ border-color: {c.focus}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.faint}; background: {c.ground};
  border-style: dashed; }}
QPushButton[kind="main"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
  font-weight: 600; }}
QPushButton[kind="main"]:focus {{ border-color: {c.focus}; }}
QPushButton[kind="main"]:disabled {{ background: {c.ground}; color: {c.faint}; border-color: {c.line}; }}
QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; color: {c.accent}; }}
QPushButton[kind="quiet"]:focus {{ border-color: {c.focus}; }}
QPushButton[kind="late"] {{ border-color: {c.bad}; background: {c.bad_soft}; color: {c.bad}; font-weight: 600; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {c.focus}; border-radius: 4px; }}
*[ring="true"] {{ border: 2px solid {c.focus}; border-radius: 6px; }}
QCheckBox, QRadioButton {{ border: 2px solid transparent; padding: 2px 4px; spacing: 8px; }}
QFrame[kind="panel"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: 7px; }}
QFrame[kind="notice-info"] {{ background: {c.accent_soft}; border: 1px solid {c.accent};
  border-radius: 6px; }}
QFrame[kind="notice-good"] {{ background: {c.accent_soft}; border: 1px solid {c.good};
  border-radius: 6px; }}
QFrame[kind="notice-warn"] {{ background: {c.warn_soft}; border: 1px solid {c.warn}; border-radius: 6px; }}
QFrame[kind="notice-problem"] {{ background: {c.bad_soft}; border: 2px solid {c.bad}; border-radius: 6px; }}
QLabel#practice {{ background: {c.practice}; color: {c.on_practice}; font-weight: 700; padding: 4px 10px; }}
QWidget#side {{ background: {c.side}; }}
QWidget#side QScrollArea, QWidget#side QWidget {{ background: {c.side}; }}
QWidget#side QPushButton {{ background: {c.side}; color: {c.on_side}; border: 2px solid transparent;
  text-align: left; padding: 5px 8px; min-height: {line}px; }}
QWidget#side QPushButton:hover {{ border-color: {c.side_chosen}; }}
QWidget#side QPushButton:checked {{ background: {c.side_chosen}; font-weight: 600; }}
QWidget#side QPushButton:focus {{ border-color: {c.practice}; }}
QWidget#side QLabel {{ color: {c.on_side}; }}
QStatusBar {{ background: {c.panel}; border-top: 1px solid {c.line}; }}
QStatusBar QLabel {{ padding: 0 6px; }}
QStatusBar::item {{ border: 0; }}
QHeaderView::section {{ background: {c.accent_soft}; border: 0; border-right: 1px solid {c.line};
  border-bottom: 1px solid {c.line}; padding: 5px 8px; font-weight: 600; }}
QHeaderView::section:vertical {{ border: 0; padding: 0; }}
QTableView {{ gridline-color: {c.line}; alternate-background-color: {c.ground}; padding: 0; }}
QTableView::item {{ padding: 3px 4px; }}
QListView {{ padding: 2px; }}
QListView::item {{ padding: 5px 6px; border-radius: 4px; }}
QListView::item:selected, QTableView::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
QTabBar::tab {{ background: {c.ground}; border: 2px solid {c.line}; border-bottom: 0; padding: 6px 12px;
  border-top-left-radius: 5px; border-top-right-radius: 5px; }}
QTabBar::tab:selected {{ background: {c.panel}; color: {c.accent}; font-weight: 600; }}
QTabBar::tab:focus {{ border-color: {c.focus}; }}
QTabBar::scroller {{ width: {4 * px}px; }}
QTabBar::tear {{ width: 0; image: none; }}
QTabBar QToolButton {{ padding: 0; min-height: 0; border-width: 1px; border-radius: 0; background: {c.panel}; }}
QTabBar QToolButton:disabled {{ border-style: solid; background: {c.ground}; }}
QTabBar QToolButton::left-arrow, QTabBar QToolButton::right-arrow {{ width: 0; height: 0;
  border-top: 6px solid {seen_through}; border-bottom: 6px solid {seen_through}; }}
QTabBar QToolButton::left-arrow {{ border-right: 8px solid {c.ink}; }}
QTabBar QToolButton::right-arrow {{ border-left: 8px solid {c.ink}; }}
QTabBar QToolButton::left-arrow:disabled {{ border-right-color: {c.line}; }}
QTabBar QToolButton::right-arrow:disabled {{ border-left-color: {c.line}; }}
QTabWidget::pane {{ border: 1px solid {c.line}; background: {c.panel}; }}
QProgressBar {{ border: 1px solid {c.line}; border-radius: 5px; background: {c.panel};
  text-align: center; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
QScrollBar:vertical {{ background: {c.ground}; width: 14px; }}
QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 6px; min-height: 30px; margin: 1px; }}
QScrollBar:horizontal {{ background: {c.ground}; height: 14px; }}
QScrollBar::handle:horizontal {{ background: {c.line}; border-radius: 6px; min-width: 30px; margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QToolTip {{ background: {c.panel}; color: {c.ink}; border: 1px solid {c.line}; }}
QSplitter::handle {{ background: {c.line}; }}
"""


def apply_theme(application: QApplication, font: QFont, *, scale: float = 1.0, high_contrast: bool = False) -> None:
    """Every window of the application has the look from now on."""
    colours = CONTRAST if high_contrast else CALM
    sized = QFont(font)
    sized.setPixelSize(round(BASE_PX * scale))
    application.setFont(sized)
    palette = QPalette()
    for role, value in (
        (QPalette.ColorRole.Window, colours.ground),
        (QPalette.ColorRole.Base, colours.panel),
        (QPalette.ColorRole.AlternateBase, colours.ground),
        (QPalette.ColorRole.Text, colours.ink),
        (QPalette.ColorRole.WindowText, colours.ink),
        (QPalette.ColorRole.ButtonText, colours.ink),
        (QPalette.ColorRole.Button, colours.panel),
        (QPalette.ColorRole.Highlight, colours.accent),
        (QPalette.ColorRole.HighlightedText, colours.on_accent),
        (QPalette.ColorRole.PlaceholderText, colours.faint),
        (QPalette.ColorRole.Accent, colours.accent),
    ):
        palette.setColor(role, QColor(value))
    application.setPalette(palette)
    application.setStyleSheet(sheet(colours, scale))
