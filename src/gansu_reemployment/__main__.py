"""``python -m gansu_reemployment``: the command line (命令行)."""

import sys

from gansu_reemployment.errors import MissingExtraError


def main() -> None:
    """Run the command line; without its optional packages, print what to install."""
    try:
        from gansu_reemployment.cli.main import run  # noqa: PLC0415 - click is an extra
    except ModuleNotFoundError as problem:
        if problem.name not in {"click", "rich"}:
            raise
        print(MissingExtraError(problem.name, "cli").say(), file=sys.stderr)
        sys.exit(2)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
