"""Acts of signing: a person, an officer or the seal signs a paper; a party refuses; paper signatures are scanned in."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.attachments.service import attach, read
from app.cases.attendance import label_of, name_of, person_of_box
from app.cases.court import read_court
from app.cases.model import Case
from app.cases.store import load_case
from app.desk import BENCH, Desk
from app.documents import template as templates
from app.documents.service import content_of
from app.documents.store import Paper, all_papers, load_paper
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.entry import COURT
from app.rules.signing_law import wet_signature_required
from app.signing import order
from app.signing.api import RawDigest, Signer
from app.signing.appearance import Appearance
from app.signing.ink import Ink
from app.signing.store import TAIL_TYPE, Signature, signatures_of

INK_TYPE = "application/vnd.xunhui.ink+json"
OFFICER_BOXES = {
    "judge": ("judge",),
    # 法官助理 keeps the record where no clerk came along.
    "clerk": ("clerk", "assistant_judge"),
    "assessor": ("assessor", "judge"),
    "assistant": ("assistant_judge",),
    "chief": ("division_chief", "president"),
    "president": ("president",),
}
"""Which roles may sign in an officer's box."""


class SigningKeys(Protocol):
    """Keys that are at hand while the session is unlocked; releasing one asked for the PIN before."""

    def officer(self, officer: str) -> Signer:
        """Refuses with ``NotPossibleNow`` where that officer's key is not released."""
        ...

    def party(self, name: str, role: str, case_number: str, at: datetime.datetime) -> Signer:
        """A one-time certificate issued by the laptop."""
        ...

    def seal(self) -> Signer:
        """The court's seal, rejoined from the judge's and the clerk's share."""
        ...

    def seal_mark(self) -> Appearance: ...

    def name_mark(self, name: str) -> Appearance: ...


@dataclass(frozen=True)
class PlacedBox:
    """A box as the paper's entry keeps it."""

    id: str
    page: int
    x: float
    y: float
    width: float
    height: float

    @classmethod
    def of(cls, value: dict[str, Any]) -> PlacedBox:
        x, y, width, height = (float(value[name]) for name in ("x", "y", "width", "height"))
        return cls(str(value["id"]), int(value["page"]), x, y, width, height)


def state_of(desk: Desk, paper: Paper) -> order.SigningState:
    """Who has settled and who is waited for, told from the journal."""
    people = {group["kind"]: group["who"] for group in paper.signers}
    state = order.begin([group["kind"] for group in paper.signers], people, paper.digest)
    return order.told(state, (signature.fields for signature in signatures_of(desk.database, paper.record)))


def current_pdf(desk: Desk, paper: Paper) -> bytes:
    """The paper's bytes as they now are: what was issued, and after it what each signature added.

    Refuses with ``paper_changed`` if any revision is not the bytes that the journal names.
    """
    pdf = content_of(desk, paper)
    for signature in signatures_of(desk.database, paper.record):
        if signature.tail is None:
            continue
        pdf += read(desk, signature.tail)
        if hashlib.sha256(pdf).hexdigest() != signature.revision:
            raise NotPossibleNow("paper_changed", paper=paper.record)
    return pdf


def revisions_of(desk: Desk, paper: Paper) -> list[str]:
    """SHA-256 of every state of the paper's bytes: as issued, with its empty marks, after each signature."""
    revisions = [paper.digest]
    for signature in signatures_of(desk.database, paper.record):
        if prepared := signature.fields.get("prepared"):
            revisions.append(prepared)
        if signature.revision:
            revisions.append(signature.revision)
    return revisions


def sign_with_key(desk: Desk, paper: str, signer: str, keys: SigningKeys) -> None:
    """The officer at the desk signs in the box ``signer``; refuses with ``not_your_signature``."""
    held = load_paper(desk.database, paper)
    _check_officer(desk, held, signer)
    state = state_of(desk, held)
    order.check(state, signer, "key")
    mark = keys.name_mark(desk.officer.name) if _signs_by_name(desk, held, signer) else None
    _sign(desk, held, state, signer, "key", keys.officer(desk.officer.id), desk.officer.name, mark, ())


