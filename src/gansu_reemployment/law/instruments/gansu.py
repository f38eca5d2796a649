"""Documents of Gansu and its prefectures, and the sources of its figures (甘肃文件和数据来源).

Oldest first. Notes say what is known beside the two dates, and how well.
"""

from datetime import date

from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.issuers import (
    GANSU_COMMITTEE,
    GANSU_FINANCE,
    GANSU_GOVERNMENT,
    GANSU_LABOUR,
    GANSU_OFFICE,
    STATISTICS_BUREAU,
)

GANSU_SHIYE_BAOXIAN = Instrument(
    "",
    "甘肃省实施《失业保险条例》办法",
    ("甘肃省",),
    None,
    None,
    "provincial measure on unemployment insurance",
    standing=Standing.REPORTED,
    note=_("No date is known; it carries out the regulations of 1999."),
)
SHENGWEIFA_2002_69 = Instrument(
    "省委发[2002]69号",
    "关于进一步做好下岗失业人员再就业工作的意见",
    (GANSU_COMMITTEE, GANSU_GOVERNMENT),
    None,
    None,
    "the provincial base of re-employment policy",
    replaced_by=("甘政发〔2005〕96号",),
    standing=Standing.ASSUMED,
    note=_(
        "October to November 2002 (assumed). Title and symbol were read in the Gansu opinion of "
        "2003-06-10. Text not known; its successor is assumed."
    ),
)
GANSU_LOAN_MEASURE_2003 = Instrument(
    "",
    "甘肃省下岗失业人员小额担保贷款管理办法",
    (GANSU_FINANCE, "中国人民银行兰州中心支行", "甘肃省经贸委", GANSU_LABOUR),
    None,
    None,
    "the joint provincial measure on small guaranteed loans",
    standing=Standing.REPORTED,
    note=_("Before 2003-06-10, whose opinion names it without 甘肃省. Text and number not known."),
)
GANSU_OPINION_2003 = Instrument(
    "",
    "甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见",
    (GANSU_GOVERNMENT,),
    date(2003, 6, 10),
    date(2003, 6, 10),
    "the Gansu opinion of 2003-06-10",
    standing=Standing.ASSUMED,
    note=_(
        "Title descriptive, number not known; read whole but for the annexed task table. The day "
        "of issue was read. Subsidy rules take it as the day in force, loan rules by assumption."
    ),
)
GANSU_SUBSIDY_MEASURES_2003 = Instrument(
    "",
    "甘肃省社会保险补贴和就业服务补贴办法",
    (GANSU_FINANCE, GANSU_LABOUR),
    None,
    None,
    "measures on the insurance subsidy and the employment-service subsidy",
    replaced_by=("甘政发〔2005〕96号",),
    note=_(
        "Title descriptive. Ordered by the Gansu opinion for the end of June 2003 (read); text "
        "and amounts not known. That they were replaced is assumed."
    ),
)
GANSU_MINIMUM_WAGE_2004 = Instrument(
    "",
    "甘肃省2004年1月1日起的最低工资标准",
    (),
    None,
    date(2004, 1, 1),
    "minimum wages of Gansu, three classes",
    standing=Standing.REPORTED,
    note=_("Title descriptive. Known from a table of the labour ministry of the end of 2005."),
)
ZHONGGUO_NIANJIAN_2005 = Instrument(
    "",
    "中国统计年鉴2005",
    (STATISTICS_BUREAU,),
    None,
    None,
    "China Statistical Yearbook 2005",
    note=_("Issuer assumed."),
)
GANSU_WAGE_SERIES = Instrument(
    "",
    "甘肃省职工平均工资（统计年鉴系列数据）",
    (),
    None,
    None,
    "average wages of Gansu 2001-2004",
    standing=Standing.ASSUMED,
    note=_("Title descriptive. From a series of statistical yearbooks, not verified."),
)
GANZHENGFA_2005_96 = Instrument(
    "甘政发〔2005〕96号",
    "甘肃省人民政府关于进一步加强就业再就业工作的通知",
    (GANSU_GOVERNMENT,),
    None,
    None,
    "re-employment policy of Gansu from 2006; cap of the post subsidy",
    standing=Standing.REPORTED,
    note=_(
        "2005, in force in 2006; printed in 甘肃日报 on 2006-01-23. That the printed text is "
        "No. 96 is assumed from its title. Its first part and its end are not known."
    ),
    known_by=date(2005, 12, 31),
)
GANSU_WAGES_2005 = Instrument(
    "",
    "甘肃省2005年城镇单位在岗职工平均工资",
    ("甘肃省统计局",),
    date(2006, 6, 8),
    None,
    "average wages of 2005, Gansu and its prefectures",
    standing=Standing.REPORTED,
    note=_("Title descriptive. Printed in 兰州晨报 on 2006-06-08."),
)
ZHANGZHENGFA_2006_29 = Instrument(
    "张政发〔2006〕29号",
    "",
    ("张掖市人民政府",),
    date(2006, 7, 5),
    None,
    "Zhangye: carries out 甘政发〔2005〕96号",
    note=_("2006-07-05 is the day of publication. Only the opening was read."),
)
GANZHENGFA_2006_69 = Instrument(
    "甘政发[2006]69号",
    "",
    (GANSU_GOVERNMENT,),
    None,
    date(2006, 8, 25),
    "area classes of the minimum wage of 2006 and 2008",
    standing=Standing.REPORTED,
    note=_("Issued in 2006. Its list of areas is not known."),
)
GANSU_MINIMUM_WAGE_2006 = Instrument(
    "",
    "甘肃省2006年8月25日起的最低工资标准",
    (),
    None,
    date(2006, 8, 25),
    "minimum wages of Gansu, four classes",
    standing=Standing.REPORTED,
    note=_(
        "Title descriptive. Known from a press report of 2008-04-09 and a published table of the "
        "standards of 2006."
    ),
)
GANSU_MINIMUM_WAGE_2008 = Instrument(
    "",
    "甘肃省2008年4月3日起的最低工资标准",
    (),
    None,
    date(2008, 4, 3),
    "minimum wages of Gansu, four classes",
    standing=Standing.REPORTED,
    note=_("Title descriptive. Reported by 中国政府网 on 2008-04-09."),
)
GANZHENGFA_2008_56 = Instrument(
    "甘政发〔2008〕56号",
    "",
    (GANSU_GOVERNMENT,),
    None,
    None,
    "employment promotion; basis of Gansu's employment fund",
    standing=Standing.REPORTED,
    note=_("2008; known as cited. Issuer assumed."),
)
GANZHENGBANFA_2008_182 = Instrument(
    "甘政办发〔2008〕182号",
    "转发省劳动保障厅等部门关于进一步促进以全民创业带动就业工作意见的通知",
    (GANSU_OFFICE,),
    None,
    None,
    "employment led by business start-ups",
    standing=Standing.REPORTED,
    note=_("2008; the day is not known. Loans to firms of 500,000 to 2,000,000 yuan (reported)."),
)
GANZHENGFA_2009_24 = Instrument(
    "甘政发〔2009〕24号",
    "关于切实做好当前形势下就业工作的通知",
    (GANSU_GOVERNMENT,),
    date(2009, 3, 11),
    date(2009, 3, 11),
    "targets of 2009; loans and insurance subsidies",
    standing=Standing.REPORTED,
    note=_(
        "Very likely the notice of 2009 whose title is not known; the two were not compared side "
        "by side."
    ),
)
LANZHENGFA_2009_27 = Instrument(
    "兰政发〔2009〕27号",
    "",
    ("兰州市人民政府",),
    None,
    None,
    "Lanzhou: loans, founders and jobs in three to five years",
    standing=Standing.REPORTED,
    note=_(
        "2009; the day is not known. In three to five years: loans of 300 million yuan, 10,000 "
        "founders, 35,000 jobs, 6,000 trained to found, 10,000 sole traders (reported)."
    ),
)
GANSU_NOTICE_2009 = Instrument(
    "",
    "甘肃省2009年关于延长再就业政策的通知",
    ("甘肃省",),
    None,
    None,
    "prolongs re-employment policy to the end of 2009",
    standing=Standing.ASSUMED,
    note=_("Title descriptive, number not known, year inferred from its content. Read in part."),
    known_by=date(2009, 12, 31),
)
GANSU_LOAN_NOTICE_2009 = Instrument(
    "",
    "甘肃省2009年前后关于创业小额担保贷款的通知",
    ("甘肃省",),
    None,
    None,
    "loans for start-ups after 甘政发〔2008〕56号",
    standing=Standing.ASSUMED,
    note=_(
        "Title descriptive, number not known; about 2009 (assumed). Whether it is the notice on "
        "prolonging re-employment policy is not known."
    ),
)
GANSU_FUND_MEASURE = Instrument(
    "",
    "甘肃省就业专项资金使用管理暂行办法",
    (GANSU_FINANCE, "甘肃省人力资源和社会保障厅"),
    None,
    None,
    "use of the employment fund",
    standing=Standing.ASSUMED,
    note=_(
        "About 2009-2010 (assumed), forwarded by the provincial government office. Articles "
        "17-18 and the head of 19 were read."
    ),
)
GANSU_RESULTS_2009 = Instrument(
    "",
    "甘肃省2009年就业目标完成情况和2010年目标",
    (),
    date(2010, 4, 5),
    None,
    "results of 2009 and targets of 2010",
    standing=Standing.REPORTED,
    note=_("Title descriptive. In the press on 2010-04-05."),
)
GANSU_JIUYE_CUJIN_TIAOLI = Instrument(
    "",
    "甘肃省就业促进条例",
    ("甘肃省人民代表大会常务委员会",),
    None,
    date(2010, 5, 1),
    "Gansu regulations on employment promotion",
    standing=Standing.REPORTED,
    note=_("Issuer assumed; no number in it was seen."),
    known_by=date(2010, 5, 1),
)
LANZHENGFA_2013_76 = Instrument(
    "兰政发[2013]76号",
    "",
    ("兰州市人民政府",),
    date(2013, 4, 12),
    None,
    "Lanzhou: loans to individuals and small firms",
    note=_("Issuer assumed. Outside the period."),
)
GANCAISHE_2018_67 = Instrument(
    "甘财社〔2018〕67号",
    "",
    (GANSU_FINANCE,),
    None,
    None,
    "employment subsidy funds",
    note=_("2018, outside the period. Read in part."),
)
