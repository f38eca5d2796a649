"""``python -m gansu_reemployment``: the command line (命令行)."""

import gc
import sys
from typing import Final

from gansu_reemployment.errors import MissingExtraError

#: The number of new objects after which Python looks for cycles. Cases have none, and with its own
#: number, 700, a fifth of the time of a register would be spent on looking.
_OBJECTS: Final = 20_000


def main() -> None:
    """Run the command line; without its optional packages, print what to install."""
    try:
        from gansu_reemployment.cli.main import run  # noqa: PLC0415 - click is an extra
    except ModuleNotFoundError as problem:
        if problem.name not in {"click", "rich"}:
            raise
        print(MissingExtraError(problem.name, "cli").say(), file=sys.stderr)
        sys.exit(2)
    gc.set_threshold(_OBJECTS)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
