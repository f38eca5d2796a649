"""What is wrong with a file, in both languages (文件错误): one wording for all libraries."""

import re
from collections.abc import Mapping
from errno import (
    EACCES,
    EEXIST,
    EISDIR,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    EPERM,
    EROFS,
)
from json import JSONDecodeError
from tomllib import TOMLDecodeError
from typing import Final

from gansu_reemployment.i18n import Message, _

_SYSTEM: Final[Mapping[int, str]] = {
    ENOENT: _("there is no such file or folder"),
    EACCES: _("access is not permitted"),
    EPERM: _("access is not permitted"),
    EISDIR: _("it is a folder, not a file"),
    ENOTDIR: _("a part of the path is not a folder"),
    EEXIST: _("it exists already"),
    ENOSPC: _("the disk is full"),
    EROFS: _("the disk can only be read"),
}
#: The beginnings of what Python says about TOML, and what it means.
_TOML: Final[Mapping[str, str]] = {
    "Invalid value": _("a value is missing or not valid; a text is in quotation marks"),
    "Expected '='": _("an equals sign is missing after the name"),
    "Cannot overwrite": _("the name occurs twice"),
    "Cannot declare": _("the table occurs twice"),
    "Unterminated string": _("the closing quotation mark is missing"),
    "Illegal character '\\n'": _("the text is not closed before the end of its line"),
    "Illegal character": _("a character is not allowed here"),
    "Invalid statement": _("a line begins with a name"),
    "Expected newline": _("there is more after the value, or the day does not exist"),
    "Invalid date": _("there is no such day"),
    "Unclosed array": _("the closing bracket is missing"),
    "Unclosed inline table": _("the closing brace is missing"),
}
_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)$")
_AT: Final = _("line {line}, column {column}: {reason}")
_AT_END: Final = _("at the end of the file: {reason}")
_NOT_TOML: Final = _("this is not TOML")
_NOT_JSON: Final = _("this is not JSON")
_NOT_UTF8: Final = _("the file is not in UTF-8: byte {number}")
_DEEP: Final = _("it is nested too deeply")


def file_problem(problem: Exception) -> Message | str:
    """Return what is wrong with a file, from the exception of its reader.

    An exception that is not known is returned in its own words.
    """
    if isinstance(problem, TOMLDecodeError):
        return _toml_problem(str(problem))
    if isinstance(problem, JSONDecodeError):
        place = {"line": problem.lineno, "column": problem.colno, "reason": Message(_NOT_JSON)}
        return Message(_AT, place)
    if isinstance(problem, UnicodeDecodeError):
        return Message(_NOT_UTF8, {"number": problem.start + 1})
    if isinstance(problem, RecursionError):
        return Message(_DEEP)
    if isinstance(problem, OSError) and (known := _SYSTEM.get(problem.errno or 0)):
        return Message(known)
    return str(getattr(problem, "strerror", None) or problem)


def _toml_problem(said: str) -> Message:
    known = (text for start, text in _TOML.items() if said.startswith(start))
    reason = Message(next(known, _NOT_TOML))
    place = _PLACE.search(said)
    if place is None:
        return Message(_AT_END, {"reason": reason})
    line, column = (int(number) for number in place.groups())
    return Message(_AT, {"line": line, "column": column, "reason": reason})
