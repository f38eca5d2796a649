"""The register of documents."""

import re
from datetime import date

import pytest

from gansu_reemployment import Rulebook
from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import translate
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.instruments import REGISTER, find_instrument
from gansu_reemployment.regions import gansu

SYMBOL = re.compile(r"[〔\[(](?P<year>\d{4})[〕\])](?P<number>\d+)号")


def registered(name: str) -> Instrument:
    """Return the document of the register with exactly that name."""
    return next(one for one in REGISTER if one.name == name)


def test_register_has_156_documents() -> None:
    """A document that is added or dropped is noticed."""
    assert 156 == len(REGISTER)


def test_names_are_distinct() -> None:
    """A symbol, or the title of a document without one, names one document."""
    names = [instrument.name for instrument in REGISTER]
    assert sorted(set(names)) == sorted(names)


def test_dated_documents_stand_oldest_first() -> None:
    """The register follows the days of issue."""
    days = [instrument.issued for instrument in REGISTER if instrument.issued]
    assert sorted(days) == days


def test_undated_documents_stand_in_the_year_of_their_symbol() -> None:
    """A document of unknown day stands between dated ones of the years beside its own."""
    for place, instrument in enumerate(REGISTER):
        match = SYMBOL.search(instrument.symbol)
        if match is None or instrument.issued is not None:
            continue
        year = int(match["year"])
        before = [row.issued.year for row in REGISTER[:place] if row.issued]
        after = [row.issued.year for row in REGISTER[place:] if row.issued]
        assert max(before, default=year) <= year <= min(after, default=year), instrument.name


def test_successors_are_registered() -> None:
    """Whatever replaced a document is in the register, and is no older."""
    for instrument in REGISTER:
        for symbol in instrument.replaced_by:
            assert REGISTER.index(instrument) < REGISTER.index(find_instrument(symbol))


@pytest.mark.parametrize("instrument", REGISTER, ids=lambda instrument: instrument.name)
def test_every_document_is_named_and_explained(instrument: Instrument) -> None:
    """A document has a name and an English subject; one whose day is unknown has a note."""
    assert instrument.name
    assert instrument.en
    if instrument.issued is None:
        assert instrument.note


def test_uncertain_dates_are_explained() -> None:
    """Where a date is not read, the note says what is known; one plain law needs none."""
    bare = [
        instrument.title or instrument.symbol
        for instrument in REGISTER
        if instrument.standing is not Standing.READ and not instrument.note
    ]
    assert ["就业促进法"] == bare


def test_acts_on_divisions_agree_with_the_regions() -> None:
    """Each approval that a region's name or code rests on is registered with that day."""
    found = {
        (row.approval, row.since)
        for region in gansu()
        for row in (*region.names, *region.codes)
        if row.approval and row.since
    }
    assert found
    for symbol, day in found:
        assert day == find_instrument(symbol).issued


@pytest.mark.parametrize(
    "symbol",
    [
        "财税[2003]192号",
        "财税〔2003〕192号",
        "财税（2003）192号",
        "财税(2003)192号",
        "财税［2003］192号",
        "财税﹝2003﹞192号",
        " 财税 [2003]　192 号 ",
    ],
)
def test_brackets_and_blanks_do_not_matter(symbol: str) -> None:
    """A symbol is found however its bracket is drawn."""
    assert registered("财税[2003]192号") == find_instrument(symbol)


def test_symbol_registered_in_another_style_is_found() -> None:
    """The tolerance holds for both sides."""
    assert registered("甘政发〔2005〕96号") == find_instrument("甘政发[2005]96号")


def test_document_without_a_number_is_found_by_its_title() -> None:
    """The title stands in for a missing symbol."""
    assert registered("贷款通则") == find_instrument("贷款通则")


def test_unknown_symbol_names_near_ones() -> None:
    """A wrong number is answered with the nearest right symbols."""
    with pytest.raises(UnknownNameError) as caught:
        find_instrument("财税[2003]193号")
    assert "财税[2003]192号" in caught.value.near
    assert "There is no document 财税[2003]193号. Did you mean" in str(caught.value)


@pytest.mark.parametrize(
    ("symbol", "issued", "effective", "standing"),
    [
        ("中发[2002]12号", date(2002, 9, 30), date(2002, 9, 30), Standing.READ),
        ("银发[2002]394号", date(2002, 12, 24), date(2002, 12, 24), Standing.ASSUMED),
        ("财税[2002]208号", date(2002, 12, 27), date(2003, 1, 1), Standing.REPORTED),
        ("国办发[2003]40号", None, None, Standing.REPORTED),
        ("财金[2003]70号", date(2003, 6, 11), date(2003, 1, 1), Standing.REPORTED),
        ("财税[2003]192号", date(2003, 8, 23), date(2003, 8, 23), Standing.READ),
        ("银发[2003]251号", date(2003, 12, 10), date(2004, 1, 1), Standing.READ),
        ("财税[2005]186号", date(2006, 1, 23), date(2006, 1, 1), Standing.READ),
        ("财金[2009]41号", None, date(2009, 1, 1), Standing.READ),
    ],
)
def test_dates_of_the_main_documents(
    symbol: str, issued: date | None, effective: date | None, standing: Standing
) -> None:
    """The days that the rules lean on are those of the sources."""
    found = find_instrument(symbol)
    assert (issued, effective, standing) == (found.issued, found.effective, found.standing)


