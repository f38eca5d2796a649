"""No class of facts has a default, and whatever somebody presumes is marked."""

import pickle
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs
import polars as pl
import pytest

from gansu_reemployment import (
    Bureau,
    Case,
    Enterprise,
    LoanApplication,
    Yuan,
    facts,
    load_host,
    open_ledger,
    read_facts,
    write_facts,
)
from gansu_reemployment.errors import ColumnsError, InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts, describe
from gansu_reemployment.ledger import public_notice
from gansu_reemployment.sheets import as_markdown

DAY: Final = date(2003, 7, 15)
#: What a file at the counter states; the rest is confirmed by others.
STATED: Final[Mapping[str, Any]] = {
    "born_on": date(1960, 5, 1),
    "certified": True,
    "partners": 1,
    "requested": Yuan(20_000),
    "months": 24,
    "micro_profit": True,
    "uplift": 0,
    "purpose": facts.Purpose.WORKING_CAPITAL,
}
CONFIRMED: Final = tuple(LoanApplication.usual)
CLASSES: Final = [
    kind
    for name in facts.__all__
    if isinstance(kind := getattr(facts, name), type) and issubclass(kind, CheckedFacts)
]
#: Defaults that say how something is computed, or that nothing was listed; they are no facts of
#: a person or a firm. The terms of a running loan are those of the general law.
CHOSEN: Final = {
    "RunningLoan": {"settlement", "counting", "refixing", "uplift", "repayments", "overdue_base"},
    "InstalmentLoan": {"prepayments", "prepaying"},
    "RegisterLoan": {"settlement"},
    "BankClaim": {"loans"},
    "OffsetLedger": {"entries", "tasks", "yearly"},
    "OrderedYear": {"months"},
    "Factor": {"share", "name"},
    "Target": {"lot", "floors", "caps", "fixed", "parents"},
    "Indicator": {"name", "part_of", "lot", "floors", "caps", "fixed", "parents"},
    "RateCeiling": {"name", "own"},
    "TargetPlan": {"ceilings"},
    "ScoreSheet": {"bands"},
    "Transfer": {"base"},
    "Span": {"since"},
}


@pytest.fixture(name="bureau", scope="module")
def _bureau() -> Bureau:
    return Bureau.of("天水市", host=load_host([]))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_no_fact_has_a_default(kind: type[Any]) -> None:
    """A fact that is not stated is unknown, whomever it would favour."""
    defaults = {f.name: f.default for f in attrs.fields(kind) if "mark" not in f.metadata}
    chosen = {
        name for name, value in defaults.items() if value is not None and value is not attrs.NOTHING
    }
    assert CHOSEN.get(kind.__name__, set()) == chosen


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_facts_that_must_be_stated_have_no_default(kind: type[Any]) -> None:
    """A fact that cannot be unknown must be stated, which type checkers read of its field."""
    chosen = CHOSEN.get(kind.__name__, set())
    needed = {f.name for f in describe(kind) if not f.optional and f.name not in chosen}
    assert needed == {f.name for f in attrs.fields(kind) if f.default is attrs.NOTHING}


@pytest.mark.parametrize("kind", [kind for kind in CLASSES if kind.usual], ids=lambda k: k.__name__)
def test_usual_facts_are_facts(kind: type[Any]) -> None:
    """What may be presumed is a fact of the class and passes its checks."""
    fields = {field.name: field for field in describe(kind)}
    assert kind.usual.keys() <= fields.keys()
    assert [] == [f for name, value in kind.usual.items() for f in fields[name].problems(value)]


def test_what_is_not_stated_is_asked_for(bureau: Bureau) -> None:
    """An application without the confirmations is undecided and asks for each of them."""
    outcome = bureau.loan_terms(LoanApplication(**STATED), on=DAY)
    assert set(CONFIRMED) == set(outcome.missing)


