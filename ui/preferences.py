"""How this laptop's window looks, and who signed in last; kept beside the settings of other programs."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any


class Preferences:
    """How this laptop's window looks; a plain file without a word of a case."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def keep(self, values: dict[str, Any]) -> None:
        # How the window looks is never worth stopping work for.
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")


def preferences_path() -> Path:
    """Beside other programs' settings, never in the profile folder."""
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "xunhui" / "window.json"
