"""The register of documents (规范性文件目录): every document that the rules or their notes name.

The documents are defined in modules by subject; here they are one list, oldest first by day of
issue. A document whose day is unknown is placed by its best known year: that of its symbol, of its
note or, failing both, of the document that it implements.

>>> find_instrument("财税〔2003〕192 号").issued
datetime.date(2003, 8, 23)
"""

from collections.abc import Iterable
from typing import Final

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.documents import LIBRARY, Instrument
from gansu_reemployment.law.instruments import (
    divisions,
    elsewhere,
    employment,
    fees,
    gansu,
    loans,
    peers,
    spinoff,
    taxes,
)
from gansu_reemployment.law.sources import TIDY

#: Every document, oldest first.
REGISTER: Final[tuple[Instrument, ...]] = (
    employment.GUOFA_1978_104,
    # The tax laws before and of the reform of 1994; their days are not recorded here.
    taxes.CHENGJIAN_SHUI_TIAOLI,
    taxes.JIAOYU_FUJIA_GUIDING,
    taxes.GEREN_SUODE_SHUI_FA,
    taxes.YINGYE_SHUI_TIAOLI,
    taxes.QIYE_SUODE_SHUI_TIAOLI,
    taxes.CAISHUIZI_1994_001,
    taxes.CAISHUIZI_1994_009,
    employment.GUOFA_1997_26,
    employment.ZHONGFA_1998_10,
    # Its year is not recorded; it is placed with the rules of 1999 on interest.
    loans.DAIKUAN_TONGZE,
    # The first of its tables is of 1998-12-07.
    loans.BENCHMARK_LENDING_RATES,
    # A convention without a day; it is placed with the rates that it is used with.
    loans.BANKING_PRACTICE,
    employment.SHIYE_BAOXIAN_TIAOLI,
    gansu.GANSU_SHIYE_BAOXIAN,
    loans.YINFA_1999_77,
    loans.YINFA_1999_192,
    employment.DIBAO_TIAOLI,
    taxes.CAISHUI_2001_21,
    taxes.GUOFA_2001_37,
    divisions.GUOHAN_2001_47,
    divisions.GUOHAN_2002_16,
    divisions.GUOHAN_2002_46,
    divisions.GUOHAN_2002_53,
    divisions.GUOHAN_2002_55,
    employment.ZHONGFA_2002_12,
    elsewhere.YUEFA_2002_15,
    elsewhere.ZHELAOSHELAO_2002_4,
    elsewhere.HEBEI_RULE,
    elsewhere.BENGBU_CERTIFICATE,
    elsewhere.GUANGDONG_CERTIFICATE,
    fees.GUOBANFA_2002_57,
    fees.CAIZONG_2002_72,
    gansu.SHENGWEIFA_2002_69,
    spinoff.GUOJINGMAOQIGAI_2002_859,
    employment.LAOSHEBUFA_2002_20,
    employment.CAISHE_2002_107,
    elsewhere.GUANGDONG_FORWARD_107,
    loans.YINFA_2002_394,
    taxes.GUOSHUIFA_2002_160,
    taxes.CAISHUI_2002_208,
    elsewhere.NANJING_2003_1,
    taxes.CAISHUI_2003_12,
    employment.LAOSHETINGFA_2003_4,
    peers.SUIBAN_2003_6,
    divisions.GUOHAN_2003_46,
    elsewhere.HECAISHE_2003_95,
    elsewhere.NANYINFA_2003_78,
    peers.SHAANZHENGBANFA_2003_28,
    employment.GUOBANFA_2003_40,
    employment.REEMPLOYMENT_MEETING_2003,
    elsewhere.HANGLAOSHEJICAI_2003_159,
    elsewhere.HANGCAISHE_2003_468,
    gansu.GANSU_LOAN_MEASURE_2003,
    fees.CAIZONG_2003_33,
    gansu.GANSU_OPINION_2003,
    loans.CAIJIN_2003_70,
    taxes.CAISHUI_2003_133,
    peers.GANFUTINGFA_2003_19,
    taxes.GUOSHUIFA_2003_62,
    taxes.GUOSHUIFA_2003_65,
    gansu.GANSU_SUBSIDY_MEASURES_2003,
    loans.YINFA_2003_134,
    spinoff.GUOZIFENPEI_2003_21,
    taxes.CAISHUI_2003_192,
    peers.ZHEGUOSHUISUO_2003_35,
    taxes.GUOSHUIFA_2003_103,
    elsewhere.SHENLAO_2003_133,
    elsewhere.TIBET_RULE_2003,
    taxes.GUOSHUIFA_2003_109,
    taxes.GUOSHUIFA_2003_119,
    loans.YINFA_2003_251,
    spinoff.GUOJINGMAO_ZHONGXIAOQI_2003_143,
    peers.CHONGQING_NOTICE_2003,
    peers.YUEFUBAN_2003_75,
    peers.YUEFU_2003_80,
    peers.NINGGUOSHUIFA_2003_120,
    peers.YONGDISHUIER_2003_81,
    gansu.GANSU_MINIMUM_WAGE_2004,
    divisions.GUOHAN_2004_1,
    loans.YINFA_2004_51,
    employment.LAOSHEBUFA_2004_9,
    elsewhere.WANZHENGBAN_2004_38,
    divisions.MINHAN_2004_244,
    spinoff.GUOZIFA_CHANQUAN_2004_9,
    taxes.GUOSHUIFA_2004_93,
    taxes.CAISHUI_2004_228,
    elsewhere.CHUANCAIJING_2004_18,
    peers.JIZHENGFA_2005_2,
    loans.YINFA_2005_129,
    gansu.ZHONGGUO_NIANJIAN_2005,
    gansu.GANSU_WAGE_SERIES,
    elsewhere.TUNFUBAN_2005_95,
    employment.GUOFA_2005_36,
    employment.GUOFA_2005_38,
    gansu.GANZHENGFA_2005_96,
    employment.CAISHE_2006_1,
    loans.YINFA_2006_5,
    taxes.GUOSHUIFA_2006_8,
    employment.LAOSHEBUFA_2006_6,
    taxes.CAISHUI_2005_186,
    divisions.MINHAN_2006_31,
    fees.CAIZONG_2006_7,
    taxes.GUOSHUIHAN_2006_233,
    elsewhere.SHENFU_2006_78,
    elsewhere.YUNCAISHE_2006_79,
    gansu.GANSU_WAGES_2005,
    gansu.ZHANGZHENGFA_2006_29,
    gansu.GANZHENGFA_2006_69,
    gansu.GANSU_MINIMUM_WAGE_2006,
    employment.ZERO_EMPLOYMENT_2006,
    elsewhere.QINGHAI_RULE_2006,
    elsewhere.EZHENGBANFA_2006_98,
    elsewhere.ANLAOSHE_2006_41,
    elsewhere.JIANGXI_CERTIFICATE_2006,
    elsewhere.HAINAN_CERTIFICATE_2006,
    elsewhere.JINGLAOSHEJIUFA_2006_89,
    elsewhere.YUJIUYEBAN_2006_25,
    elsewhere.YUJIUYEBAN_2006_29,
    employment.LAOSHEBUFA_2006_45,
    elsewhere.JINGLAOSHEJIUFA_2007_47,
    employment.JIUYE_CUJINFA,
    taxes.CAISHUI_2008_1,
    employment.GUOFA_2008_5,
    gansu.GANSU_MINIMUM_WAGE_2008,
    loans.YINFA_2008_238,
    fees.CAIZONG_2008_61,
    loans.CAIJIN_2008_100,
    employment.CAISHE_2008_269,
    gansu.GANZHENGFA_2008_56,
    gansu.GANZHENGBANFA_2008_182,
    peers.YUEFUBAN_2008_44,
    taxes.GUOSHUIFA_2008_120,
    taxes.CAISHUI_2009_23,
    gansu.GANZHENGFA_2009_24,
    loans.CAIJIN_2009_41,
    gansu.GANSU_NOTICE_2009,
    gansu.LANZHENGFA_2009_27,
    gansu.GANSU_LOAN_NOTICE_2009,
    peers.ZHANGZHENGBAN_2009_77,
    gansu.GANSU_FUND_MEASURE,
    taxes.CAISHUI_2010_10,
    gansu.GANSU_RESULTS_2009,
    gansu.GANSU_JIUYE_CUJIN_TIAOLI,
    peers.ZHANGZHENGBAN_2010_41,
    taxes.CAISHUI_2010_84,
    employment.JIUYE_TONGJI_2010,
    employment.CAISHE_2011_64,
    elsewhere.FANGZHENGFA_2011_14,
    peers.MINGZHENGBAN_2011_36,
    gansu.LANZHENGFA_2013_76,
    peers.XIANGCAISHE_2014_7,
    peers.YUECAISHE_2014_188,
    divisions.MINHAN_2018_109,
    gansu.GANCAISHE_2018_67,
    peers.RONGZHENGBAN_2018_181,
)

_BY_NAME: Final = {
    instrument.name.translate(TIDY): instrument for instrument in (*REGISTER, LIBRARY)
}


def find_instrument(symbol: str, further: Iterable[Instrument] = ()) -> Instrument:
    """Find a document by its symbol (文号), or by its title where it has no known number.

    The style of brackets and the blanks do not matter. *further* documents, such as those of a
    region, are searched before the register.

    Raises:
        UnknownNameError: no document has this name; the error holds the nearest names.
    """
    own = {instrument.name.translate(TIDY): instrument for instrument in further}
    tidy = symbol.translate(TIDY)
    found = own.get(tidy) or _BY_NAME.get(tidy)
    if found is None:
        known = [instrument.name for instrument in (*own.values(), *REGISTER)]
        raise UnknownNameError(Message(_("document")), symbol, known)
    return found
