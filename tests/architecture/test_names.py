"""The words the project keeps out of its names, and the sentences it wants as names of tests."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows or would take, so that nothing untracked escapes until it is too late."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns],
        cwd=ROOT, check=True, capture_output=True,
    ).stdout.decode()
    return sorted({ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def words(name: str) -> set[str]:
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return {word for word in re.split(r"[^A-Za-z0-9]+|_", parted.lower()) if word}


def defined(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def where(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_or_definition_has_a_name_that_says_nothing() -> None:
    empty = []
    for path in tracked("app", "ui", "sync", "packaging", "tests"):
        for part in path.relative_to(ROOT).parts:
            if words(part) & EMPTY_WORDS:
                empty.append(where(path))
        if path.suffix == ".py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            # A test's name is a sentence and may use any word.
            named = [name for name in defined(tree) if not name.startswith("test_")]
            empty += [f"{where(path)}: {name}" for name in named if words(name) & EMPTY_WORDS]
    assert empty == []


def test_every_test_is_named_by_a_sentence() -> None:
    too_short = []
    # A benchmark is named by what it measures: it claims nothing.
    for path in tracked("tests/**/test_*.py", "tests/test_*.py", ":!tests/benchmarks"):
        for name in defined(ast.parse(path.read_text(encoding="utf-8"))):
            if name.startswith("test_") and len(name.removeprefix("test_").split("_")) < 3:
                too_short.append(f"{where(path)}: {name}")
    assert too_short == []


def test_tests_and_packaging_are_never_packages() -> None:
    # They would hide `app` and PyPI's `packaging` from every import.
    assert [where(path) for path in tracked("tests", "packaging") if path.name == "__init__.py"] == []


def test_every_folder_with_modules_is_a_package_of_the_program() -> None:
    # Without __init__.py neither the import contracts nor the built program see it.
    folders = {path.parent for path in tracked("app", "ui", "sync") if path.suffix == ".py"}
    assert sorted(where(folder) for folder in folders if not (folder / "__init__.py").is_file()) == []


def test_every_module_says_in_one_docstring_what_it_is() -> None:
    silent = [
        where(path)
        for path in tracked("app/**/*.py", "app/*.py", "ui/**/*.py", "ui/*.py", "sync/**/*.py", "sync/*.py")
        if path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_module_is_longer_than_five_hundred_lines() -> None:
    long = {
        where(path): lines
        for path in tracked("app", "ui", "sync", "packaging")
        if path.suffix == ".py" and (lines := path.read_text(encoding="utf-8").count("\n")) > 500
    }
    assert long == {}
