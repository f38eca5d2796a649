"""Local rules of 武威市 (武威市地方规定).

A row has the rule, the day it takes effect, the value, and the document with its article::

    RULES = Instrument("武政发〔2003〕1号", "再就业实施办法", ("武威市人民政府",), ISSUED, ISSUED)
    Amendment("hardship.age_day", ISSUED, AgeDay.YEAR_END, RULES.at("第三条"), "武威市")

``python -m gansu_reemployment rule PATH`` shows a rule's values and whether it is delegated.
"""

from gansu_reemployment import LocalRules, hookimpl


@hookimpl
def local_rules() -> LocalRules:
    """Return the local rules of 武威市."""
    return LocalRules(region="武威市", amendments=())
