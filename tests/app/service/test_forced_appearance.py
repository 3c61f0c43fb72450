"""拘传 (民诉112, 119; 解释174, 175): after two summonses in vain, on the president's word, by a warrant."""

from __future__ import annotations

import pytest

from app.approvals import service as approvals
from app.approvals.store import approvals_of, load_approval
from app.archive.offers import offers_of
from app.cases.store import load_case
from app.documents.fonts import FontSet
from app.documents.service import blanks_for, issue
from app.documents.template import load
from app.errors import NeedsCorrection
from app.hearings import service as hearings
from app.service import service as services
from app.service.forced_appearance import note_effect, request_forced_appearance
from support.desks import code_of
from support.village import a_case, as_judge

ASKED = {
    "person": "defendant",
    "must_appear": "facts",
    "reason": "被告李喆经两次传票传唤，无正当理由拒不到庭，其不到庭无法查清案情",
    "article": "民诉112",
    "requested_at": "2026-04-22T10:00:00+08:00",
}
GRANTED = {
    "granted": True,
    "decided_by": "president",
    "decided_at": "2026-04-22T10:20:00+08:00",
    "how": "telephone",
    "number": "0533-0000000",
}
CAME = {"effect": "came", "at": "2026-05-08T09:10:00+08:00", "by": "司法警察王示例", "explained": True}


def issued(desk, case, document):
    paper = desk.new_id("paper")
    fields = {"document": document, "version": 1, "title": document, "made_on": "2026-03-20", "content": "a"}
    more = {"digest": "0" * 64, "pages": 1, "signers": [], "boxes": [], "blanks": {}}
    desk.record("paper.issued", paper, {**fields, **more}, case=case)
    return paper


def stays_away(desk, case, served, at, to, *, who="defendant", how="direct", document="summons"):
    """The paper reaches the party, and it does not come to the hearing."""
    services.serve(desk, case, [issued(desk, case, document)], who, how, at=served)
    hearings.note_absence(desk, case, at=at, who=who, contact=[], adjourned_to=to, place="法庭", here="法庭")


def summoned_twice(desk, case, **more):
    stays_away(
        desk, case, "2026-03-20T16:00:00+08:00", "2026-03-31T09:40:00+08:00", "2026-04-21T09:30:00+08:00", **more
    )
    stays_away(
        desk, case, "2026-04-02T16:00:00+08:00", "2026-04-21T09:40:00+08:00", "2026-05-08T09:30:00+08:00", **more
    )


def ask_for(desk, case, **changes):
    return request_forced_appearance(as_judge(desk), case, **{**ASKED, **changes})


def served_warrant(desk, case, at="2026-05-06T10:00:00+08:00"):
    return services.serve(desk, case, [issued(desk, case, "forced_appearance_warrant")], "defendant", "direct", at=at)


def test_a_defendant_who_twice_did_not_come_to_a_summons_is_put_to_the_president(desk):
    case = a_case(desk)
    stays_away(desk, case, "2026-03-20T16:00:00+08:00", "2026-03-31T09:40:00+08:00", "2026-04-21T09:30:00+08:00")
    with pytest.raises(NeedsCorrection) as refused:
        ask_for(desk, case)
    assert (refused.value.code, refused.value.details["count"]) == ("summoned_less_than_twice", 1)
    assert refused.value.details["article"] == "民诉112" and approvals_of(desk.database, case) == []
    stays_away(desk, case, "2026-04-02T16:00:00+08:00", "2026-04-21T09:40:00+08:00", "2026-05-08T09:30:00+08:00")
    held = load_approval(desk.database, ask_for(desk, case))
    assert held is not None and held.about["summoned"] == ["2026-03-20", "2026-04-02"]


def test_being_told_in_a_simple_way_or_the_same_summons_again_does_not_count(desk):
    case = a_case(desk)
    summoned_twice(desk, case, how="simple")
    assert code_of(ask_for, desk, case) == "summoned_less_than_twice"
    other = a_case(desk)
    first = ("2026-03-20T16:00:00+08:00", "2026-03-31T09:40:00+08:00", "2026-04-21T09:30:00+08:00")
    stays_away(desk, other, *first)
    # Nothing was served for the second day.
    hearings.note_absence(
        desk,
        other,
        at="2026-04-21T09:40:00+08:00",
        who="defendant",
        contact=[],
        adjourned_to="2026-05-08T09:30:00+08:00",
        place="法庭",
        here="法庭",
    )
    assert code_of(ask_for, desk, other) == "summoned_less_than_twice"


def test_in_the_ordinary_procedure_a_summons_counts_that_came_three_days_ahead(desk):
    case = a_case(desk, "ordinary")
    stays_away(desk, case, "2026-03-20T16:00:00+08:00", "2026-03-31T09:40:00+08:00", "2026-04-21T09:30:00+08:00")
    # 民诉139: for the 21st it has to arrive by the 18th.
    stays_away(desk, case, "2026-04-19T16:00:00+08:00", "2026-04-21T09:40:00+08:00", "2026-05-08T09:30:00+08:00")
    assert code_of(ask_for, desk, case) == "summoned_less_than_twice"


