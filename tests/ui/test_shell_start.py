"""What the window reads in before an officer can type, and before the workbench is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from support.window import JUDGE, PASSPHRASES

ROOT = Path(__file__).parents[2]
HEAVY = {
    "PIL", "asn1crypto", "cryptography", "fontTools", "httpx", "jinja2", "pikepdf", "pyhanko", "pypdfium2", "reportlab",
    "rfc8785", "sqlalchemy", "sqlcipher3", "sqlite_utils", "starlette",
}  # fmt: skip
"""Libraries of the papers, the keys, the database and the wire."""

PAINTED = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.command import main
application = QApplication(["xunhui", "-style", "fusion"])

def look():
    if application.focusWidget() is not None:
        print(json.dumps([sorted(sys.modules), sorted(vars(sys.modules["PySide6.QtCore"]))]), flush=True)
        application.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start()
main(["window", sys.argv[1]])
"""
SIGNED_IN = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.command import main
application = QApplication(["xunhui", "-style", "fusion"])
asked = []

def look():
    window = next((one for one in application.topLevelWidgets() if one.objectName() == "window"), None)
    if window is None:
        return
    if not asked:
        asked.append(window.sign_in.people.set_value(sys.argv[2]))
        window.sign_in.passphrase.setText(sys.argv[3])
        window.sign_in.sign_in()
    elif window.signed_in and {"reportlab", "segno", "pypdfium2"} <= set(sys.modules):
        print(json.dumps([window.work.at]), flush=True)
        application.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
main(["window", sys.argv[1]])
"""
READ_AHEAD = """
import json, sys
from importlib import import_module
from ui.main import LATER
for module in LATER:
    import_module(module)
print(json.dumps(sorted(sys.modules)))
"""


def run(program: str, *arguments: str) -> list[list[str]] | list[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], env=environment, capture_output=True, check=True, timeout=120
    )
    found: list[list[str]] = json.loads(done.stdout.decode().splitlines()[-1])
    return found


def libraries(modules: list[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_the_passphrase_can_be_typed_before_anything_but_the_sign_in_is_read_in(profile: Path) -> None:
    modules, names = run(PAINTED, str(profile))
    assert libraries(modules) & HEAVY == set()
    pages = {module for module in modules if module.startswith("ui.") and module.endswith((".page", ".calls"))}
    assert pages - {"ui.shell.page"} == set() and "ui.shell.work" not in modules
    # PySide6 builds the namespace Qt, with all its enums, when it is first named.
    assert "QObject" in names and "Qt" not in names


def test_the_workbench_is_there_without_what_sets_signs_and_sends_papers() -> None:
    modules = run(READ_AHEAD)
    wanted = {"cryptography", "sqlcipher3", "sqlite_utils", "rfc8785", "jinja2"}
    assert libraries(modules) & HEAVY - wanted == set()


def test_what_sets_and_draws_papers_is_read_in_behind_the_workbench_before_one_is_asked_for(profile: Path) -> None:
    assert run(SIGNED_IN, str(profile), JUDGE, PASSPHRASES[JUDGE]) == ["workbench"]
