"""The rules of Qinghai, Anhui, Shenzhen, Shenyang and Chongqing in single cases."""

from datetime import date
from typing import Any

import pytest

from gansu_reemployment import Bureau, EntitledGroup, Group, Sex, Worker, Yuan
from gansu_reemployment.measures.subsidies.insurance.facts import Employer, InsuranceClaim
from gansu_reemployment.measures.subsidies.post.subsidy import PostClaim

SPRING_2006 = date(2006, 5, 31)


def man(born_on: date) -> Worker:
    """Return an entitled man."""
    return Worker(
        sex=Sex.MALE,
        born_on=born_on,
        group=EntitledGroup.LAID_OFF_SOE,
        able=True,
        willing=True,
        employed=False,
        retired=False,
        internally_retired=False,
        living_allowance=False,
        months_unemployed=0,
    )


def claim(**changes: Any) -> InsuranceClaim:
    """Return the claim of an employer, or with *changes* of a flexible worker."""
    given: dict[str, Any] = {
        "employer": Employer.SERVICE,
        "contract_years": 1,
        "group": EntitledGroup.LAID_OFF_SOE,
        "hardship": Group.OLDER,
        "new_post": True,
        "wage": Yuan(2_000),
        "average_wage": Yuan(24_000),
        "retired": False,
        "months": 1,
        "months_used": 0,
        "approved_on": date(2006, 3, 1),
        "years_left_at_approval": 10,
        "paid_pension": Yuan(200),
        "paid_medical": Yuan(50),
        "paid_unemployment": Yuan(10),
    }
    return InsuranceClaim(**given | changes)


def post(**changes: Any) -> PostClaim:
    """Return a month in a public-service post."""
    given: dict[str, Any] = {
        "hardship": Group.OLDER,
        "contract_years": 1,
        "months": 1,
        "months_used": 0,
        "minimum_wage": Yuan(590),
        "average_wage": Yuan(20_000),
        "retired": False,
    }
    return PostClaim(**given | changes)


@pytest.mark.parametrize(
    ("on", "group"), [(date(2005, 12, 31), Group.GENERAL), (date(2006, 1, 1), Group.OLDER)]
)
def test_qinghai_takes_men_of_45_from_2006(on: date, group: Group) -> None:
    """On the day before the rule a man of 45 is too young."""
    assert group is Bureau.of("青海省").hardship(man(date(1960, 1, 1)), on=on).value


@pytest.mark.parametrize(
    ("known", "group"), [(date(2006, 10, 11), Group.GENERAL), (date(2006, 10, 12), Group.OLDER)]
)
def test_qinghai_rule_was_known_from_its_signing_only(known: date, group: Group) -> None:
    """The retroactive rule was not known until it was signed."""
    bureau = Bureau.of("青海省").as_known(known)
    assert group is bureau.hardship(man(date(1960, 1, 1)), on=SPRING_2006).value


def test_qinghai_repays_sixty_percent_to_flexible_workers() -> None:
    """Of 200 for the pension, 50 for medical and 10 for unemployment, 156 are repaid."""
    flexible = claim(employer=Employer.FLEXIBLE)
    outcome = Bureau.of("青海省").work("insurance_subsidy", flexible, on=SPRING_2006)
    assert outcome.value is not None, outcome.explain("en")
    assert Yuan(156) == outcome.value.total


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2004, 5, 27), "21 days"), (date(2004, 5, 28), "4 working days")]
)
def test_anhui_answers_in_four_working_days(on: date, expected: str) -> None:
    """On the day before the notice the nation's three weeks apply."""
    rule = Bureau.of("安徽省").rulebook.find("loan.answer")
    assert expected == rule.on(on).value.show("en")


def test_shenzhen_pays_eighty_percent_up_to_300() -> None:
    """Above the monthly limit, 300 are paid."""
    bureau = Bureau.of("深圳市")
    rules = {path: bureau.rulebook.find(f"insurance.{path}") for path in ("ratio", "limit_amount")}
    values = [rule.on(date(2006, 5, 15)).value for rule in rules.values()]
    assert ["4/5", "300.00"] == [str(value) for value in values]
    assert not rules["limit_amount"].knows(date(2006, 5, 14))


@pytest.mark.parametrize(
    ("place", "monthly"),
    [("深圳市", Yuan(800)), ("沈阳市", Yuan(177)), ("重庆市", Yuan("83.33"))],
)
def test_post_subsidy_has_the_form_of_the_place(place: str, monthly: Yuan) -> None:
    """A fixed sum, 30 % of the minimum wage of 590, and 1,000 a year."""
    outcome = Bureau.of(place).work("post_subsidy", post(), on=SPRING_2006)
    assert outcome.value is not None, outcome.explain("en")
    assert monthly == outcome.value.monthly


@pytest.mark.parametrize(("used", "total"), [(24, Yuan(1_000)), (36, Yuan(0))])
def test_chongqing_pays_for_three_years(used: int, total: Yuan) -> None:
    """The third year is paid, the fourth is not."""
    year = post(months=12, months_used=used)
    outcome = Bureau.of("重庆市").work("post_subsidy", year, on=SPRING_2006)
    assert outcome.value is not None
    assert total == outcome.value.total


def test_shenyang_subsidises_older_persons_only() -> None:
    """Other groups of the hard-to-employ are refused."""
    disabled = post(hardship=Group.DISABLED)
    outcome = Bureau.of("沈阳市").work("post_subsidy", disabled, on=SPRING_2006)
    assert ["not-hard-to-employ"] == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("born_on", "group"), [(date(1957, 12, 31), Group.OLDER), (date(1958, 1, 1), Group.GENERAL)]
)
def test_chongqing_counts_the_age_at_the_end_of_2007(born_on: date, group: Group) -> None:
    """A man of 50 by 2007-12-31 is in the group in 2006, one a day younger is not."""
    assert group is Bureau.of("重庆市").hardship(man(born_on), on=SPRING_2006).value
