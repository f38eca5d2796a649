"""What the tables from a ledger show of a person."""

from datetime import date

import pytest

from gansu_reemployment.i18n import show
from gansu_reemployment.ledger.sheets import mask_name
from gansu_reemployment.ledger.sheets.cells import Sentence, by_person, result, who
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.testing import IDENTITY, make_case
from gansu_reemployment.working.outcome import Status


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("", ""),
        ("张", "*"),
        ("张三", "张*"),
        (" 王小明 ", "王*明"),
        ("欧阳小明", "欧**明"),
        ("马哈·穆罕默德", "马*****德"),
    ],
)
def test_mask_name(name: str, masked: str) -> None:
    """Of a name the first character is shown, and the last of three or more."""
    assert masked == mask_name(name)


def test_who() -> None:
    """Name and number are masked, unless they are wanted whole; a name may be lacking."""
    case = make_case("a", subject=IDENTITY)
    name, number, place = who(case, {IDENTITY: "王小明"}, whole=False)

    assert ("王*明", "1101************2X", "天水市") == (name, number, show(place, "zh_CN"))
    assert ("王小明", IDENTITY) == who(case, {IDENTITY: "王小明"}, whole=True)[:2]
    assert None is who(case, {}, whole=False)[0]


def test_place_of_a_plugin() -> None:
    """A place that only a plugin knows is told by its code."""
    assert "320100" == who(make_case("a", region="320100"), {}, whole=False)[2]


def test_result() -> None:
    """A classification shows the class, anything else how it ended."""
    assert Group.OLDER is result(make_case("a"))
    assert Status.REFUSED is result(make_case("a", "employed"))
    assert Status.DECIDED is result(make_case("a", measure="loan_terms"))


def test_by_person() -> None:
    """Cases of one subject are about one person; without one, a case and its corrections are."""
    cases = [
        make_case("a", subject="1"),
        make_case("b", subject="1"),
        make_case("c"),
        make_case("d", corrects="c"),
        make_case("e", corrects="d"),
        make_case("f"),
    ]

    assert ["1", "1", "c", "c", "c", "f"] == [person for person, _case in by_person(cases)]


def test_sentence() -> None:
    """A line has its days as the reader's language writes them."""
    sentence = Sentence("截至{}。", "As of {}.", (date(2003, 7, 1),))

    assert "截至2003年7月1日。" == sentence.show("zh_CN")
    assert "As of 2003-07-01." == sentence.show("en")
