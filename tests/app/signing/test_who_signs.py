"""Who signs in which box of a paper, on the pad or on a print, and for nobody else (民诉155, 150; 解释262)."""

from __future__ import annotations

import datetime
import hashlib
import io

import pytest
from PIL import Image

from app.attachments.service import attach
from app.cases.court import write_court
from app.documents.store import load_paper
from app.errors import NotPossibleNow, Refusal
from app.signing.service import (
    current_pdf,
    note_refusal,
    scan_wet_signature,
    seal_paper,
    sign_by_pen,
    sign_with_key,
    waiting_papers,
)
from app.signing.store import signatures_of
from app.signing.wet import scan_document
from support.desks import code_of
from support.village import COURT, JUDGE, Officer, a_case, new_desk

BESIDE = Officer("judge-2", "周海", "judge")
ASSESSOR = Officer("assessor-1", "何安", "assessor")
OTHER_ASSESSOR = Officer("assessor-2", "吴喜", "assessor")
CLERK = Officer("clerk-1", "苏雨桐", "clerk")
OTHER_CLERK = Officer("clerk-2", "陈平", "clerk")
ASSISTANT = Officer("assistant-1", "方远", "assistant_judge")
CHIEF = Officer("chief-1", "董平", "division_chief")
PRESIDENT = Officer("president", "韩立言", "president")
PANEL = [
    {"title": "审判长", "name": "林正和"},
    {"title": "审判员", "name": "周海"},
    {"title": "人民陪审员", "name": "何安"},
]


class NoKey:
    """A session in which nobody has given a PIN."""

    def officer(self, officer):
        raise NotPossibleNow("signing_key_locked", officer=officer)

    def party(self, name, role, case_number, at):
        raise NotPossibleNow("signing_key_locked", officer=name)

    def name_mark(self, name):
        return None


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "laptop")
    yield desk
    desk.database.close()


def on_record(desk, document, *groups, panel=None, **changes):
    """A paper with these boxes, by the template's word for who signs in them; none has signed."""
    case, paper = a_case(desk, "ordinary", **changes), desk.new_id("paper")
    fields = {"document": document, "version": 1, "title": document, "made_on": "2026-03-20", "content": "a"}
    signers = [{"kind": kind, "who": list(boxes)} for kind, *boxes in groups]
    more = {"digest": "0" * 64, "pages": 1, "signers": signers, "boxes": [], "blanks": {"panel": panel}}
    desk.record("paper.issued", paper, {**fields, **more}, case=case)
    return paper


def answer(desk, officer, paper, box):
    """With what code the officer's signature is refused; ``signing_key_locked`` where only his PIN is wanted."""
    return code_of(sign_with_key, desk.acting_as(officer), paper, box, NoKey())


def test_each_member_of_the_panel_signs_in_his_own_place_and_the_presiding_judge_for_none_of_them(desk):
    groups = ("judge", "judge"), ("assessors", "assessor:1", "assessor:2"), ("clerk", "clerk")
    paper = on_record(desk, "civil_judgment_ordinary", *groups, panel=PANEL)
    own = {"judge": JUDGE, "assessor:1": BESIDE, "assessor:2": ASSESSOR}
    for box, whose in own.items():
        for officer in (JUDGE, BESIDE, ASSESSOR, OTHER_ASSESSOR, CLERK):
            wanted = "signing_key_locked" if officer == whose else "not_your_signature"
            assert answer(desk, officer, paper, box) == wanted, (box, officer.name)


