"""The pictures of README.md and of the pages show what the library computes."""

import re
import sys
from html import unescape
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "docs" / "_ext"))

from picture import pictures

PICTURES = list(pictures())
ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(("path", "chart"), PICTURES, ids=lambda one: getattr(one, "name", ""))
def test_picture_is_fresh(path: Path, chart: object) -> None:
    """Title and contents of a picture are those of today: run ``python docs/_ext/picture.py``."""
    drawn = path.read_text(encoding="utf-8")
    words = re.search(r"<title>(.*?)</title><desc>(.*?)</desc>", drawn)
    assert words
    assert [chart.title, chart.text] == [unescape(text) for text in words.groups()]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", [path for path, _chart in PICTURES], ids=lambda path: path.name)
def test_picture_is_used(path: Path) -> None:
    """A picture is on a page, those in Chinese in the Chinese catalogue."""
    pages = [*(ROOT / "docs").glob("*/*.md"), *(ROOT / "docs" / "locale").rglob("docs.po")]
    text = "".join(page.read_text(encoding="utf-8") for page in [ROOT / "README.md", *pages])
    assert f"_static/{path.name})" in text
