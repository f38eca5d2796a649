"""Write the conformance suite from the worked cases: run after a change of a case or of a rule.

``tests/vectors`` becomes the JSON files of ``plugins/conformance-suite``, whose version ends
with the digest of the national rules. Without arguments the files are written; ``--check`` fails if
one is not up to date.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from gansu_reemployment import Rulebook, __version__, find_region
from gansu_reemployment.testing.worked_cases import BEGINNING, Vector, flat, read_vectors
from gansu_reemployment.working.outcome_json import plain

ROOT: Final = Path(__file__).parent.parent
VECTORS: Final = ROOT / "tests" / "vectors"
PACKAGE: Final = ROOT / "plugins" / "conformance-suite" / "src" / "gansu_reemployment_conformance"
#: The parts of an outcome, by the keys of the worked cases.
PARTS: Final = {"refused": "refusals", "missing": "missing", "value": "value"}
#: Other answers of a bureau, which an outcome does not contain.
BESIDE: Final = {"reaches_on"}
#: The first and the last of the periods of a schedule.
PLACES: Final = {"first": "0", "last": "-1"}


def texts() -> dict[Path, str]:
    """Return the contents of every file."""
    written: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(VECTORS.rglob("*.toml")):
        for number, vector in enumerate(read_vectors(path), 1):
            place = path.relative_to(VECTORS).with_suffix("").as_posix()
            written.setdefault(vector.measure.name, []).append(case(vector, f"{place}/{number}"))
    files = {
        PACKAGE / "cases" / f"{name}.json": _json(
            {"format": "gansu_reemployment/cases/1", "measure": name, "cases": cases}
        )
        for name, cases in written.items()
    }
    return {**files, PACKAGE / "__init__.py": versions()}


def case(vector: Vector, place: str) -> dict[str, Any]:
    """Return a worked case in JSON's own types."""
    question: dict[str, Any] = {
        "measure": vector.measure.name,
        "on": vector.on.isoformat(),
        "region": find_region(vector.region).id,
        "facts": plain(flat(vector.facts, vector.measure.facts)),
    }
    if vector.settings:
        since = BEGINNING.isoformat()
        question["supposing"] = [
            {"rule": path, "since": since, "value": plain(value)}
            for path, value in vector.settings.items()
        ]
    return {
        "id": f"{vector.measure.name}/{place}",
        "name": vector.name,
        "source": vector.source,
        "question": question,
        "answer": answer(vector.expect),
    }


def answer(expect: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an outcome must contain."""
    parts = {PARTS[key]: plain(value) for key, value in expect.items() if key in PARTS}
    fields = dict(_fields(expect))
    return {**parts, "value": fields} if fields else parts


def _fields(expect: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in expect.items():
        if key not in PARTS and key not in BESIDE and key not in PLACES:
            yield key, plain(value)
    periods = {PLACES[key]: plain(value) for key, value in expect.items() if key in PLACES}
    if periods:
        yield "periods", periods


def versions() -> str:
    """Return the module with the version of the suite and the digest of the rules."""
    text = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    digest = Rulebook.national().digest
    text = re.sub(r"(?m)^RULEBOOK: Final = .*$", f'RULEBOOK: Final = "{digest}"', text)
    return re.sub(r"(?m)^__version__ = .*$", f'__version__ = "{__version__}+{digest}"', text)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the files, or check them."""
    files = texts()
    unknown = set((PACKAGE / "cases").glob("*.json")) - files.keys()
    stale = [p for p, t in files.items() if not p.exists() or p.read_text(encoding="utf-8") != t]
    if "--check" in sys.argv[1:]:
        for path in (*stale, *unknown):
            print(f"{path} is not up to date: run python .ci/conformance.py")
        return 1 if stale or unknown else 0
    for path in stale:
        path.write_text(files[path], encoding="utf-8")
    for path in unknown:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
