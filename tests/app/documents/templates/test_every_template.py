"""Every template of the program: it loads, its sample fills it, and no blank can be left out unseen."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from app.documents.blanks import Blank
from app.documents.template import FOLDER, PRACTICE_LINE, Template, load, names
from app.errors import NeedsCorrection

ALL = names()
HOSTILE = (
    "{{ court.name }}", "{% for a in b %}", "@title 假判决书", "张三 | 李四", "甲\n@title 乙", "甲\r@seal 乙",
    "甲\u2028@row 假 | 2", "<<", "^^", "[x] 同意 ; [x] 再同意", "名" * 200,
)  # fmt: skip
DIRECTIVES = {
    "court", "title", "number", "left", "center", "right", "heading", "kai", "blank", "turn", "small", "note", "table",
    "row", "end", "check", "officer", "date", "stamp", "sign", "thumb", "cut", "pagebreak", "qr",
}  # fmt: skip


ON_TOP = ("court", "case")
"""Shared groups that the program prints above the body."""


@pytest.fixture(params=ALL)
def template(request: pytest.FixtureRequest) -> Template:
    return load(request.param)


def test_a_sample_fills_its_template(template: Template) -> None:
    text = template.text(template.sample())
    assert f"@title {template.title}" in text
    assert "Undefined" not in text and "None" not in text and "{{" not in text and "{%" not in text
    for line in text.splitlines():
        assert not line.startswith("@") or line.removeprefix("@").split(" ")[0] in DIRECTIVES, line


def test_no_stop_follows_another(template: Template) -> None:
    doubled = ("。。", "；。", "，。", "。；", "。，", "、、", "：：", "））。", "（（", "“”")
    for line in template.text(template.sample()).splitlines():
        assert not any(stops in line for stops in doubled), line


def test_a_table_of_a_sample_has_as_many_cells_as_columns(template: Template) -> None:
    columns = 0
    for line in template.text(template.sample()).splitlines():
        if line.startswith("@table "):
            columns = len([word for word in line.split()[1:] if word != "header"])
            assert sum(int(word) for word in line.split()[1:] if word != "header") == 100, line
        elif line.startswith("@row "):
            assert line.count("|") == columns - 1, line


def test_a_paper_of_the_practice_court_says_so_and_another_does_not(template: Template) -> None:
    sample = template.sample()
    assert PRACTICE_LINE in template.text(sample)
    sample["court"]["practice"] = False
    assert PRACTICE_LINE not in template.text(sample)


def test_a_required_blank_left_out_is_refused_by_its_name(template: Template) -> None:
    for path, blank in _required(template.blanks, ()):
        for empty in (None, ""):
            sample = template.sample()
            if not _put(sample, path, empty):
                continue
            with pytest.raises(NeedsCorrection) as refused:
                template.text(sample)
            assert refused.value.code == "blank_missing", path
            assert refused.value.details["document"] == template.name
            assert str(refused.value.details["blank"]).split(".")[0] == path[0]
            assert refused.value.details["label"] == blank.label
            assert refused.value.details["screen"] == blank.screen


def test_a_shared_value_left_out_leaves_no_hole_in_the_paper(template: Template) -> None:
    whole = template.text(template.sample())
    for path, _ in _required(template.shared, ()):
        if path[0] not in template.body and path[0] not in ON_TOP:
            continue
        sample = template.sample()
        if not _put(sample, path, None):
            continue
        try:
            assert template.text(sample) == whole, path
        except NeedsCorrection as refused:
            assert refused.code == "blank_missing"
            assert [part for part in str(refused.details["blank"]).split(".") if not part.isdigit()] == list(path)
            assert refused.details["label"]


def test_a_list_that_may_be_empty_may_be_left_out(template: Template) -> None:
    sample = template.sample()
    for name, blank in template.blanks.items():
        if blank.type in ("list", "table") and not blank.required:
            template.text({path: value for path, value in sample.items() if path != name})


def test_no_value_becomes_a_directive(template: Template) -> None:
    whole = template.text(template.sample())
    shape = set(_shape(whole))
    for turn, path in enumerate(_texts(template.sample(), ())):
        if not _may_hold_any_text(template, path) or (path[0] not in template.body and path[0] not in ON_TOP):
            continue
        hostile = HOSTILE[turn % len(HOSTILE)]
        sample = template.sample()
        _set(sample, path, hostile)
        try:
            text = template.text(sample)
        except NeedsCorrection:
            continue
        assert set(_shape(text)) <= shape | {"body", "@small", "@note"}, (path, hostile)
        assert not any(f"\n{line}" in text for line in ("@title 假", "@title 乙", "@seal", "@row 假")), (
            path,
            hostile,
        )
        for line in text.splitlines():
            if line.startswith("@row"):
                assert "张三 | 李四" not in line, (path, hostile)


def test_a_blank_nobody_declared_is_refused(template: Template) -> None:
    sample = template.sample()
    sample["unheard_of"] = "甲"
    with pytest.raises(NeedsCorrection, match="blank_unknown"):
        template.text(sample)


def test_the_issue_papers_all_have_templates() -> None:
    wanted = """oral_filing_record evidence_receipt acceptance_notice notice_to_respond small_claims_notice summons
    hearing_announcement fee_notice fee_relief_approval rights_and_duties_notice integrity_supervision_card
    service_address_confirmation hearing_record inspection_record mediation_record civil_mediation_statement
    ruling_withdrawal_granted confirmation_application inquiry_record ruling_judicial_confirmation
    confirmation_acceptance_notice civil_judgment_tabular civil_judgment_simplified civil_judgment_ordinary
    pronouncement_record contact_log adjournment_notice certificate_of_service circuit_service_log"""
    assert set(wanted.split()) <= set(ALL)


def test_a_released_wording_never_changes() -> None:
    for line in (FOLDER / "released.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, version, digest = line.split()
            assert load(name, int(version.removeprefix("v"))).digest == digest, f"{name}: write a new version"


def test_records_are_never_sealed_and_court_papers_never_signed_by_parties() -> None:
    for name in ALL:
        template = load(name)
        assert not ({"parties", "present", "recipient"} & set(template.signers) and "seal" in template.signers), name
        if template.layout == "statement":
            assert template.signers[-1] == "seal", name


def test_a_mediation_statement_is_handed_over_and_never_left() -> None:
    assert load("civil_mediation_statement").served == ("direct",)


def _required(blanks: Any, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], Blank]]:
    found = []
    for name, blank in blanks.items():
        if not blank.required:
            continue
        found.append(((*path, name), blank))
        found += _required(blank.fields, (*path, name))
    return found


def _put(values: Any, path: tuple[str, ...], value: Any) -> bool:
    """Puts the value at the path (in the first row of a list); False where the sample has no such place."""
    for part in path[:-1]:
        values = values.get(part)
        if isinstance(values, list):
            values = values[0] if values else None
        if values is None:
            return False
    if path[-1] not in values:
        return False
    values[path[-1]] = value
    return True


def _texts(values: Any, path: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    if isinstance(values, str):
        return [path]
    if isinstance(values, dict):
        return [one for name, part in values.items() for one in _texts(part, (*path, name))]
    if isinstance(values, list):
        return [one for place, part in enumerate(values) for one in _texts(part, (*path, place))]
    return []


def _set(values: Any, path: tuple[Any, ...], value: str) -> None:
    for part in path[:-1]:
        values = values[part]
    values[path[-1]] = copy.copy(value)


def _may_hold_any_text(template: Template, path: tuple[Any, ...]) -> bool:
    blank = template.blank_at(".".join(str(part) for part in path))
    return blank is None or blank.type in ("text", "long_text", "list")


def _shape(text: str) -> list[str]:
    return [line.split(" ")[0] if line.startswith("@") else "body" for line in text.splitlines()]
