"""The engine of the form in the page, for tests: built once, as ``.ci/form.py`` builds it."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
NODE: Final = shutil.which("node")


def engine_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the engine; skip the test where it cannot be built."""
    for program in ("npm", "node", "uv"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    top = factory.getbasetemp()
    # The processes of one run share a folder.
    target = (top.parent if "PYTEST_XDIST_WORKER" in os.environ else top) / "form"
    if not target.exists():
        build(factory.mktemp("site"), target)
    return target / "_static" / "engine"


def build(site: Path, target: Path) -> None:
    """Build the engine in *site*, and move it to *target* unless another process was first."""
    command = [sys.executable, str(ROOT / ".ci" / "form.py"), str(site)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    if "npm" in done.stderr:
        pytest.skip(f"npm has no package here: {done.stderr[-300:]}")
    assert 0 == done.returncode, done.stderr
    with suppress(OSError):
        site.rename(target)
