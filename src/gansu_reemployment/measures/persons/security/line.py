"""The three security lines (三条保障线): which of them secures a person, and what follows.

First comes the basic living allowance of laid-off workers in a re-employment centre, then
unemployment insurance, then the minimum living allowance. The enterprise's centre, the labour
authority (劳动保障部门) and the civil affairs authority (民政部门) decide in turn.

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

from datetime import date

from attrs import frozen

from gansu_reemployment.dates import ONE_DAY, term_end
from gansu_reemployment.fact_model import result_field
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.measures.persons.security.facts import Secured
from gansu_reemployment.measures.persons.security.rules import AfterAgreement, Duty, SecurityRules
from gansu_reemployment.working import Incomplete, Working, measure


class Line(Choice):
    """The three lines (三条保障线), from the first to the last."""

    BASIC = "国有企业下岗职工基本生活保障", "basic living allowance of laid-off workers"
    INSURANCE = "失业保险", "unemployment insurance"
    ALLOWANCE = "城市居民最低生活保障", "minimum living allowance"
    NONE = "无", "none"


@frozen
class SecurityLine:
    """The line that secures a person, its last day if there is one, the next line, and the duty.

    *topped_up* says whether the minimum living allowance tops the household up to the standard,
    whichever line secures the person.
    """

    line: Line = result_field("保障线", "line")
    ends_on: date | None = result_field("截止日期", "last day")
    follows: Line = result_field("此后", "then")
    topped_up: bool = result_field("低保补差", "topped up by the living allowance")
    duty: Duty = result_field("义务", "duty")


@measure("三条保障线", "the three security lines", columns=False)
def security_line(w: Working, person: Secured, rules: SecurityRules) -> SecurityLine:
    """Determine the line of a person on the day, its last day, and the next line (三条保障线衔接).

    The day of the law is the day for which the line is asked.

    A person in work is on no line. Between the centre and the first day of the benefit a person
    who qualifies is on the living allowance. Beside each line the allowance tops up a household
    below the standard, and only who receives it has the duty.

    This is a case function: a line without a last day has no value for its column.
    """
    duty = w.use(rules.duty)
    needed = needed_facts(w, person, rules, duty)
    unknown = [name for name in dict.fromkeys(needed) if getattr(person, name) is None]
    if unknown:
        raise Incomplete(*unknown)
    line, ends_on, follows = line_of_day(w, person, rules)
    w.step(_("line"), line)
    w.cite(rules.household)
    bound = duty if must_work(person, duty) else Duty.NONE
    return SecurityLine(line, ends_on, follows, bool(person.qualifies), bound)


def needed_facts(w: Working, person: Secured, rules: SecurityRules, duty: Duty) -> list[str]:
    """List the facts that decide, as far as the known ones show which."""
    needed = ["employed", "qualifies"]
    if person.employed:
        return needed
    needed += ["in_centre", *needed_of_centre(w, person, rules)]
    if under_agreement(person, w.day()) or stays_secured(w, person, rules):
        needed.append("years_paid")
    else:
        needed += needed_of_benefit(w, person, rules)
    return needed + needed_of_duty(person, duty)


def needed_of_centre(w: Working, person: Secured, rules: SecurityRules) -> list[str]:
    """List the facts to ask of a person who is, or may be, in a centre (再就业服务中心)."""
    if person.in_centre is False:
        return []
    ends = person.agreement_ends
    over = ends is None or ends < w.day()
    if over and w.use(rules.after_agreement) is AfterAgreement.STAYS_WHERE_NOT_ENDED:
        return ["agreement_ends", "labour_relation_ended"]
    return ["agreement_ends"]


def needed_of_benefit(w: Working, person: Secured, rules: SecurityRules) -> list[str]:
    """List the facts that decide on the unemployment benefit (失业保险金)."""
    years = person.years_paid
    if years is not None and years < w.use(rules.least_years):
        return []
    return ["years_paid", "benefit_from"]


def needed_of_duty(person: Secured, duty: Duty) -> list[str]:
    """List the facts that decide on the duty; after a known no the rest is not asked (义务)."""
    asked = {"qualifies": person.qualifies, "able": person.able}
    if duty is Duty.WORK_AND_TRAINING:
        asked["willing"] = person.willing
    return [] if duty is Duty.NONE or False in asked.values() else list(asked)


def must_work(person: Secured, duty: Duty) -> bool:
    """Return whether the person receives the allowance and has its duty (低保人员的义务)."""
    willing = person.willing or duty is Duty.WORK
    return bool(person.qualifies and not person.employed and person.able and willing)


def under_agreement(person: Secured, on: date) -> bool:
    """Return whether the agreement with the centre is running (协议期内)."""
    ends = person.agreement_ends
    return bool(person.in_centre and ends and on <= ends)


def stays_secured(w: Working, person: Secured, rules: SecurityRules) -> bool:
    """Return whether the centre secures the person after the agreement (协议期满继续保障)."""
    if not person.in_centre or person.labour_relation_ended is not False:
        return False
    return w.use(rules.after_agreement) is AfterAgreement.STAYS_WHERE_NOT_ENDED


def line_of_day(
    w: Working, person: Secured, rules: SecurityRules
) -> tuple[Line, date | None, Line]:
    """Return the line of the day, its last day if there is one, and the next line."""
    if person.employed:
        return Line.NONE, None, Line.NONE
    months = benefit_months(w, person, rules)
    last_line = Line.ALLOWANCE if person.qualifies else Line.NONE
    next_line = Line.INSURANCE if months else last_line
    if person.in_centre:
        w.cite(rules.after_agreement)
        w.cite(rules.agreement)
    if under_agreement(person, w.day()):
        return Line.BASIC, person.agreement_ends, next_line
    if stays_secured(w, person, rules):
        return Line.BASIC, None, next_line
    if months and person.benefit_from:
        return around_benefit(w.day(), person.benefit_from, months, last_line)
    return last_line, None, Line.NONE


def benefit_months(w: Working, person: Secured, rules: SecurityRules) -> int:
    """Return the longest benefit for the years paid; below the least there is none (第十七条)."""
    years_paid = person.years_paid or 0
    if years_paid < w.use(rules.least_years):
        return 0
    steps = w.use(rules.months_by_years)
    return w.step(
        _("longest benefit in months"),
        max(months for years, months in steps if years <= years_paid),
    )


def around_benefit(
    day: date, first: date, months: int, last_line: Line
) -> tuple[Line, date | None, Line]:
    """Return the line before, during or after a benefit that begins on *first*."""
    last = term_end(first, months)
    if day < first:
        return last_line, first - ONE_DAY, Line.INSURANCE
    if day <= last:
        return Line.INSURANCE, last, last_line
    return last_line, None, Line.NONE
