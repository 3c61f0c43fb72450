"""Each table of the encrypted store is named by one module alone."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CREATED = re.compile(
    r"\bCREATE\s+(?:VIRTUAL\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[\"']?([a-z_][a-z0-9_]*)", re.IGNORECASE
)
USED = r"\b(?:FROM|INTO|UPDATE|JOIN|TABLE(?:\s+IF\s+(?:NOT\s+)?EXISTS)?)\s+[\"']?{table}\b"


def strings(path: Path) -> list[str]:
    """The literal texts of a module that are not docstrings, pieces of f-strings included."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


def test_every_table_is_named_in_one_module_alone() -> None:
    modules = {path: "\n".join(strings(path)) for path in sorted((ROOT / "app").rglob("*.py"))}
    modules |= {path: "\n".join(strings(path)) for path in sorted((ROOT / "ui").rglob("*.py"))}
    created = {name.lower() for text in modules.values() for name in CREATED.findall(text)}
    for script in (ROOT / "app").rglob("*.sql"):
        created |= {name.lower() for name in CREATED.findall(script.read_text(encoding="utf-8"))}
    named = defaultdict(set)
    for path, text in modules.items():
        for table in created:
            if re.search(USED.format(table=table), text, re.IGNORECASE):
                named[table].add(str(path.relative_to(ROOT)))
    assert {table: sorted(where) for table, where in named.items() if len(where) > 1} == {}
