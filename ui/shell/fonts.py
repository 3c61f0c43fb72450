"""Finds a font that draws every Chinese character, so that no name ever shows as a box."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

PREFERRED = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "PingFang SC",
    "SimHei",
)
RARE = ("HanaMinA", "HanaMinB", "Noto Serif CJK SC", "Noto Serif SC", "SimSun-ExtB")


def bundled_folder() -> Path:
    """The folder where the installer puts fonts for machines that have none."""
    return Path(sys.prefix) / "share" / "xunhui" / "fonts"


def load_fonts(folder: Path | None = None) -> QFont:
    """Gives the window's font; application fonts are read only where the system has no Chinese font."""
    families = set(QFontDatabase.families())
    if not families & set(PREFERRED):
        where = folder or bundled_folder()
        for path in sorted(where.glob("*.[ot]t[fc]")) if where.is_dir() else ():
            number = QFontDatabase.addApplicationFont(str(path))
            if number >= 0:
                families |= set(QFontDatabase.applicationFontFamilies(number))
    chosen = [name for name in (*PREFERRED, *RARE) if name in families]
    if not chosen:
        chosen = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)[:1]
    font = QFont()
    if chosen:
        font.setFamilies([chosen[0], *[name for name in RARE if name in families]])
    return font
