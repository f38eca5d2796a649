"""The form in the page in a real browser: facts in, the explanation out, in both languages."""

import json
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

import page_desk
import pytest
from browser import CHROMIUM, Browser
from form_data import form_data
from form_site import FOLDERS, ROOT, engine_folder, served, write_site

from gansu_reemployment import load_host
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.interchange import Desk

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
#: The site as ``.ci/docs`` and ``.ci/form.py`` build it.
SITE = ROOT / "docs" / "_build" / "html"
LOCALES = ("en", "zh_CN")
PHONE = 390
READY = "document.querySelector('#form[data-ready]') ? 1 : 0"
OUTCOME = "document.querySelector('#form .outcome')"
FAULTS = "document.querySelector('#form .form-faults')"
#: A link that is opened again has another number.
NUMBERS = count()
STATUS = "document.querySelector('.form-status').innerText"
#: Whether the page shows what Python wrote, compared as the browser reads it.
SAME = """(() => {{ const t = document.createElement('template'); t.innerHTML = {html};
const shown = document.querySelector('.outcome');
return t.content.firstElementChild.outerHTML === shown.outerHTML; }})()"""
#: The fields without a text that says what they are.
UNLABELLED = """[...document.querySelectorAll('#form input, #form select')].filter((one) =>
![...one.labels].some((label) => label.textContent.trim())).map((one) => one.outerHTML)"""


@pytest.fixture(name="address", scope="module")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the built site, or else the form without the rest of the documentation."""
    if (SITE / "_static" / "engine" / "engine.json").exists():
        with served(SITE) as address:
            yield address
        return
    site = tmp_path_factory.mktemp("small") / "site"
    write_site(site)
    shutil.copytree(engine_folder(tmp_path_factory), site / "_static" / "engine")
    with served(site) as address:
        yield address


@pytest.fixture(name="locale", scope="module", params=LOCALES)
def _locale(request: pytest.FixtureRequest) -> str:
    """Return a language; the tests in one language follow each other, so that Python stays."""
    locale: str = request.param
    return locale


@pytest.fixture(autouse=True)
def _built_in_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer by the rules of the library alone, as the page does."""
    monkeypatch.setattr(page_desk, "DESK", Desk(load_host([])))


def opened(browser: Browser, address: str, locale: str, case: str = "measure=") -> None:
    """Open the form at a case and wait until it may be filled in; an open page loads no more."""
    page = f"{address}{FOLDERS[locale]}reference/form.html"
    asking = "document.querySelector('#form-asking')"
    if browser.run(f"window.location.href.split('#')[0] === {json.dumps(page)}"):
        browser.run(f"{asking}.checked && {asking}.click()")
        browser.run("delete document.getElementById('form').dataset.ready")
        browser.run(f"window.location.hash = {json.dumps(f'{case}&opened={next(NUMBERS)}')}")
    else:
        browser.open(f"{page}#{case}")
    browser.until(READY)


def decided(browser: Browser) -> dict[str, Any]:
    """Press the button, and return the request and the outcome that the page shows."""
    browser.click(".form-decide")
    browser.until(f"{OUTCOME} || {FAULTS} ? 1 : 0")
    texts = browser.run(
        "[...document.querySelectorAll('.form-json pre')].map((e) => e.textContent)"
    )
    request, outcome = map(json.loads, texts)
    return {"request": request, "outcome": outcome}


def python(request: dict[str, Any], locale: str = "en") -> dict[str, Any]:
    """Return what Python answers to the same request."""
    text = json.dumps(request, ensure_ascii=False)
    answer: dict[str, Any] = json.loads(page_desk.decide(text, locale))
    return answer


def field(name: str, inner: str) -> str:
    """Return the selector of what is in the field of a fact."""
    return f'[data-name="{name}"] {inner}'


