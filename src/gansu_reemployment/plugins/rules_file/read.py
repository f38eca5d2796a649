"""A region's rules as one TOML file (地方规定文件), for a place without a programmer.

.. code-block:: toml

    region = "武威市"
    checked_on = 2003-08-01             # optional

    [[document]]                        # only for a document that the register lacks
    symbol = "武政发〔2003〕1号"
    title = "再就业实施办法"
    issuers = ["武威市人民政府"]
    issued = 2003-06-28

    [[text]]                            # optional: where and when a document of the file was read
    document = "武政发〔2003〕1号"
    address = "https://example.org/wuwei-2003-1.html"
    read_on = 2003-08-01
    grade = "copy"

    [[amendment]]
    path = "hardship.age_day"
    since = 2003-07-01
    value = "year_end"
    document = "武政发〔2003〕1号"
    article = "第三条"
    standing = "read"

Facts and conditions are tables too: see :mod:`~.rules_file.conditions`. A further paper or group
of persons is a table ``[[term]]`` with the *path* of a rule of that list, a *code*, *zh* and *en*.
The region's own average wage of a year is a table ``[[wage]]`` with *year*, *wage* and its source.
The weights of a year are an amendment of ``breakdown.weights`` with ``value = { "凉州区" = 5 }``.
The objects and the checks are those of a plugin in Python; amounts and ratios are text. Every
fault of a file is reported at once, with its line. *checked_on* is the day on which the rows were
last compared with their documents.

Declare a place outside Gansu first, the higher level before the lower::

    [[declare]]
    code = "370000"
    name = "山东省"
    en = "Shandong Province"
    level = "province"
    parent = "000000"

A row that names a region above the file's belongs to that region and is for information only.
A row may take effect before its document's day of issue only with ``retroactive = true``: the
document itself must say that it reaches back.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from gansu_reemployment.errors import (
    AmendmentError,
    Fault,
    GansuError,
    InvalidFactsError,
    RulebookError,
    UnknownNameError,
)
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.documents import Citation, Instrument
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.law.rules import Reading
from gansu_reemployment.law.vocabulary import OpenChoice
from gansu_reemployment.plugins.hooks import LocalCondition, LocalSeries
from gansu_reemployment.plugins.rules_file.conditions import AddedFact, Threshold
from gansu_reemployment.plugins.rules_file.contents import RulesFile
from gansu_reemployment.plugins.rules_file.lines import Lines
from gansu_reemployment.plugins.rules_file.tables import (
    AddedTerm,
    Declared,
    Document,
    Row,
    Text,
    Wage,
    read_entry,
    read_table,
    unknown_entry,
)
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import GANSU_ID, NATION_ID, Region, gansu
from gansu_reemployment.registers.problems import file_problem
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.rulebook.places import of_another

_TABLES: Final = frozenset(
    {"region", "checked_on", "declare", "document", "text", "term", "amendment", "fact"}
    | {"condition", "wage"}
)


def read_rules(path: Path, book: Rulebook | None = None) -> RulesFile:
    """Read the file at *path*, whose rows are on rules of *book*; by default on national ones.

    Raises:
        RulebookError: the file does not exist, or is not TOML.
        InvalidFactsError: with every fault and its line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except FileNotFoundError as problem:
        raise RulebookError(_("There is no file {path}."), path=path) from problem
    except (OSError, ValueError, RecursionError) as problem:
        text = _("{path}: {problem}")
        raise RulebookError(text, path=path, problem=file_problem(problem)) from problem
    return _Reading(path, text, data, book or Rulebook.national()).file()


def file_sources(paths: Iterable[Path]) -> list[Source]:
    """Return the files at *paths*, and in the folders among them, as plugins to load.

    A file named explicitly is required, so its faults are raised.
    """
    files = [file for path in paths for file in _files(path)]
    return [
        Source(str(file), str(file), "", _loader(file), required=True, under_rules=True)
        for file in files
    ]


