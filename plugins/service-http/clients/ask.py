"""Ask for four loans in one batch; of each answer print what an office needs."""

import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.request import Request, urlopen

SERVICE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8003"
LOAN = {
    "born_on": "1963-03-01",
    "certified": True,
    "partners": 1,
    "requested": "30000.00",
    "months": 24,
    "micro_profit": True,
    "purpose": "starting",
    "uplift": 0,
    "own_funds_short": True,
    "healthy": True,
    "creditworthy": True,
    "skilled": True,
    "recommended": True,
    "examined": True,
    "guaranteed": True,
}
#: As it is, without a certificate, without knowing of one, and with a fault.
LOANS = [LOAN, {**LOAN, "certified": False}, {**LOAN, "certified": None}, {**LOAN, "months": -1}]


def ask(*loans: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the answer for each loan as it arrives."""
    common = {"measure": "loan_terms", "on": "2003-07-01", "region": "620500"}
    cases = [{"id": number, **common, "facts": loan} for number, loan in enumerate(loans, 1)]
    body = "".join(f"{json.dumps(case)}\n" for case in cases).encode()
    headers = {"Content-Type": "application/x-ndjson", "Accept-Language": "zh-CN"}
    with urlopen(Request(f"{SERVICE}/batch", body, headers)) as lines:
        yield from map(json.loads, lines)


for answer in ask(*LOANS):
    if "problem" in answer:
        faults = answer["problem"]["faults"]
        print(answer["id"], *(f"{one['path']} {one['problem']}" for one in faults))
    elif answer["status"] == "decided":
        principal = Decimal(answer["value"]["principal"])
        documents = sorted({cited["document"] for cited in answer["citations"]})
        print(answer["id"], principal, *documents)
    else:
        codes = [refusal["code"] for refusal in answer["refusals"]]
        print(answer["id"], answer["status"], *codes, *answer["missing"])
