"""Engines that are not installed with the tests: ClickHouse in the process (chdb), and Spark."""

import json
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import polars as pl
from sql_engines import TABLE, Engine

_KINDS: Final = {
    pl.Int64: "Int64",
    pl.Boolean: "Bool",
    pl.Date: "Date32",
    pl.String: "String",
}


class ClickHouse(Engine):
    """ClickHouse in the process, with a folder of its own."""

    def __init__(self) -> None:
        self.session: Any = import_module("chdb.session").Session()
        self.session.query("CREATE DATABASE IF NOT EXISTS sql_tests")
        self.session.query("USE sql_tests")

    def load(self, frame: pl.DataFrame) -> None:
        """Put the rows of *frame* into the table."""
        kinds = ", ".join(
            f'"{name}" Nullable({_KINDS[kind.base_type()]})' for name, kind in frame.schema.items()
        )
        with TemporaryDirectory() as folder:
            path = Path(folder) / "rows.parquet"
            frame.write_parquet(path)
            self.session.query(f"DROP TABLE IF EXISTS {TABLE}")
            self.session.query(f"CREATE TABLE {TABLE} ({kinds}) ENGINE = Memory")
            self.session.query(f"INSERT INTO {TABLE} SELECT * FROM file('{path}', 'Parquet')")

    def rows(self, query: str) -> list[dict[str, Any]]:
        """Return the rows that a query gives."""
        text = str(self.session.query(query, "JSONEachRow"))
        return [_read(json.loads(line)) for line in text.splitlines()]


def _read(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: int(held) if isinstance(held, str) and held.lstrip("-").isdigit() else held
        for name, held in row.items()
    }


class Spark(Engine):
    """Spark on this machine."""

    def __init__(self) -> None:
        builder = (
            import_module("pyspark.sql")
            .SparkSession.builder.master("local[1]")
            .config("spark.ui.enabled", value=False)
        )
        self.session = builder.config("spark.sql.shuffle.partitions", 1).getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")

    def load(self, frame: pl.DataFrame) -> None:
        """Put the rows of *frame* into a view."""
        self.session.createDataFrame(frame.to_arrow()).createOrReplaceTempView(TABLE)

    def rows(self, query: str) -> list[dict[str, Any]]:
        """Return the rows that a query gives."""
        return [row.asDict() for row in self.session.sql(query).collect()]


MORE: Final[dict[str, type[Engine]]] = {"clickhouse": ClickHouse, "spark": Spark}
