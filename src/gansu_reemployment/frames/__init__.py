"""Frames (数据框): facts, registers and results as dataframes, and back; each loaded on first use.

A measure over a frame is a method of ``bureau.columns``. The functions here need the extra
``columns``.
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.columns.bridges import facts_of, frame_of, table_of, write_register

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "columns.bridges": ("facts_of", "frame_of", "table_of", "write_register"),
}
__all__ = [
    "facts_of", "frame_of", "table_of", "write_register",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__, extra="columns")
