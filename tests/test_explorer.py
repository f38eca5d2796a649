"""The rules explorer in a real browser: the value in force on a day in a place."""

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gansu_reemployment import Bureau, load_host

DOCS = Path(__file__).parents[1] / "docs"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")


@pytest.fixture(name="page", scope="module")
def _page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the explorer beside its data, without the rest of the documentation."""
    sys.path.insert(0, str(DOCS / "_ext"))
    import gansu_pages

    folder = tmp_path_factory.mktemp("explorer")
    (folder / "_static").mkdir()
    gansu_pages.write_all(folder, load_host())
    scripts = ("_static/rules.js", "_static/explorer.js")
    shutil.copy(DOCS / "_static" / "explorer.js", folder / "_static")
    page = folder / "index.html"
    tags = "".join(f'<script src="{script}"></script>' for script in scripts)
    page.write_text(f'<html lang="en"><body><div id="explorer"></div>{tags}</body></html>', "utf-8")
    return page


def rows(page: Path, link: str) -> dict[str, str]:
    """Open the page at *link*, and give each rule's line as text."""
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={page.parent / 'browser'}", "--dump-dom"]
    done = subprocess.run(
        [*command, f"{page.as_uri()}#{link}"], capture_output=True, check=True, timeout=60
    )
    found = re.findall(r'<tr data-path="([^"]+)"(.*?)</tr>', done.stdout.decode("utf-8"), re.DOTALL)
    return {path: html.unescape(re.sub(r"<[^>]+>", " ", text)) for path, text in found}


def test_every_rule_is_shown(page: Path) -> None:
    """Without a search, the explorer shows the whole rulebook."""
    paths = {rule.path for rule in Bureau.of("甘肃省").rulebook.rules()}
    assert paths == set(rows(page, "day=2003-07-01"))


@pytest.mark.parametrize(
    ("link", "value"),
    [
        ("day=2002-09-29&place=000000&find=hardship.age_men", "(not known)"),
        ("day=2002-09-30&place=000000&find=hardship.age_men", "50"),
        ("day=2003-07-01&place=320100&find=hardship.age_men", "45"),
        ("day=2003-01-30&place=320100&find=hardship.age_men", "50"),
    ],
)
def test_value_of_the_day_and_place(page: Path, link: str, value: str) -> None:
    """A local row holds in its place from its day; before the first row nothing is known."""
    assert f" {value} " in rows(page, link)["hardship.age_men"]


def test_changes_since_another_day(page: Path) -> None:
    """Only what differs from the other day is left, with the older value."""
    link = "day=2003-02-01&since=2003-01-01&place=320100&changed=1&find=hardship"
    found = rows(page, link)
    assert ["hardship.age_men"] == list(found)
    assert "was 50" in found["hardship.age_men"]
