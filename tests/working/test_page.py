"""An outcome as a page: what was decided and why, with every text escaped."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from attrs import evolve
from known_facts import WORKER

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.facts import LoanApplication
from gansu_reemployment.working.case import CaseWorking

DAY = date(2003, 8, 1)
BUREAU = Bureau.of("兰州市")
WOMAN = evolve(WORKER, employed=True)


class Checked(HTMLParser):
    """Checks that every element is closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        """Open an element."""
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert tag == self.open.pop()


@pytest.mark.parametrize("locale", ["zh_CN", "en"])
def test_refusal_shows_reasons_facts_way_and_sources(locale: str) -> None:
    """Each section is there, in the language of the page, and the page is sound."""
    outcome = BUREAU.hardship(WOMAN, on=DAY)
    page = outcome.to_html(locale)
    checked = Checked()
    checked.feed(page)
    assert [] == checked.open
    reason = {"zh_CN": "该人员已在业。", "en": "The person is in work."}[locale]
    assert re.search(rf'<section class="result refused">\s*<h3>[^<]+</h3>\s*<ul><li>{reason}', page)
    birth = {"zh_CN": "<th>出生日期</th><td>1963年3月1日</td>", "en": "<td>1963-03-01</td>"}
    assert birth[locale] in page
    assert '<li class="unmet"><span class="mark">✗</span>' in page
    assert page.count('<li class="source">') == len(
        re.findall(r"^  \[\d+\]", outcome.explain(locale), re.MULTILINE)
    )


def test_source_with_an_address_is_a_link() -> None:
    """An address that can be opened is a link, with the day on which it was read."""
    page = BUREAU.hardship(WOMAN, on=DAY).to_html("en")
    address = r'<a href="(https?://[^"]+)">\1</a> \(\w[^)]*, read on \d{4}-\d\d-\d\d\)'
    assert re.search(address, page)


def test_presumed_facts_are_marked() -> None:
    """A fact that the counter presumed in order says so beside its value."""
    outcome = BUREAU.loan_terms(LoanApplication.in_order(requested=Yuan(20_000)), on=DAY)
    presumed = outcome.facts.presumed
    assert presumed
    rows = re.findall(r"<td>[^<]*（推定符合）</td>", outcome.to_html())
    assert len(presumed) == len(rows)


def test_hypothetical_outcome_says_so() -> None:
    """A result under a supposed value is marked above everything else."""
    supposed = BUREAU.supposing({"hardship.age_women": 45}, since=DAY).hardship(WOMAN, on=DAY)
    assert '<p class="supposed">' in supposed.to_html()
    assert '<p class="supposed">' not in BUREAU.hardship(WOMAN, on=DAY).to_html()


def test_texts_are_escaped() -> None:
    """What a fact holds is text, never a part of the page."""
    gap = BUREAU.work("target_table", _named("<b>县</b>"), on=DAY)
    assert "<b>县" not in gap.to_html()
    assert "&lt;b&gt;县" in gap.to_html()


def _named(name: str) -> dict[str, object]:
    factor = {"weights": {name: 2, "乙县": 1}}
    return {"indicators": [{"name": "再就业", "total": 30, "factors": [factor]}], "ceilings": []}


def test_notebook_shows_the_page() -> None:
    """A notebook shows the page in Chinese."""
    outcome = BUREAU.hardship(WOMAN, on=DAY)
    assert outcome.to_html() == outcome._repr_html_()


def test_other_languages_are_refused() -> None:
    """There are two languages."""
    with pytest.raises(UnknownNameError):
        BUREAU.hardship(WOMAN, on=DAY).to_html("fr")


def test_outcome_of_a_formula_tried_alone() -> None:
    """Without facts, steps and rules the page has the result only."""
    page = CaseWorking(DAY).outcome(Yuan(1)).to_html("en")
    assert ["result decided"] == re.findall(r'<section class="([^"]+)"', page)
    assert "<p>1.00 yuan</p>" in page
