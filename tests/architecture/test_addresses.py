"""No tracked file names a package registry or a folder of one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Written in pieces, so that this file does not name what it forbids.
REGISTRIES = [
    "pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmmirror" + ".com", "deb." + "debian.org",
    "debian" + ".org/debian", "mirrors." + "aliyun", "tuna.tsinghua" + ".edu.cn",
]
INDEX = re.compile(r"https?://[^ ]*(?:/simple(?:/|$)|/packages/[0-9a-f]{2}/|registry[.])")
MACHINE = re.compile(r"(?:^|[^.A-Za-z0-9])/(?:work|farm|root|Users|home/[a-z]+)/", re.MULTILINE)


def texts() -> list[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    found = []
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and b"\0" not in (content := path.read_bytes())[:8192]:
            found.append((name, content.decode("utf-8", errors="replace")))
    return found


def test_no_tracked_file_names_a_package_registry() -> None:
    named = [
        (name, registry) for name, text in texts() for registry in REGISTRIES if registry in text.lower()
    ] + [(name, hit.group()) for name, text in texts() for hit in INDEX.finditer(text)]
    assert named == []


def test_no_tracked_file_names_a_folder_of_one_machine() -> None:
    assert [(name, hit.group()) for name, text in texts() for hit in MACHINE.finditer(text)] == []


def test_every_pinned_component_carries_its_hash() -> None:
    for lock in ("packaging/requirements.lock", "packaging/requirements-test.lock"):
        entries = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / lock).read_text(encoding="utf-8"))
        pinned = [entry for entry in entries if not entry.startswith("#")]
        assert pinned
        loose = [entry for entry in pinned if "==" not in entry or "--hash=sha256:" not in entry]
        assert loose == []
