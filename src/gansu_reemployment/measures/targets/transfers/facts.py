"""The money of a special transfer and the factors that divide it (专项转移支付).

The Gansu opinion names seven factors and states neither weights nor directions, so both are
facts and never presumed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Generic

from attrs import Factory, field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import CheckedFacts, U, fact, not_negative, positive
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.identity import masked
from gansu_reemployment.measures.targets.facts import (
    exact_numbers,
    number_faults,
    readable,
    unknown_within,
)
from gansu_reemployment.money import Yuan


class FundFactor(Choice):
    """The seven factors of the opinion (挂钩因素); the text may join the third and the fourth."""

    LOCAL_INPUT = "地方资金实际投入情况", "actual input of local money"
    NET_NEW_JOBS = "净增就业岗位数", "net new jobs"
    PUBLIC_POSTS = "开发公益性就业岗位数", "public-service posts opened"
    OLDER_PERSONS = "大龄就业困难对象数", "older hard-to-employ persons"
    FUND_IN_PLACE = "落实再就业资金数", "re-employment fund put in place"
    REEMPLOYMENT_RATE = "再就业率", "re-employment rate"
    UNEMPLOYMENT_RATE = "城镇登记失业率", "registered urban unemployment rate"


class Direction(Choice):
    """The effect of a higher value on the money of a place (因素方向)."""

    MORE = "越高越多", "more for a higher value"
    LESS = "越高越少", "less for a higher value"


class Form(Choice):
    """The form of the division (分配办法)."""

    SHARE = "因素法", "share form"
    ROLL_OVER = "基数滚动法", "roll-over form"


@frozen(kw_only=True, slots=False)
class FundShare(CheckedFacts, Generic[U]):
    """A factor of a transfer (分配因素).

    Args:
        factor: one of the seven factors.
        weight: its part of the pot; all weights add up to 1.
        direction: whether a higher value means more money or less; only the share form asks it.
        values: the value of each unit; in the roll-over form the coefficient itself.
    """

    factor: FundFactor | U = fact("因素", "factor")
    weight: Fraction | U = fact("权重", "weight", positive)
    direction: Direction | U = fact("方向", "direction")
    values: Mapping[str, Fraction | U] = field(
        converter=exact_numbers, metadata={"zh": "因素值", "en": "values"}
    )

    def contradictions(self) -> list[Fault]:
        """Return a fault for each value that is not an exact number of zero or more."""
        if not readable(self):
            return []
        blank = _("a value is needed; a blank is not zero")
        blanks = [Fault.at(f"values.{u}", blank) for u, v in self.values.items() if v is None]
        return [*number_faults("values", self.values), *blanks]

    def scores(self) -> dict[str, Fraction]:
        """Return the score of each unit: a higher one means more money."""
        values = {unit: value for unit, value in self.values.items() if isinstance(value, Fraction)}
        if self.direction is not Direction.LESS:
            return values
        ends = max(values.values()) + min(values.values())
        return {unit: ends - value for unit, value in values.items()}


@frozen(kw_only=True, slots=False)
class Transfer(CheckedFacts, Generic[U]):
    """Money that is divided among places (专项转移支付).

    Args:
        pot: the amount to divide.
        form: the form of the division.
        factors: the factors of the division; all list the same units.
        base: the amounts of last year, for the roll-over form.
    """

    pot: Yuan | U = fact("资金总额", "pot", not_negative)
    form: Form | U = fact("分配办法", "form")
    factors: tuple[FundShare[U], ...] | U = fact("分配因素", "factors")
    base: Mapping[str, Yuan] = fact("上年补助数", "last year's amounts", default=Factory(dict))

    def contradictions(self) -> list[Fault]:
        """Return the faults between the factors."""
        if not readable(self):
            return []
        factors = _weight_faults(self.factors) if isinstance(self.factors, tuple) else ()
        return [*factors, *_unit_faults(self), *_base_faults(self), *_coefficient_faults(self)]

    def missing(self) -> tuple[str, ...]:
        """Return the names of the unknown facts, with those of the factors.

        The coefficients of the roll-over form have no direction.
        """
        factors = self.factors if isinstance(self.factors, tuple) else ()
        within = unknown_within("factors", factors)
        if self.form is Form.ROLL_OVER:
            within = (name for name in within if not name.endswith(".direction"))
        return (*self.unknown, *within)


def _weight_faults(factors: tuple[FundShare[Any], ...]) -> Iterator[Fault]:
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


def _unit_faults(transfer: Transfer[Any]) -> Iterator[Fault]:
    factors = transfer.factors or ()
    for number, one in enumerate(factors):
        if one.values.keys() != factors[0].values.keys():
            yield Fault.at(f"factors[{number}].values", _("other units than the first factor"))
    if transfer.form is Form.ROLL_OVER and factors:
        lacking = tuple(unit for unit in factors[0].values if unit not in transfer.base)
        if lacking:
            text = _("last year's amounts of {units} are needed")
            yield Fault.at("base", text, units=lacking)


def _base_faults(transfer: Transfer[Any]) -> Iterator[Fault]:
    for unit, amount in transfer.base.items():
        if not isinstance(amount, Yuan) or amount < Yuan(0):
            text = _("{value!r} is not an amount of zero yuan or more")
            yield Fault.at(f"base.{unit}", text, value=masked(amount))


def _coefficient_faults(transfer: Transfer[Any]) -> Iterator[Fault]:
    if transfer.form is not Form.ROLL_OVER:
        return
    for number, one in enumerate(transfer.factors or ()):
        if one.direction is Direction.LESS:
            text = _("a coefficient of the roll-over form is used as it is: it has no direction")
            yield Fault.at(f"factors[{number}].direction", text)
