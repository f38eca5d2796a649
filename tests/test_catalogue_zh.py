"""The Chinese catalogue: complete, well formed, and enough to explain a case in Chinese."""

import re
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
#: A half-width mark after a Chinese character; one that stands within a number or path does not.
HALF_WIDTH = re.compile(r"[一-鿿“”（）：，。；][,.;?:!]")
#: A word of English; paths and codes have a dot, dash, underscore or digit at their side.
ENGLISH = re.compile(r"(?<![\w.@\[-])[A-Za-z]{2,}(?![\w.@\]-])", re.ASCII)

FACTS = """\
sex = "female"
born_on = 1963-03-01
group = "laid_off_soe"
able = true
"""


def script(name: str) -> ModuleType:
    """Load a script of ``.ci``, which is no package."""
    spec = spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="messages", scope="module")
def _messages() -> ModuleType:
    return script("messages")


@pytest.fixture(name="catalogue", scope="module")
def _catalogue(messages: ModuleType) -> list[Message]:
    with messages.TARGET.open("rb") as text:
        return [message for message in read_po(text, locale="zh_CN") if message.id]


@pytest.fixture(name="translated", scope="module")
def _translated(catalogue: list[Message]) -> dict[str, str]:
    return {one_form(message.id): one_form(message.string) for message in catalogue}


def one_form(text: Any) -> str:
    """Give a sentence; of one with a plural the form for many, the only one in Chinese."""
    return str(text[-1] if isinstance(text, (tuple, list)) else text)


def placeholders(text: str) -> set[tuple[str | None, ...]]:
    """Give the placeholders of a sentence, each with its conversion and format."""
    return {tuple(part[1:]) for part in Formatter().parse(text) if part[1] is not None}


def differing(translated: Mapping[str, str]) -> list[str]:
    """Give the sentences whose translation has other placeholders."""
    return [en for en, zh in translated.items() if placeholders(en) != placeholders(zh)]


def test_every_sentence_is_translated(messages: ModuleType, translated: dict[str, str]) -> None:
    """Every sentence marked in the sources has a translation that is not blank."""
    known = {en for en, zh in translated.items() if zh.strip()}
    marked = {one_form(message.id) for message in messages.extracted() if message.id}
    assert set() == marked - known


def test_placeholders_are_kept(translated: dict[str, str]) -> None:
    """A translation has the placeholders of its sentence, with the same conversions."""
    assert [] == differing(translated)


def test_lost_placeholder_is_noticed() -> None:
    """A placeholder that is missing, or has another conversion, is found."""
    whole = {"{value!r} is not {kind}": "应为{kind}，不能是{value!r}"}
    wrong = {"at most {limit}": "不高于", "{stated!r} is not a number": "{stated}不是数字"}
    assert list(wrong) == differing({**whole, **wrong})


def test_nothing_is_fuzzy(catalogue: list[Message]) -> None:
    """No translation is a guess that nobody has confirmed."""
    assert [] == [message.id for message in catalogue if message.fuzzy]


def test_punctuation_is_full_width(translated: dict[str, str]) -> None:
    """No half-width mark follows a Chinese character."""
    assert [] == [zh for zh in translated.values() if HALF_WIDTH.search(zh)]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "willing = true\nemployed = false\nretired = false\ninternally_retired = false\n",
            "结果：大龄就业困难对象（“4050”人员）",
        ),
        ("willing = false\nemployed = true\n", "不予认定，理由如下。"),
        ("willing = true\n", "待定，缺少下列事实。"),
    ],
    ids=["decided", "refused", "undecided"],
)
def test_explanation_is_chinese(more: str, said: str, tmp_path: Path) -> None:
    """Each case is explained without English; a missing fact has the name that files use."""
    script("compile_messages").compile_catalogues(ROOT)
    file = tmp_path / "facts.toml"
    file.write_text(FACTS + more, encoding="utf-8")
    # A process of its own: this one may have loaded the catalogue before it was compiled.
    command = [sys.executable, "-m", "gansu_reemployment", "--lang", "zh_CN", "explain"]
    told = subprocess.run(
        [*command, str(file), "--on", "2003-07-01"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    assert told.startswith("“4050”人员认定（适用2003年7月1日的规定，甘肃省）\n" + said)
    for fact in ("在业（employed）", "已退休（retired）"):
        told = told.replace(fact, "")
    assert [] == ENGLISH.findall(told)
