"""Who received what, how and when, and what runs from it; dates from the statutes and the calendar of 2026."""

from __future__ import annotations

import datetime

import pytest

from app.cases.service import confirm_service_address
from app.cases.store import load_case
from app.documents.store import load_paper
from app.documents.template import load
from app.mediation.service import confirm, fail
from app.rules.service_methods import HOWS
from app.service import papers
from app.service import service as services
from app.service.deadlines import dates_of
from app.service.store import first_services, services_of, waiting_services
from support.acts import (
    a_confirmation_with_agreement,
    a_paper,
    agree,
    announce,
    deem_withdrawn,
    withdraw,
)
from support.desks import code_of
from support.village import Officer, a_case, as_judge

DAY = "2026-03-20T16:00:00+08:00"


def issued(desk, case, document, title="民事判决书"):
    """A paper on record in that case."""
    paper = desk.new_id("paper")
    fields = {"document": document, "version": 1, "title": title, "made_on": "2026-03-20", "content": "a"}
    more = {"digest": "0" * 64, "pages": 1, "signers": [], "boxes": [], "blanks": {}}
    desk.record("paper.issued", paper, {**fields, **more}, case=case)
    return paper


def serve_on_all(desk, case, paper, *moments):
    for party, at in zip(load_case(desk.database, case).parties, moments, strict=True):
        services.serve(desk, case, [paper], party.key, "direct", at=at)


def served_on(desk, case, document):
    """Person → day."""
    return {to: service.at[:10] for to, service in first_services(desk.database, case, document).items()}


def dates(desk, case):
    return dates_of(desk.database, load_case(desk.database, case))


def test_a_service_says_who_received_which_papers_when_and_under_which_article(desk):
    case, paper = a_paper(desk)
    services.serve(desk, case, [paper], "plaintiff", "direct", at=DAY)
    (service,) = services_of(desk.database, case)
    assert (service.to, service.how, service.at, service.documents) == (
        "plaintiff",
        "direct",
        DAY,
        ["acceptance_notice"],
    )
    assert service.fields["articles"] == ["民诉88"]
    assert served_on(desk, case, "acceptance_notice") == {"plaintiff": "2026-03-20"}


@pytest.mark.parametrize(
    "document, told, code",
    [
        ("civil_mediation_statement", {"how": "left", "at": DAY}, "service_mediation_statement_left"),
        ("civil_mediation_statement", {"how": "public", "at": DAY}, "service_mediation_statement_in_person"),
        (
            "civil_mediation_statement",
            {"how": "direct", "at": DAY, "received_by": {"name": "刘芳", "relation": "同住成年家属"}},
            "service_mediation_statement_in_person",
        ),
        ("acceptance_notice", {"how": "public", "at": DAY}, "service_public_not_in_simplified"),
        ("acceptance_notice", {"how": "electronic", "at": DAY}, "service_electronic_without_consent"),
        ("hearing_record", {"how": "direct", "at": DAY}, "service_paper_is_kept"),
        ("acceptance_notice", {"how": "pigeon", "at": DAY}, "how_unknown"),
        ("acceptance_notice", {"how": "direct", "at": None}, "service_moment_missing"),
        ("acceptance_notice", {"how": "direct", "at": "昨天"}, "date_malformed"),
        ("acceptance_notice", {"how": "left", "at": DAY}, "left_without_reason"),
        ("acceptance_notice", {"how": "left", "at": DAY, "reason": "拒收"}, "left_without_proof"),
    ],
)
def test_what_the_law_forbids_is_refused_and_nothing_is_served(desk, document, told, code):
    case, paper = a_paper(desk, document)
    assert code_of(services.serve, desk, case, [paper], "plaintiff", **told) == code
    assert services_of(desk.database, case) == []


def test_papers_of_another_case_and_of_none_are_not_served(desk):
    case, _ = a_paper(desk)
    _, elsewhere = a_paper(desk)
    for papers_, code in (([elsewhere], "unknown_paper"), (["paper-0"], "unknown_paper"), ([], "nothing_to_serve")):
        assert code_of(services.serve, desk, case, papers_, "plaintiff", "direct", at=DAY) == code
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    assert code_of(services.serve, stranger, case, [elsewhere], "plaintiff", "direct", at=DAY) == "role_not_permitted"


