"""The commands that list rules: by words, and by what changed."""

import pytest

from gansu_reemployment import Rulebook
from gansu_reemployment.cli.changes import _difference
from gansu_reemployment.cli.main import run


@pytest.mark.parametrize("words", [["贷款额度"], ["loan", "ceiling"], ["loan amount"]])
def test_rules_finds_the_amount_of_a_loan(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """By Chinese words, or by some of the English ones; each with both terms."""
    assert 0 == run(["rules", *words])
    out = capsys.readouterr().out
    assert "loan.norm  个人贷款额度  amount for an individual\n" in out


def test_rules_finds_by_the_measure(capsys: pytest.CaptureFixture[str]) -> None:
    """What a measure is called leads to its rules."""
    assert 0 == run(["rules", "4050"])
    assert "hardship.age_day  " in capsys.readouterr().out


def test_rules_without_words_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    """Every rule has a line, those that only a place has too."""
    assert 0 == run(["rules"])
    paths = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert {rule.path for rule in Rulebook.national().rules()} <= {*paths}
    assert len(paths) == len({*paths})


def test_rules_with_no_such_word_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """What is found nowhere is said to be so."""
    assert 2 == run(["rules", "zzz"])
    assert "There is no rule zzz." in capsys.readouterr().err


def test_changes_lists_both_values(capsys: pytest.CaptureFixture[str]) -> None:
    """With the document of the later one, in whatever order the days are given."""
    assert 0 == run(["changes", "2003-07-01", "2008-12-31"])
    out = capsys.readouterr().out
    assert 0 == run(["changes", "2008-12-31", "2003-07-01"])
    assert out == capsys.readouterr().out
    lines = out.splitlines()
    at = lines.index("loan.norm  amount for an individual")
    assert "  2003-07-01: 20,000.00 yuan" == lines[at + 1]
    assert lines[at + 2].startswith("  2008-12-31: 50,000.00 yuan [《关于进一步改进")
    assert "  2008-12-31: no value is known" in lines
    assert not any(line.startswith("hardship.age_men") for line in lines)


def test_changes_are_grouped_by_measure(capsys: pytest.CaptureFixture[str]) -> None:
    """Each measure has a heading with the number of its rules; the numbers add up."""
    assert 0 == run(["changes", "2003-07-01", "2008-12-31"])
    *lines, last = capsys.readouterr().out.splitlines()
    heads = [line for line in lines if line.startswith("== ")]
    assert any(
        line.startswith("== small guaranteed loan (loan_terms): ") for line in map(str.lower, heads)
    )
    assert last == f"{sum(int(line.rpartition(' ')[2]) for line in heads)} rules differ."
    at = lines.index("loan.norm  amount for an individual")
    (head,) = [line for line in lines[:at] if line.startswith("== ")][-1:]
    assert "(loan_terms)" in head


def test_changes_of_one_measure(capsys: pytest.CaptureFixture[str]) -> None:
    """Only the group of that measure is printed; a misspelt one is an error."""
    assert 0 == run(["changes", "2003-07-01", "2008-12-31", "--measure", "hardship"])
    out = capsys.readouterr().out
    assert "(hardship)" in out
    assert "loan.norm" not in out
    assert 2 == run(["changes", "2003-07-01", "2008-12-31", "--measure", "hardsip"])
    assert "Did you mean hardship" in capsys.readouterr().err


def test_changes_of_a_list_are_what_was_added(capsys: pytest.CaptureFixture[str]) -> None:
    """A list that gained one member is not printed twice in full."""
    assert 0 == run(["changes", "2003-01-01", "2006-01-01", "--measure", "hardship"])
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("hardship.groups  entitled groups")
    assert lines[at + 1].startswith("  2006-01-01: [")
    assert lines[at + 2].startswith("    + laid-off worker of a collective enterprise")
    assert not lines[at + 3].startswith("    ")


def test_difference_of_lists() -> None:
    """What is added, what is removed, and a new order of the same."""
    assert ["+ c", "− a"] == list(_difference(("a", "b"), ("b", "c"), "en"))
    assert ["b, a"] == list(_difference(("a", "b"), ("b", "a"), "en"))


def test_nothing_changes_within_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    """A day differs in nothing from itself."""
    assert 0 == run(["changes", "2003-07-01", "2003-07-01", "武威市"])
    assert "0 rules differ.\n" == capsys.readouterr().out


def test_rules_that_are_delegated_have_their_level(capsys: pytest.CaptureFixture[str]) -> None:
    """Every rule that a region may set is listed with the lowest level that may."""
    assert 0 == run(["rules", "--delegated", "--lang", "en"])
    *lines, last = capsys.readouterr().out.splitlines()
    rules = Rulebook.national().rules()
    levels = {rule.path: rule.delegated_to.en for rule in rules if rule.delegated_to}
    assert levels == {line.split()[0]: line[line.rindex("[") + 1 : -1] for line in lines}
    assert "The level in brackets and those above it may set the rule." == last


def test_delegated_rules_are_searched_by_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Words narrow the list; a rule that is not delegated is not in it."""
    assert 0 == run(["rules", "--delegated", "取整方法", "--lang", "zh"])
    out = capsys.readouterr().out
    assert "breakdown.method  取整方法  how quotas are made whole  [县（市、区）]" in out
    assert 0 != run(["rules", "--delegated", "assessment.goals"])
