"""The clients of other languages, run against the service; what they print is in a file."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

CLIENTS: Final = Path(__file__).parents[1] / "clients"
#: A registry that does not answer is not asked again.
ENVIRONMENT: Final = {
    "PYTHONIOENCODING": "utf-8",
    "npm_config_fetch_retries": "0",
    "npm_config_fetch_timeout": "30000",
}
WRONG: Final = """\
import type { Case } from "CLIENTS/gansu_reemployment";
export const code: Case<"hardship"> = { on: "2003-07-01", facts: { sex: "woman" } };
export const name: Case<"hardship"> = { on: "2003-07-01", facts: { gender: "female" } };
export const amount: Case<"loan_terms"> = { on: "2003-07-01", facts: { requested: 30000 } };
"""


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the folder of the clients; skip the test if its program is missing."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(
        [program, *command[1:]],
        cwd=CLIENTS,
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def printed(*command: str) -> str:
    """Return what a command prints; it must end well."""
    done = run(*command)
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def text(name: str) -> str:
    """Return a file of the clients."""
    return (CLIENTS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("needed", "command"), [("curl", ["bash", "ask.sh"]), ("javac", ["java", "Ask.java"])]
)
def test_explanation(needed: str, command: list[str], address: str) -> None:
    """The explanation of a case and the problem of a faulty one are printed."""
    if shutil.which(needed) is None:
        pytest.skip(f"{needed} is not installed")
    assert text("explained.txt") == printed(*command, address)


def test_batch(address: str) -> None:
    """A batch is answered with an amount, a refusal, a missing fact and a fault."""
    assert text("decided.txt") == printed(sys.executable, "ask.py", address)


@pytest.fixture(name="tsc")
def _tsc() -> str:
    """Return the compiler of the version that the clients name."""
    version = json.loads(text("package.json"))["devDependencies"]["typescript"]
    npx = ("npx", "--yes", "--prefer-offline", "--package", f"typescript@{version}", "--call")
    found = run(*npx, "command -v tsc")
    if found.returncode:
        pytest.skip(f"TypeScript {version} cannot be fetched")
    return found.stdout.strip()


def test_typescript(address: str, tmp_path: Path, tsc: str) -> None:
    """The types are right, a wrong code, name or amount is an error, and the client prints."""
    assert "" == printed(tsc, "--project", ".", "--outDir", str(tmp_path))
    assert text("decided.txt") == printed("node", str(tmp_path / "ask.js"), address)
    wrong = tmp_path / "wrong.ts"
    wrong.write_text(WRONG.replace("CLIENTS", CLIENTS.as_posix()), encoding="utf-8")
    done = run(tsc, "--ignoreConfig", "--strict", "--noEmit", str(wrong))
    faulty = [line for line in done.stdout.splitlines() if "error TS" in line]
    assert ["(2,", "(3,", "(4,"] == [line.split("wrong.ts")[1][:3] for line in faulty]
