"""Questions in order: only what can still change the answer, one at a time; and all refusals."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any, Final

import pytest

from gansu_reemployment import Bureau, load_host
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.interchange import Interview, reasons_of

DAY: Final = date(2006, 7, 1)
BUREAU: Final = Bureau.of("天水市", host=load_host([]))
#: Every value of each fact of a card in use.
CARD: Final[dict[str, tuple[Any, ...]]] = {
    "checked": (True, False),
    "retired": (True, False),
    "misused": (True, False),
    "expiry_noted": (True, False),
    "expires_on": ("2006-06-30", "2006-07-01"),
    "local": (True, False),
    "provincial": (True, False),
}


def interview(**known: Any) -> Interview:
    """Return an interview on a card in use, with some facts known."""
    return Interview(BUREAU, "certificate_use", DAY, known)


def results(known: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the result of every completion of the known facts."""
    free = [name for name in CARD if name not in known]
    for values in product(*(CARD[name] for name in free)):
        outcome = interview(**known, **dict(zip(free, values, strict=True))).outcome
        assert outcome is not None
        yield outcome.value, *(refusal.code for refusal in outcome.refusals)


def test_each_question_can_change_the_answer_and_no_other_can() -> None:
    """On every course of answers, a question changes the result; without one nothing does."""
    asked = [interview()]
    questions = 0
    while asked:
        current = asked.pop()
        question = current.question
        if question is None:
            statuses = {codes[:1] if len(codes) == 1 else None for codes in results(current.known)}
            assert 1 == len(statuses)
            continue
        questions += 1
        by_value = [
            sorted(map(str, results({**current.known, question.name: value})))
            for value in CARD[question.name]
        ]
        assert by_value[0] != by_value[1], question.name
        for value in CARD[question.name]:
            further = Interview(BUREAU, "certificate_use", DAY, dict(current.known))
            further.answer(question.name, value)
            asked.append(further)
    assert 8 == questions


def test_a_refused_case_has_no_further_question() -> None:
    """One reason is enough, whatever else is unknown."""
    asked = interview(misused=True)
    assert asked.outcome is not None
    assert (None, ["misused"]) == (asked.question, [r.code for r in asked.outcome.refusals])


def test_fact_that_is_not_known_is_not_asked_again() -> None:
    """Who does not know a fact is asked for the others, and the case stays undecided."""
    asked = interview()
    names = []
    while question := asked.question:
        names.append(question.name)
        asked.answer(question.name, None)
    assert len(names) == len(set(names)) > 1
    assert asked.outcome is not None
    assert names == list(asked.outcome.missing)


def test_faulty_answer_is_not_entered() -> None:
    """A value that cannot be, alone or beside the others, is refused with its path."""
    asked = interview()
    with pytest.raises(InvalidFactsError) as caught:
        asked.answer("expires_on", "2006-02-30")
    assert ["facts.expires_on"] == [fault.path for fault in caught.value.faults]
    assert {} == asked.known


def test_question_has_terms_and_schema() -> None:
    """A question names the fact in both languages, and the values that it may have."""
    question = Interview(BUREAU, "micro_profit", DAY).question
    assert question is not None
    assert ("item", "经营项目", "business") == (question.name, question.zh, question.en)
    codes = [one["const"] for one in question.as_json()["schema"]["$defs"]["MicroProfit"]["oneOf"]]
    assert "repair" in codes


def test_facts_that_may_not_be_unknown_are_asked_first() -> None:
    """Without them there is no outcome at all."""
    asked = Interview(BUREAU, "due_tasks", DAY)
    first = asked.outcome
    assert first is None
    assert asked.question is not None
    assert "until" == asked.question.name
    asked.answer("until", "2003-07-07")
    assert [None] == [asked.question]
    assert asked.outcome is not None


@pytest.mark.parametrize("name", MEASURES)
def test_every_refusal_of_the_worked_cases_is_listed(name: str) -> None:
    """No measure refuses for a reason that is not among its own."""
    suite = pytest.importorskip("gansu_reemployment_conformance")
    found = {code for case in suite.cases(name) for code in case.answer.get("refusals", [])}
    assert found <= {reason.code for reason in reasons_of(MEASURES[name])}
