"""The collecting authority by tax, and by the day of registration."""

from datetime import date

import pytest

from gansu_reemployment.measures.taxes.collector import (
    Authority,
    CollectorRules,
    Levy,
    collector,
)
from gansu_reemployment.measures.taxes.facts import Tax
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome


def work(levy: Levy, on: date = date(2009, 6, 30)) -> Outcome[Authority]:
    """Evaluate one case."""
    case = CaseWorking(on)
    return collector(case, case.read(levy), CollectorRules())


@pytest.mark.parametrize(
    ("registered_on", "pays_business_tax", "authority"),
    [
        (date(2001, 12, 31), None, Authority.LOCAL_TAX),
        (date(2001, 12, 31), False, Authority.LOCAL_TAX),
        (date(2002, 1, 1), None, Authority.STATE_TAX),
        (date(2008, 12, 31), None, Authority.STATE_TAX),
        (date(2009, 1, 1), True, Authority.LOCAL_TAX),
        (date(2009, 1, 1), False, Authority.STATE_TAX),
    ],
)
def test_income_tax_by_the_day_of_registration(
    registered_on: date,
    pays_business_tax: bool | None,  # noqa: FBT001
    authority: Authority,
) -> None:
    """From 2002 state tax offices collect it; from 2009 it follows the turnover tax."""
    levy = Levy(
        tax=Tax.ENTERPRISE_INCOME_TAX,
        registered_on=registered_on,
        pays_business_tax=pays_business_tax,
    )
    assert authority is work(levy).value


@pytest.mark.parametrize(
    ("tax", "authority"),
    [(Tax.BUSINESS_TAX, Authority.LOCAL_TAX), (Tax.FEES, Authority.COMMERCE)],
)
def test_other_taxes_whatever_the_registration(tax: Tax, authority: Authority) -> None:
    """Business tax is collected by local tax offices, fees by the commerce authority."""
    levy = Levy(tax=tax, registered_on=date(2009, 1, 1), pays_business_tax=False)
    assert authority is work(levy).value


def test_main_turnover_tax_is_asked_of_late_registrations_only() -> None:
    """Only an enterprise registered from 2009 on is asked for its main turnover tax."""
    late = Levy(tax=Tax.ENTERPRISE_INCOME_TAX, registered_on=date(2009, 1, 1))
    assert ("pays_business_tax",) == work(late).missing