@pytest.mark.parametrize(
    ("symbol", "day"),
    [
        ("中发[1998]10号", date(1998, 12, 31)),
        ("银发[1999]77号", date(1999, 12, 31)),
        ("南京市2003年1号文件", date(2003, 1, 31)),
        ("财综[2003]33号", date(2003, 6, 9)),
        ("国税发[2003]62号", date(2003, 6, 26)),
        ("国税发[2003]65号", date(2003, 6, 26)),
        ("国资分配[2003]21号", date(2003, 7, 15)),
        ("银发[2004]51号", date(2004, 5, 14)),
        ("国税发[2004]93号", date(2004, 12, 31)),
        ("财税[2004]228号", date(2004, 12, 31)),
        ("国发[2005]38号", date(2005, 12, 31)),
        ("甘政发〔2005〕96号", date(2005, 12, 31)),
        ("财综[2006]7号", date(2006, 3, 2)),
        ("江西省2006年再就业优惠证规定", date(2006, 12, 31)),
        ("财金[2009]41号", date(2009, 6, 10)),
        ("甘肃省2009年关于延长再就业政策的通知", date(2009, 12, 31)),
    ],
)
def test_days_by_which_undated_documents_were_out(symbol: str, day: date) -> None:
    """The first day on which it is seen in use, or the last of the only year that is known."""
    found = find_instrument(symbol)
    assert (None, day) == (found.issued, found.known_by)


def test_documents_that_reach_back_do_so_by_their_own_words() -> None:
    """A few documents hold from before their day of issue, and no others."""
    early = [
        instrument.name
        for instrument in REGISTER
        if instrument.issued and instrument.effective and instrument.effective < instrument.issued
    ]
    assert [
        "财金[2003]70号",
        "国税发[2006]8号",
        "财税[2005]186号",
        "青海省2006年就业再就业实施办法",
        "财税[2009]23号",
    ] == early


@pytest.mark.parametrize(
    ("name", "issued", "effective"),
    [
        ("城市维护建设税暂行条例", date(1985, 2, 8), None),
        ("征收教育费附加的暂行规定", date(1986, 4, 28), date(1986, 7, 1)),
        ("国务院令第136号", date(1993, 12, 13), date(1994, 1, 1)),
        ("国发[1997]26号", date(1997, 7, 16), None),
        ("国务院令第258号", date(1999, 1, 22), date(1999, 1, 22)),
        ("国务院令第271号", None, date(1999, 10, 1)),
        ("财税[2001]21号", date(2001, 3, 7), None),
        ("国经贸企改[2002]859号", date(2002, 11, 18), None),
        ("劳社厅发[2003]4号", date(2003, 2, 25), None),
        ("国税函[2006]233号", date(2006, 3, 2), None),
        ("国发[2008]5号", date(2008, 2, 3), None),
        ("甘政发[2009]24号", date(2009, 3, 11), date(2009, 3, 11)),
        ("甘肃省2009年就业目标完成情况和2010年目标", date(2010, 4, 5), None),
        ("甘肃省就业促进条例", None, date(2010, 5, 1)),
    ],
)
def test_days_found_in_a_second_reading(
    name: str, issued: date | None, effective: date | None
) -> None:
    """The days that the second reading of the texts found, or found confirmed."""
    found = find_instrument(name)
    assert (issued, effective) == (found.issued, found.effective)


@pytest.mark.parametrize(
    ("symbol", "title"),
    [
        (
            "财综[2006]7号",
            "关于对从事个体经营的下岗失业人员和高校毕业生实行收费优惠政策的通知",
        ),
        ("国资分配[2003]21号", "关于进一步明确国有大中型企业主辅分离辅业改制有关问题的通知"),
        (
            "国经贸企改[2002]859号",
            "关于国有大中型企业主辅分离辅业改制分流安置富余人员的实施办法",
        ),
        ("银发[2003]251号", "中国人民银行关于人民币贷款利率有关问题的通知"),
        ("银发[1999]192号", "中国人民银行关于降低存、贷款利率的通知"),
        ("国税发[2004]93号", "国家税务总局关于下岗失业人员从事个体经营有关税收政策问题的通知"),
        ("国发[2008]5号", "国务院关于做好促进就业工作的通知"),
        ("中发[1998]10号", "关于切实做好国有企业下岗职工基本生活保障和再就业工作的通知"),
        ("财社〔2006〕1号", "关于进一步加强就业再就业资金管理有关问题的通知"),
        ("财税字[1994]001号", "关于企业所得税若干优惠政策的通知"),
        (
            "甘政办发〔2008〕182号",
            "转发省劳动保障厅等部门关于进一步促进以全民创业带动就业工作意见的通知",
        ),
    ],
)
def test_titles_that_are_known_now(symbol: str, title: str) -> None:
    """A document whose title was found is cited with it."""
    assert title == find_instrument(symbol).title


def test_every_note_is_translated() -> None:
    """Notes of documents and of rows are shown in both languages."""
    notes = {document.note for document in REGISTER}
    rules = Rulebook.national().rules()
    notes |= {row.note for rule in rules for row in rule.all_rows()}
    assert set() == {note for note in notes if note and translate(note, "zh_CN") == note}


def test_every_reading_says_why_it_is_one() -> None:
    """A row that is assumed has a note of its own; that of its document does not explain it."""
    rules = Rulebook.national().rules()
    bare = {
        (rule.path, row.since)
        for rule in rules
        for row in rule.all_rows()
        if row.cite.standing is Standing.ASSUMED and not row.note
    }
    assert bare == set()
