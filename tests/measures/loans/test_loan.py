"""The loan to individuals: thresholds, dates, places, and cases beside columns."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from known_facts import LOAN as APPLICATION
from lacking import lacking

from gansu_reemployment import Bureau
from gansu_reemployment.errors import AmendmentError, InvalidFactsError
from gansu_reemployment.law.deadlines import Deadline
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.loans.facts import Borrower
from gansu_reemployment.measures.loans.loan.rules import LoanRules, PartnerLimit, Purpose
from gansu_reemployment.measures.loans.loan.terms import (
    LoanApplication,
    LoanTerms,
    answer_by,
    loan_terms,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 7, 15)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)


def work(
    application: LoanApplication, on: date = DAY, rules: LoanRules | None = None
) -> Outcome[LoanTerms]:
    """Evaluate one case."""
    case = CaseWorking(on)
    return loan_terms(case, case.read(application), rules or LoanRules())


def terms(application: LoanApplication, on: date = DAY, rules: LoanRules | None = None) -> Any:
    """Return the terms of one case."""
    return work(application, on, rules).value


def local(**values: Any) -> LoanRules:
    """Return the rules with local values."""
    rules = LoanRules()
    changed = {
        name: getattr(rules, name).amended(
            [Provision(date(2002, 12, 24), value, LOCAL, region="620500")]
        )
        for name, value in values.items()
    }
    return amended(rules, **changed)


def codes(outcome: Outcome[Any]) -> list[str]:
    """Return the codes of the refusals."""
    return [refusal.code for refusal in outcome.refusals]


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """Every worked case has its stated result."""
    results = run_vectors("loan") + run_vectors("loan_more")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        (date(1943, 7, 15), []),
        (date(1942, 7, 16), []),
        (date(1942, 7, 15), ["over-age"]),
    ],
)
def test_age(born_on: date, expected: list[str]) -> None:
    """Sixty full years are within sixty until the day before the sixty-first birthday."""
    assert expected == codes(work(evolve(APPLICATION, born_on=born_on)))


@pytest.mark.parametrize(
    ("fen", "expected"), [(1_999_999, 1_999_999), (2_000_000, 2_000_000), (2_000_001, 2_000_000)]
)
def test_amount(fen: int, expected: int) -> None:
    """More than the norm is cut to it."""
    asked = evolve(APPLICATION, requested=Yuan.from_fen(fen))
    assert Yuan.from_fen(expected) == terms(asked).principal


@pytest.mark.parametrize(
    ("months", "granted", "rate"),
    [
        (6, 6, "0.0504"),
        (7, 7, "0.0531"),
        (12, 12, "0.0531"),
        (13, 13, "0.0549"),
        (23, 23, "0.0549"),
        (24, 24, "0.0549"),
        (25, 24, "0.0549"),
    ],
)
def test_term_and_tier(months: int, granted: int, rate: str) -> None:
    """The tier is that of the granted term, upper ends included; more than two years are cut."""
    found = terms(evolve(APPLICATION, months=months))
    assert (granted, Fraction(rate)) == (found.months, found.annual_rate)


@pytest.mark.parametrize(
    ("on", "rate"),
    [(date(2004, 10, 28), "0.0549"), (date(2004, 10, 29), "0.0576")],
)
def test_rate_of_the_signing_day(on: date, rate: str) -> None:
    """The benchmark rate is that of the day of signing."""
    assert Fraction(rate) == terms(APPLICATION, on).annual_rate


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2008, 8, 3), Yuan(20000)), (date(2008, 8, 4), Yuan(50000))],
)
def test_amount_rises(on: date, expected: Yuan) -> None:
    """The amount of 2008 begins on the day of issue."""
    assert expected == terms(evolve(APPLICATION, requested=Yuan(90000)), on).principal


@pytest.mark.parametrize(
    ("on", "uplift", "expected"),
    [
        (date(2007, 12, 31), 0, []),
        (date(2007, 12, 31), 1, ["uplift-too-high"]),
        (date(2008, 1, 1), 299, []),
        (date(2008, 1, 1), 300, []),
        (date(2008, 1, 1), 301, ["uplift-too-high"]),
    ],
)
def test_uplift(on: date, uplift: int, expected: list[str]) -> None:
    """No float before 2008, then three percentage points."""
    assert expected == codes(work(evolve(APPLICATION, uplift=uplift), on))


@pytest.mark.parametrize(
    ("borrower", "on", "share"),
    [
        (Borrower.EX_SERVICEMAN, date(2006, 1, 12), Fraction(1)),
        (Borrower.REGISTERED, date(2008, 12, 31), Fraction(1, 2)),
        (Borrower.REGISTERED, date(2009, 1, 1), Fraction(1)),
        (Borrower.GRADUATE, date(2006, 1, 12), Fraction(1, 2)),
        (Borrower.GRADUATE, date(2009, 1, 1), Fraction(1)),
        (Borrower.DIFFICULT, date(2009, 1, 1), Fraction(1)),
    ],
)
def test_share_by_class(borrower: Borrower, on: date, share: Fraction) -> None:
    """Each class has its share of the interest, by the day of the loan."""
    application = evolve(APPLICATION, certified=False, borrower=borrower)
    assert share == terms(application, on).interest_share


@pytest.mark.parametrize("on", [date(2006, 1, 11), date(2006, 1, 12), date(2008, 8, 3)])
def test_difficult_borrow_from_august_2008(on: date) -> None:
    """Persons with employment difficulties do not borrow before 4 August 2008."""
    application = evolve(APPLICATION, certified=False, borrower=Borrower.DIFFICULT)
    expected = ["not-a-borrower"] if on > date(2006, 1, 11) else ["no-certificate"]
    for micro_profit in (False, True):
        assert expected == codes(work(evolve(application, micro_profit=micro_profit), on))


def test_share_of_difficult_is_not_known_in_2008() -> None:
    """A share that no text states is not guessed."""
    application = evolve(APPLICATION, certified=False, borrower=Borrower.DIFFICULT)
    outcome = work(application, date(2008, 8, 4))
    assert {"loan.share_difficult": date(2008, 8, 4)} == lacking(outcome)


def test_before_the_first_rule() -> None:
    """There are no terms before 24 December 2002."""
    assert Yuan(20000) == terms(APPLICATION, date(2002, 12, 24)).principal
    outcome = work(APPLICATION, date(2002, 12, 23))
    assert date(2002, 12, 23) == lacking(outcome)["loan.age"]
    assert () == outcome.refusals


def test_partners_without_a_local_figure() -> None:
    """There is no national number for partners."""
    outcome = work(evolve(APPLICATION, partners=2))
    assert ["loan.partner_head"] == [*lacking(outcome)]


def test_partners_are_refused_beside_the_unknown_figure() -> None:
    """Whoever is too old and has no certificate is refused, in a partnership too."""
    partner = evolve(APPLICATION, partners=2, born_on=date(1930, 1, 1), certified=False)
    outcome = work(partner)
    assert ["over-age", "no-certificate"] == codes(outcome)
    assert ["loan.partner_head"] == [*lacking(outcome)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"partner_head": Yuan(30000)}, Yuan(90000)),
        (
            {"partner_limit": PartnerLimit.IN_TOTAL, "partner_total": Yuan(80000)},
            Yuan(80000),
        ),
        (
            {
                "partner_limit": PartnerLimit.BOTH,
                "partner_head": Yuan(30000),
                "partner_total": Yuan(89999),
            },
            Yuan(89999),
        ),
    ],
)
def test_partners(values: dict[str, Any], expected: Yuan) -> None:
    """A region limits the loan of partners by head count, in total, or both."""
    application = evolve(
        APPLICATION, borrower=Borrower.CERTIFIED, partners=3, requested=Yuan(200_000)
    )
    assert expected == terms(application, rules=local(**values)).principal


def test_region_may_raise_the_norm() -> None:
    """The amount for an individual is a norm that a region may set."""
    application = evolve(APPLICATION, requested=Yuan(40000))
    assert Yuan(30000) == terms(application, rules=local(norm=Yuan(30000))).principal


def test_region_may_not_let_the_rate_float() -> None:
    """A region cannot exceed the national limit of the rate."""
    with pytest.raises(AmendmentError, match="outside the limits set by law"):
        local(uplift=Fraction(1, 100))


def test_answer_within_three_weeks() -> None:
    """The bank answers within three weeks, the day of receipt not counted."""
    assert date(2003, 8, 5) == Bureau.of().loan_answer_by(DAY)


def test_answer_in_working_days() -> None:
    """A region may set four working days."""
    rules = local(answer=Deadline(4, working=True))
    assert date(2003, 7, 21) == answer_by(DAY, rules)


def test_no_condition_is_presumed() -> None:
    """A condition that the file does not mention is asked, not taken as met."""
    bare = LoanApplication(
        born_on=date(1960, 5, 1),
        certified=True,
        partners=1,
        requested=Yuan(20000),
        months=24,
        micro_profit=True,
    )
    expected = ("uplift", "own_funds_short", "purpose", "healthy", "creditworthy", "skilled")
    assert (*expected, "recommended", "examined", "guaranteed") == work(bare).missing


def test_holder_without_the_certificate() -> None:
    """The class of holders and no certificate contradict each other."""
    with pytest.raises(InvalidFactsError) as caught:
        evolve(APPLICATION, certified=False, borrower=Borrower.CERTIFIED)
    assert ["borrower"] == [fault.path for fault in caught.value.faults]


def test_limit_of_partners_is_a_reading() -> None:
    """The text enlarges the loan by the number of borrowers; a sum for each is a reading."""
    row = LoanRules().partner_limit.on(DAY)
    assert (Standing.ASSUMED, True) == (row.cite.standing, bool(row.note))


def test_words_read_once_are_marked() -> None:
    """The shares of 2006 rest on words that were not found again, until 2009 restates them."""
    rules = LoanRules()
    shares = (rules.share_certified, rules.share_ex_serviceman, rules.share_registered)
    for share in shares:
        assert "Read once" in share.on(date(2006, 1, 12)).note
        assert "" == share.on(date(2009, 1, 1)).note


@pytest.mark.parametrize(
    ("on", "words"),
    [(date(2007, 12, 31), "signing is a reading"), (date(2008, 1, 1), "end of 2007")],
)
def test_day_of_signing_is_a_reading(on: date, words: str) -> None:
    """From 2008 the note says that projects approved before are not told apart."""
    assert words in LoanRules().signing_day.on(on).note


def test_all_faults_at_once() -> None:
    """Every impossible fact has its fault."""
    with pytest.raises(InvalidFactsError) as caught:
        LoanApplication(requested=Yuan(0), months=0, partners=0, uplift=-1)
    expected = ["partners", "requested", "months", "uplift"]
    assert expected == [fault.path for fault in caught.value.faults]


def test_explained_in_both_languages() -> None:
    """The explanation names the rule and its amount."""
    outcome = Bureau.of("天水市").loan_terms(APPLICATION, on=DAY)
    assert "amount for an individual: 20,000.00 yuan" in outcome.explain("en")
    assert "个人贷款额度：20,000.00元" in outcome.explain("zh_CN").replace(": ", "：")


def known_or_not(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw values that may be unknown."""
    return st.none() | values


