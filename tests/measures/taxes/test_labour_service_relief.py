"""The older relief of labour-service enterprises."""

from collections.abc import Callable
from datetime import date

import pytest

from gansu_reemployment.measures.taxes.labour_service_relief import (
    LabourServiceFirm,
    LabourServiceRelief,
    LabourServiceRules,
    labour_service_relief,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2004, 12, 31)


def work(*, placed: int) -> Outcome[LabourServiceRelief]:
    """Evaluate an enterprise of 100 whose exemption has expired."""
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
