"""Which paper may be served how."""

import inspect
import tomllib
from pathlib import Path

import pytest

import app
from app.errors import NeedsCorrection
from app.rules.service_methods import HOWS, PAPERS, PROCEDURES, check_left, paper_kind, service_allowed


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_a_mediation_statement_is_never_left(procedure: str) -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        service_allowed("civil_mediation_statement", "left", procedure)
    assert refusal.value.code == "service_mediation_statement_left"
    assert refusal.value.details["article"] == "解释133"


@pytest.mark.parametrize("how", ["post", "public", "entrusted", "simple"])
def test_a_mediation_statement_is_handed_over_in_person(how: str) -> None:
    with pytest.raises(NeedsCorrection, match="service_mediation_statement_in_person"):
        service_allowed("civil_mediation_statement", how, "ordinary")


def test_family_does_not_sign_for_a_mediation_statement_but_the_named_recipient_does() -> None:
    with pytest.raises(NeedsCorrection, match="service_mediation_statement_in_person"):
        service_allowed("civil_mediation_statement", "direct", "simplified", recipient="family")
    assert service_allowed("civil_mediation_statement", "direct", "simplified", recipient="designated")


def test_a_mediation_statement_goes_electronically_only_with_consent() -> None:
    allowed = service_allowed("civil_mediation_statement", "electronic", "simplified", electronic_consent=True)
    assert allowed.article == "民诉90"
    with pytest.raises(NeedsCorrection, match="service_electronic_without_consent"):
        service_allowed("civil_mediation_statement", "electronic", "simplified")


@pytest.mark.parametrize("procedure", ["simplified", "small_claims"])
def test_there_is_no_public_notice_in_the_simplified_procedure(procedure: str) -> None:
    with pytest.raises(NeedsCorrection) as refusal:
        service_allowed("civil_judgment_simplified", "public", procedure)
    assert refusal.value.details["article"] == "解释140"
    assert service_allowed("civil_judgment_ordinary", "public", "ordinary").article == "民诉95"


def test_a_judgment_may_be_left_and_the_permission_says_what_must_be_shown() -> None:
    allowed = service_allowed("civil_judgment_tabular", "left", "simplified")
    assert allowed.article == "民诉89" and "witness_or_photographs" in allowed.needs


def test_simple_means_serve_a_summons_in_the_simplified_procedure_but_no_judgment() -> None:
    assert service_allowed("summons", "simple", "simplified").article == "解释261"
    for document, procedure in (("civil_judgment_tabular", "simplified"), ("summons", "ordinary")):
        with pytest.raises(NeedsCorrection, match="service_simple_not_for_this_paper"):
            service_allowed(document, "simple", procedure)


def test_a_payment_order_is_never_served_by_public_notice() -> None:
    with pytest.raises(NeedsCorrection, match="service_public_payment_order"):
        service_allowed("payment_order", "public", "ordinary")


def test_a_record_is_kept_and_never_served() -> None:
    with pytest.raises(NeedsCorrection, match="service_paper_is_kept"):
        service_allowed("hearing_record", "direct", "simplified")


@pytest.mark.parametrize("document", sorted(name for name, kind in PAPERS.items() if kind != "kept"))
def test_every_paper_that_is_served_may_be_handed_over(document: str) -> None:
    for procedure in PROCEDURES:
        assert service_allowed(document, "direct", procedure).article == "民诉88"


@pytest.mark.parametrize(
    ("document", "how", "procedure", "code"),
    [
        ("poem", "direct", "simplified", "document_unknown"),
        ("summons", "pigeon", "simplified", "how_unknown"),
        ("summons", "direct", "quick", "procedure_unknown"),
    ],
)
def test_an_unknown_word_is_refused(document: str, how: str, procedure: str, code: str) -> None:
    with pytest.raises(NeedsCorrection, match=code):
        service_allowed(document, how, procedure)


def test_every_way_of_service_is_known_to_some_paper() -> None:
    assert {
        how
        for how in HOWS
        if service_allowed("summons", how, "simplified" if how == "simple" else "ordinary", electronic_consent=True)
    } == set(HOWS)


def test_leaving_a_paper_needs_a_witness_or_a_recording() -> None:
    assert check_left(refused_by="family", witnesses=["村委会 王某"], recorded=False).article == "民诉89"
    assert check_left(refused_by="self", witnesses=[], recorded=True).article == "民诉89"
    with pytest.raises(NeedsCorrection, match="left_without_proof"):
        check_left(refused_by="self", witnesses=[], recorded=False)


def test_away_from_home_only_a_recording_proves_the_refusal() -> None:
    assert check_left(refused_by="self", witnesses=[], recorded=True, at_home=False).article == "解释131"
    with pytest.raises(NeedsCorrection, match="left_without_proof"):
        check_left(refused_by="self", witnesses=["某人"], recorded=False, at_home=False)


def test_every_template_is_a_known_paper_and_its_ways_of_service_are_lawful() -> None:
    folder = Path(inspect.getfile(app)).parent / "documents" / "templates"
    for file in sorted(folder.glob("*/v*/template.toml")):
        template = tomllib.loads(file.read_text("utf-8"))
        name, served = template["name"], template.get("served", [])
        assert (paper_kind(name) == "kept") == (not served), name
        for how in served:
            assert service_allowed(name, how, "ordinary", electronic_consent=True), name
