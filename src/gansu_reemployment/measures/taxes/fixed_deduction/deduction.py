"""The two schemes of 2,000 yuan a person and year (定额扣减), first regime.

Retail enterprises that also do wholesale (财税[2003]133号), and processing labour-service
enterprises and street or community entities (财税[2003]192号), take 2,000 yuan off their
enterprise income tax for each certificate holder whom they place. What a year leaves unused is
carried: by the first scheme to the end of 2005, by the second for two years. Of the second
scheme, what was approved by the end of 2005 runs for three years. The tax office
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

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, Generic

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import (
    CheckedFacts,
    Known,
    U,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Reason, Undecided

CAISHUI_2003_133: Final = find_instrument("财税[2003]133号")
CAISHUI_2003_192: Final = find_instrument("财税[2003]192号")

_FIRST = date(2003, 1, 1)
_RETAIL = CAISHUI_2003_133.at("第三条")
_PROCESSING = CAISHUI_2003_192.at("第一条")
_TERM = CAISHUI_2003_192.at("第三条", Standing.ASSUMED)
_COVERED = _("That the article covers the schemes of fixed deduction is a reading.")

BEFORE_FIRST_YEAR = Reason("before-first-year", _("A year lies before the scheme began."))
APPROVED_TOO_LATE = Reason(
    "approved-too-late", _("The relief begins after the last day of approvals.")
)
AFTER_LAST_YEAR = Reason("after-last-year", _("A year lies after the scheme's last year."))


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

    Raises:
        InvalidFactsError: with every fault.
    """

    year: int = fact("年度", "year", positive)
    workers: int | U = fact("安置人数", "workers", not_negative)
    tax_due: Yuan | U = fact("应纳企业所得税", "income tax due", not_negative)


@frozen(kw_only=True, slots=False)
class FixedClaim(CheckedFacts, Generic[U]):
    """A claim for fixed deduction over one or more years, which follow one another.

    Args:
        scheme: 定额扣减方式.
        years: the tax years from the first on.
        approved_on: the day of approval (审核批准之日); needed for years after 2005.

    Raises:
        InvalidFactsError: with every fault.
    """

    scheme: Scheme | U = fact("定额扣减方式", "scheme")
    years: tuple[HolderYear[U], ...] = fact("各年度", "years")
    approved_on: date | U = fact("审核批准之日", "day of approval")

    def contradictions(self) -> list[Fault]:
        """Return the faults that show only between the years."""
        if not self.years:
            return [Fault.at("years", _("at least one year is needed"))]
        pairs = pairwise(row.year for row in self.years)
        if any(after != before + 1 for before, after in pairs):
            return [Fault.at("years", _("each year must follow the one before"))]
        return []


@frozen
class DeductionYear:
    """One year's deduction in yuan: *carried* goes to the next year, *expired* is lost."""

    year: int = result_field("年度", "year")
    entitled: Yuan = result_field("当年定额", "entitled")
    deducted: Yuan = result_field("扣减额", "deducted")
    payable: Yuan = result_field("应纳税额", "tax payable")
    expired: Yuan = result_field("到期未扣", "expired")
    carried: Yuan = result_field("结转下年", "carried")


@frozen
class FixedDeduction:
    """The deduction year by year."""

    years: tuple[DeductionYear, ...] = result_field("各年度扣减", "deduction by year")


@rule_table("fixed_deduction", checked=date(2026, 11, 27))
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
    entry_until: Rule[date] = stated(
        "加工型企业审核批准截止日",
        "last day of approval, processing",
        Provision(_FIRST, date(2005, 12, 31), _TERM, note=_COVERED),
    )
    term_years: Rule[int] = stated(
        "加工型企业扣减期限（年）",
        "term in years, processing",
        Provision(_FIRST, 3, _TERM, note=_COVERED),
    )
    oldest_first: Reading = reading(
        "先扣减以前年度结转额",
        "the oldest amounts are used first",
        cited(_FIRST, CAISHUI_2003_192.at("第一条", Standing.ASSUMED)),
    )


@measure("定额扣减", "fixed deduction", columns=False)
def fixed_deduction(
    w: CaseWorking, claim: FixedClaim, rules: FixedDeductionRules
) -> FixedDeduction:
    """Deduct 2,000 yuan a person from the income tax, year after year (定额扣减).

    A case function: what one year leaves unused goes to the next. Refused are years before
    2003 and, in the first scheme, after 2005; in the second, years beyond the term.
    """
    view = w.read(claim)
    check_years(w, view, rules)
    check_term(w, claim, rules)
    unknown = tuple(unknown_facts(w, claim, rules))
    if unknown:
        raise Undecided(*unknown)
    return deducted(w, view, rules)


