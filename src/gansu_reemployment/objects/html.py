"""Objects as HTML for a notebook (网页显示): every text is escaped."""

from collections.abc import Iterable
from html import escape


def table_html(title: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table with a caption, a line of heads, and rows of texts."""
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(one)}</td>' for one in row)}</tr>" for row in rows)
    caption = f"<caption>{escape(title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
