"""Extension of a small guaranteed loan (小额担保贷款展期).

A loan may be extended once, for at most a year, if the borrower asks for it and the guarantor
(担保机构) agrees to continue its guarantee. The bank (经办银行) decides. The interest of an
extension is not subsidised.

>>> from gansu_reemployment.working.case import CaseWorking
>>> request = ExtensionRequest(
...     drawn_on=date(2003, 7, 15), months=24, due_on=date(2005, 7, 15), extension=12,
...     extended_before=False, guarantor_agrees=True, asked=True, uplift=0,
... )
>>> case = CaseWorking(on=date(2005, 7, 15))
>>> terms = loan_extension(case, case.read(request), ExtensionRules()).value
>>> terms.months, terms.annual_rate, terms.interest_share
(12, Fraction(36, 625), Fraction(0, 1))
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, Final, Generic

from attrs import Factory, frozen

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.fact_model.contradictions import Contradiction
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.series import lending_rates
from gansu_reemployment.measures.loans.facts import DUE_AFTER_TERM, FIRST_LOAN, from_first_loan
from gansu_reemployment.measures.loans.loan.rules import UPLIFT_TOO_HIGH, LoanRules
from gansu_reemployment.measures.loans.rates import (
    FIVE_YEARS,
    HALF_A_YEAR,
    ONE_YEAR,
    THREE_YEARS,
    Rates,
    base_rate,
    of_basis_points,
)
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Reason, Working, formula, measure

DAIKUAN_TONGZE: Final = find_instrument("贷款通则")
YINFA_1999_77: Final = find_instrument("银发[1999]77号")
YINFA_2002_394: Final = find_instrument("银发[2002]394号")


@frozen(kw_only=True, slots=False)
class ExtensionRequest(CheckedFacts, Generic[U]):
    """A request to extend a loan from the day it falls due (展期申请); ``None`` is unknown.

    Args:
        months: the agreed term.
        due_on: day on which the loan falls due (到期日): the end of the agreed term, or up to ten
            days later or earlier, as after a holiday.
        extended_before: whether the loan was extended before.
        guarantor_agrees: whether the guarantor agrees to continue its guarantee.
        asked: whether the borrower asks for it.
        uplift: what the contract adds to the benchmark rate, in basis points.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = DUE_AFTER_TERM

    usual: ClassVar[Mapping[str, Any]] = {"guarantor_agrees": True, "asked": True}

    drawn_on: date | U = fact("放款日期", "day of drawing", from_first_loan)
    months: int | U = fact("贷款期限（月）", "term in months", positive)
    due_on: date | U = fact("到期日期", "due on", from_first_loan)
    extension: int | U = fact("申请展期（月）", "months of extension asked for", positive)
    extended_before: bool | U = fact("曾经展期", "extended before")
    guarantor_agrees: bool | U = fact("担保人同意", "guarantor agrees")
    asked: bool | U = fact("借款人申请", "asked for by the borrower")
    uplift: int | U = fact("利率上浮（基点）", "basis points added", not_negative)


_ARTICLE_3 = YINFA_2002_394.at("第三条")


class Longest(Choice):
    """How long an extension may be (展期期限)."""

    OWN_RULE = "按小额担保贷款规定", "by the rule of the small guaranteed loan"
    GENERAL_LAW = "并按贷款通则", "by the general rules on loans as well"


@rule_table("extension", checked=date(2026, 11, 28))
class ExtensionRules:
    """The rules of the extension, with those that a region may set."""

    once: Reading = reading(
        "借款人提出申请，可展期一次",
        "once, if the borrower asks",
        cited(FIRST_LOAN, _ARTICLE_3),
    )
    in_time: Reading = reading(
        "到期日前申请，自到期日起展期；到期次日起转为逾期",
        "granted by the day the loan falls due, and running from that day",
        cited(FIRST_LOAN, DAIKUAN_TONGZE.assumed("第十二条")).noted(
            "The text makes a loan overdue from the day after it falls due: that the extension "
            "begins on the day itself, at the rate of this day, is a reading."
        ),
    )
    consent: Reading = reading(
        "担保人同意继续提供担保",
        "the guarantor agrees to continue its guarantee",
        cited(FIRST_LOAN, _ARTICLE_3),
    )
    months: Rule[int] = stated(
        "展期期限（月，不超过）",
        "months of an extension, at most",
        Provision(FIRST_LOAN, 12, _ARTICLE_3),
    )
    longest: Rule[Longest] = stated(
        "展期期限的依据",
        "by which law an extension is limited",
        Provision(FIRST_LOAN, Longest.OWN_RULE, DAIKUAN_TONGZE.assumed("第十二条")).noted(
            "The general rules yield where the state provides otherwise (国家另有规定者除外): "
            "that the rule of the small loan does so is a reading."
        ),
        delegated_to=Level.COUNTY,
    )
    short: Rule[int] = stated(
        "短期贷款期限（月，以内）",
        "months of a short loan, at most",
        Provision(FIRST_LOAN, 12, DAIKUAN_TONGZE.at("第八条")),
    )
    share_of_short: Rule[Fraction] = stated(
        "短期贷款展期占原期限（不超过）",
        "extension of a short loan, of its term, at most",
        Provision(FIRST_LOAN, Fraction(1), DAIKUAN_TONGZE.at("第十二条")),
    )
    share_of_medium: Rule[Fraction] = stated(
        "中期贷款展期占原期限（不超过）",
        "extension of a medium loan, of its term, at most",
        Provision(FIRST_LOAN, Fraction(1, 2), DAIKUAN_TONGZE.at("第十二条")),
    )
    higher_tier: Reading = reading(
        "累计期限达到新的利率档次的，自展期之日起按新档次计息",
        "a total term that reaches a higher tier has its rate from the day of extension",
        cited(FIRST_LOAN, DAIKUAN_TONGZE.at("第十四条")),
    )
    same_tier: Reading = reading(
        "未达到新的利率档次的，按展期日原档次利率计息",
        "one that does not has the rate of the old tier on that day",
        cited(FIRST_LOAN, YINFA_1999_77.assumed("第二十二条")).noted(
            "Articles 20 and 21 were read; the words of Article 22 are known at second hand only."
        ),
    )
    interest_share: Rule[Fraction] = stated(
        "展期贴息比例",
        "share of the interest of an extension subsidised",
        Provision(FIRST_LOAN, Fraction(0), YINFA_2002_394.at("第四条")),
    )
    uplift: Rule[Fraction] = LoanRules().uplift
    rates: Rates = Factory(lending_rates)


