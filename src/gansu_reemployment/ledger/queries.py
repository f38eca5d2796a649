"""Queries of a ledger (台账查询), which work on the cases that any ledger finds.

>>> from gansu_reemployment.ledger import open_ledger
>>> with open_ledger("memory:") as ledger:
...     list(resting_on(ledger.find(), "财税〔2002〕208号", "第一条"))
[]
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from gansu_reemployment.errors import AmbiguousNameError, UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.ledger.cases import Case, show_key
from gansu_reemployment.ledger.protocol import Ledger
from gansu_reemployment.ledger.reopening import Reopened, reopen
from gansu_reemployment.working.outcome import Outcome

#: The brackets around the year in a symbol, all treated as equal.
_BRACKETS: Final = str.maketrans("〔〕［］【】（）()", "[][][][][]")

#: The number of keys to suggest if several match.
_OFFERED: Final = 4
_NUMERALS: Final = "一二三四五六七八九十百0123456789"


def find_case(ledger: Ledger, key: str) -> Case:
    """Find the case with this key, or the only one whose key begins with it.

    Raises:
        UnknownNameError: there is no such case.
        AmbiguousNameError: several keys begin with it.
    """
    try:
        return ledger.get(key)
    except UnknownNameError:
        found = [*islice((case for case in ledger.find() if case.key.startswith(key)), _OFFERED)]
        if not found:
            raise
    if len(found) > 1:
        near = tuple(show_key(case.key) for case in found)
        raise AmbiguousNameError(Message(_("case with the key")), show_key(key), near)
    return found[0]


def resting_on(cases: Iterable[Case], document: str, article: str = "") -> Iterator[Case]:
    """Return the *cases* whose decision rests on a document (依据某文件的案件).

    Args:
        cases: such as ``ledger.find(current=True)``.
        document: its symbol, with the year in brackets of any kind, or its title if it has none.
        article: only decisions on this article, as it is cited; ``第一条`` includes its parts,
            such as ``第一条第二款``.
    """
    name = _plain(document)
    return (
        case
        for case in cases
        if any(_cites(cited, name, article) for cited in case.outcome.get("citations", ()))
    )


def changed_by(
    cases: Iterable[Case], recompute: Callable[[Case], Outcome[Any]]
) -> Iterator[Reopened]:
    """Return the *cases* whose answer would change (答案将改变的案件).

    ``bureau.as_known(day).recompute`` computes the answer under the rulebook as it was known on
    *day*, ``bureau.with_rules(book).recompute`` under a reform.
    """
    return (again for case in cases if not (again := reopen(case, recompute)).holds)


def _cites(cited: Mapping[str, Any], document: str, article: str) -> bool:
    articles = (cited["article"] or "").split("、")
    cited_document = _plain(cited["document"] or "")
    return cited_document == document and any(_within(a, article) for a in articles)


def _within(cited: str, article: str) -> bool:
    """Return whether an article is the one given or a part of it; 十一 is not a part of 十."""
    rest = cited.removeprefix(article)
    begins = cited.startswith(article)
    return begins and not (article[-1:] in _NUMERALS and rest[:1] in _NUMERALS and rest and article)


def _plain(document: str) -> str:
    return "".join(document.split()).translate(_BRACKETS)
