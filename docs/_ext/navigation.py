"""The navigation of pages that are in no table of contents is written once for each folder.

There are a thousand of them, made from the rules and the code. Their navigation marks no page as
the current one, so that it is the same on all pages of a folder.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Before the handler of the theme, which asks for the navigation.
_BEFORE_THE_THEME = 400


def setup(app: "Sphinx") -> dict[str, bool]:
    """Keep the navigation of a folder in the memory of the process that writes its pages."""
    kept: dict[str, Callable[..., str]] = {}

    def keep(
        app: "Sphinx", page: str, _template: str, context: dict[str, Any], _doctree: object
    ) -> None:
        if "orphan" in app.env.metadata.get(page, {}):
            folder = page.rpartition("/")[0]
            context["toctree"] = kept.setdefault(folder, cache(context["toctree"]))

    app.connect("html-page-context", keep, priority=_BEFORE_THE_THEME)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
