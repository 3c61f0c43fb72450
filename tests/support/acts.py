"""Every act of a case as an officer does it, each with what must have happened before: for tests that make it fail."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.approvals import service as approvals
from app.archive.offers import offer_of
from app.attachments.service import attach, set_aside
from app.cases import service as cases
from app.cases.code_tables import import_table
from app.cases.numbers import lease_block, renumber_case, void_number
from app.cases.parties import join_party, name_agents
from app.cases.review import decide_track, note_jurisdiction
from app.cases.store import load_case
from app.cases.suspensions import end_suspension, suspend_limit
from app.circuit import service as circuit
from app.desk import Desk
from app.documents.fonts import FontSet
from app.documents.service import issue
from app.fees import reviews
from app.fees import service as fees
from app.hearings import service as hearings
from app.hearings.pauses import adjourn_sitting, pause_sitting, resume_sitting
from app.hearings.recording import begin_recording, rescue_recordings
from app.intake import claims, received
from app.intake.counterclaims import decide_counterclaim, take_counterclaim, withdraw_counterclaim
from app.intake.service import Filing, file_case, state_elements, take_defence
from app.judgments import service as judgments
from app.mediation import service as mediation
from app.service import service as services
from app.service.appeals import answer_appeal, bring_appeal, note_appeal_fee, note_higher_court, withdraw_appeal
from app.service.entrusted import note_letter_received, note_returned
from app.service.forced_appearance import note_effect, request_forced_appearance
from app.signing.certificates import OFFICER, KeyHolder, ask
from support.village import (
    DEFENDANT,
    FILING,
    JOINER,
    PLAINTIFF,
    Officer,
    a_case,
    a_confirmation,
    as_judge,
    filing,
    hand_over,
    know_each_other,
    new_desk,
)

ROOT = Path(__file__).parents[2]
OPENED = "2026-03-20T09:40:00+08:00"


@dataclass(frozen=True)
class Act:
    """``before`` makes what the act needs and gives it; ``do`` is the act."""

    before: Callable[[Desk], Any]
    do: Callable[[Desk, Any], Any]


def a_sitting(desk: Desk) -> str:
    return hearings.open_sitting(desk, a_case(desk), opened_at=OPENED, place="村委会")


def a_paused_sitting(desk: Desk) -> str:
    sitting = a_sitting(desk)
    pause_sitting(desk, sitting, OPENED, "现场查看")
    return sitting


def a_recording_cut_short(desk: Desk) -> str:
    sitting = a_sitting(desk)
    begun = begin_recording(desk, sitting, OPENED)
    begun.incoming.write(bytes(32_000))
    begun.incoming.close()
    return sitting


def defend(desk: Desk, case: str, text: str = "同意归还。") -> str:
    return take_defence(
        desk, case, by="defendant", at=OPENED, place="村委会", oral=True, answers=[{"claim": None, "text": text}]
    )


def a_defended_case(desk: Desk) -> str:
    case = a_case(desk)
    defend(desk, case)
    return case


def a_turn(desk: Desk) -> str:
    return hearings.end_turn(desk, a_sitting(desk), "plaintiff", "三万五。")


def a_paper(desk: Desk, document: str = "acceptance_notice") -> tuple[str, str]:
    """A case, and a paper on record in it."""
    case = a_case(desk)
    return case, a_paper_of(desk, case, document)


def a_paper_of(
    desk: Desk,
    case: str,
    document: str,
    made_on: str = "2026-03-20",
    concerns: str | None = None,
    blanks: dict[str, Any] | None = None,
    title: str = "受理案件通知书",
) -> str:
    """A paper on record, without the trouble of setting it."""
    paper = desk.new_id("paper")
    desk.record(
        "paper.issued",
        paper,
        {
            "document": document,
            "version": 1,
            "title": title,
            "made_on": made_on,
            "content": "attachment-1",
            "digest": "0" * 64,
            "pages": 1,
            "signers": [],
            "boxes": [],
            "blanks": blanks or {},
            "concerns": concerns,
        },
        case=case,
    )
    return paper


def a_paper_for_the_telephone(desk: Desk) -> tuple[str, str]:
    case, paper = a_paper(desk)
    address = {"address": "梧桐村12号", "electronic": True, "by": "短信", "to": "13900000001"}
    cases.confirm_service_address(desk, case, "plaintiff", address)
    return case, paper


def queue(desk: Desk, told: tuple[str, str]) -> str:
    case, paper = told
    waits = {"at": None, "queued_at": "2026-03-20T16:05:00+08:00"}
    return services.serve(desk, case, [paper], "plaintiff", "electronic", **waits)


def a_waiting_service(desk: Desk) -> str:
    return queue(desk, a_paper_for_the_telephone(desk))


def evidence_of(desk: Desk) -> str:
    a_case(desk)
    return desk.journal.records("evidence")[0]


def a_disputed_party(desk: Desk) -> str:
    """Two laptops have each noted another telephone number of the plaintiff's."""
    case = a_case(desk)
    other = new_desk(desk.database.path.parent / "other", 2, lease=False)
    know_each_other(desk, other)
    hand_over(desk, other)
    for laptop, phone in ((desk, "13900000011"), (other, "13900000022")):
        cases.correct_party(laptop, case, "plaintiff", {"phone": phone})
    hand_over(other, desk)
    other.database.close()
    return next(record for record in desk.journal.records("party") if desk.told(record).rivals)


