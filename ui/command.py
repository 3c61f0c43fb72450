"""The ``xunhui`` command: with main.py the only place that knows app, ui and sync; the window is imported last."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.errors import NeedsCorrection, Refusal

PRACTICE_COURT = Path(__file__).parent / "practice_court.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; gives its exit code: 0 done, 1 something does not hold, 2 refused with one clear line."""
    parser = argparse.ArgumentParser(prog="xunhui", description="巡回 · the circuit-court workstation")
    commands = parser.add_subparsers(dest="command")

    window = commands.add_parser("window", help="open the window on a profile")
    window.add_argument("profile", type=Path)

    practice = commands.add_parser("practice", help="make or reuse a practice court, start its server, open the window")
    practice.add_argument("--folder", type=Path, default=Path("practice"))
    practice.add_argument("--no-window", action="store_true", help="only make the court and print the officers")

    day = commands.add_parser("day", help="carry a circuit-day/1 file through the services the window uses")
    day.add_argument("file", type=Path)
    day.add_argument("--out", type=Path)
    day.add_argument("--interrupt", action="store_true", help="honour the file's interruptions with a real SIGKILL")
    day.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)

    serve = commands.add_parser("serve", help="serve a court's folder over TLS")
    serve.add_argument("folder", type=Path)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8443)
    serve.add_argument("--database", default=None, help="SQLAlchemy address, for PostgreSQL")
    serve.add_argument("--keys", type=Path, default=None)

    verify = commands.add_parser("verify", help="say what holds of a profile, a PDF or a bundle")
    verify.add_argument("target", type=Path)
    verify.add_argument("--officer", help="the officer whose passphrase opens the profile")
    verify.add_argument("--court", type=Path, help="the court's folder, whose devices' keys check a bundle")
    verify.add_argument("--root", type=Path, action="append", default=[], help="PEM of a root to trust for a PDF")

    rules = commands.add_parser(
        "rules", help="answer questions about fees, periods and numbers, one JSON object a line"
    )
    rules.add_argument("questions", type=Path, help="a file, or - for what comes in")

    bundle = commands.add_parser("bundle", help="carry the journal to the court on a stick, and its answer back")
    bundle.add_argument("direction", choices=("export", "import"))
    bundle.add_argument("profile", type=Path)
    bundle.add_argument("file", type=Path)
    bundle.add_argument("--officer", help="the officer whose passphrase opens the profile")

    enrol = commands.add_parser("enrol", help="make this laptop's profile and enrol it at the court of a ticket")
    enrol.add_argument("profile", type=Path)
    enrol.add_argument("ticket", type=Path, help="the ticket that the court wrote for this laptop")
    enrol.add_argument(
        "--court", type=Path, required=True, help="the court's settings (JSON, as in practice_court.json)"
    )
    enrol.add_argument("--escrow", type=Path, required=True, help="the court's escrow public key (X25519, hex)")
    enrol.add_argument("--officer", nargs=3, action="append", required=True, metavar=("ID", "NAME", "ROLE"))

    refill = commands.add_parser("refill", help="make a damaged profile's database anew from the second copy")
    refill.add_argument("profile", type=Path)
    refill.add_argument("--officer", help="the officer whose passphrase opens the profile")
    refill.add_argument("--copy", type=Path, action="append", default=[], help="a stick with a second copy")

    answer = commands.add_parser("answer", help="at the court: take a bundle in and write its answer")
    answer.add_argument("court", type=Path)
    answer.add_argument("bundle", type=Path)
    answer.add_argument("file", type=Path)

    commands.add_parser("court", help="what the court's own people do at its server", add_help=False)

    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["court"]:
        from sync.server.office import main as court_office

        return court_office(given[1:])
    chosen = parser.parse_args(given)
    if chosen.command is None:
        parser.print_help()
        return 2
    try:
        return int(globals()[f"_{chosen.command}"](chosen))
    except Refusal as refusal:
        print(f"xunhui {chosen.command}: {_words(refusal.code, refusal.details)}（{refusal.code}）", file=sys.stderr)
        return 2


