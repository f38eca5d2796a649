"""The “4050” classification: thresholds, dates, places, and cases beside columns."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from known_facts import WORKER

from gansu_reemployment.dates import full_years
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group, Sex, Worker
from gansu_reemployment.measures.persons.hardship.classification import hardship, reaches_on
from gansu_reemployment.measures.persons.hardship.rules import AgeDay, HardshipRules, Reuse
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 7, 1)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)
WOMAN = evolve(WORKER, born_on=date(1963, 7, 1))
#: A person of 2008 of no kind that is hard to employ, of whom every fact is known.
YOUNG = evolve(
    WOMAN,
    born_on=date(1980, 1, 1),
    disabled=False,
    landless=False,
    zero_employment=False,
    living_allowance=False,
    months_unemployed=11,
    licensed_before=False,
    employed_before=False,
    years_to_retirement=20,
    checked=True,
    class_met=True,
    helped_before=False,
)


def classify(worker: Worker, on: date, rules: HardshipRules | None = None) -> Outcome[Group]:
    """Evaluate one case."""
    case = CaseWorking(on)
    outcome: Outcome[Group] = hardship(case, case.read(worker), rules or HardshipRules())
    return outcome


def local(since: date = date(2002, 9, 30), **values: Any) -> HardshipRules:
    """Return the rules with local values."""
    rules = HardshipRules()
    changed = {
        name: getattr(rules, name).amended([Provision(since, value, LOCAL, region="620000")])
        for name, value in values.items()
    }
    return amended(rules, **changed)


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """The worked cases have the expected results."""
    results = run_vectors("hardship") + run_vectors("hardship_more")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


@pytest.mark.parametrize(
    ("sex", "born_on", "expected"),
    [
        (Sex.FEMALE, date(1963, 7, 2), Group.GENERAL),
        (Sex.FEMALE, date(1963, 7, 1), Group.OLDER),
        (Sex.FEMALE, date(1963, 6, 30), Group.OLDER),
        (Sex.MALE, date(1953, 7, 2), Group.GENERAL),
        (Sex.MALE, date(1953, 7, 1), Group.OLDER),
        (Sex.MALE, date(1953, 6, 30), Group.OLDER),
    ],
)
def test_age(sex: Sex, born_on: date, expected: Group) -> None:
    """Women count from the fortieth birthday, men from the fiftieth."""
    actual = classify(evolve(WOMAN, sex=sex, born_on=born_on), DAY).value
    assert expected == actual


def test_local_ages() -> None:
    """A region that takes men at 45 counts them from that birthday."""
    man = evolve(WOMAN, sex=Sex.MALE, born_on=date(1958, 7, 1))
    rules = local(age_men=45)
    assert Group.GENERAL == classify(man, date(2003, 6, 30), rules).value
    assert Group.OLDER == classify(man, DAY, rules).value


def test_all_refusals_at_once() -> None:
    """A person who fails every condition gets every reason."""
    nobody = evolve(WOMAN, group=EntitledGroup.NONE, able=False, willing=False, employed=True)
    expected = ["not-in-entitled-group", "not-able", "not-willing", "employed"]
    assert expected == [refusal.code for refusal in classify(nobody, DAY).refusals]


def test_collectives_come_with_2006() -> None:
    """Workers of collectives run by state enterprises belong to the groups from 2006."""
    worker = evolve(WOMAN, group=EntitledGroup.LAID_OFF_COLLECTIVE)
    assert ["not-in-entitled-group"] == [
        refusal.code for refusal in classify(worker, date(2005, 12, 31)).refusals
    ]
    assert Group.OLDER == classify(worker, date(2006, 1, 1)).value


@pytest.mark.parametrize(
    ("last_day_without", "facts", "expected"),
    [
        (
            date(2005, 12, 31),
            {"group": EntitledGroup.LIVING_ALLOWANCE, "living_allowance": True},
            Group.LONG_ALLOWANCE,
        ),
        (
            date(2005, 12, 31),
            {"living_allowance": True, "months_unemployed": 12},
            Group.LONG_ALLOWANCE,
        ),
        (date(2006, 9, 30), {"zero_employment": True}, Group.ZERO_EMPLOYMENT),
        (date(2008, 2, 2), {"disabled": True}, Group.DISABLED),
        (date(2008, 2, 2), {"landless": True}, Group.LANDLESS),
        (date(2008, 2, 2), {"living_allowance": True}, Group.ALLOWANCE),
        (date(2008, 2, 2), {"months_unemployed": 12}, Group.LONG_UNEMPLOYED),
    ],
)
def test_kinds_by_date(last_day_without: date, facts: dict[str, Any], expected: Group) -> None:
    """Each further kind counts from its day on, and not the day before."""
    worker = evolve(YOUNG, **facts)
    assert Group.GENERAL == classify(worker, last_day_without).value
    assert expected == classify(worker, last_day_without + timedelta(days=1)).value


@pytest.mark.parametrize(("day", "known"), [(date(2006, 9, 30), False), (date(2006, 10, 1), True)])
def test_households_could_not_be_known_earlier(day: date, known: bool) -> None:  # noqa: FBT001
    """The households without work came with a rule of October 2006, not with that of 2005."""
    kinds = HardshipRules().kinds.as_known(day)
    assert known is (Group.ZERO_EMPLOYMENT in kinds.on(date(2006, 10, 1)).value)


@pytest.mark.parametrize(
    ("months", "expected"),
    [(11, Group.GENERAL), (12, Group.LONG_UNEMPLOYED), (13, Group.LONG_UNEMPLOYED)],
)
def test_a_year_unemployed(months: int, expected: Group) -> None:
    """From 2008 twelve months without work and without a break are enough."""
    worker = evolve(YOUNG, months_unemployed=months)
    assert expected == classify(worker, date(2008, 6, 1)).value


def test_first_kind_is_named() -> None:
    """Of several kinds the first is returned, and the age comes before all."""
    worker = evolve(YOUNG, disabled=True, landless=True, living_allowance=True)
    assert Group.DISABLED == classify(worker, date(2008, 6, 1)).value
    older = evolve(worker, born_on=date(1960, 1, 1))
    assert Group.OLDER == classify(older, date(2008, 6, 1)).value


def test_outside_the_groups_from_2008() -> None:
    """From 2008 the kinds are open to persons outside the groups of the certificate."""
    worker = evolve(YOUNG, group=EntitledGroup.NONE, landless=True)
    assert ["not-in-entitled-group"] == [
        refusal.code for refusal in classify(worker, date(2008, 2, 2)).refusals
    ]
    assert Group.LANDLESS == classify(worker, date(2008, 2, 3)).value


def test_unknown_kind_is_asked() -> None:
    """In 2008 a person below the age is undecided while the facts of the kinds are unknown."""
    worker = evolve(WOMAN, born_on=date(1980, 1, 1))
    expected = {
        "disabled",
        "landless",
        "living_allowance",
        "months_unemployed",
        "zero_employment",
    }
    assert expected == set(classify(worker, date(2008, 6, 1)).missing)


@pytest.mark.parametrize(
    ("sex", "born_on", "expected"),
    [
        (Sex.MALE, date(1943, 7, 2), []),
        (Sex.MALE, date(1943, 7, 1), ["retired"]),
        (Sex.MALE, date(1938, 7, 1), ["retired"]),
        (Sex.FEMALE, date(1948, 7, 2), []),
        (Sex.FEMALE, date(1948, 7, 1), ["retired"]),
    ],
)
def test_retired_by_age(sex: Sex, born_on: date, expected: list[str]) -> None:
    """A man of 60 and a woman of 55 have retired, whatever is said of them."""
    worker = evolve(WOMAN, sex=sex, born_on=born_on)
    assert expected == [refusal.code for refusal in classify(worker, DAY).refusals]
    assert (() if expected else ("retired",)) == classify(evolve(worker, retired=None), DAY).missing


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"retired": True}, ["retired"]),
        ({"internally_retired": True}, ["internally-retired"]),
        ({"licensed_before": True, "employed_before": True}, []),
    ],
)
def test_retired_in_fact(facts: dict[str, Any], expected: list[str]) -> None:
    """A retired person is refused; a licence or job before the policy is the certificate's."""
    outcome = classify(evolve(WOMAN, **facts), DAY)
    assert expected == [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("on", "missing"), [(date(2008, 2, 2), ("group",)), (date(2008, 2, 3), ())]
)
def test_group_is_asked_to_2008(on: date, missing: tuple[str, ...]) -> None:
    """From 2008-02-03 every group is in, so that an unknown one is not asked."""
    assert missing == classify(evolve(WOMAN, group=None), on).missing


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2008, 2, 2), Group.LONG_ALLOWANCE), (date(2008, 2, 3), Group.ALLOWANCE)],
)
def test_group_of_the_living_allowance(on: date, expected: Group) -> None:
    """The group is of persons on the living allowance, so that neither fact is asked."""
    group = EntitledGroup.LIVING_ALLOWANCE
    worker = evolve(YOUNG, group=group, living_allowance=None, months_unemployed=None)
    assert expected == classify(worker, on).value


