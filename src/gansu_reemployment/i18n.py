"""Two languages for every sentence: zh_CN and en, through gettext; dates through Babel.

A sentence is written once in English, marked by :func:`_`, and translated in
``locale/zh_CN/LC_MESSAGES``. The name of a legal term is not a sentence: it is data, in Chinese
with its English equivalent (:class:`Choice`, :class:`~.law.rules.Rule`).

Babel is loaded on the first date that is formatted in Chinese, never before.
"""

import gettext
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from attrs import field, frozen

DOMAIN: Final = "gansu_reemployment"
LOCALE_DIR: Final = Path(__file__).parent / "locale"
#: The locales of the catalogues; the first is the language of the sources.
LOCALES: Final = ("en", "zh_CN")


def _(text: str) -> str:
    """Mark *text* for translation and return it unchanged."""
    return text


class Bilingual(str):
    """A sentence in both languages (双语语句), such as a reason or a step of a plugin.

    It is the English sentence, which knows the Chinese one: ``Bilingual("中文。", "English.")``.
    """

    __slots__ = ("zh",)
    zh: str

    def __new__(cls, zh: str, en: str) -> Self:
        """Keep the Chinese sentence beside the English one."""
        sentence = super().__new__(cls, en)
        sentence.zh = zh
        return sentence

    def __reduce__(self) -> tuple[type["Bilingual"], tuple[str, str]]:
        return Bilingual, (self.zh, str(self))


@frozen
class Message:
    """A sentence that can be formatted in either language, with the values it mentions."""

    text: str
    values: Mapping[str, Any] = field(factory=dict)

    def say(self, locale: str = "en") -> str:
        """Return the sentence in *locale* (``en`` or ``zh_CN``)."""
        shown = {name: show(value, locale) for name, value in self.values.items()}
        return translate(self.text, locale).format_map(shown)

    def __str__(self) -> str:
        return self.say()


class Choice(Enum):
    """Base of every enumeration of the law: the value is the Chinese term, *en* the English one.

    *code* is the spelling in files, columns and URLs: the member's name in lower case.
    """

    en: str
    if TYPE_CHECKING:

        def __hash__(self) -> int: ...

    else:
        # Members are single objects, so their identity is the cheapest hash.
        __hash__ = object.__hash__

    def __new__(cls, zh: str, en: str = "") -> Self:
        """Keep the Chinese term as the value and the English one beside it."""
        member = object.__new__(cls)
        member._value_ = zh
        member.en = en
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self:
        # Sex("female") is found like Sex("女"); the error names the codes.
        return cls.read(str(value))

    @property
    def code(self) -> str:
        """The spelling in files and columns, such as ``laid_off_soe``."""
        return self._name_.lower()

    @classmethod
    def read(cls, text: str) -> Self:
        """Find the member by its code, Chinese term or name.

        Raises:
            ValueError: no member has this spelling; the message names the codes.
        """
        found = spellings(cls).get(text)
        if isinstance(found, cls):
            return found
        known = ", ".join(member.code for member in cls)
        message = f"{text!r} is none of {known}"
        raise ValueError(message)


@cache
def spellings(kind: type[Choice]) -> Mapping[str, Choice]:
    """Return the members of *kind* by every spelling; the first member keeps a shared one."""
    spelt: dict[str, Choice] = {}
    for member in kind:
        for text in (member.code, member.value, member.name):
            spelt.setdefault(text, member)
    return spelt


@cache
def _catalogue(locale: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE_DIR, languages=[locale], fallback=True)


@lru_cache(maxsize=256)
def choose_locale(text: str | None) -> str:
    """Map a locale name such as ``zh_CN.UTF-8``, ``zh-Hans`` or ``C`` to one of :data:`LOCALES`."""
    return "zh_CN" if text and re.match(r"zh", text, re.IGNORECASE) else "en"


def wording(zh: str, en: str, locale: str) -> str:
    """Return the Chinese or the English text, as *locale* reads."""
    return zh if choose_locale(locale) == "zh_CN" else en


class Named:
    """Base of classes with a name in both languages; the Chinese one is authoritative."""

    __slots__ = ()
    zh: str
    en: str

    def show(self, locale: str) -> str:
        """Return the name in *locale*."""
        return wording(self.zh, self.en, locale)


def translate(text: str, locale: str) -> str:
    """Translate the marked sentence *text*; an unknown sentence is returned unchanged."""
    if isinstance(text, Bilingual):
        return wording(text.zh, str(text), locale)
    return _translated(text, locale) if text else ""


@lru_cache(maxsize=4096)
def _translated(text: str, locale: str) -> str:
    return _catalogue(choose_locale(locale)).gettext(text)


def show(value: Any, locale: str) -> str:  # noqa: PLR0911 - one line per type is the clearest table
    """Format *value* for a reader of *locale*: dates, yuan, percentages, legal terms."""
    if type(value) is str:
        return value
    if isinstance(value, Message):
        return value.say(locale)
    if isinstance(value, Choice):
        return wording(value.value, value.en, locale)
    if hasattr(value, "show"):
        return str(value.show(locale))
    if isinstance(value, bool):
        return translate(_("yes") if value else _("no"), locale)
    if isinstance(value, date):
        return _show_date(value, locale)
    if isinstance(value, Fraction):
        return show_share(value)
    if isinstance(value, Mapping):
        return show([f"{show(name, locale)} {show(value[name], locale)}" for name in value], locale)
    if isinstance(value, (tuple, frozenset, list)):
        between = wording("、", ", ", locale)
        items = sorted(value, key=str) if isinstance(value, frozenset) else value
        return between.join(show(item, locale) for item in items)
    return str(value)


def show_share(share: Fraction) -> str:
    """Format an exact ratio: as a percentage of at most four decimals, else as a fraction."""
    text = _decimals(100 * share.numerator, share.denominator)
    return f"{text}%" if text else str(share)


def show_number(number: Fraction) -> str:
    """Format an exact number: with at most four decimals, else as a fraction."""
    return _decimals(number.numerator, number.denominator, ",") or str(number)


def _decimals(numerator: int, denominator: int, group: str = "") -> str:
    """Format a number that has at most four decimals; empty if it has more."""
    units, more = divmod(abs(numerator) * 10**4, denominator)
    if more:
        return ""
    whole, rest = divmod(units, 10**4)
    text = f"{whole:{group}}.{rest:04d}".rstrip("0").rstrip(".")
    return f"{'-' if numerator < 0 else ''}{text}"


@lru_cache(maxsize=4096)
def _show_date(day: date, locale: str) -> str:
    if choose_locale(locale) == "en":
        return day.isoformat()
    from babel.dates import format_date  # noqa: PLC0415 - Babel is loaded on first use

    return format_date(day, "y年M月d日", locale="zh_CN")


def show_money(fen: int, locale: str) -> str:
    """Format an amount of *fen* in yuan, with thousands separators."""
    yuan, below = divmod(abs(fen), 100)
    unit = wording("元", " yuan", locale)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{below:02d}{unit}"
