"""What the code imports is declared, what is declared is pinned, and the scripts that install it can be read."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {"app", "ui", "sync"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~! ;]", name, maxsplit=1)[0]).lower()


def pinned(lock: str) -> dict[str, str]:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)(?:\[[^]]*])?==(\S+)", text, re.MULTILINE)
    return {normal(name): version for name, version in found}


def test_every_library_that_the_program_imports_is_declared() -> None:
    holders = packages_distributions()
    declared = {normal(name) for name in PROJECT["dependencies"]}
    undeclared = set()
    for package in OURS:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = []
                if isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names = [node.module]
                for top in {name.split(".")[0] for name in names} - OURS - set(sys.stdlib_module_names):
                    # shiboken6 is one half of PySide6 and has its version.
                    if top != "shiboken6" and not {normal(held) for held in holders.get(top, [])} & declared:
                        undeclared.add(f"{path.relative_to(ROOT)}: {top}")
    assert sorted(undeclared) == []


def test_every_declared_component_is_pinned_in_the_lock() -> None:
    extras = PROJECT["optional-dependencies"]
    run = {normal(name) for name in PROJECT["dependencies"] + extras["build"]}
    assert run - set(pinned("requirements.lock")) == set()
    assert run | {normal(name) for name in extras["test"]} <= set(pinned("requirements-test.lock"))


def test_the_tests_run_on_the_versions_that_officers_get() -> None:
    tested = pinned("requirements-test.lock")
    assert {name: version for name, version in pinned("requirements.lock").items() if tested.get(name) != version} == {}


@pytest.mark.parametrize("script", ["packaging/run", "packaging/test", "packaging/build", "packaging/lock", ".ci/run",
                                    "packaging/setup.sh"])
def test_every_script_is_one_that_bash_can_read(script: str) -> None:
    subprocess.run(["bash", "-n", script], cwd=ROOT, check=True)
