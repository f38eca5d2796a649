"""The order of candidates (公益性岗位安置顺序): who is offered a government-funded post first.

Posts created by government investment give priority to the “4050” group; street and community
offices keep the ledger of the persons. Who comes first within a rank no text says: a region may
set it, and the day of registration is taken where it does not.

>>> from datetime import date
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
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, Unknown, fact, not_negative
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.employment import GUOFA_2005_36, ZHONGFA_2002_12
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

__all__ = [
    "CANDIDATES",
    "Candidate",
    "CandidateRules",
    "Offer",
    "OrderBy",
    "Pool",
    "candidates",
]

_FIRST = date(2002, 9, 30)
_SECOND = date(2006, 1, 1)
_OLDER: Final = frozenset({Group.OLDER})
_OTHERS: Final = frozenset(Group) - {Group.GENERAL, Group.OLDER}


class OrderBy(Choice):
    """What decides within a rank (同等条件下的排序)."""

    REGISTERED = "登记早的优先", "the earlier registered first"
    UNEMPLOYED = "失业时间长的优先", "the longer unemployed first"
    ALLOWANCE = "享受低保的优先", "those on the living allowance first"
    AGE = "年龄大的优先", "the older first"


@rule_table("candidates", checked=date(2026, 11, 23))
class CandidateRules:
    """The rules of the order, and what a region may set."""

    ranks: Rule[tuple[frozenset[Group], ...]] = stated(
        "优先安置的人员",
        "who comes first",
        Provision(_FIRST, (_OLDER,), ZHONGFA_2002_12.at(standing=Standing.REPORTED)),
        # Posts for all kinds are reported; that the older still come first is a reading.
        Provision(_SECOND, (_OLDER, _OTHERS), GUOFA_2005_36.at(standing=Standing.ASSUMED)),
        delegated=True,
    )
    order: Rule[tuple[OrderBy, ...]] = stated(
        "同等条件下的排序",
        "what decides within a rank",
        Provision(_FIRST, (OrderBy.REGISTERED,), ZHONGFA_2002_12.at(standing=Standing.ASSUMED)),
        delegated=True,
    )


@frozen(kw_only=True, slots=False)
class Candidate(CheckedFacts):
    """A person who waits for a post; ``None`` means that nobody knows.

    Args:
        number: the number in the street's ledger.
        hardship: the “4050” classification.
        registered_on: the day of registration.
        born_on: the day of birth.
        months_unemployed: full months without work, without a break.
        living_allowance: whether on the minimum living allowance (低保).
    """

    number: str = fact("台账编号", "number")
    hardship: Group | None = fact("就业困难程度", "hardship")
    registered_on: date | None = fact("登记日期", "registered on")
    born_on: date | None = fact("出生日期", "date of birth")
    months_unemployed: int | None = fact("连续失业月数", "months unemployed", not_negative)
    living_allowance: bool | None = fact("享受低保", "on the minimum living allowance")


@frozen(kw_only=True, slots=False)
class Pool(CheckedFacts):
    """The persons among whom posts are offered (待安置人员).

    Raises:
        InvalidFactsError: two persons have one number.
    """

    people: tuple[Candidate, ...] = fact("待安置人员", "people")

    def contradictions(self) -> list[Fault]:
        """Refuse a number that two persons have."""
        people = self.people if isinstance(self.people, tuple) else ()
        numbers = Counter(person.number for person in people)
        return [
            Fault.at("people", _("{times} persons have the number {number}"), times=n, number=name)
            for name, n in numbers.items()
            if n > 1
        ]


@frozen
class Offer:
    """A person's place in the order (安置顺序), and the rank that led there; ranks begin with 1."""

    place: int = field(metadata={"zh": "顺序", "en": "place"})
    number: str = field(metadata={"zh": "台账编号", "en": "number"})
    hardship: Group = field(metadata={"zh": "就业困难程度", "en": "hardship"})
    rank: int = field(metadata={"zh": "优先等次", "en": "rank"})


#: The fact that each way of ordering needs, and how it sorts.
_KEYS: Final[Mapping[OrderBy, tuple[str, Callable[[Any], Any]]]] = {
    OrderBy.REGISTERED: ("registered_on", lambda day: day),
    OrderBy.UNEMPLOYED: ("months_unemployed", lambda months: -months),
    OrderBy.ALLOWANCE: ("living_allowance", lambda allowance: not allowance),
    OrderBy.AGE: ("born_on", lambda day: day),
}


def candidates(w: CaseWorking, pool: Pool, rules: CandidateRules) -> Outcome[tuple[Offer, ...]]:
    """Put the persons into the order in which posts are offered to them (安置顺序).

    One pool at a time. Persons alike in everything that decides keep the order of the ledger.
    Undecided while a fact that decides is unknown of anybody; the person's number is told.
    """
    ranks, order = w.use(rules.ranks), w.use(rules.order)
    needed = ["hardship", *(_KEYS[by][0] for by in order)]
    missing = [
        f"{person.number}.{name}"
        for person in pool.people
        for name in needed
        if getattr(person, name) is None
    ]
    if missing:
        return w.outcome(Unknown(tuple(missing)))
    ordered = sorted(pool.people, key=lambda person: _key(person, ranks, order))
    offers = tuple(_offer(place, person, ranks) for place, person in enumerate(ordered, 1))
    w.step(_("order of the offers"), tuple(offer.number for offer in offers))
    return w.outcome(offers)


def _key(
    person: Candidate, ranks: tuple[frozenset[Group], ...], order: tuple[OrderBy, ...]
) -> tuple[Any, ...]:
    deciding = (_KEYS[by] for by in order)
    return (_rank(person, ranks), *(sort(getattr(person, name)) for name, sort in deciding))


def _rank(person: Candidate, ranks: tuple[frozenset[Group], ...]) -> int:
    """Give the first rank that takes the person's kind, or the one after the last."""
    taken = (n for n, kinds in enumerate(ranks, 1) if person.hardship in kinds)
    return next(taken, len(ranks) + 1)


def _offer(place: int, person: Candidate, ranks: tuple[frozenset[Group], ...]) -> Offer:
    hardship = person.hardship or Group.GENERAL
    return Offer(place, person.number, hardship, _rank(person, ranks))


CANDIDATES: Measure[Pool, tuple[Offer, ...]] = Measure(
    "candidates",
    "公益性岗位安置顺序",
    "order of candidates",
    candidates,
    Pool,
    CandidateRules,
    columns=False,
)
