"""National documents on spin-offs (主辅分离、辅业改制文件), oldest first.

Notes say what is known beside the two dates, and how well.
"""

from datetime import date

from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.issuers import (
    COMMERCE_ADMINISTRATION,
    MOF,
    MOLSS,
    PBOC,
    SASAC,
    SAT,
    SETC,
)

GUOJINGMAOQIGAI_2002_859 = Instrument(
    "国经贸企改[2002]859号",
    "关于国有大中型企业主辅分离辅业改制分流安置富余人员的实施办法",
    (
        SETC,
        MOF,
        MOLSS,
        "国土资源部",
        PBOC,
        SAT,
        COMMERCE_ADMINISTRATION,
        "全国总工会",
    ),
    date(2002, 11, 18),
    None,
    "separation of main and ancillary business",
    note=_("Title, day and issuers were read, the conditions are reported in part."),
)
GUOZIFENPEI_2003_21 = Instrument(
    "国资分配[2003]21号",
    "关于进一步明确国有大中型企业主辅分离辅业改制有关问题的通知",
    (SASAC, MOF, MOLSS, SAT),
    None,
    None,
    "scope of the separation of main and ancillary business",
    standing=Standing.REPORTED,
    note=_("July 2003; a press report is of 2003-07-15. Sections 1 and 2 were read."),
    known_by=date(2003, 7, 15),
)
GUOJINGMAO_ZHONGXIAOQI_2003_143 = Instrument(
    "国经贸中小企[2003]143号",
    "",
    (),
    None,
    None,
    "size of enterprises, used by 国资分配[2003]21号",
    note=_("2003; the day is not known."),
)
GUOZIFA_CHANQUAN_2004_9 = Instrument(
    "国资发产权[2004]9号",
    "",
    (),
    None,
    None,
    "proof of the kinds of assets in a spin-off",
    note=_("2004; the day is not known."),
)
