"""Texts are chosen and compared as small numbers, and come out as texts."""

from itertools import product
from typing import Any, Final

import narwhals as nw
import polars as pl
import pytest

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns import coded as module
from gansu_reemployment.columns.choices import also_missing, among, chain, pick, unknown_where
from gansu_reemployment.columns.coded import (
    CODED,
    SAMPLE,
    Coded,
    joined,
    place,
    placed,
    with_places,
)
from gansu_reemployment.columns.schema import schema
from gansu_reemployment.columns.terms import Column, Nothing, coded
from gansu_reemployment.identity import Sex

TEXTS: Final = ("a", "b", "c")
YES: Final = Column(nw.col("yes"), {"yes": False}, cost=0)


def column(texts: tuple[str, ...], name: str = "n") -> Column:
    """Return a column of texts with its places in a column beside it."""
    found = Coded(nw.col(name), texts)
    term = Column(found.expr(), {name: False})
    term.coded = found
    return term


def both(term: Any) -> list[tuple[str | None, str | None]]:
    """Return a term over some rows: its own texts, and those of its places."""
    rows = [
        {"n": n, "m": m, "yes": yes} for n, m, yes in product((0, 1, None), (0, 1), (True, False))
    ]
    frame: Any = nw.from_native(pl.DataFrame(rows, schema_overrides={"n": pl.UInt8, "m": pl.UInt8}))
    held = frame.select(own=term.expr, coded=term.coded.expr())
    found: list[tuple[str | None, str | None]] = held.rows()
    return found


@pytest.mark.parametrize(
    "term",
    [
        pick(YES, "a", "b"),
        pick(YES, "a", None),
        pick(YES, column(("a", "b")), "a"),
        pick(YES, column(("a", "b")), column(("c", "d"), "m")),
        pick(YES, column(("a", "b")), column(("c", "b"), "m")),
        pick(YES, pick(YES, "c", "a"), column(("a", "c"))),
        chain([(nw.col("yes"), "a"), (~nw.col("yes"), "b")]),
        chain([(nw.col("yes"), "a"), (nw.col("m") == 1, column(("b", "a")))]),
        also_missing(column(("a", "b")), {"m": nw.col("m") == 1}),
        unknown_where({"m": nw.col("m") == 1}, column(("a", "b"))),
    ],
)
def test_places_are_those_of_the_texts(term: Any) -> None:
    """A chosen text and the text of its place are equal in every row."""
    rows = both(term)
    assert [own for own, _coded in rows] == [text for _own, text in rows]
    assert {text for _own, text in rows} > {None} or len({text for _own, text in rows}) > 1


def test_comparison() -> None:
    """A code is compared by its place; one that is not among the texts equals none."""
    term = column(tuple(member.code for member in Sex))
    frame: Any = nw.from_native(pl.DataFrame({"n": pl.Series([0, 1, None], dtype=pl.UInt8)}))
    (first, second) = Sex
    found = frame.select(
        equal=(term == first).expr,
        other=(term != first).expr,
        among=among(term, [first, second]).expr,
        strange=(column(("x", "y")) == first).expr,
    )
    assert [True, False, None] == found["equal"].to_list()
    assert [False, True, None] == found["other"].to_list()
    assert [True, True, None] == found["among"].to_list()
    assert [False, False, None] == found["strange"].to_list()


def test_numbers_have_no_places() -> None:
    """Only texts are coded; what is null in every row goes with any text, not alone."""
    assert coded(5) is None
    assert pick(YES, 5, 6).coded is None
    assert pick(YES, "a", Column(nw.col("text"))).coded is None
    assert pick(YES, Nothing({}), None).coded is None


def test_too_many_texts() -> None:
    """More texts than fit a number of eight bits stay texts."""
    many = Coded(place(0), tuple(map(str, range(249))))
    assert joined(many, Coded(place(0), ("248",)))
    assert joined(many, Coded(place(0), ("x",))) is None


@pytest.mark.parametrize("long", [0, 50_000])
@pytest.mark.parametrize("number", [1, 4, 5, 27, 32, 33, 60])
def test_only_codes_have_places(monkeypatch: pytest.MonkeyPatch, number: int, long: int) -> None:
    """However many the codes, each text has its own place, and other texts have none.

    Among so many other texts some have the byte of every code.
    """
    monkeypatch.setattr(module, "_LONG", long)
    codes = tuple(f"code number {n}"[: 7 + n % 9 + 5 * (n // 9)] + str(n) for n in range(number))
    others = [f"{n}" for n in range(2_000)]
    texts = [*codes, *others, None, *(f"{code} " for code in codes), ""]
    frame = pl.DataFrame({"n": texts})
    expected = [codes.index(text) if text in codes else None for text in texts]
    for kind in (pl.String, pl.Categorical):
        assert expected == placed(frame.cast(kind), {"n": codes})["n"].to_list()


@pytest.mark.parametrize("long", [0, 50_000])
@pytest.mark.parametrize("at", [None, 5, SAMPLE + 5])
def test_one_other_text(monkeypatch: pytest.MonkeyPatch, at: int | None, long: int) -> None:
    """A column with one other text, among the first or later, stays as it is."""
    monkeypatch.setattr(module, "_LONG", long)
    (column,) = (c for c in schema(MEASURES["hardship"]) if c.name == "group")
    texts = [column.codes[n % len(column.codes)] for n in range(2 * SAMPLE)]
    if at is not None:
        texts[at] = "of no group"
    frame = pl.DataFrame({"group": texts})
    found = with_places(frame, [column])
    assert (f"{CODED}group" in found.columns) is (at is None)
    assert found["group"].equals(frame["group"])
