"""Write what is made from the measures: run after a change of facts, results or names.

``_measures.py`` (where each measure is), the methods of a bureau and of its columns, the rooms of
facts and results, the table in README.md and the types for TypeScript all come from the
``@measure`` decorators below ``measures/``; the lists of the other public rooms come from their
imports. Without arguments the files are written; ``--check`` fails if one is not up to date.
"""

import importlib
import pkgutil
import subprocess
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import typescript
from rooms import rooms

from gansu_reemployment import measures
from gansu_reemployment.working.measure import Measure

ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = ROOT / "src" / "gansu_reemployment"
README: Final = ROOT / "README.md"
START, END = "<!-- measures -->", "<!-- end of measures -->"
#: The subjects in the order of the README: name in both languages, and what it is about.
SUBJECTS: Final = {
    "persons": (
        "Certificate and persons",
        "人员",
        (
            "who is entitled, is of the “4050” group, comes first, and which security line carries "
            "a person"
        ),
    ),
    "subsidies": (
        "Social insurance, posts, services",
        "补贴",
        "what the re-employment fund pays, to whom, and the claim for a quarter",
    ),
    "loans": (
        "Loans and guarantee",
        "贷款与担保",
        "ceiling, term and rate of a loan, the interest that finance repays, and who bears a loss",
    ),
    "taxes": (
        "Taxes, fees and offset",
        "税费减免与抵减",
        (
            "what a firm or a sole trader does not pay, from when until when, what is left at the "
            "settlement, and the relief taken off a collection task"
        ),
    ),
    "targets": (
        "Targets and funds",
        "目标与资金",
        (
            "a target divided among places, tasks falling due, indicators, and money divided by "
            "factors"
        ),
    ),
}


def found() -> Iterator[tuple[str, Measure[Any, Any]]]:
    """Yield each measure with the module that defines it."""
    for info in pkgutil.walk_packages(measures.__path__, f"{measures.__name__}."):
        for value in vars(importlib.import_module(info.name)).values():
            if isinstance(value, Measure) and value.work.__module__ == info.name:
                yield info.name.removeprefix(f"{measures.__name__}."), value


def in_order(listed: dict[str, tuple[str, Measure[Any, Any]]]) -> list[str]:
    """Return the names by subject; a new measure comes last in its subject."""
    from gansu_reemployment._measures import MODULES  # noqa: PLC0415 - written by this script

    known = list(MODULES)
    subjects = list(SUBJECTS)

    def place(name: str) -> tuple[int, int, str]:
        number = known.index(name) if name in known else len(known)
        return subjects.index(listed[name][0].partition(".")[0]), number, name

    return sorted(listed, key=place)


def written(hint: Any, used: dict[str, set[str]]) -> str:
    """Return a type as it is written down, and note where its names are defined."""
    if hint is None or hint is type(None):
        return "None"
    if hint is Ellipsis:
        return "..."
    origin, members = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, types.UnionType) or origin is typing.Union:
        return " | ".join(written(member, used) for member in members)
    kind = origin or hint
    if kind.__module__ != "builtins":
        used.setdefault(kind.__module__, set()).add(kind.__name__)
    inside = ", ".join(written(member, used) for member in members)
    return f"{kind.__name__}[{inside}]" if inside else str(kind.__name__)


def modules(names: list[str], listed: dict[str, tuple[str, Measure[Any, Any]]]) -> str:
    """Return the text of ``_measures.py``."""
    lines = "".join(f'    "{name}": "{listed[name][0]}",\n' for name in names)
    return (
        '"""Where each measure is defined, below ``measures``; made by ``.ci/measures.py``."""\n\n'
        "from collections.abc import Mapping\nfrom typing import Final\n\n"
        f"MODULES: Final[Mapping[str, str]] = {{\n{lines}}}\n"
    )


