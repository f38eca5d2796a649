"""The choice of the best of overlapping reliefs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.taxes.best_relief import (
    Overlap,
    OverlapRules,
    ReliefOffer,
    best_relief,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking

DAY = date(2004, 12, 31)


@given(st.lists(st.integers(0, 10**9).map(Yuan.from_fen), min_size=1, max_size=5))
def test_best_is_chosen_and_nothing_added(reliefs: list[Yuan]) -> None:
    """The best relief is the largest one, of equal ones the first."""
    offers = tuple(ReliefOffer(scheme=str(n), relief=relief) for n, relief in enumerate(reliefs))
    value = best_relief(CaseWorking(DAY), Overlap(offers=offers), OverlapRules()).value
    assert value is not None
    assert (str(reliefs.index(max(reliefs))), max(reliefs)) == (value.scheme, value.relief)


def test_unknown_offer_leaves_the_choice_open() -> None:
    """There is no choice while one side is unknown."""
    offers = (ReliefOffer(scheme="甲", relief=Yuan(1)), ReliefOffer(scheme="乙"))
    outcome = best_relief(CaseWorking(DAY), Overlap(offers=offers), OverlapRules())
    assert ("relief",) == outcome.missing


def test_there_must_be_something_to_choose() -> None:
    """No offer is a fault."""
    with pytest.raises(InvalidFactsError, match="offers: "):
        Overlap(offers=())
