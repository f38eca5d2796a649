"""Many processes write one ledger at once; no case is lost and none is there twice."""

import subprocess
import sys

from gansu_reemployment.ledger import Appended
from gansu_reemployment_ledger_sqlalchemy import open_postgresql

WRITERS = 16
BATCHES = 5
SHARED = 40
#: Enters batches of its own cases and of cases that every writer enters, each in its own order.
WRITER = """
import random, sys
from gansu_reemployment.testing import make_case
from gansu_reemployment_ledger_sqlalchemy import open_postgresql

url, writer, batches, shared = sys.argv[1], *map(int, sys.argv[2:])
order = random.Random(writer)
added = known = 0
with open_postgresql(url) as ledger:
    input()
    for batch in range(batches):
        keys = [f"{writer}-{batch}-{n}" for n in range(20)]
        keys += [f"shared-{batch}-{n}" for n in range(shared)]
        order.shuffle(keys)
        done = ledger.append(make_case(key, "employed", region="620500") for key in keys)
        added, known = added + done.added, known + done.known
print(added, known)
"""
#: All correct one entry; the ledger lets one of them.
CORRECTOR = """
import sys
from gansu_reemployment.errors import LedgerConflictError
from gansu_reemployment.testing import make_case
from gansu_reemployment_ledger_sqlalchemy import open_postgresql

with open_postgresql(sys.argv[1]) as ledger:
    input()
    try:
        ledger.append([make_case(f"correction-{sys.argv[2]}", corrects="first")])
        print("entered")
    except LedgerConflictError:
        print("refused")
"""


def run_together(code: str, url: str, count: int, *values: int) -> list[str]:
    """Run *code* in so many processes at once; they begin together when all are ready."""
    pipe = subprocess.PIPE
    commands = [
        [sys.executable, "-c", code, url, *map(str, (number, *values))] for number in range(count)
    ]
    running = [subprocess.Popen(c, stdin=pipe, stdout=pipe, text=True) for c in commands]
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate()[0].strip() for process in running]
    assert [0] * count == [process.returncode for process in running]
    return answers


def test_sixteen_writers(ledger_url: str) -> None:
    """Sixteen writers of own and of shared cases leave each of them once, and count rightly."""
    answers = run_together(WRITER, ledger_url, WRITERS, BATCHES, SHARED)
    counted = [Appended(*map(int, answer.split())) for answer in answers]
    with open_postgresql(ledger_url) as ledger:
        keys = [case.key for case in ledger.find()]

    own = {f"{w}-{b}-{n}" for w in range(WRITERS) for b in range(BATCHES) for n in range(20)}
    shared = {f"shared-{b}-{n}" for b in range(BATCHES) for n in range(SHARED)}
    assert own | shared == set(keys)
    assert len(own | shared) == len(keys) == sum(each.added for each in counted)
    assert (WRITERS - 1) * len(shared) == sum(each.known for each in counted)


def test_one_correction_of_several(ledger_url: str) -> None:
    """Of several that correct one entry at once, one is entered and the others are refused."""
    from gansu_reemployment.testing import make_case

    with open_postgresql(ledger_url) as ledger:
        ledger.append([make_case("first")])
        answers = run_together(CORRECTOR, ledger_url, 4)

        assert ["entered", "refused", "refused", "refused"] == sorted(answers)
        assert 2 == len(ledger.history("first"))
