"""An assessed register as a funnel, with the reasons of refusal."""

from collections import Counter
from typing import Any

from gansu_reemployment.charts import register_chart
from gansu_reemployment.registers import Assessment, Counts
from gansu_reemployment.results import Reason, Status

REASON = Reason("too-young", "The person is too young.")


def assessed(**counted: Any) -> Assessment:
    """Return the summary of a register of ten rows."""
    return Assessment(Counts(read=10, accepted=9, rejected=1), **counted)


def test_stages_and_reasons() -> None:
    """Rows are lost by faults, by unknown facts and by refusals; the reasons are counted."""
    statuses = Counter({Status.DECIDED: 3, Status.REFUSED: 4, Status.UNDECIDED: 2})
    chart = register_chart(assessed(by_status=statuses, by_reason=Counter({REASON: 4})), "en")
    assert (
        "rows read: 10; without faults: 9; with all facts needed: 7; decided in favour: 3; "
        "The person is too young: 4"
    ) == chart.text


def test_most_frequent_reasons_come_first() -> None:
    """Of many reasons the most frequent are drawn."""
    reasons = Counter({Reason(str(n), f"Reason {n}."): n for n in range(1, 21)})
    text = register_chart(assessed(by_reason=reasons), "en").text
    assert "Reason 20: 20; Reason 19: 19" in text
    assert "Reason 8: 8" not in text
    assert "Reason 9: 9" in text
