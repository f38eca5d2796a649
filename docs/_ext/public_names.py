"""Links to public names: ``ledger.Ledger`` leads to where it is defined, ``ledger.protocol``.

Names that a module imports only for its types are added to it before its signatures are read.
A type then links to the right class and not to another one of the same name.
"""

import ast
import inspect
import pkgutil
import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from automodules import PACKAGE
from docutils import nodes
from pages_of_code import BY_HAND

import gansu_reemployment
from gansu_reemployment.i18n import Choice

if TYPE_CHECKING:
    from docutils.nodes import Element, TextElement
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: "Sphinx") -> dict[str, bool]:
    """Resolve the names that Sphinx could not find under the public name."""
    app.connect("builder-inited", complete_all)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def complete_all(_app: "Sphinx") -> None:
    """Complete every module of the library."""
    packages = pkgutil.walk_packages(gansu_reemployment.__path__, "gansu_reemployment.")
    for name in (package.name for package in packages):
        if not name.endswith("__main__"):
            complete(import_module(name))


def complete(module: ModuleType) -> None:
    """Add to a module the names that it imports only for its types."""
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for one in node.body:
                if isinstance(one, ast.ImportFrom) and one.module:
                    source = import_module(one.module)
                    names = {alias.asname or alias.name: alias.name for alias in one.names}
                    vars(module).update({own: getattr(source, n) for own, n in names.items()})


def resolve(
    app: "Sphinx", env: "BuildEnvironment", node: "pending_xref", text: "TextElement"
) -> "Element | None":
    """Link a name to where it is defined; from the Chinese site, to the English one."""
    wanted = node.get("reftarget", "")
    if node.get("refdomain") != "py" or not wanted.startswith("gansu_reemployment"):
        return None
    target = _defined(wanted)
    if target is None:
        return None
    domain = env.domains["py"]
    found = domain.resolve_xref(
        env, node["refdoc"], app.builder, node["reftype"], target, node, text
    )
    if found is not None or app.config.language != "zh_CN" or _module(target) in _without_page():
        return found
    up = "../" * (node["refdoc"].count("/") + 1)
    return nodes.reference("", "", text, refuri=f"{up}{_english(target)}", internal=True)


def _defined(wanted: str) -> str | None:
    """Return the full name of a module, or of what a module takes over from another one."""
    try:
        return import_module(wanted).__name__
    except ImportError:
        package, _, name = wanted.rpartition(".")
    try:
        owner = import_module(package)
    except ImportError:
        outer = _defined(package) if package else None
        return f"{outer}.{name}" if outer else None
    if not hasattr(owner, name):
        return None
    found = getattr(owner, name)
    named = hasattr(found, "__qualname__")
    return f"{found.__module__}.{found.__qualname__}" if named else wanted


def _module(target: str) -> str:
    """Return the module that defines a name."""
    while target and target not in sys.modules:
        target = target.rpartition(".")[0]
    return target


def _without_page() -> set[str]:
    """Return the modules that are documented by hand, on pages of both sites."""
    return {f"{PACKAGE}{name}" for name in BY_HAND}


def _english(target: str) -> str:
    """Return the place of a name on the English site, below its root."""
    module = _module(target)
    parts = target.removeprefix(module).strip(".").split(".")
    page = module.removeprefix("gansu_reemployment.")
    kind = getattr(sys.modules[module], parts[0], None)
    if inspect.isclass(kind) and not issubclass(kind, Choice):
        page = f"{page}.{parts[0]}"
    anchor = target if parts[0] else f"module-{module}"
    return f"reference/generated/code/{page}.html#{anchor}"
