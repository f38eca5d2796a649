"""Copies of immutable objects (复制): the object itself, or in another process one for all.

>>> import copy
>>> from gansu_reemployment import Bureau
>>> bureau = Bureau.of("天水市")
>>> copy.deepcopy(bureau) == bureau, copy.deepcopy(bureau.host) is bureau.host
(True, True)
"""

import copyreg
import pickle
from threading import Lock
from typing import Any, Final
from weakref import WeakValueDictionary

#: The objects of this process by their pickled form.
_KNOWN: Final[WeakValueDictionary[bytes, Any]] = WeakValueDictionary()
_LOCK: Final = Lock()
_FORM: Final = "_pickled_form"


class Immutable:
    """Base of attrs classes whose copies are the object itself, and are pickled by their fields.

    Cached values are neither copied nor pickled.
    """

    def __copy__(self) -> Any:
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> Any:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), fields_of(self)


class Interned(Immutable):
    """Base of immutable objects that take long to restore, such as the loaded plugins.

    A process restores a pickled form once, so that all that is loaded later is loaded once.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        with _LOCK:
            form = vars(self).get(_FORM)
            if form is None:
                form = vars(self)[_FORM] = pickle.dumps((type(self), fields_of(self)))
                _KNOWN[form] = self
        return _restored, (form,)


def fields_of(value: Any) -> tuple[Any, ...]:
    """Return the values of the fields of an attrs object, in order."""
    return tuple(getattr(value, f.name) for f in type(value).__attrs_attrs__ if f.init)


def _restored(form: bytes) -> Any:
    with _LOCK:
        found = _KNOWN.get(form)
        if found is None:
            kind, fields = pickle.loads(form)  # noqa: S301 - part of what is being unpickled
            found = _KNOWN[form] = kind(*fields)
            vars(found)[_FORM] = form
    return found


class MadeClass(type):
    """The class of classes that a function makes, which is called again to restore one."""

    made_by: tuple[Any, tuple[Any, ...]]


def restored_by_call(metaclass: type[MadeClass]) -> None:
    """Have classes of *metaclass* pickled as the call that made them."""
    copyreg.pickle(metaclass, lambda kind: kind.made_by)


restored_by_call(MadeClass)
