"""The texts of a ledger over :class:`~.base.BaseLedger`: each begins with its two hashes."""

import json
from typing import Any, Final

from gansu_reemployment.ledger.links import Kept
from gansu_reemployment.ledger.rows import Form

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
