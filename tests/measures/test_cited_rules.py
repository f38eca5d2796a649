"""Every rule of a measure is cited by one of its worked cases at least, but for those named."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.testing.worked_cases import read_files
from gansu_reemployment.working.measure import Measure

_FILES: Final = sorted((Path(__file__).parents[1] / "vectors").rglob("*.toml"))
#: What no outcome cites: days that are reckoned apart from it, and what circulars print.
_APART: Final = {
    *("certificate.approval_days", "certificate.check_days", "certificate.notice_days"),
    *("certificate.public_notice", "guarantee.payment_months", "loan.answer"),
    *("interest.agency_deadline", "interest.bank_deadline", "interest.finance_deadline"),
    *("interest.payment_deadline", "interest.summary_deadline", "tasks.special_progress"),
}
#: What needs a value that no text has, or a choice of a place.
_WITHOUT_A_CASE: Final = {
    *("certificate.papers_allowance", "certificate.valid_until", "insurance.cards_until"),
    *("insurance.base_share", "insurance.limit_amount", "insurance.post_contract_years"),
    *("insurance.near_years", "post.floor_share", "post.minimum_wage", "loan.share_difficult"),
    *("extension.share_of_short", "accrual.diverted_least", "accrual.diverted_most"),
    *("tax_relief.cut_off", "new_enterprise.on_the_day", "fee_relief.provincial_items"),
    *("spinoff_relief.builders_share", "breakdown.weights"),
}


def rules_of(table: Any) -> Iterator[str]:
    """Yield the path of each rule of a table."""
    for field in attrs.fields(type(table)):
        value = getattr(table, field.name)
        if isinstance(value, Rule):
            yield value.path
        elif attrs.has(type(value)):
            yield from rules_of(value)


def cited() -> dict[str, set[str]]:
    """Return the rules that the worked cases of each measure cite."""
    found: dict[str, set[str]] = {}
    for vector in read_files(_FILES):
        rows = vector.run().outcome.citations
        found.setdefault(vector.measure.name, set()).update(row.rule.path for row in rows)
    return found


_CITED: Final = cited()


def cited_of(table: type[Any]) -> set[str]:
    """Return the rules that any measure of a table cites."""
    return {path for name in _CITED if MEASURES[name].rules is table for path in _CITED[name]}


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES.keys())
def test_every_rule_is_cited(measure: Measure[Any, Any]) -> None:
    """A rule that no case cites may have been forgotten by the measure."""
    every = {*rules_of(measure.rules())}

    assert every - _APART - _WITHOUT_A_CASE <= cited_of(measure.rules)


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("ordered_relief", {"ordered_relief.order", "ordered_relief.rounding"}),
        ("ordered_year", {"ordered_relief.order", "ordered_relief.rounding"}),
        ("breakdown", {"breakdown.levels", "breakdown.ties"}),
        ("target_table", {"breakdown.levels", "breakdown.ties"}),
        ("collection_offset", {"collection_offset.method"}),
        ("office_offsets", {"collection_offset.method"}),
        ("interest_subsidy", {"interest.in_term", "interest.rounding"}),
        ("interest_claim", {"interest.in_term", "interest.rounding"}),
        ("tax_relief", {"tax_relief.rounding", "tax_relief.day_count", "tax_relief.approval"}),
    ],
)
def test_rules_of_several_measures(name: str, rules: set[str]) -> None:
    """What another measure of the table cites as well is cited by this one too."""
    assert rules <= _CITED[name]


def test_what_is_not_cited() -> None:
    """A rule that a case cites by now is no longer named above."""
    every = {path for measure in MEASURES.values() for path in rules_of(measure.rules())}
    tables = {measure.rules for measure in MEASURES.values()}
    missing = {path for table in tables for path in {*rules_of(table())} - cited_of(table)}

    assert _APART | _WITHOUT_A_CASE <= every
    assert missing == _APART | _WITHOUT_A_CASE
