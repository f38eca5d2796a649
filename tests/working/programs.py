"""Random formulas, written as the source text of a module."""

from collections.abc import Iterator
from random import Random
from textwrap import dedent
from typing import Final

_HEAD: Final = dedent("""
    from datetime import date
    from made_up import Form, Shop, ShopRules, Trade, TOO_FEW, TOO_MANY
    from gansu_reemployment.fact_model import Known
    from gansu_reemployment.money import Yuan
    from gansu_reemployment.working.formula import formula
    from gansu_reemployment.working.measure import measure
    from gansu_reemployment.working.protocol import Working
    """)
#: Longer programs make expressions that DuckDB takes seconds to plan.
LONGEST: Final = 11
_BOOLS: Final = ("shop.new", "shop.poor", "helper(w, shop, rules)")
_INTS: Final = ("shop.staff", "shop.months", "w.use(rules.least)", "w.use(rules.most)", "2", "5")
_YUANS: Final = (
    "shop.tax",
    "w.use(rules.limit)",
    "Yuan(100)",
    "w.share(shop.tax, w.use(rules.share))",
)
_DAYS: Final = ("shop.opened", "w.use(rules.start)", "w.day()", "date(2005, 1, 1)")
_ORDERS: Final = ("<", "<=", ">", ">=", "==", "!=")
_TRADES: Final = ("Trade.REPAIR", "Trade.FOOD", "Trade.BATHS")
_FORMS: Final = ("Form.FLAT", "Form.SHARE", "Form.NONE")


