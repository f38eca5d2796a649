"""When rows of law were last compared with their sources."""

from datetime import date

from gansu_reemployment import Rule, Rulebook, load_host
from gansu_reemployment.law.checks import CHECKS, last_check
from gansu_reemployment.law.rules import rule
from gansu_reemployment.law.series import minimum_hourly_wage, minimum_wage

DAY = date(2003, 8, 1)


def written() -> list[Rule[object]]:
    """Give every rule of the nation, and the series that no measure reads."""
    series = (*minimum_wage().values(), *minimum_hourly_wage().values())
    return [*Rulebook.national().rules(), *series]


def test_every_rule_was_compared() -> None:
    """There is no rule without a day."""
    assert [] == [rule.path for rule in written() if rule.checked_on is None]


def test_every_group_has_a_rule() -> None:
    """The table names no group that is gone."""
    assert set(CHECKS) == {rule.path.partition(".")[0] for rule in written()}


def test_local_rules_were_compared() -> None:
    """The rows of each place that the library ships have a day."""
    held = load_host([]).locals.values()
    assert [] == [one.region.name for one in held if one.amendments and not one.checked_on]


def test_rule_takes_the_day_of_its_group() -> None:
    """A rule that states a day keeps it; a group that nobody lists has none."""
    stated: Rule[int] = rule("loan.ceiling", "贷款额度", "loan ceiling", checked_on=DAY)
    grouped: Rule[int] = rule("loan.ceiling", "贷款额度", "loan ceiling")
    assert DAY == stated.checked_on
    assert CHECKS["loan"] == grouped.checked_on
    assert last_check("local.checked") is None
