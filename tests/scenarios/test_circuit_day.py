"""A circuit day from morning to evening, with three power cuts: what must have come out of it."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections import Counter

import pypdfium2
import pytest

RESULT_KEYS = {"format", "cases", "day", "interruptions", "journal", "sync"}


@pytest.fixture(scope="module")
def texts(carried):
    """Path → the words of the paper as a reader copies them out."""
    found = {}
    for _, paper, path in carried.papers():
        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_bounded() for page in document]
        found[paper["path"]] = re.sub(r"\s", "", "".join(pages))
        document.close()
    return found


def printed(text, words):
    """Whether the paper says it, be it that a page ends in its middle."""
    text = re.sub(r"\s", "", text)
    return text in words or any(text[:cut] in words and text[cut:] in words for cut in range(1, len(text)))


def papers_of(carried, key, document=None):
    return [p for k, p, _ in carried.papers() if k == key and document in (None, p["name"])]


def test_the_day_is_carried_to_its_end_without_a_complaint(carried):
    assert (carried.code, carried.complained) == (0, "")
    assert carried.result["format"] == "circuit-day-result/1"
    assert set(carried.result) == RESULT_KEYS


@pytest.mark.parametrize("key", ["loan", "divorce", "confirmation", "wages", "sale"])
def test_everything_that_the_file_expects_of_a_case_came_out(carried, key):
    case = carried.result["cases"][key]
    assert {name: case.get(name, "absent") for name in carried.expected[key]} == carried.expected[key]


def test_cases_have_their_numbers_in_order_of_filing(carried):
    numbers = {key: case["case_number"] for key, case in carried.result["cases"].items()}
    assert numbers == carried.day["expect"]["case_numbers"]


def test_the_days_cash_is_what_was_taken(carried):
    assert carried.result["day"]["cash_total"] == carried.day["expect"]["cash_total"]


def test_every_interruption_happened_once_and_took_no_turn(carried):
    cuts = carried.result["interruptions"]
    assert [cut["at"] for cut in cuts] == carried.day["interruptions"]
    for cut in cuts:
        assert cut["turns_before"] == cut["turns_after"]
        assert 0 < cut["seconds_to_resume"] < 20
    # The first cut is in the middle of 33 turns; the turn being typed was not finished and is not lost either.
    assert cuts[0]["turns_before"] == 16


def test_the_journal_is_whole(carried):
    journal = carried.result["journal"]
    assert journal["verified"] is True
    assert re.fullmatch("[0-9a-f]{64}", journal["head"])


def test_the_court_has_receipted_everything_that_was_sent(carried):
    sync = carried.result["sync"]
    assert sync["entries_sent"] == sync["entries_on_server"] == sync["receipts"] == sync["receipts_verified"] > 400
    # Beside its own, the laptop's journal holds what the court wrote: enrolment, leases, officers, certificates, and
    # of each paper that was finished in time the stamped revision and the timestamp.
    assert 3 <= carried.result["journal"]["entries"] - sync["entries_sent"] < 40 + 2 * len(carried.papers())
    assert sync["attachments"] > 100 and sync["attachment_bytes"] > 1_000_000


def test_every_paper_of_the_result_lies_where_it_says_and_nothing_else_does(carried):
    told = {str(path.relative_to(carried.out)) for _, _, path in carried.papers()}
    there = {str(path.relative_to(carried.out)) for path in carried.out.rglob("*") if path.is_file()}
    there = {path for path in there if not path.startswith("_store/")}
    beside = {"result.json", "signing-root.pem", "advice/01-circuit_service_log.pdf"}
    # What was signed on paper lies beside the paper as it was scanned.
    scans = {path for path in there if path.endswith("-scan.pdf")}
    assert scans and {path.replace("-scan.pdf", ".pdf") for path in scans} <= told
    assert {path.split("/")[0] for path in scans} == {"divorce", "sale"}
    assert there - scans == told | beside
    for _, paper, path in carried.papers():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == paper["sha256"], paper["path"]


def test_pdfsig_counts_the_signatures_that_the_result_names(carried):
    for _, paper, path in carried.papers():
        run = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, encoding="utf-8")
        counted = len(re.findall(r"^Signature #\d+:", run.stdout, re.MULTILINE))
        assert counted == paper["signatures"], (paper["path"], run.stdout + run.stderr)
        if counted:
            assert run.stdout.count("Signature is Valid") == counted, paper["path"]
            assert "Total document signed" in run.stdout


def test_every_paper_has_the_signatures_that_its_kind_wants(carried):
    for key, paper, _ in carried.papers():
        if paper["name"] in ("civil_mediation_statement", "ruling_judicial_confirmation", "civil_judgment_tabular"):
            # Judge, clerk, seal; never a party.
            assert paper["signatures"] == 3, (key, paper)


def test_only_those_for_whom_the_file_names_no_means_are_waited_for(carried):
    waiting = {paper["path"]: paper["waiting_for"] for _, paper, _ in carried.papers() if paper["waiting_for"]}
    # The division chief decided by telephone. The wife who took the summons signed its certificate with a pen.
    assert {(path.split("/")[0], path.split("-", 1)[1]): set(who) for path, who in waiting.items()} == {
        ("wages", "fee_relief_approval.pdf"): {"chief"},
    }


def test_who_refused_to_sign_the_record_is_on_it_with_reason_and_witness(carried, texts):
    (record,) = papers_of(carried, "wages", "hearing_record")
    # Plaintiff, judge and clerk signed; the agent did not, and the record says why.
    assert record["signatures"] == 3
    assert "认为笔录遗漏其分期方案" in texts[record["path"]]
    assert "苏雨桐" in texts[record["path"]]


def test_in_the_divorce_no_party_signed_on_a_pad(carried):
    for _, paper, path in carried.papers():
        if not paper["path"].startswith("divorce/"):
            continue
        run = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, encoding="utf-8")
        signers = re.findall(r"Signer Certificate Common Name: (.*)", run.stdout)
        parties = {party["name"] for act in carried.day["acts"] if act["key"] == "divorce"
                   for party in act["filing"]["parties"]}  # fmt: skip
        assert not parties & set(signers), paper["path"]
    assert carried.result["cases"]["divorce"]["wet_signature_required"] is True


def test_every_turn_of_every_hearing_is_in_its_record_word_for_word_and_no_other(carried, texts):
    for act in carried.day["acts"]:
        for sitting, document in (("hearing", "hearing_record"), ("inquiry", "inquiry_record")):
            if sitting not in act:
                continue
            (record,) = papers_of(carried, act["key"], document)
            words = texts[record["path"]]
            for turn in act[sitting]["turns"]:
                assert printed(turn["text"], words), (act["key"], turn)


def test_the_agreed_terms_are_in_the_record_and_in_the_statement(carried, texts):
    loan = next(act for act in carried.day["acts"] if act["key"] == "loan")
    for document in ("mediation_record", "civil_mediation_statement"):
        (paper,) = papers_of(carried, "loan", document)
        for term in loan["mediation"]["terms"]:
            # The last mark of an item in a list is the list's: ； between items, 。 at its end.
            assert printed(term.rstrip("。；"), texts[paper["path"]]), (document, term)


def test_the_fee_is_written_into_the_papers_that_end_a_case(carried, texts):
    for key, document, amount in (
        ("loan", "civil_mediation_statement", "364.64"),
        ("divorce", "ruling_withdrawal_granted", "150"),
        ("wages", "civil_judgment_tabular", "54.32"),
    ):
        (paper,) = papers_of(carried, key, document)
        assert amount in texts[paper["path"]]


def test_papers_carry_the_case_number_and_the_rare_characters_of_names(carried, texts):
    (statement,) = papers_of(carried, "loan", "civil_mediation_statement")
    assert "（2026）鲁0302民初1501号" in texts[statement["path"]]
    assert "张𬱖" in texts[statement["path"]]


def test_every_paper_says_that_it_is_practice(carried, texts):
    for path, words in texts.items():
        assert "演练" in words, path


def test_each_certificate_of_service_names_the_paper_that_was_handed_over(carried, texts):
    for act in carried.day["acts"]:
        if "service" not in act:
            continue
        certificates = papers_of(carried, act["key"], "certificate_of_service")
        assert len(certificates) == len(act["service"])
        titles = Counter()
        for certificate in certificates:
            for name in {service["document"] for service in act["service"]}:
                title = papers_of(carried, act["key"], name)[0]["title"]
                titles[name] += title in texts[certificate["path"]]
        assert titles == Counter(service["document"] for service in act["service"])


def test_the_electronic_service_has_the_date_of_the_evening_on_which_it_was_sent(carried, texts):
    sent = [path for path in texts if path.startswith("wages/") and "certificate_of_service" in path]
    assert any("law@example.com" in texts[path] for path in sent)


def test_the_program_said_no_word_that_a_log_should_not_hold(carried):
    names = [party["name"] for act in carried.day["acts"] if "filing" in act for party in act["filing"]["parties"]]
    assert not [name for name in names if name in carried.said]
