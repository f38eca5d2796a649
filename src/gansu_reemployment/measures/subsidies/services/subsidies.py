"""Training and job-placement subsidies (再就业培训补贴、职业介绍补贴): for those who serve.

Training and job introduction are free for the laid-off and unemployed; the body that trains or
places them is paid by result. The province sets the standards, the labour authority
(劳动保障部门) and finance (财政部门) check pass rate and re-employment.

>>> from datetime import date
>>> from gansu_reemployment.bureau import Bureau
>>> claim = TrainingClaim(
...     course=Course.SKILLS, qualified=True, enrolled=10, passed=10, placed=6
... )
>>> Bureau.of("天水市").work("training_subsidy", claim, on=date(2010, 6, 1)).value.total
Yuan('2520.00')
"""

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.subsidies.services.rules import (
    Course,
    Placement,
    Rates,
    ServicesRules,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Term, Working

__all__ = [
    "PLACEMENT_SUBSIDY",
    "TRAINING_SUBSIDY",
    "Course",
    "PlacementClaim",
    "ServicesRules",
    "TrainingClaim",
    "TrainingSubsidy",
    "placement_subsidy",
    "training_subsidy",
]

NOT_QUALIFIED = Reason("not-qualified", _("The body is not recognised by the labour authority."))
PASS_RATE = Reason("pass-rate-too-low", _("Too few of those enrolled passed."))
PLACEMENT_RATE = Reason("placement-rate-too-low", _("Too few of those who passed found work."))
NOT_PLACED = Reason("not-placed", _("The person was not placed."))
TOO_SHORT = Reason("contract-too-short", _("The labour contract is too short."))
NOT_KEPT = Reason("not-kept", _("The person was not in the job for long enough."))
TOO_LATE = Reason("claimed-too-late", _("The claim came too late."))
ONCE_A_YEAR = Reason("once-a-year", _("The person was already placed at public cost this year."))


@frozen(kw_only=True, slots=False)
class TrainingClaim(CheckedFacts):
    """A course that is claimed (培训补贴申请); only entitled persons are counted.

    Args:
        course: the kind of training.
        qualified: the body is recognised by the labour authority.
        enrolled: persons who took part.
        passed: of them, those who passed.
        placed: of those, the ones in work within the time of the rule (Gansu: six months).

    Raises:
        InvalidFactsError: with every fault.
    """

    course: Course | None = fact("培训类别", "course")
    qualified: bool | None = fact("经资质认定", "recognised")
    enrolled: int | None = fact("培训人数", "enrolled", positive)
    passed: int | None = fact("合格人数", "passed", not_negative)
    placed: int | None = fact("就业人数", "placed", not_negative)

    def contradictions(self) -> list[Fault]:
        """Refuse more who passed than took part, or more in work than passed."""
        pairs = (("passed", self.passed, self.enrolled), ("placed", self.placed, self.passed))
        return [
            Fault.at(name, _("at most {limit}, not {number}"), limit=most, number=number)
            for name, number, most in pairs
            if type(number) is int and type(most) is int and number > most
        ]


@frozen
class TrainingSubsidy:
    """What is paid for a course: in full for those placed, in part for the others who passed."""

    standard: Yuan = result_field("补贴标准", "standard")
    placed: Yuan = result_field("已就业人员补贴", "for those placed")
    unplaced: Yuan = result_field("未就业人员补贴", "for those not placed")
    total: Yuan = result_field("补贴合计", "total")


@frozen(kw_only=True, slots=False)
class PlacementClaim(CheckedFacts):
    """One person placed (职业介绍补贴申请); ``None`` means that nobody knows.

    Args:
        qualified: the body is recognised by the labour authority.
        placed: the person is in work.
        contract_years: length of the labour contract in whole years.
        months_kept: full months in the job.
        placed_this_year: already placed at public cost in the same year.

    Raises:
        InvalidFactsError: with every fault.
    """

    qualified: bool | None = fact("经资质认定", "recognised")
    placed: bool | None = fact("已就业", "placed")
    contract_years: int | None = fact("劳动合同年限", "contract years", not_negative)
    months_kept: int | None = fact("已稳定就业月数", "months in the job", not_negative)
    placed_this_year: bool | None = fact("当年已享受", "placed at public cost this year")


def training_subsidy(
    w: Working[Out_co], claim: Facts[TrainingClaim], rules: ServicesRules
) -> Out_co:
    """Say what is paid for a course (再就业培训补贴核定).

    Raises:
        RuleNotInForceError: the province has set no standard, or no share for those not placed.
    """
    w.require(rules.qualified, claim.qualified, NOT_QUALIFIED)
    w.match(
        rules.rates,
        {Rates.CHECKED: _nothing, Rates.REACHED: lambda: _check_rates(w, claim, rules)},
    )
    standard: Term[Yuan] = w.step(_("standard"), _standard(w, claim, rules))
    placed = standard * claim.placed
    reduced = w.share(standard, w.use(rules.unplaced_share))
    unplaced = reduced * (claim.passed - claim.placed)
    return w.outcome(
        w.record(
            TrainingSubsidy,
            standard=standard,
            placed=w.step(_("for those placed"), placed),
            unplaced=w.step(_("for those not placed"), unplaced),
            total=placed + unplaced,
        )
    )


def placement_subsidy(
    w: Working[Out_co], claim: Facts[PlacementClaim], rules: ServicesRules
) -> Out_co:
    """Say what is paid for a person placed (职业介绍补贴核定).

    Raises:
        RuleNotInForceError: the province has set no standard.
    """
    w.require(rules.qualified, claim.qualified, NOT_QUALIFIED)
    w.require(rules.placement, claim.placed, NOT_PLACED)
    w.match(
        rules.placement,
        {Placement.PLACED: _nothing, Placement.KEPT: lambda: _check_kept(w, claim, rules)},
    )
    return w.outcome(w.use(rules.placement_standard))


def _nothing() -> None:
    """Ask for nothing more."""


def _standard(w: Working[Out_co], claim: Facts[TrainingClaim], rules: ServicesRules) -> Term[Yuan]:
    """Give the standard of the course; the rules of other courses need not be known."""
    return w.branch(
        claim.course == Course.SKILLS,
        lambda: w.use(rules.skills),
        lambda: w.branch(
            claim.course == Course.START_IDEA,
            lambda: w.use(rules.start_idea),
            lambda: w.branch(
                claim.course == Course.START_FIRM,
                lambda: w.use(rules.start_firm),
                lambda: w.use(rules.by_employer),
            ),
        ),
    )


def _check_rates(w: Working[Out_co], claim: Facts[TrainingClaim], rules: ServicesRules) -> None:
    """Check the rates; the second is of those who passed, who may be none."""
    passed = w.ratio(claim.passed, claim.enrolled)
    w.require(rules.pass_rate, passed >= w.use(rules.pass_rate), PASS_RATE)
    placed = w.ratio(claim.placed, claim.enrolled)
    least = w.use(rules.placement_rate) * passed
    w.require(rules.placement_rate, placed >= least, PLACEMENT_RATE)


def _check_kept(w: Working[Out_co], claim: Facts[PlacementClaim], rules: ServicesRules) -> None:
    long_enough = claim.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, TOO_SHORT)
    kept = w.use(rules.months_kept)
    w.require(rules.months_kept, claim.months_kept >= kept, NOT_KEPT)
    in_time = claim.months_kept <= kept + w.use(rules.claim_months)
    w.require(rules.claim_months, in_time, TOO_LATE)
    w.refuse(rules.placement, claim.placed_this_year, ONCE_A_YEAR)


TRAINING_SUBSIDY: Measure[TrainingClaim, TrainingSubsidy] = Measure(
    "training_subsidy",
    "再就业培训补贴",
    "training subsidy",
    training_subsidy,
    TrainingClaim,
    ServicesRules,
)
PLACEMENT_SUBSIDY: Measure[PlacementClaim, Yuan] = Measure(
    "placement_subsidy",
    "职业介绍补贴",
    "job-placement subsidy",
    placement_subsidy,
    PlacementClaim,
    ServicesRules,
)
