"""Official tables as HTML."""

from datetime import date
from html.parser import HTMLParser

from gansu_reemployment.sheets import SUM, Column, Label, Sheet, as_html, html_page

SHEET = Sheet(
    title="<表>",
    unit=Label("人", "persons"),
    columns=(
        Column("地区", names=True),
        Column("就业", [Column("新增", total=SUM), Column("其中", total=SUM)]),
    ),
    rows=[("<script>", 1, 2)],
    notes=["a & b"],
)


class Tags(HTMLParser):
    """Keeps which tags are open and whether each is closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        """Open a tag."""
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.texts.append(data)


def test_page_is_well_formed_and_texts_are_escaped() -> None:
    """Every tag is closed in turn, and a tag in a text stays a text."""
    parser = Tags()
    parser.feed(html_page("<页>", as_html(SHEET)))

    assert [] == parser.open
    assert {"<script>", "<表>", "<页>", "注：a & b"} <= set(parser.texts)


def test_header_spans() -> None:
    """Headings span rows and columns, and say which they head."""
    html = as_html(SHEET)

    assert '<th scope="col" rowspan="2">地区</th><th scope="colgroup" colspan="2">就业</th>' in html
    assert '<tr><th scope="col">新增</th><th scope="col">其中</th></tr>' in html


def test_names_head_their_rows_and_totals_are_marked() -> None:
    """The column of names heads each row; the line of totals is told apart."""
    html = as_html(SHEET, "en")

    assert '<tr class="total"><th scope="row">Total</th><td class="number">1</td>' in html


def test_days_are_not_broken() -> None:
    """A day stays on one line."""
    html = as_html(Sheet(title="t", columns=[Column("a")], rows=[(date(2003, 7, 1),)]))
    assert '<td class="day">2003年7月1日</td>' in html


def test_page_has_its_language_and_side() -> None:
    """The page names its language and how it lies on A4."""
    page = html_page("x", locale="en", landscape=True)

    assert '<html lang="en">' in page
    assert "size: A4 landscape" in page
    assert "size: A4 portrait" in html_page("x")


def test_without_unit_there_is_no_unit_line() -> None:
    """A table without a unit has no line for it."""
    assert 'class="unit"' not in as_html(Sheet(title="t", columns=[Column("a")], rows=[]))
