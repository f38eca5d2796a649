"""National documents on small guaranteed loans and on interest (小额担保贷款和利率文件).

Oldest first. Notes say what is known beside the two dates, and how well. Where a document is in
force "from issue" only by assumption, *effective* is the day of issue and the standing assumed.
"""

from datetime import date

from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.issuers import MOF, MOHRSS, MOLSS, NDRC, PBOC, SETC

DAIKUAN_TONGZE = Instrument(
    "",
    "贷款通则",
    (PBOC,),
    None,
    None,
    "General Rules on Loans",
    note=_("Issuer assumed; no date recorded. Articles 8, 12 and 14 were read."),
)
BENCHMARK_LENDING_RATES = Instrument(
    "",
    "中国人民银行公布的金融机构人民币贷款基准利率",
    (PBOC,),
    None,
    None,
    "benchmark lending rates, published with each change",
    note=_(
        "Every cell from 1998-12-07 to 2010-10-20 was read. Three groups rest on a single table: "
        "2002-02-21 for the tiers above one year, 2008-09-16 for those above three years, "
        "2010-10-20 for all tiers (a copy of the notice of 2010-10-19)."
    ),
)
BANKING_PRACTICE = Instrument(
    "",
    "银行计息惯例",
    (),
    None,
    None,
    "how banks count days and periods",
    note=_("A convention, read in published exercises and examinations; no document is recorded."),
)
YINFA_1999_77 = Instrument(
    "银发[1999]77号",
    "人民币利率管理规定",
    (PBOC,),
    None,
    None,
    "management of interest rates",
    replaced_by=("银发[2003]251号",),
    note=_(
        "Issuer assumed; 1999, the day is not recorded. Replaced in part only, for loans newly "
        "made from 2004-01-01. Articles 20, 21 and 25 were read; article 22 is assumed."
    ),
    known_by=date(1999, 12, 31),
)
YINFA_1999_192 = Instrument(
    "银发[1999]192号",
    "中国人民银行关于降低存、贷款利率的通知",
    (PBOC,),
    date(1999, 6, 9),
    date(1999, 6, 10),
    "the rate on overdue loans",
    replaced_by=("银发[2003]251号",),
    note=_("Issuer assumed. Replaced for new loans only."),
)
YINFA_2002_394 = Instrument(
    "银发[2002]394号",
    "下岗失业人员小额担保贷款管理办法",
    (PBOC, MOF, SETC, MOLSS),
    date(2002, 12, 24),
    date(2002, 12, 24),
    "the base rules of the small guaranteed loan",
    standing=Standing.ASSUMED,
    note=_(
        "The day of issue was read; that it is the day in force is assumed. Changed by "
        "银发[2003]134号, 银发[2004]51号, 银发[2006]5号 and 银发[2008]238号, never repealed in "
        "the period (assumed). Ten articles: 1 to 4 were read, 5 to 7 are reported; supervision "
        "and audit come late and were not read."
    ),
)
CAIJIN_2003_70 = Instrument(
    "财金[2003]70号",
    "下岗失业人员从事微利项目小额担保贷款财政贴息资金管理办法",
    (MOF, PBOC, MOLSS),
    date(2003, 6, 11),
    date(2003, 1, 1),
    "interest subsidy for micro-profit projects",
    replaced_by=("财金[2008]100号",),
    standing=Standing.REPORTED,
    note=_(
        "The day of issue was read; the day in force is reported. Ended on 2008-08-28. "
        "Articles 1 to 3 were read, the rest is not known."
    ),
)
YINFA_2003_134 = Instrument(
    "银发[2003]134号",
    "关于《下岗失业人员小额担保贷款管理办法》有关问题的补充通知",
    (PBOC, MOF, NDRC, MOLSS),
    date(2003, 7, 16),
    date(2003, 7, 16),
    "more lenders, quarterly subsidy, payment by the guarantor in three months",
    standing=Standing.ASSUMED,
    note=_(
        "The day of issue was read; that it is the day in force is assumed. "
        "Items 1, 2 and the beginning of 3 were read."
    ),
)
YINFA_2003_251 = Instrument(
    "银发[2003]251号",
    "中国人民银行关于人民币贷款利率有关问题的通知",
    (PBOC,),
    date(2003, 12, 10),
    date(2004, 1, 1),
    "loan interest and penalty interest of loans newly made from 2004",
    note=_("Issuer assumed."),
)
YINFA_2004_51 = Instrument(
    "银发[2004]51号",
    "关于进一步推进下岗失业人员小额担保贷款工作的通知",
    (PBOC, MOF, MOLSS),
    None,
    None,
    "loans to small enterprises, sharing of losses",
    standing=Standing.ASSUMED,
    note=_(
        "Issued about March 2004 (assumed), not later than 2004-05-14; in force from issue "
        "(assumed). Title reported."
    ),
    known_by=date(2004, 5, 14),
)
YINFA_2005_129 = Instrument(
    "银发[2005]129号",
    "",
    (PBOC,),
    None,
    None,
    "ways of counting interest",
    note=_("Issuer assumed; 2005, the day is not recorded."),
)
YINFA_2006_5 = Instrument(
    "银发[2006]5号",
    "关于改进和完善小额担保贷款政策的通知",
    (PBOC, MOF, MOLSS),
    date(2006, 1, 12),
    date(2006, 1, 12),
    "wider borrowers, half subsidy, up to 1,000,000 yuan for small enterprises",
    standing=Standing.ASSUMED,
    note=_(
        "Released on 2006-01-12 (reported); in force from issue (assumed). "
        "Items 1(1) and 1(2) were read."
    ),
)
YINFA_2008_238 = Instrument(
    "银发[2008]238号",
    "关于进一步改进小额担保贷款管理积极推动创业促就业的通知",
    (PBOC, MOF, MOHRSS),
    date(2008, 8, 4),
    None,
    "higher ceilings and a rate of up to three points above the benchmark",
    standing=Standing.ASSUMED,
    note=_(
        "Issued on 2008-08-04 (assumed), made public on 2008-08-18 (reported). The rate rule "
        "reaches back to new loans from 2008-01-01 (reported). Issuers and title reported."
    ),
)
CAIJIN_2008_100 = Instrument(
    "财金[2008]100号",
    "小额担保贷款财政贴息资金管理办法",
    (MOF, PBOC, MOHRSS),
    date(2008, 8, 28),
    date(2008, 8, 28),
    "interest subsidy, in the place of 财金[2003]70号",
    note=_(
        "Issuers and title reported. One printed copy bears the wrong number 人社部发[2008]100号."
    ),
)
CAIJIN_2009_41 = Instrument(
    "财金[2009]41号",
    "关于规范小额担保贷款微利项目贴息比例的通知",
    (MOF, MOHRSS, PBOC),
    None,
    date(2009, 1, 1),
    "full central subsidy for every individual borrower",
    note=_(
        "The day of issue is not known; in the press on 2009-06-10 (read). For loans newly made "
        "from 2009-01-01. Title reported."
    ),
    known_by=date(2009, 6, 10),
)
