"""A runnable example of each measure: the first worked case that is decided, and what it prints.

The facts are those of ``tests/vectors``, written as Python; the output is the library's own.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs

from gansu_reemployment import Bureau, load_host
from gansu_reemployment.i18n import Choice
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import GANSU_ID, NATION_ID
from gansu_reemployment.testing.worked_cases import Vector, read_vectors
from gansu_reemployment.working.measure import Measure

_VECTORS: Final = Path(__file__).parents[2] / "tests" / "vectors"
_WIDTH: Final = 88


def example(measure: Measure[Any, Any], locale: str) -> str:
    """Write a session that opens a bureau, evaluates the measure and prints the explanation."""
    vector = worked()[measure.name]
    bureau = _bureau(vector)
    facts = vector.read_facts(bureau)
    code = python(facts)
    lines = [f"from {room} import {', '.join(names)}" for room, names in _imports(facts)]
    lines += [f"facts = {code}", ""]
    day = python(vector.on)
    lines += [f'outcome = Bureau.of("{bureau.region.name}").{measure.name}(facts, on={day})', ""]
    lines.append(f'print(outcome.explain("{locale}"))')
    outcome = bureau.work(measure.name, facts, on=vector.on)
    return "\n".join([*_prompted("\n".join(lines)), outcome.explain(locale), ""])


def _bureau(vector: Vector) -> Bureau:
    """Open the place of a worked case: the province where the case is the nation's."""
    region = vector.region if vector.region != NATION_ID else GANSU_ID
    return Bureau.of(region, host=vector.host)


@cache
def worked() -> Mapping[str, Vector]:
    """Return a worked case of each measure, one that is decided without local settings first.

    Where every case needs a local value, the example shows the case without it: undecided.
    """
    decided: dict[str, Vector] = {}
    others: dict[str, Vector] = {}
    host = load_host([])
    for path in sorted(_VECTORS.glob("*.toml")):
        for vector in read_vectors(path, host):
            name = vector.measure.name
            if name not in decided:
                alone = not vector.settings and vector.run().outcome.status == "decided"
                (decided if alone else others).setdefault(name, vector)
    return {**others, **decided}


def _prompted(code: str) -> Iterator[str]:
    for line in code.splitlines():
        if line:
            yield f"{'...' if line[0] in ' )' else '>>>'} {line}"


def python(value: Any, indent: int = 0) -> str:
    """Write a value as Python; what is too long for a line has one line for each part."""
    parts = _parts(value)
    if parts is None:
        return _atom(value)
    before, items, after = parts
    flat = before + ", ".join(f"{name}{python(item)}" for name, item in items) + after
    if len(flat) + indent <= _WIDTH:
        return flat
    inner = " " * (indent + 4)
    lines = (f"{inner}{name}{python(item, indent + 4)}," for name, item in items)
    return "\n".join([before, *lines, " " * indent + after.lstrip(",")])


def _parts(value: Any) -> tuple[str, list[tuple[str, Any]], str] | None:
    """Return the opening, the named parts and the end of a value; ``None`` if it has no parts."""
    if attrs.has(type(value)) and not isinstance(value, Yuan):
        given = [(f"{f.name}=", getattr(value, f.name)) for f in attrs.fields(type(value))]
        defaults = {f"{f.name}=": f.default for f in attrs.fields(type(value))}
        kept = [(name, item) for name, item in given if item != defaults[name] and item != ()]
        return f"{type(value).__name__}(", kept, ")"
    if isinstance(value, tuple):
        return "(", [("", item) for item in value], ",)" if len(value) == 1 else ")"
    if isinstance(value, Mapping):
        return "{", [(f"{python(key)}: ", item) for key, item in value.items()], "}"
    return None


def _atom(value: Any) -> str:  # noqa: PLR0911 - one line for each type
    if isinstance(value, Choice):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, Yuan):
        return f'Yuan("{value}")'
    if isinstance(value, Fraction):
        return f"Fraction({value.numerator}, {value.denominator})"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, frozenset):
        return f"frozenset({python(tuple(sorted(value, key=str)))})"
    return repr(value)


def _imports(facts: Any) -> list[tuple[str, list[str]]]:
    """Return the modules and names that the code of *facts* needs."""
    kinds = set(_kinds(facts))
    named = sorted(kind.__name__ for kind in kinds if attrs.has(kind) or issubclass(kind, Choice))
    top = ["Bureau", *(["Yuan"] if Yuan in kinds else [])]
    rooms = [("datetime", ["date"])]
    if Fraction in kinds:
        rooms.append(("fractions", ["Fraction"]))
    rooms.append(("gansu_reemployment", top))
    return [*rooms, ("gansu_reemployment.facts", [name for name in named if name != "Yuan"])]


def _kinds(value: Any) -> Iterator[type[Any]]:
    yield type(value)
    parts = _parts(value)
    for _name, item in parts[1] if parts else ():
        yield from _kinds(item)
    if isinstance(value, (frozenset, Mapping)):
        for item in value:
            yield from _kinds(item)
