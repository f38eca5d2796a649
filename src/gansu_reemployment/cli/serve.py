"""The command that runs the HTTP service (启动服务的命令): ``serve``."""

import click

from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.errors import MissingExtraError


@click.command(short_help="Serve measures and rules over HTTP.")
@click.option("--host", "address", default="127.0.0.1", show_default=True, help="The address.")
@click.option("--port", default=8003, show_default=True, help="The port.")
@click.option("--name", multiple=True, help="A host name by which a proxy asks; may be repeated.")
@click.option("--ledger", default="", help="A ledger for cases; by default none is kept.")
@click.option(
    "--mcp",
    type=click.Choice(["http", "stdio"]),
    help="Tools for assistants too (http, at /mcp), or only these on standard input (stdio).",
)
@click.pass_obj
def serve(
    setting: Setting,
    address: str,
    port: int,
    name: tuple[str, ...],
    ledger: str,
    mcp: str | None,
) -> None:
    """Serve measures, rules and documents over HTTP, on this machine only by default.

    The service is the distribution gansu-reemployment-service-http.
    """
    try:
        from gansu_reemployment_service_http import server  # noqa: PLC0415 - another distribution
    except ModuleNotFoundError as problem:
        raise MissingExtraError(problem.name or "", "service") from None
    language, host = setting.language, setting.host
    if mcp == "stdio":
        server.run_tools(language, host)
        return
    server.run(
        address,
        port,
        names=name,
        ledger=ledger,
        mcp=mcp == "http",
        locale=language,
        host=host,
    )