@pytest.mark.parametrize("proof", [{"witnesses": ["吴喜"]}, {"photos": ["attachment-1"]}])
def test_a_paper_left_at_the_door_needs_a_witness_or_a_picture(desk, proof):
    case, paper = a_paper(desk)
    services.serve(desk, case, [paper], "plaintiff", "left", at=DAY, reason="拒收", **proof)
    assert services_of(desk.database, case)[0].fields["articles"] == ["民诉89"]


def test_an_electronic_service_waits_until_the_courts_system_sent_it(desk):
    case, paper = a_paper(desk)
    consent = {"address": "梧桐村12号", "electronic": True, "by": "短信", "to": "13900000001"}
    confirm_service_address(desk, case, "plaintiff", consent)
    told = {"at": None, "queued_at": "2026-03-20T16:05:00+08:00"}
    service = services.serve(desk, case, [paper], "plaintiff", "electronic", **told)
    assert [held.record for held in waiting_services(desk.database)] == [service]
    assert served_on(desk, case, "acceptance_notice") == {}
    services.note_sent(desk, service, at="2026-03-21T08:00:00+08:00")
    assert waiting_services(desk.database) == []
    assert served_on(desk, case, "acceptance_notice") == {"plaintiff": "2026-03-21"}
    assert code_of(services.note_sent, desk, service, at="2026-03-22T08:00:00+08:00") == "service_not_waiting"
    told = {"at": None, "queued_at": None}
    assert code_of(services.serve, desk, case, [paper], "plaintiff", "electronic", **told) == "service_moment_missing"


def test_a_certificate_names_who_took_the_papers_and_why(desk):
    case, paper = a_paper(desk)
    services.serve(
        desk,
        case,
        [paper],
        "plaintiff",
        "direct",
        at=DAY,
        received_by={"name": "刘芳", "relation": "同住成年家属（配偶）"},
    )
    (service,) = services_of(desk.database, case)
    held = load_case(desk.database, case)
    blanks = papers.certificate_of_service(
        held, service.fields, [load_paper(desk.database, paper)], at=DAY, server="苏雨桐"
    )["service"]
    assert (blanks["recipient"], blanks["received_by"], blanks["received_because"]) == (
        "张𬱖",
        "刘芳",
        "同住成年家属（配偶）",
    )
    assert blanks["papers"] == [{"name": "受理案件通知书", "copies": 1}]


@pytest.mark.parametrize(
    "how, words, receives",
    [
        # 民诉88–95; 解释261.
        ("direct", "直接送达", True),
        ("left", "留置送达", False),
        ("electronic", "电子送达", False),
        ("post", "邮寄送达", False),
        ("public", "公告送达", False),
        ("forwarded", "转交送达", True),
        ("entrusted", "委托送达", True),
        ("simple", "简便方式送达", False),
    ],
)
def test_each_way_of_service_has_its_name_on_the_certificate_and_who_receives_signs(how, words, receives):
    assert how in HOWS
    certificate = load("certificate_of_service")
    sample = certificate.sample()
    text = certificate.text(sample | {"service": sample["service"] | {"how": how, "refusal": "拒收"}})
    assert f"| {words} |" in text and ("@sign recipient" in text) is receives


# --- What runs from it


def test_a_judgment_takes_effect_the_day_after_the_last_partys_appeal_period(desk):
    case = a_case(desk)
    announce(desk, case)
    paper = issued(desk, case, "civil_judgment_tabular")
    assert dates(desk, case).appeal_until is None
    serve_on_all(desk, case, paper, "2026-03-20T16:00:00+08:00", "2026-03-23T16:00:00+08:00")
    told = dates(desk, case)
    # 民诉171, 85: fifteen days from the day after 23 March end on Tuesday 7 April 2026.
    assert (told.appeal_until, told.effective_on) == (datetime.date(2026, 4, 7), datetime.date(2026, 4, 8))


def test_while_one_party_is_not_served_no_date_is_told(desk):
    case = a_case(desk)
    announce(desk, case)
    paper = issued(desk, case, "civil_judgment_tabular")
    services.serve(desk, case, [paper], "plaintiff", "direct", at=DAY)
    told = dates(desk, case)
    assert (told.appeal_until, told.effective_on, told.appealed) == (None, None, False)


