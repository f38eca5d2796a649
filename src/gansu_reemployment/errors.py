"""Every exception of the library. Each names the problem, the place, the day and near names.

::

    GansuError
    ├── ArgumentError (TypeError)           a call with an argument of the wrong type
    ├── AmountError (ValueError)            not a sum of money
    │   └── FloatRefusedError (TypeError)   a float where an exact number is needed
    ├── DateError (ValueError)              not a date, or not readable as one
    ├── InvalidFactsError (ValueError)      facts with faults, all reported at once
    │   └── InvalidIdentityError            an invalid identity number
    ├── UnknownNameError (LookupError)      no rule, region, measure or choice of that name
    ├── AmbiguousNameError (LookupError)    a name that several things share
    ├── RuleNotInForceError (LookupError)   no value is known on that day
    ├── RulebookError (ValueError)          a rule table with gaps, overlaps or no citation
    │   └── AmendmentError                  a local value that the law does not allow
    ├── FormulaError (SyntaxError)          a formula that no column could follow
    ├── PluginError (RuntimeError)          a plugin that failed, with its distribution's name
    ├── LedgerError (OSError)               a ledger that cannot be opened, read or written
    │   ├── LedgerConflictError             a known key with other contents
    │   └── LedgerChainError                an entry that was changed, removed, inserted or moved
    ├── NotDecidedError (ValueError)        a refused or undecided outcome has no value
    ├── TruthValueError (TypeError)         an outcome used as a condition
    ├── RegisterError (ValueError)          a file that is not a register
    ├── ColumnsError (ValueError)           a frame with wrong or missing columns
    ├── SqlError (ValueError)               a query that an engine cannot run exactly
    ├── VectorError (ValueError)            a file of worked cases that cannot be read
    ├── ChartError (RuntimeError)           a chart that cannot be drawn on this machine
    └── MissingExtraError (ImportError)     an optional package is not installed

A refusal under the law is not an exception: it is an :class:`~.working.outcome.Outcome`. A plugin
that fails is skipped with a :class:`PluginWarning`, a Python warning; a hypothetical value outside
the limits of the law is reported by a :class:`HypothesisWarning`.
"""

import copyreg
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from gansu_reemployment._lazy import lazy_names
from gansu_reemployment.i18n import Message, _


class GansuError(Exception):
    """The base of every exception of this library.

    *text* is a sentence marked for translation, with placeholders that *values* fill.
    """

    #: The items listed below the sentence, each on its own line.
    lines: "tuple[Fault | Message, ...]" = ()

    def __init__(self, text: str, **values: Any) -> None:
        self.message: Message = Message(text, values)
        super().__init__(text, values)

    def say(self, locale: str = "en") -> str:
        """Return the whole error in *locale* (``en`` or ``zh_CN``)."""
        listed = (f"  {line.say(locale)}" for line in self.lines)
        return "\n".join([self.message.say(locale), *listed])

    def show(self, locale: str) -> str:
        """Return the whole error within another sentence."""
        return self.say(locale)

    def __str__(self) -> str:
        return self.say()

    def __reduce__(self) -> tuple[Any, ...]:
        # Without the arguments of its class, so that an error of a worker process is restored.
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class ArgumentError(GansuError, TypeError):
    """A call with an argument of the wrong type; the message says what the call takes."""


class AmountError(GansuError, ValueError):
    """Not a sum of money: not a number, or finer than a fen."""


class FloatRefusedError(AmountError, TypeError):
    """A float was given where an exact number is needed."""


class DateError(GansuError, ValueError):
    """A date that does not exist, cannot be read, or is not a plain date."""


@frozen
class Fault:
    """One fault of the facts: where it is, and what would be right."""

    path: str
    problem: Message

    @classmethod
    def at(cls, path: str, text: str, **values: Any) -> "Fault":
        """Build a fault at *path* from a marked sentence."""
        return cls(path, Message(text, values))

    def say(self, locale: str = "en") -> str:
        """Return the path and the problem in *locale*."""
        values = {"path": self.path, "problem": self.problem}
        return Message(_("{path}: {problem}"), values).say(locale)


_OF_NO_CLASS: Final = _("The facts have {number} fault(s).")
_OF_A_CLASS: Final = _("The facts ({kind!s}) have {number} fault(s).")


class InvalidFactsError(GansuError, ValueError):
    """The facts have faults; *faults* lists each with its path.

    *kind* is the name of the class of facts, *text* another headline.
    """

    def __init__(self, faults: Iterable[Fault], text: str = "", *, kind: str = "") -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.lines: tuple[Fault | Message, ...] = self.faults
        self.kind = kind
        text = text or (_OF_A_CLASS if kind else _OF_NO_CLASS)
        super().__init__(text, number=len(self.faults), kind=kind)


class InvalidIdentityError(InvalidFactsError):
    """An invalid identity number; it is shown masked."""


class UnknownNameError(GansuError, LookupError):
    """A name that does not exist; *near* holds the right ones nearest to it, by default *known*."""

    def __init__(
        self, kind: Message, name: str, known: Sequence[str] = (), near: Sequence[str] = ()
    ) -> None:
        from gansu_reemployment.identity import mask  # noqa: PLC0415 - it imports errors
        from gansu_reemployment.names import near_names  # noqa: PLC0415 - only for an error

        self.name: str = mask(name)
        self.near: tuple[str, ...] = tuple(near) or near_names(name, known)
        text = (
            _("There is no {kind} {name!s}. Did you mean {near}?")
            if self.near
            else _("There is no {kind} {name!s}.")
        )
        super().__init__(text, kind=kind, name=self.name, near=self.near)