@frozen
class ExtensionTerms:
    """The terms granted (展期条件): months, yearly ratios, and the share of interest paid."""

    months: int = result_field("展期期限（月）", "months of extension")
    base_rate: Fraction = result_field("基准年利率", "benchmark rate a year")
    annual_rate: Fraction = result_field("年利率", "rate a year")
    interest_share: Fraction = result_field("贴息比例", "share of the interest subsidised")


NOT_ASKED = Reason("not-asked", _("The borrower has not asked for the extension."))
EXTENDED_BEFORE = Reason(
    "extended-before", _("The loan was extended before; an extension is granted once.")
)
TOO_LONG = Reason("too-long", _("The extension is longer than the general rules allow."))
NOT_DRAWN = Reason("not-drawn", _("The loan has not been drawn."))
OVERDUE = Reason("overdue", _("The loan is overdue; it was to be extended before."))
NO_CONSENT = Reason("no-consent", _("The guarantor does not agree to continue its guarantee."))


@measure("小额担保贷款展期", "Extension of a small guaranteed loan")
def loan_extension(
    w: Working, request: ExtensionRequest[Known], rules: ExtensionRules
) -> ExtensionTerms:
    """Compute the terms of an extension, or every reason against it (核定展期).

    The day of the law is that of the decision, from the day of drawing to the day on which the
    loan falls due.
    The rate is that of the day on which the loan falls due and the extension begins; the addition
    of the contract is limited by the law of the day of drawing. A request for more months than
    allowed is cut to the limit. Beyond the general rules on loans, where the region applies them
    as well, the extension is refused.
    """
    w.require(rules.once, request.asked, NOT_ASKED)
    w.refuse(rules.once, request.extended_before, EXTENDED_BEFORE)
    w.require(rules.in_time, w.day() >= request.drawn_on, NOT_DRAWN)
    w.require(rules.in_time, w.day() <= request.due_on, OVERDUE)
    w.require(rules.consent, request.guarantor_agrees, NO_CONSENT)
    uplift = of_basis_points(w, request.uplift)
    drawn = w.as_of(request.drawn_on)
    drawn.require(rules.uplift, uplift <= drawn.use(rules.uplift), UPLIFT_TOO_HIGH)
    if w.use(rules.longest) == Longest.GENERAL_LAW:
        check_general_law(w, request, rules)
    months = w.step(_("months granted"), min(request.extension, w.use(rules.months)))
    total = request.months + months
    if reaches_higher_tier(w, request.months, total):
        w.cite(rules.higher_tier)
    else:
        w.cite(rules.same_tier)
    base = base_rate(w.as_of(request.due_on), total, rules.rates)
    return ExtensionTerms(
        months=months,
        base_rate=base,
        annual_rate=w.step(_("rate of the extension"), base + uplift),
        interest_share=w.use(rules.interest_share),
    )


@formula
def check_general_law(w: Working, request: ExtensionRequest[Known], rules: ExtensionRules) -> None:
    """Refuse an extension beyond the general rules on loans (贷款通则第十二条)."""
    asked = w.ratio(request.extension, request.months)
    if request.months <= w.use(rules.short):
        most = w.use(rules.share_of_short)
    else:
        most = w.use(rules.share_of_medium)
    w.require(rules.longest, asked <= most, TOO_LONG)


@formula
def reaches_higher_tier(w: Working, months: int, total: int) -> bool:  # noqa: ARG001 - the translation calls it
    """Return whether *total* lies in a higher tier of rates than *months* (达到新的利率档次)."""
    return (
        months <= HALF_A_YEAR < total
        or months <= ONE_YEAR < total
        or months <= THREE_YEARS < total
        or months <= FIVE_YEARS < total
    )
