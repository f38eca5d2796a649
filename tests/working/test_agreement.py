"""The two workings give the same values, refusals, questions and citations for the same facts.

A made-up measure does all that a measure may do, under rules of every kind of value whose rows
begin and end on different days; the “4050” classification does what the policy says.
"""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any, Final, Generic

import pytest
from attrs import field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    describe,
    fact,
    not_negative,
    positive,
)
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule, rule
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.persons.facts import ON_ALLOWANCE, EntitledGroup, Worker
from gansu_reemployment.measures.persons.hardship.classification import hardship
from gansu_reemployment.measures.persons.hardship.rules import AgeDay, HardshipRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import Measure, measure
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Reason

CITE: Final = Instrument("试字[2003]1号", "", (), date(2003, 1, 1), None).at("第一条")


def row(since: date, value: Any, until: date | None = None) -> Provision[Any]:
    """Write down one row of a made-up rule."""
    return Provision(since, value, CITE, until)


class Trade(Choice):
    """A made-up kind of business."""

    REPAIR = "修理", "repair"
    FOOD = "饮食", "food"
    BATHS = "桑拿", "baths"


class Form(Choice):
    """How the made-up grant is reckoned."""

    SHARE = "按比例", "a share"
    FLAT = "定额", "a flat sum"
    SMALLER = "取低", "the smaller of the two"


class Counted(Choice):
    """The day on which the made-up grant counts the age."""

    APPLICATION = "申请之日", "application"
    YEAR_END = "年底", "end of the year"
    FIXED = "规定之日", "a fixed day"


@frozen
class GrantRules:
    """Rules of every kind of value, with rows that begin and end on different days."""

    trades: Rule[frozenset[Trade]] = field(
        default=rule(
            "grant.trades",
            "行业",
            "trades",
            row(date(2003, 1, 1), frozenset({Trade.REPAIR})),
            row(date(2005, 1, 1), frozenset({Trade.REPAIR, Trade.FOOD}), date(2008, 12, 31)),
            delegated_to=Level.COUNTY,
        )
    )
    opened: Rule[bool] = field(
        default=rule("grant.opened", "开业", "opened", row(date(2003, 6, 1), True))
    )
    years: Rule[int] = field(
        default=rule(
            "grant.years",
            "年龄",
            "age",
            row(date(2003, 1, 1), 40),
            row(date(2004, 3, 1), 45),
            row(date(2006, 3, 1), 45),
        )
    )
    norm: Rule[Yuan] = field(
        default=rule(
            "grant.norm",
            "标准",
            "standard",
            row(date(2003, 1, 1), Yuan(80_000)),
            row(date(2004, 7, 1), Yuan("50000.05")),
        )
    )
    rate: Rule[Fraction] = field(
        default=rule(
            "grant.rate",
            "比例",
            "share",
            row(date(2003, 1, 1), Fraction(549, 10000)),
            row(date(2004, 10, 29), Fraction(1, 3)),
        )
    )
    staff_share: Rule[Fraction] = field(
        default=rule(
            "grant.staff_share",
            "招用比例",
            "share of staff hired",
            row(date(2003, 1, 1), Fraction(3, 10)),
            row(date(2005, 7, 1), Fraction(1, 4)),
        )
    )
    form: Rule[Form] = field(
        default=rule(
            "grant.form",
            "计算办法",
            "way of reckoning",
            row(date(2003, 1, 1), Form.SHARE),
            row(date(2004, 1, 1), Form.FLAT),
            row(date(2005, 1, 1), Form.SMALLER),
            row(date(2006, 1, 1), Form.SHARE),
            delegated_to=Level.COUNTY,
        )
    )
    late: Rule[Yuan] = field(
        default=rule("grant.late", "追加", "later addition", row(date(2005, 1, 1), Yuan("1000.01")))
    )
    counted: Rule[Counted] = field(
        default=rule(
            "grant.counted",
            "年龄计算日",
            "day that counts",
            row(date(2003, 1, 1), Counted.APPLICATION),
            row(date(2004, 1, 1), Counted.YEAR_END),
            row(date(2005, 1, 1), Counted.FIXED),
            delegated_to=Level.COUNTY,
        )
    )
    fixed: Rule[date] = field(
        default=rule(
            "grant.fixed", "规定之日", "fixed day", row(date(2003, 1, 1), date(2002, 12, 31))
        )
    )
    unset_day: Rule[date] = field(default=rule("grant.unset_day", "未定之日", "no day set"))
    unset_form: Rule[Form] = field(default=rule("grant.unset_form", "未定办法", "no way set"))
    unset_trades: Rule[frozenset[Trade]] = field(
        default=rule("grant.unset_trades", "未定行业", "no trades set")
    )
    unset_sum: Rule[Yuan] = field(default=rule("grant.unset_sum", "未定金额", "no sum set"))
    unset_rate: Rule[Fraction] = field(default=rule("grant.unset_rate", "未定比例", "no share set"))
    unset_yes: Rule[bool] = field(default=rule("grant.unset_yes", "未定条件", "no condition set"))


