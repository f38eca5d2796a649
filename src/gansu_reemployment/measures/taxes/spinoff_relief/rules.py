"""The four conditions of a spin-off, their proofs and excluded trades (主辅分离规定)."""

from datetime import date
from fractions import Fraction
from typing import Final

from attrs import frozen

from gansu_reemployment.i18n import Choice, choose_locale, show
from gansu_reemployment.law.documents import Citation, Standing
from gansu_reemployment.law.instruments.spinoff import (
    GUOJINGMAOQIGAI_2002_859,
    GUOZIFENPEI_2003_21,
)
from gansu_reemployment.law.instruments.taxes import CAISHUI_2002_208, CAISHUI_2005_186
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.taxes.facts import Trade

_FIRST = date(2003, 1, 1)
# The day of a press report on the notice, whose own day is not known.
_NOTICE = date(2003, 7, 15)
_SECOND = date(2006, 1, 1)
_CONDITIONS = GUOJINGMAOQIGAI_2002_859.at(standing=Standing.REPORTED)
_SCOPE = GUOZIFENPEI_2003_21.at()
# The notice is of July 2003; that its scope held from the first day is assumed.
_SCOPE_BEFORE = GUOZIFENPEI_2003_21.at(standing=Standing.ASSUMED)
_RELIEF = CAISHUI_2002_208.at("第四条", Standing.REPORTED)
_SECOND_REGIME = CAISHUI_2005_186.at(standing=Standing.REPORTED)


class Assets(Choice):
    """The kinds of assets that an entity may use (三类资产), and others."""

    NON_CORE = "非主业资产", "non-core assets"
    IDLE = "闲置资产", "idle assets"
    CLOSED = "关闭破产企业的有效资产", "valid assets of a closed or bankrupt enterprise"
    OTHER = "其他资产", "other assets"


class Size(Choice):
    """Size of an enterprise (企业规模)."""

    LARGE = "大型", "large"
    MEDIUM = "中型", "medium"
    SMALL = "小型", "small"


class Condition(Choice):
    """The four conditions (四项条件)."""

    ASSETS = "利用三类资产", "uses the three kinds of assets"
    OWNERSHIP = "独立核算、产权清晰并实行产权主体多元化", "accounts, property rights and owners"
    SURPLUS_STAFF = "富余人员达到规定比例", "share of surplus staff"
    CONTRACTS = "变更或者签订劳动合同", "labour contracts changed or signed"


class Department(Choice):
    """Who issues a proof (出具证明部门)."""

    FINANCE = "财政部门", "finance department"
    ECONOMY = "经贸部门", "economic and trade department"
    LABOUR = "劳动保障部门", "labour authority"
    GROUP = "企业集团", "the group, with the joint reply of the ministries"


@frozen
class Proof:
    """A paper that proves conditions (证明): its name, who issues it, and its source."""

    zh: str
    en: str
    department: Department
    conditions: tuple[Condition, ...]
    cite: Citation
    central_only: bool = False

    def show(self, locale: str) -> str:
        """Write the paper and who issues it."""
        if choose_locale(locale) == "zh_CN":
            return f"{self.zh}（{show(self.department, locale)}）"
        return f"{self.en} ({show(self.department, locale)})"


#: The papers, in the order of the conditions.
PROOFS: Final = (
    Proof(
        "三类资产证明",
        "proof of the three kinds of assets",
        Department.FINANCE,
        (Condition.ASSETS,),
        _CONDITIONS,
    ),
    Proof(
        "主辅分离和产权证明",
        "proof of the separation and the ownership",
        Department.ECONOMY,
        (Condition.OWNERSHIP,),
        _CONDITIONS,
    ),
    Proof(
        "经济实体安置富余人员认定证明",
        "certificate of surplus staff, contracts and their share",
        Department.LABOUR,
        (Condition.SURPLUS_STAFF, Condition.CONTRACTS),
        _CONDITIONS,
    ),
    Proof(
        "联合批复和集团公司证明",
        "joint reply and the group's certificate",
        Department.GROUP,
        tuple(Condition),
        _CONDITIONS,
        central_only=True,
    ),
)

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


@rule_table("spinoff_relief", checked=date(2026, 11, 23))
class SpinoffRules:
    """The rules of spin-offs."""

    state_share: Rule[Fraction] = stated(
        "主体企业国有股比例（超过）",
        "state share in the parent (above)",
        Provision(_FIRST, Fraction(50, 100), _SCOPE_BEFORE),
        Provision(_NOTICE, Fraction(50, 100), _SCOPE),
    )
    sizes: Rule[frozenset[Size]] = stated(
        "主体企业规模",
        "size of the parent",
        Provision(_FIRST, frozenset({Size.LARGE, Size.MEDIUM}), _SCOPE_BEFORE),
        Provision(_NOTICE, frozenset({Size.LARGE, Size.MEDIUM}), _SCOPE),
    )
    assets: Rule[frozenset[Assets]] = stated(
        "三类资产",
        "three kinds of assets",
        Provision(_FIRST, frozenset({Assets.NON_CORE, Assets.IDLE, Assets.CLOSED}), _CONDITIONS),
    )
    ownership: Reading = reading(
        "独立核算、产权清晰、产权主体多元化",
        "independent accounts, clear property rights, several owners",
        cited(_FIRST, _CONDITIONS),
    )
    state_legal_share: Rule[Fraction] = stated(
        "改制后国有法人股比例（原则上不超过）",
        "share of state legal persons (as a rule no more)",
        Provision(_FIRST, Fraction(75, 100), _SCOPE_BEFORE),
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
        Provision(_FIRST, 3, GUOJINGMAOQIGAI_2002_859.at(standing=Standing.ASSUMED)),
    )
    trades: Rule[frozenset[Trade]] = stated(
        "除外行业",
        "excluded trades",
        Provision(_FIRST, _TRADES_FIRST, _RELIEF),
        Provision(_SECOND, _TRADES_SECOND, _SECOND_REGIME),
    )
    exemption: Rule[Fraction] = stated(
        "免征比例", "share exempted", Provision(_FIRST, Fraction(1), _RELIEF)
    )
    term_years: Rule[int] = stated("减免期限（年）", "term in years", Provision(_FIRST, 3, _RELIEF))
