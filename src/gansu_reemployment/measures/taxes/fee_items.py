"""The national list of fees that are relieved (国家规定的减免收费项目), by department.

>>> len(NATIONAL_ITEMS), sum(map(len, NATIONAL_ITEMS.values()))
(7, 17)
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gansu_reemployment.i18n import Choice


class FeeDepartment(Choice):
    """Departments that charge fees (收费部门)."""

    COMMERCE = "工商", "industry and commerce"
    TAX = "税务", "tax"
    HEALTH = "卫生", "health"
    CIVIL_AFFAIRS = "民政", "civil affairs"
    LABOUR = "劳动保障", "labour"
    POLICE = "公安", "police"
    TOBACCO = "烟草", "tobacco"


#: The national list (减免收费项目), by department.
NATIONAL_ITEMS: Final[Mapping[FeeDepartment, tuple[str, ...]]] = MappingProxyType(
    {
        FeeDepartment.COMMERCE: (
            "个体工商户注册登记费",
            "个体工商户管理费",
            "集贸市场管理费",
            "经济合同鉴证费",
            "经济合同示范文本工本费",
        ),
        FeeDepartment.TAX: ("税务登记证工本费",),
        FeeDepartment.HEALTH: (
            "民办医疗机构管理费",
            "卫生监测费",
            "卫生质量检验费",
            "预防性体检费",
            "预防接种劳务费",
            "卫生许可证工本费",
        ),
        FeeDepartment.CIVIL_AFFAIRS: ("民办非企业单位登记费",),
        FeeDepartment.LABOUR: ("劳动合同鉴证费", "职业资格证书费"),
        FeeDepartment.POLICE: ("特种行业许可证工本费",),
        FeeDepartment.TOBACCO: ("烟草专卖零售许可证费",),
    }
)
