"""Chinese by default, English whole: no string without a translation, no blank lost in one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from support.window import JUDGE, Opened, sign_in
from ui.i18n import Language, read_translations, tr

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = ROOT / "ui" / "i18n" / "en.ts"
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_lupdate_finds_no_string_without_a_translation(tmp_path: Path) -> None:
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    if not lupdate.exists():
        pytest.skip("this machine has no lupdate; the translations are also checked from the source")
    copy = tmp_path / "en.ts"
    shutil.copy(ENGLISH, copy)
    sources = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    done = subprocess.run(
        [str(lupdate), *sources, "-locations", "none", "-no-obsolete", "-ts", str(copy)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    unfinished = [
        message.findtext("source")
        for message in ElementTree.parse(copy).getroot().iter("message")
        if (translation := message.find("translation")) is None
        or translation.get("type") == "unfinished"
        or not translation.text
    ]
    assert unfinished == []


def test_every_translation_keeps_the_blanks_of_its_source() -> None:
    for source, translation in read_translations(ENGLISH).items():
        assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", translation)), source


def test_no_english_sentence_still_holds_chinese_but_for_names_of_law() -> None:
    allowed = re.compile(r"解释|民诉|费用|（2026）鲁0302民初15号|鲁0302|简易|、|“|”")
    for source, translation in read_translations(ENGLISH).items():
        rest = allowed.sub("", translation)
        assert not HAN.search(rest), f"{source} → {translation}"


def test_switching_back_gives_the_chinese_sentence_again(chinese: Language) -> None:
    assert tr("签发") == "签发"
    chinese.use("en")
    assert tr("签发") == "Issue"
    chinese.use("zh")
    assert tr("签发") == "签发"


def test_the_english_window_shows_no_chinese_of_its_own(
    chinese: Language, make_window: Callable[[], Opened], qtbot: Any
) -> None:
    chinese.use("en")
    opened = make_window()
    sign_in(opened, qtbot, JUDGE)
    for name in opened.window.work.side.names:
        opened.window.work.open_page(name)
        qtbot.waitUntil(lambda: opened.office.jobs._pending == 0, timeout=15000)
    steps = [
        w
        for n in ("rules", "fees")
        for w in opened.window.work.page(n).findChildren(QLabel)
        if w.property("kind") == "faint"
    ]
    data = "号 鲁0302 借条 张𬱖 李喆 林正和 苏雨桐 中文 民初 民特 解释 民诉 费用 居民身份证 统一社会信用代码 、 巡回"
    own = re.compile("|".join(data.split()))
    for widget in opened.window.findChildren(QWidget):
        # The rules' own steps cite the law in Chinese in every language.
        if isinstance(widget, QLabel | QAbstractButton) and widget not in steps:
            words = own.sub("", re.sub("“.*?”", "", widget.text()))
            assert not HAN.search(words), widget.text()
