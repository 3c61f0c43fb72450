"""The blanks of the circuit's own paper: 巡回审判日志."""

from __future__ import annotations

from typing import Any


def circuit_service_log(trip: dict[str, Any] | None, services: list[dict[str, Any]]) -> dict[str, Any]:
    """巡回审判日志 of a trip's services."""
    return {
        "trip": {"vehicle": trip.get("vehicle"), "stops": trip["stops"]} if trip else None,
        "rows": [
            {
                "at": service["at"],
                "place": service["place"],
                "kind": service["kind"],
                "people": service["people"],
                "summary": service["summary"],
            }
            for service in services
        ],
    }
