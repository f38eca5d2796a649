"""The conditions of the social insurance subsidy (社会保险补贴条件), by kind of employer."""

from typing import Any, Final

from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.subsidies.insurance.facts import (
    Employer,
    FlexibleFor,
    Hiring,
    PostContract,
    PostsFor,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.working.terms import Condition, Facts, Out_co, Reason, Working

_HARD: Final = frozenset(Group) - {Group.GENERAL}

NOT_COVERED = Reason("employer-not-covered", _("This kind of employer is not subsidised."))
NOT_ENTITLED = Reason("not-in-entitled-group", _("The person belongs to none of the groups."))
NOT_HARD = Reason("not-hard-to-employ", _("The person is not hard to employ."))
NOT_OLDER = Reason("not-older-hard-to-employ", _("The person is not of the “4050” group."))
NOT_NEW = Reason("not-a-new-post", _("The person was not newly hired into a new post."))
TOO_SHORT = Reason("contract-too-short", _("The labour contract is too short."))


def check_hire(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> None:
    """Check whom an enterprise hired, and for how long."""
    w.match(
        rules.hiring,
        {
            Hiring.CARD_HOLDER: lambda: _check_card_holder(w, claim, rules),
            Hiring.EITHER: lambda: w.require(
                rules.hiring, _hard(w, claim) | _card_holder(w, claim, rules), NOT_HARD
            ),
            Hiring.HARD_TO_EMPLOY: lambda: w.require(
                rules.hiring,
                w.branch(_hard(w, claim), _yes, lambda: _approved_as_card_holder(w, claim, rules)),
                NOT_HARD,
            ),
        },
    )
    long_enough = claim.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, TOO_SHORT)


def _check_card_holder(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> None:
    w.require(rules.trades, w.among(claim.employer, w.use(rules.trades)), NOT_COVERED)
    w.require(rules.groups, w.among(claim.group, w.use(rules.groups)), NOT_ENTITLED)
    w.require(rules.new_posts, claim.new_post, NOT_NEW)


def _card_holder(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> Condition:
    trade = w.among(claim.employer, w.use(rules.trades))
    group = w.among(claim.group, w.use(rules.groups))
    holder: Condition = trade & group & claim.new_post
    return holder


def _approved_as_card_holder(
    w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules
) -> Condition:
    in_time: Condition = claim.approved_on <= w.use(rules.cards_until)
    return _card_holder(w, claim, rules) & in_time


def check_post(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> None:
    """Check who works in a public-service post; an approval of the first regime keeps its terms."""
    w.require(rules.post_groups, w.among(claim.group, w.use(rules.post_groups)), NOT_ENTITLED)
    w.match(
        rules.posts_for,
        {
            PostsFor.OLDER: lambda: _check_older(w, claim, rules),
            PostsFor.HARD_TO_EMPLOY: lambda: w.require(rules.posts_for, _hard(w, claim), NOT_HARD),
        },
    )
    w.match(
        rules.post_contract,
        {
            PostContract.NOT_ASKED: _nothing,
            PostContract.ASKED: lambda: _check_post_contract(w, claim, rules),
        },
    )


def _check_post_contract(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> None:
    long_enough = claim.contract_years >= w.use(rules.post_contract_years)
    kept = w.branch(long_enough, _yes, lambda: claim.approved_on <= w.use(rules.approved_by))
    w.require(rules.post_contract_years, kept, TOO_SHORT)


def _check_older(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> None:
    w.require(rules.posts_for, claim.hardship == Group.OLDER, NOT_OLDER)


def check_flexible(w: Working[Out_co], claim: Facts[Any], rules: InsuranceRules) -> None:
    """Check a flexible worker; before 2006 there is no national subsidy for them."""
    w.match(
        rules.flexible_for,
        {
            FlexibleFor.NOBODY: lambda: w.refuse(
                rules.flexible_for, claim.employer == Employer.FLEXIBLE, NOT_COVERED
            ),
            FlexibleFor.OLDER: lambda: w.require(
                rules.flexible_for, claim.hardship == Group.OLDER, NOT_OLDER
            ),
            FlexibleFor.HARD_TO_EMPLOY: lambda: w.require(
                rules.flexible_for, _hard(w, claim), NOT_HARD
            ),
        },
    )


def _hard(w: Working[Out_co], claim: Facts[Any]) -> Condition:
    return w.among(claim.hardship, _HARD)


def _yes() -> bool:
    return True


def _nothing() -> None:
    """Ask for nothing more."""
