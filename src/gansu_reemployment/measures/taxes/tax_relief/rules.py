"""The rules of tax relief, first regime (税收减免规定): 财税[2002]208号 and its supplements.

The taxes of new retail enterprises are those of article 2: popular summaries add the business
tax, which the article does not name. The rules of conditions and terms are
in :mod:`.tax_relief.condition_rules`.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.documents import CONVENTION
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.taxes.facts import Formation, Tax
from gansu_reemployment.measures.taxes.tax_relief.condition_rules import (
    ReliefConditionRules,
    first,
)

CAISHUI_2002_208: Final = find_instrument("财税[2002]208号")
CAISHUI_2004_228: Final = find_instrument("财税[2004]228号")
GUOSHUIFA_2003_119: Final = find_instrument("国税发[2003]119号")

_FIRST = date(2003, 1, 1)
_EIGHT = date(2005, 1, 1)

_T228 = CAISHUI_2004_228.at("第一条、第三条")
_T228_ASSUMED = CAISHUI_2004_228.assumed()
_BUSINESS_TAX_ONLY = _(
    "The notice concerns the business tax only: that the two levies on it follow it, and income "
    "tax does not, is a reading."
)


class EmployeeTest(Choice):
    """Whether a sole trader's employees are counted (雇工人数限制)."""

    NONE = "不限", "not counted"
    COUNTED = "按雇工人数", "counted"


_SERVICE = frozenset(
    {Tax.BUSINESS_TAX, Tax.CONSTRUCTION_TAX, Tax.EDUCATION_SURCHARGE, Tax.ENTERPRISE_INCOME_TAX}
)
_TRADER = frozenset(
    {Tax.BUSINESS_TAX, Tax.CONSTRUCTION_TAX, Tax.EDUCATION_SURCHARGE, Tax.INDIVIDUAL_INCOME_TAX}
)
_INCOME = frozenset({Tax.ENTERPRISE_INCOME_TAX})


@rule_table("tax_relief", checked=date(2026, 11, 28))
class ReliefRules(ReliefConditionRules):
    """The rules of tax relief by kind of enterprise."""

    threshold: Rule[Fraction] = stated(
        "招用比例（含）",
        "share of staff (included)",
        first(Fraction(30, 100), CAISHUI_2002_208.at("第一条")),
    )
    exemption: Rule[Fraction] = stated(
        "免征比例", "share exempted", first(Fraction(1), CAISHUI_2002_208.at("第一条"))
    )
    existing_share: Rule[Fraction] = stated(
        "现有企业减征比例",
        "reduction for existing enterprises",
        first(Fraction(30, 100), CAISHUI_2002_208.reported("第三条")),
    )
    reduction_factor: Rule[int] = stated(
        "减征倍数", "multiple of the share of staff", first(2, CAISHUI_2002_208.at("第一条"))
    )
    service_taxes: Rule[frozenset[Tax]] = stated(
        "新办服务型企业免征税种",
        "taxes of new service enterprises",
        first(_SERVICE, CAISHUI_2002_208.at("第一条")),
    )
    retail_taxes: Rule[frozenset[Tax]] = stated(
        "新办商贸企业免征税种",
        "taxes of new retail enterprises",
        first(_SERVICE - {Tax.BUSINESS_TAX}, CAISHUI_2002_208.at("第二条")).noted(
            "The business tax on a retail enterprise's service income stays due; "
            "京地税营[2003]372号 frees it, reported for Beijing."
        ),
    )
    reduced_taxes: Rule[frozenset[Tax]] = stated(
        "比例不足时减征税种",
        "taxes reduced below the share",
        first(_INCOME, CAISHUI_2002_208.at("第一条")),
    )
    existing_taxes: Rule[frozenset[Tax]] = stated(
        "现有企业减征税种",
        "taxes of existing enterprises",
        first(_INCOME, CAISHUI_2002_208.reported("第三条")),
    )
    spun_off_taxes: Rule[frozenset[Tax]] = stated(
        "主辅分离经济实体免征税种",
        "taxes of spun-off entities",
        first(_INCOME, CAISHUI_2002_208.reported("第四条")),
    )
    trader_taxes: Rule[frozenset[Tax]] = stated(
        "个体经营免征税种",
        "taxes of sole traders",
        first(_TRADER, CAISHUI_2002_208.at("第五条")).noted("Read as 国税发[2004]93号 repeats it."),
    )
    employee_test: Rule[EmployeeTest] = stated(
        "雇工人数限制",
        "limit of employees",
        first(EmployeeTest.NONE, CAISHUI_2002_208.assumed("第五条")).noted(
            "That the article sets no limit is a reading."
        ),
        Provision(_EIGHT, EmployeeTest.COUNTED, _T228),
    )
    employees: Rule[int] = stated(
        "视同新办服务型企业的雇工人数（人以上）",
        "employees that make a service enterprise (or more)",
        Provision(_EIGHT, 8, _T228),
    )
    large_trader_taxes: Rule[frozenset[Tax]] = stated(
        "雇工达到人数时仍免征的税种",
        "taxes left to sole traders with that many employees",
        Provision(
            _EIGHT,
            frozenset({Tax.INDIVIDUAL_INCOME_TAX}),
            _T228_ASSUMED,
            note=_BUSINESS_TAX_ONLY,
        ),
    )
    not_new_for_business_tax: Rule[frozenset[Formation]] = stated(
        "营业税上不属于新办的情形",
        "formations that are not new for the business tax",
        first(frozenset(), CAISHUI_2002_208.at("第七条")),
        Provision(
            _EIGHT, frozenset({Formation.CHANGE_OF_HEAD}), CAISHUI_2004_228.at("第二条、第三条")
        ),
    )
    without_business_tax: Rule[frozenset[Tax]] = stated(
        "不属于新办时仍免征的税种",
        "taxes left where it is not new for the business tax",
        Provision(
            _EIGHT,
            _INCOME,
            _T228_ASSUMED,
            note=_BUSINESS_TAX_ONLY,
        ),
    )
    rounding: Reading = reading(
        "每税种减免税额四舍五入到分，招用比例不舍入",
        "relief rounded half up to the fen for each tax, the share never",
        cited(_FIRST, CONVENTION),
    )
    average: Reading = reading(
        "汇算清缴按各月比例的平均数",
        "at settlement the mean of the monthly shares counts",
        cited(_FIRST, GUOSHUIFA_2003_119.assumed()).noted(
            "Reported; that the notice says so, and the mean of ratios, are assumed."
        ),
    )
