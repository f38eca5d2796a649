"""The server (服务器): the application run by uvicorn, without a log of addresses."""

from typing import TYPE_CHECKING

from gansu_reemployment.errors import MissingExtraError
from gansu_reemployment_service_http.application import application
from gansu_reemployment_service_http.settings import LOOPBACK, Settings, keys_of_environment

if TYPE_CHECKING:
    from gansu_reemployment.plugins import Host


def run(
    address: str,
    port: int,
    *,
    names: tuple[str, ...] = (),
    ledger: str = "",
    mcp: bool = False,
    locale: str = "en",
    host: "Host | None" = None,
) -> None:
    """Serve on *address* and *port* until the process is ended; *names* are further host names.

    Raises:
        MissingExtraError: uvicorn, or with *mcp* the package of that name, is not installed.
        SettingError: there is a ledger, but no key in the environment.
    """
    try:
        import uvicorn  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise MissingExtraError("uvicorn", "service") from None
    hosts = tuple(dict.fromkeys((*LOOPBACK, address, *names)))
    read, append = keys_of_environment()
    settings = Settings(
        hosts=hosts, ledger=ledger, read_key=read, append_key=append, mcp=mcp, locale=locale
    )
    uvicorn.run(
        application(settings, host),
        host=address,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=5,
        ws="none",
        timeout_graceful_shutdown=10,
    )


def run_tools(locale: str, host: "Host") -> None:
    """Answer the tools for assistants on standard input and output until the input ends.

    Raises:
        MissingExtraError: the package mcp is not installed.
    """
    try:
        from gansu_reemployment_service_http import assistants  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as problem:
        raise MissingExtraError(problem.name or "", "mcp") from None
    assistants.run(locale, host)
