"""The local rules of 武威市 keep the contract of every plugin."""

import gansu_reemployment_wuwei

from gansu_reemployment.testing import LocalRulesContract


class TestContract(LocalRulesContract):
    """What every plugin with local rules promises."""

    plugin = gansu_reemployment_wuwei
