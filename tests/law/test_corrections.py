"""What the second reading of the texts corrected, where no other test would notice.

The values, days, documents and standings of all rows are compared in ``test_golden.py``, and how
a measure behaves is tested beside the measure.
"""

from datetime import date
from fractions import Fraction

import pytest

from gansu_reemployment import Bureau, Rulebook
from gansu_reemployment.errors import AmendmentError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Amendment, is_lost, origin
from gansu_reemployment.plugins.builtin import AMENDMENTS

NATION = Rulebook.national()
GANSU = NATION.amended(AMENDMENTS)
NOTICE = Instrument("甘某发[2003]1号", "", ("甘肃省",), date(2003, 1, 1), None)


@pytest.mark.parametrize(
    ("path", "day", "once"),
    [
        ("loan.share_certified", date(2006, 1, 12), True),
        ("guarantee.upper_share", date(2004, 3, 31), True),
        ("ordered_relief.household", date(2006, 1, 1), True),
        ("fixed_deduction.retail_amount", date(2003, 1, 1), True),
        ("turnover_taxes.service", date(2003, 1, 1), True),
        ("turnover_taxes.lower_items", date(2003, 1, 1), True),
        ("turnover_taxes.transfers", date(2003, 1, 1), True),
        ("turnover_taxes.finance", date(2003, 1, 1), False),
        ("fixed_deduction.processing_amount", date(2003, 8, 23), False),
        ("tax_relief.threshold", date(2003, 1, 1), False),
    ],
)
def test_words_that_were_read_once_keep_their_standing(path: str, day: date, *, once: bool) -> None:
    """Words that were not found again were read, and the row says that it was once."""
    row = NATION.find(path).on(day)
    assert row.cite.standing is Standing.READ
    assert once is (row.note.startswith("Read once") or is_lost(row, path))


@pytest.mark.parametrize(
    ("path", "day", "place"),
    [
        ("certificate.exclusions", date(2003, 7, 1), "Guangdong"),
        ("certificate.personal", date(2006, 7, 1), "Jiangxi"),
        ("indicators.stock_base", date(2003, 7, 1), "Shaanxi"),
    ],
)
def test_text_of_another_place_is_named(path: str, day: date, place: str) -> None:
    """A national row that rests on the text of another place says whose text it is."""
    row = NATION.find(path).on(day)
    assert f"a document of {place}" in origin(row, "en")
    assert row.cite.instrument.place is not None
    assert row.cite.instrument.place[0] in origin(row, "zh_CN")


def test_explanation_names_the_place_of_the_text() -> None:
    """Who is refused a certificate by the words of Guangdong is told so."""
    outcome = Bureau.of("甘肃省").certificate({"licensed_before": True}, on=date(2003, 7, 1))
    assert ["licensed-before"] == [refusal.code for refusal in outcome.refusals]
    assert "Guangdong" in outcome.explain("en")
    assert "广东" in outcome.explain("zh_CN")


@pytest.mark.parametrize(
    ("region", "rate", "allowed"),
    [
        ("620000", Fraction(20, 100), True),
        ("620000", Fraction(21, 100), False),
        ("620100", Fraction(20, 100), False),
    ],
)
def test_pension_rate_is_the_province_s_up_to_the_ceiling(
    region: str, rate: Fraction, *, allowed: bool
) -> None:
    """20 % is the ceiling of 国发[1997]26号; the province sets the rate, and no place below it."""
    row = Amendment("insurance.pension_rate", date(2003, 1, 1), rate, NOTICE.at(), region)
    if allowed:
        found = NATION.amended([row]).find("insurance.pension_rate").on(date(2003, 1, 1))
        assert rate == found.value
    else:
        with pytest.raises(AmendmentError):
            NATION.amended([row])


def test_unit_of_the_guarantee_is_a_branch_of_a_prefecture() -> None:
    """The rules that stop and resume lending say whose bad loans count."""
    for path in ("guarantee.stop", "guarantee.resume"):
        rule = NATION.find(path)
        assert "branch" in rule.en
        assert "level of a prefecture" in rule.on(date(2003, 7, 1)).note


def test_end_of_the_centres_is_assumed() -> None:
    """The end of 2005, by which the centres of Gansu were to be closed, is no word of the text."""
    row = GANSU.find("security.after_agreement").on(date(2005, 12, 31))
    assert date(2005, 12, 31) == row.until
    assert row.note.endswith("is assumed.")
    assert GANSU.find("security.after_agreement").on(date(2006, 1, 1)) != row


@pytest.mark.parametrize(
    ("symbol", "standing"),
    [
        ("国经贸企改[2002]859号", Standing.READ),
        ("国务院令第258号", Standing.READ),
        ("国发[2008]5号", Standing.REPORTED),
    ],
)
def test_standing_of_days(symbol: str, standing: Standing) -> None:
    """The days of two documents were read, that of a third is reported."""
    assert standing is find_instrument(symbol).standing


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("银发[2002]394号", "Ten articles"),
        ("劳社厅发[2003]4号", "劳社统就11-13号"),
        ("甘政发[2009]24号", "not compared side by side"),
        ("甘政办发〔2008〕182号", "500,000 to 2,000,000 yuan"),
        ("兰政发〔2009〕27号", "300 million yuan, 10,000 founders, 35,000 jobs"),
        ("甘肃省就业促进条例", "no number in it was seen"),
    ],
)
def test_register_says_what_is_known_of_a_document(name: str, words: str) -> None:
    """What the second reading found in a document stands beside it in the register."""
    found = find_instrument(name)
    assert words in f"{found.en} {found.note}"


@pytest.mark.parametrize(
    "name",
    [
        "国税发[2003]62号",
        "国税发[2003]119号",
        "国税发[2003]103号",
        "国税发[2006]8号",
        "国办发[2003]40号",
    ],
)
def test_documents_that_nobody_found_have_no_row_that_was_read(name: str) -> None:
    """A document that was not found supports no row as read."""
    rows = [row for rule in NATION.rules() for row in rule.all_rows()]
    cited = {row.cite.standing for row in rows if row.cite.instrument == find_instrument(name)}
    assert Standing.READ not in cited
