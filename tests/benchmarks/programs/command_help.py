"""What `xunhui --help` does."""

from __future__ import annotations

import contextlib

from telling import tell

from ui.command import main

with contextlib.suppress(SystemExit):
    main(["--help"])
tell()
