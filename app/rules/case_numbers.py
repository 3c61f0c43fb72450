"""案号: read, checked and written full-width (法〔2015〕137号, 法〔2016〕37号)."""

import re
from dataclasses import dataclass, replace

from app.errors import NeedsCorrection
from app.rules.amounts import han_number, parse_han_number

_PROVINCES = "京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军"
_COURT = rf"最高法|[{_PROVINCES}](?:[0-9]{{4}}|[0-9]{{2}})?"
_NUMBER = re.compile(
    rf"[（(](?P<year>(?:19|20)[0-9]{{2}})[）)](?P<court>{_COURT})(?P<special>知)?"
    r"(?P<type>(?:(?![字第号])[\u4e00-\u9fa5]){1,5})(?P<number>[1-9][0-9]{0,8})号(?:之(?P<suffix>[一二三四五六七八九十百][一二三四五六七八九十百零]*))?"
)
_LEGACY = re.compile(
    r"[（(](?:19|20)[0-9]{2}[）)][\u4e00-\u9fa5]{2,12}(?:[（(][\u4e00-\u9fa5]{1,3}[）)][\u4e00-\u9fa5]{1,4})?"
    r"字第[0-9]{1,9}(?:-[0-9]{1,3})?号(?:之[一二三四五六七八九十]{1,3})?"
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")

# 类型代字 that a circuit tribunal meets, with the case type; local ones belong to the practice before 2025.
TYPES = {
    "民初": "民事一审",
    "民终": "民事二审",
    "民监": "民事依职权再审审查",
    "民申": "民事申请再审审查",
    "民抗": "民事抗诉再审审查",
    "民再": "民事再审",
    "民撤": "第三人撤销之诉",
    "民辖": "民事管辖",
    "民辖终": "民事管辖上诉",
    "民特": "民事特别程序",
    "民催": "公示催告",
    "民督": "督促",
    "民他": "其他民事",
    "民保令": "人身安全保护令",
    "财保": "非诉财产保全审查",
    "行保": "非诉行为保全审查",
    "证保": "非诉证据保全审查",
    "执": "首次执行",
    "执恢": "恢复执行",
    "执保": "财产保全执行",
    "执异": "执行异议",
    "执复": "执行复议",
    "执监": "执行监督",
    "执协": "执行协调",
    "执他": "其他执行",
    "司救民": "民事司法救助",
    "司惩": "司法制裁",
}
LOCAL_TYPES = {
    "民诉前调": "诉前调解（2025年以前）",
    "诉前调确": "诉前调解确认（2025年以前）",
    "诉前调书": "诉前调解书（2025年以前）",
    "调确": "人民调解确认（已由民特取代）",
    "民调": "地方代字",
}


@dataclass(frozen=True)
class CaseNumber:
    """A new-style case number; ``suffix`` is the n of 之n after 号 for the second and later papers of one kind."""

    year: int
    court: str
    type: str
    number: int
    special: str = ""
    suffix: int | None = None

    @property
    def type_name(self) -> str | None:
        """What the type code stands for, or ``None`` when our table does not know it."""
        return TYPES.get(self.type) or LOCAL_TYPES.get(self.type)

    def __str__(self) -> str:
        return format_case_number(self)


def parse_case_number(text: object) -> CaseNumber:
    """The number's parts, half-width brackets and full-width digits accepted.

    Refuses ``case_number_legacy`` for the style before 2016 (keep it as free text) and ``case_number_malformed``.
    """
    if not isinstance(text, str) or len(text) > 60:
        raise NeedsCorrection("case_number_malformed", at="text")
    tidy = text.strip().translate(_FULL_WIDTH)
    found = _NUMBER.fullmatch(tidy)
    if found is None:
        raise NeedsCorrection("case_number_legacy" if is_legacy(tidy) else "case_number_malformed", at="text")
    suffix = found["suffix"]
    try:
        n = parse_han_number(suffix) if suffix else None
    except NeedsCorrection:
        raise NeedsCorrection("case_number_malformed", at="text") from None
    return CaseNumber(
        int(found["year"]), found["court"], found["type"], int(found["number"]), found["special"] or "", n
    )


def is_legacy(text: str) -> bool:
    """Whether the text is a number in the style before 2016, with 字第, e.g. (2015)海行民初字第5号."""
    return _LEGACY.fullmatch(text.strip().translate(_FULL_WIDTH)) is not None


def store_legacy(text: str) -> str:
    """A legacy number as it is stored: the same words with full-width brackets."""
    return text.strip().replace("(", "（").replace(")", "）")


def format_case_number(number: CaseNumber) -> str:
    """The number as it is stored and printed: full-width brackets, no padded zeros, 之n after 号."""
    suffix = f"之{han_number(number.suffix)}" if number.suffix else ""
    return f"（{number.year}）{number.court}{number.special}{number.type}{number.number}号{suffix}"


def nth_paper(number: CaseNumber, n: int) -> CaseNumber:
    """The number of the n-th paper of one kind in a case: the first bare, the second 之一 (法〔2016〕37号)."""
    if n < 1:
        raise NeedsCorrection("number_out_of_range", at="n")
    return replace(number, suffix=n - 1 if n > 1 else None)


def check_court_code(code: str) -> str:
    """The 法院代字 itself: 最高法, or a province with no, 2 or 4 digits; else ``court_code_malformed``."""
    if re.fullmatch(_COURT, code) is None:
        raise NeedsCorrection("court_code_malformed", at="code")
    return code
