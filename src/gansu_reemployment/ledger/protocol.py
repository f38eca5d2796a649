"""What a ledger promises (台账接口), and the opening of one by its URL.

Every ledger passes :class:`gansu_reemployment.testing.LedgerContract`. In the core are
``memory:`` and ``sqlite:///cases.db``; plugins bring further ones.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Literal, Protocol, Self

from attrs import frozen

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import _
from gansu_reemployment.working.outcome import Status

if TYPE_CHECKING:  # they load cattrs
    from gansu_reemployment.ledger.cases import Case
    from gansu_reemployment.ledger.records import Record

#: By what a ledger counts its cases.
CountBy = Literal["status", "measure", "region", "reason"]


@frozen
class Appended:
    """What became of a batch: how many entries were *added*, how many *known* before."""

    added: int
    known: int


class Ledger(Protocol):
    """A ledger of cases and records: append-only, idempotent by key, a transaction per batch.

    Every method raises ``LedgerError`` if the ledger is closed, or cannot be read or written.
    """

    def append(self, cases: Iterable["Case"]) -> Appended:
        """Enter a batch, all of it or nothing; the batch may be a generator of any length.

        A case that stands in the ledger with the same contents (every field of it) is known
        and not entered again. If reading *cases* raises, nothing is entered.

        Raises:
            LedgerConflictError: a key stands there with other contents, or the entry that a
                case corrects has been corrected by another; nothing is entered.
            LedgerError: a case corrects an entry that is not there; nothing is entered.
        """

    def get(self, key: str) -> "Case":
        """Give the case with this key.

        Raises:
            UnknownNameError: there is none.
        """

    def find(
        self,
        *,
        region: str | None = None,
        measure: str | None = None,
        on: date | None = None,
        status: Status | str | None = None,
        code: str | None = None,
        subject: str | None = None,
        current: bool = False,
    ) -> Iterator["Case"]:
        """Give the cases that match all that is given, one by one, in the order of entry.

        *on* is the day whose law applied, *code* that of a refusal. With *current* those
        entries are left out that a later one corrects. Cases entered after the call are not
        given, so that what is found may be appended to.

        Raises:
            UnknownNameError: there is no such status.
        """

    def count(self, by: CountBy, *, current: bool = False) -> dict[str, int]:
        """Count the cases by status, measure, region or code of refusal, sorted by name.

        A case refused for several reasons counts once for each. With *current* those
        entries are left out that a later one corrects.

        Raises:
            UnknownNameError: cases are not counted by that.
        """

    def history(self, key: str) -> tuple["Case", ...]:
        """Give the entry with this key, those it corrects and those that correct it, in order.

        Raises:
            UnknownNameError: there is no such entry.
        """

    def append_records(self, records: Iterable["Record"]) -> Appended:
        """Enter a batch of records as :meth:`append` enters cases, with the same errors."""

    def find_records(
        self,
        *,
        kind: str | None = None,
        region: str | None = None,
        on: date | None = None,
        current: bool = False,
    ) -> Iterator["Record"]:
        """Give the records that match all that is given, as :meth:`find` gives cases."""

    def close(self) -> None:
        """Close the ledger; a closed one may be closed again."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


#: How the URL of a ledger in an SQLite file begins.
SQLITE: Final = "sqlite:///"
#: Opens a ledger from its whole URL.
LedgerFactory = Callable[[str], Ledger]


def open_ledger(
    url: str, backends: Mapping[str, LedgerFactory] | None = None, *, make: bool = True
) -> Ledger:
    """Open the ledger at *url*; a file that is not there is made.

    Args:
        url: ``memory:``, ``sqlite:///relative.db``, ``sqlite:////absolute.db``,
            ``sqlite:///C:/windows.db``, or what a plugin brings. What follows the third
            slash is the file's name as it is, without escapes.
        backends: further ledgers by scheme; they go before those of the core.
        make: whether an SQLite file that is not there is made.

    Raises:
        LedgerError: no such scheme is known, the ledger cannot be opened, or it is not there.
    """
    known = {**BACKENDS, **(backends or {})}
    scheme, colon, _rest = url.partition(":")
    if not colon or len(scheme) < 2:
        text = _("A ledger is named by a URL such as sqlite:///cases.db or memory:.")
        raise LedgerError(text)
    if scheme not in known:
        raise _unknown_scheme(scheme, tuple(sorted(known)))
    file = url.removeprefix(SQLITE)
    if not make and file != url and not Path(file).exists():
        raise LedgerError(_("There is no ledger {file}."), file=file)
    return known[scheme](url)


def _unknown_scheme(scheme: str, known: tuple[str, ...]) -> LedgerError:
    # The rest of the URL is not shown: it may hold a password.
    plugin = _PLUGINS.get(scheme.partition("+")[0])
    text = (
        _("No ledger for {scheme}: is installed; known are {known}. Install {plugin}.")
        if plugin
        else _("There is no ledger for {scheme}:; known are {known}.")
    )
    return LedgerError(text, scheme=scheme, known=known, plugin=plugin)


def _open_memory(url: str) -> Ledger:
    from gansu_reemployment.ledger.memory import MemoryLedger  # noqa: PLC0415 - on demand

    return MemoryLedger.open(url)


def _open_sqlite(url: str) -> Ledger:
    from gansu_reemployment.ledger.sqlite import SqliteLedger  # noqa: PLC0415 - on demand

    return SqliteLedger.open(url)


#: The ledgers of the core by scheme.
BACKENDS: Final[Mapping[str, LedgerFactory]] = {"memory": _open_memory, "sqlite": _open_sqlite}
#: The plugins of the project that bring a ledger, by scheme.
_PLUGINS: Final[Mapping[str, str]] = {"postgresql": "gansu-reemployment-ledger-sqlalchemy"}
