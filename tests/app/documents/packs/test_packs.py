"""A court's own templates: only what the court signed is installed, and each is used from its day on."""

from __future__ import annotations

import json
import os
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.circuit.service import check_leaving
from app.desk import Desk
from app.documents import template as templates
from app.documents.fonts import FontSet
from app.documents.pack_store import names_in_force, packs, timetable
from app.documents.packs import check_pack, install_pack, seal_pack, wording_of
from app.documents.samples import titles
from app.documents.service import content_of, issue, load_paper
from app.errors import NeedsCorrection, NotPossibleNow, Refusal
from app.journal.device import DeviceKey
from app.storage.database import open_database
from support.village import a_case, as_judge, database_key, new_desk

COURT = DeviceKey.from_bytes(random.Random("court").randbytes(32))
OTHER = DeviceKey.from_bytes(random.Random("another").randbytes(32))
CODE = "鲁0302"
OWN = templates.FOLDER / "civil_mediation_statement" / "v1"
TERMS = {
    "terms": ["被告李喆于2026年4月20日前偿还原告张𬱖借款36000元。"],
    "effect": "on_receipt",
    "fee_borne_by": "defendant",
}


def a_pack(
    folder: Path,
    *,
    version: int | None = 1001,
    day: str = "2026-04-01",
    words: str = "本院予以确认，调解自愿合法。",
    name: str = "civil_mediation_statement",
    made_on: str = "2026-03-25",
    change: Callable[[Path], None] = lambda place: None,
    court: str = CODE,
    key: DeviceKey = COURT,
) -> Path:
    """A pack with the mediation statement in the court's own words; ``change`` works on it before it is signed."""
    folder.mkdir(parents=True)
    if version is not None:
        place = folder / "templates" / name / f"v{version}"
        place.parent.mkdir(parents=True)
        shutil.copytree(OWN, place)
        body = (place / "body.j2").read_text(encoding="utf-8")
        (place / "body.j2").write_text(body.replace("本院予以确认。", words), encoding="utf-8")
        change(place)
    seal_pack(folder, court, "本院文书样式", made_on, {name: (version, day)}, key)
    return folder


def refusal(source: Path, key: DeviceKey = COURT) -> Refusal:
    with pytest.raises(Refusal) as refused:
        check_pack(source, CODE, key.public)
    return refused.value


def rewrite(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(place: Path) -> None:
        text = (place / file).read_text(encoding="utf-8")
        assert old in text
        (place / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def line_of(place: Path, words: str) -> int:
    lines = place.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def zipped(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder).as_posix())
    return path


def test_a_pack_holds_as_a_folder_and_as_a_zip_alike(tmp_path: Path) -> None:
    folder = a_pack(tmp_path / "pack")
    assert check_pack(folder, CODE, COURT.public) == check_pack(zipped(folder), CODE, COURT.public)


def test_only_the_courts_own_signature_is_taken(tmp_path: Path) -> None:
    folder = a_pack(tmp_path / "pack", key=OTHER)
    assert refusal(folder).code == "pack_not_signed"
    (folder / "manifest.sig").unlink()
    assert refusal(folder).code == "pack_not_signed"


def test_a_manifest_changed_after_signing_is_refused(tmp_path: Path) -> None:
    folder = a_pack(tmp_path / "pack")
    manifest = folder / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b"2026-04-01", b"2026-01-01"))
    assert refusal(folder).code == "pack_not_signed"


def test_another_courts_pack_is_refused(tmp_path: Path) -> None:
    assert refusal(a_pack(tmp_path / "pack", court="鲁0303")).code == "pack_of_another_court"


def test_a_file_changed_after_signing_is_named(tmp_path: Path) -> None:
    folder = a_pack(tmp_path / "pack")
    body = folder / "templates" / "civil_mediation_statement" / "v1001" / "body.j2"
    body.write_text(body.read_text(encoding="utf-8") + "多一行。\n", encoding="utf-8")
    refused = refusal(folder)
    assert (refused.code, refused.details["file"]) == (
        "pack_file_changed",
        "templates/civil_mediation_statement/v1001/body.j2",
    )


