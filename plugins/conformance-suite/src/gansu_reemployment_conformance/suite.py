"""The worked cases (算例), as they are in the folder ``cases``, one file for each measure."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

#: The folder of the cases, and the JSON Schema of its files.
CASES: Final = Path(__file__).with_name("cases")
SCHEMA: Final = Path(__file__).with_name("cases.schema.json")


@dataclass(frozen=True)
class Case:
    """One worked case: the question for a program, and what its answer must contain.

    *name* is a sentence that states the result, *source* where the result comes from.
    """

    id: str
    name: str
    source: str
    question: dict[str, Any]
    answer: dict[str, Any]

    @property
    def line(self) -> str:
        """The question as one line of JSON, with the id of the case."""
        return json.dumps({"id": self.id, **self.question}, ensure_ascii=False)


def cases(measure: str = "") -> Iterator[Case]:
    """Yield every case, or those of one measure."""
    for path in sorted(CASES.glob(f"{measure or '*'}.json")):
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            yield Case(**case)
