"""受理费由谁负担: the blanks in which a judgment or an agreement says who bears the fee."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.cases.model import Case
from ui.i18n import tr
from ui.widgets.combo import Combo
from ui.widgets.form import Form
from ui.words import PARTY_ROLES, word


class FeeBearers:
    """Who bears the suit's fee, that of what is heard with it, and among that a third party's own."""

    def __init__(self, form: Form, shared: str) -> None:
        """Adds the blanks to the form; ``shared`` are the words for a fee that the parties share."""
        self._form, self._shared = form, shared
        self.suit, self.together, self.third = Combo([]), Combo([]), Combo([])
        form.add("fee_borne_by", tr("受理费由谁负担"), self.suit, required=True)
        form.add("counterclaim_fee_borne_by", tr("反诉、第三人请求的受理费由谁负担"), self.together, required=True)
        form.add("independent_fee_borne_by", tr("其中第三人请求的受理费由谁负担"), self.third, required=True)

    def put(self, case: Case) -> None:
        """Offers the parties of this case, for the fees that are to be borne in it."""
        people = [(one.key, f"{word(PARTY_ROLES, one.role)} {one.name}") for one in case.parties]
        for bearer in (self.suit, self.together, self.third):
            bearer.set_choices([*people, ("shared", self._shared)], bearer.value or None)
        self._form.show_blank("fee_borne_by", not case.suit_ended)
        self._form.show_blank("counterclaim_fee_borne_by", bool(case.heard_together))
        self._form.show_blank("independent_fee_borne_by", len({one.independent for one in case.heard_together}) > 1)


def said_of_bearers(case: Case, values: Mapping[str, Any]) -> dict[str, Any]:
    """``values`` of such a form as the acts take them: None for a fee that there is not."""
    together = values["counterclaim_fee_borne_by"] or None
    # Whoever withdrew bears the suit's; what is decided or agreed is the rest.
    suit = together if case.suit_ended else values["fee_borne_by"]
    third = values["independent_fee_borne_by"] or None
    borne = {"fee_borne_by": suit, "counterclaim_fee_borne_by": together, "independent_fee_borne_by": third}
    return {**values, **borne}
