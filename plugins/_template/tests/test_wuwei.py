"""The local rules of 武威市 pass the contract of every plugin."""

from types import ModuleType

import gansu_reemployment_wuwei

from gansu_reemployment.testing import LocalRulesContract


class TestContract(LocalRulesContract):
    """The requirements of every plugin with local rules."""

    plugin: ModuleType = gansu_reemployment_wuwei
