"""A reduction or exemption of fees that was granted stands in the paper that ends the case (费用51)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.archive.offers import offers_of
from app.documents.service import composed, proofreading
from app.fees import service as fees
from support.acts import announce
from support.village import a_case, as_judge, new_desk

DAY = "2026-03-20"
RELIEF = {"reason": "低保户", "applied_at": "2026-03-20T09:30:00+08:00", "approved_at": "2026-03-20T09:40:00+08:00"}


@pytest.mark.parametrize(
    ("kind", "article", "approved_by", "amount", "words"),
    [
        ("exemption", "费用45(三)", "president", None, "本院准予原告张𬱖免交案件受理费。"),
        # 30 % of 350 yuan at least (费用46); it forgives 105 yuan.
        ("reduction", "费用46(二)", "president", "105.00", "本院准予原告张𬱖减交案件受理费105元。"),
        ("deferral", "费用47(三)", "chief-1", None, None),
    ],
)
def test_what_was_forgiven_is_printed_and_what_was_put_off_is_not(
    tmp_path: Path, kind: str, article: str, approved_by: str, amount: str | None, words: str | None
) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk)
    fees.decide_relief(desk, case, kind=kind, article=article, approved_by=approved_by, amount=amount, **RELIEF)
    announce(desk, case, form="simplified", fee_borne_by="plaintiff", present=["plaintiff", "defendant"])
    for document in ("civil_judgment_simplified", "pronouncement_record"):
        (offer,) = [one for one in offers_of(desk, case) if one.document == document]
        template, blanks = composed(desk, case, document, offer.blanks, made_on=DAY)
        text = template.text(blanks)
        assert "本院准予" not in text if words is None else words in text
        findings = proofreading(desk, case, document, offer.blanks, made_on=DAY)
        assert [one.code for one in findings if one.code == "proof_fee_differs"] == []
        assert "案件受理费700元，减半收取计350元，由原告张𬱖负担。" in text
