"""The facts of the relief of spun-off entities (主辅分离经济实体)."""

from datetime import date
from fractions import Fraction
from typing import ClassVar, Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, U, fact, not_negative, positive
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.measures.taxes.facts import Trade
from gansu_reemployment.money import Yuan


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


def _is_share(value: Fraction) -> Message | None:
    return None if 0 <= value <= 1 else Message(_("a share lies between 0 and 1"))


@frozen(kw_only=True, slots=False)
class Spinoff(CheckedFacts, Generic[U]):
    """A spun-off entity (主辅分离经济实体); ``None`` means unknown.

    Args:
        parent_state_share: the state's share in the parent, 1 in a state-owned enterprise.
        parent_size: 企业规模, by 国经贸中小企[2003]143号.
        assets: the kind of assets it uses (三类资产).
        independent_accounts: whether it keeps accounts of its own (独立核算).
        several_owners: whether it moves towards several owners (产权主体多元化).
        state_legal_share: the share of state legal persons in the entity after restructuring.
        exception: whether an exception from the limit of that share is granted.
        surplus_staff: surplus staff of the parent in the entity.
        staff: total staff of the entity.
        contract_years: length of their new or changed contracts in whole years.
        trade: 行业; general contracting of construction works is a trade of its own.
        central: whether the parent is a central enterprise (中央企业).
        approved_on: the day of the audit (审核批准之日).
        income_tax: enterprise income tax due, yuan.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove("surplus_staff", "staff", _("more persons than the total staff")),
    )

    parent_state_share: Fraction | U = fact("主体企业国有股比例", "state share", _is_share)
    parent_size: Size | U = fact("主体企业规模", "size of the parent")
    assets: Assets | U = fact("资产类别", "kind of assets")
    independent_accounts: bool | U = fact("独立核算", "independent accounts")
    clear_property_rights: bool | U = fact("产权清晰", "clear property rights")
    several_owners: bool | U = fact("产权主体多元化", "several owners")
    state_legal_share: Fraction | U = fact("国有法人股比例", "state legal share", _is_share)
    exception: bool | U = fact("经批准的例外", "exception granted")
    surplus_staff: int | U = fact("安置富余人员", "surplus staff", not_negative)
    staff: int | U = fact("职工总数", "total staff", positive)
    contract_years: int | U = fact("劳动合同年限", "contract in years", not_negative)
    trade: Trade | U = fact("行业", "trade")
    central: bool | U = fact("中央企业", "central enterprise")
    approved_on: date | U = fact("审核批准之日", "day of approval")
    income_tax: Yuan | U = fact("应纳企业所得税", "income tax due", not_negative)
