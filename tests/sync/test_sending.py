"""The court's system sends what laptops queued, and the court says when: that is the date of electronic service."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest

from app.clock import SystemClock
from app.desk import Desk
from app.errors import NeedsCorrection
from support.court_server import Court
from sync.client import run_round
from sync.server.court import Court as Office
from sync.server.folder import open_court
from sync.server.office import main

Laptop = Callable[..., Desk]
AT = datetime.datetime.fromisoformat("2026-03-20T18:05:00+08:00")


@pytest.fixture
def office(court: Court) -> Iterator[Office]:
    opened = open_court(court.folder, SystemClock())
    yield opened
    opened.close()


def queue(desk: Desk, service: str) -> None:
    fields = {"to": "plaintiff", "how": "electronic", "at": None, "queued_at": "2026-03-20T10:00:00+08:00"}
    desk.record("service.queued", service, fields, case="case-1")


def test_the_court_says_when_it_sent_a_queued_service_and_every_laptop_has_that_date(
    laptop: Laptop, office: Office
) -> None:
    one, two = laptop(0), laptop(1)
    queue(one, "service-1")
    run_round(one)
    assert office.sending.waiting() == [
        {"service": "service-1", "case": "case-1", "queued_at": "2026-03-20T10:00:00+08:00"}
    ]

    office.sending.sent("service-1", AT)
    for desk in (one, two):
        run_round(desk)

    for desk in (one, two):
        told = desk.told("service-1")
        assert told.fields["at"] == "2026-03-20T18:05:00+08:00"
        assert told.rivals == () and told.waiting == ()
        assert told.last.device == office.journal.own_device
    assert office.sending.waiting() == []
    with pytest.raises(NeedsCorrection, match="service_not_waiting"):
        office.sending.sent("service-1", AT)


def test_what_a_clerk_has_noted_as_sent_waits_no_more(laptop: Laptop, office: Office) -> None:
    one = laptop(0)
    queue(one, "service-1")
    one.record("service.sent", "service-1", {"at": "2026-03-20T18:00:00+08:00"}, case="case-1")
    run_round(one)
    assert office.sending.waiting() == []


def test_the_courts_people_note_what_their_system_sent_at_their_server(laptop: Laptop, court: Court) -> None:
    one = laptop(0)
    queue(one, "service-1")
    run_round(one)

    assert main([str(court.folder), "sent", "service-1", "--at", "2026-03-20T18:05:00+08:00"]) == 0
    assert main([str(court.folder), "sent", "service-1"]) == 2

    run_round(one)
    assert one.fields_of("service-1")["at"] == "2026-03-20T18:05:00+08:00"
