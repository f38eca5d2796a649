"""The lines of a rules file (地方规定文件的行号), by which a fault is located."""

from attrs import frozen


@frozen
class Lines:
    """The lines of a file."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Lines":
        """Split a text into lines."""
        return cls(tuple(text.splitlines()))

    def number(self, name: str, number: int, key: str) -> int:
        """Return the line of an entry in the table of that name and number, from 0."""
        starts = [n for n, line in enumerate(self.lines, 1) if line.strip() == f"[[{name}]]"]
        if number >= len(starts):
            return 1
        for n, line in enumerate(self.lines[starts[number] :], starts[number] + 1):
            if line.strip().startswith("[["):
                break
            if _key(line) == key.partition(".")[0]:
                return n
        return starts[number]

    def top(self, name: str) -> int:
        """Return the line of an entry before the tables, or of the first such table."""
        starts = (name, f"[[{name}]]", f"[{name}]")
        lines = (n for n, line in enumerate(self.lines, 1) if _key(line) in starts)
        return next(lines, 1)


def _key(line: str) -> str:
    return line.partition("=")[0].strip()
