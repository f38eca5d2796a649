"""Speed of what grows with its input: a claim of 100,000 loans, further hires of 100,000 staff.

Run with ``pytest tests/benchmarks/test_scale_speed.py --benchmark-enable --dist=no``; the number in
brackets is the ratio to the fastest of its group.
"""

from datetime import date
from fractions import Fraction
from typing import Final

import pytest
from attrs import evolve
from known_facts import FIRM
from pytest_benchmark.fixture import BenchmarkFixture

from gansu_reemployment import Bureau
from gansu_reemployment.facts import BankClaim, Borrower, RegisterLoan
from gansu_reemployment.money import Yuan

SETTLED: Final = date(2003, 12, 20)
#: The whole quarter, at the benchmark rate of loans of 24 months.
DAYS: Final = 91
RATE: Final = Fraction("0.0549")
FULL: Final = 100_000
STAFF: Final = 100_000
#: 42,858 of 142,858 are 30 per cent.
NEEDED: Final = 42_858
ON: Final = date(2003, 9, 1)

#: An enterprise that has newly hired no one.
LARGE: Final = evolve(FIRM, hired=0, staff=STAFF)

bureau = Bureau.of("天水市")


def register(number: int) -> tuple[RegisterLoan, ...]:
    """Make loans of different amounts that run through the quarter."""
    return tuple(
        RegisterLoan(
            number=f"{n}",
            principal=Yuan.from_fen(1_000_000 + n),
            drawn_on=date(2003, 7, 15),
            due_on=date(2005, 7, 15),
            months=24,
            borrower=Borrower.CERTIFIED,
            micro_profit=True,
            uplift=0,
            repaid=False,
        )
        for n in range(number)
    )


def bare_claim(loans: tuple[RegisterLoan, ...]) -> Yuan:
    """Add the interest of every loan in whole fen, without reasons or balances."""
    part = RATE * DAYS / 360
    n, d = part.numerator, part.denominator
    fens = (loan.principal.fen for loan in loans if loan.principal)
    return Yuan.from_fen(sum((2 * fen * n + d) // (2 * d) for fen in fens))


@pytest.fixture(name="loans", scope="module")
def _loans(request: pytest.FixtureRequest) -> tuple[RegisterLoan, ...]:
    return register(FULL if request.config.getoption("benchmark_enable") else 100)


@pytest.mark.benchmark(group="100,000 loans in a claim")
def test_claim(benchmark: BenchmarkFixture, loans: tuple[RegisterLoan, ...]) -> None:
    """The claim of a bank, with the explained subsidy of each loan."""
    found = benchmark(bureau.interest_claim, BankClaim(settled_on=SETTLED, loans=loans), on=SETTLED)
    assert (len(loans), bare_claim(loans)) == (found.value.number, found.value.amount)


@pytest.mark.benchmark(group="100,000 loans in a claim")
def test_claim_by_hand(benchmark: BenchmarkFixture, loans: tuple[RegisterLoan, ...]) -> None:
    """The reference: the sum of the interest and nothing else."""
    assert benchmark(bare_claim, loans) > Yuan(0)


@pytest.mark.benchmark(group="further hires of 100,000 staff")
def test_needed_hires(benchmark: BenchmarkFixture) -> None:
    """The fewest further hires to the next step, of which each is a case of tax relief."""
    found = benchmark(bureau.needed_hires, LARGE, on=ON)
    assert NEEDED == found.value.hires


@pytest.mark.benchmark(group="further hires of 100,000 staff")
def test_one_relief(benchmark: BenchmarkFixture) -> None:
    """The reference: the tax relief of the same enterprise, once."""
    assert benchmark(bureau.tax_relief, LARGE, on=ON).value is not None
