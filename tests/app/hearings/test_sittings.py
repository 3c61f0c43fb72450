"""What is said in a sitting is kept turn by turn, and what was corrected stays visible."""

from __future__ import annotations

import pytest

from app.cases.court import read_court, write_court
from app.cases.store import load_case
from app.errors import Disputed
from app.hearings import papers
from app.hearings import service as hearings
from app.hearings.store import count_turns, load_sitting, open_sittings, sittings_of, turns_of
from support.acts import withdraw
from support.desks import code_of
from support.village import (
    COURT,
    DEFENDANT,
    PLAINTIFF,
    Officer,
    a_case,
    as_judge,
    hand_over,
    know_each_other,
    new_desk,
)

OPENED = "2026-03-20T09:40:00+08:00"
CLOSED = "2026-03-20T10:30:00+08:00"


@pytest.fixture
def case(desk):
    agents = [{"for": "defendant", "name": "冯律"}]
    return a_case(desk, agents=agents)


@pytest.fixture
def sitting(desk, case):
    return hearings.open_sitting(desk, case, opened_at=OPENED, place="村委会院内", observers=3, invited=["周怀仁"])


def test_turns_are_kept_in_the_order_in_which_they_were_said(desk, sitting):
    for speaker, text in (("judge", "现在开庭。"), ("plaintiff", "到了。"), ("defendant_agent", "到庭。")):
        hearings.end_turn(desk, sitting, speaker, text)
    turns = turns_of(desk.database, sitting)
    assert [(turn.ordinal, turn.speaker, turn.text) for turn in turns] == [
        (1, "judge", "现在开庭。"),
        (2, "plaintiff", "到了。"),
        (3, "defendant_agent", "到庭。"),
    ]
    assert [turn.ordinal for turn in turns_of(desk.database, sitting, after=2)] == [3]
    assert count_turns(desk.database, sitting) == 3


def test_words_are_kept_exactly_with_their_rare_characters_lines_and_blanks(desk, sitting):
    said = "  他说：“𬱖”字\n要写对。\t 　😀"
    hearings.end_turn(desk, sitting, "plaintiff", said)
    assert turns_of(desk.database, sitting)[0].text == said


def test_a_correction_shows_what_stood_there_first(desk, sitting):
    turn = hearings.end_turn(desk, sitting, "plaintiff", "三万五。")
    hearings.correct_turn(desk, turn, "三万六。", "plaintiff")
    hearings.correct_turn(desk, turn, "三万六千。", "plaintiff")
    (held,) = turns_of(desk.database, sitting)
    assert (held.text, held.corrected_from) == ("三万六千。", "三万五。")
    hearings.correct_turn(desk, turn, "三万五。", "plaintiff")
    assert turns_of(desk.database, sitting)[0].corrected_from is None
    assert len(desk.journal.of_record(turn)) == 4


@pytest.mark.parametrize(
    "speaker, code",
    [("third_party", "unknown_speaker"), ("plaintiff_agent", "unknown_speaker"), ("invited-2", "unknown_speaker")],
)
def test_only_who_is_there_speaks(desk, sitting, speaker, code):
    assert code_of(hearings.end_turn, desk, sitting, speaker, "我也说一句。") == code
    assert count_turns(desk.database, sitting) == 0


def test_an_empty_turn_is_no_turn(desk, sitting):
    turn = hearings.end_turn(desk, sitting, "witness-1", "我看见的。")
    for text in ("", " ", "\n\t"):
        assert code_of(hearings.end_turn, desk, sitting, "judge", text) == "empty_turn"
        assert code_of(hearings.correct_turn, desk, turn, text, "judge") == "empty_turn"
    assert code_of(hearings.correct_turn, desk, "turn-0", "x", "judge") == "unknown_turn"


