"""The yardstick of a paper: a reportlab canvas with the same font and one page of text."""

from __future__ import annotations

import io

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from telling import tell

from app.documents.fonts import FontSet

pdfmetrics.registerFont(TTFont("fang", str(FontSet.find().roles["fang"].path)))
into = io.BytesIO()
canvas = Canvas(into)
canvas.setFont("fang", 16)
for row in range(22):
    canvas.drawString(80, 760 - 29 * row, "被告李喆于二〇二六年六月三十日前返还原告张三借款三万六千元。")
canvas.save()
tell(bytes=len(into.getvalue()))
