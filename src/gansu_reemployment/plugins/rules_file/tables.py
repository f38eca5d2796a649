"""The tables of a rules file (地方规定文件的表): see :mod:`.rules_file.read`."""

import typing
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, Self, TypeVar

from attrs import evolve, field, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts, describe, fact, meaning, positive
from gansu_reemployment.fact_model.readers import read_facts, read_value
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.documents import Citation, Instrument, Standing
from gansu_reemployment.law.provisions import Amendment, Provision
from gansu_reemployment.law.sources import Extent, Grade, TextRead
from gansu_reemployment.law.vocabulary import OpenChoice
from gansu_reemployment.money import Yuan
from gansu_reemployment.plugins.hooks import LocalSeries
from gansu_reemployment.regions import NATION_ID, Level, Region

T = TypeVar("T", bound=CheckedFacts)


@frozen(kw_only=True, slots=False)
class Document(CheckedFacts):
    """A local document that the register lacks (地方文件)."""

    symbol: str = fact("文号", "symbol", default="")
    title: str = fact("标题", "title", default="")
    issuers: tuple[str, ...] = fact("发文机关", "issuers", default=())
    issued: date | None = fact("发布日期", "issued")
    effective: date | None = fact("施行日期", "effective")
    en: str = fact("英文说明", "subject in English", default="")
    replaced_by: tuple[str, ...] = fact("替代文件", "replaced by", default=())
    standing: Standing = fact("来源等级", "standing", default=Standing.READ)
    note: str = fact("说明", "note", default="")
    known_by: date | None = fact("至迟日期", "known by")
    place: tuple[str, ...] = fact("省外地方（中文、英文）", "place outside Gansu", default=())

    def contradictions(self) -> list[Fault]:
        """Return the fault of a place that is not named in both languages."""
        if len(self.place) in {0, 2}:
            return []
        return [Fault.at("place", _("write the Chinese and the English name"))]

    @classmethod
    def of(cls, one: Instrument) -> Self:
        """Return an instrument as a table."""
        values = {field.name: getattr(one, field.name) for field in describe(cls)}
        return cls(**{**values, "place": one.place or ()})

    def instrument(self) -> Instrument:
        """Return the document as an instrument."""
        values = {field.name: getattr(self, field.name) for field in describe(Document)}
        return Instrument(**{**values, "place": self.place or None})


@frozen(kw_only=True, slots=False)
class Text(CheckedFacts):
    """Where and when a document of the file was read (出处)."""

    document: str = field(metadata=meaning("文件", "document"))
    address: str = field(metadata=meaning("网址", "address"))
    read_on: date = field(metadata=meaning("阅读日期", "read on"))
    grade: Grade = field(metadata=meaning("版本", "kind of the copy"))
    article: str = fact("条款", "article", default="")
    extent: Extent = fact("阅读范围", "extent", default=Extent.WHOLE)
    supports: tuple[str, ...] = fact("所依据的规定", "rules that rest on it", default=())
    restated_by: str = fact("转述的文件", "text that restates it", default="")

    @classmethod
    def of(cls, document: str, read: TextRead) -> Self:
        """Return a text that was read of the document of that name as a table."""
        return cls(
            document=document,
            address=read.address,
            read_on=read.read_on,
            grade=read.grade,
            article=read.article,
            extent=read.extent,
            supports=tuple(sorted(read.supports)),
            restated_by=read.instrument if read.restates else "",
        )

    def read(self) -> TextRead:
        """Return the text that was read."""
        return TextRead(
            address=self.address,
            read_on=self.read_on,
            grade=self.grade,
            article=self.article,
            extent=self.extent,
            supports=frozenset(self.supports),
            instrument=self.restated_by,
            restates=self.document if self.restated_by else "",
        )


@frozen(kw_only=True, slots=False)
class Declared(CheckedFacts):
    """A region outside Gansu (省外行政区划)."""

    code: str = field(metadata=meaning("代码", "code"))
    name: str = field(metadata=meaning("名称", "name"))
    en: str = field(metadata=meaning("英文名称", "English name"))
    level: Level = field(metadata=meaning("行政级别", "level"))
    parent: str = fact("上级", "region above", default=NATION_ID)

    def region(self) -> Region:
        """Return the region."""
        return Region(self.code, self.name, self.en, self.level, self.parent)


