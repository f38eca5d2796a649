"""Provisions (规定): a value, the days it is in force, its citation, and limits of local values."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from fractions import Fraction
from itertools import groupby
from typing import Any, Final, Generic, Self, TypeVar

from attrs import evolve, frozen

from gansu_reemployment.errors import AmendmentError
from gansu_reemployment.i18n import Message, _, show, translate, wording
from gansu_reemployment.law.documents import Citation, Instrument, Standing

T_co = TypeVar("T_co", covariant=True)

#: The note of a row whose words were read and are not at an address that is known.
READ_ONCE: Final = _("Read once; the words were not found again on 2026-11-27.")
#: The note of a row that says that there is no such rule.
NO_TEXT: Final = _("No national text of the time that is known has such a rule.")


@frozen
class Provision(Generic[T_co]):
    """One dated row of a rule (规定): *value* is in force from *since* to *until*, both included.

    *region* is the code of the region that set the row, ``None`` for the nation. *note* is a
    marked sentence that a reader of the row needs, such as why it is a reading.
    """

    since: date
    value: T_co
    cite: Citation
    until: date | None = None
    region: str | None = None
    note: str = ""

    def noted(self, text: str) -> Self:
        """Return the row with a note, a sentence that this call marks for translation."""
        return evolve(self, note=text)

    @property
    def known_on(self) -> date:
        """The first day on which this row could be known: its document's day of issue.

        If that is unknown, the day by which the document was out.
        """
        document = self.cite.instrument
        return document.issued or document.known_by or self.since

    @property
    def is_retroactive(self) -> bool:
        """Whether the row is in force before the day its document was issued (溯及既往)."""
        issued = self.cite.instrument.issued
        return issued is not None and self.since < issued


def cited(
    since: date, cite: Citation, until: date | None = None, *, note: str = ""
) -> Provision[None]:
    """Build the row of a reading: a sentence that applies from *since*, without a value."""
    return Provision(since, None, cite, until, note=note)


@frozen
class Bound:
    """The limits that the law sets on local values from a day on, with their source."""

    since: date
    cite: Citation
    least: Any = None
    most: Any = None

    def allows(self, value: Any) -> bool:
        """Return whether *value* is of the limits' type and within them, ends included."""
        limits = [limit for limit in (self.least, self.most) if limit is not None]
        if not all(_alike(value, limit) for limit in limits):
            return False
        return (self.least is None or value >= self.least) and (
            self.most is None or value <= self.most
        )

    def limits(self) -> tuple[Message, ...]:
        """Return a sentence for each limit that is set."""
        ends = ((_("at least {limit}"), self.least), (_("at most {limit}"), self.most))
        return tuple(Message(text, {"limit": limit}) for text, limit in ends if limit is not None)


def _alike(value: Any, limit: Any) -> bool:
    numbers = (int, Fraction)
    if isinstance(limit, numbers):
        return isinstance(value, numbers) and not isinstance(value, bool)
    return isinstance(value, type(limit))


@frozen
class Amendment:
    """A local row for the rule at *path* (地方规定), to be applied by a rulebook.

    *retroactive* states that the document reaches back (溯及既往): only then may *since* lie
    before its day of issue. *note* is a marked sentence that a reader of the row needs.
    """

    path: str
    since: date
    value: Any
    cite: Citation
    region: str
    until: date | None = None
    retroactive: bool = False
    note: str = ""

    def noted(self, text: str) -> Self:
        """Return the row with a note, a sentence that this call marks for translation."""
        return evolve(self, note=text)

    def provision(self) -> Provision[Any]:
        """Return the row that this amendment adds."""
        return Provision(self.since, self.value, self.cite, self.until, self.region, self.note)

    def check(self) -> None:
        """Check the parts that do not depend on the rule: types, and the day of the document.

        Raises:
            AmendmentError: the row cites no article of a document, or a hypothesis; a day is not a
                date; or the row takes effect before its document was issued and is not marked as
                retroactive.
        """
        if isinstance(self.cite, Instrument):
            text = _('{path}: cite an article of the document: DOCUMENT.at("第三条").')
            raise AmendmentError(text, path=self.path)
        for name, value, kind, wanted in self._parts():
            if not isinstance(value, kind) or isinstance(value, datetime):
                raise AmendmentError(
                    _("{path}: {name} is {value!r}, not {kind}."),
                    path=self.path,
                    name=name,
                    value=value,
                    kind=Message(wanted),
                )
        if self.cite.standing is Standing.HYPOTHETICAL:
            text = _("{path}: a hypothesis is not a local rule; try it by Rulebook.supposing.")
            raise AmendmentError(text, path=self.path)
        if self.provision().is_retroactive and not self.retroactive:
            raise AmendmentError(
                _(
                    "{path}: the row takes effect on {since}, but its document {document} was "
                    "issued on {issued}. If the document is retroactive, mark the row as "
                    "retroactive."
                ),
                path=self.path,
                since=self.since,
                document=self.cite.instrument.name,
                issued=self.cite.instrument.issued,
            )

    def _parts(self) -> Iterator[tuple[str, Any, Any, str]]:
        """Yield each part with its name, its type and the name of the type."""
        day, day_or_none = _("a date"), _("a date or nothing")
        yield "path", self.path, str, _("a text")
        yield "region", self.region, str, _("a text")
        yield "since", self.since, date, day
        yield "until", self.until, date | None, day_or_none
        yield "cite", self.cite, Citation, _("a citation")
        yield "cite.standing", self.cite.standing, Standing, _("a standing")
        document = self.cite.instrument
        yield "cite.instrument", document, Instrument, _("a document")
        yield "issued", document.issued, date | None, day_or_none
        yield "known_by", document.known_by, date | None, day_or_none


def origin(row: Provision[Any], locale: str) -> str:
    """Return the document of a row, with its dates if the row is retroactive."""
    issued = row.cite.instrument.issued
    text = row.cite.show(locale)
    if row.is_retroactive:
        late = translate(_("issued {issued}, in force from {since}"), locale)
        text += wording("，", ", ", locale)
        text += late.format(issued=show(issued, locale), since=show(row.since, locale))
    return text + _elsewhere(row, locale)


def _elsewhere(row: Provision[Any], locale: str) -> str:
    """Return whose document it is, where a national row rests on that of another place."""
    place = row.cite.instrument.place
    if place is None or row.region is not None:
        return ""
    zh, en = place
    name = wording(zh, en, locale)
    return translate(_(" (a document of {place})"), locale).format(place=name)


def is_lost(row: Provision[Any], path: str) -> bool:
    """Return whether the words of a row of the rule at *path* are known without an address.

    Those of the register were read once, in the document or in another one, and were not found
    again. A document of a place may simply lack the address at which it was read.
    """
    known = row.cite.standing in {Standing.READ, Standing.REPORTED}
    return known and not row.cite.sources(path)


def by_path(amendments: Iterable[Amendment]) -> dict[str, list[Amendment]]:
    """Return the amendments by the path of their rule, in the order of the paths."""
    ordered = sorted(amendments, key=lambda amendment: amendment.path)
    grouped = groupby(ordered, key=lambda amendment: amendment.path)
    return {path: list(rows) for path, rows in grouped}