def a_confirmation_with_agreement(desk: Desk) -> str:
    case = a_confirmation(desk)
    bring(desk, case)
    return case


def bring(desk: Desk, case: str) -> str:
    return mediation.bring_outside_agreement(
        desk,
        case,
        organisation="岭子镇人民调解委员会",
        mediator="周怀仁",
        route="own_application",
        agreed_on="2026-03-10",
        terms=["每月支付赡养费600元。"],
    )


def agree(desk: Desk, case: str, **changes: Any) -> str:
    told = {
        "at": "2026-03-20T10:05:00+08:00",
        "place": "调解室",
        "public": False,
        "terms": ["被告偿还36000元。"],
        "fee_borne_by": "defendant",
    }
    return mediation.agree(as_judge(desk), case, **{**told, **changes})


STATEMENT = {
    "terms": ["被告李喆于2026年4月20日前偿还原告张𬱖借款36000元。"],
    "effect": "on_receipt",
    "fee_borne_by": "defendant",
}


def issue_statement(desk: Desk, case: str) -> str:
    """The mediation statement of the case, now of small claims, is issued; gives its record."""
    cases.decide_procedure(desk, case, "small_claims")
    return issue(desk, case, "civil_mediation_statement", STATEMENT, made_on="2026-03-20", fonts=FontSet.find())


def announce(desk: Desk, case: str, **changes: Any) -> str:
    """The judge announces in the village that the loan is to be repaid, with some of its words changed."""
    told: dict[str, Any] = {
        "form": "tabular",
        "orders": ["被告李喆于本判决生效之日起十日内偿还原告张𬱖36000元。"],
        "laws": ["《中华人民共和国民法典》第六百七十五条"],
        "fee_borne_by": "defendant",
        "announced_at": "2026-03-20T15:50:00+08:00",
        "announced_place": "村委会",
        "present": ["plaintiff"],
    }
    return judgments.announce(as_judge(desk), case, **{**told, **changes})


def withdraw(desk: Desk, case: str) -> str:
    told = {"by": ["plaintiff"], "at": "2026-03-20T12:00:00+08:00", "reason": "和好", "granted": True}
    return judgments.rule_on_withdrawal(as_judge(desk), case, **told)


ABSENT: dict[str, Any] = {
    "by": ["plaintiff"],
    "ground": "absent",
    "at": "2026-03-27T10:00:00+08:00",
    "notified_on": "2026-03-20",
}


def deem_withdrawn(desk: Desk, case: str, **changes: Any) -> str:
    """The plaintiff, summoned on 20 March, did not come on the 27th."""
    return judgments.deem_withdrawn(as_judge(desk), case, **{**ABSENT, **changes})


