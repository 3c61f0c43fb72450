"""What relief from fees a day's file names, in yuan, and what is left to pay after it (费用44–51)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_UP, Decimal
from typing import Any

from app.cases.model import Case, Party
from app.errors import NeedsCorrection
from app.fees.burden import bearer_of, relief_counts, relieved
from app.fees.service import fee_of
from app.fees.store import relief_of
from app.rules.fee_changes import RELIEF_GROUNDS
from app.rules.fees import CaseFee
from app.rules.money import parse_amount, plain, round_money, show
from app.storage.database import Database

SHARES = ("percent", "ratio", "rate", "share", "proportion")
LEAST_SHARE = Decimal("0.3")
"""费用46: never under 30 %. Where the file says no more than that a reduction was granted, it is the least there is."""
ARTICLES = {"exemption": ("45", "四十五"), "reduction": ("46", "四十六"), "deferral": ("47", "四十七")}
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s*([%％]?)")


def article_of(relief: Mapping[str, Any]) -> str:
    """The article as the rules know it: ``费用46(一)``; one cited without its item is written out (费用45–47)."""
    article = str(relief["article"]).replace("（", "(").replace("）", ")").replace(" ", "")
    if any(ground.article == article for ground in RELIEF_GROUNDS):
        return article
    number, words = ARTICLES[relief["kind"]]
    if article.startswith(f"费用{number}"):
        return f"《诉讼费用交纳办法》第{words}条"
    return article.removeprefix("诉讼费用交纳办法")


def share_of(relief: Mapping[str, Any]) -> Decimal:
    """The part of the fee that the reduction takes off, between 0 and 1.

    Refuses with ``amount_malformed``, and ``relief_reduction_too_small`` (费用46).
    """
    name = next((one for one in SHARES if relief.get(one) is not None), None)
    if name is None:
        return LEAST_SHARE
    read = _SHARE.fullmatch(str(relief[name]).strip())
    if read is None:
        raise NeedsCorrection("amount_malformed", at=name)
    share = Decimal(read[1])
    if read[2] or share > 1 or name == "percent":
        share /= 100
    if share > 1:
        raise NeedsCorrection("amount_malformed", at=name)
    if share < LEAST_SHARE:
        raise NeedsCorrection("relief_reduction_too_small", at=name, article="费用46")
    return share


def reduced_by(relief: Mapping[str, Any], fee: CaseFee) -> str | None:
    """The yuan that a reduction takes off the fee as it is due, as text; None for the other kinds."""
    if relief["kind"] != "reduction":
        return None
    if relief.get("amount") is not None:
        return show(parse_amount(relief["amount"], at="amount", zero=False))
    # Rounded to the whole yuan, 30 % of a small fee would be a little less.
    least = (fee.due * LEAST_SHARE).quantize(Decimal("0.01"), rounding=ROUND_UP)
    return show(max(fee.due - _left(fee, share_of(relief)), least))


def left_to_pay(database: Database, case: Case, relief: Mapping[str, Any] | None) -> Decimal:
    """What is due of the case's fee after relief, in yuan: deferral takes nothing off (费用47).

    ``relief`` is what the day's file says of it. It is for who applied: an opponent who bears the fee pays all of it.
    """
    fee = fee_of(database, case)
    granted = relief_of(database, case.id)
    if relief is None or granted is None or not relief_counts(database, case, granted):
        return fee.due
    if granted.kind == "exemption":
        return Decimal(0)
    if granted.kind != "reduction":
        return fee.due
    if relief.get("amount") is not None:
        return max(fee.due - Decimal(granted.about["amount"]), Decimal(0))
    # The share is of what is due in the end: a fee halved after the grant is reduced by the same part.
    return _left(fee, share_of(relief))


def relief_text(act: Mapping[str, Any], case: Case, database: Database) -> str | None:
    """The sentence on fees of a paper that ends the case, where relief was granted: it has to say so (费用51)."""
    granted = relief_of(database, case.id)
    if "fee_relief" not in act or granted is None or granted.state != "granted" or granted.kind == "deferral":
        return None
    fee = fee_of(database, case)
    told = f"案件受理费{plain(fee.full)}元" + ("" if fee.full == fee.due else f"，减半收取计{plain(fee.due)}元")
    applicant = _named(case.party(relieved(case, granted)))
    if not relief_counts(database, case, granted):
        bearer = bearer_of(database, case)
        names = "双方当事人" if bearer in (None, "shared") else _named(case.party(str(bearer)))
        kind = "免交" if granted.kind == "exemption" else "减交"
        return f"{told}，由{names}负担（已准予{applicant}{kind}）"
    if granted.kind == "exemption":
        return f"{told}，准予{applicant}免交"
    left = left_to_pay(database, case, act["fee_relief"])
    return f"{told}，准予{applicant}减交{plain(fee.due - left)}元，由{applicant}负担{plain(left)}元"


def _named(party: Party) -> str:
    return f"{party.role_name}{party.name}"


def _left(fee: CaseFee, share: Decimal) -> Decimal:
    return round_money(fee.due * (1 - share), fee.rounding)
