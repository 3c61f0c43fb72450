"""Acts on papers: preview one, proofread it, issue it (签发 or 出具: its words are frozen), read its content back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.approvals.service import refuse_before_approval, refuse_paper_before_approval
from app.attachments.service import attach, get, read
from app.cases.appeals import NEEDS_EFFECT, refuse_while_appealed
from app.cases.court import read_court
from app.cases.store import load_case
from app.desk import OFFICERS, Desk
from app.documents import template as templates
from app.documents.fill import shared_blanks
from app.documents.fonts import FontSet
from app.documents.reference import Reference, goes_out
from app.documents.store import Paper, all_papers, load_paper, papers_of
from app.documents.template import Template
from app.errors import Disputed, NeedsCorrection, NotPossibleNow
from app.journal.disputes import open_disputes
from app.journal.entry import COURT
from app.rules.amounts import han_number

if TYPE_CHECKING:
    from app.documents.proofread import Finding
    from app.documents.typeset import Typeset

# Setting and proofreading are read in with the first paper that is made: to list papers needs neither.
PDF = "application/pdf"
COMPARTMENTS = {"正卷": "main", "副卷": "internal"}
KINDS_COUNTED = ("判决书", "裁定书", "调解书", "决定书")
"""Papers of one of these kinds in one case carry 之一, 之二 … from the second on (法〔2016〕37号)."""
NOTICE = "通知书"
_ADDRESSEE = ("told", "person", "payer_name")


def blanks_for(desk: Desk, case: str | None, made_on: str, extra: Mapping[str, Any]) -> dict[str, Any]:
    """What the case says of itself, and what this paper says besides; a shared blank may be overridden."""
    return {**shared_blanks(desk.database, case, made_on), **extra}


def composed(
    desk: Desk, case: str | None, document: str, extra: Mapping[str, Any], *, made_on: str
) -> tuple[Template, dict[str, Any]]:
    """The wording in force on the paper's day and all its blanks, with 之一 where the case has such a paper."""
    template = templates.load(document, database=desk.database, on=made_on)
    blanks = blanks_for(desk, case, made_on, extra)
    if case is not None and template.number and (suffix := _suffix(desk, case, template, extra)):
        blanks["number_suffix"] = suffix
    return template, blanks


def preview(
    desk: Desk, case: str | None, document: str, extra: Mapping[str, Any], *, made_on: str, fonts: FontSet
) -> Typeset:
    """The paper as it would be issued, with the draft's watermark; nothing is written.

    Refuses with ``blank_missing`` (naming the blank and the screen where it belongs) and ``glyph_missing``.
    """
    template, blanks = composed(desk, case, document, extra, made_on=made_on)
    return _rendered(desk, template, blanks, fonts=fonts, draft=True)


