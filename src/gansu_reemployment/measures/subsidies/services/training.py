"""The training subsidy (再就业培训补贴), paid by result to the body that trains.

Training is free for the laid-off and unemployed. The province sets the standards; the labour
authority (劳动保障部门) and finance (财政部门) check pass rate and re-employment.

>>> from datetime import date
>>> from gansu_reemployment.bureau import Bureau
>>> claim = TrainingClaim(
...     course=Course.SKILLS, qualified=True, enrolled=10, passed=10, placed=6
... )
>>> Bureau.of("天水市").work("training_subsidy", claim, on=date(2010, 6, 1)).value.total
Yuan('2520.00')
"""

from typing import ClassVar, Generic

from attrs import frozen

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.subsidies.services.rules import (
    NOT_QUALIFIED,
    Course,
    Rates,
    ServicesRules,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Reason, Working, formula, measure

PASS_RATE = Reason("pass-rate-too-low", _("Too few of those enrolled passed."))
PLACEMENT_RATE = Reason("placement-rate-too-low", _("Too few of those who passed found work."))


@frozen(kw_only=True, slots=False)
class TrainingClaim(CheckedFacts, Generic[U]):
    """A course for which the subsidy is claimed (培训补贴申请); entitled persons only are counted.

    Args:
        course: the kind of training.
        qualified: whether the labour authority recognises the body.
        enrolled: the persons who took part.
        passed: those of them who passed.
        placed: those who passed and found work in the time of the rule (Gansu: six months).

    Raises:
        InvalidFactsError: the values have faults; it names all of them.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove("passed", "enrolled", _("at most {limit}, not {number}")),
        NotAbove("placed", "passed", _("at most {limit}, not {number}")),
    )

    course: Course | U = fact("培训类别", "course")
    qualified: bool | U = fact("经资质认定", "recognised")
    enrolled: int | U = fact("培训人数", "enrolled", positive)
    passed: int | U = fact("合格人数", "passed", not_negative)
    placed: int | U = fact("就业人数", "placed", not_negative)


@frozen
class TrainingSubsidy:
    """The subsidy of a course: in full for those placed, in part for the others who passed."""

    standard: Yuan = result_field("补贴标准", "standard")
    placed: Yuan = result_field("已就业人员补贴", "for those placed")
    unplaced: Yuan = result_field("未就业人员补贴", "for those not placed")
    total: Yuan = result_field("补贴合计", "total")


@measure("再就业培训补贴", "training subsidy")
def training_subsidy(
    w: Working, claim: TrainingClaim[Known], rules: ServicesRules
) -> TrainingSubsidy:
    """Compute the subsidy of a course (再就业培训补贴核定).

    The day of the law is the last day of the course.
    """
    w.require(rules.qualified, claim.qualified, NOT_QUALIFIED)
    if w.use(rules.rates) == Rates.REACHED:
        check_rates(w, claim, rules)
    standard = w.step(_("standard"), standard_of_course(w, claim, rules))
    placed = standard * claim.placed
    unplaced = for_unplaced(w, claim, rules, standard)
    return TrainingSubsidy(
        standard=standard,
        placed=w.step(_("for those placed"), placed),
        unplaced=w.step(_("for those not placed"), unplaced),
        total=placed + unplaced,
    )


@formula
def for_unplaced(
    w: Working, claim: TrainingClaim[Known], rules: ServicesRules, standard: Yuan
) -> Yuan:
    """Return the subsidy for those who passed and found no work (未就业人员补贴)."""
    if claim.passed == claim.placed:
        return Yuan(0)
    return w.share(standard, w.use(rules.unplaced_share)) * (claim.passed - claim.placed)


@formula
def check_rates(w: Working, claim: TrainingClaim[Known], rules: ServicesRules) -> None:
    """Check pass rate and placement rate (合格率、就业率)."""
    pass_rate = w.ratio(claim.passed, claim.enrolled)
    w.require(rules.pass_rate, pass_rate >= w.use(rules.pass_rate), PASS_RATE)
    # The placement rate is one of those who passed. They may be none, so both sides of the
    # comparison are multiplied by the pass rate.
    placed = w.ratio(claim.placed, claim.enrolled)
    least = w.use(rules.placement_rate) * pass_rate
    w.require(rules.placement_rate, placed >= least, PLACEMENT_RATE)


@formula
def standard_of_course(w: Working, claim: TrainingClaim[Known], rules: ServicesRules) -> Yuan:
    """Return the standard of the course; those of other courses may be unknown (补贴标准)."""
    match claim.course:
        case Course.SKILLS:
            return w.use(rules.skills)
        case Course.START_IDEA:
            return w.use(rules.start_idea)
        case Course.START_FIRM:
            return w.use(rules.start_firm)
        case Course.BY_EMPLOYER:
            return w.use(rules.by_employer)
