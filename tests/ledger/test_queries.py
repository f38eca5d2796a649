"""Questions to a ledger: what rests on a document, and what another rulebook would change."""

from datetime import date
from typing import Any

import pytest

from gansu_reemployment import Bureau, EntitledGroup, Group, Sex, Worker, open_ledger
from gansu_reemployment.errors import AmbiguousNameError, UnknownNameError
from gansu_reemployment.ledger import Case, Ledger, changed_by, find_case, resting_on
from gansu_reemployment.testing import make_case


def resting(**cited: str) -> Case:
    """Make a case that cites one article."""
    outcome = {"status": "decided", "citations": [{"rule": "a.b", **cited}]}
    return make_case("x", outcome=outcome)


@pytest.mark.parametrize(
    ("document", "article", "found"),
    [
        ("财税[2002]208号", "", True),
        ("财税〔2002〕208号", "", True),
        ("财税 ［2002］208 号", "第一条", True),
        ("财税[2002]208号", "第一条第二款", True),
        ("财税[2002]208号", "第三条", True),
        ("财税[2002]208号", "第二条", False),
        ("财税[2002]208号", "第一条第三款", False),
        ("财税[2002]20号", "", False),
        ("财税[2003]208号", "", False),
    ],
)
def test_document_and_article(document: str, article: str, *, found: bool) -> None:
    """A decision rests on the document it cites, on the article and on what that is below."""
    case = resting(document="财税[2002]208号", article="第一条第二款、第三条")

    assert ([case] if found else []) == list(resting_on([case], document, article))


@pytest.mark.parametrize(
    ("cited", "asked", "found"),
    [("十一", "十", False), ("十(一)", "十", True), ("十", "十", True), ("", "十", False)],
)
def test_numbers_are_whole(cited: str, asked: str, *, found: bool) -> None:
    """The eleventh section is not below the tenth, and no article is not below any."""
    case = resting(document="甘政发", article=cited)

    assert found is bool(list(resting_on([case], "甘政发", asked)))


def test_case_without_citations() -> None:
    """A case that cites nothing rests on nothing."""
    assert [] == list(resting_on([make_case("a")], "财税[2002]208号"))


@pytest.fixture(name="ledger")
def _ledger() -> Ledger:
    """Give a ledger with two women of 42 in Nanjing's age table and one man of 46."""
    bureau = Bureau.of("天水市")
    ledger = open_ledger("memory:")
    for born_on in (date(1961, 3, 1), date(1966, 3, 1)):
        worker = Worker(
            sex=Sex.FEMALE,
            born_on=born_on,
            group=EntitledGroup.LAID_OFF_SOE,
            able=True,
            willing=True,
            employed=False,
            retired=False,
            internally_retired=False,
        )
        outcome = bureau.hardship(worker, on=date(2003, 7, 1))
        ledger.append([Case.of(outcome, worker, recorded_on=date(2003, 7, 2))])
    return ledger


def test_real_citations(ledger: Ledger) -> None:
    """What a measure cites is found by the document's symbol."""
    cited: Any = next(ledger.find()).outcome["citations"][0]

    assert 2 == len(list(resting_on(ledger.find(), cited["document"], cited["article"])))
    assert [] == list(resting_on(ledger.find(), "无此文件"))


def test_changed_by(ledger: Ledger) -> None:
    """Under a rulebook that knows nothing yet every answer is another; under its own, none."""
    bureau = Bureau.of("天水市")

    assert [] == list(changed_by(ledger.find(), bureau.as_known(date(2003, 7, 2)).recompute))
    assert [] == list(changed_by(ledger.find(), bureau.recompute))


def test_changed_by_another_age(ledger: Ledger) -> None:
    """Only the cases whose answer turns are given, with the answer they would have."""
    bureau = Bureau.of("天水市")

    def work(case: Case) -> Any:
        later = Case(
            key=case.key,
            measure=case.measure,
            region=case.region,
            on=date(2006, 3, 1),
            recorded_on=case.recorded_on,
            facts=case.facts,
            outcome=case.outcome,
        )
        return bureau.recompute(later)

    (changed,) = changed_by(ledger.find(), work)

    assert "1966-03-01" == changed.case.facts["born_on"]
    assert Group.OLDER is changed.outcome.value


def test_case_is_found_by_the_beginning_of_its_key(ledger: Ledger) -> None:
    """A whole key, or a beginning that only one key has."""
    first, second = ledger.find()

    assert first == find_case(ledger, first.key) == find_case(ledger, first.key[:8])
    with pytest.raises(UnknownNameError, match="There is no case with the key xyz"):
        find_case(ledger, "xyz")
    with pytest.raises(AmbiguousNameError) as caught:
        find_case(ledger, "")
    assert {first.key, second.key} == set(caught.value.near)
