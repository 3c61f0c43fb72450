"""The court's words for the codes that services give."""

from __future__ import annotations

from ui.i18n import QT_TR_NOOP, tr

ROLES = {
    "judge": QT_TR_NOOP("审判员"),
    "assistant_judge": QT_TR_NOOP("法官助理"),
    "clerk": QT_TR_NOOP("书记员"),
    "assessor": QT_TR_NOOP("人民陪审员"),
    "division_chief": QT_TR_NOOP("庭长"),
    "president": QT_TR_NOOP("院长"),
    "filing_officer": QT_TR_NOOP("立案人员"),
    "administrator": QT_TR_NOOP("管理员"),
}
PARTY_ROLES = {
    "plaintiff": QT_TR_NOOP("原告"),
    "defendant": QT_TR_NOOP("被告"),
    "third_party": QT_TR_NOOP("第三人"),
    "applicant": QT_TR_NOOP("申请人"),
    "respondent": QT_TR_NOOP("被申请人"),
}
PROCEDURES = {
    "small_claims": QT_TR_NOOP("小额诉讼程序"),
    "simplified": QT_TR_NOOP("简易程序"),
    "ordinary": QT_TR_NOOP("普通程序"),
    "special": QT_TR_NOOP("特别程序"),
}
CLOSED = {
    "mediated": QT_TR_NOOP("调解结案"),
    "withdrawn": QT_TR_NOOP("撤诉结案"),
    "confirmed": QT_TR_NOOP("已司法确认"),
    "judged": QT_TR_NOOP("判决结案"),
}
CLAIM_KINDS = {
    "property": QT_TR_NOOP("财产（有金额）"),
    "divorce": QT_TR_NOOP("离婚"),
    "personality": QT_TR_NOOP("人格权"),
    "non_property": QT_TR_NOOP("其他非财产"),
    "labour": QT_TR_NOOP("劳动争议"),
    "judicial_confirmation": QT_TR_NOOP("司法确认"),
    "costs": QT_TR_NOOP("诉讼费用负担"),
}


def word(table: dict[str, str], code: str | None) -> str:
    """The court's word for a code; the code itself where the table doesn't know it, nothing for none."""
    return tr(table[code]) if code in table else str(code or "")


def role_name(role: str) -> str:
    return word(ROLES, role)


def choices(table: dict[str, str]) -> list[tuple[str, str]]:
    """(code, word) pairs in the table's order."""
    return [(code, tr(words)) for code, words in table.items()]