def proofreading(
    desk: Desk,
    case: str | None,
    document: str,
    extra: Mapping[str, Any],
    *,
    made_on: str,
    checked: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """What proofreading finds in the paper as it would be issued; nothing is written.

    ``checked`` says what was looked up of ``related_cases`` and ``lender``. Refuses as ``preview`` does for a blank.
    """
    from app.documents.proofread import proofread

    template, blanks = composed(desk, case, document, extra, made_on=made_on)
    return proofread(desk.database, case, template, blanks, made_on=made_on, checked=checked)


def issue(
    desk: Desk,
    case: str | None,
    document: str,
    extra: Mapping[str, Any],
    *,
    made_on: str,
    fonts: FontSet,
    concerns: str | None = None,
    asked: Sequence[str] = (),
    despite: str | None = None,
    checked: Mapping[str, str] | None = None,
) -> str:
    """The paper is issued: from now on these bytes are what it says; gives its record.

    ``concerns`` is the person it is for, where each party gets its own. ``asked`` are boxes of persons who are asked
    to sign although the paper already prints that they refuse. ``despite`` is the reason to issue the paper although
    proofreading contradicts it; it stands in the paper's entry beside what was found, and so does ``checked``.
    Refuses with what ``preview`` refuses, ``role_not_permitted`` (a paper with the judge's signature is issued by a
    judge), ``judgment_is_appealed`` for a paper that says a judgment took effect, ``proofreading_found`` (``findings``)
    for a contradiction to the case, and ``Disputed`` where a field of the case has rival values: a person picks first.
    """
    from app.documents.proofread import proofread

    desk.require_role(*OFFICERS)
    if case is not None and document == "decision":
        refuse_paper_before_approval(desk, case)
    if case is not None and document == "forced_appearance_warrant":
        refuse_before_approval(desk, case, "forced_appearance")
    if case is not None and document in NEEDS_EFFECT:
        refuse_while_appealed(desk.database, case)
    if case is not None and (disputes := open_disputes(desk.database, case)):
        raise Disputed("values_differ", record=disputes[0]["record"], field=disputes[0]["field"])
    template, blanks = composed(desk, case, document, extra, made_on=made_on)
    found = proofread(desk.database, case, template, blanks, made_on=made_on, checked=checked)
    stopping = [finding.told() for finding in found if finding.severity == "must"]
    despite = (despite or "").strip()
    if stopping and not despite:
        raise NeedsCorrection("proofreading_found", findings=stopping, count=len(stopping))
    paper = desk.new_id("paper")
    number = _number(blanks) if case is not None else None
    setting = _rendered(
        desk, template, blanks, fonts=fonts, draft=False, reference=_reference(desk, template, paper, number)
    )
    compartment = COMPARTMENTS[template.volume]
    told = {
        "document": document,
        "version": template.version,
        "wording": template.digest,
        "title": template.title,
        "made_on": made_on,
        "digest": hashlib.sha256(setting.pdf).hexdigest(),
        "pages": setting.pages,
        "signers": signers_of(template.signers, [*asked, *(box.id for box in setting.boxes)]),
        # Points with two decimals as text: canonical JSON here holds no fractions.
        "boxes": [{name: _plain(value) for name, value in asdict(box).items()} for box in setting.boxes],
        "blanks": _whole(dict(extra)),
        "concerns": concerns,
        "printed": _printed(desk, case),
        "number": number,
    }
    if stopping:
        told |= {"found": stopping, "despite": despite}
    if checked:
        told["checked"] = dict(checked)
    with desk.together():
        content = attach(desk, case or COURT, setting.pdf, f"{template.title}.pdf", PDF, compartment=compartment)
        desk.record("paper.issued", paper, {**told, "content": content}, case=case or COURT, compartment=compartment)
    return paper


def content_of(desk: Desk, paper: Paper) -> bytes:
    """The paper's PDF as issued, before any signature; refuses with ``paper_changed`` if it is not those bytes."""
    row = get(desk.database, paper.content)
    pdf = read(desk, paper.content)
    if row is None or hashlib.sha256(pdf).hexdigest() != row["digest"]:
        raise NotPossibleNow("paper_changed", paper=paper.record)
    return pdf


def signers_of(signers: Sequence[str], boxes: Sequence[str]) -> list[dict[str, Any]]:
    """Who signs: each of the template's words, in its order, with the persons for whom the paper has a box."""
    places = list(dict.fromkeys(boxes))
    groups = list[dict[str, Any]]()
    named = set[str]()
    for signer in signers:
        if signer in ("parties", "present"):
            # A witness who spoke or was asked signs the record as the parties do, and may refuse as they may (民诉150).
            asked = ("party:", "agent:", "invited:", *(("witness:",) if signer == "present" else ()))
            group = [place for place in places if place.startswith(asked)]
        elif signer == "witness":
            group = [place for place in places if place.startswith("witness:")]
        elif signer == "assessors":
            group = [place for place in places if place.startswith("assessor")]
        elif signer in ("judge", "clerk", "seal"):
            group = [signer]
        else:
            group = [signer] if signer in places else []
        group = [one for one in group if one not in named]
        named.update(group)
        if group:
            groups.append({"kind": signer, "who": group})
    return groups


def _rendered(
    desk: Desk,
    template: Template,
    blanks: Mapping[str, Any],
    *,
    fonts: FontSet,
    draft: bool,
    reference: Reference | None = None,
) -> Typeset:
    from app.documents.render import render

    measures, at = read_court(desk.database).doc_layout, desk.clock.now()
    return render(template, blanks, draft=draft, fonts=fonts, made_at=at, measures=measures, reference=reference)


def _reference(desk: Desk, template: Template, paper: str, number: str | None) -> Reference | None:
    """What a paper that goes out carries, so that whoever holds it finds its digest."""
    if not goes_out(template):
        return None
    court = read_court(desk.database)
    return Reference(paper, court.name, template.title, number or "", court.practice)


def _printed(desk: Desk, case: str | None) -> dict[str, list[str]]:
    """The entries whose words the paper printed, record by record: a later rival of one marks the paper (design 6)."""
    if case is None:
        return {}
    held = load_case(desk.database, case)
    records = [case, *(party.record for party in held.parties)]
    records += [claim.record for claim in held.asked]
    records += [one.record for one in held.heard_together]
    records += [item.record for item in held.evidence]
    return {record: sorted(set(desk.told(record).standing.values())) for record in records}


def _number(blanks: Mapping[str, Any]) -> str:
    return f"{blanks['case']['number']}{blanks.get('number_suffix') or ''}"


def _suffix(desk: Desk, case: str, template: Template, extra: Mapping[str, Any]) -> str | None:
    """之一 … for another paper of its kind; a notice counts by its title, and once for all to whom it says the same."""
    papers = papers_of(desk.database, case)
    kind = next((kind for kind in KINDS_COUNTED if template.title.endswith(kind)), None)
    if kind is not None:
        earlier = sum(1 for paper in papers if paper.title.endswith(kind))
    elif template.title.endswith(NOTICE):
        told = [*(paper.blanks for paper in papers if paper.title == template.title), _whole(extra)]
        contents = [{name: value for name, value in blanks.items() if name not in _ADDRESSEE} for blanks in told]
        distinct = [one for place, one in enumerate(contents) if one not in contents[:place]]
        earlier = distinct.index(contents[-1])
    else:
        return None
    return f"之{han_number(earlier)}" if earlier else None


def _plain(value: object) -> object:
    return f"{value:.2f}" if isinstance(value, float) else value


def _whole(value: Any) -> Any:
    """Blanks as the journal keeps them; a fraction would not survive canonical JSON alike everywhere."""
    if isinstance(value, float):
        raise NeedsCorrection("blank_not_valid", why="fraction")
    if isinstance(value, Mapping):
        return {str(key): _whole(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(inner) for inner in value]
    return value


__all__ = [
    "all_papers",
    "blanks_for",
    "composed",
    "content_of",
    "issue",
    "load_paper",
    "papers_of",
    "preview",
    "proofreading",
    "signers_of",
]
