"""The documentation: its Chinese search, and what README.md shows of the library."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import pytest

from gansu_reemployment.catalogue import MEASURES

ROOT = Path(__file__).parents[1]
EXTENSIONS = ROOT / "docs" / "_ext"
#: The site as ``.ci/docs`` builds it.
SITE = ROOT / "docs" / "_build" / "html"
built = pytest.mark.skipif(
    not (SITE / "zh" / "searchindex.js").exists(), reason="bash .ci/docs has not built the site"
)
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


class Links(HTMLParser):
    """The links of a page within the site, and the places on it that a link may name."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: set[str] = set()

    @classmethod
    def of(cls, page: Path) -> "Links":
        """Read a page."""
        links = cls()
        links.feed(page.read_text(encoding="utf-8"))
        return links

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the links and the places of one tag."""
        values = dict(attrs)
        self.places |= {values[name] or "" for name in ("id", "name") if name in values}
        link = values.get("href" if tag in {"a", "link"} else "src")
        if link and not re.match(r"[a-z]+:|//", link):
            self.targets.append(link.partition("?")[0])


def pages_of_words(script: str) -> dict[str, set[str]]:
    """Read the words of a ``searchindex.js``, in texts and in titles, each with its pages."""
    data = json.loads(script.removeprefix("Search.setIndex(").removesuffix(")"))
    found: dict[str, set[str]] = {}
    for word, pages in (*data["terms"].items(), *data["titleterms"].items()):
        numbers = pages if isinstance(pages, list) else [pages]
        found.setdefault(word, set()).update(data["docnames"][number] for number in numbers)
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


@built
@pytest.mark.parametrize(
    ("term", "page"),
    [
        ("再就业优惠证", "reference/generated/measures/certificate"),
        ("小额担保贷款", "reference/generated/measures/loan"),
        ("岗位补贴", "reference/generated/measures/post"),
        ("核对", "reference/generated/coverage"),
        ("牵头", "reference/generated/tasks"),
    ],
)
def test_search_of_the_chinese_site_finds_the_page(term: str, page: str) -> None:
    """The built site has its index by the terms of the policy."""
    script = (SITE / "zh" / "searchindex.js").read_text(encoding="utf-8")
    assert page in pages_of_words(script)[term]


@built
@pytest.mark.parametrize("folder", [SITE, SITE / "zh"], ids=["en", "zh"])
def test_every_link_of_the_site_leads_somewhere(folder: Path) -> None:
    """Links within the site name a page that is there, and a place on it."""
    pages = {page: Links.of(page) for page in folder.rglob("*.html") if "_static" not in page.parts}
    pages |= {page: Links.of(page) for page in (SITE / "index.html", SITE / "zh" / "index.html")}
    lost = []
    for page, links in pages.items():
        for link in links.targets:
            path, _, place = unquote(link).partition("#")
            target = (page.parent / path).resolve() if path else page
            target = target / "index.html" if target.is_dir() else target
            known = pages[target].places if target in pages else None
            if not target.exists() or (place and known is not None and place not in known):
                lost.append(f"{page.relative_to(folder.parent)}: {link}")
    assert [] == lost


@built
def test_names_are_there_for_other_projects() -> None:
    """``objects.inv`` lets other documentation link to the public names."""
    assert (SITE / "objects.inv").read_bytes().startswith(b"# Sphinx inventory version 2")


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
