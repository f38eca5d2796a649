"""An outcome as a page (办理结果页): the result, the facts, the way to it, and the sources.

The page is a part of HTML without scripts, for a notebook, a site or a system of one's own. Every
text is escaped; a source that has an address is a link to it.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, Final

from gansu_reemployment.i18n import _, show, translate, wording
from gansu_reemployment.law.sources import TextRead
from gansu_reemployment.working.explain import Explanation, arithmetic_of, read_locale
from gansu_reemployment.working.outcome import AnyOutcome
from gansu_reemployment.working.terms import PRESUMED
from gansu_reemployment.working.value_text import fields, shown

#: The class of an entry by its mark.
_MARKS: Final = {"✓": "met", "✗": "unmet", "=": "step", "·": "rule", "?": "open"}

#: Met and unmet differ by sign and weight, and not by colour alone.
STYLE: Final = """\
.outcome { max-width: 48em; line-height: 1.6; }
.outcome h2 { font-size: 1.2em; margin: .2em 0; }
.outcome h3 { font-size: 1em; margin: 1em 0 .2em; }
.outcome .supposed { border: 2px dashed; padding: .3em .8em; }
.outcome table { border-collapse: collapse; width: 100%; }
.outcome th, .outcome td { border: 1px solid #888; padding: .2em .6em; text-align: left;
  vertical-align: top; white-space: pre-line; overflow-wrap: anywhere; }
.outcome th { width: 34%; font-weight: normal; }
.outcome ul, .outcome ol { padding: 0; margin: 0; list-style: none; }
.outcome .result.decided { border-left: .3em solid #1a7f37; padding-left: .8em; }
.outcome .result.refused { border-left: .3em double #b3261e; padding-left: .8em; }
.outcome .result.undecided { border-left: .3em dotted #8a6100; padding-left: .8em; }
.outcome .how li { padding-left: 1.6em; text-indent: -1.6em; }
.outcome .how .mark { display: inline-block; width: 1.6em; text-indent: 0; }
.outcome .how .unmet, .outcome .how .step { font-weight: bold; }
.outcome .source { border: 1px solid #aaa; border-radius: .3em; padding: .3em .8em; margin: .4em 0;
  overflow-wrap: anywhere; break-inside: avoid; }
.outcome .source p { margin: .2em 0; font-size: .9em; }
"""


def outcome_html(outcome: AnyOutcome[Any], locale: str = "zh_CN") -> str:
    """Return the outcome as a part of a page, with its style.

    Raises:
        UnknownNameError: *locale* is another language than ``zh_CN`` or ``en``.
    """
    locale = read_locale(locale)
    body = "\n".join(sections(outcome, locale))
    style = f"<style>\n{STYLE}</style>"
    return (
        f'<article class="outcome" lang="{locale.replace("_", "-")}">\n{style}\n{body}\n</article>'
    )


def sections(outcome: AnyOutcome[Any], locale: str) -> Iterator[str]:
    """Yield the heading and the sections of an outcome."""
    explanation = Explanation(outcome, locale, arithmetic_of(outcome))
    yield f"<h2>{escape(explanation.head())}</h2>"
    yield from (f'<p class="supposed">{escape(one)}</p>' for one in explanation.supposed())
    for heading, items in explanation.results():
        content = _result(items, locale)
        yield _section(f"result {outcome.status}", heading, content)
    if outcome.facts is not None:
        facts = _table(_facts(outcome.facts, locale))
        ages = "".join(f"<p>{escape(age)}</p>" for age in explanation.age(outcome.facts))
        yield _section("facts", translate(_("Facts"), locale), facts + ages)
    if outcome.log:
        yield _section(
            "how", translate(_("How:"), locale), _list(map(_entry, explanation.marked()))
        )
    if explanation.sources:
        cards = _list(_cards(explanation, locale), "ol")
        yield _section("sources", translate(_("Sources:"), locale), cards)


def _section(kind: str, heading: str, content: str) -> str:
    title = escape(heading.rstrip(":：.。"))
    return f'<section class="{kind}">\n<h3>{title}</h3>\n{content}\n</section>'


def _result(items: list[tuple[str, Any]], locale: str) -> str:
    """Return named values as a table, a single value and sentences as they are."""
    named = all(name for name, _item in items)
    if named and len(items) == 1:
        return f"<p>{escape(show(shown(items[0][1], locale), locale).strip())}</p>"
    if named:
        return _table((name, show(shown(item, locale), locale).strip()) for name, item in items)
    return _list(f"<li>{escape(item)}</li>" for _name, item in items)


def _facts(facts: Any, locale: str) -> Iterator[tuple[str, str]]:
    """Yield each known fact; one that was presumed in order says so."""
    mark = translate(PRESUMED, locale)
    for field, name, value in fields(facts, locale):
        text = show(value, locale)
        presumed = field.name in getattr(facts, "presumed", ())
        yield name, wording(f"{text}（{mark}）", f"{text} ({mark})", locale) if presumed else text


def _entry(entry: tuple[str, str]) -> str:
    mark, text = entry
    return f'<li class="{_MARKS[mark]}"><span class="mark">{mark}</span>{escape(text)}</li>'


def _cards(explanation: Explanation, locale: str) -> Iterator[str]:
    """Yield each source with where it was read and the notes on it."""
    for text, number in explanation.sources.items():
        read = (_reading(reading, locale) for reading in explanation.readings(text))
        lines = [*read, *(escape(note) for note in explanation.notes(text))]
        notes = "".join(f"<p>{line}</p>" for line in lines)
        yield f'<li class="source">[{number}] {escape(text)}{notes}</li>'


def _reading(reading: TextRead, locale: str) -> str:
    text = escape(show(reading, locale))
    link = escape(reading.link or "")
    return text.replace(link, f'<a href="{link}">{link}</a>') if link else text


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = (f"<tr><th>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in rows)
    return f"<table><tbody>{''.join(cells)}</tbody></table>"


def _list(items: Iterable[str], kind: str = "ul") -> str:
    return f"<{kind}>{''.join(items)}</{kind}>"
