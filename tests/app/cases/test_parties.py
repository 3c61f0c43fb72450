"""Who joins after filing keeps everybody else's name in the file; agents are one or two, with what they may do."""

from __future__ import annotations

import pytest

from app.archive.offers import offer_of, offers_of
from app.cases import service as cases
from app.cases.attendance import attendance, box_of, expected_at, label_of, name_of, person_of_box
from app.cases.model import Agent
from app.cases.parties import agents_without, join_party, name_agents, papers_missing
from app.cases.store import load_case
from app.documents.fill import introduction
from app.documents.template import load
from app.errors import NeedsCorrection
from app.hearings import service as hearings
from support.desks import code_of
from support.village import DEFENDANT, JOINER, PLAINTIFF, a_case, as_judge

AT = "2026-03-20T10:10:00+08:00"
WHY = "是必须共同进行诉讼的当事人"
JOINED = {"at": AT, "on_application_of": "plaintiff", "reason": WHY}
LAWYER = {"name": "冯律", "firm": "山东示例律师事务所", "kind": "lawyer", "authority": "special", "powers": ["和解"]}
SON = {"name": "李小", "kind": "kin", "authority": "general"}


@pytest.fixture
def case(desk):
    return a_case(desk)


def test_a_second_defendant_joins_and_the_first_keeps_its_key(desk, case):
    sitting = hearings.open_sitting(desk, case, opened_at=AT, place="村委会")
    hearings.end_turn(desk, sitting, "defendant", "我弟弟也签了字。")
    assert join_party(as_judge(desk), case, JOINER, **JOINED) == "defendant-2"
    held = load_case(desk.database, case)
    assert [party.key for party in held.parties] == ["plaintiff", "defendant", "defendant-2"]
    assert [label_of(held, party.key) for party in held.parties] == ["原告", "被告一", "被告二"]
    assert held.title == f"{PLAINTIFF['name']}诉{DEFENDANT['name']}、李栓民间借贷纠纷"
    hearings.end_turn(desk, sitting, "defendant-2", "是我签的。")
    third = {**JOINER, "role": "third_party", "name": "王三", "id_no": None, "id_type": None}
    assert join_party(as_judge(desk), case, third, **(JOINED | {"on_application_of": None})) == "third_party"


def test_a_third_defendant_follows_the_second(desk, case):
    join_party(as_judge(desk), case, JOINER, **JOINED)
    another = {**JOINER, "name": "李梁", "id_no": None, "id_type": None}
    assert join_party(as_judge(desk), case, another, **JOINED) == "defendant-3"


def test_who_joins_is_noted_with_who_asked_and_why(desk, case):
    join_party(as_judge(desk), case, JOINER, **JOINED)
    data = load_case(desk.database, case).party("defendant-2").data
    assert (data["joined_at"], data["joined_on_application_of"], data["joined_why"]) == (AT, "plaintiff", WHY)


@pytest.mark.parametrize(
    "party, told, code",
    [
        ({**JOINER, "name": ""}, {}, "field_missing"),
        ({**JOINER, "born": "1988-11-06"}, {}, "id_number_birth_differs"),
        ({**JOINER, "role": "applicant"}, {}, "cannot_join_as"),
        (DEFENDANT, {}, "party_already_there"),
        ({**JOINER, "name": DEFENDANT["name"], "id_no": None, "id_type": None}, {}, "party_already_there"),
        (JOINER, {"reason": " "}, "reason_missing"),
        (JOINER, {"on_application_of": "ghost"}, "unknown_party"),
        (JOINER, {"agents": [LAWYER, SON, SON]}, "too_many_agents"),
    ],
)
def test_a_joinder_that_cannot_be_is_refused(desk, case, party, told, code):
    assert code_of(join_party, as_judge(desk), case, party, **(JOINED | told)) == code
    assert len(load_case(desk.database, case).parties) == 2


def test_only_the_judge_joins_a_party_and_never_in_a_closed_case(desk, case):
    assert code_of(join_party, desk, case, JOINER, **JOINED) == "role_not_permitted"
    cases.close_case(as_judge(desk), case, "mediated", "2026-03-20")
    assert code_of(join_party, as_judge(desk), case, JOINER, **JOINED) == "case_is_closed"


def test_who_joined_gets_notice_rights_card_and_summons(desk, case):
    join_party(as_judge(desk), case, JOINER, **JOINED)
    desk.record("case.hearing_set", case, {"next_hearing": AT, "next_place": "法庭"}, case=case)
    own = {offer.document for offer in offers_of(desk, case) if offer.concerns == "defendant-2"}
    assert {"joinder_notice", "rights_and_duties_notice", "integrity_supervision_card", "summons"} <= own
    assert "joinder_notice" not in {o.document for o in offers_of(desk, case) if o.concerns == "defendant"}
    notice = load("joinder_notice")
    text = notice.text(notice.sample() | dict(offer_of(desk, case, "joinder_notice").blanks))
    assert "@left 李栓：" in text
    assert "本院认为你（单位）是必须共同进行诉讼的当事人。依照《中华人民共和国民事诉讼法》第一百三十五条规定" in text
    assert "通知你（单位）作为本案的被告参加诉讼" in text