class _Reading:
    """Reads one file under the rules of *book*."""

    def __init__(self, path: Path, text: str, data: Mapping[str, Any], book: Rulebook) -> None:
        self._path = path
        self._data = data
        self._lines = Lines.of(text)
        self._faults: list[Fault] = []
        self._book = book
        self._regions = gansu()
        self._own: dict[str, list[Amendment]] = {}
        self._conditions = 0
        #: The documents whose own table has a fault.
        self._spoilt: set[str] = set()

    def file(self) -> RulesFile:
        """Read everything, and raise all faults together."""
        for name in sorted(set(self._data) - _TABLES):
            self._fault(self._lines.top(name), unknown_entry(name, _TABLES).problem, name)
        declared = self._each("declare", self._declare)
        region, checked_on = self._region(), self._checked_on()
        # Without a region its rows are checked as those of the province.
        places = self._regions.chain(region or self._regions.find(GANSU_ID))
        self._book = self._book.at(places)
        documents = self._each("document", lambda table: read_table(Document, table))
        known = self._read_texts([document.instrument() for document in documents])
        self._each("term", self._term)
        rows = self._each("amendment", lambda table: self._amendment(table, known, region))
        facts = self._each("fact", lambda table: read_table(AddedFact, table))
        conditions = self._each("condition", lambda table: self._condition(table, known, region))
        series = self._each("wage", lambda table: self._wage(table, known))
        if self._faults or region is None:
            raise InvalidFactsError(self._faults, _("The rules file has {number} fault(s)."))
        own = tuple(row for row in rows if row.region == region.id)
        parts = (tuple(one) for one in (facts, conditions, series))
        return RulesFile(region.id, own, tuple(declared), checked_on, *parts)

    def _read_texts(self, documents: Iterable[Instrument]) -> list[Instrument]:
        """Return the documents of the file with where each was read."""
        known = {document.name: document for document in documents}

        def read(table: Mapping[str, Any]) -> None:
            text = read_table(Text, table)
            if text.document in self._spoilt:
                return
            if text.document not in known:
                raise UnknownNameError(Message(_("document")), text.document, list(known))
            found = known[text.document]
            known[text.document] = evolve(found, texts=(*found.texts, text.read()))

        self._each("text", read)
        return list(known.values())

    def _declare(self, table: Mapping[str, Any]) -> Region:
        region = read_table(Declared, table).region()
        self._regions = self._regions.with_region(region)
        return region

    def _term(self, table: Mapping[str, Any]) -> OpenChoice:
        row = read_table(AddedTerm, table)
        return row.term(self._book.kind(row.path))

    def _region(self) -> Region | None:
        try:
            return self._regions.find(str(self._data["region"]))
        except KeyError:
            self._fault(1, Message(_("a value is needed")), "region")
        except GansuError as problem:
            self._fault(self._lines.top("region"), problem.message)
        return None

    def _checked_on(self) -> date | None:
        given = self._data.get("checked_on")
        try:
            day: date | None = read_entry("checked_on", date | None, given)
        except InvalidFactsError as error:
            for fault in error.faults:
                self._fault(self._lines.top("checked_on"), fault.problem, fault.path)
            return None
        return day

    def _each(self, name: str, read: Any) -> list[Any]:
        found = []
        tables = self._data.get(name, [])
        if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
            text = _("write {name} as tables [[{name}]]")
            self._fault(self._lines.top(name), Message(text, {"name": name}))
            return []
        for number, table in enumerate(tables):
            try:
                found.append(read(table))
            except InvalidFactsError as error:
                if name == "document":
                    self._spoilt |= {str(table.get(key)) for key in ("symbol", "title")}
                for fault in error.faults:
                    self._fault(
                        self._lines.number(name, number, fault.path), fault.problem, fault.path
                    )
            except GansuError as error:
                self._fault(self._lines.number(name, number, "path"), error.message)
        return found

    def _amendment(
        self, table: Mapping[str, Any], known: Iterable[Instrument], region: Region | None
    ) -> Amendment:
        row = read_table(Row, table)
        place = self._regions.find(row.region) if row.region else region
        rule = self._book.find(row.path)
        if row.value is None and not isinstance(rule, Reading):
            raise InvalidFactsError([Fault.at("value", _("a value is needed"))])
        cite = self._cite(row, known)
        amendment = row.amendment(cite, place.id if place else "")
        if place != region:
            self._check_above(amendment, place, region)
        elif region is None or region.id != NATION_ID:
            amendment = self._checked(amendment)
        return amendment

    def _condition(
        self, table: Mapping[str, Any], known: Iterable[Instrument], region: Region | None
    ) -> LocalCondition:
        row = read_table(Threshold, table)
        self._conditions += 1
        code = region.id if region else ""
        return row.local(self._cite(row, known), f"place_{code}_{self._conditions}")

    def _wage(self, table: Mapping[str, Any], known: Iterable[Instrument]) -> LocalSeries:
        row = read_table(Wage, table)
        return row.local(self._cite(row, known))

    def _cite(self, row: Row | Threshold | Wage, known: Iterable[Instrument]) -> Citation:
        """Return the place in the document; a faulty document is reported at its table."""
        if row.document in self._spoilt:
            return Instrument(row.document, "", (), None, None).at(row.article, row.standing)
        return find_instrument(row.document, known).at(row.article, row.standing)

    def _check_above(self, row: Amendment, place: Region | None, region: Region | None) -> None:
        """Reject a row of another region, unless it is a region above."""
        if place and region and place not in self._regions.chain(region):
            raise of_another(row.path, place, region)

    def _checked(self, row: Amendment) -> Amendment:
        """Check a row of the region's own against the rule, together with its earlier rows."""
        self._book.find(row.path).check_delegated()
        try:
            row.check()
        except AmendmentError as error:
            raise InvalidFactsError([Fault("since", error.message)]) from None
        checked = evolve(row, value=read_entry("value", self._book.kind(row.path), row.value))
        self._book.amended([*self._own.get(row.path, ()), checked])
        self._own.setdefault(row.path, []).append(checked)
        return checked

    def _fault(self, line: int, problem: Message, key: str = "") -> None:
        place = f"{self._path}:{line}" + (f" {key}" if key else "")
        self._faults.append(Fault(place, problem))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.toml"))
    if not found:
        raise RulebookError(_("There is no rules file in the folder {path}."), path=path)
    return found


def _loader(file: Path) -> Any:
    return lambda book: read_rules(file, book)
