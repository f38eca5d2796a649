"""The hooks a plugin may implement (插件接口). Hooks register; they never calculate.

A plugin is asked once, while it is loaded, for frozen typed data. It marks its functions
with :data:`hookimpl` and names its module in the entry-point group ``gansu_reemployment``.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import pluggy
from attrs import frozen

from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.regions import Region

#: The entry-point group, and the name of the pluggy project.
GROUP: Final = "gansu_reemployment"
#: The version of the hooks; a plugin states the one it was written for.
API: Final = 1

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

#: A local condition: it requires or refuses through the working, before the measure ends.
Condition = Callable[[Any, Any], None]
#: Opens a ledger from its URL.
LedgerFactory = Callable[[str], Any]


@frozen(kw_only=True)
class LocalRules:
    """The local rules (实施办法) of one region, for which a plugin speaks.

    Args:
        region: the region's code or any of its names.
        amendments: the local rows, each on a rule that is delegated.
        api: the version of the hooks the plugin was written for.
        declares: regions outside Gansu that the plugin brings along, higher ones first.
        checked_on: when somebody last compared the amendments with their documents.
    """

    region: str
    amendments: tuple[Amendment, ...] = ()
    api: int = API
    declares: tuple[Region, ...] = ()
    checked_on: date | None = None


@frozen(kw_only=True)
class LocalReview:
    """A local condition that needs code, for one measure in one region and those below it.

    *condition* is called with the working and the view of the facts, in both workings, and
    refuses by ``w.require`` or ``w.refuse`` on a rule of its own.
    """

    region: str
    measure: str
    condition: Condition


@hookspec
def local_rules() -> LocalRules | Sequence[LocalRules]:  # type: ignore[empty-body]
    """Give the local rules of one region; a distribution for several places gives several."""


@hookspec
def local_review() -> LocalReview | Sequence[LocalReview]:  # type: ignore[empty-body]
    """Give the local conditions that no rule row can carry."""


@hookspec
def breakdown_weights(region: str, year: int) -> Mapping[str, int] | None:
    """Give the weights by which *region* (a code) splits its targets of *year*, if it has any."""


@hookspec
def ledger_backends() -> Mapping[str, LedgerFactory]:  # type: ignore[empty-body]
    """Give the ledgers of this plugin by the scheme of their URL."""
