"""The blanks of mediation's papers: 调解笔录, 民事调解书, 确认调解协议有效的裁定."""

from __future__ import annotations

from typing import Any

from app.mediation.store import Mediation


def mediation_record(mediation: Mediation, attendance: list[dict[str, Any]]) -> dict[str, Any]:
    """调解笔录 (民诉96–101)."""
    fields = mediation.fields
    return {
        "mediation": {
            "at": mediation.at,
            "place": fields["place"],
            "public": fields["public"],
            "terms": mediation.terms,
            "assisted_by": fields.get("assisted_by"),
        },
        "effect": fields["effect"],
        "fee_borne_by": fields["fee_borne_by"],
        "attendance": attendance,
    }


def mediation_statement(mediation: Mediation, *, heard: bool) -> dict[str, Any]:
    """民事调解书 (民诉100); ``heard`` where the case had been heard before the parties agreed."""
    fields = mediation.fields
    return {
        "terms": mediation.terms,
        "effect": fields["effect"],
        "heard": heard,
        "fee_borne_by": fields["fee_borne_by"],
    }


def agreement(mediation: Mediation) -> dict[str, Any]:
    """The agreement that is to be confirmed, as application and ruling print it (民诉205–206)."""
    fields = mediation.fields
    return {
        "organisation": fields["organisation"],
        "mediator": fields["mediator"],
        "agreed_on": mediation.at,
        "terms": mediation.terms,
    }