def test_a_file_that_nobody_signed_for_is_refused(tmp_path: Path) -> None:
    folder = a_pack(tmp_path / "pack")
    more = folder / "templates" / "civil_mediation_statement" / "v1001" / "notes.txt"
    more.write_text("x", encoding="utf-8")
    assert refusal(folder).code == "pack_file_changed"


def test_a_missing_sample_is_named(tmp_path: Path) -> None:
    folder = a_pack(tmp_path / "pack")
    (folder / "templates" / "civil_mediation_statement" / "v1001" / "sample.json").unlink()
    refused = refusal(folder)
    assert (refused.code, refused.details["file"]) == (
        "pack_sample_missing",
        "templates/civil_mediation_statement/v1001/sample.json",
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("body.j2", "@date {{ made_on|han_date }}", "@date {{ made_on.__class__ }}"),
        ("body.j2", "@date {{ made_on|han_date }}", "@date {{ made_up|han_date }}"),
        ("body.j2", "@date {{ made_on|han_date }}", "@date {{ made_on|shell }}"),
        ("body.j2", "@date {{ made_on|han_date }}", "@date {% import 'os' as os %}"),
        ("body.j2", "@stamp 本件与原本核对无异", "@stempel 本件与原本核对无异"),
    ],
)
def test_what_a_wording_may_not_hold_is_named_with_its_line(tmp_path: Path, file: str, old: str, new: str) -> None:
    folder = a_pack(tmp_path / "pack", change=rewrite(file, old, new))
    refused = refusal(folder)
    place = folder / "templates" / "civil_mediation_statement" / "v1001" / file
    assert refused.code == "pack_template_not_valid"
    assert refused.details["file"] == "templates/civil_mediation_statement/v1001/body.j2"
    assert refused.details["line"] == line_of(place, new.partition("{")[0].strip() if "%" not in new else new)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("@stamp 本件与原本核对无异\U0001fae0", "glyph_missing \U0001fae0"),
        ("@table 0 100\n@row 甲 | 乙\n@end", "@table 0 100: 2 columns, rows of [2]"),
        ("@qr " + "验" * 2000, "template_too_long"),
    ],
)
def test_a_wording_that_could_not_be_set_on_paper_is_refused_before_a_case_needs_it(
    tmp_path: Path, line: str, why: str
) -> None:
    folder = a_pack(tmp_path / "pack", change=rewrite("body.j2", "@stamp 本件与原本核对无异", line))
    refused = refusal(folder)
    assert (refused.code, refused.details["why"]) == ("pack_template_not_valid", why)


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ('type = "choice"', 'type = "riddle"', "[blanks.effect]"),
        ('volume = "正卷"', 'volume = "内卷"', 'volume = "内卷"'),
        ('stage = "mediation"', 'stage = "mediation', 'stage = "mediation'),
    ],
)
def test_a_bad_declaration_is_named_with_its_line(tmp_path: Path, old: str, new: str, at: str) -> None:
    folder = a_pack(tmp_path / "pack", change=rewrite("template.toml", old, new))
    refused = refusal(folder)
    place = folder / "templates" / "civil_mediation_statement" / "v1001" / "template.toml"
    assert (refused.code, refused.details["file"]) == (
        "pack_template_not_valid",
        "templates/civil_mediation_statement/v1001/template.toml",
    )
    assert refused.details["line"] == line_of(place, at)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = "民事调解书"', "title = 5"),
        ('title = "民事调解书"', 'title = "民事\\n@officer 审判员 | 某某"'),
        ('title = "民事调解书"', f'title = "{"民" * 61}"'),
        ('stage = "mediation"', 'stage = "mediation"\ncalled = ["调解书"]'),
        ('stage = "mediation"', 'stage = "mediation"\nscreen = ["documents"]'),
        ("number = true", 'number = "yes"'),
        ('served = ["direct"]', 'served = [["direct"]]'),
    ],
)
def test_a_declaration_of_the_wrong_kind_is_refused_and_never_a_crash(tmp_path: Path, old: str, new: str) -> None:
    refused = refusal(a_pack(tmp_path / "pack", change=rewrite("template.toml", old, new)))
    assert refused.code == "pack_template_not_valid"
    assert str(refused.details["file"]).endswith("template.toml") and int(str(refused.details["line"])) >= 1