def test_case_is_decided_as_in_python(browser: Browser, address: str, locale: str) -> None:
    """A case that is filled in by hand has the outcome and the explanation of Python."""
    opened(browser, address, locale)
    browser.choose("#form-measure", "loan_terms")
    browser.until("document.querySelector('[data-name=months]') ? 1 : 0")
    browser.choose("#form-on", "2003-07-15")
    browser.choose("#form-region", "620500")
    browser.choose(field("born_on", "input"), "1963-03-01")
    browser.click(field("certified", "input[value=true]"))
    for name, text in {"partners": 1, "requested": 20000, "months": 24, "uplift": 0}.items():
        browser.type(field(name, "input"), str(text))
    browser.click(field("micro_profit", "input[value=false]"))
    browser.choose(field("purpose", "select"), "working_capital")
    browser.click(".form-presumed input")
    found = decided(browser)
    facts = found["request"]["facts"]
    assert ("1963-03-01", True, 1, "20000", 24, False) == tuple(facts.values())[:6]
    assert "guaranteed" in facts["presumed"]
    answer = python(found["request"], locale)
    assert answer["outcome"] == found["outcome"]
    assert browser.run(STATUS) in {"Decided", "已办理"}
    assert browser.run(SAME.format(html=json.dumps(answer["html"])))


def test_wrong_input_has_the_faults_of_the_library(
    browser: Browser, address: str, locale: str
) -> None:
    """Each fault is shown in words at its field, and all of them together at the top."""
    opened(browser, address, locale, "measure=loan_terms&on=2003-07-15&region=620500")
    browser.type(field("months", "input"), "0")
    browser.type(field("requested", "input"), "lots")
    browser.click(".form-decide")
    shown = browser.until(f"{FAULTS} && {FAULTS}.innerText")
    request = {"measure": "loan_terms", "on": "2003-07-15", "facts": {"months": 0}}
    request["facts"]["requested"] = "lots"  # type: ignore[index]
    faults = python(request, locale)["problem"]["faults"]
    assert 2 == len(faults)
    for fault in faults:
        assert fault["problem"] in shown
        name = fault["path"].removeprefix("facts.")
        said = f"document.querySelector('[data-name={name}] .form-fault').innerText"
        assert fault["problem"] == browser.run(said)
        assert "true" == browser.run(
            f"document.querySelector('[data-name={name}] input').getAttribute('aria-invalid')"
        )


def test_address_has_no_names(browser: Browser, address: str) -> None:
    """A link has the case without names and numbers of persons, and opens it in both languages."""
    example = form_data()["examples"]["insurance_claim"]
    facts = {**example["facts"]}
    names = ["张三", "620105197001010011"]
    facts["hires"] = [
        {**hire, "number": one} for hire, one in zip([facts["hires"][0]] * 2, names, strict=True)
    ]
    case = {"measure": "insurance_claim", "on": example["on"], "region": example["region"]}
    link = "&".join(f"{name}={value}" for name, value in case.items())
    opened(browser, address, "en", f"{link}&facts={json.dumps(facts)}")
    typed = field("hires", "[data-name=number] input")
    browser.run(f"document.querySelector('{typed.replace(chr(39), chr(34))}').value = ''")
    browser.type(typed, "李四")
    found = browser.run("window.location.hash")
    values = {name: value for name, (value,) in parse_qs(found[1:]).items()}
    kept = json.loads(values.pop("facts"))
    assert case == values
    assert ["1", "2"] == [hire["number"] for hire in kept["hires"]]
    assert not any(name in found for name in ("李四", "张三", "620105197001010011"))
    assert facts["hires"][0].items() - {("number", "张三")} <= kept["hires"][0].items()
    other = browser.run("document.querySelector('.other-language a').href")
    assert other.endswith(found)
    browser.open(other)
    browser.until(f"document.documentElement.lang === 'zh-CN' && {READY}")
    assert "1" == browser.run(f"document.querySelector(`{typed}`).value")


def test_missing_facts_lead_to_their_fields(browser: Browser, address: str) -> None:
    """What an undecided case still needs is listed, and a click leads to its field."""
    opened(browser, address, "en", "measure=micro_profit&on=2003-07-01&region=620500")
    found = decided(browser)
    assert ["item", "in_community"] == found["outcome"]["missing"]
    assert "Undecided" == browser.run(STATUS)
    browser.click(".form-missing li:last-child a")
    assert browser.run("document.activeElement.closest('[data-name=in_community]') !== null")