class AmbiguousNameError(GansuError, LookupError):
    """A name that several things share; *near* holds the full name of each."""

    def __init__(self, kind: Message, name: str, near: Sequence[str]) -> None:
        self.name = name
        self.near: tuple[str, ...] = tuple(near)
        text = _("The {kind} {name!s} may be any of {near}. Use the full name or the code.")
        super().__init__(text, kind=kind, name=name, near=self.near)


class RuleNotInForceError(GansuError, LookupError):
    """No value is known for that *day*; *path* is the path of the rule, or another subject."""

    def __init__(self, text: str, *, path: str, day: date, **values: Any) -> None:
        self.path = path
        self.day = day
        super().__init__(text, path=path, day=day, **values)


class RulebookError(GansuError, ValueError):
    """A rule table that is not well formed."""


class AmendmentError(RulebookError):
    """A local value that the law does not allow, or that amends nothing."""


class FormulaError(GansuError, SyntaxError):
    """A formula uses Python that cannot run over columns; *file* and *line* locate it.

    *source* is the text of the line. The message says what to write instead.
    """

    def __init__(self, text: str, *, file: str, line: int, source: str = "", **values: Any) -> None:
        self.message: Message = Message(text, values)
        SyntaxError.__init__(self, text, (file, line, None, source))
        self.file = file
        self.line = line
        self.source = source

    def say(self, locale: str = "en") -> str:
        """Return the location, the problem and the line of the formula in *locale*."""
        place = f"{self.file}:{self.line}: {super().say(locale)}"
        return f"{place}\n    {self.source}" if self.source else place


class PluginError(GansuError, RuntimeError):
    """A plugin that failed; *distribution* names it."""

    def __init__(self, distribution: str, text: str, **values: Any) -> None:
        self.distribution = distribution
        super().__init__(text, distribution=distribution, **values)


class GansuWarning(UserWarning):
    """Base of the warnings of the library; *message* is the sentence."""

    def __init__(self, text: str, **values: Any) -> None:
        self.message: Message = Message(text, values)
        super().__init__(text, values)

    def say(self, locale: str = "en") -> str:
        """Return the sentence in *locale* (``en`` or ``zh_CN``)."""
        return self.message.say(locale)

    def __str__(self) -> str:
        return self.say()


class PluginWarning(GansuWarning):
    """A problem of a plugin that does not stop the program."""


class HypothesisWarning(GansuWarning):
    """A hypothetical value outside the limits that the law sets on local values."""


class LedgerError(GansuError, OSError):
    """A ledger that cannot be opened, read or written."""


class LedgerConflictError(LedgerError):
    """The ledger has a case with this key and other contents."""


class LedgerChainError(LedgerError):
    """An entry of a ledger was changed, removed, inserted or moved, or a checkpoint differs."""


class NotDecidedError(GansuError, ValueError):
    """An outcome without a value; *lines* are its refusals, or the missing items."""

    def __init__(self, text: str, lines: Iterable[Message]) -> None:
        self.lines: tuple[Message, ...] = tuple(lines)
        super().__init__(text)


class TruthValueError(GansuError, TypeError):
    """Something that is neither true nor false was used as a condition."""


class RegisterError(GansuError, ValueError):
    """A file that is not a register, or lacks required columns."""


class ColumnsError(GansuError, ValueError):
    """A frame with wrong or missing columns; *faults* lists each and what would be right."""

    def __init__(self, text: str, faults: Iterable[Fault] = (), **values: Any) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.lines: tuple[Fault | Message, ...] = self.faults
        super().__init__(text, **values)


class SqlError(GansuError, ValueError):
    """A query that an engine cannot run exactly; the message names what the engine lacks."""


class VectorError(GansuError, ValueError):
    """A file of worked cases that cannot be read, or contains no cases."""


class ChartError(GansuError, RuntimeError):
    """A chart that cannot be drawn on this machine, such as one without Chinese fonts."""


class MissingExtraError(GansuError, ImportError):
    """An optional package is not installed; the message says what to install."""

    def __init__(self, package: str, extra: str) -> None:
        text = _("{package} is not installed: pip install 'gansu-reemployment[{extra}]'")
        super().__init__(text, package=package, extra=extra)


# The list below is made from the classes above by ``.ci/measures.py``.
# fmt: off
__all__ = [
    "AmbiguousNameError", "AmendmentError", "AmountError", "ArgumentError", "ChartError",
    "ColumnsError", "DateError", "Fault", "FloatRefusedError", "FormulaError", "GansuError",
    "GansuWarning", "HypothesisWarning", "InvalidFactsError", "InvalidIdentityError",
    "LedgerChainError", "LedgerConflictError", "LedgerError", "MissingExtraError",
    "NotDecidedError", "PluginError", "PluginWarning", "RegisterError", "RuleNotInForceError",
    "RulebookError", "SqlError", "TruthValueError", "UnknownNameError", "VectorError",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, {}, __all__)