@pytest.mark.parametrize(("months", "expected"), [(11, Group.GENERAL), (12, Group.LONG_ALLOWANCE)])
def test_living_allowance_of_another_group(months: int, expected: Group) -> None:
    """A laid-off worker on the living allowance for a year is hard to employ from 2006."""
    worker = evolve(YOUNG, living_allowance=True, months_unemployed=months)
    assert Group.GENERAL == classify(worker, date(2005, 12, 31)).value
    assert expected == classify(worker, date(2006, 1, 1)).value


def test_group_against_the_fact() -> None:
    """A group of the living allowance without that allowance cannot be."""
    with pytest.raises(InvalidFactsError, match="living_allowance"):
        Worker(group=EntitledGroup.LIVING_ALLOWANCE, living_allowance=False)


def test_single_use() -> None:
    """A person helped before is refused where help comes once; elsewhere it is not asked."""
    helped = evolve(YOUNG, born_on=WOMAN.born_on, helped_before=True)
    assert Group.OLDER == classify(helped, DAY).value
    rules = local(reuse=Reuse.ONCE)
    assert ["helped-before"] == [r.code for r in classify(helped, DAY, rules).refusals]
    assert ("helped_before",) == classify(WOMAN, DAY, rules).missing


class TestReachesOn:
    """The day on which a person reaches the age."""

    def test_birthday(self) -> None:
        """Nationally it is the birthday."""
        assert date(2003, 7, 1) == reaches_on(WOMAN, HardshipRules(), DAY)

    def test_unknown(self) -> None:
        """Without sex or day of birth there is no such day."""
        assert reaches_on(evolve(WOMAN, sex=None), HardshipRules(), DAY) is None
        assert reaches_on(evolve(WOMAN, born_on=None), HardshipRules(), DAY) is None

    def test_year_end(self) -> None:
        """Counted at 31 December, it is 1 January of the birthday's year."""
        rules = local(age_day=AgeDay.YEAR_END)
        assert date(2003, 1, 1) == reaches_on(WOMAN, rules, DAY)

    @pytest.mark.parametrize(
        ("born_on", "expected"),
        [
            (date(1962, 1, 1), date(2002, 1, 1)),
            (date(1963, 7, 1), date(2003, 1, 1)),
            (date(1963, 12, 31), date(2003, 1, 1)),
            (date(1964, 1, 1), None),
        ],
    )
    def test_fixed_day(self, born_on: date, expected: date | None) -> None:
        """Counted at a fixed day, it is the rule's first day, the birthday before it, or none."""
        rules = local(date(2003, 1, 1), age_day=AgeDay.FIXED, age_fixed_day=date(2003, 12, 31))
        assert expected == reaches_on(evolve(WOMAN, born_on=born_on), rules, DAY)


