"""`xunhui rules` as a court's own program calls it: a file or a pipe, a later calendar, and what can't be read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Made up: 2027 had not been published when this was written.
NOTICE = (
    'year = 2027\nsource = "示例"\npublished = "2026-11-25"\nmakeup = []\n'
    'off = ["2027-01-01/2027-01-05", "2027-02-05/2027-02-10", "2027-04-05", "2027-05-01/2027-05-05", '
    '"2027-06-09", "2027-09-15", "2027-10-01/2027-10-07"]\n'
)
QUESTION = '{"ask":"period","days":15,"from":"2026-12-17"}\n'


def asked(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ui.command", "rules", *arguments]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, check=False)


def test_questions_come_down_a_pipe_and_a_later_notice_completes_its_year(tmp_path: Path) -> None:
    before = json.loads(asked("-", given=QUESTION.encode()).stdout)
    # Fifteen days from 17 December 2026: Friday 1 January 2027, no rest day that the program knows.
    assert (before["last_day"], before["calendar"]) == ("2027-01-01", "incomplete")
    notice = tmp_path / "2027.toml"
    notice.write_text(NOTICE, encoding="utf-8")
    after = json.loads(asked("-", "--calendar", str(notice), given=QUESTION.encode()).stdout)
    assert (after["last_day"], after["calendar"]) == ("2027-01-06", "complete")


def test_a_birth_in_the_future_is_no_identity() -> None:
    told = json.loads(asked("-", given=b'{"ask":"identity","text":"370302209912310010"}').stdout)
    assert (told["valid"], told["code"]) == (False, "id_number_birth_in_future")


@pytest.mark.parametrize("name", ["nothing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str) -> None:
    done = asked(str(tmp_path / name))
    assert done.returncode == 2 and done.stdout == b""
    assert b"file_missing" in done.stderr and b"Traceback" not in done.stderr


@pytest.mark.parametrize("notice", [NOTICE.encode("gb18030"), b"a = " + b"[" * 100_000])
def test_a_notice_that_cannot_be_read_is_one_clear_line(tmp_path: Path, notice: bytes) -> None:
    file = tmp_path / "2027.toml"
    file.write_bytes(notice)
    done = asked("-", "--calendar", str(file), given=QUESTION.encode())
    assert done.returncode == 2 and done.stdout == b""
    assert b"calendar_malformed" in done.stderr and b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_early_is_no_crash(tmp_path: Path) -> None:
    questions = tmp_path / "many.jsonl"
    questions.write_text(QUESTION * 5000, encoding="utf-8")
    command = [sys.executable, "-m", "ui.command", "rules", str(questions)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as told:
        assert told.stdout is not None and told.stderr is not None
        assert told.stdout.readline().startswith(b"{")
        told.stdout.close()
        assert told.stderr.read() == b""
        assert told.wait() == 1


def test_a_full_disk_under_the_answers_is_one_clear_line(tmp_path: Path) -> None:
    questions = tmp_path / "one.jsonl"
    questions.write_text(QUESTION, encoding="utf-8")
    command = [sys.executable, "-m", "ui.command", "rules", str(questions)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert b"disk_full" in done.stderr and done.stderr.count(b"\n") == 1
