"""Chinese by default, English whole: no string without a translation, no blank lost in one."""

from __future__ import annotations

import datetime
import itertools
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.documents.blanks import Blank
from app.documents.template import FOLDER, load
from app.rules.calendar import known_calendar
from app.rules.causes import known_tables
from app.rules.court_level import FLAGS as LEVEL
from app.rules.court_level import court_level
from app.rules.elements import Element, known_forms
from app.rules.fees import case_fee
from app.rules.jurisdiction import FACTS, PLACES, jurisdiction
from app.rules.periods import Unit, deadline, period, period_table
from app.rules.procedure import FLAGS, eligibility, sieve
from app.service.copies import COPIES
from support.window import Opened, go
from ui.i18n import Language, printed, read_terms, read_translations, term, tr
from ui.pages import entries
from ui.rules.calculator import Calculator
from ui.rules.fees import AfterFee, Application, SuitFee
from ui.rules.interest import Interests
from ui.widgets.form import Form
from ui.widgets.rows import RowsTable
from ui.widgets.timeline import Timeline

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = ROOT / "ui" / "i18n" / "en.ts"
TERMS = ENGLISH.with_name("en_terms.toml")
HAN = re.compile(r"[\u4e00-\u9fff]")
CITED = re.compile(
    r"(民诉|解释|费用|延审|司法确认|民间借贷规定|法释〔2014〕|法释〔2016〕)(?=\d)|(?<=\d)号|(?<=\d)\([一二三四五六七]\)|、|；"
)


