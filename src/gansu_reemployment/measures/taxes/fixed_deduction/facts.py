"""The facts of a claim for fixed deduction (定额扣减), year by year."""

from datetime import date
from itertools import pairwise
from typing import Generic

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import CheckedFacts, U, fact, meaning, not_negative, positive
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.money import Yuan


class Scheme(Choice):
    """The schemes of fixed deduction (定额扣减方式)."""

    RETAIL_WHOLESALE = "零售兼营批发的商贸企业", "retail enterprise that also does wholesale"
    PROCESSING = "加工型企业", "processing enterprise or street entity"


@frozen(kw_only=True, slots=False)
class HolderYear(CheckedFacts, Generic[U]):
    """A tax year (纳税年度).

    Args:
        year: the calendar year.
        workers: certificate holders placed, with contracts of the required length and paid
            social insurance; whether a part of a year counts by months is not known.
        tax_due: enterprise income tax of the year, yuan.
    """

    year: int = field(metadata=meaning("年度", "year", positive))
    workers: int | U = fact("安置人数", "workers", not_negative)
    tax_due: Yuan | U = fact("应纳企业所得税", "income tax due", not_negative)


@frozen(kw_only=True, slots=False)
class FixedClaim(CheckedFacts, Generic[U]):
    """A claim for fixed deduction over one or more years, which follow one another.

    Args:
        years: the tax years from the first on.
        approved_on: the day of approval (审核批准之日); needed for years after 2005.
    """

    scheme: Scheme | U = fact("定额扣减方式", "scheme")
    years: tuple[HolderYear[U], ...] = field(metadata=meaning("各年度", "years"))
    approved_on: date | U = fact("审核批准之日", "day of approval")

    def contradictions(self) -> list[Fault]:
        """Return the faults that show only between the years."""
        if not self.years:
            return [Fault.at("years", _("at least one year is needed"))]
        pairs = pairwise(row.year for row in self.years)
        if any(after != before + 1 for before, after in pairs):
            return [Fault.at("years", _("each year must follow the one before"))]
        return []
