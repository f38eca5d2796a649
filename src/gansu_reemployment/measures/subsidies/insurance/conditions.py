"""The conditions of the social insurance subsidy (社会保险补贴条件), by kind of employer."""

from typing import Final

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.subsidies.insurance.facts import (
    Employer,
    FlexibleFor,
    Hiring,
    InsuranceClaim,
    PostContract,
    PostsFor,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.measures.subsidies.reasons import TOO_SHORT
from gansu_reemployment.working import Reason, Working, formula

HARD_TO_EMPLOY: Final = frozenset(Group) - {Group.GENERAL}

NOT_YET_APPROVED = Reason(
    "not-yet-approved", _("The subsidy was approved after the months claimed.")
)
NOT_COVERED = Reason("employer-not-covered", _("This kind of employer is not subsidised."))
NOT_ENTITLED = Reason("not-in-entitled-group", _("The person belongs to none of the groups."))
NOT_HARD = Reason("not-hard-to-employ", _("The person is not hard to employ."))
NOT_OLDER = Reason("not-older-hard-to-employ", _("The person is not of the “4050” group."))
NOT_NEW = Reason("not-a-new-post", _("The person was not newly hired into a new post."))


@formula
def check_approval(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> None:
    """Check the conditions of approval, on the day of approval (批准时的条件).

    A right once granted runs on under the law of its approval, and so does a refusal.
    """
    w.refuse(rules.approval, claim.approved_on > w.day(), NOT_YET_APPROVED)
    check_employment(w.as_of(claim.approved_on), claim, rules)


@formula
def check_employment(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> None:
    """Check the conditions of the kind of employer (用人单位和人员条件)."""
    if claim.employer == Employer.PUBLIC_POST:
        check_post(w, claim, rules)
    elif claim.employer == Employer.FLEXIBLE:
        check_flexible(w, claim, rules)
    else:
        check_hire(w, claim, rules)


@formula
def check_post(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> None:
    """Check a person in a public-service post and the contract (公益性岗位)."""
    match w.use(rules.posts_for):
        case PostsFor.OLDER:
            w.require(rules.post_groups, claim.group in w.use(rules.post_groups), NOT_ENTITLED)
            w.require(rules.posts_for, claim.hardship == Group.OLDER, NOT_OLDER)
        case PostsFor.HARD_TO_EMPLOY:
            # The classification itself has the groups: no place adds others here.
            w.require(rules.posts_for, claim.hardship in HARD_TO_EMPLOY, NOT_HARD)
    if w.use(rules.post_contract) == PostContract.ASKED:
        long_enough = claim.contract_years >= w.use(rules.post_contract_years)
        w.require(rules.post_contract_years, long_enough, TOO_SHORT)


@formula
def check_flexible(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> None:
    """Check a person in flexible employment, who has no national subsidy before 2006 (灵活就业)."""
    match w.use(rules.flexible_for):
        case FlexibleFor.NOBODY:
            w.refuse(rules.flexible_for, claim.employer == Employer.FLEXIBLE, NOT_COVERED)
        case FlexibleFor.OLDER:
            w.require(rules.groups, claim.group in w.use(rules.groups), NOT_ENTITLED)
            w.require(rules.flexible_for, claim.hardship == Group.OLDER, NOT_OLDER)
        case FlexibleFor.HARD_TO_EMPLOY:
            w.require(rules.flexible_for, claim.hardship in HARD_TO_EMPLOY, NOT_HARD)


@formula
def check_hire(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> None:
    """Check whom an enterprise hired, and for how long (企业招用)."""
    match w.use(rules.hiring):
        case Hiring.CARD_HOLDER:
            w.require(rules.trades, claim.employer in w.use(rules.trades), NOT_COVERED)
            w.require(rules.groups, claim.group in w.use(rules.groups), NOT_ENTITLED)
            w.require(rules.new_posts, claim.new_post, NOT_NEW)
        case Hiring.EITHER:
            either = is_card_holder(w, claim, rules) or claim.hardship in HARD_TO_EMPLOY
            w.require(rules.hiring, either, NOT_HARD)
        case Hiring.HARD_TO_EMPLOY:
            prolonged = claim.approved_on <= w.use(rules.cards_until)
            hard = claim.hardship in HARD_TO_EMPLOY
            either = hard or (prolonged and is_card_holder(w, claim, rules))
            w.require(rules.hiring, either, NOT_HARD)
    long_enough = claim.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, TOO_SHORT)


@formula
def is_card_holder(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> bool:
    """Return whether a certificate holder was hired into a new post of the trades (持证人员)."""
    in_trade = claim.employer in w.use(rules.trades)
    return in_trade and claim.group in w.use(rules.groups) and claim.new_post
