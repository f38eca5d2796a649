"""Tax relief: worked cases, thresholds, dates, terms, and cases beside columns."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from known_facts import FIRM

from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.measures.taxes.facts import (
    TAXES,
    ByTax,
    Enterprise,
    EnterpriseKind,
    Formation,
    Tax,
    Trade,
    total,
)
from gansu_reemployment.measures.taxes.tax_relief.amounts import TaxRelief
from gansu_reemployment.measures.taxes.tax_relief.relief import tax_relief
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 9, 1)
ALL_TAXES: dict[str, Any] = {tax.code: Yuan(100_000) for tax in TAXES}
EXISTING = evolve(
    FIRM, enterprise=EnterpriseKind.EXISTING_RETAIL, staff_last_year=70, all_new_hires=30
)
TRADER = evolve(FIRM, enterprise=EnterpriseKind.SOLE_TRADER, employees=7, hired=None, staff=None)

amounts = st.integers(0, 10**13).map(Yuan.from_fen)


def work(firm: Enterprise, on: date = DAY, rules: ReliefRules | None = None) -> Outcome[TaxRelief]:
    """Evaluate one case; *on* is a day within the period of the taxes."""
    case = CaseWorking(on)
    return tax_relief(case, case.read(firm), rules or ReliefRules())


def approved(firm: Enterprise, on: date) -> Enterprise:
    """Build the enterprise as approved on another day."""
    return evolve(firm, approved_on=on)


def value(firm: Enterprise, on: date = DAY) -> TaxRelief:
    """Return the value of a case that is decided."""
    outcome = work(firm, on)
    assert outcome.value is not None, outcome.explain("en")
    return outcome.value


def codes(firm: Enterprise, on: date = DAY) -> list[str]:
    """Return the codes of the refusals."""
    return [refusal.code for refusal in work(firm, on).refusals]


@pytest.mark.parametrize("name", ["tax_relief", "tax_relief_more"])
def test_worked_cases(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """Every worked case comes out as written, to the fen."""
    assert {} == {r.vector.name: r.failures for r in run_vectors(name) if r.failures}


@pytest.mark.parametrize(
    ("hired", "staff", "share"),
    [
        (0, 10, Fraction(0)),
        (2999, 10_000, Fraction(5998, 10_000)),
        (3, 10, Fraction(1)),
        (3001, 10_000, Fraction(1)),
    ],
)
def test_thirty_per_cent_is_included(hired: int, staff: int, share: Fraction) -> None:
    """Below the threshold twice the exact share, at it and above the whole."""
    assert share == value(evolve(FIRM, hired=hired, staff=staff)).share.enterprise_income_tax


@pytest.mark.parametrize(("hired", "share"), [(29, Fraction(0)), (30, Fraction(3, 10))])
def test_existing_enterprises_have_nothing_below_the_threshold(hired: int, share: Fraction) -> None:
    """An existing enterprise gets 30 per cent of its income tax from 30 per cent of staff on."""
    assert share == value(evolve(EXISTING, hired=hired)).share.enterprise_income_tax


@pytest.mark.parametrize(
    ("kind", "exempt"),
    [
        (
            EnterpriseKind.NEW_SERVICE,
            "business_tax construction_tax education_surcharge enterprise_income_tax",
        ),
        (EnterpriseKind.NEW_RETAIL, "construction_tax education_surcharge enterprise_income_tax"),
        (EnterpriseKind.SPUN_OFF, "enterprise_income_tax"),
    ],
)
def test_taxes_exempted_by_kind(kind: EnterpriseKind, exempt: str) -> None:
    """Each kind of enterprise has its own list of taxes."""
    relief = value(evolve(FIRM, enterprise=kind, surplus_staff=30)).relief
    assert exempt.split() == [tax.code for tax, amount in relief.items() if amount]


@pytest.mark.parametrize(
    ("contract", "on", "refused"),
    [
        (2, date(2003, 8, 22), ["contract-too-short"]),
        (3, date(2003, 8, 22), []),
        (0, date(2003, 8, 23), ["contract-too-short"]),
        (1, date(2003, 8, 23), []),
    ],
)
def test_contract_length_by_date(contract: int, on: date, refused: list[str]) -> None:
    """Three years are required until 22 August 2003, one year from the 23rd."""
    assert refused == codes(evolve(FIRM, contract_years=contract, approved_on=on), on)


@pytest.mark.parametrize(
    ("approved_on", "refused"),
    [(date(2003, 8, 22), ["contract-too-short"]), (date(2003, 8, 23), [])],
)
def test_contracts_are_judged_by_the_day_of_approval(approved_on: date, refused: list[str]) -> None:
    """What was too short on the day of approval stays so when it is asked again later."""
    firm = evolve(FIRM, contract_years=2, approved_on=approved_on)
    assert refused == codes(firm, date(2004, 1, 15))


@pytest.mark.parametrize(("contract", "years"), [(1, 1), (2, 2), (3, 3), (5, 3)])
def test_years_follow_the_contract_up_to_three(contract: int, years: int) -> None:
    """The benefit runs for the term of the contracts, three years at most."""
    assert years == value(evolve(FIRM, contract_years=contract)).years


@pytest.mark.parametrize(("employees", "business"), [(7, Yuan(100_000)), (8, Yuan(0))])
def test_eight_employees_from_2005(employees: int, business: Yuan) -> None:
    """From 2005 on a stall with eight employees is judged by its share of staff."""
    stall = evolve(TRADER, employees=employees, hired=0, staff=8)
    assert business == value(stall, date(2005, 1, 1)).relief.business_tax


def test_eight_employees_did_not_matter_before_2005() -> None:
    """On the last day of 2004 there is no limit, and employees do not matter."""
    stall = evolve(TRADER, employees=None)
    assert Yuan(100_000) == value(stall, date(2004, 12, 31)).relief.business_tax


def test_large_stall_with_enough_hires_is_exempt() -> None:
    """A stall of eight that fulfils the rule of a new service enterprise pays no business tax."""
    stall = evolve(TRADER, employees=8, hired=3, staff=10)
    assert Yuan(0) == value(stall, date(2005, 1, 1)).payable.business_tax


@pytest.mark.parametrize(
    ("changes", "on", "business"),
    [
        ({}, date(2005, 2, 28), Yuan(100_000)),
        ({}, date(2005, 3, 1), Yuan(0)),
        ({"contract_years": 2}, date(2005, 3, 1), Yuan(100_000)),
        ({"contract_years": 0}, date(2005, 2, 28), Yuan(0)),
        ({"formation": Formation.MERGER}, date(2005, 2, 28), Yuan(0)),
        ({"formation": Formation.CHANGE_OF_HEAD}, date(2005, 2, 28), Yuan(0)),
        ({"formation": Formation.CHANGE_OF_HEAD}, date(2004, 12, 31), Yuan(100_000)),
    ],
)
def test_large_stall_meets_the_rule_of_a_new_service_enterprise(
    changes: dict[str, Any], on: date, business: Yuan
) -> None:
    """Contracts, formation and term of a stall of eight are those of a service enterprise."""
    stall = evolve(
        TRADER, employees=8, hired=3, staff=10, contract_years=1, approved_on=date(2004, 3, 1)
    )
    relief = value(evolve(stall, **changes), on).relief
    assert (business, Yuan(100_000)) == (relief.business_tax, relief.individual_income_tax)


@pytest.mark.parametrize(
    ("approved_on", "refused"),
    [
        (date(2001, 5, 1), ["registered-before-policy"]),
        (date(2002, 9, 30), ["registered-before-policy"]),
        (date(2002, 10, 1), []),
    ],
)
def test_stall_registered_before_the_policy_is_refused(
    approved_on: date, refused: list[str]
) -> None:
    """Self-employment is set up after 30 September 2002."""
    assert refused == codes(approved(TRADER, approved_on), date(2003, 7, 1))


@pytest.mark.parametrize(
    ("approved_on", "refused"),
    [(date(2002, 9, 29), ["approved-too-early"]), (date(2002, 9, 30), [])],
)
def test_enterprise_audited_before_the_policy_is_refused(
    approved_on: date, refused: list[str]
) -> None:
    """No audit under the policy is earlier than the policy."""
    assert refused == codes(approved(FIRM, approved_on), date(2003, 7, 1))


@pytest.mark.parametrize(
    ("formation", "refused"),
    [
        (Formation.FEIGNED_OWNER, []),
        (Formation.REGISTERED_AGAIN, []),
        (Formation.FEIGNED_AND_REGISTERED_AGAIN, ["not-genuine"]),
        (Formation.MERGER, []),
    ],
)
def test_stall_is_refused_for_a_feigned_owner_and_a_new_registration_together(
    formation: Formation, refused: list[str]
) -> None:
    """Neither a changed owner nor a holder's own new registration is a reason alone."""
    assert refused == codes(evolve(TRADER, formation=formation))


