"""The two schemes of 2,000 yuan a person and year (定额扣减), first regime.

Retail enterprises that also do wholesale (财税[2003]133号), and processing labour-service
enterprises and street or community entities (财税[2003]192号), take 2,000 yuan off their
enterprise income tax for each certificate holder placed. What a year cannot use is carried:
by the first scheme to the end of 2005, by the second for two years. The tax office
(税务机关) decides.

>>> from datetime import date
>>> claim = FixedClaim(
...     scheme=Scheme.PROCESSING,
...     years=(
...         HolderYear(year=2003, workers=10, tax_due=Yuan(5_000)),
...         HolderYear(year=2004, workers=10, tax_due=Yuan(30_000)),
...     ),
... )
>>> case = CaseWorking(on=date(2004, 12, 31))
>>> for row in fixed_deduction(case, claim, FixedDeductionRules()).value.years:
...     print(row.year, row.entitled, row.deducted, row.carried)
2003 20000.00 5000.00 15000.00
2004 20000.00 30000.00 5000.00
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, Unknown, fact, not_negative, positive
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.taxes import CAISHUI_2003_133, CAISHUI_2003_192
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Reason

_FIRST = date(2003, 1, 1)
_RETAIL = CAISHUI_2003_133.at("第三条")
_PROCESSING = CAISHUI_2003_192.at("第一条")
_ZERO = Yuan(0)

BEFORE_FIRST_YEAR = Reason("before-first-year", _("A year lies before the scheme began."))
AFTER_LAST_YEAR = Reason("after-last-year", _("A year lies after the scheme's last year."))


class Scheme(Choice):
    """The schemes of fixed deduction (定额扣减方式)."""

    RETAIL_WHOLESALE = "零售兼营批发的商贸企业", "retail enterprise that also does wholesale"
    PROCESSING = "加工型企业", "processing enterprise or street entity"


@frozen(kw_only=True, slots=False)
class HolderYear(CheckedFacts):
    """A tax year (纳税年度).

    Args:
        year: the calendar year.
        workers: certificate holders placed, with contracts of the required length and paid
            social insurance; whether part years count by months is not known.
        tax_due: enterprise income tax of the year, yuan.

    Raises:
        InvalidFactsError: with every fault.
    """

    year: int = fact("年度", "year", positive)
    workers: int | None = fact("安置人数", "workers", not_negative)
    tax_due: Yuan | None = fact("应纳企业所得税", "income tax due", not_negative)


@frozen(kw_only=True, slots=False)
class FixedClaim(CheckedFacts):
    """A claim for fixed deduction over one or more years, which follow one another.

    Args:
        scheme: 定额扣减方式.
        years: the tax years from the first on.

    Raises:
        InvalidFactsError: with every fault.
    """

    scheme: Scheme | None = fact("定额扣减方式", "scheme")
    years: tuple[HolderYear, ...] = fact("各年度", "years")

    def contradictions(self) -> list[Fault]:
        """Give the faults that show only between the years."""
        if not self.years:
            return [Fault.at("years", _("at least one year is needed"))]
        pairs = pairwise(row.year for row in self.years)
        if any(after != before + 1 for before, after in pairs):
            return [Fault.at("years", _("each year must follow the one before"))]
        return []


@frozen
class DeductionYear:
    """One year's deduction in yuan; *carried* goes on to the next year, *expired* is lost."""

    year: int = fact("年度", "year")
    entitled: Yuan = fact("当年定额", "entitled")
    deducted: Yuan = fact("扣减额", "deducted")
    payable: Yuan = fact("应纳税额", "tax payable")
    expired: Yuan = fact("到期未扣", "expired")
    carried: Yuan = fact("结转下年", "carried")


@frozen
class FixedDeduction:
    """The deduction year by year."""

    years: tuple[DeductionYear, ...] = fact("各年度扣减", "deduction by year")


