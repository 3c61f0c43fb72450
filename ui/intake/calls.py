"""What the filing page asks of the desk; runs on the desk's thread."""

from __future__ import annotations

import datetime
import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.attachments.service import attach_stored, files_of
from app.cases.court import read_court
from app.cases.service import DECIDE_PROCEDURE, decide_procedure, refuse_procedure
from app.cases.store import list_named
from app.desk import Desk
from app.errors import NeedsCorrection, Refusal
from app.intake.received import decline_received, register_received
from app.intake.service import Filing, check_filing, duplicates_of, file_case
from app.rules.causes import cause_table, form_for
from app.rules.elements import Element
from app.rules.fees import case_fee
from app.rules.procedure import eligibility


@dataclass(frozen=True)
class Checked:
    """What the rules say of a filing before it is accepted; ``refusal`` where they forbid it.

    ``decides`` where the officer at the desk decides the procedure too.
    """

    refusal: Refusal | None
    warnings: list[str]
    duplicates: list[dict[str, Any]]
    fee_full: str
    fee_due: str
    fee_steps: tuple[str, ...]
    small_claims: str
    procedure_reasons: tuple[str, ...]
    articles: tuple[str, ...]
    decides: bool


def officers(desk: Desk) -> list[dict[str, str]]:
    """Everyone whom the court's settings name."""
    return [dict(officer) for officer in read_court(desk.database).officers]


def check(desk: Desk, filing: Filing, procedure: str) -> Checked:
    """Refusal, warnings, duplicates, fee and procedure; nothing is written."""
    court = read_court(desk.database)
    refusal: Refusal | None = None
    warnings: list[str] = []
    duplicates: list[dict[str, Any]] = []
    try:
        warnings = check_filing(filing)
        duplicates = duplicates_of(desk, filing)
    except NeedsCorrection as found:
        refusal = found
    full = due = ""
    steps: tuple[str, ...] = ()
    small, reasons, articles = "", (), ()  # type: tuple[str, tuple[str, ...], tuple[str, ...]]
    try:
        fee = case_fee(filing.claims, court.province_fees, procedure, None, court.fee_rounding)
        full, due, steps, articles = f"{fee.full:.2f}", f"{fee.due:.2f}", fee.steps, fee.articles
        allowed = eligibility(filing.claims, filing.cause, court.small_claims_wage)
        small, reasons = allowed.small_claims, allowed.reasons
        articles = (*articles, *allowed.articles)
        refuse_procedure(procedure, court.small_claims_wage, filing.cause, filing.claims)
    except NeedsCorrection as found:
        refusal = refusal or found
    decides = desk.officer.role in DECIDE_PROCEDURE
    cited = tuple(dict.fromkeys(articles))
    return Checked(refusal, warnings, duplicates, full, due, steps, small, reasons, cited, decides)


def file(
    desk: Desk,
    filing: Filing,
    procedure: str,
    pictures: Mapping[int, Sequence[str]],
    received: str = "",
    declined: str = "",
) -> dict[str, Any]:
    """The filing is a case under that procedure with its evidence pictures; gives the case as lists show it.

    ``received`` is the received filing that it comes from, ``declined`` the reason for which that is not accepted.
    A clerk files and leaves the procedure to the judge. A procedure that the law forbids is refused before a number is
    taken. The pictures (paths by index of the evidence) are safe on disk before the case names them.
    """
    decides = bool(procedure) and not declined and desk.officer.role in DECIDE_PROCEDURE
    if decides:
        refuse_procedure(procedure, read_court(desk.database).small_claims_wage, filing.cause, filing.claims)
    kept: dict[int, list[tuple[str, str, str]]] = {}
    for index, paths in pictures.items():
        for path in paths:
            media = mimetypes.guess_type(path)[0] or "application/octet-stream"
            kept.setdefault(index, []).append((files_of(desk).add(Path(path)).digest, Path(path).name, media))
    digests = {index: [digest for digest, _name, _media in files] for index, files in kept.items()}
    with desk.together():
        if declined:
            case = decline_received(desk, received, filing, reason=declined, evidence_files=digests)
        elif received:
            case = register_received(desk, received, filing, evidence_files=digests)
        else:
            case = file_case(desk, filing, evidence_files=digests)
        for files in kept.values():
            for digest, name, media in files:
                attach_stored(desk, case, digest, name, media)
    if decides:
        decide_procedure(desk, case, procedure)
    return list_named(desk.database, [case])[0]


def causes(words: str, on: str) -> list[str]:
    """Causes that begin with or contain the words or their pinyin initials, as in force on the day."""
    return [cause.name for cause in cause_table(datetime.date.fromisoformat(on)).search(words, 12)]


def elements_of(cause: str, on: str) -> list[Element]:
    """要素 that filing asks for, as the cause's form in force on the day has them; none where it has no form."""
    form = form_for(cause, datetime.date.fromisoformat(on))
    return [element for element in form.elements if element.by != "defendant"] if form is not None else []
