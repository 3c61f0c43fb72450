"""Entry shapes live for ever: every act that the program writes is told in the protocol."""

import ast
import re
from pathlib import Path

from app.tell import OPENINGS
from ui.cases.words import ACTS

ROOT = Path(__file__).parents[2]


def _acts_written() -> set[str]:
    """Every text that is handed to a desk's ``record`` as its act."""
    acts: set[str] = set()
    for module in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "record":
                acts |= {
                    part.value
                    for part in (ast.walk(node.args[0]) if node.args else ())
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return acts


def test_every_act_that_is_written_is_told_in_the_protocol() -> None:
    told = set(re.findall(r"`([a-z]+\.[a-z_]+)`", (ROOT / "sync" / "PROTOCOL.md").read_text(encoding="utf-8")))
    written = _acts_written()
    assert len(written) > 25
    assert written - told == set()


def test_every_act_has_the_courts_words_for_the_timeline() -> None:
    known = _acts_written() | {act for acts in OPENINGS.values() for act in acts}
    assert known - set(ACTS) == set()
