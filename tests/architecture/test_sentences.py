"""Every refusal has a sentence in the window, every sentence a refusal, every shown text an English one."""

from __future__ import annotations

import ast
import xml.etree.ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = ROOT / "ui" / "i18n" / "en.ts"
REFUSALS = {"Refusal", "NeedsCorrection", "NotPossibleNow", "Disputed"}
# The place of the shown text among the arguments of each way to mark one.
MARKS = {"tr": 0, "QT_TR_NOOP": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}


def calls(*packages: str) -> list[tuple[str, ast.Call]]:
    """Every call in the packages with the bare name of what is called."""
    found = []
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    called = node.func
                    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                    found.append((name, node))
    return found


def literal(call: ast.Call, place: int) -> str | None:
    argument = call.args[place] if len(call.args) > place else None
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def literals(*packages: str) -> set[str]:
    return {
        node.value
        for package in packages
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_refusal_code_has_a_sentence_in_the_window() -> None:
    from ui.sentences import SENTENCES

    raised = {literal(call, 0) for name, call in calls("app", "sync") if name in REFUSALS} - {None}
    assert sorted(raised - set(SENTENCES)) == []


def test_every_sentence_in_the_window_belongs_to_a_code() -> None:
    from ui.sentences import SENTENCES

    assert sorted(set(SENTENCES) - literals("app", "sync")) == []


def test_every_text_of_the_window_has_an_english_one() -> None:
    english: dict[str, str] = {}
    for message in xml.etree.ElementTree.parse(ENGLISH).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") not in {"vanished", "obsolete", "unfinished"}:
            forms = [form.text or "" for form in translation.iter("numerusform")]
            english[message.findtext("source", "")] = translation.text or "".join(forms)
    shown = {literal(call, MARKS[name]) for name, call in calls("ui") if name in MARKS} - {None}
    assert sorted(text for text in shown if not english.get(text, "").strip()) == []
