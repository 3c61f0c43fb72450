"""Says what holds of a profile, from the bytes up, and names the first thing that does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.attachments.service import files_of
from app.attachments.store import named
from app.desk import Desk
from app.documents.store import all_papers
from app.errors import Refusal
from app.journal.devices import known_devices
from app.secondcopy.salvage import page_faults
from app.signing.certificates import revoked_since, trust_roots
from app.signing.store import signatures_of
from app.signing.timestamps import stamped
from app.signing.verify import verify_pdf
from app.storage.at_rest import unsafe_files


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: ``what`` is a code, ``count`` how many, ``first_failing`` the name of the first."""

    what: str
    count: int
    first_failing: str | None = None
    why: str | None = None

    @property
    def holds(self) -> bool:
        return self.first_failing is None


def verify_profile(desk: Desk, progress: Callable[[str, int], None] | None = None) -> Iterator[Finding]:
    """Pages of the database, every entry and chain, every attachment, every signed paper, every file at rest."""
    faults = list(page_faults(desk.database))
    yield Finding("pages", 1, str(faults[0]) if faults else None, "page_damaged" if faults else None)
    report = desk.journal.verify(known_devices(desk.database))
    yield Finding("journal", report.entries, report.first_failing, report.why)
    yield _attachments(desk, progress)
    yield _papers(desk, progress)
    unsafe = unsafe_files(desk.database.path.parent)
    yield Finding("at_rest", 1, unsafe[0] if unsafe else None, "file_not_encrypted" if unsafe else None)


def _attachments(desk: Desk, progress: Callable[[str, int], None] | None) -> Finding:
    files = files_of(desk)
    rows = named(desk.database)
    for count, row in enumerate(rows):
        if progress is not None:
            progress("attachments", count)
        if not files.has(row["digest"]):
            continue
        try:
            files.verify(row["digest"])
        except Refusal as refusal:
            return Finding("attachments", len(rows), row["digest"], refusal.code)
    return Finding("attachments", len(rows))


def _papers(desk: Desk, progress: Callable[[str, int], None] | None) -> Finding:
    roots, revoked = trust_roots(desk.database), revoked_since(desk.database)
    papers = all_papers(desk.database)
    for count, paper in enumerate(papers):
        if progress is not None:
            progress("papers", count)
        try:
            extended = stamped(desk, paper)
        except Refusal as refusal:
            return Finding("papers", len(papers), paper.record, refusal.code)
        if not any(one.revision for one in signatures_of(desk.database, paper.record)):
            continue
        report = verify_pdf(extended.pdf, roots, extended.revisions, revoked)
        if not report.holds:
            faults = [*report.faults, *(fault for one in report.signatures for fault in one.faults)]
            return Finding("papers", len(papers), paper.record, faults[0])
    return Finding("papers", len(papers))
