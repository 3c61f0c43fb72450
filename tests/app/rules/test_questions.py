"""The line-by-line interface: one answer for each question, whatever stands on the line."""

import inspect
import itertools
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.rules
from app.rules.identity import id_check_digit
from app.rules.messages import MESSAGES
from app.rules.questions import answer, answer_lines

A_FEE = '{"ask":"fee","claims":[{"kind":"property","amount":AMOUNT}],"procedure":"ordinary"}'


def asked(*lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer_lines(line.encode() for line in lines)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            {
                "ask": "fee",
                "claims": [{"kind": "property", "amount": "38600"}],
                "procedure": "simplified",
                "closed": "mediated",
                "province": {"divorce": "300.00"},
                "rounding": "fen",
            },
            {"full": "765.00", "due": "382.50"},
        ),
        ({"ask": "application_fee", "kind": "preservation", "amount": "896001"}, {"due": "5000.00"}),
        (
            {"ask": "deadline", "id": "T36", "from": "2026-03-20", "document": "judgment"},
            {"raw": "2026-04-04", "last_day": "2026-04-07", "calendar": "complete", "article": "民诉171"},
        ),
        (
            {"ask": "deadline", "id": "T36", "from": "2026-03-20", "document": "judgment", "procedure": "small_claims"},
            {"raw": None, "last_day": None, "article": "民诉165"},
        ),
        ({"ask": "deadline", "id": "T18", "from": "2026-03-05"}, {"raw": "2026-06-05"}),
        ({"ask": "period", "days": 15, "from": "2026-03-20"}, {"raw": "2026-04-04", "last_day": "2026-04-07"}),
        ({"ask": "period", "months": 3, "from": "2025-11-30"}, {"raw": "2026-02-28", "last_day": "2026-02-28"}),
        ({"ask": "period", "years": 2, "from": "2024-02-29"}, {"raw": "2026-02-28", "last_day": "2026-02-28"}),
        (
            {"ask": "period", "hours": 48, "from": "2026-03-20T09:05:00+08:00"},
            {"moment": "2026-03-22T10:00:00+08:00"},
        ),
        # 20:00 in Greenwich is 4 o'clock of the next day in Beijing, by whose time the courts count.
        (
            {"ask": "deadline", "id": "T36", "from": "2026-03-02T20:00:00Z", "document": "judgment"},
            {"raw": "2026-03-18"},
        ),
        (
            {"ask": "period", "hours": 48, "from": "2026-03-20T01:05:00+00:00"},
            {"moment": "2026-03-22T10:00:00+08:00"},
        ),
        ({"ask": "period", "days": 15, "from": "2026-12-25"}, {"calendar": "incomplete"}),
        (
            {"ask": "case_number", "text": "(2017)津0105民特2号"},
            {"valid": True, "text": "（2017）津0105民特2号", "year": 2017, "type": "民特", "number": 2},
        ),
        ({"ask": "case_number", "text": "（2026）鲁0303民初015号"}, {"valid": False}),
        ({"ask": "case_number", "text": "(2015)海行民初字第5号"}, {"valid": False, "legacy": True}),
        (
            {"ask": "identity", "text": "370302198503120012"},
            {"valid": True, "birth": "1985-03-12", "sex": "男", "warnings": []},
        ),
        ({"ask": "identity", "text": "110105194912310021"}, {"valid": False, "expected": "X"}),
        ({"ask": "credit_code", "text": "91350100M000100Y43"}, {"valid": True, "area": "350100"}),
        ({"ask": "credit_code", "text": "91512081MA62K0206E"}, {"valid": False, "expected": "T"}),
        (
            {"ask": "service", "document": "civil_mediation_statement", "how": "left", "procedure": "simplified"},
            {"allowed": False, "article": "解释133"},
        ),
        (
            {"ask": "service", "document": "summons", "how": "direct", "procedure": "simplified"},
            {"allowed": True, "article": "民诉88"},
        ),
        ({"ask": "amount_in_words", "amount": "100200.05"}, {"text": "壹拾万零贰佰元零伍分"}),
        (
            {
                "ask": "procedure",
                "claims": [{"kind": "property", "amount": "36000"}],
                "cause": "民间借贷纠纷",
                "wage": "115000.00",
                "flags": ["defendant_missing"],
            },
            {"small_claims": "excluded", "simplified": False},
        ),
    ],
)
def test_a_question_gets_its_answer(question: dict[str, object], expected: dict[str, object]) -> None:
    given_answer = answer(question)
    assert {key: given_answer.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("question", "code", "at"),
    [
        ("fee", "question_malformed", ""),
        ({}, "ask_unknown", "ask"),
        ({"ask": ["fee"]}, "ask_unknown", "ask"),
        ({"ask": "fee"}, "claims_missing", "claims"),
        ({"ask": "fee", "claims": {}}, "claims_malformed", "claims"),
        ({"ask": "fee", "claims": [{"kind": "property", "amount": "-1"}]}, "amount_negative", "claims[0].amount"),
        ({"ask": "fee", "claims": [{"kind": "divorce"}], "province": []}, "field_malformed", "province"),
        ({"ask": "deadline", "id": "T36", "from": "2026-02-30", "document": "judgment"}, "date_not_real", "from"),
        ({"ask": "deadline", "id": "T36", "document": "judgment"}, "field_missing", "from"),
        ({"ask": "deadline", "id": "T36", "from": "2026-03-20"}, "field_missing", "document"),
        ({"ask": "deadline", "id": "T00", "from": "2026-03-20"}, "period_unknown", "id"),
        ({"ask": "period", "from": "2026-03-20"}, "period_length_invalid", "days"),
        ({"ask": "period", "from": "2026-03-20", "days": 1, "months": 1}, "period_length_invalid", "days"),
        ({"ask": "period", "from": "2026-03-20", "days": "a fortnight"}, "period_length_invalid", "days"),
        ({"ask": "period", "from": "20260320", "days": 15}, "date_malformed", "from"),
        ({"ask": "period", "from": "2026-03-20T99:00", "hours": 1}, "date_malformed", "from"),
        ({"ask": "period", "from": "2026-03-20", "days": 1, "suspended": [1]}, "suspension_malformed", "suspended"),
        ({"ask": "case_number", "text": 5}, "field_malformed", "text"),
        ({"ask": "identity"}, "field_missing", "text"),
        (
            {"ask": "service", "document": "poem", "how": "left", "procedure": "simplified"},
            "document_unknown",
            "document",
        ),
        ({"ask": "amount_in_words"}, "amount_missing", "amount"),
        (
            {"ask": "procedure", "claims": [{"kind": "property", "amount": "1"}], "flags": [1]},
            "field_malformed",
            "flags",
        ),
        ({"ask": "procedure", "claims": [{"kind": "property", "amount": "1"}]}, "wage_missing", "wage"),
    ],
)
def test_a_bad_question_gets_an_error_that_says_where(question: object, code: str, at: str) -> None:
    error = answer(question)["error"]
    assert isinstance(error, dict)
    assert (error["code"], error["at"]) == (code, at)
    assert error["message"] == MESSAGES[code]


