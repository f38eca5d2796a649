"""Official tables as files (文件): the ending of the name chooses the form."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.registers.files import private_file
from gansu_reemployment.sheets.docx import as_docx
from gansu_reemployment.sheets.html import as_html, html_page
from gansu_reemployment.sheets.markdown import as_markdown
from gansu_reemployment.sheets.sheet import Sheet
from gansu_reemployment.sheets.xlsx import as_xlsx

Form = Callable[[Sequence[Sheet], str], bytes]


def _page(sheets: Sequence[Sheet], locale: str) -> bytes:
    sections = (as_html(sheet, locale) for sheet in sheets)
    first = sheets[0]
    page = html_page(first.title, *sections, locale=locale, landscape=first.landscape, headed=False)
    return page.encode()


def _markdown(sheets: Sequence[Sheet], locale: str) -> bytes:
    return "\n".join(as_markdown(sheet, locale) for sheet in sheets).encode()


_FORMS: Final[Mapping[str, Form]] = {
    ".xlsx": lambda sheets, locale: as_xlsx(*sheets, locale=locale),
    ".docx": lambda sheets, locale: as_docx(*sheets, locale=locale),
    ".html": _page,
    ".md": _markdown,
}


def write_sheet(sheet: Sheet | Sequence[Sheet], path: str | Path, locale: str = "zh_CN") -> None:
    """Write a table to *path*, whose ending is ``.xlsx``, ``.docx``, ``.html`` or ``.md``.

    Several tables are tabs of a workbook, pages of a document or parts of a page. The file is
    written whole or not at all, and only its owner can read it.

    Raises:
        UnknownNameError: the name has another ending.
        MissingExtraError: the extra ``excel`` or ``word`` is not installed.
        OSError: the file cannot be written.
    """
    path = Path(path)
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise UnknownNameError(Message(_("ending of a file name")), path.suffix, near=tuple(_FORMS))
    content = form([sheet] if isinstance(sheet, Sheet) else sheet, locale)
    with private_file(path, "wb") as file:
        file.write(content)
