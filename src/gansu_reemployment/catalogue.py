"""The list of measures (政策措施一览), in the order of the modules of ``measures/``."""

from typing import Any, Final

from gansu_reemployment.measures.hardship import HARDSHIP
from gansu_reemployment.working.measure import Measure

#: Every measure, by the name of its function.
MEASURES: Final[dict[str, Measure[Any, Any]]] = {measure.name: measure for measure in (HARDSHIP,)}
