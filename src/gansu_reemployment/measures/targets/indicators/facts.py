"""The counts from which indicators are computed (就业指标的统计数)."""

from typing import ClassVar, Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, U, fact, not_negative, positive
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import Choice, _


class RateBase(Choice):
    """The denominator of the re-employment rate (再就业率口径)."""

    FLOW = "年初加当年新增", "laid off at the start and in the year"
    STOCK = "当年存量", "existing stock"


_NO_BASE = _("the base is zero, so there is no rate")


def _some(*parts: str) -> NotAbove:
    """Declare that a labour force is not of zero persons."""
    return NotAbove(1, parts, _("all parts are zero, so there is no rate"), at=parts[0])


@frozen(kw_only=True, slots=False)
class EmployedStock(CheckedFacts, Generic[U]):
    """The urban employed at both ends of a period (城镇从业人员), in persons."""

    employed_start: int | U = fact("期初城镇从业人员", "urban employed at start", not_negative)
    employed_end: int | U = fact("期末城镇从业人员", "urban employed at end", not_negative)


@frozen(kw_only=True, slots=False)
class NewlyEmployed(CheckedFacts, Generic[U]):
    """Persons who took up and who left work in a period (就业人员变动).

    *newly_employed* counts first-time and renewed employment, but not moves from another unit.
    *natural_loss* counts retirement, death and leaving (自然减员).
    """

    newly_employed: int | U = fact("累计新就业", "newly employed", not_negative)
    natural_loss: int | U = fact("自然减员", "natural loss", not_negative)


@frozen(kw_only=True, slots=False)
class LabourForce(CheckedFacts, Generic[U]):
    """The parts of the long form of the rate (登记失业率分母), in persons at year-end.

    *unit_employed* excludes rural labour, re-hired retirees, and staff from Hong Kong, Macao,
    Taiwan and abroad. *off_post* counts the off-post staff of urban units.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        _some(
            "registered",
            "unit_employed",
            "off_post",
            "private_owners",
            "sole_traders",
            "private_employed",
        ),
    )

    registered: int | U = fact("登记失业人员", "registered unemployed", not_negative)
    unit_employed: int | U = fact("单位从业人员", "employed in units", not_negative)
    off_post: int | U = fact("不在岗职工", "off-post staff", not_negative)
    private_owners: int | U = fact("私营业主", "private owners", not_negative)
    sole_traders: int | U = fact("个体户主", "self-employed owners", not_negative)
    private_employed: int | U = fact("私营个体从业人员", "privately employed", not_negative)


@frozen(kw_only=True, slots=False)
class ShortLabourForce(CheckedFacts, Generic[U]):
    """The parts of the short form, which prefecture data has (简式), in persons."""

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        _some("registered", "unit_employed", "private_employed"),
    )

    registered: int | U = fact("登记失业人员", "registered unemployed", not_negative)
    unit_employed: int | U = fact("单位从业人员", "employed in units", not_negative)
    private_employed: int | U = fact(
        "私营和个体从业人员", "private and self-employed", not_negative
    )


@frozen(kw_only=True, slots=False)
class Reemployment(CheckedFacts, Generic[U]):
    """The laid-off and unemployed, and those re-employed (下岗失业人员再就业), in persons.

    *reemployed* counts members of the base who found work in the year. *stock* counts the
    laid-off and unemployed at the start of the year.

    Raises:
        InvalidFactsError: the base is empty, or more persons than the base were re-employed.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove(
            "reemployed",
            "stock",
            _("must not be above the base of {base}"),
            where=("base", frozenset({RateBase.STOCK})),
        ),
        NotAbove(
            "reemployed",
            ("stock", "newly_laid_off"),
            _("must not be above the base of {base}"),
            where=("base", frozenset({RateBase.FLOW})),
        ),
        NotAbove(1, "stock", _NO_BASE, at="stock", where=("base", frozenset({RateBase.STOCK}))),
        NotAbove(
            1,
            ("stock", "newly_laid_off"),
            _NO_BASE,
            at="stock",
            where=("base", frozenset({RateBase.FLOW})),
        ),
    )

    base: RateBase | U = fact("再就业率口径", "base of the rate")
    reemployed: int | U = fact("再就业人数", "re-employed", not_negative)
    stock: int | U = fact("年初下岗失业人员", "laid off at the start", not_negative)
    newly_laid_off: int | U = fact("当年新增下岗失业人员", "newly laid off", not_negative)


@frozen(kw_only=True, slots=False)
class CertificateCount(CheckedFacts, Generic[U]):
    """Persons with a certificate, and those entitled to one (优惠证发放情况)."""

    issued: int | U = fact("已发证人数", "certificates issued", not_negative)
    entitled: int | U = fact("符合条件人数", "entitled persons", positive)


@frozen(kw_only=True, slots=False)
class LedgerCount(CheckedFacts, Generic[U]):
    """“4050” persons with a ledger, and all of them (“4050”人员台账)."""

    recorded: int | U = fact("已建台账人数", "persons with a ledger", not_negative)
    older: int | U = fact("“4050”人员数", "“4050” persons", positive)
