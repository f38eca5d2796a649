"""The named rules of other places keep the contract of every plugin."""

import gansu_reemployment_beyond_gansu

from gansu_reemployment.testing import LocalRulesContract


class TestContract(LocalRulesContract):
    """What every plugin with local rules promises."""

    plugin = gansu_reemployment_beyond_gansu