@pytest.mark.parametrize(
    ("kind", "box", "mine"),
    [
        ("judge", "judge", [JUDGE]),
        # 法官助理 keeps the record only where the case names him for it.
        ("clerk", "clerk", [CLERK]),
        ("assistant", "assistant", [ASSISTANT]),
        ("chief", "chief", [CHIEF, PRESIDENT]),
        ("president", "president", [PRESIDENT]),
        # 民诉89: 送达人, whoever of the bench and its clerk brought the paper.
        ("server", "server", [JUDGE, BESIDE, CLERK, OTHER_CLERK, ASSISTANT]),
        ("parties", "party:plaintiff", []),
    ],
)
def test_an_officer_signs_in_the_box_of_his_office_and_in_no_other(desk, kind, box, mine):
    paper = on_record(desk, "ruling_case_dismissed", (kind, box))
    for officer in (JUDGE, BESIDE, ASSESSOR, CLERK, OTHER_CLERK, ASSISTANT, CHIEF, PRESIDENT):
        wanted = "signing_key_locked" if officer in mine else "not_your_signature"
        assert answer(desk, officer, paper, box) == wanted, officer.name


def test_nobody_signs_before_his_turn(desk):
    paper = on_record(desk, "hearing_record", ("parties", "party:plaintiff"), ("judge", "judge"), ("clerk", "clerk"))
    assert answer(desk, JUDGE, paper, "judge") == "not_yet_in_order"
    note_refusal(desk, paper, "party:plaintiff", reason="不认可笔录", witnesses=["吴喜"])
    assert answer(desk, CLERK, paper, "clerk") == "not_yet_in_order"
    assert answer(desk, JUDGE, paper, "judge") == "signing_key_locked"


@pytest.mark.parametrize("officer", [ASSESSOR, CHIEF, PRESIDENT, Officer("a-1", "某", "administrator")])
def test_only_the_bench_and_its_clerk_seal_a_paper_or_note_a_refusal(desk, officer):
    paper = on_record(desk, "ruling_case_dismissed", ("parties", "party:plaintiff"), ("seal", "seal"))
    stranger = desk.acting_as(officer)
    assert code_of(seal_paper, stranger, paper, NoKey()) == "role_not_permitted"
    told = {"reason": "不认可", "witnesses": ["吴喜"]}
    assert code_of(note_refusal, stranger, paper, "party:plaintiff", **told) == "role_not_permitted"
    assert code_of(seal_paper, desk, paper, NoKey()) == "not_yet_in_order"


def test_a_refusal_of_the_judge_is_none(desk):
    # 民诉150 ¶3 is of parties and others in the suit.
    paper = on_record(desk, "ruling_case_dismissed", ("judge", "judge"))
    told = {"reason": "不认可", "witnesses": ["吴喜"]}
    assert code_of(note_refusal, desk, paper, "judge", **told) == "way_of_signing_not_permitted"


def jpeg():
    page = io.BytesIO()
    Image.new("RGB", (620, 877), (200, 200, 200)).save(page, "JPEG")
    return page.getvalue()


@pytest.mark.parametrize(
    ("changes", "policy", "article"),
    [
        ({}, "pad_unless_excluded", None),
        # 电子签名法3: marriage, adoption and inheritance are signed on paper, whatever the pad could do.
        (
            {"cause": "离婚纠纷", "claims": [{"kind": "divorce", "text": "判令离婚"}]},
            "pad_unless_excluded",
            "电子签名法3",
        ),
        ({"cause": "法定继承纠纷"}, "pad_unless_excluded", "电子签名法3"),
        ({}, "paper", "sign_policy"),
    ],
)
def test_a_party_signs_on_the_pad_only_where_the_law_and_the_court_let_him(desk, ink, changes, policy, article):
    write_court(desk.database, {**COURT, "sign_policy": policy})
    paper = on_record(desk, "hearing_record", ("parties", "party:plaintiff"), **changes)
    with pytest.raises(Refusal) as refused:
        sign_by_pen(desk, paper, "party:plaintiff", ink, NoKey())
    told = (refused.value.code, refused.value.details.get("article"))
    assert told == (("wet_signature_required", article) if article else ("signing_key_locked", None))
    assert signatures_of(desk.database, paper) == []


