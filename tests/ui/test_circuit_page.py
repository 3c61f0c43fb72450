"""The page of the trip: its forms wait for the officer, are of now, and are recorded once."""

from __future__ import annotations

from typing import Any

from app.circuit.store import circuit_services
from app.journal.entry import COURT
from app.storage.drafts import drafts_of
from support.window import Opened, ask, go, quiet
from ui.circuit.page import CircuitPage


def circuit(opened: Opened, qtbot: Any) -> CircuitPage:
    page = go(opened, qtbot, "circuit")
    assert isinstance(page, CircuitPage)
    return page


def test_a_service_logged_hours_after_the_page_was_looked_at_is_of_now(
    signed_in: Opened, clock: Any, qtbot: Any
) -> None:
    page = circuit(signed_in, qtbot)
    assert page.form.value("at") == "2026-03-20T09:00:00+08:00"
    clock.forward(days=1, hours=2)
    circuit(signed_in, qtbot)
    assert page.form.value("at") == "2026-03-21T11:00:00+08:00" and page.trip.value("date") == "2026-03-21"


def test_a_trip_is_recorded_once_and_its_stops_wait_on_the_disk_until_then(signed_in: Opened, qtbot: Any) -> None:
    page = circuit(signed_in, qtbot)
    page.trip.set_values({"vehicle": "鲁C·法1", "stops": "梧桐村\n岭子镇"})
    page.trip.changed.emit()
    qtbot.waitUntil(lambda: not page.trip_keeper.unsaved, timeout=30000)
    quiet(signed_in, qtbot)
    assert "岭子镇" in ask(signed_in, qtbot, lambda desk: drafts_of(desk.database, "trip"))[COURT]
    before = ask(signed_in, qtbot, lambda desk: len(desk.journal.unplaced()))
    for _ in range(2):
        page._depart()
        page._depart()
        quiet(signed_in, qtbot)
    assert ask(signed_in, qtbot, lambda desk: len(desk.journal.unplaced())) == before + 1
    assert page.trip.value("stops") == "" and page.trip.value("vehicle") == "鲁C·法1"


def test_the_next_service_of_the_day_is_at_the_same_place_and_of_no_kind_yet(signed_in: Opened, qtbot: Any) -> None:
    page = circuit(signed_in, qtbot)
    page.form.set_values({"kind": "咨询培训", "place": "岭子镇", "people": 3, "summary": "问赡养费怎么要"})
    page._serve()
    page._serve()
    quiet(signed_in, qtbot)
    assert [row["people"] for row in ask(signed_in, qtbot, lambda desk: circuit_services(desk.database))] == [3]
    assert [page.form.value(name) for name in ("kind", "place", "people", "summary")] == ["", "岭子镇", 0, ""]
