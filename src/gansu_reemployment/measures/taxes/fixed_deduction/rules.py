"""The rules of the two schemes of fixed deduction (定额扣减方式)."""

from datetime import date
from typing import Final

from gansu_reemployment.i18n import _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import READ_ONCE
from gansu_reemployment.money import Yuan

CAISHUI_2003_133: Final = find_instrument("财税[2003]133号")
CAISHUI_2003_192: Final = find_instrument("财税[2003]192号")

_FIRST = date(2003, 1, 1)
_RETAIL = CAISHUI_2003_133.at("第三条")
_PROCESSING = CAISHUI_2003_192.at("第一条")
_TERM = CAISHUI_2003_192.assumed("第三条")
_COVERED = _("That the article covers the schemes of fixed deduction is a reading.")


@rule_table("fixed_deduction", checked=date(2026, 11, 28))
class FixedDeductionRules:
    """The rules of the two schemes."""

    retail_amount: Rule[Yuan] = stated(
        "零售兼营批发企业每人每年定额",
        "amount per person and year, retail with wholesale",
        Provision(_FIRST, Yuan(2_000), _RETAIL, note=READ_ONCE),
    )
    processing_amount: Rule[Yuan] = stated(
        "加工型企业每人每年定额",
        "amount per person and year, processing",
        Provision(_FIRST, Yuan(2_000), _PROCESSING),
    )
    first_year: Rule[int] = stated(
        "加工型企业首个扣减年度",
        "first year of deduction, processing",
        Provision(_FIRST, 2003, _PROCESSING),
    )
    retail_first_year: Rule[int] = stated(
        "零售兼营批发企业首个扣减年度",
        "first year of deduction, retail with wholesale",
        # The year is that of the notice, whose day is reported.
        Provision(_FIRST, 2003, CAISHUI_2003_133.reported("第三条")),
    )
    retail_last_year: Rule[int] = stated(
        "零售兼营批发企业最后扣减年度",
        "last year of deduction, retail with wholesale",
        Provision(_FIRST, 2005, _RETAIL),
    )
    processing_carry: Rule[int] = stated(
        "加工型企业结转年数",
        "years that unused amounts are carried, processing",
        Provision(_FIRST, 2, _PROCESSING),
    )
    entry_until: Rule[date] = stated(
        "加工型企业审核批准截止日",
        "last day of approval, processing",
        Provision(_FIRST, date(2005, 12, 31), _TERM, note=_COVERED),
    )
    term_years: Rule[int] = stated(
        "加工型企业扣减期限（年）",
        "term in years, processing",
        Provision(_FIRST, 3, _TERM, note=_COVERED),
    )
    oldest_first: Reading = reading(
        "先扣减以前年度结转额",
        "the oldest amounts are used first",
        cited(_FIRST, CAISHUI_2003_192.assumed("第一条")).noted(
            "The text carries what is unused; that the oldest is used first is a reading."
        ),
    )
