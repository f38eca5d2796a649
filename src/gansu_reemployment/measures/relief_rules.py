"""The rules of tax relief, first regime (税收减免规定): 财税[2002]208号 and its supplements.

Which taxes new retail enterprises are exempt from is not settled: popular summaries add the
business tax. The set here is a reading, and shown as such.
"""

from datetime import date
from fractions import Fraction
from typing import TypeVar

from attrs import field, frozen

from gansu_reemployment.enterprises import Formation, Tax, Trade
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Citation, Standing
from gansu_reemployment.law.instruments_peers import NINGGUOSHUIFA_2003_120
from gansu_reemployment.law.instruments_taxes import (
    CAISHUI_2002_208,
    CAISHUI_2003_192,
    CAISHUI_2004_228,
    CAISHUI_2005_186,
    GUOSHUIFA_2003_119,
    GUOSHUIFA_2004_93,
)
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule, rule

T = TypeVar("T")

_FIRST = date(2003, 1, 1)
_POLICY = date(2002, 9, 30)
_SHORTER = date(2003, 8, 23)
_EIGHT = date(2005, 1, 1)
_SECOND = date(2006, 1, 1)

_TERM = CAISHUI_2002_208.at("第八条")
_SINCE_2003_08 = CAISHUI_2003_192.at("第二条")
_RUNS_ON = CAISHUI_2003_192.at("第三条", Standing.ASSUMED)
_T228 = CAISHUI_2004_228.at()
_T228_ASSUMED = CAISHUI_2004_228.at(standing=Standing.ASSUMED)
_MIXED = NINGGUOSHUIFA_2003_120.at(standing=Standing.REPORTED)


def _article(name: str) -> Citation:
    return CAISHUI_2002_208.at(name, Standing.REPORTED)


def _first(value: T, cite: Citation) -> Provision[T]:
    return Provision(_FIRST, value, cite)


class TermEnd(Choice):
    """When a term that begins before the end of 2005 ends (享受期限截止)."""

    CUT_OFF = "截至规定之日", "on the fixed day at the latest"
    FULL = "期满为止", "when it is full"


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
_SERVICE_TRADES = frozenset(
    {Trade.ADVERTISING, Trade.SAUNA, Trade.MASSAGE, Trade.INTERNET_CAFE, Trade.OXYGEN_BAR}
)
_COMMERCE_TRADES = frozenset({Trade.WHOLESALE, Trade.MIXED_COMMERCE, Trade.OTHER_COMMERCE})
_SPUN_OFF_TRADES = frozenset(
    {
        Trade.FINANCE,
        Trade.POST,
        Trade.CONSTRUCTION,
        Trade.GENERAL_CONTRACTING,
        Trade.ENTERTAINMENT,
        Trade.PROPERTY_SALE,
        Trade.LAND_USE_RIGHTS,
    }
)
_TRADER_TRADES = frozenset({Trade.CONSTRUCTION, Trade.GENERAL_CONTRACTING, Trade.ENTERTAINMENT})
_NOT_GENUINE = frozenset({Formation.FEIGNED_OWNER, Formation.REGISTERED_AGAIN})
_NOT_NEW = frozenset(Formation) - _NOT_GENUINE - {Formation.SET_UP, Formation.CHANGE_OF_HEAD}


