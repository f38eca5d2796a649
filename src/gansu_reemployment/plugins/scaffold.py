"""A new plugin for a region (新建地方插件): the template, filled in with the region's names."""

import re
from pathlib import Path
from typing import Final

from gansu_reemployment.errors import PluginError
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import mask
from gansu_reemployment.regions import NATION_ID, Level, Region

#: The template: in the wheel, or in the repository.
TEMPLATES: Final = (
    Path(__file__).parents[1] / "template",
    Path(__file__).parents[3] / "plugins" / "_template",
)
#: The region of the template: in Chinese, in its documents, as a name of modules and of classes.
_ZH: Final = "武威市"
_SYMBOL: Final = "武政发"
_EN: Final = "wuwei"
_CLASS: Final = "Wuwei"
#: A name that is valid in any file of the template.
_PLAIN: Final = re.compile(r"\w[\w ·（）()-]*")
_LEFT_OUT: Final = ("__pycache__", ".pytest_cache", ".venv", "dist")


def new_plugin(region: Region, folder: Path) -> list[Path]:
    """Write a plugin for *region* into *folder*, and return the files.

    Raises:
        PluginError: the folder already exists; nothing is written.
    """
    if region.id == NATION_ID:
        text = _("{distribution}: the rules of the nation are the library's; choose a place.")
        raise PluginError(region.name, text)
    if _PLAIN.fullmatch(region.name) is None:
        text = _("{distribution}: the name of a place has letters and spaces only.")
        raise PluginError(mask(region.name), text)
    if folder.exists():
        raise PluginError(str(folder), _("{distribution} already exists; nothing was written."))
    template = next(path for path in TEMPLATES if path.exists())
    sources = [path for path in sorted(template.rglob("*")) if _is_wanted(path)]
    names = _names(region)
    written = []
    for source in sources:
        target = folder / _replaced(source.relative_to(template).as_posix(), names)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_replaced(source.read_text("utf-8"), names), "utf-8", newline="\n")
        written.append(target)
    return written


def slug(region: Region) -> str:
    """Return the region's name as a module name: ``wuwei``, or ``liangzhou_district``."""
    words = re.sub(r"[^a-z ]", "", region.en.lower()).split()
    ranks = {"autonomous"}
    if region.level is not Level.COUNTY:
        ranks |= {"city", "prefecture", "province", "area"}
    return "_".join(word for word in words if word not in ranks)


def _names(region: Region) -> dict[str, str]:
    """Return the replacements by name; the words of the distribution are joined by hyphens."""
    name = slug(region)
    package = f"gansu-reemployment-{name.replace('_', '-')}"
    return {
        _ZH: region.name,
        _SYMBOL: f"{region.name[0]}政发",
        f"gansu-reemployment-{_EN}": package,
        _EN: name,
        _CLASS: "".join(word.capitalize() for word in name.split("_")),
    }


def _is_wanted(path: Path) -> bool:
    return path.is_file() and not any(part in _LEFT_OUT for part in path.parts)


def _replaced(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text
