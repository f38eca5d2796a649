"""Many processes write one ledger at once; no case is lost or duplicated."""

import json
import subprocess
import sys
from typing import Any

import pytest
from gansu_reemployment_ledger_sqlalchemy import open_postgresql

from gansu_reemployment.ledger import Appended, verify_ledger
from gansu_reemployment.testing import make_case

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")

WRITERS = 16
BATCHES = 3
#: The cases in each batch: of the writer's own, and of those that every writer enters.
OWN, SHARED = 20, 40
#: Runs ``work`` in many processes, which begin together when all have opened the ledger.
TOGETHER = """
import json, random, sys
from multiprocessing import get_context
from gansu_reemployment.errors import LedgerConflictError
from gansu_reemployment.testing import make_case
from gansu_reemployment_ledger_sqlalchemy import open_postgresql

url, count, own, shared, batches = sys.argv[1], *map(int, sys.argv[2:])
fork = get_context("fork")
together = fork.Barrier(count)

def run(number):
    with open_postgresql(url) as ledger:
        together.wait()
        return work(ledger, number)
{work}
with fork.Pool(count) as pool:
    print(json.dumps(pool.map(run, range(count), chunksize=1)))
"""
#: Enters batch after batch, each in its own order.
WRITE = """
def work(ledger, writer):
    added = known = 0
    for batch in range(batches):
        keys = [f"{writer}-{batch}-{n}" for n in range(own)]
        keys += [f"shared-{batch}-{n}" for n in range(shared)]
        random.Random(writer).shuffle(keys)
        done = ledger.append(make_case(key, "employed") for key in keys)
        added, known = added + done.added, known + done.known
    return added, known
"""
CORRECT = """
def work(ledger, number):
    try:
        ledger.append([make_case(f"correction-{number}", corrects="first")])
    except LedgerConflictError:
        return "refused"
    return "entered"
"""


def run_together(work: str, url: str, count: int) -> list[Any]:
    """Run *work* in many processes at once; return the answer of each."""
    code = TOGETHER.replace("{work}", work)
    values = map(str, (count, OWN, SHARED, BATCHES))
    command = [sys.executable, "-c", code, url, *values]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=120)
    answers: list[Any] = json.loads(done.stdout)
    return answers


@pytest.mark.slow("runs sixteen processes")
def test_sixteen_writers(ledger_url: str) -> None:
    """Sixteen writers of own and shared cases enter each case once, and count correctly."""
    counted = [Appended(*answer) for answer in run_together(WRITE, ledger_url, WRITERS)]
    with open_postgresql(ledger_url) as ledger:
        keys = [case.key for case in ledger.find()]
        assert len(keys) == verify_ledger(ledger).cases.count

    own = {f"{w}-{b}-{n}" for w in range(WRITERS) for b in range(BATCHES) for n in range(OWN)}
    shared = {f"shared-{b}-{n}" for b in range(BATCHES) for n in range(SHARED)}
    assert own | shared == set(keys)
    assert len(own | shared) == len(keys) == sum(each.added for each in counted)
    assert (WRITERS - 1) * len(shared) == sum(each.known for each in counted)


def test_one_correction_of_several(ledger_url: str) -> None:
    """Of several simultaneous corrections of one entry, one is entered and the others rejected."""
    with open_postgresql(ledger_url) as ledger:
        ledger.append([make_case("first")])
        answers = run_together(CORRECT, ledger_url, 4)

        assert ["entered", "refused", "refused", "refused"] == sorted(answers)
        assert 2 == len(ledger.history("first"))
