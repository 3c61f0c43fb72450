"""The blanks of approvals' papers: their form, the one of the trial limit, and the 决定书 on a recusal or a penalty."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from app.approvals.store import Approval
from app.cases.court import Court
from app.cases.model import Case
from app.errors import NeedsCorrection
from app.rules.amounts import cn_date, decimal_yuan
from app.rules.approvals import MATTERS, RELIEF
from app.rules.laws import full_citation
from app.rules.money import parse_amount

MATTER_NAMES = {
    "recusal": "回避",
    "extension": "延长审理期限",
    "adjournment": "延期开庭",
    "fine": "罚款",
    "detention": "拘留",
    "forced_appearance": "拘传",
    "online_place": "在在线法庭以外的场所在线开庭",
}
POSTS = {
    "judge": "审判员",
    "assistant_judge": "法官助理",
    "clerk": "书记员",
    "assessor": "人民陪审员",
    "appraiser": "鉴定人",
    "interpreter": "翻译人员",
    "inspector": "勘验人",
    "technician": "司法技术人员",
}


def papers_of(case: Case, court: Court, approval: Approval) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each paper of the matter as it now stands: template and blanks; relief has its own form (``fees.papers``)."""
    if approval.kind in RELIEF:
        return
    if approval.kind == "extension":
        yield "trial_limit_approval", _trial_limit(approval)
    elif approval.fields.get("signs") or "president" in MATTERS[approval.kind].decided_by:
        yield "approval_form", _form(case, court, approval)
    if approval.kind == "recusal" and approval.state in ("granted", "refused"):
        yield "decision", _recusal(case, court, approval)
    if approval.kind in ("fine", "detention") and approval.state == "granted":
        yield "decision", _penalty(case, approval)
    if approval.kind == "forced_appearance" and approval.state == "granted" and "role" in approval.about:
        yield "forced_appearance_warrant", _warrant(case, court, approval)


def about_words(case: Case, court: Court, approval: Approval) -> str:
    """What in particular is asked for, in a sentence without its stop."""
    about = approval.about
    if approval.kind == "recusal":
        post = POSTS.get(about["role"], "")
        return f"{_asker(case, about['asked_by'])}{post}{_name(court, about['person'])}回避"
    if approval.kind == "fine":
        return f"对{about['person']}罚款{decimal_yuan(parse_amount(about['amount'], at='amount'))}"
    if approval.kind == "detention":
        return f"对{about['person']}拘留{about['days']}日" + ("（紧急，已先行拘留）" if about.get("urgent") else "")
    if approval.kind == "forced_appearance":
        return f"拘传{_party_name(case, str(about['person']))}"
    if approval.kind == "extension":
        return f"审限由{_day(about['until'])}延长至{_day(about['new_until'])}"
    if approval.kind == "adjournment":
        return f"延期至{_day(str(about['to'])[:10])}开庭"
    if approval.kind == "online_place":
        return f"在{about['place']}在线开庭"
    return MATTER_NAMES.get(approval.kind, "")


def _party_name(case: Case, person: str) -> str:
    """The party's name, or the name itself where an older approval told it instead of the key."""
    return next((party.name for party in case.parties if party.key == person), person)


def _asker(case: Case, key: str) -> str:
    if key == "self":
        return "自行申请"
    party = case.party(key)
    return f"{party.role_name}{party.name}申请"


def _name(court: Court, person: str) -> str:
    """The officer's name, or the name itself of one who is no officer here, such as an appraiser."""
    try:
        return court.officer(person)["name"]
    except NeedsCorrection:
        return person


def _day(text: str) -> str:
    return cn_date(datetime.date.fromisoformat(text))


def _form(case: Case, court: Court, approval: Approval) -> dict[str, Any]:
    fields = approval.fields
    return {
        "approval": {
            "matter": MATTER_NAMES[approval.kind],
            "about": about_words(case, court, approval),
            "reason": approval.reason,
            "article": full_citation(approval.article),
            "requested_at": approval.requested_at,
            "requested_by": _name(court, str(fields.get("requested_by", ""))),
            "state": approval.state,
            "decided_by": _name(court, approval.decided_by) if approval.decided_by else None,
            "decided_at": approval.decided_at,
            "number": fields.get("number"),
            "noted_by": _name(court, fields["noted_by"]) if approval.by_telephone else None,
            "opinion": fields.get("opinion") or None,
        }
    }


def _trial_limit(approval: Approval) -> dict[str, Any]:
    until, later = (datetime.date.fromisoformat(approval.about[name]) for name in ("until", "new_until"))
    return {
        "limit": {
            "until": until.isoformat(),
            "kind": "extension",
            "days": (later - until).days,
            "from": (until + datetime.timedelta(days=1)).isoformat(),
            "to": later.isoformat(),
            "reason": approval.reason,
            "new_until": later.isoformat(),
        }
    }


def _recusal(case: Case, court: Court, approval: Approval) -> dict[str, Any]:
    about, granted = approval.about, approval.state == "granted"
    who = f"{POSTS.get(about['role'], '')}{_name(court, about['person'])}"
    asker = "" if about["asked_by"] == "self" else f"{case.party(about['asked_by']).name}"
    words = next(ground.words for ground in MATTERS["recusal"].grounds if ground.article == approval.article)
    party = None if not asker else case.party(about["asked_by"])
    refusing = f"驳回{asker}提出的回避申请" if asker else f"{who}不回避"
    return {
        "person_intro": f"申请人：{asker}，系本案{party.role_name}。" if party is not None else None,
        "facts": f"{asker or who}以{approval.reason.rstrip('。')}为由，申请{who}回避",
        "reasons": f"{who}{words}，应当回避" if granted else str(approval.fields["opinion"]),
        "laws": [full_citation(article) for article in (approval.article, "民诉49", "民诉50")],
        "orders": [f"{who}回避" if granted else refusing],
        "remedy": "review_same" if asker else "none",
    }


def _penalty(case: Case, approval: Approval) -> dict[str, Any]:
    about = approval.about
    if approval.kind == "fine":
        intro = f"被罚款人：{about['person']}。"
        order = f"对{about['person']}罚款{decimal_yuan(parse_amount(about['amount'], at='amount'))}"
        order += f"，限于{_day(about['pay_by'])}前交纳" if about.get("pay_by") else ""
    else:
        intro = f"被拘留人：{about['person']}。"
        order = f"对{about['person']}拘留{about['days']}日"
    return {
        "person_intro": intro,
        "facts": approval.reason,
        "reasons": f"{about['person']}的行为妨害了民事诉讼，应予制裁",
        "laws": [full_citation(article) for article in (approval.article, "民诉118", "民诉119")],
        "orders": [order],
        "remedy": "review_superior",
    }


def _warrant(case: Case, court: Court, approval: Approval) -> dict[str, Any]:
    """拘传票 to the hearing that is set (民诉112, 119); its time and place stay empty while none is."""
    party = case.party(str(approval.about["person"]))
    return {
        "warrant": {
            "person": party.name,
            "sex": party.data.get("sex"),
            "born": party.data.get("born"),
            "address": party.data["address"],
            "reason": approval.reason,
            "law": full_citation(approval.article),
            "approved_by": _name(court, str(approval.decided_by)),
            "approved_at": approval.decided_at,
            "time": case.fields.get("next_hearing"),
            "place": case.fields.get("next_place"),
        }
    }
