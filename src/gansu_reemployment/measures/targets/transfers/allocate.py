"""Special transfer divided by factors (专项转移支付分配): money exact to the fen.

The provincial finance department (省财政厅) divides the re-employment fund among places. The
Gansu opinion names seven factors and states no formula, so the form of the division, the weights
and the directions are facts.

>>> from datetime import date
>>> from gansu_reemployment.measures.targets.transfers.facts import FundShare
>>> posts = FundShare(
...     factor=FundFactor.PUBLIC_POSTS, weight=Fraction(1, 4), direction=Direction.MORE,
...     values={"兰州": 300, "天水": 100},
... )
>>> rate = FundShare(
...     factor=FundFactor.UNEMPLOYMENT_RATE, weight=Fraction(3, 4), direction=Direction.LESS,
...     values={"兰州": Fraction(2, 100), "天水": Fraction(6, 100)},
... )
>>> transfer = Transfer(pot=Yuan("100.01"), form=Form.SHARE, factors=(posts, rate))
>>> found = allocate(CaseWorking(on=date(2003, 6, 10)), transfer, TransferRules()).value
>>> found.amounts
{'兰州': Yuan('75.01'), '天水': Yuan('25.00')}
>>> found.moved[FundFactor.UNEMPLOYMENT_RATE]
{'兰州': Yuan('18.75'), '天水': Yuan('-18.75')}
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.targets.breakdown.apportion import Split, by_remainder
from gansu_reemployment.measures.targets.transfers.facts import (
    Direction,
    Form,
    FundFactor,
    Transfer,
)
from gansu_reemployment.measures.targets.transfers.rules import TransferRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.objects.frozen import immutable
from gansu_reemployment.working import CaseWorking, Incomplete, measure
from gansu_reemployment.working.tabular import Tabular


@frozen
class Appropriation(Tabular):
    """Money divided among places (分配结果).

    *amounts* add up to the pot. *moved* is the effect of each factor: the amount of a place less
    the one that it would get if all places had the mean score. The effects of a factor add up
    to zero.
    """

    amounts: Mapping[str, Yuan] = result_field("分配数", "amounts", converter=immutable)
    moved: Mapping[FundFactor, Mapping[str, Yuan]] = result_field(
        "各因素影响", "moved by each factor", converter=immutable
    )


@measure("专项转移支付分配", "special transfer divided", columns=False)
def allocate(w: CaseWorking, transfer: Transfer[Known], rules: TransferRules) -> Appropriation:
    """Divide money by factors, exact to the fen (分配专项转移支付).

    The day of the law is one of the year of the money.

    It is by nature a loop, so it evaluates single cases only.

    Raises:
        InvalidFactsError: a factor cannot be used; every fault names the factor.
    """
    # The law of the day comes first: on a day without it there is nothing to ask.
    w.cite(rules.linkage)
    w.use(rules.factors)
    if missing := transfer.missing():
        raise Incomplete(*missing)
    if transfer.form is Form.SHARE:
        w.cite(rules.share_form)
        if any(one.direction is Direction.LESS for one in transfer.factors):
            w.cite(rules.mirrored)
    else:
        w.cite(rules.roll_over_form)
        w.cite(rules.coefficients)
    w.cite(rules.rounding)
    scores = [one.scores() for one in transfer.factors]
    amounts = divided(transfer, scores)
    moved: dict[FundFactor, dict[str, Yuan]] = {}
    for number, one in enumerate(transfer.factors):
        alike = divided(transfer, with_mean(scores, number))
        change = {unit: amount - alike[unit] for unit, amount in amounts.items()}
        moved[one.factor] = change
        values = immutable({"factor": one.factor, "change": change})
        w.step(_("moved by a factor"), Message(_("{factor}: {change}"), values))
    return Appropriation(amounts, moved)


def divided(transfer: Transfer[Known], scores: Sequence[Mapping[str, Fraction]]) -> dict[str, Yuan]:
    """Divide the pot by the *scores* of each factor."""
    weights = [one.weight for one in transfer.factors]
    if transfer.form is Form.SHARE:
        # A factor divides its part of the pot by each unit's share of the scores.
        weights = [weight / whole for weight, whole in zip(weights, sums(scores), strict=True)]
    claims = {
        unit: sum((w * s[unit] for w, s in zip(weights, scores, strict=True)), Fraction(0))
        for unit in scores[0]
    }
    if transfer.form is Form.ROLL_OVER:
        # The weighted coefficients adjust the amounts of last year.
        claims = {unit: transfer.base[unit].fen * claim for unit, claim in claims.items()}
    if not any(claims.values()):
        text = _("no place has a claim: all scores or all amounts are zero")
        raise InvalidFactsError([Fault.at("factors", text)])
    split = Split(total=transfer.pot.fen, weights=claims)
    return {unit: Yuan.from_fen(fen) for unit, fen in by_remainder(split).items()}


def sums(scores: Sequence[Mapping[str, Fraction]]) -> list[Fraction]:
    """Return the sum of the scores of each factor.

    Raises:
        InvalidFactsError: all scores of a factor are zero.
    """
    found = [sum(column.values(), Fraction(0)) for column in scores]
    text = _("all scores are zero: the factor cannot be used")
    faults = [Fault.at(f"factors[{n}].values", text) for n, whole in enumerate(found) if not whole]
    if faults:
        raise InvalidFactsError(faults)
    return found


def with_mean(
    scores: Sequence[Mapping[str, Fraction]], number: int
) -> list[Mapping[str, Fraction]]:
    """Return the scores with the mean for every unit in the factor *number*."""
    column = scores[number]
    mean = sum(column.values(), Fraction(0)) / len(column)
    return [*scores[:number], dict.fromkeys(column, mean), *scores[number + 1 :]]
