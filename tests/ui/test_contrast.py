"""Every text stands out from its ground by 4.5 : 1 at least, calm or in high contrast (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ui.shell.fonts import load_fonts
from ui.shell.theme import CALM, CONTRAST, Colours, apply_theme
from ui.widgets.timeline import Timeline

LEAST = 4.5
EDGE = 3.0
"""Of what is no text but must be seen: the ring of the focus (WCAG 2.1, 1.4.11)."""
WRITTEN_ON = {
    "ink": ("ground", "panel", "accent_soft", "warn_soft", "bad_soft"),
    "faint": ("ground", "panel", "accent_soft"),
    "accent": ("ground", "panel", "accent_soft"),
    "good": ("ground", "panel", "accent_soft"),
    "warn": ("ground", "panel", "warn_soft"),
    "bad": ("ground", "panel", "bad_soft"),
    "on_accent": ("accent",),
    "on_practice": ("practice",),
    "on_side": ("side", "side_chosen"),
}
"""Each colour of text, and the grounds that the sheet puts it on."""


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(text: QColor, ground: QColor) -> float:
    """Of the text as it is seen, a see-through one mixed with its ground."""
    share = text.alphaF()
    both = zip(text.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    mixed = QColor.fromRgbF(*(share * top + (1 - share) * under for top, under in both))
    light, dark = sorted((luminance(mixed), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=[CALM, CONTRAST], ids=["calm", "high contrast"])
def colours(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Colours]:
    apply_theme(qapp, load_fonts(), high_contrast=request.param is CONTRAST)
    yield request.param
    apply_theme(qapp, load_fonts())


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert round(ratio(QColor("#000000"), QColor("#ffffff")), 1) == 21.0
    assert round(ratio(QColor("#767676"), QColor("#ffffff")), 2) == 4.54


def test_every_colour_of_text_stands_out_from_every_ground_it_is_put_on(colours: Colours) -> None:
    seen = dataclasses.asdict(colours)
    weak = {
        (text, ground): ratio(QColor(seen[text]), QColor(seen[ground]))
        for text, grounds in WRITTEN_ON.items()
        for ground in grounds
        if ratio(QColor(seen[text]), QColor(seen[ground])) < LEAST
    }
    assert weak == {}


def test_the_ring_of_the_focus_is_seen_on_every_ground(colours: Colours) -> None:
    grounds = (colours.ground, colours.panel, colours.accent_soft)
    assert [ground for ground in grounds if ratio(QColor(colours.focus), QColor(ground)) < EDGE] == []
    assert ratio(QColor(colours.practice), QColor(colours.side)) >= EDGE  # the ring in the list of pages


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, Timeline])
def test_a_hint_in_an_empty_line_and_a_time_in_the_timeline_can_be_read(
    colours: Colours, kind: type[Any], qtbot: Any
) -> None:
    made = kind()
    qtbot.addWidget(made)
    made.show()
    assert ratio(made.palette().placeholderText().color(), QColor(colours.panel)) >= LEAST