def _window(chosen: argparse.Namespace) -> int:
    from ui.main import open_window

    return open_window(chosen.profile)


def _practice(chosen: argparse.Namespace) -> int:
    """Makes the practice court once, shows its officers each time, and opens the window on its laptop."""
    from app.circuit.practice import make_practice_laptop, practice_officers
    from app.clock import SystemClock
    from sync.practice import court_process, free_port, make_practice_court

    folder: Path = chosen.folder
    court_folder, laptop, card = folder / "court", folder / "laptop", folder / "officers.json"
    if not card.exists():
        from sync.practice_laptop import enrol_practice_laptop

        shutil.rmtree(folder / "court", ignore_errors=True)
        shutil.rmtree(folder / "laptop", ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
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
        )
        officers = practice_officers(settings["court"]["officers"], os.urandom)
        make_practice_laptop(laptop, settings["court"], officers, SystemClock(), os.urandom)
        with court_process(court_folder, port):
            ticket = court_folder / "tickets" / "1.json"
            enrol_practice_laptop(laptop, officers, ticket, blocks, year, SystemClock())
        card.write_text(
            json.dumps(
                {"port": port, "officers": [vars(officer) for officer in officers]}, ensure_ascii=False, indent=1
            ),
            encoding="utf-8",
        )
    told = json.loads(card.read_text(encoding="utf-8"))
    print("演练法院 · practice court（所有资料均为虚构，一切文书不具有法律效力）")
    for officer in told["officers"]:
        print(
            f"  {officer['name']}（{officer['role']}）  口令 passphrase: {officer['passphrase']}  PIN: {officer['pin']}"
        )
    if chosen.no_window:
        return 0
    with court_process(court_folder, told["port"], wait=False):
        from ui.main import open_window

        return open_window(laptop)


def _day(chosen: argparse.Namespace) -> int:
    """Carries the day in a working process, and honours its interruptions where asked."""
    if chosen.worker:
        from app.circuit.day_worker import work_day
        from app.tell import JournalTeller
        from sync.practice_laptop import enrol_practice_laptop

        return work_day(json.load(sys.stdin), JournalTeller(), _round_of, enrol_practice_laptop)
    from app.circuit.day import read_day
    from app.circuit.day_supervision import supervise
    from app.circuit.day_worker import STORE
    from app.circuit.practice import practice_officers
    from sync.practice import court_process, free_port, make_practice_court

    out: Path = chosen.out or Path(chosen.file.stem)
    try:
        day = read_day(chosen.file)
    except Refusal as refusal:
        return _refused(chosen.file, refusal.code, refusal.details)
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
    officers = practice_officers(day["officers"], os.urandom)
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


def _round_of(desk: Any, progress: Callable[[], None]) -> dict[str, int]:
    """One round with the court, and its figures: every receipt is verified before it is counted."""
    from app.attachments.store import named
    from sync.client import run_round
    from sync.receipts import receipt_for_attachment, receipt_for_entry
    from sync.store import SyncStore

    # The day's clock claims a day of the past or the future; the round is held today.
    run_round(_today(desk), lambda told: progress() if told.stage == "push" and told.items else None)
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


