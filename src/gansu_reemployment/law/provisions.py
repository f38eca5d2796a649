"""Rows of law (规定): a value, the days it holds, where it stands, and the limits of local ones."""

from datetime import date
from fractions import Fraction
from typing import Any, Generic, TypeVar

from attrs import frozen

from gansu_reemployment.i18n import Message, _, choose_locale, show, translate
from gansu_reemployment.law.documents import Citation

T_co = TypeVar("T_co", covariant=True)


@frozen
class Provision(Generic[T_co]):
    """One dated row of a rule (规定): *value* holds from *since* to *until*, both included.

    *region* is the code of the place that set the row, ``None`` for the nation.
    """

    since: date
    value: T_co
    cite: Citation
    until: date | None = None
    region: str | None = None

    @property
    def known_on(self) -> date:
        """The first day on which this row could be known: its document's day of issue.

        Where that is not known, the day by which the document was out.
        """
        document = self.cite.instrument
        return document.issued or document.known_by or self.since


@frozen
class Bound:
    """The limits that the law sets to local values from a day on, with their source."""

    since: date
    cite: Citation
    least: Any = None
    most: Any = None

    def allows(self, value: Any) -> bool:
        """Tell whether *value* is of the limits' type and lies within, ends included."""
        limits = [limit for limit in (self.least, self.most) if limit is not None]
        if not all(_alike(value, limit) for limit in limits):
            return False
        return (self.least is None or value >= self.least) and (
            self.most is None or value <= self.most
        )

    def limits(self) -> tuple[Message, ...]:
        """Say each limit that is set."""
        ends = ((_("at least {limit}"), self.least), (_("at most {limit}"), self.most))
        return tuple(Message(text, {"limit": limit}) for text, limit in ends if limit is not None)


def _alike(value: Any, limit: Any) -> bool:
    numbers = (int, Fraction)
    if isinstance(limit, numbers):
        return isinstance(value, numbers) and not isinstance(value, bool)
    return isinstance(value, type(limit))


@frozen
class Amendment:
    """A local row for the rule at *path* (地方规定), to be laid over it by a rulebook."""

    path: str
    since: date
    value: Any
    cite: Citation
    region: str
    until: date | None = None

    def provision(self) -> Provision[Any]:
        """Give the row that this amendment adds."""
        return Provision(self.since, self.value, self.cite, self.until, self.region)


def origin(row: Provision[Any], locale: str) -> str:
    """Give the document behind a row, with the days that a reader needs to judge it."""
    issued = row.cite.instrument.issued
    text = row.cite.show(locale)
    if issued and issued > row.since:
        late = translate(_("issued {issued}, in force from {since}"), locale)
        text += "，" if choose_locale(locale) == "zh_CN" else ", "
        text += late.format(issued=show(issued, locale), since=show(row.since, locale))
    return text
