"""``xunhui practice``: a court, its server and its laptop, all made up."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
from pathlib import Path

PRACTICE_COURT = Path(__file__).parent / "practice_court.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, default=Path("practice"))
    parser.add_argument("--no-window", action="store_true", help="only make the court and print the officers")


def run(chosen: argparse.Namespace) -> int:
    """Makes the practice court once, shows its officers each time, and opens the window on its laptop.

    Refuses with ``disk_full`` and ``folder_read_only`` where its folder cannot be made.
    """
    from app.storage.durable import disk_refusals
    from sync.practice import court_process

    folder: Path = chosen.folder
    court_folder, laptop, card = folder / "court", folder / "laptop", folder / "officers.json"
    if card.exists() and not (court_folder / "keys" / "papers.pem").exists():
        # Made before courts certified their signing keys: it stays, under another name, and a new one is made.
        folder.rename(folder.with_name(f"{folder.name}-{card.stat().st_mtime_ns}"))
    if not card.exists():
        with disk_refusals():
            _make(court_folder, laptop, card)
    told = json.loads(card.read_text(encoding="utf-8"))
    print("演练法院 · practice court（所有资料均为虚构，一切文书不具有法律效力）")
    for officer in told["officers"]:
        secrets = f"口令 passphrase: {officer['passphrase']}  短码 PIN: {officer['pin']}"
        print(f"  {officer['name']}（{officer['role']}）  {secrets}")
    if chosen.no_window:
        return 0
    with court_process(court_folder, told["port"], wait=False):
        from ui.main import open_window

        return open_window(laptop)


def _make(court_folder: Path, laptop: Path, card: Path) -> None:
    """The court and its enrolled laptop lie in their folders; ``card`` names their port, officers and passphrases."""
    from app.circuit.practice import make_practice_laptop, practice_officers
    from app.clock import SystemClock
    from sync.practice import court_process, free_port, make_practice_court
    from sync.practice_laptop import enrol_practice_laptop

    shutil.rmtree(court_folder, ignore_errors=True)
    shutil.rmtree(laptop, ignore_errors=True)
    card.parent.mkdir(parents=True, exist_ok=True)
    settings = json.loads(PRACTICE_COURT.read_text(encoding="utf-8"))
    year = datetime.date.today().year
    blocks = {kind: (first, last) for kind, (first, last) in settings["number_blocks"].items()}
    port = free_port()
    make_practice_court(
        court_folder,
        code=settings["court"]["code"],
        name=settings["court"]["name"],
        port=port,
        given_out=[(kind, year, first - 1) for kind, (first, _) in blocks.items()],
        settings=settings["court"],
    )
    officers = practice_officers(settings["court"]["officers"], os.urandom)
    make_practice_laptop(laptop, settings["court"], officers, SystemClock(), os.urandom)
    with court_process(court_folder, port):
        ticket = court_folder / "tickets" / "1.json"
        enrol_practice_laptop(laptop, officers, ticket, blocks, year, SystemClock())
    card.write_text(
        json.dumps({"port": port, "officers": [vars(officer) for officer in officers]}, ensure_ascii=False, indent=1),
        encoding="utf-8",
    )
