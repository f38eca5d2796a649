"""The definitions of the indicators (指标口径).

Before the definitions of April 2004 the words of the opinion of 2003 count, which sets goals in
both 净增 and 新增; that they mean what was defined later is a reading.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from gansu_reemployment.i18n import _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument

LAOSHEBUFA_2004_9: Final = find_instrument("劳社部发[2004]9号")
GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")
ZHONGGUO_NIANJIAN_2005: Final = find_instrument("中国统计年鉴2005")
SHAANZHENGBANFA_2003_28: Final = find_instrument("陕政办发[2003]28号")

_POLICY: Final = date(2002, 9, 30)
_OPINION: Final = date(2003, 6, 10)
_DEFINITIONS: Final = date(2004, 4, 2)
_BEFORE: Final = date(2004, 4, 1)
_GOAL: Final = GANSU_OPINION_2003.assumed("序言")
_WORDS: Final = _(
    "The opinion sets the goal without a definition; that its words mean what was defined on "
    "2004-04-02 is a reading. The press of 2003 uses 净增 and 新增 for the same number."
)
_STOCK: Final = _(
    "The words are those of Shaanxi, of laid-off workers (下岗职工). The opinion names the "
    "laid-off and unemployed (下岗失业人员): that Gansu counts them on the same base is a reading."
)
_ALL: Final = Fraction(1)


@rule_table("indicators", checked=date(2026, 11, 28))
class IndicatorRules:
    """The definition of each indicator (指标口径)."""

    net_new_jobs: Reading = reading(
        "净增就业：期末城镇从业人员减期初城镇从业人员",
        "net new jobs: urban employed at the end less those at the start",
        cited(
            _OPINION,
            GANSU_OPINION_2003.assumed("一(一)、二(四)"),
            _BEFORE,
            note=_WORDS,
        ),
        cited(_DEFINITIONS, LAOSHEBUFA_2004_9.at("一(一)")),
    )
    newly_employed: Reading = reading(
        "累计新就业：不含由其他单位转入的人员",
        "newly employed: without those who move from another unit",
        cited(_OPINION, _GOAL, _BEFORE, note=_WORDS),
        cited(_DEFINITIONS, LAOSHEBUFA_2004_9.at("一(二)")),
    )
    new_jobs: Reading = reading(
        "新增就业：累计新就业减自然减员",
        "new jobs: newly employed less natural loss",
        cited(_OPINION, _GOAL, _BEFORE, note=_WORDS),
        cited(_DEFINITIONS, LAOSHEBUFA_2004_9.assumed("一(三)")).noted(
            "The item was read as the indicator of the plan; that it gives this formula itself "
            "is assumed."
        ),
    )
    unemployment_rate: Reading = reading(
        "城镇登记失业率：登记失业人员占城镇从业人员与登记失业人员之和的比重",
        "registered unemployed over urban employed and registered unemployed",
        cited(_POLICY, ZHONGGUO_NIANJIAN_2005.at()),
    )
    short_rate: Reading = reading(
        "市州简式：分母取单位、私营个体从业人员与登记失业人员之和",
        "short form: unit and private employment and registered unemployed below",
        cited(_POLICY, ZHONGGUO_NIANJIAN_2005.assumed()).noted(
            "A short form for prefectures, whose published figures lack the rest of the "
            "denominator."
        ),
    )
    reemployment: Reading = reading(
        "下岗失业人员再就业率",
        "re-employment rate of the laid-off and unemployed",
        cited(_OPINION, GANSU_OPINION_2003.at("序言")),
    )
    flow_base: Reading = reading(
        "年初下岗失业人员加当年新增下岗失业人员",
        "those laid off at the start of the year and in the year",
        cited(_OPINION, GANSU_OPINION_2003.assumed()).noted(
            "The practice of 1998 to 2002 for workers of state enterprises; no formula for the "
            "40 per cent of Gansu is known."
        ),
    )
    stock_base: Reading = reading(
        "当年存量下岗职工",
        "the stock of laid-off workers in the year",
        cited(_OPINION, SHAANZHENGBANFA_2003_28.assumed("一"), note=_STOCK),
    )
    certificates: Rule[Fraction] = stated(
        "优惠证应发尽发",
        "share of the entitled who are to have their certificate",
        Provision(_OPINION, _ALL, GANSU_OPINION_2003.assumed("二(三)")).noted(
            "The words are “everyone who is entitled” (应发尽发): the share is a reading."
        ),
    )
    ledgers: Rule[Fraction] = stated(
        "“4050”人员逐一建立台账",
        "share of the “4050” persons who are to have a ledger",
        Provision(_OPINION, _ALL, GANSU_OPINION_2003.assumed("四(九)")).noted(
            "The words are “for each of them” (逐一): the share is a reading."
        ),
    )