@pytest.mark.parametrize(
    ("kind", "trade"),
    [
        (EnterpriseKind.EXISTING_SERVICE, Trade.OXYGEN_BAR),
        (EnterpriseKind.NEW_RETAIL, Trade.WHOLESALE),
        (EnterpriseKind.EXISTING_RETAIL, Trade.MIXED_COMMERCE),
        (EnterpriseKind.SPUN_OFF, Trade.FINANCE),
        (EnterpriseKind.SOLE_TRADER, Trade.CONSTRUCTION),
    ],
)
def test_excluded_trades_by_scheme(kind: EnterpriseKind, trade: Trade) -> None:
    """A trade that the scheme excludes is refused."""
    firm = evolve(
        FIRM, enterprise=kind, trade=trade, staff_last_year=9, all_new_hires=91, surplus_staff=30
    )
    assert "excluded-trade" in codes(firm)


def test_trade_excluded_for_one_scheme_only() -> None:
    """Construction is excluded for a stall, not for a service enterprise by name."""
    assert [] == codes(evolve(FIRM, trade=Trade.CONSTRUCTION))


@pytest.mark.parametrize(
    ("formation", "refused"),
    [
        (Formation.SET_UP, []),
        (Formation.CHANGE_OF_NAME, ["not-new"]),
        (Formation.CHANGE_OF_HEAD, []),
    ],
)
def test_what_counts_as_new(formation: Formation, refused: list[str]) -> None:
    """A change of name makes nothing new; one of the head matters for the business tax only."""
    firm = evolve(FIRM, formation=formation, approved_on=date(2005, 1, 1))
    assert refused == codes(firm, date(2005, 1, 1))