def test_the_open_turn_survives_and_goes_when_it_is_finished(desk, sitting):
    hearings.save_open_turn(desk, sitting, "plaintiff", "他盖房子\n借了我")
    assert hearings.open_turn(desk, sitting) == ("plaintiff", "他盖房子\n借了我")
    hearings.end_turn(desk, sitting, "plaintiff", "他盖房子\n借了我三万六")
    assert hearings.open_turn(desk, sitting) is None


def test_a_closed_sitting_takes_corrections_and_no_turn(desk, sitting):
    turn = hearings.end_turn(desk, sitting, "judge", "闭庭。")
    hearings.close_sitting(desk, sitting, CLOSED)
    assert load_sitting(desk.database, sitting).closed_at == CLOSED
    assert code_of(hearings.end_turn, desk, sitting, "judge", "还有") == "sitting_is_closed"
    assert code_of(hearings.close_sitting, desk, sitting, CLOSED) == "sitting_is_closed"
    hearings.correct_turn(desk, turn, "现在闭庭。", "judge")
    assert turns_of(desk.database, sitting)[0].text == "现在闭庭。"


def test_a_case_has_one_open_sitting_of_a_kind_and_none_once_it_is_closed(desk, case, sitting):
    assert code_of(hearings.open_sitting, desk, case, opened_at=OPENED, place="x") == "sitting_already_open"
    inspection = hearings.open_sitting(desk, case, kind="inspection", opened_at=OPENED, place="果园")
    assert {s.record for s in open_sittings(desk.database)} == {sitting, inspection}
    hearings.close_sitting(desk, sitting, CLOSED)
    second = hearings.open_sitting(desk, case, opened_at=OPENED, place="村委会")
    assert load_sitting(desk.database, second).fields["ordinal"] == 2
    from app.cases.service import close_case

    close_case(as_judge(desk), case, "mediated", "2026-03-20")
    assert code_of(hearings.open_sitting, desk, case, kind="inquiry", opened_at=OPENED, place="x") == "case_is_closed"


def test_the_laptop_that_opened_the_sitting_holds_the_pen(desk, sitting, tmp_path):
    other = new_desk(tmp_path / "other", 2)
    try:
        know_each_other(desk, other)
        turn = hearings.end_turn(desk, sitting, "judge", "现在开庭。")
        hand_over(desk, other)
        for act, arguments in (
            (hearings.end_turn, (sitting, "judge", "我也写")),
            (hearings.correct_turn, (turn, "我改", "judge")),
            (hearings.close_sitting, (sitting, CLOSED)),
        ):
            with pytest.raises(Disputed, match="another_holds_the_pen"):
                act(other, *arguments)
    finally:
        other.database.close()


def test_no_other_day_is_set_for_a_case_that_is_closed(desk, case):
    withdraw(desk, case)
    told = {"at": OPENED, "who": "defendant", "contact": [], "place": "法庭", "here": "村委会"}
    refused = code_of(hearings.note_absence, desk, case, adjourned_to="2026-04-08T09:30:00+08:00", **told)
    assert refused == "case_is_closed"
    assert sittings_of(desk.database, case) == []


def test_sound_is_added_never_replaced(desk, sitting):
    hearings.attach_sound(desk, sitting, ["attachment-1"])
    hearings.attach_sound(desk, sitting, ["attachment-2"])
    assert load_sitting(desk.database, sitting).fields["audio"] == ["attachment-1", "attachment-2"]


def test_an_absence_sets_another_day_and_notes_the_attempts(desk, case):
    told = {
        "at": "2026-03-20T16:20:00+08:00",
        "who": "defendant",
        "contact": [{"how": "telephone", "at": "2026-03-20T16:22:00+08:00", "result": "在外地"}],
        "adjourned_to": "2026-04-08T09:30:00+08:00",
        "place": "岭子人民法庭",
        "here": "小口村",
    }
    hearings.note_absence(desk, case, **told)
    held = load_case(desk.database, case)
    assert held.fields["next_hearing"] == "2026-04-08T09:30:00+08:00"
    (sitting,) = sittings_of(desk.database, case)
    (row,) = papers.contact_log_blanks(held, sitting)["rows"]
    assert (row["how"], row["number"], row["result"]) == ("电话", "13900000002", "在外地")
    assert code_of(hearings.note_absence, desk, case, **{**told, "adjourned_to": told["at"]}) == "adjourned_to_the_past"
    assert code_of(hearings.note_absence, desk, case, **{**told, "who": "ghost"}) == "unknown_party"


