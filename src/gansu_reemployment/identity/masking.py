"""Masking of identity numbers in any text (身份号码掩码), however their digits are grouped."""

import re
from datetime import date
from typing import Final

_DIGIT: Final = "[0-9０-９]"
_LAST: Final = "[0-9０-９XxＸｘ]"
#: The gap allowed between two digits: up to two characters that are neither letters nor digits.
_GAP: Final = r"[\W_]{0,2}"
#: A run of digits as long as a number or longer; a number in groups of 6, 8 and 4; one in groups
#: of four; a word of 15 to 19 characters in which all but one or two are digits.
_LOOKS_LIKE: Final = re.compile(
    rf"{_DIGIT}{{15,}}[XxＸｘ]?"
    rf"|{_DIGIT}{{6}}[\W_]?{_DIGIT}{{8}}[\W_]?{_DIGIT}{{3}}{_LAST}"
    rf"|(?<!{_DIGIT})(?:{_DIGIT}{{4}}[\W_]){{4}}{_DIGIT}?{_LAST}(?!{_LAST})"
    rf"|(?<![0-9A-Za-z])(?=[0-9A-Za-z]{{15,19}}(?![0-9A-Za-z]))[0-9]*[A-Za-z]?[0-9]+[A-Za-z]?"
    rf"(?![0-9A-Za-z])"
)
#: Fifteen or eighteen digits with gaps between them, which are a number if they contain a birth.
_GROUPED: Final = re.compile(
    rf"(?<!{_DIGIT})[1-9１-９](?:{_GAP}{_DIGIT}){{14}}(?:(?:{_GAP}{_DIGIT}){{2}}{_GAP}{_LAST})?"
    rf"(?!{_LAST})"
)
_BETWEEN: Final = re.compile(r"[\W_]")
_YEARS: Final = range(1800, 2101)


def mask(text: str) -> str:
    """Mask everything in *text* that looks like an identity number, for logs and messages.

    Any run of 15 or more digits is masked, so a number with one digit too many is too. Digits
    with spaces, points or other signs between them are masked if they contain a birth date.
    """
    text = _LOOKS_LIKE.sub(lambda found: mask_all(found[0]), text)
    return _GROUPED.sub(
        lambda found: mask_all(found[0]) if _has_birth(found[0]) else found[0], text
    )


def masked(value: object) -> object:
    """Return a value for a message; what looks like an identity number is masked."""
    try:
        text = str(value)
    except (ValueError, RecursionError):
        # A number of thousands of digits, or lists within lists, have no text.
        return type(value).__name__
    hidden = mask(text)
    return value if hidden == text else hidden


def mask_all(number: str) -> str:
    """Mask a number except for its first four and last two characters."""
    # Too short to keep them: mask all of it.
    if len(number) < 15:
        return "*" * len(number)
    return f"{number[:4]}{'*' * (len(number) - 6)}{number[-2:]}"


def _has_birth(grouped: str) -> bool:
    digits = _BETWEEN.sub("", grouped)
    birth = digits[6:14] if len(digits) == 18 else f"19{digits[6:12]}"
    try:
        # ``int`` reads full-width digits too.
        day = date(int(birth[:4]), int(birth[4:6]), int(birth[6:]))
    except ValueError:
        return False
    return day.year in _YEARS
