"""Loan and subsidy documents of other places (外地小额担保贷款和补贴文件).

Oldest first; those without a known year stand where the document belongs that they carry out.
An issuer that is only a place was read off the symbol. Notes say what else is known.
"""

from datetime import date

from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Instrument, Standing

YUEFA_2002_15 = Instrument(
    "粤发[2002]15号",
    "",
    ("广东省",),
    None,
    None,
    "Guangdong: opinion under 中发[2002]12号",
    place=("广东省", "Guangdong"),
    standing=Standing.REPORTED,
    note=_("2002; cited. Issuer by its symbol."),
)
GUANGDONG_FORWARD_107 = Instrument(
    "",
    "广东省转发财社[2002]107号的通知",
    ("广东省",),
    None,
    None,
    "Guangdong: forwards 财社[2002]107号",
    place=("广东省", "Guangdong"),
    note=_("Title descriptive, no date known. Read in part."),
)
GUANGDONG_CERTIFICATE = Instrument(
    "",
    "广东省再就业优惠证办法",
    ("广东省",),
    None,
    None,
    "Guangdong: the certificate",
    place=("广东省", "Guangdong"),
    note=_("Title descriptive, no date known. Articles 3 and 5 were read."),
)
HEBEI_RULE = Instrument(
    "",
    "河北省贯彻中发[2002]12号的实施意见",
    ("河北省",),
    None,
    None,
    "Hebei: repeats 中发[2002]12号",
    place=("河北省", "Hebei"),
    note=_("Title descriptive, no date known. Read in part."),
)
BENGBU_CERTIFICATE = Instrument(
    "",
    "蚌埠市再就业优惠证办法",
    ("蚌埠市",),
    None,
    None,
    "Bengbu: procedure of the certificate",
    place=("蚌埠市", "Bengbu"),
    note=_("Title descriptive, no date known. Read in part."),
)
ZHELAOSHELAO_2002_4 = Instrument(
    "浙劳社老(2002)4号",
    "",
    ("浙江省",),
    None,
    None,
    "Zhejiang: the personal pension rate",
    place=("浙江省", "Zhejiang"),
    standing=Standing.REPORTED,
    note=_("2002; the day is not known. Issuer by its symbol."),
)
NANJING_2003_1 = Instrument(
    "",
    "南京市2003年1号文件",
    ("南京市",),
    None,
    None,
    "Nanjing: age of the hard to employ",
    place=("南京市", "Nanjing"),
    standing=Standing.REPORTED,
    note=_("Title descriptive. January 2003."),
    known_by=date(2003, 1, 31),
)
HECAISHE_2003_95 = Instrument(
    "合财社[2003]95号",
    "",
    ("合肥市",),
    date(2003, 4, 10),
    date(2003, 4, 10),
    "Hefei: small guaranteed loans",
    place=("合肥市", "Hefei"),
    note=_("Issuer by its symbol."),
)
NANYINFA_2003_78 = Instrument(
    "南银发[2003]78号",
    "江西省下岗失业人员小额担保贷款管理实施办法",
    ("中国人民银行南昌中心支行",),
    date(2003, 4, 17),
    None,
    "Jiangxi: small guaranteed loans",
    place=("江西省", "Jiangxi"),
    note=_("With the provincial finance, economic-trade and labour departments."),
)
HANGLAOSHEJICAI_2003_159 = Instrument(
    "杭劳社计财[2003]159号",
    "",
    ("杭州市",),
    date(2003, 5, 28),
    None,
    "Hangzhou: training subsidy",
    place=("杭州市", "Hangzhou"),
    note=_("Issued under two symbols, also 杭财社[2003]468号. Read in part."),
)
HANGCAISHE_2003_468 = Instrument(
    "杭财社[2003]468号",
    "",
    ("杭州市",),
    date(2003, 5, 28),
    None,
    "Hangzhou: training subsidy",
    place=("杭州市", "Hangzhou"),
    note=_("Issued under two symbols, also 杭劳社计财[2003]159号. Read in part."),
)
SHENLAO_2003_133 = Instrument(
    "深劳[2003]133号",
    "",
    ("深圳市",),
    date(2003, 9, 8),
    None,
    "Shenzhen: small guaranteed loans",
    place=("深圳市", "Shenzhen"),
    note=_("Issuer by its symbol."),
)
TIBET_RULE_2003 = Instrument(
    "",
    "西藏自治区贯彻中发[2002]12号的实施意见",
    ("西藏自治区",),
    date(2003, 9, 25),
    None,
    "Tibet: certificate and the fourth class",
    place=("西藏自治区", "Tibet"),
    note=_("Title descriptive. Read in part."),
)
CHUANCAIJING_2004_18 = Instrument(
    "川财经[2004]18号",
    "",
    ("四川省",),
    None,
    None,
    "Sichuan: small enterprises",
    place=("四川省", "Sichuan"),
    note=_("2004; the day is not known. Issuer by its symbol."),
)
WANZHENGBAN_2004_38 = Instrument(
    "皖政办[2004]38号",
    "关于加快推进下岗失业人员小额担保贷款工作的意见",
    ("安徽省人民政府办公厅",),
    date(2004, 5, 28),
    None,
    "Anhui: forwards an opinion on small guaranteed loans",
    place=("安徽省", "Anhui"),
    note=_("The opinion itself is of 2004-05-14, by the PBOC in Hefei and two departments."),
)
TUNFUBAN_2005_95 = Instrument(
    "屯府办[2005]95号",
    "",
    ("屯昌县",),
    date(2005, 9, 30),
    None,
    "Tunchang: more lenders",
    place=("屯昌县", "Tunchang"),
    note=_("2005-09-30 in the text, 2005-09-29 in the catalogue entry."),
)
ANLAOSHE_2006_41 = Instrument(
    "鞍劳社[2006]41号",
    "",
    ("鞍山市",),
    None,
    None,
    "Anshan: flexible workers of the 4050 group",
    place=("鞍山市", "Anshan"),
    standing=Standing.REPORTED,
    note=_("2006; the day is not known. Issuer by its symbol."),
)
JIANGXI_CERTIFICATE_2006 = Instrument(
    "",
    "江西省2006年再就业优惠证规定",
    ("江西省",),
    None,
    None,
    "Jiangxi: the certificate",
    place=("江西省", "Jiangxi"),
    standing=Standing.REPORTED,
    note=_("Title descriptive. 2006."),
    known_by=date(2006, 12, 31),
)
HAINAN_CERTIFICATE_2006 = Instrument(
    "",
    "海南省2006年再就业优惠证规定",
    ("海南省",),
    None,
    None,
    "Hainan: two classes of certificate",
    place=("海南省", "Hainan"),
    note=_("Title descriptive. 2006; read in part."),
)
JINGLAOSHEJIUFA_2006_89 = Instrument(
    "京劳社就发[2006]89号",
    "",
    ("北京市",),
    None,
    None,
    "Beijing: bases of the insurance subsidy",
    place=("北京市", "Beijing"),
    standing=Standing.REPORTED,
    note=_("2006; the day is not known. Issuer by its symbol."),
)
YUJIUYEBAN_2006_25 = Instrument(
    "渝就业办[2006]25号",
    "",
    ("重庆市",),
    None,
    None,
    "Chongqing: write-off of bad debts",
    place=("重庆市", "Chongqing"),
    note=_("2006; the day is not known. Issuer by its symbol."),
)
YUJIUYEBAN_2006_29 = Instrument(
    "渝就业办[2006]29号",
    "",
    ("重庆市",),
    None,
    None,
    "Chongqing: credit communities",
    place=("重庆市", "Chongqing"),
    note=_("2006; the day is not known. Issuer by its symbol."),
)
SHENFU_2006_78 = Instrument(
    "深府[2006]78号",
    "",
    ("深圳市人民政府",),
    date(2006, 5, 15),
    None,
    "Shenzhen: opinion under 国发[2005]36号",
    place=("深圳市", "Shenzhen"),
    note=_("Only the opening was read."),
)
YUNCAISHE_2006_79 = Instrument(
    "云财社〔2006〕79号",
    "",
    ("云南省",),
    date(2006, 5, 26),
    None,
    "Yunnan: re-employment fund",
    place=("云南省", "Yunnan"),
    note=_("Read in part."),
)
QINGHAI_RULE_2006 = Instrument(
    "",
    "青海省2006年就业再就业实施办法",
    ("青海省",),
    date(2006, 10, 12),
    date(2006, 1, 1),
    "Qinghai: flexible workers",
    place=("青海省", "Qinghai"),
    note=_("Title descriptive. 2006-10-12 is the day of signing. Read in part."),
)
EZHENGBANFA_2006_98 = Instrument(
    "鄂政办发[2006]98号",
    "",
    ("湖北省人民政府办公厅",),
    date(2006, 10, 24),
    None,
    "Hubei: known by its heading only",
    place=("湖北省", "Hubei"),
)
JINGLAOSHEJIUFA_2007_47 = Instrument(
    "京劳社就发[2007]47号",
    "",
    ("北京市",),
    None,
    None,
    "Beijing: bases of the insurance subsidy",
    place=("北京市", "Beijing"),
    standing=Standing.REPORTED,
    note=_("2007; the day is not known. Issuer by its symbol."),
)
FANGZHENGFA_2011_14 = Instrument(
    "防政发〔2011〕14号",
    "",
    ("防城港市人民政府",),
    None,
    None,
    "Fangchenggang: post subsidy",
    place=("防城港市", "Fangchenggang"),
    standing=Standing.REPORTED,
    note=_("2011; the day is not known."),
)
