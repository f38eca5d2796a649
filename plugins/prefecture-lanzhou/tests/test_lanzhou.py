"""The rates of 兰州市 in a claim."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest
from gansu_reemployment_lanzhou import CountyContribution

from gansu_reemployment import Bureau, EntitledGroup, Group, Yuan
from gansu_reemployment.measures.subsidies.insurance.facts import Employer, InsuranceClaim

CLAIM = InsuranceClaim(
    employer=Employer.RETAIL,
    contract_years=1,
    group=EntitledGroup.LAID_OFF_SOE,
    hardship=Group.OLDER,
    new_post=True,
    wage=Yuan(2_000),
    average_wage=Yuan(16_800),
    months=3,
    months_used=0,
    retired=False,
    approved_on=date(2005, 12, 1),
    years_left_at_approval=10,
)
DAY = date(2006, 3, 31)


@pytest.mark.parametrize("place", ["兰州市", "城关区", "永登县"])
def test_employer_gets_six_percent_for_the_medical_insurance(
    place: str, bureau: Callable[..., Bureau]
) -> None:
    """Of 2,000 a month 400, 120 and 40 are repaid, 28 % in all, in every district and county."""
    value: Any = bureau(place).work("insurance_subsidy", CLAIM, on=DAY).value
    assert (Yuan(1_200), Yuan(360), Yuan(120)) == (value.pension, value.medical, value.unemployment)
    assert Yuan(1_680) == value.total
    # The person bears 8 %, 2 % and 1 %.
    assert Yuan(660) == value.own


def test_medical_insurance_is_not_counted_before_2006(bureau: Callable[..., Bureau]) -> None:
    """On the day before the second regime two insurances count, and no rate is needed."""
    value: Any = bureau("兰州市").work("insurance_subsidy", CLAIM, on=date(2005, 12, 31)).value
    assert (Yuan(0), Yuan(1_320)) == (value.medical, value.total)


def test_rate_of_another_prefecture_is_not_known(bureau: Callable[..., Bureau]) -> None:
    """A neighbour's rate is not used."""
    outcome = bureau("白银市").work("insurance_subsidy", CLAIM, on=DAY)
    assert "rule-not-known:insurance.medical_rate" in outcome.missing
    assert f"for {DAY}" in outcome.explain("en")


def test_explanation_names_the_city(bureau: Callable[..., Bureau]) -> None:
    """The explanation names the city with its rate, and marks the rate as reported."""
    told = bureau("兰州市").work("insurance_subsidy", CLAIM, on=DAY).explain("zh_CN")
    assert "医疗保险单位费率：6%（兰州市）" in told
    assert "兰州市城镇职工基本医疗保险费率规定》（转引）" in told


def test_columns_give_the_same(bureau: Callable[..., Bureau]) -> None:
    """A register of claims has the same amounts to the fen."""
    frame = pl.DataFrame(
        {
            "employer": ["retail"],
            "contract_years": [1],
            "group": ["laid_off_soe"],
            "hardship": ["older"],
            "new_post": [True],
            "wage": [200_000],
            "average_wage": [1_680_000],
            "months": [3],
            "months_used": [0],
            "months_in_contract": [0],
            "retired": [False],
            "extended": [False],
            "years_left_at_approval": [10],
            "approved_on": [date(2006, 1, 1)],
            "paid_pension": [0],
            "paid_medical": [0],
            "paid_unemployment": [0],
        }
    )
    added = bureau("兰州市").columns.work("insurance_subsidy", frame, on=DAY, money="fen")
    assert [168_000] == added["insurance_subsidy_total"].to_list()


@pytest.mark.parametrize(
    ("county", "total"), [(4_999_999, None), (5_000_000, 15_000_000), (6_000_000, 18_000_000)]
)
def test_fund_for_womens_loans(
    county: int, total: int | None, bureau: Callable[..., Bureau]
) -> None:
    """Province, city and county contribute equally, the county at least 5,000,000 yuan."""
    here, day = bureau("永登县"), date(2010, 6, 1)
    outcome = here.work("lanzhou_womens_fund", CountyContribution(county=Yuan(county)), on=day)
    frame = pl.DataFrame({"county": [county * 100]})
    added = here.columns.work("lanzhou_womens_fund", frame, on=day, money="fen")

    assert total == (int(outcome.value.total.fen / 100) if outcome.value else None)
    assert [None if total is None else total * 100] == added["lanzhou_womens_fund_total"].to_list()
    assert "（兰州市）" in outcome.explain("zh_CN")