def blank_of(lines: str) -> tuple[str, str]:
    """A change of the declaration that adds a blank, said by these lines, before the first one."""
    return "[blanks.terms]", f"[blanks.extra]\n{lines}\n\n[blanks.terms]"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('signers = ["judge", "assessors", "clerk", "seal"]', "signers = 5"),
        ('served = ["direct"]', "served = true"),
        ("number = true", f"number = {'[' * 5000}{']' * 5000}"),
        blank_of('type = "choice"\nlabel = "选"\nrequired = false\nchoices = 5'),
        blank_of('type = "choice"\nlabel = "选"\nrequired = false\nchoices = "ab"'),
        blank_of('type = "choice"\nlabel = "选"\nrequired = false'),
        blank_of('type = ["list"]\nlabel = "列"\nrequired = false'),
        blank_of('type = "table"\nlabel = "表"\nrequired = false\nfields = 5'),
        blank_of('type = "table"\nlabel = "表"\nrequired = false\nfields = ["a"]'),
        blank_of('type = "text"\nlabel = "字"\nrequired = "no"'),
        blank_of('type = "text"\nlabel = "字\\u202e\\u0000"\nrequired = false'),
        blank_of('type = "date"\nlabel = "日"\ndefault = "明天"'),
    ],
)
def test_a_blank_or_key_of_the_wrong_kind_is_named_with_its_line(tmp_path: Path, old: str, new: str) -> None:
    refused = refusal(a_pack(tmp_path / "pack", change=rewrite("template.toml", old, new)))
    assert refused.code == "pack_template_not_valid"
    assert str(refused.details["file"]).endswith("template.toml") and int(str(refused.details["line"])) >= 1


def test_a_declaration_without_a_table_of_blanks_is_refused(tmp_path: Path) -> None:
    def flat(place: Path) -> None:
        said = (place / "template.toml").read_text(encoding="utf-8").partition("[blanks")[0]
        (place / "template.toml").write_text(f"blanks = 5\n{said}", encoding="utf-8")

    assert refusal(a_pack(tmp_path / "pack", change=flat)).code == "pack_template_not_valid"


@pytest.mark.parametrize(
    "line",
    [
        "{{ 5|length }}",
        "{{ terms|in_role('x') }}",
        "{{ parties|in_role }}",
        "{{ made_on|until(5, 6) }}",
        "{{ 5|named(parties) }}",
        "{% if made_on < 5 %}甲{% endif %}",
        "{% if 5 in made_on %}甲{% endif %}",
        "{% if made_on is eq %}甲{% endif %}",
        "{% if made_on %}" * 120 + "甲" + "{% endif %}" * 120,
        "{% if " + "not " * 300 + "made_on %}甲{% endif %}",
        "{{ " + "'a' if made_on else " * 250 + "'b' }}",
        "{{ " + "9" * 5000 + " }}",
        "甲\x0b乙",
        "甲\x0c@date 乙",
    ],
)
def test_an_expression_that_cannot_be_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    folder = a_pack(tmp_path / "pack", change=rewrite("body.j2", "@stamp 本件与原本核对无异", line))
    refused = refusal(folder)
    place = folder / "templates" / "civil_mediation_statement" / "v1001" / "body.j2"
    assert (refused.code, refused.details["line"]) == ("pack_template_not_valid", line_of(place, line[:40]))


