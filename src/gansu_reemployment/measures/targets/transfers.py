"""Special transfer divided by factors (专项转移支付分配): money exact to the fen.

The provincial finance department (省财政厅) divides the re-employment fund among places. The
Gansu opinion links it to seven factors without weights, directions or a formula: whoever
divides states them, and none is presented as law. It is by nature a loop, so it works single
cases only.

>>> from datetime import date
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

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import Factory, field, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.facts import CheckedFacts, Unknown, fact, not_negative, positive
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.targets.breakdown.apportion import Split, by_remainder
from gansu_reemployment.measures.targets.facts import exact_numbers, number_faults, readable
from gansu_reemployment.measures.targets.transfers_rules import (
    Direction,
    Form,
    FundFactor,
    TransferRules,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

__all__ = [
    "ALLOCATE",
    "Appropriation",
    "Direction",
    "Form",
    "FundFactor",
    "FundShare",
    "Transfer",
    "TransferRules",
    "allocate",
]


@frozen(kw_only=True, slots=False)
class FundShare(CheckedFacts):
    """One factor of a transfer (分配因素): weight and direction have to be stated.

    Args:
        factor: which of the seven.
        weight: its part of the whole; all weights add up to 1.
        direction: whether a higher value means more money or less.
        values: by unit; the coefficients themselves in the roll-over form.

    Raises:
        InvalidFactsError: with every fault.
    """

    factor: FundFactor | None = fact("因素", "factor")
    weight: Fraction | None = fact("权重", "weight", positive)
    direction: Direction | None = fact("方向", "direction")
    values: Mapping[str, Fraction | None] = field(
        converter=exact_numbers, metadata={"zh": "因素值", "en": "values"}
    )

    def contradictions(self) -> list[Fault]:
        """Give the values that are no exact numbers of zero or more, or blank."""
        if not readable(self):
            return []
        blank = _("a value is needed; a blank is not zero")
        blanks = [Fault.at(f"values.{u}", blank) for u, v in self.values.items() if v is None]
        return [*number_faults("values", self.values), *blanks]

    def scores(self) -> dict[str, Fraction]:
        """Give the values so that a higher score means more money."""
        values = {unit: value or Fraction(0) for unit, value in self.values.items()}
        if self.direction is Direction.MORE:
            return values
        ends = max(values.values()) + min(values.values())
        return {unit: ends - value for unit, value in values.items()}


@frozen(kw_only=True, slots=False)
class Transfer(CheckedFacts):
    """Money that is divided among places (专项转移支付).

    Args:
        pot: the whole.
        form: how it is divided.
        factors: by what; all over the same units.
        base: last year's amounts, for the roll-over form.

    Raises:
        InvalidFactsError: with every fault.
    """

    pot: Yuan | None = fact("资金总额", "pot", lambda pot: not_negative(pot.fen))
    form: Form | None = fact("分配办法", "form")
    factors: tuple[FundShare, ...] | None = fact("分配因素", "factors")
    base: Mapping[str, Yuan] = fact("上年补助数", "last year's amounts", default=Factory(dict))

    def contradictions(self) -> list[Fault]:
        """Give the faults between the factors."""
        if not readable(self):
            return []
        factors = _weight_faults(self.factors) if self.factors is not None else ()
        return [*factors, *_unit_faults(self), *_base_faults(self)]


@frozen
class Appropriation:
    """Money divided (分配结果).

    *amounts* add up to the pot. *moved* tells what each factor did to each place: its amount less
    what it would get if all places were alike in that factor; for each factor that adds up to zero.
    """

    amounts: dict[str, Yuan] = field(metadata={"zh": "分配数", "en": "amounts"})
    moved: dict[FundFactor, dict[str, Yuan]] = field(
        metadata={"zh": "各因素影响", "en": "moved by each factor"}
    )


def allocate(w: CaseWorking, transfer: Transfer, rules: TransferRules) -> Outcome[Appropriation]:
    """Divide money by factors, exact to the fen (分配专项转移支付).

    Raises:
        InvalidFactsError: a factor cannot be used; every fault says which.
    """
    if missing := [*transfer.unknown, *_missing(transfer)]:
        return w.outcome(Unknown(tuple(missing)))
    w.cite(rules.linkage)
    w.use(rules.factors)
    w.cite(rules.share_form if transfer.form is Form.SHARE else rules.roll_over_form)
    factors = transfer.factors or ()
    if any(one.direction is Direction.LESS for one in factors):
        w.cite(rules.mirrored)
    w.cite(rules.rounding)
    scores = [one.scores() for one in factors]
    amounts = _divide(transfer, scores)
    moved = {
        one.factor: _less(amounts, _alike(transfer, scores, place))
        for place, one in enumerate(factors)
        if one.factor
    }
    for factor, change in moved.items():
        values = {"factor": factor, "change": change}
        w.step(_("moved by a factor"), Message(_("{factor}: {change}"), values))
    return w.outcome(Appropriation(amounts, moved))


def _divide(transfer: Transfer, scores: Sequence[Mapping[str, Fraction]]) -> dict[str, Yuan]:
    weights = [one.weight or Fraction(0) for one in transfer.factors or ()]
    if transfer.form is Form.SHARE:
        weights = [weight / whole for weight, whole in zip(weights, _sums(scores), strict=True)]
    claims = {
        unit: sum((w * s[unit] for w, s in zip(weights, scores, strict=True)), Fraction(0))
        for unit in scores[0]
    }
    if transfer.form is Form.ROLL_OVER:
        claims = {unit: transfer.base[unit].fen * claim for unit, claim in claims.items()}
    if not any(claims.values()):
        raise InvalidFactsError(
            [Fault.at("factors", _("no place has a claim: its scores or its amounts are zero"))]
        )
    split = Split(total=transfer.pot.fen if transfer.pot else 0, weights=claims)
    return {unit: Yuan.from_fen(fen) for unit, fen in by_remainder(split).items()}


def _sums(scores: Sequence[Mapping[str, Fraction]]) -> list[Fraction]:
    sums = [sum(column.values(), Fraction(0)) for column in scores]
    text = _("all scores are zero: the factor cannot be used")
    faults = [Fault.at(f"factors[{n}].values", text) for n, whole in enumerate(sums) if not whole]
    if faults:
        raise InvalidFactsError(faults)
    return sums


def _alike(
    transfer: Transfer, scores: Sequence[Mapping[str, Fraction]], place: int
) -> dict[str, Yuan]:
    """Divide as if all units had the mean score of one factor."""
    mean = sum(scores[place].values(), Fraction(0)) / len(scores[place])
    level = dict.fromkeys(scores[place], mean)
    return _divide(transfer, [*scores[:place], level, *scores[place + 1 :]])


def _less(first: Mapping[str, Yuan], second: Mapping[str, Yuan]) -> dict[str, Yuan]:
    return {unit: amount - second[unit] for unit, amount in first.items()}


def _missing(transfer: Transfer) -> Iterator[str]:
    for number, one in enumerate(transfer.factors or ()):
        yield from (f"factors[{number}].{name}" for name in one.unknown)


def _weight_faults(factors: tuple[FundShare, ...]) -> Iterator[Fault]:
    if not factors or not all(one.values for one in factors):
        yield Fault.at("factors", _("at least one factor with its units is needed"))
    weights = [one.weight for one in factors]
    total = sum((weight for weight in weights if weight), Fraction(0))
    if None not in weights and factors and total != 1:
        yield Fault.at("factors", _("the weights add up to {sum}, not to 100%"), sum=total)
    for factor, times in Counter(one.factor for one in factors if one.factor).items():
        if times > 1:
            text = _("{factor} is given {times} times")
            yield Fault.at("factors", text, factor=factor, times=times)


def _unit_faults(transfer: Transfer) -> Iterator[Fault]:
    factors = transfer.factors or ()
    for number, one in enumerate(factors):
        if one.values.keys() != factors[0].values.keys():
            yield Fault.at(f"factors[{number}].values", _("other units than the first factor"))
    if transfer.form is Form.ROLL_OVER and factors:
        lacking = tuple(unit for unit in factors[0].values if unit not in transfer.base)
        if lacking:
            text = _("last year's amounts of {units} are needed")
            yield Fault.at("base", text, units=lacking)


def _base_faults(transfer: Transfer) -> Iterator[Fault]:
    for unit, amount in transfer.base.items():
        if not isinstance(amount, Yuan) or amount < Yuan(0):
            text = _("{value!r} is no amount of zero yuan or more")
            yield Fault.at(f"base.{unit}", text, value=amount)


ALLOCATE: Measure[Transfer, Appropriation] = Measure(
    "allocate",
    "专项转移支付分配",
    "special transfer divided",
    allocate,
    Transfer,
    TransferRules,
    columns=False,
)
