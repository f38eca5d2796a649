"""The encoding of a text file (字符编码): by byte-order mark, else strict UTF-8, else gb18030.

The file is never loaded whole. GB 18030 includes GBK and GB 2312 and, unlike them, every character
that a name may have (㛃).
"""

import codecs
from pathlib import Path
from typing import IO, Final

#: The byte-order marks and the codec of each.
BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK: Final = 1 << 20
_MARK: Final = "\ufeff"


def detect_encoding(path: Path) -> str:
    """Return the codec of a text file: ``utf-8-sig``, ``utf-16``, ``utf-8`` or ``gb18030``.

    A file is UTF-8 only if all of it is valid UTF-8. A file that is neither marked nor UTF-8
    is read as gb18030.
    """
    with path.open("rb") as file:
        start = file.read(4)
        for mark, codec in BYTE_ORDER_MARKS:
            if start.startswith(mark):
                return codec
        file.seek(0)
        return "utf-8" if _is_utf8(file) else "gb18030"


def open_text(path: Path) -> IO[str]:
    """Open a text file in its encoding, after its mark, with unchanged line ends.

    Bytes that are not text become U+FFFD (�), and the cell is rejected later: one damaged row
    does not stop the file.
    """
    file = path.open(encoding=detect_encoding(path), errors="replace", newline="")
    # Only this codec leaves its mark in the text.
    if file.read(1) != _MARK:
        file.seek(0)
    return file


def _is_utf8(file: IO[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
