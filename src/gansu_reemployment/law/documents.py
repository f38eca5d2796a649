"""Documents and their articles (规范性文件、条款), and how well each is known (来源等级)."""

from datetime import date
from typing import Final

from attrs import evolve, frozen

from gansu_reemployment.i18n import Choice, show, wording
from gansu_reemployment.law.sources import TextRead, readings_for, readings_of


class Standing(Choice):
    """How well a fact is known (来源等级).

    A convention is not in any document: it is a choice of this library, such as which of two
    equal claims is served first. A hypothesis is not law: it is only tried.
    """

    READ = "原文", "read"
    REPORTED = "转引", "reported"
    ASSUMED = "推定", "assumed"
    CONVENTION = "约定", "convention"
    HYPOTHETICAL = "假设", "hypothetical"


@frozen
class Instrument:
    """A document that makes rules (规范性文件).

    *symbol* (文号) is empty if unknown; *issued* and *effective* are ``None`` if the day is
    unknown. *standing* grades how well the dates are known. *replaced_by* holds the symbols of its
    successors. *en* is its subject in English. *known_by* is the day by which a document with an
    unknown day of issue was out: the first day on which it is seen in use or, if only its year is
    known, the last day of that year.
    *place* names in both languages the place outside Gansu that made the document.
    *texts* are where a document was read that ``data/sources.csv`` lacks, such as that of a plugin.
    """

    symbol: str
    title: str
    issuers: tuple[str, ...]
    issued: date | None
    effective: date | None
    en: str = ""
    replaced_by: tuple[str, ...] = ()
    standing: Standing = Standing.READ
    note: str = ""
    known_by: date | None = None
    place: tuple[str, str] | None = None
    texts: tuple[TextRead, ...] = ()

    def at(self, article: str = "", standing: Standing = Standing.READ) -> "Citation":
        """Cite *article* of this document; *standing* grades how well its words are known."""
        return Citation(self, article, standing)

    def reported(self, article: str = "") -> "Citation":
        """Cite words that are known only from another document (转引)."""
        return self.at(article, Standing.REPORTED)

    def assumed(self, article: str = "") -> "Citation":
        """Cite the document of a reading that no known words settle (推定)."""
        return self.at(article, Standing.ASSUMED)

    @property
    def name(self) -> str:
        """The symbol, or the title if the number is unknown."""
        return self.symbol or self.title

    @property
    def read_at(self) -> tuple[TextRead, ...]:
        """Where and when the document, or a text that restates it, was read (出处)."""
        own = (evolve(text, instrument=text.instrument or self.name) for text in self.texts)
        return (*own, *readings_of(self.symbol, self.title))

    def show(self, locale: str) -> str:  # noqa: ARG002 - a title is never translated
        """Return title and symbol as officials cite them."""
        if not self.title:
            return self.symbol
        return f"《{self.title}》" + (f"（{self.symbol}）" if self.symbol else "")


@frozen
class Citation:
    """An article of a document (条款), and how well its words are known."""

    instrument: Instrument
    article: str = ""
    standing: Standing = Standing.READ

    @property
    def short(self) -> str:
        """Symbol and article, such as ``财税[2003]192号 第二条``."""
        return f"{self.instrument.name} {self.article}".rstrip()

    @property
    def document(self) -> str | None:
        """The name of the document; ``None`` for a convention of this library or a hypothesis."""
        return None if self.instrument in _NO_DOCUMENTS else self.instrument.name

    def sources(self, path: str = "") -> tuple[TextRead, ...]:
        """Return where the words cited by the rule at *path* were read; empty if not known."""
        return readings_for(self.instrument.read_at, self.article, path)

    def show(self, locale: str) -> str:
        """Return document and article; the standing is shown unless the words were read.

        A convention of this library or a hypothesis is shown as such, without a document.
        """
        if self.instrument in _NO_DOCUMENTS:
            return wording(self.instrument.title, self.instrument.en, locale)
        text = self.instrument.show(locale) + self.article
        if self.standing is Standing.READ:
            return text
        mark = show(self.standing, locale)
        return wording(f"{text}（{mark}）", f"{text} ({mark})", locale)


#: In the place of a document, for a choice of this library that no document makes (本库约定).
#: It is not in the register of documents, and is known from the beginning.
LIBRARY: Final = Instrument(
    "", "本库约定", (), None, None, "convention of this library", known_by=date.min
)
#: The citation of a convention of this library.
CONVENTION: Final = LIBRARY.at(standing=Standing.CONVENTION)
#: In the place of a document, for a hypothesis (假设), which is never law.
_SUPPOSED: Final = Instrument(
    "", "假设，非现行规定", (), None, None, "hypothesis, not the law", known_by=date.min
)
#: The citation of a hypothetical row.
HYPOTHESIS: Final = _SUPPOSED.at(standing=Standing.HYPOTHETICAL)
_NO_DOCUMENTS: Final = (LIBRARY, _SUPPOSED)
