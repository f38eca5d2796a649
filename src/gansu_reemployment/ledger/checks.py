"""Checks and errors that all ledgers share (台账通用校验)."""

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

from gansu_reemployment.dates import need_plain, read_date
from gansu_reemployment.errors import LedgerConflictError, LedgerError, UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.ledger.cases import Case, show_key
from gansu_reemployment.ledger.protocol import CountBy
from gansu_reemployment.working.outcome import Status


def conflict(key: str) -> LedgerConflictError:
    """Build the error of a key that is in the ledger with other contents."""
    text = _("The ledger has the case {key} with other contents; nothing was entered.")
    return LedgerConflictError(text, key=show_key(key))


def unknown_key(key: str) -> UnknownNameError:
    """Build the error of a key that is not in the ledger."""
    return UnknownNameError(Message(_("case with the key")), show_key(key))


def closed() -> LedgerError:
    """Build the error of a ledger that is used after it was closed."""
    return LedgerError(_("The ledger is closed."))


def failed(name: str, problem: str) -> LedgerError:
    """Build the error of a database operation that failed."""
    return LedgerError(_("The ledger {name} failed: {problem}"), name=name, problem=problem)


def removed(name: str) -> LedgerError:
    """Build the error of a file that is no longer where it was opened."""
    text = _("{name} was removed or replaced while it was open; nothing was entered.")
    return LedgerError(text, name=name)


def another_program(name: str) -> LedgerError:
    """Build the error of a database that holds other tables."""
    return LedgerError(_("{name} is a database of another program, not a ledger."), name=name)


def newer_version(name: str, found: object, known: object) -> LedgerError:
    """Build the error of tables that a newer version has created."""
    text = _("{name} was written by a newer version: its tables are {found}, known are {known}.")
    return LedgerError(text, name=name, found=found, known=known)


def check_correction(key: str, corrected: str, *, there: bool, by: str | None) -> None:
    """Check that the *corrected* entry is *there*, and not yet corrected *by* a third one.

    Raises:
        LedgerError: the entry is not in the ledger.
        LedgerConflictError: another entry corrects it.
    """
    values = {"key": show_key(key), "corrected": show_key(corrected)}
    if not there:
        text = _("The case {key} corrects {corrected}, which is not in the ledger.")
        raise LedgerError(text, **values)
    if by not in (None, key):
        text = _("The case {corrected} has been corrected by {by}; correct that one.")
        raise LedgerConflictError(text, **values, by=show_key(str(by)))


def status_code(status: Status | str | None) -> str | None:
    """Return the code of a status given as code, name or Chinese term.

    Raises:
        UnknownNameError: there is no such status.
    """
    if status is None or isinstance(status, Status):
        return status.code if status else None
    try:
        return Status.read(status).code
    except ValueError:
        codes = [member.code for member in Status]
        raise UnknownNameError(Message(_("status")), str(status), codes) from None


def asked_day(on: date | str | None) -> date | None:
    """Return the day that is searched for; a text is read.

    Raises:
        DateError: it is not a date.
    """
    if isinstance(on, str):
        return read_date(on)
    if on is not None:
        need_plain(on)
    return on


def check_count(by: Any) -> None:
    """Check that cases can be counted *by* this.

    Raises:
        UnknownNameError: cases cannot be counted by this.
    """
    if by not in get_args(CountBy):
        raise UnknownNameError(Message(_("count of cases by")), str(by), get_args(CountBy))


def chain(
    case: Case, get: Callable[[str], Case], corrected_by: Callable[[str], str | None]
) -> tuple[Case, ...]:
    """Return the chain of corrections that *case* belongs to, oldest first."""
    cases = [case]
    while (earlier := cases[0].corrects) is not None:
        cases.insert(0, get(earlier))
    while (later := corrected_by(cases[-1].key)) is not None:
        cases.append(get(later))
    return tuple(cases)
