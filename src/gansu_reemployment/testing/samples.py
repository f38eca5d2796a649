"""Sample entries for tests of ledgers (契约测试用的登记): cases, records, and awkward texts."""

from datetime import date
from typing import Any, Final

from gansu_reemployment.ledger import Case, Record
from gansu_reemployment.money import Yuan

#: The number printed in GB 11643-1999, which does not belong to a person.
IDENTITY: Final = "11010519491231002X"
#: Texts that a careless ledger misinterprets.
AWKWARD: Final = (
    "Robert'); DROP TABLE cases; --",
    '" OR 1=1 --',
    "%_\\?:key;$1",
    "㛃𠮷 \u200b\ufeff Ωß\n\t\r\x1a",
    "NULL",
    "0",
    " ",
)


def make_case(key: str, /, *codes: str, status: str = "", **changes: Any) -> Case:
    """Build a small case, refused for *codes* if any are given."""
    outcome = {
        "status": status or ("refused" if codes else "decided"),
        "value": None if codes else "older",
        "refusals": [{"code": code, "text": "", "rests_on": ""} for code in codes],
    }
    values: dict[str, Any] = {
        "key": key,
        "measure": "hardship",
        "region": "620500",
        "on": date(2003, 7, 1),
        "recorded_on": date(2003, 7, 2),
        "facts": {"sex": "female", "able": True, "children": ["甲", {"age": 3}]},
        "outcome": outcome,
    }
    return Case(**values | changes)


#: Cases that differ in every field of a query.
CASES: Final = (
    make_case("a", subject=IDENTITY, amount=Yuan("1234.56")),
    make_case("b", "employed", region="620502"),
    make_case("c", "employed", "not-able", measure="loan"),
    make_case("d", status="undecided", on=date(2003, 7, 2)),
    make_case("e", recorded_on=date(2004, 1, 1), corrects="b"),
)


def make_record(key: str, /, **changes: Any) -> Record:
    """Build a small record."""
    values: dict[str, Any] = {
        "key": key,
        "kind": "report",
        "region": "620500",
        "on": date(2003, 6, 30),
        "recorded_on": date(2003, 7, 5),
        "data": {"number": 300, "of": ["甲", {"age": 3}]},
    }
    return Record(**values | changes)


#: Records that differ in every field of a query.
RECORDS: Final = (
    make_record("a"),
    make_record("b", region="620502"),
    make_record("c", kind="complaint"),
    make_record("d", on=date(2003, 7, 31)),
    make_record("e", data={"number": 310}, corrects="a"),
)
