"""What a case costs as it stands, relief, payments and the evening's cash; figures from 费用13–52 and domain 2.9."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.archive.offers import offer_of, offers_of
from app.cases.court import write_court
from app.cases.review import decide_track
from app.cases.service import close_case, decide_procedure
from app.cases.store import load_case
from app.documents.proofread import proofread
from app.documents.service import composed
from app.fees import papers
from app.fees import service as fees
from app.fees.store import refunds_of, relief_of
from app.judgments import service as judgments
from app.mediation import service as mediation
from app.rules.calendar import known_calendar
from support.acts import agree, announce, deem_withdrawn
from support.desks import code_of
from support.village import COURT, DEFENDANT, Officer, a_case, a_confirmation, as_judge

CONDITIONS = ["remote", "heard_on_the_spot", "bank_difficult"]


def claim(amount, kind="property", **more):
    return [{"kind": kind, "amount": amount, "text": "请求", **more}]


def due(desk, case):
    return fees.due_now(desk.database, load_case(desk.database, case))


@pytest.mark.parametrize(
    "amount, procedure, closed, full, now",
    [
        # Domain 2.9, no. 1, 4, 5, 6, 9, 22; 解释206: a halving happens once.
        ("10000", "ordinary", None, "50.00", "50.00"),
        ("12345.67", "simplified", None, "108.64", "54.32"),
        ("50000", "simplified", None, "1050.00", "525.00"),
        ("100000", "small_claims", None, "2300.00", "1150.00"),
        ("200000", "ordinary", None, "4300.00", "4300.00"),
        ("50000", "simplified", "mediated", "1050.00", "525.00"),
        ("50000", "ordinary", "withdrawn", "1050.00", "525.00"),
        ("50000", "ordinary", "judged", "1050.00", "1050.00"),
    ],
)
def test_the_fee_follows_amount_procedure_and_ending(desk, amount, procedure, closed, full, now):
    case = a_case(desk, procedure, claims=claim(amount))
    if closed:
        close_case(as_judge(desk), case, closed, "2026-03-20")
    fee = fees.fee_of(desk.database, load_case(desk.database, case))
    assert (str(fee.full), str(fee.due)) == (full, now)


def test_a_divorce_pays_the_provinces_fee_and_half_a_percent_above_two_hundred_thousand(desk):
    claims = [{"kind": "divorce", "property_total": "500000", "text": "离婚并分割财产"}]
    case = a_case(desk, "ordinary", cause="离婚纠纷", claims=claims)
    # Domain 2.9, no. 25: 300 + 0.5 % of 300,000 = 1,800.
    assert due(desk, case) == Decimal("1800.00")
    decide_procedure(as_judge(desk), case, "simplified")
    assert due(desk, case) == Decimal("900.00")


def test_a_confirmation_costs_nothing(desk):
    assert due(desk, a_confirmation(desk)) == 0


def test_a_court_that_rounds_to_the_yuan_does_so_once_at_the_end(desk):
    write_court(desk.database, {**COURT, "fee_rounding": "yuan_half_up"})
    # Domain 2.8: claim 695,137.05 → half 5,376 in the real judgment (5,375.69 rounded).
    assert due(desk, a_case(desk, claims=claim("695137.05"))) == Decimal("5376.00")


def test_payments_lower_what_is_due_and_nobody_pays_more(desk):
    case = a_case(desk)  # 36,000 → 700.00, half 350.00
    fees.take_payment(desk, case, payer="plaintiff", amount="100.00", how="bank", at="2026-03-20T12:00:00+08:00")
    assert due(desk, case) == Decimal("250.00")
    for amount, code in (
        ("250.01", "paid_more_than_due"),
        ("0", "amount_zero"),
        ("-1", "amount_negative"),
        ("一百", "amount_malformed"),
        ("1.001", "amount_too_many_decimals"),
    ):
        told = {"payer": "plaintiff", "amount": amount, "how": "bank", "at": "x"}
        assert code_of(fees.take_payment, desk, case, **told) == code, amount
    fees.take_payment(desk, case, payer="defendant", amount="250", how="e_payment", at="2026-03-20T12:01:00+08:00")
    assert due(desk, case) == 0


def test_cash_on_the_spot_needs_three_conditions_and_a_receipt_used_once(desk):
    case = a_case(desk)
    cash = {
        "payer": "plaintiff",
        "amount": "50.00",
        "how": "cash_on_the_spot",
        "at": "2026-03-20T12:10:00+08:00",
        "ticket_no": "示例财票0000001",
        "conditions": CONDITIONS,
    }
    # 费用52 ¶3.
    for missing in CONDITIONS:
        fewer = [one for one in CONDITIONS if one != missing]
        assert code_of(fees.take_payment, desk, case, **{**cash, "conditions": fewer}) == "cash_condition_missing"
    assert code_of(fees.take_payment, desk, case, **{**cash, "ticket_no": None}) == "cash_ticket_missing"
    fees.take_payment(desk, case, **cash)
    assert code_of(fees.take_payment, desk, case, **cash) == "ticket_already_used"
    assert code_of(fees.take_payment, desk, case, **{**cash, "how": "barter"}) == "unknown_choice"
    assert code_of(fees.take_payment, desk, case, **{**cash, "payer": "ghost"}) == "unknown_party"


def test_the_evenings_list_holds_the_days_cash_alone(desk):
    case = a_case(desk)
    for number, (how, at) in enumerate(
        [
            ("cash_on_the_spot", "2026-03-20T12:10:00+08:00"),
            ("cash_on_the_spot", "2026-03-20T16:00:00+08:00"),
            ("cash_on_the_spot", "2026-03-21T09:00:00+08:00"),
            ("bank", "2026-03-20T12:10:00+08:00"),
        ]
    ):
        fees.take_payment(
            desk,
            case,
            payer="plaintiff",
            amount="12.30",
            how=how,
            at=at,
            ticket_no=f"示例财票{number}",
            conditions=CONDITIONS,
        )
    payments, total = fees.cash_list(desk.database, "2026-03-20")
    assert [payment["ticket_no"] for payment in payments] == ["示例财票0", "示例财票1"]
    assert total == Decimal("24.60")


RELIEF = {
    "kind": "deferral",
    "reason": "正在接受法律援助",
    "article": "费用47(三)",
    "applied_at": "2026-03-20T14:35:00+08:00",
    "approved_by": "chief-1",
    "approved_at": "2026-03-20T14:45:00+08:00",
}


EXEMPTION = {**RELIEF, "kind": "exemption", "article": "费用45(一)", "approved_by": "president"}


def test_relief_is_granted_by_the_division_chief_or_the_president(desk):
    case = a_case(desk)
    for officer in ("judge-1", "clerk-1"):
        code = code_of(fees.decide_relief, desk, case, **{**RELIEF, "approved_by": officer})
        assert code == "decider_not_competent"
    assert code_of(fees.decide_relief, desk, case, **{**RELIEF, "kind": "gift"}) == "relief_kind_unknown"
    assert code_of(fees.decide_relief, desk, case, **{**RELIEF, "article": "费用45(一)"}) == "relief_ground_unknown"
    fees.decide_relief(desk, case, **RELIEF)
    assert relief_of(desk.database, case).state == "granted"
    assert due(desk, case) == Decimal("350.00")


def test_relief_that_nobody_decided_waits_and_changes_nothing(desk):
    case = a_case(desk)
    fees.decide_relief(desk, case, **{**EXEMPTION, "approved_by": None, "approved_at": None})
    assert relief_of(desk.database, case).state == "pending"
    assert due(desk, case) == Decimal("350.00")


def test_an_exemption_leaves_nothing_due(desk):
    case = a_case(desk)
    fees.decide_relief(desk, case, **EXEMPTION)
    assert due(desk, case) == 0


def test_an_exemption_passed_by_the_chief_waits_for_the_presidents_signature(desk):
    case = a_case(desk)
    fees.decide_relief(desk, case, **{**EXEMPTION, "approved_by": "chief-1"})
    relief = relief_of(desk.database, case)
    assert (relief.state, relief.signs) == ("granted", "president")
    fees.decide_relief(desk, case, **{**EXEMPTION, "applied_at": "2026-03-20T14:40:00+08:00"})
    assert relief_of(desk.database, case).signs is None


def test_deferral_and_exemption_may_be_asked_before_the_procedure_is_decided(desk):
    case = a_case(desk, None)
    fees.decide_relief(desk, case, **RELIEF)
    fees.decide_relief(desk, case, **{**EXEMPTION, "applied_at": "2026-03-20T14:40:00+08:00"})
    assert relief_of(desk.database, case).kind == "exemption"


def test_relief_told_before_approvals_had_records_still_counts(desk):
    case = a_case(desk)
    told = {**EXEMPTION, "by_telephone": True, "countersigned": False, "amount": None, "state": "granted"}
    desk.record("fee.relief_decided", "relief-1", told, case=case)
    relief = relief_of(desk.database, case)
    assert (relief.state, relief.signs, due(desk, case)) == ("granted", "decider", 0)


def test_only_a_natural_person_is_exempted(desk):
    company = {
        "role": "plaintiff",
        "kind": "legal_person",
        "name": "示例公司",
        "address": "示例路1号",
        "representative": {"name": "钱明"},
    }
    case = a_case(desk, parties=[company, DEFENDANT])
    # 费用44.
    assert code_of(fees.decide_relief, desk, case, **EXEMPTION) == "relief_natural_person_only"
    fees.decide_relief(desk, case, **RELIEF)


def test_a_reduction_is_at_least_thirty_percent_of_what_is_due(desk):
    case = a_case(desk)
    reduction = {**RELIEF, "kind": "reduction", "article": "费用46(一)", "approved_by": "president"}
    # 费用46: not under 30 % of 350.00 = 105.00.
    assert code_of(fees.decide_relief, desk, case, **reduction, amount="104.99") == "relief_reduction_too_small"
    assert code_of(fees.decide_relief, desk, case, **reduction) == "amount_missing"
    fees.decide_relief(desk, case, **reduction, amount="105.00")
    assert due(desk, case) == Decimal("245.00")
    held = load_case(desk.database, case)
    from app.cases.court import read_court

    relief = relief_of(desk.database, case)
    blanks = papers.relief_approval(held, read_court(desk.database), relief, Decimal("350.00"), "plaintiff")
    assert (blanks["relief"]["due"], blanks["relief"]["reduced_to"]) == ("350.00", "245.00")


def test_the_later_application_counts_whatever_its_random_name(desk):
    later = {**RELIEF, "approved_at": "2026-03-20T16:00:00+08:00"}
    for _ in range(4):
        case = a_case(desk)
        fees.decide_relief(desk, case, **{**later, "applied_at": "2026-03-20T15:00:00+08:00", "reason": "后"})
        fees.decide_relief(desk, case, **{**later, "applied_at": "2026-03-20T14:00:00+08:00", "reason": "先"})
        assert relief_of(desk.database, case).reason == "后"


def test_a_notice_gives_seven_days_from_the_day_after(desk):
    import datetime

    held = load_case(desk.database, a_case(desk))
    blanks = papers.fee_notice(held, ["plaintiff"], Decimal("350.00"), datetime.date(2026, 3, 20), known_calendar())
    assert "reckoning" not in blanks
    # 费用22: seven days from the day after the notice: 27 March 2026, a Friday.
    assert (blanks["payer_name"], blanks["due"], blanks["pay_by"]) == ("张𬱖", "350.00", "2026-03-27")


def test_fees_want_an_officer_of_the_case(desk):
    case = a_case(desk)
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(fees.decide_relief, stranger, case, **RELIEF) == "role_not_permitted"
    told = {"payer": "plaintiff", "amount": "1.00", "how": "bank", "at": "2026-03-20T12:00:00+08:00"}
    assert code_of(fees.take_payment, stranger, case, **told) == "role_not_permitted"


@pytest.mark.parametrize("bearer, left", [("plaintiff", "0"), ("defendant", "350.00"), ("shared", "350.00")])
def test_an_exemption_frees_who_applied_and_not_the_opponent_who_loses(desk, bearer, left):
    case = a_case(desk)  # 36,000 → 700.00, half 350.00
    fees.decide_relief(
        as_judge(desk),
        case,
        kind="exemption",
        reason="追索赡养费",
        article="费用45(二)",
        applied_at="2026-03-20T09:05:00+08:00",
        approved_by="president",
        approved_at="2026-03-20T09:10:00+08:00",
        by_telephone=True,
    )
    assert due(desk, case) == 0
    announce(desk, case, fee_borne_by=bearer)
    # 费用50: 对方当事人败诉的，诉讼费用由对方当事人负担.
    assert due(desk, case) == Decimal(left)


REFUND = {
    "payer": "plaintiff",
    "borne": "0.00",
    "reason": "判决由被告负担",
    "article": "费用53",
    "account": "示例银行 张某 0001（示例）",
    "ordered_at": "2026-04-08T09:00:00+08:00",
    "effective_on": "2026-04-08",
}


def paid(desk, case, amount, payer="plaintiff"):
    told = {"payer": payer, "amount": amount, "how": "bank", "at": "2026-03-20T12:00:00+08:00"}
    told["ticket_no"] = f"{payer} {amount}"
    fees.take_payment(desk, case, **told)


def test_the_winners_money_goes_back_and_the_loser_owes_it(desk):
    case = a_case(desk)
    paid(desk, case, "350.00")
    refund = fees.order_refund(desk, case, **REFUND)
    (told,) = refunds_of(desk.database, case)
    # 解释207; 费用53: fifteen days from Wednesday 8 April 2026 end on Thursday the 23rd.
    assert (told["due"], told["borne"], told["by"]) == ("350.00", "0.00", "2026-04-23")
    assert told["ticket_no"] == "plaintiff 350.00"
    assert due(desk, case) == Decimal("350.00")
    assert code_of(fees.order_refund, desk, case, **REFUND) == "nothing_to_refund"
    fees.note_refunded(desk, refund, "2026-04-10T09:00:00+08:00")
    assert code_of(fees.note_refunded, desk, refund, "2026-04-10T09:00:00+08:00") == "already_refunded"
    paid(desk, case, "350.00", "defendant")
    assert due(desk, case) == 0


REDUCTION = {**EXEMPTION, "kind": "reduction", "article": "费用46(一)", "amount": "210.00"}


@pytest.mark.parametrize(
    ("relief", "before", "bearer", "stays"),
    [
        # 36,000 in the ordinary procedure: 700; 210 forgiven, 490 paid. Mediated it costs 350, of which 140 are left.
        (REDUCTION, "490.00", "plaintiff", "140.00"),
        # Exempted after a part was paid, the party bears nothing of the half of 700 ...
        (EXEMPTION, "100.00", "plaintiff", "0"),
        # ... and where the other side bears it, the relief frees nobody (费用50), and all that was paid goes back.
        (REDUCTION, "490.00", "defendant", "0"),
    ],
)
def test_who_was_relieved_bears_at_the_end_what_was_not_forgiven(desk, relief, before, bearer, stays):
    case = a_case(desk, "ordinary")
    if relief is EXEMPTION:
        paid(desk, case, before)
    fees.decide_relief(desk, case, **relief)
    if relief is REDUCTION:
        paid(desk, case, before)
    agree(desk, case, fee_borne_by=bearer)
    assert fees.to_be_borne(desk.database, load_case(desk.database, case), "plaintiff") == Decimal(stays)


def test_half_goes_back_when_a_suit_in_the_ordinary_procedure_is_withdrawn(desk):
    case = a_case(desk, "ordinary", claims=claim("50000"))
    paid(desk, case, "1050.00")
    close_case(as_judge(desk), case, "withdrawn", "2026-03-20")
    fees.order_refund(desk, case, **{**REFUND, "borne": "525.00", "reason": "准许撤诉，减半收取", "article": "费用15"})
    assert refunds_of(desk.database, case)[0]["due"] == "525.00"
    assert due(desk, case) == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"borne": "350.00"}, "nothing_to_refund"),
        ({"borne": "-1"}, "amount_negative"),
        ({"reason": " "}, "reason_missing"),
        ({"account": ""}, "account_missing"),
        ({"payer": "nobody"}, "unknown_party"),
        ({"payer": "defendant"}, "nothing_to_refund"),
    ],
)
def test_a_refund_that_cannot_be_one_is_refused(desk, changes, code):
    case = a_case(desk)
    paid(desk, case, "350.00")
    assert code_of(fees.order_refund, desk, case, **{**REFUND, **changes}) == code
    assert refunds_of(desk.database, case) == []


def test_a_refund_has_its_two_papers(desk):
    case = a_case(desk)
    paid(desk, case, "350.00")
    fees.order_refund(desk, case, **REFUND)
    names = [offer.document for offer in offers_of(desk, case)]
    assert {"fee_refund_approval", "fee_refund_notice"} <= set(names)


UNPAID = {"by": ["plaintiff"], "at": "2026-03-30T09:00:00+08:00", "notified_on": "2026-03-20"}


def test_a_suit_whose_fee_was_called_for_and_not_paid_counts_as_withdrawn_and_costs_nothing(desk):
    case = a_case(desk)
    # The seven days from 20 March end on Friday the 27th (费用22).
    early = {**UNPAID, "at": "2026-03-27T17:00:00+08:00"}
    assert code_of(fees.deem_unpaid, as_judge(desk), case, **early) == "fee_period_runs"
    fees.deem_unpaid(as_judge(desk), case, **UNPAID)
    assert load_case(desk.database, case).closed == "deemed_withdrawn" and due(desk, case) == Decimal(0)
    assert "fee_notice" not in [offer.document for offer in offers_of(desk, case)]


def test_nobody_has_withdrawn_by_not_paying_while_relief_is_asked_for_or_was_granted(desk):
    told = {"reason": "接受法律援助", "article": "费用47(三)", "applied_at": "2026-03-20T10:00:00+08:00"}
    nobody = {"approved_by": None, "approved_at": None}
    waiting, deferred, paid_up = a_case(desk), a_case(desk), a_case(desk)
    fees.decide_relief(desk, waiting, kind="deferral", **told, **nobody)
    assert code_of(fees.deem_unpaid, as_judge(desk), waiting, **UNPAID) == "approval_waits"
    chief = {"approved_by": "chief-1", "approved_at": "2026-03-20T11:00:00+08:00"}
    fees.decide_relief(desk, deferred, kind="deferral", **told, **chief)
    assert code_of(fees.deem_unpaid, as_judge(desk), deferred, **UNPAID) == "relief_holds"
    fees.take_payment(desk, paid_up, payer="plaintiff", amount="350.00", how="bank", at="2026-03-20T12:00:00+08:00")
    assert code_of(fees.deem_unpaid, as_judge(desk), paid_up, **UNPAID) == "nothing_to_pay"


@pytest.mark.parametrize(("reading", "owed"), [(None, "350.00"), ("half", "350.00"), ("full", "700.00")])
def test_who_stayed_away_bears_the_fee_that_the_court_reads_from_article_15(desk, reading, owed):
    if reading is not None:
        write_court(desk.database, {**COURT, "deemed_halving": reading})
    case = a_case(desk, "ordinary")
    deem_withdrawn(desk, case)
    # 费用15 halves for who asks to withdraw; nobody asked. 36000 yuan cost 700 (费用13).
    assert due(desk, case) == Decimal(owed)


def test_who_mediates_first_is_called_on_for_the_fee_only_when_that_has_failed(desk):
    def called_for(case):
        return "fee_notice" in [offer.document for offer in offers_of(desk, case)]

    case, other = a_case(desk), a_case(desk)
    assert called_for(case)
    decide_track(as_judge(desk), case, track="fast", flags=[], mediation_wanted=True)
    assert not called_for(case) and fees.waits_for_mediation(desk.database, load_case(desk.database, case))
    mediation.fail(as_judge(desk), case, at="2026-03-20T11:00:00+08:00", place="调解室", reason="差距大")
    assert called_for(case)
    # The practice before 2025 mediated before there was a case.
    write_court(desk.database, {**COURT, "mediation_mode": "pre_suit_legacy"})
    decide_track(as_judge(desk), other, track="fast", flags=[], mediation_wanted=True)
    assert called_for(other)


def test_the_notice_says_how_the_fee_was_reckoned_and_by_which_articles(desk):
    case = a_case(desk)
    offer = offer_of(desk, case, "fee_notice")
    template, blanks = composed(desk, case, offer.document, offer.blanks, made_on="2026-03-20")
    text = template.text(blanks)
    # 费用13(一): 50 and 2.5 % of what is above 10000; 16: half.
    assert "超过10000元的部分26000元×2.5%=650元；减半交纳：700÷2=350元（只减半一次）" in text
    assert "（《诉讼费用交纳办法》第十三条第一项、第十六条）" in text
    assert not [
        one for one in proofread(desk.database, case, template, blanks, made_on="2026-03-20") if one.severity == "must"
    ]


def test_no_notice_threatens_with_a_suit_deemed_withdrawn_once_the_case_is_closed(desk):
    def said(case):
        offer = offer_of(desk, case, "fee_notice")
        template, blanks = composed(desk, case, offer.document, offer.blanks, made_on="2026-03-20")
        return template.text(blanks)

    withdrawn, shared = a_case(desk), a_case(desk)
    at = "2026-03-20T11:00:00+08:00"
    judgments.rule_on_withdrawal(as_judge(desk), withdrawn, by=["plaintiff"], at=at, reason="和好", granted=True)
    announce(desk, shared, fee_borne_by="shared")
    # 费用34: who withdrew bears it, half of 700 (费用15).
    text = said(withdrawn)
    assert "本院已作出民事裁定书，案件受理费350元（大写：叁佰伍拾元整）由你（单位）负担" in text
    assert "撤诉处理" not in text
    text = said(shared)
    assert "张𬱖、李喆：" in text and "由你们（单位）共同负担" in text and "请你们（单位）按照裁判文书" in text
    assert "撤诉处理" not in text


def test_a_rest_unpaid_after_the_suit_became_ordinary_keeps_half_of_what_was_paid(desk):
    case = a_case(desk)
    paid(desk, case, "350.00")
    decide_procedure(as_judge(desk), case, "ordinary")
    # 36000 yuan cost 700; 350 were paid as half of it (费用13, 16), so 350 are called for within seven days (解释199).
    assert due(desk, case) == Decimal("350.00")
    offer = offer_of(desk, case, "fee_notice")
    assert (offer.blanks["reason"], offer.blanks["due"], offer.blanks["pay_by"]) == ("top_up", "350.00", "2026-03-27")
    fees.deem_unpaid(as_judge(desk), case, **UNPAID)
    assert due(desk, case) == Decimal(0)
    ruling = offer_of(desk, case, "ruling_deemed_withdrawn")
    template, blanks = composed(desk, case, ruling.document, ruling.blanks, made_on="2026-03-30")
    text = template.text(blanks)
    assert "第一百九十九条规定，裁定如下：" in text and "未按期足额补交" in text
    assert "已经收取的案件受理费350元，减半收取计175元，由原告张𬱖负担。" in text
    # Half of the 350 goes back (解释199), whatever of it was sent back already.
    held = load_case(desk.database, case)
    assert fees.to_be_borne(desk.database, held, "plaintiff") == Decimal("175.00")
    told = {"reason": "未补交", "article": "解释199", "account": "示例银行 0001", "ordered_at": UNPAID["at"]}
    fees.order_refund(desk, case, payer="plaintiff", borne="175.00", **told)
    assert fees.to_be_borne(desk.database, held, "plaintiff") == Decimal("175.00")
    again = {"payer": "plaintiff", "borne": "175.00"}
    assert code_of(fees.order_refund, desk, case, **again, **told) == "nothing_to_refund"
