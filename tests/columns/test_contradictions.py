"""Facts that contradict each other: a case refuses them, and a row with them is undecided."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import duckdb
import polars as pl
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.profile import profile_of
from gansu_reemployment.columns.schema import schema
from gansu_reemployment.columns.terms import encode
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.facts import describe
from gansu_reemployment.measures.loans.facts import Borrower
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group
from gansu_reemployment.measures.subsidies.insurance.facts import Employer
from gansu_reemployment.measures.subsidies.services.rules import Course
from gansu_reemployment.measures.targets.indicators.facts import RateBase
from gansu_reemployment.measures.taxes.facts import EnterpriseKind, Formation, Trade
from gansu_reemployment.measures.taxes.ordered_relief.relief import Claimant
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.terms import RULE_NOT_KNOWN

Facts = Mapping[str, Any]

ENGINES: Final[Mapping[str, Callable[[pl.DataFrame], Any]]] = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
    "pyarrow": lambda frame: frame.to_arrow(),
}
KINDS: Final = {bool: pl.Boolean, int: pl.Int64, Yuan: pl.Int64, tuple: pl.Int64, date: pl.Date}

TAXES: Final[Facts] = {
    name: Yuan(100)
    for name in (
        "business_tax",
        "construction_tax",
        "education_surcharge",
        "enterprise_income_tax",
        "individual_income_tax",
    )
}
#: A day and facts without a contradiction, by measure.
GOOD: Final[Mapping[str, tuple[date, Facts]]] = {
    "enterprise_loan": (
        date(2009, 3, 1),
        {
            "hired": 30,
            "staff": 100,
            "contract_months": 12,
            "requested": Yuan(500_000),
            "months": 12,
            "government_guarantee": False,
            "uplift": 0,
        },
    ),
    "bank_lending": (
        date(2009, 3, 1),
        {"balance": Yuan(1_000_000), "bad": Yuan(1), "stopped": False, "fund_paid": False},
    ),
    "loan_extension": (
        date(2005, 7, 15),
        {
            "drawn_on": date(2003, 7, 15),
            "months": 24,
            "due_on": date(2005, 7, 15),
            "extension": 12,
            "extended_before": False,
            "guarantor_agrees": True,
            "asked": True,
            "uplift": 0,
        },
    ),
    "interest_subsidy": (
        date(2004, 6, 20),
        {
            "principal": Yuan(20_000),
            "drawn_on": date(2003, 10, 5),
            "due_on": date(2004, 10, 5),
            "months": 12,
            "borrower": Borrower.CERTIFIED,
            "micro_profit": True,
            "uplift": 0,
            "repaid": True,
            "repaid_on": date(2004, 10, 5),
            "since": date(2004, 3, 21),
            "until": date(2004, 6, 20),
        },
    ),
    "tax_relief": (
        date(2003, 7, 1),
        {
            "enterprise": EnterpriseKind.NEW_SERVICE,
            "trade": Trade.OTHER,
            "hired": 3,
            "surplus_staff": 0,
            "staff": 10,
            "staff_last_year": 9,
            "all_new_hires": 10,
            "employees": 0,
            "contract_years": 3,
            "formation": Formation.SET_UP,
            "mixed": False,
            "separate_accounts": True,
            "approved_on": date(2003, 7, 1),
            **TAXES,
        },
    ),
    "income_tax": (date(2003, 7, 1), {"income": Yuan(1000), "losses": Yuan(0)}),
    "trader_income_tax": (date(2003, 7, 1), {"income": Yuan(1000), "losses": Yuan(0)}),
    "ordered_relief": (
        date(2006, 7, 1),
        {
            "kind": Claimant.SOLE_TRADER,
            "months": 6,
            "trade": Trade.OTHER,
            "approved_on": date(2006, 1, 1),
            **TAXES,
        },
    ),
    "progress": (
        date(2006, 7, 1),
        {"target": 100, "done": 50, "passed": 6, "parts": 12, "tolerance": 1},
    ),
    "training_subsidy": (
        date(2006, 7, 1),
        {
            "course": Course.SKILLS,
            "qualified": True,
            "enrolled": 100,
            "passed": 95,
            "placed": 90,
        },
    ),
    "insurance_subsidy": (
        date(2006, 7, 31),
        {
            "employer": Employer.SERVICE,
            "contract_years": 2,
            "months_in_contract": 12,
            "group": EntitledGroup.LAID_OFF_SOE,
            "hardship": Group.OLDER,
            "new_post": True,
            "wage": Yuan(1000),
            "average_wage": Yuan(15_000),
            "months": 1,
            "months_used": 24,
            "retired": False,
            "extended": False,
            "years_left_at_approval": 10,
            "approved_on": date(2006, 1, 1),
            "paid_pension": Yuan(0),
            "paid_medical": Yuan(0),
            "paid_unemployment": Yuan(0),
        },
    ),
    "reemployment_rate": (
        date(2006, 7, 1),
        {"base": RateBase.STOCK, "reemployed": 10, "stock": 100, "newly_laid_off": 20},
    ),
    "collection_offset": (
        date(2003, 7, 1),
        {"task": Yuan(1000), "reliefs": (Yuan(1),), "collected": Yuan(850), "granted": True},
    ),
}
_EXISTING: Final = {"enterprise": EnterpriseKind.EXISTING_SERVICE, "staff": 0}
_TRADER: Final = {"enterprise": EnterpriseKind.SOLE_TRADER}
#: Per measure the fact that is named, and what is changed: to the bound, and beyond it.
PAIRS: Final[list[tuple[str, str, Facts, Facts]]] = [
    ("enterprise_loan", "hired", {"hired": 100}, {"hired": 101}),
    ("bank_lending", "bad", {"bad": Yuan(1_000_000)}, {"bad": Yuan("1000000.01")}),
    (
        "loan_extension",
        "due_on",
        {"due_on": date(2003, 7, 15), "months": None},
        {"due_on": date(2003, 7, 14)},
    ),
    (
        "interest_subsidy",
        "due_on",
        {"due_on": date(2003, 10, 5), "months": None},
        {"due_on": date(2003, 10, 4)},
    ),
    (
        "interest_subsidy",
        "repaid_on",
        {"repaid_on": date(2003, 10, 5)},
        {"repaid_on": date(2003, 10, 4)},
    ),
    (
        "interest_subsidy",
        "until",
        {"until": date(2004, 3, 21)},
        {"until": date(2004, 3, 20)},
    ),
    ("tax_relief", "hired", {"hired": 10}, {"hired": 11}),
    ("tax_relief", "hired", {**_EXISTING, "hired": 10}, {**_EXISTING, "hired": 11}),
    (
        "tax_relief",
        "surplus_staff",
        {"enterprise": EnterpriseKind.SPUN_OFF, "surplus_staff": 10},
        {"enterprise": EnterpriseKind.SPUN_OFF, "surplus_staff": 11},
    ),
    ("income_tax", "losses", {"losses": Yuan(1000)}, {"losses": Yuan("1000.01")}),
    ("trader_income_tax", "losses", {"losses": Yuan(1000)}, {"losses": Yuan("1000.01")}),
    ("ordered_relief", "months", {"months": 12}, {"months": 13}),
    ("progress", "passed", {"passed": 12}, {"passed": 13}),
    ("training_subsidy", "passed", {"passed": 100}, {"passed": 101}),
    ("training_subsidy", "placed", {"placed": 95}, {"placed": 96}),
    (
        "insurance_subsidy",
        "months_in_contract",
        {"months_in_contract": 24},
        {"months_in_contract": 25},
    ),
    ("reemployment_rate", "reemployed", {"reemployed": 100}, {"reemployed": 101}),
    (
        "reemployment_rate",
        "reemployed",
        {"base": RateBase.FLOW, "reemployed": 120},
        {"base": RateBase.FLOW, "reemployed": 121},
    ),
    (
        "collection_offset",
        "reliefs",
        {"reliefs": (Yuan(0),)},
        {"reliefs": (Yuan("-0.01"),)},
    ),
]
#: What looks like a contradiction and is none.
SOUND: Final[list[tuple[str, Facts]]] = [
    ("enterprise_loan", {"staff": None, "hired": 101}),
    ("tax_relief", {**_TRADER, "hired": 5, "staff": 0}),
    ("tax_relief", {"hired": 5, "all_new_hires": 0}),
    ("ordered_relief", {"kind": Claimant.ENTERPRISE, "months": 13}),
    ("ordered_relief", {"kind": None, "months": 13}),
    ("reemployment_rate", {"base": None, "reemployed": 101}),
    ("reemployment_rate", {"base": RateBase.FLOW, "newly_laid_off": None, "reemployed": 101}),
]


def facts_of(name: str, changes: Facts) -> dict[str, Any]:
    """Return the good facts of a measure with changes."""
    return {**GOOD[name][1], **changes}


def told(name: str, changes: Facts) -> tuple[str | None, str | None]:
    """Return the reasons and the missing facts of a case, as columns have them."""
    measure, on = MEASURES[name], GOOD[name][0]
    outcome = Bureau.of().work(name, measure.facts(**facts_of(name, changes)), on=on)
    codes = [refusal.code for refusal in outcome.refusals]
    codes = codes or (["fact-missing"] if outcome.missing else [])
    return ";".join(codes) or None, ";".join(outcome.missing) or None


def frame_of(name: str, *rows: Facts) -> pl.DataFrame:
    """Put the facts of each row into columns."""
    held = {f.name: KINDS.get(f.kind, pl.String) for f in describe(MEASURES[name].facts)}
    return pl.DataFrame(
        [{k: _cell(v) for k, v in facts_of(name, row).items()} for row in rows], schema=held
    )


def _cell(value: Any) -> Any:
    return sum(amount.fen for amount in value) if isinstance(value, tuple) else encode(value)


@pytest.fixture(name="worked", params=sorted(ENGINES))
def _worked(
    request: pytest.FixtureRequest, back: Callable[[Any], pl.DataFrame]
) -> Callable[..., list[tuple[str | None, str | None]]]:
    """Return the way to the reasons and the missing facts of rows on one engine."""

    def work(name: str, *rows: Facts) -> list[tuple[str | None, str | None]]:
        frame = ENGINES[request.param](frame_of(name, *rows))
        result = back(Bureau.of().columns.work(name, frame, on=GOOD[name][0]))
        return result.select(f"{name}_reasons", f"{name}_missing").rows()

    return work


@pytest.mark.parametrize(("name", "fact", "bound", "beyond"), PAIRS)
def test_beyond_the_bound(
    name: str, fact: str, bound: Facts, beyond: Facts, worked: Callable[..., list[Any]]
) -> None:
    """At the bound a row equals the case; beyond it the case is refused, and the row undecided."""
    with pytest.raises(InvalidFactsError) as caught:
        MEASURES[name].facts(**facts_of(name, beyond))

    good, at_bound, contradicts = worked(name, {}, bound, beyond)

    assert fact in [fault.path for fault in caught.value.faults]
    assert (told(name, {}), told(name, bound)) == (good, at_bound)
    reasons, missing = contradicts
    assert "fact-missing" == reasons
    assert fact == ";".join(n for n in missing.split(";") if not n.startswith(RULE_NOT_KNOWN))


@pytest.mark.parametrize(("name", "changes"), SOUND)
def test_no_contradiction(name: str, changes: Facts, worked: Callable[..., list[Any]]) -> None:
    """An unknown fact, an empty box and a pair that does not matter contradict nothing."""
    assert [told(name, changes)] == worked(name, changes)


@pytest.mark.parametrize(
    ("hired", "asked"), [((1, 30), []), ((1, 31), ["__enterprise_loan_hired"])]
)
def test_a_profile_that_proves_it(hired: tuple[int, ...], asked: list[str]) -> None:
    """Where the largest is not above the least bound, no row is checked."""
    measure = MEASURES["enterprise_loan"]
    frame = frame_of(measure.name, *({"hired": n, "staff": 30} for n in hired))
    profile = {c.name: found for c, found in profile_of(frame, schema(measure)).items()}
    working = ColumnWorking(date(2009, 3, 1), measure.facts, measure=measure.name, profile=profile)

    measure.work(working, working.facts, measure.rules())

    assert asked == list(working.state.checked)