@pytest.mark.parametrize(
    "line",
    [
        "{{ case ~ '' }}",
        "{{ case.public ~ '' }}",
        "{{ parties|clause }}",
        "{{ case.public|clause }}",
        "{{ made_on|numbered }}",
        "{{ made_on|join_names }}",
        "{% for party in parties %}{{ loop ~ '' }}{% endfor %}",
    ],
)
def test_what_is_no_text_is_never_printed_as_a_machine_writes_it(tmp_path: Path, line: str) -> None:
    refused = refusal(a_pack(tmp_path / "pack", change=rewrite("body.j2", "@stamp 本件与原本核对无异", line)))
    assert refused.code == "pack_template_not_valid"
    assert str(refused.details["file"]).endswith("body.j2") and int(str(refused.details["line"])) > 1


@pytest.mark.parametrize(
    "loops",
    [
        ("{% for a in court.name %}", "{% for b in court.name %}", "{% for c in court.name %}"),
        ("{% set g = terms|granted %}{% for a in g %}", "{% for b in g %}", "{% for c in g %}"),
    ],
)
def test_no_loop_escapes_the_count(tmp_path: Path, loops: tuple[str, ...]) -> None:
    def change(place: Path) -> None:
        rewrite("body.j2", "@stamp 本件与原本核对无异", "".join(loops) + "{% endfor %}" * len(loops))(place)
        sample = json.loads((place / "sample.json").read_text(encoding="utf-8"))
        sample["court"]["name"] = "院" * 300
        sample["terms"] = ["被告李四偿还借款。"] * 300
        (place / "sample.json").write_text(json.dumps(sample, ensure_ascii=False), encoding="utf-8")

    refused = refusal(a_pack(tmp_path / "pack", change=change))
    assert refused.details["why"] in ("loop over no list", "template_too_long")


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_sample_in_another_encoding_is_read_or_refused(tmp_path: Path, start: bytes) -> None:
    def encoded(place: Path) -> None:
        text = (place / "sample.json").read_text(encoding="utf-8")
        file = "utf-8" if start == b"\xef\xbb\xbf" else "utf-16-le"
        (place / "sample.json").write_bytes(start + text.encode(file))

    refused = refusal(a_pack(tmp_path / "pack", change=encoded))
    assert (refused.code, refused.details["why"]) == ("pack_template_not_valid", "json")


@pytest.mark.parametrize("signer", ["judge", "clerk", "seal"])
def test_a_wording_without_a_place_to_sign_for_who_must_is_refused(tmp_path: Path, signer: str) -> None:
    def change(place: Path) -> None:
        lost = {"judge": "@officer {{ judge", "clerk": "@officer {{ clerk", "seal": "@date "}[signer]
        lines = (place / "body.j2").read_text(encoding="utf-8").splitlines(keepends=True)
        (place / "body.j2").write_text("".join(one for one in lines if lost not in one), encoding="utf-8")

    refused = refusal(a_pack(tmp_path / "pack", change=change))
    assert (refused.code, refused.details["why"]) == ("pack_template_not_valid", f"no place to sign: {signer}")
    assert str(refused.details["file"]).endswith("template.toml") and int(str(refused.details["line"])) > 1


@pytest.mark.parametrize("made_on", ["20260401", "2026-W14-3"])
def test_a_day_written_in_another_way_would_spoil_the_order_and_is_refused(tmp_path: Path, made_on: str) -> None:
    assert refusal(a_pack(tmp_path / "pack", made_on=made_on)).code == "pack_unreadable"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{{ court.name.format }}", "member of a plain value name.format"),
        ("{{ made_on|cn_date|cn_date }}", "blank_not_valid"),
        ("{{ " + "(" * 5000 + "made_on" + ")" * 5000 + " }}", "too many brackets"),
        ("\u202e反", "character_not_allowed U+202E"),
        ("\x01", "character_not_allowed U+0001"),
    ],
)
def test_what_only_shows_when_the_wording_is_filled_is_named_with_its_line(tmp_path: Path, line: str, why: str) -> None:
    folder = a_pack(tmp_path / "pack", change=rewrite("body.j2", "@stamp 本件与原本核对无异", line))
    refused = refusal(folder)
    place = folder / "templates" / "civil_mediation_statement" / "v1001" / "body.j2"
    assert (refused.code, refused.details["why"]) == ("pack_template_not_valid", why)
    assert str(refused.details["file"]).endswith("body.j2")
    assert refused.details["line"] == line_of(place, line)


