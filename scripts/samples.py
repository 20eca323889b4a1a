"""Makes the sample documents of docs/samples/ from the dossier of the tests, as `make samples`: look at them first."""

from pathlib import Path

from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.paper import render_dossier
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from tests.documentation.dossier_sample import DAY, dossier
from tests.documentation.sample import STARTED

INTO = Path(__file__).resolve().parent.parent / "docs/samples"
MADE_AT = STARTED + 30 * DAY


def main() -> None:
    """One PDF per document for those who took part, and the sheet as readers outside see it."""
    INTO.mkdir(exist_ok=True)
    for kind in KINDS:
        (INTO / f"{kind}.pdf").write_bytes(render_dossier(dossier(RESTITUTION), "fr", MADE_AT, kind))
    (INTO / "capitalisation-outside.pdf").write_bytes(
        render_dossier(dossier(DIFFUSION), "fr", MADE_AT, "capitalisation")
    )


if __name__ == "__main__":
    main()
