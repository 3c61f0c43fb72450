"""One whole circuit day, carried once as an officer would start it, for every test that looks at what came out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from support.village import DAY_FOLDER

ROOT = Path(__file__).parents[2]
DAY_FILE = DAY_FOLDER / "day-1.json"


@dataclass(frozen=True)
class Carried:
    """A day that was carried: its file, what the command said, and where it put everything."""

    day: dict[str, Any]
    out: Path
    scratch: Path
    code: int
    said: str
    complained: str
    result: dict[str, Any] = field(default_factory=dict)

    @property
    def laptop(self) -> Path:
        return self.out / "_store" / "laptop"

    @property
    def expected(self) -> dict[str, dict[str, Any]]:
        return {act["key"]: act["expect"] for act in self.day["acts"] if "expect" in act}

    def papers(self) -> list[tuple[str, dict[str, Any], Path]]:
        """Each act's key, what the result says of a paper, and where the paper lies."""
        return [
            (key, paper, self.out / paper["path"])
            for key, case in self.result["cases"].items()
            for paper in case["documents"]
        ]


def carry(file: Path, out: Path, scratch: Path, *flags: str) -> Carried:
    """Runs ``xunhui day`` with nowhere to write but ``out`` and ``scratch``."""
    scratch.mkdir(parents=True, exist_ok=True)
    places = {"TMPDIR": "tmp", "HOME": "home", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config"}
    places |= {"XDG_DATA_HOME": "data", "XDG_RUNTIME_DIR": "runtime", "XDG_STATE_HOME": "state"}
    environment = dict(os.environ)
    for name, folder in places.items():
        (scratch / folder).mkdir(exist_ok=True)
        environment[name] = str(scratch / folder)
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    run = subprocess.run(
        [sys.executable, "-m", "ui.command", "day", str(file), "--out", str(out), *flags],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    day = json.loads(file.read_text(encoding="utf-8"))
    told = out / "result.json"
    result = json.loads(told.read_text(encoding="utf-8")) if told.exists() else {}
    return Carried(day, out, scratch, run.returncode, run.stdout, run.stderr, result)


@pytest.fixture(scope="session")
def carried(tmp_path_factory) -> Carried:
    """The day of ``day-1.json`` with its three power cuts."""
    folder = tmp_path_factory.mktemp("day")
    return carry(DAY_FILE, folder / "out", folder / "scratch", "--interrupt")


@pytest.fixture
def day() -> dict[str, Any]:
    """The day as data, to be changed."""
    return json.loads(DAY_FILE.read_text(encoding="utf-8"))


@pytest.fixture
def day_folder(tmp_path) -> Path:
    """A copy of the day's folder, so that a file in it can be spoilt or taken away."""
    folder = tmp_path / "day"
    shutil.copytree(DAY_FOLDER, folder)
    return folder
