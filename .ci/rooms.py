"""The lists of the public rooms: where each name is defined, and ``__all__``.

A room names its public names once, in the imports of its ``if TYPE_CHECKING:``; all below that
block is made from it. The rooms of facts and of results are made from the measures.
"""

import ast
import importlib
import pkgutil
import re
import typing
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import fill, indent
from typing import Any, Final

import attrs

from gansu_reemployment import measures
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.fact_model import CheckedFacts, types_of
from gansu_reemployment.i18n import Choice
from gansu_reemployment.identity import Sex

PACKAGE: Final = Path(__file__).parent.parent / "src" / "gansu_reemployment"
ROOT: Final = "gansu_reemployment"
#: The rooms whose imports are written by hand.
BY_HAND: Final = (
    *("", "charts", "frames", "interchange", "ledger", "plugins", "registers", "sheets"),
    "testing",
)
#: What is public of an outcome, beside the results of the measures.
OUTCOME: Final = {
    "law.documents": ("Citation",),
    "law.rules": ("Used",),
    "law.suppositions": ("Supposition",),
    "working.basis": ("Provenance",),
    "working.entries": ("Check", "Refusal", "Step"),
    "working.outcome": (*("Decided", "Outcome", "Refused", "Status", "Undecided"),),
    "working.terms": ("NotKnown", "Reason"),
}
#: What is computed from results or beside them by functions of a module.
BESIDE: Final = {
    "measures.loans.micro_profit": ("find_micro_profit",),
    "measures.targets.circular.circular": ("Circular", "CircularRow", "circular"),
    "measures.targets.circular.special": ("SpecialCircular", "special_circular"),
    "measures.targets.tasks.calendar": ("as_calendar",),
    "measures.targets.tasks.state": ("TaskReport", "overdue", "task_state"),
    "measures.targets.tasks.table": ("all_tasks",),
}
FACTS: Final = '''"""Every class of facts, and every code of the law (事实与代码); made by ``.ci``.

A class of facts is what a measure takes; a code is a choice of the law, such as a group of
persons. Each name is loaded on first use.

>>> from datetime import date
>>> from gansu_reemployment.facts import Sex, Worker
>>> Worker(sex=Sex.FEMALE, born_on=date(1963, 3, 1)).sex.value
'女'
"""
'''
RESULTS: Final = '''"""Outcomes and every class of results (结果); made by ``.ci``.

The value of an outcome is of the class that its measure names: ``LoanTerms`` of ``loan_terms``.
Functions that compute beside the measures, such as ``circular``, are here as well. Each name is
loaded on first use.
"""
'''
Homes = dict[str, str]


def rooms() -> dict[Path, str]:
    """Return the text of each room."""
    texts = {
        PACKAGE / "facts.py": FACTS + checked_imports(facts()),
        PACKAGE / "results.py": RESULTS + checked_imports(results()),
    }
    for room in BY_HAND:
        path = PACKAGE / room / "__init__.py"
        texts[path] = path.read_text(encoding="utf-8")
    errors = PACKAGE / "errors.py"
    own = with_names(errors.read_text(encoding="utf-8"))
    return {errors: own, **{path: with_lists(text) for path, text in texts.items()}}


def classes() -> Iterator[type[Any]]:
    """Yield every public class below the measures."""
    for info in pkgutil.walk_packages(measures.__path__, f"{measures.__name__}."):
        for name, value in vars(importlib.import_module(info.name)).items():
            if isinstance(value, type) and value.__module__ == info.name and name[0] != "_":
                yield value


def reached(hint: Any, found: dict[type[Any], None]) -> None:
    """Collect the attrs classes of the measures within a type."""
    for member in typing.get_args(hint):
        reached(member, found)
    kind = typing.get_origin(hint) or hint
    if not isinstance(kind, type) or kind in found or not attrs.has(kind):
        return
    if kind.__module__.startswith(measures.__name__):
        found[kind] = None
        for field in attrs.fields(kind):
            reached(types_of(kind)[field.name], found)


