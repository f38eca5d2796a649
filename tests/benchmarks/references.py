"""Every measure over columns that is also written by hand."""

from typing import Final

import by_hand_guarantee
import by_hand_interest
import by_hand_loans
import by_hand_ordered
import by_hand_people
import by_hand_relief
import by_hand_subsidies
import by_hand_targets
import by_hand_taxes
from by_hand import Reference

REFERENCES: Final[dict[str, Reference]] = {
    **by_hand_people.REFERENCES,
    **by_hand_subsidies.REFERENCES,
    **by_hand_loans.REFERENCES,
    **by_hand_interest.REFERENCES,
    **by_hand_guarantee.REFERENCES,
    **by_hand_relief.REFERENCES,
    **by_hand_ordered.REFERENCES,
    **by_hand_taxes.REFERENCES,
    **by_hand_targets.REFERENCES,
}