def _enrol(chosen: argparse.Namespace) -> int:
    """A real laptop: officers choose passphrase and PIN here; the court certifies the keys by the words printed."""
    import getpass

    from app.cases.court import write_court
    from app.clock import SystemClock
    from app.desk import Desk, Officer
    from app.journal.devices import add_devices
    from app.keys.provision import NewOfficer, provision
    from app.keys.spoken import spoken
    from app.signing.session_keys import ask_for_certificates, keys_here
    from app.tell import JournalTeller
    from sync.client import run_round
    from sync.enrolment import Ticket, enrol

    settings = json.loads(chosen.court.read_text(encoding="utf-8"))["court"]
    escrow = bytes.fromhex(chosen.escrow.read_text(encoding="ascii").strip())
    officers = [
        NewOfficer(officer, name, role, getpass.getpass(f"{name} 口令 passphrase: "), getpass.getpass(f"{name} PIN: "))
        for officer, name, role in chosen.officer
    ]
    clock = SystemClock()
    session = provision(chosen.profile, officers, clock, os.urandom, court_escrow=escrow)
    try:
        write_court(session.database, {**settings, "practice": False})
        add_devices(session.database, {session.device.device_id: session.device.public})
        first = Officer(officers[0].id, officers[0].name, officers[0].role)
        desk = Desk(session.database, JournalTeller(), clock, os.urandom, first, session.device)
        home = enrol(desk, Ticket.read(chosen.ticket), platform.node())
        for officer in officers[1:]:
            session.join(officer.id, officer.passphrase)
        ask_for_certificates(desk, session)
        run_round(desk)
        print(f"{home.court_name}: {desk.device.device_id}")
        for key in keys_here(session):
            print(f"{key.name or key.use}: {spoken(key.public)}")
    finally:
        session.lock()
    return 0


def _refused(file: Path, code: str, details: Mapping[str, Any]) -> int:
    """One clear line: the place in the file, the rule in words, its code, and the article where there is one."""
    rule = " ".join([code, *([str(details["article"])] if details.get("article") else [])])
    facts = "；".join(f"{name}={value}" for name, value in details.items() if name not in ("at", "article"))
    line = f"{file.name}: {details.get('at', '?')}: {_words(code, details)}（{rule}）{facts}"
    print(" ".join(line.split()), file=sys.stderr)
    return 2


def _words(code: str, details: Mapping[str, Any]) -> str:
    """The refusal's sentence; without the window's packages only its code is known."""
    try:
        from ui.sentences import SENTENCES
    except ImportError:
        return ""
    told = defaultdict(lambda: "…", details)
    return SENTENCES[code][0].format_map(told) if code in SENTENCES else ""


def _verify(chosen: argparse.Namespace) -> int:
    """Says what holds of a profile, a signed PDF or a bundle; exit code 1 where something does not."""
    if chosen.target.is_dir():
        return _verify_profile(chosen.target, chosen.officer)
    if chosen.target.is_file() and chosen.target.read_bytes()[:5] == b"%PDF-":
        return _verify_pdf(chosen.target, chosen.root)
    return _verify_bundle(chosen.target, chosen.court)


def _verify_profile(profile: Path, officer: str | None) -> int:
    from app.archive.verification import verify_profile
    from app.clock import SystemClock

    desk = _signed_in(profile, officer, SystemClock())
    good = True
    for finding in verify_profile(desk):
        good = good and finding.holds
        state = "成立 holds" if finding.holds else f"不成立 does not hold: {finding.first_failing} ({finding.why})"
        print(f"{finding.what}: {finding.count}  {state}", flush=True)
    return 0 if good else 1


def _verify_pdf(file: Path, roots: Sequence[Path]) -> int:
    from app.signing.issuing import from_pem
    from app.signing.verify import verify_pdf

    trusted = [certificate for root in roots for certificate in from_pem(root.read_bytes())]
    report = verify_pdf(file.read_bytes(), trusted)
    for one in report.signatures:
        what = "成立 holds" if not one.faults else "不成立 does not hold: " + ", ".join(one.faults)
        print(f"{one.who}  {one.name}（{one.role}） {one.at}  {what}")
    for note in report.notes:
        print(f"note: {note}")
    for fault in report.faults:
        print(f"不成立 does not hold: {fault}")
    return 0 if report.holds else 1


