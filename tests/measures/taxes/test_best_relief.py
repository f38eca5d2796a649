"""The older relief of labour-service enterprises, and the choice of the best."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.taxes.best_relief import (
    LabourServiceFirm,
    LabourServiceRelief,
    LabourServiceRules,
    Offer,
    Overlap,
    OverlapRules,
    best_relief,
    labour_service_relief,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2004, 12, 31)


def work(*, placed: int) -> Outcome[LabourServiceRelief]:
    """Work an enterprise of 100 whose exemption has expired."""
    firm = LabourServiceFirm(
        exempted_before=True, original_staff=100, placed=placed, income_tax=Yuan("0.01")
    )
    case = CaseWorking(DAY)
    return labour_service_relief(case, case.read(firm), LabourServiceRules())


def test_worked_cases(run_vectors: Callable[[str], list[Result]]) -> None:
    """Every worked case comes out as written, to the fen."""
    failures = {r.vector.name: r.failures for r in run_vectors("labour_service_relief")}
    assert {} == {name: found for name, found in failures.items() if found}


@pytest.mark.parametrize(("placed", "refused"), [(29, True), (30, False), (31, False)])
def test_thirty_per_cent_after_the_exemption(placed: int, refused: bool) -> None:  # noqa: FBT001
    """After the exemption 30 per cent of the original staff are enough."""
    assert refused == bool(work(placed=placed).refusals)


def test_half_a_fen_is_rounded_up() -> None:
    """Half of one fen is one fen."""
    value = work(placed=30).value
    assert value is not None
    assert Yuan("0.01") == value.relief


@given(st.lists(st.integers(0, 10**9).map(Yuan.from_fen), min_size=1, max_size=5))
def test_best_is_chosen_and_nothing_added(reliefs: list[Yuan]) -> None:
    """The best relief is the largest one, of equal ones the first."""
    offers = tuple(Offer(scheme=str(n), relief=relief) for n, relief in enumerate(reliefs))
    value = best_relief(CaseWorking(DAY), Overlap(offers=offers), OverlapRules()).value
    assert value is not None
    assert (str(reliefs.index(max(reliefs))), max(reliefs)) == (value.scheme, value.relief)


def test_unknown_offer_leaves_the_choice_open() -> None:
    """Nobody can choose while one side is not known."""
    offers = (Offer(scheme="甲", relief=Yuan(1)), Offer(scheme="乙"))
    outcome = best_relief(CaseWorking(DAY), Overlap(offers=offers), OverlapRules())
    assert ("relief",) == outcome.missing


def test_there_must_be_something_to_choose() -> None:
    """No offer is a fault."""
    with pytest.raises(InvalidFactsError):
        Overlap(offers=())
