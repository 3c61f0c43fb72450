"""What a day's file says of relief from fees, in yuan (费用44–51)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.circuit.day_fees import article_of, reduced_by, share_of
from app.errors import NeedsCorrection
from app.rules.fees import case_fee


def reduction(**more):
    return {"kind": "reduction", "article": "费用46(一)", **more}


def fee(amount, rounding="fen"):
    return case_fee([{"kind": "property", "amount": amount}], {}, "ordinary", None, rounding)


@pytest.mark.parametrize(
    "said, share",
    [
        ({}, "0.3"),  # 费用46: the least there is, where the file says no more than that it was reduced
        ({"percent": 50}, "0.5"),
        ({"percent": "50%"}, "0.5"),
        ({"ratio": "0.4"}, "0.4"),
        ({"ratio": 0.4}, "0.4"),
        ({"rate": "30％"}, "0.3"),
    ],
)
def test_a_reduction_takes_off_the_part_that_the_file_says(said, share):
    assert share_of(reduction(**said)) == Decimal(share)


@pytest.mark.parametrize(
    "said, code",
    [
        ({"percent": 29}, "relief_reduction_too_small"),
        ({"ratio": "0.29"}, "relief_reduction_too_small"),
        ({"percent": 101}, "amount_malformed"),
        ({"percent": "half"}, "amount_malformed"),
    ],
)
def test_a_part_that_the_law_forbids_or_nobody_can_read_is_refused(said, code):
    with pytest.raises(NeedsCorrection, match=code):
        share_of(reduction(**said))


def test_thirty_percent_of_1050_leaves_735():
    # Domain 2.9 no. 40.
    assert reduced_by(reduction(), fee("50000")) == "315.00"


def test_what_is_taken_off_is_never_under_thirty_percent_by_rounding():
    # 108.64 rounds to 109 yuan; 70 % of it is 76.30, rounded 76: 33 yuan are taken off, more than 32.70.
    assert reduced_by(reduction(), fee("12345.67", "yuan_half_up")) == "33.00"
    # 50 yuan: 35 are left. 54 yuan: 37.80 would round to 38, and 16 are less than the 16.20 that the law wants.
    assert reduced_by(reduction(), fee("10000", "yuan_half_up")) == "15.00"
    assert reduced_by(reduction(), fee("10160", "yuan_half_up")) == "16.20"


@pytest.mark.parametrize(
    "kind, said, known",
    [
        ("reduction", "费用46(一)", "费用46(一)"),
        ("deferral", "费用47（三）", "费用47(三)"),
        ("exemption", "费用45", "《诉讼费用交纳办法》第四十五条"),
        ("reduction", "诉讼费用交纳办法第四十六条", "第四十六条"),
        ("reduction", "费用47(三)", "费用47(三)"),
    ],
)
def test_an_article_is_cited_as_the_rules_know_it_and_another_kinds_is_left_to_them(kind, said, known):
    assert article_of({"kind": kind, "article": said}) == known
