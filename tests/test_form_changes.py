"""The form in the page when facts or the measure change, in a browser with a made-up engine."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from browser import CHROMIUM, Browser
from form_site import FOLDERS, served, write_site

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
#: It is loaded when the file ``go`` is there, and shows the facts that it was asked about.
ENGINE: Final = """
const folder = new URL("./", import.meta.url);
const loaded = async () => (await fetch(new URL("go", folder), { cache: "no-store" })).ok;
const desk = {
  decide(text) {
    const html = `<div class="outcome">${JSON.stringify(JSON.parse(text).facts)}</div>`;
    return JSON.stringify({ outcome: { status: "decided", missing: [] }, html });
  },
};
export async function loadPyodide() {
  while (!(await loaded())) await new Promise((done) => setTimeout(done, 30));
  const nothing = () => {};
  const FS = { writeFile: nothing };
  return { unpackArchive: nothing, FS, runPython: nothing, pyimport: () => desk };
}
"""
READY: Final = "document.querySelector('#form[data-ready]') ? 1 : 0"
OUTDATED: Final = {
    "en": "The result below was computed from the facts before the change. Decide again.",
    "zh_CN": "以下结果依据修改前的事实，请重新办理。",
}
HARDSHIP: Final = "measure=hardship&on=2003-07-15&region=620500"


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("small") / "site"
    write_site(site)
    engine = site / "_static" / "engine"
    engine.mkdir()
    (engine / "engine.json").write_text('{"bytes": 15000000, "wheels": []}', "utf-8")
    (engine / "desk.py").write_text("", "utf-8")
    (engine / "pyodide.mjs").write_text(ENGINE, "utf-8")
    return site


@pytest.fixture(name="go")
def _go(site: Path) -> Iterator[Path]:
    """Return the file with which the engine is loaded; it is there unless a test removes it."""
    go = site / "_static" / "engine" / "go"
    go.write_text("", "utf-8")
    yield go
    go.unlink(missing_ok=True)


@pytest.fixture(name="address", scope="module")
def _address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def opened(browser: Browser, address: str, case: str = HARDSHIP, locale: str = "en") -> None:
    """Open the form at a case in a page of its own."""
    browser.open("about:blank")
    browser.open(f"{address}{FOLDERS[locale]}reference/form.html#{case}")
    browser.until(READY)


def chosen(browser: Browser, measure: str) -> None:
    """Choose a measure and wait for its form."""
    browser.choose("#form-measure", measure)
    browser.until(f"window.location.hash.includes('measure={measure}&') ? 1 : 0")


def link(browser: Browser) -> dict[str, Any]:
    """Return the case as the address has it."""
    pairs = "Object.fromEntries(new URLSearchParams(window.location.hash.slice(1)))"
    case: dict[str, Any] = browser.run(pairs)
    return {**case, "facts": json.loads(case.get("facts", "{}"))}


def filled(browser: Browser) -> dict[str, Any]:
    """Return the facts that are filled in."""
    facts: dict[str, Any] = link(browser)["facts"]
    return facts


def shown(browser: Browser, selector: str) -> bool:
    """Whether an element is there and takes place."""
    found: bool = browser.run(f"(document.querySelector('{selector}')?.offsetHeight ?? 0) > 0")
    return found


def decided(browser: Browser) -> None:
    """Press the button and wait for the result."""
    browser.click(".form-decide")
    browser.until("document.querySelector('#form.decided .outcome') ? 1 : 0")


def test_facts_stay_when_the_measure_changes(browser: Browser, address: str) -> None:
    """Another measure has the facts of the same name and type; the first returns with its own."""
    facts = {"sex": "female", "born_on": "1963-03-01", "able": True, "employed": False}
    opened(browser, address, case=f"{HARDSHIP}&facts={json.dumps(facts)}")
    chosen(browser, "certificate")
    assert facts == filled(browser)
    chosen(browser, "loan_terms")
    kept = filled(browser)
    assert ("1963-03-01", False) == (kept["born_on"], "sex" in kept)
    browser.type('[data-name="months"] input', "24")
    chosen(browser, "hardship")
    assert facts == filled(browser)
    chosen(browser, "loan_terms")
    assert 24 == filled(browser)["months"]


def test_emptied_fact_does_not_return(browser: Browser, address: str) -> None:
    """What was emptied in one measure is empty in the other one too."""
    opened(browser, address, case=f"{HARDSHIP}&facts={json.dumps({'sex': 'male', 'able': True})}")
    chosen(browser, "certificate")
    browser.choose('[data-name="sex"] select', "")
    chosen(browser, "hardship")
    assert {"able": True} == filled(browser)


def test_clear_and_another_case_leave_no_facts(browser: Browser, address: str) -> None:
    """After *Clear*, or in a case that a link opens, no measure has facts of the last person."""
    facts = json.dumps({"sex": "male"})
    opened(browser, address, case=f"{HARDSHIP}&facts={facts}")
    chosen(browser, "certificate")
    browser.click(".form-tools button:nth-of-type(2)")
    browser.until("window.location.hash.includes('facts') ? 0 : 1")
    chosen(browser, "hardship")
    assert {} == filled(browser)
    opened(browser, address, case=f"{HARDSHIP}&facts={facts}")
    browser.run("delete document.getElementById('form').dataset.ready")
    browser.run("window.location.hash = 'measure=certificate&on=2003-07-15&region=620500'")
    browser.until(READY)
    chosen(browser, "hardship")
    assert {} == filled(browser)


def test_presumption_stays_with_its_record(browser: Browser, address: str) -> None:
    """What is presumed is presumed again, and is no fact of another measure."""
    opened(browser, address, case="measure=loan_terms&on=2003-07-15&region=620500")
    browser.click(".form-presumed input")
    names = filled(browser)["presumed"]
    assert names
    chosen(browser, "hardship")
    assert {} == filled(browser)
    chosen(browser, "loan_terms")
    assert names == filled(browser)["presumed"]
    assert browser.run("document.querySelector('.form-presumed input').checked")


@pytest.mark.parametrize("locale", OUTDATED)
@pytest.mark.parametrize("field", ["#form-on", "#form-region", '[data-name="sex"] select'])
@pytest.mark.usefixtures("go")
def test_result_of_earlier_facts_is_marked(
    browser: Browser, address: str, locale: str, field: str
) -> None:
    """After any change the result says so, and paper has the form and not the result."""
    opened(browser, address, locale=locale)
    decided(browser)
    assert not shown(browser, ".form-outdated")
    new = {"#form-on": "2003-08-01", "#form-region": "620000"}.get(field, "male")
    browser.choose(field, new)
    assert OUTDATED[locale] == browser.run("document.querySelector('.form-outdated').innerText")
    assert not browser.run("document.querySelector('.form-status').innerText")
    browser.send("Emulation.setEmulatedMedia", media="print")
    paper = [shown(browser, one) for one in (".form-case", ".form-result", ".outcome")]
    browser.send("Emulation.setEmulatedMedia", media="")
    assert [True, False, False] == paper
    decided(browser)
    assert not shown(browser, ".form-outdated")


@pytest.mark.usefixtures("go")
def test_added_row_changes_the_facts(browser: Browser, address: str) -> None:
    """A row that was added is a change as well; asking one question at a time is none."""
    opened(browser, address, case="measure=insurance_claim&on=2003-07-15&region=620500")
    decided(browser)
    browser.click("#form-asking")
    assert not shown(browser, ".form-outdated")
    browser.click("#form-asking")
    browser.click('[data-name="hires"] .form-add')
    assert shown(browser, ".form-outdated")


def test_press_while_the_program_is_loaded(browser: Browser, address: str, go: Path) -> None:
    """What is filled in while the program is loaded is decided by the press that follows it."""
    go.unlink()
    opened(browser, address)
    browser.click(".form-decide")
    browser.until("document.querySelector('.form-status').innerText.startsWith('Loading')")
    browser.choose('[data-name="sex"] select', "male")
    browser.click(".form-decide")
    assert not shown(browser, ".outcome")
    go.write_text("", "utf-8")
    browser.until("document.querySelector('.outcome')?.innerText.includes('male') ? 1 : 0")
    assert not shown(browser, ".form-outdated")


def test_change_while_the_program_is_loaded(browser: Browser, address: str, go: Path) -> None:
    """A result that comes after a change is marked; one of another measure is not shown."""
    go.unlink()
    opened(browser, address)
    browser.click(".form-decide")
    browser.choose('[data-name="sex"] select', "male")
    go.write_text("", "utf-8")
    browser.until("document.querySelector('#form.outdated .outcome') ? 1 : 0")
    go.unlink()
    opened(browser, address)
    browser.click(".form-decide")
    chosen(browser, "certificate")
    go.write_text("", "utf-8")
    browser.until("document.querySelector('.form-status').innerText === '' ? 1 : 0")
    assert not shown(browser, ".outcome")


@pytest.mark.usefixtures("go")
def test_press_while_the_form_is_loaded(browser: Browser, address: str) -> None:
    """A press before the fields of the measure are there decides as soon as they are."""
    opened(browser, address, case="measure=")
    browser.run(
        "{ const o = document.querySelector('#form-measure'); o.value = 'hardship';"
        " o.dispatchEvent(new Event('change', { bubbles: true }));"
        " document.querySelector('.form-decide').click(); }"
    )
    browser.until("document.querySelector('#form.decided .outcome') ? 1 : 0")
