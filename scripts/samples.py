"""Makes the sample documents of docs/samples/ from the golden experiment, as `make samples`: look at them first."""

from pathlib import Path
from tempfile import TemporaryDirectory

from facilitation import places
from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.guidebook.making import guidebook
from facilitation.documentation.paper import render_dossier, render_guidebook
from facilitation.formats import open_library
from facilitation.projections.outcome.rendering import DIFFUSION
from tests.documentation.golden_experiment import MADE_AT, play

INTO = Path(__file__).resolve().parent.parent / "docs/samples"
GUIDED = "codeveloppement"


def main() -> None:
    """One PDF per document for those who took part, the sheet as readers outside see it, and the guide of a format."""
    INTO.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        golden = play(Path(folder))
    for kind in KINDS:
        (INTO / f"{kind}.pdf").write_bytes(render_dossier(golden.dossier(), "fr", MADE_AT, kind))
    (INTO / "capitalisation-outside.pdf").write_bytes(
        render_dossier(golden.dossier(DIFFUSION), "fr", MADE_AT, "capitalisation")
    )
    guided = open_library(places.workshop_formats()).format(GUIDED)
    if guided is None:
        raise SystemExit(f"{GUIDED} is no longer a format of the library")
    (INTO / "guide.pdf").write_bytes(render_guidebook(guidebook(guided), "fr", MADE_AT))


if __name__ == "__main__":
    main()
