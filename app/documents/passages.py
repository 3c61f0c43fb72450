"""What a paper's text says in names, sums, case numbers and dates, passage by passage."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from app.documents.blocks import Block, Checks, OfficerLine, Paragraph, Table, Turn
from app.errors import NeedsCorrection
from app.rules.amounts import amount_in_words, decimal_yuan, parse_han_date

_ROLE = re.compile(
    "(?P<role>被上诉人|上诉人|被申请人|申请人(?!民)|起诉人|原告|被告|第三人|委托诉讼代理人|委托代理人|法定代理人|法定代表人|主要负责人)"
    "(?:（[^（）]{1,12}）)?[：:]?"
)
_KINDS = {
    "委托诉讼代理人": "agent",
    "委托代理人": "agent",
    "法定代理人": "agent",
    "法定代表人": "representative",
    "主要负责人": "representative",
}
# Surnames that are also common words: 被告于…前, 被告任何一期, 被告向原告. Nothing after a role is certain with them.
_WORDS_TOO = frozenset(
    "于向和应方从将时明任何相经管关曾常都是还单全同因以由对在为与及又已未当别有可能如后主支连并来需要自各到给且若"
    "拒安平成金国强解路边项从习尚计包连乐华易余万年文高白左严温许水车石钱"
)
# No slip of a name ends in one of these: 主张的, 赵了.
_NO_NAME = frozenset("的了是着过地得在有和及等也都不之其所者")
_NAME_SIGN = "[\u3400-\u9fff\U00020000-\U0003ffff·•‧・．]"
_COMPANIES = (("有限责任公司", "有限公司"), ("有限公司", "有限责任公司"))
_SIDES = ("原告", "被告", "第三人")
_STANDING = re.compile("(?<!反诉)(?<!本诉)(?<!原审)(?P<side>原告|被告|第三人)[：:]?")
_FIGURE = r"(?<![\d.])(?P<yuan>\d{1,3}(?:[,，]\d{3})+|\d+)(?P<fen>\.\d{1,6}(?=\s*[万亿])|\.\d{1,2})?\s*(?P<unit>万|亿)?"
_AMOUNT = re.compile(f"{_FIGURE}元")
_BESIDE = f"(?P<sign>[¥￥]\\s*)?{_FIGURE}(?(sign)元?|元)"
_BEFORE = re.compile(rf"{_BESIDE}[（(，,]?\s*(?:大写)?(?:金额)?[：:]?\s*(?:人民币)?$")
_AFTER = re.compile(rf"[（(，,]?\s*(?:小写)?[：:]?\s*(?:人民币)?{_BESIDE}")
_FARTHEST_BESIDE = 40
_SMALL_TOO = str.maketrans("一二三四五六七八九〇十百千参圆", "壹贰叁肆伍陆柒捌玖零拾佰仟叁元")
_DIGITS = "壹贰叁肆伍陆柒捌玖参一二三四五六七八九"
_WORDS = re.compile(
    "(?<![\\d.])[壹贰叁肆伍陆柒捌玖参拾佰仟]"
    f"[{_DIGITS}零〇拾佰仟十百千万亿]*[元圆](?:零?[{_DIGITS}]角)?(?:零?[{_DIGITS}]分)?[整正]?"
)
_TOTAL = re.compile("(?:合计|共计|总计)(?:为|人民币)?$")
_NUMBER = re.compile(r"[（(](?:19|20)\d{2}[）)][^，。；、：\s（()）“”《》]{2,20}?号(?:之[一二三四五六七八九十]+)?")
_DATE = re.compile(r"(?<!\d)(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_HAN_DATE = re.compile("[〇一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日")
_SENTENCE_ENDS = re.compile("[。；\n]")
_UNITS = {None: 1, "万": 10**4, "亿": 10**8}


@dataclass(frozen=True)
class Passage:
    """One paragraph, turn or table row; ``where`` is ``text.<n>``, counted from one."""

    where: str
    text: str


@dataclass(frozen=True)
class NearName:
    """Words that stand where a name stands and are one character away from one; ``sure`` where nothing else fits."""

    found: str
    expected: str
    sure: bool


def passages_of(blocks: Sequence[Block], quoted: Sequence[str] = ()) -> list[Passage]:
    """The paper's passages without the words it only quotes."""
    passages = []
    for number, text in enumerate((text for block in blocks for text in _texts(block)), start=1):
        for words in quoted:
            text = text.replace(f"“{words}”", "“”")
        passages.append(Passage(f"text.{number}", text))
    return passages


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Turn):
        yield block.text
    elif isinstance(block, Table):
        for row in block.rows:
            yield "  ".join(cell.text for cell in row if cell is not None)
    elif isinstance(block, Checks):
        yield "  ".join(text for _, text in block.items)
    elif isinstance(block, OfficerLine):
        yield f"{block.post} {block.name}"