@pytest.mark.parametrize(
    ("on", "business"), [(date(2004, 12, 31), Yuan(100_000)), (date(2005, 1, 1), Yuan(0))]
)
def test_change_of_head_from_2005(on: date, business: Yuan) -> None:
    """From 2005 on a new legal representative costs the business tax exemption."""
    firm = evolve(FIRM, formation=Formation.CHANGE_OF_HEAD)
    assert business == value(firm, on).relief.business_tax


class TestTerm:
    """First and last day."""

    def test_begins_with_the_audit(self) -> None:
        """A three-year term ends on the day before its third anniversary."""
        relief = value(approved(FIRM, date(2003, 7, 1)), date(2003, 7, 1))
        assert (date(2003, 7, 1), date(2006, 6, 30)) == (relief.first_day, relief.last_day)

    def test_as_known_before_the_supplement_terms_were_cut_off(self) -> None:
        """Before 23 August 2003 it was unknown that terms run on past 2005."""
        book = Rulebook.national()
        rules = [book.as_known(date(2003, 8, d)).of(ReliefRules) for d in (22, 23)]
        firm = approved(FIRM, date(2003, 7, 1))
        ends = [work(firm, date(2003, 7, 1), r).value for r in rules]
        assert [date(2005, 12, 31), date(2006, 6, 30)] == [e.last_day for e in ends if e]

    @pytest.mark.parametrize(("day", "refused"), [(30, []), (31, ["not-genuine"])])
    def test_feigned_owner_as_known_before_the_notice_of_2004(
        self, day: int, refused: list[str]
    ) -> None:
        """The notice names a year only: at its end it was surely out."""
        rules = Rulebook.national().as_known(date(2004, 12, day)).of(ReliefRules)
        stall = evolve(TRADER, formation=Formation.FEIGNED_AND_REGISTERED_AGAIN)
        assert refused == [refusal.code for refusal in work(stall, DAY, rules).refusals]

    @pytest.mark.parametrize(
        ("on", "refused"),
        [
            (date(2004, 2, 29), []),
            (date(2007, 2, 27), []),
            (date(2007, 2, 28), ["term-over"]),
            (date(2004, 2, 28), ["not-begun"]),
        ],
    )
    def test_runs_from_first_to_last_day(self, on: date, refused: list[str]) -> None:
        """A term includes its first and last day, not the days around them."""
        assert refused == codes(approved(FIRM, date(2004, 2, 29)), on)

    @pytest.mark.parametrize(
        ("on", "refused"),
        [(date(2005, 12, 31), []), (date(2006, 1, 1), ["approved-too-late"])],
    )
    def test_last_day_of_approval(self, on: date, refused: list[str]) -> None:
        """Approvals end with 2005."""
        assert refused == codes(approved(FIRM, on), on)

    @pytest.mark.parametrize(
        ("on", "refused"),
        [(date(2005, 12, 31), []), (date(2006, 1, 1), ["moved-to-ordered-relief"])],
    )
    def test_sole_traders_move_with_2006(self, on: date, refused: list[str]) -> None:
        """A stall approved earlier is under the yearly limit from 2006 on."""
        assert refused == codes(approved(TRADER, date(2004, 1, 1)), on)


