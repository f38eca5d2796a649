"""Speed of a breakdown over 3,000 counties with floors and caps, beside plain Python and a package.

Run with ``pytest tests/benchmarks --benchmark-enable --dist=no``; the number in brackets is the
ratio to the fastest of its group.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from random import Random

import pytest
from apportionment import methods as apportionment
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.measures.targets.breakdown.apportion import Split, by_dhondt, by_remainder
from gansu_reemployment.measures.targets.facts import Factor, Target
from gansu_reemployment.plugins.loading import load_host

DAY = date(2003, 6, 10)
COUNTIES = 3_000
TOTAL = 8_000_000
_RANDOM = Random(20030610)  # noqa: S311 - a fixed sample, no secret
WEIGHTS = {f"county {number}": _RANDOM.randint(1, 1_000_000) for number in range(COUNTIES)}
PEOPLE = {county: _RANDOM.randint(1, 1_000_000) for county in WEIGHTS}
FLOORS = dict.fromkeys(WEIGHTS, 800)
CAPS = dict.fromkeys(WEIGHTS, 4_500)
PROVINCES = 30


def plain(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Divide by the largest remainder in plain Python, without bounds or explanation."""
    whole = sum(weights.values())
    parts = {unit: divmod(total * weight, whole) for unit, weight in weights.items()}
    cells = {unit: part for unit, (part, _rest) in parts.items()}
    order = sorted(parts, key=lambda unit: -parts[unit][1])
    for unit in order[: total - sum(cells.values())]:
        cells[unit] += 1
    return cells


def plain_bounded(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Divide within floors and caps in plain Python, in floats until the last step."""
    low, high = 0.0, total / min(weights.values())
    for _turn in range(100):
        middle = (low + high) / 2
        given = sum(min(CAPS[u], max(FLOORS[u], middle * w)) for u, w in weights.items())
        low, high = (middle, high) if given < total else (low, middle)
    shares = {u: min(CAPS[u], max(FLOORS[u], low * w)) for u, w in weights.items()}
    cells = {unit: int(share) for unit, share in shares.items()}
    order = sorted(shares, key=lambda unit: cells[unit] - shares[unit])
    for unit in order[: total - sum(cells.values())]:
        cells[unit] += 1
    return cells


@pytest.fixture(name="bureau", scope="module")
def _bureau() -> Bureau:
    return Bureau.of(host=load_host([]))


@pytest.mark.benchmark(group="3,000 counties by weight")
def test_plain_function(benchmark: BenchmarkFixture) -> None:
    """The function on whole numbers, with bounds at hand but not used."""
    cells = benchmark(lambda: by_remainder(Split(total=TOTAL, weights=WEIGHTS)))
    assert plain(TOTAL, WEIGHTS) == cells


@pytest.mark.benchmark(group="3,000 counties by weight")
def test_plain_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: the method and nothing else."""
    assert TOTAL == sum(benchmark(plain, TOTAL, WEIGHTS).values())


@pytest.mark.benchmark(group="3,000 counties by weight")
def test_plain_by_package(benchmark: BenchmarkFixture) -> None:
    """The package apportionment, in its floats."""
    votes = list(WEIGHTS.values())
    cells = benchmark(apportionment.compute, "hamilton", votes, TOTAL, parties=list(WEIGHTS))
    assert TOTAL == sum(cells)


@pytest.mark.benchmark(group="3,000 counties with floors and caps")
def test_bounded(benchmark: BenchmarkFixture) -> None:
    """The function with a floor and a cap for every county."""
    cells = benchmark(
        lambda: by_remainder(Split(total=TOTAL, weights=WEIGHTS, floors=FLOORS, caps=CAPS))
    )
    assert TOTAL == sum(cells.values())


@pytest.mark.benchmark(group="3,000 counties with floors and caps")
def test_bounded_by_hand(benchmark: BenchmarkFixture) -> None:
    """The reference: bisection in floats."""
    cells = benchmark(plain_bounded, TOTAL, WEIGHTS)
    exact = by_remainder(Split(total=TOTAL, weights=WEIGHTS, floors=FLOORS, caps=CAPS))
    assert all(abs(cells[county] - exact[county]) <= 1 for county in WEIGHTS)


@pytest.mark.benchmark(group="3,000 counties with floors and caps")
def test_bounded_by_dhondt(benchmark: BenchmarkFixture) -> None:
    """Another method on the same bounds."""
    cells = benchmark(
        lambda: by_dhondt(Split(total=TOTAL, weights=WEIGHTS, floors=FLOORS, caps=CAPS))
    )
    assert TOTAL == sum(cells.values())


@pytest.mark.benchmark(group="3,000 counties, explained")
def test_explained(benchmark: BenchmarkFixture, bureau: Bureau) -> None:
    """The measure: two factors, floors, caps, lots, and the quota of every county."""
    target = Target(
        total=TOTAL,
        factors=(
            Factor(weights=WEIGHTS, share=Fraction(1, 2)),
            Factor(weights=PEOPLE, share=Fraction(1, 2)),
        ),
        floors=FLOORS,
        caps=CAPS,
        lot=50,
    )
    outcome = benchmark(bureau.breakdown, target, on=DAY)
    assert outcome.value is not None
    assert TOTAL == sum(outcome.value.allocation.values())


@pytest.mark.benchmark(group="3,000 counties, explained")
def test_two_levels(benchmark: BenchmarkFixture, bureau: Bureau) -> None:
    """The counties below thirty provinces."""
    provinces = {f"province {number}": 0 for number in range(PROVINCES)}
    parents = {county: f"province {n % PROVINCES}" for n, county in enumerate(WEIGHTS)}
    for county, province in parents.items():
        provinces[province] += WEIGHTS[county]
    factor = Factor(weights={**provinces, **WEIGHTS})
    target = Target(total=TOTAL, factors=(factor,), parents=parents)
    outcome = benchmark(bureau.breakdown, target, on=DAY)
    assert outcome.value is not None
    assert 2 * TOTAL == sum(outcome.value.allocation.values())
