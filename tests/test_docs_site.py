"""The documentation: its Chinese search, and what README.md shows of the library."""

import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from gansu_reemployment.catalogue import MEASURES

ROOT = Path(__file__).parents[1]
EXTENSIONS = ROOT / "docs" / "_ext"
CONF = f"""
import sys
sys.path.insert(0, {str(EXTENSIONS)!r})
extensions = ["myst_parser", "policy_search"]
language = "zh_CN"
"""
PAGES = {
    "index": "# 说明\n\n```{toctree}\ncertificate\nloan\n```\n",
    "certificate": "# 证件\n\n凭再就业优惠证享受社会保险补贴，大龄就业困难对象优先。\n",
    "loan": "# 贷款\n\n下岗失业人员申请小额担保贷款，公益性岗位人员除外。\n",
}


@pytest.fixture(name="index", scope="module")
def _index(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Build the site, and give the pages of each word in its search index."""
    for module in ("sphinx", "myst_parser", "jieba"):
        pytest.importorskip(module, reason=f"{module} is in the dependency group docs")
    source = tmp_path_factory.mktemp("site")
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    for name, text in PAGES.items():
        (source / f"{name}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "sphinx", "-n", "-W", "-q", "-b", "html"]
    subprocess.run([*command, str(source), str(source / "built")], check=True, timeout=300)
    return pages_of_words((source / "built" / "searchindex.js").read_text(encoding="utf-8"))


def pages_of_words(script: str) -> dict[str, set[str]]:
    """Read the words of a ``searchindex.js``, each with its pages."""
    data = json.loads(script.removeprefix("Search.setIndex(").removesuffix(")"))
    found = {}
    for word, pages in data["terms"].items():
        numbers = pages if isinstance(pages, list) else [pages]
        found[word] = {data["docnames"][number] for number in numbers}
    return found


@pytest.mark.parametrize(
    ("term", "page"),
    [
        ("再就业优惠证", "certificate"),
        ("社会保险补贴", "certificate"),
        ("大龄就业困难对象", "certificate"),
        ("小额担保贷款", "loan"),
        ("公益性岗位", "loan"),
    ],
)
def test_terms_are_found(index: dict[str, set[str]], term: str, page: str) -> None:
    """A term of the glossary is one word of the index, on the page that holds it."""
    assert {page} == index[term]


def test_parts_of_terms_are_found(index: dict[str, set[str]]) -> None:
    """A reader who knows only a part of a term finds its page too."""
    assert {"loan"} == index["担保"]


def test_readme_lists_every_measure() -> None:
    """The table of README.md has each measure, marked where it runs over columns."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    expected = {(m.name, m.zh, bool(m.columns)) for m in MEASURES.values()}
    found = re.findall(r"`(\w+)` (\S+?)( ▤)?(?=<br>| \|)", text)
    assert expected == {(name, zh, bool(mark)) for name, zh, mark in found}


def test_picture_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture of README.md shows what the library works out today."""
    monkeypatch.syspath_prepend(EXTENSIONS)
    picture = import_module("picture")

    assert picture.drawing(picture.rows()) == picture.PICTURE.read_text(encoding="utf-8")
