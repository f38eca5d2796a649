"""Worked cases of Gansu's re-employment policy (再就业政策算例), for programs in any language.

It needs nothing but Python, and no part of the library. The version ends with the digest of the
national rules under which the cases were checked.

>>> from gansu_reemployment_conformance import cases
>>> next(cases("micro_profit")).question["measure"]
'micro_profit'
"""

from typing import Final

from gansu_reemployment_conformance.runner import Failure, Report, check
from gansu_reemployment_conformance.suite import Case, cases

__version__ = "26.11.0+eda1e9031cfb85a9"

#: The digest of the national rules: see ``provenance.rulebook`` of an outcome.
RULEBOOK: Final = "eda1e9031cfb85a9"

__all__ = ["RULEBOOK", "Case", "Failure", "Report", "__version__", "cases", "check"]
