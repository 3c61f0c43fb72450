"""`xunhui practice` and `xunhui court` as a newcomer types them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

KERNEL = Path("/sys/kernel")


def xunhui(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "ui.command", *arguments], capture_output=True, text=True)


@pytest.mark.skipif(not KERNEL.exists(), reason="there is no folder here that nobody may write to")
def test_a_practice_court_where_nobody_may_write_is_refused_in_one_line() -> None:
    said = xunhui("practice", "--no-window", "--folder", str(KERNEL / "practice"))
    assert said.returncode == 2
    assert said.stderr.strip().splitlines() == ["xunhui practice: 资料文件夹不能写。（folder_read_only）"]


def test_the_courts_own_command_calls_itself_by_the_name_that_was_typed() -> None:
    assert xunhui("court", "--help").stdout.startswith("usage: xunhui court ")
