"""The line of a formula that is being evaluated, for its errors (公式行号)."""

import linecache
import sys
from pathlib import Path
from types import FrameType
from typing import Final

from gansu_reemployment.errors import FormulaError
from gansu_reemployment.i18n import _

#: The rooms whose lines are not those of a formula.
_ROOMS: Final = tuple(str(Path(__file__).parent.parent / room) for room in ("working", "columns"))


def error_at_caller(text: str) -> FormulaError:
    """Build the error at the innermost line outside the workings."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the line is all that is read
    while frame is not None and frame.f_back and frame.f_code.co_filename.startswith(_ROOMS):
        frame = frame.f_back
    file, line = (frame.f_code.co_filename, frame.f_lineno) if frame else ("?", 0)
    return FormulaError(text, file=file, line=line, source=linecache.getline(file, line).strip())


def refuse_truth(_term: object) -> bool:
    """Refuse to use a term as a truth value.

    Raises:
        FormulaError: always.
    """
    raise error_at_caller(_("a term is neither yes nor no here; mark the function @formula"))
