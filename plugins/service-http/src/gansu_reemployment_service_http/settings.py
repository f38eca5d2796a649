"""The settings of a service (服务设置); the defaults are safe for one machine."""

import os

from attrs import field, frozen

from gansu_reemployment.plugins import Bilingual
from gansu_reemployment_service_http.faults import SettingError

#: The names by which a browser of the same machine reaches the service.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")


@frozen(kw_only=True)
class Settings:
    """The settings of a service.

    Args:
        hosts: the values of the header ``Host`` that are answered, without a port.
        most_bytes: the longest body of one case, and the longest line of a batch.
        most_lines: the longest batch.
        seconds: the longest time for one case, and for the next part of a body to arrive.
        ledger: the URL of a ledger; without one nothing is recorded.
        read_key: the key that reads cases of the ledger.
        append_key: the key that reads and appends.
        mcp: whether the tools for assistants are served at ``/mcp``.
        locale: the language of these tools; all else follows ``Accept-Language``.

    Raises:
        SettingError: there is a ledger without keys, or a key is shorter than 16 characters.
    """

    hosts: tuple[str, ...] = LOOPBACK
    most_bytes: int = 200_000
    most_lines: int = 100_000
    seconds: float = 10
    ledger: str = ""
    read_key: str = field(default="", repr=False)
    append_key: str = field(default="", repr=False)
    mcp: bool = False
    locale: str = "en"

    def __attrs_post_init__(self) -> None:
        keys = [key for key in (self.read_key, self.append_key) if key]
        if self.ledger and not keys:
            raise SettingError(
                Bilingual(
                    "使用台账须以 {read} 或者 {append} 设置密钥。",
                    "A ledger needs a key: set {read} or {append}.",
                ),
                read=READ_KEY,
                append=APPEND_KEY,
            )
        if any(len(key) < SHORTEST_KEY for key in keys):
            raise SettingError(
                Bilingual("密钥至少{number}个字符。", "A key has at least {number} characters."),
                number=SHORTEST_KEY,
            )


SHORTEST_KEY = 16
#: The environment variables that hold the keys: an argument would be seen by other users.
READ_KEY = "GANSU_REEMPLOYMENT_READ_KEY"
APPEND_KEY = "GANSU_REEMPLOYMENT_APPEND_KEY"


def keys_of_environment() -> tuple[str, str]:
    """Return the keys that the environment holds: the one that reads, the one that appends."""
    return os.environ.get(READ_KEY, ""), os.environ.get(APPEND_KEY, "")
