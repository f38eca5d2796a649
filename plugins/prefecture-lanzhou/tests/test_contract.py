"""The local rules of 兰州市 pass the contract of every plugin."""

import gansu_reemployment_lanzhou

from gansu_reemployment.testing import LocalRulesContract


class TestContract(LocalRulesContract):
    """The requirements of every plugin with local rules."""

    plugin = gansu_reemployment_lanzhou
