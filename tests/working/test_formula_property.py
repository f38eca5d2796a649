"""Random formulas mean the same as written, translated, and over columns on two engines."""

import importlib.util
from collections.abc import Iterator
from inspect import getsource
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest
from made_up import DAYS, VALUES, Shop, case, check_columns, check_plain, shops
from programs import module_of

from gansu_reemployment.fact_model import describe
from gansu_reemployment.working.measure import Measure


def measures_of(folder: Path, seed: int, count: int) -> list[Measure[Any, Any]]:
    """Write a module of random formulas, import it, and return its measures."""
    file = folder / f"programs_{seed}.py"
    file.write_text(module_of(Random(seed), count), encoding="utf-8")  # noqa: S311 - not for secrets
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [value for value in vars(module).values() if isinstance(value, Measure)]


@pytest.mark.parametrize(
    "seed",
    [
        *range(4),
        *(pytest.param(n, marks=pytest.mark.slow("a long random search")) for n in range(4, 12)),
    ],
)
def test_random_formulas(tmp_path: Path, seed: int) -> None:
    """Known facts, unknown facts and columns agree, and no unknown fact could change a value."""
    random = Random(seed)  # noqa: S311 - not for secrets
    for made in measures_of(tmp_path, seed, 20):
        check_plain(made, shops(random, 4, unknown=0))
        unknown = shops(random, 10, unknown=0.25)
        check_columns(made, unknown, "polars")
        if len(getsource(made.function or made.work).splitlines()) < 8:
            check_columns(made, unknown[:4], "duckdb")
        for shop in unknown:
            check_sound(made, shop)


def check_sound(made: Measure[Any, Any], shop: Shop) -> None:
    """Assert that what is decided without a fact is decided so for every value of it."""
    for on in DAYS:
        outcome = case(made, shop, on)
        if outcome is not None and not outcome.missing:
            for known in substitutions(shop):
                other = case(made, known, on)
                assert other is not None, (made.name, shop, on)
                assert not other.missing
                assert other.value == outcome.value, (made.name, shop, known, on)
                assert other.refusals == outcome.refusals, (made.name, shop, known, on)


def substitutions(shop: Shop) -> Iterator[Shop]:
    """Yield the facts with each unknown one known, by each of a few values."""
    names = {f.name: f.kind for f in describe(Shop) if getattr(shop, f.name) is None}
    for shift in range(max(map(len, VALUES.values()))):
        yield attrs.evolve(
            shop,
            **{
                name: VALUES[kind][(shift * (n + 1)) % len(VALUES[kind])]
                for n, (name, kind) in enumerate(names.items())
            },
        )