@pytest.mark.parametrize(
    ("who", "changes", "code"),
    [
        # 解释174: support binds defendants; a plaintiff is brought for the facts only, under its own sentence.
        ("defendant", {"must_appear": "support"}, None),
        ("plaintiff", {"article": "解释174¶2"}, None),
        ("plaintiff", {"article": "民诉112"}, "forced_appearance_not_of_this_party"),
        ("plaintiff", {"article": "解释174¶2", "must_appear": "support"}, "forced_appearance_not_of_this_party"),
        ("defendant", {"article": "解释174¶2"}, "forced_appearance_not_of_this_party"),
        ("defendant", {"must_appear": "anger"}, "fact_unknown"),
        ("defendant", {"article": "民诉113"}, "approval_ground_unknown"),
        ("defendant", {"reason": " "}, "reason_missing"),
        ("stranger", {}, "unknown_party"),
    ],
)
def test_who_may_be_brought_and_why(desk, who, changes, code):
    case = a_case(desk)
    if who != "stranger":
        summoned_twice(desk, case, who=who)
    if code is None:
        assert ask_for(desk, case, person=who, **changes)
    else:
        assert code_of(ask_for, desk, case, person=who, **changes) == code


def test_the_warrant_names_the_hearing_and_goes_out_only_when_the_president_has_agreed(desk):
    case = a_case(desk)
    summoned_twice(desk, case)
    asked = ask_for(desk, case)
    assert "forced_appearance_warrant" not in {offer.document for offer in offers_of(desk, case)}
    told = {"made_on": "2026-04-22", "fonts": FontSet.find()}
    assert code_of(issue, as_judge(desk), case, "forced_appearance_warrant", {}, **told) == "approval_waits"
    approvals.note_decision(desk, asked, **GRANTED)
    (offer,) = [one for one in offers_of(desk, case) if one.document == "forced_appearance_warrant"]
    words = load("forced_appearance_warrant").text(blanks_for(desk, case, "2026-04-22", offer.blanks))
    for said in ("李喆", "2026年5月8日9时30分", "第一百一十二条", "韩立言", "说明拒不到庭的后果"):
        assert said in words
    (form,) = [one for one in offers_of(desk, case) if one.document == "approval_form"]
    assert "拘传李喆" in load("approval_form").text(blanks_for(desk, case, "2026-04-22", form.blanks))
    issue(as_judge(desk), case, "forced_appearance_warrant", offer.blanks, **told)


@pytest.mark.parametrize(
    ("how", "more"),
    [
        ("left", {"reason": "拒收", "witnesses": ["周怀仁"]}),
        ("post", {}),
        ("direct", {"received_by": "plaintiff_agent"}),
    ],
)
def test_the_warrant_is_handed_to_him_and_to_nobody_else(desk, how, more):
    case = a_case(desk)
    paper = issued(desk, case, "forced_appearance_warrant")
    at = "2026-05-06T10:00:00+08:00"
    assert code_of(services.serve, desk, case, [paper], "defendant", how, at=at, **more) == "service_warrant_in_person"


def test_how_it_ended_is_noted_once_after_the_warrant_and_the_warning(desk):
    case = a_case(desk)
    summoned_twice(desk, case)
    asked = ask_for(desk, case)
    assert code_of(note_effect, desk, asked, **CAME) == "approval_waits"
    approvals.note_decision(desk, asked, **GRANTED)
    assert code_of(note_effect, desk, asked, **CAME) == "warrant_not_served"
    served_warrant(desk, case)
    for changes, code in (
        ({"effect": "flew"}, "unknown_choice"),
        ({"explained": False}, "explain_first"),
        ({"by": ""}, "field_missing"),
        ({"at": "2026-04-22T10:00:00+08:00"}, "effect_before_decision"),
        ({"at": "2026-05-06T09:00:00+08:00"}, "warrant_not_served"),
    ):
        assert code_of(note_effect, desk, asked, **{**CAME, **changes}) == code
    note_effect(desk, asked, **{**CAME, "effect": "brought"})
    held = load_approval(desk.database, asked)
    assert held is not None and held.effect == "brought" and held.fields["effect_by"] == "司法警察王示例"
    assert code_of(note_effect, desk, asked, **CAME) == "already_carried_out"
    assert code_of(note_effect, desk, "approval-0", **CAME) == "unknown_approval"


def test_somebody_who_is_not_found_had_no_warrant_and_no_warning(desk):
    case = a_case(desk)
    summoned_twice(desk, case)
    asked = ask_for(desk, case, decision=GRANTED)
    note_effect(desk, asked, **{**CAME, "effect": "not_found", "explained": False})
    held = load_approval(desk.database, asked)
    assert held is not None and held.effect == "not_found"


def test_a_refused_request_and_another_matter_have_nothing_to_carry_out(desk):
    case = a_case(desk)
    summoned_twice(desk, case)
    refused = ask_for(desk, case, decision={**GRANTED, "granted": False, "opinion": "再传唤一次"})
    assert code_of(note_effect, desk, refused, **CAME) == "nothing_to_carry_out"
    fine = approvals.request_approval(
        as_judge(desk),
        case,
        "fine",
        reason="哄闹法庭",
        article="民诉113",
        requested_at="2026-04-22T10:00:00+08:00",
        about={"person": "王某", "amount": "2000.00"},
        decision=GRANTED,
    )
    assert code_of(note_effect, desk, fine, **CAME) == "nothing_to_carry_out"
    assert load_case(desk.database, case).closed is None
