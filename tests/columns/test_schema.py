"""The published columns are those that the measures read and add."""

from datetime import date

import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.request import column_measures
from gansu_reemployment.columns.schema import UNIT_IN, FrameColumn, results, schema
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.working.measure import Measure

columns = Bureau.of("天水市").columns


@pytest.mark.parametrize("measure", column_measures(), ids=lambda measure: measure.name)
def test_results(measure: Measure[object, object]) -> None:
    """The columns of values are added under the names that are published, in that order."""
    plan = columns.question(measure.name, on="day").general
    added = [name for name in plan.added if not name.endswith(("_reasons", "_missing"))]

    assert [column.name for column in results(measure)] == added
    assert plan.reads.keys() <= {column.name for column in schema(measure)} | {"day"}


@pytest.mark.parametrize("measure", column_measures(), ids=lambda measure: measure.name)
def test_a_method_for_each(measure: Measure[object, object]) -> None:
    """Every measure that runs over columns is a method of its name, with a Chinese term."""
    method = getattr(type(columns), measure.name)

    assert measure.zh in method.__doc__


def test_terms_types_units_and_codes() -> None:
    """A column tells its terms, type, unit and codes, and whether the frame may lack it."""
    found = {column.name: column for column in columns.schema("insurance_subsidy")}
    wage, group = found["wage"], found["group"]

    assert ("月工资", "Decimal", UNIT_IN) == (wage.zh, wage.holds, wage.unit)
    assert ("String", "laid_off_soe") == (group.holds, group.codes[0])
    assert not wage.optional


def test_number_of_a_person_as_a_name_is_masked() -> None:
    """A column that is named by a row of persons is not shown whole, nor is one near to it."""
    fault = FrameColumn("11010519491231002X", "", "", date).missing(["110105194912310021"])
    assert (
        "1101************2X: the column is missing, Date is needed; "
        "did you mean 1101************21?"
    ) == fault.say()


def test_nothing_is_presumed() -> None:
    """No frame may lack a column of a measure."""
    assert not any(c.optional for m in column_measures() for c in columns.schema(m.name))


def test_only_measures_over_columns() -> None:
    """A measure that is by nature a loop has no columns; the nearest names are given."""
    assert not MEASURES["breakdown"].columns
    with pytest.raises(UnknownNameError, match="Did you mean hardship"):
        columns.schema("hardshp")
