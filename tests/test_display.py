"""What a notebook, ``repr`` and ``help`` show."""

import io
import pydoc
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from gansu_reemployment import Bureau, EntitledGroup, Rulebook, Sex, Worker
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.sheets import Column, Label, Sheet
from gansu_reemployment.testing.worked_cases import read_vectors
from gansu_reemployment.working.description import described

DAY: Final = date(2003, 7, 1)
BUREAU: Final = Bureau.of("天水市")
WORKER: Final = Worker(sex=Sex.FEMALE, born_on=date(1963, 3, 1), group=EntitledGroup.NONE)


def test_short_reprs() -> None:
    """A repr names the object in one short line."""
    outcome = BUREAU.hardship(WORKER, on=DAY)
    rule = Rulebook.national().find("hardship.age_women")
    tried = BUREAU.supposing({"hardship.age_women": 45}, since=DAY)
    assert "Bureau(天水市 620500)" == repr(BUREAU)
    assert "Bureau(天水市 620500, Rulebook(天水市, 1 supposed))" == repr(tried)
    assert "Rule(hardship.age_women, 女性年龄（周岁以上）)" == repr(rule)
    assert ("Rulebook(天水市)", "Rulebook(全国)") == (
        repr(BUREAU.rulebook),
        repr(Rulebook.national()),
    )
    assert "[Refusal(not-in-entitled-group, hardship.groups@2002-09-30)]" == repr(
        list(outcome.refusals)
    )


def test_notebooks() -> None:
    """Each object is a table or an explanation in HTML; texts are escaped."""
    outcome = BUREAU.hardship(WORKER, on=DAY)
    assert outcome._repr_html_().startswith('<article class="outcome" lang="zh-CN">')
    assert "<td>40</td>" in BUREAU.rulebook.find("hardship.age_women")._repr_html_()
    assert "<td>hardship.age_women</td>" in BUREAU.rulebook._repr_html_()
    assert "<td>loan_terms</td>" in BUREAU._repr_html_()
    table = Sheet(title=Label("<表>", "<table>"), columns=(Column(Label("甲", "a")),), rows=((1,),))
    assert "&lt;表&gt;" in table._repr_html_()


@pytest.mark.parametrize("name", MEASURES)
def test_help_is_made_from_the_data(name: str) -> None:
    """Facts, result and an example are named for every measure."""
    told = described(MEASURES[name])
    assert MEASURES[name].zh in told
    assert all(part in told for part in ("\nFacts, of the class", "\nResult: ", "\nExample::"))


def test_help_of_a_method() -> None:
    """``help(bureau.loan_terms)`` lists facts, codes, result, refusals and an example."""
    page = io.StringIO()
    pydoc.Helper(output=page)(BUREAU.loan_terms)
    told = page.getvalue()
    for part in ("- born_on: 出生日期", "LoanTerms: ", "- over-age: ", "bureau.loan_terms({"):
        assert part in told
    assert "- born_on: " in (type(BUREAU).loan_terms.__doc__ or "")


def test_choice_by_its_code() -> None:
    """A choice is found by code, Chinese term or name; the error says which there are."""
    assert Sex.FEMALE is Sex("female") is Sex("女") is Sex("FEMALE")
    with pytest.raises(ValueError, match="'F' is none of female, male"):
        Sex("F")


def test_schedule_in_a_notebook() -> None:
    """A schedule is the table of its rows, one for each instalment."""
    case = next(iter(read_vectors(Path(__file__).parent / "vectors" / "instalments.toml")))
    schedule = case.run().outcome.unwrap()
    shown = schedule._repr_html_()
    assert len(schedule.rows) == shown.count("<tr>") - 1
    assert "<th>" in shown
