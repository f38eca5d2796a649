"""The facts of the worked cases, each with one value that is of another type or unknown."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts, FactField, describe
from gansu_reemployment.testing.worked_cases import Vector, read_files

_FILES: Final = sorted((Path(__file__).parents[1] / "vectors").glob("*.toml"))


_CASES: Final = [*read_files(_FILES)]


def within(value: Any) -> Iterator[CheckedFacts]:
    """Yield facts, and the facts within them."""
    if isinstance(value, CheckedFacts):
        yield value
        yield from within([getattr(value, described.name) for described in describe(type(value))])
    elif isinstance(value, Mapping):
        yield from within([*value.values()])
    elif isinstance(value, list | tuple):
        for part in value:
            yield from within(part)


def samples() -> dict[str, list[CheckedFacts]]:
    """Return the facts of the worked cases by the name of their class."""
    bureau = Bureau.of("全国")
    found: dict[str, list[CheckedFacts]] = {}
    for vector in _CASES:
        for facts in within(vector.read_facts(bureau)):
            found.setdefault(type(facts).__name__, []).append(facts)
    return found


_SAMPLES: Final = samples()


def wrong(described: FactField) -> list[Any]:
    """Return values of another type, of a list also one with such an item."""
    return [object(), (object(),)] if described.kind is tuple else [object()]


def with_fact(facts: CheckedFacts, name: str, value: Any) -> CheckedFacts:
    """Return the facts with another value of one of them."""
    return attrs.evolve(facts, **{name: value})


@pytest.mark.parametrize("name", _SAMPLES)
def test_value_of_another_type_is_a_fault_of_its_fact(name: str) -> None:
    """The fault names the fact, whatever is known of the others."""
    for facts in _SAMPLES[name]:
        for described in describe(type(facts)):
            for value in wrong(described):
                with pytest.raises(InvalidFactsError) as caught:
                    with_fact(facts, described.name, value)
                paths = [fault.path for fault in caught.value.faults]
                assert described.name in {path.split(".")[0].split("[")[0] for path in paths}


@pytest.mark.parametrize("name", _SAMPLES)
def test_any_fact_may_be_unknown(name: str) -> None:
    """Without one of its facts a case is partly unknown, or has one fault: what it lacks."""
    for facts in _SAMPLES[name]:
        for described in describe(type(facts)):
            try:
                unknown = with_fact(facts, described.name, None)
            except InvalidFactsError as error:
                [fault] = error.faults
                assert described.name == fault.path
            else:
                assert described.optional
                assert described.name in unknown.unknown


def with_usual(vector: Vector) -> Vector:
    """Return the case with the yes or no of each fact that is usually in order."""
    usual = {n: v for n, v in vector.measure.facts.usual.items() if isinstance(v, bool)}
    return attrs.evolve(vector, facts={**vector.facts, **usual}, expect={})


@pytest.mark.parametrize("name", [name for name, m in MEASURES.items() if m.facts.usual])
def test_usual_facts_refuse_nothing(name: str) -> None:
    """What is granted is granted where the facts are as usual, too."""
    cases = [vector for vector in _CASES if vector.measure.name == name]
    granted = [with_usual(vector) for vector in cases if vector.run().outcome.value]

    assert granted
    assert [] == [vector.name for vector in granted if not vector.run().outcome.value]
