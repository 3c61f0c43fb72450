"""The form of a paper's blanks holds whatever the paper can say, and gives it back unchanged."""

from __future__ import annotations

from typing import Any

import pytest

from app.documents import template as templates
from app.documents.parts import free_blanks
from ui.documents.entries import BlanksForm


@pytest.mark.parametrize("name", templates.names())
def test_a_paper_filled_by_its_form_reads_as_its_sample(name: str, qtbot: Any) -> None:
    template = templates.load(name)
    sample = template.sample()
    free = free_blanks(template, ())
    parties = [(party["id"], f"{party['role_name']} {party['name']}") for party in sample.get("parties", ())]
    form = BlanksForm(free, parties)
    qtbot.addWidget(form)
    form.set_value({blank: value for blank, value in sample.items() if blank in free and value is not None})
    given = {blank: value for blank, value in sample.items() if blank not in free}
    assert template.text({**given, **form.value}) == template.text(sample)


def test_what_a_whole_part_of_the_paper_lacks_is_said_at_its_first_blank(qtbot: Any) -> None:
    form = BlanksForm(free_blanks(templates.load("judicial_suggestion"), ()))
    qtbot.addWidget(form)
    assert form.point_at("suggestion", "文书还缺一项：司法建议。", focus=True)
    first = next(name for name in form.form.blanks if name.startswith("suggestion."))
    assert form.form._problems[first].text() == "文书还缺一项：司法建议。"
    assert not form.point_at("nothing_of_this_paper", "")
