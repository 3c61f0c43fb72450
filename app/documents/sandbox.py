"""The closed room in which a template's body runs: it can print blanks, choose between wordings and loop over rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from app.documents.blanks import Absent, Blank, Branch, Empty, Items
from app.documents.filters import FILTERS, rows_of, text_of
from app.errors import NeedsCorrection
from app.journal.texts import unseen_in

MOST_BODY_CHARACTERS = 40_000
MOST_LOOPS_INSIDE_EACH_OTHER = 3
MOST_INSIDE_EACH_OTHER = 40
"""Statements and expressions; Python compiles what Jinja makes of them up to a hundred deep."""
LINE_SIGNS = str.maketrans(
    {"@": "\ue000", "|": "\ue001", "\n": "\ue002", "[": "\ue003", "<": "\ue004", "^": "\ue005", "\t": " "}
)
"""Signs of the line language, hidden while they are part of a value; the parser brings them back as text."""

VALUE, NAMED, END = "\ue006", "\ue007", "\ue008"
"""Around a value in a marked text: before the path of its blank, after that path, and after the value."""

_LINE_BREAK = re.compile("\r\n|\r")
_LOOP_WORDS = frozenset(("index", "index0", "first", "last", "length", "revindex"))
_TESTS = frozenset(("defined", "none", "in", "eq", "ne"))
_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.If, nodes.For, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Concat, nodes.Filter, nodes.Test, nodes.Assign, nodes.List, nodes.Tuple,
)  # fmt: skip


class Room(SandboxedEnvironment):
    """Jinja2 emptied: no globals, no calls, our own filters, and values that have members but no attributes."""

    def __init__(self) -> None:
        super().__init__(
            undefined=Absent,
            finalize=printed,
            autoescape=False,
            keep_trailing_newline=False,
            extensions=(),
        )
        self.globals.clear()
        self.filters.clear()
        self.filters.update(FILTERS, rows=rows_of, text=text_of)
        self.tests = {name: self.tests[name] for name in _TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in _LOOP_WORDS:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, (Absent, Empty)):
            return Absent(hint=obj._undefined_hint)
        if isinstance(obj, Branch) and isinstance(argument, str):
            return obj[argument] if argument in obj else Absent(hint=f"{obj.path}.{argument}")
        if isinstance(obj, Items) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else Absent(hint=f"{obj.path}.{argument + 1}")
        raise NeedsCorrection("template_not_valid", why="member of a plain value")

    def call(self, *arguments: Any, **named: Any) -> Any:
        raise NeedsCorrection("template_not_valid", why="call")


def printed(value: Any) -> Any:
    """The value as it goes into a line: no sign of the line language is left in it; an empty one is a refusal."""
    if isinstance(value, (Absent, Empty)):
        return str(value)
    return _LINE_BREAK.sub("\n", text_of(value).strip()).translate(LINE_SIGNS)


def examine(room: Room, body: str, known: Mapping[str, Blank]) -> None:
    """True afterwards: the body only prints, chooses and loops, and every blank it names is declared.

    Refuses ``template_not_valid`` with ``why`` and ``line``.
    """
    if len(body) > MOST_BODY_CHARACTERS:
        raise NeedsCorrection("template_not_valid", why="body too long", line=0)
    for number, line in enumerate(body.split("\n"), start=1):
        if found := unseen_in(line):
            raise NeedsCorrection("template_not_valid", why=f"character_not_allowed {found}", line=number)
    try:
        tree = room.parse(body)
    except TemplateSyntaxError as error:
        raise NeedsCorrection("template_not_valid", why="syntax", line=error.lineno) from error
    except (RecursionError, ValueError) as error:  # ValueError: a number of thousands of digits
        raise NeedsCorrection("template_not_valid", why="too many brackets", line=_deepest(body)) from error
    _check_depth(tree)
    _walk(tree, {name: blank for name, blank in known.items()}, 0)


def compiled(room: Room, body: str, *, marks: bool) -> Template:
    """The body ready to be filled: its loops are counted, and what it joins is text.

    With ``marks`` it says around each value which blank it prints; what it prints is the same.
    """
    tree = room.parse(body)
    if marks:
        _mark(tree, {})
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _through("rows", loop.iter)
    for joined in list(tree.find_all(nodes.Concat)):
        joined.nodes = [_through("text", part) for part in joined.nodes]
    return Template.from_code(room, room.compile(tree), {})


def _through(work: str, node: nodes.Node) -> nodes.Expr:
    return nodes.Filter(node, work, [], [], None, None, lineno=node.lineno, environment=node.environment)


def _check_depth(tree: nodes.Node) -> None:
    level: list[nodes.Node] = [tree]
    for _ in range(MOST_INSIDE_EACH_OTHER):
        level = [child for node in level for child in node.iter_child_nodes()]
    if level:
        raise _invalid(level[0], "too many brackets")


def _mark(node: nodes.Node, paths: Mapping[str, str]) -> None:
    inner = dict(paths)
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        inner[node.target.name] = _path(node.iter, paths)
    for child in node.iter_child_nodes():
        _mark(child, inner)
        if isinstance(child, nodes.Assign) and isinstance(child.target, nodes.Name):
            inner[child.target.name] = _path(child.node, inner)
    if isinstance(node, nodes.Output):
        said = list[nodes.Expr]()
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                said.append(child)
            else:
                begins = nodes.TemplateData(f"{VALUE}{_path(child, inner)}{NAMED}")
                said += [begins, child, nodes.TemplateData(END)]
        node.nodes = said


def _path(node: nodes.Node, paths: Mapping[str, str]) -> str:
    """``letter.to`` for an expression that begins with that blank; "" for one of constants."""
    if isinstance(node, nodes.Name):
        return paths.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node, paths)}.{node.attr}"
    return next(filter(None, (_path(child, paths) for child in node.iter_child_nodes())), "")


def _deepest(body: str) -> int:
    """The line with the most signs that open something, or digits."""
    lines = body.splitlines()
    return max(range(len(lines)), key=lambda at: sum(lines[at].count(sign) for sign in "([{0123456789")) + 1


_Scope = dict[str, Blank | None]


def _walk(node: nodes.Node, scope: Mapping[str, Blank | None], depth: int) -> None:
    if not isinstance(node, _ALLOWED):
        raise _invalid(node, type(node).__name__)
    if isinstance(node, nodes.For):
        _walk_loop(node, scope, depth)
        return
    if isinstance(node, nodes.Filter) and (node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs):
        raise _invalid(node, "filter form")
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise _invalid(node, f"filter {node.name}")
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in scope:
        raise _invalid(node, f"unknown blank {node.name}")
    if isinstance(node, nodes.Getattr):
        if not isinstance(node.node, (nodes.Name, nodes.Getattr)) or node.attr.startswith("_"):
            raise _invalid(node, f"member {node.attr}")
        _shape(node, scope)
    if isinstance(node, nodes.Test) and (node.name not in _TESTS or node.kwargs):
        raise _invalid(node, f"test {node.name}")
    inner = dict(scope)
    for child in node.iter_child_nodes():
        _walk(child, inner, depth)
        for assign in (child,) if isinstance(child, nodes.Assign) else ():
            _take_assignment(assign, inner)


def _take_assignment(node: nodes.Assign, scope: _Scope) -> None:
    # A value joined to itself again and again doubles each time: forty lines would fill any memory.
    joining = (nodes.Concat, nodes.List, nodes.Tuple)
    if isinstance(node.node, joining) or any(True for _ in node.node.find_all(joining)):
        raise _invalid(node, "joined value in set")
    target: nodes.Node = node.target
    if not isinstance(target, nodes.Name) or target.name in scope or target.name == "loop":
        raise _invalid(node, "set over a blank")
    scope[target.name] = _shape(node.node, scope)


def _walk_loop(node: nodes.For, scope: Mapping[str, Blank | None], depth: int) -> None:
    if depth >= MOST_LOOPS_INSIDE_EACH_OTHER or node.recursive:
        raise _invalid(node, "loops inside each other")
    target: nodes.Node = node.target
    if not isinstance(target, nodes.Name) or target.name == "loop":
        raise _invalid(node, "loop target")
    over: nodes.Node = node.iter
    while isinstance(over, (nodes.Filter, nodes.Getattr)):
        if over.node is None:
            raise _invalid(node, "loop over no blank")
        over = over.node
    if not isinstance(over, nodes.Name):
        raise _invalid(node, "loop over no blank")
    _walk(node.iter, scope, depth)
    shape = _shape(node.iter, scope)
    inside: _Scope = dict(scope)
    inside["loop"] = None
    inside[target.name] = (
        Blank(shape.name, "group", True, shape.label, shape.screen, fields=shape.fields)
        if shape is not None and shape.fields
        else None
    )
    if node.test is not None:
        _walk(node.test, inside, depth + 1)
    for part in (node.body, node.else_):
        held = dict(inside)
        for child in part:
            _walk(child, held, depth + 1)
            if isinstance(child, nodes.Assign):
                _take_assignment(child, held)


def _shape(node: nodes.Node, scope: Mapping[str, Blank | None]) -> Blank | None:
    """The declared shape of an expression, or None where it can't be known; refuses a member nobody declared."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name)
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _shape(node.node, scope) if node.name in ("in_role", "present", "absent") else None
    if isinstance(node, nodes.Getattr):
        over = _shape(node.node, scope)
        if over is None:
            return None
        if not over.fields:
            if over.type == "group":
                return None
            raise _invalid(node, f"member of a plain value {over.name}.{node.attr}")
        if node.attr not in over.fields:
            raise _invalid(node, f"unknown blank {over.name}.{node.attr}")
        return over.fields[node.attr]
    return None


def _invalid(node: nodes.Node, why: str) -> NeedsCorrection:
    return NeedsCorrection("template_not_valid", why=why, line=node.lineno)
