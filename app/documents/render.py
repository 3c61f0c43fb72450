"""Renders a template and its blanks into the PDF/A-2u file that is previewed, printed, signed and archived."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from app.documents.blocks import SignBox, parse
from app.documents.fonts import FontSet
from app.documents.layout import layout_of
from app.documents.reference import Reference
from app.documents.template import Template
from app.documents.typeset import Typeset, typeset


def render(
    template: Template,
    blanks: Mapping[str, Any],
    *,
    draft: bool = False,
    fonts: FontSet,
    made_at: datetime.datetime,
    measures: Mapping[str, int] | None = None,
    watermark: str = "",
    reference: Reference | None = None,
) -> Typeset:
    """The paper: same template, blanks, fonts, ``made_at`` (with its zone), ``measures``, ``reference``, same bytes.

    ``measures`` is the court's ``doc_layout``; ``watermark`` stands across each page in place of a draft's; a
    ``reference`` is for a paper that is issued, and goes out.
    Refuses what ``Template.text`` and ``typeset`` refuse: blank_missing, glyph_missing, character_not_allowed.
    """
    blocks = parse(template.text(blanks))
    page_sign: tuple[str, ...] = ()
    if template.record_sign_each_page:
        page_sign = tuple(
            dict.fromkeys(block.box for block in blocks if isinstance(block, SignBox) and not block.thumb)
        )
    layout = layout_of(template.layout, measures or {})
    return typeset(
        blocks,
        layout,
        fonts=fonts,
        made_at=made_at,
        draft=draft,
        page_sign=page_sign,
        watermark=watermark,
        title=template.title,
        reference=reference,
    )
