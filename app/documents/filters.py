"""What a template may do to a blank before printing it: dates, sums, numbers and names as courts write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Undefined

from app.clock import BEIJING
from app.documents.blanks import Branch, Empty, Items
from app.errors import NeedsCorrection
from app.rules import amounts
from app.rules.elements import ticked
from app.rules.money import parse_amount

_FEE_PROVISION = re.compile("费用(?P<article>[0-9]{1,2})(?:[(（](?P<item>[一二三四五六七八九十]+)[)）])?")
_STOPS = "。；;，,、. 　\n"
_BOXES_IN_A_LINE = 23  # characters of the wider column of an element form
_LINES_TO_FILL = {"date": "______年____月____日", "amount": "____________元"}


def han_date(value: Any) -> str:
    """``2026-03-20`` → 二〇二六年三月二十日, as closing lines write it (U+3007 for zero)."""
    return amounts.han_date(_date(value))


def cn_date(value: Any) -> str:
    """``2026-03-20`` → 2026年3月20日."""
    return amounts.cn_date(_date(value))


def cn_time(value: Any) -> str:
    """``2026-03-20T09:40:00+08:00`` → 2026年3月20日9时40分, Beijing time."""
    moment = _moment(value)
    return f"{moment.year}年{moment.month}月{moment.day}日{moment.hour}时{moment.minute:02d}分"


def clock(value: Any) -> str:
    """``2026-03-20T09:40:00+08:00`` → 9时40分, Beijing time."""
    moment = _moment(value)
    return f"{moment.hour}时{moment.minute:02d}分"


def amount(value: Any) -> str:
    """``364.64`` → 364.64 and ``36000.00`` → 36000, in yuan without the unit."""
    return amounts.decimal_yuan(parse_amount(text_of(value), at="amount")).removesuffix("元")


def amount_words(value: Any) -> str:
    """``364.64`` → 叁佰陆拾肆元陆角肆分."""
    return amounts.amount_in_words(text_of(value))


def han_number(value: Any) -> str:
    """1 → 一, 12 → 十二, 105 → 一百零五."""
    return amounts.han_number(_read(int, value))


def ordinal(value: Any) -> str:
    """1 → 第一."""
    return "第" + han_number(value)


def clause(value: Any) -> str:
    """The text without stops at its end, so that the template sets the right one."""
    return text_of(value).strip().rstrip(_STOPS)


def sentence(value: Any) -> str:
    """The text ending in one full stop, also before a closing quotation mark or a remark in brackets."""
    text = text_of(value).strip()
    ended = text
    while ended.endswith(("”", "’", "》")):
        ended = ended[:-1]
    if ended.endswith("）") and "（" in ended:
        ended = ended[: ended.rindex("（")]
    return text if ended.endswith(("。", "！", "？")) else text.rstrip(_STOPS) + "。"


def length(value: Any) -> int:
    return len(value)


def join_names(value: Any) -> str:
    """Names of a list of texts, or of rows with a ``name``, parted by 、."""
    return "、".join(_name(one) for one in value)


def in_role(value: Any, role: str) -> Items:
    """The parties of one role (``plaintiff``, ``defendant`` …)."""
    return Items.of([one for one in value if one["role"] == role], value.path, value.budget)


def role_of(value: Any, party: str) -> str:
    """The role in the case of the party with that key; empty where no party has it."""
    return next((text_of(one["role"]) for one in value if one["id"] == party), "")


def present(value: Any) -> Items:
    """The rows of an attendance list that were there."""
    return Items.of([one for one in value if one["present"] is True], value.path, value.budget)


def absent(value: Any) -> Items:
    """The rows of an attendance list that were not there."""
    return Items.of([one for one in value if one["present"] is not True], value.path, value.budget)


def sides(value: Any) -> str:
    """原告张三、王五与被告李四、第三人赵六: the parties as the first sentence of a paper names them."""
    grouped: dict[str, list[str]] = {}
    for party in value:
        grouped.setdefault(text_of(party["role_name"]), []).append(_name(party))
    named = [role + "、".join(names) for role, names in grouped.items()]
    return named[0] + ("与" + "、".join(named[1:]) if named[1:] else "")


def attending(value: Any, parties: Any) -> str:
    """原告张三及其委托诉讼代理人郑律、被告李四的委托诉讼代理人冯律: parties and agents on an attendance list."""
    there = {text_of(row["box"]): row for row in present(value)}
    said: list[tuple[str, str]] = []
    for party in parties:
        key = text_of(party["id"])
        agents = [row for box, row in there.items() if box.startswith("agent") and box.partition(":")[2] == key]
        if f"party:{key}" not in there and not agents:
            continue
        by = _agent_title(agents) + join_names(agents) if agents else ""
        joint = ("及其" if f"party:{key}" in there else "的") if agents else ""
        said.append((text_of(party["role_name"]), _name(party) + joint + by))
    return _by_role(said)


def _agent_title(agents: list[Any]) -> str:
    statutory = any(text_of(row["label"]).endswith("法定代理人") for row in agents)
    return "法定代理人" if statutory else "委托诉讼代理人"


def _by_role(people: list[tuple[str, str]]) -> str:
    """原告张三、王五、被告李四: each role once before all who have it."""
    roles = ["", *(role for role, _ in people)]
    return "、".join(
        name if role == before else role + name for before, (role, name) in zip(roles, people, strict=False)
    )


def named(value: Any, parties: Any) -> str:
    """被告李四, for ``defendant``, ``defendant-1`` or 李四: a role, a party id or a name, or a list of them.

    ``shared`` is all of them together but third parties; any other text stands as it is.
    """
    wanted = [value] if isinstance(value, str) else [text_of(one) for one in value]
    said: list[tuple[str, str]] = []
    for one in wanted:
        keys = ("id", "role", "name")
        if one == "shared":
            found = [party for party in parties if party["role"] != "third_party"]
        else:
            found = [party for party in parties if any(one == party[key] for key in keys)]
        said += [(text_of(party["role_name"]), _name(party)) for party in found] or [("", one)]
    return _by_role(said) + ("共同" if "shared" in wanted else "")


def introduced(value: Any, parties: Any) -> str:
    """张三，男，1952年4月16日出生，…: a party's introduction without its standing; other text as it stands."""
    for party in parties:
        if value in (party["id"], party["name"]):
            return bare(party["intro"], party["role_name"])
    return named(value, parties)


