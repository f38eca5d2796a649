"""Generated pages keep their words: they are written in the language of the site already.

The Chinese catalogue is for pages written by hand. A cell such as ``none`` beside its Chinese
term would otherwise be translated, because the same word is on another page too.
"""

from typing import TYPE_CHECKING

from automodules import GENERATED
from docutils import nodes
from sphinx.transforms import SphinxTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, bool]:
    """Keep the words before Sphinx looks for translations."""
    app.add_transform(KeepWords)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class KeepWords(SphinxTransform):
    """Mark each text of a generated page; what comes from a docstring has another source."""

    default_priority = 10

    def apply(self, **_options: object) -> None:
        """Mark the texts."""
        for node in self.document.findall(nodes.TextElement):
            source = (node.source or "").replace("\\", "/")
            # Sphinx takes a marked inline node for one of its own and removes it at the end.
            whole = not isinstance(node, nodes.Inline)
            if whole and GENERATED in source and source.endswith(".md"):
                node["translatable"] = False
