"""The rules of named places outside Gansu pass the contract of every plugin."""

import gansu_reemployment_beyond_gansu
from gansu_reemployment_beyond_gansu import shenyang, shenzhen

from gansu_reemployment.testing import LocalRulesContract


class TestContract(LocalRulesContract):
    """The requirements of every plugin with local rules."""

    plugin = gansu_reemployment_beyond_gansu


class TestShenyang(LocalRulesContract):
    """The plugin of Shenyang, which has a measure and an adjustment."""

    plugin = shenyang


class TestShenzhen(LocalRulesContract):
    """The plugin of Shenzhen, which has a condition and a measure."""

    plugin = shenzhen
