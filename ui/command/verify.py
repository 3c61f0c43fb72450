"""``xunhui verify``: what holds of a profile, a PDF or a bundle, and what was issued under a paper's reference."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.documents.reference import reference_said
from app.errors import Refusal
from ui.command.signed_in import signed_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", type=Path, help="a profile, a PDF, a bundle, or the 文书编号 that a paper's code says"
    )
    parser.add_argument("--officer", help="the officer whose passphrase opens the profile")
    parser.add_argument("--profile", type=Path, help="the laptop whose journal says what was issued")
    parser.add_argument(
        "--court", type=Path, help="the court's folder, whose journal does, and whose devices' keys check a bundle"
    )
    parser.add_argument("--root", type=Path, action="append", default=[], help="PEM of a root to trust for a PDF")


def run(chosen: argparse.Namespace) -> int:
    """Says what holds of a profile, a paper or a bundle; exit code 1 where something does not."""
    target: Path = chosen.target
    if target.is_dir():
        return _verify_profile(target, chosen.officer)
    if reference_said(str(target)) == str(target):
        return _say_issued(str(target), chosen)
    if target.is_file() and target.read_bytes()[:5] == b"%PDF-":
        return _verify_pdf(target.read_bytes(), chosen)
    return _verify_bundle(target, chosen.court)


def _verify_profile(profile: Path, officer: str | None) -> int:
    from app.archive.verification import verify_profile
    from app.clock import SystemClock

    desk = signed_in(profile, officer, SystemClock())
    good = True
    for finding in verify_profile(desk):
        good = good and finding.holds
        state = "成立 holds" if finding.holds else f"不成立 does not hold: {finding.first_failing} ({finding.why})"
        print(f"{finding.what}: {finding.count}  {state}", flush=True)
    return 0 if good else 1


def _verify_pdf(pdf: bytes, chosen: argparse.Namespace) -> int:
    """Each signature, and, where a journal is named, whether it issued these bytes under the paper's reference."""
    from app.signing.certificates import revoked_since, trust_roots
    from app.signing.issuing import from_pem
    from app.signing.verify import reference_of, verify_pdf

    trusted = [certificate for root in chosen.root for certificate in from_pem(root.read_bytes())]
    reference, desk = reference_of(pdf), _desk(chosen)
    issued = _issued(reference, desk, chosen.court) if reference else None
    if desk is None:
        report = verify_pdf(pdf, trusted)
    else:
        from app.documents.store import load_paper
        from app.signing.service import revisions_of

        database = desk.database
        revisions = revisions_of(desk, load_paper(database, reference)) if reference and issued else None
        report = verify_pdf(pdf, [*trusted, *trust_roots(database)], revisions, revoked_since(database))
    for one in report.signatures:
        what = "成立 holds" if not one.faults else "不成立 does not hold: " + ", ".join(one.faults)
        print(f"{one.who}  {one.name}（{one.role}） {one.at}  {what}")
    for note in report.notes:
        print(f"note: {note}")
    for fault in report.faults:
        print(f"不成立 does not hold: {fault}")
    agrees = True
    if reference and (chosen.profile or chosen.court):
        fault = "not_issued" if issued is None else "" if issued["digest"] in report.revisions else "other_bytes_issued"
        agrees = not fault
        print(f"文书编号 {reference}  " + (f"不成立 does not hold: {fault}" if fault else "成立 holds"))
    elif reference:
        print(f"文书编号 {reference}")
    return 0 if report.holds and agrees else 1


def _say_issued(reference: str, chosen: argparse.Namespace) -> int:
    """The paper's title, number, day, pages and SHA-256, as the named journal has them."""
    if not (chosen.profile or chosen.court):
        print("--profile / --court: 按签发日志核对 · looked up in the journal that issued it", file=sys.stderr)
        return 2
    issued = _issued(reference, _desk(chosen), chosen.court)
    if issued is None:
        print(f"文书编号 {reference}  不成立 does not hold: not_issued")
        return 1
    print(f"文书编号 {reference}")
    print(" ".join(str(issued[name]) for name in ("title", "number", "made_on") if issued.get(name)))
    print(f"{issued['pages']} 页 pages  SHA-256 {issued['digest']}")
    return 0


def _desk(chosen: argparse.Namespace) -> Any:
    from app.clock import SystemClock

    return signed_in(chosen.profile, chosen.officer, SystemClock()) if chosen.profile else None


def _issued(reference: str, desk: Any, court_folder: Path | None) -> Mapping[str, Any] | None:
    """The fields of the entry that issued the paper; None where no journal was named, or it has none."""
    if desk is not None:
        said = desk.journal.of_record(reference)
        return said[0].fields if said and said[0].act == "paper.issued" else None
    if court_folder is None:
        return None
    from app.clock import SystemClock
    from sync.server.folder import open_court

    court = open_court(court_folder, SystemClock())
    try:
        entry = court.journal.issued(reference)
    finally:
        court.close()
    return None if entry is None else entry.fields


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
