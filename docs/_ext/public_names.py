"""Links to public names: ``ledger.Ledger`` leads to where it is defined, ``ledger.protocol``.

Names that a module imports only for its types are added to it before its signatures are read.
A type then links to the right class and not to another one of the same name.
"""

import ast
import inspect
import pkgutil
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

import gansu_reemployment

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
    """Link a name that a package takes over from one of its modules."""
    package, _, name = node.get("reftarget", "").rpartition(".")
    if node.get("refdomain") != "py" or not package.startswith("gansu_reemployment"):
        return None
    try:
        found = getattr(import_module(package), name)
        target = f"{found.__module__}.{found.__qualname__}"
    except (ImportError, AttributeError):
        return None
    domain = env.domains["py"]
    return domain.resolve_xref(
        env, node["refdoc"], app.builder, node["reftype"], target, node, text
    )
