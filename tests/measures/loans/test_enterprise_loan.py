"""Loans to small enterprises: ratio, contracts, limits, dates."""

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
from gansu_reemployment.i18n import translate
from gansu_reemployment.measures.loans.enterprise_loan import (
    EnterpriseApplication,
    EnterpriseLoanRules,
    enterprise_loan,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result

DAY = date(2006, 7, 3)
APPLICATION = EnterpriseApplication(
    hired=30,
    staff=100,
    contract_months=12,
    requested=Yuan(3_000_000),
    months=24,
    government_guarantee=False,
    uplift=0,
)


def work(application: EnterpriseApplication, on: date = DAY) -> Any:
    """Evaluate one case under the national rules."""
    return Bureau.of("全国").enterprise_loan(application, on=on)


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """Every worked case has its stated result."""
    results = run_vectors("enterprise_loan")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


@pytest.mark.parametrize(("hired", "expected"), [(29, ["too-few-hired"]), (30, []), (31, [])])
def test_ratio(hired: int, expected: list[str]) -> None:
    """Thirty per cent of the staff are enough."""
    outcome = work(evolve(APPLICATION, hired=hired))
    assert expected == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("on", "months", "expected"),
    [
        (date(2006, 1, 12), 11, ["contract-too-short"]),
        (date(2006, 1, 12), 12, []),
        (date(2006, 1, 12), 13, []),
    ],
)
def test_contracts(on: date, months: int, expected: list[str]) -> None:
    """Contracts of a year are long enough from 2006."""
    outcome = work(evolve(APPLICATION, contract_months=months), on)
    assert expected == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2008, 8, 3), Yuan(1_000_000)), (date(2008, 8, 4), Yuan(2_000_000))],
)
def test_limit_rises(on: date, expected: Yuan) -> None:
    """The limit of 2008 begins on the day of issue."""
    assert expected == work(APPLICATION, on).value.principal


@pytest.mark.parametrize("on", [date(2004, 3, 31), date(2006, 1, 11)])
def test_contracts_and_limit_of_2004_are_not_known(on: date) -> None:
    """Before 2006-01-12 the length of contracts and the limit are unknown and not guessed."""
    rules = EnterpriseLoanRules()
    assert (False, False) == (rules.contract_months.knows(on), rules.ceiling.knows(on))
    missing = [f"rule-not-known:enterprise_loan.{name}" for name in ("contract_months", "ceiling")]
    assert set(missing) < set(work(APPLICATION, on).missing)


def test_float_is_not_limited() -> None:
    """An enterprise's rate may float; half of the benchmark is subsidised."""
    found = work(evolve(APPLICATION, uplift=500)).value
    expected = (Fraction("0.0603"), Fraction("0.1103"), Fraction(1, 2))
    assert expected == (found.base_rate, found.annual_rate, found.interest_share)


@pytest.mark.parametrize(
    ("place", "on", "months"),
    [
        ("天水市", date(2009, 3, 10), 24),
        ("天水市", date(2009, 3, 11), 36),
        ("甘肃省", date(2009, 3, 11), 36),
        ("全国", date(2009, 3, 11), 24),
    ],
)
def test_three_years_in_gansu_from_2009(place: str, on: date, months: int) -> None:
    """The notice of the province of 2009 allows three years and two millions."""
    outcome = Bureau.of(place).enterprise_loan(evolve(APPLICATION, months=37), on=on)
    found = outcome.value
    assert found is not None
    assert (months, Yuan(2_000_000)) == (found.months, found.principal)
    assert (Fraction(1, 2), Fraction(1, 2)) == (found.interest_share, found.central_share)


def test_all_faults_at_once() -> None:
    """Every impossible fact has its fault, and so have more hired than staff."""
    with pytest.raises(InvalidFactsError) as caught:
        EnterpriseApplication(hired=5, staff=4, requested=Yuan(-1), months=0)
    expected = ["requested", "months", "hired"]
    assert expected == [fault.path for fault in caught.value.faults]


@settings(max_examples=15)
@given(
    applications=st.lists(
        st.builds(
            EnterpriseApplication,
            hired=st.none() | st.integers(0, 40),
            staff=st.none() | st.integers(40, 200),
            contract_months=st.none() | st.integers(0, 48),
            requested=st.none() | st.integers(1, 10**9).map(Yuan.from_fen),
            months=st.none() | st.integers(1, 48),
            government_guarantee=st.none() | st.booleans(),
            uplift=st.none() | st.integers(0, 300),
        ),
        min_size=1,
        max_size=20,
    ),
    on=st.dates(date(2006, 1, 12), date(2009, 12, 31)),
)
def test_columns(both: Any, applications: list[EnterpriseApplication], on: date) -> None:
    """Columns have the results of the cases."""
    cases, rows = both(enterprise_loan, applications, on)
    for case, row in zip(cases, rows, strict=True):
        for name, value in case.items():
            assert value == (Fraction(row[name]) if isinstance(value, Fraction) else row[name])


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_explanation_has_notes_on_request(locale: str) -> None:
    """The notes on the rows and on their documents are below the addresses of each source."""
    outcome = Bureau.of().work("enterprise_loan", APPLICATION, on=DAY)
    rows = [used.provision for used in outcome.citations]
    notes = {row.note for row in rows} | {row.cite.instrument.note for row in rows}
    shown = [translate(note, locale) for note in notes - {""}]
    assert len(shown) > 3
    assert all(note in outcome.explain(locale, addresses=True) for note in shown)
    assert not any(note in outcome.explain(locale) for note in shown)
