"""A day hands the defendant a copy of what the plaintiff filed, and the certificate lists it by name and number."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.circuit.day import check_day
from app.errors import NeedsCorrection
from support.small_days import MEDIATION, OFFICER_MEANS, PARTY_MEANS, SmallDay, a_day, a_filing, an_act, handed
from support.village import DAY_FOLDER

AT = "2026-03-20T09:30:00+08:00"


@pytest.mark.parametrize(
    "mode, filed, listed",
    [("written", "civil_complaint_elements", "民事起诉状副本"), ("oral", "oral_filing_record", "口头起诉笔录副本")],
)
def test_the_copy_of_what_was_filed_is_served(tmp_path: Path, mode: str, filed: str, listed: str) -> None:
    act = an_act(
        filing=a_filing(mode=mode),
        mediation=MEDIATION,
        signing=PARTY_MEANS + OFFICER_MEANS,
        service=[handed("complaint_copy", "defendant", AT), handed("notice_to_respond", "defendant", AT)],
    )
    day = SmallDay(a_day(act), DAY_FOLDER, tmp_path)
    try:
        outcome = day.carry()
        assert filed in outcome.names()
        words = outcome.words("certificate_of_service")
        assert f"{listed}" in words and "应诉通知书" in words
        [service] = outcome.run.desk.database.query("SELECT fields FROM service_record")
        assert '"documents": ["complaint_copy", "notice_to_respond"]' in service["fields"]
    finally:
        day.close()


@pytest.mark.parametrize(("mode", "document"), [("joint", "complaint_copy"), ("written", "defence_copy")])
def test_a_copy_of_what_nobody_filed_is_refused_before_the_day_begins(mode: str, document: str) -> None:
    act = an_act(filing=a_filing(mode=mode), service=[handed(document, "defendant")])
    with pytest.raises(NeedsCorrection) as refused:
        check_day(a_day(act), DAY_FOLDER)
    assert refused.value.code == "paper_not_issued"
    assert refused.value.details["at"] == "acts[0].service[0].document"
