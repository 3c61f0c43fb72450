"""``xunhui verify``: what holds of a profile, a signed PDF or a bundle."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app.errors import Refusal
from ui.command.signed_in import signed_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", type=Path)
    parser.add_argument("--officer", help="the officer whose passphrase opens the profile")
    parser.add_argument("--court", type=Path, help="the court's folder, whose devices' keys check a bundle")
    parser.add_argument("--root", type=Path, action="append", default=[], help="PEM of a root to trust for a PDF")


def run(chosen: argparse.Namespace) -> int:
    """Says what holds of a profile, a signed PDF or a bundle; exit code 1 where something does not."""
    if chosen.target.is_dir():
        return _verify_profile(chosen.target, chosen.officer)
    if chosen.target.is_file() and chosen.target.read_bytes()[:5] == b"%PDF-":
        return _verify_pdf(chosen.target, chosen.root)
    return _verify_bundle(chosen.target, chosen.court)


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
