"""The JSON Schema of every measure: whatever the library reads and writes validates against it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from gansu_reemployment import Bureau, read_facts, write_facts
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.interchange import json_schema
from gansu_reemployment.testing.worked_cases import Vector, flat, read_vectors

VECTORS: Final = sorted((Path(__file__).parents[1] / "vectors").glob("*.toml"))
FIRST: Final = [next(iter(read_vectors(path))) for path in VECTORS]
#: Never a fact, whatever its type.
WRONG: Final = (0.5, {"no": 0.5}, [0.5], "no such \n", 20_000.25)


def validator(measure: str, part: Any = "facts") -> Draft202012Validator:
    """Return the validator of a measure's facts or outcome, with the formats of days."""
    return Draft202012Validator(json_schema(measure, part), format_checker=FormatChecker())


def facts_of(vector: Vector) -> Any:
    """Read the facts of a worked case."""
    kind = vector.measure.facts
    return read_facts(kind, flat(vector.facts, kind))


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema within a schema."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from parts_of(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts_of(inner)


@pytest.mark.parametrize("part", ["facts", "outcome"])
@pytest.mark.parametrize("measure", MEASURES)
def test_schema_of_every_measure(measure: str, part: Any) -> None:
    """Each is a schema of the draft, and leaves no number and no amount without a unit."""
    schema = json_schema(measure, part)
    Draft202012Validator.check_schema(schema)
    numbers = [
        one
        for one in parts_of(schema)
        if one.get("type") in ("integer", "number") or ("pattern" in one and "title" not in one)
    ]
    lacking = [one for one in numbers if "unit" not in one and "description" not in one]
    assert [] == [one for one in lacking if "format" not in one]


def _cases() -> Iterator[Any]:
    for path in VECTORS:
        for number, vector in enumerate(read_vectors(path)):
            yield pytest.param(vector, id=f"{path.stem}-{number}")


@pytest.mark.parametrize("vector", [*_cases()])
def test_every_worked_case(vector: Vector) -> None:
    """The facts and the outcome of every worked case validate."""
    outcome = vector.run().outcome
    facts = json.loads(json.dumps(write_facts(facts_of(vector))))
    validator(vector.measure.name).validate(facts)
    validator(vector.measure.name, "outcome").validate(json.loads(outcome.as_json_text()))


@pytest.mark.parametrize("vector", FIRST, ids=[path.stem for path in VECTORS])
def test_wrong_facts_and_outcomes(vector: Vector) -> None:
    """A fact of another type, a misspelt one, or a false status does not validate."""
    outcome = vector.run().outcome
    facts, checked = write_facts(facts_of(vector)), validator(vector.measure.name)
    described = json_schema(vector.measure.name)["properties"]
    for name in facts:
        for wrong in WRONG:
            text = isinstance(wrong, str) and {"type": "string"} in parts_of(described[name])
            assert text or not checked.is_valid({**facts, name: wrong}), (name, wrong)
        assert not checked.is_valid({**facts, f"{name}x": facts[name]})
    answer, told = outcome.as_json(), validator(vector.measure.name, "outcome")
    for key in answer:
        assert not told.is_valid({name: item for name, item in answer.items() if name != key}), key
    others = {"decided", "refused", "undecided"} - {answer["status"]}
    assert not [status for status in others if told.is_valid({**answer, "status": status})]


def test_bare_numbers_of_money() -> None:
    """An amount is text with its unit in the schema; a number is refused, as by the reader."""
    schema = validator("loan_terms")
    assert schema.is_valid({"requested": "20000.00"})
    assert schema.is_valid({"requested": None})
    for wrong in (20_000, 20_000.5, "20,000", "20000.005", "-1", "0.00", "1e4"):
        assert not schema.is_valid({"requested": wrong}), wrong


def test_facts_of_a_place() -> None:
    """A measure with the facts of a place has them in its schema."""
    measure = Bureau.of("天水市").find_measure("hardship")
    assert json_schema("hardship") == json_schema(measure)
    with pytest.raises(UnknownNameError, match="hardship"):
        json_schema("hardshp")
