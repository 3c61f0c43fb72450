"""What an agent ad litem may do for a party: acts that dispose of the claim need special words (民诉62)."""

from collections.abc import Collection
from dataclasses import dataclass

from app.errors import NeedsCorrection

# The word by which a power of attorney grants each act (民诉62; 解释89).
SPECIAL_ACTS = {
    "admit_claims": "承认",
    "waive_claims": "放弃",
    "change_claims": "变更",
    "settle": "和解",
    "counterclaim": "反诉",
    "appeal": "上诉",
}
ORDINARY_ACTS = ("attend", "plead", "give_evidence", "receive_papers", "challenge_jurisdiction")
AUTHORITIES = ("general", "special")


@dataclass(frozen=True)
class Authority:
    """The agent may do the act, under this article."""

    article: str


def may_act(authority: str, powers: Collection[str], act: str) -> Authority:
    """Whether the agent may do the act; agreeing in mediation is ``settle``.

    ``powers`` are the words of the power of attorney. 全权代理 without them grants no special act (解释89). Refuses
    ``agent_act_unknown``, ``authority_unknown`` and ``special_power_missing``.
    """
    if authority not in AUTHORITIES:
        raise NeedsCorrection("authority_unknown", at="authority")
    if act in ORDINARY_ACTS:
        return Authority("民诉61")
    if act not in SPECIAL_ACTS:
        raise NeedsCorrection("agent_act_unknown", at="act")
    if authority == "general":
        raise NeedsCorrection("special_power_missing", at="authority", article="民诉62")
    if not any(SPECIAL_ACTS[act] in power for power in powers):
        raise NeedsCorrection("special_power_missing", at="powers", article="解释89")
    return Authority("民诉62")
