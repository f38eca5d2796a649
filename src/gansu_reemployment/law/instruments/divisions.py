"""Approvals that changed the divisions of Gansu (行政区划批复), oldest first.

The tables of regions give the symbol of each; here stands who approved it and when.
"""

from datetime import date

from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.issuers import MOCA, STATE_COUNCIL

GUOHAN_2001_47 = Instrument(
    "国函〔2001〕47号",
    "",
    (STATE_COUNCIL,),
    date(2001, 5, 9),
    date(2001, 5, 9),
    "Wuwei becomes a city",
)
GUOHAN_2002_16 = Instrument(
    "国函〔2002〕16号",
    "",
    (STATE_COUNCIL,),
    date(2002, 3, 1),
    date(2002, 3, 1),
    "Zhangye becomes a city",
)
GUOHAN_2002_46 = Instrument(
    "国函〔2002〕46号",
    "",
    (STATE_COUNCIL,),
    date(2002, 6, 2),
    date(2002, 6, 2),
    "Pingliang becomes a city",
)
GUOHAN_2002_53 = Instrument(
    "国函〔2002〕53号",
    "",
    (STATE_COUNCIL,),
    date(2002, 6, 18),
    date(2002, 6, 18),
    "Jiuquan becomes a city",
)
GUOHAN_2002_55 = Instrument(
    "国函〔2002〕55号",
    "",
    (STATE_COUNCIL,),
    date(2002, 6, 22),
    date(2002, 6, 22),
    "Qingyang becomes a city",
)
GUOHAN_2003_46 = Instrument(
    "国函〔2003〕46号",
    "",
    (STATE_COUNCIL,),
    date(2003, 4, 4),
    date(2003, 4, 4),
    "Dingxi becomes a city",
)
GUOHAN_2004_1 = Instrument(
    "国函〔2004〕1号",
    "",
    (STATE_COUNCIL,),
    date(2004, 1, 11),
    date(2004, 1, 11),
    "Longnan becomes a city",
)
MINHAN_2004_244 = Instrument(
    "民函〔2004〕244号",
    "",
    (MOCA,),
    date(2004, 9, 30),
    date(2004, 9, 30),
    "two districts of Tianshui renamed",
)
MINHAN_2006_31 = Instrument(
    "民函〔2006〕31号", "", (MOCA,), date(2006, 2, 8), date(2006, 2, 8), "安西县 renamed 瓜州县"
)
MINHAN_2018_109 = Instrument(
    "民函〔2018〕109号", "", (MOCA,), date(2018, 7, 2), date(2018, 7, 2), "Huating becomes a city"
)
