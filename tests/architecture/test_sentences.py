"""Every sentence that the window shows has an English one."""

from __future__ import annotations

import ast
import xml.etree.ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = ROOT / "ui" / "i18n" / "en.ts"


def shown() -> dict[str, str]:
    """Each literal text that ui hands to Qt's translation, and where."""
    texts: dict[str, str] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1, "QT_TR_NOOP": 0}.get(called)
            if place is None or len(node.args) <= place:
                continue
            text = node.args[place]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                texts[text.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return texts


def test_every_sentence_of_the_window_has_an_english_one() -> None:
    english: dict[str, str] = {}
    for message in xml.etree.ElementTree.parse(ENGLISH).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") not in {"vanished", "obsolete", "unfinished"}:
            forms = [form.text or "" for form in translation.iter("numerusform")]
            english[message.findtext("source", "")] = translation.text or "".join(forms)
    missing = {text: where for text, where in shown().items() if not english.get(text, "").strip()}
    assert missing == {}
