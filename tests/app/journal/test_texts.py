"""No text that can't be read as it was written is ever told; all others come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.journal.texts import LONGEST, unseen_in

ANY = st.text(st.characters(), max_size=40)
"""Halves of characters and control characters among them."""


@given(text=ANY | st.text(st.sampled_from("甲\x00\x1b\u202e\u2069\ud83d\udc00\U0002a6d6😀\t\n\u200d"), max_size=6))
@settings(max_examples=150)
def test_a_text_is_refused_and_nothing_written_or_it_comes_back_as_it_was(desk, text):
    record, before = desk.new_id("service"), len(desk.journal.of_case("court"))
    try:
        desk.record(
            "circuit.served",
            record,
            {"kind": "法治宣传", "at": "2026-03-20", "place": text, "people": 1, "summary": "一"},
        )
    except NeedsCorrection as refusal:
        assert refusal.code == "character_not_allowed" and refusal.details["where"] == "place"
        assert refusal.details["character"] == unseen_in(text) and len(desk.journal.of_case("court")) == before
    else:
        assert desk.fields_of(record)["place"] == text
        text.encode("utf-8")


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\u200e", "\u202e", "\u2066", "\ud800"]
)
def test_what_the_eye_cannot_see_is_named_with_its_place_however_deep_it_lies(desk, character):
    told = {"parties": [{"name": "甲"}, {"name": f"乙{character}"}]}
    with pytest.raises(NeedsCorrection, match="character_not_allowed") as refused:
        desk.record("circuit.served", "circuit-1", told)
    assert refused.value.details["where"] == "parties[1].name"
    assert refused.value.details["character"] == f"U+{ord(character):04X}"
    assert desk.journal.of_record("circuit-1") == []


def test_what_people_write_is_kept(desk):
    for text in ("一行\n二行\r\n\t三行", "张𬱖", "𠮷😀👨‍👩‍👧", "a\u0301", "مرحبا"):
        assert unseen_in(text) == ""


def test_a_text_without_end_is_refused_with_its_length(desk):
    with pytest.raises(NeedsCorrection, match="text_too_long") as refused:
        desk.record("circuit.served", "circuit-1", {"summary": "甲" * (LONGEST + 1)})
    assert refused.value.details["length"] == LONGEST + 1
