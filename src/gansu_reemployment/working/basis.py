"""The basis of an outcome (适用依据): its measure and region, the versions that computed it."""

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from gansu_reemployment.law.suppositions import Supposition
from gansu_reemployment.regions import Region, find_region
from gansu_reemployment.working.measure import Measure


class Provenance:
    """The versions of library, rulebook and plugins that computed an outcome.

    *rulebook* is its digest, or a function that returns it when it is first needed.
    """

    def __init__(
        self, library: str, rulebook: str | Callable[[], str], plugins: tuple[str, ...] = ()
    ) -> None:
        self.library = library
        self.plugins = plugins
        self._rulebook = rulebook

    @property
    def rulebook(self) -> str:
        """The digest of the rulebook."""
        if not isinstance(self._rulebook, str):
            self._rulebook = self._rulebook()
        return self._rulebook

    def as_json(self) -> dict[str, Any]:
        """Return the versions in JSON's own types."""
        return {
            "library": self.library,
            "rulebook": self.rulebook,
            "plugins": list(self.plugins),
        }

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Provenance) and self.as_json() == other.as_json()
        )

    def __hash__(self) -> int:
        return hash((self.library, self.plugins))

    def __repr__(self) -> str:
        return f"Provenance({self.library!r}, plugins={self.plugins!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Provenance, (self.library, self.rulebook, self.plugins)


@frozen
class Basis:
    """The basis of a working, in addition to the day: the measure, the region, the versions.

    *region* is the region's code, *places* are its layers from the nation down. *conditions* and
    *adjustments* are those of the place, which are evaluated last; a copy has none. *part* is the
    basis of the measure's part. *supposed* are the hypothetical values of the rulebook, which is
    then not law.
    """

    measure: Measure[Any, Any] | None = None
    region: str | None = None
    provenance: Provenance | None = None
    places: tuple[Region, ...] = ()
    conditions: tuple[Callable[[Any, Any], None], ...] = field(default=(), eq=False, repr=False)
    adjustments: tuple[Callable[[Any, Any, Any], Any], ...] = field(
        default=(), eq=False, repr=False
    )
    part: "Basis | None" = field(default=None, eq=False, repr=False)
    supposed: tuple[Supposition, ...] = ()

    def place(self, code: str) -> Region:
        """Return the region with that code, including regions declared by plugins."""
        own = next((place for place in self.places if place.id == code), None)
        return own or find_region(code)

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (self.measure, self.region, self.provenance, self.places)
        return Basis, (*parts, (), (), None, self.supposed)
