"""Makes the sample documents of docs/samples/ from the golden experiment, as `make samples`: look at them first."""

from pathlib import Path
from tempfile import TemporaryDirectory

from facilitation import places
from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.guidebook.making import guidebook
from facilitation.documentation.paper import render_dossier, render_guidebook
from facilitation.domain.format.text import Locale
from facilitation.formats import open_library
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from scripts.sample_team import MADE_AT, told
from tests.documentation.golden_experiment import Golden, play

INTO = Path(__file__).resolve().parent.parent / "docs/samples"
GUIDED = "codeveloppement"


def main() -> None:
    """One PDF per document for those who took part, in both languages; the long ones once."""
    INTO.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        golden = play(Path(folder))
    for locale in ("fr", "en"):
        _documents(golden, locale)
        _guide(locale)


def _documents(golden: Golden, locale: Locale) -> None:
    inside, outside = told(golden, locale, RESTITUTION), told(golden, locale, DIFFUSION)
    for kind in KINDS:
        if kind != "research" or locale == "fr":
            _write(f"{kind}-{locale}", render_dossier(inside, locale, MADE_AT, kind))
    _write(f"capitalisation-outside-{locale}", render_dossier(outside, locale, MADE_AT, "capitalisation"))


def _guide(locale: Locale) -> None:
    guided = open_library(places.workshop_formats()).format(GUIDED)
    if guided is None:
        raise SystemExit(f"{GUIDED} is no longer a format of the library")
    _write(f"guide-{locale}", render_guidebook(guidebook(guided), locale, MADE_AT))


def _write(name: str, pdf: bytes) -> None:
    (INTO / f"{name}.pdf").write_bytes(pdf)


if __name__ == "__main__":
    main()
