"""Checks a number while it is typed, by the rules, in the officer's words."""

from __future__ import annotations

import datetime

from app.errors import Refusal
from app.rules.identity import check_credit_code, check_id_number
from ui.i18n import tr
from ui.refusals import sentence_of
from ui.widgets.identity import Verdict

ID_TYPES = (
    "居民身份证",
    "统一社会信用代码",
    "护照",
    "港澳居民来往内地通行证",
    "台湾居民来往大陆通行证",
    "户籍证明",
    "其他",
)


def resident_verdict(number: str, today: datetime.date) -> Verdict:
    """What the rules say of a 居民身份证 number; too short to judge says nothing."""
    if len(number) < 15:
        return Verdict("typing", tr("已输入 {count} 位").format(count=len(number)))
    if 15 < len(number) < 18:
        return Verdict("typing", tr("已输入 {count} 位，应为 18 位").format(count=len(number)))
    try:
        read = check_id_number(number, today)
    except Refusal as refusal:
        return Verdict("wrong", sentence_of(refusal).what)
    words = tr("号码正确：{sex}，{born} 出生").format(sex=read.sex, born=read.birth.isoformat())
    if read.warnings:
        return Verdict("doubtful", words + tr("；请再核对证件"))
    return Verdict("good", words)


def credit_verdict(code: str) -> Verdict:
    """What the rules say of a 统一社会信用代码; a wrong check digit is pointed out and may stand."""
    if len(code) < 18:
        return Verdict("typing", tr("已输入 {count} 位，应为 18 位").format(count=len(code)))
    try:
        read = check_credit_code(code)
    except Refusal as refusal:
        return Verdict("doubtful", tr("{why} 请对照证照原件；无误可以照登").format(why=sentence_of(refusal).what))
    return Verdict("good", tr("代码正确：{registrar}").format(registrar=read.registrar))


def verdict_of(id_type: str, number: str, today: datetime.date) -> Verdict:
    """The check that suits the kind of paper; none for papers without a check digit."""
    if id_type == ID_TYPES[0]:
        return resident_verdict(number, today)
    if id_type == ID_TYPES[1]:
        return credit_verdict(number)
    return Verdict()
