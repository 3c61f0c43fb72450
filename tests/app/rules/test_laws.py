"""Short citations written out as a paper prints them."""

import pytest

from app.errors import NeedsCorrection
from app.rules.laws import full_citation


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("费用47(三)", "《诉讼费用交纳办法》第四十七条第三项"),
        ("费用52¶3", "《诉讼费用交纳办法》第五十二条第三款"),
        ("民诉171", "《中华人民共和国民事诉讼法》第一百七十一条"),
        ("解释133", "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第一百三十三条"),
        ("费用13(二)1", "《诉讼费用交纳办法》第十三条第二项第一目"),
    ],
)
def test_a_citation_is_written_out_in_full(short: str, full: str) -> None:
    assert full_citation(short) == full


@pytest.mark.parametrize("short", ["", "某法1", "民诉", "171"])
def test_a_citation_of_no_known_law_is_refused(short: str) -> None:
    with pytest.raises(NeedsCorrection, match="citation_unknown"):
        full_citation(short)
