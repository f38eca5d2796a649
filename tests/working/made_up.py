"""Made-up facts and rules, and a check that a formula says the same in every working.

The reference is Python itself: where every fact is known, a formula runs as it is written. The
translated formula must agree with it, and the columns with the case, unknown facts included.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any, Final, Generic

import attrs
import duckdb
import narwhals as nw
import polars as pl
from attrs import frozen

from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.errors import RuleNotInForceError
from gansu_reemployment.fact_model import CheckedFacts, U, describe, fact
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Reason

CITE: Final = Instrument("试字[2003]2号", "", (), date(2003, 1, 1), None).at("第一条")
CHECKED: Final = date(2026, 11, 23)
TOO_FEW: Final = Reason("too-few", "Too few.")
TOO_MANY: Final = Reason("too-many", "Too many.")
#: Days before and after a change of the rules.
DAYS: Final = (date(2003, 7, 1), date(2005, 7, 1), date(2007, 7, 1))


class Trade(Choice):
    """A made-up kind of business."""

    REPAIR = "修理", "repair"
    FOOD = "饮食", "food"
    BATHS = "桑拿", "baths"


class Form(Choice):
    """A made-up form of the law."""

    FLAT = "定额", "a flat sum"
    SHARE = "按比例", "a share"
    NONE = "不设", "none"


def row(since: date, value: Any, until: date | None = None) -> Provision[Any]:
    """Build a row of a made-up rule."""
    return Provision(since, value, CITE, until)


@frozen(slots=False)
class Shop(CheckedFacts, Generic[U]):
    """The facts of a made-up shop."""

    new: bool | U = fact("新办", "new")
    poor: bool | U = fact("困难", "poor")
    staff: int | U = fact("职工", "staff")
    months: int | U = fact("月数", "months")
    trade: Trade | U = fact("行业", "trade")
    tax: Yuan | U = fact("税额", "tax")
    opened: date | U = fact("开业日期", "opened")


@rule_table("made_up", checked=CHECKED)
class ShopRules:
    """Made-up rules whose rows begin on different days."""

    least: Rule[int] = stated("下限", "least", row(date(2003, 1, 1), 2), row(date(2006, 1, 1), 5))
    most: Rule[int] = stated("上限", "most", row(date(2003, 1, 1), 9))
    trades: Rule[frozenset[Trade]] = stated(
        "行业",
        "trades",
        row(date(2003, 1, 1), frozenset({Trade.REPAIR})),
        row(date(2005, 1, 1), frozenset({Trade.REPAIR, Trade.FOOD})),
    )
    form: Rule[Form] = stated(
        "形式",
        "form",
        row(date(2003, 1, 1), Form.FLAT),
        row(date(2005, 1, 1), Form.SHARE),
        row(date(2007, 1, 1), Form.NONE),
    )
    start: Rule[date] = stated("起点", "start", row(date(2003, 1, 1), date(2004, 1, 1)))
    limit: Rule[Yuan] = stated(
        "限额", "limit", row(date(2003, 1, 1), Yuan(100)), row(date(2005, 1, 1), Yuan(300))
    )
    share: Rule[Fraction] = stated("比例", "share", row(date(2003, 1, 1), Fraction(1, 3)))
    #: Known on the second of the days only.
    gap: Rule[int] = stated("空档", "gap", row(date(2005, 1, 1), 4, date(2006, 12, 31)))


RULES: Final = ShopRules()
#: Values of each kind, among them those at which the rules decide.
VALUES: Final[Mapping[type[Any], Sequence[Any]]] = {
    bool: (True, False),
    int: (0, 1, 2, 4, 5, 9, 10),
    Trade: tuple(Trade),
    Yuan: (Yuan(0), Yuan(100), Yuan.from_fen(30_001)),
    date: (date(2003, 2, 1), date(2004, 1, 1), date(2005, 7, 2)),
}
_TYPES: Final = {bool: pl.Boolean, int: pl.Int64, Yuan: pl.Int64, date: pl.Date}


def shops(random: Random, count: int, unknown: float) -> list[Shop]:
    """Build random facts, of which a part is unknown."""
    some: Callable[..., Shop] = Shop
    return [
        some(
            **{
                f.name: None if random.random() < unknown else random.choice(VALUES[f.kind])
                for f in describe(Shop)
            }
        )
        for _n in range(count)
    ]


class Translated(CaseWorking):
    """A case whose formulas are translated though every fact is known."""

    __slots__ = ()

    def read(self, facts: Any) -> Any:
        """Return the view of *facts*, and run nothing as it is written."""
        view = super().read(facts)
        self.plain = False
        return view


def case(
    measure: Measure[Any, Any], facts: Any, on: date, kind: type[CaseWorking] = CaseWorking
) -> Outcome[Any] | None:
    """Evaluate one case; none if a rule is not in force."""
    working = kind(on)
    try:
        outcome: Outcome[Any] = measure(working, working.read(facts), RULES)
    except RuleNotInForceError:
        return None
    return outcome


@frozen
class Told:
    """What an outcome says, in a form that both workings share."""

    values: Mapping[str, Any] = {}
    codes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    steps: Mapping[str, Any] = {}
    cited: frozenset[str] = frozenset()


#: What is said of a row that stops because a rule is not in force.
STOPPED: Final = Told(codes=("fact-missing",), missing=("rule-not-known",))


def told_by_case(outcome: Outcome[Any] | None) -> Told:
    """Put the outcome of a case into the common form."""
    if outcome is None or _stops(outcome.missing):
        return STOPPED
    codes = tuple(refusal.code for refusal in outcome.refusals)
    return Told(
        dict(_flat("value", outcome.value)),
        codes or (("fact-missing",) if outcome.missing else ()),
        outcome.missing,
        {step.label: encoded(step.value) for step in outcome.steps},
        frozenset(used.key for used in outcome.citations),
    )


def _stops(missing: Sequence[str]) -> bool:
    return any(name.startswith("rule-not-known") for name in missing)


def _flat(name: str, value: Any) -> Iterable[tuple[str, Any]]:
    if attrs.has(type(value)) and not isinstance(value, Yuan):
        for f in attrs.fields(type(value)):
            yield from _flat(f.name, getattr(value, f.name))
    elif value is not None:
        yield name, encoded(value)


def encoded(value: Any) -> Any:
    """Return a value as a column holds it."""
    if isinstance(value, Yuan):
        return value.fen
    return value.code if isinstance(value, Choice) else value


@cache
def columns_of(measure: Measure[Any, Any]) -> Any:
    """Return the columns of *measure* over a column of days, with explanations."""
    working = ColumnWorking("day", Shop, measure="m", explain=True)
    return measure(working, working.facts, RULES)


def frame_of(facts: Sequence[Shop], days: Sequence[date]) -> pl.DataFrame:
    """Return the frame that holds the facts and the day of each row."""
    columns = {
        f.name: pl.Series(
            f.name,
            [encoded(getattr(shop, f.name)) for shop in facts],
            dtype=_TYPES.get(f.kind, pl.String),
        )
        for f in describe(Shop)
    }
    return pl.DataFrame({"n": range(len(facts)), "day": days, **columns})


def told_by_columns(outcome: Any, frame: pl.DataFrame, engine: str) -> list[Told]:
    """Evaluate the columns on an engine, and put each row into the common form."""
    if engine == "polars":
        found = outcome.add_to(nw.from_native(frame.lazy())).to_native().collect()
    else:
        wrapped: Any = nw.from_native(duckdb.from_arrow(frame.to_arrow()))
        found = pl.DataFrame(outcome.add_to(wrapped).to_native().to_arrow_table()).sort("n")
    names = [name for name in outcome.last if name != "m_citations"]
    return [_told(names, values) for values in found.to_dicts()]


def _told(names: Sequence[str], values: Mapping[str, Any]) -> Told:
    codes, missing, cited = (
        tuple(values[f"m_{key}"].split(";")) if values[f"m_{key}"] else ()
        for key in ("reasons", "missing", "citations")
    )
    if _stops(missing):
        return STOPPED
    known = {name: values[name] for name in names if values[name] is not None}
    steps = {name[2:]: value for name, value in known.items() if name.startswith("m_step")}
    results = {
        "value" if name == "m" else name[2:]: value
        for name, value in known.items()
        if not name.startswith("m_step")
    }
    return Told(results, codes, missing, steps, frozenset(cited))


def check_plain(measure: Measure[Any, Any], facts: Sequence[Shop]) -> None:
    """Assert that the translated formula says what the formula as written says, in order."""
    for shop in facts:
        for on in DAYS:
            plain, translated = (
                case(measure, shop, on, kind) for kind in (CaseWorking, Translated)
            )
            assert plain == translated, (measure.name, shop, on)


def check_columns(measure: Measure[Any, Any], facts: Sequence[Shop], *engines: str) -> None:
    """Assert that columns say of each row what a case says, on each of the days."""
    pairs = [(shop, on) for shop in facts for on in DAYS]
    told = [told_by_case(case(measure, shop, on)) for shop, on in pairs]
    frame = frame_of([shop for shop, _on in pairs], [on for _shop, on in pairs])
    for engine in engines:
        found = told_by_columns(columns_of(measure), frame, engine)
        for (shop, on), one, other in zip(pairs, told, found, strict=True):
            assert one == other, (measure.name, engine, shop, on)