def test_a_sample_nested_without_end_is_refused(tmp_path: Path) -> None:
    def deep(place: Path) -> None:
        (place / "sample.json").write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")

    assert refusal(a_pack(tmp_path / "pack", change=deep)).details["why"] == "json"


def test_a_pipe_in_the_folder_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    folder = a_pack(tmp_path / "pack")
    body = folder / "templates" / "civil_mediation_statement" / "v1001" / "body.j2"
    body.unlink()
    os.mkfifo(body)
    refused = refusal(folder)
    assert (refused.code, refused.details["file"]) == ("pack_unreadable", body.relative_to(folder).as_posix())


@pytest.mark.parametrize("version", [10**9, 2**53 - 1])
def test_a_version_too_large_for_a_folders_name_is_refused(tmp_path: Path, version: int) -> None:
    assert refusal(a_pack(tmp_path / "pack", version=version)).code == "pack_unreadable"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('served = ["direct"]', 'served = ["direct", "left"]'),
        ('signers = ["judge", "assessors", "clerk", "seal"]', 'signers = ["judge", "assessors", "clerk"]'),
        ('signers = ["judge", "assessors", "clerk", "seal"]', 'signers = ["parties", "judge", "clerk", "seal"]'),
        ('volume = "正卷"', 'volume = "副卷"'),
    ],
)
def test_a_courts_wording_cannot_go_beyond_the_law(tmp_path: Path, old: str, new: str) -> None:
    # 解释133: a mediation statement is never left; 解释262: it carries the seal of the court.
    folder = a_pack(tmp_path / "pack", change=rewrite("template.toml", old, new))
    refused = refusal(folder)
    place = folder / "templates" / "civil_mediation_statement" / "v1001" / "template.toml"
    assert refused.code == "pack_template_not_valid"
    assert refused.details["line"] == line_of(place, new)


def test_a_sample_that_does_not_fill_its_template_is_refused(tmp_path: Path) -> None:
    def without_terms(place: Path) -> None:
        sample = json.loads((place / "sample.json").read_text(encoding="utf-8"))
        sample["terms"] = []
        (place / "sample.json").write_text(json.dumps(sample, ensure_ascii=False, indent=1), encoding="utf-8")

    refused = refusal(a_pack(tmp_path / "pack", change=without_terms))
    assert refused.details["file"] == "templates/civil_mediation_statement/v1001/sample.json"
    assert refused.details["why"] == "blank_missing terms"
    assert refused.details["line"] > 1


@pytest.mark.parametrize("version", [1, 999])
def test_a_version_of_the_programs_range_is_refused(tmp_path: Path, version: int) -> None:
    assert refusal(a_pack(tmp_path / "pack", version=version)).code == "pack_unreadable"


