"""Objects as frames and back: facts, registers, results with rows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import polars as pl
import pytest

from gansu_reemployment import Bureau, Sex, Worker, Yuan
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import ColumnsError, InvalidFactsError
from gansu_reemployment.fact_model import describe
from gansu_reemployment.facts import BankClaim, InsuranceClaim, ReliefEntry, Spinoff
from gansu_reemployment.frames import facts_of, frame_of, write_register
from gansu_reemployment.ledger import read_facts
from gansu_reemployment.registers import read_register
from gansu_reemployment.testing.worked_cases import flat, read_vectors
from gansu_reemployment.working.tabular import Tabular

DAY: Final = date(2003, 7, 1)
VECTORS: Final = sorted((Path(__file__).parents[1] / "vectors").glob("*.toml"))
RUNS: Final = [vector.run() for path in VECTORS for vector in read_vectors(path)]
REGISTER: Final = Path(__file__).parents[2] / "examples" / "data" / "register_2003.csv"


def facts_by_measure() -> dict[str, list[Any]]:
    """Read the facts of the worked cases of every measure that runs over columns."""
    found: dict[str, list[Any]] = {}
    for run in RUNS:
        measure = run.vector.measure
        if measure.columns:
            facts = read_facts(measure.facts, flat(run.vector.facts, measure.facts))
            found.setdefault(measure.name, []).append(facts)
    return found


FACTS: Final = facts_by_measure()


@pytest.mark.parametrize("name", FACTS)
def test_facts_of_every_measure_come_back(name: str) -> None:
    """The facts of all worked cases are a frame, and the frame is those facts again."""
    facts = FACTS[name]
    frame = frame_of(facts)
    expected = facts
    if name == "collection_offset":
        # A column holds the sum of several amounts.
        sums = [fact.reliefs and (sum(fact.reliefs, Yuan(0)),) for fact in facts]
        expected = [
            type(fact)(task=fact.task, reliefs=one, collected=fact.collected, granted=fact.granted)
            for fact, one in zip(facts, sums, strict=True)
        ]
    assert expected == facts_of(frame, type(facts[0]))
    assert frame.columns == [field.name for field in describe(type(facts[0]))]


@pytest.mark.parametrize("name", FACTS)
def test_frame_of_facts_is_decided_as_the_facts(name: str) -> None:
    """A frame made of facts goes into the columns as it is, with the same answers."""
    bureau, facts = Bureau.of(), FACTS[name]
    frame = bureau.columns.work(name, frame_of(facts), on=DAY, status=True)
    expected = [bureau.work(name, fact, on=DAY) for fact in facts]
    missing = [";".join(outcome.missing) or None for outcome in expected if not outcome.refusals]
    found = frame.filter(pl.col(f"{name}_status") != "refused")
    assert missing == found[f"{name}_missing"].to_list()


def test_register_to_frame_to_register(tmp_path: Path) -> None:
    """A register becomes a frame and a register again, of the same facts under Chinese headings."""
    with read_register(REGISTER, Worker) as reader:
        entries = list(reader)
    frame = frame_of(entries)
    assert [entry.row for entry in entries] == frame["row"].to_list()
    assert "identity" not in frame.columns
    assessed = Bureau.of("天水市").columns.hardship(frame, on=DAY, status=True)
    rows = write_register(assessed, tmp_path / "again.csv", Worker)
    head = (tmp_path / "again.csv").read_text("utf-8-sig").splitlines()[0]
    with read_register(tmp_path / "again.csv", Worker) as reader:
        again = list(reader)

    assert len(entries) == rows == len(again)
    assert [entry.facts for entry in entries] == [entry.facts for entry in again]
    assert head.startswith("row,性别,出生日期,人员类别")
    assert assessed["hardship_status"].to_list() == [e.extra["hardship_status"] for e in again]


def test_money_and_choices_of_a_register(tmp_path: Path) -> None:
    """Amounts come back to the fen, and choices by their terms."""
    source = tmp_path / "claims.csv"
    text = "月工资（元）,新增岗位\n700,是\n650.5,否\n"
    source.write_text(text, encoding="gb18030")
    with read_register(source, InsuranceClaim) as reader:
        entries = list(reader)
    frame = frame_of(entries)
    write_register(frame, tmp_path / "again.csv", InsuranceClaim)
    with read_register(tmp_path / "again.csv", InsuranceClaim) as reader:
        again = list(reader)

    assert [Decimal("700.00"), Decimal("650.50")] == frame["wage"].to_list()
    assert [entry.facts for entry in entries] == [entry.facts for entry in again]


def test_frames_of_other_libraries(engine: Callable[[pl.DataFrame], Any]) -> None:
    """Facts are read of a frame of every library in memory, other columns beside them."""
    people = [Worker(sex=Sex.FEMALE, born_on=date(1963, 3, 1)), Worker(able=True)]
    frame = frame_of(people).with_columns(n=pl.int_range(pl.len()))
    if hasattr(engine(frame), "npartitions"):
        return
    assert people == facts_of(engine(frame), Worker)


def test_terms_and_omitted_columns() -> None:
    """Terms are read as codes; a fact without a column is unknown."""
    frame = pl.DataFrame({"sex": ["女", "MALE", None], "able": [True, None, False]})
    assert facts_of(frame, Worker) == [
        Worker(sex=Sex.FEMALE, able=True),
        Worker(sex=Sex.MALE),
        Worker(able=False),
    ]
    assert [Worker()] * 2 == facts_of(pl.DataFrame({"n": [1, 2]}), Worker)


def test_faults_of_a_frame() -> None:
    """Another heading, a wrong type and bare money are faults of columns, before any row."""
    frame = pl.DataFrame({"birth_date": [DAY], "sex": [1]})
    with pytest.raises(ColumnsError) as caught:
        facts_of(frame, Worker)
    assert {"born_on", "sex"} == {fault.path for fault in caught.value.faults}
    assert "did you mean birth_date?" in str(caught.value)
    with pytest.raises(ColumnsError, match="wage: whole numbers may be yuan or fen"):
        facts_of(pl.DataFrame({"wage": [700]}), InsuranceClaim)
    (claim,) = facts_of(pl.DataFrame({"wage": [70_050]}), InsuranceClaim, money="fen")
    assert Yuan("700.50") == claim.wage
    with pytest.raises(ColumnsError, match="year: the column is missing"):
        facts_of(pl.DataFrame({"n": [1]}), ReliefEntry)


def test_faults_of_rows() -> None:
    """Every fault of every row is named with the number of the row."""
    frame = pl.DataFrame({"sex": ["female", "x"], "years_to_retirement": [-1, 3]})
    with pytest.raises(InvalidFactsError) as caught:
        facts_of(frame, Worker)
    assert ["[0].years_to_retirement", "[1].sex"] == [f.path for f in caught.value.faults]


def test_what_no_column_holds() -> None:
    """Facts with several records say so; without a row the class must be named."""
    with pytest.raises(ColumnsError, match="loans: a column cannot hold several values"):
        frame_of([BankClaim(settled_on=date(2003, 9, 20), loans=())])
    with pytest.raises(ColumnsError, match="There is no row"):
        frame_of([])
    assert (0, "sex") == (frame_of([], Worker).height, frame_of([], Worker).columns[0])


def test_ratios() -> None:
    """A ratio is the text n/d, and comes back exactly."""
    fact = Spinoff(parent_state_share=Fraction(2, 3))
    assert "2/3" == frame_of([fact])["parent_state_share"][0]
    assert [fact] == facts_of(frame_of([fact]), Spinoff)


def tables() -> dict[str, Tabular]:
    """Return a result with rows of each measure that has one among the worked cases."""
    values = [(run.vector.measure.name, run.outcome.value) for run in RUNS]
    return {name: value for name, value in values if isinstance(value, Tabular)}


def test_results_with_rows_are_known() -> None:
    """Every measure whose result has rows can be made a frame."""
    tabular = {name for name, one in MEASURES.items() if _is_tabular(one.result)}
    assert tables().keys() <= tabular
    assert {"interest_periods", "instalments", "interest_claim", "breakdown"} <= tables().keys()
    assert {"insurance_claim", "allocate", "target_table", "assessment"} <= tabular


def _is_tabular(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Tabular)


@pytest.mark.parametrize("name", tables())
def test_results_as_frames(name: str) -> None:
    """Schedules, claims and divisions are frames of a row for each line or unit."""
    frame = tables()[name].to_frame()
    assert frame.height > 0
    assert frame.width > 1


def test_schedule_as_a_frame() -> None:
    """The amounts of a schedule add up in the frame as in the result."""
    schedule: Any = tables()["instalments"]
    frame = schedule.to_frame()
    assert len(schedule.rows) == frame.height
    assert schedule.interest_sum.decimal == frame["interest"].sum()
    assert schedule.principal_sum.decimal == frame["principal"].sum() + frame["prepaid"].sum()


def test_breakdown_as_a_frame() -> None:
    """A division has a row for each unit with its number."""
    division: Any = tables()["breakdown"]
    rows = dict(division.to_frame().select("unit", "allocation").rows())
    assert division.allocation == rows
