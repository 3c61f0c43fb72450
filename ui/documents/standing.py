"""How far a paper is and what comes next for it, in words."""

from __future__ import annotations

from ui.documents.offers import Offer
from ui.i18n import printed, tr


def state(offer: Offer) -> str:
    """The paper's state as the list shows it."""
    if not offer.issued:
        return tr("未签发")
    acts = {"sign": tr("待签名"), "serve": tr("待送达"), "hand": tr("待送交"), "": tr("已办完")}
    marks = {
        "open": tr("已签发；信息不一致，待核定"),
        "due": tr("已签发；应更正"),
        "anew": tr("已签发；应重新出具"),
        "corrected": tr("已签发；已补正"),
    }
    return marks.get(offer.disputed, acts.get(offer.next_act, tr("已签发")))


def what_next(offer: Offer | None, *, of_case: bool = True) -> str:
    """What is due next for the case, or among the papers of no case, as a sentence."""
    if offer is None and not of_case:
        return tr("现在没有要办的文书。要出一份不属于案件的，按 F6。")
    if offer is None:
        return tr("这个案件现在没有要办的文书。")
    words = {
        "issue": tr("接下来：出《{title}》{whom}"),
        "sign": tr("接下来：《{title}》{whom}等{who}签名"),
        "serve": tr("接下来：送达《{title}》{whom}"),
        "hand": tr("接下来：送交《{title}》{whom}，记在“巡回”页的“送交和催办”"),
    }
    whom = tr("（{name}）").format(name=offer.for_whom) if offer.for_whom else ""
    return words[offer.next_act].format(title=printed(offer.title), whom=whom, who="、".join(offer.waits_for))


def standing(offer: Offer) -> str:
    """What the paper shown is, and what to do about it."""
    if not offer.issued:
        return tr("草稿，还没有签发。")
    words = {
        "open": tr("信息不一致，待核定：先到“案件”页的“待核定”选出对的；和文书上印的不一样的，再按“更正”。"),
        "due": tr("核定的内容和文书上印的不一样。按“更正”，出补正裁定。"),
        "anew": tr("核定的内容和文书上印的不一样。这种文书不用裁定补正，请核对后重新出具。"),
    }
    return words.get(offer.disputed, tr("已签发，不能再改。"))
