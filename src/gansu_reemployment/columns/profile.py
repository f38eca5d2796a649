"""The profile of a frame in memory (列概况), made before the measure is planned.

Most columns of a register have a value in every row. If the fact may have each of these values,
no row is undecided because of the column, and the plan does not check it row by row.

>>> import polars as pl
>>> from gansu_reemployment.catalogue import MEASURES
>>> from gansu_reemployment.columns.schema import schema
>>> frame = pl.DataFrame({"contract_years": [1, 2], "months_kept": [6, None]})
>>> found = profile_of(frame, schema(MEASURES["placement_subsidy"]))
>>> {column.name: profile.span for column, profile in found.items()}
{'contract_years': (1, 2), 'months_kept': (6, 6)}
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from gansu_reemployment.columns.coded import SAMPLE, texts_of
from gansu_reemployment.columns.spellings import has_others, other_spellings
from gansu_reemployment.columns.terms import Span
from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model.contradictions import Contradiction
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask

if TYPE_CHECKING:
    from gansu_reemployment.columns.schema import FrameColumn

#: The name of a column's largest value ends with this, beside its least.
_MOST: Final = "__most"
#: More rows than this are too many for the cache of a processor.
_MANY: Final = 1_000_000


@frozen
class ColumnProfile:
    """A column each value of which is one that the fact may have.

    Args:
        span: its least and its largest number or day, amounts in fen.
        texts: the texts whose places are in a column beside it.
        constant: the yes or no of every row.
        exact: whether the column has the very type of the fact.
        gaps: whether some rows are null.
        sound: the contradictions that would name the fact, and that no row has.
    """

    span: Span | None = None
    texts: tuple[str, ...] = ()
    constant: bool | None = None
    exact: bool = False
    gaps: bool = False
    sound: frozenset[Contradiction] = frozenset()


#: The columns of a frame that need no check row by row. Those that are not in it may.
Profile = Mapping["FrameColumn", ColumnProfile]


def profile_of(frame: Any, columns: "Iterable[FrameColumn]") -> Profile:
    """Profile those *columns* of a Polars frame that have only values which the facts may have.

    A column that the frame lacks has its default in every row, if it has one.
    """
    columns = list(columns)
    held = [column for column in columns if column.name in frame.columns]
    lacking = [c for c in columns if c.optional and c.name not in frame.columns]
    found = {c: _constant(c.default) for c in lacking}
    spans = _spans(frame, [column.name for column in held if not column.codes])
    for column in held:
        name = column.name
        span = spans.get(name)
        profile = _of_codes(frame, column) if column.codes else _profile(column, frame[name], span)
        if profile is not None:
            found[column] = profile
    gaps = {column for column in held if frame[column.name].null_count()}
    return {c: evolve(profile, gaps=c in gaps) for c, profile in found.items()}


def _constant(default: Any) -> ColumnProfile:
    return ColumnProfile(constant=default if isinstance(default, bool) else None)


def _of_codes(frame: Any, column: "FrameColumn") -> ColumnProfile | None:
    """Profile a column of codes; ``None`` if a text is not a code."""
    texts = texts_of(frame, column)
    return ColumnProfile(exact=_is_exact(frame.schema[column.name]), texts=texts) if texts else None


def _profile(column: "FrameColumn", values: Any, span: Span | None) -> ColumnProfile | None:
    """Profile a column; ``None`` if a value is outside the limits of the fact."""
    exact = _is_exact(values.dtype)
    if column.kind is bool:
        return ColumnProfile(constant=_same(values), exact=exact)
    if column.limits and span and not column.limits[0] <= span[0] <= span[1] <= column.limits[1]:
        return None
    return ColumnProfile(span, exact=exact)


def code_faults(frame: Any, columns: "Iterable[FrameColumn]", profile: Profile) -> Iterator[Fault]:
    """Yield a fault for each coded column without any known code.

    Several measures may each have codes of their own in one column; one known code is enough.
    """
    import polars as pl  # noqa: PLC0415 - an extra

    codes: dict[str, dict[str, None]] = {}
    for column in columns:
        if column.codes and column.name in frame.columns:
            known = (*column.codes, *other_spellings(column.kind))
            codes.setdefault(column.name, {}).update(dict.fromkeys(known))
    certain = {column.name for column in profile}
    for name in (name for name in codes if name not in certain):
        known = tuple(codes[name])
        if _any_code(frame[name].head(SAMPLE), known) or _any_code(frame[name], known):
            continue
        texts = frame[name].drop_nulls().cast(pl.String)
        if len(texts):
            text = _("{value!r} is none of {known}")
            yield Fault.at(name, text, value=mask(texts[0]), known=known)


def spelt_otherwise(
    frame: Any, columns: "Iterable[FrameColumn]", profile: Profile
) -> Iterator[str]:
    """Yield the columns of a choice that have Chinese terms or names in some rows."""
    import polars as pl  # noqa: PLC0415 - an extra

    for column in columns:
        if not column.codes or column.name not in frame.columns or column in profile:
            continue
        if has_others(column.kind, frame[column.name].cast(pl.String)):
            yield column.name


def _any_code(values: Any, codes: tuple[str, ...]) -> bool:
    """Return whether a column has one of the codes."""
    import polars as pl  # noqa: PLC0415 - an extra

    return bool(values.cast(pl.String).is_in(codes).any())


def _is_exact(held: Any) -> bool:
    """Return whether a type is that of a fact, after amounts and times of day are converted."""
    import polars as pl  # noqa: PLC0415 - an extra

    return held in (pl.Int64, pl.Boolean, pl.Date, pl.String, pl.Decimal, pl.Datetime)


def _same(answers: Any) -> bool | None:
    """Return the yes or no of every row, if they are equal."""
    if not len(answers) or answers.null_count():
        return None
    return True if answers.all() else None if answers.any() else False


def _spans(frame: Any, names: Iterable[str]) -> dict[str, Span]:
    """Return the least and the largest value of columns of numbers or days, yuan as fen.

    All columns are looked at in one query, which the processors share.
    """
    import polars as pl  # noqa: PLC0415 - an extra

    types = frame.schema
    asked = [name for name in dict.fromkeys(names) if _has_ends(types[name])]
    if not asked:
        return {}
    # The largest is looked for while the column is still in the cache of the processor.
    both = ((pl.col(n).min(), pl.col(n).max().alias(f"{n}{_MOST}")) for n in asked)
    ends = of_all_rows(frame, list(chain(*both)))
    spans = zip(asked, ends[::2], ends[1::2], strict=True)
    return {name: _span(least, most) for name, least, most in spans if least is not None}


def of_all_rows(frame: Any, asked: list[Any]) -> tuple[Any, ...]:
    """Return what is *asked* of all rows of a Polars frame, such as the least of a column."""
    # A lazy query shares the rows among the processors and reads them once, but begins later.
    many = frame.height > _MANY
    found = frame.lazy().select(asked).collect() if many else frame.select(asked)
    row: tuple[Any, ...] = found.row(0)
    return row


def _has_ends(held: Any) -> bool:
    return bool(held.is_numeric() or held.is_temporal())


def _span(least: Any, most: Any) -> Span:
    if isinstance(least, datetime):
        return least.date(), most.date()
    return (int(least * 100), int(most * 100)) if isinstance(least, Decimal) else (least, most)
