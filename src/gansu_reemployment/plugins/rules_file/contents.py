"""The contents of a rules file (地方规定文件的内容), which are a plugin: see :mod:`~.read`."""

from datetime import date

from attrs import frozen

from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.plugins.hooks import LocalCondition, LocalRules, LocalSeries, hookimpl
from gansu_reemployment.plugins.rules_file.conditions import AddedFact
from gansu_reemployment.regions import Region


@frozen(eq=False)
class RulesFile:
    """The rules of one region, read from a file; two files with the same rules are not equal."""

    region: str
    amendments: tuple[Amendment, ...] = ()
    declares: tuple[Region, ...] = ()
    checked_on: date | None = None
    facts: tuple[AddedFact, ...] = ()
    conditions: tuple[LocalCondition, ...] = ()
    series: tuple[LocalSeries, ...] = ()

    @hookimpl
    def local_rules(self) -> LocalRules:
        """Return the rules, as a plugin in Python does."""
        return LocalRules(
            region=self.region,
            amendments=self.amendments,
            conditions=self.conditions,
            facts=tuple(fact.local() for fact in self.facts),
            series=self.series,
            declares=self.declares,
            checked_on=self.checked_on,
        )
