"""A passphrase is long enough that a copied disk is safe for years; a short PIN is not one."""

from __future__ import annotations

import pytest

from app.errors import NeedsCorrection
from app.keys.passphrase import require_strong


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "123456",
        "12345678901234567890",
        "passwordpassword",
        "aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "Xunhui2026!",
        "林正和林正和",
        "春眠不觉晓",
        "20260320",
        "qwertyuiop",
    ],
)
def test_what_a_guesser_would_try_is_refused(weak):
    with pytest.raises(NeedsCorrection, match="passphrase_too_weak"):
        require_strong(weak, ("judge-1", "林正和"))


@pytest.mark.parametrize(
    "strong",
    [
        "correct horse battery staple mule",
        "山路 十八弯 案卷 在背上 走",
        "vN7#kq-2Lw9!xTr4",
        "shan lu shi ba wan an juan bei shang",
    ],
)
def test_enough_words_or_letters_are_taken(strong):
    require_strong(strong, ("judge-1", "林正和"))
