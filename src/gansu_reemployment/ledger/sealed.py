"""The texts of a ledger over :class:`~.base.BaseLedger`: each begins with its two hashes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring
from typing import Any, Final

from gansu_reemployment.ledger.links import Kept, digest_of
from gansu_reemployment.ledger.rows import Form, row_text
from gansu_reemployment.working.outcome_json import canonical

#: The length of a hash, and of the two hashes with which each text begins.
_HASH: Final = 64
_HASHES: Final = 2 * _HASH


def hashes(text: str) -> tuple[str, str]:
    """Return the hash and the link with which a text begins."""
    return text[:_HASH], text[_HASH:_HASHES]


def row_of(text: str, form: Form[Any]) -> list[Any]:
    """Return the row of a text; a text that another program has spoilt has none of its values."""
    try:
        row = json.loads(text[_HASHES:])
    except (ValueError, RecursionError):
        row = None
    right = isinstance(row, list) and len(row) == len(form.columns)
    return row if right else ["", *[None] * (len(form.columns) - 1)]


def kept_of(text: str, form: Form[Any]) -> Kept:
    """Return a text as an entry that is kept."""
    key = row_of(text, form)[form.columns.index("key")]
    return Kept(str(key), text[_HASHES:], *hashes(text))


def is_whole(text: str) -> bool:
    """Return whether a text is that of its hash."""
    return digest_of(text[_HASHES:]) == text[:_HASH]


def parts_of(asked: Mapping[str, Any]) -> list[str]:
    """Return the parts that occur in the text of each entry that has the values asked for."""
    return [_part(name, value) for name, value in asked.items()]


def matching(
    texts: Iterable[str], form: Form[Any], asked: Mapping[str, Any]
) -> Iterator[list[Any]]:
    """Yield each row that has the values asked for, with its two hashes at the end.

    A *code* is not looked for here: it is not a value of the row.
    """
    wanted = [(form.columns.index(name), asked[name]) for name in asked if name != "code"]
    for text in texts:
        row = row_of(text, form)
        if all(row[place] == value for place, value in wanted):
            yield [*row, *hashes(text)]


def _part(name: str, value: Any) -> str:
    """Return the part of a text that each entry with a value has."""
    if name == "code":
        # The outcome is a text within the text.
        return encode_basestring(f'"code":{canonical(value)}')[1:-1]
    return row_text([value])[1:-1]
