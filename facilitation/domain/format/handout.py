"""Something to read or to look up that a stage hands out: it is written in the format, so it has been read before."""

from dataclasses import dataclass

from facilitation.domain.format.text import Text


@dataclass(frozen=True, slots=True)
class Handout:
    """Words, a table, or both; for everyone, or for those who hold a role or a variant."""

    name: str
    title: Text
    text: Text | None = None
    columns: tuple[Text, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    only_for: str = ""

    @property
    def in_words(self) -> Text:
        """All of it as lines of words, for paper: a row of the table on each."""
        return Text(fr=self._lines("fr"), en=self._lines("en"))

    def _lines(self, language: str) -> str:
        words = [self.text.said_in(language)] if self.text else []
        rows = [" · ".join(cell.said_in(language) for cell in row) for row in (self.columns, *self.rows) if row]
        return "\n".join((*words, *rows))