BIRTHS = st.dates(date(1950, 1, 1), date(1970, 12, 31))
WORKERS = st.builds(
    Worker,
    sex=st.sampled_from([None, *Sex]),
    born_on=st.none() | st.dates(date(1938, 1, 1), date(1970, 12, 31)),
    group=st.sampled_from([None, *EntitledGroup]),
    able=st.sampled_from([None, True, False]),
    willing=st.sampled_from([True, False]),
    employed=st.sampled_from([None, True, False]),
    disabled=st.sampled_from([None, True, False]),
    landless=st.just(False),
    zero_employment=st.sampled_from([None, True, False]),
    living_allowance=st.sampled_from([True, None]),
    retired=st.sampled_from([None, True, False]),
    internally_retired=st.sampled_from([None, True, False]),
    months_unemployed=st.sampled_from([None, 11, 12]),
    helped_before=st.sampled_from([None, True, False]),
)
DAYS = st.sampled_from(
    [DAY, date(2003, 2, 28), date(2006, 1, 1), date(2006, 10, 1), date(2008, 2, 3)]
)
NAMED_RULES = {
    "national": HardshipRules(),
    "year end": local(age_men=45, age_day=AgeDay.YEAR_END, reuse=Reuse.ONCE),
    "fixed day": local(age_day=AgeDay.FIXED, age_fixed_day=date(2007, 12, 31)),
}
RULES = st.sampled_from(list(NAMED_RULES))


@settings(deadline=None, max_examples=40)
@given(st.lists(WORKERS, min_size=1, max_size=30), DAYS, RULES)
def test_columns_agree(both: Any, workers: list[Worker], on: date, rules: str) -> None:
    """A register has the same result for each person as the single case."""
    cases, rows = both(hardship, workers, on, NAMED_RULES[rules])
    assert cases == rows


@given(BIRTHS, st.sampled_from(list(Sex)), RULES)
def test_reaches_on_is_the_first_day(born_on: date, sex: Sex, name: str) -> None:
    """The person is classified as older on the day of reaching, and not the day before."""
    rules = NAMED_RULES[name]
    worker = evolve(YOUNG, born_on=born_on, sex=sex, helped_before=False)
    first = reaches_on(worker, rules, DAY)
    if first is None or not date(2002, 10, 1) <= first <= date(2010, 12, 31):
        return
    assert Group.OLDER == classify(worker, first, rules).value
    assert Group.OLDER != classify(worker, first - timedelta(days=1), rules).value


@given(BIRTHS)
def test_older_is_the_age_in_full_years(born_on: date) -> None:
    """The classification agrees with the count of full years."""
    older = classify(evolve(WOMAN, born_on=born_on), DAY).value is Group.OLDER
    assert (full_years(born_on, DAY) >= 40) == older
