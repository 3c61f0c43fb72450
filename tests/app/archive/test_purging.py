"""A case that leaves the laptop leaves none of its typing behind."""

from __future__ import annotations

from pathlib import Path

from app.archive.purge import purge_case
from app.hearings.store import sittings_of
from app.storage.drafts import load_draft, save_draft
from support.acts import agree
from support.village import a_case, as_judge, new_desk


def test_no_draft_of_a_purged_case_is_left_and_another_cases_stay(tmp_path: Path) -> None:
    desk = as_judge(new_desk(tmp_path))
    case = a_case(desk, "simplified")
    agree(desk, case)
    other = a_case(desk, "simplified", facts="另一笔借款。")
    for kind, key in (("paper", f"{case} ruling_suspension "), ("elements", case), ("paper", f"{other} panel_notice ")):
        save_draft(desk.database, kind, key, "张𬱖")
    sittings = [sitting.record for sitting in sittings_of(desk.database, case)]
    for sitting in sittings:
        save_draft(desk.database, "turn", sitting, "张𬱖")
    purge_case(desk, case, lambda _entries, _files: True)
    left = [row["key"] for row in desk.database.query("SELECT key FROM draft")]
    assert left == [f"{other} panel_notice "]
    assert load_draft(desk.database, "paper", f"{other} panel_notice ") == "张𬱖"
