"""The hooks that a plugin may implement (插件接口). They return data and are asked once.

A plugin marks its functions with :data:`hookimpl` and names its module in the entry-point group
``gansu_reemployment``.
"""

import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from inspect import signature
from typing import Any, ClassVar, Final

import pluggy
from attrs import field, frozen

from gansu_reemployment.errors import RulebookError
from gansu_reemployment.fact_model.fields import FactSpec, fact_of, spec_of
from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Citation
from gansu_reemployment.law.provisions import Amendment, Provision
from gansu_reemployment.money import Yuan
from gansu_reemployment.objects.copies import fields_of
from gansu_reemployment.objects.frozen import immutable
from gansu_reemployment.regions import Region
from gansu_reemployment.working.measure import Measure

#: The entry-point group, and the name of the pluggy project.
GROUP: Final = "gansu_reemployment"
#: The rule that holds a region's weights, and the series of average wages.
WEIGHTS: Final = "breakdown.weights"
AVERAGE_WAGE: Final = "insurance.average_wage"

hookspec: Final[pluggy.HookspecMarker] = pluggy.HookspecMarker(GROUP)
hookimpl: Final[pluggy.HookimplMarker] = pluggy.HookimplMarker(GROUP)

#: Where a formula that was made at run time keeps the call that makes its condition again.
MADE_BY: Final = "made_by"

#: Opens a ledger from its URL.
LedgerFactory = Callable[[str], Any]


@frozen
class LocalFormula:
    """A formula of a place on a measure (地方公式), evaluated after the measure's own.

    It applies on the days on which every rule of its table is in force.
    """

    measure: str
    formula: Callable[..., Any]

    def __reduce__(self) -> tuple[Any, ...]:
        made_by: tuple[Any, ...] | None = getattr(self.formula, MADE_BY, None)
        return made_by or (type(self), fields_of(self))

    @property
    def rules(self) -> type[Any]:
        """The table of rules: the class that annotates the third parameter of the formula.

        Raises:
            RulebookError: the formula has other parameters, or the third is not annotated.
        """
        names = list(signature(self.formula).parameters)
        hints = typing.get_type_hints(self.formula)
        if len(names) != self._parameters or names[2] not in hints:
            raise RulebookError(self._form, name=getattr(self.formula, "__name__", "formula"))
        kind: type[Any] = hints[names[2]]
        return kind

    _parameters: ClassVar[int]
    _form: ClassVar[str]


@frozen
class LocalCondition(LocalFormula):
    """A condition of a place on a measure (地方条件), which no value of a rule can express.

    Its formula takes the working, the facts and a table of rules of the plugin's own. It refuses
    by ``w.require`` or ``w.refuse``.
    """

    _parameters = 3
    _form = _(
        "The condition {name} must take a working, the facts and a table of rules: "
        "def {name}(w: Working, facts: Any, rules: MyRules) -> None."
    )


@frozen
class LocalAdjustment(LocalFormula):
    """A change of the result of a measure by a place (地方调整), such as a cap.

    Its formula also takes the result, and returns the changed one. The measure must have a rule
    that is delegated to the place.
    """

    _parameters = 4
    _form = _(
        "The adjustment {name} must take a working, the facts, a table of rules and the result: "
        "def {name}(w: Working, facts: Any, rules: MyRules, result: Yuan) -> Yuan."
    )


class LocalFacts:
    """Facts that a place adds to a measure (地方事实).

    ``LocalFacts("hardship", resident=fact("本市户口", "resident of the city"))``: each is made by
    :func:`~.fact_model.fact`, whose *kind* is yes or no unless it names another type.
    """

    __slots__ = ("facts", "measure")

    def __init__(self, measure: str, /, **facts: Any) -> None:
        self.measure: str = measure
        self.facts: Mapping[str, Any] = facts

    def __reduce__(self) -> tuple[Any, ...]:
        return _local_facts, (self.measure, {n: spec_of(one) for n, one in self.facts.items()})

    def __repr__(self) -> str:
        return f"LocalFacts({self.measure!r}, {', '.join(self.facts)})"


def _local_facts(measure: str, specs: Mapping[str, FactSpec]) -> LocalFacts:
    return LocalFacts(measure, **{name: fact_of(spec) for name, spec in specs.items()})


@frozen
class LocalWeights:
    """The weights by which a place divides its targets of a *year* (分解权数)."""

    year: int
    weights: Mapping[str, int]
    cite: Citation

    def amendment(self) -> Amendment:
        """Return the row of the rule of weights, which is in force for the year."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        return Amendment(WEIGHTS, first, immutable(self.weights), self.cite, "", last, self._early)

    @property
    def _early(self) -> bool:
        issued = self.cite.instrument.issued
        return issued is not None and date(self.year, 1, 1) < issued


@frozen
class LocalSeries:
    """A place's own average wage by year (本地职工平均工资), in yuan a year, with its source."""

    wages: Mapping[int, Yuan]
    cite: Citation

    def rows(self, region: str) -> tuple[Provision[Yuan], ...]:
        """Return the rows of the region: the wage of a year holds throughout the next one."""
        return tuple(
            Provision(date(y + 1, 1, 1), wage, self.cite, date(y + 1, 12, 31), region)
            for y, wage in sorted(self.wages.items())
        )


@frozen(kw_only=True)
class LocalRules:
    """The local rules (实施办法) of one region.

    Args:
        region: the region's code or any of its names.
        amendments: the local rows, each on a rule that is delegated.
        conditions: further conditions, each a formula with rules of its own.
        adjustments: changes of results, such as caps, each a formula with rules of its own.
        weights: by which the region divides its targets, year by year.
        facts: further facts that its conditions and measures read.
        series: the average wages of the region.
        declares: regions outside Gansu that the plugin declares, higher ones first.
        checked_on: the day on which the rows were last compared with their documents.
    """

    region: str
    amendments: tuple[Amendment, ...] = ()
    conditions: tuple[LocalCondition, ...] = ()
    adjustments: tuple[LocalAdjustment, ...] = ()
    weights: tuple[LocalWeights, ...] = ()
    facts: tuple[LocalFacts, ...] = ()
    series: tuple[LocalSeries, ...] = ()
    declares: tuple[Region, ...] = field(default=())
    checked_on: date | None = None


@hookspec
def local_rules() -> LocalRules | Sequence[LocalRules]:  # type: ignore[empty-body]
    """Return the local rules of one region, or of several."""


@hookspec
def local_measures() -> Sequence[Measure[Any, Any]]:  # type: ignore[empty-body]
    """Return the measures that only the plugin's region has, with those below it."""


@hookspec
def ledger_backends() -> Mapping[str, LedgerFactory]:  # type: ignore[empty-body]
    """Return the ledgers of this plugin by the scheme of their URL."""


#: The names of the hooks.
HOOKS: Final = ("local_rules", "local_measures", "ledger_backends")