def test_who_is_found_while_the_public_notice_runs_is_served_on_the_day_he_signs(desk):
    case = a_case(desk, "ordinary")
    announce(desk, case)
    paper = issued(desk, case, "civil_judgment_ordinary")
    services.serve(desk, case, [paper], "plaintiff", "direct", at=DAY)
    services.serve(desk, case, [paper], "defendant", "public", at=DAY)
    # 民诉95: thirty days from 20 March end on Sunday 19 April: Monday the 20th. Fifteen to appeal end on Tuesday 5 May,
    # a holiday: Wednesday the 6th.
    assert dates(desk, case).appeal_until == datetime.date(2026, 5, 6)
    services.serve(desk, case, [paper], "defendant", "direct", at="2026-03-25T09:00:00+08:00")
    # 民诉87: served when he signed for it, on Wednesday 25 March; fifteen days end on Thursday 9 April.
    assert dates(desk, case).appeal_until == datetime.date(2026, 4, 9)


def test_a_small_claims_judgment_is_final_when_served(desk):
    case = a_case(desk, "small_claims")
    announce(desk, case)
    serve_on_all(desk, case, issued(desk, case, "civil_judgment_tabular"), DAY, DAY)
    told = dates(desk, case)
    assert (told.appeal_until, told.effective_on) == (None, datetime.date(2026, 3, 20))


def test_a_mediation_statement_takes_effect_when_the_last_has_signed_for_it(desk):
    case = a_case(desk)
    agree(desk, case)
    paper = issued(desk, case, "civil_mediation_statement", "民事调解书")
    serve_on_all(desk, case, paper, DAY, "2026-03-24T09:00:00+08:00")
    told = dates(desk, case)
    assert (told.appeal_until, told.effective_on) == (None, datetime.date(2026, 3, 24))


def test_an_agreement_whose_record_all_signed_is_in_effect_without_a_statement(desk):
    # 解释151, 民诉101: 各方在调解协议上签名后即具有法律效力.
    case = a_case(desk)
    agree(desk, case, effect="on_record_signature")
    told = dates(desk, case)
    assert told.effective_on == datetime.date(2026, 3, 20) and "解释151" in told.articles
    waits = a_case(desk)
    agree(desk, waits)
    assert dates(desk, waits).effective_on is None
    failed = a_case(desk)
    fail(as_judge(desk), failed, at=DAY, place="法庭", reason="差距大")
    agree(desk, failed, at="2026-03-24T10:00:00+08:00", effect="on_record_signature")
    assert dates(desk, failed).effective_on == datetime.date(2026, 3, 24)


def test_a_withdrawal_that_was_granted_is_in_effect_when_all_have_the_ruling(desk):
    # 民诉157: no appeal lies against it.
    case = a_case(desk)
    withdraw(desk, case)
    paper = issued(desk, case, "ruling_withdrawal_granted", "民事裁定书")
    serve_on_all(desk, case, paper, DAY, "2026-03-24T09:00:00+08:00")
    told = dates(desk, case)
    assert (told.appeal_until, told.effective_on) == (None, datetime.date(2026, 3, 24))
    assert "民诉157" in told.articles


def test_a_divorce_that_was_withdrawn_cannot_be_brought_again_for_six_months(desk):
    claims = [{"kind": "divorce", "text": "离婚"}]
    case = a_case(desk, cause="离婚纠纷", claims=claims)
    withdraw(desk, case)
    # 民诉127(7); 解释214.
    assert dates(desk, case).resuit_barred_until == datetime.date(2026, 9, 20)
    loan = a_case(desk)
    withdraw(desk, loan)
    assert dates(desk, loan).resuit_barred_until is None


