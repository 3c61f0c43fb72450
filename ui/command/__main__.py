"""``python -m ui.command``, as a process that starts another does it."""

from __future__ import annotations

import sys

from ui.command import main

sys.exit(main())
