"""Compound files (复合文档), the containers of old workbooks: one stream is read or written."""

import struct
from collections.abc import Iterator, Sequence
from typing import Final

_MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE, _LAST, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ENTRY: Final = 128
_MINI: Final = 64
#: The sectors of the table of sectors that the header lists.
_LISTED: Final = 109
#: A stream that is smaller is kept in the sectors of the smaller size.
_SMALL: Final = 4096
#: The size of a sector that is written.
_SECTOR: Final = 4096
_IS_STREAM: Final = 2


def stream_of(data: bytes, *names: str) -> bytes:
    """Return the stream with one of these names, the first that is there.

    Raises:
        ValueError: this is not a compound file, is damaged, or has no such stream.
        IndexError, struct.error: it is damaged.
    """
    if not data.startswith(_MARK):
        raise ValueError(names)
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
    # The header has a sector of its own, of any size.
    sectors = [data[at : at + size] for at in range(size, len(data), size)]
    table = _table(data, sectors)
    folder = _joined(sectors, table, struct.unpack_from("<I", data, 48)[0])
    start, length = _find(folder, names)
    if length >= _SMALL:
        return _joined(sectors, table, start)[:length]
    first, mini_table = struct.unpack_from("<I", folder, 116)[0], struct.unpack_from("<I", data, 60)
    minis = _joined(sectors, table, first)
    numbers = _numbers(_joined(sectors, table, mini_table[0]))
    small = [minis[at : at + _MINI] for at in range(0, len(minis), _MINI)]
    return _joined(small, numbers, start)[:length]


def _table(data: bytes, sectors: Sequence[bytes]) -> Sequence[int]:
    """Return the table that names the next sector of each."""
    listed = list(struct.unpack_from(f"<{_LISTED}I", data, 76))
    more = struct.unpack_from("<I", data, 68)[0]
    for _sector in sectors:
        if more in {_FREE, _LAST}:
            break
        *numbers, more = _numbers(sectors[more])
        listed += numbers
    used = [number for number in listed if number != _FREE]
    if len({*used}) != len(used):
        raise ValueError(used)
    return _numbers(b"".join(sectors[number] for number in used))


def _find(folder: bytes, names: Sequence[str]) -> tuple[int, int]:
    """Return the first sector and the length of a stream."""
    found: dict[str, tuple[int, int]] = {}
    for at in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", folder, at + 64)
        name = folder[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
        if kind == _IS_STREAM:
            start, size = struct.unpack_from("<II", folder, at + 116)
            found.setdefault(name, (start, size))
    name = next((name for name in names if name in found), "")
    if not name:
        raise ValueError(names)
    return found[name]


def _joined(sectors: Sequence[bytes], table: Sequence[int], first: int) -> bytes:
    """Join the sectors of a chain."""
    return b"".join(sectors[number] for number in _chain(table, first))


def _chain(table: Sequence[int], number: int) -> Iterator[int]:
    """Follow a chain of sectors; one that comes back to itself is damaged."""
    for _step in range(len(table) + 1):
        if number == _LAST:
            return
        yield number
        number = table[number]
    raise ValueError(number)


def _numbers(sector: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


def container_of(stream: bytes | bytearray, name: str) -> bytes:
    """Return a compound file with this stream alone.

    Raises:
        ValueError: the stream is larger than the header has room for.
    """
    body = bytes(stream).ljust(_SMALL, b"\0")
    count = -(-len(body) // _SECTOR)
    # The table names its own sectors, the two before the stream, and those of the stream.
    tables = -(-(count + 2) // (_SECTOR // 4 - 1))
    if tables > _LISTED:
        raise ValueError(len(body))
    folder, minis, first = tables, tables + 1, tables + 2
    table = [_TABLE] * tables + [_LAST, _LAST, *range(first + 1, first + count), _LAST]
    sizes = (1, tables, folder, 0, _SMALL, _LAST, 0, _LAST, 0)
    header = _MARK + struct.pack("<16x5H6x9I", 0x3E, 4, 0xFFFE, 12, 6, *sizes)
    listed = struct.pack(f"<{tables}I", *range(tables)).ljust(4 * _LISTED, b"\xff")
    entries = _entry("Root Entry", 5, 1, minis, _MINI) + _entry(name, 2, _FREE, first, len(body))
    numbers = struct.pack(f"<{len(table)}I", *table).ljust(tables * _SECTOR, b"\xff")
    parts = (header + listed, numbers, entries, bytes(_SECTOR), body)
    return b"".join(part.ljust(-(-len(part) // _SECTOR) * _SECTOR, b"\0") for part in parts)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    """Build an entry of the folder."""
    raw = (name + "\0").encode("utf-16-le")
    fields = (len(raw), kind, 1, _FREE, _FREE, child, start, size)
    return raw.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", *fields)
