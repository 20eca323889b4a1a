"""WeasyPrint begins sooner: what it imports for documents unlike most is imported once such a document comes."""

import ctypes.util
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

RARE = (
    "fontTools.subset",  # where HarfBuzz cannot take a typeface apart
    "fontTools.ttLib",  # pictures for letters, typefaces packed as WOFF2
    "fontTools.varLib.instancer",  # typefaces that vary
    "tinyhtml5",  # a page that is no XML
    "PIL.ImageCms",  # colours of a printing house
)
"""Half of the time that the import of WeasyPrint takes, and none of it for a page of our own in our own typefaces."""


class OnDemand:
    """Something of a module, imported when it is called, or asked for something of its own."""

    def __init__(self, module: str, name: str) -> None:
        self._of = (module, name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        """What the real one gives."""
        return self._real()(*given, **named)

    def __getattr__(self, name: str) -> Any:
        """What the real one has."""
        return getattr(self._real(), name)

    def _real(self) -> Any:
        module, name = self._of
        found = import_module(module)
        return getattr(found, name) if hasattr(found, name) else import_module(f"{module}.{name}")


class Rare(ModuleType):
    """Stands in for a module while another one imports it."""

    def __getattr__(self, name: str) -> Any:
        """A thing of it, on demand. An exception is caught as any exception is: only a class can be waited for."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Exception if name.endswith("Error") else OnDemand(self.__name__, name)


@contextmanager
def sooner() -> Iterator[None]:
    """What is imported meanwhile gets the rare modules on demand.

    And libraries are found by their own names: with others, three programs would be asked for each of them first.
    """
    gc.disable()  # what is imported stays: nobody need look for what could be let go of
    rare = {name: Rare(name) for name in RARE if name not in sys.modules}
    sys.modules.update(rare)
    ask = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        gc.enable()
        ctypes.util.find_library = ask
        for name, stand_in in rare.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