def test_a_bad_line_is_answered_in_its_place_and_the_rest_go_on() -> None:
    lines = [
        '{"ask":"period","days":1,"from":"2026-03-19"}',
        "not json",
        "",
        '{"ask":"amount_in_words","amount":"1"}',
        "[" * 100000,
    ]
    answers = asked(*lines)
    assert answers[0]["last_day"] == "2026-03-20"
    assert answers[1]["error"] == {"code": "line_not_json", "message": MESSAGES["line_not_json"], "at": "line 2"}
    assert answers[2] == {"text": "壹元整"}
    assert answers[3]["error"]["code"] == "line_not_json"


def test_nan_written_as_a_json_number_is_no_amount() -> None:
    (told,) = asked('{"ask":"fee","claims":[{"kind":"property","amount":NaN}],"procedure":"ordinary"}')
    assert told["error"]["code"] == "amount_malformed"


@pytest.mark.parametrize(
    "amount", ['"12345.67"', "12345.67", '"12,345.67"', '" 12345.67 元"', '"１２３４５．６７"', '"￥12,345.67"']
)
def test_an_amount_may_be_spelt_as_people_spell_it_and_is_never_rounded_on_the_way(amount: str) -> None:
    # Domain 2.9, no. 4.
    (told,) = asked(A_FEE.replace("AMOUNT", amount))
    assert told["full"] == "108.64"


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        *(('"1,00"', "amount_malformed"), ('"12,34.56"', "amount_malformed"), ('"1.2万"', "amount_malformed")),
        *(('"+5"', "amount_malformed"), ('"1e5"', "amount_malformed"), ('"0x10"', "amount_malformed")),
        *(('"10²"', "amount_malformed"), ('"५०"', "amount_malformed"), ('"5\\u0000"', "amount_malformed")),
        *(('"\\u202e5"', "amount_malformed"), ("true", "amount_malformed"), ("[5]", "amount_malformed")),
        *(
            ("-0.01", "amount_negative"),
            ("1.0000001", "amount_too_many_decimals"),
            ("1e-40", "amount_too_many_decimals"),
        ),
        *(("1e400", "amount_too_large"), ("9" * 5000, "number_out_of_range"), ("1e" + "9" * 30, "number_out_of_range")),
        *(("null", "amount_missing"), ('""', "amount_malformed"), ('"' + "9" * 5000 + '"', "amount_malformed")),
        *(("0", "amount_zero"), ('"1000000000000"', "amount_too_large"), ("Infinity", "amount_malformed")),
    ],
)
def test_an_amount_that_is_none_is_refused_and_the_next_line_answered(amount: str, code: str) -> None:
    told, after = asked(A_FEE.replace("AMOUNT", amount), '{"ask":"amount_in_words","amount":1}')
    assert told["error"]["code"] == code
    assert after == {"text": "壹元整"}


