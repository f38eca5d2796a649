"""Where a plugin comes from (插件来源): a distribution, a file, or an object in memory."""

import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Self

from attrs import field, frozen

from gansu_reemployment.errors import PluginError
from gansu_reemployment.i18n import _


@frozen
class Source:
    """A plugin to load: its name, its distribution, and how to load its *module*.

    The fault of a *required* plugin, such as a file named explicitly, is raised; it is never
    skipped. One that is loaded *under_rules* takes the rulebook with the rules of the others.
    """

    name: str
    distribution: str
    version: str
    load: Callable[..., Any] = field(repr=False, eq=False)
    module: str = ""
    required: bool = False
    under_rules: bool = False

    @classmethod
    def of(cls, plugin: Any, name: str = "example") -> Self:
        """Return an object in memory, such as a module, as a plugin that is not installed."""
        return cls(name, name, "", lambda: plugin)

    @classmethod
    def file(cls, path: Path) -> Self:
        """Return the Python file at *path* as a plugin that is not installed."""
        return cls(str(path), str(path), "", lambda: _module(path), required=True)

    def __reduce__(self) -> tuple[Any, ...]:
        # A copy knows where the plugin came from; it is not loaded again.
        parts = (self.name, self.distribution, self.version)
        return Source, (*parts, _no_plugin, self.module, self.required, self.under_rules)

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".rstrip()


def _no_plugin() -> None:
    """Load nothing."""


def _module(path: Path) -> Any:
    if not path.is_file():
        raise PluginError(str(path), _("There is no file {distribution}."))
    # A file loaded twice would have two classes of facts by one name.
    loaded = sys.modules.get(path.stem)
    if loaded and Path(getattr(loaded, "__file__", None) or "").resolve() == path.resolve():
        return loaded
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise PluginError(str(path), _("{distribution} is not a Python file."))
    module = module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module