def fee_provision(value: Any) -> str:
    """《诉讼费用交纳办法》第四十七条第三项 for ``费用47(三)``; a provision written out stands as it is."""
    text = text_of(value).strip()
    if match := _FEE_PROVISION.fullmatch(text):
        item = f"第{match['item']}项" if match["item"] else ""
        return f"《诉讼费用交纳办法》第{amounts.han_number(int(match['article']))}条{item}"
    return text if text.startswith("《") else f"《诉讼费用交纳办法》{text}"


def mentions(value: Any, *words: str) -> bool:
    """True when a text, or any text of a list, holds one of the words."""
    texts = [value] if isinstance(value, str) else [text_of(one) for one in value]
    return any(word in text for text in texts for word in words)


def granted(value: Any) -> Items:
    """The orders without those that dismiss: only what was granted can be performed late (民诉264)."""
    kept = [text for text in map(text_of, value) if not text.lstrip().startswith("驳回")]
    return Items.of(kept, value.path, value.budget)


def numbered(value: Any) -> str:
    """1.甲；2.乙。 of a list of texts or of rows with a ``text``; a single one goes without its number."""
    texts = [clause(one["text"] if isinstance(one, Mapping) else one) for one in value]
    if len(texts) == 1:
        return texts[0] + "。"
    return "；".join(f"{place}.{text}" for place, text in enumerate(texts, start=1)) + "。"


def itemised(value: Any) -> str:
    """一、甲； and 二、乙。 each on its own line, for a table cell; a single one goes without its number."""
    texts = [clause(one) for one in value]
    if len(texts) == 1:
        return texts[0] + "。"
    last = len(texts)
    return "\n".join(
        f"{amounts.han_number(place)}、{text}{'。' if place == last else '；'}"
        for place, text in enumerate(texts, start=1)
    )


def cited(value: Any) -> str:
    """《民法典》第五百零九条、第五百七十九条: provisions in the order given, each law named once in a row."""
    said, last = "", ""
    for one in value:
        text = text_of(one).strip()
        law, found, rest = text.partition("》")
        same = bool(found) and law == last and bool(rest)
        said += ("、" if said else "") + (rest if same else text)
        last = law
    return said