def relieve(desk: Desk, case: str) -> str:
    return fees.decide_relief(
        desk,
        case,
        kind="deferral",
        reason="法律援助",
        article="费用47(三)",
        applied_at="2026-03-20T14:35:00+08:00",
        approved_by="chief-1",
        approved_at="2026-03-20T14:45:00+08:00",
    )


def pay(desk: Desk, case: str) -> str:
    return fees.take_payment(desk, case, payer="plaintiff", amount="50.00", how="bank", at="2026-03-20T12:10:00+08:00")


def a_paid_case(desk: Desk) -> str:
    case = a_case(desk)
    pay(desk, case)
    return case


def order_refund(desk: Desk, case: str, effective_on: str | None = None) -> str:
    return fees.order_refund(
        desk,
        case,
        payer="plaintiff",
        borne="0.00",
        reason="判决由被告负担",
        article="费用53",
        account="示例银行 0001（示例）",
        ordered_at="2026-04-08T09:00:00+08:00",
        effective_on=effective_on,
    )


AFTER = "2026-03-20T10:30:00+08:00"


def ask_for_review(desk: Desk, case: str, **changes: Any) -> str:
    """The plaintiff disputes on 8 April how the fee was reckoned."""
    told = {"by": "plaintiff", "at": "2026-04-08T09:00:00+08:00", "disputes": "computing", "why": "没有减半"}
    return reviews.request_review(desk, case, **{**told, **changes})


COUNTER: dict[str, Any] = {
    "by": "defendant",
    "at": AFTER,
    "claims": [{"kind": "property", "amount": "50000.00", "text": "判令反诉被告支付货款50000元"}],
    "facts": "原告欠被告货款50000元，一直没有付。",
}


MATERIALS = [
    {"name": "民事起诉状", "original": True, "copies": 2, "pages": 3},
    {"name": "借条", "original": False, "copies": 1, "pages": 1},
]


def receive(desk: Desk, filed: Filing | None = None, **changes: Any) -> str:
    """The small loan case came at five past nine and is not registered on the spot."""
    told = {"handed_in_by": "张𬱖", "how": "in_person", "why": "to_examine", "materials": MATERIALS}
    return received.receive_filing(desk, filed or filing(mode="written"), **{**told, **changes})


def to_correct(desk: Desk) -> str:
    """What came on 20 March is to be corrected until the 30th."""
    record = receive(desk, why="to_correct")
    items = ["写明被告的住址", "补交借条复印件一份"]
    received.tell_correction(desk, record, at="2026-03-20T09:40:00+08:00", items=items, until="2026-03-30")
    return record


def complained_of(desk: Desk) -> str:
    record = receive(desk)
    received.note_complaint(desk, record, at="2026-03-30T09:00:00+08:00", by="张𬱖", what="过了七天没有答复")
    return record


def a_suggestion(desk: Desk) -> str:
    """A judicial suggestion on record, without the trouble of setting it."""
    told = {"number": "淄川法建〔2026〕3号", "to": "岭子镇人民政府", "reply_months": 2}
    return a_paper_of_no_case(desk, "judicial_suggestion", {"suggestion": told})


def a_paper_of_no_case(desk: Desk, document: str, blanks: dict[str, Any]) -> str:
    paper = desk.new_id("paper")
    told = {"document": document, "version": 1, "title": "司法建议书", "made_on": "2026-03-20", "blanks": blanks}
    set_down = {"content": "attachment-1", "digest": "0" * 64, "pages": 1, "signers": [], "boxes": []}
    desk.record("paper.issued", paper, {**told, **set_down})
    return paper


def hand_suggestion_over(desk: Desk, paper: str) -> str:
    told = {"to": "岭子镇人民政府", "how": "direct", "at": "2026-03-20T16:00:00+08:00", "received_by": "党政办 孙平"}
    return services.hand_over(desk, paper, **told)


def first_claim(desk: Desk, case: str) -> str:
    """The record of the claim that the case was filed with."""
    return load_case(desk.database, case).claims[0].record


def a_case_with_two_claims(desk: Desk) -> str:
    interest = {"kind": "property", "amount": "1000.00", "text": "判令被告支付利息1000元"}
    return a_case(desk, claims=[*FILING["claims"], interest])


