"""Headings (表头): the mapping from the columns of a register to facts.

A heading is a fact's Chinese term, English term or name, or one of the :data:`SYNONYMS`.
Spaces, width, case, colons and asterisks do not matter, nor does a leading 是否.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain, islice
from typing import Any, Final

import attrs
from attrs import field, frozen

from gansu_reemployment.errors import RegisterError
from gansu_reemployment.fact_model import FactField, describe
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.identity import mask
from gansu_reemployment.money import Yuan
from gansu_reemployment.registers.cells import UNITS, Reader, reader
from gansu_reemployment.registers.entries import Person
from gansu_reemployment.registers.rows import Row, is_blank

#: Other spellings of a term that registers use.
SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "身份证号": (
        "身份证",
        "身份证号码",
        "公民身份号码",
        "公民身份证号码",
        "居民身份证号",
        "居民身份证号码",
        "居民身份号码",
        "id number",
    ),
    "出生日期": ("出生年月日", "生日", "birth date", "date of birth", "birthday"),
    "性别": ("gender",),
    "人员类别": ("人员类型", "人员范围"),
    "有劳动能力": ("劳动能力",),
    "有就业愿望": ("就业愿望", "有就业要求"),
    "在业": ("就业", "已就业"),
}
#: The facts that an identity number contains, by name.
FROM_IDENTITY: Final = ("sex", "born_on")
#: The headings are among this many first rows that are not blank; titles may precede them.
_HEAD: Final = 10
#: The similarity from which a heading counts as misspelt.
_ALIKE: Final = 0.5
#: A heading that ends with a unit of money, and a title that states one for the whole register.
_UNIT: Final = re.compile(rf"(.+)[(\[]({'|'.join(UNITS)})[)\]]")
_UNIT_OF_ALL: Final = re.compile(rf"单位:({'|'.join(UNITS)})")
#: The most headings that are compared with every term, which takes about a millisecond each.
_MOST_SUGGESTED: Final = 200
_IGNORED_SPACE: Final = re.compile(r"\s")
#: A cell that no row of headings has: a sex, an answer, or a birth date.
_VALUE: Final = re.compile(r"[男女是否]|(?:19|20)[0-9]{2}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?")
_IGNORED: Final = re.compile(r"[\s_:*]")
#: A dBase table cuts the names of its fields to this many bytes.
_DBASE_NAME: Final = 10


@frozen
class Column:
    """A column that holds a fact: its index from 0, its heading as written, and its reader."""

    index: int
    heading: str
    fact: FactField
    read: Reader


@frozen
class Headings:
    """The headings of a register (表头), mapped to a person and to facts."""

    texts: tuple[str, ...]
    person: tuple[Column, ...]
    facts: tuple[Column, ...]
    #: The headings that name no fact, by index.
    extra: Mapping[int, str]
    #: The facts that the identity number contains, if there is a column of it.
    derived: tuple[str, ...]
    #: The heading of each fact that has one, by the fact's name.
    named: Mapping[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        named = {column.fact.name: column.heading for column in self.columns}
        object.__setattr__(self, "named", named)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that hold a fact, the person's first."""
        return self.person + self.facts

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headings that name no fact; their cells are kept beside the facts."""
        return tuple(self.extra.values())


def find_headings(
    rows: Iterator[Row], kind: type[Any], needed: Collection[str] = ()
) -> tuple[Headings, Iterator[Row]]:
    """Find the headings among the first rows; return them and the rows below.

    The row with the most known headings is taken; rows above it are titles.

    Raises:
        RegisterError: no heading is known, required headings are missing, or some appear
            twice; all of them are named.
    """
    head = list(islice((row for row in rows if not row.blank), _HEAD))
    fields = _spellings(kind)
    found = [sum(_find(text, fields) is not None for text in map(_text, r.cells)) for r in head]
    if not any(found):
        known = tuple(each.zh for each in _readable(kind))
        raise RegisterError(_("No headings were found; known are {known}."), known=known)
    index = found.index(max(found))
    _check_no_person(head[:index], head[index])
    stated = _unit_of_all(cell for row in head[:index] for cell in row.cells)
    headings = _headings(head[index], kind, stated)
    _check(headings, kind, needed)
    return headings, chain(head[index + 1 :], rows)


def _check_no_person(titles: Sequence[Row], headings: Row) -> None:
    """Reject a file without headings, whose first person would be taken for them."""
    wrong = [row for row in (*titles, headings) if any(mask(t) != t for t in map(_text, row.cells))]
    if any(_VALUE.fullmatch(text) for text in map(_text, headings.cells)):
        wrong.append(headings)
    if wrong:
        text = _("Row {row} has the values of a person where headings should be.")
        raise RegisterError(text, row=wrong[0].number)


def misspelt(headings: Headings, kind: type[Any]) -> dict[str, str]:
    """Map headings that name no fact to the similar term of a fact that has no column.

    Of very many headings only the first are compared.
    """
    taken = headings.named
    free = {word: each for word, each in _spellings(kind).items() if each.name not in taken}
    near = {
        text: get_close_matches(_tidy(text), free, n=1, cutoff=_ALIKE)
        for text in headings.unknown[:_MOST_SUGGESTED]
    }
    return {text: free[found[0]].zh for text, found in near.items() if found}


def means(heading: str, *words: str) -> bool:
    """Return whether a heading is another spelling of one of these *words*."""
    spelt = chain(words, *(SYNONYMS.get(word, ()) for word in words))
    return _tidy(heading) in {_tidy(word) for word in spelt}


def meant(headings: Iterable[str], *words: str) -> tuple[str, ...]:
    """Return the headings that mean the fact of these *words*, or else are similar to its name."""
    texts = list(headings)
    found = tuple(text for text in texts if means(text, *words))
    return found or tuple(get_close_matches(words[0], texts, n=1, cutoff=_ALIKE))


def _unit_of_all(titles: Iterable[Any]) -> str:
    """Return the unit that a title above the headings states for all money, as 单位：元."""
    texts = (unicodedata.normalize("NFKC", _text(title)) for title in titles)
    stated = (_UNIT_OF_ALL.search(_IGNORED_SPACE.sub("", text)) for text in texts)
    return next((found[1] for found in stated if found), "")


def without_unit(heading: str) -> tuple[str, str]:
    """Return a heading of money without the unit at its end, and that unit if it has one."""
    found = _UNIT.fullmatch(unicodedata.normalize("NFKC", heading))
    return (found[1], found[2]) if found else (heading, "")


def _headings(row: Row, kind: type[Any], unit: str) -> Headings:
    texts = _texts(row)
    fields = _spellings(kind)
    found = {index: _find(text, fields) for index, text in enumerate(texts)}
    facts = describe(kind)
    columns = [_column(index, texts[index], fact, unit) for index, fact in found.items() if fact]
    return Headings(
        texts,
        tuple(column for column in columns if column.fact not in facts),
        tuple(column for column in columns if column.fact in facts),
        {index: texts[index] for index, fact in found.items() if not fact and texts[index]},
        tuple(fact.name for fact in facts if fact.name in FROM_IDENTITY),
    )


def _texts(row: Row) -> tuple[str, ...]:
    """Return the headings as written, without the blank ones at the end."""
    texts = [_text(cell) for cell in row.cells]
    while not texts[-1]:
        texts.pop()
    return tuple(texts)


def _text(cell: Any) -> str:
    return "" if is_blank(cell) else str(cell).strip()


def _column(index: int, heading: str, fact: FactField, unit: str) -> Column:
    read = reader(fact.kind, heading, without_unit(heading)[1] or unit)
    assert read is not None  # noqa: S101 - only facts that have a reader have spellings
    return Column(index, heading, fact, read)


def _readable(kind: type[Any]) -> Iterator[FactField]:
    """Return the facts that one cell can hold, those of the person before those of *kind*."""
    return (each for each in (*describe(Person), *describe(kind)) if reader(each.kind))


def _spellings(kind: type[Any]) -> dict[str, FactField]:
    words = [(word, each) for each in _readable(kind) for word in _words(each)]
    cut = [(_cut(word), each) for word, each in words]
    # A cut name that fits two facts means neither; a whole name takes precedence.
    meant = {word: {each for short, each in cut if short == word} for word, _each in cut}
    short = {word: each.pop() for word, each in meant.items() if len(each) == 1}
    return {_tidy(word): each for word, each in (*short.items(), *words)}


def _words(fact: FactField) -> Iterable[str]:
    return (fact.zh, fact.en, fact.name, *SYNONYMS.get(fact.zh, ()))


def _cut(word: str) -> str:
    return word.encode("gb18030")[:_DBASE_NAME].decode("gb18030", "ignore")


def _tidy(heading: str) -> str:
    text = _IGNORED.sub("", unicodedata.normalize("NFKC", heading).casefold())
    return text.removeprefix("是否")


def _find(heading: str, fields: Mapping[str, FactField]) -> FactField | None:
    bare, unit = without_unit(heading)
    fact = fields.get(_tidy(bare)) if unit else None
    return fact if fact and fact.kind is Yuan else fields.get(_tidy(heading))


def _check(headings: Headings, kind: type[Any], needed: Collection[str]) -> None:
    problems = []
    if missing := _missing(headings, kind, needed):
        problems.append(Message(_("these columns are missing: {missing}"), {"missing": missing}))
    if doubled := _doubled(headings):
        problems.append(Message(_("these columns appear twice: {doubled}"), {"doubled": doubled}))
    if problems:
        raise RegisterError(_("The headings are wrong: {problems}."), problems=tuple(problems))


def _missing(headings: Headings, kind: type[Any], needed: Collection[str]) -> tuple[str, ...]:
    terms = {each.name: each.zh for each in (*describe(Person), *describe(kind))}
    known = set(headings.named)
    if "identity" in known:
        known.update(FROM_IDENTITY)
    wanted = dict.fromkeys((*_demanded(kind), *needed))
    return tuple(terms.get(name, name) for name in wanted if name not in known)


def _demanded(kind: type[Any]) -> Iterator[str]:
    """Yield the facts that must be known and have no default."""
    defaults = {each.name: each.default for each in attrs.fields(kind)}
    for each in describe(kind):
        if not each.optional and defaults[each.name] in (None, attrs.NOTHING):
            yield each.name


def _doubled(headings: Headings) -> tuple[str, ...]:
    names = Counter(column.fact.name for column in headings.columns)
    facts = [column.heading for column in headings.columns if names[column.fact.name] > 1]
    extra = Counter(headings.unknown)
    return (*facts, *(text for text, times in extra.items() if times > 1))
