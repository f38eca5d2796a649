"""Names are found by parts of them, and by what they are called in either language."""

import pytest

from gansu_reemployment.names import nearest, search, search_some

CALLED = {
    "loan.norm": "个人贷款额度 amount for an individual",
    "loan.age": "年龄（周岁以内） age",
    "firm.ceiling": "小企业贷款最高额度 highest loan to an enterprise",
    "post.ceiling": "岗位补贴限额 ceiling of the subsidy",
}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("loan amount", ["loan.norm"]),
        ("贷款额度", ["loan.norm"]),
        ("LOAN", ["loan.norm", "loan.age", "firm.ceiling"]),
        ("loan.ceiling", ["firm.ceiling"]),
        ("额度 个人", ["loan.norm"]),
        ("", list(CALLED)),
        ("fee", []),
    ],
)
def test_every_word_is_in_the_name_or_its_terms(words: str, found: list[str]) -> None:
    """Case does not matter, nor where in the text a word stands."""
    assert found == search(words, CALLED)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("loan ceiling", ["firm.ceiling", "loan.norm", "loan.age", "post.ceiling"]),
        ("最高限额", ["firm.ceiling", "post.ceiling"]),
        ("度", ["loan.norm", "firm.ceiling"]),
        ("fee", []),
    ],
)
def test_most_words_come_first(words: str, found: list[str]) -> None:
    """Of a Chinese word each pair of characters counts."""
    assert found == search_some(words, CALLED)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("post.cieling", ("post.ceiling", "firm.ceiling")),
        ("贷款额度", ("loan.norm", "firm.ceiling")),
        ("zzz", ()),
        ("…", ()),
    ],
)
def test_nearest_names_are_offered(words: str, found: tuple[str, ...]) -> None:
    """Those that hold the words, those spelt nearly so, then those with some of the words."""
    assert found == nearest(words, CALLED)[:2]
