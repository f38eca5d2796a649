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

from attrs import frozen

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.taxes.fixed_deduction.facts import FixedClaim, HolderYear, Scheme
from gansu_reemployment.measures.taxes.fixed_deduction.rules import FixedDeductionRules
from gansu_reemployment.measures.taxes.reasons import APPROVED_TOO_LATE
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import CaseWorking, Incomplete, Reason, Working, formula, measure
from gansu_reemployment.working.tabular import Tabular

BEFORE_FIRST_YEAR = Reason("before-first-year", _("A year lies before the scheme began."))
AFTER_LAST_YEAR = Reason("after-last-year", _("A year lies after the scheme's last year."))


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
class FixedDeduction(Tabular):
    """The deduction year by year."""

    years: tuple[DeductionYear, ...] = result_field("各年度扣减", "deduction by year")


@measure("定额扣减", "fixed deduction", columns=False)
def fixed_deduction(
    w: CaseWorking, claim: FixedClaim, rules: FixedDeductionRules
) -> FixedDeduction:
    """Deduct 2,000 yuan a person from the income tax, year after year (定额扣减).

    The day of the law is the day of the settlement; the years are those of the facts.

    A case function: the unused part of one year goes to the next. Years before 2003 are
    refused and, in the first scheme, years after 2005; in the second, years beyond the term.
    """
    view = w.read(claim)
    check_years(w, view, rules)
    check_term(w, claim, rules)
    unknown = tuple(unknown_facts(w, claim, rules))
    if unknown:
        raise Incomplete(*unknown)
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

    If the day of approval is unknown, the last possible one determines the latest end.
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
    """Deduct the grant of each year, the oldest amounts first (扣减及结转)."""
    match claim.scheme:
        case Scheme.RETAIL_WHOLESALE:
            granted = retail_grants(w, claim, rules)
        case Scheme.PROCESSING:
            granted = processing_grants(w, claim, rules)
    w.cite(rules.oldest_first)
    return FixedDeduction(tuple(year_by_year(claim.years, granted)))


@frozen
class Grant:
    """The unused grant of a year, which lapses after *last_year* (当年定额)."""

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
    """Yield each year's deduction, with the amounts that expire and that are carried."""
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
    """Use the grants for the tax, the oldest first; return the rest, and the sum used."""
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
