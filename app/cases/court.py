"""The court this laptop works for: its name, codes, fee values and policies, as the court's settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.errors import NeedsCorrection
from app.storage.database import Database
from app.storage.settings import read_setting, write_setting

SETTING = "court"
MEDIATION_MODES = ("register_first", "pre_suit_legacy")
SIGN_POLICIES = ("pad_unless_excluded", "paper")
SEAL_MODES = ("device_seal", "carried_wet_seal", "pending")
MERGED_HALVINGS = ("counterclaim", "each")
"""分别减半 of 费用18: most courts halve the counterclaim's fee alone, some the suit's too (domain 2.9, no. 37)."""
DEEMED_HALVINGS = ("half", "full")
"""What a suit that counts as withdrawn costs: 费用15 speaks of asking to withdraw; most courts halve it all the same
(domain 5, D79)."""
ROLES = (
    "judge", "assistant_judge", "clerk", "assessor", "division_chief", "president", "filing_officer", "administrator",
)  # fmt: skip
DOC_LAYOUT = {
    "top_mm": (25, 47), "binding_mm": (20, 34), "rows": (20, 24), "columns": (24, 28), "blank_above_title": (0, 4),
    "number_right": (0, 6), "date_right": (0, 8), "post_cells": (5, 7), "post_gap": (1, 4), "name_right": (0, 4),
}  # fmt: skip
"""What a court may set of its papers, and between which values: mm, lines and cells (法〔2016〕221号, print part)."""
REQUIRED = ("name", "code", "tribunal", "superior", "province_fees", "fee_rounding", "mediation_mode", "sign_policy")


@dataclass(frozen=True)
class Court:
    """``province_fees`` in yuan (费用13); ``small_claims_wage`` the yearly wage of 民诉165, None if not entered;
    ``level_ceilings`` the sums from which an intermediate court has a suit (民诉18, 19), by ``court_level.SEATS``.
    """

    name: str
    code: str
    tribunal: str
    superior: str
    province_fees: Mapping[str, str]
    fee_rounding: str
    small_claims_wage: Decimal | None
    mediation_mode: str
    sign_policy: str
    seal_mode: str
    account: Mapping[str, str]
    practice: bool
    officers: tuple[Mapping[str, str], ...] = ()
    merged_halving: str = "counterclaim"
    deemed_halving: str = "half"
    doc_layout: Mapping[str, int] = field(default_factory=dict)
    level_ceilings: Mapping[str, str] = field(default_factory=dict)

    def officer(self, officer_id: str) -> Mapping[str, str]:
        """The officer's id, name and role; refuses with ``unknown_officer``."""
        for officer in self.officers:
            if officer["id"] == officer_id:
                return officer
        raise NeedsCorrection("unknown_officer", officer=officer_id)

    def first_officer(self, *roles: str) -> Mapping[str, str] | None:
        """The first officer with one of the roles."""
        return next((officer for officer in self.officers if officer["role"] in roles), None)


def read_court(database: Database) -> Court:
    """The court's settings; refuses with ``court_not_configured``."""
    value = read_setting(database, SETTING)
    if value is None:
        raise NeedsCorrection("court_not_configured")
    wage = value.get("small_claims_wage")
    return Court(
        name=value["name"],
        code=value["code"],
        tribunal=value["tribunal"],
        superior=value["superior"],
        province_fees=value["province_fees"],
        fee_rounding=value["fee_rounding"],
        small_claims_wage=Decimal(wage) if wage is not None else None,
        mediation_mode=value["mediation_mode"],
        sign_policy=value["sign_policy"],
        seal_mode=value.get("seal_mode", "pending"),
        account=value.get("account") or {"bank": "", "name": "", "number": ""},
        practice=bool(value.get("practice", False)),
        officers=tuple(value.get("officers", ())),
        merged_halving=value.get("merged_halving", "counterclaim"),
        deemed_halving=value.get("deemed_halving", "half"),
        doc_layout=dict(value.get("doc_layout") or {}),
        level_ceilings={seats: sum_ for seats, sum_ in (value.get("level_ceilings") or {}).items() if sum_},
    )


def write_court(database: Database, value: Mapping[str, Any]) -> None:
    """The court's settings are ``value`` from now on; refuses with ``setting_missing`` or ``setting_not_allowed``."""
    for name in REQUIRED:
        if not value.get(name):
            raise NeedsCorrection("setting_missing", setting=name)
    allowed = {
        "mediation_mode": MEDIATION_MODES,
        "sign_policy": SIGN_POLICIES,
        "seal_mode": SEAL_MODES,
        "fee_rounding": ("fen", "yuan_half_up"),
        "merged_halving": MERGED_HALVINGS,
        "deemed_halving": DEEMED_HALVINGS,
    }
    for name, choices in allowed.items():
        if name in value and value[name] not in choices:
            raise NeedsCorrection("setting_not_allowed", setting=name, value=value[name])
    for name, measure in (value.get("doc_layout") or {}).items():
        least, most = DOC_LAYOUT.get(name, (1, 0))
        if type(measure) is not int or not least <= measure <= most:
            raise NeedsCorrection("setting_not_allowed", setting=f"doc_layout.{name}", value=measure)
    for officer in value.get("officers", ()):
        if officer.get("role") not in ROLES:
            raise NeedsCorrection("setting_not_allowed", setting="officers.role", value=officer.get("role"))
    write_setting(database, SETTING, dict(value))
