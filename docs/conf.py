"""Sphinx configuration of the documentation."""

import gansu_reemployment

project = "gansu_reemployment"
author = "the founders of gansu_reemployment"
copyright = f"2026, {author}"  # noqa: A001 - the name Sphinx reads
version = release = gansu_reemployment.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_design",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "changes"]
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
napoleon_use_rtype = False

nitpicky = True
# Names of other libraries, whose documentation no build here can reach.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!gansu_reemployment).*"),
    # Type variables have no page of their own.
    (r"py:.*", r".*\.(T|F|R|T_co|F_co|Out_co|FrameT)"),
]

html_theme = "furo"
html_title = "gansu_reemployment"
html_static_path: list[str] = []
