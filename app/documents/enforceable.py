"""Whether an order or an agreed term can be enforced: who does what to whom, how much, and by when (解释461)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

What = Literal["subject", "object", "amount", "period"]

_ROLES = "原告|被告|第三人|申请人|被申请人|反诉原告|反诉被告|双方|各方|原、被告|一方|本院|当事人"
_MONEY = "支付|偿还|归还|给付|赔偿|补偿|清偿|退还|返还|还清|交纳|缴纳|偿付|付清|汇入"
_DEEDS = (
    "交付|腾退|搬离|迁出|修复|修缮|拆除|清除|清理|恢复原状|恢复通行|停止侵害|停止|赔礼道歉|消除影响|办理|协助|过户|"
    "配合|移交|交还|返还|退还|归还|填平|疏通|更换|重作|出具"
)
_MONEY_WORD = re.compile(f"(?:{_MONEY})")
_ONLY_MONEY = ("支付", "偿还", "给付", "赔偿", "补偿", "清偿", "还清", "偿付", "付清")
_COMPLETE = ("停止侵害", "恢复原状", "恢复通行", "赔礼道歉", "消除影响")
_DEED_WORD = re.compile(f"(?:{_DEEDS})")
_SOME_MONEY = re.compile(
    r"\d[\d,.]*\s*[万亿]?元|[壹贰叁肆伍陆柒捌玖拾佰仟]元|二分之一|三分之一|[0-9.]+%|为基数|票据|实际发生"
)
_MONEY_NOUN = re.compile("彩礼|款|费|金|利息|工资|报酬|货款|欠款|损失|价款|租金|元")
_PERIOD = re.compile(
    r"\d{1,4}年\d{1,2}月|\d{1,2}月\d{1,2}日|[0-9一二三四五六七八九十百]+个?(?:日|天|月|年)(?:之)?内|每[年月周季]|"
    "之前|日前|前(?:支付|付清|偿还|归还|返还|给付|交纳)|当庭|当场|当日|即时|立即|即日|已[^，。；]{0,6}(?:履行|支付|给付|交付|付清)|"
    "生效[^，。；]{0,4}(?:日|后)|期限内|日止"
)
_UNSAID = re.compile("继续履行|履行[^，。；：]{0,6}(?:义务|合同|协议|职责)|承担[^，。；]{0,12}责任|妥善处理")
"""Duties whose content the words leave open (解释461: 继续履行合同的，应当明确继续履行的具体内容)."""
_ANOTHER_ORDER = re.compile("(?:上述|前述|前款|第[一二三四五六七八九十0-9]+项).*承担[^，。；]{0,12}责任")
_NOT_A_DUTY = re.compile(
    "^(?:驳回|准予|准许|不准|解除|确认|撤销|放弃|本案|双方再无|双方无其他|互不)|自愿放弃|申请(?:人民法院)?强制执行|"
    "归[^，。；]{1,20}所有|无其他(?:争议|纠纷)|再无(?:其他)?(?:争议|纠纷)|(?:负担|承担)$|不再"
)
_CONDITION = re.compile("^(?:如果|如|若|倘若|逾期|未按|否则|任何一方)")
_TO_COURT = re.compile("受理费|诉讼费|申请费|保全费|鉴定费")


@dataclass(frozen=True)
class Gap:
    """What a duty leaves open, and the words of the duty."""

    what: What
    clause: str


def gaps(text: str, names: Sequence[str]) -> list[Gap]:
    """What is missing in each duty of an order or term; ``names`` are the parties'.

    A wording that only changes a legal relation, waives, dismisses or says what follows a breach has nothing to
    enforce; one that answers for another order has its content there. Who and when may stand in an earlier clause of
    the same text.
    """
    found = list[Gap]()
    somebody = re.compile("|".join([*map(re.escape, sorted(names, key=len, reverse=True)), _ROLES]))
    subject_known = object_known = period_known = False
    told = any(_MONEY_WORD.search(clause) or _DEED_WORD.search(clause) for clause in _clauses(text))
    for clause in _clauses(text):
        money = _MONEY_WORD.search(clause)
        deed = _DEED_WORD.search(clause)
        verb = money or deed
        mentions = _mentions(somebody, clause)
        period_known = period_known or bool(_PERIOD.search(clause))
        if _NOT_A_DUTY.search(clause) or _CONDITION.search(clause) or _ANOTHER_ORDER.search(clause):
            continue
        if verb is None:
            if not told and _UNSAID.search(clause):
                found.append(Gap("object", clause))
            continue
        before = next((word for start, word in mentions if start < verb.start() and not _receives(clause, start)), None)
        subject_known = subject_known or before is not None
        object_known = object_known or any(word != before for _, word in mentions) or "共同" in clause
        if not subject_known:
            found.append(Gap("subject", clause))
        after = clause[verb.end() :]
        if money and (money[0] in _ONLY_MONEY or _SOME_MONEY.search(clause) or _MONEY_NOUN.search(after)):
            if not _SOME_MONEY.search(text):
                found.append(Gap("amount", clause))
            if not object_known and not _TO_COURT.search(clause):
                found.append(Gap("object", clause))
        elif verb[0] not in _COMPLETE and not after.strip("，、 ") and not re.search("[将把]", clause[: verb.start()]):
            found.append(Gap("object", clause))
        if not period_known:
            found.append(Gap("period", clause))
    return list(dict.fromkeys(found))


def _clauses(text: str) -> Iterator[str]:
    for clause in re.split("[。；\n]", text):
        if tidy := clause.strip(" ，、　"):
            yield tidy


def _receives(clause: str, start: int) -> bool:
    """Whether the person named there is the one to whom it is done: 向原告, 给原告, 对原告."""
    return clause[max(0, start - 1) : start] in ("向", "给", "对")


def _mentions(somebody: re.Pattern[str], clause: str) -> list[tuple[int, str]]:
    """Persons in the clause with their places; a role and the name right after it are one person."""
    found = list[tuple[int, str]]()
    end = -1
    for match in somebody.finditer(clause):
        if match.start() == end:
            found[-1] = (found[-1][0], match[0])
        else:
            found.append((match.start(), match[0]))
        end = match.end()
    return found