def facts() -> Homes:
    """Return where each class of facts and each code is defined."""
    found: dict[type[Any], None] = {Sex: None}
    for kind in classes():
        if issubclass(kind, Choice):
            found[kind] = None
        elif issubclass(kind, CheckedFacts):
            reached(kind, found)
    return homes(found)


def results() -> Homes:
    """Return where each class of results is defined."""
    found: dict[type[Any], None] = {}
    for measure in MEASURES.values():
        reached(measure.result, found)
    others = {name: home for named in (OUTCOME, BESIDE) for home in named for name in named[home]}
    own = {name: home for name, home in homes(found).items() if name not in facts()}
    return {**own, **others}


def homes(found: dict[type[Any], None]) -> Homes:
    """Return the module of each class below the library; two classes may not share a name."""
    listed: Homes = {}
    for kind in found:
        home = kind.__module__.removeprefix(f"{ROOT}.")
        if listed.setdefault(kind.__name__, home) != home:
            message = f"{kind.__name__} is in {home} and in {listed[kind.__name__]}"
            raise ValueError(message)
    return listed


def checked_imports(listed: Homes) -> str:
    """Return the imports for type checkers."""
    lines = (f"    from {ROOT}.{home} import {name}\n" for name, home in sorted(listed.items()))
    return (
        "\nfrom typing import TYPE_CHECKING\n\nfrom gansu_reemployment._lazy import lazy_names\n\n"
        f"if TYPE_CHECKING:\n{''.join(lines)}"
    )


MADE: Final = "\n# The list below is made from the classes above by ``.ci/measures.py``.\n"


def with_names(text: str) -> str:
    """Return the text of a room that defines its names, with the list of them at its end."""
    kept = text.partition(MADE)[0]
    tree = ast.parse(kept)
    kinds = sorted(node.name for node in tree.body if isinstance(node, ast.ClassDef))
    return (
        f"{kept}{MADE}# fmt: off\n{packed(kinds)}\nif not TYPE_CHECKING:\n"
        "    __getattr__, __dir__ = lazy_names(__name__, {}, __all__)\n"
    )


def packed(names: Iterable[str]) -> str:
    """Return the list of public names, as many in a line as fit."""
    return f"__all__ = [\n{indent(quoted(names), '    ')},\n]\n# fmt: on\n"


def quoted(names: Iterable[str]) -> str:
    """Return the names in quotes, in lines of at most 92 characters."""
    return fill(", ".join(f'"{name}"' for name in names), 92, break_on_hyphens=False)


def home_line(home: str, names: Sequence[str]) -> str:
    """Return the line that says which names a module defines."""
    line = f'    "{home}": ({quoted(names)}{"," if len(names) == 1 else ""}),\n'
    if len(line) <= 101 and "\n" not in line[:-1]:
        return line
    return f'    "{home}": (\n{indent(quoted(names), " " * 8)},\n    ),\n'


def with_lists(text: str) -> str:
    """Return the text of a room with the lists below its imports for type checkers."""
    tree = ast.parse(text)
    block = next(node for node in tree.body if isinstance(node, ast.If) and node.end_lineno)
    listed = {
        alias.name: (node.module or "").removeprefix(f"{ROOT}.")
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    kept = "".join(text.splitlines(keepends=True)[: block.end_lineno])
    eager = ["__version__"] if "\n__version__ =" in text else []
    table = "".join(
        home_line(home, sorted(name for name in listed if listed[name] == home))
        for home in sorted(set(listed.values()))
    )
    needed = re.search(r', extra="\w+"', text)
    extra = needed[0] if needed else ""
    return (
        f"{kept}\n# The lists below are made from the imports above by ``.ci/measures.py``.\n"
        f"# fmt: off\n_HOMES = {{\n{table}}}\n{packed([*eager, *sorted(listed)])}\n"
        "if not TYPE_CHECKING:\n"
        f"    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__{extra})\n"
    )