@pytest.mark.parametrize("number", ["1e9999999", "-1e9999999", "1e-9999999", "0e9999999", "0e-9999999"])
@pytest.mark.parametrize(
    "question",
    [
        '{"ask":"period","from":"2026-03-20","days":NUMBER}',
        '{"ask":"track","claims":[{"kind":"property","amount":"1"}],"parties":NUMBER}',
        '{"ask":"interest","principal":"1","from":"2026-01-01","to":"2026-01-02","rate":NUMBER}',
        '{"ask":"amount_in_words","amount":NUMBER}',
    ],
)
def test_a_number_that_nobody_could_write_out_is_refused_in_its_place(question: str, number: str) -> None:
    told, after = asked(question.replace("NUMBER", number), '{"ask":"amount_in_words","amount":1}')
    refused = {"code": "number_out_of_range", "message": MESSAGES["number_out_of_range"], "at": "line 1"}
    assert (told["error"], after) == (refused, {"text": "壹元整"})


def test_a_length_too_large_for_a_decimal_is_refused() -> None:
    error = answer({"ask": "period", "from": "2026-03-20", "days": Decimal("1e9999999")})["error"]
    assert isinstance(error, dict) and (error["code"], error["at"]) == ("period_length_invalid", "days")


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ('"fee","claims":[{"kind":"property","amount":"50000"}],"proceedure":"simplified"', ["proceedure"]),
        (
            '"fee","claims":[{"kind":"divorce","property_totl":"500000"}],"province":{"divorce":300}',
            ["claims[0].property_totl"],
        ),
        (
            '"fee_change","change":"to_ordinary","paid":"525","claims":[],'
            '"before":{"claims":[{"kind":"property","amount":"50000"}],"proceedure":"simplified"}',
            ["claims", "before.proceedure"],
        ),
        ('"interest","principal":1,"rate":3,"from":"2025-01-01","to":"2025-02-01","multiple":4', ["multiple"]),
    ],
)
def test_a_key_that_the_answer_does_not_rest_on_is_told_with_it(question: str, unread: list[str]) -> None:
    (told,) = asked('{"ask":' + question + "}")
    assert told["unread"] == unread


