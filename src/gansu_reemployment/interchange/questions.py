"""Questions in order (逐项询问): the next fact that can still change the answer.

>>> from datetime import date
>>> from gansu_reemployment import Bureau
>>> asked = Interview(Bureau.of("天水市"), "micro_profit", date(2003, 7, 1))
>>> asked.question.name
'item'
>>> asked.answer("item", "repair")
>>> asked.question.name
'in_community'
>>> asked.answer("in_community", True)
>>> asked.question, asked.outcome.value
(None, True)
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
from attrs import define, field, frozen

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.fact_model import FactField, describe, types_of
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.interchange.requests import read_at
from gansu_reemployment.interchange.schemas import json_schema
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome


@frozen
class Question:
    """A question about one fact: its name, its terms and the JSON Schema of its value."""

    name: str
    zh: str
    en: str
    schema: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return the question in JSON's own types."""
        return attrs.asdict(self, recurse=False)


@define
class Interview:
    """A case that is completed fact by fact.

    *known* are the answered facts, in JSON's own types; *not_known* are the names of those whose
    answer is unknown. A refused case has no further question.
    """

    bureau: Bureau
    measure: str
    on: date
    known: dict[str, Any] = field(factory=dict)
    not_known: set[str] = field(factory=set)

    @property
    def outcome(self) -> Outcome[Any] | None:
        """The outcome of the known facts; ``None`` while a required fact is missing.

        Raises:
            InvalidFactsError: known facts have faults.
        """
        if self._needed():
            return None
        kind = self._measure.facts
        facts = read_facts(kind, self.known, path="facts")
        return self.bureau.work(self.measure, facts, on=self.on)

    @property
    def question(self) -> Question | None:
        """The next question; ``None`` if no answer can change the outcome, or none is known.

        Raises:
            InvalidFactsError: known facts have faults.
        """
        outcome = self.outcome
        missing = self._needed() if outcome is None else list(outcome.missing)
        if outcome is not None and outcome.refusals:
            return None
        fields = {one.name: one for one in describe(self._measure.facts)}
        asked = [name for name in missing if name in fields and name not in self.not_known]
        return self._question(fields[asked[0]]) if asked else None

    def answer(self, name: str, value: Any) -> None:
        """Enter an answer; ``None`` means that the fact is not known.

        Raises:
            InvalidFactsError: the value has faults, alone or beside the others; it is not entered.
        """
        if value is None:
            self.not_known.add(name)
            return
        read_at(f"facts.{name}", types_of(self._measure.facts)[name], value)
        tried = attrs.evolve(self, known={**self.known, name: value})
        _ = tried.outcome
        self.known[name] = value

    @property
    def _measure(self) -> Measure[Any, Any]:
        return self.bureau.find_measure(self.measure)

    def _needed(self) -> list[str]:
        """Return the names of the required facts that are still missing."""
        required: list[str] = json_schema(self._measure)["required"]
        return [name for name in required if name not in self.known]

    def _question(self, one: FactField) -> Question:
        whole = json_schema(self._measure)
        schema = whole["properties"][one.name]
        defs = {"$defs": whole["$defs"]} if "$defs" in whole else {}
        return Question(one.name, one.zh, one.en, {**schema, **defs})
