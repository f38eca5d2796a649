"""Faults of HTTP (请求错误), as problem details of RFC 9457 in the language of the caller."""

from typing import Any, Final

from gansu_reemployment.errors import GansuError
from gansu_reemployment.plugins import Bilingual

#: The headline of each status that the service itself answers with.
TITLES: Final = {
    400: Bilingual("请求无法识别。", "The request cannot be read."),
    401: Bilingual("需要密钥。", "A key is needed."),
    403: Bilingual("无此权限。", "This is not permitted."),
    404: Bilingual("没有该地址。", "There is nothing at this address."),
    405: Bilingual("该地址不支持此方法。", "The address does not answer this method."),
    406: Bilingual("没有所要求的格式。", "There is no answer in a form that is accepted."),
    408: Bilingual("请求未按时送达。", "The request did not arrive in time."),
    409: Bilingual("台账中已有不同内容。", "The ledger has something else there."),
    413: Bilingual("请求过长。", "The request is too long."),
    415: Bilingual("请求的格式不受支持。", "The form of the request is not supported."),
    421: Bilingual("本服务不以该主机名应答。", "The service does not answer to this host."),
    500: Bilingual("服务内部错误。", "The service failed."),
    503: Bilingual("处理超时。", "The answer took too long."),
}


class SettingError(GansuError, ValueError):
    """A setting that would not be safe."""


class HttpFault(Exception):  # noqa: N818 - it is an answer
    """A request that is answered with a *status* and no result."""

    def __init__(self, status: int, **headers: str) -> None:
        self.status = status
        self.headers = headers
        super().__init__(status)

    def problem(self, locale: str) -> dict[str, Any]:
        """Return the problem details."""
        return problem_of(self.status, locale)


def problem_of(status: int, locale: str) -> dict[str, Any]:
    """Return the problem details of a status."""
    text = TITLES.get(status, TITLES[400])
    title = text.zh if locale == "zh_CN" else str(text)
    return {"type": f"urn:gansu-reemployment:problem:{status}", "title": title, "status": status}
