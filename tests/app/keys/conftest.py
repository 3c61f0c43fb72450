"""A practice profile with a judge, a clerk and a president, real SQLCipher and cheap Argon2id."""

from __future__ import annotations

import pytest

from app.keys.provision import NewOfficer, provision
from app.keys.recovery import new_escrow
from app.keys.session import unlock


@pytest.fixture
def judge():
    return NewOfficer("judge-1", "林正和", "judge", "山路 十八弯 案卷 在背上", "274916")


@pytest.fixture
def clerk():
    return NewOfficer("clerk-1", "周小满", "clerk", "红灯笼 挂 三盏 雨夜里", "581370")


@pytest.fixture
def president():
    return NewOfficer("president-1", "何院长", "president", "院里 老槐树 结 几多槐角", "903142")


@pytest.fixture
def escrow(randomness):
    """The court's escrow: its public key, and its three shares."""
    return new_escrow(randomness)


@pytest.fixture
def court_code():
    return "ABCDE-FGHJK-LMNPQ-RSTUV"


@pytest.fixture
def profile(tmp_path, clock, randomness, escrow, judge, clerk, president, court_code):
    """A practice profile on disk with nobody signed in."""
    folder = tmp_path / "profile"
    session = provision(
        folder,
        [judge, clerk, president],
        clock,
        randomness,
        court_escrow=escrow[0],
        practice=True,
        court_code=court_code,
    )
    session.lock()
    return folder


@pytest.fixture
def sign_in(profile, clock, randomness):
    """Unlocks the profile for an officer; every session is locked at the end."""
    opened = []

    def _sign_in(officer, passphrase=None):
        session = unlock(profile, officer.id, passphrase or officer.passphrase, clock, randomness)
        opened.append(session)
        return session

    yield _sign_in
    for session in opened:
        session.lock()
