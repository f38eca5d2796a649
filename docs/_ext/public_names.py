"""Links to public names: ``ledger.Ledger`` leads to where it is defined, ``ledger.protocol``."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils.nodes import Element, TextElement
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: "Sphinx") -> dict[str, bool]:
    """Try again what Sphinx could not find under the public name."""
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


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