def near_names(text: str, people: Sequence[tuple[str, str]]) -> list[NearName]:
    """Names of the text that are almost, and not quite, those of ``people`` (name and kind).

    An ``officer`` is only known, so that the name is nobody else's slip.
    """
    known = sorted({name for name, _ in people}, key=len, reverse=True)
    wanted_names = {name for name, kind in people if kind != "officer"}
    found: dict[tuple[str, str], NearName] = {}
    for match in _ROLE.finditer(text):
        rest = text[match.end() :]
        if any(rest.startswith(name) for name in known):
            continue
        wanted = _KINDS.get(match["role"], "party")
        for name in (name for name, kind in people if kind == wanted):
            window = rest[: len(name)]
            if _one_character_off(window, name):
                sure = len(name) > 2 or (window[0] == name[0] and name[0] not in _WORDS_TOO)
                found.setdefault((window, name), NearName(window, name, sure))
            elif len(name) > 2 and rest[: len(name) - 1] in _shortened(name):
                short = rest[: len(name) - 1]
                found.setdefault((short, name), NearName(short, name, True))
    for name in (name for name in known if name in wanted_names):
        for window in _anywhere(text, name, known):
            found.setdefault((window, name), NearName(window, name, len(name) > 4))
    return list(found.values())


def standings(text: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Names right after the standing of another side, with what stands there: 原告李喆 where 李喆 is 被告.

    ``names`` gives each party's own standing. What a party is in a counterclaim or on appeal is another matter.
    """
    found = []
    for match in _STANDING.finditer(text):
        rest = text[match.end() :]
        name = max((one for one in names if rest.startswith(one)), key=len, default=None)
        if name is not None and names[name] in _SIDES and names[name] != match["side"]:
            found.append((f"{match['side']}{name}", f"{names[name]}{name}"))
    return list(dict.fromkeys(found))


def _one_character_off(window: str, name: str) -> bool:
    if len(window) != len(name) or any(one < "\u2e80" for one in window):
        return False
    if any(one in "，。；：、（）“”《》〇　" for one in window):
        return False
    return sum(a != b for a, b in zip(window, name, strict=True)) == 1


def _shortened(name: str) -> set[str]:
    """The name with one inner character left out."""
    return {name[:place] + name[place + 1 :] for place in range(1, len(name) - 1)}


def _anywhere(text: str, name: str, known: Sequence[str]) -> Iterator[str]:
    """Windows anywhere in the text: another sound-alike character in a person's name, any slip in a long one."""
    if len(name) < 2:
        return
    for match in _pattern(name).finditer(text):
        window = match[1]
        start = match.start(1)
        if window in known or any(
            text.startswith(other, at) and at < start + len(window)
            for other in known
            for at in range(max(0, start - len(other) + 1), start + len(window))
        ):
            continue
        if len(name) > 4 or _may_be_meant(window, name):
            yield window


def _may_be_meant(window: str, name: str) -> bool:
    """Whether a person's name may be meant: the surname is right, and in a name of two the rest sounds the same."""
    if (set(window) - set(name)) & _NO_NAME:
        return False
    same_surname = window[0] == name[0] and name[0] not in _WORDS_TOO
    return same_surname and (len(name) > 2 or bool(_sounds(window[1:]) & _sounds(name[1:])))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    ways = [re.escape(name[:i]) + _NAME_SIGN + re.escape(name[i + 1 :]) for i in range(len(name))]
    if len(name) > 4:
        ways += [re.escape(name[:i] + name[i + 1 :]) for i in range(1, len(name) - 1)]
        ways += [re.escape(name[:i]) + _NAME_SIGN + re.escape(name[i:]) for i in range(1, len(name))]
        ways += [re.escape(name.replace(one, other)) for one, other in _COMPANIES if one in name]
    return re.compile(f"(?=({'|'.join(ways)}))")


@cache
def _sounds(characters: str) -> frozenset[str]:
    # Its tables take a quarter of a second to read, and most papers have no name that sounds like another's.
    from pypinyin import Style, pinyin

    said = pinyin(characters, style=Style.NORMAL, heteronym=True)
    return frozenset("".join(parts) for parts in itertools.product(*said))


def amounts_in(text: str) -> list[Decimal]:
    """Sums written in digits before 元, in yuan, in order."""
    return [_value(match) for match in _AMOUNT.finditer(text)]


def amounts_after(text: str, words: str) -> list[Decimal]:
    """Sums in yuan that stand right after one of ``words``, a pattern."""
    return [_value(match) for match in re.finditer(rf"(?:{words})(?:人民币)?{_FIGURE}元", text)]


def _value(match: re.Match[str]) -> Decimal:
    return Decimal(match["yuan"].replace(",", "").replace("，", "") + (match["fen"] or "")) * _UNITS[match["unit"]]


def words_against_digits(text: str) -> list[tuple[str, str, bool]]:
    """大写 sums that differ from those in digits: the words, the digits, whether these stand right beside them.

    Beside is 36000元（大写：…） and …（￥36000）; words that stand alone are held against all sums of the passage.
    """
    everywhere = amounts_in(text)
    wrong = []
    for match in _WORDS.finditer(text):
        start, end = match.span()
        near = _BEFORE.search(text[max(start - _FARTHEST_BESIDE, 0) : start]), _AFTER.match(text[end:])
        beside = [_value(one) for one in near if one]
        said = [value for value in beside or everywhere if value < 10**12]
        if said and _plain_words(match[0]) not in [_plain_words(amount_in_words(f"{value:.2f}")) for value in said]:
            wrong.append((match[0], "、".join(decimal_yuan(value) for value in dict.fromkeys(said)), bool(beside)))
    return wrong


def _plain_words(words: str) -> str:
    """The sum without what may be left out: 零, 整, and the difference of 叁 and 三."""
    return words.translate(_SMALL_TOO).replace("零", "").removesuffix("整").removesuffix("正")


def sums_in(text: str) -> list[tuple[Decimal, Decimal]]:
    """合计 that is not the sum of what stands before it in the sentence: what is said, what it comes to."""
    wrong = []
    for sentence in _SENTENCE_ENDS.split(text):
        before = list[Decimal]()
        for match in _AMOUNT.finditer(sentence):
            value = _value(match)
            if _TOTAL.search(sentence[: match.start()]):
                if len(before) > 1 and sum(before) != value:
                    wrong.append((value, sum(before, Decimal(0))))
                before = []
            else:
                before.append(value)
    return wrong


def same_digits(one: Decimal, other: Decimal) -> bool:
    """36000 and 63000: the same digits in another order, at least three of them."""
    a, b = f"{one:.2f}", f"{other:.2f}"
    return one != other and len(a) >= 6 and len(a) == len(b) and sorted(a) == sorted(b)


def miswritten(one: Decimal, other: Decimal) -> bool:
    """36542 and 36642, or 36542 and 365420: one digit changed, or a nought more or less.

    Round sums, of fewer than three digits but for noughts, are too many to tell a slip from another sum.
    """
    a, b = f"{one:.2f}", f"{other:.2f}"
    if one == other or min(len(re.sub("[0.]", "", text)) for text in (a, b)) < 3:
        return False
    return one in (other * 10, other / 10) or (len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1)


def case_numbers_in(text: str) -> list[str]:
    """Whatever looks like a 案号."""
    return [match[0] for match in _NUMBER.finditer(text)]


def dates_in(text: str) -> list[tuple[str, datetime.date | None]]:
    """Days as the text writes them; None for a day that no calendar has."""
    found: list[tuple[str, datetime.date | None]] = []
    for match in _DATE.finditer(text):
        try:
            found.append((match[0], datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))))
        except ValueError:
            found.append((match[0], None))
    for match in _HAN_DATE.finditer(text):
        try:
            found.append((match[0], parse_han_date(match[0])))
        except NeedsCorrection:
            found.append((match[0], None))
    return found


def one_apart(one: str, other: str) -> bool:
    """One character changed, left out, put in, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[head:], other[head:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else b[1:] == a
