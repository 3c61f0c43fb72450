"""The tree of civil causes as versioned data, found by name or by pinyin initials, with what usually follows."""

import datetime
import functools
import importlib.resources
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.errors import NeedsCorrection
from app.rules.days import parse_date
from app.rules.elements import ElementForm, element_form


@dataclass(frozen=True)
class Cause:
    """One cause of action; ``number`` is its third level's where the data has it, ``parent`` a fourth level's third."""

    name: str
    number: int | None
    parent: str | None
    group: str

    @property
    def initials(self) -> str:
        """The first letters of its pinyin, e.g. ``mjjdjf`` for 民间借贷纠纷."""
        return initials(self.name)

    @property
    def fee_kind(self) -> str:
        """The fee kind that suits the cause as a rule; the claims themselves decide (费用13)."""
        for name in (self.name, self.parent):
            own = _practice(name).get("fee") if name else None
            if own:
                return str(own)
        if self.name == "离婚纠纷":
            return "divorce"
        if self.name in _STATUS_CAUSES:
            return "non_property"
        if self.group in _SPECIAL_GROUPS:
            return "judicial_confirmation" if self.group == "确认调解协议案件" else "non_property"
        return _FEE_KINDS.get(self.group, "property")

    @property
    def procedure(self) -> str:
        """``special`` for the causes of 特别程序 (民诉184), else ``simplified``, the tribunal's usual one."""
        return "special" if self.group in _SPECIAL_GROUPS else "simplified"

    @property
    def number_type(self) -> str:
        """The 类型代字 that a first-instance case of this cause takes."""
        return _NUMBER_TYPES.get(self.name) or ("民特" if self.group in _SPECIAL_GROUPS else "民初")

    def element_form(self, on: datetime.date) -> ElementForm | None:
        """The form of elements (要素) in force on the day, of the cause, its parent or its group; None without one."""
        return element_form(self.name, on, parent=self.parent, group=self.group)

    @property
    def personal_status(self) -> bool:
        """Whether the cause is about personal status itself, not money owed because of it (民诉166(一))."""
        return self.name in _STATUS_CAUSES

    @property
    def title_to_property(self) -> bool:
        """Whether the cause asks who owns something (财产确权, 民诉166(一))."""
        return self.name in _TITLE_CAUSES or self.parent in _TITLE_CAUSES or self.name.endswith("权属纠纷")


_FEE_KINDS = {
    "人格权纠纷": "personality",
    "知识产权合同纠纷": "ip",
    "知识产权权属、侵权纠纷": "ip",
    "劳动争议": "labour",
    "新就业形态用工纠纷": "labour",
}
_SPECIAL_GROUPS = frozenset(
    (
        "选民资格案件",
        "宣告失踪、宣告死亡案件",
        "认定自然人无民事行为能力、限制民事行为能力案件",
        "指定遗产管理人案件",
        "认定财产无主案件",
        "确认调解协议案件",
        "确认生态环境损害赔偿协议案件",
        "实现担保物权案件",
        "监护权特别程序案件",
    )
)
_NUMBER_TYPES = {
    "申请支付令": "民督",
    "申请公示催告": "民催",
    "申请诉前财产保全": "财保",
    "申请诉前行为保全": "行保",
    "申请诉前证据保全": "证保",
    "申请执行前财产保全": "财保",
    "申请人身安全保护令": "民保令",
    "第三人撤销之诉": "民撤",
}
_STATUS_CAUSES = frozenset(
    (
        "婚姻自主权纠纷",
        "离婚纠纷",
        "婚姻无效纠纷",
        "撤销婚姻纠纷",
        "同居关系子女抚养纠纷",
        "亲子关系纠纷",
        "确认亲子关系纠纷",
        "否认亲子关系纠纷",
        "抚养纠纷",
        "变更抚养关系纠纷",
        "变更扶养关系纠纷",
        "变更赡养关系纠纷",
        "收养关系纠纷",
        "确认收养关系纠纷",
        "解除收养关系纠纷",
        "监护权纠纷",
        "探望权纠纷",
    )
)
_TITLE_CAUSES = frozenset(
    (
        "物权确认纠纷",
        "共有权确认纠纷",
        "土地承包经营权确认纠纷",
        "企业出资人权益确认纠纷",
        "股东资格确认纠纷",
        "添附物归属纠纷",
    )
)


