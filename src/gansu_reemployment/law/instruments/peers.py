"""Target and tax documents of other places (外地目标任务和税收文件).

Oldest first; those without a known year stand where the document belongs that they carry out.
An issuer that is only a place was read off the symbol. Notes say what else is known.
"""

from datetime import date

from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Instrument, Standing

NINGGUOSHUIFA_2003_120 = Instrument(
    "宁国税发[2003]120号",
    "",
    ("南京市",),
    None,
    None,
    "Nanjing: mixed business",
    place=("南京市", "Nanjing"),
    standing=Standing.REPORTED,
    note=_("2003; the day is not known. Issuer by its symbol."),
)
YONGDISHUIER_2003_81 = Instrument(
    "甬地税二[2003]81号",
    "",
    ("宁波市",),
    None,
    None,
    "Ningbo: mixed business, counting of hires",
    place=("宁波市", "Ningbo"),
    standing=Standing.REPORTED,
    note=_("2003; the day is not known. Issuer by its symbol."),
)
SUIBAN_2003_6 = Instrument(
    "穗办[2003]6号",
    "",
    ("广州市",),
    date(2003, 3, 21),
    None,
    "Guangzhou: targets of 2003",
    place=("广州市", "Guangzhou"),
    standing=Standing.REPORTED,
    note=_("Issuer by its symbol."),
)
SHAANZHENGBANFA_2003_28 = Instrument(
    "陕政办发[2003]28号",
    "",
    ("陕西省人民政府办公厅",),
    date(2003, 5, 13),
    None,
    "Shaanxi: targets of 2003 and their split",
    place=("陕西省", "Shaanxi"),
    note=_("Its headline figures are reported, the rest was read."),
)
GANFUTINGFA_2003_19 = Instrument(
    "赣府厅发[2003]19号",
    "",
    ("江西省人民政府办公厅",),
    date(2003, 6, 19),
    None,
    "Jiangxi: targets of 2003",
    place=("江西省", "Jiangxi"),
)
CHONGQING_NOTICE_2003 = Instrument(
    "",
    "重庆市2003年关于加快推进再就业工作的通知",
    ("重庆市",),
    None,
    None,
    "Chongqing: targets of 2003",
    place=("重庆市", "Chongqing"),
    note=_("Title descriptive, number not known. 2003."),
)
YUEFUBAN_2003_75 = Instrument(
    "粤府办〔2003〕75号",
    "",
    ("广东省人民政府办公厅",),
    None,
    None,
    "Guangdong: yearly assessment, seven items",
    place=("广东省", "Guangdong"),
    note=_("2003; the day is not known."),
)
YUEFU_2003_80 = Instrument(
    "粤府〔2003〕80号",
    "",
    ("广东省人民政府",),
    None,
    None,
    "Guangdong: targets of 2003",
    place=("广东省", "Guangdong"),
    note=_("2003; the day is not known."),
)
ZHEGUOSHUISUO_2003_35 = Instrument(
    "浙国税所[2003]35号",
    "",
    ("浙江省",),
    date(2003, 8, 25),
    None,
    "Zhejiang: no adding up of reliefs",
    place=("浙江省", "Zhejiang"),
    standing=Standing.REPORTED,
    note=_("Issuer by its symbol."),
)
JIZHENGFA_2005_2 = Instrument(
    "吉政发[2005]2号",
    "",
    ("吉林省人民政府",),
    None,
    None,
    "Jilin: targets of 2005 for eight areas",
    place=("吉林省", "Jilin"),
    note=_("2005; the day is not known."),
)
YUEFUBAN_2008_44 = Instrument(
    "粤府办〔2008〕44号",
    "",
    ("广东省人民政府办公厅",),
    None,
    None,
    "Guangdong: assessment in points",
    place=("广东省", "Guangdong"),
    note=_("2008; the day is not known."),
)
ZHANGZHENGBAN_2009_77 = Instrument(
    "漳政办〔2009〕77号",
    "",
    ("漳州市人民政府办公室",),
    None,
    None,
    "Zhangzhou: targets of 2009",
    place=("漳州市", "Zhangzhou"),
    standing=Standing.REPORTED,
    note=_("2009; the day is not known."),
)
ZHANGZHENGBAN_2010_41 = Instrument(
    "漳政办〔2010〕41号",
    "",
    ("漳州市人民政府办公室",),
    None,
    None,
    "Zhangzhou: targets of 2010",
    place=("漳州市", "Zhangzhou"),
    standing=Standing.REPORTED,
    note=_("2010; the day is not known."),
)
MINGZHENGBAN_2011_36 = Instrument(
    "明政办〔2011〕36号",
    "",
    ("三明市人民政府办公室",),
    None,
    None,
    "Sanming: targets of 2011",
    place=("三明市", "Sanming"),
    standing=Standing.REPORTED,
    note=_("2011; the day is not known."),
)
XIANGCAISHE_2014_7 = Instrument(
    "湘财社〔2014〕7号",
    "",
    ("湖南省",),
    None,
    None,
    "Hunan: factors of the transfer",
    place=("湖南省", "Hunan"),
    note=_("2014, outside the period. Issuer by its symbol."),
)
YUECAISHE_2014_188 = Instrument(
    "粤财社〔2014〕188号",
    "",
    ("广东省",),
    None,
    None,
    "Guangdong: transfers of 2014",
    place=("广东省", "Guangdong"),
    note=_("2014, outside the period. Issuer by its symbol."),
)
RONGZHENGBAN_2018_181 = Instrument(
    "榕政办〔2018〕181号",
    "",
    ("福州市人民政府办公厅",),
    None,
    None,
    "Fuzhou: targets of 2018",
    place=("福州市", "Fuzhou"),
    standing=Standing.REPORTED,
    note=_("2018, outside the period."),
)
