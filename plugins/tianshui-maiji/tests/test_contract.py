"""The local rules of 麦积区 pass the contract of every plugin."""

import gansu_reemployment_tianshui_maiji

from gansu_reemployment.testing import LocalRulesContract


class TestContract(LocalRulesContract):
    """The requirements of every plugin with local rules."""

    plugin = gansu_reemployment_tianshui_maiji
    # The district's own figure equals the nation's of August 2008.
    restated = ("loan.norm",)
