"""The rules explorer in a real browser: the value in force on a day in a place."""

import html
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

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
    scripts = ("_static/rules.js", "_static/synonyms.js", "_static/explorer.js")
    for script in ("synonyms.js", "explorer.js"):
        shutil.copy(DOCS / "_static" / script, folder / "_static")
    page = folder / "index.html"
    tags = "".join(f'<script src="{script}"></script>' for script in scripts)
    page.write_text(
        '<html lang="en"><meta charset="utf-8"><body><div id="explorer"></div>'
        f"{tags}</body></html>",
        "utf-8",
    )
    return page


@pytest.fixture(name="opened", scope="module")
def _opened(page: Path) -> Callable[[str], str]:
    """Return what opens the page at a link, and returns its text with the tags."""

    def opened(link: str) -> str:
        command = [str(BROWSER), *FLAGS, f"--user-data-dir={page.parent / 'browser'}", "--dump-dom"]
        done = subprocess.run(
            [*command, f"{page.as_uri()}#{quote(link, safe='=&')}"],
            capture_output=True,
            check=True,
            timeout=60,
        )
        return done.stdout.decode("utf-8")

    return opened


def rows(document: str) -> dict[str, str]:
    """Return the line of each rule with its tags."""
    found = re.findall(r'<tr data-path="([^"]+)"(.*?)</tr>', document, re.DOTALL)
    return {path: html.unescape(text) for path, text in found}


def text(line: str) -> str:
    """Return a line without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", line).split())


Opened = Callable[[str], str]


def test_every_rule_is_shown_and_leads_to_its_page(opened: Opened) -> None:
    """Without a search, the explorer shows the whole rulebook, each rule with its link."""
    found = rows(opened("day=2003-07-01"))
    assert {rule.path for rule in Bureau.of("甘肃省").rulebook.rules()} == set(found)
    assert all(f'href="generated/rules/{path}.html"' in line for path, line in found.items())


@pytest.mark.parametrize(
    ("link", "value"),
    [
        ("day=2002-09-30&place=000000&find=hardship.age_men", "50"),
        ("day=2003-07-01&place=320100&find=hardship.age_men", "45"),
        ("day=2003-01-30&place=320100&find=hardship.age_men", "50"),
    ],
)
def test_value_of_the_day_and_place(opened: Opened, link: str, value: str) -> None:
    """A local row applies in its place from its day."""
    assert f" {value} " in text(rows(opened(link))["hardship.age_men"])


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("day=2005-12-31&find=certificate.public_notice", "no rule yet from"),
        ("day=2003-07-01&find=hardship.age_fixed_day", "not found"),
        ("day=2011-01-01&find=hardship.age_fixed_day", "outside the days covered"),
        ("day=2001-01-01&find=hardship.age_fixed_day", "outside the days covered"),
        ("day=&find=hardship.age_fixed_day", "no day chosen"),
        ("day=2009-02-01&find=insurance.average_wage.620100", "not found"),
        ("day=2009-02-01&find=transfers.linkage", "no longer in force to"),
    ],
)
def test_kinds_of_nothing_are_told_apart(opened: Opened, link: str, kind: str) -> None:
    """A rule that is not there yet, one that was not found, and a day that is not covered."""
    (line,) = rows(opened(f"{link}&place=620000")).values()
    assert kind in text(line)


@pytest.mark.parametrize(
    ("find", "path"),
    [
        ("中发[2002]12号", "hardship.age_women"),
        ("中发〔2002〕12号", "hardship.age_women"),
        ("20,000", "loan.norm"),
        ("20000", "loan.norm"),
        ("小额贷款", "loan.norm"),
        ("小额 贷款", "loan.norm"),
        ("推定", "loan.norm"),
        ("assumed", "loan.norm"),
        ("两万元左右", "loan.norm"),
        ("4050 女性", "hardship.age_women"),
    ],
)
def test_rules_are_found_by_value_document_standing_and_note(
    opened: Opened, find: str, path: str
) -> None:
    """A reader types a value, a document number, a standing or a word of a note."""
    assert path in rows(opened(f"day=2003-07-01&place=620000&find={find}"))


def test_rules_are_chosen_by_standing(opened: Opened) -> None:
    """Only rules of the standing are listed, or only those without a value."""
    found = rows(opened("day=2003-07-01&place=620000&standing=assumed&find=hardship"))
    assert found
    assert all(text(line).endswith(" assumed") for line in found.values())
    assert "hardship.age_fixed_day" in rows(opened("day=2003-07-01&standing=nothing"))


def test_row_shows_its_layer_its_last_day_and_its_document(opened: Opened) -> None:
    """The source is a link to the document, with the layer and the days of the row."""
    line = rows(opened("day=2003-07-01&place=320100&find=hardship.age_women"))["hardship.age_women"]
    assert "China · from 2002-09-30 to 2005-12-31" in text(line)
    assert f"generated/instruments.html#{quote('中发200212号')}" in line


def test_changes_since_another_day(opened: Opened) -> None:
    """Only what differs from the other day is left, with the older value."""
    link = "day=2003-02-01&since=2003-01-01&place=320100&changed=1&find=hardship"
    found = rows(opened(link))
    assert ["hardship.age_men"] == list(found)
    assert "was 50" in text(found["hardship.age_men"])


def test_change_of_a_list_names_what_was_added(opened: Opened) -> None:
    """Of two lists only the members that differ are shown."""
    link = "day=2006-10-01&since=2006-09-30&place=620000&changed=1&find=hardship.kinds"
    line = rows(opened(link))["hardship.kinds"]
    assert ["+ member of a household without anyone in work"] == re.findall(
        r"<ins>(.*?)</ins>", line
    )
    assert "<del>" not in line


def test_title_says_the_day_and_the_place(opened: Opened) -> None:
    """The line that is printed above the table names day, place and search."""
    document = opened("day=2003-07-01&place=620500&find=age")
    assert '<p class="explorer-title">2003-07-01 · Tianshui City · “age”</p>' in document