@formula
def check_years(w: Working, claim: FixedClaim[Known], rules: FixedDeductionRules) -> None:
    """Refuse a claim that begins before the scheme, or ends after its last year (扣减年度)."""
    first, last = claim.years[0].year, claim.years[-1].year
    match claim.scheme:
        case Scheme.RETAIL_WHOLESALE:
            begun = first >= w.use(rules.retail_first_year)
            w.require(rules.retail_first_year, begun, BEFORE_FIRST_YEAR)
            running = last <= w.use(rules.retail_last_year)
            w.require(rules.retail_last_year, running, AFTER_LAST_YEAR)
        case Scheme.PROCESSING:
            w.require(rules.first_year, first >= w.use(rules.first_year), BEFORE_FIRST_YEAR)


def check_term(w: CaseWorking, claim: FixedClaim, rules: FixedDeductionRules) -> None:
    """Refuse years beyond the term of a processing enterprise (扣减期限).

    Where the day of approval is unknown, the last one gives the latest end.
    """
    if claim.scheme is not Scheme.PROCESSING or not after_approvals(w, claim, rules):
        return
    first, last, entry = claim.years[0].year, claim.years[-1].year, w.use(rules.entry_until)
    approved = entry if claim.approved_on is None else claim.approved_on
    ends = w.last_day(approved, w.use(rules.term_years))
    w.require(rules.term_years, last <= ends.year, AFTER_LAST_YEAR)
    if claim.approved_on is not None:
        w.require(rules.entry_until, approved <= entry, APPROVED_TOO_LATE)
        w.require(rules.term_years, first >= approved.year, BEFORE_FIRST_YEAR)


def unknown_facts(w: CaseWorking, claim: FixedClaim, rules: FixedDeductionRules) -> Iterator[str]:
    """Yield the unknown facts of the claim and of its years, by their paths (待补事实).

    Only the years after 2005 need the day of approval.
    """
    if claim.scheme is None:
        yield "scheme"
    retail = claim.scheme is Scheme.RETAIL_WHOLESALE
    if claim.approved_on is None and not retail and after_approvals(w, claim, rules):
        yield "approved_on"
    for place, row in enumerate(claim.years):
        for name in row.unknown:
            yield f"years[{place}].{name}"


def after_approvals(w: CaseWorking, claim: FixedClaim, rules: FixedDeductionRules) -> bool:
    """Return whether the claim has a year after that of the last approvals (批准之后年度)."""
    entry: date = w.use(rules.entry_until)
    return claim.years[-1].year > entry.year


def deducted(
    w: CaseWorking, claim: FixedClaim[Known], rules: FixedDeductionRules
) -> FixedDeduction:
    """Deduct what the scheme grants for each year, the oldest amounts first (扣减及结转)."""
    match claim.scheme:
        case Scheme.RETAIL_WHOLESALE:
            granted = retail_grants(w, claim, rules)
        case Scheme.PROCESSING:
            granted = processing_grants(w, claim, rules)
    w.cite(rules.oldest_first)
    return FixedDeduction(tuple(year_by_year(claim.years, granted)))


@frozen
class Grant:
    """What is granted for a year, as far as it is unused, until *last_year* (当年定额)."""

    amount: Yuan
    last_year: int


def retail_grants(
    w: CaseWorking, claim: FixedClaim[Known], rules: FixedDeductionRules
) -> list[Grant]:
    """Return each year's grant by 财税[2003]133号, which is used by the scheme's last year."""
    amount = w.use(rules.retail_amount)
    last = w.use(rules.retail_last_year)
    return [Grant(amount * row.workers, last) for row in claim.years]


def processing_grants(
    w: CaseWorking, claim: FixedClaim[Known], rules: FixedDeductionRules
) -> list[Grant]:
    """Return each year's grant by 财税[2003]192号, which is carried for some years."""
    amount = w.use(rules.processing_amount)
    carry = w.use(rules.processing_carry)
    return [Grant(amount * row.workers, row.year + carry) for row in claim.years]


def year_by_year(
    years: Sequence[HolderYear[Known]], granted: Sequence[Grant]
) -> Iterator[DeductionYear]:
    """Yield each year's deduction, with what expires at its end and what is carried."""
    held: list[Grant] = []
    for row, new in zip(years, granted, strict=True):
        held, used = use_up([*held, new], row.tax_due)
        kept = [grant for grant in held if grant.last_year > row.year]
        carried = amount_of(kept)
        yield DeductionYear(
            year=row.year,
            entitled=new.amount,
            deducted=used,
            payable=row.tax_due - used,
            expired=amount_of(held) - carried,
            carried=carried,
        )
        held = kept


def use_up(held: Sequence[Grant], tax_due: Yuan) -> tuple[list[Grant], Yuan]:
    """Use the grants for the tax, the oldest first; return what is left, and the sum used."""
    left: list[Grant] = []
    unpaid = tax_due
    for grant in held:
        used = min(grant.amount, unpaid)
        unpaid -= used
        left.append(Grant(grant.amount - used, grant.last_year))
    return left, tax_due - unpaid


def amount_of(grants: Sequence[Grant]) -> Yuan:
    """Add the grants, as far as they are unused."""
    return sum((grant.amount for grant in grants), Yuan(0))
