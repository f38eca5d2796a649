"""The rules of Gansu province (甘肃省规定), which come in by the same hook as a plugin's.

Only what the province itself set stands here: 甘政发〔2005〕96号 and its followers. The
measures of 2003 that the Gansu opinion ordered are not known, so nothing is set for them.
"""

from gansu_reemployment.hookspecs import LocalRules, hookimpl
from gansu_reemployment.law.rules import Amendment
from gansu_reemployment.regions import GANSU_ID

#: The rows of the province, laid over the national ones.
AMENDMENTS: tuple[Amendment, ...] = ()


@hookimpl
def local_rules() -> LocalRules:
    """Give the rules of the province."""
    return LocalRules(region=GANSU_ID, amendments=AMENDMENTS)
