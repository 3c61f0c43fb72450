"""What `xunhui --help` does."""

from __future__ import annotations

import contextlib
import json

from ui.command import main

with contextlib.suppress(SystemExit):
    main(["--help"])
print(json.dumps({"imported_qt": "PySide6" in __import__("sys").modules}))
