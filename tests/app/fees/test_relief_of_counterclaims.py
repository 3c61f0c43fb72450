"""Relief from the fee of a counterclaim, by hand from domain 2.7, 2.9 and 费用20, 22, 44–51."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.archive.offers import offer_of, offers_of
from app.archive.prefilled import prefilled
from app.cases.numbers import lease_block
from app.cases.store import load_case
from app.documents.service import composed
from app.documents.template import load
from app.fees import service as fees
from app.fees.store import relief_of
from app.intake import claims
from app.intake.counterclaims import decide_counterclaim, take_counterclaim
from support.acts import AFTER, COUNTER, a_counterclaim, announce, join
from support.desks import code_of
from support.village import DEFENDANT, PLAINTIFF, a_case, as_judge, new_desk

NOON = "2026-03-20T12:00:00+08:00"
LATER = "2026-03-20T13:00:00+08:00"
LATE = "2026-03-28T09:00:00+08:00"
SHOP = {
    "role": "defendant",
    "kind": "legal_person",
    "name": "淄川区示例粮油有限公司",
    "id_type": "统一社会信用代码",
    "id_no": "91370302MA3C000008",
    "address": "淄川区岭子镇1号",
    "representative": {"name": "钱示例", "post": "经理"},
}


def a_counterclaim_heard(desk, **changes):
    """Domain 2.9, no. 37: 100,000 costs 2,300, the counterclaim about 50,000 half of 1,050, 525."""
    hundred = [{"kind": "property", "amount": "100000", "text": "判令被告偿还借款本金100000元"}]
    case = a_case(desk, "ordinary", claims=hundred, **changes)
    return join(desk, (case, take_counterclaim(desk, case, **COUNTER)))


def relieve(desk, case, record, kind="exemption", **changes):
    article = {"exemption": "费用45(三)", "reduction": "费用46(二)", "deferral": "费用47(三)"}[kind]
    told = {
        "reason": "低保户",
        "article": article,
        "applied_at": AFTER,
        "approved_at": NOON,
        "approved_by": "president",
    }
    return fees.decide_relief(desk, case, kind=kind, counterclaim=record, **{**told, **changes})


WAITS = {"approved_by": None, "approved_at": None}


def dues(desk, case):
    held = load_case(desk.database, case)
    return str(fees.due_now(desk.database, held)), *(
        str(fees.due_now(desk.database, held, one)) for one in held.counterclaims
    )


def text_of(desk, case, document, concerns=None):
    template, blanks = composed(
        desk, case, document, offer_of(desk, case, document, concerns=concerns).blanks, made_on="2026-03-20"
    )
    return template.text(blanks)


def test_relief_is_granted_from_the_fee_that_it_was_asked_for(desk):
    case, record = a_counterclaim_heard(desk)
    relieve(desk, case, record)
    assert dues(desk, case) == ("2300.00", "0.00")
    assert (relief_of(desk.database, case), relief_of(desk.database, case, record).state) == (None, "granted")
    relieve(desk, case, None, "reduction", amount="690.00")
    # 30 % of 2,300 at least (费用46).
    assert dues(desk, case) == ("1610.00", "0.00")


def test_a_reduction_is_reckoned_on_the_counterclaims_own_fee(desk):
    # 费用46: 30 % of 525 is 157.50; domain 2.9, no. 40 for 1,050.
    case, record = a_counterclaim_heard(desk)
    assert code_of(relieve, desk, case, record, "reduction", amount="157.49") == "relief_reduction_too_small"
    assert code_of(relieve, desk, case, record, "reduction", amount="525.00") == "relief_reduction_too_small"
    relieve(desk, case, record, "reduction", amount="157.50")
    assert dues(desk, case) == ("2300.00", "367.50")


def test_only_who_pays_the_fee_asks_for_relief_from_it(desk):
    case, record = a_counterclaim_heard(desk)
    assert code_of(relieve, desk, case, record, applicant="plaintiff") == "only_the_payer_is_relieved"
    assert code_of(relieve, desk, case, None, applicant="defendant") == "only_the_payer_is_relieved"
    assert code_of(relieve, desk, case, "counterclaim-0") == "unknown_counterclaim"
    relieve(desk, case, record, applicant="defendant")
    assert dues(desk, case) == ("2300.00", "0.00")


def test_a_company_is_not_exempted_from_its_counterclaims_fee(desk):
    # 费用44.
    case, record = a_counterclaim_heard(desk, parties=[PLAINTIFF, SHOP])
    assert code_of(relieve, desk, case, record) == "relief_natural_person_only"
    relieve(desk, case, record, "deferral", approved_by="chief-1")


def test_one_that_was_not_taken_has_no_fee_to_be_relieved_from(desk):
    case, record = a_counterclaim(desk)
    decide_counterclaim(as_judge(desk), case, record, joined=False, why="没有关联", at=AFTER)
    assert code_of(relieve, desk, case, record) == "counterclaim_not_heard"


def test_relief_may_be_asked_for_with_the_counterclaim_before_it_is_decided(desk):
    # 费用48: the application comes with the claim.
    told = a_counterclaim(desk)
    relieve(desk, *told, **WAITS)
    join(desk, told)
    assert relief_of(desk.database, *told).state == "pending"


def test_not_paying_has_no_consequence_while_relief_is_asked_for_or_the_fee_was_put_off(desk):
    # 费用22, 47; 解释213.
    for changes, code in ((WAITS, "approval_waits"), ({"approved_by": "chief-1"}, "relief_holds")):
        case, record = a_counterclaim_heard(desk)
        relieve(desk, case, record, "deferral", **changes)
        assert code_of(fees.deem_counterclaim_unpaid, as_judge(desk), case, record, at=LATE) == code
        assert not [one for one in offers_of(desk, case) if (one.document, one.concerns) == ("fee_notice", record)]
    other, own = a_counterclaim_heard(desk)
    relieve(desk, other, None, "deferral", approved_by="chief-1")
    fees.deem_counterclaim_unpaid(as_judge(desk), other, own, at=LATE)


def test_an_opponent_who_loses_pays_all_of_it(desk):
    # 费用50.
    case, record = a_counterclaim_heard(desk)
    relieve(desk, case, record)
    announce(desk, case, fee_borne_by="defendant", counterclaim_fee_borne_by="plaintiff")
    assert dues(desk, case) == ("2300.00", "525.00")


def test_the_form_and_the_judgment_say_which_fee_and_whose(desk):
    # 费用48, 51.
    case, record = a_counterclaim_heard(desk)
    relieve(desk, case, record, "reduction", amount="157.50", applicant="defendant")
    form = text_of(desk, case, "fee_relief_approval", record)
    assert DEFENDANT["name"] in form and "反诉案件受理费" in form and "525元" in form and "367.50元" in form
    notice = text_of(desk, case, "fee_notice", record)
    assert "预交反诉案件受理费367.50元" in notice and "准予减交157.50元" in notice
    announce(desk, case, form="simplified", fee_borne_by="plaintiff", counterclaim_fee_borne_by="defendant")
    told = f"本院准予被告（反诉原告）{DEFENDANT['name']}减交反诉案件受理费157.50元。"
    assert told in text_of(desk, case, "civil_judgment_simplified")
    assert "反诉案件受理费367.50元（大写" in text_of(desk, case, "fee_notice", record)


def test_the_application_is_filled_in_with_the_counterclaims_fee_and_who_asks(desk):
    case, record = a_counterclaim_heard(desk)
    relieve(desk, case, record, **WAITS)
    template = load("fee_relief_application")
    written = prefilled(desk, case, template, template.blanks, made_on="2026-03-20")
    told = {name: written[name] for name in ("applicant", "kind", "due", "fee_name")}
    assert told == {"applicant": "defendant", "kind": "exemption", "due": "525.00", "fee_name": "反诉案件受理费"}


@pytest.fixture(scope="module")
def a_desk(tmp_path_factory):
    desk = new_desk(tmp_path_factory.mktemp("relief"))
    lease_block(desk, "鲁0302", "民初", 2026, 9500, 9599)
    return desk


@settings(max_examples=20, deadline=None)
@given(taken_off=st.integers(15750, 52499), paid=st.integers(1, 52500), asked=st.integers(1, 50_000))
def test_relief_and_payments_never_leave_less_than_nothing(a_desk, taken_off, paid, asked):
    """What is forgiven, paid and still due are together the fee of 525 yuan, and nothing falls below zero."""
    case, record = a_counterclaim_heard(a_desk)
    relieve(a_desk, case, record, "reduction", amount=f"{Decimal(taken_off) / 100}")
    left = 52500 - taken_off
    part = f"{Decimal(min(paid, left)) / 100}"
    fees.take_payment(a_desk, case, payer="defendant", amount=part, how="bank", at=NOON, counterclaim=record)
    held = load_case(a_desk.database, case)
    due = fees.due_now(a_desk.database, held, held.counterclaims[0])
    assert due == Decimal(left - min(paid, left)) / 100
    claims.change_claim(
        a_desk, case, held.counterclaims[0].claims[0].record, {"amount": str(asked)}, by="defendant", at=LATER
    )
    held = load_case(a_desk.database, case)
    assert 0 <= fees.due_now(a_desk.database, held, held.counterclaims[0]) <= due
