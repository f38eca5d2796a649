"""The prose of code and pages is plain English: banned words are found in no text."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("src", "plugins", "examples", ".ci", "docs/_ext")
#: Paths whose prose is still being rewritten; a path leaves the list when it is done.
NOT_YET: tuple[str, ...] = ()
#: The trade's verb is another one: Return, Format, Compute, Write, Build, Contain.
FIRST_WORD = re.compile(r"(?:Give|Tell|Say|Work|Put|Lay|Hold)s?\b")
#: "there is no", "is no longer" and "is No. 96" are English; "is no date" is not.
NO_FOR_NOT = re.compile(r"(?<!there )\b(?:is|are) no\b(?! longer|\. \d)", re.IGNORECASE)
BANNED = re.compile(
    r"\b(?:whoever|nobody|besides|anew|such as are|spelt so|left out|holds from|stands in"
    r"|works? a measure)\b",
    re.IGNORECASE,
)
FENCE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"`[^`]*`")


def files() -> Iterator[Path]:
    """Yield the modules and pages whose prose is checked."""
    for room in CODE:
        yield from sorted((ROOT / room).rglob("*.py"))
    pages = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "plugins").rglob("*.md")]
    yield from (page for page in sorted(pages) if "_build" not in page.parts)
    yield ROOT / "README.md"


def is_done(path: Path) -> bool:
    """Return whether the prose of a file must be plain already."""
    relative = path.relative_to(ROOT).as_posix()
    return not relative.startswith(NOT_YET) and "generated" not in path.parts


def docstrings(tree: ast.Module) -> Iterator[str]:
    """Yield the docstrings of a module, its classes and its functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def messages(tree: ast.Module) -> Iterator[str]:
    """Yield the sentences that are marked for translation."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in {"_", "Reason", "noted"}:
            yield from (
                arg.value
                for arg in node.args
                if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            )


def _called(call: ast.Call) -> str:
    """Return the last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def comments(path: Path) -> Iterator[str]:
    """Yield the comments of a module; those on consecutive lines are one text."""
    text, last = "", 0
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                words = token.string.lstrip("#: ")
                text = f"{text} {words}" if token.start[0] == last + 1 else f"{text}\n{words}"
                last = token.start[0]
    yield from text.splitlines()


def faults(text: str) -> list[str]:
    """Return the banned words of a text, each with its surroundings."""
    plain = " ".join(text.split())
    found = (match for banned in (NO_FOR_NOT, BANNED) for match in banned.finditer(plain))
    return [plain[max(match.start() - 30, 0) : match.end() + 30] for match in found]


def faults_of_code(path: Path) -> list[str]:
    """Return the faults in the docstrings, comments and messages of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [*docstrings(tree), *messages(tree), *comments(path)]
    openings = [text[:60] for text in docstrings(tree) if FIRST_WORD.match(text)]
    return openings + [fault for text in texts for fault in faults(text)]


def faults_of_page(path: Path) -> list[str]:
    """Return the faults of a page outside its code."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    return faults(INLINE_CODE.sub("`…`", text))


@pytest.mark.parametrize(
    "path", [*filter(is_done, files())], ids=lambda path: str(path.relative_to(ROOT))
)
def test_prose_is_plain(path: Path) -> None:
    """No docstring, comment, message or paragraph uses a banned word."""
    assert [] == (faults_of_code(path) if path.suffix == ".py" else faults_of_page(path))


@pytest.mark.parametrize("prefix", NOT_YET)
def test_rewritten_paths_leave_the_list(prefix: str) -> None:
    """A path that is done, or does not exist, is not in the list."""
    waiting = [path for path in files() if path.relative_to(ROOT).as_posix().startswith(prefix)]

    assert any(faults_of_code(p) if p.suffix == ".py" else faults_of_page(p) for p in waiting)


@pytest.mark.parametrize(
    "text",
    [
        "It is no date.",
        "These are no facts.",
        "Whoever asks.",
        "A fact that nobody knows.",
        "A row left out.",
        "A value holds\nfrom a day.",
        "To work a measure.",
    ],
)
def test_banned_words_are_found(text: str) -> None:
    """A banned word is found, across lines too."""
    assert [text.replace("\n", " ")] == faults(text)


@pytest.mark.parametrize(
    "text", ["There is no date.", "It is no longer so.", "It is not a date.", "The text is No. 96."]
)
def test_english_is_let_through(text: str) -> None:
    """The allowed uses of the same words are not faults."""
    assert [] == faults(text)


def test_parts_of_a_module_are_checked(tmp_path: Path) -> None:
    """Docstrings, comments and messages are checked; other text and code are not."""
    path = tmp_path / "module.py"
    path.write_text(
        '"""Give this."""\n# It\n# is no date.\nTEXT = _("nobody")\nOTHER = "anew"\n',
        encoding="utf-8",
    )

    assert ["Give this.", "nobody", "It is no date."] == faults_of_code(path)


def test_code_of_a_page_is_not_checked(tmp_path: Path) -> None:
    """Fences and inline code are skipped."""
    path = tmp_path / "page.md"
    path.write_text("```python\n# is no date\n```\nIt `is no` fault, anew.\n", encoding="utf-8")

    assert ["It `…` fault, anew."] == faults_of_page(path)
