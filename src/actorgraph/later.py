"""Modules of the standard library that wait until somebody uses them.

Typer imports them at its top, and most runs never touch one: an eighth of what importing Typer takes. A test
lets each stand in and then be used.
"""

import sys
from importlib.util import find_spec
from threading import RLock
from types import ModuleType
from typing import Any

UNUSED = ("subprocess", "bz2", "lzma", "textwrap", "ipaddress", "linecache", "tokenize")

_one_at_a_time = RLock()


class Later(ModuleType):
    """A module that is empty until a name is looked up in it; then it is itself."""

    def __getattr__(self, name: str) -> Any:
        with _one_at_a_time:
            spec = self.__spec__
            if spec and spec.loader and not self.__dict__.get("_begun"):
                self.__dict__["_begun"] = True
                try:
                    spec.loader.exec_module(self)
                finally:
                    self.__class__ = ModuleType  # type: ignore[assignment]
                    del self.__dict__["_begun"]
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name) from None


def put_off(names: tuple[str, ...] = UNUSED) -> None:
    """From now on these are imported when they are used; one already imported stays as it is."""
    for name in names:
        spec = None if name in sys.modules else find_spec(name)
        if spec and spec.loader:
            module = Later(name)
            module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, spec.origin
            sys.modules[name] = module
