"""What only these places have: the borrowers of Shenzhen, and the payers of Shenyang."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest
from attrs import asdict
from gansu_reemployment_beyond_gansu.shenyang import Creator, Payers, SubsidisedPost
from gansu_reemployment_beyond_gansu.shenzhen import HiredMonths, Work

from gansu_reemployment import Bureau, EntitledGroup, Group, Yuan
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.facts import Employer, InsuranceClaim
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
        **asdict(LOAN, recurse=False), registered=registered, resident=resident, working_age=True
    )
    assert codes == tuple(refusal.code for refusal in here.loan_terms(facts, on=on).refusals)


def test_only_shenzhen_asks(bureau: Callable[..., Bureau]) -> None:
    """Elsewhere no such fact is missing."""
    day = date(2003, 10, 1)
    own = {"registered", "resident", "working_age"}
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


@pytest.mark.parametrize(
    ("work", "day", "paid"),
    [
        (Work.HIRED, date(2006, 5, 15), 600),
        (Work.BOUGHT, date(2006, 5, 15), 1_500),
        (Work.HIRED, date(2006, 5, 14), None),
    ],
)
def test_award_of_shenzhen(
    work: Work, day: date, paid: int | None, bureau: Callable[..., Bureau]
) -> None:
    """From 15 May 2006 three months are paid 600, or 1,500 for work that the government buys."""
    outcome = bureau("深圳市").work("shenzhen_award", HiredMonths(work=work, months=3), on=day)
    assert (None if paid is None else Yuan(paid)) == outcome.value


def test_working_age_of_shenzhen(bureau: Callable[..., Bureau]) -> None:
    """A borrower is of legal working age, which the applicant states."""
    here = bureau("深圳市")
    facts = here.find_measure("loan_terms").facts(
        **asdict(LOAN, recurse=False), registered=True, resident=True, working_age=False
    )
    refused = here.loan_terms(facts, on=date(2003, 9, 8)).refusals
    assert ["shenzhen-not-of-working-age"] == [refusal.code for refusal in refused]


FLEXIBLE = InsuranceClaim(
    employer=Employer.FLEXIBLE,
    group=EntitledGroup.LAID_OFF_SOE,
    hardship=Group.OLDER,
    months=3,
    months_used=0,
    retired=False,
    paid_pension=Yuan(140),
    paid_medical=Yuan(50),
    paid_unemployment=Yuan(10),
    months_in_contract=0,
    extended=False,
    years_left_at_approval=9,
    approved_on=date(2006, 1, 1),
)


@pytest.mark.parametrize("day", [date(2006, 3, 31), date(2007, 12, 31)])
def test_flexible_workers_of_shenyang(day: date, bureau: Callable[..., Bureau]) -> None:
    """Of 140 a month for the pension 60 % is paid, and nothing of the other insurances."""
    outcome = bureau("沈阳市").insurance_subsidy(FLEXIBLE, on=day)
    assert outcome.value is not None
    assert (Yuan(252), Yuan(0), Yuan(0)) == (
        outcome.value.total,
        outcome.value.medical,
        outcome.value.unemployment,
    )
    assert Yuan(600) == outcome.value.total + outcome.value.own
    assert "沈阳市2006年就业再就业规定" in outcome.explain("zh_CN")


def test_flexible_workers_of_shenyang_in_a_frame(bureau: Callable[..., Bureau]) -> None:
    """A frame has the same amount, and the day after the rule none is known."""
    here = bureau("沈阳市")
    read = [column.name for column in here.columns.schema("insurance_subsidy")]
    values = {name: getattr(FLEXIBLE, name) for name in read}
    row = {n: v.fen if isinstance(v, Yuan) else getattr(v, "code", v) for n, v in values.items()}
    frame = pl.DataFrame([row])
    added = here.columns.insurance_subsidy(frame, on=date(2007, 12, 31), money="fen")
    assert [25_200] == added["insurance_subsidy_total"].to_list()
    after = here.insurance_subsidy(FLEXIBLE, on=date(2008, 1, 1))
    assert ("rule-not-known:insurance.flexible_ratio",) == after.missing