def _verify_bundle(file: Path, court_folder: Path | None) -> int:
    """Each volume's signature under the key of the device that wrote it; nothing is decrypted for it."""
    from app.clock import SystemClock
    from sync.server.folder import open_court
    from sync.volumes import check_volumes, read_preamble, volumes_of

    if court_folder is None:
        print("--court: 按法院的设备名册核对 · checked by the court's list of devices", file=sys.stderr)
        return 2
    court = open_court(court_folder, SystemClock())
    try:
        paths = check_volumes(volumes_of(file), court.public_of, {"court": court.facts.code})
    except Refusal as refusal:
        print(f"{file.name}: 不成立 does not hold: {refusal.code} {refusal.details.get('volume', '')}".rstrip())
        return 1
    finally:
        court.close()
    for path in paths:
        print(f"{path.name}  {read_preamble(path)['writer']}  成立 holds")
    return 0


def _refill(chosen: argparse.Namespace) -> int:
    """Says what came back and names what did not; exit code 1 where something is missing."""
    from app.clock import SystemClock
    from app.keys.slots import WithPassphrase
    from app.keys.slots_file import officers_of
    from app.secondcopy.refill import refill_signed_in

    who = chosen.officer or officers_of(chosen.profile)[0][0]
    opener = WithPassphrase(who, _passphrase(who))
    report = refill_signed_in(chosen.profile, opener, SystemClock(), os.urandom, chosen.copy)
    print(f"entries: {report.entries} ({report.from_copy} from the second copy)  attachments: {report.attachments}")
    for missing in report.missing:
        print(f"missing: {missing.device} {missing.sequence} {missing.name or '?'}")
    for digest in report.attachments_missing:
        print(f"missing attachment: {digest}")
    if report.damaged_file is not None:
        print(f"damaged file kept: {report.damaged_file.name}")
    return 0 if report.complete else 1


def _passphrase(who: str) -> str:
    """Asked for at the terminal, or read from a pipe."""
    import getpass

    return getpass.getpass(f"{who}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _signed_in(profile: Path, officer: str | None, clock: Any) -> Any:
    """A desk on the profile."""
    from app.desk import Desk, Officer
    from app.keys.session import unlock
    from app.keys.slots_file import officers_of
    from app.tell import JournalTeller

    who = officer or officers_of(profile)[0][0]
    passphrase = _passphrase(who)
    session = unlock(profile, who, passphrase, clock, os.urandom)
    found = session.officer
    return Desk(
        session.database, JournalTeller(), clock, os.urandom, Officer(found.id, found.name, found.role), session.device
    )


def _bundle(chosen: argparse.Namespace) -> int:
    """Writes what the court has not acknowledged to a stick, or takes the court's answer in."""
    from app.clock import SystemClock
    from sync.bundle import export_bundle, import_answer

    desk = _signed_in(chosen.profile, chosen.officer, SystemClock())
    if chosen.direction == "export":
        for path in export_bundle(desk, chosen.file):
            print(path)
        return 0
    report = import_answer(desk, chosen.file)
    print(f"receipts: {report.receipts}  entries: {report.pulled}")
    return 0


def _answer(chosen: argparse.Namespace) -> int:
    from app.clock import SystemClock
    from sync.server.bundles import answer_bundle
    from sync.server.folder import open_court

    court = open_court(chosen.court, SystemClock())
    try:
        for path in answer_bundle(court, chosen.bundle, chosen.file):
            print(path)
    finally:
        court.close()
    return 0


def _serve(chosen: argparse.Namespace) -> int:
    from sync.serve import serve

    serve(chosen.folder, chosen.host, chosen.port, keys=chosen.keys, database=chosen.database)
    return 0


def _rules(chosen: argparse.Namespace) -> int:
    from app.rules.questions import answer_lines

    try:
        lines = sys.stdin.buffer if chosen.questions == Path("-") else chosen.questions.open("rb")
    except OSError:
        raise NeedsCorrection("file_missing", file=chosen.questions.name) from None
    with lines:
        for answer in answer_lines(lines, today=datetime.date.today()):
            # A question may come down a pipe whose writer waits for the answer.
            sys.stdout.buffer.write(answer.encode() + b"\n")
            sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