@frozen
class ReliefRules:
    """The rules of tax relief by kind of enterprise."""

    first_day: Rule[date] = field(
        default=rule(
            "tax_relief.first_day",
            "减免最早起始日",
            "first day of any relief",
            _first(_FIRST, _TERM),
        )
    )
    entry_until: Rule[date] = field(
        default=rule(
            "tax_relief.entry_until",
            "审核批准截止日",
            "last day of approval",
            _first(date(2005, 12, 31), _TERM),
        )
    )
    sole_traders: Rule[bool] = field(
        default=rule(
            "tax_relief.sole_traders",
            "个体经营按比例减免",
            "sole traders under this scheme",
            _first(True, _article("第五条")),
            Provision(_SECOND, False, CAISHUI_2005_186.at("第二条")),
        )
    )
    term_years: Rule[int] = field(
        default=rule(
            "tax_relief.term_years",
            "减免期限（年）",
            "term in years",
            _first(3, _TERM),
        )
    )
    follows_contract: Rule[bool] = field(
        default=rule(
            "tax_relief.follows_contract",
            "减免期限与劳动合同期限相应",
            "term no longer than the contracts",
            _first(False, _TERM),
            Provision(_SHORTER, True, CAISHUI_2003_192.at("第二条", Standing.ASSUMED)),
        )
    )
    # 财税[2003]192号 covers whoever qualifies before 2006, though issued on 2003-08-23 only.
    term_end: Rule[TermEnd] = field(
        default=rule(
            "tax_relief.term_end",
            "期限届满",
            "end of the term",
            Provision(_POLICY, TermEnd.CUT_OFF, _TERM),
            _first(TermEnd.FULL, _RUNS_ON),
        )
    )
    cut_off: Rule[date] = field(
        default=rule(
            "tax_relief.cut_off",
            "期限截止日",
            "day on which terms are cut off",
            _first(date(2005, 12, 31), _TERM),
        )
    )
    contract_years: Rule[int] = field(
        default=rule(
            "tax_relief.contract_years",
            "劳动合同年限（年以上）",
            "contract length (years or more)",
            _first(3, _article("第一条")),
            Provision(_SHORTER, 1, _SINCE_2003_08),
        )
    )
    threshold: Rule[Fraction] = field(
        default=rule(
            "tax_relief.threshold",
            "招用比例（含）",
            "share of staff (included)",
            _first(Fraction(30, 100), _article("第一条")),
        )
    )
    exemption: Rule[Fraction] = field(
        default=rule(
            "tax_relief.exemption",
            "免征比例",
            "share exempted",
            _first(Fraction(1), _article("第一条")),
        )
    )
    existing_share: Rule[Fraction] = field(
        default=rule(
            "tax_relief.existing_share",
            "现有企业减征比例",
            "reduction for existing enterprises",
            _first(Fraction(30, 100), _article("第三条")),
        )
    )
    reduction_factor: Rule[int] = field(
        default=rule(
            "tax_relief.reduction_factor",
            "减征倍数",
            "multiple of the share of staff",
            _first(2, _article("第一条")),
        )
    )
    service_taxes: Rule[frozenset[Tax]] = field(
        default=rule(
            "tax_relief.service_taxes",
            "新办服务型企业免征税种",
            "taxes of new service enterprises",
            _first(_SERVICE, _article("第一条")),
        )
    )
    retail_taxes: Rule[frozenset[Tax]] = field(
        default=rule(
            "tax_relief.retail_taxes",
            "新办商贸企业免征税种",
            "taxes of new retail enterprises",
            _first(_SERVICE - {Tax.BUSINESS_TAX}, CAISHUI_2002_208.at("第二条", Standing.ASSUMED)),
        )
    )
    reduced_taxes: Rule[frozenset[Tax]] = field(
        default=rule(
            "tax_relief.reduced_taxes",
            "比例不足时减征税种",
            "taxes reduced below the share",
            _first(_INCOME, _article("第一条")),
        )
    )
    existing_taxes: Rule[frozenset[Tax]] = field(
        default=rule(
            "tax_relief.existing_taxes",
            "现有企业减征税种",
            "taxes of existing enterprises",
            _first(_INCOME, _article("第三条")),
        )
    )
    spun_off_taxes: Rule[frozenset[Tax]] = field(
        default=rule(
            "tax_relief.spun_off_taxes",
            "主辅分离经济实体免征税种",
            "taxes of spun-off entities",
            _first(_INCOME, _article("第四条")),
        )
    )
    trader_taxes: Rule[frozenset[Tax]] = field(
        default=rule(
            "tax_relief.trader_taxes",
            "个体经营免征税种",
            "taxes of sole traders",
            _first(_TRADER, _article("第五条")),
        )
    )
    employee_test: Rule[EmployeeTest] = field(
        default=rule(
            "tax_relief.employee_test",
            "雇工人数限制",
            "limit of employees",
            _first(EmployeeTest.NONE, _T228_ASSUMED),
            Provision(_EIGHT, EmployeeTest.COUNTED, _T228),
        )
    )
    employees: Rule[int] = field(
        default=rule(
            "tax_relief.employees",
            "视同新办服务型企业的雇工人数（人以上）",
            "employees that make a service enterprise (or more)",
            Provision(_EIGHT, 8, _T228),
        )
    )
    large_trader_taxes: Rule[frozenset[Tax]] = field(
        default=rule(
            "tax_relief.large_trader_taxes",
            "雇工达到人数时仍免征的税种",
            "taxes left to sole traders with that many employees",
            Provision(_EIGHT, frozenset({Tax.INDIVIDUAL_INCOME_TAX}), _T228_ASSUMED),
        )
    )
    not_new: Rule[frozenset[Formation]] = field(
        default=rule(
            "tax_relief.not_new",
            "不属于新办的情形",
            "formations that are not new",
            _first(_NOT_NEW, CAISHUI_2002_208.at("第七条")),
        )
    )
    not_new_for_business_tax: Rule[frozenset[Formation]] = field(
        default=rule(
            "tax_relief.not_new_for_business_tax",
            "营业税上不属于新办的情形",
            "formations that are not new for the business tax",
            _first(frozenset(), CAISHUI_2002_208.at("第七条")),
            Provision(_EIGHT, frozenset({Formation.CHANGE_OF_HEAD}), CAISHUI_2004_228.at("第二条")),
        )
    )
    without_business_tax: Rule[frozenset[Tax]] = field(
        default=rule(
            "tax_relief.without_business_tax",
            "不属于新办时仍免征的税种",
            "taxes left where it is not new for the business tax",
            _first(_INCOME, _T228_ASSUMED),
        )
    )
    not_genuine: Rule[frozenset[Formation]] = field(
        default=rule(
            "tax_relief.not_genuine",
            "不属于自谋职业的情形",
            "formations that are not self-employment",
            _first(_NOT_GENUINE, GUOSHUIFA_2004_93.at()),
        )
    )
    separate_accounts: Rule[bool] = field(
        default=rule(
            "tax_relief.separate_accounts",
            "除外行业分别核算",
            "separate accounts for excluded trades",
            _first(True, _MIXED),
        )
    )
    rounding: Rule[bool] = field(
        default=rule(
            "tax_relief.rounding",
            "每税种减免税额四舍五入到分，招用比例不舍入",
            "relief rounded half up to the fen for each tax, the share never",
            _first(True, CAISHUI_2002_208.at(standing=Standing.ASSUMED)),
        )
    )
    average: Rule[bool] = field(
        default=rule(
            "tax_relief.average",
            "汇算清缴按各月比例的平均数",
            "at settlement the mean of the monthly shares counts",
            # Reported; that the notice says so, and the mean of ratios, are assumed.
            _first(True, GUOSHUIFA_2003_119.at(standing=Standing.ASSUMED)),
        )
    )
    service_trades: Rule[frozenset[Trade]] = field(
        default=rule(
            "tax_relief.service_trades",
            "服务型企业除外行业",
            "trades excluded for service enterprises",
            _first(_SERVICE_TRADES, _article("第一条")),
        )
    )
    commerce_trades: Rule[frozenset[Trade]] = field(
        default=rule(
            "tax_relief.commerce_trades",
            "商贸企业除外行业",
            "trades excluded for commerce enterprises",
            _first(_COMMERCE_TRADES, _article("第二条")),
        )
    )
    spun_off_trades: Rule[frozenset[Trade]] = field(
        default=rule(
            "tax_relief.spun_off_trades",
            "主辅分离经济实体除外行业",
            "trades excluded for spun-off entities",
            _first(_SPUN_OFF_TRADES | _SERVICE_TRADES | _COMMERCE_TRADES, _article("第四条")),
        )
    )
    trader_trades: Rule[frozenset[Trade]] = field(
        default=rule(
            "tax_relief.trader_trades",
            "个体经营除外行业",
            "trades excluded for sole traders",
            _first(_TRADER_TRADES | _SERVICE_TRADES, _article("第五条")),
        )
    )