def a_counterclaim(desk: Desk, **changes: Any) -> tuple[str, str]:
    """A case and the counterclaim that its defendant brought."""
    case = a_case(desk)
    return case, take_counterclaim(desk, case, **{**COUNTER, **changes})


def join(desk: Desk, told: tuple[str, str], **changes: Any) -> tuple[str, str]:
    """The judge hears the counterclaim with the suit."""
    decided = {"joined": True, "why": "基于相同事实", "at": AFTER, **changes}
    decide_counterclaim(as_judge(desk), *told, **decided)
    return told


APPEAL: dict[str, Any] = {
    "by": "defendant",
    "at": "2026-04-07T10:00:00+08:00",
    "request": "撤销一审判决，改判驳回原告的诉讼请求。",
    "reasons": "已归还20000元，一审没有查清。",
    "amount": "20000.00",
}


def a_judged_case(desk: Desk, **changes: Any) -> tuple[str, str]:
    """A case and its judgment, served on the plaintiff on 20 March 2026 and on the defendant on the 24th."""
    case = a_case(desk, **changes)
    announce(desk, case, fee_borne_by="shared")
    paper = a_paper_of(desk, case, "civil_judgment_simplified")
    for party in load_case(desk.database, case).parties:
        day = "20" if party.role == "plaintiff" else "24"
        services.serve(desk, case, [paper], party.key, "direct", at=f"2026-03-{day}T16:00:00+08:00")
    return case, paper


def appeal(desk: Desk, told: tuple[str, str], **changes: Any) -> tuple[str, str]:
    """The case, and the appeal of its defendant against the paper."""
    case, paper = told
    return case, bring_appeal(desk, case, paper=paper, **{**APPEAL, **changes})


def an_appeal(desk: Desk, **changes: Any) -> tuple[str, str]:
    return appeal(desk, a_judged_case(desk), **changes)


def an_appeal_sent_up(desk: Desk) -> tuple[str, str]:
    told = an_appeal(desk)
    a_paper_of(desk, told[0], "appeal_transfer_letter", "2026-04-28")
    return told


THIRD: dict[str, Any] = {
    "role": "third_party",
    "kind": "natural_person",
    "name": "周禾",
    "id_type": "居民身份证",
    "id_no": "370302199007220246",
    "sex": "女",
    "born": "1990-07-22",
    "address": "淄川区岭子镇梧桐村3号",
}
INDEPENDENT: dict[str, Any] = {
    "by": "third_party",
    "at": AFTER,
    "claims": [{"kind": "property", "amount": "50000.00", "text": "确认借款中的50000元归第三人所有"}],
    "facts": "这笔款里有50000元是第三人的。",
}
OWN_RIGHT = "对本诉的诉讼标的有独立的请求权"


def an_independent_claim(desk: Desk, procedure: str = "ordinary", **changes: Any) -> tuple[str, str]:
    """A suit about 100,000 in which a third party asks for 50,000 against both sides."""
    hundred = [{"kind": "property", "amount": "100000", "text": "判令被告偿还借款本金100000元"}]
    case = a_case(desk, procedure, claims=hundred, parties=[PLAINTIFF, DEFENDANT, THIRD])
    return case, take_counterclaim(desk, case, **{**INDEPENDENT, **changes})


def a_letter_to_another_court(desk: Desk) -> tuple[str, str]:
    """A case, and the letter by which another court is asked to serve on the defendant."""
    case = a_case(desk)
    told = {"letter": {"to": "山东省济南市历下区人民法院", "recipient": "defendant"}}
    return case, a_paper_of(desk, case, "service_entrustment_letter", blanks=told)


def a_letter_received(desk: Desk) -> tuple[str, str]:
    told = a_letter_to_another_court(desk)
    note_letter_received(desk, *told, at="2026-03-24T10:00:00+08:00")
    return told


PRESIDENT = Officer("president", "韩立言", "president")
ANSWER: dict[str, Any] = {
    "granted": True,
    "decided_by": "president",
    "decided_at": "2026-03-20T10:10:00+08:00",
    "how": "telephone",
    "number": "0533-0000000",
}
# Made up: no notice for this year was known when it was written.
NOTICE = (
    'year = 2027\nsource = "示例"\npublished = "2026-11-25"\nmakeup = []\n'
    'off = ["2027-01-01/2027-01-03", "2027-02-05/2027-02-10", "2027-04-05", "2027-05-01/2027-05-05", '
    '"2027-06-09", "2027-09-15", "2027-10-01/2027-10-07"]\n'
)


