"""National documents on tax relief (税收减免文件), oldest first.

Notes say what is known beside the two dates, and how well.
"""

from datetime import date

from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.issuers import MOF, MOLSS, NPC_COMMITTEE, SAT, STATE_COUNCIL

_RATES = _("The day is not recorded here. The rates were read in a text that reproduces them.")
CHENGJIAN_SHUI_TIAOLI = Instrument(
    "",
    "城市维护建设税暂行条例",
    (STATE_COUNCIL,),
    date(1985, 2, 8),
    None,
    "urban maintenance and construction tax",
    note=_("Article 4 was read in a text as amended in 2011."),
)
JIAOYU_FUJIA_GUIDING = Instrument(
    "",
    "征收教育费附加的暂行规定",
    (STATE_COUNCIL,),
    date(1986, 4, 28),
    date(1986, 7, 1),
    "education surcharge",
    note=_("Article 3 was read in a text as amended in 2011."),
)
GEREN_SUODE_SHUI_FA = Instrument(
    "",
    "个人所得税法",
    (NPC_COMMITTEE,),
    None,
    None,
    "individual income tax",
    standing=Standing.ASSUMED,
    note=_RATES,
)
YINGYE_SHUI_TIAOLI = Instrument(
    "国务院令第136号",
    "营业税暂行条例",
    (STATE_COUNCIL,),
    date(1993, 12, 13),
    date(1994, 1, 1),
    "business tax",
    note=_("Articles 2 and 3 were read; the table of rates was read once and not found again."),
)
QIYE_SUODE_SHUI_TIAOLI = Instrument(
    "",
    "企业所得税暂行条例",
    (STATE_COUNCIL,),
    None,
    None,
    "enterprise income tax",
    standing=Standing.ASSUMED,
    note=_RATES,
)
CAISHUIZI_1994_001 = Instrument(
    "财税字[1994]001号",
    "关于企业所得税若干优惠政策的通知",
    (),
    None,
    None,
    "older incentives of the enterprise income tax",
    standing=Standing.REPORTED,
    note=_("1994. The other side of the choice under 财税[2002]208号 article 9."),
)
CAISHUIZI_1994_009 = Instrument(
    "财税字[1994]009号",
    "",
    (MOF, SAT),
    None,
    None,
    "relief rates of the enterprise income tax for low incomes",
    standing=Standing.REPORTED,
    note=_("1994. Thought to be the document of the tiers of 18 and 27 %; not read."),
)
CAISHUI_2001_21 = Instrument(
    "财税[2001]21号",
    "",
    (MOF, SAT),
    date(2001, 3, 7),
    None,
    "business tax of finance: 5 % from 2003-01-01",
    note=_("Issuers by its symbol. Read whole."),
)
GUOFA_2001_37 = Instrument(
    "国发[2001]37号",
    "所得税收入分享改革方案",
    (STATE_COUNCIL,),
    None,
    date(2002, 1, 1),
    "division of the income taxes between centre and localities",
    standing=Standing.ASSUMED,
    note=_("The division of 2002; not read."),
)
GUOSHUIFA_2002_160 = Instrument(
    "国税发[2002]160号",
    "关于促进下岗失业人员再就业税收政策具体实施意见的通知",
    (SAT, MOLSS),
    date(2002, 12, 24),
    date(2002, 12, 24),
    "carries out 财税[2002]208号",
    replaced_by=("国税发[2006]8号",),
    note=_(
        "Three days earlier than the notice it carries out, and no slip. Its successor is "
        "assumed. The beginning was read, later parts partly."
    ),
)
CAISHUI_2002_208 = Instrument(
    "财税[2002]208号",
    "关于下岗失业人员再就业有关税收政策问题的通知",
    (MOF, SAT),
    date(2002, 12, 27),
    date(2003, 1, 1),
    "tax relief of the first regime",
    replaced_by=("财税[2005]186号",),
    standing=Standing.REPORTED,
    note=_(
        "The day of issue is reported; in force from 2003-01-01 to 2005-12-31 (read). Articles 1, "
        "2, 7, 8 and part of 9 were read. Supplemented by 财税[2003]133号 and 财税[2003]192号; "
        "its successor is assumed."
    ),
)
CAISHUI_2003_12 = Instrument(
    "财税[2003]12号",
    "",
    (),
    None,
    None,
    "content not known",
    standing=Standing.ASSUMED,
    note=_("Perhaps a supplementary notice of 2003-02-13 (assumed, uncertain). Never coded."),
)
CAISHUI_2003_133 = Instrument(
    "财税[2003]133号",
    "关于下岗失业人员再就业税收政策的补充通知",
    (MOF, SAT),
    date(2003, 6, 12),
    None,
    "commerce enterprises: retail, and retail with wholesale",
    replaced_by=("财税[2005]186号",),
    standing=Standing.REPORTED,
    note=_("To the end of 2005 (read). Its successor is assumed. Articles 1 to 3 were read."),
)
GUOSHUIFA_2003_62 = Instrument(
    "国税发[2003]62号",
    "关于落实再就业税收优惠政策减少税收收入有关问题的通知",
    (SAT,),
    None,
    None,
    "the method of the offset",
    standing=Standing.REPORTED,
    note=_("2003, before 国税发[2003]65号 that cites it. Text not known."),
    known_by=date(2003, 6, 26),
)
GUOSHUIFA_2003_65 = Instrument(
    "国税发[2003]65号",
    "关于贯彻落实国办发[2003]40号的通知",
    (SAT,),
    None,
    None,
    "carries out 国办发[2003]40号 in the tax offices",
    standing=Standing.REPORTED,
    note=_("Between May 2003 and 2003-06-26 (reported). Sections 1 to 3 were read."),
    known_by=date(2003, 6, 26),
)
CAISHUI_2003_192 = Instrument(
    "财税[2003]192号",
    "关于促进下岗失业人员再就业税收优惠及其他相关政策的补充通知",
    (MOF, MOLSS, SAT),
    date(2003, 8, 23),
    date(2003, 8, 23),
    "contracts of one year, processing enterprises, terms that run on",
    replaced_by=("财税[2005]186号",),
    note=_(
        "Article 1 applies back to 2003-01-01 (read). Its successor is assumed. Articles 1, 2 "
        "and part of 3 were read."
    ),
)
GUOSHUIFA_2003_103 = Instrument(
    "国税发[2003]103号",
    "关于落实劳动就业服务企业中的加工型企业和街道社区具有加工性质的小型企业实体"
    "再就业税收政策具体实施意见的通知",
    (SAT, MOLSS),
    date(2003, 8, 29),
    None,
    "carries out 财税[2003]192号 article 1",
    standing=Standing.REPORTED,
    note=_("Title, preamble and the head of section 1 were read."),
)
GUOSHUIFA_2003_109 = Instrument(
    "国税发[2003]109号",
    "",
    (SAT,),
    None,
    None,
    "warning against collecting more tax than is due",
    note=_("2003; the day is not known."),
)
GUOSHUIFA_2003_119 = Instrument(
    "国税发[2003]119号",
    "关于进一步明确若干再就业税收政策问题的通知",
    (SAT,),
    date(2003, 10, 18),
    None,
    "terms of individuals and averages of the year",
    standing=Standing.ASSUMED,
    note=_("Title and day are assumed, and the day is uncertain. Known by citations only."),
)
GUOSHUIFA_2004_93 = Instrument(
    "国税发[2004]93号",
    "国家税务总局关于下岗失业人员从事个体经营有关税收政策问题的通知",
    (SAT,),
    None,
    None,
    "tax of laid-off persons in self-employment",
    note=_("2004 (read), month and day not known. Read whole."),
    known_by=date(2004, 12, 31),
)
CAISHUI_2004_228 = Instrument(
    "财税[2004]228号",
    "",
    (MOF, SAT),
    None,
    date(2005, 1, 1),
    "business tax: the limit of eight employees",
    note=_("Issued in 2004 (read), month and day not known. Read whole."),
    known_by=date(2004, 12, 31),
)
CAISHUI_2005_186 = Instrument(
    "财税[2005]186号",
    "关于下岗失业人员再就业有关税收政策问题的通知",
    (MOF, SAT),
    date(2006, 1, 23),
    date(2006, 1, 1),
    "tax relief of the second regime",
    replaced_by=("财税[2010]84号",),
    note=_(
        "The number belongs to 2005, the date to 2006. For approvals from 2006-01-01 to "
        "2008-12-31 (read), prolonged by 财税[2009]23号 and 财税[2010]10号; its successor is "
        "assumed. Article 1 and part of article 2 were read."
    ),
)
GUOSHUIFA_2006_8 = Instrument(
    "国税发[2006]8号",
    "关于下岗失业人员再就业有关税收政策具体实施意见的通知",
    (SAT, MOLSS),
    date(2006, 1, 18),
    date(2006, 1, 1),
    "carries out 财税[2005]186号",
    standing=Standing.ASSUMED,
    note=_("January 2006 was read; the day 18 is uncertain, the day in force assumed."),
)
GUOSHUIHAN_2006_233 = Instrument(
    "国税函[2006]233号",
    "",
    (SAT,),
    date(2006, 3, 2),
    None,
    "forwards 财综[2006]7号",
    standing=Standing.REPORTED,
    note=_("Known as what forwards 财综[2006]7号."),
)
CAISHUI_2008_1 = Instrument(
    "财税[2008]1号",
    "",
    (),
    None,
    None,
    "enterprise income tax; ends the approval of the old relief",
    standing=Standing.REPORTED,
    note=_("2008; the day is not known."),
)
GUOSHUIFA_2008_120 = Instrument(
    "国税发[2008]120号",
    "关于调整新增企业所得税征管范围问题的通知",
    (SAT,),
    None,
    date(2009, 1, 1),
    "income tax of enterprises registered from 2009",
    standing=Standing.ASSUMED,
    note=_("Issued at the end of 2008; not read."),
    known_by=date(2008, 12, 31),
)
CAISHUI_2009_23 = Instrument(
    "财税[2009]23号",
    "关于延长下岗失业人员再就业有关税收政策的通知",
    (MOF, SAT),
    date(2009, 3, 3),
    date(2009, 1, 1),
    "prolongs the relief to 2009-12-31",
    note=_("Prolonged by 财税[2010]10号 (read). Read whole."),
)
CAISHUI_2010_10 = Instrument(
    "财税[2010]10号",
    "",
    (MOF, SAT),
    date(2010, 3, 4),
    None,
    "prolongs the relief to 2010-12-31",
    replaced_by=("财税[2010]84号",),
    note=_("The number is assumed, the text was read. Its successor is assumed."),
)
CAISHUI_2010_84 = Instrument(
    "财税[2010]84号",
    "关于支持和促进就业有关税收政策的通知",
    (MOF, SAT),
    None,
    date(2011, 1, 1),
    "tax policy on employment from 2011",
    standing=Standing.ASSUMED,
    note=_("Issued in October 2010 (assumed); issuers reported. Outside the period."),
)
