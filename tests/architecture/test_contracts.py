"""The import contracts of pyproject.toml hold, and what they can't see about sockets holds too."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# import-linter sees only the first name of a library, and urllib.parse or http's status codes open no socket.
NETWORK_MODULES = {
    "urllib.request", "http.client", "http.server", "PySide6.QtNetwork", "multiprocessing.connection",
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_every_import_contract_is_kept() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_neither_app_nor_ui_imports_a_module_that_opens_sockets() -> None:
    opened = [
        (str(path.relative_to(ROOT)), name)
        for package in ("app", "ui")
        for path in (ROOT / package).rglob("*.py")
        for name in imported(path) & NETWORK_MODULES
    ]
    assert opened == []