def bare(value: Any, role: Any) -> str:
    """The introduction of a party without its 原告： in front, for a table that already says so."""
    return text_of(value).strip().removeprefix(f"{text_of(role)}：")


def until(value: Any, end: Any) -> str:
    """2026年3月20日9时40分至10时32分; the end's date is said where it is another day."""
    return cn_time(value) + "至" + (clock(end) if _date(value) == _date(end) else cn_time(end))


def speakers(value: Any) -> str:
    """审—审判员林正和；原—原告张三: each speaker code of the turns, in order of appearance."""
    said: dict[str, str] = {}
    for turn in value:
        said.setdefault(text_of(turn["code"]), text_of(turn["speaker_name"]))
    return "；".join(f"{code}—{name}" for code, name in said.items())


def pairs(value: Any) -> Items:
    """The members of a free group (要素) as rows with ``name`` and ``value``."""
    rows: list[Any] = [
        Branch({"name": name, "value": value[name]}, f"{value.path}.{name}", value.budget) for name in value
    ]
    return Items.of(rows, value.path, value.budget)


def boxes(value: Any) -> str:
    """☑有　□无 and 说明：保证人某某 of an element's row: the options its value begins with ticked, the rest below them.

    An element nobody said anything of comes out as boxes or lines to fill by hand.
    """
    options = [] if isinstance(value["options"], Undefined) else list(value["options"])
    said = "" if isinstance(value["value"], Undefined) else text_of(value["value"]).strip()
    if not options:
        return said or _LINES_TO_FILL.get(text_of(value["kind"]), "")
    chosen, rest = ticked(said, options)
    lines = [""]
    for mark in [("☑" if option in chosen else "□") + option for option in options]:
        if lines[-1] and len(lines[-1]) + 1 + len(mark) > _BOXES_IN_A_LINE:
            lines.append("")
        lines[-1] += f"　{mark}" if lines[-1] else mark
    return "\n".join([*lines, f"说明：{rest}"] if rest else lines)


def masked(value: Any) -> str:
    """An identity number with its birth date hidden, for papers that are posted in public."""
    text = text_of(value)
    return text[:6] + "*" * max(len(text) - 8, 0) + text[-2:] if len(text) > 8 else "*" * len(text)


def rows_of(value: Any) -> Any:
    """The value if it is a list whose loops are counted; a text would be taken letter by letter."""
    if not isinstance(value, (Items, Undefined)):
        raise NeedsCorrection("template_not_valid", why="loop over no list")
    return value


def text_of(value: Any) -> str:
    """The value if it is a text or a number: nothing else can be printed as people write it."""
    if isinstance(value, bool) or not isinstance(value, (str, int, Undefined)):
        raise NeedsCorrection("template_not_valid", why="prints a value that is no text")
    return str(value)


def _name(value: Any) -> str:
    return text_of(value["name"]) if isinstance(value, Mapping) else text_of(value)


def _date(value: Any) -> datetime.date:
    return _moment(value).date() if "T" in text_of(value) else _read(datetime.date.fromisoformat, value)


def _moment(value: Any) -> datetime.datetime:
    moment: datetime.datetime = _read(datetime.datetime.fromisoformat, value)
    return moment.astimezone(BEIJING) if moment.tzinfo is not None else moment


def _read(read: Callable[[str], Any], value: Any) -> Any:
    try:
        return read(text_of(value))
    except ValueError as error:
        raise NeedsCorrection("blank_not_valid", blank=text_of(value)) from error


def _guarded(work: Callable[..., Any], *, of_rows: bool = False) -> Callable[..., Any]:
    def filtered(value: Any, *rest: Any) -> Any:
        for one in (value, *rest):
            if isinstance(one, (Undefined, Empty)):
                str(one)
        return work(rows_of(value) if of_rows else value, *rest)

    return filtered


_OF_VALUES = (
    han_date, cn_date, cn_time, clock, until, amount, amount_words, han_number, ordinal, length, clause, sentence,
    bare, boxes, masked, mentions, pairs, named, introduced, fee_provision,
)  # fmt: skip
_OF_ROWS = (
    numbered, itemised, join_names, cited, granted, in_role, role_of, present, absent, sides, attending, speakers,
)  # fmt: skip
FILTERS: dict[str, Callable[..., Any]] = {
    **{work.__name__: _guarded(work) for work in _OF_VALUES},
    **{work.__name__: _guarded(work, of_rows=True) for work in _OF_ROWS},
}
