"""Shares give a secret back when there are enough of them, and a mistyped one is caught."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NeedsCorrection
from app.keys.shares import _over, _times, join, share_from_text, share_text, split


def test_the_field_is_the_one_of_aes():
    # FIPS 197, section 4.2: {57} · {83} = {c1} and {57} · {13} = {fe}.
    assert _times(0x57, 0x83) == 0xC1
    assert _times(0x57, 0x13) == 0xFE
    assert all(_times(_over(a, b), b) == a for a in (0, 1, 0x57, 0xFF) for b in range(1, 256))


@given(secret=st.binary(min_size=1, max_size=40), seed=st.integers())
def test_any_two_of_three_give_the_secret_back(secret, seed):
    shares = split(secret, random.Random(seed).randbytes)
    for chosen in itertools.permutations(shares, 2):
        assert join(chosen) == secret
    assert join(shares) == secret


def test_one_share_tells_nothing_since_every_secret_fits_it():
    # For a given share of one position every value is reached by some secret's polynomial.
    values = set()
    for secret in range(256):
        (first, _) = split(bytes([secret]), lambda n: bytes([77]) * n, needed=2, count=2)
        values.add(first[1])
    assert len(values) == 256


def test_three_of_five_need_three(randomness):
    shares = split(b"the seal's private key", randomness, needed=3, count=5)
    for chosen in itertools.combinations(shares, 3):
        assert join(chosen) == b"the seal's private key"
    assert join(shares[:2]) != b"the seal's private key"


def test_the_same_share_twice_or_shares_of_other_lengths_are_refused(randomness):
    shares = split(b"secret", randomness)
    for wrong in ([shares[0], shares[0]], [shares[0]], [], [shares[0], shares[1][:-1]], [shares[0], b"\x00secret"]):
        with pytest.raises(NeedsCorrection, match="shares_do_not_match"):
            join(wrong)


def test_a_share_survives_paper_and_a_wrong_letter_is_caught(randomness):
    share = split(bytes(range(32)), randomness)[0]
    text = share_text(share)
    assert share_from_text(text.lower().replace("-", " ")) == share
    for place, letter in enumerate(text):
        if letter != "-":
            wrong = text[:place] + ("A" if letter != "A" else "B") + text[place + 1 :]
            with pytest.raises(NeedsCorrection, match="share_mistyped"):
                share_from_text(wrong)
    with pytest.raises(NeedsCorrection, match="share_mistyped"):
        share_from_text("不是份额")
