"""Rules of named places outside Gansu (甘肃省外的地方规定), each a region.

The places are in the modules :mod:`.shandong`, :mod:`.jiangsu` and :mod:`.elsewhere`;
:mod:`.shenyang` and :mod:`.shenzhen` are plugins of their own.
"""

from gansu_reemployment.plugins import LocalRules, hookimpl
from gansu_reemployment_beyond_gansu import elsewhere, jiangsu, shandong


@hookimpl
def local_rules() -> list[LocalRules]:
    """Return the rules of each place."""
    return [*shandong.RULES, *jiangsu.RULES, *elsewhere.RULES]
