"""Local conditions and local forms, in a case and in columns alike."""

from datetime import date
from fractions import Fraction
from typing import Any

import known_facts
import polars as pl
import pytest
from attrs import evolve

from gansu_reemployment import (
    Amendment,
    Bureau,
    Group,
    Instrument,
    Provision,
    Rule,
    Yuan,
    load_host,
)
from gansu_reemployment.columns.terms import encode
from gansu_reemployment.errors import FormulaError, LedgerError, PluginError, UnknownNameError
from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.measures.persons.hardship.rules import AgeDay
from gansu_reemployment.measures.subsidies.post.rules import PostForm
from gansu_reemployment.measures.subsidies.post.subsidy import PostClaim
from gansu_reemployment.measures.taxes.collection_offset.offset import Collection, OffsetMethod
from gansu_reemployment.measures.taxes.facts import (
    Enterprise,
    EnterpriseKind,
    Formation,
    Trade,
)
from gansu_reemployment.plugins import LocalCondition, LocalRules, Reason, hookimpl
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.protocol import Working

SINCE = date(2003, 7, 1)
DAY = date(2003, 8, 1)
RULES = Instrument("武政发〔2003〕1号", "再就业实施办法", ("武威市人民政府",), SINCE, SINCE)
REFUSED = Reason("wuwei-refused", "The condition of the place is not met.")

WORKER = evolve(known_facts.WORKER, born_on=date(1963, 12, 1))
LOAN = evolve(known_facts.LOAN, born_on=date(1963, 3, 1))
FIRM = Enterprise.in_order(
    enterprise=EnterpriseKind.NEW_SERVICE,
    trade=Trade.CATERING,
    hired=10,
    staff=100,
    contract_years=3,
    formation=Formation.SET_UP,
    mixed=False,
    approved_on=DAY,
    enterprise_income_tax=Yuan(100_000),
)


@rule_table("test_host", checked=SINCE)
class OwnRules:
    """The rules of the conditions below."""

    own: Rule[bool] = stated(
        "本地条件",
        "a condition of the place",
        Provision(SINCE, True, RULES.at(), date(2004, 6, 30)),
    )


@rule_table("test_host_county", checked=SINCE)
class CountyRules:
    """The rule of a county."""

    own: Rule[bool] = stated("本县条件", "of the county", Provision(SINCE, True, RULES.at()))


@formula
def checked(w: Working, worker: Any, rules: OwnRules) -> None:
    """Ask for the annual check."""
    w.require(rules.own, worker.checked, REFUSED)


@formula
def small(w: Working, application: Any, rules: OwnRules) -> None:
    """Refuse what is above the amount of the place."""
    w.require(rules.own, application.requested <= Yuan(15_000), REFUSED)


@formula
def no_catering(w: Working, firm: Any, rules: OwnRules) -> None:
    """Refuse a trade."""
    w.refuse(rules.own, firm.trade == Trade.CATERING, REFUSED)


def fails(w: Working, facts: Any, rules: OwnRules) -> None:  # noqa: ARG001 - the form of a condition
    """Fail as a plugin may."""
    raise ZeroDivisionError


@formula
def county(w: Working, worker: Any, rules: CountyRules) -> None:
    """Ask for the annual check in a county."""
    w.require(rules.own, worker.checked, Reason("liangzhou-refused", "Not met in the county."))


def host(
    *conditions: LocalCondition,
    rows: tuple[Amendment, ...] = (),
    below: tuple[LocalCondition, ...] = (),
    region: str = "武威市",
) -> Host:
    """Load one plugin with conditions and rows of a *region*, and conditions of 凉州区 *below*."""

    class Plugin:
        @hookimpl
        def local_rules(self) -> list[LocalRules]:
            own = LocalRules(region=region, amendments=rows, conditions=conditions)
            return [LocalRules(region="凉州区", conditions=below), own]

    return load_host([Source("wuwei", "wuwei-rules", "1", Plugin)], strict=True)


def frame(facts: list[Any]) -> pl.DataFrame:
    """Put each of the facts into a row, as a register holds them."""
    kinds = {bool: pl.Boolean, int: pl.Int64, Yuan: pl.Int64, date: pl.Date}
    return pl.DataFrame(
        {
            field.name: pl.Series(
                [encode(getattr(one, field.name)) for one in facts],
                dtype=pl.String if issubclass(field.kind, Choice) else kinds[field.kind],
            )
            for field in describe(type(facts[0]))
        }
    )


