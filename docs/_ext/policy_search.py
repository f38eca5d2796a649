"""Chinese search: the terms of the glossary are words of the search index.

Chinese is written without spaces, so jieba cuts the pages into words. It does not know that
再就业优惠证 is one word, so it reads the second column of the tables in ``reference/glossary.md``.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import jieba
from sphinx.search.zh import SearchChinese

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

GLOSSARY = Path(__file__).parent.parent / "reference" / "glossary.md"

# Sphinx 9.0 asks for a Chinese stemmer, which does not exist. Latin words are stemmed as English.
SearchChinese.language_name = "English"
jieba.setLogLevel("WARNING")


def setup(app: "Sphinx") -> dict[str, bool]:
    """Set the dictionary of the search on a Chinese site."""
    app.connect("config-inited", write_terms)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_terms(app: "Sphinx", config: "Config") -> None:
    """Write the terms where jieba reads them."""
    path = Path(app.doctreedir) / "policy_terms.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(terms(GLOSSARY.read_text(encoding="utf-8"))), encoding="utf-8")
    config.html_search_options = {"dict": str(path)}


def terms(glossary: str) -> list[str]:
    """Return the Chinese terms of the glossary's tables, the synonyms one by one."""
    cells = re.findall(r"^\|[^|]*\|([^|]*)\|", glossary, re.MULTILINE)
    found = re.findall(r"[\u4e00-\u9fff]{2,}", " ".join(cells))
    return list(dict.fromkeys(found))
