"""National documents on fees of the self-employed (收费减免文件), oldest first.

Notes say what is known beside the two dates, and how well.
"""

from datetime import date

from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.issuers import (
    COMMERCE_ADMINISTRATION,
    MOF,
    NDRC,
    STATE_COUNCIL_OFFICE,
)

GUOBANFA_2002_57 = Instrument(
    "国办发[2002]57号",
    "",
    (STATE_COUNCIL_OFFICE,),
    date(2002, 10, 17),
    date(2002, 10, 17),
    "fees of laid-off persons in self-employment",
    replaced_by=("财综[2006]7号",),
    note=_("Runs to 2005-12-31 (reported); its successor is assumed. Sections 1 and 2 were read."),
)
CAIZONG_2002_72 = Instrument(
    "财综[2002]72号",
    "",
    (MOF,),
    None,
    None,
    "fees of laid-off persons in self-employment",
    standing=Standing.REPORTED,
    note=_("2002; known as cited in 财综[2003]33号."),
)
CAIZONG_2003_33 = Instrument(
    "财综[2003]33号",
    "",
    (MOF,),
    None,
    None,
    "fees: the supplementary notice on carrying out the relief",
    standing=Standing.REPORTED,
    note=_("Before 2003-06-09 (reported). Title known in part. Sections 1 and 2 were read."),
    known_by=date(2003, 6, 9),
)
CAIZONG_2006_7 = Instrument(
    "财综[2006]7号",
    "关于对从事个体经营的下岗失业人员和高校毕业生实行收费优惠政策的通知",
    (MOF, NDRC),
    None,
    date(2006, 1, 1),
    "fees of the second regime",
    note=_(
        "2006; forwarded by 国税函[2006]233号 on 2006-03-02. From 2006-01-01 to 2008-12-31 (read). "
        "Section 1 was read."
    ),
    known_by=date(2006, 3, 2),
)
CAIZONG_2008_61 = Instrument(
    "财综[2008]61号",
    "关于停止征收个体工商户管理费和集贸市场管理费有关问题的通知",
    (MOF, NDRC, COMMERCE_ADMINISTRATION),
    date(2008, 8, 21),
    None,
    "ends the management fees of sole traders and of markets",
    note=_("From 2008-09-01, as the press reported. The beginning was read."),
)
