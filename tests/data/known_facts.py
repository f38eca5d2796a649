"""Facts of which every one is known, for tests that change one or two of them."""

from datetime import date
from typing import Any, Final

from gansu_reemployment.facts import (
    Enterprise,
    EnterpriseKind,
    EntitledGroup,
    Formation,
    LoanApplication,
    Purpose,
    Sex,
    Trade,
    Worker,
)
from gansu_reemployment.measures.taxes.facts import TAXES
from gansu_reemployment.money import Yuan

WORKER: Final = Worker(
    sex=Sex.FEMALE,
    born_on=date(1963, 3, 1),
    group=EntitledGroup.LAID_OFF_SOE,
    able=True,
    willing=True,
    employed=False,
    retired=False,
    internally_retired=False,
)
LOAN: Final = LoanApplication(
    born_on=date(1960, 5, 1),
    certified=True,
    partners=1,
    requested=Yuan(20_000),
    months=24,
    micro_profit=True,
    uplift=0,
    own_funds_short=True,
    purpose=Purpose.WORKING_CAPITAL,
    healthy=True,
    creditworthy=True,
    skilled=True,
    recommended=True,
    examined=True,
    guaranteed=True,
)
_TAXES: Final[dict[str, Any]] = {tax.code: Yuan(100_000) for tax in TAXES}
#: The boxes of other kinds of enterprise are empty.
FIRM: Final = Enterprise(
    enterprise=EnterpriseKind.NEW_SERVICE,
    trade=Trade.CATERING,
    hired=30,
    surplus_staff=0,
    staff=100,
    staff_last_year=0,
    all_new_hires=0,
    employees=0,
    contract_years=3,
    formation=Formation.SET_UP,
    mixed=False,
    separate_accounts=False,
    approved_on=date(2003, 9, 1),
    **_TAXES,
)
