"""A practice court's laptop with a sitting that is open papers that wait to be signed, and the power it hangs on."""

from __future__ import annotations

import dataclasses
import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from faults.window.power import Power

from app.archive.offers import offer_of
from app.cases.numbers import lease_block
from app.circuit.practice import practice_officers, sit_down, unlock_all
from app.clock import SystemClock
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.documents.store import all_papers
from app.hearings.service import close_sitting, end_turn, open_sitting
from app.mediation.service import agree
from app.tell import JournalTeller
from support.practice import make_certified_laptop
from support.village import COURT, a_case, as_judge

PAPERS = ("hearing_record", "mediation_record", "civil_mediation_statement")
BEGINNING = [["judge", "现在开庭。"], ["plaintiff", "他借了我三万六。"]]
MADE_ON = "2026-03-20"


@dataclass(frozen=True)
class Laptop:
    """A profile and who works at it; ``sitting`` of ``case`` is open and holds ``BEGINNING``, or both are empty."""

    profile: Path
    officers: list[dict[str, Any]]
    closed: str
    """The case whose ``PAPERS`` wait for ``signatures``."""
    signatures: int
    case: str = ""
    sitting: str = ""

    def order(self, act: str, seed: int) -> dict[str, Any]:
        first = self.officers[0]
        told = {"act": act, "seed": seed, "profile": str(self.profile), "officers": self.officers}
        return {**told, "officer": first["id"], "passphrase": first["passphrase"], "case": self.closed}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Laptop, Laptop]:
    """The laptop before the second sitting was opened and after; made once, every test works on a copy."""
    profile, clock = tmp_path_factory.mktemp("prepared") / "laptop", SystemClock()
    officers = practice_officers(COURT["officers"], random.Random(20260320).randbytes)
    make_certified_laptop(profile, COURT, officers, clock, os.urandom)
    session = unlock_all(profile, officers, clock, os.urandom)
    desk = sit_down(session, officers[0], JournalTeller(), clock, os.urandom)
    lease_block(desk, COURT["code"], "民初", clock.now().year, 1501, 1599)
    lease_block(desk, COURT["code"], "民初", 2026, 1501, 1599)
    closed = a_case(desk)
    over = open_sitting(desk, closed, opened_at=f"{MADE_ON}T09:40:00+08:00", place="梧桐村村委会")
    for speaker, text in BEGINNING:
        end_turn(desk, over, speaker, text)
    close_sitting(desk, over, f"{MADE_ON}T10:00:00+08:00")
    agreed = {"at": f"{MADE_ON}T10:05:00+08:00", "place": "梧桐村村委会", "public": True}
    agree(as_judge(desk), closed, **agreed, terms=["被告于2026年6月30日前返还借款36000元。"], fee_borne_by="defendant")
    fonts = FontSet.find()
    for document in PAPERS:
        offer = offer_of(desk, closed, document)
        issue(as_judge(desk), closed, document, offer.blanks, made_on=MADE_ON, fonts=fonts)
    signatures = sum(len(group["who"]) for paper in all_papers(desk.database) for group in paper.signers)
    session.lock()
    before = Laptop(profile, [vars(officer) for officer in officers], closed, signatures)
    later = profile.with_name("later")
    shutil.copytree(profile, later)
    session = unlock_all(later, officers, clock, os.urandom)
    desk = sit_down(session, officers[0], JournalTeller(), clock, os.urandom)
    case = a_case(desk)
    sitting = open_sitting(desk, case, opened_at=clock.now().isoformat(timespec="seconds"), place="小口村村委会")
    for speaker, text in BEGINNING:
        end_turn(desk, sitting, speaker, text)
    session.lock()
    return before, dataclasses.replace(before, profile=later, case=case, sitting=sitting)


@pytest.fixture
def fresh(prepared: tuple[Laptop, Laptop], tmp_path: Path) -> Callable[[], Laptop]:
    """A copy of the laptop with the open sitting, of the test's own, as often as it asks."""
    return _copies(prepared[1], tmp_path)


@pytest.fixture
def before_sitting(prepared: tuple[Laptop, Laptop], tmp_path: Path) -> Callable[[], Laptop]:
    """The same of the laptop where no sitting holds the window to its case."""
    return _copies(prepared[0], tmp_path)


def _copies(prepared: Laptop, folder: Path) -> Callable[[], Laptop]:
    count = iter(range(1_000_000))

    def copy() -> Laptop:
        profile = folder / f"laptop-{next(count)}" / "profile"
        shutil.copytree(prepared.profile, profile)
        return dataclasses.replace(prepared, profile=profile)

    return copy


@pytest.fixture(scope="session")
def power() -> Iterator[Power]:
    made = Power()
    yield made
    made.off()
