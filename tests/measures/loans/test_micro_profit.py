"""The list of micro-profit projects."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from lacking import lacking

from gansu_reemployment import Bureau
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.measures.loans.micro_profit import (
    MicroProfit,
    MicroProfitRules,
    Project,
    find_micro_profit,
    micro_profit,
)
from gansu_reemployment.testing.worked_cases import Result

DAY = date(2003, 7, 15)


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """The worked cases come out as given."""
    assert [] == [(r.vector.name, r.failures) for r in run_vectors("micro_profit") if r.failures]


def test_nineteen_items() -> None:
    """The list has nineteen items, numbered from one."""
    numbers = [item.number for item in MicroProfit]
    assert list(range(1, 20)) == numbers[:19]
    assert {None} == set(numbers[19:])


@pytest.mark.parametrize("name", ["理发", "hairdressing", "HAIRDRESSING"])
def test_found_by_name_or_code(name: str) -> None:
    """A project is found by its Chinese name or its code."""
    assert MicroProfit.HAIRDRESSING is find_micro_profit(name)


def test_nearest_name_is_told() -> None:
    """The error for an unknown name lists the nearest names."""
    with pytest.raises(UnknownNameError) as caught:
        find_micro_profit("餐饮")
    assert "餐饮服务" in caught.value.near


def test_every_item_is_one() -> None:
    """Each of the nineteen is a micro-profit project in a community, and no other business."""
    bureau = Bureau.of("全国")
    found = {
        item: bureau.micro_profit(Project(item=item, in_community=True), on=DAY).value
        for item in MicroProfit
    }
    assert set(list(MicroProfit)[19:]) == {item for item, listed in found.items() if not listed}


@pytest.mark.parametrize(
    ("item", "before", "after"),
    [
        (MicroProfit.HAIRDRESSING, True, True),
        (MicroProfit.RETAIL, False, True),
        (MicroProfit.DECORATION, False, True),
        (MicroProfit.AGRICULTURAL_RESEARCH, False, True),
        (MicroProfit.PLANTING, False, True),
        (MicroProfit.PROCESSING, False, True),
        (MicroProfit.LIVESTOCK, False, True),
        (MicroProfit.OTHER, False, True),
        (MicroProfit.RESTRICTED, False, False),
    ],
)
@pytest.mark.parametrize("place", ["甘肃省", "天水市"])
def test_gansu_takes_every_business_but_the_restricted_from_2006(
    place: str,
    item: MicroProfit,
    before: bool,  # noqa: FBT001
    after: bool,  # noqa: FBT001
) -> None:
    """The list of the province applies from 12 January 2006."""
    project = Project(item=item, in_community=True)
    bureau = Bureau.of(place)
    found = [
        bool(bureau.micro_profit(project, on=on).value)
        for on in (date(2006, 1, 11), date(2006, 1, 12))
    ]
    assert [before, after] == found


def test_the_province_decides_from_2006() -> None:
    """From 2006-01-12 no list is known unless the region sets one."""
    project = Project(item=MicroProfit.HAIRDRESSING, in_community=True)
    bureau = Bureau.of("全国")
    assert bureau.micro_profit(project, on=date(2006, 1, 11)).value
    outcome = bureau.micro_profit(project, on=date(2006, 1, 12))
    assert {"micro_profit.items": date(2006, 1, 12)} == lacking(outcome)


def test_refused_beside_the_unknown_list() -> None:
    """A business outside the communities is refused whatever the list says."""
    project = Project(item=MicroProfit.HAIRDRESSING, in_community=False)
    outcome = Bureau.of("全国").micro_profit(project, on=date(2006, 1, 12))
    assert ["not-in-community"] == [refusal.code for refusal in outcome.refusals]
    assert {"micro_profit.items": date(2006, 1, 12)} == lacking(outcome)


def test_columns(both: Any) -> None:
    """Columns agree with cases."""
    project = Project(item=MicroProfit.CATERING, in_community=True)
    projects = [
        project,
        evolve(project, item=MicroProfit.OTHER),
        evolve(project, in_community=False),
        evolve(project, item=None),
        evolve(project, in_community=None),
    ]
    cases, rows = both(micro_profit, projects, DAY, MicroProfitRules())
    assert cases == rows
