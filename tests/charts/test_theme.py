"""The colours of charts can be told apart by readers with any kind of colour blindness."""

from itertools import combinations, pairwise

import pytest

from gansu_reemployment.charts import theme
from gansu_reemployment.charts.periods import STANDINGS

#: What is seen without one kind of cone: Machado, Oliveira and Fernandes, 2009, severity 1.
SEEN = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
WHITE = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> list[float]:
    """Return the linear parts of a colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def times(matrix: tuple[tuple[float, ...], ...], parts: list[float]) -> list[float]:
    """Multiply a matrix by a colour."""
    return [sum(a * b for a, b in zip(row, parts, strict=True)) for row in matrix]


def lab(colour: str, seen: str) -> list[float]:
    """Return a colour in the space in which distances are those that people see."""
    xyz = times(
        ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)),
        [min(max(part, 0), 1) for part in times(SEEN[seen], linear(colour))],
    )
    x, y, z = (
        ratio ** (1 / 3) if ratio > 0.008856 else 7.787 * ratio + 16 / 116
        for ratio in (part / white for part, white in zip(xyz, WHITE, strict=True))
    )
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def distance(one: str, two: str, seen: str) -> float:
    """Return how far apart two colours are seen; 10 is seen at a glance."""
    pairs = zip(lab(one, seen), lab(two, seen), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours, as the guidelines for web pages define it."""
    light = sorted((0.05 + lightness(one), 0.05 + lightness(two)))
    return light[1] / light[0]


def lightness(colour: str) -> float:
    """Return the relative lightness of a colour."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("seen", SEEN)
def test_series_differ_for_every_reader(seen: str) -> None:
    """The colours of any two series are well apart, whatever cones a reader has."""
    close = [pair for pair in combinations(theme.SERIES[:4], 2) if distance(*pair, seen) < 15]
    assert [] == close


@pytest.mark.parametrize("seen", SEEN)
def test_scale_of_amounts_darkens(seen: str) -> None:
    """More is darker, so that the scale is read without colours."""
    light, dark = (lab(end, seen)[0] for end in theme.SCALE)
    assert light - dark > 40


def test_words_are_legible_on_every_colour() -> None:
    """Words are white on the dark colours and dark on the others, at 4.5 to 1 or more."""
    colours = {*theme.SERIES, theme.YELLOW, *(colour for colour, _dash in STANDINGS.values())}
    inks = {colour: theme.WHITE if colour in theme.DARK else theme.INK for colour in colours}
    faint = {colour for colour, ink in inks.items() if contrast(colour, ink) < 4.5}
    assert set() == faint


def test_standings_differ_without_colour() -> None:
    """Each standing has dashes of its own, and every series a shape of its own."""
    dashes = [dash for _colour, dash in STANDINGS.values()]
    assert len(dashes) == len(set(dashes))
    assert len(theme.SHAPES) == len(set(theme.SHAPES)) == len(theme.SERIES)


def test_neighbours_differ() -> None:
    """Neighbouring series differ in lightness too, for a print in black and white."""
    assert all(abs(lightness(a) - lightness(b)) > 0.05 for a, b in pairwise(theme.SERIES[:4]))
