"""Papers that belong to no case: every template's made-up sample, marked 样本, and the page that tries a printer."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping

from app.documents.blocks import parse
from app.documents.fonts import FontSet
from app.documents.layout import LAYOUTS
from app.documents.render import render
from app.documents.template import FOLDER, STAGES, Template, documents, load, names
from app.documents.typeset import Typeset, typeset
from app.storage.database import Database

SAMPLE = "样本"
_FILED_NOWHERE = 1000  # after every place of the directory
_AT = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # no clock: the same sample has the same bytes
_TRIAL = """@title 打印试页
@left 一、这一行正好是二十八个字，从左边距一直排到右边距为止。
@left 二、左边的字离纸边28毫米，背面首行离上边37毫米，可用尺量。
@left 三、差一毫米以上的，打印时选“实际大小”，不选“适合纸张”。
@heading 四、标题用的黑体，下面是楷体和生僻字
@kai 张𬱖，住龘家务村；㑇、䶮、𠮷、〇，一个方框都不该有。
@table 20 40 40 header
@row 横线 | 粗细应当一样 | 四边应当闭合
@row 竖线 | 不断 | 不斜
@end
@check [x] 打了勾的方框 ; [ ] 没有打勾的方框
@qr 打印试页
@date 二〇〇〇年一月一日
@pagebreak
@left 五、双面打印时，这一页在背面，页码在左下角。
"""


def titles(database: Database, on: str) -> list[tuple[str, str, str]]:
    """Name, stage and title (with what tells it apart) of every document, in the order of stages and directory.

    The program's as their first versions declare them: no wording is examined, so that a list of all is there at
    once. Beside them what the court has of its own in force on the day ``on``.
    """
    told = []
    for template in (load(name, database=database, on=on) for name in documents(database, on) if name not in names()):
        told.append((STAGES.index(template.stage), template.place or _FILED_NOWHERE, template.name, template.called))
    for name in names():
        said = tomllib.loads((FOLDER / name / "v1" / "template.toml").read_text(encoding="utf-8"))
        called = said.get("called", said["title"])
        told.append((STAGES.index(said["stage"]), said["place"] or _FILED_NOWHERE, name, called))
    return [(name, STAGES[stage], title) for stage, _place, name, title in sorted(told)]


def sample_paper(template: Template, *, fonts: FontSet, measures: Mapping[str, int] | None = None) -> Typeset:
    """The template filled with its made-up sample, 样本 under each page's text, by the court's ``measures``."""
    return render(template, template.sample(), fonts=fonts, made_at=_AT, watermark=SAMPLE, measures=measures)


def trial_page(*, fonts: FontSet) -> Typeset:
    """Two pages that show whether a printer keeps the margins, the rules and the rare characters."""
    return typeset(parse(_TRIAL), LAYOUTS["statement"], fonts=fonts, made_at=_AT, watermark="试页", title="打印试页")
