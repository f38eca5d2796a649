"""The table of texts in an old workbook (旧版电子表格文本表): how long each of its texts is."""

import struct
from collections.abc import Iterator, Sequence

#: The marks of a text: two bytes a character, runs of formats, and a phonetic text after it.
_WIDE, _PHONETIC, _RUNS = 1, 4, 8


def lengths_of(pieces: Sequence[bytes]) -> list[int]:
    """Return the length of each text of a table, which goes on in further records.

    A table that ends too early has the texts that are whole.
    """
    return list(_lengths(_Pieces(pieces)))


def _lengths(table: "_Pieces") -> Iterator[int]:
    _total, count = struct.unpack("<ii", table.take(8))
    for _text in range(count):
        head = table.take(3)
        if len(head) < 3:
            return
        length, marks = struct.unpack("<HB", head)
        runs = int.from_bytes(table.take(2 if marks & _RUNS else 0), "little")
        phonetic = int.from_bytes(table.take(4 if marks & _PHONETIC else 0), "little")
        table.skip_characters(length, wide=bool(marks & _WIDE))
        table.take(4 * runs + phonetic)
        yield length


class _Pieces:
    """Bytes that go on in further records."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._left = [*reversed(pieces)]
        self._piece = b""

    def take(self, count: int) -> bytes:
        """Return the next bytes, fewer at the end."""
        taken = b""
        while count > len(taken) and (self._piece or self._next()):
            wanted = count - len(taken)
            taken, self._piece = taken + self._piece[:wanted], self._piece[wanted:]
        return taken

    def skip_characters(self, count: int, *, wide: bool) -> None:
        """Skip *count* characters; each further record states again how wide they are."""
        while count:
            width = 1 + wide
            here = min(count, len(self._piece) // width)
            self._piece = self._piece[here * width :]
            count -= here
            if count:
                if not self._next():
                    return
                wide, self._piece = bool(self._piece[:1] != b"\0"), self._piece[1:]

    def _next(self) -> bool:
        """Begin the next record, if there is one."""
        if self._left:
            self._piece = self._left.pop()
            return True
        return False
