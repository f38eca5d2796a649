"""The order of candidates (公益性岗位安置顺序): who is offered a government-funded post first.

Posts created by government investment go to the “4050” group first. Street and community offices
keep the ledger of the persons. No text settles the order within a rank: a region may set it, and
otherwise the earlier registered comes first.

>>> from gansu_reemployment.working.case import CaseWorking
>>> pool = Pool(people=(
...     Candidate(number="1", hardship=Group.GENERAL, registered_on=date(2003, 1, 5)),
...     Candidate(number="2", hardship=Group.OLDER, registered_on=date(2003, 3, 1)),
...     Candidate(number="3", hardship=Group.OLDER, registered_on=date(2003, 2, 1)),
... ))
>>> outcome = candidates(CaseWorking(on=date(2003, 7, 1)), pool, CandidateRules())
>>> [offer.number for offer in outcome.value]
['3', '2', '1']
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Final, Self

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    born,
    fact,
    happened,
    meaning,
    not_negative,
    result_field,
)
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.persons.facts import Group, Worker
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Incomplete, Working, measure

GUOFA_2005_36: Final = find_instrument("国发[2005]36号")
ZHONGFA_2002_12: Final = find_instrument("中发[2002]12号")

_FIRST = date(2002, 9, 30)
_SECOND = date(2006, 1, 1)
_OLDER: Final = frozenset({Group.OLDER})
_OTHERS: Final = frozenset(Group) - {Group.GENERAL, Group.OLDER}


class OrderBy(Choice):
    """The order within a rank (同等条件下的排序)."""

    REGISTERED = "登记早的优先", "the earlier registered first"
    UNEMPLOYED = "失业时间长的优先", "the longer unemployed first"
    ALLOWANCE = "享受低保的优先", "those on the living allowance first"
    AGE = "年龄大的优先", "the older first"


#: The fact that decides in each way of ordering.
_FACTS: Final[Mapping[OrderBy, str]] = {
    OrderBy.REGISTERED: "registered_on",
    OrderBy.UNEMPLOYED: "months_unemployed",
    OrderBy.ALLOWANCE: "living_allowance",
    OrderBy.AGE: "born_on",
}


@frozen(kw_only=True, slots=False)
class Candidate(CheckedFacts):
    """A person who waits for a post; ``None`` means unknown.

    Args:
        number: the number in the street's ledger.
        hardship: the “4050” classification.
        registered_on: the day of registration.
        born_on: the day of birth.
        months_unemployed: full months without work, without a break.
    """

    number: str = field(metadata=meaning("台账编号", "number"))
    hardship: Group | None = fact("就业困难程度", "hardship")
    registered_on: date | None = fact("登记日期", "registered on", happened)
    born_on: date | None = fact("出生日期", "date of birth", born)
    months_unemployed: int | None = fact("连续失业月数", "months unemployed", not_negative)
    living_allowance: bool | None = fact("享受低保", "on the minimum living allowance")

    @classmethod
    def of(
        cls, number: str, worker: Worker, hardship: Group | None, registered_on: date | None
    ) -> Self:
        """Build the candidate of a *worker*, with the facts that a worker lacks."""
        return cls(
            number=number,
            hardship=hardship,
            registered_on=registered_on,
            born_on=worker.born_on,
            months_unemployed=worker.months_unemployed,
            living_allowance=worker.living_allowance,
        )


@frozen(kw_only=True, slots=False)
class Pool(CheckedFacts):
    """The persons to whom posts are offered (待安置人员).

    Raises:
        InvalidFactsError: two persons have one number.
    """

    people: tuple[Candidate, ...] = field(metadata=meaning("待安置人员", "people"))

    def contradictions(self) -> list[Fault]:
        """Return a fault for each number that two persons have."""
        people = self.people if isinstance(self.people, tuple) else ()
        numbers = Counter(person.number for person in people)
        return [
            Fault.at("people", _("{times} persons have the number {number}"), times=n, number=name)
            for name, n in numbers.items()
            if n > 1
        ]


@rule_table("candidates", checked=date(2026, 11, 28))
class CandidateRules:
    """The rules of the order (安置顺序)."""

    ranks: Rule[tuple[frozenset[Group], ...]] = stated(
        "优先安置的人员",
        "who comes first",
        Provision(_FIRST, (_OLDER,), ZHONGFA_2002_12.reported()),
        Provision(_SECOND, (_OLDER, _OTHERS), GUOFA_2005_36.assumed()).noted(
            "Posts for all kinds are reported; that the older still come first is assumed."
        ),
        delegated_to=Level.COUNTY,
    )
    order: Rule[tuple[OrderBy, ...]] = stated(
        "同等条件下的排序",
        "what decides within a rank",
        Provision(_FIRST, (OrderBy.REGISTERED,), ZHONGFA_2002_12.assumed()).noted(
            "No text settles the order within a rank."
        ),
        delegated_to=Level.COUNTY,
    )


@frozen
class Offer:
    """The place of a person in the order (安置顺序), and the rank, counted from 1."""

    place: int = result_field("顺序", "place")
    number: str = result_field("台账编号", "number")
    hardship: Group = result_field("就业困难程度", "hardship")
    rank: int = result_field("优先等次", "rank")


@measure("公益性岗位安置顺序", "order of candidates", columns=False)
def candidates(w: Working, pool: Pool, rules: CandidateRules) -> tuple[Offer, ...]:
    """Sort the persons into the order in which posts are offered to them (安置顺序).

    The day of the law is the day on which the posts are offered.

    This is a case function: the pool is one case. Persons alike in all that decides keep the
    order of the ledger. While a deciding fact of any person is unknown, the order is undecided
    and names the person's number.
    """
    ranks, order = w.use(rules.ranks), w.use(rules.order)
    unknown = unknown_facts(pool, order)
    if unknown:
        raise Incomplete(*unknown)

    def deciding(person: Candidate) -> tuple[int, ...]:
        return rank_of(person, ranks), *(precedence(person, by) for by in order)

    ordered = sorted(pool.people, key=deciding)
    w.step(_("order of the offers"), tuple(person.number for person in ordered))
    return tuple(
        Offer(place, person.number, person.hardship or Group.GENERAL, rank_of(person, ranks))
        for place, person in enumerate(ordered, 1)
    )


def unknown_facts(pool: Pool, order: tuple[OrderBy, ...]) -> list[str]:
    """List the deciding facts that are unknown, each with the person's number."""
    deciding = ["hardship", *(_FACTS[by] for by in order)]
    return [
        f"{person.number}.{name}"
        for person in pool.people
        for name in deciding
        if getattr(person, name) is None
    ]


def rank_of(person: Candidate, ranks: tuple[frozenset[Group], ...]) -> int:
    """Return the first rank that takes the person's kind, or the one after the last."""
    taken = (n for n, kinds in enumerate(ranks, 1) if person.hardship in kinds)
    return next(taken, len(ranks) + 1)


def precedence(person: Candidate, by: OrderBy) -> int:
    """Return a number that is smaller for the person who comes first (同等条件下的排序)."""
    match by:
        case OrderBy.REGISTERED:
            return ordinal(person.registered_on)
        case OrderBy.UNEMPLOYED:
            return -(person.months_unemployed or 0)
        case OrderBy.ALLOWANCE:
            return 0 if person.living_allowance else 1
        case OrderBy.AGE:
            return ordinal(person.born_on)


def ordinal(day: date | None) -> int:
    """Return the number of a day; an unknown day has raised :class:`Incomplete` before."""
    return day.toordinal() if day else 0
