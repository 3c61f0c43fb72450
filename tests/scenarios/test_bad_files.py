"""A day's file that cannot be carried is refused in one line that names the place, and leaves nothing behind."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.circuit.day import check_day, read_day
from app.circuit.day_shape import unread_keys, without_nulls
from app.errors import NeedsCorrection
from support.small_days import JUDGMENT, MEDIATION, OFFICER_MEANS, PARTY_MEANS, a_day, a_filing, an_act, handed
from support.village import DAY_FOLDER
from ui.command import main

ROOT = Path(__file__).parents[2]
DAY = json.loads((DAY_FOLDER / "day-1.json").read_text(encoding="utf-8"))
ACT = {act["key"]: index for index, act in enumerate(DAY["acts"])}


def put(day, path, value):
    """A copy of the day with ``value`` at the path, or without it where the value is ``...``."""
    changed = copy.deepcopy(day)
    place = changed
    for key in path[:-1]:
        place = place[key]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return changed


def act(key, *path):
    return ("acts", ACT[key], *path)


LEFT = {
    "document": "civil_mediation_statement",
    "to": "plaintiff",
    "how": "left",
    "at": "2026-03-20T10:50:00+08:00",
    "reason": "不在家",
    "witnesses": ["吴喜"],
}
BAD = [
    # What is wrong, where, with what; the code and the place that the line must name.
    ("missing key", act("loan", "procedure"), ..., "field_missing", "acts[0].procedure"),
    ("missing cause", act("loan", "filing", "cause"), ..., "field_missing", "acts[0].filing.cause"),
    (
        "wrong check digit",
        act("loan", "filing", "parties", 0, "id_no"),
        "370302195204160118",
        "id_number_check_digit",
        "acts[0].filing.parties[0].id_no",
    ),
    (
        "unknown speaker",
        act("loan", "hearing", "turns", 1, "speaker"),
        "third_party",
        "unknown_speaker",
        "acts[0].hearing.turns[1].speaker",
    ),
    (
        "an agent that nobody has",
        act("loan", "hearing", "turns", 1, "speaker"),
        "plaintiff_agent",
        "unknown_speaker",
        "acts[0].hearing.turns[1].speaker",
    ),
    (
        "mediation statement left at the door",
        act("loan", "service", 0),
        LEFT,
        "service_mediation_statement_left",
        "acts[0].service[0]",
    ),
    (
        "number block runs out",
        ("trip", "number_blocks", "民初"),
        [1501, 1502],
        "number_block_used_up",
        "acts[3].filing",
    ),
    ("no block at all", ("trip", "number_blocks", "民特"), ..., "number_block_used_up", "acts[2].filing"),
    (
        "missing picture",
        act("loan", "filing", "evidence", 0, "files", 0),
        "gone.jpg",
        "file_missing",
        "acts[0].filing.evidence[0].files[0]",
    ),
    (
        "a file outside the folder",
        act("loan", "filing", "evidence", 0, "files", 0),
        "../test_bad_files.py",
        "file_missing",
        "acts[0].filing.evidence[0].files[0]",
    ),
    (
        "a file name that no disk holds",
        act("loan", "filing", "evidence", 0, "files", 0),
        "x" * 5_000,
        "file_missing",
        "acts[0].filing.evidence[0].files[0]",
    ),
    (
        "pad in a divorce",
        act("divorce", "signing", 0, "how"),
        "ink",
        "wet_signature_required",
        "acts[1].signing[0].how",
    ),
    ("small claims divorce", act("divorce", "procedure"), "small_claims", "small_claims_excluded", "acts[1].procedure"),
    (
        "special procedure for a loan",
        act("loan", "procedure"),
        "special",
        "special_procedure_only_for_confirmation",
        "",
    ),
    ("confirmation in simplified", act("confirmation", "procedure"), "simplified", "confirmation_needs_special", ""),
    ("two endings", act("loan", "withdrawal"), DAY["acts"][1]["withdrawal"], "two_endings", "acts[0]"),
    ("the defendant withdraws", act("divorce", "withdrawal", "by"), "defendant", "only_the_claimant_withdraws", ".by"),
    (
        "an amount in words",
        act("loan", "filing", "claims", 0, "amount"),
        "三万六",
        "amount_malformed",
        "acts[0].filing",
    ),
    ("a negative amount", act("loan", "filing", "claims", 0, "amount"), "-1", "amount_negative", "acts[0].filing"),
    (
        "cash without a condition",
        act("divorce", "payment", "conditions"),
        ["remote"],
        "cash_condition_missing",
        "acts[1]",
    ),
    ("cash without a receipt", act("divorce", "payment", "ticket_no"), ..., "cash_ticket_missing", "acts[1].payment"),
    ("no orders", act("wages", "judgment", "orders"), [], "no_orders", "acts[3].judgment.orders"),
    ("no laws", act("wages", "judgment", "laws"), [], "no_laws", "acts[3].judgment.laws"),
    (
        "relief by a clerk",
        act("wages", "fee_relief", "approved_by"),
        "clerk-1",
        "relief_needs_division_chief",
        "acts[3]",
    ),
    ("refusal without reason", act("wages", "signing", 1, "reason"), ..., "refusal_needs_reason", "acts[3].signing[1]"),
    (
        "refusal without witness",
        act("wages", "signing", 1, "witness"),
        ...,
        "refusal_needs_witness",
        "acts[3].signing[1]",
    ),
    ("electronic without consent", act("wages", "service", 2, "to"), "plaintiff", "service_electronic_without", ""),
    ("a record is not served", act("loan", "service", 0, "document"), "hearing_record", "service_paper_is_kept", ""),
    (
        "an unknown paper",
        act("loan", "service", 0, "document"),
        "love_letter",
        "document_unknown",
        "acts[0].service[0]",
    ),
    ("closing before opening", act("loan", "hearing", "closed_at"), "2026-03-20T09:00:00+08:00", "closed_before", ""),
    (
        "a moment without offset",
        act("loan", "hearing", "closed_at"),
        "2026-03-20T10:00:00",
        "moment_without_offset",
        "",
    ),
    ("a day without its strokes", ("date",), "20260320", "date_malformed", "date"),
    (
        "accepted in another year than the numbers are of",
        act("wages", "filing"),
        {
            **DAY["acts"][3]["filing"],
            "at": "2025-12-31T09:00:00+08:00",
            "accepted_at": "2025-12-31T10:00:00+08:00",
        },
        "number_block_used_up",
        "acts[3].filing.accepted_at",
    ),
    ("no such day", ("date",), "2026-02-30", "date_malformed", "date"),
    ("another format", ("format",), "circuit-day/2", "day_format_unknown", "format"),
    ("a role nobody has", ("officers", 0, "role"), "king", "unknown_choice", "officers[0].role"),
    ("no judge", ("officers", 0, "role"), "clerk", "officer_missing", "officers"),
    ("an unknown judge", act("sale", "docketed", "judge"), "judge-9", "unknown_officer", "acts[4].docketed.judge"),
    ("accepted by a clerk", act("loan", "filing", "accepted_by"), "clerk-1", "role_not_permitted", "accepted_by"),
    ("adjourned to the past", act("sale", "absence", "adjourned_to"), "2026-03-19T09:00:00+08:00", "adjourned", ""),
    (
        "interruption of nothing",
        ("interruptions", 0),
        "power_cut_during_hearing:advice",
        "interruption",
        "interruptions[0]",
    ),
    (
        "interruption of nobody",
        ("interruptions", 0),
        "power_cut_during_hearing:ghost",
        "unknown_act",
        "interruptions[0]",
    ),
    ("a key that is a path", act("loan", "key"), "../../escaped", "field_malformed", "acts[0].key"),
    ("a key twice", act("sale", "key"), "loan", "act_key_twice", "acts[4].key"),
    ("two lines in a choice", act("loan", "procedure"), "simple\nlines", "unknown_choice", "acts[0].procedure"),
    ("a key by a clerk as thumb", act("loan", "signing", 2, "how"), "thumb", "way_of_signing_not_permitted", ""),
    (
        "a statement that never was",
        act("loan", "service", 0, "document"),
        "civil_judgment_tabular",
        "paper_not",
        "service[0]",
    ),
    (
        "a judgment to a stranger",
        act("wages", "service", 0, "to"),
        "third_party",
        "unknown_party",
        "acts[3].service[0].to",
    ),
    (
        "service before the act",
        act("loan", "service", 0, "at"),
        "yesterday",
        "moment_malformed",
        "acts[0].service[0].at",
    ),
    ("court code of no court", ("court", "code"), "淄川", "court_code", "court.code"),
    ("fee outside the law", ("court", "province_fees", "divorce"), "3000.00", "province_fee", ""),
    (
        "audio that is not there",
        act("loan", "hearing", "audio", 0),
        "gone.wav",
        "file_missing",
        "acts[0].hearing.audio[0]",
    ),
    ("a shared number", act("sale", "docketed", "case_number"), "（2026）鲁0302民初015号", "case_number", "docketed"),
    ("nobody claims", act("loan", "filing", "parties", 0, "role"), "third_party", "nobody_claims", "acts[0].filing"),
    (
        "a reduction under 30 percent",
        act("wages", "fee_relief"),
        {**DAY["acts"][3]["fee_relief"], "kind": "reduction", "percent": 20},
        "relief_reduction_too_small",
        "acts[3].fee_relief.percent",
    ),
    (
        "a judgment handed over before it was announced",
        act("wages", "service", 0, "at"),
        "2026-03-20T15:49:00+08:00",
        "served_before_made",
        "acts[3].service[0]",
    ),
    ("nobody says a word", act("loan", "hearing", "turns"), [], "field_missing", "acts[0].hearing.turns"),
    (
        "heard before it was accepted",
        act("loan", "hearing", "opened_at"),
        "2026-03-20T09:24:00+08:00",
        "opened_before_accepted",
        "acts[0].hearing.opened_at",
    ),
    (
        "a number of another court",
        act("sale", "docketed", "case_number"),
        "（2026）鲁0303民初1188号",
        "number_of_another_court",
        "acts[4].docketed.case_number",
    ),
    (
        "a statement handed to the son",
        act("loan", "service", 0, "received_by"),
        {"name": "张小", "relation": "儿子"},
        "service_mediation_statement_in_person",
        "acts[0].service[0]",
    ),
    (
        "mediated before the case was accepted",
        act("loan", "mediation", "at"),
        "2026-03-20T08:00:00+08:00",
        "time_goes_backward",
        "acts[0].mediation.at",
    ),
    (
        "announced before it was heard",
        act("wages", "judgment", "announced_at"),
        "2026-03-20T14:55:00+08:00",
        "time_goes_backward",
        "acts[3].judgment.announced_at",
    ),
    (
        "paid before the complaint came",
        act("divorce", "payment", "at"),
        "2025-03-20T01:00:00+08:00",
        "time_goes_backward",
        "acts[1].payment.at",
    ),
    (
        "confirmed before it was agreed",
        act("confirmation", "outside_agreement", "agreed_on"),
        "2026-05-10",
        "time_goes_backward",
        "acts[2].filing.accepted_at",
    ),
    (
        "letters that no paper sets",
        act("loan", "hearing", "turns", 3, "text"),
        "مرحبا",
        "character_not_allowed",
        "acts[0].hearing.turns[3].text",
    ),
    (
        "a character that no font has",
        act("loan", "filing", "facts"),
        "借款\U00013000。",
        "glyph_missing",
        "acts[0].filing.facts",
    ),
    (
        "a mediation that takes effect of itself",
        act("loan", "mediation", "effect"),
        "at_once",
        "unknown_choice",
        "acts[0].mediation.effect",
    ),
    ("a block of no type", ("trip", "number_blocks", "xx初"), [1, 2], "number_block_malformed", "number_blocks.xx初"),
    (
        "a block with the court's own number in it",
        ("trip", "number_blocks", "民初"),
        [1180, 1190],
        "number_in_use",
        "acts[4].docketed.case_number",
    ),
    ("a wage in words", ("court", "small_claims_wage"), "many", "amount_malformed", "court.small_claims_wage"),
    (
        "an amount to the tenth of a fen",
        act("loan", "filing", "claims", 0, "amount"),
        "36000.1234567",
        "amount_too_many_decimals",
        "acts[0].filing.claims[0].amount",
    ),
    (
        "an amount beyond all money",
        act("loan", "filing", "claims", 0, "amount"),
        "9" * 40,
        "amount_too_large",
        "acts[0].filing.claims[0].amount",
    ),
    (
        "an amount that is no number",
        act("loan", "filing", "claims", 0, "amount"),
        float("nan"),
        "amount_malformed",
        "acts[0].filing.claims[0].amount",
    ),
    (
        "a body that no card has",
        act("loan", "filing", "parties", 0, "sex"),
        "女",
        "id_number_sex_differs",
        "acts[0].filing.parties[0].sex",
    ),
    (
        "a claim above twice the wage as a small one",
        act("loan", "filing", "claims", 0, "amount"),
        "230000.01",
        "small_claims_excluded",
        "acts[0].procedure",
    ),
    ("people less than none", act("advice", "circuit_service", "people"), -3, "", "people"),
]


@pytest.mark.parametrize("path, value, code, at", [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_a_bad_file_is_refused_in_one_line_naming_the_place_and_leaves_nothing(
    day_folder, tmp_path, capfd, path, value, code, at
):
    file = day_folder / "day-1.json"
    file.write_text(json.dumps(put(DAY, path, value), ensure_ascii=False), encoding="utf-8")
    before = sorted(day_folder.rglob("*"))
    out = tmp_path / "out"
    assert main(["day", str(file), "--out", str(out)]) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1 and captured.err.endswith("\n"), captured.err
    assert code in captured.err and at in captured.err, captured.err
    assert "Traceback" not in captured.err
    assert not out.exists()
    assert sorted(day_folder.rglob("*")) == before


IOU = (DAY_FOLDER / "iou.jpg").read_bytes()


@pytest.mark.parametrize(
    "place, name, content, code",
    [
        (("filing", "evidence", 0, "files", 0), "empty.jpg", b"", "attachment_empty"),
        (("filing", "evidence", 0, "files", 0), "half.jpg", IOU[: len(IOU) // 2], "file_damaged"),
        (("filing", "evidence", 0, "files", 0), "words.png", "借条".encode(), "file_damaged"),
        (("filing", "evidence", 0, "files", 0), "words.pdf", "借条".encode(), "file_damaged"),
        (("hearing", "audio", 0), "noise.wav", b"RIFFjunk", "file_damaged"),
    ],
    ids=["nothing", "half a picture", "no picture", "no document", "no sound"],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_by_its_place(
    day_folder, tmp_path, capfd, place, name, content, code
):
    (day_folder / name).write_bytes(content)
    file = day_folder / "day-1.json"
    file.write_text(json.dumps(put(DAY, act("loan", *place), name), ensure_ascii=False), encoding="utf-8")
    assert main(["day", str(file), "--out", str(tmp_path / "out")]) == 2
    said = capfd.readouterr().err
    where = "filing.evidence[0].files[0]" if place[0] == "filing" else "hearing.audio[0]"
    assert f"acts[0].{where}: " in said and code in said and name in said and said.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_link_out_of_the_folder_gives_away_nothing_that_is_no_picture(day_folder, tmp_path, capfd):
    secret = tmp_path / "secret.txt"
    secret.write_text("of this machine", encoding="utf-8")
    (day_folder / "link.jpg").symlink_to(secret)
    file = day_folder / "day-1.json"
    day = put(DAY, act("loan", "filing", "evidence", 0, "files", 0), "link.jpg")
    file.write_text(json.dumps(day, ensure_ascii=False), encoding="utf-8")
    assert main(["day", str(file), "--out", str(tmp_path / "out")]) == 2
    assert "file_damaged" in capfd.readouterr().err and not (tmp_path / "out").exists()


def test_a_key_that_is_said_twice_is_refused_by_its_place(day_folder, tmp_path, capfd):
    text = json.dumps(DAY, ensure_ascii=False)
    once = '"amount": "1171.00"'
    assert text.count(once) == 1
    file = day_folder / "day-1.json"
    file.write_text(text.replace(once, f'{once}, "amount": "11.71"'), encoding="utf-8")
    assert main(["day", str(file), "--out", str(tmp_path / "out")]) == 2
    said = capfd.readouterr().err
    assert "acts[0].filing.claims[1].amount: " in said and "key_said_twice" in said and said.count("\n") == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'{"format":"circuit-day/1"}',
        b"[" * 200_000,
        b'{"format": "circuit-day/1", "acts": 7}',
    ],
    ids=["empty", "cut", "list", "null", "not utf-8", "bare", "deep", "acts of a kind"],
)
def test_a_file_that_is_no_day_at_all_is_refused_in_one_line(tmp_path, capfd, content):
    file = tmp_path / "day.json"
    file.write_bytes(content)
    assert main(["day", str(file), "--out", str(tmp_path / "out")]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["day.json"]


def test_a_file_that_is_not_there_or_is_a_folder_is_refused_in_one_line(tmp_path, capfd):
    for target in (tmp_path / "gone.json", tmp_path):
        assert main(["day", str(target), "--out", str(tmp_path / "out")]) == 2
        assert capfd.readouterr().err.count("\n") == 1


def test_the_command_as_it_is_installed_refuses_with_exit_code_two(day_folder, tmp_path):
    file = day_folder / "day-1.json"
    file.write_text(json.dumps(put(DAY, act("loan", "procedure"), ...), ensure_ascii=False), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "ui.command", "day", str(file), "--out", str(tmp_path / "out")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_things_in_it_is_never_written_into(day_folder, tmp_path, capfd):
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["day", str(day_folder / "day-1.json"), "--out", str(out)]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    assert [path.name for path in out.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    "refused",
    [
        # Known only when the day is under way: what is due, and a character that no font has.
        an_act(
            payment={"payer": "plaintiff", "amount": "9999.00", "how": "bank", "at": "2026-03-20T09:35:00+08:00"},
            hearing=None,
            signing=[],
        ),
    ],
    ids=["paid more than due"],
)
def test_what_shows_only_under_way_is_refused_in_one_line_too_and_leaves_nothing(tmp_path, capfd, refused):
    file = tmp_path / "day.json"
    file.write_text(json.dumps(a_day(refused), ensure_ascii=False), encoding="utf-8")
    assert main(["day", str(file), "--out", str(tmp_path / "out")]) == 2
    captured = capfd.readouterr()
    assert captured.err.count("\n") == 1, captured.err
    assert "paid_more_than_due" in captured.err and "acts[0].payment" in captured.err
    assert [path.name for path in tmp_path.iterdir()] == ["day.json"]


# --- Whatever a file holds, it is read or refused, never stumbled over

STRANGE = [None, 7, -1, True, "", "示例\n行", "2026-02-30", [], [None], {}, {"a": 1}, [{}], "x" * 3000, 10**40, 0.5]


def places(value, path=()):
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("expect", "turns"):
                yield from places(inner, (*path, key))
            elif key == "turns":
                yield from places(inner[:1], (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*path, index))


def read_or_refused(day):
    try:
        check_day(without_nulls(day), DAY_FOLDER)
    except NeedsCorrection as refusal:
        assert refusal.details.get("at"), refusal.code
        assert "\n" not in str(refusal.details["at"])


def test_any_value_in_any_place_is_read_or_refused_with_its_place(request):
    chance = random.Random(20260320)
    every = [(path, value) for path in places(DAY) for value in (*STRANGE, ...)]
    for path, value in chance.sample(every, 600):
        read_or_refused(put(DAY, path, value))


@pytest.mark.long
def test_every_strange_value_in_every_place_is_read_or_refused_with_its_place():
    for path in places(DAY):
        for value in (*STRANGE, ...):
            read_or_refused(put(DAY, path, value))


def test_keys_that_the_format_does_not_know_are_left_alone_and_told():
    day = copy.deepcopy(DAY)
    day["weather"] = {"rain": True}
    day["acts"][0]["filing"]["remarks"] = "其他"
    day["acts"][0]["hearing"]["turns"][0]["mood"] = 3
    check_day(day, DAY_FOLDER)
    assert unread_keys(DAY) == []
    assert unread_keys(day) == ["acts[0].filing.remarks", "acts[0].hearing.turns[0].mood", "weather"]


def test_moments_of_another_offset_are_of_their_day_in_beijing(tmp_path):
    day = a_day(an_act())
    day["acts"][0]["filing"]["accepted_at"] = "2026-03-20T01:25:00Z"
    day["acts"][0]["hearing"]["closed_at"] = "2026-03-19T21:30:00-05:00"
    file = tmp_path / "day.json"
    file.write_text(json.dumps(day, ensure_ascii=False), encoding="utf-8")
    act = read_day(file)["acts"][0]
    assert act["filing"]["accepted_at"] == "2026-03-20T09:25:00+08:00"
    assert act["hearing"]["closed_at"] == "2026-03-20T10:30:00+08:00"


def test_a_null_says_no_more_than_an_absent_key(tmp_path):
    day = a_day(an_act(mediation=MEDIATION, signing=PARTY_MEANS + OFFICER_MEANS))
    plain = copy.deepcopy(day)
    day["acts"][0] |= {"docketed": None, "judgment": None, "payment": None, "fee_relief": None, "invited": None}
    day["acts"][0]["filing"]["agents"] = None
    day["acts"][0]["hearing"]["audio"] = None
    file = tmp_path / "day.json"
    file.write_text(json.dumps(day, ensure_ascii=False), encoding="utf-8")
    assert read_day(file) == plain


@pytest.mark.parametrize("form", ["tabular", "simplified", "ordinary", "elements", "brief", "small_claims"])
def test_every_form_of_judgment_may_be_named(form):
    name = "brief" if form == "small_claims" else form
    services = [handed(f"civil_judgment_{name}", "plaintiff")]
    check_day(a_day(an_act(judgment={**JUDGMENT, "form": form}, service=services)), DAY_FOLDER)


def test_a_filing_may_be_written_joint_or_oral():
    for mode in ("written", "oral", "joint"):
        check_day(a_day(an_act(filing=a_filing(mode=mode))), DAY_FOLDER)
