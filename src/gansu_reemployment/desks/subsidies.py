"""Subsidies for insurance, posts, training and placement (社会保险、岗位、培训、职业介绍补贴)."""

from datetime import date

from gansu_reemployment.desks.desk import Desk
from gansu_reemployment.measures.subsidies.insurance.claim import (
    INSURANCE_CLAIM,
    ClaimSheet,
    QuarterlyClaim,
)
from gansu_reemployment.measures.subsidies.insurance.months import (
    INSURANCE_SUBSIDY,
    InsuranceClaim,
    InsuranceSubsidy,
)
from gansu_reemployment.measures.subsidies.post.subsidy import (
    POST_SUBSIDY,
    POST_SUBSIDY_CAP,
    PostCap,
    PostClaim,
    PostSubsidy,
    PostWage,
)
from gansu_reemployment.measures.subsidies.services.subsidies import (
    PLACEMENT_SUBSIDY,
    TRAINING_SUBSIDY,
    PlacementClaim,
    TrainingClaim,
    TrainingSubsidy,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.outcome import Outcome


class SubsidyDesk(Desk):
    """The desk for subsidies of insurance, posts, training and placement (补贴窗口)."""

    def insurance_subsidy(self, claim: InsuranceClaim, *, on: date) -> Outcome[InsuranceSubsidy]:
        """Say what is repaid of the contributions for one person's months (社会保险补贴核定)."""
        return self._decide(INSURANCE_SUBSIDY, claim, on)

    def insurance_claim(self, claim: QuarterlyClaim, *, on: date) -> Outcome[ClaimSheet]:
        """Check an employer's claim for a quarter, person by person (社会保险补贴季度申请)."""
        return self._decide(INSURANCE_CLAIM, claim, on)

    def post_subsidy(self, claim: PostClaim, *, on: date) -> Outcome[PostSubsidy]:
        """Say what is paid for one person's months in a public-service post (岗位补贴核定)."""
        return self._decide(POST_SUBSIDY, claim, on)

    def post_subsidy_cap(self, wage: PostWage | None = None, *, on: date) -> Outcome[PostCap]:
        """Give the cap of a month's post subsidy in the place (岗位补贴上限)."""
        return self._decide(POST_SUBSIDY_CAP, wage or PostWage(), on)

    def training_subsidy(self, claim: TrainingClaim, *, on: date) -> Outcome[TrainingSubsidy]:
        """Say what is paid for a course (再就业培训补贴核定)."""
        return self._decide(TRAINING_SUBSIDY, claim, on)

    def placement_subsidy(self, claim: PlacementClaim, *, on: date) -> Outcome[Yuan]:
        """Say what is paid for a person placed (职业介绍补贴核定)."""
        return self._decide(PLACEMENT_SUBSIDY, claim, on)
