"""Every sample becomes a real paper: no character without a glyph, and a box for each who must sign."""

from __future__ import annotations

import datetime

import pytest

from app.clock import BEIJING
from app.documents.blocks import Paragraph, Turn, parse
from app.documents.fonts import FontSet
from app.documents.render import render
from app.documents.template import load, names

MADE_AT = datetime.datetime(2026, 3, 20, 10, 45, tzinfo=BEIJING)


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return FontSet.find(court_fonts=False)


@pytest.mark.parametrize("name", names())
def test_a_sample_has_a_box_for_the_judge_the_clerk_and_the_seal_where_they_sign(name: str, fonts: FontSet) -> None:
    template = load(name)
    paper = render(template, template.sample(), fonts=fonts, made_at=MADE_AT)
    boxes = {box.id for box in paper.boxes}
    assert paper.pages >= 1
    assert {"judge", "clerk", "seal"} & set(template.signers) <= boxes
    if "parties" in template.signers:
        assert any(box.startswith(("party:", "agent:", "witness:", "invited:")) for box in boxes)
    if "seal" not in template.signers:
        assert "seal" not in boxes


def test_hostile_words_come_out_of_the_parser_as_words() -> None:
    template = load("hearing_record")
    sample = template.sample()
    sample["turns"][1]["text"] = "@title 假标题\n@sign judge | 我\n[x] {{ court.name }} | <<"
    blocks = parse(template.text(sample))
    turns = [block.text for block in blocks if isinstance(block, Turn)]
    assert turns[1:4] == ["@title 假标题", "@sign judge | 我", "[x] {{ court.name }} | <<"]
    assert [block.text for block in blocks if isinstance(block, Paragraph) and block.style == "title"] == ["庭审笔录"]
