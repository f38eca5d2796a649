"""The search: terms of the policy, document numbers and other numbers are words of the index.

Chinese is written without spaces, so jieba cuts the pages into words. It does not know that
再就业优惠证 is one word, so it reads the second column of the tables in ``reference/glossary.md``.
A document number such as 中发[2002]12号 is one word, written without its brackets. The same is
done with the reader's query in ``_static/search.js``.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import jieba
from sphinx.search.en import SearchEnglish
from sphinx.search.zh import SearchChinese

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

GLOSSARY = Path(__file__).parent.parent / "reference" / "glossary.md"
_NUMBERED: Final = re.compile(r"([\u4e00-\u9fff]+)[\[〔(（](\d{4})[\]〕)）](\d+号)")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")

# Sphinx 9.0 asks for a Chinese stemmer, which does not exist. Latin words are stemmed as English.
SearchChinese.language_name = "English"
jieba.setLogLevel("WARNING")


def numbers(text: str) -> Iterator[str]:
    """Yield the document numbers of a text without their brackets."""
    return ("".join(found.groups()) for found in _NUMBERED.finditer(text))


class ChineseWords(SearchChinese):
    """The words of the Chinese site: as jieba cuts them, and document numbers."""

    def split(self, text: str) -> list[str]:
        """Cut a text into words."""
        return [*super().split(text), *numbers(text)]


class EnglishWords(SearchEnglish):
    """The words of the English site, in which Chinese terms and numbers are found too."""

    def split(self, text: str) -> list[str]:
        """Cut a text into words; runs of Chinese are cut by jieba."""
        chinese = (word for run in _CHINESE.findall(text) for word in jieba.cut_for_search(run))
        return [*super().split(text), *chinese, *numbers(text)]

    def word_filter(self, word: str) -> bool:
        """Keep years, amounts and “4050”; shorter numbers are on every page."""
        return (word.isdigit() and len(word) > 3) or super().word_filter(word)


def setup(app: "Sphinx") -> dict[str, bool]:
    """Set the words of the index, and load what changes a query."""
    app.add_search_language(ChineseWords)
    app.add_search_language(EnglishWords)
    app.connect("config-inited", write_terms)
    app.connect("html-page-context", load_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def load_scripts(app: "Sphinx", page: str, *_rest: object) -> None:
    """Load the scripts of the search on its page; deferred, they run after those of Sphinx."""
    if page == "search":
        for script in ("synonyms.js", "search.js"):
            app.add_js_file(script, loading_method="defer")


def write_terms(app: "Sphinx", config: "Config") -> None:
    """Write the terms where jieba reads them."""
    path = Path(app.doctreedir) / "policy_terms.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(terms(GLOSSARY.read_text(encoding="utf-8"))), encoding="utf-8")
    jieba.load_userdict(str(path))
    config.html_search_options = {"dict": str(path)}


def terms(glossary: str) -> list[str]:
    """Return the Chinese terms of the glossary's tables, the synonyms one by one."""
    cells = re.findall(r"^\|[^|]*\|([^|]*)\|", glossary, re.MULTILINE)
    found = re.findall(r"[\u4e00-\u9fff]{2,}", " ".join(cells))
    return list(dict.fromkeys(found))
