"""`xunhui window` on a profile, until one letter has been typed into the passphrase and painted."""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from first_letter import end, require_painted, when_it_can_be_typed_into
from PySide6.QtWidgets import QApplication, QLineEdit
from telling import tell

from ui.command import main


def ready(line: QLineEdit) -> None:
    assert line.echoMode() == QLineEdit.EchoMode.Password
    tell()
    if "look" in sys.argv:
        require_painted(line)
    end()


# As the command makes it; made here, so that something can look on.
application = QApplication(["xunhui", "-style", "fusion"])
when_it_can_be_typed_into(application, ready)
main(["window", sys.argv[1]])
