"""Which officer signs in which box of a paper, and that he signs for nobody else (民诉155, 150; 解释262)."""

from __future__ import annotations

import pytest

from app.errors import NotPossibleNow
from app.signing.service import note_refusal, seal_paper, sign_with_key
from support.desks import code_of
from support.village import JUDGE, Officer, a_case, new_desk

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

    def name_mark(self, name):
        return None


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "laptop")
    yield desk
    desk.database.close()


def on_record(desk, document, *groups, panel=None):
    """A paper with these boxes, by the template's word for who signs in them; none has signed."""
    case, paper = a_case(desk, "ordinary"), desk.new_id("paper")
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