class TestUnknown:
    """Unknown is not zero and not no."""

    @pytest.mark.parametrize(
        "name",
        [
            "enterprise",
            "trade",
            "hired",
            "staff",
            "contract_years",
            "formation",
            "mixed",
            "approved_on",
        ],
    )
    def test_needed_fact_that_is_unknown_leaves_it_open(self, name: str) -> None:
        """A fact that is needed is named."""
        # The empty boxes would contradict an enterprise of another kind.
        unknown: dict[str, Any] = {name: None, "staff_last_year": None, "all_new_hires": None}
        outcome = work(evolve(FIRM, **unknown))
        assert "undecided" == outcome.status
        assert name in outcome.missing

    def test_unknown_tax_is_not_zero(self) -> None:
        """An unknown tax leaves the case undecided."""
        assert ("business_tax",) == work(evolve(FIRM, business_tax=None)).missing

    def test_nothing_is_presumed(self) -> None:
        """What no fact states is asked for, and never taken for what would be favourable."""
        outcome = work(
            Enterprise(enterprise=EnterpriseKind.NEW_SERVICE, hired=30, staff=100, contract_years=3)
        )
        asked = ("trade", "formation", "mixed", "separate_accounts", "approved_on")
        assert (*asked, *ALL_TAXES) == outcome.missing


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"hired": 101}, "hired"),
        ({"hired": 5, "all_new_hires": 4}, "hired"),
        (
            {
                "enterprise": EnterpriseKind.EXISTING_RETAIL,
                "staff_last_year": 0,
                "all_new_hires": 0,
                "hired": 0,
            },
            "staff_last_year",
        ),
        ({"surplus_staff": 101}, "surplus_staff"),
        ({"staff": 0}, "staff"),
        ({"business_tax": Yuan("-0.01")}, "business_tax"),
    ],
)
def test_contradictions_are_faults(changes: dict[str, Any], path: str) -> None:
    """Facts that cannot be are refused with their path."""
    with pytest.raises(InvalidFactsError) as caught:
        evolve(FIRM, **changes)
    assert path in [fault.path for fault in caught.value.faults]


