"""Short citations such as ``解释133`` and the full title and article that a paper prints."""

import re

from app.errors import NeedsCorrection
from app.rules.amounts import han_number

TITLES = {
    "民诉": "《中华人民共和国民事诉讼法》",
    "解释": "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》",
    "费用": "《诉讼费用交纳办法》",
    "民法典": "《中华人民共和国民法典》",
    "电子签名法": "《中华人民共和国电子签名法》",
    "简易": "《最高人民法院关于适用简易程序审理民事案件的若干规定》",
    "证据": "《最高人民法院关于民事诉讼证据的若干规定》",
    "立案": "《最高人民法院关于人民法院登记立案若干问题的规定》",
    "保全": "《最高人民法院关于人民法院办理财产保全案件若干问题的规定》",
    "特调": "《最高人民法院关于人民法院特邀调解的规定》",
    "线调": "《人民法院在线调解规则》",
    "在线": "《人民法院在线诉讼规则》",
    "审限规定": "《最高人民法院关于严格执行案件审理期限制度的若干规定》",
    "延审": "《最高人民法院关于严格规范民商事案件延长审限和延期开庭问题的规定》",
    "民事调解": "《最高人民法院关于人民法院民事调解工作若干问题的规定》",
    "司法确认": "《最高人民法院关于人民调解协议司法确认程序的若干规定》",
    "建议": "《最高人民法院关于综合治理类司法建议工作若干问题的规定》",
    "民间借贷": "《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》",
    "劳动争议解释": "《最高人民法院关于审理劳动争议案件适用法律问题的解释（一）》",
    "反家暴": "《中华人民共和国反家庭暴力法》",
    "陪": "《最高人民法院关于适用〈中华人民共和国人民陪审员法〉若干问题的解释》",
}

_CITATION = re.compile(r"(\D+?)([0-9]{1,4})(?:\(([一二三四五六七八九十]+)\))?([0-9])?(?:¶([0-9]))?")


def full_citation(short: str) -> str:
    """The citation as a paper prints it: ``费用47(三)`` becomes 《诉讼费用交纳办法》第四十七条第三项.

    An item is written without brackets (民事裁判文书制作规范).
    Refuses ``citation_unknown`` for a short form whose law is not in ``TITLES``.
    """
    found = _CITATION.fullmatch(short)
    if found is None or found[1] not in TITLES:
        raise NeedsCorrection("citation_unknown", at="article")
    text = f"{TITLES[found[1]]}第{han_number(int(found[2]))}条"
    if found[5]:
        text += f"第{han_number(int(found[5]))}款"
    if found[3]:
        text += f"第{found[3]}项" + (f"第{han_number(int(found[4]))}目" if found[4] else "")
    return text