@frozen(kw_only=True, slots=False)
class Claim(CheckedFacts, Generic[U]):
    """Facts of every kind; ``None`` means that nobody knows."""

    trade: Trade | U = fact("行业", "trade")
    born_on: date | U = fact("出生日期", "date of birth")
    opened: bool | U = fact("已开业", "opened")
    paid: bool | U = fact("已缴", "paid")
    waived: bool | U = fact("免缴", "waived")
    hired: int | U = fact("招用", "hired", not_negative)
    staff: int | U = fact("职工", "staff", positive)
    since: date | U = fact("起始日", "first day")
    wage: Yuan | U = fact("工资", "wage", not_negative)
    bonus: Yuan | U = fact("奖金", "bonus", not_negative)


@frozen
class Terms:
    """The inner record of a result."""

    until: date = field(metadata={"zh": "截止", "en": "until"})
    trade: Trade = field(metadata={"zh": "行业", "en": "trade"})
    weighted: Fraction = field(metadata={"zh": "加权", "en": "weighted"})


@frozen
class Grant:
    """A result with fields of every kind."""

    amount: Yuan = field(metadata={"zh": "金额", "en": "amount"})
    extra: Yuan = field(metadata={"zh": "追加", "en": "addition"})
    hired_share: Fraction = field(metadata={"zh": "比例", "en": "share"})
    dated_share: Fraction = field(metadata={"zh": "当期比例", "en": "share of the form"})
    older: bool = field(metadata={"zh": "大龄", "en": "older"})
    age: int = field(metadata={"zh": "年龄", "en": "age"})
    terms: Terms = field(metadata={"zh": "条件", "en": "terms"})


WRONG_TRADE = Reason("wrong-trade", "The trade is not one of the list.")
NOT_OPEN = Reason("not-open", "The business is not open.")
TOO_YOUNG = Reason("too-young", "The person is too young.")
TOO_FEW = Reason("too-few", "Too few were hired.")
UNPAID = Reason("unpaid", "Nothing was paid.")


@measure("补助", "Grant")
def grant(w: Working, claim: Claim[Known], rules: GrantRules) -> Grant:
    """Evaluate a measure that does everything a measure may do."""
    w.require(rules.trades, claim.trade in w.use(rules.trades), WRONG_TRADE)
    w.require(rules.opened, claim.opened and (claim.paid or claim.waived), NOT_OPEN)
    w.refuse(rules.years, w.full_years(claim.born_on) < w.use(rules.years), TOO_YOUNG)
    hired = w.ratio(claim.hired, claim.staff)
    w.require(rules.staff_share, hired * 2 >= w.use(rules.staff_share), TOO_FEW)
    amount = ordinary(w, claim, rules)
    w.step("sum reckoned", amount)
    extra = addition(w, claim, rules) if claim.paid else Yuan(0)
    terms = Terms(
        until=w.year_end(),
        trade=claim.trade if claim.opened else Trade.BATHS,
        weighted=w.step("weighted", w.use(rules.rate) * hired),
    )
    return Grant(
        amount=w.step("whole sum", max(amount + extra - claim.wage, Yuan(0))),
        extra=extra,
        hired_share=hired,
        dated_share=dated_share(w, rules, hired),
        older=w.reached(claim.born_on, w.use(rules.years), counted_on(w, rules)),
        age=w.full_years(claim.born_on, w.year_end()),
        terms=w.step("terms", terms),
    )


