"""After a day no file on the laptop, and none anywhere else that the program could write, gives a case away."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile

import pytest
from PIL import Image

from app.keys.provision import NewOfficer
from app.keys.session import unlock
from app.storage.at_rest import classify, unsafe_files

MAGICS = {
    b"%PDF": "a PDF",
    b"\xff\xd8\xff": "a JPEG",
    b"\x89PNG": "a PNG",
    b"RIFF": "sound",
    b"OggS": "sound",
    b"PK\x03\x04": "an archive",
    b"\x1f\x8b": "an archive",
    b"\x28\xb5\x2f\xfd": "an archive",
    b"SQLite format 3": "a plain database",
    b"-----BEGIN": "a key or certificate",
}


def words_of(day):
    """Every text of the file that only a case could have put on the disk."""
    words = set()
    for act in day["acts"]:
        if "circuit_service" in act:
            words |= {act["circuit_service"]["summary"], act["circuit_service"]["place"]}
            continue
        filing = act["filing"]
        words |= {filing["facts"], filing["cause"], filing["place"]}
        words |= {str(value) for value in filing.get("elements", {}).values()}
        for party in filing["parties"]:
            words |= {party["name"], party["id_no"], party["address"], party.get("phone", "")}
        words |= {claim["text"] for claim in filing["claims"]}
        words |= {item["name"] for item in filing["evidence"]} | {item["proves"] for item in filing["evidence"]}
        for sitting in ("hearing", "inquiry"):
            words |= {turn["text"] for turn in act.get(sitting, {}).get("turns", ())}
        words |= set(act.get("mediation", {}).get("terms", ())) | set(act.get("judgment", {}).get("orders", ()))
        words |= {sign["reason"] for sign in act.get("signing", ()) if sign.get("reason")}
    return words


def files_under(*folders):
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def test_every_file_of_the_laptop_is_of_a_known_encrypted_kind(carried):
    assert unsafe_files(carried.laptop) == []
    kinds = {file.kind for file in classify(carried.laptop)}
    assert {"database", "wrapped_keys", "attachment", "second_copy"} <= kinds


def test_no_file_of_the_laptop_opens_as_anything(carried):
    for path in files_under(carried.laptop):
        data = path.read_bytes()
        assert not [what for magic, what in MAGICS.items() if data.startswith(magic)], path
        assert not zipfile.is_zipfile(path), path
        assert not tarfile.is_tarfile(path), path
        with pytest.raises(Exception, match=r".*"):
            Image.open(io.BytesIO(data))
        assert b"%PDF" not in data[: 1 << 20], path


def test_no_file_outside_the_papers_holds_a_word_of_a_case(carried):
    places = files_under(carried.laptop, carried.scratch)
    assert places
    words = words_of(carried.day)
    assert len(words) > 100
    forms = {word: [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")] for word in words}
    # What is shorter ("无", a name of two characters in UTF-16) stands in random bytes by chance.
    needles = {word: [form for form in written if len(form) >= 6] for word, written in forms.items()}
    for path in places:
        data = path.read_bytes()
        found = [word for word, forms in needles.items() if any(form in data for form in forms)]
        assert not found, (path, found)


def test_no_file_of_the_laptop_holds_a_key_in_the_open(carried):
    # The day's passphrases are made up by the run and told nowhere.
    told = json.dumps(carried.result, ensure_ascii=False) + carried.said
    assert "passphrase" not in told and "PRIVATE KEY" not in told
    for path in files_under(carried.laptop, carried.scratch):
        data = path.read_bytes()
        assert b"PRIVATE KEY" not in data and b"BEGIN CERTIFICATE" not in data, path


def test_keys_of_an_open_laptop_lie_in_none_of_its_files(tmp_path, clock, randomness):
    from app.circuit.practice import make_practice_laptop
    from support.village import COURT

    officers = [
        NewOfficer("judge-1", "林正和", "judge", "山路 十八弯 案卷 在背上", "274916"),
        NewOfficer("clerk-1", "苏雨桐", "clerk", "红灯笼 挂 三盏 雨夜里", "581370"),
    ]
    make_practice_laptop(tmp_path / "laptop", COURT, officers, clock, randomness)
    session = unlock(tmp_path / "laptop", "judge-1", officers[0].passphrase, clock, randomness)
    try:
        secrets = {
            bytes(session._key),
            session.copy_key(),
            session.issuing_key(),
            session.device.seed,
            session.release_signing_key("274916"),
        }
    finally:
        session.lock()
    assert {len(secret) for secret in secrets} == {32}
    for path in files_under(tmp_path / "laptop"):
        data = path.read_bytes()
        for secret in secrets:
            assert secret not in data and secret.hex().encode() not in data, path


def test_temporary_cache_and_settings_folders_are_clean_after_the_day(carried):
    assert files_under(carried.scratch) == []
