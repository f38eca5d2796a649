"""Breakdown of a target among places (目标分解): every column adds up, at every level.

The Gansu opinion of 2003-06-10 passes targets down level by level (层层分解) and says no more:
the provincial office divides among prefectures and they among counties, by factors of their
own choice. A breakdown is by nature a loop, so it works single cases only.

>>> from datetime import date
>>> from gansu_reemployment.targets import Factor
>>> case = CaseWorking(on=date(2003, 6, 10))
>>> target = Target(total=1000, factors=(Factor(weights={"甲县": 5, "乙县": 3, "丙县": 4}),))
>>> breakdown(case, target, BreakdownRules()).value.allocation
{'甲县': 417, '乙县': 250, '丙县': 333}
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from math import floor
from typing import Final

from attrs import evolve, field, frozen

from gansu_reemployment.apportion import METHODS, Method, Split, quotas
from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.facts import Unknown
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments_gansu import GANSU_OPINION_2003
from gansu_reemployment.law.rules import Provision, Rule, rule
from gansu_reemployment.targets import Factor, Target
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

_OPINION: Final = date(2003, 6, 10)
_READING: Final = GANSU_OPINION_2003.at("一(一)", Standing.ASSUMED)
