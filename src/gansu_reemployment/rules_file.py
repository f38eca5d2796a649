"""A region's rules as one TOML file (地方规定文件), for a place without a programmer.

.. code-block:: toml

    region = "武威市"
    checked_on = 2003-08-01             # may be left out

    [[document]]                        # only for a document that the register lacks
    symbol = "武政发〔2003〕1号"
    title = "再就业实施办法"
    issuers = ["武威市人民政府"]
    issued = 2003-06-28

    [[amendment]]
    path = "hardship.age_day"
    since = 2003-07-01
    value = "year_end"
    document = "武政发〔2003〕1号"
    article = "第三条"
    standing = "read"

The objects and the checks are those of a plugin in Python; amounts and ratios are text. Every
fault of a file is told at once, with its line. *checked_on* is the day on which somebody last
compared the rows with their documents.

A place outside Gansu is declared before, the higher one first::

    [[declare]]
    code = "370000"
    name = "山东省"
    en = "Shandong Province"
    level = "province"
    parent = "000000"

A row that names another region than the file's is that region's: it is there to be read.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import NOTHING, evolve, field, frozen

from gansu_reemployment.errors import Fault, GansuError, InvalidFactsError, RulebookError
from gansu_reemployment.facts import CheckedFacts, fact
from gansu_reemployment.hookspecs import LocalRules, hookimpl
from gansu_reemployment.host import Source
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.ledger.converter import read_facts, read_value
from gansu_reemployment.regions import NATION_ID, Level, Region, gansu
from gansu_reemployment.rulebook import Rulebook

_TABLES: Final = frozenset({"region", "checked_on", "declare", "document", "amendment"})


@frozen(kw_only=True, slots=False)
class Document(CheckedFacts):
    """A local document that the register lacks (地方文件)."""

    symbol: str = fact("文号", "symbol", default="")
    title: str = fact("标题", "title", default="")
    issuers: tuple[str, ...] = fact("发文机关", "issuers", default=())
    issued: date | None = fact("发布日期", "issued")
    effective: date | None = fact("施行日期", "effective")

    def instrument(self) -> Instrument:
        """Give the document as the rules cite it."""
        return Instrument(self.symbol, self.title, self.issuers, self.issued, self.effective)


@frozen(kw_only=True, slots=False)
class Declared(CheckedFacts):
    """A region outside Gansu (省外行政区划)."""

    code: str = fact("代码", "code", default=NOTHING)
    name: str = fact("名称", "name", default=NOTHING)
    en: str = fact("英文名称", "English name", default=NOTHING)
    level: Level = fact("行政级别", "level", default=NOTHING)
    parent: str = fact("上级", "region above", default=NATION_ID)

    def region(self) -> Region:
        """Give the region."""
        return Region(self.code, self.name, self.en, self.level, self.parent)


@frozen(kw_only=True, slots=False)
class Row(CheckedFacts):
    """A row of the file: a value for the rule at *path*, and the document it rests on."""

    path: str = fact("规定", "path", default=NOTHING)
    region: str = fact("行政区划", "region", default="")
    since: date = fact("起始日期", "since", default=NOTHING)
    until: date | None = fact("截止日期", "until")
    value: Any = fact("值", "value", default=NOTHING)
    document: str = fact("文件", "document", default=NOTHING)
    article: str = fact("条款", "article", default="")
    standing: Standing = fact("来源等级", "standing", default=NOTHING)


@frozen(eq=False)
class RulesFile:
    """The rules of one region as a file gives them; two files are two, though they be alike."""

    region: str
    documents: tuple[Document, ...] = ()
    amendments: tuple[Amendment, ...] = field(factory=tuple)
    declares: tuple[Region, ...] = ()
    checked_on: date | None = None

    @hookimpl
    def local_rules(self) -> LocalRules:
        """Give the rules by the hook that a plugin would use."""
        return LocalRules(
            region=self.region,
            amendments=self.amendments,
            declares=self.declares,
            checked_on=self.checked_on,
        )


def read_rules(path: Path) -> RulesFile:
    """Read the file at *path*.

    Raises:
        RulebookError: the file is no TOML.
        InvalidFactsError: with every fault and its line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise RulebookError(_("{path}: {problem}"), path=path, problem=problem) from problem
    return _Reading(path, text, data).file()


