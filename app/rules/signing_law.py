"""Whether a case's papers must be signed on paper, because electronic signatures are excluded (电子签名法3)."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.rules.causes import find_cause

ARTICLE = "电子签名法3"
EXCLUDED = "涉及婚姻、收养、继承等人身关系的，涉及停止供水、供热、供气等公用事业服务的，不适用电子签名"

# Money owed between kin (赡养费, 抚养费, 扶养费) and a split of a household's things are debts, not status.
_MARRIAGE = frozenset(
    (
        "婚姻家庭纠纷",
        "婚约财产纠纷",
        "婚内夫妻财产分割纠纷",
        "离婚纠纷",
        "离婚后财产纠纷",
        "离婚后损害责任纠纷",
        "婚姻无效纠纷",
        "撤销婚姻纠纷",
        "夫妻财产约定纠纷",
        "婚姻自主权纠纷",
    )
)
_WORDS = ("婚", "收养", "继承", "遗嘱", "遗赠", "遗产", "亲子", "监护", "探望")


@dataclass(frozen=True)
class WetSignature:
    """Whether the parties sign on paper, why, and under which article."""

    required: bool
    reason: str
    article: str


def wet_signature_required(
    cause: str, claim_kinds: Iterable[str] = (), *, stops_public_utility: bool = False
) -> WetSignature:
    """Paper is required in marriage, adoption, inheritance and other matters of personal status (电子签名法3).

    The cause decides, and any ``divorce`` claim whatever the cause. A cause that the table does not know is judged by
    its words, towards paper. For a confirmation of a mediation agreement hand in the cause of what was agreed.
    """
    if "divorce" in claim_kinds:
        return WetSignature(True, "诉讼请求涉及婚姻关系", ARTICLE)
    if stops_public_utility:
        return WetSignature(True, "涉及停止公用事业服务", ARTICLE)
    found = find_cause(cause)
    if found is None:
        required = any(word in cause for word in _WORDS)
    else:
        names = {found.name, found.parent}
        inheritance = found.group == "继承纠纷" or "继承" in found.name or found.group == "指定遗产管理人案件"
        guardianship = found.group == "监护权特别程序案件"
        required = bool(names & _MARRIAGE) or found.personal_status or inheritance or guardianship
    if required:
        return WetSignature(True, "案由涉及婚姻、收养、继承等人身关系", ARTICLE)
    return WetSignature(False, "不属于排除电子签名的情形", ARTICLE)
