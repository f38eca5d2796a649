"""Local rules of 武威市 (武威市地方规定).

``example.py`` beside this file shows an amendment, a condition with a fact of its own, and a
measure. ``python -m gansu_reemployment rule PATH`` shows what a rule holds and who may set it.
"""

from gansu_reemployment import plugins as p


@p.hookimpl
def local_rules() -> p.LocalRules:
    """Return the local rules of 武威市."""
    return p.LocalRules(region="武威市", amendments=())