@formula
def ordinary(w: Working, claim: Claim[Known], rules: GrantRules) -> Yuan:
    """Compute the sum in the form of the day."""
    match w.use(rules.form):
        case Form.SHARE:
            return w.share(claim.wage, w.use(rules.rate))
        case Form.FLAT:
            return w.share(w.use(rules.norm), w.use(rules.rate)) * claim.hired
        case Form.SMALLER:
            flat = w.share(w.use(rules.norm), w.use(rules.rate)) * claim.hired
            return min(w.share(claim.wage, w.use(rules.rate)), flat)


@formula
def addition(w: Working, claim: Claim[Known], rules: GrantRules) -> Yuan:
    """Branch within the branch of those who paid; the later addition begins in 2005."""
    w.require(rules.norm, claim.bonus <= w.use(rules.norm), UNPAID)
    if w.ratio(claim.hired, claim.staff) > Fraction(1, 2):
        return max(claim.bonus, w.use(rules.late))
    return w.step("bonus", w.share(claim.bonus, w.ratio(claim.hired, claim.staff)))


@formula
def dated_share(w: Working, rules: GrantRules, hired: Fraction) -> Fraction:
    """Choose between ratios by the form of the day."""
    match w.use(rules.form):
        case Form.SHARE:
            return hired
        case Form.FLAT:
            return Fraction(1, 7)
        case Form.SMALLER:
            return min(hired, w.use(rules.staff_share))


@formula
def counted_on(w: Working, rules: GrantRules) -> date:
    """Return the day on which the age is counted."""
    match w.use(rules.counted):
        case Counted.APPLICATION:
            return w.day()
        case Counted.YEAR_END:
            return w.year_end()
        case Counted.FIXED:
            return w.use(rules.fixed)


@formula
def bonus_needs_staff(w: Any, claim: Any) -> None:
    """Refuse a bonus without two on the staff: a made-up local condition."""
    late_hirer = claim.staff >= 2 or claim.bonus == Yuan(0)
    w.require(GrantRules().norm, late_hirer, Reason("local-bonus", "Two must be on the staff."))


GRANT: Final = grant

DAY: Final = timedelta(days=1)
#: Days about which the rules change, or on which a birthday is hard to count.
TURNS: Final = (
    date(2003, 1, 1),
    date(2003, 6, 1),
    date(2004, 1, 1),
    date(2004, 2, 29),
    date(2004, 3, 1),
    date(2004, 7, 1),
    date(2004, 10, 29),
    date(2005, 1, 1),
    date(2005, 7, 1),
    date(2006, 1, 1),
    date(2006, 3, 1),
    date(2009, 1, 1),
    date(2011, 1, 1),
)
days: SearchStrategy[date] = st.one_of(
    st.sampled_from([turn - DAY * back for turn in TURNS for back in (0, 1)]),
    st.dates(date(2002, 6, 1), date(2010, 12, 31)),
)
#: Birthdays that are hard to count.
BIRTHS: Final = (date(1964, 2, 29), date(1960, 2, 29), date(1964, 12, 31), date(1959, 1, 1))
births: SearchStrategy[date] = st.one_of(
    st.sampled_from(BIRTHS),
    st.dates(date(1950, 1, 1), date(1970, 12, 31)),
)


