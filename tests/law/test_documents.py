"""Documents and citations."""

from datetime import date

import pytest

from gansu_reemployment.law.documents import CONVENTION, LIBRARY, Instrument, Standing
from gansu_reemployment.law.instruments import REGISTER, find_instrument
from gansu_reemployment.law.provisions import Provision

NOTICE = Instrument("财税[2003]192号", "补充通知", ("财政部",), date(2003, 8, 23), None)
NUMBERLESS = Instrument("", "贷款通则", (), None, None)
UNTITLED = Instrument("国发[2008]5号", "", (), None, None)


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_document_with_both_shows_title_and_symbol(locale: str) -> None:
    """A document is cited by title and symbol, the same in both languages."""
    assert "《补充通知》（财税[2003]192号）" == NOTICE.show(locale)


def test_document_without_a_number_shows_its_title_alone() -> None:
    """A document without a known number is cited by its title."""
    assert "《贷款通则》" == NUMBERLESS.show("zh_CN")


def test_document_without_a_title_shows_its_symbol_alone() -> None:
    """A document without a known title is cited by its symbol."""
    assert "国发[2008]5号" == UNTITLED.show("zh_CN")


def test_name_is_the_symbol_or_else_the_title() -> None:
    """A document is named by its symbol where it has one."""
    assert ("财税[2003]192号", "贷款通则") == (NOTICE.name, NUMBERLESS.name)


def test_citation_of_words_that_were_read_shows_no_standing() -> None:
    """What was read needs no mark."""
    assert "《补充通知》（财税[2003]192号）第二条" == NOTICE.at("第二条").show("zh_CN")


@pytest.mark.parametrize(
    ("standing", "locale", "mark"),
    [
        (Standing.REPORTED, "zh_CN", "（转引）"),
        (Standing.REPORTED, "en", " (reported)"),
        (Standing.ASSUMED, "zh_CN", "（推定）"),
        (Standing.ASSUMED, "en", " (assumed)"),
    ],
)
def test_citation_of_lesser_standing_is_marked(standing: Standing, locale: str, mark: str) -> None:
    """What was not read says so in the reader's language."""
    assert f"国发[2008]5号第一条{mark}" == UNTITLED.at("第一条", standing).show(locale)


def test_short_citation_names_symbol_and_article() -> None:
    """The short form is symbol and article, without a blank where there is no article."""
    assert ("财税[2003]192号 第二条", "财税[2003]192号") == (
        NOTICE.at("第二条").short,
        NOTICE.at().short,
    )


def test_standing_is_read_by_code_and_by_term() -> None:
    """Files may write a standing in either language."""
    assert (Standing.READ, Standing.READ) == (Standing.read("read"), Standing.read("原文"))


def test_convention_of_this_library_is_shown_without_a_document() -> None:
    """A choice of the library is not shown as a public document, and is known from the first."""
    assert "convention of this library" == CONVENTION.show("en")
    assert "本库约定" == CONVENTION.show("zh_CN")
    assert CONVENTION.document is None
    assert "国发[2008]5号" == UNTITLED.at().document
    assert LIBRARY not in REGISTER
    assert date.min == Provision(date(2003, 6, 10), 1, CONVENTION).known_on


def test_document_of_a_place_may_state_a_convention() -> None:
    """A convention that cites a document is marked behind it."""
    assert "国发[2008]5号（约定）" == UNTITLED.at("", Standing.CONVENTION).show("zh_CN")


def test_convention_is_written_in_a_rules_file_and_found_again() -> None:
    """A file of rules names the conventions as its document."""
    assert LIBRARY is find_instrument(CONVENTION.instrument.name)
    assert Standing.CONVENTION is Standing.read("convention")
