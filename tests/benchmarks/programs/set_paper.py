"""Sets one civil mediation statement from its sample, as PDF/A."""

from __future__ import annotations

import datetime

from telling import tell

from app.documents import template as templates
from app.documents.fonts import FontSet
from app.documents.render import render

template = templates.load("civil_mediation_statement")
at = datetime.datetime(2026, 3, 20, 10, tzinfo=datetime.UTC)
tell(bytes=len(render(template, template.sample(), fonts=FontSet.find(), made_at=at).pdf))