@rule_table("fixed_deduction", checked=date(2026, 11, 23))
class FixedDeductionRules:
    """The rules of the two schemes."""

    retail_amount: Rule[Yuan] = stated(
        "零售兼营批发企业每人每年定额",
        "amount per person and year, retail with wholesale",
        Provision(_FIRST, Yuan(2_000), _RETAIL),
    )
    processing_amount: Rule[Yuan] = stated(
        "加工型企业每人每年定额",
        "amount per person and year, processing",
        Provision(_FIRST, Yuan(2_000), _PROCESSING),
    )
    first_year: Rule[int] = stated(
        "加工型企业首个扣减年度",
        "first year of deduction, processing",
        Provision(_FIRST, 2003, _PROCESSING),
    )
    retail_first_year: Rule[int] = stated(
        "零售兼营批发企业首个扣减年度",
        "first year of deduction, retail with wholesale",
        # The year is that of the notice, whose day is reported.
        Provision(_FIRST, 2003, CAISHUI_2003_133.at("第三条", Standing.REPORTED)),
    )
    retail_last_year: Rule[int] = stated(
        "零售兼营批发企业最后扣减年度",
        "last year of deduction, retail with wholesale",
        Provision(_FIRST, 2005, _RETAIL),
    )
    processing_carry: Rule[int] = stated(
        "加工型企业结转年数",
        "years that unused amounts are carried, processing",
        Provision(_FIRST, 2, _PROCESSING),
    )
    oldest_first: Reading = reading(
        "先扣减以前年度结转额",
        "the oldest amounts are used first",
        cited(_FIRST, CAISHUI_2003_192.at("第一条", Standing.ASSUMED)),
    )


@frozen
class _Lot:
    """An amount granted for one year, as far as it is still unused."""

    amount: Yuan
    last_year: int


def fixed_deduction(
    w: CaseWorking, x: FixedClaim, rules: FixedDeductionRules
) -> Outcome[FixedDeduction]:
    """Deduct 2,000 yuan a person from the income tax, year after year (定额扣减).

    For single cases only: what is unused is carried from year to year. Refused are years
    before 2003 and, in the first scheme, after 2005.
    """
    open_ = _unknown(x)
    if open_:
        return w.outcome(Unknown(open_))
    retail = x.scheme is Scheme.RETAIL_WHOLESALE
    amount: Yuan = w.use(rules.retail_amount if retail else rules.processing_amount)
    first = rules.retail_first_year if retail else rules.first_year
    w.require(first, x.years[0].year >= w.use(first), BEFORE_FIRST_YEAR)
    if retail:
        last: int = w.use(rules.retail_last_year)
        w.require(rules.retail_last_year, x.years[-1].year <= last, AFTER_LAST_YEAR)
        ends = {row.year: last for row in x.years}
    else:
        carry: int = w.use(rules.processing_carry)
        ends = {row.year: row.year + carry for row in x.years}
    w.cite(rules.oldest_first)
    return w.outcome(FixedDeduction(tuple(_rows(x.years, amount, ends))))


def _unknown(x: FixedClaim) -> tuple[str, ...]:
    years = enumerate(x.years)
    inner = (f"years[{n}].{name}" for n, row in years for name in row.unknown)
    return (*x.unknown, *inner)


def _rows(
    years: tuple[HolderYear, ...], amount: Yuan, ends: dict[int, int]
) -> Iterator[DeductionYear]:
    lots: list[_Lot] = []
    for row in years:
        assert row.workers is not None and row.tax_due is not None  # noqa: S101, PT018
        entitled = amount * row.workers
        lots, deducted = _take([*lots, _Lot(entitled, ends[row.year])], row.tax_due)
        kept = [lot for lot in lots if lot.last_year > row.year]
        carried = _sum(kept)
        payable = row.tax_due - deducted
        yield DeductionYear(row.year, entitled, deducted, payable, _sum(lots) - carried, carried)
        lots = kept


def _take(lots: list[_Lot], due: Yuan) -> tuple[list[_Lot], Yuan]:
    """Use the oldest lots first; give what is left of them, and the sum used."""
    left: list[_Lot] = []
    open_ = due
    for lot in lots:
        used = min(lot.amount, open_)
        open_ -= used
        left.append(_Lot(lot.amount - used, lot.last_year))
    return left, due - open_


def _sum(lots: list[_Lot]) -> Yuan:
    return sum((lot.amount for lot in lots), _ZERO)


FIXED_DEDUCTION: Measure[FixedClaim, FixedDeduction] = Measure(
    "fixed_deduction",
    "定额扣减",
    "fixed deduction",
    fixed_deduction,
    FixedClaim,
    FixedDeductionRules,
    columns=False,
)
