"""The papers that prove the four conditions of a spin-off (主辅分离证明)."""

from typing import Final

from attrs import frozen

from gansu_reemployment.i18n import Choice, choose_locale, show
from gansu_reemployment.law.documents import Citation
from gansu_reemployment.law.instruments import find_instrument

_CONDITIONS = find_instrument("国经贸企改[2002]859号").reported()


class Condition(Choice):
    """The four conditions (四项条件)."""

    ASSETS = "利用三类资产", "uses the three kinds of assets"
    OWNERSHIP = "独立核算、产权清晰并实行产权主体多元化", "accounts, property rights and owners"
    SURPLUS_STAFF = "富余人员达到规定比例", "share of surplus staff"
    CONTRACTS = "变更或者签订劳动合同", "labour contracts changed or signed"


class Department(Choice):
    """The departments that issue proofs (出具证明部门)."""

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
        """Format the paper with the department that issues it."""
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
#: The papers of an entity whose parent is not a central enterprise.
LOCAL_PROOFS: Final = tuple(proof for proof in PROOFS if not proof.central_only)
