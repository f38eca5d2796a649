"""Time measures on the code of one revision; see ``against.py``, which asks by lines of text.

Only what every revision has is imported: the bureau, the list of measures, the facts.
"""

import gc
import json
import sys
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, Final

import polars as pl

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment import catalogue as listed
from gansu_reemployment.errors import GansuError
from gansu_reemployment.i18n import Choice

try:
    from gansu_reemployment.fact_model import describe, positive
except ImportError:
    # An older revision, which the types of this one do not describe.
    from gansu_reemployment.facts import (  # type: ignore[attr-defined,no-redef]
        describe,
        positive,
    )

DATA: Final = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
PLACE: Final = "天水市"
DAY: Final = date(2006, 7, 3)
CASES: Final = 400
ROWS: Final = 200_000
#: Fewer cases are not timed.
FEWEST: Final = 20
#: The share of facts that is unknown in each task of cases.
SHARES: Final = {"cases": 0.0, "unknown": 0.15}
CHOSEN: Final[dict[tuple[str, str], list[Any]]] = {}
#: So many different rows are written; the frame repeats them.
WRITTEN: Final = 5_000
NUMBERS: Final = (0, 1, 2, 3, 5, 6, 9, 10, 12, 13, 24, 30, 36, 60, 100)
#: What most applicants say, so that not every case is refused at once.
GOOD: Final = frozenset(
    [
        "able",
        "willing",
        "healthy",
        "creditworthy",
        "skilled",
        "recommended",
        "examined",
        "guaranteed",
        "own_funds_short",
        "certified",
        "micro_profit",
    ]
)
BAD: Final = frozenset(["employed", "retired", "mixed", "internally_retired", "licensed_before"])
KINDS: Final = {bool: pl.Boolean, int: pl.Int64, Yuan: pl.Int64, tuple: pl.Int64, date: pl.Date}


def measures() -> list[str]:
    """Return the names of the measures over columns."""
    catalogue: Any = listed
    names = getattr(catalogue, "MEASURES", None) or catalogue.names()
    return [name for name in names if catalogue.find_measure(name).columns]


def value(random: Random, f: Any) -> Any:
    """Return a random fact as JSON holds it."""
    least = 1 if positive in f.checks else 0
    if f.kind is bool:
        return random.random() < (0.95 if f.name in GOOD else 0.05 if f.name in BAD else 0.6)
    if issubclass(f.kind, Choice):
        return random.choice(list(f.kind)).code
    if f.kind is int:
        return max(least, random.choice(NUMBERS))
    if f.kind in {Yuan, tuple}:
        return max(least, random.choice((0, 100_000, 2_000_000, random.randrange(3_000_000))))
    if f.kind is date:
        day = date(1945 + random.randrange(35), 1 + random.randrange(12), 1 + random.randrange(28))
        later = date(2003, 1, 1) + timedelta(days=random.randrange(700))
        return (day if f.name == "born_on" else later).isoformat()
    return None if f.optional else "甲"


def fact(f: Any, held: Any) -> Any:
    """Return a fact of JSON as a case holds it."""
    if held is None:
        return None
    if issubclass(f.kind, Choice):
        return next((member for member in f.kind if member.code == held), None)
    if f.kind in {Yuan, tuple}:
        return (Yuan.from_fen(held),) if f.kind is tuple else Yuan.from_fen(held)
    return date.fromisoformat(held) if f.kind is date else held


def write(name: str) -> None:
    """Write random rows of a measure that its class of facts accepts."""
    random, rows = Random(name), []  # noqa: S311 - not for secrets
    kind = listed.find_measure(name).facts
    fields = describe(kind)
    for _n in range(60 * WRITTEN):
        values = {f.name: value(random, f) for f in fields}
        try:
            kind(**{f.name: fact(f, values[f.name]) for f in fields})
        except GansuError:
            continue
        rows.append(values)
        if len(rows) == WRITTEN:
            break
    (DATA / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")


@cache
def rows_of(name: str) -> list[dict[str, Any]]:
    """Return the rows that were written."""
    rows: list[dict[str, Any]] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return rows


@cache
def facts_of(name: str, unknown: float) -> list[Any]:
    """Return the facts of cases, of which some facts are unknown."""
    random, found = Random(5), []  # noqa: S311 - not for secrets
    kind = listed.find_measure(name).facts
    for values in rows_of(name)[: 4 * CASES]:
        held = {}
        for f in describe(kind):
            gone = f.optional and random.random() < unknown
            held[f.name] = None if gone else fact(f, values.get(f.name))
        try:
            found.append(kind(**held))
        except GansuError:
            found.append(None)
    return found


def usable(task: str, name: str) -> list[int]:
    """Return the places of the facts that can be evaluated without an error or an unknown rule."""
    return [n for n, facts in enumerate(facts_of(name, SHARES[task])) if _ends(name, facts)]


def _ends(name: str, facts: Any) -> bool:
    try:
        outcome = bureau().work(name, facts, on=DAY) if facts else None
    except GansuError:
        return False
    return outcome is not None and not any(text.startswith("rule-") for text in outcome.missing)


def choose(task: str, name: str, *places: str) -> None:
    """Keep the cases that both revisions can evaluate."""
    facts = facts_of(name, SHARES[task])
    CHOSEN[task, name] = [facts[int(place)] for place in places][:CASES]


@cache
def bureau() -> Any:
    """Return the bureau of the place."""
    return Bureau.of(PLACE)


@cache
def frame_of(name: str) -> pl.DataFrame:
    """Return the frame of a measure."""
    rows = rows_of(name)
    fields = [f for f in describe(listed.find_measure(name).facts) if f.kind is not str]
    columns = {}
    for f in fields:
        held = [row.get(f.name) for row in rows]
        if f.kind is date:
            held = [text and date.fromisoformat(text) for text in held]
        columns[f.name] = pl.Series(f.name, held, dtype=KINDS.get(f.kind, pl.String))
    first = date(2003, 7, 1)
    days = [first + timedelta(days=n * 7 % 1500) for n in range(len(rows))]
    frame = pl.DataFrame({**columns, "on_day": days})
    return pl.concat([frame] * (ROWS // len(rows) + 1)).head(ROWS).rechunk()


def work(task: str, name: str) -> None:
    """Evaluate a task once."""
    if task in SHARES:
        decide = bureau().work
        for facts in CHOSEN[task, name]:
            decide(name, facts, on=DAY)
    else:
        on = DAY if task == "day" else "on_day"
        bureau().columns.work(name, frame_of(name), on=on, money="fen")


def timed(task: str, name: str) -> float | None:
    """Return the CPU seconds of a task; none if it has no result."""
    if task in SHARES and len(CHOSEN[task, name]) < FEWEST:
        return None
    try:
        if (task, name) not in _WARM:
            work(task, name)
            _WARM.add((task, name))
        gc.collect()
        times = 5 if task in SHARES else 1
        start = process_time()
        for _n in range(times):
            work(task, name)
    except GansuError:
        return None
    return process_time() - start


_WARM: Final[set[tuple[str, str]]] = set()


def main() -> None:
    """Answer requests until there are no more."""
    for line in sys.stdin:
        what, *names = line.split()
        answer: Any = None
        if what == "measures":
            answer = measures()
        elif what == "write":
            for name in names:
                write(name)
        elif what == "usable":
            answer = usable(*names)
        elif what == "choose":
            choose(*names)
        else:
            answer = timed(*names)
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
