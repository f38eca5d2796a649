"""Whether an enterprise is new (新办企业认定), first regime.

New is what was set up after the policy was issued on 2002-09-30, and not by merger, split,
restructuring and the like. For the business tax a change of the legal representative does not
make an enterprise new either, from 2005 on. Whether one formed on 2002-09-30 itself is new is
not known, and asked. The labour authority (劳动保障部门) certifies, the tax office audits.

>>> from datetime import date
>>> from gansu_reemployment.measures.taxes.facts import Formation
>>> firm = Founding(formed_on=date(2002, 10, 1), formation=Formation.SET_UP)
>>> new_enterprise(CaseWorking(on=date(2003, 7, 1)), firm, FoundingRules()).value.in_general
True
"""

from datetime import date
from typing import Any

from attrs import frozen

from gansu_reemployment.facts import CheckedFacts, fact
from gansu_reemployment.law.instruments.taxes import CAISHUI_2002_208, CAISHUI_2004_228
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.measures.taxes.facts import Formation
from gansu_reemployment.regions import Level
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

_FIRST = date(2003, 1, 1)
_ARTICLE = CAISHUI_2002_208.at("第七条")
_NEW = frozenset({Formation.SET_UP, Formation.CHANGE_OF_HEAD})


@rule_table("new_enterprise", checked=date(2026, 11, 23))
class FoundingRules:
    """The rules on what is new."""

    after: Rule[date] = stated(
        "新办企业设立日（此日之后）",
        "formed after this day",
        Provision(_FIRST, date(2002, 9, 30), _ARTICLE),
    )
    on_the_day: Rule[bool] = stated(
        "当日设立的视为新办", "formed on that very day counts as new", delegated_to=Level.COUNTY
    )
    formations: Rule[frozenset[Formation]] = stated(
        "属于新办的设立方式", "formations that are new", Provision(_FIRST, _NEW, _ARTICLE)
    )
    business_tax_formations: Rule[frozenset[Formation]] = stated(
        "营业税上属于新办的设立方式",
        "formations that are new for the business tax",
        Provision(_FIRST, _NEW, _ARTICLE),
        Provision(date(2005, 1, 1), frozenset({Formation.SET_UP}), CAISHUI_2004_228.at("第二条")),
    )


@frozen(kw_only=True, slots=False)
class Founding(CheckedFacts):
    """How and when an enterprise came to be; ``None`` means that nobody knows.

    Args:
        formed_on: day of formation (设立日期).
        formation: 设立方式.

    Raises:
        InvalidFactsError: with every fault.
    """

    formed_on: date | None = fact("设立日期", "date of formation")
    formation: Formation | None = fact("设立方式", "formation")


@frozen
class Newness:
    """Whether the enterprise is new for the business tax, and for the other taxes."""

    for_business_tax: bool = fact("营业税上属于新办", "new for the business tax")
    in_general: bool = fact("属于新办", "new for the other taxes")


def new_enterprise(w: CaseWorking, x: Founding, rules: FoundingRules) -> Outcome[Newness]:
    """Tell whether an enterprise is new (新办企业认定). For single cases only.

    Raises:
        RuleNotInForceError: it was formed on 2002-09-30 itself, which no rule settles.
    """
    view: Any = w.read(x)
    after = w.use(rules.after)
    recent = w.branch(
        view.formed_on == after,
        lambda: w.use(rules.on_the_day),
        lambda: view.formed_on > after,
    )
    general = w.among(view.formation, w.use(rules.formations))
    business = w.among(view.formation, w.use(rules.business_tax_formations))
    return w.outcome(
        w.record(Newness, for_business_tax=recent & business, in_general=recent & general)
    )


NEW_ENTERPRISE: Measure[Founding, Newness] = Measure(
    "new_enterprise",
    "新办企业认定",
    "whether an enterprise is new",
    new_enterprise,
    Founding,
    FoundingRules,
    columns=False,
)