def sign_by_pen(desk: Desk, paper: str, signer: str, ink: Ink, keys: SigningKeys, *, name: str | None = None) -> None:
    """The person in the box ``signer`` wrote on the pad (手写笔迹, 完整性保护); the strokes are kept, encrypted.

    Refuses with ``wet_signature_required`` where 电子签名法 art. 3 or the court's policy wants paper.
    """
    _sign_on_pad(desk, paper, signer, "ink", ink.canonical(), INK_TYPE, ink.appearance(), ink.raw_digest(), keys, name)


def sign_by_thumb(
    desk: Desk, paper: str, signer: str, image: bytes, keys: SigningKeys, *, name: str | None = None
) -> None:
    """The person in the box ``signer`` pressed a thumb (解释264–266); the image is kept, encrypted."""
    from app.signing.thumb import raw_digest, thumb_appearance

    media = "image/png" if image.startswith(b"\x89PNG") else "image/jpeg"
    _sign_on_pad(desk, paper, signer, "thumb", image, media, thumb_appearance(image), raw_digest(image), keys, name)


def seal_paper(desk: Desk, paper: str, keys: SigningKeys) -> None:
    """The court's seal is on the paper (解释262): the last signature, after which nothing is added but timestamps."""
    desk.require_role(*BENCH)
    held = load_paper(desk.database, paper)
    state = state_of(desk, held)
    order.check(state, order.SEAL, "seal")
    name = read_court(desk.database).name
    _sign(desk, held, state, order.SEAL, "seal", keys.seal(), name, keys.seal_mark(), ())


def scan_wet_signature(desk: Desk, paper: str, signers: Sequence[str], scan: bytes, *, media_type: str) -> None:
    """These persons signed the printed paper with a pen; ``scan`` is the scanned page or pages.

    Refuses with ``scan_of_another_paper`` where the scan says that something else was printed.
    """
    from app.signing.wet import revision_of_scan

    held = load_paper(desk.database, paper)
    state = state_of(desk, held)
    for signer in signers:
        order.check(state, signer, "wet")
    printed = revision_of_scan(scan) if media_type == "application/pdf" else None
    if printed is not None and printed not in state.revisions:
        raise NeedsCorrection("scan_of_another_paper", paper=held.record)
    suffix = "pdf" if media_type == "application/pdf" else "jpg"
    digest = hashlib.sha256(scan).hexdigest()
    with desk.together():
        attachment = attach(desk, held.case, scan, f"{held.title}（签名页扫描件）.{suffix}", media_type)
        fields = {"before": state.revision, "scan": attachment, "digest": digest}
        for ordinal, signer in enumerate(signers, len(state.settled)):
            _record(desk, held, ordinal, signer, "wet", fields)


def note_refusal(desk: Desk, paper: str, signer: str, *, reason: str, witnesses: Sequence[str]) -> None:
    """The person would not sign; reason and witness are on the record (民诉150 ¶3)."""
    desk.require_role(*BENCH)
    held = load_paper(desk.database, paper)
    state = state_of(desk, held)
    order.refused(state, signer, reason, witnesses)
    _record(desk, held, len(state.settled), signer, "refused", {"reason": reason, "witnesses": list(witnesses)})


def waiting_papers(desk: Desk, case: str | None = None) -> list[tuple[Paper, tuple[str, ...]]]:
    """Papers that still wait for a signature, each with who may sign now."""
    waiting = list[tuple[Paper, tuple[str, ...]]]()
    for paper in all_papers(desk.database):
        if case is not None and paper.case != case:
            continue
        allowed = order.next_allowed(state_of(desk, paper))
        if allowed:
            waiting.append((paper, allowed))
    return waiting


def needs_paper(desk: Desk, case: Case) -> str | None:
    """Why parties of this case sign on paper, as an article or ``sign_policy``; None where the pad may serve."""
    wet = wet_signature_required(case.cause, [claim.kind for claim in case.claims])
    if wet.required:
        return wet.article
    return "sign_policy" if read_court(desk.database).sign_policy == "paper" else None


