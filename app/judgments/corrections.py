"""补正裁定: an issued paper is corrected by a new one that names it, its wrong words and the right ones; it stays."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any

import pypdfium2

from app.cases.store import load_case
from app.desk import Desk
from app.documents.disputed import DisputedValue, papers_on_disputed_values
from app.documents.fonts import FontSet
from app.documents.service import KINDS_COUNTED, content_of, issue
from app.documents.store import Paper, load_paper, papers_of
from app.errors import NeedsCorrection
from app.rules.amounts import cn_date, decimal_yuan, han_number
from app.rules.money import parse_amount
from app.storage.database import Database

DOCUMENT = "ruling_correction"
OVERRULED = "该项信息在文书签发后经核定更正"
"""What was found where a person picked another of two values than the paper prints."""
CORRECTED_BY_RULING = ("判决书", "裁定书", "调解书")
_PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")
_SPACE = re.compile(r"\s")


def correct_paper(
    desk: Desk,
    paper: str,
    corrections: Sequence[tuple[str, str]],
    *,
    made_on: str,
    fonts: FontSet,
    reason: str = "",
    despite: str | None = None,
) -> str:
    """A ruling that corrects the paper was issued (民诉157(7), 解释245); gives its record, and ``concerns`` the paper.

    ``corrections`` are pairs of wrong and right words, the wrong ones as the paper prints them. The paper itself stays
    as it was signed. The ruling carries 之一, 之二 … after 号 where the case has rulings already (法〔2016〕37号).
    ``reason`` says what was found (经查，…), as the ruling prints it. ``despite`` is the reason to issue the ruling
    although proofreading contradicts it.
    Refuses with ``role_not_permitted``, ``correction_not_for_this_paper``, ``correction_words_missing``,
    ``correction_changes_nothing``, ``correction_words_not_in_paper`` and what ``issue`` refuses.
    """
    desk.require_role("judge")
    held = load_paper(desk.database, paper)
    blanks = correction_blanks(desk, held, corrections, reason)
    return issue(
        desk,
        held.case,
        DOCUMENT,
        blanks,
        made_on=made_on,
        fonts=fonts,
        concerns=held.record,
        despite=despite,
    )


def correction_blanks(
    desk: Desk, paper: Paper, corrections: Sequence[tuple[str, str]], reason: str = ""
) -> dict[str, Any]:
    """The ruling's blanks: what was found, and each correction with the page on which the wrong words stand."""
    if not paper.title.endswith(CORRECTED_BY_RULING):
        raise NeedsCorrection("correction_not_for_this_paper", document=paper.title)
    pages = _words(content_of(desk, paper))
    rows = []
    for wrong, right in corrections:
        if not wrong.strip() or not right.strip():
            raise NeedsCorrection("correction_words_missing")
        if _bare(wrong) == _bare(right):
            raise NeedsCorrection("correction_changes_nothing", wrong=wrong)
        page = _page_of(pages, _bare(wrong))
        if page is None:
            raise NeedsCorrection("correction_words_not_in_paper", wrong=wrong)
        rows.append({"place": f"第{han_number(page)}页", "wrong": wrong.strip(), "right": right.strip()})
    if not rows:
        raise NeedsCorrection("correction_words_missing")
    original = {"made_on": paper.made_on, "number": number_of(desk.database, paper), "title": paper.title}
    return {"original": original, "reason": reason.strip() or None, "corrections": rows}


def corrections_due(desk: Desk, case: str) -> list[tuple[Paper, dict[str, Any]]]:
    """Papers of the case that printed a value which a person then overruled, each with the blanks of its ruling.

    Values that the paper does not show, and papers that are not corrected by a ruling, are left out.
    """
    due: dict[str, tuple[Paper, dict[str, tuple[str, str]]]] = {}
    for one in papers_on_disputed_values(desk.database, case):
        if one.state == "overruled" and one.paper.title.endswith(CORRECTED_BY_RULING):
            wrong, right = _printed(one, one.printed), _printed(one, one.right)
            if wrong and right:
                due.setdefault(one.paper.record, (one.paper, {}))[1][f"{one.record} {one.field}"] = (wrong, right)
    ready = []
    for paper, pairs in due.values():
        pages = _words(content_of(desk, paper))
        shown = [pair for pair in dict.fromkeys(pairs.values()) if _page_of(pages, _bare(pair[0])) is not None]
        if shown:
            ready.append((paper, correction_blanks(desk, paper, shown, OVERRULED)))
    return ready


def corrections_of(database: Database, paper: Paper) -> list[Paper]:
    """The rulings that correct the paper, in order."""
    papers = papers_of(database, paper.case)
    return [one for one in papers if one.document == DOCUMENT and one.concerns == paper.record]


def number_of(database: Database, paper: Paper) -> str:
    """The paper's 案号 as printed; for one issued before papers kept it, by its place among its kind."""
    if paper.number:
        return paper.number
    number = load_case(database, paper.case).number
    kind = next((kind for kind in KINDS_COUNTED if paper.title.endswith(kind)), None)
    if kind is None:
        return number
    same = [one.record for one in papers_of(database, paper.case) if one.title.endswith(kind)]
    earlier = same.index(paper.record)
    return f"{number}之{han_number(earlier)}" if earlier else number


def _printed(one: DisputedValue, value: object) -> str | None:
    """The value as papers print it."""
    if not isinstance(value, str) or not value.strip():
        return None
    if one.field == "born":
        return cn_date(datetime.date.fromisoformat(value))
    if one.field == "amount":
        return decimal_yuan(parse_amount(value, at="amount"))
    return value.strip()


def _words(pdf: bytes) -> list[str]:
    """Each page's words without any space, and without its page number."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(_bare(_PAGE_NUMBER.sub("", text.get_text_bounded())))
        return pages
    finally:
        document.close()


def _page_of(pages: Sequence[str], words: str) -> int | None:
    """The page, from one, on which the words begin; they may run over to the next one."""
    at = "".join(pages).find(words)
    if at < 0:
        return None
    for number, page in enumerate(pages, start=1):
        if at < len(page):
            return number
        at -= len(page)
    return None


def _bare(text: str) -> str:
    return _SPACE.sub("", text)
