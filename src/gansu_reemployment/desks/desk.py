"""What every desk of a bureau works with (窗口的共同部分)."""

from datetime import date
from typing import Any, TypeVar

from gansu_reemployment.dates import need_plain
from gansu_reemployment.facts import CheckedFacts
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Basis, Outcome

T = TypeVar("T")


class Desk:
    """A place with its rules, and the working of a measure on them."""

    region: Region
    rulebook: Rulebook
    host: Host

    def basis(self, measure: Measure[Any, Any]) -> Basis:
        """Give what a working of *measure* rests on here."""
        raise NotImplementedError

    def _decide(self, measure: Measure[Any, T], facts: CheckedFacts, on: date) -> Outcome[T]:
        if type(on) is not date:
            need_plain(on)
        case = CaseWorking(on, self.basis(measure))
        view = case.read(facts)
        given = view if measure.columns else facts
        outcome: Outcome[T] = measure.work(case, given, self.rulebook.of(measure.rules))
        return outcome
