"""The extension of a loan: once, a year, the tier of the total term."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gansu_reemployment import Bureau
from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.measures.loans.extension import (
    ExtensionRequest,
    ExtensionRules,
    ExtensionTerms,
    Longest,
    loan_extension,
)
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.testing.worked_cases import Result

REQUEST = ExtensionRequest(
    drawn_on=date(2003, 7, 15),
    months=24,
    due_on=date(2005, 7, 15),
    extension=12,
    extended_before=False,
    guarantor_agrees=True,
    asked=True,
    uplift=0,
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
    due_on = add_months(REQUEST.drawn_on or DAY, months)
    request = evolve(REQUEST, months=months, due_on=due_on, extension=extension)
    outcome = Bureau.of().loan_extension(request, on=due_on)
    cited = {used.provision.cite.article for used in outcome.citations}
    assert {article} == cited & {"第十四条", "第二十二条"}


@pytest.mark.parametrize(
    ("due_on", "rate"), [(date(2004, 10, 28), "0.0549"), (date(2004, 10, 29), "0.0576")]
)
def test_rate_of_the_day_of_extension(due_on: date, rate: str) -> None:
    """The rate is that of the day on which the extension begins, when it was decided before too."""
    request = evolve(REQUEST, drawn_on=add_months(due_on, -15), months=15, due_on=due_on)
    for on in (due_on, due_on - timedelta(days=20)):
        assert Fraction(rate) == terms(request, on).annual_rate


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2003, 7, 14), ["not-drawn"]),
        (date(2003, 7, 15), []),
        (date(2005, 7, 15), []),
        (date(2005, 7, 16), ["overdue"]),
        (date(2006, 7, 15), ["overdue"]),
    ],
)
def test_extended_from_the_drawing_to_the_day_it_falls_due(on: date, expected: list[str]) -> None:
    """A loan is not extended before it is drawn, nor when it is overdue."""
    outcome = Bureau.of().loan_extension(REQUEST, on=on)
    assert expected == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("drawn_on", "uplift", "expected"),
    [
        (date(2007, 12, 31), 0, []),
        (date(2007, 12, 31), 1, ["uplift-too-high"]),
        (date(2008, 1, 1), 300, []),
        (date(2008, 1, 1), 301, ["uplift-too-high"]),
        (date(2003, 7, 15), 1000, ["uplift-too-high"]),
    ],
)
def test_uplift_by_the_law_of_the_drawing(drawn_on: date, uplift: int, expected: list[str]) -> None:
    """No float on an extension of a loan of before 2008, then three percentage points."""
    due_on = add_months(drawn_on, 24)
    request = evolve(REQUEST, drawn_on=drawn_on, due_on=due_on, uplift=uplift)
    outcome = Bureau.of().loan_extension(request, on=due_on)
    assert expected == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(("late", "fits"), [(-11, False), (-10, True), (10, True), (11, False)])
def test_due_day_fits_the_term(late: int, fits: bool) -> None:  # noqa: FBT001
    """A due day may be put off by a holiday, not by more."""
    due_on = date(2005, 7, 15) + timedelta(days=late)
    if fits:
        assert due_on == evolve(REQUEST, due_on=due_on).due_on
        return
    with pytest.raises(InvalidFactsError) as caught:
        evolve(REQUEST, due_on=due_on)
    assert ["due_on"] == [fault.path for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("months", "extension", "expected"),
    [
        (11, 11, []),
        (11, 12, ["too-long"]),
        (12, 12, []),
        (12, 13, ["too-long"]),
        (13, 6, []),
        (13, 7, ["too-long"]),
        (24, 12, []),
        (24, 13, ["too-long"]),
    ],
)
def test_general_law_limits_the_extension(months: int, extension: int, expected: list[str]) -> None:
    """Where it applies, a short loan is extended by its term and a longer one by half of it."""
    local = Instrument("", "本地规定", (), date(2000, 1, 1), None).at(standing=Standing.ASSUMED)
    row = Amendment("extension.longest", date(2002, 12, 24), Longest.GENERAL_LAW, local, "620500")
    bureau = evolve(Bureau.of("天水市"), rulebook=Rulebook.national().amended([row]))
    due_on = add_months(date(2003, 7, 15), months)
    request = evolve(REQUEST, months=months, due_on=due_on, extension=extension)
    outcome = bureau.loan_extension(request, on=due_on)
    assert expected == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(("months", "rate"), [(48, "0.0693"), (49, "0.0720")])
def test_rate_of_a_total_over_five_years(months: int, rate: str) -> None:
    """With the extension five years have the tier up to five years, a month more the one above."""
    due_on = date(2007, 7, 15)
    request = evolve(REQUEST, drawn_on=add_months(due_on, -months), months=months, due_on=due_on)
    assert Fraction(rate) == terms(request, due_on).base_rate


def test_short_loans_rest_on_article_eight() -> None:
    """The twelve months of a short loan stand in the eighth article of the general rules."""
    assert "第八条" == ExtensionRules().short.on(DAY).cite.article


def test_never_subsidised() -> None:
    """The interest of an extension is not subsidised."""
    assert Fraction(0) == terms(REQUEST).interest_share


def test_all_faults_at_once() -> None:
    """Terms of zero and a drawing before the first rule all have their faults."""
    with pytest.raises(InvalidFactsError) as caught:
        ExtensionRequest(drawn_on=date(2002, 12, 23), months=0, extension=0)
    expected = ["drawn_on", "months", "extension"]
    assert expected == [fault.path for fault in caught.value.faults]


def late_request(late: int | None, **facts: Any) -> ExtensionRequest:
    """Return a request with a due day some days *late*, if its term is known."""
    due_on = None
    if facts["drawn_on"] and facts["months"] and late is not None:
        due_on = add_months(facts["drawn_on"], facts["months"]) + timedelta(days=late)
    return ExtensionRequest(due_on=due_on, **facts)


@settings(max_examples=15)
@given(
    requests=st.lists(
        st.builds(
            late_request,
            drawn_on=st.none() | st.dates(date(2002, 12, 24), date(2006, 1, 1)),
            months=st.none() | st.integers(1, 48),
            late=st.none() | st.integers(-3, 8),
            extension=st.none() | st.integers(1, 24),
            extended_before=st.none() | st.booleans(),
            guarantor_agrees=st.none() | st.booleans(),
            asked=st.sampled_from([True, True, True, False, None]),
            uplift=st.none() | st.integers(0, 300),
        ),
        min_size=1,
        max_size=20,
    ),
    on=st.dates(date(2002, 12, 24), date(2009, 12, 31)),
)
def test_columns(both: Any, requests: list[ExtensionRequest], on: date) -> None:
    """Columns have the results of the cases."""
    cases, rows = both(loan_extension, requests, on)
    for case, row in zip(cases, rows, strict=True):
        for name, value in case.items():
            assert value == (Fraction(row[name]) if isinstance(value, Fraction) else row[name])
