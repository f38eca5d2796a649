"""What the pages tell a reader to type is typed here, and every listing is a tested file."""

import doctest
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gansu_reemployment.cli.main import run

ROOT = Path(__file__).parents[1]
SOURCES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [page for page in SOURCES if not {"_build", "generated", "changes"} & set(page.parts)]
#: What a fence may hold: examples that doctest runs, commands, and what Sphinx works itself.
RUN = {"pycon", "console"}
SPHINX = {"{include}", "{eval-rst}", "{toctree}", "{raw}"}
#: Listings of files that are tested, each below the link to its file.
LISTED = {"toml", "python", "java", "sh", "typescript", "text"}
#: Diffs; tests/test_contributing.py applies them.
APPLIED = {"diff"}
LISTING = re.compile(
    rf"^(All of|From) \[`[^`\n]+`\]\(([^)]+)\):\n\n```(?:{'|'.join(LISTED)})\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
FENCE = re.compile(r"^```(\S+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+\.\w+)(?:#[\w-]+)?\)")
UV = re.compile(r'^(uv run --all-packages (--group docs )?|uvx --from "\.\[all\]" )')
LIBRARY = "python -m gansu_reemployment "
#: Commands that ``.ci`` or another test runs.
ELSEWHERE = {
    "pip install uv",
    # The built wheel is installed by .ci/run.
    'python -m pip install "gansu-reemployment[all]"',
    "pytest",
    "pytest -n auto",
    "bash .ci/run",
    "bash .ci/docs",
    "python .ci/form.py",
    "python -m http.server --directory docs/_build/html",
    "uv sync --all-packages",
    "python -m pip install -e gansu-reemployment-wuwei",
    "python -m pytest gansu-reemployment-wuwei",
    "python -m sphinx -q -b gettext docs docs/_build/gettext",
    "python .ci/docs_messages.py",
    # As long as the whole suite.
    "python .ci/branches.py",
    "python .ci/measures.py",
    "python .ci/messages.py",
    # Too long for every run; tests/test_mutation.py tests what it tries.
    "python tests/mutation --sample 100 --minutes 120",
    "--with pytest-randomly pytest -n auto",
    # Tested with the suite.
    "python -m gansu_reemployment_conformance java -jar port.jar",
    "python -m gansu_reemployment_conformance python -m gansu_reemployment batch",
}
#: The files that the commands are given.
GIVEN = {
    "wuwei.toml": ROOT / "tests" / "data" / "wuwei.toml",
    "worker.toml": ROOT / "tests" / "data" / "worker.toml",
    "loan.toml": ROOT / "tests" / "data" / "loan.toml",
    "gansu_reemployment_zhangye.py": ROOT / "tests" / "data" / "gansu_reemployment_zhangye.py",
    "instalments.toml": ROOT / "tests" / "data" / "instalments.toml",
    "june.csv": ROOT / "tests" / "data" / "june.csv",
    "weights.csv": ROOT / "tests" / "data" / "weights.csv",
    "loans.csv": ROOT / "examples" / "data" / "bank_loans_2003q3.csv",
    "register.csv": ROOT / "examples" / "data" / "register_2003.csv",
}


def name(page: Path) -> str:
    """Name a page below the repository."""
    return str(page.relative_to(ROOT))


def typed(block: str) -> Iterator[tuple[str, str]]:
    """Give each command of a block with the lines that it is said to print."""
    lines = block.replace("\\\n", "").splitlines()
    prompt = "$ " if any(line.startswith("$ ") for line in lines) else ""
    starts = [n for n, line in enumerate(lines) if line.startswith(prompt)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        printed = "\n".join(lines[start + 1 : end])
        for command in lines[start].removeprefix(prompt).split(" && "):
            yield " ".join(UV.sub("", command).split()), printed


CONSOLE = [
    pytest.param(command, printed, id=f"{name(page)}: {command}")
    for page in PAGES
    for kind, block in FENCE.findall(page.read_text(encoding="utf-8"))
    if kind == "console"
    for command, printed in typed(block)
]


LISTINGS = [
    pytest.param(page, *found, id=f"{name(page)}: {found[1]}")
    for page in PAGES
    for found in LISTING.findall(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_block_is_run_or_listed(page: Path) -> None:
    """No page holds code that nobody runs, nor a listing whose file it does not name."""
    text = page.read_text(encoding="utf-8")
    kinds = [kind for kind, _block in FENCE.findall(text)]
    assert set() == set(kinds) - RUN - SPHINX - LISTED - APPLIED
    assert len(LISTING.findall(text)) == sum(kind in LISTED for kind in kinds)


@pytest.mark.parametrize(("page", "how", "file", "listing"), LISTINGS)
def test_listing_is_the_file(page: Path, how: str, file: str, listing: str) -> None:
    """A listing is the whole file, or lines of it that follow each other."""
    text = (page.parent / file).read_text(encoding="utf-8")
    assert listing == text if how == "All of" else f"\n{listing}" in f"\n{text}"


@pytest.mark.parametrize(("command", "printed"), CONSOLE)
def test_command_prints_what_the_page_says(
    command: str,
    printed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A command of the library ends well; what the page shows of its output is there."""
    if not command.startswith(LIBRARY):
        example = re.fullmatch(r"python (examples/\w+\.py)( out)?", command)
        assert command in ELSEWHERE or (example and (ROOT / example[1]).exists())
        return
    for file, source in GIVEN.items():
        shutil.copy(source, tmp_path / file)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    assert 0 == run(command.removeprefix(LIBRARY).split())
    out = capsys.readouterr().out
    if printed:
        assert doctest.OutputChecker().check_output(f"{printed}\n", out, doctest.ELLIPSIS)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_to_files(page: Path) -> None:
    """Links are read without Sphinx too; only the pages that a build makes are not there."""
    text = page.read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if "generated/" not in link]
    assert "{doc}" not in text
    assert [] == [link for link in links if not (page.parent / link).exists()]