class Writer:
    """Writes one random program; its names are those assigned on every path to the line."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.count = 0

    def program(self, name: str) -> str:
        """Return the text of a measure that returns a number or an amount."""
        body = self.block(2, (), self.random.choice(("int", "Yuan")))
        while len(body) > LONGEST:
            body = self.block(2, (), self.random.choice(("int", "Yuan")))
        head = '@measure("试", "test")\n'
        head += f"def {name}(w: Working, shop: Shop[Known], rules: ShopRules) -> int:\n"
        return head + "\n".join(_in(body))

    def helper(self) -> str:
        """Return the text of a formula that returns a condition."""
        test, other = self.condition(1, (), BOOLS_OF_HELPER), self.condition(1, (), BOOLS_OF_HELPER)
        return (
            "@formula\ndef helper(w: Working, shop: Shop[Known], rules: ShopRules) -> bool:\n"
            f"    if {test}:\n        return {other}\n"
            f"    return {self.condition(1, (), BOOLS_OF_HELPER)}\n"
        )

    def block(self, depth: int, names: tuple[str, ...], kind: str) -> list[str]:
        """Return statements of which the last returns a term of *kind*."""
        lines: list[str] = []
        for _n in range(self.random.randint(0, 2)):
            found, names = self.statement(depth, names, kind)
            lines += found
        if depth and self.random.random() < 0.6:
            return lines + list(self.parting(depth, names, kind))
        return [*lines, f"return {self.term(kind, 1, names)}"]

    def parting(self, depth: int, names: tuple[str, ...], kind: str) -> Iterator[str]:
        """Yield a choice whose every branch returns."""
        inner = [self.block(depth - 1, names, kind) for _n in range(3)]
        if self.random.random() < 0.4:
            yield from self.matched(inner)
            return
        yield f"if {self.condition(1, names)}:"
        yield from _in(inner[0])
        if self.random.random() < 0.5:
            yield f"elif {self.condition(1, names)}:"
            yield from _in(inner[1])
        yield "else:"
        yield from _in(inner[2])

    def matched(self, inner: list[list[str]]) -> Iterator[str]:
        """Yield a match on a fact or on a form of the law."""
        subject, members = self.random.choice(
            (("shop.trade", _TRADES), ("w.use(rules.form)", _FORMS))
        )
        first, second, third = self.random.sample(members, 3)
        yield f"match {subject}:"
        if self.random.random() < 0.5:
            cases = [f"{first} | {second}", self.random.choice((third, "_"))]
        else:
            cases = [first, second, self.random.choice((third, "_"))]
        for case, body in zip(cases, inner, strict=False):
            yield f"    case {case}:"
            yield from _in(_in(body))

    def statement(  # noqa: PLR0911 - each kind of statement
        self, depth: int, names: tuple[str, ...], kind: str
    ) -> tuple[list[str], tuple[str, ...]]:
        """Return a statement after which the block goes on, and the names known then."""
        what = self.random.randrange(7)
        if what == 0 and depth:
            guard = [f"if {self.condition(2, names)}:", *_in(self.block(depth - 1, names, kind))]
            return guard, names
        if what == 1:
            verb, code = self.random.choice((("require", "TOO_FEW"), ("refuse", "TOO_MANY")))
            return [f"w.{verb}(rules.most, {self.condition(1, names)}, {code})"], names
        self.count += 1
        name = f"x{self.count}"
        if what == 2 and names:
            return [f"{names[-1]} += {self.whole(1, names)}"], names
        if what == 3 and depth:
            sides = [f"{name} = {self.whole(1, names)}" for _n in range(3)]
            if self.random.random() < 0.4:
                return list(self.matched([[side] for side in sides])), (*names, name)
            lines = [f"if {self.condition(1, names)}:", *_in([sides[0]]), "else:", *_in([sides[1]])]
            return lines, (*names, name)
        if what == 4:
            label = f"step_{self.count}"
            return [f'{name} = w.step("{label}", {self.whole(1, names)})'], (*names, name)
        if what == 5 and names:
            loop = [f"for n{self.count} in (1, 2):", f"    {names[0]} += n{self.count}"]
            return loop, names
        return [f"{name} = {self.whole(1, names)}"], (*names, name)

    def term(self, kind: str, depth: int, names: tuple[str, ...]) -> str:
        """Return a term of *kind*."""
        return self.whole(depth, names) if kind == "int" else self.amount(depth, names)

    def whole(self, depth: int, names: tuple[str, ...]) -> str:
        """Return a number."""
        return self.number("int", depth, names, (*_INTS, *names, *names))

    def amount(self, depth: int, names: tuple[str, ...]) -> str:
        """Return an amount."""
        return self.number("yuan", depth, names, _YUANS)

    def number(self, kind: str, depth: int, names: tuple[str, ...], atoms: tuple[str, ...]) -> str:
        """Return a term that is added, multiplied, bounded and chosen."""
        if not depth or self.random.random() < 0.3:
            return self.random.choice(atoms)
        a, b = (self.number(kind, depth - 1, names, atoms) for _n in range(2))
        return self.random.choice(
            (
                f"({a} + {b})",
                f"({a} - {b})",
                f"{a} * 3",
                f"min({a}, {b})",
                f"max({a}, {b})",
                f"({a} if {self.condition(depth - 1, names)} else {b})",
            )
        )

    def condition(self, depth: int, names: tuple[str, ...], atoms: tuple[str, ...] = _BOOLS) -> str:
        """Return a condition."""
        if not depth or self.random.random() < 0.2:
            return self.random.choice((*atoms, self.compared(names)))
        a, b = (self.condition(depth - 1, names, atoms) for _n in range(2))
        return self.random.choice(
            (
                f"({a} and {b})",
                f"({a} or {b})",
                f"(not {a})",
                self.compared(names),
                f"({a} and {b})",
            )
        )

    def compared(self, names: tuple[str, ...]) -> str:
        """Return a comparison."""
        order, other = (self.random.choice(_ORDERS) for _n in range(2))
        a, b = self.whole(0, names), self.whole(0, names)
        chain = self.random.choice(("shop.staff", "shop.months", "5"))
        return self.random.choice(
            (
                f"({a} + {b}) {order} {b} * 2",
                f"({a} {order} {chain} {other} {b})",
                f"{self.amount(0, names)} {order} {self.amount(0, names)}",
                f"{self.random.choice(_DAYS)} {order} {self.random.choice(_DAYS)}",
                f"shop.trade {self.random.choice(('in', 'not in'))} w.use(rules.trades)",
                f"shop.trade == {self.random.choice(_TRADES)}",
                f"w.use(rules.form) != {self.random.choice(_FORMS)}",
            )
        )


BOOLS_OF_HELPER: Final = _BOOLS[:2]


def _in(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def module_of(random: Random, count: int) -> str:
    """Return the text of a module of *count* measures that share a helper."""
    writer = Writer(random)
    programs = [writer.program(f"program_{n}") for n in range(count)]
    return "\n\n".join((_HEAD, writer.helper(), *programs)) + "\n"
