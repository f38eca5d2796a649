"""The protocol of ledgers (台账接口), and opening a ledger by its URL.

Every ledger passes :class:`gansu_reemployment.testing.LedgerContract`. The core has ``memory:``
and ``sqlite:///cases.db``; plugins add further ones.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Literal, Protocol, Self

from attrs import frozen

from gansu_reemployment.errors import LedgerError
from gansu_reemployment.i18n import _
from gansu_reemployment.objects.arguments import need
from gansu_reemployment.working.outcome import Status

if TYPE_CHECKING:  # they load cattrs
    from gansu_reemployment.ledger.cases import Case
    from gansu_reemployment.ledger.links import Kept
    from gansu_reemployment.ledger.records import Record

#: The kind of an entry: a case or a record. Each has keys and a chain of its own.
Kind = Literal["case", "record"]
#: The attributes by which a ledger can count its cases.
CountBy = Literal["status", "measure", "region", "reason"]


@frozen
class Appended:
    """The result of a batch: the number of entries *added*, and of those already *known*."""

    added: int
    known: int


class Ledger(Protocol):
    """A ledger of cases and records: append-only, idempotent by key, a transaction per batch.

    Every method raises ``LedgerError`` if the ledger is closed, or cannot be read or written.
    """

    def append(self, cases: Iterable["Case"]) -> Appended:
        """Enter a batch completely or not at all; it may be a generator of any length.

        A case that is in the ledger with the same contents is known and not entered again; only
        the day of entry may differ, and the earlier one remains. If iterating over *cases* raises,
        nothing is entered.

        Raises:
            LedgerConflictError: a key is there with other contents, or the entry that a case
                corrects has been corrected by another; nothing is entered.
            LedgerError: a case corrects an entry that is not there; nothing is entered.
        """

    def get(self, key: str) -> "Case":
        """Return the case with this key.

        Raises:
            UnknownNameError: there is no such case.
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
        """Yield the cases that match all given arguments, one by one, in the order of entry.

        *on* is the day whose law applied, *code* the code of a refusal. With *current*, entries
        that a later one corrects are skipped. Cases entered after the call are not yielded, so
        that entries can be appended during the iteration.

        Raises:
            UnknownNameError: there is no such status.
        """

    def count(self, by: CountBy, *, current: bool = False) -> dict[str, int]:
        """Count the cases by status, measure, region or code of refusal, sorted by name.

        A case refused for several reasons counts once for each. With *current*, entries that a
        later one corrects are skipped.

        Raises:
            UnknownNameError: cases cannot be counted by that.
        """

    def history(self, key: str) -> tuple["Case", ...]:
        """Return the entry with this key, with those that it corrects or that correct it, in order.

        Raises:
            UnknownNameError: there is no such entry.
        """

    def append_records(self, records: Iterable["Record"]) -> Appended:
        """Enter a batch of records as :meth:`append` enters cases, with the same errors."""

    def append_all(
        self, cases: Iterable["Case"], records: Iterable["Record"]
    ) -> tuple[Appended, Appended]:
        """Enter both batches in one transaction, with the same errors; the numbers are of each."""

    def find_records(
        self,
        *,
        kind: str | None = None,
        region: str | None = None,
        on: date | None = None,
        current: bool = False,
    ) -> Iterator["Record"]:
        """Yield the records that match all given arguments, as :meth:`find` yields cases."""

    def kept(self, kind: Kind) -> Iterator["Kept"]:
        """Yield every entry as it is kept, in the order of entry, with the hashes of its chain."""

    def chained_later(self) -> Mapping[Kind, tuple[int, date]]:
        """Return how many of the first entries are older than the chain, and when they joined it.

        A kind whose entries were all chained when they were entered is absent.
        """

    def close(self) -> None:
        """Close the ledger; closing it again has no effect."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


#: The beginning of the URL of a ledger in an SQLite file.
SQLITE: Final = "sqlite:///"
#: Opens a ledger from its full URL.
LedgerFactory = Callable[[str], Ledger]


def open_ledger(
    url: str, backends: Mapping[str, LedgerFactory] | None = None, *, make: bool = True
) -> Ledger:
    """Open the ledger at *url*; a missing file is created.

    Args:
        url: ``memory:``, ``sqlite:///relative.db``, ``sqlite:////absolute.db``,
            ``sqlite:///C:/windows.db``, or the URL of a plugin's ledger. The text after the
            third slash is the file's name, without escapes.
        backends: further ledgers by scheme; they take precedence over those of the core. By
            default they are those of the installed plugins.
        make: whether a missing SQLite file is created.

    Raises:
        ArgumentError: *url* is not text.
        LedgerError: the scheme is unknown, the ledger cannot be opened, or it does not exist.
    """
    need(url, str, "open_ledger", _("a URL such as 'sqlite:///cases.db'"))
    known = {**BACKENDS, **(backends or {})}
    scheme, colon, _rest = url.partition(":")
    if not colon or len(scheme) < 2:
        text = _("A ledger is named by a URL such as sqlite:///cases.db or memory:.")
        raise LedgerError(text)
    if scheme not in known and backends is None:
        from gansu_reemployment.plugins.loading import load_host  # noqa: PLC0415 - only if needed

        known |= load_host().ledgers
    if scheme not in known:
        raise _unknown_scheme(scheme, tuple(sorted(known)))
    file = url.removeprefix(SQLITE)
    if not make and file != url and not Path(file).exists():
        raise LedgerError(_("There is no ledger {file}."), file=file)
    return known[scheme](url)


def _unknown_scheme(scheme: str, known: tuple[str, ...]) -> LedgerError:
    # The rest of the URL is not shown: it may contain a password.
    database = scheme.partition("+")[0]
    if database == "mysql":
        text = _(
            "There is no ledger for {scheme}:, for none has been tested on MySQL. The URL of a "
            "MariaDB server begins with mariadb:. Known are {known}."
        )
        return LedgerError(text, scheme=scheme, known=known)
    plugin = None if database in known else _PLUGINS.get(database)
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
#: The plugins of the project that add a ledger, by scheme.
_PLUGINS: Final[Mapping[str, str]] = dict.fromkeys(
    ("postgresql", "mariadb"), "gansu-reemployment-ledger-sqlalchemy"
)
