"""The state of one evaluation over columns (计算状态), shared by law, facts and working."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from operator import and_
from typing import Any, Final

import narwhals as nw

from gansu_reemployment.columns.choices import rows_without_rule
from gansu_reemployment.columns.coded import Coded
from gansu_reemployment.columns.looked import ByDay
from gansu_reemployment.columns.missing import Expr, Missing, any_of, either, within
from gansu_reemployment.columns.profile import ColumnProfile
from gansu_reemployment.columns.terms import Column, Nothing, Ratio, truth
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule, Used
from gansu_reemployment.working.records import by_field, names_of
from gansu_reemployment.working.terms import RULE_NOT_KNOWN

#: A term of so few operations is computed again wherever it is used. Over a frame in memory every
#: operation writes a column, so there no operation is as cheap as a column that is kept.
CHEAP: Final = 2
#: The condition of a branch is read by everything within it; one of more operations is kept.
DEEP: Final = 8
#: A value of longer spans of days is computed row by row, not day by day.
FAR: Final = timedelta(days=50_000)


def is_deep(term: Any) -> bool:
    """Return whether a term that is read more than once is worth a column of its own."""
    parts = (term.part, term.whole) if isinstance(term, Ratio) else (term,)
    return any(isinstance(part, Column) and part.cost > DEEP for part in parts)


class Evaluation:
    """Everything that one evaluation has gathered so far.

    Args:
        prefix: the first letters of the names of its scratch columns.
        profile: the column profiles of the frame by name; empty for a frame that was not read.
        explain: whether steps and cited rows are gathered.
    """

    def __init__(self, prefix: str, profile: Mapping[str, ColumnProfile], *, explain: bool) -> None:
        self.prefix = prefix
        self.profile = profile
        self.explain = explain
        #: The condition of the branch that is evaluated; true outside of branches.
        self.active: Any = True
        #: Rows without a rule in which no branch around is taken.
        self._closed: tuple[Expr, ...] = ()
        self._columns: dict[int, tuple[Expr, str]] = {}
        #: The rows in which each fact or rule is needed and unknown.
        self.missing: Missing = {}
        #: The rows in which each fact is unknown, needed or not.
        self.unknown: dict[str, Expr] = {}
        #: The facts that some term is unknown without, although they are known.
        self.beyond: set[str] = set()
        #: The rows in which facts contradict others.
        self.odd: Missing = {}
        #: Whether a rule was read that has no known value in any row.
        self.lacks = False
        #: The facts that were read.
        self.read: set[str] = set()
        #: The first stage: copies of columns with values that a fact may have, or null.
        self.checked: dict[str, Expr] = {}
        #: The stages of kept terms.
        self.kept: list[dict[str, Expr | ByDay]] = []
        self.refusals: list[tuple[str, Expr]] = []
        self._made: dict[tuple[Any, ...], tuple[Any, Any]] = {}
        self.steps: dict[str, Expr] = {}
        #: The rows in which each provision was used, by its key.
        self.cited: dict[str, list[Any]] = {}

    def within(self, condition: Any, work: Callable[[], Any]) -> Any:
        """Evaluate *work* for the rows of *condition* only."""
        outer, closed = self.active, self._closed
        if isinstance(condition, Nothing):
            condition = Column(truth(condition), condition.missing)
        inner = and_(outer, condition)
        self.active = self.keep(inner) if is_deep(inner) else inner
        if isinstance(condition, Column):
            self._closed = (*closed, *rows_without_rule(condition.missing))
        found = work()
        self.active, self._closed = outer, closed
        return found

    def ask(self, missing: Missing) -> None:
        """Record facts as missing; of one that every row needs there is nothing to add."""
        self.missing = either(
            self.missing, {n: at for n, at in missing.items() if not self._is_needed(n)}
        )
        for name, at in missing.items():
            if at is self.unknown.get(name) and name not in self.beyond:
                self.missing[name] = at

    def _is_needed(self, name: str) -> bool:
        """Return whether every row needs a fact."""
        whole = self.unknown.get(name)
        return whole is not None and self.missing.get(name) is whole and name not in self.beyond

    def leave_open(self, name: str, where: Expr) -> None:
        """Record a fact as missing in rows that are not refused either."""
        self.odd = either(self.odd, {name: where})
        self.refusals = [(code, refused & ~where) for code, refused in self.refusals]

    def ask_rule(self, path: str, where: Expr) -> None:
        """Record a rule without a known value, or in an open branch the facts that decide on it."""
        name, active = f"{RULE_NOT_KNOWN}{path}", self.active
        if active is True:
            self.ask({name: where})
            return
        open_ = [at for at in active.missing.values() if at is not False]
        applies = active.expr & ~any_of(open_) if open_ else active.expr
        own = {} if any(where is at for at in self._closed) else {name: applies}
        self.ask(within({**own, **active.missing}, where))

    def cite(self, rule: Rule[Any], row: Provision[Any], where: Any) -> None:
        """Record a provision as used in the rows *where* of the branch, also where it is open."""
        if self.explain:
            active = self.active
            counted = True if active is True else Column(active.expr | active.expr.is_null())
            self.cited.setdefault(Used(rule, row).key, []).append(and_(counted, where))

    def note_step(self, name: str, expr: Expr) -> None:
        """Record a step; one inside a branch is null outside the rows of its branches."""
        if self.active is not True:
            held = nw.when(truth(self.active)).then(expr)
            expr = held.otherwise(self.steps[name]) if name in self.steps else held
        self.steps[name] = expr

    def refuse(self, code: str, condition: Any) -> None:
        """Record a refusal in the rows of *condition*; not where it needs an unknown rule."""
        refused = condition.expr
        rows = rows_without_rule(condition.missing)
        self.refusals.append((code, refused & ~any_of(rows) if rows else refused))
        self.ask(condition.missing)

    def once(self, work: Callable[..., Any], *terms: Any) -> Any:
        """Return the result of *work*, computed once for the same terms in all branches."""
        key = (work.__name__, *map(id, terms))
        if key not in self._made:
            # The terms are kept too, so that their identities are not reused.
            self._made[key] = (work(*terms), terms)
        return self._made[key][0]

    def shared(self, term: Any) -> Any:
        """Compute a deep term once, because what is made of it reads it more than once."""
        return self.keep(term) if is_deep(term) else term

    def keep(self, term: Any) -> Any:
        """Compute a term once, in columns of its own; one that is cheap stays as it is."""
        stage: dict[str, Expr | ByDay] = {}
        kept = self._keep_in(stage, term)
        if stage:
            self.kept.append(stage)
        return kept

    def _keep_in(self, stage: dict[str, Expr | ByDay], term: Any) -> Any:
        if names_of(term):
            return by_field(lambda part, _same: self._keep_in(stage, part), term, term)
        if isinstance(term, Ratio):
            return Ratio(*(self._keep_in(stage, of) for of in (term.part, term.whole, term.text)))
        if not isinstance(term, Column) or term.cost <= (0 if self.profile else CHEAP):
            return term
        missing: Missing = {
            name: at if at is False or at is self.unknown.get(name) else self._hold(stage, at)
            for name, at in term.missing.items()
        }
        held = term.coded if self.profile else None
        if held:
            held = Coded(self._hold(stage, held.places), held.texts)
        expr = held.expr() if held else self._hold(stage, term.expr)
        kept = Column(expr, missing, term.span, cost=0)
        kept.bare, kept.coded = term.bare, held
        kept.name = None if held else self._columns[id(expr)][1]
        return kept

    def column(self, name: str) -> Expr:
        """Return a column, which is known to be one."""
        found = nw.col(name)
        # The expression is kept too, so that its identity is not reused.
        self._columns[id(found)] = found, name
        return found

    def _hold(self, stage: dict[str, Expr | ByDay], held: Expr | ByDay) -> Expr:
        if not isinstance(held, ByDay) and id(held) in self._columns:
            return held
        name = f"{self.prefix}kept{len(self.kept)}_{len(stage)}"
        stage[name] = held
        return self.column(name)

    def by_day(self, day: Column, term: Any) -> Any:
        """Return a term that rests on *day* only, looked up if the days of the frame are few."""
        if isinstance(term, Ratio):
            return Ratio(*(self.by_day(day, of) for of in (term.part, term.whole, term.text)))
        if not isinstance(term, Column) or term.cost <= CHEAP:
            return term
        table = self._table(day, term.coded.places if term.coded else term.expr)
        if table is None:
            return term
        stage: dict[str, Expr | ByDay] = {}
        held = self._hold(stage, table)
        self.kept.append(stage)
        coded = Coded(held, term.coded.texts) if term.coded else None
        found = Column(coded.expr() if coded else held, term.missing, term.span, cost=0)
        found.coded, found.name = coded, None if coded else next(iter(stage))
        return found

    def _table(self, day: Column, value: Expr) -> ByDay | None:
        """Return a value as one that is looked up, if the frame is known to have few days."""
        if not self.profile or day.name is None or day.span is None:
            return None
        first, last = day.span
        return ByDay(day.name, (first, last), value) if last - first <= FAR else None
