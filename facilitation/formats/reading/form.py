"""A file once the table of keys has typed each word: forms that are filled in, with the place of each answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.formats.reading.tree import Entries, Items, Node, Spot, Word


@dataclass(frozen=True, slots=True)
class Said:
    """A value of the type its key asks for, where it stands, and where its key stands."""

    value: object
    spot: Spot
    key: Spot


@dataclass(frozen=True, slots=True)
class Form:
    """A record as filled in. What was missing or wrong is simply absent: the report has already said so."""

    record: str
    spot: Spot
    said: Mapping[str, Said] = field(default_factory=dict)
    tried: frozenset[str] = frozenset()
    """Every key that was written, those whose value was wrong too: nobody should be told to add what is there."""

    def __contains__(self, key: str) -> bool:
        return key in self.said

    def at(self, key: str) -> Spot:
        """Where the value of `key` stands; the form itself if it is absent."""
        return self.said[key].spot if key in self.said else self.spot

    def _of(self, key: str) -> object:
        return self.said[key].value if key in self.said else None

    def word(self, key: str, default: str = "") -> str:
        """A word, a name or a formula."""
        value = self._of(key)
        return value if isinstance(value, str) else default

    def maybe(self, key: str) -> str | None:
        """The same, or `None` where nothing was said."""
        value = self._of(key)
        return value if isinstance(value, str) else None

    def text(self, key: str) -> Text | None:
        """Words for people."""
        value = self._of(key)
        return value if isinstance(value, Text) else None

    def whole(self, key: str, default: int) -> int:
        """A whole number."""
        value = self._of(key)
        return value if isinstance(value, int) else default

    def number(self, key: str) -> Fraction | None:
        """An exact number."""
        value = self._of(key)
        return value if isinstance(value, Fraction) else None

    def truth(self, key: str, default: bool) -> bool:
        """yes or no."""
        value = self._of(key)
        return value if isinstance(value, bool) else default

    def form(self, key: str) -> "Form | None":
        """A form inside this one."""
        value = self._of(key)
        return value if isinstance(value, Form) else None

    def items(self, key: str) -> tuple[Said, ...]:
        """The items of a list."""
        value = self._of(key)
        return tuple(item for item in value if isinstance(item, Said)) if isinstance(value, tuple) else ()

    def forms(self, key: str) -> tuple["Form", ...]:
        """The items of a list of forms."""
        return tuple(item.value for item in self.items(key) if isinstance(item.value, Form))

    def words(self, key: str) -> tuple[str, ...]:
        """The items of a list of words."""
        return tuple(item.value for item in self.items(key) if isinstance(item.value, str))

    def texts(self, key: str) -> tuple[Text, ...]:
        """The items of a list of texts."""
        return tuple(item.value for item in self.items(key) if isinstance(item.value, Text))

    def named(self, key: str) -> Mapping[str, Said]:
        """What stands under names that the author chose."""
        value = self._of(key)
        return value if isinstance(value, dict) else {}

    def named_forms(self, key: str) -> Iterator[tuple[str, "Form"]]:
        """The forms that stand under names."""
        for name, said in self.named(key).items():
            if isinstance(said.value, Form):
                yield name, said.value

    def node(self, key: str) -> Node | None:
        """What was written, untouched, where another key says how to read it."""
        return kept(self.said.get(key))


def kept(said: Said | None) -> Node | None:
    """The node kept by the shape `Anything`."""
    return said.value if said and isinstance(said.value, Word | Entries | Items) else None