@pytest.mark.parametrize(
    "question",
    [
        '"fee","claims":[{"kind":"property","amount":"1"}],"province":{"divorce":300,"ip":800},"closed":null',
        '"appeals","document":"judgment","served":{"甲":"2026-03-03","乙":null}',
        '"deadline","id":"T02","from":"2026-03-03","variant":null,"document":"summons"',
        '"approval","kind":"recusal","about":{"role":"clerk"}',
    ],
)
def test_an_answer_that_rests_on_every_key_speaks_of_none(question: str) -> None:
    (told,) = asked('{"ask":' + question + "}")
    assert not {"unread", "error"} & told.keys()


def test_a_key_said_twice_is_refused_however_deep_it_lies() -> None:
    told = asked(
        '{"ask":"amount_in_words","amount":"1","amount":"2"}',
        '{"ask":"fee","claims":[{"kind":"property","kind":"divorce"}]}',
    )
    assert [line["error"] for line in told] == [
        {"code": "key_repeated", "message": MESSAGES["key_repeated"], "at": f"line {n}"} for n in (1, 2)
    ]


def test_bytes_that_are_not_utf_8_are_refused_and_bom_and_crlf_are_not() -> None:
    lines = [b'\xef\xbb\xbf{"ask":"amount_in_words","amount":"1"}\r\n', b"\r\n", b"\xef\xbb\xbf\n", b'{"ask":"\xff"}\n']
    first, second = (json.loads(line) for line in answer_lines(lines))
    assert first == {"text": "壹元整"}
    assert second["error"] == {"code": "line_not_utf8", "message": MESSAGES["line_not_utf8"], "at": "line 4"}


def test_the_courts_own_terms_are_understood() -> None:
    claims = [{"kind": "离婚", "property_total": "500,000"}]
    question = {"ask": "fee", "claims": claims, "procedure": "简易程序", "closed": "调解", "province": {"divorce": 300}}
    # Domain 2.9, no. 25.
    assert (answer(question)["full"], answer(question)["due"]) == ("1800.00", "900.00")
    assert (
        answer({"ask": "deadline", "id": "T36", "from": "2026-03-20", "document": "民事裁定书"})["raw"] == "2026-03-30"
    )
    told = answer({"ask": "service", "document": "调解书", "how": "留置送达", "procedure": "简易"})
    assert (told["allowed"], told["article"]) == (False, "解释133")


def test_electronic_service_needs_consent_and_is_barred_where_it_is_said_to_be_missing() -> None:
    question = {"ask": "service", "document": "summons", "how": "electronic", "procedure": "simplified"}
    told = answer(question)
    assert (told["allowed"], told["article"]) == (True, "民诉90") and "consent" in told["needs"]  # type: ignore[operator]
    assert answer({**question, "electronic_consent": False})["allowed"] is False


def test_a_confirmed_agreement_costs_nothing_whatever_the_claims_were() -> None:
    # 费用8(一).
    for procedure in ("special", "simplified"):
        claims = [{"kind": "property", "amount": "50000"}]
        told = answer({"ask": "fee", "claims": claims, "procedure": procedure, "closed": "confirmed"})
        assert (told["full"], told["due"], told["articles"]) == ("0.00", "0.00", ["费用8(一)"])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            {
                "ask": "on_the_spot",
                "procedure": "简易程序",
                "parties": ["plaintiff", "defendant"],
                "waive_evidence_period": ["plaintiff", "defendant"],
                "waive_defence_period": ["plaintiff"],
            },
            {"allowed": False, "article": "解释266", "missing": ["defendant"]},
        ),
        (
            {
                "ask": "on_the_spot",
                "procedure": "small_claims",
                "parties": ["plaintiff", "defendant"],
                "waive_evidence_period": ["plaintiff", "defendant"],
                "waive_defence_period": ["plaintiff", "defendant"],
            },
            {"allowed": True, "article": "解释275"},
        ),
        (
            {
                "ask": "on_the_spot",
                "procedure": "ordinary",
                "parties": ["plaintiff"],
                "waive_evidence_period": [],
                "waive_defence_period": [],
            },
            {"allowed": False, "article": "民诉139"},
        ),
        (
            {"ask": "track", "claims": [{"kind": "property", "amount": "36000"}], "wage": "115000", "parties": 2},
            {"track": "fast"},
        ),
        (
            {
                "ask": "track",
                "claims": [{"kind": "property", "amount": "36000"}],
                "wage": "115000",
                "parties": 6,
                "flags": ["appraisal_needed"],
            },
            {"track": "careful", "reasons": ["当事人较多", "涉及鉴定、反诉、涉外或者确权"]},
        ),
        (
            {"ask": "representation", "authority": "general", "act": "settle"},
            {"allowed": False, "article": "民诉62"},
        ),
        (
            {"ask": "representation", "authority": "special", "powers": ["全权代理"], "act": "appeal"},
            {"allowed": False, "article": "解释89"},
        ),
    ],
)
def test_what_may_be_done_at_the_sitting(question: dict[str, object], expected: dict[str, object]) -> None:
    told = answer(question)
    assert {key: told.get(key) for key in expected} == expected


