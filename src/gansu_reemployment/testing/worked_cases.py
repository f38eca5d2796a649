"""Worked cases (算例): facts and expected results, in TOML.

A file has the cases of one measure. Only the keys given in ``expect`` are compared, and they
are compared exactly: ``refused`` and ``missing`` are lists in order, ``value`` is the whole
result, any other key a field of it.
"""

import inspect
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import evolve, field, frozen

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import RuleNotInForceError, VectorError
from gansu_reemployment.fact_model import describe, is_a
from gansu_reemployment.fact_model.readers import read_facts, read_value
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.money import Yuan
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.registers.problems import file_problem
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.outcome_json import plain

BEGINNING: Final = date(1998, 1, 1)
#: The keys of a file.
_OF_FILE: Final = frozenset({"measure", "case"})
#: The keys of a case, and the type of each.
_KEYS: Final[Mapping[str, type[Any]]] = {
    "name": str,
    "on": date,
    "region": str,
    "facts": dict,
    "expect": dict,
    "source": str,
    "settings": dict,
}


@frozen(slots=False)
class Vector:
    """One worked case."""

    measure: Measure[Any, Any]
    name: str
    on: date
    facts: Mapping[str, Any]
    expect: Mapping[str, Any]
    region: str = NATION_ID
    settings: Mapping[str, Any] = field(factory=dict)
    source: str = ""
    host: Host | None = None

    def run(self) -> "Result":
        """Compute the case and compare the result."""
        bureau = self._bureau()
        facts = self.read_facts(bureau)
        outcome = bureau.work(self.measure.name, facts, on=self.on)
        found = {key: _found(outcome, key, bureau, facts) for key in self.expect}
        return Result(self, outcome, found)

    def read_facts(self, bureau: Bureau) -> Any:
        """Return the facts as the measure takes them at *bureau*."""
        kind = bureau.find_measure(self.measure.name).facts
        return read_facts(kind, flat(self.facts, kind))

    def _bureau(self) -> Bureau:
        bureau = Bureau.of(self.region, host=self.host)
        if not self.settings:
            return bureau
        book = bureau.rulebook
        for path in self.settings:
            book.find(path).check_delegated()
        values = {path: read_value(book.kind(path), raw) for path, raw in self.settings.items()}
        return bureau.with_rules(book.supposing(values, since=BEGINNING))


@frozen(slots=False)
class Result:
    """The result of a case, with the expected values."""

    vector: Vector
    outcome: Outcome[Any]
    found: Mapping[str, Any]

    @cached_property
    def failures(self) -> dict[str, tuple[Any, Any]]:
        """The keys that differ, each with the expected and the actual value."""
        pairs = {key: (self.vector.expect[key], found) for key, found in self.found.items()}
        return {
            key: (wanted, plain(found))
            for key, (wanted, found) in pairs.items()
            if not same(wanted, found)
        }


def read_vectors(path: Path, host: Host | None = None) -> list[Vector]:
    """Read the cases of a file.

    Raises:
        UnknownNameError: there is no measure of that name.
        VectorError: the file cannot be read, contains no cases, or a case is incomplete.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise VectorError(
            _("{path}: {problem}"), path=path, problem=file_problem(problem)
        ) from problem
    if odd := sorted(set(data) - _OF_FILE):
        text = _("{path} has the unknown keys {unknown}: a file has one measure and its cases.")
        raise VectorError(text, path=path, unknown=tuple(odd))
    measure = Bureau.of(host=host).host.measure(str(data.get("measure", "")))
    cases = data.get("case")
    if not cases or not isinstance(cases, list) or not all(isinstance(c, dict) for c in cases):
        raise VectorError(_("{path} contains no cases."), path=path)
    return [evolve(_vector(path, measure, case), host=host) for case in cases]


#: The worked cases of the library, in an installed one and in its sources.
_OWN: Final = (
    Path(__file__).parents[1] / "data" / "worked_cases",
    Path(__file__).parents[3] / "tests" / "vectors",
)


def own_files() -> tuple[Path, ...]:
    """Return the files of the worked cases of the library itself."""
    folder = next(folder for folder in _OWN if folder.is_dir())
    return tuple(sorted(folder.glob("*.toml")))


def read_files(paths: Iterable[Path], host: Host | None = None) -> Iterator[Vector]:
    """Read the cases of several files, one file after the other."""
    for path in paths:
        yield from read_vectors(path, host)


def same(wanted: Any, found: Any) -> bool:
    """Compare an expected value with the one found, exactly; a table only by its given keys."""
    if isinstance(wanted, Mapping):
        return all(same(item, _item(found, key)) for key, item in wanted.items())
    if isinstance(wanted, list):
        items = _items(found)
        return len(items) == len(wanted) and all(map(same, wanted, items))
    if isinstance(found, (Yuan, Fraction)):
        return _is_spelt(wanted, found)
    if isinstance(found, Choice):
        return bool(wanted == found.code)
    return type(wanted) is type(found) and bool(wanted == found)


def _items(found: Any) -> list[Any]:
    """Return the items of a list, or of a set in the order of their codes."""
    if isinstance(found, frozenset):
        return sorted(map(plain, found))
    return list(found) if isinstance(found, (list, tuple)) else [found, None]


def _is_spelt(wanted: Any, found: Yuan | Fraction) -> bool:
    if type(wanted) not in {str, int}:
        return False
    try:
        return type(found)(wanted) == found
    except (ValueError, ZeroDivisionError):
        return False


def _vector(path: Path, measure: Measure[Any, Any], case: Mapping[str, Any]) -> Vector:
    unknown = sorted(set(case) - set(_KEYS))
    given = {"region": NATION_ID, "settings": {}, "source": "", **case}
    lacking = sorted(key for key, kind in _KEYS.items() if not is_a(given.get(key), kind))
    if unknown or lacking or not case["expect"]:
        raise VectorError(
            _("{path}: the case {name} lacks {lacking} and has unknown keys {unknown}."),
            path=path,
            name=case.get("name", "?"),
            lacking=tuple(lacking) or ("expect",),
            unknown=tuple(unknown),
        )
    return Vector(measure, **case)


def flat(facts: Mapping[str, Any], kind: type[Any]) -> dict[str, Any]:
    """Merge tables that are not facts themselves, such as ``taxes``, into the facts."""
    names = {described.name for described in describe(kind)}
    flat: dict[str, Any] = {}
    for name, value in facts.items():
        inner = isinstance(value, Mapping) and name not in names
        flat |= value if inner else {name: value}
    return flat


def _found(outcome: Outcome[Any], key: str, bureau: Bureau, facts: Any) -> Any:
    if key == "refused":
        return [refusal.code for refusal in outcome.refusals]
    if key == "missing":
        return list(outcome.missing)
    if key == "value":
        return outcome.value
    method = _other_answer(bureau, key)
    if method is None:
        return _item(outcome.value, key)
    try:
        return method(facts, on=outcome.on)
    except RuleNotInForceError:
        # No rule of the day is known, so there is no answer.
        return None


def _other_answer(bureau: Bureau, key: str) -> Callable[..., Any] | None:
    """Find another method of the bureau on the same facts, such as ``reaches_on``."""
    method = getattr(bureau, key, None)
    if not inspect.ismethod(method) or [*inspect.signature(method).parameters][1:] != ["on"]:
        return None
    return method


def _item(value: Any, key: str) -> Any:
    if isinstance(value, Mapping):
        by_code = {plain(name): item for name, item in value.items()}
        return by_code.get(key)
    return getattr(value, key, None) if attrs.has(type(value)) else None
