"""The memory that an xlsx workbook would fill, measured before it is read (电子表格大小校验).

A few kilobytes unpack to gigabytes if they are made to, and the package that reads workbooks
keeps the whole area of a sheet, with a copy of its text in each cell. A process that asks for
more memory than there is ends without an error.
"""

import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from string import digits
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.registers.excel_faults import (
    MOST_BYTES,
    check_area,
    check_bytes,
    locked,
    unreadable,
)

#: A workbook may unpack to this many times its size or, if that is more, to these bytes.
_RATIO: Final = 100
_FEW_BYTES: Final = 10_000_000
_CHUNK: Final = 1 << 20
#: The first bytes of a compound file, which wraps a workbook with a password.
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
#: The exceptions of a damaged archive or part.
_DAMAGE: Final = (
    *(BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError),
    ExpatError,
)
#: The mark of a sheet with cells, for parts of any name.
_CELLS: Final = b"sheetData"
_TEXTS: Final = "xl/sharedstrings.xml"
#: The most letters or digits that are looked at, far more than the place of a cell has.
_LONGEST: Final = 12


def check_xlsx(path: Path) -> None:
    """Reject a workbook that would fill the memory.

    Raises:
        RegisterError: it is too large, is damaged, or is locked by a password.
    """
    with path.open("rb") as file:
        if file.read(len(_COMPOUND)) == _COMPOUND:
            raise locked(path)
    try:
        with ZipFile(path) as archive:
            _check_parts(path, archive)
    except RegisterError:
        raise
    except _DAMAGE as error:
        raise unreadable(path, error) from None


def _check_parts(path: Path, archive: ZipFile) -> None:
    left = most = min(MOST_BYTES, max(_FEW_BYTES, _RATIO * path.stat().st_size))
    cells, texts = 0, array("q")
    for member in archive.infolist():
        part = _Part(path, needed=member.filename.lower() == _TEXTS)
        for chunk in _chunks(archive, member):
            left -= len(chunk)
            check_bytes(path, most - left, most)
            part.read(chunk)
        part.end()
        cells, texts = max(cells, part.cells), part.texts or texts
    if cells * max(texts, default=0) > MOST_BYTES:
        for member in archive.infolist():
            _check_repeated(path, archive, member, texts)


def _check_repeated(path: Path, archive: ZipFile, member: ZipInfo, texts: Sequence[int]) -> None:
    """Reject a sheet whose cells repeat a long text."""
    part = _Repeated(path, texts)
    for chunk in _chunks(archive, member):
        part.read(chunk)
        check_bytes(path, part.filled, MOST_BYTES)


def _chunks(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    """Unpack a part without trusting the size it states."""
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BadZipFile(member.compress_type)
    member.file_size = MOST_BYTES + _CHUNK
    with archive.open(member) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


class _Part:
    """Follows the elements of one part as the reader of workbooks does.

    A part that is not XML, such as a picture, matters only if it is *needed* or has cells.
    """

    def __init__(self, path: Path, *, needed: bool = False) -> None:
        self.cells = 0
        #: The lengths of the texts that cells refer to.
        self.texts = array("q")
        self._path = path
        self._needed = needed
        self._rows = self._columns = self._row = self._column = 0
        self._number = ""
        self._before = b""
        self._error: ExpatError | None = None
        self._parser = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = _refuse
        self._starts = {"c": self._cell, "row": self._next_row, "si": self._next_text}

    def read(self, chunk: bytes) -> None:
        """Read the next bytes of the part."""
        self._needed = self._needed or _CELLS in self._before + chunk
        self._before = chunk[-len(_CELLS) :]
        self._parse(chunk)
        check_area(self._path, self._rows, self._columns)

    def end(self) -> None:
        """End the part.

        Raises:
            ExpatError: it is needed, and is not XML.
        """
        self._parse(b"", final=True)
        if self._needed and self._error:
            raise self._error

    def _parse(self, chunk: bytes, *, final: bool = False) -> None:
        if self._error is None:
            try:
                self._parser.Parse(chunk, final)
            except ExpatError as error:
                self._error = error

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if found := self._starts.get(name) or self._starts.get(name.rpartition(":")[2]):
            found(attributes)

    def _next_row(self, attributes: Mapping[str, str]) -> None:
        self._column = 0
        self._number = attributes.get("r", "")
        self._row = max(self._row + 1, _row(self._number))
        self._rows = max(self._rows, self._row)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self.cells += 1
        # The reader counts on where a cell has no place of its own.
        self._column += 1
        place = attributes.get("r", "")
        letters = place.rstrip(digits)
        if (column := _column(letters)) > self._column:
            self._column = column
        self._columns = max(self._columns, self._column)
        if (number := place[len(letters) :]) != self._number:
            self._rows = max(self._rows, _row(number))

    def _next_text(self, _attributes: Mapping[str, str]) -> None:
        self.texts.append(0)
        self._parser.CharacterDataHandler = self._add

    def _add(self, text: str) -> None:
        self.texts[-1] += len(text)


class _Repeated(_Part):
    """Adds up the *lengths* of the texts that the cells of a sheet refer to."""

    def __init__(self, path: Path, lengths: Sequence[int]) -> None:
        super().__init__(path)
        self.filled = 0
        self._lengths = lengths
        self._reference = ""
        self._starts = {"c": self._referring, "v": self._value}

    def _referring(self, attributes: Mapping[str, str]) -> None:
        refers = attributes.get("t") == "s"
        self._parser.CharacterDataHandler = self._digits if refers else None
        self._parser.EndElementHandler = self._fill if refers else None

    def _value(self, _attributes: Mapping[str, str]) -> None:
        self._reference = ""

    def _digits(self, text: str) -> None:
        self._reference += text

    def _fill(self, name: str) -> None:
        if name.rpartition(":")[2] == "v" and self._reference.isdecimal():
            number = int(self._reference[:_LONGEST])
            self.filled += self._lengths[number] if number < len(self._lengths) else 0


def _row(number: str) -> int:
    """Return the number of a row, 0 if the text is not a number."""
    return int(number[:_LONGEST]) if number.isdecimal() else 0


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    """Return the number of a column, 1 for A and 27 for AA."""
    column = 0
    for letter in letters[:_LONGEST].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _refuse(*_declared: object) -> None:
    """Refuse a part that declares terms of its own, which no workbook does."""
    raise ExpatError("DOCTYPE")