def test_presumed_facts_are_marked(bureau: Bureau) -> None:
    """What ``in_order`` presumed is named in the explanation and in the JSON form."""
    application = LoanApplication.in_order(**STATED, skilled=True)
    assert tuple(name for name in CONFIRMED if name != "skilled") == application.presumed
    outcome = bureau.loan_terms(application, on=DAY)
    assert "decided" == outcome.status
    english, chinese = outcome.explain("en"), outcome.explain("zh_CN")
    assert "presumed in order: own funds fall short, healthy, creditworthy" in english
    assert "推定符合：自筹资金不足、身体健康、诚实信用、社区已推荐" in chinese
    assert "with some labour skill, recommended" not in english
    first = outcome.as_json()["steps"][0]
    assert {"label": "presumed in order", "value": list(application.presumed)} == first


def test_stated_facts_are_not_marked(bureau: Bureau) -> None:
    """An application whose file says everything has no mark."""
    stated = LoanApplication(**STATED, **LoanApplication.usual)
    assert () == stated.presumed == LoanApplication.in_order(**attrs.asdict(stated)).presumed
    assert "presumed" not in bureau.loan_terms(stated, on=DAY).explain("en")
    assert stated != LoanApplication.in_order(**STATED)


def test_only_what_is_unknown_is_presumed(bureau: Bureau) -> None:
    """What the file denies is not presumed, and what it leaves open is."""
    denied = LoanApplication.in_order(**STATED, healthy=False, skilled=None)
    assert ("healthy" in denied.presumed, "skilled" in denied.presumed) == (False, True)
    refusals = bureau.loan_terms(denied, on=DAY).refusals
    assert ["not-healthy"] == [refusal.code for refusal in refusals]


def test_a_change_takes_the_mark_away() -> None:
    """A presumed fact that turns out otherwise is no longer marked."""
    changed = attrs.evolve(LoanApplication.in_order(**STATED), healthy=False)
    assert "healthy" not in changed.presumed
    assert "skilled" in changed.presumed


def test_mark_is_written_and_read() -> None:
    """The mark goes through JSON and pickle; a name that may not be presumed is a fault."""
    application = LoanApplication.in_order(**STATED)
    assert application == read_facts(LoanApplication, write_facts(application))
    assert application == pickle.loads(pickle.dumps(application))  # noqa: S301 - our own
    assert "presumed" not in write_facts(LoanApplication(**STATED))
    with pytest.raises(InvalidFactsError, match="certified is not among the facts"):
        LoanApplication(presumed=("certified",))


def test_mark_is_in_ledger_and_sheets(bureau: Bureau) -> None:
    """The entry names what was presumed, and a table from the ledger marks its result."""
    application = LoanApplication.in_order(**STATED)
    outcome = bureau.loan_terms(application, on=DAY)
    with open_ledger("memory:") as ledger:
        ledger.append([Case.of(outcome, application, recorded_on=DAY, subject="7")])
        (kept,) = ledger.find()
        sheet = public_notice(ledger.find(), {}, since=DAY, until=DAY)
    assert list(CONFIRMED) == kept.facts["presumed"]
    assert bureau.reopen(kept).holds
    assert "已定（推定符合）" in as_markdown(sheet, "zh_CN")


def test_tax_that_is_not_named_is_asked_for(bureau: Bureau) -> None:
    """A tax is zero where the file says so, or where it is presumed and marked."""
    firm = {
        "enterprise": "new_service",
        "trade": "catering",
        "hired": 30,
        "staff": 100,
        "contract_years": 3,
        "approved_on": DAY,
        "enterprise_income_tax": "100.00",
    }
    assert {"business_tax", "formation", "mixed"} <= set(bureau.tax_relief(firm, on=DAY).missing)
    presumed = bureau.tax_relief(Enterprise.in_order(**firm), on=DAY)
    assert "decided" == presumed.status
    assert "business_tax" in presumed.steps[0].value


