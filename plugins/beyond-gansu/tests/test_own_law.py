"""What only these places have: the borrowers of Shenzhen, and the payers of Shenyang."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest
from attrs import asdict
from gansu_reemployment_beyond_gansu.shenyang import Creator, Payers, SubsidisedPost

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.measures.loans.loan.terms import LoanApplication

LOAN = LoanApplication(
    born_on=date(1963, 3, 1),
    certified=True,
    partners=1,
    requested=Yuan(20_000),
    months=24,
    micro_profit=True,
)


@pytest.mark.parametrize(
    ("on", "registered", "resident", "codes"),
    [
        (date(2003, 9, 7), False, False, ()),
        (date(2003, 9, 8), True, True, ()),
        (date(2003, 9, 8), False, True, ("shenzhen-not-registered",)),
        (date(2003, 9, 8), False, False, ("shenzhen-not-registered", "shenzhen-not-resident")),
    ],
)
def test_borrowers_of_shenzhen(
    on: date,
    registered: bool,  # noqa: FBT001
    resident: bool,  # noqa: FBT001
    codes: tuple[str, ...],
    bureau: Callable[..., Bureau],
) -> None:
    """From 8 September 2003 a borrower needs the unemployment card and a household of the city."""
    here = bureau("深圳市")
    facts = here.find_measure("loan_terms").facts(
        **asdict(LOAN, recurse=False), registered=registered, resident=resident
    )
    assert codes == tuple(refusal.code for refusal in here.loan_terms(facts, on=on).refusals)


def test_only_shenzhen_asks(bureau: Callable[..., Bureau]) -> None:
    """Elsewhere no such fact is missing."""
    day = date(2003, 10, 1)
    own = {"registered", "resident"}
    assert own <= set(bureau("深圳市").loan_terms(LOAN, on=day).missing)
    assert own.isdisjoint(bureau("青岛市").loan_terms(LOAN, on=day).missing)


@pytest.mark.parametrize(
    ("creator", "city", "district"), [(Creator.CITY, 300, 0), (Creator.DISTRICT, 190, 110)]
)
def test_payers_of_shenyang(
    creator: Creator, city: int, district: int, bureau: Callable[..., Bureau]
) -> None:
    """Of 200 and 100 for a district's post the city pays 120 and 70."""
    here, day = bureau("沈阳市"), date(2006, 3, 1)
    post = SubsidisedPost(creator=creator, post=Yuan(200), insurance=Yuan(100))
    assert (
        Payers(city=Yuan(city), district=Yuan(district))
        == here.work("shenyang_payers", post, on=day).value
    )
    frame = pl.DataFrame({"creator": [creator.code], "post": [20_000], "insurance": [10_000]})
    added = here.columns.work("shenyang_payers", frame, on=day, money="fen")
    assert [district * 100] == added["shenyang_payers_district"].to_list()


def test_measure_of_shenyang_is_nowhere_else(bureau: Callable[..., Bureau]) -> None:
    """Another city has no such measure."""
    with pytest.raises(UnknownNameError):
        bureau("深圳市").find_measure("shenyang_payers")
