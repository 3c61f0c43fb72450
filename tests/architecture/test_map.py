"""README's map of the house and the house itself agree."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATH = re.compile(r"^[\w.-]+(?:/[\w.-]+)*(?:/|\.[a-z]+)$")


def map_lines() -> list[str]:
    """The first ```text block of README that tells of app/."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in re.findall(r"^```text\n(.*?)^```", readme, re.MULTILINE | re.DOTALL):
        if re.search(r"^app/", block, re.MULTILINE):
            return [line for line in block.splitlines() if line.strip()]
    raise AssertionError("README has no ```text block with the map (a line that starts with app/)")


def named_paths() -> list[str]:
    """Paths on the map, from the root: a line's leading names and those after a gap of two blanks or more."""
    paths: list[str] = []
    room = ""
    for line in map_lines():
        for gap in re.split(r"\s{2,}", line.strip()):
            for word in gap.split():
                name = word.rstrip(",;:")
                if not PATH.match(name):
                    break
                paths.append(room + name if line.startswith(" ") else name)
        if not line.startswith(" "):
            first = line.split()[0]
            room = first if first.endswith("/") else ""
    return paths


def rooms() -> list[str]:
    """Every package of the program, two deep, as the map should name it."""
    found = [f"{top}/" for top in ("app", "ui", "sync", "packaging", "tests")]
    for top in ("app", "ui", "sync"):
        found += [f"{top}/{path.parent.name}/" for path in sorted((ROOT / top).glob("*/__init__.py"))]
    found += [
        f"tests/{path.name}/" for path in sorted((ROOT / "tests").iterdir())
        if path.is_dir() and any(path.rglob("*.py")) and path.name not in {"app", "ui", "sync"}
    ]
    return found


def test_every_path_on_the_map_exists() -> None:
    named = named_paths()
    assert "app/" in named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_package_of_the_program_is_on_the_map() -> None:
    named = set(named_paths())
    features = {path.parent.name for path in (ROOT / "app").glob("*/__init__.py")}
    # The window repeats app's features by the same names; the map says so once.
    same_names = "<the same feature names>/" in "\n".join(map_lines())
    if same_names:
        named |= {f"ui/{feature}/" for feature in features}
    assert [room for room in rooms() if room not in named] == []