LOAN_50000 = {"claims": [{"kind": "property", "amount": "50000"}], "procedure": "simplified"}
LOAN_100000 = {"claims": [{"kind": "property", "amount": "100000"}], "procedure": "ordinary"}


@pytest.mark.parametrize(
    ("question", "top_up", "refund", "borne", "article"),
    [
        # Domain 2.9, no. 39; 解释199.
        ({"change": "to_ordinary", "before": LOAN_50000, "paid": "525"}, "525.00", "0.00", "0.00", "解释199"),
        ({"change": "top_up_not_paid", "before": LOAN_50000, "paid": "525"}, "0.00", "262.50", "262.50", "解释199"),
        # 50,000 raised to 100,000 and back in the ordinary procedure: 1,050 and 2,300.
        (
            {"change": "claims", "before": {**LOAN_50000, "procedure": "ordinary"}, "after": LOAN_100000},
            *("1250.00", "0.00", "0.00", "费用21(一)"),
        ),
        (
            {"change": "claims", "before": LOAN_100000, "after": {**LOAN_50000, "procedure": "ordinary"}},
            *("0.00", "1250.00", "0.00", "费用21(二)"),
        ),
        (
            {
                "change": "claims",
                "before": LOAN_100000,
                "after": {**LOAN_50000, "procedure": "ordinary"},
                "inquiry_closed": True,
            },
            *("0.00", "0.00", "1250.00", "费用35"),
        ),
        # Prepaid in full and then mediated: half goes back within fifteen days (费用15, 53).
        (
            {"change": "closed", "after": {**LOAN_100000, "closed": "mediated"}, "paid": "2300"},
            *("0.00", "1150.00", "1150.00", "费用53"),
        ),
    ],
)
def test_what_a_change_does_to_the_fee(
    question: dict[str, object], top_up: str, refund: str, borne: str, article: str
) -> None:
    told = answer({"ask": "fee_change", **question})
    assert (told["top_up"], told["refund"], told["borne"], told["articles"]) == (top_up, refund, borne, [article])


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ({"ask": "interest", "principal": "36000", "rate": "3.1", "from": "2025-03-02", "to": "2026-03-20"}, "1171.04"),
        ({"ask": "interest", "principal": "365000", "from": "2025-05-10", "to": "2025-05-30"}, "610.00"),
        (
            {
                "ask": "interest",
                "principal": 100000,
                "rate": 24,
                "from": "2020-06-01",
                "to": "2021-06-01",
                "contract_on": "2020-06-01",
                "sued_on": "2021-01-15",
            },
            "17284.93",
        ),
        ({"ask": "late_interest", "principal": "100000", "from": "2026-03-20", "to": "2026-04-19"}, "525.00"),
    ],
)
def test_interest_is_counted_and_says_what_it_stands_on(question: dict[str, object], amount: str) -> None:
    told = answer(question)
    assert told["amount"] == amount and told["steps"]
    assert told.get("lpr_verified", False) is False


