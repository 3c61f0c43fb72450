"""The sentence for every refusal code of app and sync: what is wrong, and what to do next."""

from __future__ import annotations

from ui.sentences_appeals import APPEALS
from ui.sentences_approvals import APPROVALS
from ui.sentences_case import CASE
from ui.sentences_keys import KEYS
from ui.sentences_papers import PAPERS
from ui.sentences_rules import RULES
from ui.sentences_sync import SYNC

SENTENCES: dict[str, tuple[str, str]] = {**CASE, **APPEALS, **APPROVALS, **RULES, **PAPERS, **KEYS, **SYNC}
