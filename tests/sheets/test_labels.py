"""Headings and names of official tables, in both languages."""

from gansu_reemployment.sheets.labels import Label, place_name


def test_names_of_places_in_both_languages() -> None:
    """A region has its English name; what is not a region keeps its own."""
    assert Label("天水市", "Tianshui City") == place_name("天水市")
    assert "开发区一处" == place_name("开发区一处")