def test_lupdate_finds_no_string_without_a_translation(tmp_path: Path) -> None:
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    if not lupdate.exists():
        pytest.skip("this machine has no lupdate; the translations are also checked from the source")
    copy = tmp_path / "en.ts"
    shutil.copy(ENGLISH, copy)
    sources = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    done = subprocess.run(
        [str(lupdate), *sources, "-locations", "none", "-no-obsolete", "-ts", str(copy)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    unfinished = [
        message.findtext("source")
        for message in ElementTree.parse(copy).getroot().iter("message")
        if (translation := message.find("translation")) is None
        or translation.get("type") == "unfinished"
        or not translation.text
    ]
    assert unfinished == []


def test_every_translation_keeps_the_blanks_of_its_source() -> None:
    for source, translation in read_translations(ENGLISH).items():
        assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", translation)), source


def test_no_english_sentence_still_holds_chinese_but_for_names_of_law() -> None:
    allowed = re.compile(r"解释|民诉|费用|延审|（2026）鲁0302民初15号|鲁0302|简易|、|“|”")
    for source, translation in read_translations(ENGLISH).items():
        rest = allowed.sub("", translation)
        assert not HAN.search(rest), f"{source} → {translation}"


@pytest.mark.parametrize(
    ("court_word", "other"),
    [
        ("口头起诉", "oral suit|oral complaint"),
        ("书面起诉", "written suit|written complaint"),
        ("共同申请", "joint application"),
        ("宣判", "announce"),
        ("票据号", "receipt"),
        ("出发前检查", "before departure"),
        ("离村核对", "before leaving"),
    ],
)
def test_a_court_word_has_no_other_english_word_than_that_of_the_glossary(court_word: str, other: str) -> None:
    said = {**read_translations(ENGLISH), **read_terms(TERMS)}
    assert any(court_word in source for source in said)
    assert [source for source in said if court_word in source and re.search(other, said[source], re.IGNORECASE)] == []


def test_switching_back_gives_the_chinese_sentence_again(chinese: Language) -> None:
    assert tr("签发") == "签发"
    chinese.use("en")
    assert tr("签发") == "Issue"
    chinese.use("zh")
    assert tr("签发") == "签发"


@pytest.fixture
def english(chinese: Language) -> Language:
    """Named before the window in a test's arguments."""
    chinese.use("en")
    return chinese


def in_tables(page: QWidget) -> Iterator[str]:
    for table in page.findChildren(RowsTable):
        model = table.rows_model
        for row, column in itertools.product(range(model.rowCount()), range(model.columnCount())):
            yield str(model.data(model.index(row, column)))


def strings_of(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict | list):
        for one in said.values() if isinstance(said, dict) else said:
            yield from strings_of(one)


OWN = (
    "诉 号 鲁0302 林正和 苏雨桐 中文 民初 民特 居民身份证 统一社会信用代码 、 巡回 国办发明电 仿宋 方正小标宋简体 黑体 "
    "楷体 宋体"
)


def not_english(words: str, data: list[str]) -> bool:
    """Whether Chinese is left without what was typed, the printed words beside their English, names, and the law."""
    if not HAN.search(words):
        return False
    beside = sorted((f"{said} {in_print}" for in_print, said in read_terms(TERMS).items()), key=len, reverse=True)
    for known in (*beside, *data):
        words = words.replace(known, "")
    words = CITED.sub("", re.sub("“.*?”", "", words))
    for known in OWN.split():
        words = words.replace(known, "")
    # The seal's spare key is read out as ten words, in Chinese in every language.
    return HAN.search(re.sub(r"\w\w( \w\w){9}", "", words)) is not None


def test_the_english_window_shows_no_chinese_of_its_own(
    english: Language, with_case: Opened, day: dict[str, Any], qtbot: Any
) -> None:
    of_case = sorted(strings_of(day["acts"][0]["filing"]), key=len, reverse=True)
    for name in (entry.name for entry in entries()):
        page = go(with_case, qtbot, name)
        shown = [widget.text() for widget in page.findChildren(QWidget) if isinstance(widget, QLabel | QAbstractButton)]
        shown += in_tables(page)
        shown += [node.what for line in page.findChildren(Timeline) for node in line.nodes]
        assert [words for words in shown if not_english(words, of_case)] == [], name


def labels_of(blanks: Mapping[str, Blank]) -> Iterator[str]:
    for blank in blanks.values():
        yield blank.label
        yield from labels_of(blank.fields or {})


def all_labels() -> set[str]:
    """Of every version of every template that ever was, for an old paper's refusal is read as well."""
    versions = [load(folder.parent.name, int(folder.name[1:])) for folder in FOLDER.glob("*/v*")]
    return {label for one in versions for blanks in (one.blanks, one.shared) for label in labels_of(blanks)}


def sections() -> dict[str, dict[str, str]]:
    return tomllib.loads(TERMS.read_text(encoding="utf-8"))


def test_every_blank_of_every_paper_has_an_english_label() -> None:
    assert sorted(all_labels() - set(sections()["labels"])) == []


def all_titles() -> set[str]:
    """Of every version of every template, as printed, as told apart in lists, and as its copy is served."""
    versions = [load(folder.parent.name, int(folder.name[1:])) for folder in FOLDER.glob("*/v*")]
    copies = {f"{one.title}副本" for one in versions if one.name in COPIES}
    return {title for one in versions for title in (one.title, one.called)} | copies


def all_elements() -> list[Element]:
    return [element for form in known_forms() for element in form.elements]


def test_every_paper_has_an_english_title() -> None:
    assert set(sections()["titles"]) == all_titles()


def test_every_question_and_box_of_the_forms_of_elements_is_asked_in_english() -> None:
    asked = {words for one in all_elements() for words in (one.ask, *one.options)}
    assert set(sections()["elements"]) == asked


def test_an_english_title_keeps_the_printed_one_beside_it(chinese: Language) -> None:
    assert printed("庭审笔录") == "庭审笔录"
    chinese.use("en")
    assert printed("庭审笔录") == "Hearing record 庭审笔录"
    assert printed("本院自己的通知书") == "本院自己的通知书"


def test_every_period_is_called_in_english_with_its_beginning_and_its_note() -> None:
    rules = [one for rule in period_table().values() for one in (rule, *rule.variants)]
    said = {words for one in rules for words in (one.what, one.from_what, one.note) if words}
    assert set(sections()["periods"]) == said


def reasons_of_the_rules() -> set[str]:
    """What is weighed of every cause with every fact and flag, of the court's level, and of the procedure."""
    said = set[str]()
    for cause in (*known_tables()[-1].causes, *known_tables()[0].causes):
        for facts in ((), *((fact,) for fact in FACTS)):
            said |= set(jurisdiction(cause.name, PLACES, facts).reasons)
    for cause_name in ("船舶碰撞损害责任纠纷", "共同海损纠纷", "港口作业纠纷", "返还原物纠纷"):
        said |= set(jurisdiction(cause_name, [], ["answered_without_objection"]).reasons)
    said |= {reason for flag in LEVEL for reason in court_level(None, {}, flags=[flag]).reasons}
    said |= {reason for sum_ in (None, "1", "9") for reason in court_level(sum_, {"same": "5"}).reasons}
    claims = [[{"kind": "property", "amount": str(sum_)}] for sum_ in (1, 60, 300)]
    claims += [[{"kind": kind}] for kind in ("divorce", "non_property", "labour", "judicial_confirmation")]
    for asked, flag in itertools.product(claims, (None, "both_agree_simplified", *FLAGS)):
        flags = [flag] if flag else []
        for cause_name in ("民间借贷纠纷", "所有权确认纠纷"):
            said |= set(eligibility(asked, cause_name, "100", flags).reasons)
        said |= set(sieve(not flags, parties=5 if flags else 2, mediation_wanted=bool(flag), flags=flags).reasons)
    return said | set(sieve(True, parties=2, mediation_wanted=True).reasons)


def test_every_reason_that_the_rules_weigh_is_said_in_english(chinese: Language) -> None:
    chinese.use("en")
    said = {reason: term(reason) for reason in reasons_of_the_rules()}
    assert [reason for reason, english in said.items() if HAN.search(CITED.sub("", english))] == []


def test_every_term_keeps_its_figures_and_holds_no_chinese_but_citations() -> None:
    for words, translation in read_terms(TERMS).items():
        assert sorted(re.findall(r"\{\w+\}", words)) == sorted(re.findall(r"\{\w+\}", translation)), words
        assert not HAN.search(CITED.sub("", translation)), translation


def test_a_step_with_figures_is_said_in_english_and_in_chinese_as_the_rules_said_it(chinese: Language) -> None:
    step = "超过 10000 元的部分 26000 元 × 2.5% = 650 元"
    assert term(step) == step
    chinese.use("en")
    assert term(step) == "The part above 10000 yuan: 26000 yuan × 2.5% = 650 yuan"
    assert term("2026-03-01 当日不计入，倒数3 日：2026-02-26") == (
        "Days back from 2026-03-01, itself not counted: 3, to 2026-02-26"
    )
    assert term("法院自己写的项目") == "法院自己写的项目"


FIGURES = {
    "divorce": "300.00",
    "personality": "300.00",
    "other_non_property": "80.00",
    "ip_without_amount": "750.00",
    "jurisdiction_objection": "80.00",
    "enforcement_without_amount": "100.00",
}


def each_way(made: Calculator, form: Form, names: list[str], values: dict[str, Any]) -> Iterator[None]:
    """The calculator has been asked each mixture of the choices under the names."""
    made.use_court({"province_fees": FIGURES})
    for mixture in itertools.product(*(form.blanks[name]._buttons for name in names)):
        form.set_values({**values, **dict(zip(names, mixture, strict=True))})
        made.refresh()
        yield


def test_each_calculator_leads_to_its_figure_in_english(chinese: Language, qtbot: Any) -> None:
    chinese.use("en")
    suit, application, after, interests = SuitFee(), Application(), AfterFee(), Interests()
    day = {"start": "2024-01-01", "end": "2026-03-01", "contract_on": "2023-05-01"}
    money = {"before": "36000.00", "after": "98000.00", "paid": "350.00", "amount": "4000000.00"}
    asked = [
        (suit, suit.claim, ["kind"], money),
        (suit, suit.form, ["procedure", "closed"], {"merged": True}),
        (application, application.form, ["kind"], money),
        (after, after.form, ["change", "kind", "procedure", "closed"], money),
        (after, after.form, ["change"], {"after": "100.00", "inquiry_closed": True, "kind": "property"}),
        (after, after.form, ["change"], {"inquiry_closed": False}),
        (interests, interests.form, ["way"], {**day, "principal": "36000.00", "rate": "30"}),
    ]
    answered = 0
    for made, form, names, values in asked:
        qtbot.addWidget(made)
        for _ in each_way(made, form, names, values):
            said = f"{made.answer.text()}\n{made.steps.text()}"
            answered += made.answer.property("kind") == "title"
            assert not HAN.search(CITED.sub("", said)), said
    assert answered > 100


@pytest.mark.parametrize("others", [["non_property"], ["divorce", "property"], ["personality"], ["labour"], []])
def test_several_claims_lead_to_one_fee_in_english(chinese: Language, others: list[str]) -> None:
    chinese.use("en")
    claims = [{"kind": kind, "amount": "50000.00"} for kind in ("property", *others)]
    for step in case_fee(claims, FIGURES, "ordinary", None, "fen").steps:
        assert not HAN.search(CITED.sub("", term(step))), step


@pytest.mark.parametrize("unit", ["days", "months", "years"])
@pytest.mark.parametrize("backward", [False, True])
def test_each_period_leads_to_its_end_in_english(chinese: Language, unit: Unit, backward: bool) -> None:
    chinese.use("en")
    calendar, gap = known_calendar(), [(datetime.date(2026, 5, 2), datetime.date(2026, 5, 9))]
    suspended = [] if backward else gap
    for day in (datetime.date(2026, 4, 1), datetime.date(2026, 5, 1), datetime.date(2031, 1, 1)):
        counted = period(day, unit, 1, calendar, backward=backward, suspended=suspended)
        for step in counted.steps:
            assert not HAN.search(CITED.sub("", term(step))), step


def test_each_period_of_the_table_leads_to_its_end_in_english(chinese: Language) -> None:
    chinese.use("en")
    moment = datetime.datetime(2026, 3, 31, 9, 25)
    for rule in period_table().values():
        for variant in [one.when[0] for one in rule.variants] or ([None] if rule.unit else []):
            counted = deadline(rule.id, moment, known_calendar(), variant=variant)
            for step in (*counted.steps, *counted.notes):
                assert not HAN.search(CITED.sub("", term(step))), step
