"""Who may and who decides, asked through `xunhui rules`; expected values by hand from the statutes."""

from typing import Any

import pytest

from app.rules.questions import answer

FEE = {"claims": [{"kind": "property", "amount": "50000"}], "procedure": "simplified"}


def told(ask: str, **question: Any) -> Any:
    return answer({"ask": ask, **question})


def test_a_reduction_of_thirty_percent_leaves_the_rest_to_pay() -> None:
    # 50000 yuan cost 1050, half 525 (费用13, 16); 30 % of it are 157.50 (费用46).
    found = told("relief", kind="减交", article="费用46(一)", fee=FEE, amount="157.50")
    assert (found["pays_now"], found["forgiven"], found["decided_by"]) == (
        "367.50",
        "157.50",
        ["division_chief", "president"],
    )
    assert found["signed_by"] == "president"
    less = told("relief", kind="reduction", article="费用46(一)", fee=FEE, amount="157.49")
    assert (less["allowed"], less["article"], less["code"]) == (False, "费用46", "relief_reduction_too_small")


def test_a_company_is_not_exempted_and_a_ground_must_be_one() -> None:
    found = told("relief", kind="exemption", article="费用45(一)", fee=FEE, natural_person=False)
    assert (found["allowed"], found["article"]) == (False, "费用44")
    assert told("relief", kind="exemption", article="费用46(一)", fee=FEE)["allowed"] is False
    assert told("relief", kind="gift", article="费用45(一)", fee=FEE)["error"]["code"] == "relief_kind_unknown"
    assert told("relief", kind="exemption", article="费用45(一)")["error"]["at"] == "fee"


def test_the_matter_tells_who_decides_and_what_holds_meanwhile() -> None:
    clerk = told("approval", kind="回避", about={"role": "clerk"})
    judge = told("approval", kind="recusal", about={"role": "judge"})
    assert (clerk["decided_by"], judge["decided_by"]) == (["judge"], ["president"])
    assert (judge["pending"], judge["pending_article"]) == ("work_stops", "民诉48")
    online = told("approval", kind="online_place")
    assert (online["decided_by"], online["pending"], online["article"]) == (["president"], "act_waits", "在线24")
    deferral = told("approval", kind="缓交")
    assert deferral["pending"] == "fee_rests" and "费用47(三)" in [one["article"] for one in deferral["grounds"]]
    assert told("approval", kind="holiday")["error"]["code"] == "approval_kind_unknown"


def test_cash_needs_all_three_conditions_and_a_ticket() -> None:
    every = ["remote", "heard_on_the_spot", "bank_difficult"]
    assert told("cash", conditions=every, ticket_no="鲁财0001") == {"allowed": True, "article": "费用52¶3"}
    assert told("cash", conditions=every)["code"] == "cash_ticket_missing"
    assert told("cash", conditions=every[:2], ticket_no="1")["missing"] == ["bank_difficult"]


def test_each_party_appeals_from_its_own_day() -> None:
    found = told("appeals", document="判决书", served={"plaintiff": "2026-03-03", "defendant": "2026-09-16"})
    # Fifteen days each: 18 March, and 1 October rolled past the holiday to the 8th (民诉85, 171; 解释244).
    assert found["by_party"]["plaintiff"]["last_day"] == "2026-03-18"
    assert found["by_party"]["defendant"] == {"raw": "2026-10-01", "last_day": "2026-10-08"}
    assert (found["until"], found["effective_on"], found["article"]) == ("2026-10-08", "2026-10-09", "民诉171")
    waiting = told("appeals", document="judgment", served={"plaintiff": "2026-03-03", "defendant": None})
    assert waiting["until"] is None and list(waiting["by_party"]) == ["plaintiff"]
    assert told("appeals", document="judgment", served={})["error"]["at"] == "served"
    assert told("appeals", document="judgment", served={"p": "2026-02-30"})["error"]["at"] == "served.p"


def test_a_cause_is_found_by_initials_in_the_table_of_the_day() -> None:
    found = told("cause", text="mjjd", on="2026-03-20")
    assert [one["name"] for one in found["causes"]] == ["民间借贷纠纷"]
    assert found["causes"][0]["fee_kind"] == "property" and found["causes"][0]["elements"] is True
    assert found["in_force_from"] == "2026-01-01"
    # The revision took effect on 1 January 2026; the day before, the one of 2021 did.
    assert told("cause", text="民间借贷", on="2025-12-31")["in_force_from"] == "2021-01-01"
    assert told("cause", text="离婚", on="1999-01-01")["error"]["code"] == "causes_not_known_then"


@pytest.mark.parametrize(
    ("role", "decides"),
    [
        ("审判员", "president"),
        ("人民陪审员", "president"),
        ("院长", "judicial_committee"),
        ("书记员", "judge"),
        ("technician", "judge"),
    ],
)
def test_who_decides_on_a_recusal_follows_the_role_in_either_language(role: str, decides: str) -> None:
    # 民诉49: the committee on the president, the president on judges, the presiding judge on all others.
    assert answer({"ask": "approval", "kind": "回避", "about": {"role": role}})["decided_by"] == [decides]


def test_the_recusal_of_a_role_that_nobody_knows_is_not_guessed() -> None:
    error = answer({"ask": "approval", "kind": "recusal", "about": {"role": "审判"}})["error"]
    assert isinstance(error, dict) and (error["code"], error["at"]) == ("fact_unknown", "about.role")
    assert "judge" in error["choices"]
