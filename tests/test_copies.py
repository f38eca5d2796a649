"""Bureaus, rulebooks and outcomes as values: equal, hashable, copied, sent to other processes."""

import copy
import json
import multiprocessing
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from attrs import evolve
from known_facts import WORKER

from gansu_reemployment import Bureau, Rulebook, Worker, load_host
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.fact_model import fact
from gansu_reemployment.objects import copies
from gansu_reemployment.objects.frozen import FrozenMapping, immutable
from gansu_reemployment.plugins.hooks import LocalFacts, LocalRules, hookimpl
from gansu_reemployment.plugins.rules_file.read import file_sources
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.testing.worked_cases import read_vectors
from gansu_reemployment.working.outcome import Outcome

DAY: Final = date(2003, 7, 1)
WORKERS: Final = tuple(
    evolve(WORKER, born_on=date(1940 + year, 3, 1), able=year % 3 > 0 or None, willing=year % 5 > 0)
    for year in range(40)
)
#: The rule of a row, which is compared by its path, and what a row caches.
CACHED: Final = ("rule", "kept")
VECTORS: Final = sorted((Path(__file__).parent / "vectors").glob("*.toml"))
FIRST: Final = {path.stem: next(iter(read_vectors(path))) for path in VECTORS}
#: A rules file with a fact and a condition of its own.
FILE: Final = Path(__file__).parent / "data" / "wuwei.toml"


def pickled(value: Any) -> Any:
    """Send a value as one process sends it to another."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


def parts(value: Any) -> Iterator[Any]:
    """Yield a value and all within it."""
    yield value
    if attrs.has(type(value)):
        inner = [getattr(value, f.name) for f in attrs.fields(type(value)) if f.name not in CACHED]
    elif isinstance(value, FrozenMapping):
        inner = [*value, *value.values()]
    else:
        inner = list(value) if isinstance(value, (tuple, frozenset)) else []
    for item in inner:
        yield from parts(item)


class _Plugin:
    """A plugin at hand, with a fact of its own."""

    @hookimpl
    def local_rules(self) -> LocalRules:
        """Return one fact."""
        added = LocalFacts("hardship", resident=fact("本市户口", "resident of the city"))
        return LocalRules(region="武威市", facts=(added,))


@pytest.mark.parametrize("name", ["全国", "甘肃省", "天水市", "麦积区"])
def test_bureau(name: str) -> None:
    """A bureau is a value; copies share what is loaded."""
    bureau = Bureau.of(name)
    for copied in (pickled(bureau), copy.copy(bureau), copy.deepcopy(bureau)):
        assert (bureau, hash(bureau)) == (copied, hash(copied))
        assert bureau.host is copied.host
        assert bureau.rulebook is copied.rulebook
    assert bureau != Bureau.of("兰州市")


def test_rulebook() -> None:
    """Rulebooks are equal by their rows, also if they are tried ones."""
    national = Rulebook.national()
    tried = [national.supposing({"hardship.age_men": age}, since=DAY) for age in (45, 45, 46)]
    assert national is pickled(national)
    assert (tried[0], hash(tried[0])) == (tried[1], hash(tried[1]))
    assert tried[0] == pickled(tried[0]) == copy.deepcopy(tried[0])
    assert 3 == len({national, *tried})
    bureau = Bureau.of("天水市").supposing({"hardship.age_men": 45}, since=DAY)
    assert bureau == pickled(bureau) != Bureau.of("天水市")


@pytest.mark.parametrize(
    "source", [Source.of(_Plugin()), *file_sources([FILE])], ids=["at hand", "file"]
)
def test_facts_and_conditions_of_a_place(source: Source) -> None:
    """What plugins and files make at run time is restored in another process too."""
    bureau = Bureau.of("武威市", host=load_host([source], strict=True))
    outcome = bureau.hardship(WORKERS[1], on=DAY)
    assert bureau == pickled(bureau)
    assert outcome == pickled(outcome)
    assert outcome == _in_a_new_process(bureau, WORKERS[1:2])[0]


def test_restored_once_where_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that did not make a bureau loads its plugins with the first copy, and once."""
    bureau = Bureau.of("天水市")
    form = pickle.dumps(bureau)
    monkeypatch.setattr(copies, "_KNOWN", {})
    first, second = (pickle.loads(form) for _time in range(2))  # noqa: S301 - our own bytes
    assert first == second
    assert first.host is second.host
    assert first.host is not bureau.host
    assert first.hardship(WORKERS[1], on=DAY) == bureau.hardship(WORKERS[1], on=DAY)


