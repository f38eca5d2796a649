"""A chart (图) as a value: its drawing, its title, and its text for readers who cannot see it.

Altair describes a chart and vl-convert draws it as SVG or PNG, without a browser or a network;
both come with the extra ``charts``.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.charts.theme import settings
from gansu_reemployment.errors import ChartError, MissingExtraError, UnknownNameError
from gansu_reemployment.i18n import Message, _, choose_locale, show
from gansu_reemployment.registers.files import private_file
from gansu_reemployment.sheets.labels import Text

_LANG: Final = {"zh_CN": "zh-CN", "en": "en"}
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
#: Two characters that look alike only if the fonts have neither.
_TWO: Final = ("汉", "一")


def altair() -> Any:
    """Return the charting library.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import altair as alt  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("altair", "charts") from None
    return alt


def _converter() -> Any:
    try:
        import vl_convert  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("vl-convert-python", "charts") from None
    return vl_convert


@frozen(repr=False)
class Chart:
    """A chart in one language.

    Args:
        title: the line above it.
        text: the same contents in words, which screen readers read aloud.
        locale: the language.
        spec: the drawing, as a specification of Vega-Lite.
    """

    title: str
    text: str
    locale: str
    spec: Mapping[str, Any] = field(eq=False)

    def __repr__(self) -> str:
        return f"Chart({self.title!r}, {self.locale!r})"

    def _repr_html_(self) -> str:
        """Return the drawing, for a notebook."""
        return self.svg()

    def svg(self) -> str:
        """Return the drawing as SVG, with the title and the text for readers who cannot see it.

        The fonts are those of the machine that shows it.

        Raises:
            MissingExtraError: vl-convert is not installed.
        """
        drawn: str = _converter().vegalite_to_svg(dict(self.spec))
        opening, rest = drawn.split(">", 1)
        language = _LANG[choose_locale(self.locale)]
        words = f"<title>{escape(self.title)}</title><desc>{escape(self.text)}</desc>"
        return f'{opening} role="img" lang="{language}">{words}{rest}\n'

    def png(self, *, scale: int = 2, fonts: str | Path | None = None) -> bytes:
        """Return the drawing as PNG, *scale* times as large as on the screen.

        *fonts* is a folder of font files, for a machine without Chinese ones.

        Raises:
            ChartError: the chart has Chinese words, and no font has Chinese characters.
            MissingExtraError: vl-convert is not installed.
        """
        converter = _converter()
        if fonts is not None:
            _register(Path(fonts).resolve(strict=True))
        if _CHINESE.search(str(self.spec)) and not _draws_chinese(fonts):
            raise ChartError(_("No font has Chinese characters; name a folder of fonts."))
        drawn: bytes = converter.vegalite_to_png(dict(self.spec), scale=scale)
        return drawn

    def save(self, path: str | Path, *, fonts: str | Path | None = None) -> None:
        """Write the drawing to *path*, whose ending is ``.svg`` or ``.png``.

        Raises:
            UnknownNameError: the name has another ending.
            ChartError: a PNG has Chinese words, and no font has Chinese characters.
            MissingExtraError: vl-convert is not installed.
            OSError: the file cannot be written.
        """
        path = Path(path)
        forms: dict[str, Callable[[], bytes]] = {
            ".svg": lambda: self.svg().encode(),
            ".png": lambda: self.png(fonts=fonts),
        }
        form = forms.get(path.suffix.lower())
        if form is None:
            raise UnknownNameError(
                Message(_("ending of a file name")), path.suffix, near=tuple(forms)
            )
        content = form()
        with private_file(path, "wb") as file:
            file.write(content)


def finished(drawing: Any, title: Text, text: str, locale: str, *, under: Text = "") -> Chart:
    """Return a drawing of Altair as a chart, with its title and a line *under* it."""
    heading = show(title, locale)
    lines = {"text": heading, **({"subtitle": show(under, locale)} if under else {})}
    spec = drawing.to_dict()
    spec |= {"title": lines, "config": settings(locale)}
    return Chart(heading, text, locale, spec)


def table(rows: Iterable[Mapping[str, Any]]) -> Any:
    """Return the rows of a chart as its inline data."""
    return altair().Data(values=list(rows))


def by_name(
    channel: Any, field: str, names: Sequence[str], looks: Sequence[Any], **more: Any
) -> Any:
    """Return a channel of Altair in which each name has its own look, such as a colour."""
    scale = altair().Scale(domain=list(names), range=list(looks[: len(names)]))
    return channel(field, scale=scale, sort=list(names), **more)


@cache
def _register(folder: Path) -> None:
    _converter().register_font_directory(str(folder))


@cache
def _draws_chinese(_fonts: str | Path | None) -> bool:
    """Return whether two Chinese characters look different: without a font both are blank."""
    first, second = (_drawn(character) for character in _TWO)
    return first != second


def _drawn(character: str) -> bytes:
    drawn: bytes = _converter().svg_to_png(
        "<svg xmlns='http://www.w3.org/2000/svg' width='24' height='24'>"
        f"<text x='2' y='20' font-size='18' font-family='sans-serif'>{character}</text></svg>"
    )
    return drawn