def test_a_party_has_two_agents_who_speak_sign_and_are_named(desk, case):
    name_agents(desk, case, "defendant", [LAWYER, SON])
    held = load_case(desk.database, case)
    keys = ["defendant_agent", "defendant_agent-2"]
    assert list(held.party("defendant").agent_keys) == keys
    assert [name_of(held, key) for key in keys] == ["冯律", "李小"]
    assert [box_of(key) for key in keys] == ["agent:defendant", "agent-2:defendant"]
    assert [person_of_box(box_of(key)) for key in (*keys, "plaintiff")] == [*keys, "plaintiff"]
    assert person_of_box("judge") is None
    rows = attendance(held, ["plaintiff", *keys])
    assert [(row["name"], row["note"]) for row in rows[1:]] == [("冯律", "特别授权"), ("李小", "一般授权")]
    sitting = hearings.open_sitting(desk, case, opened_at=AT, place="村委会")
    hearings.end_turn(desk, sitting, "defendant_agent-2", "我也说一句。")
    assert hearings.speaker_code("defendant_agent-2") == "被代二"
    assert code_of(hearings.end_turn, desk, sitting, "defendant_agent-3", "我呢？") == "unknown_speaker"
    with pytest.raises(NeedsCorrection, match="party_has_no_agent"):
        held.person("defendant_agent-3")


def test_who_cannot_sue_alone_has_a_statutory_agent_who_signs_and_is_named_as_such(desk, case):
    mother = {"name": "雨母", "authority": "statutory", "relation": "母亲"}
    name_agents(desk, case, "plaintiff", [mother])
    held = load_case(desk.database, case)
    child = held.party("plaintiff")
    # 民诉60; the form of judgments puts the relation in brackets.
    assert introduction(child, "原告").endswith(f"法定代理人：雨母（{child.name}的母亲）。")
    assert expected_at(held)[0] == "plaintiff_agent"
    (row,) = [row for row in attendance(held, ["plaintiff_agent"]) if row["present"]]
    assert (row["label"], row["note"]) == ("原告法定代理人", None)
    assert "power_of_attorney" not in {offer.document for offer in offers_of(desk, case)}


def test_an_organisations_own_staff_and_a_kinsman_are_named_as_what_they_are(desk, case):
    # 民诉61(二): what gives an agent his standing is said with his name.
    name_agents(desk, case, "defendant", [{"name": "孙法务", "kind": "staff"}, {**SON, "relation": "儿子"}])
    defendant = load_case(desk.database, case).party("defendant")
    staff, son = introduction(defendant, "被告").splitlines()[1:]
    assert staff == "委托诉讼代理人：孙法务，该单位工作人员。"
    assert son == f"委托诉讼代理人：李小（{defendant.name}的儿子）。"


def test_agents_are_replaced_as_a_whole_and_the_earlier_ones_stay_in_the_journal(desk, case):
    name_agents(desk, case, "defendant", [LAWYER])
    name_agents(desk, case, "defendant", [SON])
    party = load_case(desk.database, case).party("defendant")
    assert [agent.name for agent in party.agents] == ["李小"]
    told = [entry.fields["agents"] for entry in desk.told(party.record).by("party.agents_named")]
    assert [[agent["name"] for agent in agents] for agents in told] == [["冯律"], ["李小"]]


def test_a_special_authority_names_its_powers(desk, case):
    # 解释89: 全权代理 without a list of powers is a general authority.
    for agents, code in (
        ([{**LAWYER, "powers": []}], "agent_powers_missing"),
        ([{**LAWYER, "powers": ["全权代理"]}], "agent_powers_missing"),
        ([{**SON, "name": ""}], "agent_name_missing"),
        ([LAWYER, SON, SON], "too_many_agents"),
    ):
        assert code_of(name_agents, desk, case, "defendant", agents) == code


def test_what_an_agent_has_not_handed_in_is_told_by_its_kind():
    # 解释88 (1), (3).
    assert papers_missing(Agent.of(LAWYER)) == ["授权委托书", "律师执业证", "律师事务所证明"]
    kin = Agent.of({**SON, "papers": ["授权委托书", "身份证件"]})
    assert papers_missing(kin) == ["近亲属关系证明"]
    assert papers_missing(Agent("某")) == []


def test_a_correction_is_checked_like_a_filing(desk, case):
    wrong = "370302195204160118"
    assert code_of(cases.correct_party, desk, case, "plaintiff", {"id_no": wrong}) == "id_number_check_digit"
    assert code_of(cases.correct_party, desk, case, "plaintiff", {"born": "1952-04-17"}) == "id_number_birth_differs"
    assert code_of(cases.correct_party, desk, case, "plaintiff", {"address": " "}) == "field_missing"


def test_agents_who_may_not_settle_for_their_party_are_named(desk, case):
    name_agents(desk, case, "defendant", [{**LAWYER, "powers": ["进行和解"]}, SON])
    name_agents(desk, case, "plaintiff", [{**LAWYER, "name": "郑律", "powers": ["代为承认、放弃、变更诉讼请求"]}])
    held = load_case(desk.database, case)
    # 民诉62: 和解 needs its own words.
    assert [agent.name for agent in agents_without(held, "settle")] == ["郑律", "李小"]
    assert [agent.name for agent in agents_without(held, "waive_claims")] == ["冯律", "李小"]
