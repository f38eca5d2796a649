"""Files that are written completely or not at all, and only their owner can read (私密文件)."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOENT
from pathlib import Path
from typing import Any


@contextmanager
def private_file(path: Path, mode: str = "w", **how: Any) -> Iterator[Any]:
    """Open a new file that takes the place of *path* when it is complete; *mode* is as in ``open``.

    Until then it has a random name beside it, so that neither a link nor a file that somebody
    has put there is written to. If the block raises, *path* stays as it was.

    Raises:
        OSError: the file cannot be written, or its folder does not exist, which is then named.
    """
    part = None
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path.parent))
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        part = Path(name)
        with os.fdopen(handle, mode, **how) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise
