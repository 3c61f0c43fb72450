"""``xunhui day``: a circuit day from a file, in a working process that can be killed."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from app.errors import Refusal
from ui.command.refused import words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--interrupt", action="store_true", help="honour the file's interruptions with a real SIGKILL")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)


def run(chosen: argparse.Namespace) -> int:
    """Carries the day in a working process, and honours its interruptions where asked."""
    if chosen.worker:
        from app.circuit.day_worker import STORE, work_day
        from app.tell import JournalTeller
        from sync.practice_laptop import enrol_practice_laptop

        told = json.load(sys.stdin)
        round_of = partial(_round_of, Path(told["out"]) / STORE / "court")
        return work_day(told, JournalTeller(), round_of, enrol_practice_laptop)
    from app.circuit.day import read_day
    from app.circuit.day_people import key_holders
    from app.circuit.day_shape import unread_keys
    from app.circuit.day_supervision import supervise
    from app.circuit.day_worker import STORE
    from app.circuit.practice import practice_officers
    from sync.practice import court_process, free_port, make_practice_court

    out: Path = chosen.out or Path(chosen.file.stem)
    try:
        day = read_day(chosen.file)
    except Refusal as refusal:
        return _refused(chosen.file, refusal.code, refusal.details)
    for place in unread_keys(day):
        print(f"{place}: 未用到 · not used")
    fresh = not out.exists()
    if not fresh and any(out.iterdir()):
        if not (out / "result.json").exists() and not (out / STORE).exists():
            print(f"{out}: 文件夹不是空的 · the folder is not empty", file=sys.stderr)
            return 2
        shutil.rmtree(out)
    court_folder, port = out / STORE / "court", free_port()
    year = int(day["date"][:4])
    make_practice_court(
        court_folder,
        code=day["court"]["code"],
        name=day["court"]["name"],
        port=port,
        given_out=[(kind, year, first - 1) for kind, (first, _) in day["trip"]["number_blocks"].items()],
        day=datetime.datetime.fromisoformat(f"{day['date']}T00:00:00+08:00"),
    )
    officers = practice_officers(day["officers"], os.urandom, key_holders(day))
    told = {
        "file": str(chosen.file.resolve()),
        "out": str(out.resolve()),
        "interrupt": chosen.interrupt,
        "officers": [vars(officer) for officer in officers],
    }
    worker = [sys.executable, "-m", "ui.command", "day", str(chosen.file), "--worker"]
    with court_process(court_folder, port):
        code, interruptions, told_refusal = supervise(worker, told, lambda line: print(line, flush=True))
    if code == 2:
        shutil.rmtree(out, ignore_errors=True)
        return _refused(chosen.file, told_refusal.get("refusal", "refused"), told_refusal.get("details", {}))
    if code != 0:
        print(f"working process ended with {code}", file=sys.stderr)
        return 1
    result = json.loads((out / "result.json").read_text(encoding="utf-8"))
    result["interruptions"] = interruptions
    (out / "result.json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _round_of(court: Path, desk: Any, progress: Callable[[], None]) -> dict[str, int]:
    """One round with the court, and its figures: every receipt is verified before it is counted."""
    from app.attachments.store import named
    from sync.client import run_round
    from sync.practice_laptop import send_services
    from sync.receipts import receipt_for_attachment, receipt_for_entry
    from sync.store import SyncStore

    # The day's clock claims a day of the past or the future; the round is held today.
    today = _today(desk)
    run_round(today, lambda told: progress() if told.items or told.stage not in ("hello", "push") else None)
    if send_services(court, desk.clock):
        # When it sent them comes down as the court's own word.
        run_round(today)
    home = SyncStore(desk.database).home()
    names = [entry.name for entry in desk.journal.of_device(desk.device.device_id)]
    digests = {row["digest"]: row["size"] for row in named(desk.database)}
    receipts = [receipt_for_entry(desk.database, name) for name in names]
    held = [receipt for receipt in receipts if receipt is not None]
    for receipt in held:
        receipt.verify(home.court, home.log_key)
    stored = [digest for digest in digests if receipt_for_attachment(desk.database, digest) is not None]
    return {
        "entries_sent": len(names),
        "entries_on_server": len(held),
        "receipts": len(held),
        "receipts_verified": len(held),
        "attachments": len(stored),
        "attachment_bytes": sum(digests[digest] for digest in stored),
    }


def _today(desk: Any) -> Any:
    from app.clock import SystemClock
    from app.desk import Desk

    today = Desk.__new__(Desk)
    today.__dict__ = desk.__dict__ | {"clock": SystemClock()}
    return today


def _refused(file: Path, code: str, details: Mapping[str, Any]) -> int:
    """One clear line: the place in the file, the rule in words, its code, and the article where there is one."""
    rule = " ".join([code, *([str(details["article"])] if details.get("article") else [])])
    facts = "；".join(f"{name}={value}" for name, value in details.items() if name not in ("at", "article"))
    line = f"{file.name}: {details.get('at', '?')}: {words(code, details)}（{rule}）{facts}"
    print(" ".join(line.split()), file=sys.stderr)
    return 2
