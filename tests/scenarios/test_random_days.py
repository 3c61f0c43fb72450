"""Whatever lawful act the format can tell is carried to its end through the cuts it names, and nothing is added."""

from __future__ import annotations

import random

import pytest

from app.hearings.store import sittings_of, turns_of
from app.journal.devices import known_devices
from app.signing.store import signatures_of
from app.tell import JournalTeller
from support.random_days import random_act
from support.small_days import SmallDay, a_day
from support.village import DAY_FOLDER, told_rows


def carry_and_look(seed, folder):
    chance = random.Random(seed)
    court = {
        "sign_policy": chance.choice(["pad_unless_excluded"] * 3 + ["paper"]),
        "seal_mode": chance.choice(["device_seal", "carried_wet_seal", "pending"]),
        "fee_rounding": chance.choice(["fen", "yuan_half_up"]),
    }
    act = random_act("act", 9, chance, court)
    day = a_day(act, **court)
    cuts = ["power_cut_during_signing", "power_cut_after_signing", "power_cut_during_sync"]
    cuts += ["power_cut_during_hearing"] if "hearing" in act else []
    day["interruptions"] = [f"{cut}:act" for cut in chance.sample(cuts, 2)]
    small = SmallDay(day, DAY_FOLDER, folder)
    try:
        outcome = small.carry()
        look(outcome, act, court)
    finally:
        small.close()


def look(outcome, act, court):
    desk, case = outcome.desk, outcome.run.acts["act"].case
    said = [
        (turn.speaker, turn.text)
        for sitting in sittings_of(desk.database, case.id)
        for turn in turns_of(desk.database, sitting.record)
    ]
    assert said == [(turn["speaker"], turn["text"]) for turn in act.get("hearing", {}).get("turns", ())]
    means = {sign["who"] for sign in act["signing"]}
    for paper in outcome.run.acts["act"].papers():
        for signature in signatures_of(desk.database, paper.record):
            kind, _, key = signature.signer.partition(":")
            who = {"party": key, "agent": f"{key}_agent"}.get(kind)
            assert who is None or who in means, (paper.document, signature.signer)
    endings = {"mediation": "mediated", "judgment": "judged"}
    expected = next((closed for name, closed in endings.items() if name in act), None)
    if act.get("withdrawal", {}).get("granted"):
        expected = "withdrawn"
    assert outcome.case("act")["closed"] == expected
    names = [(p["name"], p["sha256"]) for p in outcome.case("act")["documents"]]
    assert len(names) == len(set(names))
    assert desk.journal.verify(known_devices(desk.database)).holds
    rows = told_rows(desk.database)
    assert rows["untold"] == rows["dispute"] == []
    JournalTeller().retell_all(desk.database)
    assert told_rows(desk.database) == rows


@pytest.mark.parametrize("seed", [3, 10])
def test_an_act_put_together_by_chance_is_carried(tmp_path, seed):
    carry_and_look(seed, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_many_acts_put_together_by_chance_are_carried(tmp_path):
    for seed in range(100, 200):
        carry_and_look(seed, tmp_path / str(seed))
