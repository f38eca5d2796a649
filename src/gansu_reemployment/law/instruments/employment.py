"""National documents on employment, its funds and its figures (就业、再就业资金和统计文件).

Oldest first. Notes say what is known beside the two dates, and how well.
"""

from datetime import date

from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.issuers import (
    CENTRAL_COMMITTEE,
    COMMERCE_ADMINISTRATION,
    MOF,
    MOLSS,
    NPC_COMMITTEE,
    STATE_COUNCIL,
    STATE_COUNCIL_OFFICE,
    STATISTICS_BUREAU,
)

GUOFA_1978_104 = Instrument(
    "国发[1978]104号",
    "",
    (STATE_COUNCIL,),
    None,
    None,
    "retirement ages",
    standing=Standing.ASSUMED,
    note=_("Issued in 1978 and in force throughout 2002-2008 (assumed)."),
)
GUOFA_1997_26 = Instrument(
    "国发[1997]26号",
    "关于建立统一的企业职工基本养老保险制度的决定",
    (STATE_COUNCIL,),
    date(1997, 7, 16),
    None,
    "basic pension; the path of the personal rate to 8%",
    replaced_by=("国发[2005]38号",),
    note=_("Replaced in part only. Read in part."),
)
ZHONGFA_1998_10 = Instrument(
    "中发[1998]10号",
    "关于切实做好国有企业下岗职工基本生活保障和再就业工作的通知",
    (CENTRAL_COMMITTEE, STATE_COUNCIL),
    None,
    None,
    "basic living allowance of laid-off workers of state enterprises",
    standing=Standing.ASSUMED,
    note=_("Cited in 财社[2002]107号 item 一 (read); issuers and year 1998 assumed."),
    known_by=date(1998, 12, 31),
)
SHIYE_BAOXIAN_TIAOLI = Instrument(
    "国务院令第258号",
    "失业保险条例",
    (STATE_COUNCIL,),
    date(1999, 1, 22),
    date(1999, 1, 22),
    "Unemployment Insurance Regulations",
    note=_("Articles 6, 14, 17 and 18 were read."),
)
DIBAO_TIAOLI = Instrument(
    "国务院令第271号",
    "城市居民最低生活保障条例",
    (STATE_COUNCIL,),
    None,
    date(1999, 10, 1),
    "minimum living allowance of urban residents",
    note=_(
        "The copy read dates it 1999-09-28. Article 10 was read: who can work and receives the "
        "allowance takes part in community work."
    ),
    known_by=date(1999, 10, 1),
)
ZHONGFA_2002_12 = Instrument(
    "中发[2002]12号",
    "中共中央、国务院关于进一步做好下岗失业人员再就业工作的通知",
    (CENTRAL_COMMITTEE, STATE_COUNCIL),
    date(2002, 9, 30),
    date(2002, 9, 30),
    "the first re-employment regime, 2002-2005",
    replaced_by=("国发[2005]36号",),
    note=_(
        "Both dates are read for the tax rules; the subsidy rules know them from reports only. "
        "The regime ended on 2005-12-31 (reported). Item numbers are not known: cite no article."
    ),
)
LAOSHEBUFA_2002_20 = Instrument(
    "劳社部发[2002]20号",
    "",
    (MOLSS,),
    date(2002, 11, 25),
    None,
    "opinions of 11 ministries on carrying out 中发[2002]12号",
    replaced_by=("劳社部发[2006]6号",),
    standing=Standing.ASSUMED,
    note=_(
        "Issued about 2002-11-25 (assumed). The labour ministry led 11 ministries (reported). "
        "Only items 18-21 were read; that it was replaced is assumed."
    ),
)
CAISHE_2002_107 = Instrument(
    "财社[2002]107号",
    "关于促进下岗失业人员再就业资金管理有关问题的通知",
    (MOF, MOLSS),
    date(2002, 12, 3),
    date(2002, 12, 3),
    "re-employment funds",
    replaced_by=("财社[2006]1号",),
    note=_(
        "In force to 2005-12-31, lapsed on 2006-01-01 (read). Items 一 to 四 and the start of "
        "the claim procedure were read."
    ),
)
LAOSHETINGFA_2003_4 = Instrument(
    "劳社厅发[2003]4号",
    "",
    (f"{MOLSS}办公厅",),
    date(2003, 2, 25),
    None,
    "reports on re-employment: forms 劳社统就11-13号 and their days",
    note=_(
        "Issuer by its symbol. Quarterly reports within 5 days after the quarter, yearly ones "
        "by 5 January; holidays postpone."
    ),
)
GUOBANFA_2003_40 = Instrument(
    "国办发[2003]40号",
    "关于加快推进再就业工作的通知",
    (STATE_COUNCIL_OFFICE,),
    None,
    None,
    "speeding up re-employment work; parent of the Gansu opinion",
    standing=Standing.REPORTED,
    note=_(
        "Title and symbol were read. Issued in May 2003 (reported; assumed for the tax rules), "
        "the day is not known: the press of 2003-05-22 repeats its goals. Text not known."
    ),
)
REEMPLOYMENT_MEETING_2003 = Instrument(
    "",
    "2003年5月23日全国再就业工作电视电话会议",
    (),
    date(2003, 5, 23),
    None,
    "tele-conference on re-employment: what is reported by month",
    standing=Standing.REPORTED,
    note=_("Title descriptive."),
)
LAOSHEBUFA_2004_9 = Instrument(
    "劳社部发[2004]9号",
    "城镇就业人员变动数据测算暂行办法",
    (MOLSS, STATISTICS_BUREAU, COMMERCE_ADMINISTRATION),
    date(2004, 4, 2),
    None,
    "net added, cumulative and newly added employment told apart",
    note=_("Later than the Gansu opinion of 2003-06-10."),
)
GUOFA_2005_36 = Instrument(
    "国发[2005]36号",
    "关于进一步加强就业再就业工作的通知",
    (STATE_COUNCIL,),
    date(2005, 11, 4),
    None,
    "the second re-employment regime, 2006-2008",
    replaced_by=("国发[2008]5号",),
    standing=Standing.REPORTED,
    note=_("For approvals from 2006 to 2008-12-31 (assumed); that it was replaced is assumed."),
)
GUOFA_2005_38 = Instrument(
    "国发[2005]38号",
    "关于完善企业职工基本养老保险制度的决定",
    (STATE_COUNCIL,),
    None,
    date(2006, 1, 1),
    "basic pension; rates of flexible workers",
    standing=Standing.ASSUMED,
    note=_("Issued in 2005. The rates of flexible workers hold from 2006-01-01 (assumed)."),
    known_by=date(2005, 12, 31),
)
CAISHE_2006_1 = Instrument(
    "财社[2006]1号",
    "关于进一步加强就业再就业资金管理有关问题的通知",
    (MOF, MOLSS),
    None,
    date(2006, 1, 1),
    "employment and re-employment funds",
    note=_(
        "Issued in 2006; issuers assumed; its effect on 财社[2002]107号 was read, its text not."
    ),
)
LAOSHEBUFA_2006_6 = Instrument(
    "劳社部发[2006]6号",
    "",
    (MOLSS,),
    date(2006, 1, 20),
    None,
    "classes of the certificate and other detail under 国发[2005]36号",
    standing=Standing.REPORTED,
    note=_(
        "Issued by 18 departments; that the labour ministry led them is assumed. Part 一(一), on "
        "the classes of the certificate, was read."
    ),
)
ZERO_EMPLOYMENT_2006 = Instrument(
    "",
    "2006年关于零就业家庭就业援助的全国规定",
    (),
    None,
    None,
    "help for households without anyone in work",
    standing=Standing.REPORTED,
    note=_(
        "Title descriptive, number and day not known. National from October 2006 (reported), "
        "after pilots of 2005 in Liaoning and Guangdong."
    ),
)
LAOSHEBUFA_2006_45 = Instrument(
    "劳社部发[2006]45号",
    "",
    (MOLSS,),
    None,
    None,
    "employment plan of 2007 and its targets",
    note=_("Issued in December 2006; the day is not known, nor the annex with provincial figures."),
)
JIUYE_CUJINFA = Instrument(
    "",
    "就业促进法",
    (NPC_COMMITTEE,),
    date(2007, 8, 30),
    date(2008, 1, 1),
    "Employment Promotion Law",
    standing=Standing.ASSUMED,
)
GUOFA_2008_5 = Instrument(
    "国发[2008]5号",
    "国务院关于做好促进就业工作的通知",
    (STATE_COUNCIL,),
    date(2008, 2, 3),
    None,
    "employment promotion; any enterprise that hires gets the insurance subsidy",
    standing=Standing.REPORTED,
    note=_("Signed on 2008-02-03, in the press on 2008-02-20 (both reported)."),
)
CAISHE_2008_269 = Instrument(
    "财社[2008]269号",
    "",
    (),
    None,
    None,
    "employment fund",
    standing=Standing.REPORTED,
    note=_("2008; known as a basis of Gansu's measure on the employment fund."),
)
JIUYE_TONGJI_2010 = Instrument(
    "",
    "就业统计报表制度",
    (),
    None,
    None,
    "statistical forms on employment",
    standing=Standing.REPORTED,
    note=_("2010; only its existence is reported. The forms of 2003 are not known."),
)
CAISHE_2011_64 = Instrument(
    "财社[2011]64号",
    "",
    (),
    None,
    None,
    "employment fund",
    note=_("2011; known as cited in 粤财社[2014]188号. Text not known."),
)
