"""Print how fast hardship runs on Dask and Spark, beside the same by hand in their own expressions.

``python tests/benchmarks/clusters.py ROWS`` prints a table in Markdown; the frames have one part
for each of two processors, and the fastest round counts. The results are compared first. Without
Java, only Dask is measured.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial, reduce
from operator import or_
from time import perf_counter
from typing import Any, Final

import dask.dataframe as dd
import numpy as np
import registers
from registers import DAY, ENTITLED

from gansu_reemployment import Bureau

ROUNDS: Final = 5
PARTS: Final = 2
#: Fewer rows, on which the library and the rule by hand must agree.
COMPARED: Final = 10_000
RESULT: Final = ("hardship", "hardship_reasons", "hardship_missing")
ASKED: Final = (
    *("group", "able", "willing", "employed"),
    *("sex", "born_on", "retired", "internally_retired"),
)
_WOMEN, _MEN = date(1963, 7, 1), date(1953, 7, 1)
_RETIRED_WOMEN, _RETIRED_MEN = date(1948, 7, 1), date(1943, 7, 1)

#: Its declared types leave out objects such as ``None``.
_where: Final[Any] = np.where

bureau = Bureau.of("天水市")
Work = Callable[[Any], Any]


def by_dask(frame: Any) -> Any:
    """Classify persons by pandas, in each part of a frame of Dask."""
    meta = _by_pandas(frame._meta_nonempty).iloc[:0]
    return frame.map_partitions(_by_pandas, meta=meta)


def _by_pandas(part: Any) -> Any:
    women = part["sex"] == "female"
    born = part["born_on"]
    no = {
        "not-in-entitled-group": ~part["group"].isin(ENTITLED),
        "not-able": ~part["able"],
        "not-willing": ~part["willing"],
        "employed": part["employed"],
        "retired": part["retired"]
        | (women & (born <= _RETIRED_WOMEN))
        | (~women & (born <= _RETIRED_MEN)),
        "internally-retired": part["internally_retired"],
    }
    older = (women & (born <= _WOMEN)) | (~women & (born <= _MEN))
    open_ = {name: part[name].isna() for name in ASKED}
    refused, missing = reduce(or_, no.values()), reduce(or_, open_.values())
    value = np.where(older, "older", "general")
    reasons = _where(refused, _joined(no), _where(missing, "fact-missing", None))
    return part.assign(
        hardship=_where(refused | missing, None, value),
        hardship_reasons=reasons,
        hardship_missing=_where(missing, _joined(open_), None),
    )


def _joined(named: dict[str, Any]) -> Any:
    """Join the names whose condition holds: one text for each combination, chosen by its bits."""
    names = list(named)
    texts = [
        ";".join(name for place, name in enumerate(names) if number >> place & 1)
        for number in range(1 << len(names))
    ]
    bits = (holds.to_numpy(bool) << place for place, holds in enumerate(named.values()))
    return np.array(texts, dtype=object)[reduce(or_, bits)]


def by_spark(frame: Any) -> Any:
    """Classify persons by expressions of Spark."""
    from pyspark.sql import functions as f

    c = f.col
    women = c("sex") == "female"

    def of_sex(day: date, other: date) -> Any:
        return f.when(women, f.lit(day)).otherwise(f.lit(other))

    def joined(named: dict[str, Any]) -> Any:
        return f.concat_ws(";", *(f.when(holds, f.lit(name)) for name, holds in named.items()))

    no = {
        "not-in-entitled-group": ~c("group").isin(*ENTITLED),
        "not-able": ~c("able"),
        "not-willing": ~c("willing"),
        "employed": c("employed"),
        "retired": c("retired") | (c("born_on") <= of_sex(_RETIRED_WOMEN, _RETIRED_MEN)),
        "internally-retired": c("internally_retired"),
    }
    open_ = {name: c(name).isNull() for name in ASKED}
    refused, missing = reduce(or_, no.values()), reduce(or_, open_.values())
    value = f.when(c("born_on") <= of_sex(_WOMEN, _MEN), "older").otherwise("general")
    reasons = f.when(refused, joined(no)).when(missing, "fact-missing")
    return frame.withColumns(
        {
            "hardship": f.when(~(refused | missing), value),
            "hardship_reasons": reasons,
            "hardship_missing": f.when(missing, joined(open_)),
        }
    )


def by_library(frame: Any) -> Any:
    """Classify persons by the measure."""
    return bureau.columns.hardship(frame, on=DAY)


def on_dask(rows: int) -> Iterator[str]:
    """Measure frames of Dask with columns of Arrow types."""

    def made(number: int) -> Any:
        people = registers.people(number).to_pandas(use_pyarrow_extension_array=True)
        made_of: Any = dd.from_pandas
        return made_of(people, npartitions=PARTS)

    def texts(frame: Any) -> list[tuple[Any, ...]]:
        found = frame.compute()[list(RESULT)].astype(object)
        return list(found.where(found.notna(), None).itertuples(index=False, name=None))

    return _lines("Dask", partial(made, rows), made, texts, lambda frame: frame.compute(), by_dask)


def on_spark(rows: int) -> Iterator[str]:
    """Measure frames of Spark that are held in its memory."""
    with _session() as spark:

        def made(number: int) -> Any:
            frame = spark.createDataFrame(registers.people(number).to_arrow())
            frame = frame.repartition(PARTS).cache()
            frame.count()
            return frame

        def texts(frame: Any) -> list[tuple[Any, ...]]:
            return sorted((tuple(row) for row in frame.select(*RESULT).collect()), key=str)

        def evaluated(frame: Any) -> None:
            frame.write.format("noop").mode("overwrite").save()

        yield from _lines("Spark", partial(made, rows), made, texts, evaluated, by_spark)


def _lines(
    engine: str,
    register: Callable[[], Any],
    small: Callable[[int], Any],
    texts: Callable[[Any], list[tuple[Any, ...]]],
    evaluated: Callable[[Any], object],
    by_hand: Work,
) -> Iterator[str]:
    few = small(COMPARED)
    assert texts(by_library(few)) == texts(by_hand(few))
    frame = register()

    def seconds(work: Work) -> float:
        began = perf_counter()
        evaluated(work(frame))
        return perf_counter() - began

    rounds = [(seconds(by_library), seconds(by_hand)) for _round in range(ROUNDS)]
    own, hand = map(min, zip(*rounds, strict=True))
    yield f"| {engine} | {own:.2f} s | {hand:.2f} s | {own / hand:.2f} |"


@contextmanager
def _session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder: Any = SparkSession.builder
    options = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": str(PARTS),
    }
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.master(f"local[{PARTS}]").getOrCreate()
    yield session
    session.stop()


def lines(rows: int) -> Iterator[str]:
    """Yield the table line by line."""
    yield f"| hardship, {rows:,} rows in {PARTS} parts | library | by hand | ratio |"
    yield "|---|--:|--:|--:|"
    yield from on_dask(rows)
    if shutil.which("java"):
        yield from on_spark(rows)


if __name__ == "__main__":
    print("\n".join(lines(int(sys.argv[1]))))