def in_both(bureau: Bureau, measure: str, facts: list[Any], on: date) -> list[Any]:
    """Give the reasons and open facts of each case, which are those of its row."""
    outcomes = [bureau.work(measure, one, on=on) for one in facts]
    cases = [(tuple(r.code for r in outcome.refusals), outcome.missing) for outcome in outcomes]
    added = bureau.columns.work(measure, frame(facts), on=on, money="fen")
    columns = zip(added[f"{measure}_reasons"], added[f"{measure}_missing"], strict=True)
    rows = [
        (
            tuple(code for code in (codes or "").split(";") if code not in ("", "fact-missing")),
            tuple(name for name in (names or "").split(";") if name),
        )
        for codes, names in columns
    ]
    assert cases == rows
    return cases


@pytest.mark.parametrize(
    ("measure", "condition", "facts", "open_fact"),
    [
        (
            "hardship",
            checked,
            [{"checked": True}, {"checked": False}, {"checked": None}],
            "checked",
        ),
        (
            "loan_terms",
            small,
            [{"requested": Yuan(15_000)}, {"requested": Yuan(15_001)}, {"requested": None}],
            "requested",
        ),
        (
            "tax_relief",
            no_catering,
            [{"trade": Trade.OTHER}, {"trade": Trade.CATERING}, {"trade": None}],
            "trade",
        ),
    ],
)
def test_condition_refuses_alike_in_both_workings(
    measure: str, condition: Any, facts: list[dict[str, Any]], open_fact: str
) -> None:
    """A condition met, broken and open ends the same for a case and for its row."""
    base: Any = {"hardship": WORKER, "loan_terms": LOAN, "tax_relief": FIRM}[measure]
    given = [evolve(base, **changes) for changes in facts]
    loaded = host(LocalCondition(measure, condition))

    here = in_both(Bureau.of("凉州区", host=loaded), measure, given, DAY)
    there = in_both(Bureau.of("天水市", host=loaded), measure, given, DAY)

    assert [False, True, False] == ["wuwei-refused" in codes for codes, _missing in here]
    assert open_fact in here[2][1]
    assert not any("wuwei-refused" in codes for codes, _missing in there)


def test_condition_adds_to_the_refusals_of_the_nation() -> None:
    """All reasons come at once, those of the place last."""
    worker = evolve(WORKER, employed=True, checked=False)
    loaded = host(LocalCondition("hardship", checked))

    assert [(("employed", "wuwei-refused"), ())] == in_both(
        Bureau.of("武威市", host=loaded), "hardship", [worker], DAY
    )


def test_condition_of_the_prefecture_goes_before_that_of_the_county() -> None:
    """Higher layers come first, whatever the order in which they were given."""
    loaded = host(LocalCondition("hardship", checked), below=(LocalCondition("hardship", county),))
    worker = evolve(WORKER, checked=False)
    found = in_both(Bureau.of("凉州区", host=loaded), "hardship", [worker], DAY)
    assert [(("wuwei-refused", "liangzhou-refused"), ())] == found


def test_condition_that_fails_stops_the_case() -> None:
    """Nothing is swallowed while a case is worked, and the distribution is named."""
    loaded = host(LocalCondition("hardship", fails))
    bureau = Bureau.of("武威市", host=loaded)
    message = "wuwei-rules 1 failed in its formula on hardship: ZeroDivisionError"

    with pytest.raises(PluginError, match=message):
        bureau.hardship(WORKER, on=DAY)
    with pytest.raises(PluginError, match=message):
        bureau.columns.hardship(frame([WORKER]), on=DAY)
    assert Bureau.of("天水市", host=loaded).hardship(WORKER, on=DAY).value is Group.GENERAL


@formula
def compares(w: Working, worker: Any, rules: OwnRules) -> None:
    """A condition that columns cannot follow."""
    w.require(rules.own, worker.checked is True, REFUSED)


def test_condition_that_cannot_be_translated_names_the_distribution() -> None:
    """Its line is named too, once a fact is unknown."""
    bureau = Bureau.of("武威市", host=host(LocalCondition("hardship", compares)))
    with pytest.raises(PluginError, match="wuwei-rules 1 failed in its formula") as caught:
        bureau.hardship(evolve(WORKER, checked=None), on=DAY)
    assert isinstance(caught.value.__cause__, FormulaError)
    assert "test_host.py" in str(caught.value)


def test_error_of_the_library_in_a_condition_stays_what_it_is() -> None:
    """An error of the library is told as such, not as a failure of the plugin."""

    def stops(w: Working, facts: Any, rules: OwnRules) -> None:  # noqa: ARG001 - the form of a condition
        raise LedgerError("full")

    with pytest.raises(LedgerError, match="full"):
        Bureau.of("武威市", host=host(LocalCondition("hardship", stops))).hardship(WORKER, on=DAY)


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (date(2003, 6, 30), False),
        (SINCE, True),
        (date(2004, 6, 30), True),
        (date(2004, 7, 1), False),
    ],
)
def test_condition_applies_on_the_days_of_its_rule(on: date, refused: bool) -> None:  # noqa: FBT001
    """Before its first day and after its last it asks for nothing, in both workings."""
    bureau = Bureau.of("武威市", host=host(LocalCondition("hardship", checked)))
    worker = evolve(WORKER, checked=False)

    ((codes, missing),) = in_both(bureau, "hardship", [worker], on)
    dated = frame([worker]).with_columns(on=pl.lit(on))
    column = bureau.columns.hardship(dated, on="on")["hardship_reasons"].to_list()

    assert ((("wuwei-refused",) if refused else ()), ()) == (codes, missing)
    assert ["wuwei-refused" if refused else None] == column