def test_those_who_signed_one_print_are_taken_from_its_scan_together_and_in_their_turn(desk):
    groups = ("parties", "party:plaintiff", "party:defendant"), ("judge", "judge")
    paper = on_record(desk, "hearing_record", *groups)
    scan = {"media_type": "image/jpeg"}
    both = ["party:plaintiff", "party:defendant"]
    assert code_of(scan_wet_signature, desk, paper, [*both, "judge"], jpeg(), **scan) == "not_yet_in_order"
    assert signatures_of(desk.database, paper) == []
    scan_wet_signature(desk, paper, both, jpeg(), **scan)
    held = [(one.signer, one.how, one.fields["ordinal"]) for one in signatures_of(desk.database, paper)]
    assert held == [("party:plaintiff", "wet", 0), ("party:defendant", "wet", 1)]
    assert code_of(scan_wet_signature, desk, paper, both[:1], jpeg(), **scan) == "already_signed"


def test_the_scan_of_another_print_is_not_taken_for_this_paper(desk):
    paper = on_record(desk, "hearing_record", ("parties", "party:plaintiff"))
    told = {"made_at": datetime.datetime(2026, 3, 20, 10, 40, tzinfo=datetime.UTC)}
    other = scan_document([jpeg()], of_revision="1" * 64, **told)
    pdf = {"media_type": "application/pdf"}
    assert code_of(scan_wet_signature, desk, paper, ["party:plaintiff"], other, **pdf) == "scan_of_another_paper"
    scan_wet_signature(desk, paper, ["party:plaintiff"], scan_document([jpeg()], of_revision="0" * 64, **told), **pdf)
    assert [one.signer for one in signatures_of(desk.database, paper)] == ["party:plaintiff"]


def test_a_paper_waits_for_who_may_sign_now_until_the_last_has_signed(desk):
    first = on_record(desk, "hearing_record", ("parties", "party:plaintiff"), ("judge", "judge"))
    second = on_record(desk, "ruling_case_dismissed", ("judge", "judge"), ("seal", "seal"))

    def waiting(*case):
        return [(paper.record, now) for paper, now in waiting_papers(desk, *case)]

    assert waiting() == [(first, ("party:plaintiff",)), (second, ("judge",))]
    assert waiting(load_paper(desk.database, second).case) == [(second, ("judge",))]
    scan_wet_signature(desk, first, ["party:plaintiff"], jpeg(), media_type="image/jpeg")
    assert waiting()[0] == (first, ("judge",))
    scan_wet_signature(desk, first, ["judge"], jpeg(), media_type="image/jpeg")
    assert waiting() == [(second, ("judge",))]


def test_bytes_that_are_not_what_the_journal_names_are_shown_to_nobody(desk):
    case = a_case(desk)
    content = attach(desk, case, b"%PDF-1.7 as issued", "文书.pdf", "application/pdf")
    digest = hashlib.sha256(b"%PDF-1.7 as issued").hexdigest()
    groups = [{"kind": "judge", "who": ["judge"]}]
    fields = {"document": "ruling_case_dismissed", "version": 1, "title": "民事裁定书", "made_on": "2026-03-20"}
    more = {"content": content, "digest": digest, "pages": 1, "signers": groups, "boxes": [], "blanks": {}}
    paper = desk.new_id("paper")
    desk.record("paper.issued", paper, {**fields, **more}, case=case)
    assert current_pdf(desk, load_paper(desk.database, paper)) == b"%PDF-1.7 as issued"
    tail = attach(desk, case, b" with other words", "尾.bin", "application/octet-stream")
    signed = hashlib.sha256(b"%PDF-1.7 as issued and signed").hexdigest()
    told = {"paper": paper, "signer": "judge", "how": "key", "ordinal": 0, "before": digest, "revision": signed}
    desk.record("signing.signed", desk.new_id("signature"), {**told, "tail": tail, "name": "林正和"}, case=case)
    assert code_of(current_pdf, desk, load_paper(desk.database, paper)) == "paper_changed"
