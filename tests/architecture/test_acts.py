"""Entry shapes live for ever: every act that the program writes is told in the protocol."""

import re
from pathlib import Path

from app.tell import OPENINGS
from support.acts import acts_written
from ui.cases.words import ACTS

ROOT = Path(__file__).parents[2]


def test_every_act_that_is_written_is_told_in_the_protocol() -> None:
    told = set(re.findall(r"`([a-z]+\.[a-z_]+)`", (ROOT / "sync" / "PROTOCOL.md").read_text(encoding="utf-8")))
    written = acts_written()
    assert len(written) > 25
    assert written - told == set()


def test_every_act_has_the_courts_words_for_the_timeline() -> None:
    known = acts_written() | {act for acts in OPENINGS.values() for act in acts}
    assert known - set(ACTS) == set()