@pytest.mark.parametrize(
    ("question", "code", "at"),
    [
        ({"ask": "fee_change"}, "field_missing", "change"),
        ({"ask": "fee_change", "change": "weather"}, "fee_change_unknown", "change"),
        ({"ask": "fee_change", "change": "claims", "before": LOAN_50000}, "field_missing", "after"),
        ({"ask": "fee_change", "change": "to_ordinary", "before": LOAN_50000}, "amount_missing", "paid"),
        ({"ask": "interest", "principal": "1", "rate": "1", "from": "2026-01-01"}, "field_missing", "to"),
        ({"ask": "interest", "from": "2026-01-01", "to": "2026-01-02"}, "amount_missing", "principal"),
        ({"ask": "interest", "principal": "1", "from": "2018-01-01", "to": "2026-01-02"}, "lpr_unknown", "from"),
        ({"ask": "interest", "principal": "1", "from": "2024-01-01", "to": "2190-01-01"}, "lpr_unknown", "to"),
        (
            {"ask": "interest", "principal": "1", "rate": "1", "from": "2024-01-02", "to": "2024-01-01"},
            "interest_days_invalid",
            "to",
        ),
        (
            {
                "ask": "interest",
                "principal": "1",
                "rate": "1",
                "contract_on": "2190-01-01",
                "from": "2190-01-01",
                "to": "2190-01-02",
            },
            "lpr_unknown",
            "contract_on",
        ),
        (
            {
                "ask": "relief",
                "kind": "reduction",
                "article": "费用46(一)",
                "fee": {"claims": [{"kind": "property", "amount": "50000"}]},
            },
            "amount_missing",
            "amount",
        ),
        ({"ask": "approval", "kind": "recusal"}, "field_missing", "about.role"),
        (
            {"ask": "fee_change", "change": "claims", "before": LOAN_50000, "after": {"claims": [{"kind": "x"}]}},
            "claim_kind_unknown",
            "after.claims[0].kind",
        ),
        (
            {"ask": "fee_change", "change": "closed", "paid": "1", "after": {**LOAN_50000, "rounding": "x"}},
            "rounding_unknown",
            "after.rounding",
        ),
        (
            {"ask": "relief", "kind": "deferral", "article": "费用47(三)", "fee": {"claims": []}},
            "claims_missing",
            "fee.claims",
        ),
    ],
)
def test_a_question_of_money_that_lacks_something_says_what(question: dict[str, object], code: str, at: str) -> None:
    error = answer(question)["error"]
    assert isinstance(error, dict) and (error["code"], error["at"]) == (code, at)


def test_a_million_lines_are_answered_one_by_one() -> None:
    answers = answer_lines(itertools.repeat(b'{"ask":"amount_in_words","amount":"1"}\n'))
    assert set(itertools.islice(answers, 1000)) == {json.dumps({"text": "壹元整"}, ensure_ascii=False)}


def test_the_day_handed_in_judges_a_birth_date() -> None:
    number = "37030220200312001"
    question = {"ask": "identity", "text": number + id_check_digit(number)}
    assert answer(question, today=date(2019, 1, 1))["code"] == "id_number_birth_in_future"
    assert answer(question, today=date(2026, 3, 20))["valid"] is True
    assert answer({**question, "today": "2019-01-01"}, today=date(2026, 3, 20))["valid"] is False


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [
    *("claims", "procedure", "closed", "province", "rounding", "kind", "amount", "id", "from", "document", "days"),
    *("months", "years", "hours", "text", "how", "cause", "wage", "flags", "suspended", "variant", "recipient"),
    *("today", "backward", "merged", "electronic_consent"),
    *("parties", "waive_evidence_period", "waive_defence_period", "authority", "powers", "act", "mediation_wanted"),
    *("change", "before", "after", "paid", "principal", "rate", "to", "contract_on", "sued_on", "multiple"),
    *("about", "served", "ceilings", "seats", "here", "facts", "conditions", "ticket_no", "article", "fee", "on"),
    *("natural_person", "before_filing", "inquiry_closed", "deemed_halved", "claim_kinds", "stops_public_utility"),
]
ASKS = [
    *("fee", "application_fee", "deadline", "period", "case_number", "identity", "credit_code", "service"),
    *("amount_in_words", "procedure", "fee_change", "interest", "late_interest"),
    *("on_the_spot", "track", "representation", "jurisdiction", "court_level", "signing"),
    *("relief", "approval", "cash", "appeals", "cause"),
]


