"""One text of a rule, two workings: a case step by step, or a column of a million rows.

A measure is written with these names; the other modules of the room run it and show its outcome.
"""

from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import Measure, measure
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Incomplete, Reason

__all__ = ["CaseWorking", "Incomplete", "Measure", "Reason", "Working", "formula", "measure"]
