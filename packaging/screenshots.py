#!/usr/bin/env python3
"""Takes the pictures of README: carries a circuit day, opens the window on its laptop under Xvfb, one picture a screen.

    python packaging/screenshots.py            writes packaging/screenshots/*.png
    python packaging/screenshots.py --scale 2 --language en --contrast --tabs --out LOOK
                                               the same screen at 200 %, every tab, to look at
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.desk import Desk

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "packaging" / "screenshots"
DAY = ROOT / "tests" / "scenarios" / "circuit-day" / "day-1.json"
PASSPHRASE, PIN = "hvmdr tqzke wnbya gpsfx ujcre", "730518"
# The case a screen is shown with, by its act in the day.
SHOWN_WITH = {"hearings": "sale", "mediation": "loan", "judgments": "wages", "signing": "wages", "service": "sale"}
SIZE = (1366, 768)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", default="1")
    parser.add_argument("--out", type=Path, default=PICTURES)
    parser.add_argument("--language", default="zh")
    parser.add_argument("--contrast", action="store_true", help="the look of high contrast")
    parser.add_argument("--tabs", action="store_true", help="a picture of every tab of a page, not of the first only")
    parser.add_argument("--laptop", type=Path, help="internal: the laptop whose pictures are taken")
    chosen = parser.parse_args()
    if chosen.laptop is not None:
        return take(chosen)
    with tempfile.TemporaryDirectory() as folder:
        laptop = carry_day(Path(folder))
        chosen.out.mkdir(parents=True, exist_ok=True)
        command = ["xvfb-run", "-a", "-s", "-screen 0 2800x1700x24", sys.executable, __file__]
        command += ["--laptop", str(laptop), *sys.argv[1:]]
        environment = os.environ | {
            "QT_SCALE_FACTOR": chosen.scale,
            "XDG_CONFIG_HOME": folder,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
        }
        return subprocess.run(command, env=environment, check=False).returncode


def carry_day(folder: Path) -> Path:
    """The day's laptop after the evening's sync, with officers whose passphrase this script knows."""
    sys.path.insert(0, str(ROOT))
    from sync.practice import court_process, free_port, make_practice_court

    day = json.loads(DAY.read_text(encoding="utf-8"))
    out, port = folder / "day", free_port()
    blocks = day["trip"]["number_blocks"]
    make_practice_court(
        out / "_store" / "court",
        code=day["court"]["code"],
        name=day["court"]["name"],
        port=port,
        given_out=[(kind, int(day["date"][:4]), first - 1) for kind, (first, _) in blocks.items()],
    )
    officers = [
        {"id": one["id"], "name": one["name"], "role": one["role"], "passphrase": PASSPHRASE, "pin": PIN}
        for one in day["officers"]
        if one["role"] in ("judge", "clerk")
    ]
    told = {"file": str(DAY), "out": str(out), "interrupt": False, "officers": officers}
    with court_process(out / "_store" / "court", port):
        subprocess.run(
            [sys.executable, "-m", "ui.command", "day", str(DAY), "--worker"],
            input=json.dumps(told),
            encoding="utf-8",
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return out / "_store" / "laptop"


def for_sale(text: str) -> str:
    """A line of the loan's hearing as it would be said in the sale's."""
    for said, instead in (("民间借贷", "买卖合同"), ("张𬱖", "周昊"), ("李喆", "吴喜")):
        text = text.replace(said, instead)
    return text


def take(chosen: argparse.Namespace) -> int:
    """Signs in, opens every page with a case that suits it, and grabs the window."""
    from PySide6.QtWidgets import QApplication, QTabWidget

    from app.clock import BEIJING, SystemClock
    from ui.main import Desktop, Workplace, connections_of
    from ui.pages import entries
    from ui.preferences import Preferences
    from ui.shell.office import row_of

    class EveningClock(SystemClock):
        """Set to the evening of the day that is shown, so that the pictures' deadlines are the day's own."""

        ahead = datetime.datetime.fromisoformat(json.loads(DAY.read_text(encoding="utf-8"))["date"]).replace(
            hour=18, minute=30, tzinfo=BEIJING
        ) - datetime.datetime.now(BEIJING)

        def now(self) -> datetime.datetime:
            return super().now() + self.ahead

    out: Path = chosen.out
    application = QApplication(sys.argv[:1])
    place = Workplace(chosen.laptop, EveningClock())
    preferences = Preferences(out / ".window.json")
    preferences.keep({"high_contrast": chosen.contrast})
    desktop = Desktop(application, connections_of(place, preferences))
    if chosen.language != "zh":
        desktop.show(chosen.language)
    window = desktop.window
    assert window is not None
    window.resize(*(round(length / float(chosen.scale)) for length in SIZE))
    window.show()

    def settle(seconds: float = 1.0) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            application.processEvents()
            time.sleep(0.01)

    def grab(number: int, name: str) -> None:
        settle()
        window.grab().save(str(out / f"{number:02d}-{name}.png"))

    grab(0, "sign-in")
    window.sign_in.passphrase.setText(PASSPHRASE)
    window.sign_in.sign_in()
    for _ in range(200):
        settle(0.1)
        if window.screens.currentWidget() is window.work:
            break
    cases: dict[str, str] = {}
    numbers = json.loads(DAY.read_text(encoding="utf-8"))["expect"]["case_numbers"]
    found: list[list[dict[str, Any]]] = []

    def list_them(desk: Desk) -> list[dict[str, Any]]:
        from app.cases.store import list_cases

        return list_cases(desk.database)

    window.office.read(list_them, done=found.append)
    settle(1.0)
    for key, number in numbers.items():
        cases[key] = next(str(row["id"]) for row in found[0] if row["number"] == number)
    day = json.loads(DAY.read_text(encoding="utf-8"))
    turns = next(act for act in day["acts"] if act["key"] == "loan")["hearing"]["turns"]

    def sit(desk: Desk) -> None:
        """A sitting of the day's open case, half way through, so that the picture shows one being taken down."""
        from app.hearings.service import end_turn, open_sitting, save_open_turn

        now = desk.clock.now().isoformat(timespec="seconds")
        sitting = open_sitting(desk, cases["sale"], opened_at=now, place="岭子镇小口村村委会院内", observers=9)
        for turn in turns[:12]:
            end_turn(desk, sitting, turn["speaker"], for_sale(turn["text"]))
        save_open_turn(desk, sitting, "plaintiff", "他欠我饲料款八万六，有欠条，")

    # An open sitting holds its case, so its picture comes last.
    in_turn = sorted(enumerate(entries(), 1), key=lambda each: each[1].name == "hearings")
    for number, entry in in_turn:
        if entry.name == "hearings":
            window.office.read(sit, done=lambda _done: None)
            settle(2.0)
        rows: list[dict[str, Any] | None] = []
        window.office.read(row_of, cases[SHOWN_WITH.get(entry.name, "loan")], done=rows.append)
        settle(0.5)
        window.office.choose_case(rows[0])
        window.work.open_page(entry.name)
        settle(1.5)
        grab(number, entry.name)
        tabs = window.work.page(entry.name).findChild(QTabWidget)
        if chosen.tabs and tabs is not None:
            for at in range(1, tabs.count()):
                tabs.setCurrentIndex(at)
                grab(number, f"{entry.name}-{at}")
    window.lock()
    grab(len(entries()) + 1, "lock")
    (out / ".window.json").unlink(missing_ok=True)
    desktop.jobs.close_desk(place.sign_out)
    desktop.jobs.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
