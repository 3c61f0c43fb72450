"""What leads from a printed paper to its digest: the words of its square code, and its record named in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.documents.template import Template

SCHEME = "xunhui:"
"""Stands before the record in the file's metadata (``dc:identifier``)."""
_IDENTIFIER = re.compile(rb"<dc:identifier>xunhui:(paper-[0-9a-f]{20})</dc:identifier>")
_SAID = re.compile("paper-[0-9a-f]{20}(?![0-9a-f])")


@dataclass(frozen=True)
class Reference:
    """Whose paper it is: court, title, case number ("" for a paper of no case), and the paper's own record.

    A file can't hold its own digest. The record was chosen before the paper was set; under it the journal's
    ``paper.issued`` names the digest, here and at the court.
    """

    paper: str
    court: str
    title: str
    number: str = ""
    practice: bool = False

    @property
    def words(self) -> str:
        """What anybody's telephone shows of the code, with no network."""
        court = f"{self.court}（演练）" if self.practice else self.court
        lines = (court, self.number, self.title, f"文书编号 {self.paper}", "凭此编号可向本院核验")
        return "\n".join(line for line in lines if line)

    @property
    def identifier(self) -> str:
        return SCHEME + self.paper


def goes_out(template: Template) -> bool:
    """Whether a paper is handed to those outside under the court's seal: judgment, ruling, statement, notice, letter.

    Only such a paper carries a code; what stays in the file, and what parties sign, needs none.
    """
    return "seal" in template.signers and bool(template.served)


def reference_in(metadata: bytes) -> str | None:
    """The record that a file's XMP metadata names, or None."""
    found = _IDENTIFIER.search(metadata)
    return found[1].decode("ascii") if found else None


def reference_said(words: str) -> str | None:
    """The reference that stands somewhere in what was typed or scanned, or None; a scanner may drop all but letters
    and figures, and shift them."""
    found = _SAID.search(words.lower())
    return found[0] if found else None