def consistent(**facts: Any) -> LoanApplication:
    """Return an application; a holder without the certificate is of no class."""
    if facts["borrower"] is Borrower.CERTIFIED and facts["certified"] is False:
        facts["borrower"] = Borrower.NONE
    return LoanApplication(**facts)


APPLICATIONS = st.builds(
    consistent,
    born_on=known_or_not(st.dates(date(1935, 1, 1), date(1990, 1, 1))),
    certified=known_or_not(st.booleans()),
    borrower=known_or_not(st.sampled_from([b for b in Borrower if b is not Borrower.DIFFICULT])),
    partners=known_or_not(st.integers(1, 4)),
    requested=known_or_not(st.integers(1, 10**9).map(Yuan.from_fen)),
    months=known_or_not(st.integers(1, 70)),
    micro_profit=known_or_not(st.booleans()),
    uplift=known_or_not(st.integers(0, 350)),
    own_funds_short=st.just(True),
    purpose=known_or_not(st.sampled_from(Purpose)),
    healthy=st.just(True),
    creditworthy=st.just(True),
    skilled=st.just(True),
    recommended=known_or_not(st.booleans()),
    examined=st.just(True),
    guaranteed=known_or_not(st.booleans()),
)
RULES = local(partner_head=Yuan(20000), months=60)


def exact(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with texts of ratios as ratios."""
    return [
        {
            name: Fraction(value) if isinstance(value, str) and "/" in value else value
            for name, value in row.items()
        }
        for row in rows
    ]


@settings(max_examples=15)
@given(
    applications=st.lists(APPLICATIONS, min_size=1, max_size=20),
    on=st.dates(date(2002, 12, 24), date(2009, 12, 31)),
)
def test_columns(both: Any, applications: list[LoanApplication], on: date) -> None:
    """Columns have the results, reasons and questions of the cases."""
    cases, rows = both(loan_terms, applications, on, RULES)
    assert cases == exact(rows)


@pytest.mark.parametrize("engine", ["duckdb", "pyarrow"])
def test_engines(both: Any, engine: str) -> None:
    """Other engines have the same results over a column of days."""
    applications = [
        APPLICATION,
        evolve(APPLICATION, born_on=None),
        evolve(APPLICATION, certified=False, borrower=Borrower.REGISTERED, months=7),
        evolve(APPLICATION, partners=3, uplift=100),
    ]
    days = [DAY, DAY, date(2006, 1, 12), date(2008, 1, 1)]
    cases, rows = both(loan_terms, applications, days, RULES, engine)
    assert cases == exact(rows)