def maybe(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Draw a fact that may be unknown."""
    return st.one_of(values, values, values, st.none())


def rows(**columns: SearchStrategy[Any]) -> SearchStrategy[list[dict[str, Any]]]:
    """Draw the rows of a register; each has a day of its own."""
    row_of = {name: maybe(values) for name, values in columns.items()}
    return st.lists(st.fixed_dictionaries({"day": days, **row_of}), min_size=1, max_size=30)


fen = st.one_of(st.integers(0, 300), st.integers(0, 20_000_000))
claims = rows(
    trade=st.sampled_from(["repair", "food", "baths", "repairs", ""]),
    born_on=births,
    opened=st.booleans(),
    paid=st.booleans(),
    waived=st.booleans(),
    hired=st.integers(0, 12),
    staff=st.integers(1, 12),
    since=days,
    wage=fen,
    bonus=fen,
)

few = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def of_kind(kind: type[Any]) -> SearchStrategy[Any]:
    """Draw a fact of that kind as a column holds it."""
    if issubclass(kind, Choice):
        return st.sampled_from([*(member.code for member in kind), "no_such_code"])
    return {bool: st.booleans(), int: st.integers(0, 40), date: births}[kind]


def without_contradiction(row: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of a person; one of a group of the allowance is on it, or may be."""
    on_it = row["group"] in {group.code for group in ON_ALLOWANCE}
    return {**row, "living_allowance": None} if on_it else row


workers = rows(**{described.name: of_kind(described.kind) for described in describe(Worker)}).map(
    lambda found: [without_contradiction(row) for row in found]
)


def as_known(day: date) -> HardshipRules:
    """Give the rules of the “4050” classification as they could be known on *day*."""
    return Rulebook().as_known(day).of(HardshipRules)


@pytest.mark.slow("draws registers at random")
class TestEveryOperation:
    """The made-up measure."""

    @few
    @given(claims, days)
    def test_on_one_day(self, agree: Callable[..., None], found: list[Any], day: date) -> None:
        """Both workings agree on the law of one day."""
        agree(GRANT, found, on=day)

    @few
    @given(claims)
    def test_each_on_its_own_day(self, agree: Callable[..., None], found: list[Any]) -> None:
        """Both workings agree where each row has its own day, in force or not."""
        agree(GRANT, found)

    @few
    @given(claims)
    def test_with_a_local_condition(self, agree: Callable[..., None], found: list[Any]) -> None:
        """Both workings agree on a condition of the place, worked at the end."""
        agree(GRANT, found, on=date(2004, 12, 31), conditions=(bonus_needs_staff,))


def claim_values(draw: Random) -> dict[str, Any]:
    """Draw a claim of which most are decided."""

    def fen() -> int:
        return draw.choice([0, 1, 2, 3, draw.randrange(300), draw.randrange(20_000_000)])

    return {
        "trade": draw.choice(["repair"] * 6 + ["food", "baths", "repairs"]),
        "born_on": draw.choice(BIRTHS) if draw.random() < 0.3 else any_day(draw, 1950, 1970),
        "opened": draw.random() < 0.95,
        "paid": draw.random() < 0.6,
        "waived": draw.random() < 0.5,
        "hired": draw.randrange(13),
        "staff": draw.randrange(1, 13),
        "since": any_day(draw, 2002, 2011),
        "wage": fen(),
        "bonus": fen(),
    }


def worker_values(draw: Random) -> dict[str, Any]:
    """Draw a person of whom most are decided."""
    likely = {"able": 0.95, "willing": 0.95, "employed": 0.05}

    def value(name: str, kind: type[Any]) -> Any:
        if issubclass(kind, Choice):
            codes = [member.code for member in kind]
            return draw.choice([codes[0]] * 6 + [*codes, "no_such_code"])
        if kind is date:
            return draw.choice(BIRTHS) if draw.random() < 0.3 else any_day(draw, 1950, 1970)
        return draw.random() < likely.get(name, 0.3) if kind is bool else draw.randrange(41)

    return without_contradiction({f.name: value(f.name, f.kind) for f in describe(Worker)})


def any_day(draw: Random, first: int, last: int) -> date:
    """Draw a day of the years from *first* to before *last*."""
    return date(first, 1, 1) + DAY * draw.randrange(365 * (last - first))


def register(values: Callable[[Random], dict[str, Any]], number: int) -> list[dict[str, Any]]:
    """Draw the rows of a register; one fact in fifteen is unknown."""
    draw = Random(20030610)  # noqa: S311 - a fixed register, no secret

    def drawn() -> dict[str, Any]:
        turn = draw.choice(TURNS) - DAY * draw.randrange(2)
        found = {k: v if draw.randrange(15) else None for k, v in values(draw).items()}
        return {"day": turn if draw.random() < 0.4 else any_day(draw, 2003, 2010), **found}

    return [drawn() for _ in range(number)]


def local(name: str, *found: tuple[date, Any]) -> HardshipRules:
    """Lay the rows of one region over a rule of the “4050” classification."""
    rules = HardshipRules()
    here: Rule[Any] = getattr(rules, name).amended(
        [Provision(since, value, CITE, region="620500") for since, value in found]
    )
    return amended(rules, **{name: here})


FIRST: Final = date(2002, 9, 30)
#: What regions may set: the age, the groups, and the day on which the age is counted.
PLACES: Final = {
    "the nation": HardshipRules(),
    "the end of the year": local("age_day", (FIRST, AgeDay.YEAR_END)),
    "a fixed day": amended(
        local("age_day", (FIRST, AgeDay.FIXED)),
        age_fixed_day=local("age_fixed_day", (date(2003, 6, 1), date(2002, 12, 31))).age_fixed_day,
    ),
    "a fixed day that nobody set": local("age_day", (FIRST, AgeDay.FIXED)),
    "a younger age, then the nation's": local(
        "age_men", (date(2003, 1, 31), 45), (date(2006, 3, 1), 50)
    ),
    "a further group": local("groups", (date(2004, 1, 1), frozenset(EntitledGroup))),
    "the day of the application only from 2004": local(
        "age_day", (FIRST, AgeDay.YEAR_END), (date(2004, 1, 1), AgeDay.APPLICATION)
    ),
    "what was known in 2004": as_known(date(2004, 6, 30)),
}


@pytest.mark.slow("draws registers at random")
class TestHardship:
    """The “4050” classification, under what regions may set."""

    @few
    @given(workers, days, st.sampled_from(tuple(PLACES)))
    def test_on_one_day(
        self, agree: Callable[..., None], found: list[Any], day: date, place: str
    ) -> None:
        """Both workings agree on the law of one day."""
        agree(hardship, found, on=day, rules=PLACES[place])

    @few
    @given(workers, st.sampled_from(tuple(PLACES)))
    def test_each_on_its_own_day(
        self, agree: Callable[..., None], found: list[Any], place: str
    ) -> None:
        """Both workings agree where each row has its own day, in force or not."""
        agree(hardship, found, rules=PLACES[place])

    @few
    @given(workers, st.dates(date(2002, 9, 1), date(2009, 12, 31)))
    def test_as_known(self, agree: Callable[..., None], found: list[Any], known_on: date) -> None:
        """Both workings agree under the rules as they could be known on a day."""
        agree(hardship, found, rules=as_known(known_on))


def _forms(w: Any, claim: Any, rules: GrantRules, form: Rule[Form]) -> Any:
    cases = [
        ((Form.SHARE,), lambda: w.share(claim.wage, Fraction(1, 3))),
        ((Form.FLAT,), lambda: w.use(rules.norm)),
    ]
    return w.switch(w.use(form), cases, lambda: claim.bonus)


def _terms(w: Any, claim: Any, until: Any) -> Any:
    return Terms(until=until, trade=claim.trade, weighted=w.use(GrantRules().rate))


def _later(w: Any, claim: Any, rules: GrantRules) -> None:
    w.require(rules.late, claim.wage >= w.use(rules.late), UNPAID)


#: Small measures, each at a corner of the two workings.
CORNERS: Final[dict[str, Callable[[Any, Any, GrantRules], Any]]] = {
    "a plain value": lambda w, _c, r: w.outcome(w.use(r.norm)),
    "a plain ratio": lambda w, _c, r: w.outcome(w.use(r.rate)),
    "a plain term of the law": lambda w, _c, _r: w.outcome(w.choose(True, Trade.FOOD, Trade.BATHS)),
    "a value of another day": lambda w, _c, r: w.outcome(w.use_at(r.norm, w.year_end())),
    "a value of a day of the facts": lambda w, c, r: w.outcome(
        w.least(w.use_at(r.norm, c.since), w.use_at(r.late, c.since))
    ),
    "a ratio of a day of the facts": lambda w, c, r: w.outcome(
        w.share(c.wage, w.use_at(r.rate, c.since))
    ),
    "the one value of a day of the facts": lambda w, c, r: w.outcome(
        w.use_at(r.fixed, c.since) <= c.since
    ),
    "a set of a day of the facts": lambda w, c, r: w.outcome(
        w.among(c.trade, w.use_at(r.trades, c.since))
    ),
    "the age of a day of the law": lambda w, _c, r: w.outcome(w.full_years(w.use(r.fixed))),
    "a term of years of the law": lambda w, _c, r: w.outcome(w.last_day(w.use(r.fixed), 2)),
    "ratios compared": lambda w, c, _r: w.outcome(
        (w.ratio(c.hired, c.staff) == Fraction(1, 2))
        | (w.ratio(c.staff, 12) < w.ratio(c.hired, c.staff))
        | ((w.ratio(c.wage, Yuan(7)) != 3) & (w.ratio(c.hired, 7) >= Fraction(1, 7)))
    ),
    "a term of years": lambda w, c, r: w.outcome(w.last_day(c.born_on, w.use(r.years))),
    "the age by a fact": lambda w, c, r: w.outcome(w.full_years(w.use(r.fixed), c.born_on)),
    "an age of the row": lambda w, c, _r: w.outcome(w.reached(c.born_on, c.staff * 4 + 8)),
    "the day of the law": lambda w, c, _r: w.outcome(w.choose(c.paid, w.day(), w.year_end())),
    "a number beside a ratio": lambda w, c, r: w.outcome(
        (c.hired >= Fraction(7, 2)) | (Fraction(1, 3) * c.staff <= w.use(r.rate) + c.hired)
    ),
    "a ratio chosen beside none": lambda w, c, _r: w.outcome(
        w.choose(c.paid, w.ratio(c.hired, c.staff), Fraction(0))
    ),
    "a share of a plain amount": lambda w, c, r: w.outcome(
        w.share(w.use(r.norm), w.ratio(c.wage, c.bonus + Yuan("0.01")))
    ),
    "one of a chosen set": lambda w, c, r: w.outcome(
        w.among(w.choose(c.paid, c.trade, Trade.FOOD), w.use(r.trades))
    ),
    "a record of a branch": lambda w, c, _r: w.outcome(
        w.branch(c.paid, lambda: _terms(w, c, c.born_on), lambda: _terms(w, c, w.year_end()))
    ),
    "a field of a branch": lambda w, c, _r: w.outcome(
        w.branch(c.paid, lambda: _terms(w, c, c.born_on), lambda: _terms(w, c, w.day())).until
    ),
    "a refusal that always stands": lambda w, c, r: (
        [
            w.require(r.opened, False, NOT_OPEN),
            w.refuse(r.norm, False, UNPAID),
        ]
        and w.outcome(c.wage)
    ),
    "a refusal in a branch": lambda w, c, r: (
        [w.branch(c.paid, lambda: w.require(r.opened, c.waived, UNPAID), lambda: None)]
        and w.outcome(c.wage)
    ),
    "a rule of later days in a branch": lambda w, c, r: w.outcome(
        w.branch(c.paid, lambda: w.least(c.wage, w.use(r.late)), lambda: c.bonus)
    ),
    "a refusal of later days in a branch": lambda w, c, r: (
        [w.branch(c.paid, lambda: _later(w, c, r), lambda: None)] and w.outcome(c.staff)
    ),
    "a way of reckoning in a branch": lambda w, c, r: w.outcome(
        w.branch(c.paid, lambda: _forms(w, c, r, r.form), lambda: c.bonus)
    ),
    "no way of reckoning in a branch": lambda w, c, r: w.outcome(
        w.branch(c.paid, lambda: _forms(w, c, r, r.unset_form), lambda: c.bonus)
    ),
    "no set in a branch": lambda w, c, r: w.outcome(
        w.branch(c.paid, lambda: w.among(c.trade, w.use(r.unset_trades)), lambda: c.opened)
    ),
    "no day in a branch": lambda w, c, r: w.outcome(
        w.branch(
            c.paid,
            lambda: w.reached(c.born_on, 40, w.use(r.unset_day)),
            lambda: c.opened & c.waived,
        )
    ),
    "no sum in a branch": lambda w, c, r: w.outcome(
        w.branch(c.paid, lambda: w.most(w.use(r.unset_sum) + c.wage, c.bonus), lambda: c.bonus)
    ),
    "no ratio in a branch": lambda w, c, r: w.outcome(
        w.branch(c.paid, lambda: w.share(c.wage, w.use(r.unset_rate)), lambda: c.bonus)
    ),
    "no condition in a branch": lambda w, c, r: (
        [w.branch(c.paid, lambda: w.refuse(r.opened, w.use(r.unset_yes) & c.opened, UNPAID), _no)]
        and w.outcome(c.wage)
    ),
    "nothing known in either branch": lambda w, c, r: w.outcome(
        w.branch(
            w.branch(c.paid, lambda: w.use(r.unset_yes), lambda: w.use(r.unset_yes) | c.waived),
            lambda: c.wage,
            lambda: c.bonus,
        )
    ),
    "nothing known at all": lambda w, _c, r: w.outcome(w.use(r.unset_sum)),
}


def _no() -> None:
    """Ask for nothing more."""


class TestCorners:
    """Small measures at the corners of the two workings."""

    @pytest.mark.parametrize("day", [None, date(2004, 2, 29), date(2006, 12, 31)])
    @pytest.mark.parametrize("corner", CORNERS)
    def test_agree(self, agree: Callable[..., None], corner: str, day: date | None) -> None:
        """Both workings agree on one day, and where each row has its own."""
        measure: Measure[Claim, Any] = Measure(
            "corner", "角", "corner", CORNERS[corner], Claim, GrantRules
        )
        agree(measure, register(claim_values, 80), on=day)


class TestManyRows:
    """Registers of many rows, drawn from a fixed seed: the corners that few rows do not meet."""

    @pytest.mark.parametrize("day", [None, date(2004, 12, 31)])
    def test_every_operation_with_a_local_condition(
        self, agree: Callable[..., None], day: date | None
    ) -> None:
        """Both workings agree on a condition of the place, worked at the end."""
        agree(GRANT, register(claim_values, 600), on=day, conditions=(bonus_needs_staff,))

    @pytest.mark.parametrize("day", [None, date(2004, 2, 29), date(2005, 1, 1), date(2008, 12, 31)])
    def test_every_operation(self, agree: Callable[..., None], day: date | None) -> None:
        """Both workings agree on the made-up measure."""
        agree(GRANT, register(claim_values, 600), on=day)

    @pytest.mark.parametrize("place", PLACES)
    def test_hardship(self, agree: Callable[..., None], place: str) -> None:
        """Both workings agree on the “4050” classification of each place."""
        agree(hardship, register(worker_values, 600), rules=PLACES[place])

    def test_hardship_on_a_day_before_all_rules(self, agree: Callable[..., None]) -> None:
        """A day that no rule covers stops every case and is told of the frame at once."""
        agree(hardship, register(worker_values, 10), on=date(2002, 9, 29))
