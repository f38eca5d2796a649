"""A fact that a case does not need changes nothing, whatever it is.

A worked case states the facts that its outcome needs. When the others are known too, no formula is
translated: the text itself runs, and the outcome is the same.
"""

from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Any, get_args

import attrs
import pytest
from drawn import held

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import types_of
from gansu_reemployment.testing.worked_cases import Vector, own_files, read_vectors
from gansu_reemployment.working.outcome import Outcome

#: The worked cases of each file whose measure is a formula.
FILES = {
    path.stem: vectors for path in own_files() if (vectors := read_vectors(path))[0].measure.columns
}
#: How often the other facts of a case are drawn, and how often drawing is tried.
TIMES, TRIES = 3, 100


def with_every_fact(vector: Vector) -> Iterator[Outcome[Any]]:
    """Yield the outcomes of a case with its other facts drawn, where they fit together."""
    draw = Random(vector.name)  # noqa: S311 - fixed facts, no secret
    bureau = vector._bureau()
    facts = vector.read_facts(bureau)
    hints = types_of(type(facts))
    for _try in range(TRIES):
        drawn = {name: held(draw, get_args(hints[name])[0]) for name in facts.unknown}
        try:
            yield bureau.work(vector.measure.name, attrs.evolve(facts, **drawn), on=vector.on)
        except InvalidFactsError:
            continue


@pytest.mark.parametrize("name", FILES)
def test_other_facts_change_nothing(name: str) -> None:
    """A worked case with the facts that were not asked for has the same outcome."""
    for vector in FILES[name]:
        expected = vector.run().outcome
        if not expected.missing:
            for outcome in islice(with_every_fact(vector), TIMES):
                assert outcome.value == expected.value, vector.name
                assert outcome.refusals == expected.refusals, vector.name


def test_other_facts_are_drawn() -> None:
    """Nearly every worked case with an answer can be completed."""
    answered = [v for file in FILES.values() for v in file if not v.run().outcome.missing]
    full = [v for v in answered if next(with_every_fact(v), None) is not None]
    assert len(full) > 0.9 * len(answered) > 100
