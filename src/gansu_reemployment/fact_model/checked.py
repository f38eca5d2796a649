"""The base of the classes of facts, which raises every fault at once (事实核对)."""

from collections.abc import Mapping
from typing import Any, ClassVar

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model.contradictions import NotAbove
from gansu_reemployment.fact_model.fields import describe
from gansu_reemployment.fact_model.unknown import Unknown


class _PartlyKnown:
    """Facts by attribute, some of them unknown; built once, because they are read often."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)


class CheckedFacts:
    """Base of the classes of facts: every fault of the values is raised at once.

    *unknown* holds the unknown facts by name. If there are any, *view* has them as
    :class:`Unknown` and the others as they are. *ordered* declares the facts that may not be
    above others; it holds in columns too, where :meth:`contradictions` are not asked.
    """

    ordered: ClassVar[tuple[NotAbove, ...]] = ()
    unknown: Mapping[str, Unknown]
    view: "_PartlyKnown | None"

    def __attrs_post_init__(self) -> None:
        values, fields = self.__dict__, describe(type(self))
        asked = [f for f in fields if type(values[f.name]) not in f.plain]
        faults = [fault for f in asked for fault in f.faults(values[f.name])]
        faults += [fault for pair in self.ordered if (fault := pair.fault(values))]
        faults += self.contradictions()
        if faults:
            raise InvalidFactsError(faults)
        unknown = {f.name: f.unknown for f in fields if values[f.name] is None}
        view = _PartlyKnown({**values, **unknown}) if unknown else None
        object.__setattr__(self, "unknown", unknown)
        object.__setattr__(self, "view", view)

    def contradictions(self) -> list[Fault]:
        """Return the faults that lie between several facts."""
        return []