def test_condition_is_not_known_before_its_document() -> None:
    """A case is judged by what could be known: the condition follows its rule."""
    bureau = Bureau.of("武威市", host=host(LocalCondition("hardship", checked)))
    worker = evolve(WORKER, checked=False)
    known = [bureau.as_known(day).hardship(worker, on=DAY).refusals for day in (SINCE, DAY)]
    before = bureau.as_known(date(2003, 6, 30))

    assert all(known)
    assert () == before.hardship(worker, on=DAY).refusals
    assert [None] == before.columns.hardship(frame([worker]), on=DAY)["hardship_reasons"].to_list()


def test_rule_of_a_condition_is_in_the_rulebook() -> None:
    """It is found by its path, with the place that set it; elsewhere there is none."""
    loaded = host(LocalCondition("hardship", checked))
    book = Bureau.of("凉州区", host=loaded).rulebook

    assert "620600" == book.find("test_host.own").on(DAY).region
    assert "test_host.own" in [found.path for found in book.search("本地条件")]
    with pytest.raises(UnknownNameError):
        Bureau.of("天水市", host=loaded).rulebook.find("test_host.own")


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2003, 6, 30), Group.GENERAL), (SINCE, Group.OLDER)]
)
def test_region_replaces_the_day_of_the_age(on: date, expected: Group) -> None:
    """From its day on the age counts at the end of the year."""
    row = Amendment("hardship.age_day", SINCE, AgeDay.YEAR_END, RULES.at(), "武威市")
    bureau = Bureau.of("武威市", host=host(rows=(row,)))

    assert expected is bureau.hardship(WORKER, on=on).value
    assert [expected.code] == bureau.columns.hardship(frame([WORKER]), on=on)["hardship"].to_list()


@pytest.mark.parametrize(
    ("form", "path", "value", "monthly"),
    [
        (PostForm.FIXED, "post.amount", Yuan(150), Yuan(150)),
        (PostForm.MINIMUM_WAGE, "post.wage_share", Fraction(30, 100), Yuan(96)),
        (PostForm.AVERAGE_WAGE, "post.wage_share", Fraction(20, 100), Yuan("186.57")),
        (PostForm.LADDER, "post.ladder", (Yuan(1_200), Yuan(1_800)), Yuan(100)),
    ],
)
def test_region_replaces_the_basis_of_the_post_subsidy(
    form: PostForm, path: str, value: Any, monthly: Yuan
) -> None:
    """Each form of the subsidy is one row, and its figure another."""
    rows = (
        Amendment("post.form", SINCE, form, RULES.at(), "武威市"),
        Amendment(path, SINCE, value, RULES.at(), "武威市"),
    )
    bureau = Bureau.of("武威市", host=host(rows=rows))
    claim = PostClaim(
        hardship=Group.OLDER,
        contract_years=1,
        months=3,
        months_used=0,
        minimum_wage=Yuan(320),
        average_wage=Yuan(11_194),
        retired=False,
    )
    outcome = bureau.work("post_subsidy", claim, on=DAY)
    added = bureau.columns.work("post_subsidy", frame([claim]), on=DAY, money="fen")

    assert outcome.value is not None
    assert monthly == outcome.value.monthly
    assert [monthly.fen] == added["post_subsidy_monthly"].to_list()


@pytest.mark.parametrize(
    ("method", "task"),
    [(OffsetMethod.TASK_REDUCED, Yuan(900)), (OffsetMethod.DEEMED_COLLECTED, Yuan(1_000))],
)
def test_region_replaces_the_method_of_the_offset(method: OffsetMethod, task: Yuan) -> None:
    """The relief is taken off the task, or counted as collected."""
    row = Amendment("collection_offset.method", SINCE, method, RULES.at(), "甘肃省")
    bureau = Bureau.of("武威市", host=host(rows=(row,), region="甘肃省"))
    quarter = Collection(task=Yuan(1_000), reliefs=(Yuan(100),), collected=Yuan(850), granted=True)

    outcome = bureau.work("collection_offset", quarter, on=DAY)

    assert outcome.value is not None
    assert task == outcome.value.adjusted_task
