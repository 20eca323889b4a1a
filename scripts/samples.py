"""Makes the sample documents of docs/samples/ from the golden experiment, as `make samples`: look at them first."""

from pathlib import Path
from tempfile import TemporaryDirectory

from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.paper import render_dossier
from facilitation.projections.outcome.rendering import DIFFUSION
from tests.documentation.golden_experiment import MADE_AT, play

INTO = Path(__file__).resolve().parent.parent / "docs/samples"


def main() -> None:
    """One PDF per document for those who took part, and the sheet as readers outside see it."""
    INTO.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        golden = play(Path(folder))
    for kind in KINDS:
        (INTO / f"{kind}.pdf").write_bytes(render_dossier(golden.dossier(), "fr", MADE_AT, kind))
    (INTO / "capitalisation-outside.pdf").write_bytes(
        render_dossier(golden.dossier(DIFFUSION), "fr", MADE_AT, "capitalisation")
    )


if __name__ == "__main__":
    main()