@pytest.mark.parametrize(
    "firm",
    [
        evolve(TRADER, hired=0, staff=0, staff_last_year=0, all_new_hires=0),
        evolve(FIRM, staff_last_year=0, all_new_hires=0),
        evolve(EXISTING, staff=0),
    ],
)
def test_empty_boxes_that_do_not_matter_are_no_faults(firm: Enterprise) -> None:
    """A zero in a count that the kind does not need changes nothing."""
    assert Yuan(0) < total(value(firm).relief)


def test_spun_off_entity_counts_surplus_staff() -> None:
    """Of a spun-off entity the surplus staff placed counts, not new hires."""
    entity = evolve(FIRM, enterprise=EnterpriseKind.SPUN_OFF, hired=None, surplus_staff=30)
    assert Fraction(3, 10) == value(entity).staff_share
    assert ("surplus_staff",) == work(evolve(entity, surplus_staff=None)).missing


def test_amounts_are_shown_by_tax() -> None:
    """The explanation names the taxes that are relieved, in either language."""
    shown = ByTax(Yuan(1), Yuan(0), Yuan(0), Yuan(2), Yuan(0))
    assert "business tax 1.00 yuan, enterprise income tax 2.00 yuan" == shown.show("en")
    assert "营业税 1.00元，企业所得税 2.00元" == shown.show("zh_CN")
    assert "0.00 yuan" == ByTax(*[Yuan(0)] * len(TAXES)).show("en")
    assert Yuan(3) == total(shown)


firms = st.builds(
    Enterprise,
    enterprise=st.sampled_from(EnterpriseKind),
    trade=st.sampled_from([Trade.CATERING, Trade.RETAIL, Trade.SAUNA, Trade.WHOLESALE]),
    hired=st.integers(0, 20),
    surplus_staff=st.integers(0, 20),
    staff=st.integers(20, 70),
    staff_last_year=st.integers(0, 50),
    all_new_hires=st.integers(20, 40),
    employees=st.integers(6, 9),
    contract_years=st.integers(0, 4),
    formation=st.sampled_from(Formation),
    mixed=st.booleans(),
    separate_accounts=st.booleans(),
    approved_on=st.dates(date(2002, 9, 1), date(2006, 12, 31)),
    **{tax.code: amounts for tax in TAXES},
)
NAMES = [
    *ALL_TAXES,
    "enterprise",
    "trade",
    "hired",
    "surplus_staff",
    "staff",
    "formation",
    "mixed",
    "separate_accounts",
    "staff_last_year",
    "employees",
    "contract_years",
    "approved_on",
]
holed = st.tuples(firms, st.sets(st.sampled_from(NAMES), max_size=3)).map(
    lambda pair: evolve(pair[0], **dict.fromkeys(pair[1]))
)


