"""Papers of no case that suit now: a received filing's receipt and correction, how a suggestion's answer begins."""

from __future__ import annotations

import datetime

from app.archive.known import Known
from app.archive.offers import offers_of
from app.archive.shelf import feedback_begun, shelf_offers
from app.cases.store import load_case
from app.documents.fonts import FontSet
from app.documents.service import composed, issue
from app.documents.store import load_paper
from app.intake.received import decline_received, note_taken_back, register_received
from app.journal.entry import COURT
from app.service.deadlines import running
from app.service.service import remind, serve
from support.acts import a_suggestion, hand_suggestion_over, receive, to_correct
from support.village import as_judge, filing


def words(desk, offer):
    template, blanks = composed(desk, None, offer.document, offer.blanks, made_on="2026-03-20")
    return template.text(blanks)


def test_the_receipt_names_each_material_and_the_moment_it_came(desk):
    """民诉69; 解释208."""
    record = receive(desk)
    (offer,) = shelf_offers(desk)
    assert (offer.document, offer.concerns) == ("evidence_receipt", record)
    said = words(desk, offer)
    for part in ("民间借贷纠纷", "尚未立案", "张𬱖", "2026年3月20日9时05分", "民事起诉状", "以上材料共2件"):
        assert part in said, part


def test_the_notice_says_what_to_correct_and_until_when(desk):
    """立案7."""
    to_correct(desk)
    offer = next(one for one in shelf_offers(desk) if one.document == "correction_notice")
    said = words(desk, offer)
    for part in (
        "张𬱖：",
        "2026年3月20日提交的民间借贷纠纷",
        "一、写明被告的住址；",
        "二、补交借条复印件一份。",
        "2026年3月30日前",
    ):
        assert part in said, part


def test_they_are_issued_to_no_case_and_end_with_the_filing(desk):
    record = receive(desk)
    (offer,) = shelf_offers(desk)
    issued = issue(
        desk, None, offer.document, offer.blanks, made_on="2026-03-20", fonts=FontSet.find(), concerns=offer.concerns
    )
    paper = load_paper(desk.database, issued)
    assert (paper.case, paper.concerns, paper.number) == (COURT, record, None)
    note_taken_back(desk, record, at="2026-03-21T09:00:00+08:00", by="张𬱖", reason="已经和好")
    assert shelf_offers(desk) == []


def test_registered_they_are_in_the_dossier_of_the_case(desk):
    record = receive(desk)
    (offer,) = shelf_offers(desk)
    told = {"made_on": "2026-03-20", "fonts": FontSet.find(), "concerns": record}
    issue(desk, None, offer.document, offer.blanks, **told)
    other = receive(desk, filing(mode="written", facts="另一笔"))
    case = register_received(desk, record, filing(mode="written"))
    assert [row["name"] for row in Known(desk, case, "2026-03-20").dossier()] == ["诉讼材料收取清单"]
    unrelated = register_received(desk, other, filing(mode="written", facts="另一笔"))
    assert Known(desk, unrelated, "2026-03-20").dossier() == []


def test_of_a_suit_that_is_not_accepted_there_is_the_ruling_and_who_filed_may_appeal_in_ten_days(desk):
    """民诉126, 157, 171: served on Friday 20 March 2026, the tenth day after it is Monday 30 March."""
    judge = as_judge(desk)
    case = decline_received(judge, receive(desk), filing(mode="written"), reason="没有明确的被告")
    offers = {one.document: one for one in offers_of(desk, case)}
    assert offers["ruling_not_accepted"].blanks == {"reasons": "没有明确的被告"}
    assert not {"acceptance_notice", "notice_to_respond", "fee_notice", "summons"} & set(offers)
    ruling = issue(
        judge, case, "ruling_not_accepted", offers["ruling_not_accepted"].blanks,
        made_on="2026-03-20", fonts=FontSet.find(),
    )  # fmt: skip
    serve(desk, case, [ruling], "plaintiff", "direct", at="2026-03-20T16:00:00+08:00")
    periods = running(desk.database, load_case(desk.database, case), datetime.date(2026, 3, 21))
    assert ("T36", "张𬱖", datetime.date(2026, 3, 30)) in [(one.rule, one.whose, one.until) for one in periods]
    assert not {"T04", "T08", "T44"} & {one.rule for one in periods}


def test_the_register_of_an_answer_begins_with_what_was_handed_over_and_when(desk):
    assert feedback_begun(desk) == {}
    service = hand_suggestion_over(desk, a_suggestion(desk))
    reminder = {"on": "2026-05-21", "how": "电话", "result": "答应本周答复"}
    remind(desk, service, **reminder)
    assert feedback_begun(desk) == {
        "feedback": {
            "number": "淄川法建〔2026〕3号",
            "unit": "岭子镇人民政府",
            "served_on": "2026-03-20",
            "due_on": "2026-05-20",
        },
        "reminders": [reminder],
    }
