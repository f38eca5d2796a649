"""The local rules of 兰州市 keep the contract of every plugin."""

import gansu_reemployment_lanzhou

from gansu_reemployment.testing import LocalRulesContract


class TestContract(LocalRulesContract):
    """What every plugin with local rules promises."""

    plugin = gansu_reemployment_lanzhou
