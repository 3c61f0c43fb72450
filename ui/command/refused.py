"""What the command says of a refusal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any


def words(code: str, details: Mapping[str, Any]) -> str:
    """The refusal's sentence; without the window's packages only its code is known."""
    try:
        from ui.sentences import SENTENCES
    except ImportError:
        return ""
    told = defaultdict(lambda: "…", details)
    return SENTENCES[code][0].format_map(told) if code in SENTENCES else ""
