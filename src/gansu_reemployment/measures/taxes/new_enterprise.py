"""Whether an enterprise is new (新办企业认定), first regime.

An enterprise is new if it was set up after the policy was issued on 2002-09-30, and not by
merger, split, restructuring and the like. For the business tax a change of the legal
representative does not make an enterprise new either, from 2005 on. No text settles whether one
formed on 2002-09-30 itself is new: a place may. The labour authority (劳动保障部门) certifies,
the tax office audits.

>>> from datetime import date
>>> from gansu_reemployment.measures.taxes.facts import Formation
>>> from gansu_reemployment.working.case import CaseWorking
>>> firm = Founding(formed_on=date(2002, 10, 1), formation=Formation.SET_UP)
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> new_enterprise(case, case.read(firm), FoundingRules()).value.in_general
True
"""

from datetime import date
from typing import Final, Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact, happened, result_field
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.taxes.facts import Formation
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Working, formula, measure

CAISHUI_2002_208: Final = find_instrument("财税[2002]208号")
CAISHUI_2004_228: Final = find_instrument("财税[2004]228号")
GUOSHUIFA_2004_93: Final = find_instrument("国税发[2004]93号")

_FIRST = date(2003, 1, 1)
_ARTICLE = CAISHUI_2002_208.at("第七条")
_NEW = frozenset({Formation.SET_UP, Formation.CHANGE_OF_HEAD})


@frozen(kw_only=True, slots=False)
class Founding(CheckedFacts, Generic[U]):
    """The formation of an enterprise; ``None`` means unknown.

    Args:
        formed_on: day of formation (设立日期).
    """

    formed_on: date | U = fact("设立日期", "date of formation", happened)
    formation: Formation | U = fact("设立方式", "formation")


@frozen
class Newness:
    """Whether the enterprise is new for the business tax, and for the other taxes."""

    for_business_tax: bool = result_field("营业税上属于新办", "new for the business tax")
    in_general: bool = result_field("属于新办", "new for the other taxes")


@rule_table("new_enterprise", checked=date(2026, 11, 28))
class FoundingRules:
    """The rules on the day and the form of a new enterprise."""

    after: Rule[date] = stated(
        "新办企业设立日（此日之后）",
        "formed after this day",
        Provision(date(2002, 12, 27), date(2002, 9, 30), CAISHUI_2002_208.assumed("第八条")).noted(
            "The article names this day for terms only."
        ),
        # The notice of 2004 says what was new from the beginning.
        Provision(_FIRST, date(2002, 9, 30), GUOSHUIFA_2004_93.at()),
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
        Provision(
            date(2005, 1, 1), frozenset({Formation.SET_UP}), CAISHUI_2004_228.at("第二条、第三条")
        ),
    )


@measure("新办企业认定", "whether an enterprise is new")
def new_enterprise(w: Working, founding: Founding[Known], rules: FoundingRules) -> Newness:
    """Return whether an enterprise is new for the business tax and otherwise (新办企业认定).

    The day of the law is the day of the audit.
    """
    recent = formed_after(w, founding, rules)
    return Newness(
        for_business_tax=recent and founding.formation in w.use(rules.business_tax_formations),
        in_general=recent and founding.formation in w.use(rules.formations),
    )


@formula
def formed_after(w: Working, founding: Founding[Known], rules: FoundingRules) -> bool:
    """Return whether the enterprise was formed after the policy was issued."""
    after = w.use(rules.after)
    if founding.formed_on == after:
        return w.use(rules.on_the_day)
    return founding.formed_on > after