@pytest.mark.parametrize(
    "speaker, code",
    [
        # Domain 6.3: the letters of a hearing record.
        ("judge", "审"),
        ("clerk", "书"),
        ("plaintiff", "原"),
        ("defendant_agent", "被代"),
        ("applicant-1", "申一"),
        ("third_party", "三"),
        ("witness-2", "证二"),
        ("invited-1", "邀一"),
    ],
)
def test_each_speaker_has_the_letter_of_the_record(speaker, code):
    assert hearings.speaker_code(speaker) == code


def test_who_sits_beside_the_judge_that_presides_speaks_under_his_own_name(desk, case, sitting):
    beside = {"id": "judge-2", "name": "何安", "role": "judge"}
    assessors = [{"id": f"lay-{n}", "name": name, "role": "assessor"} for n, name in ((1, "田野"), (2, "石磊"))]
    court = read_court(desk.database)
    write_court(desk.database, {**COURT, "officers": [beside, *COURT["officers"], *assessors]})
    for speaker in ("judge", "judge@judge-2", "assessor@lay-2", "assessor@lay-1", "clerk"):
        hearings.end_turn(desk, sitting, speaker, "问。")
    assert code_of(hearings.end_turn, desk, sitting, "assessor@judge-2", "问。") == "unknown_speaker"
    held = load_case(desk.database, case)
    officers = papers.officers_by_speaker(read_court(desk.database), held)
    rows = papers.turns_blank(held, load_sitting(desk.database, sitting), turns_of(desk.database, sitting), officers)
    presiding, clerk = (court.officer(held.fields[post])["name"] for post in ("judge", "clerk"))
    # 民诉150: the record says who of the panel said what.
    assert [(row["code"], row["speaker_name"]) for row in rows] == [
        ("审", presiding),
        ("审员", "何安"),
        ("陪一", "石磊"),
        ("陪二", "田野"),
        ("书", clerk),
    ]


def test_the_record_has_every_turn_under_the_speakers_name(desk, case, sitting):
    said = [
        ("judge", "开庭。"),
        ("plaintiff", "到。"),
        ("defendant_agent", "到。"),
        ("invited-1", "好。"),
        ("witness", "是。"),
    ]
    for speaker, text in said:
        hearings.end_turn(desk, sitting, speaker, text)
    held = load_case(desk.database, case)
    blanks = papers.turns_blank(
        held, load_sitting(desk.database, sitting), turns_of(desk.database, sitting), {"judge": "林正和"}
    )
    names = [blank["speaker_name"] for blank in blanks]
    assert names == ["林正和", PLAINTIFF["name"], "冯律", "周怀仁", "证人"]
    assert [blank["text"] for blank in blanks] == [text for _, text in said]
    assert DEFENDANT["name"] not in names


def test_a_sitting_wants_an_officer_of_the_case(desk, case, sitting):
    stranger = desk.acting_as(Officer("x", "某", "administrator"))
    for act, arguments in (
        (hearings.end_turn, (sitting, "judge", "x")),
        (hearings.close_sitting, (sitting, CLOSED)),
        (hearings.attach_sound, (sitting, ["a"])),
    ):
        assert code_of(act, stranger, *arguments) == "role_not_permitted"
    assert code_of(hearings.open_sitting, stranger, case, opened_at=OPENED, place="x") == "role_not_permitted"
    assert code_of(load_sitting, desk.database, "sitting-0") == "unknown_sitting"
