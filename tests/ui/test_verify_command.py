"""`xunhui verify` for whoever holds a paper: its square code leads to the digest that the laptop and the court keep."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.archive.offers import offer_of
from app.cases.court import read_court
from app.documents.fonts import FontSet
from app.documents.reference import Reference
from app.documents.render import render
from app.documents.service import content_of, issue
from app.documents.store import load_paper
from app.documents.template import load
from app.signing.certificates import trust_roots
from app.signing.issuing import to_pem
from app.signing.service import current_pdf, seal_paper
from support.practice import OFFICERS, LaptopOfCourt, laptop_of_court
from support.village import a_case

ROOT = Path(__file__).resolve().parents[2]
CLERK = OFFICERS[1]
NOTICE = "acceptance_notice"


@dataclass
class Handed:
    """A sealed notice as it was handed over, with its bytes as issued, its laptop and its court."""

    laptop: LaptopOfCourt
    court: Path
    record: str
    issued: bytes
    pdf: Path

    def verify(self, target: Path | str, *where: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ui.command", "verify", str(target), *where],
            input=f"{CLERK.passphrase}\n", capture_output=True, text=True, cwd=ROOT, check=False,
        )  # fmt: skip

    @property
    def by_laptop(self) -> tuple[str, ...]:
        return ("--profile", str(self.laptop.folder), "--officer", CLERK.id)

    @property
    def by_court(self) -> tuple[str, ...]:
        root = self.pdf.with_name("roots.pem")
        root.write_bytes(to_pem(tuple(trust_roots(self.laptop.desk.database))))
        return ("--court", str(self.court), "--root", str(root))


@pytest.fixture
def handed(tmp_path: Path, clock: Any, randomness: Callable[[int], bytes]) -> Iterator[Handed]:
    with laptop_of_court(tmp_path, clock, randomness) as laptop:
        case = a_case(laptop.desk)
        offer = offer_of(laptop.desk, case, NOTICE)
        record = issue(laptop.desk, case, NOTICE, offer.blanks, made_on="2026-03-20", fonts=FontSet.find())
        issued = content_of(laptop.desk, load_paper(laptop.desk.database, record))
        seal_paper(laptop.desk, record, laptop.keys)
        pdf = tmp_path / "notice.pdf"
        pdf.write_bytes(current_pdf(laptop.desk, load_paper(laptop.desk.database, record)))
        laptop.round()
        yield Handed(laptop, tmp_path / "court", record, issued, pdf)


def scanned(pdf: Path) -> str:
    """What zbar reads from the first page as a 300 dpi printer puts it on paper."""
    picture = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "300", "-mono", "-f", "1", "-singlefile", pdf, picture], check=True)
    read = subprocess.run(["zbarimg", "--raw", "-q", picture.with_suffix(".pbm")], capture_output=True, check=True)
    return read.stdout.decode()


def test_the_code_on_the_sealed_paper_leads_to_its_digest_on_the_laptop_and_at_the_court(handed: Handed) -> None:
    court, number, title, reference, _ = scanned(handed.pdf).splitlines()
    assert (court, title) == ("山东省淄博市淄川区人民法院（演练）", "受理案件通知书") and "民初1501号" in number
    record = reference.removeprefix("文书编号 ")
    assert record == handed.record
    digest = hashlib.sha256(handed.issued).hexdigest()
    for where in (handed.by_laptop, handed.by_court[:2]):
        told = handed.verify(record, *where)
        assert told.returncode == 0 and digest in told.stdout and number in told.stdout, told
    unknown = handed.verify("paper-" + "0" * 20, *handed.by_court)
    assert unknown.returncode == 1 and "not_issued" in unknown.stdout
    assert handed.verify(record).returncode == 2


def test_a_paper_agrees_with_the_journals_of_laptop_and_court_and_a_forged_one_with_neither(handed: Handed) -> None:
    forged = handed.pdf.with_name("forged.pdf")
    court = read_court(handed.laptop.desk.database)
    template = load(NOTICE)
    reference = Reference(handed.record, court.name, template.title, practice=True)
    at = handed.laptop.desk.clock.now()
    forged.write_bytes(render(template, template.sample(), fonts=FontSet.find(), made_at=at, reference=reference).pdf)
    for where in (handed.by_laptop, handed.by_court):
        told = handed.verify(handed.pdf, *where)
        assert told.returncode == 0 and f"文书编号 {handed.record}  成立" in told.stdout, told
        told = handed.verify(forged, *where)
        assert told.returncode == 1 and "other_bytes_issued" in told.stdout, told
    unasked = handed.verify(handed.pdf)
    assert f"文书编号 {handed.record}\n" in unasked.stdout and "history_not_compared" in unasked.stdout