def test_a_divorce_that_was_refused_or_ended_in_peace_is_not_brought_again_for_six_months(desk):
    claims = [{"kind": "divorce", "text": "离婚"}]
    refused = a_case(desk, cause="离婚纠纷", claims=claims)
    announce(desk, refused, orders=["不准原告张𬱖与被告李喆离婚"])
    assert dates(desk, refused).resuit_barred_until is None
    serve_on_all(desk, refused, issued(desk, refused, "civil_judgment_simplified", "民事判决书"), DAY, DAY)
    # Fifteen days end on 7 April, after the holiday; it takes effect on the 8th, and six months from then end on
    # Thursday 8 October, the first working day after the National Day holiday (民诉127(7), 171).
    assert dates(desk, refused).effective_on == datetime.date(2026, 4, 8)
    assert dates(desk, refused).resuit_barred_until == datetime.date(2026, 10, 8)
    granted = a_case(desk, cause="离婚纠纷", claims=claims)
    announce(desk, granted, orders=["准予原告张𬱖与被告李喆离婚"])
    serve_on_all(desk, granted, issued(desk, granted, "civil_judgment_simplified", "民事判决书"), DAY, DAY)
    assert dates(desk, granted).resuit_barred_until is None
    reconciled = a_case(desk, cause="离婚纠纷", claims=claims)
    agree(desk, reconciled, terms=["原告张𬱖与被告李喆自愿和好。"])
    paper = issued(desk, reconciled, "civil_mediation_statement", "民事调解书")
    serve_on_all(desk, reconciled, paper, DAY, DAY)
    assert dates(desk, reconciled).resuit_barred_until == datetime.date(2026, 9, 20)


def test_an_agreement_is_brought_within_thirty_days_and_objected_to_within_fifteen(desk):
    case = a_confirmation_with_agreement(desk)
    # 民诉205: thirty days from 10 March 2026.
    assert dates(desk, case).application_latest == datetime.date(2026, 4, 9)
    assert dates(desk, case).objection_until is None
    confirm(as_judge(desk), case, on="2026-03-20")
    serve_on_all(desk, case, issued(desk, case, "ruling_judicial_confirmation", "民事裁定书"), DAY, DAY)
    # 解释372: fifteen days; 4 April is a Saturday, 5–6 April Qingming.
    assert dates(desk, case).objection_until == datetime.date(2026, 4, 7)


@pytest.mark.parametrize(
    "procedure, limit",
    [
        # 民诉164, 168, 152: three months, two months, six months from filing on 20 March 2026.
        ("simplified", datetime.date(2026, 6, 20)),
        ("small_claims", datetime.date(2026, 5, 20)),
        ("ordinary", datetime.date(2026, 9, 20)),
    ],
)
def test_the_trial_limit_runs_from_the_filing_until_the_case_is_closed(desk, procedure, limit):
    case = a_case(desk, procedure)
    assert dates(desk, case).trial_limit == limit
    agree(desk, case)
    assert dates(desk, case).trial_limit is None


def test_a_divorce_that_counts_as_withdrawn_is_not_filed_again_for_six_months(desk):
    case = a_case(desk, cause="离婚纠纷", claims=[{"kind": "divorce", "text": "判令离婚"}])
    deem_withdrawn(desk, case)
    # 解释214: six months from 27 March end on Sunday 27 September, Mid-Autumn rest; the 28th is a working day.
    assert dates(desk, case).resuit_barred_until == datetime.date(2026, 9, 28)
    ruling = issued(desk, case, "ruling_deemed_withdrawn", "民事裁定书")
    serve_on_all(desk, case, ruling, "2026-03-30T09:00:00+08:00", "2026-03-31T09:00:00+08:00")
    # 民诉157: no appeal; it takes effect when the last of them has it.
    assert dates(desk, case).effective_on == datetime.date(2026, 3, 31)


def test_of_what_a_party_filed_the_copy_is_served_and_listed(desk):
    case = a_case(desk)
    filed = issued(desk, case, "civil_complaint", "民事起诉状")
    # The complaint itself stays in the dossier; its copy goes to the defendant, at his door if need be (民诉89, 128).
    services.serve(desk, case, [filed], "defendant", "left", at=DAY, reason="拒收", witnesses=["周怀仁", "刘芳"])
    [made] = services_of(desk.database, case)
    assert made.documents == ["complaint_copy"] and made.papers == [filed]
    listed = papers.certificate_of_service(
        load_case(desk.database, case), made.fields, [load_paper(desk.database, filed)], at=DAY, server="苏雨桐"
    )
    assert listed["service"]["papers"] == [{"name": "民事起诉状副本", "copies": 1}]
