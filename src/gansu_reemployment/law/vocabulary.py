"""Lists of terms that a place may lengthen (开放的用语), such as papers or groups of persons.

>>> class Proof(OpenChoice):
...     CARD = "身份证", "identity card"
>>> photo = Proof.local("photo", "照片", "photograph")
>>> photo is Proof.read("照片"), photo.code, [member.code for member in Proof]
(True, 'photo', ['card', 'photo'])
>>> photo.is_local, Proof.CARD.is_local
(True, False)
"""

import re
from collections.abc import Iterator
from enum import EnumMeta
from typing import Any, Final, Self

from gansu_reemployment.errors import RulebookError
from gansu_reemployment.i18n import Choice, _, spellings

_CODE: Final = re.compile(r"[a-z][a-z0-9_]*")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")


class _OpenMeta(EnumMeta):
    """Iterates over the terms of the law, and then over those of places."""

    def __iter__(cls) -> Iterator[Any]:
        yield from super().__iter__()
        yield from _LOCAL.get(cls, {}).values()


#: The terms that places add to each list, by their code.
_LOCAL: Final[dict[type[Any], dict[str, Any]]] = {}


class OpenChoice(Choice, metaclass=_OpenMeta):
    """A list of the law to which a place may add terms of its own.

    A further term has no effect until a rule of the place names it.
    """

    @classmethod
    def local(cls, code: str, zh: str, en: str) -> Self:
        """Return the term of a place with this code; the same term may be stated twice.

        Raises:
            RulebookError: the code has another form, a name is missing, or the code or a name
                belongs to another term.
        """
        if not _CODE.fullmatch(code) or not _CHINESE.search(zh) or not en or _CHINESE.search(en):
            text = _(
                "{code}: a further term of {kind} needs a code of lower-case letters, a Chinese "
                "and an English name."
            )
            raise RulebookError(text, code=repr(code), kind=cls.__name__)
        member: Self
        for member in cls:
            if (member.code, member.value, member.en) == (code, zh, en) and member.is_local:
                return member
            if member.code == code or member.value == zh:
                text = _("{kind} has the term {code} ({zh}) already; choose another name.")
                raise RulebookError(text, kind=cls.__name__, code=member.code, zh=member.value)
        return cls._add(code, zh, en)

    @classmethod
    def _add(cls, code: str, zh: str, en: str) -> Self:
        member: Self = object.__new__(cls)
        member._name_, member._value_, member.en = code.upper(), zh, en
        _LOCAL.setdefault(cls, {})[code] = member
        spellings.cache_clear()
        return member

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return next((member for member in cls if member.value == value), None)

    @property
    def is_local(self) -> bool:
        """Whether a place added the term."""
        return self.name not in type(self).__members__
