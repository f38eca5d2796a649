"""The local rules of 麦积区 keep the contract of every plugin."""

import gansu_reemployment_tianshui_maiji

from gansu_reemployment.testing import LocalRulesContract


class TestContract(LocalRulesContract):
    """What every plugin with local rules promises."""

    plugin = gansu_reemployment_tianshui_maiji
    # The district's own figure is the nation's of August 2008.
    restated = ("loan.norm",)
