"""The published average wage of a place, on which subsidies rest (当地平均工资)."""

from collections.abc import Mapping
from typing import Final

from gansu_reemployment.law import Rule
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working import CaseWorking, Incomplete

#: The digits of a code that name the prefecture.
_PREFECTURE: Final = slice(0, 4)


def wages_of_place(w: CaseWorking, wages: Mapping[str, Rule[Yuan]]) -> Rule[Yuan]:
    """Return the rule with the yearly wages of the place; a county takes its prefecture's (当地).

    Raises:
        Incomplete: no wage of the place is known for any year: it is a missing fact.
    """
    place = w.basis.region or NATION_ID
    prefecture = f"{place[_PREFECTURE]}00"
    found = wages.get(place) or wages.get(prefecture)
    if found is None:
        raise Incomplete("average_wage")
    return found
