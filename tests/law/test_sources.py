"""Where documents were read."""

from datetime import date

import pytest

from gansu_reemployment import Rulebook
from gansu_reemployment.law.documents import CONVENTION, Standing
from gansu_reemployment.law.instruments import REGISTER, find_instrument
from gansu_reemployment.law.provisions import is_lost
from gansu_reemployment.law.sources import Extent, Grade, all_readings, readings_of


def test_table_is_read_whole() -> None:
    """The table has 146 articles, each with an address and a day."""
    found = all_readings()
    assert 146 == len(found)
    assert all(reading.address for reading in found)
    assert {date(2026, 11, 27), date(2026, 11, 28)} == {reading.read_on for reading in found}


def test_every_text_that_was_read_is_a_registered_document() -> None:
    """A reading leads to its document, or to the one that it restates."""
    led = {reading for document in REGISTER for reading in document.read_at}
    assert set() == {r.instrument for r in set(all_readings()) - led if r.restates}
    own = {"（省级通知，地方不明）"}
    assert own >= {r.instrument for r in set(all_readings()) - led}


def test_document_carries_where_it_was_read() -> None:
    """The address, the kind of the copy and the day belong to the document."""
    [found] = find_instrument("国税发[2004]93号").read_at
    assert "http://zjgjtjx.com/shuishoudezongheyouhui/2006/09-23/2114.html" == found.link
    assert (Grade.COPY, Extent.WHOLE) == (found.grade, found.extent)
    assert date(2026, 11, 27) == found.read_on


def test_text_of_a_place_that_restates_the_document_follows_it() -> None:
    """A reported rule is found in the text that restates it."""
    found = readings_of("银发[2004]51号")
    assert {"银发[2004]51号"} == {reading.restates for reading in found}


def test_file_of_a_repository_has_a_link() -> None:
    """A file at a commit is made into an address that a browser opens."""
    [article] = find_instrument("国务院令第271号").read_at
    assert article.link is not None
    assert article.link.startswith("https://github.com/LawRefBook/Laws/blob/2f4c5c2/")


def test_opinion_itself_has_no_link() -> None:
    """The opinion was read from a copy without an address of its own."""
    opinion = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")
    assert {None} == {reading.link for reading in opinion.read_at}


@pytest.mark.parametrize(
    ("path", "lost"),
    [
        ("tax_relief.term_years", False),
        ("tax_relief.trader_taxes", False),
        ("tax_relief.registered_after", False),
        ("loan.share_certified", True),
        ("turnover_taxes.service", True),
        ("breakdown.levels", False),
        ("breakdown.method", False),
    ],
)
def test_words_that_were_not_found_again(path: str, *, lost: bool) -> None:
    """A row that was read or reported and has no address is lost; a convention is not."""
    rows = Rulebook.national().find(path).all_rows()
    assert lost is any(is_lost(row, path) for row in rows)


def test_most_rows_have_an_address() -> None:
    """Of the rows that were read or reported, three in four can be looked up."""
    rules = Rulebook.national().rules()
    known = {Standing.READ, Standing.REPORTED}
    rows = [(rule.path, row) for rule in rules for row in rule.provisions]
    rows = [(path, row) for path, row in rows if row.cite.standing in known]
    lost = [path for path, row in rows if is_lost(row, path)]
    assert 4 * len(lost) <= len(rows)


def test_convention_was_read_nowhere() -> None:
    """A choice of the library has no address."""
    assert () == CONVENTION.sources("breakdown.ties")
