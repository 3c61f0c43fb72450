"""Finds the court's fonts or the free ones, and says which face draws a character: 仿宋, then 宋体, then rare ones."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from app.documents.sfnt import FontFile, UnusableFont
from app.errors import NotPossibleNow

Role = Literal["fang", "title", "hei", "kai", "song", "light"]

# What a court may have bought, by any name the file gives itself; never shipped with Xunhui.
COURT_FACES: dict[Role, tuple[str, ...]] = {
    "fang": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "华文仿宋"),
    "title": ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "hei": ("黑体", "SimHei"),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti"),
    "song": ("宋体", "SimSun"),
}
FREE_FACES: dict[Role, str] = {
    "fang": "FandolFang-Regular.ttf",
    "title": "NotoSerifSC-Bold.ttf",
    "hei": "FandolHei-Regular.ttf",
    "kai": "LXGWWenKai-Regular.ttf",
    "song": "NotoSerifSC-Regular.ttf",
    "light": "NotoSerifSC-Light.ttf",  # 宋体 as thin as 仿宋, so that a rare name does not stand out as if bold
}
RARE_FACES = ("HanaMinA.ttf", "HanaMinB.ttf")
# After the role's own face these are asked in turn, before the rare ones.
FALLBACKS: dict[Role, tuple[Role, ...]] = {
    "fang": ("fang", "light", "song"),
    "title": ("title", "song"),
    "hei": ("hei", "title", "song"),
    "kai": ("kai", "fang", "light", "song"),
    "song": ("song", "fang"),
    "light": ("light", "song", "fang"),
}
_COURT_STEMS = (
    "simfang",
    "simkai",
    "simhei",
    "simsun",
    "stfangso",
    "stkaiti",
    "fzxbs",
    "fangsong",
    "kaiti",
    "仿宋",
    "楷体",
    "黑体",
    "宋体",
    "方正",
    "小标宋",
)


@lru_cache(maxsize=64)
def _open(path: Path, face: int = 0) -> FontFile:
    return FontFile(path, face)


def free_folders(extra: Iterable[Path] = ()) -> list[Path]:
    """Where free fonts may lie, nearest first: handed in, XUNHUI_FONTS, beside the program, the environment."""
    folders = list(extra)
    if os.environ.get("XUNHUI_FONTS"):
        folders.append(Path(os.environ["XUNHUI_FONTS"]))
    bundled = getattr(sys, "_MEIPASS", None)
    if bundled:
        folders.append(Path(bundled) / "fonts")
    folders.append(Path(sys.prefix) / "share" / "xunhui" / "fonts")
    folders.append(Path("/usr/share/xunhui/fonts"))
    folders.append(Path("/usr/share/fonts/truetype/hanazono"))
    folders.append(Path("/usr/share/fonts/truetype/lxgw-wenkai"))
    return folders


def court_folders() -> list[Path]:
    """Where an officer or the court's technician installs licensed fonts."""
    home = Path.home()
    folders = [home / ".local/share/fonts", home / ".fonts", Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    if sys.platform == "win32":
        folders = [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            home / "AppData/Local/Microsoft/Windows/Fonts",
        ]
    elif sys.platform == "darwin":
        folders = [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    return folders


def _court_files(folders: Iterable[Path]) -> list[Path]:
    """Files whose own name hints at a licensed face; reading every font of the machine would be slow."""
    found = []
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                lower = name.lower()
                if lower.endswith((".ttf", ".ttc")) and any(stem in lower for stem in _COURT_STEMS):
                    found.append(Path(root) / name)
    return sorted(found)


def _court_faces(folders: Iterable[Path]) -> dict[Role, FontFile]:
    ranked: dict[Role, tuple[int, FontFile]] = {}
    for path in _court_files(folders):
        try:
            font = _open(path)
            families = font.all_families
            usable = font.embeddable
        except (UnusableFont, OSError, ValueError):
            continue
        for role, names in COURT_FACES.items():
            for rank, name in enumerate(names):
                if usable and name in families and (role not in ranked or rank < ranked[role][0]):
                    ranked[role] = (rank, font)
    return {role: font for role, (_, font) in ranked.items()}


@dataclass(frozen=True, eq=False)
class FontSet:
    """The faces of one machine, by role; ``faces(role)`` gives them in the order they are asked."""

    roles: dict[Role, FontFile]
    rare: tuple[FontFile, ...]

    @classmethod
    def find(cls, extra_dirs: Sequence[Path] = (), *, court_fonts: bool = True) -> FontSet:
        """The court's licensed faces where installed, free ones elsewhere.

        ``court_fonts=False`` looks at free ones only. Refuses with fonts_missing when a role has no face.
        """
        return _find(tuple(extra_dirs), court_fonts, os.environ.get("XUNHUI_FONTS"))

    def faces(self, role: Role) -> tuple[FontFile, ...]:
        """The faces asked for a character of this role, first to last, each once."""
        return self._chains[role]

    @cached_property
    def _chains(self) -> dict[Role, tuple[FontFile, ...]]:
        chains = {role: [self.roles[each] for each in asked] for role, asked in FALLBACKS.items()}
        return {role: tuple(dict.fromkeys((*chain, *self.rare))) for role, chain in chains.items()}

    def covers(self, text: str, role: Role = "fang") -> str | None:
        """The first character that no face can draw, or None."""
        faces = self.faces(role)
        for character in text:
            if not character.isspace() and not any(face.glyph(ord(character)) for face in faces):
                return character
        return None


@lru_cache(maxsize=8)
def _find(extra_dirs: tuple[Path, ...], court_fonts: bool, _environment: str | None) -> FontSet:
    roles: dict[Role, FontFile] = _court_faces((*extra_dirs, *court_folders())) if court_fonts else {}
    folders = free_folders(extra_dirs)
    missing = list[str]()
    for role, name in FREE_FACES.items():
        if role in roles:
            continue
        font = _first(folders, name)
        if font is None:
            missing.append(name)
        else:
            roles[role] = font
    if "light" not in roles and "song" in roles:
        roles["light"] = roles["song"]
        missing.remove(FREE_FACES["light"])
    if missing:
        raise NotPossibleNow("fonts_missing", files=missing)
    rare = tuple(font for name in RARE_FACES if (font := _first(folders, name)))
    return FontSet(roles, rare)


@dataclass(frozen=True)
class Face:
    """What a role is drawn with here: the court's ``wanted`` face, or in its place ``found``, or nothing (None)."""

    role: str
    wanted: str | None
    found: str | None
    licensed: bool
    """True where ``found`` is a face that the court has bought."""


def faces_here(extra_dirs: Sequence[Path] = ()) -> list[Face]:
    """Every role with its face, then those for rare characters; never refuses, so that what is missing can be said."""
    bought = _court_faces((*extra_dirs, *court_folders()))
    folders = free_folders(extra_dirs)
    faces = []
    for role, name in FREE_FACES.items():
        wanted = COURT_FACES[role][0] if role in COURT_FACES else None
        font = bought.get(role) or _first(folders, name)
        faces.append(Face(role, wanted, font.family if font else None, role in bought))
    for name in RARE_FACES:
        font = _first(folders, name)
        faces.append(Face("rare", None, font.family if font else None, False))
    return faces


def _first(folders: Iterable[Path], name: str) -> FontFile | None:
    for folder in folders:
        path = folder / name
        if path.is_file():
            return _open(path)
    return None
