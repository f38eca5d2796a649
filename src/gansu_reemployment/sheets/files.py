"""Official tables as files (文件): the ending of the name chooses the form."""

from collections.abc import Callable, Mapping
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


def _page(sheet: Sheet, locale: str) -> bytes:
    section = as_html(sheet, locale)
    page = html_page(sheet.title, section, locale=locale, landscape=sheet.landscape, headed=False)
    return page.encode()


_FORMS: Final[Mapping[str, Callable[[Sheet, str], bytes]]] = {
    ".xlsx": lambda sheet, locale: as_xlsx(sheet, locale=locale),
    ".docx": lambda sheet, locale: as_docx(sheet, locale=locale),
    ".html": _page,
    ".md": lambda sheet, locale: as_markdown(sheet, locale).encode(),
}


def write_sheet(sheet: Sheet, path: str | Path, locale: str = "zh_CN") -> None:
    """Write a table to *path*, whose ending is ``.xlsx``, ``.docx``, ``.html`` or ``.md``.

    The file is written whole or not at all, and only its owner can read it.

    Raises:
        UnknownNameError: the name has another ending.
        MissingExtraError: the extra ``excel`` or ``word`` is not installed.
        OSError: the file cannot be written.
    """
    path = Path(path)
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise UnknownNameError(Message(_("ending of a file name")), path.suffix, near=tuple(_FORMS))
    content = form(sheet, locale)
    with private_file(path, "wb") as file:
        file.write(content)
