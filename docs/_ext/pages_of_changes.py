"""The changes since the last release, from the fragments in ``docs/changes``."""

import tomllib
from pathlib import Path
from typing import Any

from page_words import say

ROOT = Path(__file__).parents[2]


def unreleased_page(locale: str) -> str:
    """Write the fragments by type, in the order of a release; the Chinese page links to them."""
    if locale == "zh_CN":
        return f"## {say('Not released yet', locale)}\n\n{say('changes-note', locale)}\n"
    settings: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    towncrier = settings["tool"]["towncrier"]
    folder = ROOT / towncrier["directory"]
    lines = []
    for kind in towncrier["type"]:
        fragments = sorted(folder.glob(f"*.{kind['directory']}.md"))
        if fragments:
            lines += [f"### {kind['name']}", ""]
            lines += [f"- {_text(fragment)}" for fragment in fragments] + [""]
    heading = f"## {say('Not released yet', locale)}"
    return "\n".join([heading, "", *lines] if lines else [])


def _text(fragment: Path) -> str:
    return " ".join(fragment.read_text(encoding="utf-8").split())
