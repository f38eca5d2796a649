"""The four conditions of a spin-off and the excluded trades (主辅分离规定)."""

from datetime import date
from fractions import Fraction
from typing import Final

from gansu_reemployment.i18n import _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.measures.taxes.spinoff_relief.facts import Assets, Size
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules

GUOJINGMAOQIGAI_2002_859: Final = find_instrument("国经贸企改[2002]859号")
GUOZIFENPEI_2003_21: Final = find_instrument("国资分配[2003]21号")
CAISHUI_2002_208: Final = find_instrument("财税[2002]208号")
CAISHUI_2005_186: Final = find_instrument("财税[2005]186号")

_FIRST = date(2003, 1, 1)
# The day of a press report on the notice, whose own day is not known.
_NOTICE = date(2003, 7, 15)
_SECOND = date(2006, 1, 1)
#: Relief approved by the end of 2008 runs for three years.
_END = date(2011, 12, 31)
_CONDITIONS = GUOJINGMAOQIGAI_2002_859.reported()
_SCOPE = GUOZIFENPEI_2003_21.at("一")
_SIZES = GUOZIFENPEI_2003_21.at("二")
_SCOPE_BEFORE = GUOZIFENPEI_2003_21.assumed("一")
_SIZES_BEFORE = GUOZIFENPEI_2003_21.assumed("二")
_EARLIER = _("The notice is of July 2003; that its scope held from the first day is assumed.")
_RELIEF = CAISHUI_2002_208.reported("第四条")
_SECOND_REGIME = CAISHUI_2005_186.reported()

_SERVICE = frozenset({Trade.ADVERTISING, Trade.SAUNA, Trade.MASSAGE, Trade.OXYGEN_BAR})
_COMMON = _SERVICE | {
    Trade.FINANCE,
    Trade.POST,
    Trade.ENTERTAINMENT,
    Trade.PROPERTY_SALE,
    Trade.LAND_USE_RIGHTS,
}
_TRADES_FIRST = _COMMON | {
    Trade.INTERNET_CAFE,
    Trade.CONSTRUCTION,
    Trade.GENERAL_CONTRACTING,
    Trade.WHOLESALE,
    Trade.MIXED_COMMERCE,
    Trade.OTHER_COMMERCE,
}
_TRADES_SECOND = _COMMON | {Trade.GENERAL_CONTRACTING}


@rule_table("spinoff_relief", checked=date(2026, 11, 28), covered_until=_END)
class SpinoffRules:
    """The rules of spin-offs (主辅分离), to the end of the last terms."""

    state_share: Rule[Fraction] = stated(
        "主体企业国有股比例（超过）",
        "state share in the parent (above)",
        Provision(_FIRST, Fraction(50, 100), _SCOPE_BEFORE, note=_EARLIER),
        Provision(_NOTICE, Fraction(50, 100), _SCOPE),
    )
    sizes: Rule[frozenset[Size]] = stated(
        "主体企业规模",
        "size of the parent",
        Provision(_FIRST, frozenset({Size.LARGE, Size.MEDIUM}), _SIZES_BEFORE, note=_EARLIER),
        Provision(_NOTICE, frozenset({Size.LARGE, Size.MEDIUM}), _SIZES),
    )
    assets: Rule[frozenset[Assets]] = stated(
        "三类资产",
        "three kinds of assets",
        Provision(
            _FIRST,
            frozenset({Assets.NON_CORE, Assets.IDLE, Assets.CLOSED}),
            GUOJINGMAOQIGAI_2002_859.at("一（一）"),
        ),
    )
    ownership: Reading = reading(
        "独立核算、产权清晰、产权主体多元化",
        "independent accounts, clear property rights, several owners",
        cited(_FIRST, _CONDITIONS),
    )
    state_legal_share: Rule[Fraction] = stated(
        "改制后国有法人股比例（一般不超过）",
        "share of state legal persons (generally no more)",
        Provision(_FIRST, Fraction(75, 100), _SCOPE_BEFORE, note=_EARLIER),
        Provision(_NOTICE, Fraction(75, 100), _SCOPE),
    )
    surplus_share: Rule[Fraction] = stated(
        "富余人员比例（含）",
        "share of surplus staff (included)",
        Provision(_FIRST, Fraction(30, 100), _CONDITIONS),
        Provision(_SECOND, Fraction(30, 100), _SECOND_REGIME),
    )
    # Construction was excluded whole before 2006; whether 70 per cent held then is not known.
    builders_share: Rule[Fraction] = stated(
        "其他建筑企业富余人员比例（含）",
        "share of surplus staff in other construction (included)",
        Provision(_FIRST, Fraction(30, 100), _CONDITIONS),
        Provision(_SECOND, Fraction(70, 100), _SECOND_REGIME),
    )
    contract_years: Rule[int] = stated(
        "劳动合同年限（年以上）",
        "contract length (years or more)",
        Provision(_FIRST, 3, GUOJINGMAOQIGAI_2002_859.assumed()).noted(
            "A textbook reports that the contracts are changed or newly signed; that they run "
            "for three years or more is assumed."
        ),
    )
    trades: Rule[frozenset[Trade]] = stated(
        "除外行业",
        "excluded trades",
        Provision(_FIRST, _TRADES_FIRST, _RELIEF),
        Provision(_SECOND, _TRADES_SECOND, _SECOND_REGIME),
    )
    # Share and term equal those of `tax_relief`, but 第四条 states them for spun-off entities.
    exemption: Rule[Fraction] = stated(
        "免征比例", "share exempted", Provision(_FIRST, Fraction(1), _RELIEF)
    )
    term_years: Rule[int] = stated("减免期限（年）", "term in years", Provision(_FIRST, 3, _RELIEF))
    entry_until: Rule[date] = stated(
        "审核批准截止日",
        "last day of approval",
        Provision(_FIRST, date(2005, 12, 31), CAISHUI_2002_208.at("第八条")),
        # 财税[2009]23号 prolongs sole traders and hiring enterprises only.
        Provision(_SECOND, date(2008, 12, 31), CAISHUI_2005_186.at()),
    )
    # As in `tax_relief`; this table covers later years.
    first_day: Rule[date] = stated(
        "减免最早起始日",
        "first day of any relief",
        Provision(_FIRST, _FIRST, CAISHUI_2002_208.at("第八条")),
    )
    approval: Reading = ReliefRules().approval
    day_count: Reading = ReliefRules().day_count
