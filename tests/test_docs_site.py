"""The documentation: its Chinese search, and what README.md shows of the library."""

import json
import re
import shutil
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from browser import CHROMIUM, Browser
from form_site import served

from gansu_reemployment.catalogue import MEASURES

ROOT = Path(__file__).parents[1]
EXTENSIONS = ROOT / "docs" / "_ext"
#: The site as ``.ci/docs`` builds it.
SITE = ROOT / "docs" / "_build" / "html"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files")
#: The largest page, in bytes.
LARGEST = 300_000
built = pytest.mark.skipif(
    not (SITE / "zh" / "searchindex.js").exists(), reason="bash .ci/docs has not built the site"
)
CONF = f"""
import sys
sys.path.insert(0, {str(EXTENSIONS)!r})
extensions = ["myst_parser", "policy_search"]
language = "zh_CN"
html_theme = "furo"
html_static_path = [{str(ROOT / "docs" / "_static")!r}]
"""
PAGES = {
    "index": "# 说明\n\n```{toctree}\ncertificate\nloan\ncode\n```\n",
    "certificate": "# 证件\n\n凭再就业优惠证享受社会保险补贴，大龄就业困难对象优先。\n",
    "loan": "# 贷款\n\n下岗失业人员申请小额担保贷款，公益性岗位人员除外。\n",
    "code": "# 代码\n\n```python\n小额贷款 = 1\n```\n",
}


