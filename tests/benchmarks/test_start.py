"""How soon an officer can type, against the least that any PySide6 program needs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from benchmarks.conftest import Laptop


@pytest.mark.benchmark(group="start: window ready to type")
def test_window_ready_for_the_passphrase(program: Callable[..., None], laptop: Laptop) -> None:
    program("window_ready", str(laptop.folder))


@pytest.mark.benchmark(group="start: window ready to type")
def test_yardstick_bare_pyside6_window_with_a_line_edit(program: Callable[..., None]) -> None:
    program("bare_window")


@pytest.mark.benchmark(group="start: command")
def test_xunhui_help(program: Callable[..., None]) -> None:
    program("command_help")


@pytest.mark.benchmark(group="start: command")
def test_yardstick_python_with_an_argument_parser(program: Callable[..., None]) -> None:
    program("bare_python")