@pytest.mark.parametrize("facts", ["{", "[]", "7", '{"hires": 5, "employer": {"a": []}, "x": 1}'])
def test_odd_link_is_opened_as_far_as_it_can_be_read(
    browser: Browser, address: str, facts: str
) -> None:
    """A link that was cut or changed opens the form of its measure."""
    opened(browser, address, "en", f"measure=insurance_claim&facts={quote(facts)}")
    assert "insurance_claim" == browser.run("document.querySelector('#form-measure').value")
    assert 1 == browser.run("document.querySelectorAll('[data-name=hires] .form-row').length")


def test_link_of_a_measure(browser: Browser, address: str) -> None:
    """A page may link to the form of a measure by its query as well."""
    browser.open(f"{address}reference/form.html?measure=micro_profit")
    browser.until(f"window.location.hash.includes('micro_profit') && {READY}")
    assert browser.run("document.querySelector('[data-name=in_community]') !== null")


def test_one_question_at_a_time(browser: Browser, address: str, locale: str) -> None:
    """Only what can change the result is asked, until the case is decided."""
    opened(browser, address, locale, "measure=micro_profit&on=2003-07-01&region=620500")
    visible = (
        "[...document.querySelectorAll('.form-record > :not([hidden])')].map((e) => e.dataset.name)"
    )
    browser.click("#form-asking")
    assert [] == browser.run(visible)
    browser.click(".form-decide")
    browser.until(f"{visible}.length === 1")
    assert ["item"] == browser.run(visible)
    browser.choose(field("item", "select"), "repair")
    browser.click(".form-decide")
    browser.until(f"{visible}.length === 2")
    assert ["item", "in_community"] == browser.run(visible)
    browser.click(field("in_community", "input[value=true]"))
    assert True is decided(browser)["outcome"]["value"]


def test_every_measure(browser: Browser, address: str) -> None:
    """The form of each measure takes its worked case whole, and each field has a label."""
    examples = form_data()["examples"]
    assert set(MEASURES) == set(examples)
    opened(browser, address, "en")
    browser.size(PHONE)
    for name, example in examples.items():
        browser.choose("#form-measure", name)
        browser.until(f"document.querySelector('.form-about').href.includes('/{name}.html')")
        browser.until("document.querySelector('.form-record') ? 1 : 0")
        browser.click(".form-tools button")
        browser.until("document.querySelector('.form-record') ? 1 : 0")
        found = decided(browser)
        answer = python({"measure": name, **example})
        assert answer["outcome"] == found["outcome"], name
        assert [] == browser.run(UNLABELLED), name
        width = browser.run("document.scrollingElement.scrollWidth")
        assert width <= PHONE, name
    browser.size(1200)


def test_paper_has_the_result_alone(browser: Browser, address: str) -> None:
    """What is printed is the outcome, and not the form."""
    opened(browser, address, "en", "measure=micro_profit&on=2003-07-01&region=620500")
    decided(browser)
    browser.send("Emulation.setEmulatedMedia", media="print")
    shown = "(s) => document.querySelector(s).offsetHeight > 0"
    heights = [browser.run(f"({shown})('{one}')") for one in ("#form form", "#form .outcome")]
    browser.send("Emulation.setEmulatedMedia", media="")
    assert [False, True] == heights


def test_site_without_the_engine(browser: Browser, tmp_path: Path) -> None:
    """Where the engine was not built the page says so, and the button cannot be pressed."""
    write_site(tmp_path / "site")
    with served(tmp_path / "site") as address:
        opened(browser, address, "en", "measure=micro_profit")
        assert browser.run("document.querySelector('.form-decide').disabled")
        assert "built without the program" in browser.run(STATUS)


def test_engine_that_is_not_loaded(browser: Browser, tmp_path: Path) -> None:
    """Where loading fails the page says so, and the button may be pressed again."""
    write_site(tmp_path / "site")
    engine = tmp_path / "site" / "_static" / "engine"
    engine.mkdir()
    (engine / "engine.json").write_text('{"bytes": 15000000, "wheels": ["lost.whl"]}', "utf-8")
    with served(tmp_path / "site") as address:
        opened(browser, address, "en", "measure=micro_profit&on=2003-07-01&region=620500")
        browser.click(".form-decide")
        browser.until(f"{STATUS}.includes('was not loaded') ? 1 : 0")
        assert not browser.run("document.querySelector('.form-decide').disabled")
