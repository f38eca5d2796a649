"""A new plugin from the template installs, is found and keeps its contract at once."""

import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from attrs import evolve
from hatchling.builders.wheel import WheelBuilder

from gansu_reemployment import find_region
from gansu_reemployment.errors import PluginError
from gansu_reemployment.plugins.scaffold import new_plugin, slug
from gansu_reemployment.regions.region import Dated

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "plugins" / "_template"


def installed(source: Path, folder: Path) -> Path:
    """Build the plugin at *source* as a wheel, and unpack it where Python can find it."""
    wheel = next(WheelBuilder(str(source)).build(directory=str(folder), versions=["standard"]))
    site = folder / "site"
    with ZipFile(wheel) as packed:
        packed.extractall(site)
    return site


def python(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with what is unpacked at *site*, outside this repository."""
    environment = os.environ | {"PYTHONPATH": str(site), "LC_ALL": "C", "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, cwd=site, check=False
    )


def run_tests(site: Path, *folders: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests in folders, without the plugins of pytest that they do not need."""
    needless = [f"-pno:{name}" for name in ("cacheprovider", "schemathesis", "hypothesispytest")]
    mode = "--import-mode=importlib"
    return python(site, "-m", "pytest", "-v", mode, *needless, *map(str, folders))


def test_rendered_plugins_pass_their_own_tests(tmp_path: Path) -> None:
    """Built and installed without a change, they are found and their contracts hold.

    So does the template, which is a plugin itself.
    """
    regions = [find_region(name) for name in ("甘南藏族自治州", "凉州区", "嘉峪关市")]
    folders = {region.name: tmp_path / slug(region) for region in regions}
    for region in regions:
        new_plugin(region, folders[region.name])
    for source in (TEMPLATE, *folders.values()):
        site = installed(source, tmp_path)

    tests = run_tests(site, TEMPLATE / "tests", *folders.values())
    shown = python(site, "-m", "gansu_reemployment", "--lang", "zh_CN", "plugins")

    assert 0 == tests.returncode, tests.stdout
    for region in regions:
        package = slug(region).replace("_", "-")
        assert f"(gansu-reemployment-{package} 26.11.0)" in shown.stdout
        assert region.name in shown.stdout
        assert re.search(rf"{slug(region)}\S*::\S+ PASSED", tests.stdout)
    assert re.search(r"test_wuwei\S*::\S+ PASSED", tests.stdout)


def test_plugin_of_the_tutorial_passes_the_test_of_the_template(tmp_path: Path) -> None:
    """The listing at the end of the tutorial, put into a new plugin, holds and is explained."""
    new_plugin(find_region("武威市"), tmp_path / "plugin")
    listing = ROOT / "tests" / "data" / "gansu_reemployment_wuwei.py"
    module = tmp_path / "plugin" / "src" / "gansu_reemployment_wuwei" / "__init__.py"
    module.write_text(listing.read_text(encoding="utf-8"), encoding="utf-8")
    site = installed(tmp_path / "plugin", tmp_path)

    tests = run_tests(site, tmp_path / "plugin")
    shown = python(site, "-m", "gansu_reemployment", "plugins")
    rule = python(
        site, "-m", "gansu_reemployment", "rule", "hardship.age_day", "2003-07-01", "凉州区"
    )

    assert 0 == tests.returncode, tests.stdout
    assert "amended rules: hardship.age_day" in shown.stdout
    assert "31 December of the year [《再就业实施办法》（武政发〔2003〕1号）第三条]" in rule.stdout


def test_nothing_of_another_place_is_left(tmp_path: Path) -> None:
    """Documents and classes of the new plugin have the names of its own place."""
    files = new_plugin(find_region("甘州区"), tmp_path / "plugin")
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert [] == [name for name in ("武", "wuwei", "Wuwei") if name in text]
    assert "甘政发〔2003〕1号" in text
    assert "class GanzhouDistrictRules:" in text


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder that is there already is left as it is."""
    with pytest.raises(PluginError, match="already exists"):
        new_plugin(find_region("武威市"), tmp_path)

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("武威市", "wuwei"),
        ("临夏回族自治州", "linxia_hui"),
        ("临夏市", "linxia_city"),
        ("临夏县", "linxia_county"),
        ("凉州区", "liangzhou_district"),
        ("甘肃省", "gansu"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    """The name of the package tells a county from the prefecture of its name."""
    assert expected == slug(find_region(name))


def test_no_plugin_for_the_nation(tmp_path: Path) -> None:
    """A plugin for the nation could never be loaded, so none is written."""
    with pytest.raises(PluginError, match="the rules of the nation are the library's"):
        new_plugin(find_region("全国"), tmp_path / "plugin")


def test_number_of_a_person_as_a_name_is_masked(tmp_path: Path) -> None:
    """A refused name with an identity number is not shown whole."""
    name = "11010519491231002X/甲"
    region = evolve(find_region("武威市"), name=name, names=(Dated(name),))
    with pytest.raises(PluginError, match=r"^1101\*{12}2X/甲: the name of a place"):
        new_plugin(region, tmp_path / "new")


@pytest.mark.parametrize(
    "name", ['济南市", amendments=()) #', "济南市\nimport os", "济南市'", "{name}", "济南市\\"]
)
def test_name_is_never_code(tmp_path: Path, name: str) -> None:
    """A name that would not stay a name in a module is refused, and nothing is written."""
    region = evolve(find_region("武威市"), name=name, names=(Dated(name),))
    with pytest.raises(PluginError, match="letters and spaces only"):
        new_plugin(region, tmp_path / "new")
    assert [] == list(tmp_path.iterdir())