def file_sources(paths: Iterable[Path]) -> list[Source]:
    """Give the files at *paths*, and in the folders among them, as plugins to load."""
    files = [file for path in paths for file in _files(path)]
    return [Source(str(file), str(file), "", _loader(file)) for file in files]


class _Reading:
    """Reads one file; *_lines* finds the line on which each table of an array begins."""

    def __init__(self, path: Path, text: str, data: Mapping[str, Any]) -> None:
        self._path = path
        self._data = data
        self._text = text.splitlines()
        self._faults: list[Fault] = []
        self._book = Rulebook.national()
        self._regions = gansu()
        self._own: dict[str, list[Amendment]] = {}

    def file(self) -> RulesFile:
        """Read everything, and raise all faults together."""
        for name in sorted(set(self._data) - _TABLES):
            self._fault(1, Message(_("there is no table {name}"), {"name": name}))
        declared = self._each("declare", self._declare)
        region, checked_on = self._region(), self._checked_on()
        documents = self._each("document", lambda table: read_facts(Document, table))
        known = {document.instrument().name: document.instrument() for document in documents}
        rows = self._each("amendment", lambda table: self._amendment(table, known, region))
        if self._faults:
            raise InvalidFactsError(self._faults)
        own = tuple(row for row in rows if row.region == region)
        return RulesFile(region, tuple(documents), own, tuple(declared), checked_on)

    def _declare(self, table: Mapping[str, Any]) -> Region:
        region = read_facts(Declared, table).region()
        self._regions = self._regions.with_region(region)
        return region

    def _region(self) -> str:
        try:
            return self._regions.find(str(self._data.get("region", ""))).id
        except GansuError as problem:
            self._fault(1, problem.message)
            return ""

    def _checked_on(self) -> date | None:
        if "checked_on" not in self._data:
            return None
        try:
            day: date = _placed("checked_on", date, self._data["checked_on"])
        except InvalidFactsError as error:
            for fault in error.faults:
                self._fault(1, fault.problem, fault.path)
            return None
        return day

    def _each(self, name: str, read: Any) -> list[Any]:
        found = []
        tables = self._data.get(name, [])
        if not isinstance(tables, list):
            self._fault(1, Message(_("write {name} as tables [[{name}]]"), {"name": name}))
            return []
        for number, table in enumerate(tables):
            try:
                found.append(read(table))
            except InvalidFactsError as error:
                for fault in error.faults:
                    self._fault(self._line(name, number, fault.path), fault.problem, fault.path)
            except GansuError as error:
                self._fault(self._line(name, number, "path"), error.message)
        return found

    def _amendment(
        self, table: Mapping[str, Any], known: Mapping[str, Instrument], region: str
    ) -> Amendment:
        row = read_facts(Row, table)
        place = self._regions.find(row.region).id if row.region else region
        own = place == region != NATION_ID
        rule = self._book.find(row.path)
        document = known.get(row.document) or find_instrument(row.document)
        cite = document.at(row.article, row.standing)
        amendment = Amendment(row.path, row.since, row.value, cite, place, row.until)
        if own:
            rule.check_delegated()
            value = _placed("value", self._book.kind(row.path), row.value)
            amendment = evolve(amendment, value=value)
            self._book.amended([*self._own.get(row.path, ()), amendment])
            self._own.setdefault(row.path, []).append(amendment)
        return amendment

    def _line(self, name: str, number: int, key: str) -> int:
        starts = [n for n, line in enumerate(self._text, 1) if line.strip() == f"[[{name}]]"]
        if number >= len(starts):
            return 1
        for n, line in enumerate(self._text[starts[number] :], starts[number] + 1):
            if line.strip().startswith("[["):
                break
            if line.partition("=")[0].strip() == key.partition(".")[0]:
                return n
        return starts[number]

    def _fault(self, line: int, problem: Message, key: str = "") -> None:
        place = f"{self._path}:{line}" + (f" {key}" if key else "")
        self._faults.append(Fault(place, problem))


def _placed(name: str, kind: Any, value: Any) -> Any:
    """Read a value; its faults stand at *name*."""
    try:
        return read_value(kind, value)
    except InvalidFactsError as error:
        raise InvalidFactsError(evolve(fault, path=name) for fault in error.faults) from None


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.toml")) if path.is_dir() else [path]


def _loader(file: Path) -> Any:
    return lambda: read_rules(file)