@pytest.mark.parametrize("name", FIRST)
def test_every_outcome(name: str) -> None:
    """The outcome of every worked case is immutable throughout, hashable, and copied equal."""
    outcome = FIRST[name].run().outcome
    mutable = [one for one in parts((outcome.value, outcome.log, outcome.facts)) if _changes(one)]
    assert [] == mutable
    assert isinstance(hash(outcome), int)
    assert outcome == pickled(outcome) == copy.deepcopy(outcome)


@pytest.mark.parametrize("name", FIRST)
def test_every_outcome_from_json(name: str) -> None:
    """The outcome of every worked case is read back equal from its JSON form."""
    bureau, outcome = FIRST[name]._bureau(), FIRST[name].run().outcome
    assert outcome == bureau.from_json(outcome.as_json())
    assert outcome == bureau.from_json(json.loads(outcome.as_json_text()))
    assert outcome == bureau.from_json(outcome.as_json_text())


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"format": "gansu_reemployment/outcome/1"}, "format: must be gansu_reemployment/outcome"),
        ({"facts": None}, "facts: a value is needed"),
        ({"on": "2003-02-30"}, "on: '2003-02-30' is not a date"),
        ({"on": "11010519491231002X"}, r"on: '1101\*{12}2X' is not a date"),
        ({"value": "general"}, "value: differs from what the law"),
        ({"region": "620100"}, "region: differs"),
        ({"facts": {"sexx": "female"}}, "facts.sexx: there is no such fact"),
    ],
)
def test_json_that_is_not_such_an_outcome(changes: dict[str, Any], named: str) -> None:
    """What differs is named; nothing is taken as it is written."""
    bureau = Bureau.of("天水市")
    form = bureau.hardship(WORKERS[1], on=DAY).as_json()
    with pytest.raises(InvalidFactsError, match=named):
        bureau.from_json({**form, **changes})


def _changes(value: Any) -> bool:
    return isinstance(value, (dict, list, set))


def _in_a_new_process(bureau: Bureau, workers: tuple[Worker, ...]) -> list[Outcome[Any]]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context) as pool:
        return list(pool.map(partial(bureau.hardship, on=DAY), workers))


def test_processes() -> None:
    """A new process computes equal outcomes, under a hypothesis too."""
    bureau = Bureau.of("天水市").supposing({"hardship.age_women": 45}, since=DAY)
    expected = [bureau.hardship(worker, on=DAY) for worker in WORKERS]
    assert expected == _in_a_new_process(bureau, WORKERS)
    assert {"decided", "refused", "undecided"} == {outcome.status for outcome in expected}


def test_method_of_a_bureau_is_sent_too() -> None:
    """A measure of a bureau is a function that a pool takes."""
    bureau = Bureau.of("天水市")
    assert bureau.hardship is pickled(bureau.hardship) or (
        bureau.hardship(WORKERS[1], on=DAY) == pickled(bureau.hardship)(WORKERS[1], on=DAY)
    )


def test_threads() -> None:
    """Threads that share a bureau which nothing has used yet compute equal outcomes."""
    bureau = attrs.evolve(Bureau.of("天水市"))
    expected = [Bureau.of("兰州市").hardship(worker, on=DAY).value for worker in WORKERS]
    with ThreadPoolExecutor(8) as pool:
        for _round in range(5):
            found = list(pool.map(lambda worker: bureau.hardship(worker, on=DAY).value, WORKERS))
            assert expected == found


def test_frozen_mapping() -> None:
    """An immutable table is a mapping without any way to change it."""
    table = immutable({"a": {"b": 1}})
    assert {"a": {"b": 1}} == table == pickled(table)
    assert hash(table) == hash(immutable({"a": {"b": 1}}))
    assert ("{'a': {'b': 1}}", 1, ["a"]) == (repr(table), len(table), list(table))
    assert [] == [name for name in ("update", "pop", "__setitem__") if hasattr(table, name)]