def put_a_fine(desk: Desk, case: str, answer: dict[str, Any] | None = None) -> str:
    return approvals.request_approval(
        as_judge(desk),
        case,
        "fine",
        reason="哄闹法庭，不听制止",
        article="民诉113",
        requested_at="2026-03-20T10:00:00+08:00",
        about={"person": "王某", "amount": "2000.00"},
        decision=answer,
    )


MAY = "2026-05-08T09:10:00+08:00"
LATER = {"decided_at": "2026-04-22T10:20:00+08:00"}


def a_case_summoned_twice(desk: Desk) -> str:
    """The defendant had two summonses and came to neither hearing."""
    case, paper = a_paper(desk, "summons")
    return stay_away_twice(desk, case, paper)


def stay_away_twice(desk: Desk, case: str, paper: str) -> str:
    for served, at, to in (("03-20T16", "03-31T09", "04-21T09"), ("04-02T16", "04-21T10", "05-08T09")):
        services.serve(desk, case, [paper], "defendant", "direct", at=f"2026-{served}:00:00+08:00")
        told = {"at": f"2026-{at}:40:00+08:00", "who": "defendant", "contact": [], "place": "法庭", "here": "法庭"}
        hearings.note_absence(desk, case, adjourned_to=f"2026-{to}:30:00+08:00", **told)
    return case


def put_a_compulsory_appearance(desk: Desk, case: str, answer: dict[str, Any] | None = None) -> str:
    return request_forced_appearance(
        as_judge(desk),
        case,
        person="defendant",
        must_appear="facts",
        reason="经两次传票传唤，无正当理由拒不到庭",
        article="民诉112",
        requested_at="2026-04-22T10:00:00+08:00",
        decision=answer,
    )


def appraise(desk: Desk, case: str) -> str:
    return suspend_limit(desk, case, ground="appraisal", first="2026-04-01", reason="房屋质量鉴定")


def absence(desk: Desk, case: str) -> str:
    return hearings.note_absence(
        desk,
        case,
        at="2026-03-20T16:20:00+08:00",
        who="defendant",
        contact=[],
        adjourned_to="2026-04-08T09:30:00+08:00",
        place="岭子人民法庭",
        here="小口村",
    )


