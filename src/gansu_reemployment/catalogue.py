"""The list of measures (政策措施一览), in the order of the modules of ``measures/``."""

from typing import Any, Final

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.breakdown import BREAKDOWN
from gansu_reemployment.measures.certificate import (
    CERTIFICATE,
    CERTIFICATE_PAPERS,
    CERTIFICATE_USE,
)
from gansu_reemployment.measures.hardship import HARDSHIP
from gansu_reemployment.measures.insurance import INSURANCE_SUBSIDY
from gansu_reemployment.measures.loan import LOAN_TERMS
from gansu_reemployment.measures.post import POST_SUBSIDY, POST_SUBSIDY_CAP
from gansu_reemployment.measures.progress import PROGRESS
from gansu_reemployment.measures.target_table import TARGET_TABLE
from gansu_reemployment.measures.tasks import DUE_TASKS
from gansu_reemployment.working.measure import Measure

#: Every measure, by the name of its function.
MEASURES: Final[dict[str, Measure[Any, Any]]] = {
    measure.name: measure
    for measure in (
        BREAKDOWN,
        CERTIFICATE,
        CERTIFICATE_USE,
        CERTIFICATE_PAPERS,
        HARDSHIP,
        INSURANCE_SUBSIDY,
        LOAN_TERMS,
        POST_SUBSIDY,
        POST_SUBSIDY_CAP,
        PROGRESS,
        TARGET_TABLE,
        DUE_TASKS,
    )
}


def find_measure(name: str) -> Measure[Any, Any]:
    """Find a measure by the name of its function.

    Raises:
        UnknownNameError: there is none of that name; the nearest are named.
    """
    if name not in MEASURES:
        raise UnknownNameError(Message(_("measure")), name, tuple(MEASURES))
    return MEASURES[name]
