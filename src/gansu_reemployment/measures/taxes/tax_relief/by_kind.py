"""Work that depends on the kind of enterprise (按企业类型计算), in either working."""

from collections.abc import Callable
from typing import Any, Final

from gansu_reemployment.measures.taxes.facts import Enterprise, EnterpriseKind
from gansu_reemployment.working.terms import Facts, Term, Working

NEW: Final = frozenset({EnterpriseKind.NEW_SERVICE, EnterpriseKind.NEW_RETAIL})
EXISTING: Final = frozenset({EnterpriseKind.EXISTING_SERVICE, EnterpriseKind.EXISTING_RETAIL})
SERVICE: Final = frozenset({EnterpriseKind.NEW_SERVICE, EnterpriseKind.EXISTING_SERVICE})
#: The service and commerce enterprises, which newly hire.
HIRING: Final = NEW | EXISTING
SPUN_OFF: Final = frozenset({EnterpriseKind.SPUN_OFF})
SOLE_TRADER: Final = frozenset({EnterpriseKind.SOLE_TRADER})

#: The table that a kind of enterprise is worked by.
Works = dict[frozenset[EnterpriseKind], Callable[[], Any]]


def by_kind(w: Working[Any], x: Facts[Enterprise], works: Works) -> Term[Any]:
    """Work the entry for the kind of enterprise; the last entry is for all other kinds."""
    (kinds, work), *others = works.items()
    if not others:
        term: Term[Any] = work()
        return term
    return w.branch(w.among(x.enterprise, kinds), work, lambda: by_kind(w, x, dict(others)))


def nothing() -> None:
    """Ask for nothing more."""


def no() -> bool:
    """Say no without reading a fact."""
    return False