ADDRESS = {"address": "梧桐村12号", "electronic": False}
LPR = """
source = "示例"
verified = true
seen_until = "2026-11-20"
changes = [["2026-01-20", "2.90", "3.40"]]
"""
NOTHING: Callable[[Desk], Any] = lambda desk: None  # noqa: E731
ACTS: dict[str, Act] = {
    "file a case": Act(NOTHING, lambda desk, _: file_case(desk, filing())),
    "decide the procedure": Act(
        lambda desk: a_case(desk, procedure=None),
        lambda desk, case: cases.decide_procedure(as_judge(desk), case, "simplified"),
    ),
    "note waivers": Act(
        a_case, lambda desk, case: cases.note_waivers(desk, case, evidence_period=["plaintiff"], defence_period=[])
    ),
    "give the small-claims notice": Act(
        lambda desk: a_case(desk, "small_claims"),
        lambda desk, case: cases.give_small_claims_notice(desk, case, at=OPENED, to=["plaintiff"]),
    ),
    "confirm an address": Act(
        a_case, lambda desk, case: cases.confirm_service_address(desk, case, "plaintiff", ADDRESS)
    ),
    "state elements": Act(a_case, lambda desk, case: state_elements(desk, case, {"本金": "36000元"})),
    "take a defence": Act(a_case, defend),
    "take a defence anew": Act(a_defended_case, lambda desk, case: defend(desk, case, "没有意见。")),
    "add a claim": Act(
        a_case,
        lambda desk, case: claims.add_claim(
            desk, case, {"kind": "property", "amount": "1000", "text": "利息"}, by="plaintiff", at=AFTER
        ),
    ),
    "change a claim": Act(
        a_case,
        lambda desk, case: claims.change_claim(
            desk, case, first_claim(desk, case), {"amount": "30000"}, by="plaintiff", at=AFTER
        ),
    ),
    "give a claim up": Act(
        a_case_with_two_claims,
        lambda desk, case: claims.drop_claim(desk, case, first_claim(desk, case), by="plaintiff", at=AFTER),
    ),
    "take a counterclaim": Act(a_case, lambda desk, case: take_counterclaim(desk, case, **COUNTER)),
    "hear a counterclaim with the suit": Act(a_counterclaim, join),
    "let a counterclaim be withdrawn": Act(
        a_counterclaim,
        lambda desk, told: withdraw_counterclaim(desk, *told, by="defendant", at=AFTER, reason="双方和解"),
    ),
    "appeal a judgment": Act(a_judged_case, appeal),
    "answer an appeal": Act(
        an_appeal, lambda desk, told: answer_appeal(desk, *told, by="plaintiff", at="2026-04-20T10:00:00+08:00")
    ),
    "note the fee of an appeal": Act(
        an_appeal, lambda desk, told: note_appeal_fee(desk, *told, how="paid", at="2026-04-08", ticket_no="001")
    ),
    "withdraw an appeal": Act(
        an_appeal, lambda desk, told: withdraw_appeal(desk, *told, by="defendant", at="2026-04-10T10:00:00+08:00")
    ),
    "note what the higher court decided": Act(
        an_appeal_sent_up,
        lambda desk, told: note_higher_court(
            desk, *told, how="withdrawal_granted", at="2026-05-20", number="（2026）鲁03民终15号"
        ),
    ),
    "correct a party": Act(a_case, lambda desk, case: cases.correct_party(desk, case, "plaintiff", {"phone": "139"})),
    "open a sitting": Act(
        a_case, lambda desk, case: hearings.open_sitting(desk, case, opened_at=OPENED, place="村委会")
    ),
    "end a turn": Act(a_sitting, lambda desk, sitting: hearings.end_turn(desk, sitting, "plaintiff", "他借了三万六。")),
    "correct a turn": Act(a_turn, lambda desk, turn: hearings.correct_turn(desk, turn, "三万六。", "plaintiff")),
    "attach the sound": Act(a_sitting, lambda desk, sitting: hearings.attach_sound(desk, sitting, ["attachment-1"])),
    "pause a sitting": Act(a_sitting, lambda desk, sitting: pause_sitting(desk, sitting, OPENED, "现场查看")),
    "go on with a sitting": Act(a_paused_sitting, lambda desk, sitting: resume_sitting(desk, sitting, OPENED)),
    "put a sitting off": Act(
        a_sitting,
        lambda desk, sitting: adjourn_sitting(
            desk, sitting, OPENED, "调取证据", to="2026-04-08T09:30:00+08:00", place="法庭"
        ),
    ),
    "begin a recording": Act(a_sitting, lambda desk, sitting: begin_recording(desk, sitting, OPENED).incoming.close()),
    "save a recording that was cut short": Act(
        a_recording_cut_short, lambda desk, sitting: rescue_recordings(desk, sitting)
    ),
    "close a sitting": Act(a_sitting, lambda desk, sitting: hearings.close_sitting(desk, sitting, OPENED)),
    "note an absence": Act(a_case, absence),
    "agree before the court": Act(a_case, agree),
    "note a failed mediation": Act(
        a_case, lambda desk, case: mediation.fail(as_judge(desk), case, at=OPENED, place="调解室", reason="差距大")
    ),
    "bring an outside agreement": Act(a_confirmation, bring),
    "confirm an agreement": Act(
        a_confirmation_with_agreement, lambda desk, case: mediation.confirm(as_judge(desk), case, on="2026-03-20")
    ),
    "announce a judgment": Act(a_case, announce),
    "rule on a withdrawal": Act(a_case, withdraw),
    "rule on a withdrawal while a counterclaim goes on": Act(
        lambda desk: join(desk, a_counterclaim(desk))[0], lambda desk, case: withdraw(desk, case)
    ),
    "rule that a suit counts as withdrawn": Act(a_case, deem_withdrawn),
    "decide relief": Act(a_case, relieve),
    "take a payment": Act(a_case, pay),
    "order a refund": Act(a_paid_case, order_refund),
    "put a matter to the president": Act(a_case, put_a_fine),
    "put a matter and note the answer": Act(a_case, lambda desk, case: put_a_fine(desk, case, ANSWER)),
    "note an answer by telephone": Act(
        lambda desk: put_a_fine(desk, a_case(desk)),
        lambda desk, approval: approvals.note_decision(desk, approval, **ANSWER),
    ),
    "sign for an answer": Act(
        lambda desk: put_a_fine(desk, a_case(desk), ANSWER),
        lambda desk, approval: approvals.sign_for(desk.acting_as(PRESIDENT), approval, at="2026-03-20T18:00:00+08:00"),
    ),
    "put a compulsory appearance to the president": Act(a_case_summoned_twice, put_a_compulsory_appearance),
    "note how a compulsory appearance ended": Act(
        lambda desk: put_a_compulsory_appearance(desk, a_case_summoned_twice(desk), {**ANSWER, **LATER}),
        lambda desk, approval: note_effect(desk, approval, effect="not_found", at=MAY, by="法警", explained=False),
    ),
    "import a holiday notice": Act(NOTHING, lambda desk, _: import_table(as_judge(desk), NOTICE)),
    "serve a paper": Act(
        a_paper,
        lambda desk, told: services.serve(
            desk, told[0], [told[1]], "plaintiff", "direct", at="2026-03-20T16:00:00+08:00"
        ),
    ),
    "note that another court has the letter": Act(
        a_letter_to_another_court,
        lambda desk, told: note_letter_received(desk, *told, at="2026-03-24T10:00:00+08:00"),
    ),
    "note that it sent its certificate back": Act(
        a_letter_received,
        lambda desk, told: note_returned(desk, *told, result="served", at="2026-04-07T10:00:00+08:00"),
    ),
    "note that a paper was sent": Act(
        a_waiting_service, lambda desk, service: services.note_sent(desk, service, at="2026-03-20T18:00:00+08:00")
    ),
    "attach a photograph": Act(
        a_case, lambda desk, case: attach(desk, case, b"not really a picture", "欠条.jpg", "image/jpeg")
    ),
    "depart": Act(NOTHING, lambda desk, _: circuit.depart(desk, date="2026-03-20", vehicle="流动车", stops=["梧桐村"])),
    "log a service": Act(
        NOTHING,
        lambda desk, _: circuit.log_service(
            desk, kind="法治宣传", at="2026-03-20T16:40:00+08:00", place="小口村", people=14, summary="普法"
        ),
    ),
    "lease numbers": Act(NOTHING, lambda desk, _: lease_block(desk, "鲁0302", "民初", 2027, 1, 5)),
    "renumber a case": Act(a_case, lambda desk, case: renumber_case(as_judge(desk), case, "重号")),
    "join a party": Act(
        a_case,
        lambda desk, case: join_party(
            as_judge(desk), case, JOINER, at=OPENED, on_application_of="plaintiff", reason="是必须共同进行诉讼的当事人"
        ),
    ),
    "name agents": Act(
        a_case, lambda desk, case: name_agents(desk, case, "plaintiff", [{"name": "冯律", "kind": "lawyer"}])
    ),
    "note the jurisdiction": Act(
        a_case, lambda desk, case: note_jurisdiction(desk, case, here=["performance"], facts=[])
    ),
    "decide the track": Act(
        a_case, lambda desk, case: decide_track(as_judge(desk), case, track="fast", flags=[], mediation_wanted=True)
    ),
    "suspend the trial limit": Act(a_case, appraise),
    "end a suspension": Act(
        lambda desk: appraise(desk, a_case(desk)), lambda desk, record: end_suspension(desk, record, "2026-04-30")
    ),
    "set an attachment aside": Act(
        lambda desk: attach(desk, a_case(desk), b"not really a picture", "欠条.jpg", "image/jpeg"),
        lambda desk, attachment: set_aside(desk, attachment, "重复"),
    ),
    "scan evidence": Act(
        evidence_of,
        lambda desk, evidence: desk.record(
            "evidence.scanned", evidence, {"files": ["attachment-1"]}, case=desk.told(evidence).case
        ),
    ),
    "give an original back": Act(
        evidence_of, lambda desk, evidence: circuit.return_original(desk, evidence, at=OPENED, to="plaintiff")
    ),
    "pay a refund out": Act(
        lambda desk: order_refund(desk, a_paid_case(desk)),
        lambda desk, refund: fees.note_refunded(desk, refund, OPENED),
    ),
    "import a table of interest": Act(NOTHING, lambda desk, _: import_table(as_judge(desk), LPR)),
    "pick between two values": Act(a_disputed_party, lambda desk, party: desk.decide(party, "phone", "13900000022")),
    "ask for a certificate": Act(
        NOTHING,
        lambda desk, _: ask(desk, KeyHolder(OFFICER, "clerk-1", b"a public key", "书记员甲", "clerk"), b"a request"),
    ),
    "issue a paper": Act(
        a_case,
        lambda desk, case: issue(
            as_judge(desk),
            case,
            "acceptance_notice",
            offer_of(desk, case, "acceptance_notice").blanks,
            made_on="2026-03-20",
            fonts=FontSet.find(),
        ),
    ),
    "queue a paper for sending": Act(a_paper_for_the_telephone, queue),
    "ask for the fee to be looked at again": Act(a_case, ask_for_review),
    "answer who disputes the fee": Act(
        lambda desk: (case := a_case(desk), ask_for_review(desk, case)),
        lambda desk, told: reviews.answer_review(
            as_judge(desk), *told, at="2026-04-10T09:00:00+08:00", answered_by="judge-1", reason="计算无误"
        ),
    ),
    "receive a filing": Act(NOTHING, lambda desk, _: receive(desk)),
    "tell what is to be corrected": Act(
        receive,
        lambda desk, record: received.tell_correction(
            desk, record, at=AFTER, items=["写明被告的住址"], until="2026-03-30"
        ),
    ),
    "take corrected papers": Act(
        to_correct,
        lambda desk, record: received.take_corrected(desk, record, at="2026-03-25T09:00:00+08:00", what="起诉状"),
    ),
    "register a received filing": Act(
        receive, lambda desk, record: received.register_received(desk, record, filing(mode="written"))
    ),
    "not accept a received filing": Act(
        receive,
        lambda desk, record: received.decline_received(
            as_judge(desk), record, filing(mode="written"), reason="没有明确的被告"
        ),
    ),
    "give a received filing back": Act(
        to_correct,
        lambda desk, record: received.return_received(desk, record, at="2026-03-31T09:00:00+08:00", to="张𬱖"),
    ),
    "let a received filing be taken back": Act(
        receive,
        lambda desk, record: received.note_taken_back(desk, record, at=AFTER, by="张𬱖", reason="已经和好"),
    ),
    "note a complaint": Act(
        receive, lambda desk, record: received.note_complaint(desk, record, at=AFTER, by="张𬱖", what="不给收据")
    ),
    "answer a complaint": Act(
        complained_of,
        lambda desk, record: received.answer_complaint(desk, record, at="2026-04-01T09:00:00+08:00", answer="已立案"),
    ),
    "hand a paper of no case over": Act(a_suggestion, hand_suggestion_over),
    "remind of an answer": Act(
        lambda desk: hand_suggestion_over(desk, a_suggestion(desk)),
        lambda desk, service: services.remind(desk, service, on="2026-05-10", how="电话", result="正在办"),
    ),
    "void a number": Act(NOTHING, lambda desk, _: void_number(desk, "鲁0302", "民初", 2026, 1505, "纸张损坏")),
}
ASSISTANT = Officer("assistant-1", "何安", "assistant_judge")


def acts_written() -> set[str]:
    """Every text that the program hands to a desk's ``record`` as its act."""
    acts: set[str] = set()
    for module in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "record":
                acts |= {
                    part.value
                    for part in (ast.walk(node.args[0]) if node.args else ())
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return acts
