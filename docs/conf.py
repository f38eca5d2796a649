"""Sphinx configuration of the documentation."""

import sys
from pathlib import Path

import gansu_reemployment

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

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
    "gansu_pages",
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
    (r"py:.*", r".*\.([A-Z]|[A-Z][a-z]*_co|FrameT)"),
    # A generic of a generic is cut in the middle by autodoc.
    (r"py:.*", r".*\.Rule\[tuple\[.*"),
]

html_theme = "furo"
html_title = "gansu_reemployment"
html_static_path = ["_static"]
html_css_files = ["explorer.css"]
