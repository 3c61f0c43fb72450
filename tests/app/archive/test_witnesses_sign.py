"""Whoever spoke in a sitting signs its record in a box of his own, or is noted as refusing (民诉150)."""

from __future__ import annotations

from app.archive.offers import People, offers_of
from app.cases.store import load_case
from app.desk import Desk
from app.documents.fonts import FontSet
from app.documents.service import composed, issue
from app.documents.store import Paper, load_paper
from app.hearings import service as hearings
from app.service.deadlines import running
from app.signing.pades import mark_owner
from app.signing.service import note_refusal, state_of
from support.village import a_case

DAY = "2026-03-20"
PARTIES = ["plaintiff", "defendant"]


def heard(desk: Desk, kind: str = "hearing", words: str = "是我送的货。") -> str:
    """A case whose sitting heard two witnesses, the first by name, and an interpreter; a third did not speak."""
    case = a_case(desk)
    sitting = hearings.open_sitting(
        desk, case, kind=kind, opened_at=f"{DAY}T09:40:00+08:00", place="村委会", invited=["古丽（翻译）"],
        witnesses=["孙老四"],
    )  # fmt: skip
    for speaker in ("judge", "plaintiff", "witness-2", "invited-1", "witness-1", "witness-2", "defendant"):
        hearings.end_turn(desk, sitting, speaker, words)
    hearings.close_sitting(desk, sitting, f"{DAY}T10:30:00+08:00")
    return case


def record_of(desk: Desk, case: str, document: str = "hearing_record") -> Paper:
    (offer,) = [one for one in offers_of(desk, case, People(PARTIES)) if one.document == document]
    paper = issue(desk, case, document, offer.blanks, made_on=DAY, fonts=FontSet.find(), concerns=offer.concerns)
    return load_paper(desk.database, paper)


def test_each_witness_who_spoke_has_a_box_of_his_own_on_every_page(desk: Desk) -> None:
    paper = record_of(desk, heard(desk, words="当时下着雨，我看见他把借条放进了抽屉。" * 20))
    signing = [(group["kind"], group["who"]) for group in paper.signers]
    assert signing == [
        ("parties", ["party:plaintiff", "party:defendant", "invited:1"]),
        ("present", ["witness:1", "witness:2"]),
        ("judge", ["judge"]),
        ("clerk", ["clerk"]),
    ]
    assert paper.pages > 1
    for box in ("witness:1", "witness:2", "party:plaintiff"):
        signed_at = {one["page"] for one in paper.boxes if box in (one["id"], mark_owner(one["id"]))}
        assert len(signed_at) == paper.pages, (box, signed_at)


def test_a_witness_stands_under_his_name_and_one_whom_nobody_named_under_his_number(desk: Desk) -> None:
    case = heard(desk)
    paper = record_of(desk, case)
    assert paper.who_signs("witness:1") == ("证人", "孙老四")
    assert paper.who_signs("witness:2") == ("证人二", "")
    assert paper.who_signs("witness:3") == ("", "")
    (offer,) = [one for one in offers_of(desk, case, People(PARTIES)) if one.document == "hearing_record"]
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on=DAY)
    text = template.text(blanks)
    assert "@sign witness:1 | 证人孙老四\n" in text and "@sign witness:2 | 证人二\n" in text


def test_a_witness_who_refuses_to_sign_is_noted_with_reason_and_witness_as_a_party_is(desk: Desk) -> None:
    paper = record_of(desk, heard(desk))
    note_refusal(desk, paper.record, "witness:1", reason="说记得不对", witnesses=["书记员苏雨桐"])
    settled = state_of(desk, paper).settled["witness:1"]
    assert (settled.how, settled.reason, settled.witnesses) == ("refused", "说记得不对", ("书记员苏雨桐",))


def test_a_witness_asked_in_an_inquiry_signs_its_record_too(desk: Desk) -> None:
    paper = record_of(desk, heard(desk, kind="inquiry"), "inquiry_record")
    assert ("present", ["witness:1", "witness:2"]) in [(group["kind"], group["who"]) for group in paper.signers]


def test_the_record_is_there_to_be_read_until_the_last_witness_has_signed_or_refused(desk: Desk) -> None:
    """民诉150: 当事人和其他诉讼参与人 read and sign it, so the day stands until nobody's box is open."""

    def runs() -> set[str]:
        return {one.rule for one in running(desk.database, load_case(desk.database, case), desk.clock.now().date())}

    case = heard(desk)
    paper = record_of(desk, case)
    for box in ("party:plaintiff", "party:defendant", "invited:1", "witness:2", "witness:1"):
        assert "T48" in runs(), box
        note_refusal(desk, paper.record, box, reason="不愿意签", witnesses=["周怀仁"])
    assert "T48" not in runs()
