"""Every example runs by itself, anywhere, and prints something."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "examples"
EXAMPLES = sorted(FOLDER.glob("*.py"))
#: This one writes a file beside itself unless it is given another, and prints nothing.
REGISTER = "make_register.py"


def run(example: Path, folder: Path, *arguments: str) -> str:
    """Run an example in *folder* and give what it prints."""
    done = subprocess.run(
        [sys.executable, str(example), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert (0, "") == (done.returncode, done.stderr.decode("utf-8"))
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "example", [e for e in EXAMPLES if e.name != REGISTER], ids=lambda example: example.stem
)
def test_example(example: Path, tmp_path: Path) -> None:
    """An example ends well, prints its result and writes nothing that nobody asked for."""
    assert run(example, tmp_path).strip()
    assert [] == list(tmp_path.iterdir())


@pytest.mark.slow("runs examples again for their charts")
@pytest.mark.parametrize(
    "example",
    [e for e in EXAMPLES if "[FOLDER]" in e.read_text(encoding="utf-8")],
    ids=lambda example: example.stem,
)
def test_example_with_a_folder(example: Path, tmp_path: Path) -> None:
    """With a folder an example also writes its tables and charts there."""
    folder = tmp_path / "out"
    folder.mkdir()
    run(example, tmp_path, "out")
    files = list(folder.iterdir())
    assert files
    assert [] == [file.name for file in files if not file.stat().st_size]


def test_drawing_of_a_life(tmp_path: Path) -> None:
    """The line of time of one person is written to the file that is named."""
    run(FOLDER / "three_lines.py", tmp_path, "life.svg")
    assert "失业保险" in (tmp_path / "life.svg").read_text(encoding="utf-8")


def test_register_is_fresh(tmp_path: Path) -> None:
    """The register in ``data/`` is the one that its example writes."""
    run(FOLDER / REGISTER, tmp_path, "register.csv")
    made = (tmp_path / "register.csv").read_bytes()
    assert made == (FOLDER / "data" / "register_2003.csv").read_bytes()


def test_every_example_is_in_the_index() -> None:
    """The page of examples names each of them."""
    page = (FOLDER.parent / "docs" / "examples.md").read_text(encoding="utf-8")
    assert [] == [e.name for e in EXAMPLES if f"| `{e.name}` |" not in page]