@given(st.sampled_from(ASKS), st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=6))
def test_no_question_however_odd_breaks_the_program(ask: str, fields: dict[str, object]) -> None:
    (told,) = asked(json.dumps({"ask": ask, **fields}))
    assert told


def test_half_a_character_that_an_answer_would_give_back_is_refused_in_its_place() -> None:
    fee = {"claims": [{"kind": "property", "amount": "36000"}]}
    half = {"ask": "relief", "kind": "reduction", "article": "\ud800", "fee": fee}
    answers = list(answer_lines([json.dumps(half).encode(), b'{"ask": "amount_in_words", "amount": "1"}']))
    assert [answer.encode("utf-8") for answer in answers]
    assert json.loads(answers[0])["error"]["code"] == "line_not_utf8"
    assert json.loads(answers[1])["text"] == "壹元整"


def test_every_refusal_of_the_rules_has_a_sentence_and_every_sentence_a_refusal() -> None:
    folder = Path(inspect.getfile(app.rules)).parent
    source = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py")) if path.name != "messages.py")
    raised = set(re.findall(r'NeedsCorrection\(\s*"([a-z_0-9]+)"', source))
    assert raised <= set(MESSAGES)
    assert {code for code in MESSAGES if f'"{code}"' not in source} == set()


def test_every_question_is_told_in_its_page() -> None:
    folder = Path(inspect.getfile(app.rules)).parent
    rows = [line for line in (folder / "QUESTIONS.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    told = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row.split("|")[1])} - {"ask"}
    assert told == set(ASKS)


@pytest.mark.parametrize(
    ("question", "code", "among"),
    [
        ({"ask": "wether"}, "ask_unknown", "fee"),
        ({"ask": "fee", "claims": [{"kind": "x"}]}, "claim_kind_unknown", "property"),
        ({"ask": "fee", "claims": LOAN_50000["claims"], "procedure": "x"}, "procedure_unknown", "simplified"),
        ({"ask": "fee", "claims": LOAN_50000["claims"], "closed": "x"}, "closing_unknown", "mediated"),
        ({"ask": "fee", "claims": LOAN_50000["claims"], "rounding": "x"}, "rounding_unknown", "yuan_half_up"),
        ({"ask": "application_fee", "kind": "x"}, "application_kind_unknown", "preservation"),
        ({"ask": "fee_change", "change": "x"}, "fee_change_unknown", "to_ordinary"),
        ({"ask": "service", "document": "judgment", "how": "x"}, "how_unknown", "left"),
        (
            {"ask": "service", "document": "judgment", "how": "left", "recipient": "x"},
            "recipient_unknown",
            "designated",
        ),
        ({"ask": "procedure", "claims": LOAN_50000["claims"], "flags": ["x"]}, "flag_unknown", "counterclaim"),
        ({"ask": "jurisdiction", "cause": "离婚纠纷", "here": ["x"]}, "place_unknown", "immovable"),
        ({"ask": "jurisdiction", "cause": "离婚纠纷", "facts": ["x"]}, "fact_unknown", "defendant_missing"),
        ({"ask": "court_level", "ceilings": {}, "seats": "x"}, "seats_unknown", "one_outside"),
        ({"ask": "court_level", "ceilings": {}, "flags": ["x"]}, "flag_unknown", "major_foreign"),
        ({"ask": "representation", "authority": "x"}, "authority_unknown", "special"),
        ({"ask": "representation", "authority": "general", "act": "x"}, "agent_act_unknown", "settle"),
        ({"ask": "relief", "kind": "x", "article": "", "fee": LOAN_50000}, "relief_kind_unknown", "deferral"),
        ({"ask": "approval", "kind": "x"}, "approval_kind_unknown", "recusal"),
        ({"ask": "cash", "conditions": ["x"]}, "cash_condition_unknown", "remote"),
    ],
)
def test_a_word_that_nobody_knows_is_answered_with_those_that_are(
    question: dict[str, object], code: str, among: str
) -> None:
    error = answer(question)["error"]
    assert isinstance(error, dict) and error["code"] == code
    assert among in error["choices"] and "x" not in error["choices"]


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ({"ask": "service", "document": "判决书", "how": "留置"}, {"document": "judgment", "how": "left"}),
        ({"ask": "service", "document": "应诉通知书", "how": "邮寄"}, {"document": "notice_to_respond", "how": "post"}),
        (
            {"ask": "service", "document": "调解书", "how": "直接", "recipient": "同住成年家属"},
            {"document": "mediation_statement", "how": "direct", "recipient": "family"},
        ),
        (
            {"ask": "representation", "authority": "特别授权", "act": "和解", "powers": ["代为和解"]},
            {"authority": "special", "act": "settle"},
        ),
        (
            {"ask": "jurisdiction", "cause": "离婚纠纷", "here": ["被告住所地"]},
            {"here": ["defendant_domicile"]},
        ),
        (
            {"ask": "fee", "claims": [{"kind": "离婚案件"}], "closed": "调解结案", "province": {"离婚": 300}},
            {"claims": [{"kind": "divorce"}], "closed": "mediated", "province": {"divorce": 300}},
        ),
        # The names of domain 13.
        (
            {"ask": "fee", "claims": [{"kind": "non_property"}], "province": {"其他": 80}},
            {"province": {"non_property": 80}},
        ),
        (
            {"ask": "application_fee", "kind": "管辖异议", "province": {"管辖异议": 80}},
            {"province": {"jurisdiction_objection": 80}},
        ),
        (
            {"ask": "application_fee", "kind": "执行", "province": {"执行无金额": 500}},
            {"province": {"enforcement_without_amount": 500}},
        ),
        (
            {"ask": "deadline", "id": "T36", "from": "2026-03-20", "document": "裁定书"},
            {"document": None, "variant": "ruling"},
        ),
        (
            {"ask": "deadline", "id": "T05", "from": "2026-03-20", "suspended": None},
            {"suspended": []},
        ),
        (
            {"ask": "interest", "principal": 1, "from": "2025-05-10", "to": "2025-05-30", "multiple": None},
            {"multiple": 1},
        ),
        ({"ask": "track", "claims": [{"kind": "labour"}], "parties": None}, {"parties": 2}),
    ],
)
def test_the_courts_own_word_and_ours_get_the_same_answer(question: dict[str, object], same: dict[str, object]) -> None:
    told = answer(question)
    assert "error" not in told
    assert told == answer(question | same)


