"""The language and the form that a caller accepts (内容协商)."""

from collections.abc import Iterator
from typing import Final

from starlette.requests import Request

from gansu_reemployment_service_http.faults import HttpFault

JSON: Final = "application/json"
LINES: Final = "application/x-ndjson"
TEXT: Final = "text/plain"
HTML: Final = "text/html"
#: How many entries of a header are read.
_MOST: Final = 20


def language(request: Request) -> str:
    """Return the first language of ``Accept-Language`` that the library has; else English."""
    for tag in _by_weight(request.headers.get("accept-language", "")):
        for prefix, locale in (("zh", "zh_CN"), ("en", "en")):
            if tag.lower().split("-")[0] == prefix:
                return locale
    return "en"


def form(request: Request, *forms: str) -> str:
    """Return the first form of ``Accept`` among *forms*; the first of these if any will do.

    Raises:
        HttpFault: none is accepted.
    """
    accepted = [*_by_weight(request.headers.get("accept", "") or "*/*")]
    for wanted in accepted:
        for one in forms:
            if wanted in {one, "*/*", f"{one.partition('/')[0]}/*"}:
                return one
    raise HttpFault(406)


def media_type(request: Request) -> str:
    """Return the media type of the body."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _by_weight(header: str) -> Iterator[str]:
    """Yield the entries of a header by their weight ``q``, without those of weight zero."""
    entries = [_weighted(entry) for entry in header.split(",")[:_MOST]]
    weighted = sorted((e for e in entries if e[0] > 0), key=lambda entry: -entry[0])
    return (name for _weight, name in weighted if name)


def _weighted(entry: str) -> tuple[int, str]:
    name, *parameters = (part.strip() for part in entry.split(";"))
    texts = [part.removeprefix("q=") for part in parameters if part.startswith("q=")]
    return (_thousandths(texts[0]) if texts else 1000), name


def _thousandths(text: str) -> int:
    whole, _point, part = text.partition(".")
    digits = f"{whole}{part[:3]:0<3}"
    return min(int(digits), 1000) if digits.isascii() and digits.isdecimal() else 0
