"""The three security lines (三条保障线): which of them carries a person, and what follows.

The basic living allowance of laid-off workers in a re-employment centre, then unemployment
insurance, then the minimum living allowance. The enterprise's centre, the labour authority
(劳动保障部门) and the civil affairs authority (民政部门) decide in turn. The levels of Gansu in
2003 are not known; a place keeps minimum wage > unemployment benefit > living allowance.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> person = Secured(
...     in_centre=True, agreement_ends=date(2003, 6, 30), labour_relation_ended=True,
...     years_paid=7, benefit_from=date(2003, 7, 1), qualifies=True,
...     able=True, willing=True, employed=False,
... )
>>> line = security_line(CaseWorking(on=date(2003, 7, 1)), person, SecurityRules()).value
>>> line.line.en, line.ends_on, line.follows.en
('unemployment insurance', datetime.date(2004, 12, 31), 'minimum living allowance')
"""

from datetime import date, timedelta
from typing import Final

from attrs import frozen

from gansu_reemployment.dates import term_end
from gansu_reemployment.facts import (
    CheckedFacts,
    Unknown,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.security_rules import (
    AfterAgreement,
    Duty,
    Line,
    SecurityRules,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Working

__all__ = [
    "SECURITY_LEVELS",
    "SECURITY_LINE",
    "Duty",
    "Levels",
    "Line",
    "Secured",
    "SecurityLine",
    "SecurityRules",
    "security_levels",
    "security_line",
]

_DAY: Final = timedelta(days=1)

NOT_BELOW_WAGE = Reason(
    "benefit-not-below-minimum-wage",
    _("The unemployment benefit is not below the minimum wage."),
)
NOT_ABOVE_ALLOWANCE = Reason(
    "benefit-not-above-allowance",
    _("The unemployment benefit is not above the minimum living allowance."),
)


@frozen(kw_only=True, slots=False)
class Secured(CheckedFacts):
    """A person on or before one of the lines; ``None`` means that nobody knows.

    Args:
        in_centre: is, or was last, in a re-employment centre (再就业服务中心).
        agreement_ends: the last day of the agreement with the centre.
        labour_relation_ended: the labour relation with the enterprise has ended.
        years_paid: full years for which unemployment insurance was paid.
        benefit_from: the first day of the unemployment benefit.
        qualifies: the household is below the line of the minimum living allowance.
        able: whether able to work.
        willing: whether willing to work.
        employed: whether in work on the day.
    """

    in_centre: bool | None = fact("进入再就业服务中心", "in a re-employment centre")
    agreement_ends: date | None = fact("协议期满日", "agreement ends on")
    labour_relation_ended: bool | None = fact("已解除劳动关系", "labour relation ended")
    years_paid: int | None = fact("失业保险缴费年限", "years paid", not_negative)
    benefit_from: date | None = fact("失业保险金起领日", "benefit from")
    qualifies: bool | None = fact("符合低保条件", "qualifies for the living allowance")
    able: bool | None = fact("有劳动能力", "able to work")
    willing: bool | None = fact("有就业愿望", "willing to work")
    employed: bool | None = fact("在业", "in work")


@frozen(kw_only=True, slots=False)
class Levels(CheckedFacts):
    """The monthly levels of a place, from the top (最低工资、失业保险金、低保标准)."""

    minimum_wage: Yuan | None = fact("月最低工资标准", "minimum wage", positive)
    benefit: Yuan | None = fact("失业保险金标准", "unemployment benefit", positive)
    allowance: Yuan | None = fact("最低生活保障标准", "living allowance", positive)


@frozen
class SecurityLine:
    """The line that carries a person, its last day if it has one, what follows, and the duty."""

    line: Line = result_field("保障线", "line")
    ends_on: date | None = result_field("截止日期", "last day")
    follows: Line = result_field("此后", "then")
    duty: Duty = result_field("义务", "duty")


def security_line(w: CaseWorking, person: Secured, rules: SecurityRules) -> Outcome[SecurityLine]:
    """Say which line carries a person on the day, until when, and what follows (三条保障线衔接).

    One case at a time. Whoever is in work stands on none. Between the centre and the first day
    of the benefit the living allowance carries whoever qualifies.
    """
    unknown = tuple(name for name in _needed(person, w.on, rules) if getattr(person, name) is None)
    if unknown:
        return w.outcome(Unknown(unknown))
    line, last, follows = _line(w, person, rules)
    w.step(_("line"), line)
    bound = line is Line.ALLOWANCE and person.able and person.willing
    duty = w.use(rules.duty) if bound else Duty.NONE
    return w.outcome(SecurityLine(line, last, follows, duty))


def _needed(person: Secured, on: date, rules: SecurityRules) -> tuple[str, ...]:
    """Name the facts that decide; the first day of the benefit only for whoever may draw it."""
    if person.employed:
        return ("employed",)
    needed = ["employed", "in_centre", "years_paid", "qualifies", "able", "willing"]
    if person.in_centre:
        needed += ["agreement_ends", "labour_relation_ended"]
    in_time = person.in_centre and person.agreement_ends and on <= person.agreement_ends
    insured = (person.years_paid or 0) >= rules.least_years.on(on).value
    if insured and not in_time and not _kept(person, on, rules):
        needed.append("benefit_from")
    return tuple(needed)


def _kept(person: Secured, on: date, rules: SecurityRules) -> bool:
    """Say whether the centre still secures a person whose agreement has ended."""
    stays = rules.after_agreement.on(on).value is AfterAgreement.STAYS_WHERE_NOT_ENDED
    return bool(person.in_centre and stays and not person.labour_relation_ended)


def _line(w: CaseWorking, person: Secured, rules: SecurityRules) -> tuple[Line, date | None, Line]:
    """Give the line of the day, its last day if it has one, and the line that follows."""
    if person.employed:
        return Line.NONE, None, Line.NONE
    months = _benefit_months(w, person, rules)
    lasting = Line.ALLOWANCE if person.qualifies else Line.NONE
    if person.in_centre:
        w.use(rules.after_agreement)
        ends = person.agreement_ends
        kept = _kept(person, w.on, rules)
        if kept or (ends and w.on <= ends):
            last = ends if ends and w.on <= ends else None
            return Line.BASIC, last, Line.INSURANCE if months else lasting
    if not months or person.benefit_from is None:
        return lasting, None, Line.NONE
    last = term_end(person.benefit_from, months)
    if w.on < person.benefit_from:
        return lasting, person.benefit_from - _DAY, Line.INSURANCE
    if w.on <= last:
        return Line.INSURANCE, last, lasting
    return lasting, None, Line.NONE


def _benefit_months(w: CaseWorking, person: Secured, rules: SecurityRules) -> int:
    """Give the longest benefit for the years paid, none below the least."""
    if (person.years_paid or 0) < w.use(rules.least_years):
        return 0
    steps = w.use(rules.months_by_years)
    months: int = max(months for years, months in steps if years <= (person.years_paid or 0))
    w.step(_("longest benefit in months"), months)
    return months


def security_levels(w: Working[Out_co], levels: Facts[Levels], rules: SecurityRules) -> Out_co:
    """Check that a place keeps minimum wage > benefit > living allowance (三条保障线标准)."""
    below = levels.benefit < levels.minimum_wage
    w.require(rules.below_minimum_wage, below, NOT_BELOW_WAGE)
    above = levels.benefit > levels.allowance
    w.require(rules.above_allowance, above, NOT_ABOVE_ALLOWANCE)
    return w.outcome(True)


SECURITY_LINE: Measure[Secured, SecurityLine] = Measure(
    "security_line",
    "三条保障线",
    "the three security lines",
    security_line,
    Secured,
    SecurityRules,
    columns=False,
)
SECURITY_LEVELS: Measure[Levels, bool] = Measure(
    "security_levels",
    "三条保障线标准",
    "levels of the three lines",
    security_levels,
    Levels,
    SecurityRules,
)
