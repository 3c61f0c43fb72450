"""What is served of a party's own paper: the paper is filed, and the other side gets its copy (民诉128)."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.store import Paper

COPIES: Mapping[str, str] = {
    "civil_complaint": "complaint_copy",
    "civil_complaint_elements": "complaint_copy",
    "oral_filing_record": "complaint_copy",
    "counterclaim": "complaint_copy",
    "independent_claim": "complaint_copy",
    "civil_appeal": "appeal_copy",
    "statement_of_defence": "defence_copy",
    "statement_of_defence_elements": "defence_copy",
    "oral_defence_record": "defence_copy",
    "appeal_answer": "defence_copy",
}
"""The paper that is filed → what the rules of service call its copy."""


def served_as(document: str) -> str:
    """What is served of a paper: its copy if a party wrote it, else the paper itself."""
    return COPIES.get(document, document)


def title_served(paper: Paper) -> str:
    """民事起诉状副本, as 送达回证 lists it by name (民诉87)."""
    return f"{paper.title}副本" if paper.document in COPIES else paper.title


def copied_by(copy: str) -> list[str]:
    """The papers of which ``copy`` is one; empty for a paper that is served itself."""
    return [document for document, served in COPIES.items() if served == copy]