def exact(row: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """Parse the ratios of a row as exact numbers; sort the missing facts."""
    read = {
        name: Fraction(cell) if isinstance(like[name], Fraction) else cell
        for name, cell in row.items()
    }
    missing: Any = read["tax_relief_missing"]
    return {**read, "tax_relief_missing": missing and sorted(missing.split(";"))}


LAWS = (
    *(date(2003, 8, 22), date(2003, 8, 23), date(2005, 1, 1), date(2006, 1, 1)),
    date(2007, 5, 5),
)


@settings(max_examples=3)
@given(st.lists(st.tuples(holed, st.sampled_from(LAWS)), min_size=30, max_size=40))
def test_columns_equal_cases(both: Callable[..., Any], found: list[Any]) -> None:
    """Columns agree with explained cases of several days, refusals and questions included."""
    firms, days = zip(*found, strict=True)
    cases, rows = both(tax_relief, firms, days)
    assert [exact(case, case) for case in cases] == [
        exact(row, case) for row, case in zip(rows, cases, strict=True)
    ]


@given(firms, st.sampled_from([DAY, date(2005, 5, 5)]))
def test_relief_never_exceeds_the_tax(firm: Enterprise, on: date) -> None:
    """Relief and tax payable are zero or more, and add up to the tax due."""
    relief = work(firm, on).value
    for tax in TAXES if relief else ():
        assert relief is not None
        parts = (getattr(relief.relief, tax.code), getattr(relief.payable, tax.code))
        assert min(parts) >= Yuan(0)
        assert getattr(firm, tax.code) == parts[0] + parts[1]


@given(
    st.sampled_from([k for k in EnterpriseKind if k is not EnterpriseKind.SOLE_TRADER]),
    st.integers(1, 200),
    st.data(),
)
def test_payable_falls_as_hires_rise(kind: EnterpriseKind, staff: int, data: Any) -> None:
    """With the same staff, one more laid-off person never costs tax."""
    hired = data.draw(st.integers(0, staff - 1))
    firm = evolve(
        FIRM,
        enterprise=kind,
        hired=hired,
        surplus_staff=hired,
        staff=staff,
        staff_last_year=1,
        all_new_hires=staff,
    )
    more = evolve(firm, hired=hired + 1, surplus_staff=hired + 1)
    assert total(value(more).payable) <= total(value(firm).payable)


def test_column_of_days_follows_the_law_of_each_row() -> None:
    """A column of days applies the law of its own day to each row."""
    import narwhals as nw
    import polars as pl

    frame = pl.DataFrame(
        {
            "on": [date(2003, 8, 22), date(2003, 8, 23), date(2002, 12, 31)],
            "enterprise": "new_service",
            "trade": "catering",
            "hired": 30,
            "surplus_staff": None,
            "staff": 100,
            "staff_last_year": None,
            "all_new_hires": None,
            "employees": None,
            "contract_years": 2,
            "formation": "set_up",
            "mixed": False,
            "separate_accounts": None,
            "approved_on": [date(2003, 8, 22), date(2003, 8, 23), date(2002, 12, 31)],
            **dict.fromkeys(ALL_TAXES, 100),
        }
    )
    working = ColumnWorking("on", Enterprise, measure="tax_relief")
    outcome: Any = tax_relief.work(working, working.facts, ReliefRules())
    rows = outcome.add_to(nw.from_native(frame.lazy())).collect().to_native()
    assert ["contract-too-short", None] == rows["tax_relief_reasons"].to_list()[:2]
    assert [None, 2, None] == rows["tax_relief_years"].to_list()
    assert "rule-not-known:tax_relief" in rows["tax_relief_missing"][2]


def test_every_tax_is_a_fact() -> None:
    """The facts name each tax by its code, and fees are no tax of an enterprise."""
    assert Tax.FEES not in TAXES
    assert all(hasattr(FIRM, tax.code) for tax in TAXES)


@pytest.mark.parametrize(
    "engine",
    ["pyarrow", pytest.param("duckdb", marks=pytest.mark.slow("plans a long measure for DuckDB"))],
)
def test_other_engines_give_the_same(engine: str) -> None:
    """PyArrow and DuckDB return the same days and fen as Polars."""
    import duckdb
    import polars as pl

    from gansu_reemployment import Bureau

    counts = ("surplus_staff", "staff_last_year", "all_new_hires", "employees")
    frame = pl.DataFrame(
        {
            "enterprise": ["new_service", "new_service"],
            "trade": ["catering", "sauna"],
            "hired": [10, 30],
            "staff": [100, 100],
            "contract_years": [3, 3],
            **{tax.code: [0, 0] for tax in TAXES},
            "enterprise_income_tax": [12_345, 12_345],
        }
    ).with_columns(
        *(pl.lit(None, pl.Int64).alias(name) for name in counts),
        formation=pl.lit("set_up"),
        mixed=pl.lit(value=False),
        separate_accounts=pl.lit(None, pl.Boolean),
        approved_on=pl.lit(date(2004, 2, 29)),
    )
    work_frame: Any = Bureau.of("天水市").columns.tax_relief
    table = frame.to_arrow()
    native = table if engine == "pyarrow" else duckdb.connect().from_arrow(table)
    result = pl.DataFrame(
        work_frame(native, on=date(2004, 2, 29), money="fen").to_arrow_table()
        if engine == "duckdb"
        else work_frame(native, on=date(2004, 2, 29), money="fen")
    )
    assert work_frame(frame, on=date(2004, 2, 29), money="fen").to_dicts() == result.to_dicts()