FRAME: Final = pl.DataFrame(
    {
        "born_on": [date(1960, 5, 1)] * 3,
        "certified": [True, True, None],
        "partners": [1] * 3,
        "requested": [2_000_000] * 3,
        "months": [24] * 3,
        "micro_profit": [True] * 3,
        "uplift": [0] * 3,
        "purpose": ["working_capital"] * 3,
        "healthy": [True, False, True],
    }
)


def test_missing_column_of_a_condition_is_an_error(bureau: Bureau) -> None:
    """A frame that lacks a condition is refused with the names of its columns."""
    with pytest.raises(ColumnsError) as error:
        bureau.columns.loan_terms(FRAME, on=DAY, money="fen")
    missing = {name for name in CONFIRMED if name != "healthy"}
    assert missing == {fault.path for fault in error.value.faults}


@pytest.mark.parametrize("engine", ["polars", "lazy", "duckdb"])
def test_columns_presume_only_when_asked(bureau: Bureau, engine: str) -> None:
    """With ``in_order`` the missing conditions are presumed, and the result names them."""
    frame: Any = FRAME.lazy() if engine == "lazy" else FRAME
    if engine == "duckdb":
        import duckdb

        frame = duckdb.from_arrow(FRAME.to_arrow())
    worked = bureau.columns.loan_terms(frame, on=DAY, money="fen", in_order=True)
    found = (
        pl.DataFrame(worked.collect() if engine == "lazy" else worked.to_arrow_table())
        if (engine != "polars")
        else worked
    )
    names = ";".join(name for name in CONFIRMED if name != "healthy")
    assert [names] * 3 == found["loan_terms_presumed"].to_list()
    assert [2_000_000, None, None] == found["loan_terms_principal"].to_list()
    assert [None, "not-healthy", "fact-missing"] == found["loan_terms_reasons"].to_list()
    assert not set(CONFIRMED) - {"healthy"} & set(found.columns)


def test_columns_mark_nothing_where_every_column_is_there(bureau: Bureau) -> None:
    """A frame with every column has an empty mark."""
    whole = FRAME.with_columns(*(pl.lit(value=True).alias(n) for n in CONFIRMED if n != "healthy"))
    worked = bureau.columns.loan_terms(whole, on=DAY, money="fen", in_order=True)
    assert [None] * 3 == worked["loan_terms_presumed"].to_list()
    assert (
        "loan_terms_presumed" not in bureau.columns.loan_terms(whole, on=DAY, money="fen").columns
    )


def test_facts_within_facts_are_marked(bureau: Bureau) -> None:
    """A settlement marks what was presumed of its firm, once, and keeps its own facts."""
    firm = Enterprise.in_order(
        enterprise="new_service",
        trade="catering",
        contract_years=3,
        approved_on=DAY,
        enterprise_income_tax="100000.00",
    )
    months = [{"month": 12, "hired": 5, "staff": 20}]
    outcome = bureau.settled_relief({"firm": firm, "months": months}, on=date(2003, 12, 31))
    marks = [step for step in outcome.steps if step.label == "presumed in order"]
    assert [firm.presumed] == [tuple(sorted(mark.value, key=firm.presumed.index)) for mark in marks]
    assert outcome.as_json()["facts"]["firm"]["presumed"] == list(firm.presumed)


def test_marks_of_an_outcome_go_through_pickle(bureau: Bureau) -> None:
    """An outcome that was sent to another process still names what was presumed."""
    outcome = bureau.loan_terms(LoanApplication.in_order(**STATED), on=DAY)
    sent = pickle.loads(pickle.dumps(outcome))  # noqa: S301 - our own bytes
    assert outcome == sent
    assert outcome.explain("en") == sent.explain("en")


def test_mark_is_made_once(bureau: Bureau) -> None:
    """A measure that reads its facts again for each row marks them once."""
    firm = Enterprise.in_order(
        enterprise="new_service",
        trade="catering",
        contract_years=3,
        hired=5,
        staff=20,
        approved_on=DAY,
        enterprise_income_tax="100000.00",
    )
    outcome = bureau.needed_hires(firm, on=DAY)
    assert 1 == [step.label for step in outcome.steps].count("presumed in order")
