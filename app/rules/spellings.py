"""How a question may spell amounts, days, lengths and the court's terms, read into the one spelling the rules take."""

import re
from collections.abc import Mapping
from decimal import Decimal

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－／", "0123456789.,-/")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", re.ASCII)
_DAY = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)", re.ASCII)

CLAIMS = {
    "财产": "property",
    "财产案件": "property",
    "离婚": "divorce",
    "离婚案件": "divorce",
    "人格权": "personality",
    "人格权案件": "personality",
    "非财产": "non_property",
    "其他非财产": "non_property",
    "其他非财产案件": "non_property",
    "other_non_property": "non_property",
    "劳动争议": "labour",
    "劳动争议案件": "labour",
    "labor": "labour",
    "司法确认": "judicial_confirmation",
    "知识产权": "ip",
    "诉讼费": "costs",
}
PROVINCE = {
    **CLAIMS,
    "其他": "other_non_property",
    "管辖异议": "jurisdiction_objection",
    "执行无金额": "enforcement_without_amount",
}
PROCEDURES = {
    "小额诉讼程序": "small_claims",
    "小额诉讼": "small_claims",
    "小额": "small_claims",
    "简易程序": "simplified",
    "简易": "simplified",
    "普通程序": "ordinary",
    "普通": "ordinary",
    "特别程序": "special",
    "特别": "special",
}
CLOSINGS = {
    "调解": "mediated",
    "调解结案": "mediated",
    "撤诉": "withdrawn",
    "准许撤诉": "withdrawn",
    "确认": "confirmed",
    "司法确认": "confirmed",
    "判决": "judged",
    "按撤诉处理": "deemed_withdrawn",
    "驳回起诉": "dismissed",
    "不予受理": "not_accepted",
}
HOWS = {
    "直接送达": "direct",
    "in_person": "direct",
    "留置送达": "left",
    "电子送达": "electronic",
    "邮寄送达": "post",
    "mail": "post",
    "postal": "post",
    "公告送达": "public",
    "public_notice": "public",
    "announcement": "public",
    "委托送达": "entrusted",
    "转交送达": "forwarded",
    "简便方式": "simple",
    "直接": "direct",
    "留置": "left",
    "电子": "electronic",
    "邮寄": "post",
    "公告": "public",
    "委托": "entrusted",
    "转交": "forwarded",
}
RECIPIENTS = {
    "本人": "self",
    "同住成年家属": "family",
    "诉讼代理人": "agent",
    "指定的代收人": "designated",
    "法定代表人": "responsible_person",
}
AUTHORITIES = {
    "一般授权": "general",
    "一般代理": "general",
    "特别授权": "special",
    "特别代理": "special",
    "法定代理": "statutory",
}
ROLES = {
    "审判员": "judge",
    "人民陪审员": "assessor",
    "庭长": "division_chief",
    "院长": "president",
    "法官助理": "assistant_judge",
    "书记员": "clerk",
    "鉴定人": "appraiser",
    "翻译人员": "interpreter",
    "勘验人": "inspector",
    "司法技术人员": "technician",
}
ACTS = {
    "承认诉讼请求": "admit_claims",
    "放弃诉讼请求": "waive_claims",
    "变更诉讼请求": "change_claims",
    "和解": "settle",
    "反诉": "counterclaim",
    "上诉": "appeal",
}
PLACES = {
    "被告住所地": "defendant_domicile",
    "原告住所地": "plaintiff_domicile",
    "合同履行地": "performance",
    "侵权行为地": "tort",
    "事故发生地": "accident",
    "不动产所在地": "immovable",
    "被继承人死亡时住所地": "deceased_domicile",
    "主要遗产所在地": "main_estate",
    "用人单位所在地": "employer",
    "劳动合同履行地": "labour_performance",
    "标的物所在地": "subject_matter",
    "公司住所地": "company_domicile",
    "票据支付地": "bill_payment",
}
RELIEF = {"缓交": "deferral", "减交": "reduction", "免交": "exemption"}
MATTERS = {
    **RELIEF,
    "回避": "recusal",
    "延长审限": "extension",
    "延期开庭": "adjournment",
    "罚款": "fine",
    "拘留": "detention",
    "拘传": "forced_appearance",
    "在线庭审场所": "online_place",
}
DOCUMENTS = {
    "判决书": "judgment",
    "民事判决书": "judgment",
    "裁定书": "ruling",
    "民事裁定书": "ruling",
    "调解书": "civil_mediation_statement",
    "民事调解书": "civil_mediation_statement",
    "决定书": "decision",
    "传票": "summons",
    "支付令": "payment_order",
    "起诉状副本": "complaint_copy",
    "答辩状副本": "defence_copy",
    "受理案件通知书": "acceptance_notice",
    "应诉通知书": "notice_to_respond",
    "举证通知书": "evidence_notice",
    "交纳诉讼费用通知书": "fee_notice",
}


def amount(value: object) -> object:
    """An amount as ``parse_amount`` takes it: blanks around it, 元 and commas each three are dropped, wide digits read.

    A comma anywhere else, a sign, 万 or any other word stays, and is refused there: nothing is guessed.
    """
    if not isinstance(value, str):
        return value
    text = value.strip().translate(_FULL_WIDTH).removeprefix("¥").removeprefix("￥").removesuffix("元").strip()
    return text.replace(",", "") if _GROUPED.fullmatch(text) else text


def day(value: object) -> object:
    """A day as ``parse_date`` takes it, from 2026-3-5, 2026/03/05, 2026.3.5 or 2026年3月5日; year first, always."""
    if not isinstance(value, str):
        return value
    text = value.strip().translate(_FULL_WIDTH)
    found = _DAY.fullmatch(text)
    if found is None:
        return text
    return f"{found[1]}-{int(found[2] or found[4]):02d}-{int(found[3] or found[5]):02d}"


def whole(value: object) -> object:
    """A whole number as an int, from 15, 15.0 or "15"; anything else as it came."""
    if isinstance(value, Decimal) and value.is_finite() and value.adjusted() < 6 and value == value.to_integral_value():
        return int(value)
    if isinstance(value, str):
        text = value.strip().translate(_FULL_WIDTH)
        return int(text) if re.fullmatch(r"[0-9]{1,6}", text, re.ASCII) else value
    return value


def term(value: str, terms: Mapping[str, str]) -> str:
    """The rules' word for a term, in Chinese or with capitals; a word that nobody knows comes back and is refused."""
    text = value.strip()
    return terms.get(text, text.lower() if text.isascii() else text)