def test_an_appeal_period_is_lengthened_by_the_days_that_do_not_count() -> None:
    asked = {"ask": "deadline", "id": "T36", "document": "判决书", "from": "2026-03-03"}
    told = answer({**asked, "suspended": [["2026-03-05", "2026-03-06"]]})
    assert (told["raw"], told["last_day"]) == ("2026-03-20", "2026-03-20")


@pytest.mark.parametrize(
    "question",
    [
        {"ask": "deadline", "id": "T13", "from": "2026-03-20"},
        {"ask": "deadline", "id": "T40", "variant": "urgent", "from": "2026-03-20T10:00"},
    ],
)
def test_hours_and_days_before_an_event_say_that_nothing_is_taken_out(question: dict[str, object]) -> None:
    without, told = answer(question), answer({**question, "suspended": [["2026-03-18", "2026-03-21"]]})
    assert told["last_day"] == without["last_day"]
    assert "不扣除" in str(told["steps"]) and "不扣除" not in str(without["steps"])


@pytest.mark.parametrize(
    "question",
    [
        {"ask": "deadline", "id": "T36", "document": "判决书", "from": "2026-03-03"},
        {"ask": "appeals", "document": "判决书", "served": {"甲": "2026-03-03"}},
    ],
)
def test_a_procedure_that_nobody_knows_does_not_decide_about_an_appeal(question: dict[str, object]) -> None:
    error = answer({**question, "procedure": "小额诉讼程式"})["error"]
    assert isinstance(error, dict) and (error["code"], error["at"]) == ("procedure_unknown", "procedure")