def decisions(names: list[str], listed: dict[str, tuple[str, Measure[Any, Any]]]) -> str:
    """Return the text of ``bureau/decisions.py``."""
    used: dict[str, set[str]] = {}
    rows, subject = [], ""
    for name in names:
        module, measure = listed[name]
        if module.partition(".")[0] != subject:
            subject = module.partition(".")[0]
            rows.append(f"\n    # {SUBJECTS[subject][0]}：{SUBJECTS[subject][1]}\n")
        kinds = ", ".join(f'"{written(hint, used)}"' for hint in (measure.facts, measure.result))
        rows.append(f"    {name}: ClassVar[Decides[{kinds}]] = Decides()\n")
    imports = "".join(
        f"    from {module} import {', '.join(sorted(used[module]))}\n" for module in sorted(used)
    )
    return (
        '"""The measures as methods of a bureau (逐项措施); made by ``.ci/measures.py``.\n\n'
        "Each attribute is a :class:`~.bureau.decision.Decision`: facts in, an outcome out.\n"
        '"""\n\nfrom typing import TYPE_CHECKING, ClassVar\n\n'
        "from gansu_reemployment.bureau.decision import Decides\n\n"
        f"if TYPE_CHECKING:\n{imports}\n\n"
        "class Decisions:\n"
        f'    """Every measure of the policy, by subject (政策措施)."""\n{"".join(rows)}'
    )


def columns(names: list[str], listed: dict[str, tuple[str, Measure[Any, Any]]]) -> str:
    """Return the text of ``columns/measures.py``."""
    rows = "".join(
        f"    {name}: ClassVar[OverColumns] = OverColumns()\n"
        for name in names
        if listed[name][1].columns
    )
    return (
        '"""The measures that run over columns as methods; made by ``.ci/measures.py``."""\n\n'
        "from typing import ClassVar\n\n"
        "from gansu_reemployment.columns.methods import OverColumns\n\n\n"
        "class ColumnMeasures:\n"
        '    """Every measure that runs over columns, by subject (逐项措施的批量计算)."""\n\n'
        f"    __slots__ = ()\n\n{rows}"
    )


def table(names: list[str], listed: dict[str, tuple[str, Measure[Any, Any]]]) -> str:
    """Return the table of the README."""
    rows = ["| group | measures | meaning |", "|---|---|---|"]
    for subject, (en, zh, meaning) in SUBJECTS.items():
        own = [name for name in names if listed[name][0].startswith(f"{subject}.")]
        cells = "<br>".join(
            f"`{name}` {listed[name][1].zh}{' ▤' if listed[name][1].columns else ''}"
            for name in own
        )
        rows.append(f"| {en} · {zh} | {cells} | {meaning} |")
    return "\n".join(rows)


def texts() -> dict[Path, str]:
    """Return the text of each file that is made."""
    listed = {measure.name: (module, measure) for module, measure in found()}
    names = in_order(listed)
    before, _start, rest = README.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    return {
        PACKAGE / "_measures.py": formatted(modules(names, listed)),
        PACKAGE / "bureau" / "decisions.py": formatted(decisions(names, listed)),
        PACKAGE / "columns" / "measures.py": formatted(columns(names, listed)),
        README: f"{before}{START}\n{table(names, listed)}\n{END}{after}",
        typescript.MADE: typescript.text([listed[name][1] for name in names]),
        **{path: formatted(text) for path, text in rooms().items()},
    }


def formatted(text: str) -> str:
    """Return Python source as the formatter writes it."""
    for command in (["check", "--fix", "--quiet", "--select", "I,RUF022"], ["format", "--quiet"]):
        done = subprocess.run(  # noqa: S603 - our own command
            ["ruff", *command, "--stdin-filename", "made.py", "-"],  # noqa: S607 - of this environment
            input=text,
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        text = done.stdout
    return text


def main(arguments: list[str]) -> int:
    """Write the files, or check that they are up to date."""
    made = texts()
    old = [
        path
        for path, text in made.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if "--check" not in arguments:
        for path in old:
            path.write_text(made[path], encoding="utf-8")
        return 0
    for path in old:
        print(f"{path.relative_to(ROOT)} is not up to date: run python .ci/measures.py")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