@pytest.mark.parametrize("name", ["../evil.toml", "/etc/evil", "templates/a/v1001/../../../x", "readme.txt"])
def test_a_zip_with_strange_places_is_refused(tmp_path: Path, name: str) -> None:
    path = zipped(a_pack(tmp_path / "pack"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, "x")
    assert refusal(path).code == "pack_unreadable"


def test_a_zip_that_swells_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = zipped(a_pack(tmp_path / "pack"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("templates/big/v1001/body.j2", b"\0" * (17 * 2**20))
    assert refusal(path).code == "pack_unreadable"


def test_a_zip_that_was_damaged_on_the_way_is_refused_wherever_it_was_hit(tmp_path: Path) -> None:
    whole = zipped(a_pack(tmp_path / "pack")).read_bytes()
    good = check_pack(tmp_path / "pack", CODE, COURT.public)
    damaged = tmp_path / "damaged.zip"
    chance = random.Random(7)
    for _ in range(300):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        damaged.write_bytes(content)
        try:
            assert check_pack(damaged, CODE, COURT.public) == good
        except Refusal:
            continue


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_packed_in_a_way_that_few_programs_know_is_refused(tmp_path: Path, method: int) -> None:
    path = tmp_path / "pack.zip"
    folder = a_pack(tmp_path / "pack")
    with zipfile.ZipFile(path, "w", method) as archive:
        for file in sorted(folder.rglob("*.*")):
            archive.write(file, file.relative_to(folder).as_posix())
    assert refusal(path).code == "pack_unreadable"


def test_what_is_no_pack_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file.zip").write_bytes(b"no zip")
    assert refusal(tmp_path / "file.zip").code == "pack_unreadable"
    assert refusal(tmp_path / "nowhere").code == "pack_unreadable"


def version_on(desk: Desk, day: str) -> int:
    return templates.load("civil_mediation_statement", database=desk.database, on=day).version


def test_the_courts_wording_is_used_from_its_day_on(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    install_pack(desk, a_pack(tmp_path / "pack"), COURT.public)
    assert version_on(desk, "2026-03-31") == 1
    assert version_on(desk, "2026-04-01") == 1001
    assert names_in_force(desk.database, "2026-04-01") == ["civil_mediation_statement"]
    assert names_in_force(desk.database, "2026-03-31") == []


def test_an_older_pack_that_arrives_late_does_not_undo_a_newer_one(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    install_pack(desk, a_pack(tmp_path / "new", version=1002, made_on="2026-03-28"), COURT.public)
    install_pack(desk, a_pack(tmp_path / "old", version=1001, made_on="2026-03-01", words="旧。"), COURT.public)
    assert version_on(desk, "2026-05-01") == 1002
    assert len(timetable(desk.database, "civil_mediation_statement")) == 2


def test_a_later_day_goes_before_an_earlier_one(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    install_pack(desk, a_pack(tmp_path / "june", version=1002, day="2026-06-01", words="六月。"), COURT.public)
    install_pack(desk, a_pack(tmp_path / "april", made_on="2026-03-30"), COURT.public)
    days = ("2026-03-31", "2026-05-31", "2026-06-01")
    assert [version_on(desk, day) for day in days] == [1, 1001, 1002]


def test_the_court_can_go_back_to_the_programs_own(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    install_pack(desk, a_pack(tmp_path / "pack"), COURT.public)
    install_pack(desk, a_pack(tmp_path / "back", version=None, day="2026-07-01"), COURT.public)
    assert [version_on(desk, day) for day in ("2026-06-30", "2026-07-01")] == [1001, 1]


def test_installing_it_twice_changes_nothing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    pack = a_pack(tmp_path / "pack")
    assert install_pack(desk, pack, COURT.public) == install_pack(desk, pack, COURT.public)
    assert len(packs(desk.database)) == 1


def test_a_version_number_never_gets_another_wording(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    install_pack(desk, a_pack(tmp_path / "pack"), COURT.public)
    with pytest.raises(NeedsCorrection, match="pack_version_reused"):
        install_pack(desk, a_pack(tmp_path / "again", words="换了。"), COURT.public)
    assert len(packs(desk.database)) == 1


def test_the_stored_wording_cannot_be_changed_or_deleted(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    install_pack(desk, a_pack(tmp_path / "pack"), COURT.public)
    for statement in ("UPDATE template_version SET body = x'00'", "DELETE FROM template_in_force"):
        with pytest.raises(Exception, match="never_changes"):
            desk.database.execute(statement)


def test_a_paper_stays_with_the_wording_it_was_made_with(tmp_path: Path) -> None:
    fonts = FontSet.find()
    desk = as_judge(new_desk(tmp_path / "laptop"))
    install_pack(desk, a_pack(tmp_path / "pack", day="2026-03-20"), COURT.public)
    case = a_case(desk)
    first = load_paper(
        desk.database, issue(desk, case, "civil_mediation_statement", TERMS, made_on="2026-03-20", fonts=FontSet.find())
    )
    pdf = content_of(desk, first)
    install_pack(desk, a_pack(tmp_path / "next", version=1002, day="2026-03-21", words="新。"), COURT.public)
    second = load_paper(
        desk.database, issue(desk, case, "civil_mediation_statement", TERMS, made_on="2026-03-21", fonts=fonts)
    )
    assert (first.version, second.version) == (1001, 1002)
    assert "调解自愿合法" in wording_of(desk.database, first).body
    assert wording_of(desk.database, first).digest == first.wording != second.wording
    assert content_of(desk, first) == pdf


def test_a_paper_whose_wording_is_elsewhere_says_so(tmp_path: Path) -> None:
    fonts = FontSet.find()
    desk = as_judge(new_desk(tmp_path / "laptop"))
    install_pack(desk, a_pack(tmp_path / "pack", day="2026-03-20"), COURT.public)
    case = a_case(desk)
    paper = load_paper(
        desk.database, issue(desk, case, "civil_mediation_statement", TERMS, made_on="2026-03-20", fonts=fonts)
    )
    elsewhere = new_desk(tmp_path / "other", seed=2)
    with pytest.raises(NeedsCorrection, match="template_unknown"):
        wording_of(elsewhere.database, paper)
    install_pack(elsewhere, a_pack(tmp_path / "twin", words="不同。"), COURT.public)
    with pytest.raises(NotPossibleNow, match="paper_wording_differs"):
        wording_of(elsewhere.database, paper)


def test_the_pack_lies_encrypted_and_is_there_after_opening_again(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    install_pack(desk, a_pack(tmp_path / "pack"), COURT.public)
    desk.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.database.close()
    content = (tmp_path / "laptop" / "xunhui.db").read_bytes()
    assert "调解自愿合法".encode() not in content and b"civil_mediation_statement" not in content
    again = open_database(tmp_path / "laptop" / "xunhui.db", database_key(1))
    held = templates.load("civil_mediation_statement", database=again, on="2026-04-01")
    assert held.version == 1001
    assert held.text(held.sample())
    again.close()


def own_paper(folder: Path, served: str = "[]") -> Path:
    """A pack with a paper that the program does not have."""

    def change(place: Path) -> None:
        text = (place / "template.toml").read_text(encoding="utf-8")
        text = text.replace('name = "civil_mediation_statement"', 'name = "village_letter"')
        text = text.replace('title = "民事调解书"', 'title = "致村民委员会函"')
        (place / "template.toml").write_text(
            text.replace('served = ["direct"]', f"served = {served}"), encoding="utf-8"
        )

    return a_pack(folder, name="village_letter", day="2026-03-01", made_on="2026-02-25", change=change)


def test_a_paper_of_the_courts_own_can_be_made_beside_the_programs(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "laptop")
    install_pack(desk, own_paper(tmp_path / "pack"), COURT.public)
    told = {name: title for name, _, title in titles(desk.database, "2026-03-20")}
    assert told["village_letter"] == "致村民委员会函" and told["summons"] == "传票"
    assert "village_letter" not in dict((name, title) for name, _, title in titles(desk.database, "2026-02-28"))


def test_a_paper_that_no_rule_of_service_knows_is_not_declared_as_served(tmp_path: Path) -> None:
    refused = refusal(own_paper(tmp_path / "pack", '["direct"]'))
    assert (refused.code, refused.details["why"]) == ("pack_template_not_valid", "served: beyond the law")


def test_leaving_a_village_asks_after_papers_in_the_courts_own_wording_too(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path / "laptop"))
    install_pack(desk, a_pack(tmp_path / "pack", day="2026-03-01", made_on="2026-02-25"), COURT.public)
    paper = issue(desk, a_case(desk), "civil_mediation_statement", TERMS, made_on="2026-03-20", fonts=FontSet.find())
    left = {check.code: check.facts for check in check_leaving(desk)}
    assert left["unserved_papers"]["papers"] == [paper]
