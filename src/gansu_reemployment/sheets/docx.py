"""Official tables as Word documents (文字处理文档): A4, the header repeated on every page.

python-docx writes the file; it comes with the extra ``word``.
"""

from io import BytesIO
from typing import Any, Final

from gansu_reemployment.errors import MissingExtraError
from gansu_reemployment.i18n import choose_locale, show
from gansu_reemployment.sheets.cells import cell_text, is_number, text_of
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import Column, Line, Sheet
from gansu_reemployment.sheets.widths import column_width

_FONT: Final = Label("宋体", "Times New Roman")
#: A4 and its margins, in millimetres.
_SHORT, _LONG, _MARGIN = 210, 297, 15
#: The points of text, and the fewest that are legible; the points of a millimetre.
_SIZE, _SMALLEST, _POINTS = 10.5, 7, 2.83
#: The margins of a cell, in millimetres.
_SIDES: Final = 3.8


def as_docx(*sheets: Sheet, locale: str = "zh_CN") -> bytes:
    """Return one document with a page for each table in *locale*, as bytes.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    try:
        from docx import Document  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("python-docx", "word") from None
    document = Document()
    _set_font(document.styles["Normal"], show(_FONT, locale))
    for number, sheet in enumerate(sheets):
        section = document.add_section() if number else document.sections[0]
        _set_page(section, landscape=sheet.landscape)
        _write(document, sheet, locale)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_font(style: Any, name: str) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra
    from docx.shared import Pt  # noqa: PLC0415 - an extra

    style.font.name, style.font.size = name, Pt(_SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), name)
    form = style.paragraph_format
    form.space_before = form.space_after = form.left_indent = form.right_indent = Pt(2)


def _set_page(section: Any, *, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - an extra
    from docx.shared import Mm  # noqa: PLC0415 - an extra

    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)


def _write(document: Any, sheet: Sheet, locale: str) -> None:
    """Write a title, the unit, the table and the notes."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # noqa: PLC0415 - an extra

    title = document.add_paragraph()
    title.alignment = ALIGN.CENTER
    run = title.add_run(text_of(sheet.title, locale))
    run.bold, run.font.size = True, run.part.document.styles["Normal"].font.size * 2
    _write_above(document, sheet, locale)
    lines = sheet.body()
    table = document.add_table(sheet.depth + len(lines), len(sheet.leaves), style="Table Grid")
    _set_widths(table, sheet, locale)
    _write_header(table, sheet, locale)
    for number, line in enumerate(lines, sheet.depth):
        _write_line(table.rows[number].cells, line, sheet.leaves, locale)
    if words := sheet.words_line(locale):
        row = table.add_row().cells
        row[0].merge(row[-1]).paragraphs[0].add_run(words)
    _fit(table, sheet, locale)
    for note in sheet.note_lines(locale):
        document.add_paragraph(note)
    if sheet.filing:
        document.add_paragraph("\u3000".join(sheet.filing.below(locale)))


def _write_above(document: Any, sheet: Sheet, locale: str) -> None:
    """Write who files the table on the left, and the unit of its numbers on the right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # noqa: PLC0415 - an extra
    from docx.enum.text import WD_TAB_ALIGNMENT as TAB  # noqa: PLC0415 - an extra
    from docx.shared import Mm  # noqa: PLC0415 - an extra

    unit = sheet.unit_line(locale)
    if sheet.filing:
        line = document.add_paragraph(f"{sheet.filing.above(locale)}\t{unit}")
        room = (_LONG if sheet.landscape else _SHORT) - 2 * _MARGIN
        line.paragraph_format.tab_stops.add_tab_stop(Mm(room), TAB.RIGHT)
    elif unit:
        document.add_paragraph(unit).alignment = ALIGN.RIGHT


def _set_widths(table: Any, sheet: Sheet, locale: str) -> None:
    """Share the width of the page among the columns as a spreadsheet does."""
    from docx.shared import Mm  # noqa: PLC0415 - an extra

    widths = [column_width(sheet, index, locale) for index in range(len(sheet.leaves))]
    room = (_LONG if sheet.landscape else _SHORT) - 2 * _MARGIN
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        # Word reads the width of the cells, other programs that of the column.
        column.width = Mm(room * width // sum(widths))
        for cell in column.cells:
            cell.width = column.width


def _fit(table: Any, sheet: Sheet, locale: str) -> None:
    """Make the words of a wide table smaller, so that no number is broken over two lines."""
    from docx.shared import Pt  # noqa: PLC0415 - an extra

    widths = [column_width(sheet, index, locale) for index in range(len(sheet.leaves))]
    room = (_LONG if sheet.landscape else _SHORT) - 2 * _MARGIN
    # A half-width character is half as wide as it is high; two of a width are to spare.
    mm = min((room * width / sum(widths) - _SIDES) / max(width - 2, 1) for width in widths)
    size = max(_SMALLEST, int(mm * 2 * _POINTS * 2) / 2)
    if size < _SIZE:
        for run in (run for cell in table._cells for p in cell.paragraphs for run in p.runs):  # noqa: SLF001 - the public way is quadratic
            run.font.size = Pt(size)


def _write_header(table: Any, sheet: Sheet, locale: str) -> None:
    """Write the headings, merged over their columns, and repeat them on every page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # noqa: PLC0415 - an extra
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra

    for cell in sheet.header():
        last = table.cell(cell.row + cell.height - 1, cell.index + cell.width - 1)
        paragraph = table.cell(cell.row, cell.index).merge(last).paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        paragraph.add_run(text_of(cell.heading, locale)).bold = True
    for row in table.rows[: sheet.depth]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public way


def _write_line(cells: Any, line: Line, columns: tuple[Column, ...], locale: str) -> None:
    from docx.enum.table import WD_ALIGN_VERTICAL  # noqa: PLC0415 - an extra
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # noqa: PLC0415 - an extra

    for place, cell, column in zip(cells, line.cells, columns, strict=True):
        place.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        paragraph = place.paragraphs[0]
        paragraph.add_run(cell_text(cell, locale, column.decimals)).bold = line.total
        if is_number(cell):
            paragraph.alignment = ALIGN.RIGHT
        elif column.names and choose_locale(locale) == "zh_CN":
            paragraph.alignment = ALIGN.DISTRIBUTE
