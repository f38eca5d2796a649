"""The extension of a loan: once, a year, the tier of the total term."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.loans.extension import (
    LOAN_EXTENSION,
    ExtensionRequest,
    ExtensionTerms,
)
from gansu_reemployment.testing.worked_cases import Result

REQUEST = ExtensionRequest(
    drawn_on=date(2003, 7, 15),
    months=24,
    extension=12,
    extended_before=False,
    guarantor_agrees=True,
)
DAY = date(2005, 7, 15)


def terms(request: ExtensionRequest, on: date = DAY) -> ExtensionTerms:
    """Return the terms of an extension."""
    found = Bureau.of().loan_extension(request, on=on).value
    assert found is not None
    return found


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """Every worked case has its stated result."""
    assert [] == [(r.vector.name, r.failures) for r in run_vectors("loan_extension") if r.failures]


@pytest.mark.parametrize(("asked", "granted"), [(11, 11), (12, 12), (13, 12)])
def test_at_most_a_year(asked: int, granted: int) -> None:
    """More than twelve months are cut."""
    assert granted == terms(evolve(REQUEST, extension=asked)).months


@pytest.mark.parametrize(
    ("months", "extension", "article"),
    [(5, 1, "第二十二条"), (6, 1, "第十四条"), (11, 1, "第二十二条"), (12, 1, "第十四条")],
)
def test_article_of_the_rate(months: int, extension: int, article: str) -> None:
    """A total in a higher tier rests on another article than one that stays."""
    request = evolve(REQUEST, months=months, extension=extension)
    outcome = Bureau.of().loan_extension(request, on=DAY)
    cited = {used.provision.cite.article for used in outcome.citations}
    assert {article} == cited & {"第十四条", "第二十二条"}


@pytest.mark.parametrize(
    ("on", "rate"), [(date(2004, 10, 28), "0.0549"), (date(2004, 10, 29), "0.0576")]
)
def test_rate_of_the_day_of_extension(on: date, rate: str) -> None:
    """The rate is that of the day of extension."""
    assert Fraction(rate) == terms(REQUEST, on).annual_rate


def test_never_subsidised() -> None:
    """The interest of an extension is not subsidised."""
    assert Fraction(0) == terms(REQUEST).interest_share


def test_all_faults_at_once() -> None:
    """Terms of zero and a drawing before the first rule all have their faults."""
    with pytest.raises(InvalidFactsError) as caught:
        ExtensionRequest(drawn_on=date(2002, 12, 23), months=0, extension=0)
    expected = ["drawn_on", "months", "extension"]
    assert expected == [fault.path for fault in caught.value.faults]


@settings(max_examples=15, deadline=None)
@given(
    requests=st.lists(
        st.builds(
            ExtensionRequest,
            drawn_on=st.none() | st.dates(date(2002, 12, 24), date(2008, 1, 1)),
            months=st.none() | st.integers(1, 48),
            extension=st.none() | st.integers(1, 24),
            extended_before=st.none() | st.booleans(),
            guarantor_agrees=st.none() | st.booleans(),
            uplift=st.none() | st.integers(0, 300),
        ),
        min_size=1,
        max_size=20,
    ),
    on=st.dates(date(2002, 12, 24), date(2009, 12, 31)),
)
def test_columns(both: Any, requests: list[ExtensionRequest], on: date) -> None:
    """Columns have the results of the cases."""
    cases, rows = both(LOAN_EXTENSION, requests, on)
    for case, row in zip(cases, rows, strict=True):
        for name, value in case.items():
            assert value == (Fraction(row[name]) if isinstance(value, Fraction) else row[name])