@frozen(kw_only=True, slots=False)
class AddedTerm(CheckedFacts):
    """A term that the place adds to the list of the rule at *path* (增加的用语)."""

    path: str = field(metadata=meaning("规定", "path"))
    code: str = field(metadata=meaning("代码", "code"))
    zh: str = field(metadata=meaning("中文名称", "Chinese name"))
    en: str = field(metadata=meaning("英文名称", "English name"))

    def term(self, kind: Any) -> OpenChoice:
        """Return the term, of the list that a value of *kind* holds.

        Raises:
            InvalidFactsError: the list cannot be lengthened.
        """
        (item, *_rest) = typing.get_args(kind) or (kind,)
        if not (isinstance(item, type) and issubclass(item, OpenChoice)):
            text = _("a place cannot add terms to the values of {rule}")
            raise InvalidFactsError([Fault.at("path", text, rule=self.path)])
        return item.local(self.code, self.zh, self.en)


@frozen(kw_only=True, slots=False)
class Row(CheckedFacts):
    """A row of the file: a value for the rule at *path*, and the document it rests on.

    The row of a reading has no value.
    """

    path: str = field(metadata=meaning("规定", "path"))
    region: str = fact("行政区划", "region", default="")
    since: date = field(metadata=meaning("起始日期", "since"))
    until: date | None = fact("截止日期", "until")
    value: Any | None = fact("值", "value")
    document: str = field(metadata=meaning("文件", "document"))
    article: str = fact("条款", "article", default="")
    standing: Standing = field(metadata=meaning("来源等级", "standing"))
    retroactive: bool = fact("溯及既往", "retroactive", default=False)
    note: str = fact("说明", "note", default="")

    def amendment(self, cite: Citation, region: str) -> Amendment:
        """Build the amendment of the region with that code."""
        return Amendment(
            self.path, self.since, self.value, cite, region, self.until, self.retroactive, self.note
        )


@frozen(kw_only=True, slots=False)
class Wage(CheckedFacts):
    """The average wage of a year (职工平均工资), in yuan a year, with its source."""

    year: int = field(metadata=meaning("年度", "year"))
    wage: Yuan = field(metadata=meaning("年平均工资", "wage of the year", positive))
    document: str = field(metadata=meaning("文件", "document"))
    article: str = fact("条款", "article", default="")
    standing: Standing = field(metadata=meaning("来源等级", "standing"))

    @classmethod
    def of(cls, row: Provision[Yuan]) -> Self:
        """Return a row of the region's series as a table; it holds throughout the next year."""
        cite = row.cite
        return cls(
            year=row.since.year - 1,
            wage=row.value,
            document=cite.instrument.name,
            article=cite.article,
            standing=cite.standing,
        )

    def local(self, cite: Citation) -> LocalSeries:
        """Return the wage as a plugin in Python would state it."""
        return LocalSeries({self.year: self.wage}, cite)


def read_table(kind: type[T], table: Mapping[str, Any]) -> T:
    """Read a table of the file.

    Raises:
        InvalidFactsError: with every fault, each at the name of its entry.
    """
    known = [field.name for field in describe(kind)]
    faults = [unknown_entry(name, known) for name in table if name not in known]
    try:
        read = read_facts(kind, {name: table[name] for name in table if name in known})
    except InvalidFactsError as error:
        raise InvalidFactsError([*faults, *error.faults]) from None
    if faults:
        raise InvalidFactsError(faults)
    return read


def read_entry(name: str, kind: Any, value: Any) -> Any:
    """Read the value of the entry *name*.

    Raises:
        InvalidFactsError: with every fault, all at *name*.
    """
    try:
        return read_value(kind, value)
    except InvalidFactsError as error:
        raise InvalidFactsError(evolve(fault, path=name) for fault in error.faults) from None


def unknown_entry(name: str, known: Iterable[str]) -> Fault:
    """Build the fault of an unknown entry or table, with the nearest name."""
    near = tuple(get_close_matches(name, known, n=1, cutoff=0.5))
    if near:
        text = _("there is no entry of this name here; did you mean {near}?")
        return Fault(name, Message(text, {"near": near}))
    return Fault(name, Message(_("there is no entry of this name here")))
