"""Sphinx configuration of the documentation."""

import os
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
    "automodules",
    "gansu_pages",
    "navigation",
    "own_language",
    "policy_search",
    "public_names",
    "schema_files",
]
# The measured speeds and the changes not released yet are parts of other pages.
_parts = [
    "explanation/measured.md",
    "reference/generated/methods.md",
    "reference/generated/unreleased.md",
]
exclude_patterns = ["_build", "changes", *_parts]

# One set of sources, two sites: the Chinese site is built into the folder zh of the English one.
language = os.environ.get("DOCS_LANGUAGE", "en")
locale_dirs = ["locale"]
gettext_compact = "docs"
gettext_uuid = False

myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
# Types are written as annotations; searching comments for them reads every function again.
autodoc_use_type_comments = False
napoleon_numpy_docstring = False
napoleon_use_rtype = False

nitpicky = True
# Names of other libraries, whose documentation no build here can reach.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!gansu_reemployment).*"),
    # Private classes, in the types of fields, have no page either.
    (r"py:.*", r".*\._[A-Z]\w*"),
    # Type variables have no page of their own.
    (r"py:.*", r".*\.([A-Z]|[A-Z][a-z]*_co|FrameT|FunctionT|offices\.Row|tables\.Table)"),
    # A descriptor has the docstring of its measure, so autodoc has none for the class.
    (r"py:.*", r".*\.(OverColumns|Decides|Decision)"),
    # A generic of a generic is cut in the middle by autodoc.
    (r"py:.*", r".*\.Rule\[tuple\[.*"),
]

html_theme = "furo"
html_title = "甘肃省再就业政策规则库" if language == "zh_CN" else "gansu_reemployment"
html_static_path = ["_static"]
html_search_scorer = str(Path(__file__).parent / "_static" / "scorer.js")
html_css_files = ["explorer.css", "form.css", "line-of-time.css", "print.css"]
templates_path = ["_templates"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/other-language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_context = (
    {"other_site": "../", "other_name": "English", "other_language": "en"}
    if language == "zh_CN"
    else {"other_site": "zh/", "other_name": "简体中文", "other_language": "zh-CN"}
)