@pytest.fixture(name="small", scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site, and return its folder."""
    for module in ("sphinx", "myst_parser", "jieba", "furo"):
        pytest.importorskip(module, reason=f"{module} is in the dependency group docs")
    source = tmp_path_factory.mktemp("site")
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    for name, text in PAGES.items():
        (source / f"{name}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "sphinx", "-n", "-W", "-q", "-b", "html"]
    subprocess.run([*command, str(source), str(source / "built")], check=True, timeout=300)
    return source / "built"


@pytest.fixture(name="index", scope="module")
def _index(small: Path) -> dict[str, set[str]]:
    """Return the pages of each word in the search index of the small site."""
    return pages_of_words((small / "searchindex.js").read_text(encoding="utf-8"))


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


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_search_page_adds_the_term_of_the_rules(
    small: Path, index: dict[str, set[str]], tmp_path: Path
) -> None:
    """The page of a search finds what was typed and, also where that has a page, its synonym."""
    assert {"code"} == index["小额贷款"]
    links = "[...document.querySelectorAll('.search li a')].map((a) => a.getAttribute('href'))"
    with served(small) as address, Browser(tmp_path) as browser:
        browser.open(f"{address}search.html?q={quote('小额贷款')}")
        browser.until("document.querySelectorAll('.search li').length")
        browser.until("/找到|完成/.test(document.querySelector('.search-summary').innerText)")
        found = {link.partition(".html")[0] for link in browser.run(links)}
    assert {"loan", "code"} == found


@built
@pytest.mark.parametrize(
    ("term", "page"),
    [
        ("再就业优惠证", "reference/generated/measures/certificate"),
        ("小额担保贷款", "reference/generated/measures/loan_terms"),
        ("岗位补贴", "reference/generated/measures/post_subsidy"),
        ("核对", "reference/generated/coverage"),
        ("牵头", "reference/generated/tasks"),
    ],
)
def test_search_of_the_chinese_site_finds_the_page(term: str, page: str) -> None:
    """The built site has its index by the terms of the policy."""
    script = (SITE / "zh" / "searchindex.js").read_text(encoding="utf-8")
    assert page in pages_of_words(script)[term]


MEASURES_OF_LOANS = ("measures/loan_terms", "measures/loan_extension", "measures/interest_subsidy")
#: What readers type, and the pages of which one is among the first five.
SEARCHES = {
    "zh": {
        "小额贷款": MEASURES_OF_LOANS,
        "4050": ("measures/hardship",),
        "4050人员": ("measures/hardship",),
        "社保补贴": ("measures/insurance_subsidy", "measures/insurance_claim"),
        "中发[2002]12号": ("generated/instruments",),
        "国发〔2005〕36号": ("generated/instruments",),
        "不予批准": ("measures/", "tutorials/", "how-to/"),
        "抵减": ("measures/collection_offset", "measures/office_offsets"),
        "贴息": ("measures/interest_subsidy", "measures/interest_claim"),
        "公益岗位": ("measures/post_subsidy", "measures/candidates", "measures/post_subsidy_cap"),
    },
    "": {
        "loan": MEASURES_OF_LOANS,
        "offset": ("measures/collection_offset", "measures/office_offsets"),
        "plugin": ("tutorials/first-plugin", "how-to/"),
        "ledger": ("how-to/",),
        "refused": ("tutorials/", "how-to/", "measures/", "explanation/"),
        "4050": ("measures/hardship",),
        "中发[2002]12号": ("generated/instruments",),
        "财税[2002]208号": ("generated/instruments",),
        "小额担保贷款": MEASURES_OF_LOANS,
        "register": ("how-to/read-a-register",),
    },
}
SEARCH_PAGE = """<html><meta charset="utf-8"><body><div id="search-progress"></div><pre></pre>
<script>window.DOCUMENTATION_OPTIONS = {{}}; window.Documentation = {{}};</script>
{scripts}<script>
const found = {{}};
for (const query of {queries}) {{
  found[query] = Search._performSearch(...Search._parseQuery(query)).map((one) => one[0]).reverse();
}}
document.querySelector("pre").textContent = JSON.stringify(found);
</script></body></html>"""
SCRIPTS = (
    *("doctools.js", "sphinx_highlight.js", "language_data.js", "searchtools.js"),
    *("../searchindex.js", "synonyms.js", "search.js"),
)


@built
@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
@pytest.mark.parametrize("site", SEARCHES)
def test_search_shows_what_readers_look_for_first(site: str, tmp_path: Path) -> None:
    """In a browser, each of ten queries finds its page among the first five results."""
    static = (SITE / site / "_static").as_uri()
    scripts = "".join(f'<script src="{static}/{script}"></script>' for script in SCRIPTS)
    page = tmp_path / "search.html"
    queries = json.dumps(list(SEARCHES[site]))
    page.write_text(SEARCH_PAGE.format(scripts=scripts, queries=queries), encoding="utf-8")
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={tmp_path}", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    (printed,) = re.findall(r"<pre>(.*)</pre>", done.stdout.decode("utf-8"))
    found = json.loads(unescape(printed))
    first = {query: [*dict.fromkeys(pages)][:5] for query, pages in found.items()}
    missed = {
        query: first[query]
        for query, wanted in SEARCHES[site].items()
        if not any(part in one for one in first[query] for part in wanted)
    }
    assert {} == missed


@built
def test_no_page_is_larger_than_a_phone_can_read() -> None:
    """No page of the site has more than 300 kB."""
    pages = [page for page in SITE.rglob("*.html") if page.name != "genindex.html"]
    sizes = {str(page.relative_to(SITE)): page.stat().st_size for page in pages}
    assert {} == {name: size for name, size in sizes.items() if size > LARGEST}


@built
def test_every_page_of_the_chinese_site_is_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """No paragraph of the site is left in English."""
    monkeypatch.syspath_prepend(ROOT / ".ci")
    docs_chinese = import_module("docs_chinese")
    left = {page.name: docs_chinese.untranslated(page) for page in docs_chinese.pages(SITE / "zh")}
    assert {} == {name: texts for name, texts in left.items() if texts}


def test_untranslated_paragraphs_are_counted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A paragraph in English is named with its page; code and names are not paragraphs."""
    monkeypatch.syspath_prepend(ROOT / ".ci")
    docs_chinese = import_module("docs_chinese")
    text = "<p>This paragraph is not translated.</p><p>本段有 English words in it here。</p>"
    code = "<pre>some code with many words</pre><p><code>a b cc dd ee ff</code></p>"
    page = tmp_path / "page.html"
    page.write_text(f"<article>{text}{code}</article><p>outside of the article it is</p>", "utf-8")
    assert ["This paragraph is not translated."] == docs_chinese.untranslated(page)
    assert 1 == docs_chinese.main(tmp_path)
    assert "page.html: 1\n" in capsys.readouterr().out


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
            # A place such as ``find=loan.gap`` is read by the script of the explorer.
            known = pages[target].places if target in pages and "=" not in place else None
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