def _sign_on_pad(
    desk: Desk,
    paper: str,
    signer: str,
    how: order.How,
    raw: bytes,
    media_type: str,
    mark: Appearance,
    raw_of: RawDigest,
    keys: SigningKeys,
    name: str | None,
) -> None:
    held = load_paper(desk.database, paper)
    state = state_of(desk, held)
    order.check(state, signer, how)
    case = load_case(desk.database, held.case)
    if why := needs_paper(desk, case):
        raise NeedsCorrection("wet_signature_required", signer=signer, article=why)
    key = person_of_box(signer)
    label, called = held.who_signs(signer)
    person = name or (name_of(case, key) if key else called or label or signer)
    role = label_of(case, key) if key else label or signer
    at = desk.clock.now()
    signing = keys.party(person, role, case.number, at)
    with desk.together():
        kept = attach(desk, held.case, raw, f"{held.title}-{signer}-{how}", media_type)
        _sign(desk, held, state, signer, how, signing, person, mark, (raw_of,), raw=kept)


def _sign(
    desk: Desk,
    paper: Paper,
    state: order.SigningState,
    signer: str,
    how: order.How,
    signing: Signer,
    name: str,
    mark: Appearance | None,
    attributes: Sequence[RawDigest],
    raw: str | None = None,
) -> None:
    # pyHanko takes a second to import, and looking at papers needs none of it.
    from app.signing.pades import prepare_pdf, sign_pdf

    boxes = [PlacedBox.of(box) for box in paper.boxes]
    before = current_pdf(desk, paper)
    prepared = before
    if not any(one.tail for one in signatures_of(desk.database, paper.record)):
        prepared = prepare_pdf(before, boxes)
    signed = sign_pdf(
        prepared,
        next((box for box in boxes if box.id == signer), None),
        signing,
        reason=paper.title,
        name=name,
        at=desk.clock.now(),
        who=signer,
        appearance=None if how == "thumb" else mark,
        thumb=mark if how == "thumb" else None,
        attributes=attributes,
        final=order.is_last(state, signer),
    )
    revision = hashlib.sha256(signed.pdf).hexdigest()
    order.signed(state, signer, how, state.revision, revision)
    with desk.together():
        tail = attach(desk, paper.case, signed.pdf[len(before) :], f"{paper.title}-{signer}", TAIL_TYPE)
        fields = {"before": state.revision, "revision": revision, "tail": tail, "name": name, "raw": raw}
        if prepared != before:
            fields["prepared"] = hashlib.sha256(prepared).hexdigest()
        _record(desk, paper, len(state.settled), signer, how, {**fields, "signatures": signed.signatures})


def _record(desk: Desk, paper: Paper, ordinal: int, signer: str, how: str, more: dict[str, Any]) -> None:
    act = {"refused": "signing.refused", "wet": "signing.scanned", "seal": "signing.sealed"}.get(how, "signing.signed")
    desk.record(
        act,
        desk.new_id("signature"),
        {"paper": paper.record, "signer": signer, "how": how, "ordinal": ordinal, **more},
        case=paper.case,
    )


def _check_officer(desk: Desk, paper: Paper, signer: str) -> None:
    """Who hears the case signs himself, each member of a panel in his own place (民诉155: 由审判人员、书记员署名)."""
    if signer == "server" and desk.officer.role in ("judge", "clerk", "assistant_judge"):
        return
    box, _, place = signer.partition(":")
    his = desk.officer.role in OFFICER_BOXES.get(box, ())
    if box == "assessor":
        # Counted as on the paper, where he who presides stands first and signs as the judge.
        seats = {str(number): member["name"] for number, member in enumerate(paper.blanks.get("panel") or ())}
        his = his and seats.get(place) == desk.officer.name
    elif box in ("judge", "clerk") and paper.case != COURT:
        his = his and load_case(desk.database, paper.case).fields[box] == desk.officer.id
    if not his:
        raise NeedsCorrection("not_your_signature", signer=signer, role=desk.officer.role)


def _signs_by_name(desk: Desk, paper: Paper, signer: str) -> bool:
    """A record's box is empty and takes the officer's name; a statement's closing has it in print already."""
    return f"@sign {signer} " in templates.load(paper.document, paper.version, database=desk.database).body


__all__ = [
    "PlacedBox",
    "Signature",
    "SigningKeys",
    "current_pdf",
    "needs_paper",
    "note_refusal",
    "revisions_of",
    "scan_wet_signature",
    "seal_paper",
    "sign_by_pen",
    "sign_by_thumb",
    "sign_with_key",
    "state_of",
    "waiting_papers",
]