@dataclass(frozen=True)
class CauseTable:
    """One version of the table; ``verified`` says whether anyone compared it with the official text."""

    version: str
    in_force_from: datetime.date
    verified: bool
    causes: tuple[Cause, ...]

    def find(self, name: str) -> Cause | None:
        """The cause of this name, or of this name and 纠纷; the third level wins where another bears the same.

        A second-level cause is found too: it is the cause of a suit for which the table has no closer one.
        """
        return self._by_name.get(name) or self._by_name.get(f"{name}纠纷")

    @functools.cached_property
    def _by_name(self) -> Mapping[str, Cause]:
        second_level = {cause.group: Cause(cause.group, None, None, cause.group) for cause in self.causes}
        return second_level | {cause.name: cause for cause in reversed(self.causes)}

    @functools.cached_property
    def _keys(self) -> tuple[tuple[str, Cause], ...]:
        return tuple((cause.initials, cause) for cause in self.causes)

    def search(self, text: str, limit: int = 20) -> tuple[Cause, ...]:
        """Causes whose name or pinyin initials begin with the text, then those that contain it, in table order."""
        wanted = text.strip().lower()
        if not wanted:
            return ()
        ranked: list[tuple[int, int, Cause]] = []
        for place, (letters, cause) in enumerate(self._keys):
            begins = cause.name.startswith(wanted) or letters.startswith(wanted)
            if begins or wanted in cause.name or wanted in letters:
                ranked.append((0 if begins else 1, place, cause))
        return tuple(cause for _, _, cause in sorted(ranked, key=lambda one: one[:2])[:limit])


# 重作 is read chóng zuò, 重 in 多重 likewise; the others are single readings pypinyin gets wrong in these names.
_READINGS = {"重作": "cz", "多重": "dc"}


@functools.lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """The lower-case first letters of the characters' pinyin; punctuation is left out, latin and digits stay."""
    from pypinyin import Style, lazy_pinyin  # costs 0.3 s; a rule that only finds by name must not wait for it

    for word, letters in _READINGS.items():
        text = text.replace(word, letters)
    letters = "".join(lazy_pinyin(text, style=Style.FIRST_LETTER))
    return "".join(letter for letter in letters.lower() if letter.isascii() and letter.isalnum())


def parse_causes(text: str, version: str) -> CauseTable:
    """A version from its text (the format is told at the head of each file); refuses ``causes_malformed``."""
    in_force: datetime.date | None = None
    verified = False
    causes: list[Cause] = []
    group = ""
    for line in text.splitlines():
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        key, _, rest = words.partition(" ")
        if key == "in-force-from":
            in_force = parse_date(rest, at="in-force-from")
        elif key == "verified":
            verified = rest == "yes"
        elif key == "=":
            group = rest
        elif group and (key.isdecimal() or key == "-") and rest:
            causes.extend(_line(key, rest, group))
        else:
            raise NeedsCorrection("causes_malformed", at="causes")
    if in_force is None or not causes:
        raise NeedsCorrection("causes_malformed", at="causes")
    return CauseTable(version, in_force, verified, tuple(causes))


def _line(key: str, rest: str, group: str) -> Iterator[Cause]:
    name, _, children = rest.partition(" > ")
    number = int(key) if key.isdecimal() else None
    yield Cause(name, number, None, group)
    for child in filter(None, children.split("；")):
        yield Cause(child, number, name, group)


@functools.cache
def known_tables() -> tuple[CauseTable, ...]:
    """The versions shipped with the program, oldest first."""
    folder = importlib.resources.files("app.rules") / "data" / "causes"
    tables = [
        parse_causes(file.read_text("utf-8"), file.name.removesuffix(".txt"))
        for file in folder.iterdir()
        if file.name.endswith(".txt")
    ]
    return tuple(sorted(tables, key=lambda table: table.in_force_from))


def cause_table(on: datetime.date) -> CauseTable:
    """The version in force on the day a case is filed; refuses ``causes_not_known_then`` before the oldest one."""
    in_force = [table for table in known_tables() if table.in_force_from <= on]
    if not in_force:
        raise NeedsCorrection("causes_not_known_then", at="on")
    return in_force[-1]


def find_cause(name: str, on: datetime.date | None = None) -> Cause | None:
    """The cause of this name in the version in force on the day, or in the newest that has it where no day is given."""
    tables = [cause_table(on)] if on is not None else reversed(known_tables())
    return next((found for table in tables if (found := table.find(name)) is not None), None)


def form_for(name: str, on: datetime.date) -> ElementForm | None:
    """The form of elements of that cause in force on the day, also for a cause that no table has."""
    cause = find_cause(name, on)
    return cause.element_form(on) if cause is not None else element_form(name, on)


@functools.cache
def _all_practice() -> Mapping[str, Mapping[str, Any]]:
    text = (importlib.resources.files("app.rules") / "data" / "causes" / "practice.toml").read_text("utf-8")
    practice: Mapping[str, Mapping[str, Any]] = tomllib.loads(text)["cause"]
    return practice


def _practice(name: str) -> Mapping[str, Any]:
    return _all_practice().get(name, {})
