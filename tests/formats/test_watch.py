"""What to watch: a text to read, or a list that observers count in."""

import pytest

from facilitation.domain.format import Text
from tests.formats.samples import SMALL, read

ONE, TWO = Text("Un rire", "A laugh"), Text("Un silence", "A silence")


@pytest.mark.parametrize(
    ("written", "watch", "grid"),
    [
        ("{fr: Un rire, en: A laugh}", ONE, ()),
        ("[{fr: Un rire, en: A laugh}]", None, (ONE,)),
        ("[{fr: Un rire, en: A laugh}, {fr: Un silence, en: A silence}]", None, (ONE, TWO)),
    ],
)
def test_a_list_is_a_grid_and_a_text_is_not(written: str, watch: Text | None, grid: tuple[Text, ...]) -> None:
    found = read(SMALL.replace("run:\n", f"guide: {{watch: {written}}}\nrun:\n", 1)).format
    assert found is not None
    assert found.guide is not None
    assert (found.guide.watch, found.guide.grid) == (watch, grid)
    told = dict(found.guide.lines)["watch"]
    assert told == (watch or Text("\n".join(f"– {t.fr}" for t in grid), "\n".join(f"– {t.en}" for t in grid)))


@pytest.mark.parametrize(
    ("written", "code"),
    [("[]", "empty-list"), ("[{fr: 'Combien de {gap} ?', en: 'How many {gap}?'}]", "values-not-here")],
)
def test_a_grid_that_cannot_be_counted_in_is_refused(written: str, code: str) -> None:
    reading = read(
        SMALL.replace("    groups: {size: 2}\n", f"    groups: {{size: 2}}\n    guide: {{watch: {written}}}\n", 1)
    )
    assert code in [remark.code for remark in reading.diagnostics]
